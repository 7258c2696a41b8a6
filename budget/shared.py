"""What is behind a share link: a week, a pay period, a month, a category, the days of bills; each is one look at a budget."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from budget.budgets import Budget
from budget.calendars import Calendar, calendar_of
from budget.categories import Category
from budget.daily import WEEKS_BACK, DailySums, before, daily_sums, days_of, usual_spent
from budget.entries import RecordedEntry
from budget.history import WEEKS, History
from budget.ledger import BudgetView
from budget.ledger_values import WeekSums
from budget.looks import summary_of, summary_with
from budget.overview import Overview, Span, days_of_pay, month_of, parts_of, spending_on
from budget.periods import Days, Week
from budget.receipts import pay_period
from budget.share_links import Extent, ShareLink
from budget.summary import Line, Summary
from budget.sums import balances

WEEKS_SHOWN = 8
MOST_ENTRIES = 100
"""Entries that a page lists of one week: a page stays a page."""


class Wanted(NamedTuple):
    """What of a budget is asked for: a category's weeks, the pay period, a month, or a week; the first that is given counts."""

    day: date | None = None
    """A day of the week to show; None for today."""
    month: date | None = None
    """The first day of a month."""
    pay: bool = False
    """Whether it is the pay period of now."""
    category: str | None = None
    """The key of a category."""


@dataclass(frozen=True, slots=True)
class SharedView:
    """All that a link shows of one week. What is not in the summary is there where a page was asked for."""

    link: ShareLink
    budget: Budget
    summary: Summary
    entries: tuple[RecordedEntry, ...] | None = None
    """The week's entries; None where the link does not show them."""
    weeks: tuple[tuple[Week, int], ...] = ()
    """What was spent in each of the last weeks up to the one that is shown, the oldest first; none from before the book began."""
    sums: DailySums | None = None
    """What was spent day by day, where a page was asked for."""
    first_day: date | None = None
    """The day of the book's earliest entry."""
    usual: int | None = None
    """What is usually spent in a week up to today's weekday, minor units; None where too little is known."""


@dataclass(frozen=True, slots=True)
class SharedOverview:
    """All that a link shows of a pay period or a month. ``entries`` are None where the link does not show them."""

    link: ShareLink
    budget: Budget
    overview: Overview
    sums: DailySums
    entries: tuple[RecordedEntry, ...] | None
    first_day: date | None
    nothing_spent_on: tuple[date, ...] = ()
    """Days of which somebody said that nothing was spent."""


@dataclass(frozen=True, slots=True)
class SharedHistory:
    """All that a link shows of one category. ``entries`` are None where the link does not show them."""

    link: ShareLink
    budget: Budget
    history: History
    sums: DailySums
    entries: tuple[RecordedEntry, ...] | None
    pays: bool
    """Whether there is a pay period to lead to."""


@dataclass(frozen=True, slots=True)
class SharedCalendar:
    """The days of bills and paydays; None behind a link for totals, which names no bill."""

    link: ShareLink
    budget: Budget
    calendar: Calendar | None


@dataclass(frozen=True, slots=True)
class NothingToShow:
    """What a link does not have: a pay period before the first paycheck, a category that there is not."""

    link: ShareLink
    budget: Budget
    wanted: Wanted


Shared = SharedView | SharedOverview | SharedHistory | NothingToShow


def shown_calendar(now: datetime, link: ShareLink, view: BudgetView) -> SharedCalendar:
    shown = calendar_of(view, view.budget.day_of(now)) if link.extent is Extent.FULL else None
    return SharedCalendar(link, view.budget, shown)


def shown(now: datetime, wanted: Wanted, page: bool, link: ShareLink, view: BudgetView) -> Shared:
    if wanted.category is not None:
        category = next((one for one in view.budget.categories if one.key == wanted.category), None)
        if category is None:
            return NothingToShow(link, view.budget, wanted)
        return _history(link, view, now, category, wanted.day)
    if wanted.pay or wanted.month is not None:
        return _overview(link, view, now, wanted)
    return _week(link, view, now, wanted.day, page=page)


def _week(link: ShareLink, view: BudgetView, now: datetime, day: date | None, *, page: bool) -> SharedView:
    if not page:
        return SharedView(link, view.budget, summary_of(view, now, day))
    today = view.budget.day_of(now)
    week = view.budget.week_of(day or today)
    sums = daily_sums(view, Days(before(week, WEEKS_BACK).start, week.end))
    spent = WeekSums(sums.by_category(days_of(week)), sums.bills(days_of(week)), view.quiet_days(week))
    summary = summary_with(view, now, week, spent)
    first = view.first_day()
    weeks = _weeks_since(first, week, WEEKS_SHOWN)
    by_week = sums.weeks_back(week.start)
    return SharedView(
        link,
        view.budget,
        summary,
        _entries(link, view, week),
        tuple((each, by_week.get(len(weeks) - 1 - n, 0)) for n, each in enumerate(weeks)),
        sums,
        first,
        usual_spent(sums, week, min(today, week.last)) if week.start <= today else None,
    )


def _overview(link: ShareLink, view: BudgetView, now: datetime, wanted: Wanted) -> Shared:
    budget = view.budget
    today = budget.day_of(now)
    period, due = pay_period(view, today)
    if wanted.pay and period is None:
        return NothingToShow(link, budget, wanted)
    span = Span.PAY if wanted.pay else Span.MONTH
    days = days_of_pay(period, today) if period is not None and wanted.pay else month_of(wanted.month or today)
    sums = daily_sums(view, days)
    parts = parts_of(budget.categories, sums.by_category(days), budget.week_of, days)
    each_day = spending_on(sums, span, days, parts)
    overview = Overview(now, today, budget.money, span, days, parts, each_day, period, due, sums.bills(days))
    entries, quiet = _entries(link, view, days), view.quiet_days(days)
    return SharedOverview(link, budget, overview, sums, entries, view.first_day(), quiet)


def _history(link: ShareLink, view: BudgetView, now: datetime, category: Category, day: date | None) -> SharedHistory:
    budget = view.budget
    today = budget.day_of(now)
    week = budget.week_of(day or today)
    weeks = _weeks_since(view.first_day(), week, WEEKS)
    days = Days(weeks[0].start, week.end)
    sums, carried = daily_sums(view, days), balances(view, week)
    lines = tuple(
        Line(
            category,
            sums.by_category(days_of(each)).get(category.number, 0),
            each,
            carried.get(category.number, 0) if each == week else 0,
        )
        for each in weeks
    )
    history = History(now, today, budget.money, lines)
    pays = view.pay(today) is not None
    return SharedHistory(link, budget, history, sums, _entries(link, view, days, category.number), pays)


def _entries(
    link: ShareLink, view: BudgetView, days: Week | Days, category: int | None = None
) -> tuple[RecordedEntry, ...] | None:
    """Return the entries that a link shows, and one more where there are more; None where it shows none."""
    return tuple(view.entries_in(days, MOST_ENTRIES + 1, category)) if link.extent is Extent.FULL else None


def _weeks_since(first: date | None, week: Week, most: int) -> list[Week]:
    """Return the last weeks up to one, without those from before the first entry."""
    since = min(week.start, first or week.start)
    return [each for n in reversed(range(most)) if (each := before(week, n)).end > since]
