"""The words of a reply as they are compared, and what it denies: `it isn't fun`, `wrong category`, `not 12.50 but 15`.

What is denied stands behind a word of `Vocabulary.not_openings`, or before one of `Vocabulary.not_closings`.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from budget.categories import folded
from budget.entries import Entry, Kind
from budget.grammar import Scope, spaced
from budget.grammar.elisions import without_suffix
from languages.vocabulary import Vocabulary, spelled

_EDGES = ",.:;!،؛"
_STOPS = (*_EDGES, "、", "。")
_MOST = 12  # categories that are asked about at once
_SAID_AS = {"paycheck": Kind.PAYCHECK, "extra": Kind.EXTRA, "refund": Kind.REFUND, "spent": Kind.EXPENSE}
_CAME_IN = frozenset({Kind.PAYCHECK, Kind.EXTRA})
CATEGORY, AMOUNT, DAY = "category", "amount", "day"
"""Parts of an entry, as `Vocabulary.entry_parts` calls them."""


class Denial(NamedTuple):
    """What a reply denies: compared words, none where it denies nothing; and what it says instead of them, as it is written."""

    words: tuple[str, ...] = ()
    instead: str = ""


def compared(word: str) -> str:
    """Return a word of a reply as the tables have it, without the punctuation around it."""
    return spelled(folded(word).strip(_EDGES))


def compared_words(text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return all words of a reply as they are compared; one of punctuation alone is empty."""
    return tuple(map(compared, spaced(text, vocabulary).split()))


def without_tail(text: str, vocabulary: Vocabulary) -> str:
    """Return a text without what `was` adds to its last number where verbs end a sentence: `480円だった`, `105'ti`."""
    head = without_suffix(text, vocabulary)
    if head != text and head[-1:].isdecimal():
        return head
    for word in vocabulary.was_words if vocabulary.particles else ():
        if text.endswith(word) and any(map(str.isdecimal, text)):
            return text.removesuffix(word)
    return text


