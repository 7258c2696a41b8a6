"""Bills: what is due when, and in which state.

Occurrences are computed from a bill's schedule. What is stored are decisions alone: an occurrence was paid (by an entry), skipped
or moved. Nothing is ever posted by itself. Which expense pays a bill stands in `budget.payments`, what the bills take from a pay
period in `budget.set_aside`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum, auto
from typing import NamedTuple

from budget.categories import Category, as_compared, checked_shape, folded
from budget.errors import InvalidChoice, Why
from budget.money import Money
from budget.schedules import Occurrence, Schedule

MOST_BILLS = 50
"""Bills in use."""
MOST_BILLS_EVER = 200
"""Bills in use and those that are off: a budget is read with all of them."""
LET_GO_AFTER = 31
"""Days: an occurrence that is open and so late is let go."""
_AROUND = timedelta(days=62)  # in which the decision next to a new schedule is looked for
_NEARLY_ALL = timedelta(days=40 * 366)  # in which the next open occurrence is looked for


class Rate(NamedTuple):
    """What a bill costs from the occurrence of a planned day on: minor units, ``about`` where that is an estimate."""

    since: date
    amount: int
    about: bool = False


class Freed(NamedTuple):
    """What changes of a bill have freed of what the pay periods before had set aside for it, in the pay period of a day.

    Minor units: ``used`` was part of a payment in that period, ``free`` is the rest; below zero it is made up in that period.
    """

    day: date
    used: int
    free: int


@dataclass(frozen=True, slots=True)
class Bill:
    """A bill; ``number`` identifies it within its budget. There are no occurrences planned before ``since``.

    ``rates`` (at least one, ascending) are what it costs. Without a ``category`` its payments stand outside the weekly limits.
    ``ahead`` is the day from which each pay period bears a share of it, None where none does. ``removed`` is a bill that is off.
    ``freed`` is what the latest changes have freed of what was set aside for it.
    """

    number: int
    name: str
    schedule: Schedule
    since: date
    rates: tuple[Rate, ...]
    category: int | None = None
    ahead: date | None = None
    removed: bool = False
    freed: Freed | None = None

    def rate_of(self, planned: date) -> Rate:
        """Return what the occurrence of a planned day costs; before the first rate that one counts."""
        return next((rate for rate in reversed(self.rates) if rate.since <= planned), self.rates[0])

    @property
    def rate(self) -> Rate:
        """What it costs as it was last set."""
        return self.rates[-1]


class Payment(NamedTuple):
    """The entry that paid an occurrence: its address, its amount (minor units) and its day."""

    message: int
    line: int
    amount: int
    day: date


class Decision(NamedTuple):
    """What was decided about an occurrence. ``payment`` is None where its entry is undone: then the occurrence is open again."""

    bill: int
    planned: date
    payment: Payment | None = None
    moved_to: date | None = None
    skipped: bool = False


class State(StrEnum):
    """The state of an occurrence as of a day."""

    OPEN = auto()
    PAID = auto()
    SKIPPED = auto()
    MOVED = auto()  # open, on another day
    OVERDUE = auto()  # open, and its day is past
    LET_GO = auto()  # open, and 31 days late

    @property
    def is_open(self) -> bool:
        """Whether it is still to be paid."""
        return self in {State.OPEN, State.MOVED, State.OVERDUE}


class Due(NamedTuple):
    """An occurrence of a bill as of a day; ``day`` is when it falls due, after weekends and moves."""

    bill: Bill
    planned: date
    day: date
    state: State
    payment: Payment | None = None

    @property
    def amount(self) -> int:
        """What the occurrence costs by the bill, minor units."""
        return self.bill.rate_of(self.planned).amount

    @property
    def about(self) -> bool:
        """Whether the amount is an estimate."""
        return self.bill.rate_of(self.planned).about

    @property
    def is_borne(self) -> bool:
        """Whether pay periods bear it ahead, by shares; one that was planned before that was said counts whole."""
        return self.bill.ahead is not None and self.planned >= self.bill.ahead


@dataclass(frozen=True, slots=True)
class Bills:
    """A budget's bills with what was decided about their occurrences."""

    bills: tuple[Bill, ...] = ()
    decisions: Mapping[tuple[int, date], Decision] = field(default_factory=dict)
    """By the bill's number and the planned day."""

    @property
    def current(self) -> tuple[Bill, ...]:
        """The bills that are not off."""
        return tuple(bill for bill in self.bills if not bill.removed)

    def dues_of(self, bill: Bill, start: date, end: date, today: date) -> Iterator[Due]:
        """Yield a bill's occurrences that fall due from ``start`` up to and without ``end``, as of ``today``, in no order."""
        for occurrence in bill.schedule.occurrences(start, end):
            decision = self.decisions.get((bill.number, occurrence.planned))
            moved = decision is not None and decision.moved_to is not None
            if occurrence.planned >= bill.since and not moved:
                yield _due(bill, occurrence, decision, today)
        for decision in self.decisions.values():
            to = decision.moved_to
            if decision.bill != bill.number or to is None or not start <= to < end or decision.planned < bill.since:
                continue
            if bill.schedule.plans(decision.planned):
                yield _due(bill, Occurrence(decision.planned, to), decision, today)

    def planned(self, bill: Bill, planned: date, today: date) -> Due:
        """Return the occurrence of a bill that its schedule plans for a day, as of ``today``."""
        decision = self.decisions.get((bill.number, planned))
        day = decision.moved_to if decision is not None and decision.moved_to is not None else None
        return _due(bill, Occurrence(planned, day or bill.schedule.due_on(planned)), decision, today)

    def occurrence(self, number: int, planned: date, today: date) -> Due | None:
        """Return the occurrence of a bill that was planned for a day; None where there is none, or the bill is off."""
        bill = next((one for one in self.current if one.number == number), None)
        if bill is None or planned < bill.since or not bill.schedule.plans(planned):
            return None
        return self.planned(bill, planned, today)

    def dues(self, start: date, end: date, today: date) -> tuple[Due, ...]:
        """Return all occurrences that fall due from ``start`` up to and without ``end``, as of ``today``, in their order."""
        found = (due for bill in self.current for due in self.dues_of(bill, start, end, today))
        return tuple(sorted(found, key=lambda due: (due.day, due.planned, due.bill.number)))

    def open_before(self, end: date, today: date) -> tuple[Due, ...]:
        """Return what is still to be paid before a day: what is overdue, too."""
        start = today - timedelta(days=LET_GO_AFTER)
        return tuple(due for due in self.dues(start, end, today) if due.state.is_open)

    def next_open(self, bill: Bill, today: date, after: date | None = None) -> Due | None:
        """Return the first occurrence of a bill that is to be paid, overdue ones too; only from the day ``after`` on, if given."""
        first = after if after is not None else today - timedelta(days=LET_GO_AFTER)
        for start, end in _widening(first):
            found = [due for due in self.dues_of(bill, start, end, today) if due.state.is_open]
            if found:
                return min(found, key=lambda due: due.day)
        return None

    def next_after(self, day: date, today: date) -> Due | None:
        """Return the first occurrence of any bill that is to be paid on a day or later."""
        found = [due for bill in self.current if (due := self.next_open(bill, today, day)) is not None]
        return min(found, key=lambda due: (due.day, due.bill.number), default=None)

    def payments_of(self, bill: Bill) -> list[Payment]:
        """Return what paid a bill, the latest occurrence last."""
        decided = sorted(one for one in self.decisions.values() if one.bill == bill.number)
        return [one.payment for one in decided if one.payment is not None]


