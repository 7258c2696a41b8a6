"""A category that a reply denies, with nothing else beside it: `not fun`, `no, it's not fun`."""

from collections.abc import Iterable
from dataclasses import replace

from budget.entries import Entry
from budget.grammar import Scope

_MOST = 12  # categories that are asked about at once


def denied_category(compared: Iterable[str], scope: Scope) -> int | None:
    """Return the number of the category that words deny, which are as they are compared; None where they deny none."""
    vocabulary, words = scope.vocabulary, [word for word in compared if word]
    while len(words) > 1 and words[0] in vocabulary.openings - vocabulary.not_openings:
        words = words[1:]
    if len(words) < 2 or words[0] not in vocabulary.not_openings:
        return None
    match = scope.names.own(words[1:])
    return match.category.number if match is not None and match.words == len(words) - 1 else None


def in_others(old: Entry, scope: Scope) -> list[Entry]:
    """Return an entry in each of the other categories."""
    numbers = [one.number for one in scope.categories if not one.removed and one.number != old.category]
    return [replace(old, category=number) for number in numbers[:_MOST]]
