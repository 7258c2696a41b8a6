"""What is reckoned from numbers of a line, and how each of them counts."""

import re
from typing import NamedTuple

from budget.grammar.kinds import Kind, Words
from budget.grammar.naming import Names
from budget.grammar.roles import Candidate, Reader
from budget.money import Amount, Money, divided

MOST_PIECES = 999
_RATE = re.compile(r"([0-9]{1,3})[.,]([0-9]{3})")
_DIMENSION = re.compile(r"[0-9]{1,3}[xX×][0-9]{1,3}")


class Reckoned(NamedTuple):
    """An amount that is reckoned from numbers of the line: the words it takes, and whether it is certain."""

    taken: frozenset[int]
    at: int  # the position of its price
    amount: Amount
    sure: bool
    others: tuple[Amount, ...] = ()  # what else it may be, where it is not certain
    share: bool = False


def one_value(candidate: Candidate) -> Amount | None:
    """Return a number's one amount."""
    number = candidate.number
    return number.amounts[0] if number is not None and len(number.amounts) == 1 else None


def count_of(candidate: Candidate, money: Money) -> int | None:
    """Return how many a bare whole number counts."""
    amount = one_value(candidate)
    if candidate.strong or candidate.sign or amount is None or amount.working:
        return None
    count, rest = divmod(amount.minor, 10**money.currency.exponent)
    return count if not rest and 1 <= count <= MOST_PIECES else None


def so_much(words: Words, many: Candidate, price: Candidate, reader: Reader) -> Amount | None:
    """Return what so much of a thing costs at the price of a unit, rounded to a minor unit; None where either may be several."""
    size, amount = one_value(many), one_value(price)
    if size is None or amount is None:
        return None
    minor = divided(size.minor * amount.minor, reader.unit)
    return Amount(minor, f"{words[many.first].raw} × {reader.money.written(amount.minor)}")


def in_thousandths(words: Words, many: Candidate, price: Candidate) -> Amount | None:
    """Return what so much of a thing costs whose unit has a price of three decimals: `12 gal @ 3.459`; None for another price."""
    size, rate = one_value(many), _RATE.fullmatch(words[price.first].plain.lstrip("$€£¥₹").partition("/")[0])
    if size is None or rate is None:
        return None
    minor = divided(size.minor * int(rate[1] + rate[2]), 1000)
    return Amount(minor, f"{words[many.first].raw} × {rate[0]}")


def places_of(candidate: Candidate) -> frozenset[int]:
    return frozenset(range(candidate.first, candidate.end))


def multiplied(count: int, price: Amount, money: Money) -> Amount:
    return Amount(count * price.minor, f"{count} × {money.written(price.minor)}")


def is_dimension(words: Words, bare: Candidate, following: list[Candidate], names: Names) -> bool:
    """Whether `2x4` says how large a thing is: beside a marked price, before what no category knows: `2x4 timber 36.50`.

    Right before the price, behind such a thing, it does where the price is no product: `screws 5x80 7.99`, not `beers 2x4 8.00`.
    """
    if bare.sign or bare.end >= len(words) or _DIMENSION.fullmatch(words[bare.first].plain) is None:
        return False
    if following and following[0].first == bare.end:
        product, price = one_value(bare), one_value(following[0])
        other = product is not None and price is not None and product.minor != price.minor
        behind = (
            bare.first > 0 and words[bare.first - 1].kind is Kind.WORD and not names.knows(words[bare.first - 1].folded)
        )
        return other and behind and following[0].strong
    thing, beside = words[bare.end], words[max(0, bare.first - 1) : bare.first] + words[bare.end : bare.end + 1]
    if thing.kind > Kind.WORD and following and following[-1].strong:  # `vinyl 12x12 10 sheets 9.99`
        before = words[bare.first - 1] if bare.first else None
        return before is not None and before.kind is Kind.WORD and not names.knows(before.folded)
    named = thing.kind is Kind.WORD and not words[bare.end - 1].stop
    return named and not any(names.knows(word.folded) for word in beside)


def last_said(between: Words) -> str:
    """Return the last word between a count and a price; a digit may double it: `masing2`."""
    if len(between) > 1 and between[-1].kind is Kind.GLUED and between[-1].start == between[-2].end:
        return between[-2].folded + between[-1].plain
    return between[-1].folded if between else ""
