"""Our own CSV, as `budget.exports.own_csv` writes it: kinds are said, and notes come back as they were, to the last blank."""

from collections.abc import Iterator
from itertools import combinations

from budget.entries import Kind
from budget.errors import Why
from budget.exports.own_csv import COLUMNS, unguarded
from budget.imports.layouts import Cells, Layout
from budget.imports.rows import OWN_FORMAT, Flow, RawRow

_KINDS = {kind.value: kind for kind in Kind}


def _read(cells: Cells) -> Iterator[RawRow]:
    kind = _KINDS.get(cells["kind"].lower())
    if kind is None or cells["amount"].startswith("-"):
        yield RawRow(cells.line, cells["day"], f"{cells['kind']} {cells['amount']}".strip(), refused=Why.UNKNOWN_KIND)
        return
    note, category = unguarded(cells.as_written("note")), cells["category"]
    yield RawRow(cells.line, cells["day"], cells["amount"], Flow.OUT, note, category, cells["currency"], kind=kind)


def _read_by_hand(cells: Cells) -> Iterator[RawRow]:
    """Read a row of a table that somebody wrote by these names: without a kind it is spent."""
    if cells["kind"]:
        yield from _read(cells)
        return
    note, category = unguarded(cells.as_written("note")), cells["category"]
    yield RawRow(cells.line, cells["day"], cells["amount"], Flow.OUT, note, category, cells["currency"])


_NEEDED = frozenset({"day", "amount", "category"})
_SHAPES = tuple(
    _NEEDED | set(some)
    for length in range(4)
    for some in combinations(("note", "kind", "currency"), length)
    if _NEEDED | set(some) != frozenset(COLUMNS)
)

BY_HAND = Layout(OWN_FORMAT, _SHAPES, _read_by_hand, exact=True)
"""A table with some of our columns, as people write one themselves: who names categories means what was spent."""

OWN = Layout(OWN_FORMAT, (frozenset(COLUMNS),), _read, decimal=".", exact=True)
