"""Several prices in a line: entries of their own, one sum, or one of them (docs/grammar.md, 2)."""

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from budget.currencies import is_own_minor_unit
from budget.grammar.addresses import ends_name
from budget.grammar.amounts import tells_of_buying
from budget.grammar.naming import Names
from budget.grammar.parts import MOST_CHOICES, Part, Pick, Picks, evidence_of, minor_of, parts_of, without
from budget.grammar.readings import Label
from budget.grammar.roles import Candidate, Reader
from budget.grammar.scale_words import is_said_in_thousands
from budget.grammar.shares import is_own_part
from budget.grammar.vocabulary import is_plural
from budget.grammar.words import Kind, Word, Words
from budget.money import Amount
from languages.en.vocabulary import VOCABULARY as ENGLISH

_FEWEST_LISTED = 3  # prices of which one may be a count
_MOST_COUNTED = 24  # things in a part of a list
_MUCH = 5  # times as much as a number that counts, a price is likelier to be


def several(words: Words, prices: list[Candidate], reader: Reader, names: Names) -> Picks:
    evidence = evidence_of(prices[0]) | evidence_of(prices[-1])
    prices = _without_counts(words, prices, reader)
    totalled = _totalled(words, prices, reader)
    if totalled is not None:
        return Picks(tuple(Pick(Label.AMOUNT, (part,)) for part in parts_of(words, totalled)), evidence)
    explained = _explained(words, prices, reader)
    if explained is not None:
        parts = (part for price in explained for part in parts_of(words, price))
        return Picks(tuple(Pick(Label.AMOUNT, (part,)) for part in parts)[:MOST_CHOICES], evidence, doubtful=True)
    if (either := _either(words, prices, reader)) is not None:
        return Picks(either, evidence, doubtful=True)
    counts = _counts_things(words, prices, reader, names)
    ordered = prices[::-1] if counts else _likeliest_first(words, prices, reader)
    together: list[Pick] = []
    whole = _with_cents(words, prices, reader)
    if whole is not None and _names_both(words, prices, reader):
        return Picks((Pick(Label.AMOUNT, (whole,)),), evidence)
    if whole is not None:
        together.append(Pick(Label.AMOUNT, (whole,)))
    in_all = _in_all(words, prices, reader)
    if in_all is not None and (whole is None or whole.amount.minor != in_all.amount.minor):  # `3 bucks and 50 cents`
        together.append(Pick(Label.IN_ALL, (in_all,)))
    segments, is_list = _segments(words, prices, reader)
    if segments and not _tips(words, prices, reader):
        together.append(Pick(Label.ENTRIES, segments))
    if is_list and together:  # one alone has the words of its own, too, and their category
        own = dict(zip(prices, segments, strict=True))
        singles = [own[price] for price in ordered]
    else:
        singles = [part for price in ordered for part in parts_of(words, price)]
    only = Label.ONLY if any(pick.label is not Label.AMOUNT for pick in together) else Label.AMOUNT
    apart = [Pick(only, (part,)) for part in singles]
    counted = in_all is None and whole is None and counts
    picks = [*apart, *together] if counted else [*together, *apart]
    return Picks(tuple(picks[:MOST_CHOICES]), evidence, doubtful=True)


def _without_counts(words: Words, prices: list[Candidate], reader: Reader) -> list[Candidate]:
    """Return prices without the counts that begin parts of a list: of `coffee 4, 2 muffins 6` without the 2."""
    if len(prices) < _FEWEST_LISTED:
        return prices
    joints = reader.vocabulary.and_words
    counts = [
        one
        for one, following in pairwise(prices)
        if one.bare
        and minor_of(one) <= _MOST_COUNTED * reader.unit
        and (not one.first or words[one.first - 1].stop or words[one.first - 1].folded in joints)
        and counts_next(words, one, reader)
        and not any(word.stop or word.folded in joints for word in words[one.end : following.first])
    ]
    listed = [one for one in prices if one not in counts]
    return listed if len(listed) > 1 else prices


def _either(words: Words, prices: list[Candidate], reader: Reader) -> tuple[Pick, ...] | None:
    """Return both of two amounts that only `or` stands between: `30 or 40 pizza`; the note has neither."""
    first, last = prices[0], prices[-1]
    if len(prices) != 2 or last.first != first.end + 1 or words[first.end].folded not in reader.vocabulary.or_words:
        return None
    rest = without(words, range(first.first, last.end))
    return tuple(Pick(Label.AMOUNT, (part._replace(words=rest),)) for one in prices for part in parts_of(words, one))


def _counts_things(words: Words, prices: list[Candidate], reader: Reader, names: Names) -> bool:
    """Whether the first of two numbers is likelier a count, or a name's, than a price: `3 beers 18 fun`, `iphone 15 case 25`."""
    first = prices[0]
    if len(prices) != 2 or not first.bare:
        return False
    if ends_name(words, first.first, words[first.first].plain, reader.vocabulary):
        return True
    if not counts_next(words, first, reader):
        return False
    before = [word for word in words[: first.first] if word.kind is Kind.WORD]
    unknown = not any(names.knows(word.folded) for word in before)
    return not before or (unknown and _MUCH * minor_of(first) <= minor_of(prices[1]))


