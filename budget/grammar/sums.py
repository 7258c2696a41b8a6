"""What is reckoned from a line's numbers: quantities at a price, shares, totals."""

from collections.abc import Callable

from budget.errors import Refused
from budget.grammar.counts import MOST_PACKED
from budget.grammar.multiples import (
    count_last,
    counted_by_sign,
    counted_first,
    counted_in_words,
    each_alone,
    each_end,
    heads_said,
    per_some,
    per_unit,
    pieces_of,
    rate_end,
    shared_out,
    split_each,
    times_said,
    with_base,
)
from budget.grammar.parts import minor_of
from budget.grammar.reckoning import (
    MOST_PIECES,
    Reckoned,
    count_of,
    in_thousandths,
    last_said,
    multiplied,
    one_value,
    places_of,
    so_much,
)
from budget.grammar.roles import Candidate, Reader, Role
from budget.grammar.shares import is_own_part, part_of, split_of
from budget.grammar.signs import JOINING, TIMES, TIMES_SIGNS, joined_by_sign
from budget.grammar.thousands import in_digits
from budget.grammar.vocabulary import is_plural
from budget.grammar.words import Kind, Words
from budget.money import Amount, Money, Number

_Reckon = Callable[[Words, list[Candidate], Reader], Reckoned | None]
_LAST_HOUR = 12
_FEW = 4  # things bought one by one
_NEAR = 2  # words between a count and the price of each
_MOST_COUNTED = 99
_MOST_SHARING = 24  # people
_MOST_MEASURED = 12  # units that are likelier to be paid for one by one
_OUT_OF = frozenset({5, 10, 100})  # what a rating is out of