def orders_of(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the words that delete an entry or restore it."""
    return vocabulary.delete_words | vocabulary.restore_words


def orders(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a reply begins, behind what opens it, by deleting or restoring: `no, delete tacos`; or ends so: `pastayı sil`."""
    verbs = orders_of(vocabulary)
    said = opened_words(text, vocabulary, verbs)
    last = said[-1:] if vocabulary.verbs_last else []
    return not verbs.isdisjoint([*said[:1], *last])


def opened_words(text: str, vocabulary: Vocabulary, but: frozenset[str] = frozenset()) -> list[str]:
    """Return the words of a reply as they are compared, without those that open it.

    Those that deny open none, nor do some (``but``).
    """
    said = spaced(text, vocabulary).split()
    return [word for word in map(compared, said[_opened(said, vocabulary, but) :]) if word]


def _opened(said: Sequence[str], vocabulary: Vocabulary, but: frozenset[str] = frozenset()) -> int:
    """Return how many words open a reply. `no, …` does so where the word also denies: `no, ocio` says what `no es ocio` denies."""
    at = 0
    while at + 1 < len(said):
        word = compared(said[at])
        denies = word in vocabulary.not_openings and not (word in vocabulary.no_words and said[at].endswith(_STOPS))
        if word and (denies or word in but or word not in vocabulary.openings | vocabulary.no_words):
            break
        at += 1
    return at


def denial(text: str, vocabulary: Vocabulary) -> Denial:
    """Return what a reply denies, and what it says instead."""
    said = spaced(text, vocabulary).split()
    words, start = [compared(word) for word in said], _opened(said, vocabulary)
    while start < len(said) - 1 and words[start] in vocabulary.closings - vocabulary.not_openings:
        start += 1  # `isso não é lazer`
    closing = next((n for n, word in enumerate(words) if n > 0 and word in vocabulary.not_closings), None)
    if closing is not None:
        return _closed(said, words, (min(start, closing - 1), closing), vocabulary)
    if start == len(said) or words[start] not in vocabulary.not_openings:
        return Denial()
    end = next((n for n in range(start + 1, len(words)) if words[n] in vocabulary.but_words), None)
    if end is None:  # `not 12.50, 15`
        end = next((n for n in range(start + 1, len(words) - 1) if said[n].endswith(_STOPS)), len(words))
        instead = said[end + 1 :]
        if vocabulary.please_words.issuperset(words[end + 1 :]):
            instead = []
        return Denial(_bare(words[start + 1 : end + 1], vocabulary), " ".join(instead))
    return Denial(_bare(words[start + 1 : end], vocabulary), " ".join(said[end + 1 :]))


def _closed(said: list[str], words: list[str], places: tuple[int, int], vocabulary: Vocabulary) -> Denial:
    """Read `eğlence değil`, `12,50 değil 15` and `15, 12,50 değil`."""
    start, closing = places
    instead, denied = said[closing + 1 :], words[start:closing]
    if vocabulary.please_words.issuperset(words[closing + 1 :]):
        instead = []  # `楽しみではないです`
    stop = next((n for n in range(start, closing - 1) if said[n].endswith(_STOPS)), None)
    if not instead and stop is not None:
        instead, denied = said[start : stop + 1], words[stop + 1 : closing]
    return Denial(_bare(denied, vocabulary), " ".join(instead).strip("".join(_STOPS)))


def _bare(words: Sequence[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return what is denied without the little words before it: of `no es ocio` and `not a paycheck` the last."""
    beside = vocabulary.openings | vocabulary.articles | vocabulary.owners | vocabulary.little_words
    kept = [word for word in words if word]
    while len(kept) > 1 and kept[0] in beside:
        kept = kept[1:]
    while len(kept) > 1 and kept[-1] in vocabulary.please_words | vocabulary.closings:
        kept = kept[:-1]
    return tuple(kept)


def denied_category(text: str, scope: Scope) -> int | None:
    """Return the number of the category that a text denies, saying no other; None where it denies none."""
    words, instead = denial(text, scope.vocabulary)
    match = scope.names.own(words) if words and not instead else None
    return match.category.number if match is not None and match.words == len(words) else None


def wrong_part(text: str, vocabulary: Vocabulary) -> str | None:
    """Return the part of an entry that a reply calls wrong and says no more of; empty where it names none, None for others."""
    words = list(filter(None, compared_words(text, vocabulary)))
    beside = vocabulary.openings | vocabulary.little_words | vocabulary.articles | vocabulary.please_words
    beside |= vocabulary.particles | vocabulary.wrong_words
    if vocabulary.wrong_words.isdisjoint(words) or any(
        word not in beside and word not in vocabulary.entry_parts for word in words
    ):
        return None
    parts = {part for word in words if (part := vocabulary.entry_parts.get(word)) is not None}
    return parts.pop() if len(parts) == 1 else ""


def begins_as_correction(text: str, vocabulary: Vocabulary) -> bool:
    """Whether words that correct begin a text: `should be 5`, `debería ser 5`, but not `debería comprar 5`."""
    words = compared_words(text, vocabulary)
    return any(words[:length] in vocabulary.corrections for length in (1, 2, 3))


def corrects(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text without an amount says what is to be done with an entry: `not fun`, `should be groceries`, `delete tacos`."""
    meant = begins_as_correction(text, vocabulary) or orders(text, vocabulary)
    return meant or bool(denial(text, vocabulary).words) or wrong_part(text, vocabulary) is not None


def in_others(old: Entry, scope: Scope) -> list[Entry]:
    """Return an entry in each of the other categories."""
    numbers = [one.number for one in scope.categories if not one.removed and one.number != old.category]
    return [replace(old, category=number) for number in numbers[:_MOST]] if old.kind.is_spending else []


def denied_kind(text: str, old: Entry, scope: Scope) -> list[Entry] | None:
    """Return an entry as each of the other kinds, where a text denies its kind; none where it denies another, None for others."""
    words, instead = denial(text, scope.vocabulary)
    denied = kinds_said(words, scope.vocabulary) if words and not instead else frozenset()
    if not denied and not old.kind.is_spending and _says_spent(text, scope.vocabulary):
        return [replace(old, kind=Kind.EXPENSE, category=scope.last_resort)]  # `spent`, of a paycheck
    if not denied:
        return None
    if old.kind not in denied:
        return []
    last = old.category or scope.last_resort
    kinds = [one for one in (Kind.EXPENSE, Kind.REFUND, Kind.EXTRA, Kind.PAYCHECK) if one not in denied]
    return [replace(old, kind=one, category=last if one.is_spending else None) for one in kinds]


def _says_spent(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a reply says no more than that money was spent: `it was spent`."""
    words = opened_words(text, vocabulary, frozenset(vocabulary.answers))
    return len(words) == 1 and vocabulary.answers.get(words[0]) == "spent"


def kinds_said(words: tuple[str, ...], vocabulary: Vocabulary) -> frozenset[Kind]:
    """Return the kinds of entry that words mean: money that came in for words of income, which do not tell a paycheck apart."""
    if len(words) == 1 and words[0] in vocabulary.refunds:
        return frozenset({Kind.REFUND})
    said = vocabulary.answers.get(words[0]) if len(words) == 1 else None
    if said == "paycheck" or words in vocabulary.income:
        return _CAME_IN if words == ("income",) else frozenset({Kind.PAYCHECK})
    return frozenset({_SAID_AS[said]}) if said in _SAID_AS else frozenset()


def lone_word(words: Sequence[str], vocabulary: Vocabulary) -> str:
    """Return the one word that a reply is, without what may follow it: `delete it, please`."""
    said = without_closings([word for word in words if word], vocabulary)
    return said[0] if len(said) == 1 else ""


def without_closings(words: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    """Return words without those that may follow what is meant: of `netflix one please` the first."""
    said = list(words)
    while len(said) > 1 and said[-1] in vocabulary.closings:
        said.pop()
    return said
