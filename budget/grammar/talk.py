"""Whether a number among words is talk: `see you at 7`, `I have 2 meetings today` (docs/grammar.md, 7)."""

from functools import lru_cache
from itertools import pairwise

from budget.grammar.amount_orders import orders
from budget.grammar.every import from_month_words
from budget.grammar.measures import is_ranked
from budget.grammar.naming import Names
from budget.grammar.no_prices import (
    FEW,
    MANY_WORDS,
    almost_bought,
    bounds,
    counts_ways,
    is_coded,
    is_kept,
    is_left,
    is_of_no_money,
    is_part,
    is_secret,
    may_be_year,
    only_has,
    only_sees,
    opens_limit,
    seats,
    tells_measure,
    tells_much,
    tells_price,
)
from budget.grammar.parts import minor_of
from budget.grammar.roles import Candidate, Reader
from budget.grammar.telling import has_talk_verb, is_time, speaks, tells_cost
from budget.grammar.vocabulary import came_in_words, first_of, only_income, spending_verbs
from budget.grammar.words import Kind, Words
from languages.vocabulary import Vocabulary

_HOUR = 60  # minutes
_LONGEST_MONTH = 31
_FEW_BETWEEN = 2  # words: `the big`


def sounds_like_talk(words: Words, price: Candidate, reader: Reader, names: Names) -> bool:
    """Whether a number among words is likelier to be talk: `see you at 7`, `I have 2 meetings today`."""
    vocabulary = reader.vocabulary
    if _asks(words, price, reader) or words[0].folded in vocabulary.balance_words:
        return True
    if price.sign:
        return False
    ends = (words[0].folded, "" if words[-1].folded in vocabulary.units else words[-1].folded)
    if not vocabulary.void_first.isdisjoint(ends) or any(_is_void(words, n, vocabulary) for n in range(len(words))):
        return True
    is_void = first_of([word.folded for word in words], vocabulary.void_phrases) is not None  # `rent went up 50`
    is_void = is_void or (words[-1].folded in vocabulary.due_words and price.first < len(words) - 2)
    is_void = is_void or (price.bare and words[-1].folded in vocabulary.balance_words and price.end < len(words))
    is_void = is_void or _is_to_come(words, price, vocabulary) or _begins_in_month(words, vocabulary)
    is_void = is_void or is_ranked(words, price, vocabulary)
    is_void = is_void or _is_of_each(words, price, vocabulary) or _orders_to_delete(ends, vocabulary)
    is_void = is_void or opens_limit(words, price, vocabulary) or bounds(words, vocabulary)
    is_void = is_void or is_left(words, price, vocabulary) or is_kept(words, price, vocabulary)
    is_void = is_void or only_sees(words, price, reader) or almost_bought(words, price, vocabulary)
    if (
        is_void
        or orders(words, price, reader)
        or _corrects(words, price, vocabulary)
        or tells_price(words, price, reader)
    ):
        return True
    if price.mark:
        told = has_talk_verb(words, price, reader, names) or only_has(words, price, vocabulary)  # `I owe Sam $20`
        return told or (not price.decimals and tells_much(words, price, vocabulary))
    before = _place_before(words, price, reader)
    if before is None or tells_measure(words, price, reader) or _is_of_hours(words, price, reader):
        return True
    at_place = before in vocabulary.talk_places and (not price.decimals or is_time(words[price.first].plain))
    if at_place or _is_at(words, price):
        after = words[price.end].folded if price.end < len(words) else ""
        return before not in vocabulary.tells or after not in vocabulary.for_words  # `habis 45.000 buat makan`
    if price.decimals and is_of_no_money(words, price, before, vocabulary):
        return True
    if has_talk_verb(words, price, reader, names) or _may_be_day(words, price, reader):
        return True
    if price.bare and (
        is_coded(words, price, vocabulary)
        or is_secret(words, price, vocabulary)
        or is_part(words, price, vocabulary)
        or seats(words, price, reader)
    ):
        return True
    if not price.decimals and (counts_ways(words, price, vocabulary) or may_be_year(words, price, vocabulary)):
        return True
    return not price.decimals and _is_amid_many(words, price, vocabulary)


