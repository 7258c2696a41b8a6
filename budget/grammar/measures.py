"""Numbers with a unit, and words that only look like one: `2 miles`, `4.80 day ticket`, `750 aylık`."""

import re

from budget.currencies import mark_of
from budget.grammar.addresses import is_ride
from budget.grammar.elisions import elided
from budget.grammar.every import every_phrase, last_day_words
from budget.grammar.parts import minor_of
from budget.grammar.roles import Candidate, Reader, Role
from budget.grammar.words import Kind, Words
from languages.vocabulary import Vocabulary

_DIGITS, _HOURS = 2, 24  # of an hour: how many at most, and in a day
_FEW = 4  # things or people of one purchase
_LONGEST_TERM = 24  # weeks or months that are paid at once
_LONGEST = 9  # digits that are compared
_SURELY_PAID = 60  # months: longer contracts are rare
_PAIR = 2
_WEEK, _WEEKS, _YEAR = 7, 53, 4
_PERIODS = {1: (1, 12), 3: (1, 4), 12: (1990, 2099)}  # by months: the first and last of their numbers
_RANKED = re.compile(r"[1-9][0-9]?[eE]")
_SIZE = re.compile(r"[1-6]?[0-9](?:[.,]5)?")
_GROUP = re.compile(r"[0-9]{3}")
_CENTS = re.compile(r"[.,][0-9]{2}$")
_FOUR_DIGITS = re.compile(r"0[0-9][0-5][0-9]")


def measure_end(words: Words, candidate: Candidate, text: str, reader: Reader) -> int | None:
    """Return where the unit ends that makes a number no price, as in `2 miles` and `3 more days`; None where there is none."""
    more, unit = (words[n].folded if n < len(words) else "" for n in (candidate.end, candidate.end + 1))
    vocabulary = reader.vocabulary
    if more in vocabulary.more_words and unit in vocabulary.units:
        return candidate.end + 2
    if more in vocabulary.in_words and unit in vocabulary.inch_things and len(text) <= _DIGITS:
        return candidate.end + 1  # `55 in tv 329`
    return candidate.end + 1 if _is_measured(words, candidate, text, reader) else None


def _is_taken_off(words: Words, at: int, text: str) -> bool:
    """Whether a number here is taken off a price: `hondenvoer 40 min 20%`, `jumbo 36,50 min 2,50`, but not `parkeren 40 min 5`."""
    following = words[at].kind if at < len(words) else Kind.WORD
    return following is Kind.PERCENT or (following is Kind.NUMBER and _CENTS.search(text) is not None)


def _is_measured(words: Words, candidate: Candidate, text: str, reader: Reader) -> bool:
    """Whether a unit follows a number, and makes it no price."""
    vocabulary, end = reader.vocabulary, candidate.end
    unit = words[end].folded if end < len(words) else ""
    if unit in vocabulary.parts_behind and end + 1 < len(words) and words[end + 1].folded in vocabulary.units:
        return True  # `2 buçuk litre`
    if _is_term(words, end, text, vocabulary) or _tells_how_far(words, end, vocabulary):
        return True
    if unit not in vocabulary.units or mark_of(unit, reader.money.currency) is not None or words[end - 1].stop:
        return False
    numbered = unit in vocabulary.labels and end + 1 < len(words) and words[end + 1].kind is Kind.NUMBER
    if _CENTS.search(text) is not None and (numbered or _is_counted_whole(unit, vocabulary)):
        return False  # `4.80 day ticket`, `chips 4.99 pack`, `63.40 kids clothes`, `stubhub 144.12 sec 214`
    hours = unit in vocabulary.clock_words and _is_small(words, candidate.first)  # `parking 2 godz 12`
    if unit in vocabulary.for_words | vocabulary.clock_openers and _is_small(words, end + 1) and not hours:
        return False  # `بيرة 350 ل 2`, `tuvalet kağıdı 400 saat 19`, but not `otopark 2 saat 80`
    if unit in vocabulary.proclitics and end + 1 < len(words) and words[end + 1].start == words[end].end:
        return False  # `450 لتغيير الكاوتش`: the letter is `for`, and no litre
    if unit in vocabulary.minus_words and _is_taken_off(words, end + 1, text):
        return False
    if names_period(words, end + 1, vocabulary) and (not text.isdecimal() or int(text[:_LONGEST]) > _LONGEST_TERM):
        return False  # `czynsz 1850 miesiąc 11`, but not `gym 3 month 12`
    if unit in vocabulary.adverbs and end + 1 == len(words):
        return False  # `2 pizza 200 aylık`
    if unit in vocabulary.times_words and end + 1 < len(words) and words[end + 1].folded[:1].isdecimal():
        return False  # `10 times 2`
    if end + 1 < len(words) and is_ride(words, end + 1, words[end + 1].plain, vocabulary):
        return False  # `flight 220 aa 1182`
    alone = sum(word.kind > Kind.WORD for word in words) == 1
    return not (alone and (_is_own_name(words, candidate, reader) or _says_how_often(words, end, vocabulary)))


