"""What bills take from a pay period: what is due in it, and what it sets aside for bills that are borne ahead.

What is set aside for an occurrence grows from day to day, from the occurrence before it until its own planned day; nothing is set
aside before the first paycheck. It is set aside no more once the occurrence is paid or let go. A pay period takes the difference
between what is set aside at its end and at its start, so what consecutive periods take adds up, wherever they are cut: nothing is
given back that was not set aside before.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from budget.bills import LET_GO_AFTER, Bill, Bills, Due, State
from budget.periods import Days

_BACK = timedelta(days=62)
"""Before a pay period, where occurrences are planned that may be paid or let go in it. Older ones are not."""
_DAY = timedelta(days=1)


class Taken(NamedTuple):
    """What a pay period takes for an occurrence of a bill, minor units.

    All of it, or the share of it that is set aside in the period: 0 where all was set aside in the periods before.
    """

    due: Due
    amount: int


class GivenBack(NamedTuple):
    """What was set aside for a bill in the pay periods before, and is not set aside any more: minor units.

    ``used`` is part of what was paid in this period, ``free`` is left of it: less was paid than that, or the bill was let go.
    """

    bill: Bill
    used: int
    free: int


class BillsDue(NamedTuple):
    """What the bills take from a pay period. ``dues`` are to be paid before its end; ``after`` is the first one behind it."""

    dues: tuple[Due, ...]
    after: Due | None = None
    taken: tuple[Taken, ...] = ()
    """All of ``dues``, and what else something is set aside for, in the order of their days."""
    back: tuple[GivenBack, ...] = ()
    """In the order of the bills; those of which nothing is given back are left out."""

    @property
    def amount(self) -> int:
        """What is to be paid and to be set aside in the period, minor units."""
        return sum(one.amount for one in self.taken)

    @property
    def set_aside(self) -> int:
        """What of that is set aside for bills that are borne ahead, minor units."""
        return sum(one.amount for one in self.taken if one.due.is_borne)

    @property
    def set_aside_before(self) -> int:
        """What was set aside in the pay periods before and is not any more, minor units."""
        return sum(one.used + one.free for one in self.back)


def due_before(bills: Bills, paid_on: date, payday: date, today: date, first: date | None = None) -> BillsDue:
    """Return what the bills take from the pay period that began on ``paid_on``, until the expected ``payday``.

    Where the payday is overdue, what falls due today counts still. ``first`` is the day of the first paycheck of all, where it may
    be of any matter.
    """
    end = max(payday, today + _DAY)
    dues = bills.open_before(end, today)
    taken = {(due.bill.number, due.planned): Taken(due, 0 if due.is_borne else due.amount) for due in dues}
    back = []
    for bill in bills.current:
        used = free = 0
        for one in _borne(bills, bill, Days(paid_on, end), today, first):
            before, change = one.at(paid_on), one.at(end) - one.at(paid_on)
            if change > 0:
                taken[bill.number, one.due.planned] = Taken(one.due, change)
            elif change < 0:
                paid = min(before, one.due.payment.amount) if one.due.payment is not None else 0
                used, free = used + paid, free + before - paid
        if used or free:
            back.append(GivenBack(bill, used, free))
    in_order = sorted(taken.values(), key=lambda one: (one.due.day, one.due.planned, one.due.bill.number))
    return BillsDue(dues, bills.next_after(end, today), tuple(in_order), tuple(back))


def set_aside(bills: Bills, bill: Bill, days: Days, today: date, first: date | None = None) -> int:
    """Return what a pay period sets aside for a bill, minor units, as of ``today``; ``first`` as for `due_before`.

    Below zero where more is given back than is set aside. 0 for a bill that is not borne ahead, or is off.
    """
    return sum(one.at(days.end) - one.at(days.start) for one in _borne(bills, bill, days, today, first))


class _Borne(NamedTuple):
    """An occurrence that is borne ahead, by the days after ``begun``; ``ended`` is the day on which it was paid or let go."""

    due: Due
    begun: date
    ended: date | None

    def at(self, day: date) -> int:
        """Return what is set aside for it when a day begins, minor units."""
        if self.ended is not None and self.ended < day:
            return 0
        days = max(1, (self.due.planned - self.begun).days)
        past = min(days, max(0, (day - self.begun).days - 1))
        return self.due.amount * past // days


def _borne(bills: Bills, bill: Bill, days: Days, today: date, first: date | None) -> Iterator[_Borne]:
    """Yield the occurrences of a bill of which something may be set aside, or given back, in a pay period.

    Each is borne by the days after the one before it, its own planned day included. One that is skipped is borne by no day, one
    that was planned before the ``first`` paycheck by that one's day.
    """
    start, end = days
    if bill.ahead is None or bill.removed or end <= start:
        return
    begins = max(bill.ahead, first or bill.ahead) - _DAY
    planned = bill.schedule.first_planned(max(start - min(_BACK, start - date.min), bill.ahead, bill.since))
    while planned is not None:
        before, following = bill.schedule.neighbours(planned)
        due = bills.planned(bill, planned, today)
        if due.state is not State.SKIPPED:
            yield _Borne(due, max(begins, before or begins), _ended(due))
        planned = following if planned < end else None


def _ended(due: Due) -> date | None:
    """Return the day on which an occurrence was paid or let go; None while it is to be paid."""
    if due.payment is not None:
        return due.payment.day
    return due.day + timedelta(days=LET_GO_AFTER) if due.state is State.LET_GO else None
