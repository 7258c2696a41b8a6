"""Amounts in words, `forty five dollars`: they are refused, with the digits to write instead."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from budget.currencies import is_own_minor_unit, mark_of
from budget.errors import Refused, Why
from budget.grammar.readings import Scope
from budget.grammar.words import Kind, Word, Words
from languages.vocabulary import Vocabulary

_HUNDRED = 100
_FEWEST_CENTS = 10
_MOST_BOUGHT = 12  # things that one price in words is said of
_SHOP = (7, 11)  # `7 eleven 4`
_WHOLE = re.compile(r"[^\w\s.,+*×/-]{0,2}([0-9]{1,6})[^\w\s.,+*×/-]{0,2}")


def refuse_spelt(words: Words, scope: Scope) -> None:
    """Refuse a line whose amount is in words. Raises `Refused`, with its digits where they are sure."""
    for at in range(len(words)):
        if _values(words, at, scope):
            raise _refused(words, at, scope)


def refuse_spelt_beside(words: Words, scope: Scope) -> None:
    """Refuse a sum of which a part is in words and another in digits: no amount is taken from a part. Raises `Refused`.

    As in `12 dollars and fifty cents`, `30 on gas and twenty on food`, `two hundred 50 rent`, `12 fifty lunch`, `4 and a half`.
    """
    own, vocabulary = scope.money.currency, scope.vocabulary
    joints = vocabulary.and_words | vocabulary.plus_words
    before = ""
    for at, (word, following) in enumerate(pairwise(words)):
        if vocabulary.small_numbers.get(word.folded) == 1 and _are_cents_behind(words[at + 1 : at + 3], scope):
            raise _with_cents(1, int(words[at + 2].plain), scope)
        bears = word.folded in vocabulary.multipliers and before[-1:].isdecimal()  # `25 ألف دينار`
        if word.folded in vocabulary.number_words and following.kind is Kind.WORD and not bears:
            after = following.folded
            joined = before in joints and after in vocabulary.day_openers | vocabulary.for_words
            joined = joined or (at == 0 and after in vocabulary.for_words and _joins_number(words, joints))
            if joined or is_own_minor_unit(after, own) or mark_of(after, own) is not None:
                raise _refused(words, at, scope)
        before = word.folded
    if not vocabulary.proclitics and _spelling(vocabulary).isdisjoint(
        [word.folded.partition("-")[0] for word in words]
    ):
        return
    for at, word in enumerate(words):
        before = words[at - 1].folded if at else ""
        after = words[at + 1].folded if at + 1 < len(words) else ""
        glued = word.kind is Kind.GLUED and after in vocabulary.parts_behind  # `3einhalb`
        if not (word.kind is Kind.NUMBER or glued) or before in vocabulary.clock_openers:  # `الساعة 6 ونص`
            continue
        if (whole := _whole_in(word)) is not None:
            _refuse_more_behind(words, at, whole, scope)
            _refuse_price_behind(words, at, whole, scope)
            _refuse_more_before(words, at, whole, scope)


def _are_cents_behind(words: Words, scope: Scope) -> bool:
    """Whether a number says the cents of one whole unit: `a buck 50`."""
    if len(words) < 2 or not words[0].folded.isalpha() or words[0].stop:
        return False
    own = mark_of(words[0].folded, scope.money.currency) is not None and scope.money.currency.exponent > 0
    return own and words[1].plain.isdecimal() and len(words[1].plain) == 2


def _joins_number(words: Words, joints: frozenset[str]) -> bool:
    """Whether a number stands right behind a word that joins: `ten for parking and 25 for the show`."""
    return any(one.folded in joints and other.kind is Kind.NUMBER for one, other in pairwise(words))


@lru_cache(maxsize=64)
def _spelling(vocabulary: Vocabulary) -> frozenset[str]:
    """Return words of which every part of a sum in words has one at its beginning."""
    numbers = {**vocabulary.small_numbers, **vocabulary.number_words}
    halves = vocabulary.half_words | vocabulary.half_more | vocabulary.part_names.keys()
    return frozenset({*halves, *vocabulary.parts_behind, *(word for word, number in numbers.items() if number > 1)})


def _whole_in(word: Word) -> int | None:
    """Return the whole number that a word is, beside a mark."""
    found = _WHOLE.fullmatch(word.plain)
    return int(found[1]) if found is not None else None


def _refuse_more_behind(words: Words, at: int, whole: int, scope: Scope) -> None:
    """Refuse cents in words behind a whole number: `12 fifty`, `4 dollars fifty`, `12 and a half`. Raises `Refused`."""
    vocabulary, own = scope.vocabulary, scope.money.currency
    next_ = at + 1
    marked = next_ < len(words) and mark_of(words[next_].folded, own) is not None
    next_ += marked
    said = words[next_].folded if next_ < len(words) else ""
    glued = said[1:] in vocabulary.half_more and said[:1] in vocabulary.and_words
    if not marked and glued:  # `ونص`
        raise _with_cents(whole, 50, scope)
    behind = words[next_ + 1].folded if next_ + 1 < len(words) else ""
    measured = behind in vocabulary.units and sum(word.kind is Kind.NUMBER for word in words) > 1
    if measured and said in vocabulary.parts_behind:
        return  # `2 buçuk litre kola 65`
    if not marked and said in vocabulary.parts_behind:
        _refuse_part(words, at, (whole, vocabulary.parts_behind[said]), scope)
    joined = said in vocabulary.and_words | vocabulary.with_words
    next_ += joined
    if own.exponent != 2 or next_ >= len(words) or words[next_ - 1].stop:
        return
    asked = marked or mark_of(words[at].plain[-1], own) is not None  # `6 euros y medio`: in budget.grammar.sums
    part = _part_of_unit(words, next_, vocabulary, asked=asked) if joined else None
    if part is not None:
        raise _with_cents(whole, part, scope)
    cents, end = _number(words, next_, scope)
    if cents is None or not _FEWEST_CENTS <= cents < _HUNDRED or _halves(words, next_, vocabulary):
        return
    if (whole, cents) == _SHOP:
        return
    after = words[end].folded if end < len(words) else ""
    if not (joined and after.endswith(vocabulary.count_endings)):  # `20 and twelve eggs`
        raise _with_cents(whole, cents, scope)


def _refuse_price_behind(words: Words, at: int, whole: int, scope: Scope) -> None:
    """Refuse `3 for a fiver`, `2 for ten`: the price of some things is in words. Raises `Refused`."""
    vocabulary = scope.vocabulary
    if whole > _MOST_BOUGHT or at + 2 >= len(words) or words[at + 1].folded not in vocabulary.for_words:
        return
    first = at + 2 + (vocabulary.small_numbers.get(words[at + 2].folded) == 1)
    value, end = _number(words, first, scope)
    after = words[end].folded if end < len(words) else ""
    if value is not None and value > whole and after not in vocabulary.units:
        raise Refused(Why.NUMBER_WORD, str(value))


def _refuse_part(words: Words, at: int, amount: tuple[int, int], scope: Scope) -> None:
    """Refuse `8 buçuk` and `3 einviertel`; what counts things is refused where no other number does. Raises `Refused`."""
    whole, cents = amount
    if cents:
        raise _with_cents(whole, cents, scope)
    alone = sum(word.kind in {Kind.NUMBER, Kind.GLUED} for word in words) == 1
    if alone:  # `çay 5 çeyrek`, but not `2 çeyrek ekmek 120`
        raise Refused(Why.NOT_A_NUMBER, f"{words[at].raw} {words[at + 1].raw}")


def _part_of_unit(words: Words, at: int, vocabulary: Vocabulary, *, asked: bool) -> int | None:
    """Return the cents of `a half` or `a quarter` that begins at a place; None for none, and where they are ``asked`` about."""
    at += words[at].folded in vocabulary.articles or vocabulary.small_numbers.get(words[at].folded) == 1
    if at >= len(words):
        return None
    after = words[at + 1].folded if at + 1 < len(words) else ""
    if (
        after in vocabulary.of_words | vocabulary.articles | vocabulary.units
        or vocabulary.small_numbers.get(after) == 1
    ):
        return None  # `12 and half a pizza`
    if words[at].folded in vocabulary.half_more:
        return None if asked else 50
    if words[at].folded in vocabulary.half_words:
        return 50
    return 25 if vocabulary.part_names.get(words[at].folded) == 4 else None


def _halves(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether words say that two share: `20 fifty fifty`."""
    return tuple(word.folded for word in words[at : at + 2]) in vocabulary.halved


