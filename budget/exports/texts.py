"""What the exports share: amounts without grouping, texts of one line, and cells that no spreadsheet takes for a formula."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from budget.budgets import Budget
from budget.categories import Category
from budget.characters import visible
from budget.entries import Entry, RecordedEntry

_SIGNS = "=+@\uff1d\uff0b\uff0d\uff20-"  # full-width ones too: some spreadsheets take them for the same
_BREAKS = frozenset(";\uff1b|")
# Blanks, quotes and breaks in a row before a sign. Each run is looked at once, so this stays linear.
_BEFORE_SIGN = re.compile(rf"(?<![\s\";\uff1b|])([\s\";\uff1b|]*+)(?=[{_SIGNS}])")


class Written(NamedTuple):
    """An entry that is exported, with its category (None for money in) and its identity within the budget."""

    entry: Entry
    category: Category | None
    identity: str

    @property
    def spent(self) -> int:
        """What went out, in minor units; below zero for what came in or back."""
        return self.entry.amount if self.entry.kind.is_money_out else -self.entry.amount

    @property
    def label(self) -> str:
        """What to call it: its note, or its category where there is none."""
        return one_line(self.entry.note) or (self.category.name if self.category is not None else str(self.entry.kind))


def written(budget: Budget, held: Iterable[RecordedEntry]) -> Iterator[Written]:
    """Yield the entries that are not undone, with their categories."""
    categories: Mapping[int, Category] = {category.number: category for category in budget.categories}
    for one in held:
        if not one.undone:
            number = one.entry.category
            yield Written(one.entry, None if number is None else categories[number], f"{one.message}.{one.line}")


def one_line(text: str) -> str:
    """Return a text without line breaks and without characters that steer or hide."""
    return visible(" ".join(text.split()), joiners=True)


def guarded(text: str) -> str:
    """Return a text as a cell of one line, with an apostrophe before every sign that could begin a formula."""
    return _BEFORE_SIGN.sub(_with_apostrophe, one_line(text))


def _with_apostrophe(found: re.Match[str]) -> str:
    begins = found.start() == 0 or not _BREAKS.isdisjoint(found[1])
    return f"{found[1]}'" if begins else found[1]


def csv_lines(heading: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield a heading and rows as lines of CSV."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(heading)
    yield out.getvalue()
    for row in rows:
        out.seek(0)
        out.truncate()
        writer.writerow(row)
        yield out.getvalue()
