"""Which rows of a file the book holds already, and which look like what somebody wrote by hand.

A row is known by its bank's own identity, where no other row of the file has that. Else the n-th row of a file with the same day,
kind, amount and note is known when the book holds n imported entries of that sort that are not undone: the same file again records
nothing, one that overlaps only what is new, and two equal coffees stay two. What was written by hand is shown, never decided about.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from budget.categories import folded
from budget.entries import Entry, Kind
from budget.imports.rows import ImportedRow

NEAR = timedelta(days=3)
"""How far apart two records of one payment may lie."""

_Sort = tuple[date, bool, int, str]


class HeldEntry(NamedTuple):
    """An entry of the book that is not undone. ``imported`` ones came from a file, with their bank's identity where it had one.

    Those are given as they were recorded, whatever was corrected since: else a corrected one would be new again.
    """

    entry: Entry
    imported: bool = False
    bank_id: str | None = None


class TypedTwin(NamedTuple):
    """A row of a file, and the entry that somebody may have written for it."""

    row: ImportedRow
    entry: Entry


class Comparison(NamedTuple):
    """The rows of a file against the book. ``twins`` are among the ``new`` ones."""

    known: tuple[ImportedRow, ...]
    new: tuple[ImportedRow, ...]
    twins: tuple[TypedTwin, ...]


def compare(rows: Sequence[ImportedRow], held: Iterable[HeldEntry], *, either_way: bool = False) -> Comparison:
    """Compare the rows of a file with the entries of the book that are not undone; linear in both.

    With ``either_way`` a row is known by an entry of the other direction, too: the file's signs were turned round.
    """
    imported: Counter[_Sort] = Counter()
    numbered: list[tuple[str, _Sort]] = []
    typed: list[Entry] = []
    for one in held:
        if not one.imported:
            typed.append(one.entry)
            continue
        sort = _sort(one.entry.kind, one.entry.amount, one.entry.day, one.entry.note, either_way=either_way)
        if one.bank_id is not None:
            numbered.append((one.bank_id, sort))
        else:
            imported[sort] += 1
    ids = {bank_id for bank_id, _ in numbered}
    reliable = _reliable_ids(rows)
    unclaimed = imported + Counter(sort for bank_id, sort in numbered if bank_id not in reliable)
    known: list[ImportedRow] = []
    new: list[ImportedRow] = []
    for row in rows:
        if row.bank_id in reliable and row.bank_id in ids:
            known.append(row)
            continue
        sort = _sort(row.kind, abs(row.amount), row.day, row.note, either_way=either_way)
        left = imported if row.bank_id in reliable else unclaimed  # what has another identity is another payment
        if left[sort] > 0:
            left[sort] -= 1
            if left is imported:
                unclaimed[sort] -= 1
            elif imported[sort] > 0:
                imported[sort] -= 1
            known.append(row)
        else:
            new.append(row)
    return Comparison(tuple(known), tuple(new), tuple(_twins(new, typed)))


def _reliable_ids(rows: Sequence[ImportedRow]) -> frozenset[str]:
    """Return the identities of a file that tell payments apart: some banks give the same one to several, even to equal ones."""
    times = Counter(row.bank_id for row in rows if row.bank_id is not None)
    return frozenset(bank_id for bank_id, number in times.items() if number == 1)


def _sort(kind: Kind, amount: int, day: date, note: str, *, either_way: bool) -> _Sort:
    """Return what two records of one payment share. Extra cash may have become a paycheck, an expense a bill."""
    if either_way:
        return day, False, amount, folded(note)
    return day, kind.is_money_in, amount if kind is not Kind.REFUND else -amount, folded(note)


def _twins(rows: Sequence[ImportedRow], typed: Iterable[Entry]) -> Iterator[TypedTwin]:
    """Pair rows with entries of the same direction and amount within three days, each entry once, the nearest first."""
    by_amount: dict[tuple[bool, int], list[Entry]] = defaultdict(list)
    for entry in typed:
        by_amount[entry.kind.is_money_out, entry.amount].append(entry)
    rows_of: dict[tuple[bool, int], list[ImportedRow]] = defaultdict(list)
    for row in rows:
        rows_of[row.kind.is_money_out, abs(row.amount)].append(row)
    for sort, some in rows_of.items():
        entries = by_amount.get(sort, [])
        for number, other in pairs([row.day for row in some], [entry.day for entry in entries]):
            yield TypedTwin(some[number], entries[other])


def pairs(days: Sequence[date], others: Sequence[date]) -> Iterator[tuple[int, int]]:
    """Pair days with others that lie at most three days off, each once, the nearest first; yields their places."""
    free: dict[date, deque[int]] = defaultdict(deque)
    for place, day in enumerate(others):
        free[day].append(place)
    alone = list(range(len(days)))
    for distance in range(NEAR.days + 1):
        left, alone = alone, []
        for place in left:
            near = (days[place] + timedelta(sign * distance) for sign in (-1, 1))
            queue = next((free[day] for day in near if free.get(day)), None)
            if queue is None:
                alone.append(place)
            else:
                yield place, queue.popleft()
