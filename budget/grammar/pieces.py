"""Pieces of a word that has digits: how many and their price, `2/$5`, `3x45rb`; the words around them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from budget.grammar.kinds import Kind
from budget.grammar.signs import JOINING, TIMES_SIGNS
from languages.vocabulary import Vocabulary

_FOR_PRICE = re.compile(r"([1-9][0-9]?)/([$€£¥₹][0-9]+(?:[.,][0-9]{1,2})?)")  # `2/$5`: two for five dollars
PRICE = re.compile(r"[+\-]?[0-9]*[.,'’0-9]*[.,][0-9]{1,2}")
"""A number with decimals."""
_TIMES_SCALED = re.compile(r"([1-9][0-9]{0,2}[xX×])([0-9][0-9.,]*)([^\W\d_]+)")  # `3x45rb`
_TRAILING = re.compile(r"[^\w%+'’]+$")
_UNJOINED = re.compile(r"[^,|]+")


class Part(NamedTuple):
    """A part of what stands between two spaces: from ``start`` to ``end`` of it."""

    start: int
    end: int
    plain: str
    kind: Kind
    loose: bool = False
    stop: bool = False


def counted_parts(bare: str, offset: int, whole: int, vocabulary: Vocabulary) -> tuple[Part, ...] | None:
    """Take apart how many and their price: `2/$5`, `3x45rb`; None for anything else."""
    found = _FOR_PRICE.fullmatch(bare) or (_TIMES_SCALED.fullmatch(bare) if vocabulary.multipliers else None)
    if found is None or (found.lastindex == 3 and found[3].lower() not in vocabulary.multipliers):
        return None
    many = Part(0, offset + found.end(1), found[1], Kind.COUNT)
    if found.lastindex != 3:
        return many, Part(offset + found.end(1), whole, found[2], Kind.NUMBER)
    price = Part(offset + found.end(1), offset + found.end(2), found[2], Kind.NUMBER)
    return many, price, Part(offset + found.end(2), whole, found[3], Kind.WORD)


def behind_sign(before: str, number: str) -> tuple[str, Kind] | None:
    """Return what a sign and a number behind a word or a picture are: a count or a price."""
    sign, glued = before[-1:], before[-2:-1]
    if sign not in JOINING or not glued:
        return None
    if sign in TIMES_SIGNS and number.isdecimal() and len(number) <= 2 and (sign == "×" or not glued.isalnum()):
        return sign + number, Kind.COUNT
    return (number, Kind.NUMBER) if sign == "@" and before[:-1].isalpha() and PRICE.fullmatch(number) else None


def several_words(text: str, start: int) -> Iterator[Part]:
    """The words of what commas or bars join: `fun,lunch`."""
    for found in _UNJOINED.finditer(text):
        plain = _TRAILING.sub("", found[0]) or found[0]
        end = start + found.end()
        yield Part(start + found.start(), end, plain, word_kind(plain))


def word_kind(text: str) -> Kind:
    return Kind.WORD if any(letter.isalnum() for letter in text) else Kind.SYMBOL
