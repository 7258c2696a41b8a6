"""What only shows something: a week, its picture, the pay period, the latest entries."""

from collections.abc import Sequence

from words.markup import BETWEEN
from words.voice import Voice


def left_this_week(voice: Voice, left: str) -> str:
    """Head the current week with what is left of it."""
    return voice.say("<b>{left} left this week</b>", left=left)


def nothing_left_this_week(voice: Voice) -> str:
    """Head a week whose limits are spent to the last."""
    return voice.say("<b>Nothing left this week</b>")


def over_this_week(voice: Voice, over: str) -> str:
    """Head a week in which more is spent than its limits."""
    return voice.say("<b>{over} over this week</b>", over=over)


def last_day(voice: Voice) -> str:
    """Say that the week ends today."""
    return voice.say("The last day")


def days_left(voice: Voice, n: int) -> str:
    """Say how many days the week still has."""
    return voice.count("{n} day", "{n} days", n)


def days_and_daily(voice: Voice, n: int, daily: str) -> str:
    """Say how many days the week still has, and what is left for each."""
    return voice.count("{n} day, {daily} a day", "{n} days, {daily} a day", n, daily=daily)


def without_limit(voice: Voice, spent: str) -> str:
    """Say what is spent where there is no limit."""
    return voice.say("{spent} without a limit", spent=spent)


def bar_and_sums(voice: Voice, bar: str, sums: str) -> str:
    """Say what is spent of a limit beside its bar."""
    return voice.say("{bar} {sums}", bar=bar, sums=sums)


def limit_of(voice: Voice, limit: str, category: str) -> str:
    """Say the limit of a category of which nothing is spent."""
    return voice.say("{limit} {category}", limit=limit, category=category)


def untouched(voice: Voice, limits: Sequence[str]) -> str:
    """List the categories of which nothing is spent."""
    return voice.say("Untouched: {limits}", limits=BETWEEN.join(limits))


def left_of_paycheck(voice: Voice, left: str) -> str:
    """Say what is left of the latest paycheck."""
    return voice.say("<b>{left} left of the paycheck</b>", left=left)


def set_aside_before(voice: Voice, amount: str) -> str:
    """Say what was set aside for bills in the pay periods before, and is spent or free in this one."""
    return voice.say("Set aside before: {amount}", amount=amount)


def left_after_bills(voice: Voice, left: str, bills: str) -> str:
    """Say what is left of the latest paycheck after the bills that are due."""
    return voice.say("<b>{left} left</b> after {bills} of bills", left=left, bills=bills)


def days_to_payday(voice: Voice, n: int, payday: str, daily: str) -> str:
    """Say how long what is left has to last, and what that is a day."""
    return voice.count(
        "{n} day to payday, {payday} · {daily} a day",
        "{n} days to payday, {payday} · {daily} a day",
        n,
        payday=payday,
        daily=daily,
    )


def removed(voice: Voice, name: str) -> str:
    """Name a category that is removed."""
    return voice.say("{name} (removed)", name=name)


def no_paycheck(voice: Voice, amount: str) -> str:
    """Say that there is no pay period, and how one begins."""
    return voice.say(
        "No paycheck yet. <code>paid {amount}</code> starts a pay period, and shows what is left of it.", amount=amount
    )


def paycheck(voice: Voice, day: str, amount: str) -> str:
    """Say what came in."""
    return voice.say("<b>Since the paycheck</b> of {day}: {amount}", day=day, amount=amount)


def paycheck_and_extra(voice: Voice, day: str, amount: str, extra: str) -> str:
    """Say what came in, extra cash too."""
    return voice.say(
        "<b>Since the paycheck</b> of {day}: {amount} + {extra} extra", day=day, amount=amount, extra=extra
    )


def spent_since(voice: Voice, amount: str) -> str:
    """Say what is spent since the paycheck."""
    return voice.say("Spent since: {amount}", amount=amount)


def unknown_week(voice: Voice, command: str, word: str) -> str:
    """Say how a week is asked for."""
    return voice.say(
        "I can't find the week “{word}”. Write {command}, <code>{command} last</code> or <code>{command} 2026-03-14</code>. "
        "A category's name alone shows where it stands.",
        command=command,
        word=word,
    )


