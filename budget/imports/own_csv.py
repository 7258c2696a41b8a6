"""Entries from CSV, as `budget.exports.own_csv` or another program writes it.

A table is read as a stream: in bounded memory, in time linear in its size, and up to the first mistake.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from datetime import date

from budget.budgets import Budget
from budget.categories import Category, category_called
from budget.currencies import mark_of
from budget.entries import LONGEST_NOTE, Entry, Kind
from budget.errors import NotFound, Refused, Why
from budget.exports.own_csv import COLUMNS, unguarded
from budget.imports.bounds import LARGEST_TABLE, LONGEST_CELL, LONGEST_ROW, MOST_COLUMNS, MOST_ROWS, RowRefused
from budget.money import Amount

_REQUIRED = frozenset({"day", "amount"})
_SAME = {"date": "day", "description": "note", "memo": "note", "type": "kind"}
_AMOUNT = re.compile(r"(-?)([0-9]{1,12})(?:\.([0-9]{1,6}))?")
_LINE_END = re.compile(r"\r\n?|\n")


def read(table: str | bytes, budget: Budget, today: date) -> tuple[Entry, ...]:
    """Read entries from CSV (bytes in UTF-8, or in UTF-16 with its mark); all of them or none.

    ``day`` and ``amount`` are needed; without ``kind`` an amount is an expense, below zero a refund; without ``category`` it is
    Other. Raises `RowRefused` with the first row that cannot be an entry, `Refused` for a text that is no such table.
    """
    columns: list[str] | None = None
    entries: list[Entry] = []
    categories: dict[str, Category] = {}
    empty = 0
    for line, row in _rows(_bytes_of(table)):
        if not any(cell.strip() for cell in row):
            empty += 1
            if empty > MOST_ROWS:
                raise Refused(Why.TOO_MANY_ROWS)
        elif len(entries) == MOST_ROWS:
            raise Refused(Why.TOO_MANY_ROWS)
        else:
            try:
                if columns is None:
                    columns = _columns(row)
                else:
                    entries.append(_entry(_cells(columns, row), budget, today, categories))
            except Refused as refused:
                raise RowRefused(line, refused.why, refused.word) from None
    if not entries:
        raise Refused(Why.NO_TABLE)
    return tuple(entries)


def _bytes_of(table: str | bytes) -> bytes:
    try:
        content = table if isinstance(table, bytes) else table.encode()
    except UnicodeEncodeError as problem:
        raise RowRefused(_line_ends(problem.object[: problem.start]) + 1, Why.NO_TEXT) from None
    if len(content) > LARGEST_TABLE:
        raise Refused(Why.LARGE_TABLE)
    return content


def _line_ends(text: str) -> int:
    return sum(1 for _ in _LINE_END.finditer(text))


def _rows(table: bytes) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a CSV table, each with its first line's number. Raises `RowRefused`."""
    lines = _Lines(table)
    reader = csv.reader(lines, strict=True)
    while True:
        lines.begin_row()
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise RowRefused(lines.row, Why.QUOTES) from None
        yield lines.row, row


class _Lines:
    """The lines of a table with their ends, counted; raises `RowRefused` for one that is no text, and for a row that is too long.

    What is no UTF-8 is not guessed at: a note must not change.
    """

    def __init__(self, table: bytes) -> None:
        self._table = table
        self._encoding = "utf-16" if table.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
        self._bytes = io.BytesIO(table)
        self._text = io.TextIOWrapper(self._bytes, self._encoding, newline="")
        self._number = 0
        self._room = 0
        self.row = 0
        """The number of the line where the row begins that is being read."""

    def begin_row(self) -> None:
        self.row = self._number + 1
        self._room = LONGEST_ROW

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        try:
            line = self._text.readline(self._room + 1)
        except UnicodeDecodeError as problem:  # in the bytes that were read last
            place = self._bytes.tell() - len(problem.object) + problem.start
            before = self._table[:place].decode(self._encoding, "replace")
            raise RowRefused(_line_ends(before) + 1, Why.NO_TEXT) from None
        if not line:
            raise StopIteration
        self._number += 1
        self._room -= len(line)
        if self._room < 0:  # over several lines: a quote that is never closed takes in all that follow
            raise RowRefused(self.row, Why.LONG_ROW if self._number == self.row else Why.QUOTES)
        if "\0" in line:
            raise RowRefused(self._number, Why.NO_TEXT)
        return line


