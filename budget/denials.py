"""The words of a reply as they are compared, and what it denies with nothing else beside it: `not fun`, `not yesterday`."""

from dataclasses import replace

from budget.categories import folded
from budget.entries import Entry
from budget.grammar import Scope, spaced
from languages.vocabulary import Vocabulary, spelled

_EDGES = ",.:;!،؛"
_MOST = 12  # categories that are asked about at once


def compared(word: str) -> str:
    """Return a word of a reply as the tables have it, without the punctuation around it."""
    return spelled(folded(word).strip(_EDGES))


def opened_words(text: str, vocabulary: Vocabulary, but: frozenset[str] = frozenset()) -> list[str]:
    """Return the words of a reply as they are compared, without those that open it.

    Those that deny open none, nor do some (``but``).
    """
    words = [word for word in map(compared, spaced(text, vocabulary).split()) if word]
    while len(words) > 1 and words[0] in vocabulary.openings - vocabulary.not_openings - but:
        words = words[1:]
    return words


def denied_words(text: str, vocabulary: Vocabulary) -> list[str]:
    """Return the words that a text denies, as they are compared; none for one that denies nothing."""
    words = opened_words(text, vocabulary)
    return words[1:] if words and words[0] in vocabulary.not_openings else []


def denied_category(text: str, scope: Scope) -> int | None:
    """Return the number of the category that a text denies; None where it denies none."""
    words = denied_words(text, scope.vocabulary)
    match = scope.names.own(words) if words else None
    return match.category.number if match is not None and match.words == len(words) else None


def in_others(old: Entry, scope: Scope) -> list[Entry]:
    """Return an entry in each of the other categories."""
    numbers = [one.number for one in scope.categories if not one.removed and one.number != old.category]
    return [replace(old, category=number) for number in numbers[:_MOST]]
