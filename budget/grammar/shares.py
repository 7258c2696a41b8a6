"""Shares of an amount: `half of 60`, `dinner 84 split 4 ways`. They are asked about."""

from itertools import pairwise

from budget.grammar.reckoning import Reckoned, count_of, one_value, places_of
from budget.grammar.roles import Candidate, Reader, Role
from budget.grammar.words import Kind, Words
from budget.money import Amount

_HALVES = frozenset({"50/50", "50-50"})


def half_of(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Read ``half of 60``, ``50% of 100``: a share, asked about."""
    vocabulary = reader.vocabulary
    prices = [one for one in found if one.role in {Role.PRICE, Role.COUNT, Role.LABEL} and one.number is not None]
    if len(prices) != 1:
        return None
    (price,) = prices
    before = price.first - 1
    for n in range(price.first - 1):
        if words[n].folded in vocabulary.half_words and words[n + 1].folded in vocabulary.of_words:
            before = n  # `half of dinner 50`
    if before >= 0 and words[before].folded in vocabulary.of_words | vocabulary.day_openers:
        before -= 1  # `50% of 100`, `18% tip on 45`
        tip = before > 0 and words[before].folded in vocabulary.tip_words and words[before - 1].kind is Kind.PERCENT
        before -= tip
    amount, percent = one_value(price), None
    if before < 0 or amount is None:
        return None
    if words[before].folded in vocabulary.half_words:
        if before and words[before - 1].folded in vocabulary.half_openers:
            return None  # `my other half`
        percent, first = 50, before
    elif words[before].kind is Kind.PERCENT and before < price.first - 1:
        digits = words[before].plain.rstrip("%‰٪")
        percent, first = (int(digits), before) if digits.isdecimal() and 1 <= int(digits[:4]) < 100 else (None, before)
    if percent is None:
        return None
    written = reader.money.written(amount.minor)
    working = f"{written} ÷ 2" if percent == 50 else f"{percent} % × {written}"
    share = Amount((2 * amount.minor * percent + 100) // 200, working)
    taken = frozenset({first, first + 1, *range(price.first, price.end)})
    return Reckoned(taken, price.first, share, False, (amount,), share=True)


def split_of(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Read ``$100 split 4 ways``: the share first, asked about."""
    vocabulary = reader.vocabulary
    split = next((n for n, word in enumerate(words) if word.folded in vocabulary.split_words), None)
    others = [one for one in found if one.role is not Role.FRACTION and not _is_even(words, one)]
    if len(others) == 1:
        count = _sharers_said(words, others[0], split, reader)
        return _share(others[0], count, reader) if count else None
    if len(found) != 2:
        return None
    for by, price in (found, found[::-1]):
        count, following = count_of(by, reader.money), words[by.end].folded if by.end < len(words) else ""
        measured = words[by.end - 1].folded if by.role is Role.MEASURE else following
        if by.role is Role.MEASURE:
            measured = measured.lstrip("0123456789") or measured  # `3人`
        named = measured in (vocabulary.way_words if split is not None else vocabulary.sharing_ways)
        named = named or (split is not None and by.first > price.first and by.first - split in {1, 2})
        if named and count is not None and count >= 2:
            beside = by.first > 0 and words[by.first - 1].folded in vocabulary.with_words - vocabulary.of_words
            return _share(price, count + beside, reader)  # `with 2 friends` are three
    return None


def _is_even(words: Words, one: Candidate) -> bool:
    return one.role is Role.CODE and words[one.first].plain == "50-50"


def _share(price: Candidate, count: int, reader: Reader) -> Reckoned | None:
    amount = one_value(price)
    if amount is None or amount.working or price.sign or price.role is not Role.PRICE:
        return None
    minor = (2 * amount.minor + count) // (2 * count)
    share = Amount(minor, f"{reader.money.written(amount.minor)} ÷ {count}")
    return Reckoned(places_of(price), price.first, share, False, (amount,), share=True)


def _sharers_said(words: Words, price: Candidate, split: int | None, reader: Reader) -> int | None:
    """Return among how many people words say that a price is shared; None where they do not."""
    vocabulary = reader.vocabulary
    for word, following in pairwise(words):
        ways = vocabulary.sharing_ways if split is None else vocabulary.way_words
        if following.folded in ways and (count := vocabulary.small_numbers.get(word.folded, 0)) >= 2:
            return count  # `three ways`
    if split is None:
        return None
    rest = words[split + 1 :]
    shared = next(
        (n for n, word in enumerate(rest) if word.folded in vocabulary.with_words - vocabulary.of_words), None
    )
    if shared is not None:
        joined = sum(word.folded in vocabulary.and_words or word.stop for word in rest[shared + 1 : -1])
        return 2 + joined  # `split with Ann and Bob`
    said = [word.folded for word in rest if word.place != words[price.first].place]
    even = not said or said[0] in vocabulary.even_words or any(word.plain in _HALVES for word in rest)
    thing = bool(split) and words[split - 1].kind is Kind.WORD and words[split - 1].folded not in vocabulary.self_words
    return 2 if even and not (thing and not said) else None  # but not `banana split 6`
