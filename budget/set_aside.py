"""What bills take from a pay period: what is due in it, and what it sets aside for bills that are borne ahead.

What is set aside for an occurrence grows from day to day, from the occurrence before it until its own planned day; nothing is set
aside before the first paycheck. It is set aside no more once the occurrence is paid or let go. A pay period takes the difference
between what is set aside at its end and at its start, so what consecutive periods take adds up, wherever they are cut: nothing is
given back that was not set aside before.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from budget.bills import LET_GO_AFTER, Bill, Bills, Due, Freed, State
from budget.periods import Days, days_until_payday

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
    days = days_until_payday(paid_on, payday, today)
    dues = bills.open_before(days.end, today)
    taken = {(due.bill.number, due.planned): Taken(due, 0 if due.is_borne else due.amount) for due in dues}
    back = []
    for bill in bills.bills:
        if bill.freed is not None or (bill.ahead is not None and not bill.removed):
            shares, given = _of_bill(bill, list(_borne(bills, bill, days, today, first)), days)
            taken |= shares
            back += [given] if given.used or given.free else []
    in_order = sorted(taken.values(), key=lambda one: (one.due.day, one.due.planned, one.due.bill.number))
    return BillsDue(dues, bills.next_after(days.end, today), tuple(in_order), tuple(back))


def _of_bill(bill: Bill, borne: Sequence["_Borne"], days: Days) -> tuple[Mapping[tuple[int, date], Taken], GivenBack]:
    """Return what a pay period sets aside for the occurrences of a bill, and what is set aside for it no more."""
    used, kept = _used(borne, days), [one for one in borne if one.kept(days.end)]
    free = sum(one.at(days.start) for one in borne if not one.kept(days.end)) - used
    if bill.freed is not None and days.start <= bill.freed.day < days.end:
        used, free = used + bill.freed.used, free + bill.freed.free
    # What a change has to make up was not there to be used; the rest of it is set aside at once.
    shown = max(0, used + min(0, free))
    free += used - shown
    shares = [one.at(days.end) - one.at(days.start) for one in kept]
    if free < 0 and shares:
        shares[0], free = shares[0] - free, 0
    found = {
        (bill.number, one.due.planned): Taken(one.due, share) for one, share in zip(kept, shares, strict=True) if share
    }
    return found, GivenBack(bill, shown, free)


def set_aside(bills: Bills, bill: Bill, days: Days, today: date, first: date | None = None) -> int:
    """Return what a pay period sets aside for a bill, minor units, as of ``today``; ``first`` as for `due_before`.

    Below zero where more is given back than is set aside. 0 for a bill that is not borne ahead.
    """
    borne = list(_borne(bills, bill, days, today, first))
    change = _held(borne, days.end) - _held(borne, days.start)
    if bill.freed is None or bill.freed.day < days.start:
        return change
    freed = bill.freed.used + bill.freed.free
    return change - freed if bill.freed.day < days.end else change + freed  # it was set aside when the period ended


def freed_by(
    before: Bills, after: Bills, number: int, days: Days, today: date, first: date | None = None
) -> tuple[Freed, int]:
    """Return what a change of a bill frees in the pay period of ``today``, with what earlier changes in it did.

    Then, what is left to spend by it until the end of that period: what is set aside no more, minor units.
    """
    held, changed = (
        [one for bill in bills.bills if bill.number == number for one in _borne(bills, bill, days, today, first)]
        for bills in (before, after)
    )
    earlier = next((bill.freed for bill in before.bills if bill.number == number), None)
    if earlier is None or earlier.day < days.start:
        earlier = Freed(today, 0, 0)
    used = _used(held, days) - _used(changed, days)
    freed = _held(held, days.start) - _held(changed, days.start)
    left = _held(held, days.end) - _held(changed, days.end)
    return Freed(earlier.day, earlier.used + used, earlier.free + freed - used), left


def restored(bill: Bill, start: date, today: date) -> Bill:
    """Return a bill that is in use again, in a pay period that began on the day ``start``.

    It is borne ahead as it was; from today on where what was set aside for it was freed in a pay period before.
    """
    freed_now = bill.freed is not None and bill.freed.day >= start
    return replace(bill, removed=False, ahead=bill.ahead if bill.ahead is None or freed_now else today)


def _held(borne: Iterable["_Borne"], day: date) -> int:
    """Return what is set aside for all occurrences when a day begins, minor units."""
    return sum(one.at(day) for one in borne)


def _used(borne: Iterable["_Borne"], days: Days) -> int:
    """Return what of the payments of some days was set aside before these, minor units."""
    paid = ((one.at(days.start), one.due.payment) for one in borne if not one.kept(days.end))
    return sum(min(held, payment.amount) for held, payment in paid if payment is not None)


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

    def kept(self, day: date) -> bool:
        """Whether it is neither paid nor let go before a day."""
        return self.ended is None or self.ended >= day


def _borne(bills: Bills, bill: Bill, days: Days, today: date, first: date | None) -> Iterator[_Borne]:
    """Yield the occurrences of a bill of which something may be set aside, or given back, in a pay period.

    Each is borne by the days after the one before it, its own planned day included. One that is skipped is borne by no day, one
    that was planned before the ``first`` paycheck by that one's day.
    """
    if bill.ahead is None or bill.removed or days.end <= days.start:
        return
    begins = max(bill.ahead, first or bill.ahead) - _DAY
    for planned in _planned(bills, bill, days, max(bill.ahead, bill.since), today):
        before, _ = bill.schedule.neighbours(planned)
        due = bills.planned(bill, planned, today)
        if due.state is not State.SKIPPED:
            yield _Borne(due, max(begins, before or begins), _ended(due))


def _planned(bills: Bills, bill: Bill, days: Days, since: date, today: date) -> Iterator[date]:
    """Yield the planned days of which something may be set aside in a pay period, of a long one not all.

    What was planned after its start and is long past is paid or let go by now, unless it was moved, and took nothing from before.
    """
    planned = bill.schedule.first_planned(max(_earlier(days.start), since))
    late = _earlier(today)
    while planned is not None:
        yield planned
        if planned >= days.end:
            return
        _, following = bill.schedule.neighbours(planned)
        if following is not None and days.start <= planned and following < late:
            moved = (one for one in bills.decisions.values() if one.bill == bill.number and one.moved_to is not None)
            held = sorted(one.planned for one in moved if following <= one.planned < late)
            yield from (day for day in held if bill.schedule.plans(day))
            following = bill.schedule.first_planned(late)
        planned = following


def _earlier(day: date) -> date:
    return day - min(_BACK, day - date.min)


def _ended(due: Due) -> date | None:
    """Return the day on which an occurrence was paid or let go; None while it is to be paid."""
    if due.payment is not None:
        return due.payment.day
    return due.day + timedelta(days=LET_GO_AFTER) if due.state is State.LET_GO else None