def _refuse_more_before(words: Words, at: int, whole: int, scope: Scope) -> None:
    """Refuse a number word before a number that it is part of: `two hundred 50`, `forty 5`, `two 50 coffee`. Raises `Refused`."""
    first, scaled = at, scope.vocabulary.multipliers
    if words[at + 1 : at + 2] and words[at + 1].folded in scaled:  # `kopi dua 30rb`
        return
    while first and _values(words, first - 1, scope):
        first -= 1
        if words[first].folded in scaled and first and words[first - 1].kind is Kind.NUMBER:  # `42 bin 500`
            return
    if first == at:
        _refuse_units_before(words, at, whole, scope)
        return
    if words[at - 1].stop or _halves(words, first, scope.vocabulary):
        return
    if first == at - 1 and words[first].folded in scope.vocabulary.number_or_thing:
        return  # `ازازة مية 10`
    if tuple(number for word in range(first, at) for number in _values(words, word, scope)) == _SHOP:
        return  # `seven eleven 4.20`
    grouped = at + 1 < len(words) and words[at + 1].kind is Kind.NUMBER
    if first == at - 1 and (grouped or words[first].raw.isupper()) and scope.names.knows(words[first].folded):
        return  # `СТО 3 500` names a garage
    value, _ = _number(words, first, scope)
    if value is None:  # `ten fifty 5`
        raise Refused(Why.NOT_A_NUMBER, " ".join(word.raw for word in words[first : at + 1]))
    if value % 10 ** len(str(whole)) == 0:
        raise Refused(Why.NUMBER_WORD, str(value + whole))
    _refuse_cents(words, first, (value, whole), scope)


