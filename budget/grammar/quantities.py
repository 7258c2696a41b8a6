"""So many of something at a price: `3 beers at 6`, `2 kg 4.50/kg`."""

from budget.grammar.apiece import each_end, rate_end
from budget.grammar.counts import MOST_PACKED
from budget.grammar.parts import minor_of
from budget.grammar.reckoning import Reckoned, count_of, in_thousandths, last_said, multiplied, one_value, so_much
from budget.grammar.roles import Candidate, Reader, Role
from budget.grammar.signs import JOINING, TIMES, TIMES_SIGNS, joined_by_sign
from budget.grammar.vocabulary import is_plural
from budget.grammar.words import Kind, Words
from budget.money import Amount

_LAST_HOUR = 12
_FEW = 4  # things bought one by one
_NEAR = 2  # words between a count and the price of each
_MOST_COUNTED = 99
_MOST_MEASURED = 12  # units that are likelier to be paid for one by one


def each_times(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Read ``3.20 each x2``."""
    for price in found:
        end = each_end(words, price.end, reader) or rate_end(words, price, reader)
        amount = one_value(price)
        if end is None or amount is None or price.role is not Role.PRICE or end >= len(words):
            continue
        times, last = words[end], end + 1
        if times.kind is Kind.COUNT:
            count = int(times.plain.strip(TIMES))
        elif times.plain in TIMES_SIGNS and last < len(words) and words[last].plain.isdecimal():
            count, last = int(words[last].plain[:4]), last + 1
        else:
            continue
        taken = frozenset(range(price.first, last))
        return Reckoned(taken, price.first, multiplied(count, amount, reader.money), True)
    return None


def quantities(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Read ``2 adults @ 12.50 3 kids @ 8``, asked about: what all cost, or those of one kind."""
    if len(found) < 4 or len(found) % 2:
        return None
    pairs = list(zip(found[::2], found[1::2], strict=True))
    totals = []
    for many, price in pairs:
        count, amount = count_of(many, reader.money), one_value(price)
        between = words[many.end : price.first]
        by_word = bool(between) and between[-1].folded in reader.vocabulary.at_words
        by_sign = by_word or joined_by_sign(words, many.end, price.first)
        if count is None or amount is None or amount.working or price.role is not Role.PRICE or not by_sign:
            return None
        totals.append(multiplied(count, amount, reader.money))
    whole = Amount(sum(one.minor for one in totals), " + ".join(one.working for one in totals))
    taken = frozenset(place for many, price in pairs for place in range(many.first, price.end))
    return Reckoned(taken, found[1].first, whole, False, tuple(totals))


def times_rate(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Read ``3 x $20/kid``."""
    if len(found) != 2 or found[1].role is not Role.MEASURE:
        return None
    many, rate = found
    count, amount, end = count_of(many, reader.money), one_value(rate), rate_end(words, rate, reader)
    by_sign = many.role is Role.COUNT or joined_by_sign(words, many.end, rate.first)
    if count is None or amount is None or end is None or not by_sign:
        return None
    return Reckoned(frozenset(range(many.first, end)), rate.first, multiplied(count, amount, reader.money), True)


def each_then(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Read ``$6 each 3 beers``, asked about."""
    if len(found) != 2:
        return None
    price, many = found
    end, amount, count = each_end(words, price.end, reader), one_value(price), count_of(many, reader.money)
    shared = many.role is Role.MEASURE and words[many.first - 1].folded in reader.vocabulary.for_words  # `for 2 kids`
    if end is None or amount is None or count is None:
        return None
    if many.role not in {Role.PRICE, Role.FOR, Role.COUNT} and not shared:
        return None
    taken = frozenset({*range(price.first, end), *range(many.first, many.end)})
    return Reckoned(taken, price.first, multiplied(count, amount, reader.money), False, (amount,))


def quantity(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Read ``coffee 2 @ 3.20``, ``2 coffees at 3.20 each``; ``4 at $5`` is asked about."""
    if len(found) != 2:
        found = [one for one in found if one.role in {Role.PRICE, Role.COUNT}]  # `2x4s 8 ft 12 @ 4.25`
    if len(found) != 2:
        return None
    many, price = found
    count, amount = count_of(many, reader.money), one_value(price)
    hours = many.role is Role.CLOCK and price.first and words[price.first - 1].folded in reader.vocabulary.each_openers
    if many.role is Role.MEASURE or hours:  # `няня 4 часа по 400`
        return _measured(words, many, price, reader)
    if price.role is Role.MEASURE:
        return _measured_behind(words, many, price, reader)
    if many.role not in {Role.PRICE, Role.COUNT} or price.role is not Role.PRICE or count is None or amount is None:
        return None
    between = words[many.end : price.first]
    each = each_end(words, price.end, reader)
    by_sign = joined_by_sign(words, many.end, price.first)
    at_words = reader.vocabulary.at_words
    of_things = len(between) == _NEAR and _counts_things(words, many, reader)
    if many.role is Role.COUNT or of_things:
        at_words |= reader.vocabulary.of_words  # `3x de 50`, `2 entradas de 9,50`
    opened = last_said(between) in reader.vocabulary.each_openers
    by_word = opened or (bool(between) and between[-1].folded in at_words)
    if not (by_sign or by_word or each is not None) or any(word.stop for word in between):
        return None
    named = by_word and len(between) > 1 and is_plural(between[-2].folded, reader.vocabulary)  # `4 tickets at 5`
    near = len(between) == 1 or named or of_things  # `2 cervejas a 9`
    if not (by_sign or each is not None or price.strong or opened or near):
        return None
    sure = (
        (by_sign and not _may_be_hour(words, many, price, reader) and not _may_be_worth(words, many, reader))
        or (opened and count <= (_MOST_COUNTED if named else MOST_PACKED))  # not `350 set da 3`, `giacca 80 da 120`
        or (each is not None and (price.strong or by_word))
    )
    if not by_sign and _is_share_of(words, many, price, reader):
        total = multiplied(count, amount, reader.money)
        return Reckoned(
            frozenset(range(price.first, each or price.end)), many.first, Amount(minor_of(many)), False, (total,)
        )
    taken = set(range(many.first, many.end)) | set(range(price.first, each or price.end))
    taken |= {many.end + n for n, word in enumerate(between) if word.plain in JOINING}
    if by_word:
        taken.add(price.first - 1)
    others = () if sure else tuple(one for one in (amount, one_value(many)) if one is not None)
    total = _first_multiplied(words, price, count, amount, reader) or multiplied(count, amount, reader.money)
    if not sure and each is None and not price.strong and not _counts_things(words, many, reader):
        others, total = (*([total] if count <= 24 else []), amount), others[1]  # `lunch 12 at 12`
    return Reckoned(frozenset(taken), price.first, total, sure, others)


def _may_be_worth(words: Words, many: Candidate, reader: Reader) -> bool:
    """Whether a number may be what was paid, and what follows the price of a litre or so: `gas 30 @ 3.29`."""
    return many.first > 0 and many.role is Role.PRICE and words[many.first - 1].folded in reader.vocabulary.poured


def _first_multiplied(words: Words, price: Candidate, count: int, amount: Amount, reader: Reader) -> Amount | None:
    """Multiply the first part of a sum alone: `2 @ 14.50 + 3` is 32.00; None where the price is no sum."""
    if "+" not in amount.working:
        return None
    first = reader.money.read(words[price.first].plain.lstrip("@").partition("+")[0])
    if first is None or first.unsure or first.amounts[0].minor >= amount.minor:
        return None
    once, written = first.amounts[0], reader.money.written
    working = f"{count} × {written(once.minor)} + {written(amount.minor - once.minor)}"
    return Amount((count - 1) * once.minor + amount.minor, working)


def _measured(words: Words, many: Candidate, price: Candidate, reader: Reader) -> Reckoned | None:
    """Read ``2 kg @ 40`` and ``3 bags x 9.50``, asked about."""
    joint = words[price.first - 1] if price.first == many.end + 1 else None
    amount, total = one_value(price), so_much(words, many, price, reader)
    count, each = count_of(many, reader.money), each_end(words, price.end, reader)
    if each is not None and count is not None and amount is not None and price.role is Role.PRICE:  # `3 days 45 each`
        by_each = multiplied(count, amount, reader.money)
        return Reckoned(frozenset(range(price.first, each)), price.first, by_each, False, (amount,))
    apart = _measured_apart(words, many, price, reader)
    if apart is not None:
        return apart
    by_word = joint is not None and joint.folded in reader.vocabulary.at_words
    beside = price.first - many.end <= 1 and joined_by_sign(words, many.end, price.first)
    if not by_word and not beside:
        return None
    if total is None or amount is None or price.role is not Role.PRICE:
        return None
    taken = frozenset({*range(many.first, price.end)})
    if (dear := in_thousandths(words, many, price)) is not None:  # 3.459 a gallon
        return Reckoned(taken, price.first, dear, False)
    return Reckoned(taken, price.first, total, False, (amount,))


def _measured_behind(words: Words, price: Candidate, many: Candidate, reader: Reader) -> Reckoned | None:
    """Read ``sitter 18 x 4hrs`` and ``пиво по 120 3 шт``, asked about; ``18 x 4 hrs`` is plain."""
    amount, count = one_value(price), count_of(many, reader.money)
    opener = _opens_unit(words, many, price, reader) if price.role is Role.PRICE and price.first else 0
    each = so_much(words, many, price, reader) if opener and many.first == price.end and not price.sign else None
    if each is not None and amount is not None and not amount.working:
        return Reckoned(frozenset(range(price.first - opener, price.end)), price.first, each, False, (amount,))
    joined = many.first == price.end + 1 and words[price.end].plain in JOINING
    if not joined or price.role is not Role.PRICE or price.sign or amount is None or amount.working or count is None:
        return None
    total = multiplied(count, amount, reader.money)
    return Reckoned(frozenset(range(price.first, many.first)), price.first, total, False, (amount,))


def _measured_apart(words: Words, many: Candidate, price: Candidate, reader: Reader) -> Reckoned | None:
    """Read ``3 cups coffee @ 4`` and ``2 kg jabłek po 4,99``, asked about: `@` stands behind what was bought."""
    size, amount, total = one_value(many), one_value(price), so_much(words, many, price, reader)
    sign = words[price.first - 1].plain == "@"
    opener = 0 if sign else _opens_unit(words, many, price, reader)
    signs = price.first - sign - opener
    between = words[many.end : signs]
    if signs == price.first and words[price.first].raw[0] != "@":
        return None
    if opener and size is not None and size.minor > _MOST_MEASURED * reader.unit:
        return None  # `200 g szynki po 39`
    if not between or words[many.end - 1].stop or any(word.stop for word in between):
        return None
    if size is None or amount is None or total is None or price.role is not Role.PRICE:
        return None
    ways = (total, amount) if size.minor <= _MOST_MEASURED * reader.unit else (amount, total)  # `16 oz steak @ 24`
    return Reckoned(frozenset(range(signs, price.end)), price.first, ways[0], False, ways[1:])


def _opens_unit(words: Words, many: Candidate, price: Candidate, reader: Reader) -> int:
    """Return how many words before a price say that it is that of each unit: `po`, `à`, `الكيلو ب`; of time only some do."""
    vocabulary, before = reader.vocabulary, [word.folded for word in words[max(0, price.first - 2) : price.first]]
    if len(before) > 1 and before[1] in vocabulary.proclitics and before[0] in vocabulary.each_words:
        return 2
    unit = words[many.end - 1].folded.lstrip(".,0123456789")
    timed = unit in vocabulary.ago_minutes or unit in vocabulary.ago_units or unit in vocabulary.way_words
    opens = vocabulary.each_openers if timed else vocabulary.each_openers | vocabulary.at_words - vocabulary.for_words
    return int(bool(before) and before[-1] in opens)


def _may_be_hour(words: Words, many: Candidate, price: Candidate, reader: Reader) -> bool:
    """Whether `@` stands before a time: `lunch 12 @ 12`, `dinner 45 @ 7`, but neither `eggs 12 @ 2` nor `coffee 2 @ 4`."""
    timed = words[price.first - 1].plain == "@" or words[price.first].raw[0] == "@"
    whole = not price.strong and minor_of(price) <= _LAST_HOUR * reader.unit
    named = many.first > 0 and many.role is Role.PRICE and minor_of(many) > _FEW * reader.unit
    return timed and whole and named and not _counts_things(words, many, reader)


def _is_share_of(words: Words, whole: Candidate, part: Candidate, reader: Reader) -> bool:
    """Whether a price in parentheses goes into the one before it: `cinema 40 (20 each)`, but not `6 tickets (2 each)`."""
    if words[part.first].raw[0] != "(" or is_plural(words[whole.end].folded, reader.vocabulary):
        return False
    return minor_of(whole) > minor_of(part) and minor_of(whole) % minor_of(part) == 0


def _counts_things(words: Words, many: Candidate, reader: Reader) -> bool:
    beside = words[many.end : many.end + 1] + words[max(0, many.first - 1) : many.first]
    return any(is_plural(word.folded, reader.vocabulary) for word in beside)
