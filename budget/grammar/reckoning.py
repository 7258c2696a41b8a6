"""What is reckoned from numbers of a line, and how each of them counts."""

from typing import NamedTuple

from budget.grammar.roles import Candidate, Reader
from budget.money import Amount, Money

MOST_PIECES = 999


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


def places_of(candidate: Candidate) -> frozenset[int]:
    return frozenset(range(candidate.first, candidate.end))


def multiplied(count: int, price: Amount, money: Money) -> Amount:
    return Amount(count * price.minor, f"{count} × {money.written(price.minor)}")


def is_plural(word: str, reader: Reader) -> bool:
    """Whether a folded word looks like several things: `beers`."""
    vocabulary = reader.vocabulary
    if word in vocabulary.count_nouns:
        return True
    return len(word) > 3 and word.endswith(vocabulary.count_endings) and not word.endswith(vocabulary.no_plurals)
