"""What only shows something: a week, its picture, the pay period, the latest entries."""

from words.voice import Voice


def current_week(voice: Voice, week: str, days: int) -> str:
    """Head the current week, with the days left."""
    return voice.count(
        "<b>This week</b> · {week} · {n} day left", "<b>This week</b> · {week} · {n} days left", days, week=week
    )


def other_week(voice: Voice, week: str) -> str:
    """Head any other week."""
    return voice.say("<b>Week</b> · {week}", week=week)


def removed(voice: Voice, name: str) -> str:
    """Name a category that is removed."""
    return voice.say("{name} (removed)", name=name)


def category(voice: Voice, name: str, sums: str) -> str:
    """Say where a category stands."""
    return voice.say("{name}: {sums}", name=name, sums=sums)


def total(voice: Voice, sums: str) -> str:
    """Say where the whole week stands."""
    return voice.say("<b>Total</b>: {sums}", sums=sums)


def no_paycheck(voice: Voice) -> str:
    """Say that there is no pay period, and how one begins."""
    return voice.say("No paycheck yet. <code>paid 1500</code> starts a pay period, and shows what is left of it.")


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


def earlier_period(voice: Voice, first: str, last: str) -> str:
    """Head the pay period before the present one."""
    return voice.say("<b>Pay period before this one</b>: {first} – {last}", first=first, last=last)


def came_in(voice: Voice, amount: str) -> str:
    """Say what came in during a pay period that is over."""
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


def recent(voice: Voice) -> str:
    """Head the latest entries."""
    return voice.say("<b>Recent</b>")


def recent_in(voice: Voice, category: str) -> str:
    """Head the latest entries of a category."""
    return voice.say("<b>Recent in {category}</b>", category=category)


def nothing_recorded_in(voice: Voice, category: str) -> str:
    """Say that a category has no entries yet."""
    return voice.say("Nothing is recorded in {category} yet.", category=category)


def numbered(voice: Voice, n: int, entry: str) -> str:
    """Say the entry of a number."""
    return voice.say("{n}. {entry}", n=n, entry=entry)


def nothing_recorded(voice: Voice, example: str) -> str:
    """Say that there are no entries yet."""
    return voice.say("Nothing is recorded yet. Write your first one: <code>{example}</code>", example=example)


def where_the_picture_is(voice: Voice) -> str:
    """Say where a picture can be seen where this chat shows none."""
    return voice.say("The picture is on the web: /share gives a link; open it, or with <code>.png</code> at its end.")
