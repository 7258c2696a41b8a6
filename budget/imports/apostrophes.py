"""Marks by which a spreadsheet takes a cell for text: ``'123`` and ``="123"``. They are no part of what the cell says.

Sources: NatWest (``'4716 17NOV26 , TESCO``, ``'601234-12345678``), ICICI (``="1234"``). A name may begin with an apostrophe, too
(``'t Hoekje``): before letters it is such a mark where every cell of its column has it.
"""

import re
from collections.abc import Sequence

_EXACT = re.compile(r'="([^"]*)"')
_BEFORE_NUMBER = re.compile(r"'\s*(?=[=+\-@(]|[^\w\s]?\d)")
_FEWEST = 2
"""Cells of a column that are no chance."""


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
    marked = frozenset(column for column in range(width) if _is_marked(rows, column))
    return [[_unmarked(cell) if n in marked else plain(cell) for n, cell in enumerate(cells)] for cells in rows]


def _is_marked(rows: Sequence[Sequence[str]], column: int) -> bool:
    cells = [cell for row in rows if column < len(row) and (cell := row[column].strip())]
    return len(cells) >= _FEWEST and all(cell.startswith("'") and len(cell) > 1 for cell in cells)


def _unmarked(cell: str) -> str:
    return cell.strip().removeprefix("'").lstrip()
