"""What is reckoned from a line's numbers: quantities at a price, shares, totals."""

from collections.abc import Callable

from budget.errors import Refused
from budget.grammar.apiece import heads_said, per_some, per_unit, shared_out, split_each, with_base
from budget.grammar.multiples import (
    count_last,
    counted_by_sign,
    counted_first,
    counted_in_words,
    each_alone,
    each_of_people,
    pieces_of,
    times_said,
)
from budget.grammar.parts import minor_of
from budget.grammar.quantities import each_then, each_times, quantities, quantity, times_rate
from budget.grammar.reckoning import MOST_PIECES, Reckoned, in_thousandths, one_value, places_of
from budget.grammar.roles import Candidate, Reader, Role
from budget.grammar.scale_words import in_digits
from budget.grammar.shares import is_own_part, part_of, split_of
from budget.grammar.signs import JOINING, joined_by_sign
from budget.grammar.words import Kind, Words
from budget.money import Amount, Money, Number, divided

_Reckon = Callable[[Words, list[Candidate], Reader], Reckoned | None]
_MOST_SHARING = 24  # people
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
    divisor = None if _is_listed_day(parts, reader) else _whole(by, reader.money)
    if whole is None or whole.unsure or divisor is None or divisor < 2 or parts[0] == parts[1]:
        return None
    if ("÷" not in text and _may_be_day(parts)) or words[candidate.end - 1].folded in reader.vocabulary.units:
        return None
    priced = whole.amounts[0].minor
    if priced < divisor * reader.unit and (divisor in _OUT_OF or divisor > _MOST_SHARING):
        return None  # `7.5/10 movie`, `gym 30/40`
    amount = Amount(divided(priced, divisor), f"{reader.money.written(priced)} ÷ {divisor}")
    sure = divisor <= _MOST_SHARING or "÷" in text
    return Reckoned(places_of(candidate), candidate.first, amount, sure, () if sure else (Amount(priced),))


def _whole(number: Number | None, money: Money) -> int | None:
    if number is None or number.marked or number.unsure:
        return None
    count, rest = divmod(number.amounts[0].minor, 10**money.currency.exponent)
    return count if not rest and count <= MOST_PIECES else None


def _is_listed_day(parts: list[str], reader: Reader) -> bool:
    """Whether a day may stand behind a comma that ends an amount: `brunch,40,11/22`."""
    _, comma, last = parts[0].rpartition(",")
    return bool(comma) and reader.money.locale.decimal == "." and _may_be_day([last, parts[1]])


def _may_be_day(parts: list[str]) -> bool:
    if not all(part.isdecimal() and len(part) <= 2 for part in parts):
        return False
    low, high = sorted(int(part) for part in parts)
    return 1 <= low <= 12 and high <= 31


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
    total = Amount(divided(amount.minor * percent, 100), f"{reader.money.written(amount.minor)} {sign} {digits} %")
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
    split_each, _multiplied_out, with_base, quantities, each_then, quantity, pieces_of, per_unit, per_some, shared_out,
    counted_in_words, times_said,
    part_of, split_of, _percent_more, _taken_off, _included, _corrected, _formerly, each_of_people, count_last,
    counted_first,
)  # fmt: skip
"""What may be reckoned from one number of a line, and from several, in the order in which it is tried."""
_BY_SIGN: tuple[_Reckon, ...] = (each_times, counted_by_sign, times_rate)
"""... ahead of that, where something multiplies: most lines have nothing that does."""
