"""Entries as CSV: out of a budget for other programs, and into it from them.

The columns are ``day,kind,amount,currency,category,note``; days are ISO dates, amounts have a point and no grouping. What is
written reads back the same. A note that a spreadsheet would take for a formula gets an apostrophe before it, and loses it
when it is read.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from datetime import date

from budget.categories import Category, category_called
from budget.entries import LONGEST_NOTE, Entry, Held, Kind
from budget.errors import NotFound, Refused, Why
from budget.ledger import Budget
from budget.money import Amount

COLUMNS = ("day", "kind", "amount", "currency", "category", "note")
MOST_ROWS = 5_000
"""Rows that one import takes."""

_REQUIRED = frozenset({"day", "amount"})
_SAME = {"date": "day", "description": "note", "memo": "note", "type": "kind"}
_AMOUNT = re.compile(r"(-?)([0-9]{1,12})(?:\.([0-9]{1,6}))?")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")


class RowRefused(Refused):
    """A row that cannot be imported; ``row`` counts from 1 after the heading."""

    def __init__(self, row: int, why: Why, word: str = "") -> None:
        super().__init__(why, word)
        self.row = row


def written(budget: Budget, held: Iterable[Held], *, heading: bool = True) -> Iterator[str]:
    """Write entries as lines of CSV, the heading first."""
    if heading:
        yield _line(COLUMNS)
    for one in held:
        entry = one.entry
        category = budget.category(entry.category).key if entry.category is not None else ""
        amount, code = budget.money.plain(entry.amount), budget.money.currency.code
        note = f"'{entry.note}" if entry.note.startswith(_FORMULA) else entry.note
        yield _line((entry.day.isoformat(), entry.kind.value, amount, code, category, note))


def read(text: str, budget: Budget, today: date) -> tuple[Entry, ...]:
    """Read entries from CSV; all of them or none.

    ``day`` and ``amount`` are needed; without ``kind`` an amount is an expense, below zero a refund; without ``category`` it is
    Other. Raises `RowRefused` with the first row that cannot be an entry, `Refused` for a text that is no such table.
    """
    try:
        rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), strict=True))
    except csv.Error:
        raise Refused(Why.NO_TABLE) from None
    if len(rows) > MOST_ROWS:
        raise Refused(Why.TOO_MANY_ROWS, str(len(rows)))
    entries = []
    for number, row in enumerate(rows, 1):
        cells = {_column(name): (cell or "").strip() for name, cell in row.items() if isinstance(cell, str | None)}
        if not cells.keys() >= _REQUIRED:
            raise Refused(Why.NO_TABLE)
        try:
            entries.append(_entry(cells, budget, today))
        except Refused as refused:
            raise RowRefused(number, refused.why, refused.word) from None
    if not entries:
        raise Refused(Why.NO_TABLE)
    return tuple(entries)


def _column(name: object) -> str:
    column = str(name).strip().lower()
    return _SAME.get(column, column)


def _entry(cells: dict[str, str], budget: Budget, today: date) -> Entry:
    try:
        day = date.fromisoformat(cells["day"])
    except ValueError:
        raise Refused(Why.IMPOSSIBLE_DAY, cells["day"]) from None
    if day > today:
        raise Refused(Why.FUTURE_DAY, cells["day"])
    if day.year < 1970:
        raise Refused(Why.LONG_AGO, cells["day"])
    if cells.get("currency", "") not in {"", budget.money.currency.code}:
        raise Refused(Why.OTHER_CURRENCY, cells["currency"])
    negative, amount = _amount(cells["amount"], budget)
    kind = _kind(cells.get("kind", ""), negative=negative)
    note = cells.get("note", "")
    if note.startswith("'") and note[1:2] in _FORMULA:
        note = note[1:]
    if len(note) > LONGEST_NOTE:
        raise Refused(Why.LONG_NOTE)
    category = _category(cells.get("category", ""), budget).number if kind.is_spending else None
    return Entry(kind, amount, day, category, note)


def _amount(text: str, budget: Budget) -> tuple[bool, int]:
    found, exponent = _AMOUNT.fullmatch(text), budget.money.currency.exponent
    if found is None:
        raise Refused(Why.NO_AMOUNT, text)
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


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()
