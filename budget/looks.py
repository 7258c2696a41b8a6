"""What a look sees: a week's summary, and the budget that a chat would have where none was opened."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import islice
from typing import NamedTuple, TypeVar

from budget.bills import Decision
from budget.budgets import Beginnings, Budget
from budget.categories import Category, starters_in
from budget.entries import Entry, RecordedEntry
from budget.entry_changes import EntryChange, Shown
from budget.errors import LedgerUnavailable
from budget.grammar import Offer
from budget.grammar.given import naming_by_note
from budget.imports.duplicates import HeldEntry
from budget.imports.proposals import ImportedFile
from budget.ledger import BudgetView
from budget.ledger_values import DaySum, Rule, Spending, WeekSums
from budget.paydays import Source, next_payday
from budget.periods import Days, Week
from budget.receipts import pay_period
from budget.schedules import Schedule
from budget.spreads import Spread
from budget.summary import Line, Summary
from budget.sums import balances, spent_in_week

_T = TypeVar("_T")

_DAYS_SHOWN = 3  # paydays to come


class PaydaysLook(NamedTuple):
    """When paychecks are expected as of ``today``: by a ``rule``, None where the paychecks so far tell.

    ``days`` are the next ones, from today on. ``late`` is one that is past and on which no paycheck came.
    """

    today: date
    rule: Schedule | None
    days: tuple[date, ...]
    late: date | None = None


def summary_of(view: BudgetView, now: datetime, day: date | None = None, weeks_back: int = 0) -> Summary:
    """Return the week of a day (of today, without one), or one some weeks before it, with the pay period of now."""
    budget = view.budget
    today = budget.day_of(now)
    week = budget.week_of(day or today)
    for _ in range(weeks_back):
        week = week.previous
    return summary_with(view, now, week, spent_in_week(view, week))


def as_read(read: Budget, look: Callable[[BudgetView], _T], view: BudgetView) -> _T:
    """Return what a look sees of the budget against which a message was ``read``: amounts and numbers mean what they did there.

    Raises `LedgerUnavailable` where it has changed since: a repeat reads the message anew.
    """
    now = view.budget
    if (read.money, read.categories, read.bills) != (now.money, now.categories, now.bills):
        raise LedgerUnavailable("the budget has changed while a message was read")
    return look(view)


class WeekLook(NamedTuple):
    """A week's summary, and the day of the book's earliest entry: None where there is no entry."""

    summary: Summary
    first_day: date | None


def week_seen(view: BudgetView, now: datetime, day: date | None = None, weeks_back: int = 0) -> WeekLook:
    """Return the week of a day (of today, without one), or one some weeks before it, and when the book began."""
    return WeekLook(summary_of(view, now, day, weeks_back), view.first_day())


def summary_with(view: BudgetView, now: datetime, week: Week, sums: WeekSums) -> Summary:
    """Return a week's summary from its sums, with the pay period of now."""
    budget, today, carried = view.budget, view.budget.day_of(now), balances(view, week)
    spent = sums.by_category
    lines = tuple(
        Line(category, spent.get(category.number, 0), week, carried.get(category.number, 0))
        for category in budget.categories
        if category.is_there(week.end) or spent.get(category.number) or category.limit_in(week)
    )
    period, due = pay_period(view, today)
    return Summary(now, today, budget.money, week, lines, period, due, sums.bills, sums.quiet)


def paydays_of(view: BudgetView, now: datetime) -> PaydaysLook:
    """Return when paychecks are expected: the next days of the rule, else the one day that the paychecks so far tell."""
    today, rule = view.budget.day_of(now), view.budget.payday
    pay = view.pay(today)
    following = next_payday(pay.paydays, rule) if pay is not None else None
    late = following.day if following is not None and following.day < today else None
    if rule is not None and (following is None or following.source is Source.SAID):
        first = today if following is None else max(today, following.day)
        days = tuple(one.day for one in islice(rule.occurrences(first, date.max), _DAYS_SHOWN))
        return PaydaysLook(today, rule, days, late)
    return PaydaysLook(today, rule, (following.day,) if following is not None and late is None else (), late)


def rules_of(view: BudgetView, most: int) -> tuple[Budget, Sequence[Rule]]:
    """Return what taps taught, the latest first, without what a word of the budget's own overrides: that counts once it is gone."""
    budget = view.budget
    scope = budget.scope(date.min, lambda _note: budget.categories[0].number)  # every note is taught
    return budget, [
        rule for rule in view.rules(most) if naming_by_note(rule.note, date.min, scope).offer is Offer.TAUGHT
    ]


def budget_begun(owner: int, begin: Beginnings) -> Budget:
    """Return the budget that a chat would have. Its categories have negative numbers: they are not stored."""
    categories = tuple(
        Category(-number, new.key, new.name, new.keywords, new.limit_in(begin.money.currency))
        for number, new in enumerate(starters_in(begin.language), 1)
    )
    return Budget(owner, begin.money, begin.time_zone, begin.week_starts_on, categories, language=begin.language)


class Unopened:
    """The `BudgetView` of a budget that was not opened."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget

    def spent(self, _week: Week) -> WeekSums:
        return WeekSums({}, 0)

    def quiet_days(self, _days: Week | Days) -> tuple[date, ...]:
        return ()

    def pay(self, _today: date) -> None:
        return None

    def spent_in(self, _weeks: Sequence[Week]) -> Mapping[int, Mapping[date, int]]:
        return {}

    def day_sums(self, _start: date, _end: date) -> Sequence[DaySum]:
        return ()

    def came_in(self, _days: Days) -> int:
        return 0

    def spendings(self, _days: Days) -> Iterator[Spending]:
        return iter(())

    def spreads(self) -> Sequence[Spread]:
        return ()

    def decisions(self, _since: date) -> Sequence[Decision]:
        return ()

    def entries_in(self, _days: Week | Days, _most: int, _category: int | None = None) -> Sequence[RecordedEntry]:
        return ()

    def expenses_in(self, _days: Days, _most: int, _over: int, _category: int | None = None) -> Sequence[RecordedEntry]:
        return ()

    def expenses_of(self, _category: int, _days: Days, _amounts: range, _most: int) -> Sequence[RecordedEntry]:
        return ()

    def recent(self, _most: int, _category: int | None = None) -> Sequence[RecordedEntry]:
        return ()

    def listed(self, _of: Shown, _most: int, _category: int | None = None) -> Sequence[RecordedEntry]:
        return ()

    def entry_changes(self, _most: int, _of: tuple[int, int] | None = None) -> Sequence[EntryChange]:
        return ()

    def first_day(self) -> date | None:
        return None

    def rules(self, _most: int) -> Sequence[Rule]:
        return ()

    def entries_after(self, _message: int, _line: int, _most: int) -> Sequence[RecordedEntry]:
        return ()

    def imported_in(self, _days: Days, _bank_ids: Collection[str]) -> Sequence[HeldEntry]:
        return ()

    def typed_in(self, _days: Days, _most: int) -> Sequence[Entry]:
        return ()

    def taught(self, _notes: Iterable[str]) -> Mapping[str, int]:
        return {}

    def heading_answers(self, _heading: str) -> Mapping[str, str]:
        return {}

    def imports(self, _most: int) -> Sequence[ImportedFile]:
        return ()