def counts_next(words: Words, price: Candidate, reader: Reader) -> bool:
    return (
        price.end < len(words)
        and is_plural(words[price.end].folded, reader.vocabulary)
        and not words[price.end - 1].stop
    )


def _likeliest_first(words: Words, prices: list[Candidate], reader: Reader) -> list[Candidate]:
    """In their order, but the later one first where the earlier one counts or is bare beside a marked one."""
    first, *others = prices
    bought = words[first.end].folded in reader.vocabulary.for_words  # `chips 2 for 5`
    if len(others) == 1 and first.bare and (first.first == 0 or bought):
        return [*others, first]
    return prices


def _certain(prices: Sequence[Candidate]) -> bool:
    return all(price.number is not None and len(price.number.amounts) == 1 and not price.sign for price in prices)


def _totalled(words: Words, prices: list[Candidate], reader: Reader) -> Candidate | None:
    """Return the number after `total` that is the sum of the others."""
    for price in prices:
        before = words[price.first - 1] if price.first else None
        if (
            before is not None
            and (before.folded in reader.vocabulary.total_words or before.plain == "=")
            and _certain(prices)
        ):
            others = sum(minor_of(other) for other in prices if other is not price)
            return price if others == minor_of(price) else None
    return None


def _explained(words: Words, prices: list[Candidate], reader: Reader) -> list[Candidate] | None:
    """Return the prices of which only one was paid, the likeliest first; None where each may be an entry of its own.

    As in `lunch 14 (12 + 2 tip)`, `dinner 60 total 64.20`, `dinner 80 (my half 40)` and `dinner 80, bob owes me 40`.
    """
    vocabulary = reader.vocabulary
    if not _is_inside(words, prices[0]) and all(_is_inside(words, price) for price in prices[1:]):
        halves = [one for one in prices[1:] if words[one.first - 1].folded in vocabulary.half_words]
        return [*halves, *(one for one in prices if one not in halves)]
    own = next((one for one in prices[1:] if is_own_part(words, one, vocabulary)), None)
    if own is not None:
        return [own, *(one for one in prices if one is not own)]
    told = next((one for one in prices[1:] if tells_of_buying(words, one.first - 2, vocabulary)), None)
    if told is not None and words[told.first - 1].folded in vocabulary.for_words and len(prices) == 2:
        return [told, prices[0]]  # `boots were 120 got them for 79`
    totals = vocabulary.total_words | {"="}
    total = next((one for one in prices[1:] if words[one.first - 1].folded in totals), None)
    if total is not None:
        return [total, *(one for one in prices if one is not total)]
    owed = any(word.folded in vocabulary.marked_talk for word in words[prices[0].end : prices[-1].first])
    return prices if owed else None


def _is_inside(words: Words, price: Candidate) -> bool:
    """Whether a price stands in parentheses."""
    opened = any(word.raw.startswith(("(", "[")) for word in words[: price.end])
    return opened and any(word.raw.rstrip(".,;!").endswith((")", "]")) for word in words[price.first :])


def _with_cents(words: Words, prices: list[Candidate], reader: Reader) -> Part | None:
    """Read ``5 dollars 50``, ``12 50``, ``5 .50``, ``2 € 50``, ``6 euros con 80`` as one amount, to be asked about."""
    cents_said = reader.money.currency.exponent == 2 and not is_said_in_thousands(reader.money.currency)
    if len(prices) != 2 or not _certain(prices) or not cents_said:
        return None
    whole, cents = prices
    joints = reader.vocabulary.and_words | reader.vocabulary.with_words
    own = joints - ENGLISH.and_words - ENGLISH.with_words  # `7 e 50` is said so, `7 and 50` is not
    beside = cents.first == whole.end + 1 and words[whole.end].folded in (joints if whole.mark else own)
    joined = beside and (whole.mark or (whole.bare and cents.bare))
    if whole.end != cents.first and not joined:
        return None
    text = words[cents.first].plain.lstrip(".,")
    if cents.mark and not whole.mark and words[cents.first].kind is Kind.SYMBOL:
        text = words[cents.end - 1].plain  # the mark stands between them
    unit = text.lstrip("0123456789")
    if unit and is_own_minor_unit(unit, reader.money.currency):
        text = text.removesuffix(unit)  # `3 pounds 20p`
    if whole.decimals or len(text) != 2 or not text.isdecimal() or cents.end - cents.first > 2:
        return None
    if cents.end < len(words) and words[cents.end].folded in reader.vocabulary.back_words:
        return None  # `exchange 40 15 back`
    amount = Amount(minor_of(whole) + int(text))
    return Part(without(words, range(whole.first, cents.end)), words[whole.first].place, amount)


