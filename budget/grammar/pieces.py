"""Pieces of a word that has digits: how many and their price, `2/$5`, `3x45rb`; the words around them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from budget.currencies import mark_of
from budget.grammar.kinds import Kind
from budget.grammar.signs import JOINING, TIMES_SIGNS
from budget.money import Money
from languages.vocabulary import Vocabulary

_FOR_PRICE = re.compile(r"([1-9][0-9]?)/([$€£¥₹][0-9]+(?:[.,][0-9]{1,2})?)")  # `2/$5`: two for five dollars
PRICE = re.compile(r"[+\-]?[0-9]*[.,'’0-9]*[.,][0-9]{1,2}")
"""A number with decimals."""
_TIMES_PRICED = re.compile(r"([1-9][0-9]{0,2}[xX×*])([0-9][0-9.,]*)([^\W\d_]+)")  # `3x45rb`
_PRICED_TIMES = re.compile(r"([0-9][0-9.,]*)([^\W\d_]{1,9}?\.?|[^\w\s.,])[xX×хХ*]([1-9][0-9]?)")  # `35р*2`, `45rbx3`
_JOINED = re.compile(r"(?<=[0-9])([^\W\d_]{1,9})\.?([+/–—-])(?=[^\W_])")  # `12zł+ciastko`
_FIRST_WORD = re.compile(r"[^\W\d_]*")
_MOST_DIGITS = 2  # of how many
_TIMES = TIMES_SIGNS | frozenset("хХ")
_COUNTING = _TIMES | {"/"}
_JOINTS = frozenset("+/–—-")
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


def counted_parts(bare: str, offset: int, whole: int, money: Money, vocabulary: Vocabulary) -> tuple[Part, ...] | None:
    """Take apart how many and their price: `2/$5`, `3x45rb`, `35р*2`; None for anything else."""
    if _COUNTING.isdisjoint(bare):
        return None  # nearly all numbers
    if (found := _FOR_PRICE.fullmatch(bare)) is not None:
        many = Part(0, offset + found.end(1), found[1], Kind.COUNT)
        return many, Part(offset + found.end(1), whole, found[2], Kind.NUMBER)
    if (found := _TIMES_PRICED.fullmatch(bare)) is not None:
        price = _priced(found[2], found[3], offset + found.end(1), whole, money, vocabulary)
        return (Part(0, offset + found.end(1), found[1].replace("*", "×"), Kind.COUNT), *price) if price else None
    if (found := _PRICED_TIMES.fullmatch(bare)) is not None:
        end = offset + found.end(2)
        price = _priced(found[1], found[2], 0, end, money, vocabulary)
        return (*price, Part(end, whole, f"×{found[3]}", Kind.COUNT)) if price else None
    return None


def joint_behind_price(bare: str, money: Money, vocabulary: Vocabulary) -> tuple[int, int] | None:
    """Return where the sign stands that joins a price with a mark or scale word to more: `12zł+ciastko`, not `54rb/bulan`."""
    for found in _JOINED.finditer(bare) if not _JOINTS.isdisjoint(bare) else ():
        said, sign = found[1].lower(), found[2]
        if said not in vocabulary.multipliers and not mark_of(found[1], money.currency):
            continue
        unit = _FIRST_WORD.match(bare[found.end() :])
        word = unit[0].lower() if unit is not None else ""
        units = vocabulary.per_words | vocabulary.units | vocabulary.ago_units.keys()
        named = word and word not in units | vocabulary.recurring_days.keys() | vocabulary.recurring_months.keys()
        if sign == "+" or named:
            return found.start(2), found.end()
    return None


def _priced(number: str, word: str, start: int, end: int, money: Money, vocabulary: Vocabulary) -> tuple[Part, ...]:
    """Return the parts of a price with the currency's mark or a scale word behind it; none for another word."""
    mark = word.removesuffix(".")
    if mark_of(mark, money.currency):
        return (Part(start, end, number + mark, Kind.NUMBER),)
    if word.lower() not in vocabulary.multipliers:
        return ()
    return Part(start, end - len(word), number, Kind.NUMBER), Part(end - len(word), end, word, Kind.WORD)


def behind_sign(before: str, number: str, money: Money) -> tuple[str, Kind] | None:
    """Return what a sign and a number behind a word or a picture are: a count or a price."""
    sign, glued = before[-1:], before[-2:-1]
    if (
        number.isdecimal()
        and len(number) <= _MOST_DIGITS
        and sign in _TIMES
        and mark_of(before[:-1].rstrip("."), money.currency)
    ):
        return f"×{number}", Kind.COUNT  # `35 р*2`
    if sign not in JOINING or not glued:
        return None
    if (
        sign in TIMES_SIGNS
        and number.isdecimal()
        and len(number) <= _MOST_DIGITS
        and (sign == "×" or not glued.isalnum())
    ):
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