def _columns(heading: Sequence[str]) -> list[str]:
    """Return the columns that a heading names. Raises `Refused` where that is no heading, or names one of ours twice."""
    if len(heading) > MOST_COLUMNS:
        raise Refused(Why.TOO_MANY_COLUMNS)
    names = [name.strip().lower() for name in heading]
    columns = [_SAME.get(name, name) for name in names]
    for column in COLUMNS:
        named = [name for name, same in zip(names, columns, strict=True) if same == column]
        if len(named) > 1:
            raise Refused(Why.COLUMN_TWICE, ", ".join(dict.fromkeys(named)))
    if not _REQUIRED.issubset(columns):
        raise Refused(Why.NO_TABLE)
    return columns


def _cells(columns: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    """Return a row's cells by their columns; what a short row lacks is not there."""
    if len(row) > len(columns):
        raise Refused(Why.MORE_CELLS)
    if any(len(cell) > LONGEST_CELL for cell in row):
        raise Refused(Why.LONG_CELL)
    return dict(zip(columns, row, strict=False))


def _entry(cells: dict[str, str], budget: Budget, today: date, categories: dict[str, Category]) -> Entry:
    written_day, code = cells.get("day", "").strip(), cells.get("currency", "").strip()
    if not written_day:
        raise Refused(Why.NO_DAY)
    try:
        day = date.fromisoformat(written_day)
    except ValueError:
        raise Refused(Why.IMPOSSIBLE_DAY, written_day) from None
    if day > today:
        raise Refused(Why.FUTURE_DAY, written_day)
    if day.year < 1970:
        raise Refused(Why.LONG_AGO, written_day)
    if code and mark_of(code, budget.money.currency) is not True:
        raise Refused(Why.OTHER_CURRENCY, code)
    negative, amount = _amount(cells.get("amount", "").strip(), budget)
    kind = _kind(cells.get("kind", "").strip(), negative=negative)
    note = unguarded(cells.get("note", ""))
    if len(note) > LONGEST_NOTE:
        raise Refused(Why.LONG_NOTE)
    called = cells.get("category", "").strip()
    if not kind.is_spending:
        return Entry(kind, amount, day, None, note)
    if called not in categories:  # the same few, row after row
        categories[called] = _category(called, budget)
    return Entry(kind, amount, day, categories[called].number, note)


def _amount(text: str, budget: Budget) -> tuple[bool, int]:
    found, exponent = _AMOUNT.fullmatch(text), budget.money.currency.exponent
    if found is None:
        raise Refused(Why.NO_CELL, text)
    decimals = (found[3] or "").rstrip("0")
    if len(decimals) > exponent:
        raise Refused(Why.MORE_DECIMALS, text)
    minor = int(found[2] + decimals.ljust(exponent, "0"))
    return bool(found[1]), budget.money.checked(Amount(minor)).minor


def _kind(text: str, *, negative: bool) -> Kind:
    if not text:
        return Kind.REFUND if negative else Kind.EXPENSE
    if negative or text.lower() not in {kind.value for kind in Kind}:
        raise Refused(Why.UNKNOWN_KIND, text)
    return Kind(text.lower())


def _category(text: str, budget: Budget) -> Category:
    """Return the category of a cell: its key first, then any word that means it; removed ones by their key alone."""
    by_key = {category.key: category for category in budget.categories}
    if (found := by_key.get(text or "other")) is not None:
        return found
    try:
        return category_called(text, budget.categories)
    except NotFound:
        raise Refused(Why.UNKNOWN_CATEGORY, text) from None