def _names_both(words: Words, prices: list[Candidate], reader: Reader) -> bool:
    """Whether each part of an amount has its unit, and only one side of it says what was bought: `5 dollars and 75 cents soda`."""
    whole, cents = prices
    verbs = reader.vocabulary.verbs_first | reader.vocabulary.paid
    before = tuple(word for word in words[: whole.first] if word.folded not in verbs)
    unit = words[cents.end - 1].folded.lstrip("0123456789")
    named = whole.mark and is_own_minor_unit(unit, reader.money.currency) and not _tips(words, prices, reader)
    return named and not (_has_content(before, reader) and _has_content(words[cents.end :], reader))


def _tips(words: Words, prices: list[Candidate], reader: Reader) -> bool:
    return any(word.folded in reader.vocabulary.tip_words for word in words[prices[0].end :])


def _in_all(words: Words, prices: list[Candidate], reader: Reader) -> Part | None:
    """Add up what `+`, `plus`, a tip, or `and` alone joins: ``Dinner 45 + tip 9``."""
    if not _certain(prices):
        return None
    vocabulary, taken = reader.vocabulary, set[int]()
    for left, right in pairwise(prices):
        between = range(left.end, right.first)
        plus = [
            n for n in between if words[n].folded in vocabulary.plus_words or words[n].plain in vocabulary.plus_words
        ]
        plus = plus or _joined_directly(words, left, right, reader)
        near = words[left.end : right.first] + words[right.end : right.end + 1]
        if not plus and not any(word.folded in vocabulary.tip_words for word in near):
            return None
        taken.update(plus)
    for price in prices:
        taken.update(range(price.first, price.end))
    working = " + ".join(reader.money.written(minor_of(price)) for price in prices)
    amount = Amount(sum(minor_of(price) for price in prices), working)
    return Part(without(words, taken), words[prices[0].first].place, amount)


def _joined_directly(words: Words, left: Candidate, right: Candidate, reader: Reader) -> list[int]:
    """Return the places of what joins two prices of one kind and nothing else: ``3.20 and 4.50 coffee``, ``190 and 250 coffee``."""
    between = range(left.end, right.first)
    alike = (left.strong and right.strong) or (left.bare and right.bare and right.end - left.first < len(words))
    joins = alike and all(words[n].folded in reader.vocabulary.and_words for n in between)
    return list(between) if joins else []


def _segments(words: Words, prices: list[Candidate], reader: Reader) -> tuple[tuple[Part, ...], bool]:
    """Give each price the words of its own, none where one has none; and whether they are a list, parted by commas or `and`."""
    if not _certain(prices):
        return (), False
    at_commas = _cuts_at_commas(words, prices, reader)
    for cuts in (at_commas, _cuts_by_order(words, prices)):
        if cuts is None:
            continue
        parts = tuple(_segment(words, cut, price, reader) for cut, price in zip(cuts, prices, strict=True))
        if all(_has_content(part.words, reader) for part in parts):
            return parts, cuts is at_commas
    return (), False


def _has_content(words: Words, reader: Reader) -> bool:
    return any(
        word.folded not in reader.vocabulary.little_words if word.kind is Kind.WORD else is_picture(word)
        for word in words
    )


def is_picture(word: Word) -> bool:
    return word.kind is Kind.SYMBOL and any(unicodedata.category(letter) == "So" for letter in word.plain)


def _cuts_at_commas(words: Words, prices: list[Candidate], reader: Reader) -> list[tuple[int, int]] | None:
    vocabulary = reader.vocabulary
    joints = vocabulary.and_words | vocabulary.plus_words
    cuts, start = [], 0
    for left, right in pairwise(prices):
        joint = next(
            (
                n + 1
                for n in range(left.end - 1, right.first)
                if words[n].stop or words[n].folded in joints or words[n].plain in joints
            ),
            None,
        )
        if joint is None:
            return None
        cuts.append((start, joint))
        start = joint
    return [*cuts, (start, len(words))]


def _cuts_by_order(words: Words, prices: list[Candidate]) -> list[tuple[int, int]]:
    """Each price ends its words, or begins them where one begins the line."""
    named_first = any(word.kind is Kind.WORD or is_picture(word) for word in words[: prices[0].first])
    if named_first:
        ends = [*(price.end for price in prices[:-1]), len(words)]
        return list(zip([0, *ends[:-1]], ends, strict=True))
    starts = [0, *(price.first for price in prices[1:])]
    return list(zip(starts, [*starts[1:], len(words)], strict=True))


def _segment(words: Words, cut: tuple[int, int], price: Candidate, reader: Reader) -> Part:
    vocabulary = reader.vocabulary
    joints = vocabulary.and_words | vocabulary.plus_words
    gone = range(price.first, price.end)
    own: list[Word] = [words[n] for n in range(*cut) if n not in gone]
    while own and (own[-1].folded in joints or own[-1].plain in joints):
        own.pop()
    while own and (own[0].folded in joints or own[0].plain in joints):
        own.pop(0)
    return Part(tuple(own), words[price.first].place, price.number.amounts[0] if price.number else Amount(0))
