"""What one of several costs, or each bears: `$12 each for 4`, `onions 40 per kg 2 kg`, `dinner 90 split 3 ways`."""

from budget.grammar.reckoning import Reckoned, count_of, in_thousandths, multiplied, one_value, places_of, so_much
from budget.grammar.roles import Candidate, Reader, Role
from budget.grammar.vocabulary import is_plural, recurring_units, vocabulary_for
from budget.grammar.words import Kind, Words
from budget.money import Amount, divided
from languages import ENGLISH
from languages.vocabulary import Vocabulary

_SHARING = frozenset({Role.PRICE, Role.FOR, Role.COUNT, Role.MEASURE})
_MEASURED = frozenset({Role.MEASURE, Role.CLOCK})  # `3 heures` may be a time
_PAIR, _HUNDRED = 2, 100


def rate_end(words: Words, rate: Candidate, reader: Reader) -> int | None:
    """Return where the unit after a price ends, as in `$20/kid` and `40 per kg`; None where none does."""
    unit, end = rate_of(words, rate, reader)
    return end if unit else None


def each_end(words: Words, at: int, reader: Reader) -> int | None:
    """Return where `each` after a price ends; None where it does not follow, or is `each way`."""
    vocabulary = reader.vocabulary
    if at + 1 < len(words) and words[at].folded in vocabulary.articles | vocabulary.rate_words:
        at += 1  # `2,50 la pièce`, `3,50 per stuk`
    if at >= len(words):
        return None
    elided = words[at].raw.casefold().replace("’", "'")  # `l'una`
    if vocabulary.each_words.isdisjoint((words[at].folded, elided)):
        return None
    after = words[at + 1].folded if at + 1 < len(words) else ""
    if after in vocabulary.each_not or _comes_again(words, at, vocabulary):
        return None
    return at + 1 + (vocabulary.small_numbers.get(after) == 1)  # `cada uno`


