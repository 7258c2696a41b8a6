"""Numbers with a scale word of the budget's language, which multiplies them: `50 ribu`, `1 juta 200 ribu`, `3 آلاف و500`."""

import re
from dataclasses import replace
from typing import NamedTuple

from budget.currencies import Currency, mark_of, usual_scale
from budget.errors import Refused, Why
from budget.grammar.roles import Candidate, Reader, Role
from budget.grammar.signs import TIMES, TIMES_SIGNS
from budget.grammar.words import Kind, Word, Words
from budget.money import Amount, Money, Number, clean
from languages.vocabulary import Vocabulary

_LARGE = 10  # units of a currency that are worth a dollar, from which on thousands are everyday amounts
_GROUP = 3  # digits
_LARGEST = 1000  # ... from which on nothing costs less than hundreds
_THOUSAND = 1000
_LESS = frozenset("-–—/÷")
_LONGEST_COUNT = 3  # digits
_SCALED = re.compile(r"((?:[^\W\d_]{1,3}\.?)?[0-9][0-9.,]*) ?([^\W\d_]+)")
_COUNTED = re.compile(rf"([1-9][0-9]{{0,2}}) ?[{TIMES}] ?([0-9.,]+)")


class _Multiple(NamedTuple):
    """A number that scale words make, and where it ends in the line."""

    number: Number
    end: int


def scaled_number(words: Words, first: int, text: str, end: int, reader: Reader) -> Candidate | None:
    """Read ``50 ribu`` with the mark behind it: asked about in a currency whose amounts are seldom so large."""
    if not _scale_at(words, end, reader.vocabulary):
        return None
    found = _multiplied(words, first, text, end, reader)
    if found is None:
        return refused_scale(words, first, text, end, end + 1)
    after = words[found.end] if found.end < len(words) else None
    own = mark_of(after.plain, reader.money.currency) if after is not None and after.kind is Kind.WORD else None
    if (reckoned := reckoned_after(words, found.end + bool(own), found.number, reader.money)) is not None:
        found, own = _Multiple(*reckoned), None
        if not found.number.amounts:
            return refused_scale(words, first, text, end, found.end)
        after = None
    number = found.number if usual_scale(reader.money.currency) >= _LARGE else replace(found.number, unsure=True)
    candidate = Candidate(first, found.end, "", number, None, Role.PRICE, mark=True)
    if after is None or own is None:
        return candidate
    if own:
        return candidate._replace(end=found.end + 1)
    refused = Refused(Why.OTHER_CURRENCY, " ".join(word.raw for word in words[first : found.end + 1]))
    return candidate._replace(end=found.end + 1, number=None, refused=refused, blocks=True)


def refused_scale(words: Words, first: int, text: str, end: int, stop: int) -> Candidate:
    """Return a number with a scale word at ``end`` that cannot be read; up to ``stop`` it is said."""
    written = " ".join((text, *(word.raw for word in words[end:stop])))
    return Candidate(first, stop, "", None, Refused(Why.UNIT, written), Role.PRICE, mark=True, blocks=True)


def reckoned_after(words: Words, at: int, number: Number, money: Money) -> tuple[Number, int] | None:
    """Return what `x 3` behind a scale word makes of a number, and where it ends; without amounts for `/2` and `- 5000`."""
    if at >= len(words):
        return None
    word, after = words[at], words[at + 1] if at + 1 < len(words) else None
    times = after.plain if word.plain in TIMES_SIGNS and after is not None else word.plain.strip(TIMES)
    if word.plain in TIMES_SIGNS or word.kind is Kind.COUNT:
        if not times.isdecimal() or len(times) > _LONGEST_COUNT:
            return None
        priced = number.amounts[0].minor
        amount = Amount(priced * int(times), f"{money.written(priced)} × {int(times)}")
        return replace(number, amounts=(amount,)), at + 1 + (word.kind is not Kind.COUNT)
    if Kind.PERCENT in {word.kind, after.kind if after is not None else None}:
        return None  # `180rb -20%`
    bare = Number((), False, True)
    if word.plain in _LESS and after is not None and after.kind > Kind.WORD:
        return bare, at + 2
    ends = after is None or after.start > word.end
    glued = word.kind is Kind.GLUED and word.start - words[at - 1].end <= 1 and ends  # `50 ribu/2`
    return (bare, at + 1) if glued or (word.raw[0] in _LESS and word.plain[1:2].isdecimal()) else None


def is_said_in_thousands(own: Currency) -> bool:
    """Whether nothing costs less than hundreds of a currency's units, so that thousands go without saying: `kopi 25`."""
    return usual_scale(own) >= _LARGEST


def in_thousands(price: Candidate, money: Money) -> Candidate:
    """Return a number below a thousand with its thousands first, in a currency whose coins are no less: `kopi 25`, `kopi 18,5`."""
    amount = _in_few_digits(price, money)
    if price.number is None or amount is None:
        return price
    return price._replace(number=replace(price.number, amounts=(Amount(amount.minor * _THOUSAND), amount), unsure=True))


