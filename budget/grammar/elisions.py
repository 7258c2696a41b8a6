"""What an apostrophe joins: short words with the next one (`l'essence`, `dell'acqua`), endings with a name (`Migros'tan`)."""

import re
from collections.abc import Sequence
from functools import lru_cache

from budget.categories import folded
from budget.grammar.kinds import Word
from languages.vocabulary import Vocabulary

_APOSTROPHES = "'’"
_CLOSING = ".,;:!?)"
_BARE = "iıuü"


def elided(word: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """Return what is glued to a word, and the word; two empty texts where nothing is."""
    glued, _, rest = word.replace("’", "'").partition("'")
    return (glued, rest) if rest and f"{glued.lower()}'" in vocabulary.elisions else ("", "")


def without_elision(word: str, vocabulary: Vocabulary) -> str:
    """Return a folded word as it is compared: `l'essence` is `essence`."""
    return elided(word, vocabulary)[1] or word


@lru_cache(maxsize=64)
def suffixed_word(vocabulary: Vocabulary) -> "re.Pattern[str]":
    """Return a pattern that finds words, and as words of their own the endings behind an apostrophe or a number: `3ünde`.

    What may be the letter of a unit ends a sum alone, which has three digits or more: `4000e`.
    """
    endings = "|".join(sorted(map(re.escape, vocabulary.suffixes), key=len, reverse=True))
    glued = "|".join(sorted(map(re.escape, _behind_numbers(vocabulary)), key=len, reverse=True))
    letters = "|".join(sorted(vocabulary.suffixes - _behind_numbers(vocabulary))) or "(?!)"
    ending = rf"(?:[{_APOSTROPHES}](?:{endings})|(?<=[0-9])(?:{glued})|(?<=[0-9]{{3}})(?:{letters}))(?!\w)[{re.escape(_CLOSING)}]*"
    return re.compile(rf"{ending}|(?:(?!{ending})\S)+", re.IGNORECASE)


@lru_cache(maxsize=64)
def _behind_numbers(vocabulary: Vocabulary) -> frozenset[str]:
    """Return endings that people write right behind a number: no letters of a unit, as `a` and `e` may be."""
    return frozenset(ending for ending in vocabulary.suffixes if len(ending) > 1 or ending in _BARE)


def suffix_of(raw: str, vocabulary: Vocabulary, *, behind: bool) -> str:
    """Return an ending as it is compared, with an apostrophe; an empty text where a word is none.

    ``behind`` is whether it stands right behind a number.
    """
    glued = raw[0] not in _APOSTROPHES
    ending = folded(raw if glued else raw[1:]).rstrip(_CLOSING)
    return f"'{ending}" if ending in vocabulary.suffixes and (behind or not glued) else ""


def without_suffix(word: str, vocabulary: Vocabulary) -> str:
    """Return a word without an ending behind an apostrophe: `netflix` of `netflix'i`, `5` of `5’i`."""
    head, quote, ending = word.replace("’", "'").rpartition("'")
    return head if quote and ending in vocabulary.suffixes else word


def without_endings(words: Sequence[Word], vocabulary: Vocabulary) -> Sequence[Word]:
    """Return words without the endings of what stands no longer before them: `kitap` of `250'ye kitap`."""
    if not vocabulary.suffixes:
        return words
    kept = {word.place for word in words}
    return [word for word in words if word.folded[:1] != "'" or word.place - 1 in kept]
