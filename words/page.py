"""The shared page and the week's picture, as plain text: the page escapes it."""

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from budget.entries import Kind
from budget.money import Money
from budget.pace import Pace
from words.voice import Voice


@cache
def fixed(voice: Voice) -> Mapping[str, str]:
    """Return what is said without fields, by the names that the page uses."""
    return MappingProxyType(
        {
            "to_the_entries": voice.say("To the entries"),
            "other_days": voice.say("Other days"),
            "views": voice.say("Views"),
            "week": voice.say("Week"),
            "month": voice.say("Month"),
            "earlier_week": voice.say("Earlier week"),
            "later_week": voice.say("Later week"),
            "earlier_month": voice.say("Earlier month"),
            "later_month": voice.say("Later month"),
            "spent": voice.say("Spent"),
            "numbers": voice.say("All numbers"),
            "by_category": voice.say("By category"),
            "category": voice.say("Category"),
            "limit": voice.say("Limit"),
            "left": voice.say("Left"),
            "total": voice.say("Total"),
            "pay_period": voice.say("Pay period"),
            "left_to_spend": voice.say("Left to spend"),
            "per_day": voice.say("Per day"),
            "extra_cash": voice.say("Extra cash"),
            "spent_since": voice.say("Spent since"),
            "bills_until_payday": voice.say("Bills until payday"),
            "bills_due_so_far": voice.say("Bills due so far"),
            "set_aside": voice.say("set aside"),
            "overdue": voice.say("overdue"),
            "set_aside_before": voice.say("set aside before"),
            "payday_was_expected": voice.say("Payday was expected"),
            "next_payday": voice.say("Next payday, expected"),
            "no_paycheck": voice.say("No paycheck yet."),
            "week_by_week": voice.say("Week by week"),
            "entries": voice.say("Entries"),
            "untouched": voice.say("Untouched:"),
            "today": voice.say("today"),
            "nothing_recorded": voice.say("Nothing is recorded in these days."),
            "sums_only": voice.say("This link shows sums, not single entries."),
        }
    )


def title(voice: Voice, week: str) -> str:
    """Title the page."""
    return voice.say("Budget, week of {week}", week=week)


def this_week(voice: Voice) -> str:
    """Say of which days the headline is."""
    return voice.say("this week")


def that_week(voice: Voice) -> str:
    """Say of which days the headline is, of another week than the current one."""
    return voice.say("that week")


def not_begun(voice: Voice) -> str:
    """Say of which days the headline is: of some that are to come."""
    return voice.say("not begun yet")


def before_the_first_entry(voice: Voice) -> str:
    """Say of which days the headline is: of some of which nothing was ever recorded."""
    return voice.say("before the first entry")


def this_month(voice: Voice) -> str:
    """Say of which days the headline is: of the current month."""
    return voice.say("this month")


def that_month(voice: Voice) -> str:
    """Say of which days the headline is: of another month."""
    return voice.say("that month")


def until_payday(voice: Voice) -> str:
    """Say of which days the headline is: of the pay period."""
    return voice.say("until payday")


def after_payday(voice: Voice) -> str:
    """Say of which days the headline is: of a pay period whose end has passed."""
    return voice.say("payday is late")


def title_of_month(voice: Voice, month: str) -> str:
    """Title the page of a month."""
    return voice.say("Budget, {month}", month=month)


def title_of_pay(voice: Voice) -> str:
    """Title the page of a pay period."""
    return voice.say("Budget, pay period")


def title_of_category(voice: Voice, name: str) -> str:
    """Title the page of a category."""
    return voice.say("Budget, {name}", name=name)


def share_of_limits(voice: Voice) -> str:
    """Say what limits mean over other days than a week."""
    return voice.say("Limits are weekly: here each counts a seventh a day.")


def short_title(voice: Voice) -> str:
    """Name the page on a home screen."""
    return voice.say("Budget")


def card_title(voice: Voice) -> str:
    """Title the card that a chat draws of a link; it tells nothing of the budget."""
    return voice.say("A shared budget")


def card_sentence(voice: Voice) -> str:
    """Say what the link on a card does."""
    return voice.say("Opens in the browser.")


def days_and_rate(voice: Voice, days: int, rate: str) -> str:
    """Say how many days are left, and what is left for each."""
    if days == 1:
        return _the_last_day(voice)
    return voice.count("{n} day, {rate} a day", "{n} days, {rate} a day", days, rate=rate)


def days_left(voice: Voice, days: int) -> str:
    """Say how many days are left where nothing is left for them."""
    return _the_last_day(voice) if days == 1 else voice.count("{n} day", "{n} days", days)


def _the_last_day(voice: Voice) -> str:
    """Say that the week ends today."""
    return voice.say("the last day")


def spent_of(voice: Voice, spent: str, limit: str) -> str:
    """Say what is spent, of all that may be."""
    return voice.say("spent {spent} of {limit}", spent=spent, limit=limit)


def spent_alone(voice: Voice, spent: str) -> str:
    """Say what is spent where there is no limit."""
    return voice.say("spent {spent}", spent=spent)


def amount_of(voice: Voice, spent: str, limit: str) -> str:
    """Say what a category has spent of its limit."""
    return voice.say("{spent} of {limit}", spent=spent, limit=limit)


def pace_label(voice: Voice, pace: Pace, money: Money) -> str:
    """Say how far spending is from the even pace."""
    if pace.ahead > 0:
        return voice.say("{amount} under pace", amount=money.brief(pace.ahead))
    if pace.ahead < 0:
        return voice.say("{amount} over pace", amount=money.brief(-pace.ahead, up=True))
    return voice.say("on pace")


