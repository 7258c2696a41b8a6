"""Indian numerals: lakhs and crores, ``1.5 lakh``, ``1 lakh 20 thousand``."""

from typing import NamedTuple

from budget.currencies import indian_scale, mark_of
from budget.errors import Refused
from budget.grammar.roles import Candidate, Reader, Role
from budget.grammar.scale_words import is_added, reckoned_after, refused_scale
from budget.grammar.words import Kind, Word, Words
from budget.money import Amount, Money, Number

_LIQUIDS = frozenset(
    """
    milk doodh water paani petrol diesel fuel kerosene oil tel juice coke cola beer wine rum whisky vodka paint primer thinner soda
    ghee curd dahi lassi chaas buttermilk yogurt yoghurt bisleri kinley aquafina bailley pepsi sprite fanta limca thumsup maaza
    frooti slice tropicana squash sharbat lemonade syrup honey vinegar phenyl harpic lizol dettol surf ezee comfort shampoo
    detergent handwash sanitizer coolant cooker kettle bottle thermos tank bucket geyser fridge bag backpack
    """.split()
)
"""What is bought by the litre, or holds some: beside one, `1.5L` may be no lakh."""
_BOTTLES = frozenset({"0.5", "1", "1.25", "1.5", "2", "2.25", "2.5", "5", "10", "20"})
"""Litres that bottles and cans hold."""

_LAKH = 5  # zeros
_SMALLER = {"thousand": 3, "thousands": 3, "hundred": 2, "hundreds": 2}


class _Term(NamedTuple):
    """A smaller part of a number: its minor units, the zeros of its scale, and where it ends in the line."""

    minor: int
    zeros: int
    end: int


def indian_number(words: Words, first: int, text: str, end: int, reader: Reader) -> Candidate:
    """Read a number with the lakhs or crores at ``end``, and what smaller terms add to it: ``1 lakh and 20 thousand``."""
    zeros, last = indian_scale(words[end].folded) or 0, end + 1
    number = times_ten(text, zeros, reader.money)
    if number is None:
        return refused_scale(words, first, text, end, last)
    minor = number.amounts[0].minor
    while (term := _term(words, last, zeros, reader)) is not None:
        minor, zeros, last = minor + term.minor, term.zeros, term.end
    number = Number((Amount(minor),), False, True)
    if last < len(words) and mark_of(words[last].plain, reader.money.currency):
        last += 1
    if (reckoned := reckoned_after(words, last, number, reader.money)) is not None:
        number, last = reckoned
    if not number.amounts:
        return refused_scale(words, first, text, end, last)
    return Candidate(first, last, "", number, None, Role.PRICE, mark=True)


def lakhs_alone(words: Words, candidate: Candidate, reader: Reader) -> Candidate:
    """Read ``1.5L`` as lakhs in an Indian budget, where it is the line's one number; what may be litres is asked about."""
    if candidate.role is not Role.MEASURE:
        return candidate
    apart = candidate.end - candidate.first == 2 and words[candidate.end - 1].plain == "L"  # `1.5 L car`
    number = _lakhs_of(words[candidate.first], reader.money, "L" if apart else "")
    if number is None:
        return candidate
    liquid = any(one.folded in _LIQUIDS for one in words)
    if (liquid or apart or _may_be_bottle(words, candidate, reader)) and candidate.number is not None:
        ways = (number.amounts[0], candidate.number.amounts[0])
        number = Number(ways[::-1] if liquid else ways, False, True)
    return candidate._replace(number=number, refused=None, role=Role.PRICE, mark=True)


def _may_be_bottle(words: Words, candidate: Candidate, reader: Reader) -> bool:
    """Whether a number may say how much was bought: behind a thing that no word knows, or alone: `chaach 1L`, not `gold 1.2L`."""
    before = words[: candidate.first]
    unknown = len(words) == 1 or (bool(before) and not any(reader.names.knows(word.folded) for word in before))
    return unknown and words[candidate.first].plain.rstrip("L") in _BOTTLES


def _lakhs_of(word: Word, money: Money, unit: str = "") -> Number | None:
    """Return what ``1.5L`` is in lakhs, whose ``unit`` may stand apart; None for other words, and where nobody counts in them."""
    plain = word.plain + unit
    return times_ten(plain[:-1], _LAKH, money) if plain[-1:] == "L" and money.is_indian else None


def litres_or_lakhs(words: Words, at: int, reader: Reader) -> Candidate | None:
    """Read ``1L 20k`` as a lakh and thousands, where they say so; None where `1L` may be a litre."""
    number = _lakhs_of(words[at], reader.money)
    term = _term(words, at + 1, _LAKH, reader) if number is not None else None
    if number is None or term is None:
        return None
    amount = Amount(number.amounts[0].minor + term.minor)
    return Candidate(at, term.end, "", Number((amount,), False, True), None, Role.PRICE, mark=True)


def _term(words: Words, at: int, zeros: int, reader: Reader) -> _Term | None:
    """Return the smaller term at a place: ``20 thousand``, ``20k``, ``and 20000``, ``+20000``, ``20L`` below a crore."""
    joined = at < len(words) and words[at].folded in reader.vocabulary.and_words
    at += joined
    glued = at < len(words) and is_added(words[at])  # `1 lakh+20000`
    if at >= len(words) or not (glued or words[at].kind in {Kind.NUMBER, Kind.MEASURE}):
        return None
    plain, last = words[at].plain.lstrip("+"), at + 1
    smaller = indian_scale(words[last].folded) or _SMALLER.get(words[last].folded, 0) if last < len(words) else 0
    if words[at].kind is Kind.MEASURE:
        smaller, plain = (_LAKH, plain[:-1]) if plain[-1] == "L" else (zeros, "")
    elif smaller:
        last += 1
    number = times_ten(plain, smaller, reader.money)
    if number is None:
        return None
    ends = last == len(words) or words[last].kind is not Kind.WORD or mark_of(words[last].plain, reader.money.currency)
    said = smaller or plain[-1] in "kK" or glued or (joined and ends)
    below = number.amounts[0].minor < 10 ** (zeros + reader.money.currency.exponent)
    return _Term(number.amounts[0].minor, smaller, last) if said and smaller < zeros and below else None


def times_ten(text: str, zeros: int, money: Money) -> Number | None:
    """Return ``1.5`` with so many zeros: decimals move up into the whole part."""
    try:
        number = money.read(text)
    except Refused:
        return None
    if number is None or number.unsure:
        return None
    return Number(tuple(Amount(amount.minor * 10**zeros) for amount in number.amounts), False, True)
