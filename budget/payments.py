"""Which expense pays which bill, and what the payments say about an estimate."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from itertools import takewhile
from statistics import median_low
from typing import NamedTuple

from budget.bills import Bill, Bills, Due, Payment
from budget.categories import as_compared, compared
from budget.entries import Entry, Kind
from budget.periods import Days, later
from languages.vocabulary import spelled

FARTHEST = timedelta(days=15)
"""From an expense to the occurrence that it pays; half a step where that is less."""
_MOST_BESIDE = 2  # words before a bill's name, and behind it
_ARABIC = frozenset(map(chr, range(0x0621, 0x064B)))  # letters, without digits and signs
_ARTICLE = "ال"
_ENOUGH = 3  # payments that tell what a bill really costs
_PERCENT_OFF = 5


class Match(NamedTuple):
    """A bill's occurrence that an expense may pay.

    It does where it ``fits``: the occurrence is near, and the amount about the bill's. Else a tap says that it was.
    """

    due: Due
    fits: bool


class PaidBefore(NamedTuple):
    """A bill whose near occurrence another entry has paid already."""

    bill: Bill
    payment: Payment


def bill_named(text: str, bills: Bills) -> Bill | None:
    """Return the bill in use whose name a text is, in any letter case."""
    return bill_called(text, bills.current)


def bill_called(text: str, bills: Iterable[Bill]) -> Bill | None:
    """Return the first of some bills whose name a text is, in any letter case."""
    name = spelled(as_compared(text))
    return next((bill for bill in bills if spelled(compared(bill.name)) == name), None) if name else None


def sought(name: str) -> str:
    """Return what a note, as it is compared and between blanks, has in it where it names a bill: an article may be glued on."""
    return f"{spelled(name).removeprefix(_ARTICLE)} " if name[:1] in _ARABIC else f" {name} "


def names_in(note: str, beside: Collection[str]) -> Iterator[str]:
    """Yield what may be a bill's name in a note, as it is compared: all of it, then without words that add nothing ``beside`` one.

    Two such words at most may stand before the name, and two behind it. An Arabic name is known with its article and without.
    """
    words = as_compared(note).split(" ")
    before, after = (len(list(takewhile(beside.__contains__, some[:_MOST_BESIDE]))) for some in (words, words[::-1]))
    for first in range(before + 1):
        for last in range(after + 1):
            name = " ".join(words[first : len(words) - last])
            yield name
            if name[:1] in _ARABIC:
                yield name.removeprefix(_ARTICLE) if name.startswith(_ARTICLE) else f"{_ARTICLE}{name}"


def bill_among(texts: Iterable[str], bills: Bills, beside: Collection[str]) -> Bill | None:
    """Return the first bill whose name one of some texts is, without words that add nothing ``beside`` it: `names_in`."""
    found = (bill_named(name, bills) for text in texts for name in names_in(text, beside))
    return next((one for one in found if one is not None), None)


def match(
    entry: Entry, bills: Bills, *, paying: tuple[int, date] | None = None, beside: Collection[str] = ()
) -> Match | None:
    """Return the occurrence that an expense may pay: its note is the bill's name, and the occurrence is open and near.

    Words that add nothing may stand ``beside`` the name: `names_in`.

    The nearest open one counts, of two the earlier. It is at most 15 days and half a step away. The amount fits between half and
    twice the bill's. Where none is so near, one that is late by up to 15 days may be paid by a tap. ``paying`` is the occurrence
    (bill, planned day) that the same entry pays already: it counts as open.
    """
    bill = bill_among([entry.note], bills, beside)
    if bill is None or entry.kind not in {Kind.EXPENSE, Kind.BILL}:
        return None
    to_pay = [
        due
        for due in bills.dues_of(bill, *around(entry.day), entry.day)
        if due.state.is_open or (bill.number, due.planned) == paying
    ]
    near = [due for due in to_pay if _is_near(due, entry.day)]
    found = near or [due for due in to_pay if due.day < entry.day]
    if not found:
        return None
    due = min(found, key=partial(_distance, entry.day))
    return Match(due, bool(near) and fits(due.amount, entry.amount))


def paid_before(entry: Entry, bills: Bills, beside: Collection[str]) -> PaidBefore | None:
    """Return what has paid the occurrence that an expense looks like it pays; None where none is near, or that is open."""
    bill = bill_among([entry.note], bills, beside)
    if bill is None or entry.kind is not Kind.EXPENSE:
        return None
    near = [due for due in bills.dues_of(bill, *around(entry.day), entry.day) if _is_near(due, entry.day)]
    due = min(near, key=partial(_distance, entry.day), default=None)
    if due is None or due.payment is None or not fits(due.amount, entry.amount):
        return None
    return PaidBefore(bill, due.payment)


def _distance(day: date, due: Due) -> tuple[timedelta, date, date]:
    """Return how far an occurrence is from a day; of two as far the earlier comes first."""
    return abs(due.day - day), due.day, due.planned


def fits(due: int, paid: int) -> bool:
    """Whether what was paid is between half and twice of what was due, minor units."""
    return due <= 2 * paid and paid <= 2 * due


def around(day: date) -> Days:
    """Return the days that are near enough to a day."""
    start = day - min(FARTHEST, day - date.min)
    return Days(start, later(day, FARTHEST + timedelta(days=1)))


def may_pay(due: Due, day: date) -> bool:
    """Whether what was spent on a day is near enough to an occurrence to pay it: at most 15 days and half a step away."""
    return abs(due.day - day) <= FARTHEST and _is_near(due, day)


def _is_near(due: Due, day: date) -> bool:
    """Whether a day is at most half a step away from when an occurrence falls due."""
    before, after = due.bill.schedule.neighbours(due.planned)
    neighbour = before if day < due.day else after
    return neighbour is None or 2 * abs(day - due.day) <= abs(neighbour - due.planned)


def as_payment(entry: Entry, category: int | None) -> Entry:
    """Return an expense as the payment of a bill: in a ``category`` (`Budget.category_of` the bill), or outside the limits."""
    kind = Kind.BILL if category is None else Kind.EXPENSE
    return replace(entry, kind=kind, category=category)


def payment_of(due: Due, amount: int, day: date, category: int | None) -> Entry:
    """Return the entry that pays an occurrence, where a tap says so; ``category`` as for `as_payment`."""
    return as_payment(Entry(Kind.BILL, amount, day, None, due.bill.name), category)


def better_estimate(bills: Bills, bill: Bill) -> int | None:
    """Return the median of the last three payments where the bill is an estimate that is more than 5 % off; else None."""
    paid = [payment.amount for payment in bills.payments_of(bill)][-_ENOUGH:]
    rate = bill.rate
    if not rate.about or len(paid) < _ENOUGH:
        return None
    usual = median_low(paid)
    return usual if 100 * abs(usual - rate.amount) > _PERCENT_OFF * rate.amount else None
