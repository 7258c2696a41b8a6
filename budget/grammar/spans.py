"""The days that words of a line may be: `calendar` finds them, `days` decides which of them counts."""

from datetime import date
from enum import IntEnum
from typing import NamedTuple

from budget.grammar.naming import Names
from budget.grammar.words import Kind
from budget.locales import Locale
from languages.vocabulary import Vocabulary

EARLIEST = 1970
DAY_KINDS = frozenset({Kind.DATE, Kind.ORDINAL})


class Sort(IntEnum):
    """What a day is written as; it decides where in a line it counts."""

    RELATIVE = 0  # yesterday, 3 days ago, last friday
    WEEKDAY = 1
    SHORT = 2  # sun, sat
    NUMERIC = 3  # 3/14
    NAMED = 4  # 14 march
    ORDINAL = 5  # 24th


class Span(NamedTuple):
    """Words from ``first`` up to ``end`` that are a day; ``doubt`` where its year or its weekday has to be asked."""

    first: int
    end: int
    day: date
    sort: Sort
    doubt: bool = False
    other: date | None = None  # the other day that it may be


class Calendar(NamedTuple):
    """What a day is read against."""

    today: date
    locale: Locale
    vocabulary: Vocabulary
    names: Names
