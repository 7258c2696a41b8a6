"""Notes that come again about once a month, of about one amount: each is suggested once as a bill.

What is looked up are the entries of one category and about that amount around the month before; more is read only where the note is
among them. A note that was suggested is kept, so that nobody is asked twice.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from budget.bills import checked_bill_name
from budget.categories import as_compared
from budget.entries import Entry, Kind, RecordedEntry
from budget.errors import InvalidChoice
from budget.ledger import BudgetView, Ledger
from budget.periods import Days
from budget.receipts import Receipt
from budget.schedules import Schedule, monthly

SHORTEST, LONGEST = timedelta(days=26), timedelta(days=35)
"""Between two entries that come about once a month."""
TIMES = 3
"""Entries that tell that a note comes again."""
_NEAR = 10  # a tenth: amounts that differ by no more are about one
_ANY_AMOUNT = range(2**63 - 1)
_MOST = 500  # entries that are looked through
_MOST_YOUNG = 10_000  # budgets of which is remembered that nothing can have come three times yet
_DAY = timedelta(days=1)


def recurs(latest: Entry, earlier: Sequence[Entry]) -> Schedule | None:
    """Return on which day of the month an entry comes again, None where it does not.

    ``earlier`` are all entries with its note of some months before, the latest first, whatever their amounts.
    """
    last = (latest, *earlier[: TIMES - 1])
    gaps = [later.day - before.day for later, before in pairwise(last)]
    is_monthly = len(last) == TIMES and all(SHORTEST <= gap <= LONGEST for gap in gaps)
    if not is_monthly or any(_NEAR * abs(one.amount - latest.amount) > latest.amount for one in last):
        return None
    longest = max(one.day.day for one in last)
    fits_all = all(one.day.day == longest or _ends_month(one.day) for one in last)
    return monthly(longest if fits_all else latest.day.day)


def _ends_month(day: date) -> bool:
    return (day + _DAY).month != day.month


def _only_expense(receipt: Receipt) -> RecordedEntry | None:
    """Return the only entry of a message where it is an expense with a note."""
    match receipt.state.entries:
        case (held,) if held.entry.kind is Kind.EXPENSE and held.entry.note and not held.undone:
            return held
        case _:
            return None


def candidate(receipt: Receipt) -> RecordedEntry | None:
    """Return the only entry of a message where its note could be a bill's name, and no bill was ever called so."""
    held = _only_expense(receipt)
    if held is None:
        return None
    budget, note = receipt.budget, held.entry.note
    if any(as_compared(bill.name) == as_compared(note) for bill in budget.bills):
        return None
    try:
        name = checked_bill_name(note, budget.bills, budget.categories, budget.money)
    except InvalidChoice:
        return None
    return held if name == note else None


def comes_again(view: BudgetView, held: RecordedEntry) -> Schedule | None:
    """Return on which day of the month an entry's note comes again, None where it does not."""
    entry = held.entry
    if entry.day - date.min < TIMES * LONGEST:
        return None
    month_before = Days(entry.day - LONGEST, entry.day - SHORTEST + _DAY)
    near = range(-(-entry.amount * (_NEAR - 1) // _NEAR), entry.amount * (_NEAR + 1) // _NEAR + 1)
    if not _same_note(view, month_before, near, entry):
        return None
    same = _same_note(view, Days(entry.day - TIMES * LONGEST, entry.day + _DAY), _ANY_AMOUNT, entry)
    return recurs(entry, [one.entry for one in same if (one.message, one.line) != (held.message, held.line)])


def _same_note(view: BudgetView, days: Days, amounts: range, entry: Entry) -> list[RecordedEntry]:
    assert entry.category is not None  # noqa: S101 - every expense has one
    found, note = view.expenses_of(entry.category, days, amounts, _MOST), as_compared(entry.note)
    return [one for one in found if as_compared(one.entry.note) == note]


class RecurringNotes:
    """Suggests bills, over a ledger."""

    def __init__(self, ledger: Ledger, most_young: int = _MOST_YOUNG) -> None:
        self._ledger = ledger
        self._most_young = most_young
        self._young_until: dict[int, date] = {}

    async def suggest(self, owner: int, receipt: Receipt) -> Schedule | None:
        """Return when the entry of a receipt comes again, noted as suggested; else None. Raises `LedgerUnavailable`."""
        held = _only_expense(receipt)
        if held is None or await self._is_young(owner, receipt, held.entry.day):
            return None
        when = await self._ledger.read(owner, lambda view: comes_again(view, held))
        # Whether a note could be a bill's name costs nearly a third of recording, so it is asked last.
        if when is None or candidate(receipt) is None:
            return None
        act = f"offer bill {as_compared(held.entry.note)}"
        return when if await self._ledger.tap(owner, held.message, lambda tx: tx.note_act(act)) else None

    async def _is_young(self, owner: int, receipt: Receipt, day: date) -> bool:
        """Whether a budget's first entry is so late that nothing can have come three times by a day; looked up once."""
        known = self._young_until.get(receipt.budget.owner)
        if known is None:
            first = await self._ledger.read(owner, lambda view: view.first_day()) or day
            known = first + (TIMES - 1) * SHORTEST
            if len(self._young_until) >= self._most_young:
                self._young_until.clear()
            self._young_until[receipt.budget.owner] = known
        return day < known