def names_period(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a number at a place may say which month, quarter, week or year it is: `month 11`, `рік 2026`."""
    if at < 1 or at >= len(words) or not words[at].plain.isdecimal() or len(words[at].plain) > _YEAR:
        return False
    word, number = words[at - 1].folded, int(words[at].plain)
    if vocabulary.recurring_days.get(word) == _WEEK:
        return 1 <= number <= _WEEKS
    first, last = _PERIODS.get(vocabulary.recurring_months.get(word, 0), (1, 0))
    return first <= number <= last


def tells_period(words: Words, first: int, end: int, reader: Reader) -> bool:
    """Whether a number says for which period a price beside it is paid: `rent 900 month 11`, `kos bulan 11 1,5jt`.

    Not where the number before the period may count it: `contract 36 month 12`.
    """
    vocabulary = reader.vocabulary
    if first < 2 or not names_period(words, first, vocabulary):
        return False
    before = words[first - 2]
    if before.kind is Kind.NUMBER:
        return not before.plain.isdecimal() or len(before.plain) > _DIGITS or int(before.plain) > _SURELY_PAID
    if end < len(words):
        return words[end].kind is Kind.NUMBER
    opener = before.folded in vocabulary.for_words | vocabulary.of_words | vocabulary.articles | vocabulary.day_openers
    priced = before.folded in vocabulary.multipliers or mark_of(before.plain, reader.money.currency)
    return (opener or bool(priced)) and any(word.kind is Kind.NUMBER for word in words[: first - 1])


def billed_together(words: Words, found: list[Candidate], reader: Reader) -> list[Candidate]:
    """Return the numbers with a bill as the price, where the other one says how many paid it: `нас 4 счёт 4800`."""
    if len(found) != _PAIR or {one.role for one in found} != {Role.LABEL, Role.PRICE}:
        return found
    bill, people = sorted(found, key=lambda one: one.role is Role.PRICE)
    vocabulary, before = reader.vocabulary, [word.folded for word in words[max(0, people.first - 2) : people.first]]
    billed = bill.first > 0 and words[bill.first - 1].folded in vocabulary.labels & vocabulary.bill_words
    few = people.bare and not people.sign and minor_of(people) <= _LONGEST_TERM * reader.unit
    if not billed or not few or vocabulary.us_words.isdisjoint(before) or minor_of(bill) <= minor_of(people):
        return found
    return [one._replace(role=Role.PRICE if one is bill else Role.COUNT) for one in found]


def _tells_how_far(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether what follows a number says how far off something is: `3 blocks down`, `2 doors from the bank`."""
    following = words[at + 1].folded if at + 1 < len(words) else ""
    return following in vocabulary.away_words and words[at].folded in vocabulary.way_marks


def begins_goods(words: Words, measure: Candidate, price: Candidate, reader: Reader) -> bool:
    """Whether a unit behind a number is rather what the next price is for: `adults 20 kids 10`, `gas 40 night out 30`.

    But neither `tent 10 person 80` nor `bus 2 week pass 20`.
    """
    vocabulary, unit = reader.vocabulary, words[measure.end - 1].folded
    before = words[measure.first - 1] if measure.first else None
    if before is None or before.kind is not Kind.WORD or before.stop or measure.end - measure.first != 2:
        return False
    if price.first < measure.end or measure.strong or minor_of(measure) <= reader.unit:
        return False
    after = words[measure.end].folded if measure.end < price.first else ""
    if (unit, after) in vocabulary.unit_things:
        return True
    if not price.bare:
        return False
    many, known = _people(vocabulary), reader.names.knows(before.folded)
    if known and unit in vocabulary.recurring_days and reader.names.knows(after):
        return True  # `parking 10 day lunch 12`
    shop = before.folded in vocabulary.sellers | vocabulary.counted_at
    if unit in vocabulary.packs and known and not shop and reader.names.knows(after):
        return True  # `bread 4 dozen eggs 5`
    if unit in many:
        shared = f"{unit}s" in vocabulary.units and minor_of(measure) > _FEW * reader.unit  # `lunch 9 kid 6`
        counted = measure.first > 1 and words[measure.first - 2].kind > Kind.WORD  # `zoo 2 adults 2 kids 34`
        named = before.folded in many and not counted
        return named or (known and (shared or minor_of(measure) >= minor_of(price)))
    timed = unit in vocabulary.recurring_months or vocabulary.ago_units.get(unit, 1) > 1
    return known and timed and minor_of(measure) > _LONGEST_TERM * reader.unit and price.first > measure.end


def _people(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the units that are people, one or more: `kids`, `adult`."""
    people = (vocabulary.count_nouns | vocabulary.way_words) & vocabulary.units
    return people | frozenset(one for one in vocabulary.units if f"{one}s" in people)


def _is_term(words: Words, at: int, text: str, vocabulary: Vocabulary) -> bool:
    """Whether a price that ends the line pays for a number of months: `heartgard 6 mo 71`, but not `gym 30 mo 5`."""
    beside = at + 2 == len(words) or (
        at == 1 and len(words) > at + 1
    )  # a number that opens the line: `6 mo insurance 480`
    if not beside or words[-1].kind is not Kind.NUMBER or words[at].stop or not text.isdecimal():
        return False
    shortened = len(words[at].folded) > 1 and any(
        one.startswith(words[at].folded) for one in vocabulary.unclear_periods
    )
    price = words[-1].plain.lstrip("$€£¥₹").replace(",", "").partition(".")[0]
    return shortened and len(text) <= _DIGITS and price[:_LONGEST].isdecimal() and int(text) < int(price[:_LONGEST])


def _is_small(words: Words, at: int) -> bool:
    """Whether a number that may be an hour, or how many share, stands at a place."""
    if at >= len(words) or words[at].kind is not Kind.NUMBER or len(words[at].plain) > _DIGITS:
        return False
    return not words[at].plain.isdecimal() or int(words[at].plain) <= _HOURS


def _is_counted_whole(unit: str, vocabulary: Vocabulary) -> bool:
    """Whether a unit is counted in whole numbers, so that one with cents before it is a price."""
    if any(one in vocabulary.count_nouns or one in vocabulary.way_words for one in (unit, f"{unit}s")):
        return True
    return unit in vocabulary.per_words or unit in vocabulary.packs or unit.removesuffix("s") in vocabulary.packs


def _is_own_name(words: Words, candidate: Candidate, reader: Reader) -> bool:
    """Whether a category's own name stands where a unit would: `5 kids` is spent on Kids where no other number is."""
    named = reader.names.own([word.folded for word in words[candidate.end :]])
    return named is not None and named.by_name


def _says_how_often(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a word that may be a unit says how often, or when, the line's one number is paid.

    As in `750 aylık`, `550 раз в месяц`, `340 all'anno`, `3200 ay sonunda`.
    """
    word = words[at]
    if word.folded in vocabulary.adverbs or every_phrase(words, at, vocabulary) or elided(word.raw, vocabulary)[0]:
        return True
    following = words[at + 1].folded if at + 1 < len(words) else ""
    return vocabulary.recurring_months.get(word.folded) == 1 and following in last_day_words(vocabulary)


def is_distance(words: Words, one: Candidate, text: str, vocabulary: Vocabulary) -> bool:
    """Whether `5k` is how far somebody ran, how large a thing is, or a name: `ran a 5k`, `4k tv 499`, `401k 300`."""
    if text[-1] not in "kK":
        return False
    if text.casefold() in vocabulary.named_thousands:
        return True
    if one.end < len(words) and words[one.end].folded in vocabulary.thousands_of:
        return True
    said = [word.folded for word in words[max(0, one.first - 2) : one.first]]
    if said and (vocabulary.small_numbers.get(said[-1]) == 1 or said[-1] in vocabulary.articles):
        said.pop()
    return bool(said) and said[-1] in vocabulary.talk_places - vocabulary.little_words and said[-1].isalpha()


def is_on_clock(words: Words, at: int) -> bool:
    """Whether four digits are a time beside a price: `0200 doordash 14`."""
    timed = _FOUR_DIGITS.fullmatch(words[at].plain) is not None and not words[at].joined
    return timed and any(word.kind is Kind.NUMBER for word in (*words[:at], *words[at + 1 :]))


def _is_size(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a number is a size whose word stands behind it, before a price: `42 размер 4990`, but not `50 размер 42`."""
    if at < 0 or at + 2 >= len(words) or words[at + 1].folded not in vocabulary.sizes_before:
        return False
    price, grouped = words[at + 2].plain, at + 3 < len(words) and _GROUP.fullmatch(words[at + 3].plain) is not None
    priced = price[0].isdecimal() and (grouped or _SIZE.fullmatch(price) is None)  # `42 размер 4 990`
    return priced and _SIZE.fullmatch(words[at].plain) is not None


def follows_size(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a number is the price behind a size: the `4` of `42 размер 4 990`."""
    return _is_size(words, at - 2, vocabulary)


def beside_size(words: Words, one: Candidate, vocabulary: Vocabulary) -> Candidate | None:
    """Return a number as a size, or as the price behind one; None for any other."""
    if _is_size(words, one.first, vocabulary):
        return one._replace(role=Role.MEASURE, end=one.end + 1)
    return one if follows_size(words, one.first, vocabulary) else None


def opens_hour(words: Words, one: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether the word before a number says that it is an hour: `um 19`, but not `2 saat 15`, which may be two hours at 15."""
    opener = words[one.first - 1].folded if one.first else ""
    if _follows_part(words, one, vocabulary):
        return True
    if opener not in vocabulary.clock_openers:
        return _is_hour_first(words, one, vocabulary)
    return one.first < 2 or opener not in vocabulary.units or not _is_small(words, one.first - 2)


def _follows_part(words: Words, one: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a number is an hour behind a part of it, beside another number: `halb 8 kino 12`, `kwart over 8 bakker 3`."""
    said = [word.folded for word in words[max(0, one.first - 2) : one.first]]
    parted = tuple(said) in vocabulary.hour_parts or tuple(said[-1:]) in vocabulary.hour_parts
    return parted and _is_small(words, one.first) and sum(word.kind is Kind.NUMBER for word in words) > 1


def _is_hour_first(words: Words, candidate: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a line begins with an hour, before what was bought at another number: `в 19 пицца 650`."""
    if candidate.first != 1 or words[0].folded not in vocabulary.hours_first or candidate.end >= len(words):
        return False
    return _is_small(words, 1) and any(word.kind is Kind.NUMBER for word in words[candidate.end + 1 :])


def is_ranked(words: Words, candidate: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether `24e` behind an article is a day or a rank, and no amount: `de 24e kan ik`, `la 3e bière`."""
    if not candidate.first or "e" not in vocabulary.ordinal_endings:
        return False
    opened = words[candidate.first - 1].folded in vocabulary.articles
    return opened and _RANKED.fullmatch(words[candidate.first].raw) is not None


def may_be_ordinal(words: Words, candidate: Candidate, text: str, vocabulary: Vocabulary) -> bool:
    """Whether `2e` may be a rank as well as two euros: where the line has another number."""
    if "e" not in vocabulary.ordinal_endings or _RANKED.fullmatch(words[candidate.first].raw) is None or " " in text:
        return False
    return sum(word.kind is Kind.NUMBER for word in words) > 1
