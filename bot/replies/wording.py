"""What several replies have in common: days, entries and amounts in words."""

from datetime import date, datetime

from bot.reply import escape, quoted
from budget.budgets import Budget
from budget.entries import Entry, Kind, RecordedEntry
from budget.money import Money
from budget.periods import WEEKDAYS, Week
from budget.states import Standing
from budget.summary import Line, PayPeriod

EXAMPLE = "12.50 fun tacos"


_DAYS = tuple(name[:3].capitalize() for name in WEEKDAYS)


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_written(day: date, today: date) -> str:
    """Write ``Sat 21 Nov``, with the year where it is not today's."""
    year = f" {day.year}" if day.year != today.year else ""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}{year}"


def week_written(week: Week, today: date) -> str:
    """Write ``Mon 16 – Sun 22 Nov``."""
    first, last = day_written(week.start, today), day_written(week.last, today)
    if week.start.month == week.last.month and week.start.year == week.last.year:
        first = f"{_DAYS[week.start.weekday()]} {week.start.day}"
    return f"{first} – {last}"


def date_written(moment: datetime) -> str:
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def entry_said(held: RecordedEntry, budget: Budget, today: date, *, short: bool = False) -> str:
    said = entry_written(held.entry, budget, today, short=short)
    return f"<s>{said}</s> undone" if held.undone else f"✓ {said}"


def entry_written(entry: Entry, budget: Budget, today: date, *, short: bool = False) -> str:
    """Write an entry on one line: kind, amount with its working, category, note, and the day unless it is today."""
    amount = budget.money.written(entry.amount)
    if entry.working:
        amount = f"{entry.working} = {amount}"
    parts = [_BEFORE_AMOUNT[entry.kind] + amount]
    if entry.category is not None:
        parts.append(escape(budget.category(entry.category).name))
    if entry.note:
        parts.append(quoted(entry.note) if short else escape(entry.note))
    if entry.day != today:
        parts.append(day_written(entry.day, today))
    return " · ".join(parts)


def spent_of(line: Line, money: Money) -> str:
    said = f"{money.written(line.spent)} of {money.written(line.limit, short=True)}"
    if line.over:
        return f"{said}, {money.written(-line.remaining)} over"
    return f"{said}, {money.written(line.remaining)} left" if line.remaining else f"{said}, nothing left"


def standing_said(standing: Standing, budget: Budget, today: date) -> str:
    category = budget.category(standing.category)
    line = Line(category, standing.spent)
    current = standing.week == budget.week_of(today)
    when = "this week" if current else f"in the week of {week_written(standing.week, today)}"
    said = f"{escape(category.name)} {when}: {spent_of(line, budget.money)}"
    if standing.tell_over:
        said += "\nThat is over the limit now. Limits are soft, so nothing stops; just so you know."
    return said


def left_to_spend(period: PayPeriod, money: Money, today: date) -> str:
    if period.remaining < 0:
        return f"Left to spend: nothing, {money.written(-period.remaining)} more is spent than came in"
    per_day = money.written(period.per_day(today))
    if period.is_overdue(today):
        return f"Left to spend: {money.written(period.remaining)} (payday was expected {day_written(period.next_payday, today)})"
    return (
        f"Left to spend: {money.written(period.remaining)}, {per_day} a day "
        f"until the payday expected {day_written(period.next_payday, today)}"
    )


LONGEST = 7_400  # UTF-16 units: two messages of 4,096, parted at a line end


KINDS = {
    Kind.EXPENSE: "Spent",
    Kind.REFUND: "Refund",
    Kind.PAYCHECK: "Paycheck",
    Kind.EXTRA: "Extra cash",
    Kind.BILL: "Bill",
}

_BEFORE_AMOUNT = {
    Kind.EXPENSE: "",
    Kind.REFUND: "Refund ",
    Kind.PAYCHECK: "Paycheck ",
    Kind.EXTRA: "Extra cash ",
    Kind.BILL: "Bill ",
}