def no_earlier_period(voice: Voice) -> str:
    """Say that the present pay period is the first."""
    return voice.say("There is no pay period before this one. /period shows what is left of the paycheck.")


def earlier_period(voice: Voice, of_days: str) -> str:
    """Head the pay period before the present one."""
    return voice.say("<b>Pay period before this one</b>: {of_days}", of_days=of_days)


def came_in(voice: Voice, amount: str) -> str:
    """Say what came in over some days that stand beside it."""
    return voice.say("Came in: {amount}", amount=amount)


def came_in_with_extra(voice: Voice, amount: str, extra: str) -> str:
    """Say what came in during a pay period that is over, extra cash too."""
    return voice.say("Came in: {amount} + {extra} extra", amount=amount, extra=extra)


def spent(voice: Voice, amount: str) -> str:
    """Say what was spent in a pay period that is over."""
    return voice.say("Spent: {amount}", amount=amount)


def left_at_end(voice: Voice, amount: str) -> str:
    """Say what was left when a pay period ended."""
    return voice.say("Left at its end: {amount}", amount=amount)


def more_spent(voice: Voice, amount: str) -> str:
    """Say how much more was spent than came in."""
    return voice.say("{amount} more than came in", amount=amount)


def unknown_period(voice: Voice, word: str) -> str:
    """Say how a pay period is asked for."""
    return voice.say("I can't find the pay period “{word}”. Write /period or <code>/period last</code>", word=word)


def usage_recent(voice: Voice, most: int) -> str:
    """Say how many entries can be shown."""
    return voice.say(
        "I show 1 to {most} entries: <code>/recent {most}</code>. /export has all of them.", most=voice.number(most)
    )


def counts_back(voice: Voice, command: str, most: int) -> str:
    """Say which numbers of entries may stand behind a command."""
    return voice.say(
        "I count back from 1 to {most}, as /recent numbers the entries: <code>{command} 1</code> is the latest.",
        command=f"/{command}",
        most=voice.number(most),
    )


def recent_in(voice: Voice, category: str) -> str:
    """Head the latest entries of a category."""
    return voice.say("<b>Recent in {category}</b>", category=category)


def written_earlier(voice: Voice, first: int, last: int) -> str:
    """Head a later page of the latest entries: pages follow when entries were written, whatever days they are of."""
    numbers = voice.number(first) if first == last else f"{voice.number(first)} – {voice.number(last)}"
    return voice.say("<b>{numbers}, written earlier</b>", numbers=numbers)


def nothing_recorded_in(voice: Voice, category: str) -> str:
    """Say that a category has no entries yet."""
    return voice.say("Nothing is recorded in {category} yet.", category=category)


def nothing_recorded(voice: Voice, example: str) -> str:
    """Say that there are no entries yet."""
    return voice.say("Nothing is recorded yet. Write your first one: <code>{example}</code>", example=example)


def where_the_picture_is(voice: Voice) -> str:
    """Say where a picture can be seen where this chat shows none."""
    return voice.say("The picture is on the web: /share gives a link; open it, or with <code>.png</code> at its end.")


def days_unclear(voice: Voice, question: str) -> str:
    """Say that the days of a question can't be told, and of which days there is an answer."""
    return voice.say(
        "I can't tell which days you mean. I can say what was spent on a day, in this week or the last one, in a month or a"
        " year, in the last 30 days, since a day or since the paycheck: <code>{question}</code>",
        question=question,
    )


def days_asked(voice: Voice) -> str:
    """Return a question about days, as a person may write it."""
    return voice.typed("how much did I spend last month?")


def week_blurb(voice: Voice) -> str:
    """Say what /week is for."""
    return voice.say("this week against its limits")


def chart_blurb(voice: Voice) -> str:
    """Say what /chart is for."""
    return voice.say("this week as a picture")


def period_blurb(voice: Voice) -> str:
    """Say what /period is for."""
    return voice.say("what is left since the last paycheck")


def audit_blurb(voice: Voice) -> str:
    """Say what /audit is for."""
    return voice.say("add everything up again")
