"""The shared page and the week's picture, as plain text: the templates escape it."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from budget.entries import Kind
from words.voice import Voice


@cache
def fixed(voice: Voice) -> Mapping[str, str]:
    """Return what the templates say without fields, by the names that they use."""
    return MappingProxyType(
        {
            "to_the_numbers": voice.say("To the numbers"),
            "weeks": voice.say("Weeks"),
            "earlier_week": voice.say("‹ Earlier week"),
            "later_week": voice.say("Later week ›"),
            "this_week": voice.say("This week"),
            "spent": voice.say("Spent"),
            "numbers": voice.say("Numbers"),
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
            "payday_was_expected": voice.say("Payday was expected"),
            "next_payday": voice.say("Next payday, expected"),
            "no_paycheck": voice.say("No paycheck yet."),
            "eight_weeks": voice.say("Eight weeks"),
            "entries": voice.say("Entries"),
            "day": voice.say("Day"),
            "what": voice.say("What"),
            "amount": voice.say("Amount"),
            "nothing_recorded": voice.say("Nothing is recorded in this week."),
            "chart_title": voice.say("The week’s spending against its limits. The table below says the same."),
            "sums_only": voice.say("This link shows sums, not single entries."),
        }
    )


def title(voice: Voice, week: str) -> str:
    """Title the page."""
    return voice.say("Budget, week of {week}", week=week)


def week(voice: Voice) -> str:
    """Head a week that is not the current one."""
    return voice.say("Week")


def current_week(voice: Voice, days: int) -> str:
    """Head the current week, with the days left."""
    return voice.count("This week · last day", "This week · {n} days left", days)


def picture_heading(voice: Voice, week: str, days: int) -> str:
    """Head the picture of the current week, with the days left."""
    return voice.count("This week · {week} · last day", "This week · {week} · {n} days left", days, week=week)


def picture_heading_of_other_week(voice: Voice, week: str) -> str:
    """Head the picture of any other week."""
    return voice.say("Week · {week}", week=week)


def of_limit(voice: Voice, limit: str) -> str:
    """Say what a limit is, beside what is spent of it."""
    return voice.say("of {limit}", limit=limit)


def of_limit_and(voice: Voice, limit: str) -> str:
    """Say what a limit is, before what is left of it."""
    return voice.say("of {limit},", limit=limit)


def left(voice: Voice, amount: str) -> str:
    """Say what is left."""
    return voice.say("{amount} left", amount=amount)


def nothing_left(voice: Voice) -> str:
    """Say that nothing is left."""
    return voice.say("nothing left")


def nothing(voice: Voice) -> str:
    """Say that nothing is left, in a column that is headed so."""
    return voice.say("nothing")


def over(voice: Voice, amount: str) -> str:
    """Say how far a limit is passed."""
    return voice.say("{amount} over", amount=amount)


def nothing_and_over(voice: Voice, amount: str) -> str:
    """Say that nothing is left of a paycheck, and how much more is spent."""
    return voice.say("nothing, {amount} over", amount=amount)


def more_categories(voice: Voice, n: int) -> str:
    """Name the sum of the smallest categories."""
    return voice.count("{n} more category", "{n} more categories", n)


def bill_on(voice: Voice, name: str, day: str) -> str:
    """Name a bill and the day on which it is due."""
    return voice.say("{name}, {day}", name=name, day=day)


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


def weeks_title(voice: Voice, weeks: str) -> str:
    """Say what the chart of the last weeks shows."""
    return voice.say("Spent in each of eight weeks: {weeks}", weeks=weeks)


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


def as_of(voice: Voice, moment: str) -> str:
    """Say which moment the page shows."""
    return voice.say("As of {moment}.", moment=moment)


def works_until(voice: Voice, day: str) -> str:
    """Say how long the link works, and what it allows."""
    return voice.say(
        "The link works until {day}, and whoever has it can look; nobody can change anything here.", day=day
    )


def pace(voice: Voice, amount: str) -> str:
    """Say where spending should stand today."""
    return voice.say("where today should be: {amount} in all", amount=amount)
