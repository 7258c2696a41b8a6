"""A plain line: one amount beside a few words of which none says more than what was bought.

Most of the work of reading is to tell other lines apart: a plain one takes a quarter of reading. What it means is the same here and
by all the steps: tests compare both for every line of their tables, and for every word of those in every place.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import lru_cache
from typing import Any, NamedTuple

from budget.categories import folded
from budget.currencies import CURRENCIES, MONEY_WORDS
from budget.errors import Refused
from budget.grammar.kinds import Kind, Word
from budget.grammar.parts import Part, Pick, Picks
from budget.grammar.readings import Evidence, Label, Scope
from budget.grammar.scale_words import is_said_in_thousands
from budget.money import Amount, Money
from languages.vocabulary import Vocabulary, spelled

_WORDS = r"[^\W\d_]{3,20}(?: [^\W\d_]{3,20}){0,2}"
_NUMBER = r"[1-9][0-9]{1,3}|[1-9][0-9]{0,2}(?:[.,][0-9]{3})?[.,][0-9]{2}"
_PLAIN = re.compile(rf"(?:{_WORDS} )?({_NUMBER})(?: {_WORDS})?")
"""A whole amount of one digit may as well be a count."""
_CENTS = 2  # decimals
_BEGUN = 3  # letters
_SILENT_TABLES = frozenset({"language", "builtin", "plurals", "inflections", "no_plurals", "count_endings"})
"""Of a vocabulary: they say what was bought, or how words are written."""


class _Telling(NamedTuple):
    """What a word is, or ends with, that may say more than what was bought."""

    alone: frozenset[str]
    phrases: Mapping[str, tuple[frozenset[str], ...]]
    """The phrases that a word is part of: how each of their words begins, for the others may be said in another form."""
    endings: tuple[str, ...]

    def says(self, words: list[str]) -> bool:
        """Whether a phrase may be said whole by the words of a line."""
        found = [phrases for word in words if (phrases := self.phrases.get(word)) is not None]
        if not found:
            return False
        begun = {word[:_BEGUN] for word in words}
        return any(phrase <= begun for phrases in found for phrase in phrases)


def plain_picks(line: str, scope: Scope) -> Picks | None:
    """Return the one way to read the amount of a plain line; None for any other line, which the steps read."""
    found = _PLAIN.fullmatch(line)
    own = scope.money.currency
    if found is None or own.exponent != _CENTS or is_said_in_thousands(own):
        return None
    vocabulary = scope.vocabulary
    if vocabulary.particles or vocabulary.suffixes or vocabulary.proclitics:
        return None  # words are parted by more than blanks
    told = line.split(" ")
    telling = _telling(vocabulary)
    words, at, start = list[Word](), 0, 0
    for place, raw in enumerate(told):
        if start == found.start(1):
            at = place
        else:
            compared = folded(raw) if raw.isascii() else spelled(folded(raw))
            if compared in telling.alone or compared.endswith(telling.endings) or raw in CURRENCIES:
                return None
            words.append(Word(place, raw, start, raw, compared, Kind.WORD, loose=False, joined=False, stop=False))
        start += len(raw) + 1
    if not words or (len(words) > 1 and telling.says([word.folded for word in words])):
        return None
    amount = _amount(found[1], scope.money)
    if amount is None:
        return None
    evidence = Evidence.NOTHING if found[1].isdecimal() else Evidence.DECIMALS
    return Picks((Pick(Label.AMOUNT, (Part(tuple(words), at, amount),)),), evidence)


def _amount(numeral: str, money: Money) -> Amount | None:
    try:
        number = money.read(numeral)
    except Refused:
        return None  # the steps say why
    return number.amounts[0] if number is not None else None


@lru_cache(maxsize=64)
def _telling(vocabulary: Vocabulary) -> _Telling:
    alone, endings, parts = set(MONEY_WORDS), set[str](), dict[str, set[frozenset[str]]]()
    for field in fields(Vocabulary):
        if field.name in _SILENT_TABLES:
            continue
        found = endings if field.name.endswith("_endings") else alone
        for phrase in _phrases_of(getattr(vocabulary, field.name)):
            if len(phrase) == 1:
                found.add(phrase[0])
            else:
                begun = frozenset(word[:_BEGUN] for word in phrase if not word[0].isdecimal())
                for word in phrase:
                    parts.setdefault(word, set()).add(begun)
    phrases = {word: tuple(found) for word, found in parts.items()}
    return _Telling(frozenset(alone), phrases, tuple(endings))


def _phrases_of(table: Any) -> Iterator[tuple[str, ...]]:
    """Each word and each phrase of a table; of a mapping its keys, and the words that they are read as."""
    read_as = table.values() if isinstance(table, Mapping) else ()
    for one in (*table, *(value for value in read_as if isinstance(value, str))):
        yield tuple(one.split()) if isinstance(one, str) else one
