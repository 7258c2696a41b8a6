"""Which category the notes of a file's rows name, as a note that somebody writes does: by the budget's own words, by what was
taught, by a built-in word. A prefix is none here: among hundreds of rows nobody sees the guess.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from budget.budgets import Budget
from budget.grammar.given import naming_by_note
from budget.grammar.readings import Scope
from budget.imports.rows import ImportedRow

_ANY_DAY = date(2000, 1, 1)  # no note is read for its day


def categories_by_note(
    rows: Iterable[ImportedRow], budget: Budget, taught: Callable[[Iterable[str]], Mapping[str, int]]
) -> dict[str, int]:
    """Return the category's number by the note, of spending for which the file names no category; only notes that name one.

    ``taught`` looks up keys of notes, once.
    """
    notes = {row.note for row in rows if row.category is None and row.kind.is_spending and row.note}
    keys: set[str] = set()
    named = _named(notes, budget.scope(_ANY_DAY, keys.add))
    lessons = taught(keys) if keys else {}
    return _named(notes, budget.scope(_ANY_DAY, lessons.get)) if lessons else named


def _named(notes: Iterable[str], scope: Scope) -> dict[str, int]:
    found = ((note, naming_by_note(note, _ANY_DAY, scope, prefixes=False).categories) for note in notes)
    return {note: categories[0].number for note, categories in found if len(categories) == 1}
