"""Marks by which a spreadsheet takes a cell for text: ``'123`` and ``="123"``. They are no part of what the cell says.

Sources: NatWest (``'4716 17NOV26 , TESCO``, ``'601234-12345678``), ICICI (``="1234"``). A name may begin with an apostrophe, too
(``'t Hoekje``): before letters it is such a mark where every cell of its column has it, and another cell of the table.
"""

import re
from collections.abc import Sequence

_EXACT = re.compile(r'="([^"]*)"')
_BEFORE_NUMBER = re.compile(r"'\s*(?=[=+\-@(]|[^\w\s]?\d)")
_ELIDED = re.compile(r"'[a-z]{1,2}\b")
"""How a Dutch name begins: ``'t Hoekje``, ``'s Morgens``."""
_FEWEST = 2
"""Cells of a table that are no chance: a statement of one payment has such texts in several columns."""


def plain(cell: str) -> str:
    """Return a cell without such a mark before a number, or before what would be a formula."""
    cell = cell.strip()
    exact = _EXACT.fullmatch(cell)
    if exact is not None:
        return exact[1]
    found = _BEFORE_NUMBER.match(cell)
    return cell[found.end() :] if found is not None else cell


def without_marks(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the cells of rows without such marks."""
    width = max(map(len, rows), default=0)
    columns = {column: [cell for row in rows if (cell := _cell(row, column))] for column in range(width)}
    marked = frozenset(column for column, cells in columns.items() if cells and all(map(_is_marked, cells)))
    if sum(len(columns[column]) for column in marked) < _FEWEST:
        marked = frozenset()
    return [[_unmarked(cell) if n in marked else plain(cell) for n, cell in enumerate(cells)] for cells in rows]


def _cell(row: Sequence[str], column: int) -> str:
    return row[column].strip() if column < len(row) else ""


def _is_marked(cell: str) -> bool:
    return cell.startswith("'") and len(cell) > 1 and _ELIDED.match(cell) is None


def _unmarked(cell: str) -> str:
    return cell.strip().removeprefix("'").lstrip()