def _is_to_come(words: Words, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a day to come stands within a line: `auto pay tomorrow netflix 15.49`, but not `cake for tomorrow 20`."""
    said = [word.folded for word in words[: max(0, price.first - 1)]]
    if not vocabulary.renewal_words.isdisjoint(said):
        return True
    if vocabulary.future_days.isdisjoint(said):
        return False
    days = vocabulary.future_days - vocabulary.future_or_thing
    meant = vocabulary.for_words | vocabulary.meant_for
    return any(word in days and meant.isdisjoint(said[max(0, n - 2) : n]) for n, word in enumerate(said) if n)


def _begins_in_month(words: Words, vocabulary: Vocabulary) -> bool:
    """Whether a month stands behind what says from when, or no day: `ab Januar Miete 900`, `Anfang November Reifen 320`."""
    opens = _before_month(vocabulary)
    months = vocabulary.months.keys() - vocabulary.named_months
    if any(one.folded in months and other.folded in vocabulary.from_last for one, other in pairwise(words)):
        return True  # `1月から家賃75000円`
    return any(
        word.folded in opens
        and (month := next((one.folded for one in words[n + 1 : n + 4] if one.folded not in vocabulary.of_words), ""))
        in vocabulary.months
        and month not in vocabulary.named_months
        for n, word in enumerate(words)
    )


@lru_cache(maxsize=64)
def _before_month(vocabulary: Vocabulary) -> frozenset[str]:
    return from_month_words(vocabulary) | vocabulary.parts_of_month


def _orders_to_delete(ends: tuple[str, str], vocabulary: Vocabulary) -> bool:
    """Whether a line asks to delete what it names: `delete gas 40`, where verbs end a line also `120 sinema sil`."""
    first, last = ends
    if vocabulary.delete_words.isdisjoint(ends):
        return False
    orders = vocabulary.delete_words - vocabulary.refunds - came_in_words(vocabulary) - vocabulary.tells
    return first in orders or (vocabulary.verbs_last and last in orders)


def _is_void(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a word says that nothing was paid, a verb by how it begins and ends: `yemedim`, `ماكلتش`, not `ماتش` (a match)."""
    word = words[at].folded
    if word in vocabulary.void_words:
        around = [one.folded for one in words[max(0, at - 1) : at + 2]]
        return vocabulary.named_talk.isdisjoint(pairwise(around))  # but not `overdue fees 3.20`
    return any(
        word.startswith(head) and word.endswith(tail) and len(word) > len(head) + len(tail) + 1
        for head, tail in vocabulary.denials
    )


def is_of_hour(words: Words, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a number is a wage, or what an hour or a litre costs, and how many they were is not said: `18 an hour`, `18/hr`."""
    behind = [word.folded for word in words[price.end : price.end + 3]]
    if len(behind) > 1 and behind[0] in vocabulary.rate_words and behind[1] in vocabulary.ago_minutes:
        return vocabulary.ago_words.isdisjoint(behind)  # `coffee 4 an hour ago`
    alone = sum(word.kind > Kind.WORD for word in words) == 1
    if alone and len(behind) > 1 and behind[0] in vocabulary.rate_words and behind[1] in vocabulary.units:
        return any(word.folded in vocabulary.poured for word in words[: price.first])  # `gas up to 3.89 a gallon`
    _, slash, unit = words[price.end - 1].raw.casefold().rpartition("/")
    return bool(slash) and vocabulary.ago_minutes.get(unit) == _HOUR


def is_paid_later(words: Words, price: Candidate, reader: Reader) -> bool:
    """Whether a price of each month or the like is multiplied, and may be paid in parts: `phone 30/mo x 24`."""
    _, slash, unit = words[price.first].raw.casefold().rpartition("/")
    worked = price.number is not None and price.number.amounts[0].working
    vocabulary = reader.vocabulary
    short = unit in vocabulary.ago_units or unit in vocabulary.ago_minutes or f"{unit}s" in vocabulary.way_words
    return bool(slash and worked) and unit in vocabulary.per_words and not short  # but `parking 10/day x 5`


def _is_of_each(words: Words, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether an amount is what each of some got, and how many they are is not said: `gave each kid 5`, but not `each way 5`."""
    if price.first < 2 or price.end < len(words):
        return False
    each, whom = words[price.first - 2 : price.first]
    if (
        each.folded not in vocabulary.each_words & vocabulary.every_words
        or (each.folded, whom.folded) in vocabulary.no_names
    ):
        return False  # `coffee with each other 8`
    return whom.kind is Kind.WORD and whom.folded not in vocabulary.each_not


def _is_amid_many(words: Words, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a number stands within many words, none of which says that it was spent: `i spent 12 on lunch and wrote it late`."""
    if sum(word.kind is Kind.WORD for word in words) <= MANY_WORDS:
        return False
    if not speaks(words[: price.first]) or not speaks(words[price.end :]):
        return False
    before = words[price.first - 1].folded
    return before not in vocabulary.paid and not (
        before in vocabulary.participles and before in vocabulary.spending_words
    )


def _is_at(words: Words, price: Candidate) -> bool:
    """Whether `@` stands before a number that may be an hour, and no number of things: `dinner @ 8`, but not `coffee 2 @ 4`."""
    glued = words[price.first].raw[0] == "@"
    opened = glued or (price.first > 0 and words[price.first - 1].plain == "@")
    return (
        opened and not price.decimals and not any(word.kind > Kind.WORD for word in words[: price.first - (not glued)])
    )


def _asks(words: Words, price: Candidate, reader: Reader) -> bool:
    """Whether a line begins with a question word, little words before it: `hey did anyone pay the 45 water bill`, `60? jacket`."""
    vocabulary = reader.vocabulary
    if price.end < len(words) and words[price.end - 1].raw[-1] == "?":
        return True
    for at, word in enumerate(words[: price.first + 1]):
        if word.folded in vocabulary.question_words:
            return not _tells_of_doing(words, at, price, reader)
        little = word.folded in vocabulary.little_words and word.folded not in vocabulary.self_words
        if not little and word.kind is not Kind.SYMBOL:
            return False
    return False


def _tells_of_doing(words: Words, at: int, price: Candidate, reader: Reader) -> bool:
    """Whether a question word tells what was done: `did the laundry 4.50`, but neither `did you pay 40` nor `did rent go up 40`."""
    vocabulary = reader.vocabulary
    if words[at].folded in vocabulary.auxiliaries and tells_cost(words, price, vocabulary):
        whom = vocabulary.cost_whom | vocabulary.about_words
        return at > 0 or all(word.folded in whom for word in words[1 : price.first])  # `hat mich 14 gekostet`
    if words[at].folded not in vocabulary.telling_questions or price.first < at + 2:
        return False
    between = [word.folded for word in words[at + 1 : price.first - 1]]
    led = vocabulary.articles | vocabulary.owners | vocabulary.of_words  # `que du pain 2,40`
    thing = words[price.first - 1].folded
    if thing in vocabulary.errands and between[:1] and between[0] in led and price.end == len(words):
        return len(between) <= _FEW_BETWEEN  # `did the big shop 112.40`
    return reader.names.knows(thing) and led.issuperset(between)


def has_arrived(words: Words, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether words around a number say that income came: `Lohn ist da 2180`, but not `my salary is 2180`."""
    said = [word.folded for word in (*words[: price.first], *words[price.end :]) if word.kind is not Kind.SYMBOL]
    came = vocabulary.arrived - vocabulary.talk_verbs
    return not came.isdisjoint(said) and only_income(said, vocabulary)


def _corrects(words: Words, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a line begins as one that corrects another: `i meant 15`, `no, 15`, `no i mean gas 45`, `no bread was 3.50`."""
    said = [word.folded for word in words]
    before, after = said[: price.first], tuple(said[price.end :])
    while before and before[-1] in vocabulary.but_words:
        before.pop()
    if (tuple(before) in vocabulary.again and not after) or (
        after in vocabulary.corrections and vocabulary.tip_words.isdisjoint(after)
    ):
        return True  # `same again 6`, `48.20 i mean`
    opened = 0
    while opened < price.first and said[opened] in vocabulary.openings:
        opened += 1
    around = (*words[: price.first], *words[price.end :])
    beside = [word.folded.removeprefix("'") for word in around if word.kind is Kind.WORD]
    closed = bool(beside) and beside[-1] in vocabulary.openings  # `3,60 waren es`, `115'ti`
    if (opened or closed) and vocabulary.openings.union(vocabulary.little_words).issuperset(beside):
        return True
    parts = vocabulary.entry_parts.keys() & set(beside)
    if parts and not vocabulary.was_words.isdisjoint(beside):  # `the amount was 12.80`
        tables = (vocabulary.openings, vocabulary.little_words, vocabulary.was_words, parts)
        if all(any(word in table for table in tables) for word in beside):
            return True
    if any(tuple(said[at : at + length]) in vocabulary.corrections for at in range(opened + 1) for length in (1, 2)):
        return True
    denies = opened > 0 and said[0] in vocabulary.no_words
    return denies and (words[0].raw[-1] == "," or not vocabulary.was_words.isdisjoint(said[1 : price.first]))


def _place_before(words: Words, price: Candidate, reader: Reader) -> str | None:
    """Return the word before a number that may be a place of talk; empty where it is none, None where it surely is."""
    vocabulary = reader.vocabulary
    before = words[price.first - 1].folded if price.first else ""
    behind = words[price.first - 2] if price.first > 1 else None
    after = words[price.end].folded if price.end < len(words) else ""
    if words[price.first].folded in vocabulary.about_words:
        few = minor_of(price) <= FEW * reader.unit
        return None if few and after in vocabulary.at_words | vocabulary.in_words else ""  # `around 6 at the mall`
    if behind is None:
        return before
    counted = behind.kind > Kind.WORD and not _is_of_day(words, price.first - 2, vocabulary)
    counted = counted and before not in vocabulary.hour_verbs  # `flight DL 88 departs 9.45`
    if counted and price.bare and price.first > 2 and words[price.first - 3].folded in vocabulary.for_words:
        counted = minor_of(price) > FEW * reader.unit  # `dinner for 2 at 8`
    told = behind.folded in vocabulary.amount_verbs or counted  # `came to 61`, `nails 3 in 8.50`
    came_in = before in vocabulary.at_words and behind.folded in vocabulary.in_words  # `lunch came in at 14`
    errand = before in vocabulary.errands and _is_errand(behind.folded, reader)
    return "" if told or came_in or errand or _prices_bought(words, price, reader) else before


def _prices_bought(words: Words, price: Candidate, reader: Reader) -> bool:
    """Whether what was bought stands before the price: `pris une pizza à 12`, where an hour there needs its unit."""
    vocabulary = reader.vocabulary
    opens_price = words[price.first - 1].folded in vocabulary.at_words & vocabulary.hours_first
    if not opens_price or not reader.names.knows(words[price.first - 2].folded):
        return False
    if price.decimals and "," in words[price.first].plain:
        return True  # `kebab à 7,50`: no hour is written so
    return any(word.folded in spending_verbs(vocabulary) for word in words[: price.first])


def _is_of_hours(words: Words, price: Candidate, reader: Reader) -> bool:
    """Whether a small number is the first hour or the last: `свет отключат с 14 до 18`, `aberto das 9 às 18`."""
    vocabulary, at, end = reader.vocabulary, price.first, price.end
    if not price.bare or minor_of(price) > FEW * reader.unit:
        return False
    joints = vocabulary.through_words | vocabulary.range_words
    opened = vocabulary.clock_openers | vocabulary.from_day_words
    last = at > 2 and words[at - 1].folded in joints and words[at - 3].folded in opened
    first = 0 < at < end < len(words) - 1 and words[at - 1].folded in opened
    first = first and words[end].folded in joints | vocabulary.clock_openers
    return (last and words[at - 2].plain.isdecimal()) or (first and words[end + 1].plain.isdecimal())


def _is_of_day(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a number is of a day or a label, and what stands behind it an hour: `dentist 12/3 at 10`, `room 4 at 10`."""
    before = words[at - 1].folded if at else ""
    numbered = before in vocabulary.months or before in vocabulary.labels or before == "#"
    return numbered or words[at].kind in {Kind.DATE, Kind.ORDINAL, Kind.CODE}  # a day to come is set aside as a code


def _is_errand(behind: str, reader: Reader) -> bool:
    """Whether what `run` stands behind makes it an errand: `target run 92`, but neither `i run 5` nor `morning run 5`."""
    vocabulary = reader.vocabulary
    return behind not in vocabulary.self_words | vocabulary.little_words | vocabulary.parts_of_day


def _may_be_day(words: Words, price: Candidate, reader: Reader) -> bool:
    """Whether a number may be a day of the month: `compleanno il 24`, but not `menú del día 13`."""
    said = [word.folded for word in words[: price.first]]
    opened = price.bare and tuple(said[-1:]) in reader.vocabulary.number_openers
    if not opened or minor_of(price) > _LONGEST_MONTH * reader.unit:
        return False
    named = reader.names.everyday_word(said, backwards=True)
    return named is None or " " not in named[0]
