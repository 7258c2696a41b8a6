"""Tables as programs write them: separated by commas, semicolons, tabs or bars, with lines before the heading, and bounded.

Rows are read as a stream. A row that is no row (too many cells, a long cell, quotes that do not match) is refused by its line,
and the rest is read; a quote that is never closed ends the reading, for nobody can tell where the next row begins.

``sofa,1,234.50,`` may be one amount that lost its quotes: it is refused, unless other rows show that two numbers stand there.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from budget.errors import Refused, Why
from budget.imports.bounds import LONGEST_CELL, LONGEST_ROW, MOST_COLUMNS, MOST_ROWS, RowRefused
from budget.imports.cells import Torn, is_amount, is_day
from budget.imports.footers import is_rule
from budget.imports.headings import days_named
from budget.imports.layouts import Layout, heading_of, layout_of

DELIMITERS = (",", ";", "\t", "|")
_FEWEST = 2
"""Rows before the first data of a table: what its account is, and its heading."""
_MASKED = re.compile(r"[*•xX]{4}")
"""What hides the digits of a card's number."""
_HEAD = 40
"""Rows among which the heading is looked for."""


class Record(NamedTuple):
    """A row of the file and the line where it begins; ``refused`` where it cannot be read."""

    line: int
    cells: list[str]
    refused: Why | None = None


class Table(NamedTuple):
    """A table: whose it is (None for an unknown heading), its heading as written, what separates its cells, and its rows.

    A table without any heading has numbers for names.
    """

    layout: Layout | None
    heading: tuple[str, ...]
    delimiter: str
    rows: Iterator[Record]

    @property
    def names(self) -> tuple[str, ...]:
        """The folded names of the columns."""
        return heading_of(self.heading)


class _Start(NamedTuple):
    """Where a table begins: at the row of that number among those that are not empty."""

    delimiter: str
    row: int
    heading: tuple[str, ...]
    layout: Layout | None
    headless: bool = False


class _Lines:
    """The lines of a text with their ends, counted; no more of them at once than a row may have characters."""

    def __init__(self, text: str) -> None:
        self._lines = io.StringIO(text, newline="")
        self.number = 0
        self._room = 0
        self.row = 0
        """The line where the row begins that is being read."""

    def begin_row(self) -> None:
        self.row = self.number + 1
        self._room = LONGEST_ROW

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._lines.readline(self._room + 1)
        if not line:
            raise StopIteration
        self.number += 1
        self._room -= len(line)
        if self._room < 0:
            raise RowRefused(self.row, Why.LONG_ROW if self.number == self.row else Why.QUOTES)
        return line


def records_of(text: str, delimiter: str, *, bare: bool = False) -> Iterator[Record]:
    """Yield the rows of a text that are not empty. Raises `Refused` for a text that is no table from some row on."""
    lines = _Lines(text)
    reader = csv.reader(
        lines, delimiter=delimiter, quoting=csv.QUOTE_NONE if bare else csv.QUOTE_MINIMAL, strict=not bare
    )
    empty = 0
    while True:
        lines.begin_row()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            if lines.number > lines.row:  # the quote that began there took in the lines after it
                raise RowRefused(lines.row, Why.QUOTES) from None
            yield Record(lines.row, [], Why.QUOTES)
            continue
        if any(cell.strip() for cell in cells):
            yield Record(lines.row, cells)
        else:
            empty += 1
            if empty > MOST_ROWS:
                raise Refused(Why.TOO_MANY_ROWS)


def table_of(text: str, layouts: Sequence[Layout]) -> Table:
    """Find the table in a text. Raises `Refused` where there is none."""
    heads = {delimiter: _head(text, delimiter) for delimiter in DELIMITERS}
    start = _known(heads, layouts) or _unknown(heads)
    if start is None:
        raise next(filter(None, (_broken_at(text, *one) for one in heads.items())), Refused(Why.NO_TABLE))
    start = _with_nameless(start, heads[start.delimiter])
    if len(start.heading) > MOST_COLUMNS:
        raise Refused(Why.TOO_MANY_COLUMNS)
    bare = start.layout is not None and start.layout.bare
    records = records_of(text, start.delimiter, bare=bare)
    rows = islice(records, start.row if start.headless else start.row + 1, None)
    torn = Torn.by(record.cells for record in heads[start.delimiter])
    return Table(start.layout, start.heading, start.delimiter, _checked(rows, start, torn))


def _with_nameless(start: _Start, head: list[Record]) -> _Start:
    """Return a start with the last columns of a heading that have no name, where something stands in them."""
    cells = head[start.row].cells
    used = max((_width(record.cells) for record in head[start.row + 1 :]), default=0)
    if start.headless or used <= len(start.heading):
        return start
    return start._replace(heading=tuple(cell.strip() for cell in cells[:used]))


def _head(text: str, delimiter: str) -> list[Record]:
    """Return the first rows of a text by one delimiter, as many as can be read."""
    head: list[Record] = []
    try:
        head.extend(islice(records_of(text, delimiter), _HEAD))
    except Refused:
        return head
    return head


def _broken_at(text: str, delimiter: str, head: list[Record]) -> Refused | None:
    """Return why nothing below the heading of a day can be read by a delimiter, with its line; None where it can, or has none."""
    if not any(len(record.cells) > 1 and days_named(record.cells[:MOST_COLUMNS]) for record in head):
        return None
    try:
        for _ in islice(records_of(text, delimiter), _HEAD):
            pass
    except Refused as refused:
        return refused
    return None


