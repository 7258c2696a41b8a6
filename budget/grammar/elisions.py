"""What an apostrophe joins: short words with the next one (`l'essence`, `dell'acqua`), endings with a name (`Migros'tan`)."""

import re
from functools import lru_cache

from budget.categories import folded
from languages.vocabulary import Vocabulary

_APOSTROPHES = "'’"
_CLOSING = ".,;:!?)"


def elided(word: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """Return what is glued to a word, and the word; two empty texts where nothing is."""
    glued, _, rest = word.replace("’", "'").partition("'")
    return (glued, rest) if rest and f"{glued.lower()}'" in vocabulary.elisions else ("", "")


def without_elision(word: str, vocabulary: Vocabulary) -> str:
    """Return a folded word as it is compared: `l'essence` is `essence`."""
    return elided(word, vocabulary)[1] or word


@lru_cache(maxsize=64)
def suffixed_word(vocabulary: Vocabulary) -> "re.Pattern[str]":
    """Return a pattern that finds words, and their endings behind an apostrophe as words of their own."""
    endings = "|".join(sorted(map(re.escape, vocabulary.suffixes), key=len, reverse=True))
    ending = rf"[{_APOSTROPHES}](?:{endings})(?!\w)[{re.escape(_CLOSING)}]*"
    return re.compile(rf"{ending}|(?:(?!{ending})\S)+", re.IGNORECASE)


def suffix_of(raw: str, vocabulary: Vocabulary) -> str:
    """Return an ending as it is compared, with its apostrophe; an empty text where a word is none."""
    ending = folded(raw[1:]).rstrip(_CLOSING)
    return f"'{ending}" if raw[0] in _APOSTROPHES and ending in vocabulary.suffixes else ""
