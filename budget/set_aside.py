"""What bills take from a pay period: what is due in it, and what it sets aside for bills that are borne ahead.

What is set aside for an occurrence grows from day to day, from the occurrence before it until its own planned day. It is set aside
no more once the occurrence is paid or let go. A pay period takes the difference between what is set aside at its end and at its
start, so what consecutive periods take adds up, wherever they are cut: nothing is given back that was not set aside before.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from budget.bills import LET_GO_AFTER, Bill, Bills, Due, State

_BACK = timedelta(days=62)
"""Before a pay period, where occurrences are planned that may be paid or let go in it. Older ones are not."""
_DAY = timedelta(days=1)


class SetAside(NamedTuple):
    """What a pay period sets aside for a bill that is borne ahead, minor units, and its first open occurrence from then on.

    Below zero: the bill was paid in it, and so much of that was set aside in the pay periods before.
    """

    bill: Bill
    amount: int
    due: Due | None


class BillsDue(NamedTuple):
    """What the bills take from a pay period. ``dues`` are to be paid before its end; ``after`` is the first one behind it."""

    dues: tuple[Due, ...]
    amount: int
    """Minor units. Of a bill that is borne ahead the share counts, without what was set aside before and is given back."""
    after: Due | None
    aside: tuple[SetAside, ...] = ()
    """For each bill that is borne ahead, in the order of their days; none where nothing is. What is given back comes last."""
    covered: tuple[Due, ...] = ()
    """What of ``dues`` was set aside whole in the pay periods before: it takes nothing any more."""

    @property
    def whole(self) -> tuple[Due, ...]:
        """What of ``dues`` is not borne ahead, and counts whole."""
        return tuple(due for due in self.dues if not due.is_borne)

    @property
    def taken(self) -> int:
        """What is to be paid and to be set aside, minor units, without what is given back."""
        return self.amount - sum(one.amount for one in self.aside if one.amount < 0)


def due_before(bills: Bills, paid_on: date, payday: date, today: date) -> BillsDue:
    """Return what the bills take from the pay period that began on ``paid_on``, until the expected ``payday``.

    Where the payday is overdue, what falls due today counts still.
    """
    end = max(payday, today + _DAY)
    dues = bills.open_before(end, today)
    found = ((bill, set_aside(bills, bill, paid_on, end, today)) for bill in bills.current if bill.ahead is not None)
    aside = [SetAside(bill, amount, bills.next_open(bill, today, paid_on)) for bill, amount in found if amount]
    aside.sort(key=lambda one: (one.amount < 0, one.due.day if one.due is not None else date.max, one.bill.number))
    amount = sum(due.amount for due in dues if not due.is_borne) + sum(one.amount for one in aside)
    covered = tuple(due for due in dues if due.is_borne and due.day < paid_on)
    return BillsDue(dues, amount, bills.next_after(end, today), tuple(aside), covered)


def set_aside(bills: Bills, bill: Bill, start: date, end: date, today: date) -> int:
    """Return what the days from ``start`` up to and without ``end`` set aside for a bill, minor units, as of ``today``.

    Below zero where more is given back than is set aside. 0 for a bill that is not borne ahead, or is off.
    """
    return sum(one.at(end) - one.at(start) for one in _borne(bills, bill, start, end, today))


class _Borne(NamedTuple):
    """An occurrence that is borne ahead, by the days after ``begun``; ``ended`` is the day on which it was paid or let go."""

    due: Due
    begun: date
    ended: date | None

    def at(self, day: date) -> int:
        """Return what is set aside for it when a day begins, minor units."""
        if self.ended is not None and self.ended < day:
            return 0
        days = (self.due.planned - self.begun).days
        past = min(days, max(0, (day - self.begun).days - 1))
        return self.due.amount * past // days


def _borne(bills: Bills, bill: Bill, start: date, end: date, today: date) -> Iterator[_Borne]:
    """Yield the occurrences of a bill of which something may be set aside, or given back, from ``start`` to ``end``.

    Each is borne by the days after the one before it, its own planned day included. One that is skipped is borne by no day.
    """
    if bill.ahead is None or bill.removed or end <= start:
        return
    first = max(start - min(_BACK, start - date.min), bill.ahead, bill.since)
    planned = bill.schedule.first_planned(first)
    while planned is not None:
        before, following = bill.schedule.neighbours(planned)
        begun = max(bill.ahead - _DAY, before) if before is not None else bill.ahead - _DAY
        due = bills.planned(bill, planned, today)
        if due.state is not State.SKIPPED:
            yield _Borne(due, min(begun, planned - _DAY), _ended(due))
        planned = following if planned < end else None


def _ended(due: Due) -> date | None:
    """Return the day on which an occurrence was paid or let go; None while it is to be paid."""
    if due.payment is not None:
        return due.payment.day
    return due.day + timedelta(days=LET_GO_AFTER) if due.state is State.LET_GO else None