def _refuse_units_before(words: Words, at: int, whole: int, scope: Scope) -> None:
    """Refuse `two 50 coffee`: a small number word before two digits. Raises `Refused`."""
    few = scope.vocabulary.small_numbers.get(words[at - 1].folded, 0) if at else 0
    if few > 1 and not words[at - 1].stop:
        _refuse_cents(words, at - 1, (few, whole), scope)


def _refuse_cents(words: Words, first: int, amount: tuple[int, int], scope: Scope) -> None:
    """Refuse units in words and cents in digits, unless another word before them may have the number: `motel six 40`."""
    whole, cents = amount
    named = first == 0 or scope.names.knows(words[first - 1].folded)
    if named and scope.money.currency.exponent == 2 and _FEWEST_CENTS <= cents < _HUNDRED:
        raise _with_cents(whole, cents, scope)


def _refused(words: Words, at: int, scope: Scope) -> Refused:
    """Return the refusal of the amount in words that begins at a place, and of the units that stand before it."""
    own = scope.money.currency
    value, end = _number(words, at, scope)
    if value is not None and own.exponent == 2:
        cents = end < len(words) and is_own_minor_unit(words[end].folded, own)
        if cents and words[end].folded.removesuffix("s") in scope.vocabulary.number_words:  # `deux cents euros`
            return Refused(Why.NOT_A_NUMBER, " ".join(word.raw for word in words[at : end + 1]))
        whole = _whole_before(words, at, scope)
        if whole is not None and value < _HUNDRED:  # `a buck fifty`, `12 dollars and fifty cents`
            return _with_cents(whole, value, scope)
        if cents:
            return _with_cents(0, value, scope)
        if end + 1 < len(words) and mark_of(words[end].folded, own):
            more, _ = _number(words, end + 1 + (words[end + 1].folded in scope.vocabulary.and_words), scope)
            if more is not None and more < _HUNDRED:  # `two dollars and fifty cents`
                return _with_cents(value, more, scope)
    if value is None:
        return Refused(Why.NOT_A_NUMBER, " ".join(word.raw for word in words[at:end]))
    return Refused(Why.NUMBER_WORD, str(value))


def _with_cents(whole: int, cents: int, scope: Scope) -> Refused:
    return Refused(Why.NUMBER_WORD, scope.money.written(_HUNDRED * whole + cents, bare=True))


def _whole_before(words: Words, at: int, scope: Scope) -> int | None:
    """Return the units before cents in words: 1 of `a buck`, 12 of `12 dollars and`; None where none are."""
    vocabulary = scope.vocabulary
    at -= at > 0 and words[at - 1].folded in vocabulary.and_words
    if at < 2 or not mark_of(words[at - 1].folded, scope.money.currency):
        return None
    plain = words[at - 2].plain
    return int(plain) if plain.isdecimal() and len(plain) <= 9 else vocabulary.small_numbers.get(words[at - 2].folded)


def _number(words: Words, at: int, scope: Scope) -> tuple[int | None, int]:
    """Return the value of number words from a place on, None where they make no one number, and where they end."""
    values: list[int] = []
    end = at
    while end < len(words):
        joined = bool(values) and words[end].folded in scope.vocabulary.and_words
        more = _values(words, end + joined, scope)
        if not more:
            break
        values += more
        end += 1 + joined
    return _together(values), end


def _values(words: Words, at: int, scope: Scope) -> list[int]:
    """Return the values of one word: of `forty-five` two; of `one` and `a` only before a hundred or a thousand."""
    if at >= len(words):
        return []
    vocabulary, said = scope.vocabulary, words[at].folded
    if said in vocabulary.number_words:
        return [vocabulary.number_words[said]]
    if said in vocabulary.small_numbers and at + 1 < len(words):
        scaled = vocabulary.number_words.get(words[at + 1].folded, 0) >= _HUNDRED
        return [vocabulary.small_numbers[said]] if scaled else []
    parts = [part for part in said.split("-") if part not in vocabulary.and_words] if "-" in said else []
    known = {**vocabulary.small_numbers, **vocabulary.number_words} if parts else {}
    return [known[part] for part in parts] if parts and all(part in known for part in parts) else []


def _together(values: Sequence[int]) -> int | None:
    """Return the number that values make one after the other, None where they make none: 40, 5 are 45, and 15, 100 are 1500."""
    total = last = 0
    for value in values:
        if last and value in {100, 1000} and last < value:
            total, last = total - last + last * value, last * value
        elif not last or last % 10 ** len(str(value)) == 0:
            total, last = total + value, value
        else:
            return None
    return total or None