def line(voice: Voice, days: Sequence[str]) -> str:
    """Say what the line shows: what was spent by the end of each day."""
    if not days:
        return voice.say("An even pace. Nothing is spent yet.")
    return voice.say("Spent by the end of each day, against an even pace: {days}", days=voice.listed(days))


def payday_in(voice: Voice, days: int) -> str:
    """Say how far the payday is."""
    return voice.count("Payday in {n} day", "Payday in {n} days", days) if days else voice.say("Payday today")


def payday_was_expected(voice: Voice, day: str) -> str:
    """Say that a paycheck is late."""
    return voice.say("Payday was expected {day}", day=day)


def rate(voice: Voice, amount: str) -> str:
    """Say what is left for each day."""
    return voice.say("{amount} a day", amount=amount)


def after_bills(voice: Voice, amount: str) -> str:
    """Say that bills are taken off."""
    return voice.say("after {amount} of bills", amount=amount)


def usual_week(voice: Voice, weekday: str) -> str:
    """Head what is usually spent up to a weekday; without one, in a whole week."""
    return voice.say("Usual week by {weekday}", weekday=weekday) if weekday else voice.say("Usual week")


def against_usual(voice: Voice, usual: int, spent: int, money: Money) -> str:
    """Compare what is spent with what is usual."""
    if spent < usual:
        return voice.say("{amount} less this time", amount=money.brief(usual - spent))
    if spent > usual:
        return voice.say("{amount} more this time", amount=money.brief(spent - usual))
    return voice.say("the same this time")


def more_entries(voice: Voice, n: int) -> str:
    """Say how many entries of a day are folded away."""
    return voice.count("{n} more", "{n} more", n)


def first_entry(voice: Voice, example: str) -> str:
    """Say in an empty book how it begins."""
    return voice.say("Nothing is recorded yet. Write to the bot, for example: {example}", example=example)


def picture_heading(voice: Voice, week: str, days: int) -> str:
    """Head the picture of the current week, with the days left."""
    if days == 1:
        return voice.say("This week · {week} · the last day", week=week)
    return voice.count("This week · {week} · {n} day left", "This week · {week} · {n} days left", days, week=week)


def picture_heading_of_other_week(voice: Voice, week: str) -> str:
    """Head the picture of any other week."""
    return voice.say("Week · {week}", week=week)


def category_by_week(voice: Voice, name: str) -> str:
    """Head the picture of a category."""
    return voice.say("{name}, week by week", name=name)


def since_paycheck(voice: Voice, day: str) -> str:
    """Name the days of a pay period."""
    return voice.say("Since {day}", day=day)


def of_limit(voice: Voice, limit: str) -> str:
    """Say what a limit is, beside what is spent of it."""
    return voice.say("of {limit}", limit=limit)


def left(voice: Voice, amount: str) -> str:
    """Say what is left."""
    return voice.say("{amount} left", amount=amount)


def nothing_left(voice: Voice) -> str:
    """Say that nothing is left."""
    return voice.say("Nothing left")


def nothing(voice: Voice) -> str:
    """Say that nothing is left, in a column that is headed so."""
    return voice.say("nothing")


def headline(voice: Voice, remaining: int, money: Money) -> str:
    """Say what is left in round figures; below zero, how far it is passed."""
    if remaining == 0:
        return nothing_left(voice)
    return left(voice, money.brief(remaining)) if remaining > 0 else over(voice, money.brief(-remaining, up=True))


def over(voice: Voice, amount: str) -> str:
    """Say how far a limit is passed."""
    return voice.say("{amount} over", amount=amount)


def nothing_and_over(voice: Voice, amount: str) -> str:
    """Say that nothing is left of a paycheck, and how much more is spent."""
    return voice.say("nothing, {amount} over", amount=amount)


def more_categories(voice: Voice, n: int) -> str:
    """Name the sum of the smallest categories."""
    return voice.count("{n} more category", "{n} more categories", n)


def more_bills(voice: Voice, n: int) -> str:
    """Say how many bills are left out."""
    return voice.count("and {n} more bill", "and {n} more bills", n)


def no_limit(voice: Voice) -> str:
    """Say in a column of limits that a category has none."""
    return voice.say("no limit")


def removed(voice: Voice, name: str) -> str:
    """Name a category that is removed."""
    return voice.say("{name} (removed)", name=name)


def paycheck(voice: Voice, day: str) -> str:
    """Name the paycheck of a day."""
    return voice.say("Paycheck, {day}", day=day)


def kind(voice: Voice, of: Kind) -> str:
    """Name a kind of entry; spending is the usual, and has no name."""
    match of:
        case Kind.EXPENSE:
            return ""
        case Kind.REFUND:
            return voice.say("Refund")
        case Kind.PAYCHECK:
            return voice.say("Paycheck")
        case Kind.EXTRA:
            return voice.say("Extra cash")
        case Kind.BILL:
            return voice.say("Bill")


def latest_listed(voice: Voice, n: int) -> str:
    """Say that the list of entries is cut."""
    return voice.count(
        "The latest {n} is listed; the sums count all.", "The latest {n} are listed; the sums count all.", n
    )


def updated(voice: Voice, moment: str) -> str:
    """Say which moment the page shows."""
    return voice.say("Updated {moment}.", moment=moment)


def works_until(voice: Voice, day: str) -> str:
    """Say how long the link works, and what it allows."""
    return voice.say(
        "The link works until {day}, and whoever has it can look; nobody can change anything here.", day=day
    )


def pace(voice: Voice, amount: str) -> str:
    """Say where spending should stand today."""
    return voice.say("where today should be: {amount} in all", amount=amount)
