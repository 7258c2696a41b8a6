"""What a number is in its line."""

from enum import IntEnum
from typing import NamedTuple

from budget.errors import Refused
from budget.grammar.naming import Names
from budget.money import Money, Number
from languages.vocabulary import Vocabulary


class Role(IntEnum):
    """What a number is in its line."""

    PRICE = 0
    LABEL = 1  # bus 42
    FOR = 2  # for 2
    COUNT = 3  # 3x, with 3 friends
    MEASURE = 4  # 10.5 gal
    CLOCK = 5
    PERCENT = 6
    GLUED = 7  # PS5
    CODE = 8  # a masked card, a reference
    FRACTION = 9  # 84.60/2


class Candidate(NamedTuple):
    """Words from ``first`` up to ``end`` that are a number: with its reading, or the refusal that it met."""

    first: int
    end: int
    sign: str
    number: Number | None
    refused: Refused | None
    role: Role
    mark: bool = False  # it bears a currency
    decimals: bool = False
    loose: bool = False  # glued to letters
    loose_sign: bool = False  # its sign stands apart: `- 5`
    blocks: bool = False  # the line cannot be read around its refusal

    @property
    def strong(self) -> bool:
        """Whether it bears the evidence of a price: a mark or decimals."""
        return self.mark or self.decimals

    @property
    def bare(self) -> bool:
        """Whether it is a price that is only a whole number."""
        return self.role is Role.PRICE and not self.strong


class Reader(NamedTuple):
    """What numbers are read with."""

    money: Money
    vocabulary: Vocabulary
    names: Names

    @property
    def unit(self) -> int:
        """A whole unit of the currency, in minor units."""
        unit: int = 10**self.money.currency.exponent
        return unit