def _known(heads: dict[str, list[Record]], layouts: Sequence[Layout]) -> _Start | None:
    for delimiter, head in heads.items():
        for number, record in enumerate(head):
            if len(record.cells) > 1 and (layout := layout_of(heading_of(record.cells), layouts)) is not None:
                return _Start(delimiter, number, _trimmed(record.cells), layout)
    return None


def _unknown(heads: dict[str, list[Record]]) -> _Start | None:
    """Return the start with the most columns: the heading is what stands before the first row with a day and an amount."""
    for found in (_before_data, _before_undated):
        starts = [start for delimiter, head in heads.items() if (start := found(delimiter, head)) is not None]
        if starts:
            return max(starts, key=lambda start: len(start.heading))
    return None


def _before_data(delimiter: str, head: list[Record]) -> _Start | None:
    widths = {number: _width(record.cells) for number, record in enumerate(head) if _is_data(record.cells)}
    if not widths:
        return None
    number = max(widths, key=lambda one: widths[one])  # the first of the widest
    if _is_above_heading(head, number):
        return _Start(delimiter, number + 1, _trimmed(head[number + 1].cells), None)
    before = _heading_before(head, number)
    if before is not None and not _is_card_holder(head[before].cells, [one.cells for one in head[number:]]):
        return _Start(delimiter, before, _trimmed(head[before].cells), None)
    width = max(len(one.cells) for one in head[number:])
    return _Start(delimiter, number, tuple(str(n) for n in range(1, width + 1)), None, headless=True)


def _before_undated(delimiter: str, head: list[Record]) -> _Start | None:
    """Return the start at a heading that names a day and stands above an amount; so rows whose days lack the year say so."""
    for number, (heading, first) in enumerate(pairwise(head)):
        for day in days_named(heading.cells[:MOST_COLUMNS]):
            cells = [cell.strip() for cell in first.cells[:MOST_COLUMNS]]
            if any(cells[day : day + 1]) and any(map(is_amount, cells[:day] + cells[day + 1 :])):
                return _Start(delimiter, number, _trimmed(heading.cells), None)
    return None


def _is_above_heading(head: list[Record], number: int) -> bool:
    """Whether the first row holds the account with a day and a balance, above a heading and its first data.

    The heading is wider (BNP Paribas), or it names a day and every column of its data (Société Générale).
    """
    if number > 0 or len(head) <= _FEWEST:
        return False
    account, heading, data = (record.cells for record in head[: _FEWEST + 1])
    texts = [cell for cell in heading if cell.strip()]
    names = not any(is_day(cell) or is_amount(cell.strip()) for cell in texts)
    is_wider = _width(heading) > _width(account) or (days_named(texts) and _width(heading) >= _width(data))
    return names and len(texts) == _width(heading) and bool(is_wider) and _is_data(data)


def _heading_before(head: list[Record], number: int) -> int | None:
    """Return the row before the first data that names columns: no day in it, and no amount where another one has none."""
    rows: list[int] = []
    for before in range(number - 1, -1, -1):
        cells = head[before].cells
        if head[before].refused is not None or is_rule(cells) or any(map(is_day, cells[:MOST_COLUMNS])):
            continue
        if _width(cells) < 2:
            break
        rows.append(before)
        if not any(is_amount(cell.strip()) for cell in cells[:MOST_COLUMNS]):
            return before  # what lies between are balances of accounts
    return rows[0] if rows else None


def _is_card_holder(cells: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a row says whose card it is, by its masked number, above rows without a heading, which are all wider (SMBC)."""
    return any(map(_MASKED.search, cells)) and all(len(row) > len(cells) for row in rows)


def _is_data(cells: Sequence[str]) -> bool:
    """Whether a row holds a day and, elsewhere, an amount."""
    some = [cell.strip() for cell in cells[:MOST_COLUMNS]]
    days = [cell for cell in some if is_day(cell)]
    return bool(days) and any(is_amount(cell) for cell in some)


def _width(cells: Sequence[str]) -> int:
    return len(_trimmed(cells))


def _trimmed(cells: Sequence[str]) -> tuple[str, ...]:
    """Return cells without the empty ones at the end: a delimiter behind the last one makes no column."""
    end = len(cells)
    while end and not cells[end - 1].strip():
        end -= 1
    return tuple(cell.strip() for cell in cells[:end])


def _checked(rows: Iterable[Record], start: _Start, torn: Torn) -> Iterator[Record]:
    """Yield the rows with what is wrong with each. Raises `Refused` for too many."""
    width, layout = len(start.heading), start.layout
    absorbed = heading_of(start.heading).index(layout.absorbs) if layout is not None and layout.absorbs else None
    for number, record in enumerate(rows):
        if number == MOST_ROWS:
            raise Refused(Why.TOO_MANY_ROWS)
        cells = record.cells
        if record.refused is None and is_rule(cells):
            continue
        if absorbed is not None and len(cells) > width:
            more = len(cells) - width + 1
            cells = [
                *cells[:absorbed],
                start.delimiter.join(cells[absorbed : absorbed + more]),
                *cells[absorbed + more :],
            ]
        if record.refused is not None:
            yield record
        elif _width(cells) > width:
            yield Record(record.line, [], Why.MORE_CELLS)
        elif any(len(cell) > LONGEST_CELL for cell in cells):
            yield Record(record.line, [], Why.LONG_CELL)
        elif start.delimiter == "," and not (layout is not None and layout.bare) and torn.is_in(cells):
            yield Record(record.line, [], Why.TWO_WAYS)
        else:
            yield record._replace(cells=cells)
