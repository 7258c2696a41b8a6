"""Rows of a file that look like money moved between own accounts: the same amount out and in within three days."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from budget.imports.duplicates import pairs
from budget.imports.rows import ImportedRow


class Transfer(NamedTuple):
    """Two rows that may be one transfer."""

    out: ImportedRow
    into: ImportedRow


def transfers_in(rows: Sequence[ImportedRow]) -> Iterator[Transfer]:
    """Yield the pairs of equal amount and opposite sign within three days, each row once. They are left out on request."""
    by_amount: dict[int, tuple[list[ImportedRow], list[ImportedRow]]] = defaultdict(lambda: ([], []))
    for row in rows:
        by_amount[abs(row.amount)][row.amount > 0].append(row)
    for out, into in by_amount.values():
        for place, other in pairs([row.day for row in out], [row.day for row in into]):
            yield Transfer(out[place], into[other])
