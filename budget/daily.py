"""What was spent day by day: the sums of one read, with spread expenses in their shares, and the usual week that follows."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from statistics import median

from budget.entries import Kind
from budget.ledger import BudgetView
from budget.ledger_values import DaySum
from budget.periods import Days, Week
from budget.spreads import Spread, share

USUAL_WEEKS = 8
"""Weeks with entries that a usual week is the median of."""
FEWEST_WEEKS = 2
"""Weeks with entries below which there is no usual week."""
WEEKS_BACK = 12
"""Weeks before the one that is shown, among which those with entries are looked for."""
_DAY = timedelta(days=1)
_SPENDING = {Kind.EXPENSE: 1, Kind.REFUND: -1}


class DailySums:
    """What was spent on each day, minor units: by category, by bills, and of each entry as it is listed."""

    def __init__(
        self, sums: Iterable[DaySum], spreads: Sequence[Spread] = (), week_of: Callable[[date], Week] = Week
    ) -> None:
        self._spent: dict[date, dict[int, int]] = {}
        self._bills: dict[date, int] = {}
        self._out: dict[date, int] = {}
        for day, kind, category, amount in sums:
            signed = _SPENDING.get(kind, 1) * amount
            self._out[day] = self._out.get(day, 0) + signed
            if category is None:
                self._bills[day] = self._bills.get(day, 0) + signed
            else:
                self._add(day, category, signed)
        for spread in spreads:
            for day, change in _changes(spread, week_of(spread.day)):
                self._add(day, spread.category, change)

    def _add(self, day: date, category: int, amount: int) -> None:
        of_day = self._spent.setdefault(day, {})
        of_day[category] = of_day.get(category, 0) + amount

    def by_category(self, days: Days) -> dict[int, int]:
        """Return what each category spent in some days; only categories with entries."""
        found: dict[int, int] = {}
        for day in _each(days):
            for category, amount in self._spent.get(day, {}).items():
                found[category] = found.get(category, 0) + amount
        return found

    def weeks_back(self, from_: date, length: int = 7) -> dict[int, int]:
        """Return what all categories spent in the first days of each week, by the weeks that it begins before ``from_``.

        Weeks without spending are left out, those whose other days have some are 0.
        """
        found: dict[int, int] = {}
        for day, by_category in self._spent.items():
            weeks, of_week = divmod((day - from_).days, 7)
            found[-weeks] = found.get(-weeks, 0) + (sum(by_category.values()) if of_week < length else 0)
        return found

    def each_day(self, days: Days, categories: Iterable[int]) -> list[int]:
        """Return what some categories spent on each of some days."""
        counted = frozenset(categories)
        return [
            sum(amount for category, amount in self._spent.get(day, {}).items() if category in counted)
            for day in _each(days)
        ]

    def bills(self, days: Days) -> int:
        """Return what bills outside the weekly limits took in some days."""
        return sum(self._bills.get(day, 0) for day in _each(days))

    def out_on(self, day: date) -> int:
        """Return what went out on a day by the entries that are listed under it, refunds taken off."""
        return self._out.get(day, 0)


def _each(days: Days) -> Iterable[date]:
    day = days.start
    while day < days.end:
        yield day
        day += _DAY


def _changes(spread: Spread, first: Week) -> Iterable[tuple[date, int]]:
    """Return by how much spreading changes days: its own day bears the first share, each later week's first day another one."""
    yield spread.day, share(spread.amount, 0, spread.weeks) - spread.amount
    for n in range(1, spread.weeks):
        yield first.start + timedelta(days=7 * n), share(spread.amount, n, spread.weeks)


def daily_sums(view: BudgetView, days: Days) -> DailySums:
    """Return what was spent on each of some days: one read, and another one where expenses are spread."""
    spreads = view.spreads() if view.budget.has_spreads else ()
    return DailySums(view.day_sums(days.start, days.end), spreads, view.budget.week_of)


def days_of(week: Week) -> Days:
    """Return a week as its days."""
    return Days(week.start, week.end)


def before(week: Week, weeks: int) -> Week:
    """Return the week some weeks before."""
    return Week(week.start - timedelta(days=7 * weeks))


def usual_spent(sums: DailySums, week: Week, until: date) -> int | None:
    """Return what is usually spent in a week up to the weekday of a day: the median of the latest weeks before with entries.

    None where there are too few of them. A median between two weeks is rounded down.
    """
    by_week = sums.weeks_back(week.start, (until - week.start).days + 1)
    spent = [by_week[n] for n in range(1, WEEKS_BACK + 1) if n in by_week][:USUAL_WEEKS]
    return int(median(spent) // 1) if len(spent) >= FEWEST_WEEKS else None
