"""The parts of a line that become entries, and the ways to read its amounts."""

from collections.abc import Iterable
from typing import NamedTuple

from budget.currencies import is_own_minor_unit
from budget.grammar.readings import Evidence, Label
from budget.grammar.roles import Candidate, Reader, Role
from budget.grammar.words import Words
from budget.money import Amount

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