def all_in_thousands(prices: list[Candidate], money: Money) -> list[Candidate]:
    """Return several such numbers as thousands, for in these currencies each is asked about: `kopi 25, ojek 30, hotel 90`."""
    few = [_in_few_digits(price, money) for price in prices]
    return [
        price._replace(number=replace(price.number, amounts=(Amount(amount.minor * _THOUSAND),)))
        if price.number is not None and amount is not None and None not in few
        else price
        for price, amount in zip(prices, few, strict=True)
    ]


def _in_few_digits(price: Candidate, money: Money) -> Amount | None:
    """Return what a bare number below a thousand is in a currency whose coins are no less; None for another one."""
    number = price.number
    bare = price.bare or (price.decimals and not price.mark and not price.sign)  # `kopi 18,5`
    if number is None or len(number.amounts) > 1 or not bare or not is_said_in_thousands(money.currency):
        return None
    amount = number.amounts[0]
    return None if amount.minor >= _THOUSAND * 10**money.currency.exponent else amount


def in_digits(text: str, money: Money, vocabulary: Vocabulary) -> str:
    """Return an amount that a scale word ends (`500rb`) in digits; any other text as it is."""
    found = _SCALED.fullmatch(clean(text))
    zeros = vocabulary.multipliers.get(found[2].lower(), 0) if found is not None else 0
    minor = _times(found[1], zeros, money) if found is not None and zeros else None
    return text if minor is None else money.written(minor, bare=True)


def _multiplied(words: Words, first: int, text: str, end: int, reader: Reader) -> _Multiple | None:
    """Return what a number is with the scale word at ``end``; smaller terms that follow are added to it.

    None where the number is not plain, or may be read in two ways.
    """
    money, vocabulary = reader.money, reader.vocabulary
    zeros = _scale_at(words, end, vocabulary)
    counted = _COUNTED.fullmatch(text)
    minor = _times(counted[2] if counted is not None else text, zeros, money)
    if minor is None:
        return None
    end += 1
    if counted is not None:  # `3 x 15rb`
        amount = Amount(int(counted[1]) * minor, f"{counted[1]} × {money.written(minor)}")
        return _Multiple(Number((amount,), False, True), end)
    while zeros and (term := _term(words, end, zeros, money, vocabulary, leads=first == 0)) is not None:
        minor, zeros, end = minor + term[0], term[1], term[2]
    return _Multiple(Number((Amount(minor),), False, True), end)


def _term(
    words: Words, end: int, zeros: int, money: Money, vocabulary: Vocabulary, *, leads: bool
) -> tuple[int, int, int] | None:
    """Return the smaller term that follows a number of thousands: its minor units, its zeros, and where it ends."""
    at = end + (end < len(words) and words[end].folded in vocabulary.and_words)
    added = at < len(words) and is_added(words[at])
    if at >= len(words) or not (words[at].kind is Kind.NUMBER or added) or words[end - 1].stop:
        return None
    smaller = _scale_at(words, at + 1, vocabulary)
    minor = _times(words[at].plain.lstrip("+"), smaller, money)
    last = at + 1 + (smaller > 0)
    # Without a scale word it may be the price of what follows: `3 آلاف و50 شاي`.
    ends = last == len(words) or words[last].kind is not Kind.WORD or mark_of(words[last].plain, money.currency)
    group = zeros == _GROUP and len(words[at].plain) == _GROUP  # `42 bin 500`
    ends = ends or (leads and group)  # `3 bin 500 kredi`, but not `kira 3 bin 500 kredi`
    if (
        minor is None
        or minor >= 10 ** (zeros + money.currency.exponent)
        or not (smaller or added or ((at > end or group) and ends))
    ):
        return None
    return minor, smaller, last


def is_added(word: Word) -> bool:
    """Whether a number is glued to the word before it by a plus: `1 juta+200`."""
    return word.raw[0] == "+" and word.kind in {Kind.NUMBER, Kind.GLUED}


def number_word_before(words: Words, at: int, vocabulary: Vocabulary) -> int | None:
    """Return the value of a number word that a number is added to, as in `ألفين و500`; None where none is."""
    if at < 2 or words[at - 1].folded not in vocabulary.and_words:
        return None
    word = words[at - 2].folded
    before = at > 2 and words[at - 3].kind is Kind.NUMBER  # `3 آلاف و50 شاي`
    zeros = 0 if before else vocabulary.multipliers.get(word, 0)
    return int(10**zeros) if zeros else vocabulary.number_words.get(word)


def _scale_at(words: Words, at: int, vocabulary: Vocabulary) -> int:
    """Return how many zeros the scale word at a place stands for; 0 where none stands there."""
    return vocabulary.multipliers.get(words[at].folded.partition("/")[0], 0) if at < len(words) else 0


def _times(text: str, zeros: int, money: Money) -> int | None:
    """Return the minor units of a number with so many zeros; None where it is not one plain number."""
    try:
        number = money.read(text)
    except Refused:
        return None
    if number is None or number.unsure or number.amounts[0].working:
        return None
    return number.amounts[0].minor * int(10**zeros)
