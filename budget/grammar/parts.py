"""The parts of a line that become entries, and the ways to read its amounts."""

from collections.abc import Iterable
from typing import NamedTuple

from budget.currencies import is_own_minor_unit
from budget.errors import Why
from budget.grammar.readings import Evidence, Label
from budget.grammar.roles import Candidate, Reader, Role
from budget.grammar.signs import JOINING
from budget.grammar.words import Words
from budget.money import Amount, Number

_CENTS_OF_CAP = 10**8  # the cap is what a million US dollars are
MOST_CHOICES = 12
_LONGEST_CENTS = 2  # digits
_SMALLEST_COIN, _CHARM = 5, 99  # cents
_MOST_COUNTED = 24  # things


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
    if not _bears_cents(words, one, reader):
        return ()
    amount = Amount(int(words[one.first].plain))
    return (Part(without(words, range(one.first, one.end + 1)), words[one.first].place, amount),)


def with_cents(words: Words, found: list[Candidate], reader: Reader) -> list[Candidate]:
    """Return the numbers of a line with `50c` as a price beside another one: `6 @ 50c`, `milk 3.20 bag 5c`; not in `bra 34c 40`."""
    if not any(one.role is Role.PRICE for one in found):
        return found
    return [_priced(one, words) if _is_priced(words, one, reader) else one for one in found]


def _priced(one: Candidate, words: Words) -> Candidate:
    number = Number((Amount(int(words[one.first].plain)),), unsure=False, marked=True)
    return one._replace(role=Role.PRICE, end=one.end + 1, number=number, mark=True, loose=False)


def _is_priced(words: Words, one: Candidate, reader: Reader) -> bool:
    labelled = one.first > 0 and words[one.first - 1].folded in reader.vocabulary.labels  # `apt 5c rent 900`
    if labelled or not _bears_cents(words, one, reader):
        return False
    before, after = (
        words[one.first - 1] if one.first else None,
        words[one.end + 1] if one.end + 1 < len(words) else None,
    )
    joined = before is not None and (before.plain in JOINING or before.folded in reader.vocabulary.for_words)
    joined = joined or words[one.first].raw[0] in JOINING or (after is not None and after.plain[:1] in JOINING)
    cents = int(words[one.first].plain)
    return cents > 0 and (joined or cents % _SMALLEST_COIN == 0 or cents % 100 == _CHARM)


def _bears_cents(words: Words, one: Candidate, reader: Reader) -> bool:
    letter = words[one.end] if one.role is Role.GLUED and one.end < len(words) else None
    if letter is None or letter.folded != "c" or letter.start != words[one.end - 1].end:
        return False
    text = words[one.first].plain
    return is_own_minor_unit("cents", reader.money.currency) and text.isdecimal() and len(text) <= _LONGEST_CENTS


def is_part_of(words: Words, one: Candidate, price: Candidate) -> bool:
    """Whether a number may be part of the one beside it, so that no amount may be taken of either: `5 0 coffee`, `15 00 tv`."""
    why = one.refused.why if one.refused is not None else None
    if why is Why.ZERO:
        return price.end == one.first or one.end == price.first
    cents = why is Why.LEADING_ZERO and len(words[one.first].plain) == _LONGEST_CENTS  # but not `STORE 01234 5.45`
    return cents and price.end == one.first


def may_be_cents(words: Words, whole: Candidate, bare: Candidate, reader: Reader) -> bool:
    """Whether a number says the cents of the one before it: `45 Euro 30 ausgegeben`, but not `20 Euro 12 Bier`.

    Of so many things nobody buys: `5 euro 50 bios`.
    """
    vocabulary = reader.vocabulary
    if whole.end != bare.first or not whole.mark or whole.decimals or len(words[bare.first].plain) != _LONGEST_CENTS:
        return False
    verbs = vocabulary.tells | vocabulary.participles | vocabulary.paid | vocabulary.little_words
    many = minor_of(bare) > _MOST_COUNTED * reader.unit
    return bare.end < len(words) and (many or words[bare.end].folded in verbs)


def without_specks(prices: list[Candidate], reader: Reader) -> list[Candidate]:
    """Leave out a bare number that is less than a US cent before a marked price: `kopi 2 36rb` are two coffees."""
    if len(prices) != 2 or not prices[1].mark or not prices[0].bare or prices[0].sign:
        return prices
    return prices[1:] if minor_of(prices[0]) < reader.money.cap // _CENTS_OF_CAP else prices
