"""Amounts in words, `forty five dollars`: they are refused, with the digits to write instead."""

from collections.abc import Sequence
from itertools import pairwise

from budget.currencies import is_own_minor_unit, mark_of
from budget.errors import Refused, Why
from budget.grammar.readings import Scope
from budget.grammar.words import Kind, Words

_HUNDRED = 100


def refuse_spelt(words: Words, scope: Scope) -> None:
    """Refuse a line whose amount is in words. Raises `Refused`, with its digits where they are sure."""
    for at in range(len(words)):
        if _values(words, at, scope):
            raise _refused(words, at, scope)


def refuse_spelt_beside(words: Words, scope: Scope) -> None:
    """Refuse a sum in words beside digits: `12 dollars and fifty cents`, `30 on gas and twenty on food`. Raises `Refused`."""
    own, vocabulary = scope.money.currency, scope.vocabulary
    joints = vocabulary.and_words | vocabulary.plus_words
    before = ""
    for at, (word, following) in enumerate(pairwise(words)):
        bears = word.folded in vocabulary.multipliers and before[-1:].isdecimal()  # `25 ألف دينار`
        if word.folded in vocabulary.number_words and following.kind is Kind.WORD and not bears:
            after = following.folded
            joined = before in joints and after in vocabulary.day_openers | vocabulary.for_words
            if joined or is_own_minor_unit(after, own) or mark_of(after, own) is not None:
                raise _refused(words, at, scope)
        before = word.folded


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