def _comes_again(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a word is rather `every` than `each`: `elk kwartaal`, `cada dos semanas`, `a cada 15 dias`, `каждое первое число`.

    English `each 3 days` may be so much for each of three days.
    """
    said = [word.folded for word in words[at + 1 : at + 3]]
    if not said or words[at].folded not in vocabulary.every_words:
        return False
    if said[0] in vocabulary.recurring_months or said[-1] in vocabulary.dates_after:
        return True
    units = recurring_units(vocabulary)
    number = vocabulary.small_numbers.get(said[0], 0) > 1 or (
        words[at + 1].kind > Kind.WORD and words[at].folded not in vocabulary_for(ENGLISH).each_words
    )
    return number and (said[-1] in units or said[0].lstrip("0123456789") in units)


def per_unit(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Read ``onions 40 per kg 2 kg``, asked about: so many units of it, or what one costs."""
    if len(found) != 2:
        return None
    for rate, size in (found, found[::-1]):
        unit, _ = rate_of(words, rate, reader)
        if size.end == rate.first and words[size.end - 1].folded in reader.vocabulary.adverbs:
            continue  # `spor salonu 3 aylık 4500`
        amount, total = one_value(rate), so_much(words, size, rate, reader)
        if not unit or amount is None or total is None or rate.sign:
            continue
        counted = size.bare and size.end < len(words) and is_plural(words[size.end].folded, reader.vocabulary)
        if size.role not in _MEASURED and not counted:
            continue
        last = words[size.end - (not counted)].folded.lstrip(".,0123456789")
        if not _is_same_unit(unit, last, reader.vocabulary):
            continue
        if (dear := in_thousandths(words, size, rate)) is not None:
            return Reckoned(frozenset(range(rate.first, rate.end)), rate.first, dear, False)
        return Reckoned(frozenset(range(rate.first, rate.end)), rate.first, total, False, (amount,))
    return None


def per_some(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Read ``100g 198円の豚肉を300g`` and ``ser 4,99 100 g 300 g``, asked about: what so much costs, or the price."""
    prices = [one for one in found if one.role is Role.PRICE]
    sizes = [one for one in found if one.role is Role.MEASURE]
    if len(prices) != 1 or len(sizes) != _PAIR or len(found) > len(sizes) + 1:
        return None
    (price,), (some, size) = prices, sizes
    if size.end == price.first and reader.vocabulary.particles:
        some, size = size, some  # `家庭教師2時間 1時間3000円`
    amount, each, whole = one_value(price), one_value(some), one_value(size)
    units = {words[one.end - 1].folded.lstrip(".,0123456789") for one in sizes}
    near = some.end == price.first or price.end == some.first
    if amount is None or each is None or whole is None or not near or len(units) > 1 or amount.working or price.sign:
        return None
    if each.minor not in {reader.unit, _HUNDRED * reader.unit}:
        return None
    total = Amount(divided(amount.minor * whole.minor, each.minor), "")
    return Reckoned(places_of(price), price.first, total, False, (amount,))


def with_base(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Read ``van 19.95 + 0.99/mi 32 mi``, asked about: with what the miles cost, or what stands first."""
    if len(found) != 3 or found[0].role is not Role.PRICE:
        return None
    base, more = one_value(found[0]), per_unit(words, found[1:], reader)
    if base is None or more is None or base.working:
        return None
    total = Amount(base.minor + more.amount.minor, f"{reader.money.written(base.minor)} + {more.amount.working}")
    return Reckoned(places_of(found[0]), found[0].first, total, False, (base,))


def rate_of(words: Words, rate: Candidate, reader: Reader) -> tuple[str, int]:
    """Return the unit of which a number is the price, and where it ends: `40 per kg`, `40/kg`; an empty text where it is none."""
    following, vocabulary = [word.folded for word in words[rate.end : rate.end + 2]], reader.vocabulary
    if rate.role is Role.PRICE and following and following[0] in vocabulary.adverbs:
        return vocabulary.adverbs[following[0]], rate.end + 1  # `10 dziennie`
    if rate.role is Role.PRICE and len(following) == 2:
        opens = vocabulary.day_openers | vocabulary.articles | vocabulary.little_words
        if following[0] in vocabulary.rate_words or (
            following[0] in opens and vocabulary.recurring_days.get(following[1]) == 1
        ):
            return following[1], rate.end + 2  # `40 per kg`, `100 в день`
    before = words[rate.first - 1].folded if rate.first else ""
    if rate.role is Role.PRICE and before in vocabulary.adverbs:
        return vocabulary.adverbs[before], rate.end  # `günlük 100`
    said, end = words[rate.end - 1].raw, rate.end
    if end < len(words) and words[end].start == words[end - 1].end:
        said, end = said + words[end].raw, end + 1  # `5€/Std`
    _, slash, unit = said.casefold().rpartition("/")
    return (unit, end) if slash and rate.role in {Role.PRICE, Role.MEASURE} else ("", end)


def _is_same_unit(one: str, other: str, vocabulary: Vocabulary) -> bool:
    """Whether two words name one unit: `hr` and `hours`, `день` and `дня`."""
    days = vocabulary.ago_units
    if one in days and days[one] == days.get(other, vocabulary.recurring_days.get(other)):
        return True
    return _abbreviates(one.removesuffix("s"), other) or (bool(other) and _abbreviates(other.removesuffix("s"), one))


def _abbreviates(short: str, word: str) -> bool:
    """Whether one word is short for another one: `hr` for `hours`, `mo` for `months`, but not for `miles`."""
    letters = iter(word)
    return short[:1] == word[:1] and all(letter in letters for letter in short)


def shared_out(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Read ``dinner for 4 25 each``, ``12.00 each, 4 kids``, ``$25 per person, 4 people``, asked about."""
    if (
        len(found) > 2
        and found[0].role is Role.MEASURE
        and words[found[0].first].folded in reader.vocabulary.each_words
    ):
        found = found[1:]  # `1人3000円 4人`
    if len(found) != 2:
        return None
    for price, many in (found, found[::-1]):
        amount, count = one_value(price), count_of(many, reader.money)
        if amount is None or count is None or count < 2 or amount.working or price.sign:
            continue
        if price.role is not Role.PRICE or many.role not in _SHARING:
            continue
        end = _end_for_each(words, price, many, reader) or _end_per_head(words, price, many, reader)
        if end is None and _opens_per_head(words, price, reader) and _counts_people(words, many, reader):
            end = price.end
        if end is None and _opens_per_thing(words, price, many, reader):
            end = price.end
        if end is not None:
            total = multiplied(count, amount, reader.money)
            return Reckoned(frozenset(range(price.first, end)), price.first, total, False, (amount,))
    return None


def split_each(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Read ``taxi split 3 ways 8 each``, asked about: the share first, and what all paid."""
    vocabulary = reader.vocabulary
    if len(found) != 2 or all(word.folded not in vocabulary.split_words for word in words):
        return None
    many, price = found
    amount, count, end = one_value(price), count_of(many, reader.money), each_end(words, price.end, reader)
    ways = words[many.end].folded if many.end < len(words) else ""
    if amount is None or count is None or end is None or ways not in vocabulary.way_words or price.sign:
        return None
    taken = frozenset({*places_of(many), many.end, *range(price.first, end)})
    return Reckoned(taken, price.first, amount, False, (multiplied(count, amount, reader.money),))


def _end_for_each(words: Words, price: Candidate, many: Candidate, reader: Reader) -> int | None:
    """Return where `each` or `for each` after a price ends, or the price itself behind `je`."""
    people = many.first > 0 and words[many.first - 1].folded in reader.vocabulary.for_words
    if people and price.first and words[price.first - 1].folded in reader.vocabulary.each_openers:
        return price.end  # `Kaffee je 3,20 für 4 Leute`
    opened = price.end < len(words) and words[price.end].folded in reader.vocabulary.for_words
    return each_end(words, price.end + opened, reader)


def _end_per_head(words: Words, price: Candidate, many: Candidate, reader: Reader) -> int | None:
    """Return where `per person` after a price ends, beside how many people there are."""
    unit, end = rate_of(words, price, reader)
    vocabulary = reader.vocabulary
    if not unit and price.end < len(words) and many.role in {Role.FOR, Role.COUNT}:  # `25 pp for 4`
        unit, end = words[price.end].folded, price.end + 1
        unit = "" if unit in vocabulary.recurring_days or unit in vocabulary.recurring_months else unit
    heads = vocabulary.per_words | vocabulary.each_heads
    return end if unit in heads and _counts_people(words, many, reader) else None


def _opens_per_head(words: Words, price: Candidate, reader: Reader) -> bool:
    """Whether `per person` stands right before a price: `pro Person 25, 4 Personen`, `kişi başı 150 3 kişi`."""
    vocabulary, before = reader.vocabulary, [word.folded for word in words[max(0, price.first - 2) : price.first]]
    if before[-1:] and before[-1] in vocabulary.each_words:
        return True
    return len(before) > 1 and before[0] in vocabulary.rate_words and before[1] in vocabulary.per_words


def _opens_per_thing(words: Words, price: Candidate, many: Candidate, reader: Reader) -> bool:
    """Whether a price is that of one of the things that another number counts: `pro Karte 12, 3 Karten`."""
    if price.first < 2 or many.end >= len(words) or words[price.first - 2].folded not in reader.vocabulary.rate_words:
        return False
    one, several = words[price.first - 1].folded, words[many.end].folded
    return len(one) > 1 and several.startswith(one[:-1]) and is_plural(several, reader.vocabulary)


def _counts_people(words: Words, many: Candidate, reader: Reader) -> bool:
    """Whether a number says how many people there are: `4 Personen`, `нас 3`."""
    vocabulary = reader.vocabulary
    beside = (*words[max(0, many.first - 1) : many.first], *words[many.end - 1 : many.end + 1])
    said = {word.folded.lstrip("0123456789") for word in beside}  # `4人`
    people = vocabulary.way_words | vocabulary.self_words | vocabulary.us_words
    return many.role in {Role.FOR, Role.COUNT} or not people.isdisjoint(said)


def heads_said(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Read ``350 с человека нас трое``, asked about: what each paid, and a number word that says how many they are."""
    prices = [one for one in found if one.role is Role.PRICE]
    if len(prices) != 1 or len(found) > 1:
        return None
    (price,), vocabulary = prices, reader.vocabulary
    amount, (unit, end) = one_value(price), rate_of(words, price, reader)
    each = price.end if _opens_per_head(words, price, reader) else each_end(words, price.end, reader)
    end = end if unit in vocabulary.per_words else each or 0
    if not end or amount is None or amount.working or price.sign:
        return None
    for n, word in enumerate(words):
        count = vocabulary.small_numbers.get(word.folded, 0)
        beside = {near.folded for near in (*words[max(0, n - 1) : n], *words[n + 1 : n + 2])}
        if count > 1 and not (vocabulary.way_words | vocabulary.us_words).isdisjoint(beside):
            total = multiplied(count, amount, reader.money)
            return Reckoned(frozenset(range(price.first, end)), price.first, total, False, (amount,))
    return None
