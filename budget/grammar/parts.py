"""The parts of a line that become entries, and the ways to read its amounts."""

from collections.abc import Iterable
from typing import NamedTuple

from budget.currencies import is_own_minor_unit
from budget.errors import Why
from budget.grammar.readings import Evidence, Label
from budget.grammar.roles import Candidate, Reader, Role
from budget.grammar.words import Words
from budget.money import Amount

_CENTS_OF_CAP = 10**8  # the cap is what a million US dollars are
MOST_CHOICES = 12
_LONGEST_CENTS = 2  # digits


class Part(NamedTuple):
    """One amount with the words of its entry; ``at`` is the `Word.place` where it stands."""

    words: Words
    at: int
    amount: Amount
    sign: str = ""
    loose_sign: bool = False


class Pick(NamedTuple):
    """One way to read the amounts of a line."""

    label: Label
    parts: tuple[Part, ...]


class Picks(NamedTuple):
    """The ways to read the amounts of a line, the likeliest first; one alone is certain unless ``doubtful``."""

    picks: tuple[Pick, ...]
    evidence: Evidence = Evidence.NOTHING
    doubtful: bool = False  # to be asked about even where one way is left


def without(words: Words, taken: Iterable[int]) -> Words:
    gone = frozenset(taken)
    return tuple(word for n, word in enumerate(words) if n not in gone)


def evidence_of(price: Candidate) -> Evidence:
    evidence = Evidence.NOTHING
    if price.mark:
        evidence |= Evidence.MARK
    if price.decimals:
        evidence |= Evidence.DECIMALS
    return evidence


def parts_of(words: Words, price: Candidate) -> list[Part]:
    """Return a number's part of the line, one for each value that it may have."""
    number = price.number
    amounts = number.amounts if number is not None else ()
    rest = without(words, range(price.first, price.end))
    return [Part(rest, words[price.first].place, amount, price.sign, price.loose_sign) for amount in amounts]


def minor_of(price: Candidate) -> int:
    return price.number.amounts[0].minor if price.number is not None else 0


def in_cents(words: Words, one: Candidate, reader: Reader) -> tuple[Part, ...]:
    """Return what `99c` is where cents are the hundredth part of the currency; nothing for another number."""
    letter = words[one.end] if one.role is Role.GLUED and one.end < len(words) else None
    if letter is None or letter.folded != "c" or letter.start != words[one.end - 1].end:
        return ()
    text = words[one.first].plain
    if not is_own_minor_unit("cents", reader.money.currency) or not text.isdecimal() or len(text) > _LONGEST_CENTS:
        return ()
    return (Part(without(words, range(one.first, one.end + 1)), words[one.first].place, Amount(int(text))),)


def is_part_of(words: Words, one: Candidate, price: Candidate) -> bool:
    """Whether a number may be part of the one beside it, so that no amount may be taken of either: `5 0 coffee`, `15 00 tv`."""
    why = one.refused.why if one.refused is not None else None
    if why is Why.ZERO:
        return price.end == one.first or one.end == price.first
    cents = why is Why.LEADING_ZERO and len(words[one.first].plain) == _LONGEST_CENTS  # but not `STORE 01234 5.45`
    return cents and price.end == one.first


def may_be_cents(words: Words, whole: Candidate, bare: Candidate, reader: Reader) -> bool:
    """Whether a number says the cents of the one before it: `45 Euro 30 ausgegeben`, but not `20 Euro 12 Bier`."""
    vocabulary = reader.vocabulary
    if whole.end != bare.first or not whole.mark or whole.decimals or len(words[bare.first].plain) != _LONGEST_CENTS:
        return False
    verbs = vocabulary.tells | vocabulary.participles | vocabulary.paid | vocabulary.little_words
    return bare.end < len(words) and words[bare.end].folded in verbs


def without_specks(prices: list[Candidate], reader: Reader) -> list[Candidate]:
    """Leave out a bare number that is less than a US cent before a marked price: `kopi 2 36rb` are two coffees."""
    if len(prices) != 2 or not prices[1].mark or not prices[0].bare or prices[0].sign:
        return prices
    return prices[1:] if minor_of(prices[0]) < reader.money.cap // _CENTS_OF_CAP else prices
