"""What was spent over the days that a question asks about: `how much did I spend yesterday?`."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple

from budget.bills import Bill
from budget.categories import Category, as_compared
from budget.daily import daily_sums, days_of
from budget.entries import Kind
from budget.grammar import Asked, Stretch
from budget.ledger import BudgetView
from budget.looks import summary_of
from budget.overview import days_of_pay, month_of
from budget.payments import bill_named
from budget.periods import Days
from budget.summary import Summary
from budget.sums import bills_of

_MOST = 10_000  # entries that are looked through for what was paid for a bill
_SPENDING = {Kind.EXPENSE: 1, Kind.BILL: 1, Kind.REFUND: -1}


class AskedSpending(NamedTuple):
    """What each category spent over some days, by its number, and what bills outside the limits took; minor units.

    Where one ``bill`` is asked about, ``bills`` is what was paid for it alone, or recorded with its name as the note.
    ``summary`` is of the present week. ``days`` are None where a pay period is asked about and there is none yet.
    """

    summary: Summary
    days: Days | None
    spent: Mapping[int, int]
    bills: int
    categories: tuple[Category, ...]
    """All of the budget, removed ones too."""
    bill: Bill | None = None


def spending_asked(view: BudgetView, now: datetime, asked: Asked) -> AskedSpending:
    """Return what was spent over the days that a question asks about."""
    summary = summary_of(view, now)
    days = _days(asked, summary)
    if days is None:
        return AskedSpending(summary, None, {}, 0, view.budget.categories)
    if asked.bill:
        bills = bills_of(view, days.start)
        bill = bill_named(asked.bill, bills)
        paid = frozenset() if bill is None else {(one.message, one.line) for one in bills.payments_of(bill)}
        spent = sum(
            _SPENDING.get(held.entry.kind, 0) * held.entry.amount
            for held in view.entries_in(days, _MOST)
            if (held.message, held.line) in paid or as_compared(held.entry.note) == asked.bill
        )
        return AskedSpending(summary, days, {}, spent, view.budget.categories, bill)
    sums = daily_sums(view, days)
    return AskedSpending(summary, days, sums.by_category(days), sums.bills(days), view.budget.categories)


def _days(asked: Asked, summary: Summary) -> Days | None:
    if asked.stretch is Stretch.LAST_WEEK:
        return days_of(summary.week.previous)
    if asked.stretch is Stretch.PERIOD:
        period = summary.pay_period
        return None if period is None else days_of_pay(period, summary.today)
    day = asked.day or summary.today
    if asked.last is not None:
        return Days(day, asked.last + timedelta(days=1))
    return month_of(day) if asked.stretch is Stretch.MONTH else _one(day)


def _one(day: date) -> Days:
    return Days(day, day + timedelta(days=1))
