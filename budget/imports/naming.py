"""Which category the notes of a file's rows name, as a note that somebody writes does: by the budget's own words, by what was
taught, by a built-in word. A prefix is none here: among hundreds of rows nobody sees the guess.

A bank puts its own words around a shop's name (``KARTENZAHLUNG REWE SAGT DANKE``), so a word within the note counts, too, where all
such words mean one category.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from budget.budgets import Budget
from budget.categories import LAST_RESORT, folded
from budget.grammar.category_words import Named
from budget.grammar.given import naming_by_note
from budget.grammar.naming import Names
from budget.grammar.readings import Scope
from budget.imports.rows import ImportedRow
from languages.vocabulary import LONGEST

_ANY_DAY = date(2000, 1, 1)  # no note is read for its day
_WORD = re.compile(r"[^\W\d_]+(?:['’&-][^\W\d_]+)*")
_SHORTEST = 4  # letters of a built-in word within a note: banks abbreviate, and `DIA`, `AH` are shops


def categories_by_note(
    rows: Iterable[ImportedRow], budget: Budget, taught: Callable[[Iterable[str]], Mapping[str, int]]
) -> dict[str, int]:
    """Return the category's number by the note, of spending for which the file names no category; only notes that name one.

    ``taught`` looks up keys of notes, once.
    """
    notes = {row.note for row in rows if row.category is None and row.kind.is_spending and row.note}
    keys: set[str] = set()
    said = _named(notes, budget.scope(_ANY_DAY, keys.add))
    lessons = taught(keys) if keys else {}
    scope = budget.scope(_ANY_DAY, lessons.get)
    said = _named(notes, scope) if lessons else said
    found = {note: named[0].number for note, named in said.items() if len(named) == 1}
    within = ((note, _within(note, scope.names)) for note, named in said.items() if not named)
    return found | {note: number for note, number in within if number is not None}


def _named(notes: Iterable[str], scope: Scope) -> dict[str, tuple[Named, ...]]:
    return {note: naming_by_note(note, _ANY_DAY, scope, prefixes=False).categories for note in notes}


def _within(note: str, names: Names) -> int | None:
    """Return the only category that words within a note name; None for none or several."""
    words = _WORD.findall(folded(note))
    found = set()
    for at, word in enumerate(words):
        match = names.own(words[at:])
        if match is not None:
            found |= {match.category.number} - {names.keyed[LAST_RESORT].number}
        elif len(word) >= _SHORTEST and (category := names.everyday(words[at : at + LONGEST])) is not None:
            found.add(category.number)
    return found.pop() if len(found) == 1 else None
