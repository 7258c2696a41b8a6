"""Prices that words multiply: `two coffees at 3.20 each`, `toll 2.50 twice`."""

from budget.grammar.apiece import each_end, rate_of
from budget.grammar.reckoning import MOST_PIECES, Reckoned, count_of, multiplied, one_value, places_of
from budget.grammar.roles import Candidate, Reader, Role
from budget.grammar.signs import JOINING, TIMES
from budget.grammar.vocabulary import is_plural
from budget.grammar.words import Kind, Words
from budget.money import Amount
from languages.vocabulary import Vocabulary


def counted_in_words(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Read ``two coffees at 3.20 each`` and ``drie bier à 3,50``; ``two coffees at 3.60`` is asked about."""
    prices = [one for one in found if one.role is Role.PRICE]
    if len(prices) != 1:
        return None
    (price,) = prices
    amount, vocabulary = one_value(price), reader.vocabulary
    each = each_end(words, price.end, reader)
    before = words[price.first - 1] if price.first else words[0]
    opened = price.first > 0 and before.folded in vocabulary.each_openers
    at_words = opened or (price.first > 0 and (before.folded in vocabulary.at_words or before.plain == "@"))
    sure = each is not None or opened
    if not at_words and _counts_priced(words, price, reader) and amount is not None and not amount.working:
        total = multiplied(vocabulary.small_numbers[before.folded], amount, reader.money)
        return Reckoned(places_of(price), price.first, total, False, (amount,))
    many = next(
        (n for n in range(price.first - 1) if _counts(words, n, reader, bare=opened or (sure and n == 0))), None
    )
    if many is None or amount is None or amount.working or price.sign or not (sure or at_words):
        return None
    total = multiplied(vocabulary.small_numbers[words[many].folded], amount, reader.money)
    taken = frozenset(range(price.first - at_words, each or price.end))
    return Reckoned(taken, price.first, total, sure, () if sure else (amount,))


def _counts_priced(words: Words, price: Candidate, reader: Reader) -> bool:
    """Whether a number word counts things whose price stands before them: `four 12.99 shirts`."""
    many = reader.vocabulary.small_numbers.get(words[price.first - 1].folded, 0) if price.first else 0
    after = words[price.end] if price.end < len(words) else None
    return many > 1 and price.strong and after is not None and is_plural(after.folded, reader.vocabulary)


def _counts(words: Words, at: int, reader: Reader, *, bare: bool) -> bool:
    """Whether a number word counts the things that follow it: `two coffees`, `three large pizzas`.

    With ``bare`` it also counts a thing without a plural: `drie bier`.
    """
    if reader.vocabulary.small_numbers.get(words[at].folded, 0) < 2:
        return False
    return bare or any(is_plural(word.folded, reader.vocabulary) for word in words[at + 1 : at + 3])


def times_said(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Read ``toll 2.50 twice``, ``bus 2.40 three times`` and ``parken 3 mal 2,50``, asked about."""
    if (before := _times_before(words, found, reader)) is not None:
        return before
    paid = {Role.PRICE} if len(found) > 1 else {Role.PRICE, Role.LABEL}  # `bus 5 twice`
    prices = [one for one in found if one.role in paid and one.number is not None]
    if len(prices) != 1:
        return None
    (price,) = prices
    amount = one_value(price)
    count = _times_after(words, price, found, reader)
    if count is None or amount is None or amount.working or price.sign:
        return None
    total = multiplied(count, amount, reader.money)
    return Reckoned(frozenset(range(price.first, price.end)), price.first, total, False, (amount,))


def counted_by_sign(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Read ``two @ 5`` and ``5 x two bus``, asked about."""
    if len(found) != 1 or found[0].role not in {Role.PRICE, Role.LABEL} or found[0].sign:
        return None
    (price,) = found
    amount, many = one_value(price), reader.vocabulary.small_numbers
    before, after = words[max(0, price.first - 2) : price.first], words[price.end : price.end + 2]
    if len(after) == 2 and after[0].plain in JOINING and after[1].folded in many:
        count, taken = many[after[1].folded], range(price.first, price.end + 2)
    elif len(before) == 2 and before[1].plain in JOINING and before[0].folded in many:
        count, taken = many[before[0].folded], range(price.first - 2, price.end)
    elif before and words[price.first].raw[0] == "@" and before[-1].folded in many:
        count, taken = many[before[-1].folded], range(price.first - 1, price.end)
    else:
        return None
    if amount is None or amount.working or count < 2:
        return None
    return Reckoned(frozenset(taken), price.first, multiplied(count, amount, reader.money), False, (amount,))


def each_alone(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Read ``gave the children 20 each`` and ``dinner $30 a head``, asked about: how many is not said."""
    (price,) = found
    amount = _of_each(words, price, reader)
    if amount is None:
        return None
    others = tuple(multiplied(count, amount, reader.money) for count in (2, 3))
    return Reckoned(frozenset(range(price.first, price.end)), price.first, amount, False, others)


def each_of_people(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Read ``20 pp 3 people`` and ``$30 a head, 4 guests``, asked about."""
    if len(found) != 2 or found[1].role is not Role.MEASURE:
        return None
    price, people = found
    amount, count = _of_each(words, price, reader), count_of(people, reader.money)
    if amount is None or count is None or count < 2 or words[people.end - 1].folded not in reader.vocabulary.way_words:
        return None
    total = multiplied(count, amount, reader.money)
    return Reckoned(frozenset(range(price.first, price.end)), price.first, total, False, (amount,))


def _of_each(words: Words, price: Candidate, reader: Reader) -> Amount | None:
    """Return the price of each, where words say that it is one: `20 each`, `25 pp`, `$30 a head`."""
    if price.role is not Role.PRICE:
        return None
    amount = one_value(price)
    unit, end = rate_of(words, price, reader)
    if not unit and price.end < len(words) and words[price.end].folded in reader.vocabulary.per_words:
        unit, end = words[price.end].folded, price.end + 1  # `25 pp`
    each = end if unit in reader.vocabulary.each_heads else each_end(words, price.end, reader)
    return None if each is None or amount is None or amount.working or price.sign else amount


def _times_before(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Read ``parken 3 mal 2,50``, ``bus 2 veces 1,50`` and ``3,50 mal 4``: how many times stands beside the price."""
    if len(found) != 2:
        return None
    many, price = found
    if price.bare and many.strong and not many.sign:
        return _times_behind(words, many, price, reader)
    amount, count = one_value(price), count_of(many, reader.money)
    end = many.end if many.role is Role.MEASURE else many.end + 1
    said = words[end - 1].folded.lstrip("0123456789") in reader.vocabulary.times_words and end == price.first
    if not said or count is None or count < 2 or price.role is not Role.PRICE or price.sign:
        return None
    if amount is None or amount.working:
        return None
    total = multiplied(count, amount, reader.money)
    return Reckoned(frozenset(range(many.first, price.end)), price.first, total, False, (amount,))


def _times_behind(words: Words, price: Candidate, many: Candidate, reader: Reader) -> Reckoned | None:
    """Read ``3,50 mal 4 Eis``."""
    amount, count = one_value(price), count_of(many, reader.money)
    joined = many.first == price.end + 1 and words[price.end].folded in reader.vocabulary.times_words
    if not joined or amount is None or amount.working or count is None or count < 2 or price.role is not Role.PRICE:
        return None
    total = multiplied(count, amount, reader.money)
    return Reckoned(frozenset(range(price.first, many.end)), price.first, total, False, (amount,))


def _times_after(words: Words, price: Candidate, found: list[Candidate], reader: Reader) -> int | None:
    """Return how many times words say that a price was paid."""
    vocabulary = reader.vocabulary
    said = [word.folded for word in words[price.end : price.end + 2]]
    if said and said[0] in vocabulary.times_after:
        rated = _is_rated(words, price.end + 1, vocabulary)
        return None if rated else vocabulary.times_after[said[0]]  # `640 twice a year`
    if tuple(said) in vocabulary.both_ways:
        return 2
    for one in found:
        if one.role is Role.MEASURE and words[one.end - 1].folded in vocabulary.times_words:
            return count_of(one, reader.money)  # `2 times coffee 3.50`
    for n, word in enumerate(words[: price.first]):
        if word.folded in vocabulary.times_after and not _is_rated(words, n + 1, vocabulary):
            return vocabulary.times_after[word.folded]  # `got charged twice for netflix 15.49`
    for n, word in enumerate(words[:-1]):
        if words[n + 1].folded in vocabulary.times_words and vocabulary.small_numbers.get(word.folded, 0) > 1:
            return vocabulary.small_numbers[word.folded]
    return None


def _is_rated(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether what follows `twice` says in which time: `twice a week`."""
    rating = vocabulary.rate_words | vocabulary.articles | vocabulary.every_words
    return at < len(words) and words[at].folded in rating


def pieces_of(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Read ``150円のパン3個``, asked about: with a particle behind the price it is likelier that of each.

    So is the price of one piece, in ``ビール3杯 1杯500円`` and ``コーヒー2つ 各450円``.
    """
    prices = [one for one in found if one.role is Role.PRICE]
    if not reader.vocabulary.pieces or len(prices) != 1:
        return None
    (price,), amount = prices, one_value(prices[0])
    counted, of_each = _counted_pieces(words, price, found, reader)
    if amount is None or amount.working or price.sign or not price.mark or not 2 <= counted <= MOST_PIECES:
        return None
    total = multiplied(counted, amount, reader.money)
    each = of_each or words[price.end].folded in reader.vocabulary.particles
    ways = (total, amount) if each else (amount, total)
    return Reckoned(places_of(price), price.first, ways[0], False, ways[1:])


def _counted_pieces(words: Words, price: Candidate, found: list[Candidate], reader: Reader) -> tuple[int, bool]:
    """Return how many pieces are counted beside a price, 0 where none are, and whether it is said to be that of each."""
    measures = [pieces for one in found if one.role is Role.MEASURE and (pieces := _pieces(words, one, reader))]
    if not measures or price is found[0]:
        return (measures[-1][0], False) if measures and found[-1].role is Role.MEASURE else (0, False)
    if words[price.first - 1].folded in reader.vocabulary.each_openers:
        return measures[0][0], True
    of_one = len(measures) > 1 and found[found.index(price) - 1].end == price.first and measures[-1][0] == 1
    if of_one and measures[0][1] == measures[-1][1]:
        return measures[0][0], True
    return (measures[-1][0], False) if found[-1].role is Role.MEASURE else (0, False)


def _pieces(words: Words, measure: Candidate, reader: Reader) -> tuple[int, str] | None:
    """Return how many pieces a measure counts, and the counter: `3杯`."""
    plain = words[measure.first].plain
    digits = plain.rstrip(plain.lstrip("0123456789"))
    counter = plain.removeprefix(digits)
    return (int(digits[:4]), counter) if digits and counter in reader.vocabulary.pieces else None


def count_last(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Read ``2.99 ice cream x2``, asked about."""
    if (
        len(found) != 2
        or found[0].role is not Role.PRICE
        or found[1].role is not Role.COUNT
        or found[1].end < len(words)
    ):
        return None
    price, many = found
    amount, plain = one_value(price), words[many.first].plain
    if amount is None or amount.working or plain[0] not in TIMES:
        return None
    total = multiplied(int(plain[1:]), amount, reader.money)
    return Reckoned(frozenset({*places_of(price), *places_of(many)}), price.first, total, False, (amount,))


def counted_first(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Read ``3x coffee 4.50``, asked about: a price with cents may be that of each; a whole one is what all cost."""
    prices = [one for one in found if one.role is Role.PRICE]
    counts = [one for one in found if one.role is Role.COUNT and words[one.first].kind is Kind.COUNT]
    if len(prices) != 1 or len(counts) != 1 or counts[0].first > prices[0].first:
        return None
    (price,), (many,) = prices, counts
    amount, count = one_value(price), int(words[many.first].plain.strip(TIMES))
    if amount is None or amount.working or price.sign or count < 2 or not amount.minor % reader.unit:
        return None
    total = multiplied(count, amount, reader.money)
    ways = (total, amount) if amount.minor % count else (amount, total)
    return Reckoned(places_of(price), price.first, ways[0], False, ways[1:])
