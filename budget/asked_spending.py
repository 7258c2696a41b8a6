"""What was spent over the days that a question asks about: `how much did I spend yesterday?`."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple

from budget.categories import Category
from budget.daily import daily_sums, days_of
from budget.grammar.asking import Asked, Stretch
from budget.ledger import BudgetView
from budget.looks import summary_of
from budget.overview import days_of_pay, month_of
from budget.periods import Days
from budget.summary import Summary


class AskedSpending(NamedTuple):
    """What each category spent over some days, by its number, and what bills outside the limits took; minor units.

    ``summary`` is of the present week. ``days`` are None where a pay period is asked about and there is none yet.
    """

    summary: Summary
    days: Days | None
    spent: Mapping[int, int]
    bills: int
    categories: tuple[Category, ...]
    """All of the budget, removed ones too."""


def spending_asked(view: BudgetView, now: datetime, asked: Asked) -> AskedSpending:
    """Return what was spent over the days that a question asks about."""
    summary = summary_of(view, now)
    days = _days(asked, summary)
    if days is None:
        return AskedSpending(summary, None, {}, 0, view.budget.categories)
    sums = daily_sums(view, days)
    return AskedSpending(summary, days, sums.by_category(days), sums.bills(days), view.budget.categories)


def _days(asked: Asked, summary: Summary) -> Days | None:
    if asked.stretch is Stretch.LAST_WEEK:
        return days_of(summary.week.previous)
    if asked.stretch is Stretch.PERIOD:
        period = summary.pay_period
        return None if period is None else days_of_pay(period, summary.today)
    day = asked.day or summary.today
    return month_of(day) if asked.stretch is Stretch.MONTH else _one(day)


def _one(day: date) -> Days:
    return Days(day, day + timedelta(days=1))
