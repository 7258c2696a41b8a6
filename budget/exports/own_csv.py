"""Entries as CSV for other programs; `budget.imports.own_csv` reads it back the same.

The columns are ``day,kind,amount,currency,category,note``; days are ISO dates, amounts have a point and no grouping.

No spreadsheet may take a note for a formula, whichever mark it splits lines at. Notes are written in one of three forms:

    tacos           as it is, where it is harmless
    '=1+1           an apostrophe before it, where it begins like a formula (or with an apostrophe)
    ' x;'=1         an apostrophe and a space before it, and another apostrophe before each sign that could begin a cell
                    further on; also where white space at an end would be lost
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator

from budget.budgets import Budget
from budget.entries import RecordedEntry

COLUMNS = ("day", "kind", "amount", "currency", "category", "note")

_SIGNS = "=+@\uff1d\uff0b\uff0d\uff20-"  # full-width ones too: some spreadsheets treat them alike
_QUOTED = ("'", "\t", "\r", "|", *_SIGNS)
_EXACT = "' "
_BREAKS = ";\uff1b|\t\r\n\v\f\x85\u2028\u2029"
# White space, quotes and breaks in a row, then apostrophes, then a sign. Each run is looked at once, so this stays linear.
_LATER_SIGN = re.compile(rf"(?<![\s\";\uff1b|])([\s\";\uff1b|]++)('*+)([{_SIGNS}])")


def written(budget: Budget, held: Iterable[RecordedEntry], *, heading: bool = True) -> Iterator[str]:
    """Write entries as lines of CSV, the heading first."""
    out = io.StringIO()
    writer = csv.writer(out)
    if heading:
        writer.writerow(COLUMNS)
        yield _taken(out)
    code = budget.money.currency.code
    keys = {category.number: category.key for category in budget.categories}
    for one in held:
        entry = one.entry
        category = keys[entry.category] if entry.category is not None else ""
        amount, note = budget.money.plain(entry.amount), guarded(entry.note)
        writer.writerow((entry.day.isoformat(), entry.kind.value, amount, code, category, note))
        yield _taken(out)


def _taken(out: io.StringIO) -> str:
    text = out.getvalue()
    out.seek(0)
    out.truncate()
    return text


def guarded(note: str) -> str:
    """Return a note as a cell of which no spreadsheet makes a formula: see the forms above."""
    if note.rstrip() == note and not any(_begins_cell(found) and not found[2] for found in _LATER_SIGN.finditer(note)):
        if note.startswith(_QUOTED):
            return f"'{note}"
        if note.lstrip() == note:
            return note
    return _EXACT + _LATER_SIGN.sub(lambda found: _with_apostrophes(found, 1), note)


def unguarded(cell: str) -> str:
    """Return the note of a cell. A cell in none of the three forms comes from another program, and stays as it is."""
    if cell.startswith(_EXACT):
        note = _LATER_SIGN.sub(lambda found: _with_apostrophes(found, -1), cell.removeprefix(_EXACT))
        if guarded(note) == cell:
            return note
    cell = cell.strip()
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_QUOTED) else cell


def _begins_cell(found: re.Match[str]) -> bool:
    """Whether a program that splits at semicolons, tabs, bars or line ends would begin a cell before a sign."""
    return not set(_BREAKS).isdisjoint(found[1])


def _with_apostrophes(found: re.Match[str], more: int) -> str:
    count = len(found[2]) + more if _begins_cell(found) else len(found[2])
    return found[1] + "'" * count + found[3]
