"""Which rows of a file the book holds already, and which look like what somebody wrote by hand.

A row is known by its bank's own identity, where no other row of the file has that. Else, among entries that have no identity of the
same source, the n-th row of a file with the same day, kind, amount and note is known when the book holds n imported entries of that
sort that are not undone: the same file again records nothing, one that overlaps only what is new, and two equal coffees stay two.
What was written by hand is shown, never decided about.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import NamedTuple

from budget.categories import folded
from budget.entries import Entry, Kind
from budget.imports.rows import ImportedRow

NEAR = timedelta(days=3)
"""How far apart two records of one payment may lie."""

_Sort = tuple[date, bool, int, str]
_NO_SOURCE = ""
_ANY_SOURCE = "sha256"
"""Where an identity was too long, its hash is kept (`budget.imports.conventions.identity`): it may be of any source."""

Address = tuple[int, int]
"""The message and the line of an entry."""


class HeldEntry(NamedTuple):
    """An entry of the book that is not undone. ``imported`` ones came from a file, with their bank's identity where it had one.

    Those are given as they were recorded, whatever was corrected since: else a corrected one would be new again.
    """

    entry: Entry
    imported: bool = False
    bank_id: str | None = None
    address: Address | None = None


class TypedTwin(NamedTuple):
    """A row of a file, and the entry that somebody may have written for it."""

    row: ImportedRow
    entry: Entry


class Comparison(NamedTuple):
    """The rows of a file against the book. ``twins`` are among the ``new`` ones.

    ``identities`` are what the file calls entries that have no identity of its source: from now on they are known by these, so
    that another one is another payment.
    """

    known: tuple[ImportedRow, ...]
    new: tuple[ImportedRow, ...]
    twins: tuple[TypedTwin, ...]
    identities: Mapping[Address, str] = MappingProxyType({})


def compare(rows: Sequence[ImportedRow], held: Iterable[HeldEntry], *, either_way: bool = False) -> Comparison:
    """Compare the rows of a file with the entries of the book that are not undone; linear in both.

    With ``either_way`` a row is known by an entry of the other direction, too: the file's signs were turned round.
    """
    imported: list[HeldEntry] = []
    typed: list[Entry] = []
    for one in held:
        if one.imported:
            imported.append(one)
        else:
            typed.append(one.entry)
    ids = _Identities(rows, imported, either_way=either_way)
    unclaimed = _Unclaimed([one for one in imported if one.bank_id not in ids.same], either_way=either_way)
    known: list[ImportedRow] = []
    new: list[ImportedRow] = []
    identities: dict[Address, str] = {}
    for row in rows:
        bank_id = row.bank_id if row.bank_id in ids.reliable else None
        if bank_id in ids.same:
            known.append(row)
        elif (claimed := unclaimed.claim(row, bank_id)) is not None:
            known.append(row)
            if bank_id is not None and claimed.address is not None:
                identities[claimed.address] = bank_id
        else:
            new.append(row)
    return Comparison(tuple(known), tuple(new), tuple(_twins(new, typed)), identities)


class _Identities:
    """Which identities of a file tell payments apart (``reliable``), and which of them the book holds (``same``).

    Some banks give the same one to several payments, even to equal ones, and some number those of each file from 1: then most of
    those that the book holds are other payments there.
    """

    def __init__(self, rows: Sequence[ImportedRow], imported: Sequence[HeldEntry], *, either_way: bool) -> None:
        times = Counter(row.bank_id for row in rows if row.bank_id is not None)
        held: dict[str, list[HeldEntry]] = defaultdict(list)
        for one in imported:
            if one.bank_id is not None and times[one.bank_id] == 1:
                held[one.bank_id].append(one)
        met = [(row.bank_id, row, held[row.bank_id]) for row in rows if row.bank_id in held]
        self.same = {
            bank_id
            for bank_id, row, (one, *more) in met
            if not more and _is_same(row, one.entry, either_way=either_way)
        }
        others = held.keys() - self.same
        is_numbered_anew = len(others) > len(self.same)
        if is_numbered_anew:
            self.same = set()
        once = {bank_id for bank_id, number in times.items() if number == 1}
        self.reliable = set() if is_numbered_anew else once - others


class _Unclaimed:
    """Imported entries that no row of a file is known by yet: by what records of one payment share, and by their source."""

    def __init__(self, imported: Iterable[HeldEntry], *, either_way: bool) -> None:
        self._either_way = either_way
        self._left: dict[_Sort, dict[str, deque[HeldEntry]]] = {}
        for one in imported:
            sort = _sort(one.entry.kind, one.entry.amount, one.entry.day, one.entry.note, either_way=either_way)
            by_source = self._left.setdefault(sort, {_NO_SOURCE: deque()})
            by_source.setdefault(_source(one.bank_id), deque()).append(one)

    def claim(self, row: ImportedRow, bank_id: str | None) -> HeldEntry | None:
        """Return an entry that a row is known by, one without an identity first; None for none.

        A row with an identity of its own is another payment than those that have another one of its source.
        """
        sort = _sort(row.kind, abs(row.amount), row.day, row.note, either_way=self._either_way)
        for source, left in self._left.get(sort, {}).items():
            if left and (bank_id is None or _are_two(_source(bank_id), source)):
                return left.popleft()
        return None


def _source(bank_id: str | None) -> str:
    """Return which format an identity is of."""
    return _NO_SOURCE if bank_id is None else bank_id.partition(":")[0]


def _are_two(source: str, other: str) -> bool:
    """Whether two sources are certainly two, or one of them is none."""
    return other == _NO_SOURCE or (source != other and _ANY_SOURCE not in {source, other})


def _is_same(row: ImportedRow, entry: Entry, *, either_way: bool) -> bool:
    """Whether a row may be the payment that is recorded under its identity: its amount, or its day and its note, are the same."""
    way = (row.kind, abs(row.amount)), (entry.kind, entry.amount)
    one, other = (_sort(kind, amount, row.day, "", either_way=either_way) for kind, amount in way)
    return one == other or (
        abs(row.day - entry.day) <= NEAR and one[1] == other[1] and folded(row.note) == folded(entry.note)
    )


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