def reckoned(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Return what the line says to reckon; None where it says nothing of the sort. Raises `Refused`."""
    signed = any(word.raw[0] in JOINING or word.kind is Kind.COUNT for word in words)
    untimed = [one for one in found if one.role is not Role.CLOCK]  # `4 tickets at 7:30, $25 each`
    for some in (found,) if len(untimed) == len(found) else (found, untimed):
        several = _FOR_ONE if len(some) == 1 else _FOR_SEVERAL
        for reckon in (*_BY_SIGN, *several) if signed else several:
            amount = reckon(words, some, reader)
            if amount is not None:
                return amount
    return None


def _divided(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Read ``84.60/2`` where it is the line's one number: half a cent is rounded up."""
    if len(found) != 1 or found[0].role is not Role.FRACTION:
        return None
    candidate = found[0]
    text = "".join(word.plain for word in words[candidate.first : candidate.end]).rstrip(".")
    parts = text.replace("⁄", "/").replace("÷", "/").split("/", 1)
    try:
        whole, by = (reader.money.read(in_digits(part, reader.money, reader.vocabulary)) for part in parts)
    except Refused:
        return None
    divisor = _whole(by, reader.money)
    if whole is None or whole.unsure or divisor is None or divisor < 2 or parts[0] == parts[1]:
        return None
    if ("÷" not in text and _may_be_day(parts)) or words[candidate.end - 1].folded in reader.vocabulary.units:
        return None
    priced = whole.amounts[0].minor
    if priced < divisor * reader.unit and (divisor in _OUT_OF or divisor > _MOST_SHARING):
        return None  # `7.5/10 movie`, `gym 30/40`
    amount = Amount((2 * priced + divisor) // (2 * divisor), f"{reader.money.written(priced)} ÷ {divisor}")
    sure = divisor <= _MOST_SHARING or "÷" in text
    return Reckoned(places_of(candidate), candidate.first, amount, sure, () if sure else (Amount(priced),))


def _whole(number: Number | None, money: Money) -> int | None:
    if number is None or number.marked or number.unsure:
        return None
    count, rest = divmod(number.amounts[0].minor, 10**money.currency.exponent)
    return count if not rest and count <= MOST_PIECES else None


def _may_be_day(parts: list[str]) -> bool:
    if not all(part.isdecimal() and len(part) <= 2 for part in parts):
        return False
    low, high = sorted(int(part) for part in parts)
    return 1 <= low <= 12 and high <= 31


def _each_times(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
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


def _quantities(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
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


def _times_rate(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Read ``3 x $20/kid``."""
    if len(found) != 2 or found[1].role is not Role.MEASURE:
        return None
    many, rate = found
    count, amount, end = count_of(many, reader.money), one_value(rate), rate_end(words, rate, reader)
    by_sign = many.role is Role.COUNT or joined_by_sign(words, many.end, rate.first)
    if count is None or amount is None or end is None or not by_sign:
        return None
    return Reckoned(frozenset(range(many.first, end)), rate.first, multiplied(count, amount, reader.money), True)


def _each_then(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
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


def _quantity(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
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


def _percent_more(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Read ``40 + 20% tip``, ``30 - 20%`` and ``30 -20%``, asked about."""
    if len(found) != 2 or found[0].role is not Role.PRICE or found[1].role is not Role.PERCENT:
        return None
    price, share = found
    amount, between = one_value(price), words[price.end : share.first]
    digits = words[share.first].plain.strip("+-%‰٪")
    joint = between[0] if between else words[share.first]
    if amount is None or len(between) > 1 or not digits.isdecimal() or not 1 <= int(digits[:4]) <= 100:
        return None
    vocabulary, sign = reader.vocabulary, joint.plain if between else joint.plain[0]
    more = joint.folded in vocabulary.plus_words or sign == "+"
    behind = words[share.end].folded if share.end < len(words) else ""
    off = joint.folded in vocabulary.particles and behind in vocabulary.off_words | vocabulary.less_words
    if off:
        sign = "-"  # `5000円の30%オフ`
    if not more and sign not in {"-", "–", "—"} and joint.folded not in vocabulary.minus_words:
        return None
    percent, sign = (100 + int(digits), "+") if more else (100 - int(digits), "-")
    total = Amount((2 * amount.minor * percent + 100) // 200, f"{reader.money.written(amount.minor)} {sign} {digits} %")
    taken = frozenset(range(price.first, share.end))
    return Reckoned(taken, price.first, total, False, (amount,))


def _taken_off(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Read ``pizza 20 with 5 off``, asked about: less, or what was paid."""
    if len(found) != 2 or found[0].role is not Role.PRICE or found[1].role not in {Role.PRICE, Role.COUNT, Role.FOR}:
        return None
    price, off = found
    vocabulary = reader.vocabulary
    following = words[off.end].folded if off.end < len(words) else ""
    less_said = following in vocabulary.off_words or words[off.first - 1].folded in vocabulary.minus_words
    amount, less = one_value(price), one_value(off)
    if not less_said or amount is None or less is None or not 0 < less.minor < amount.minor:
        return None
    written = reader.money.written
    rest = Amount(amount.minor - less.minor, f"{written(amount.minor)} - {written(less.minor)}")
    taken = frozenset({*places_of(price)})
    return Reckoned(taken, price.first, amount, False, (rest,))


def _half_more(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Read ``6 euros y medio``, asked about: half a unit more, or what the digits say."""
    vocabulary = reader.vocabulary
    if not vocabulary.half_more or len(found) != 1 or not found[0].mark or reader.money.currency.exponent != 2:
        return None
    (price,) = found
    amount, end = one_value(price), _half_end(words, price.end, reader)
    if amount is None or amount.working or not end:
        return None
    half = Amount(amount.minor + 50, f"{reader.money.written(amount.minor)} + {reader.money.written(50)}")
    return Reckoned(frozenset(range(price.first, end)), price.first, half, False, (amount,))


def _half_end(words: Words, at: int, reader: Reader) -> int:
    """Return where `and a half` ends that begins at a place, in one word or in two: `y medio`, `ونص`; 0 where it does not."""
    vocabulary, said = reader.vocabulary, [word.folded for word in words[at : at + 2]]
    if said and said[0][1:] in vocabulary.half_more and said[0][0] in vocabulary.and_words:
        return at + 1
    joined = (
        len(said) > 1 and said[0] in vocabulary.and_words | vocabulary.with_words and said[1] in vocabulary.half_more
    )
    return at + 2 if joined else 0


def _multiplied_out(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Read ``gas 12.4 gal 3.19 39.56`` and ``2 @ 1.99 bananas 3.98``: the last of three numbers is the product of the others."""
    if len(found) != 3 or found[2].role is not Role.PRICE:
        return None
    counted = found[1].strong and joined_by_sign(words, found[0].end, found[1].first)
    if found[0].role is not Role.MEASURE and not counted:
        return None
    values = [one_value(one) for one in found]
    dear = in_thousandths(words, found[0], found[1])
    if dear is not None and values[2] is not None:  # `11.2 gal 3.899 43.67`
        near = abs(dear.minor - values[2].minor) <= 1
        return Reckoned(places_of(found[2]), found[2].first, values[2], True) if near else None
    many, price, total = (0 if one is None or one.working else one.minor for one in values)
    units = reader.unit
    if not many or not price or abs(many * price - total * units) > units or any(one.sign for one in found):
        return None
    return Reckoned(places_of(found[2]), found[2].first, Amount(total), True)


def _included(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Read ``72 incl 12 tip`` and ``30 with 6 tip``, asked about: the price, or both."""
    if len(found) != 2 or found[0].role is not Role.PRICE:
        return None
    vocabulary, more = reader.vocabulary, found[1]
    before, after = words[more.first - 1].folded, words[more.end].folded if more.end < len(words) else ""
    included = before in vocabulary.included_words
    if not included and not (before in vocabulary.with_words and after in vocabulary.tip_words):
        return None
    amount, tip = (one_value(one) for one in found)
    if amount is None or tip is None or amount.working:
        return None
    written = reader.money.written
    both = Amount(amount.minor + tip.minor, f"{written(amount.minor)} + {written(tip.minor)}")
    ways = (amount, both) if included else (both, amount)
    return Reckoned(places_of(found[0]), found[0].first, ways[0], False, ways[1:])


def _corrected(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Read ``lunch 15 not 12``, asked about."""
    if len(found) != 2 or words[found[1].first - 1].folded not in reader.vocabulary.not_openings:
        return None
    amount, other = (one_value(one) for one in found)
    if amount is None or other is None or any(one.role is not Role.PRICE for one in found):
        return None
    return Reckoned(places_of(found[0]), found[0].first, amount, False, (other,))


def _is_another(words: Words, found: list[Candidate], reader: Reader) -> bool:
    """Whether another thing stands between two prices: `lunch was 11 and dinner was 26`."""
    between = [word.folded for word in words[found[0].end : found[1].first]]
    return not reader.vocabulary.and_words.isdisjoint(between) and any(map(reader.names.knows, between))


def _is_lowered(words: Words, found: list[Candidate], reader: Reader) -> bool:
    """Whether words say from which price to which one a thing went: `de 40 por 25`, `von 40 auf 25`."""
    once, now = found
    if not once.first or now.first != once.end + 1:
        return False
    opened = words[once.first - 1].folded in reader.vocabulary.former_openers
    joined = words[once.end].folded in reader.vocabulary.former_closers
    return opened and joined and 0 < minor_of(now) < minor_of(once)


def _formerly(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Read ``shoes for 60 down from 80``, asked about: what it costs now, or did."""
    if len(found) != 2 or found[0].role not in {Role.PRICE, Role.FOR} or found[0].sign:
        return None
    if _is_lowered(words, found, reader):  # `de 40 por 25`
        found = [found[1], found[0]]
    before = tuple(word.folded for word in words[max(0, found[1].first - 2) : found[1].first])
    former = reader.vocabulary.former_phrases
    if is_own_part(words, found[1], reader.vocabulary) or _is_another(words, found, reader):
        return None  # `pizza 30, my share was 10`
    if before[-1:] not in former and before not in former and found[0].first < found[1].first:
        return None
    amount, once = (one_value(one) for one in found)
    return (
        None
        if amount is None or once is None
        else Reckoned(places_of(found[0]), found[0].first, amount, False, (once,))
    )


_FOR_ONE: tuple[_Reckon, ...] = (
    _divided,
    counted_in_words,
    times_said,
    part_of,
    split_of,
    _half_more,
    heads_said,
    each_alone,
)
_FOR_SEVERAL: tuple[_Reckon, ...] = (
    split_each, _multiplied_out, with_base, _quantities, _each_then, _quantity, pieces_of, per_unit, per_some, shared_out,
    counted_in_words, times_said,
    part_of, split_of, _percent_more, _taken_off, _included, _corrected, _formerly, count_last,
    counted_first,
)  # fmt: skip
"""What may be reckoned from one number of a line, and from several, in the order in which it is tried."""
_BY_SIGN: tuple[_Reckon, ...] = (_each_times, counted_by_sign, _times_rate)
"""... ahead of that, where something multiplies: most lines have nothing that does."""