def _due(bill: Bill, occurrence: Occurrence, decision: Decision | None, today: date) -> Due:
    payment = decision.payment if decision is not None else None
    late = (today - occurrence.day).days
    if payment is not None:
        state = State.PAID
    elif decision is not None and decision.skipped:
        state = State.SKIPPED
    elif late >= LET_GO_AFTER:
        state = State.LET_GO
    elif late > 0:
        state = State.OVERDUE
    else:
        state = State.MOVED if decision is not None and decision.moved_to is not None else State.OPEN
    return Due(bill, *occurrence, state, payment)


def _widening(start: date) -> Iterator[tuple[date, date]]:
    """Yield ranges that grow: nearly always the first holds an open occurrence."""
    days, last = 64, min(_NEARLY_ALL, date.max - start)
    at = timedelta()
    while at < last:
        end = min(at + timedelta(days=days), last)
        yield start + at, start + end
        at, days = end, days * 4


# --- changes --------------------------------------------------------------------------------------------------------------


def checked_bill_name(
    text: str, bills: Iterable[Bill], categories: tuple[Category, ...], money: Money, *, of: Bill | None = None
) -> str:
    """Return a bill's name: as a category's, but it may equal a keyword. Raises `InvalidChoice`.

    An expense is matched by its note, so the grammar must read the name as a note, whole.
    """
    from budget.grammar.taken import stays_in_note  # the grammar knows categories

    name = checked_shape(text)
    if not name[0].isalpha():  # `5th floor 50` names a day
        raise InvalidChoice(Why.BAD_BILL_NAME, name)
    called = {folded(name), as_compared(name)}
    if any(called & {as_compared(one.name), one.key} for one in categories if not one.removed):
        raise InvalidChoice(Why.NAME_TAKEN, name)
    if not stays_in_note(name, categories, money):
        numbered = any(letter.isdecimal() for letter in name)
        raise InvalidChoice(Why.BAD_BILL_NAME if numbered else Why.BAD_NAME, name)
    others = (one for one in bills if not one.removed and (of is None or one.number != of.number))
    if any(as_compared(one.name) == as_compared(name) for one in others):
        raise InvalidChoice(Why.BILL_TAKEN, name)
    return name


def repriced(bills: Bills, bill: Bill, amount: int, today: date, *, about: bool = False) -> Bill:
    """Return a bill that costs another amount from its next open occurrence on."""
    due = bills.next_open(bill, today)
    since = due.planned if due is not None else today
    kept = tuple(rate for rate in bill.rates if rate.since < since)
    return replace(bill, rates=(*kept, Rate(since, amount, about)))


def rescheduled(bills: Bills, bill: Bill, schedule: Schedule, today: date) -> Bill:
    """Return a bill that falls due by another schedule from its next open occurrence on; its history stays.

    What was paid or skipped is not due again by the new schedule: it begins half a step after the last such occurrence. What it
    costs as last set holds from the first open occurrence of the new schedule on.
    """
    due = bills.next_open(bill, today)
    since = schedule.planned_from(today)
    since = min(since, due.planned) if due is not None else since
    decided = [
        one.planned
        for one in bills.decisions.values()
        if one.bill == bill.number and (one.skipped or one.payment is not None) and bill.schedule.plans(one.planned)
    ]
    if decided:
        last = max(decided)
        _, following = bill.schedule.neighbours(last)
        half = (following - last) / 2 if following is not None else timedelta()
        since = max(since, last + timedelta(days=half.days + 1))
    changed = replace(bill, schedule=schedule, since=since)
    first = bills.next_open(changed, today)
    if first is None or bill.rate.since <= first.planned:
        return changed
    kept = tuple(rate for rate in bill.rates if rate.since < first.planned)
    return replace(changed, rates=(*kept, bill.rate._replace(since=first.planned)))
