"""Whether a number among words is talk: `see you at 7`, `I have 2 meetings today` (docs/grammar.md, 7)."""

import re
from itertools import pairwise

from budget.grammar.addresses import names_year
from budget.grammar.every import from_month_words
from budget.grammar.measures import is_ranked
from budget.grammar.naming import Names
from budget.grammar.parts import minor_of
from budget.grammar.roles import Candidate, Reader
from budget.grammar.vocabulary import came_in_words, first_of, only_income, spending_verbs
from budget.grammar.words import Kind, Word, Words
from languages.vocabulary import LONGEST, Vocabulary

_HOUR = 60  # minutes
_FEW = 24  # an hour, and not much money
_LONGEST_CODE = 3  # letters
MANY_WORDS = 8
_LONGEST_MONTH = 31
_SHORTEST_SECRET = 3  # digits
_FEW_BETWEEN = 2  # words: `the big`
_CENTS = re.compile(r"[.,][0-9]{2}$")


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
    is_void = is_void or _is_left(words, price, vocabulary)
    is_order = _asks_to_see(words, price, reader) or _sets_to(words, price, vocabulary)
    if is_void or is_order or _corrects(words, price, vocabulary) or _tells_price(words, price, reader):
        return True
    if price.mark:
        told = _has_talk_verb(words, price, reader, names) or _only_has(words, price, vocabulary)  # `I owe Sam $20`
        return told or (not price.decimals and _tells_much(words, price, vocabulary))
    before = _place_before(words, price, reader)
    if before is None or tells_measure(words, price, reader):
        return True
    at_place = before in vocabulary.talk_places and (not price.decimals or _is_time(words[price.first].plain))
    if at_place or _is_at(words, price):
        after = words[price.end].folded if price.end < len(words) else ""
        return before not in vocabulary.tells or after not in vocabulary.for_words  # `habis 45.000 buat makan`
    if price.decimals and _is_of_no_money(words, price, before, vocabulary):
        return True
    if _has_talk_verb(words, price, reader, names) or _may_be_day(words, price, reader):
        return True
    if price.bare and (
        _is_coded(words, price, vocabulary)
        or _is_secret(words, price, vocabulary)
        or _is_part(words, price, vocabulary)
        or _seats(words, price, reader)
    ):
        return True
    if not price.decimals and (_counts_ways(words, price, vocabulary) or _may_be_year(words, price, vocabulary)):
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
    """Whether a month stands behind what says from when: `ab Januar Miete 900`, `loyer 900 à partir de janvier`."""
    opens = from_month_words(vocabulary)
    months = vocabulary.months.keys() - vocabulary.named_months
    return any(
        word.folded in opens
        and next((one.folded for one in words[n + 1 : n + 4] if one.folded not in vocabulary.of_words), "") in months
        for n, word in enumerate(words)
    )


def _orders_to_delete(ends: tuple[str, str], vocabulary: Vocabulary) -> bool:
    """Whether a line asks to delete what it names: `delete gas 40`, where verbs end a line also `120 sinema sil`."""
    first, last = ends
    if vocabulary.delete_words.isdisjoint(ends):
        return False
    orders = vocabulary.delete_words - vocabulary.refunds - came_in_words(vocabulary) - vocabulary.tells
    return first in orders or (vocabulary.verbs_last and last in orders)


def _asks_to_see(words: Words, price: Candidate, reader: Reader) -> bool:
    """Whether a line asks to see entries: `top 5 expenses`, `list all over 50`, but neither `top 25` nor `show tickets 45`."""
    vocabulary = reader.vocabulary
    first, behind = words[0].folded, [word.folded for word in words[1:]]
    spending = not vocabulary.spending_words.isdisjoint(behind)
    if first in vocabulary.most_words:
        return spending
    if first in vocabulary.any_words and words[price.first - 1].folded in vocabulary.threshold_words:
        return True  # `anything over 20 this week`
    if first not in vocabulary.look_words:
        return False
    no_order = vocabulary.labels | vocabulary.me | vocabulary.please_words | vocabulary.little_words | vocabulary.owners
    thing = first in no_order or first in reader.names.builtin  # `show 120`: a concert in Portuguese
    alone = price.first == 1 and price.end == len(words) and not thing  # `find 12.50`
    all_of_it = alone or not (vocabulary.me | vocabulary.everything_words | vocabulary.latest_words).isdisjoint(
        behind[:1]
    )
    return spending or all_of_it


def _sets_to(words: Words, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a line changes what it names to an amount, or where that is filed.

    As in `change netflix to 17.99`, `the 15 was for parking` and `move the 40 to groceries`, but not `put the 40 deposit down`.
    """
    more = price.end < len(words) and words[price.end].folded in vocabulary.more_words
    if more and words[-1].folded in vocabulary.closings:
        return True  # `12 more on that`
    end = len(words)
    while end > price.end and words[end - 1].folded in vocabulary.closings:
        end -= 1
    if price.end < end < len(words) and words[end - 1].folded in vocabulary.filed_words:
        return True  # `add 2.50 tip to that`
    if price.first == 1 and words[0].folded in vocabulary.openings | vocabulary.articles:
        return price.end < len(words) and words[price.end].folded in vocabulary.was_words  # `that 15 was for parking`
    led = price.first == 2 and words[1].folded in vocabulary.articles | vocabulary.owners | vocabulary.closings
    becomes = vocabulary.filed_words | vocabulary.changed_to
    if led and words[0].folded in vocabulary.part_openings and price.end < len(words):
        return words[price.end].folded in becomes
    if (
        price.first < 2
        or price.end < len(words)
        or words[0].folded not in vocabulary.part_openings | vocabulary.openings
    ):
        return False
    changes = words[0].folded in vocabulary.part_openings - vocabulary.entry_parts.keys()  # not `día en la playa`
    filed = changes and words[price.first - 1].folded in becomes
    return filed or words[price.first - 1].folded in vocabulary.talk_places & vocabulary.openings


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
    if words[at].folded in vocabulary.auxiliaries and _tells_cost(words, price, vocabulary):
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


def _tells_cost(words: Words, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a verb right behind an amount says that something cost it: `das hat 14 gekostet`."""
    return price.end < len(words) and words[price.end].folded in vocabulary.cost_verbs


def _is_possessive(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a word of talk says whose something is: `van passed its MOT 54.85`, but not `its 40`."""
    if at == 0 or words[at].folded not in vocabulary.possessives or words[at + 1].kind is not Kind.WORD:
        return False
    before = words[at - 1].folded
    return before.endswith(vocabulary.past_endings) or before in vocabulary.verbs_first | vocabulary.behind_things


def has_arrived(words: Words, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether words around a number say that income came: `Lohn ist da 2180`, but not `my salary is 2180`."""
    said = [word.folded for word in (*words[: price.first], *words[price.end :]) if word.kind is not Kind.SYMBOL]
    came = vocabulary.arrived - vocabulary.talk_verbs
    return not came.isdisjoint(said) and only_income(said, vocabulary)


def _tells_price(words: Words, price: Candidate, reader: Reader) -> bool:
    """Whether the verb before an amount tells a price or a wage: `it costs about $300`, `he makes $20 an hour`."""
    vocabulary, at = reader.vocabulary, price.first - 1
    while at > 0 and (words[at].folded in vocabulary.little_words or words[at].folded in vocabulary.about_words):
        at -= 1
    if at < 0 or words[at].folded not in vocabulary.price_verbs or reader.names.own([words[at].folded]) is not None:
        return False
    thing = words[at - 1].folded if at else ""
    if (thing, words[at].folded) in vocabulary.named_talk:
        return False  # `bank charges 53.75`
    paid = price.decimals and price.end == len(words) and reader.names.knows(thing)  # `lunch costs 12.50`
    return not paid and (thing,) not in vocabulary.income  # `paycheck hit 1875.20`


def tells_measure(words: Words, price: Candidate, reader: Reader) -> bool:
    """Whether what stands right before a number is measured and never paid: `temp 101.5`, `my weight 182`."""
    end = price.first
    while end > 1 and words[end - 1].folded in reader.vocabulary.was_words:  # `my blood sugar was 112`
        end -= 1
    said = tuple(word.folded for word in words[max(0, end - 3) : end])
    length = next((n for n in (3, 2, 1) if len(said) >= n and said[-n:] in reader.vocabulary.measured), 0)
    before = words[: end - length]
    led = (words[0].folded,) in reader.vocabulary.measured  # `bp 120/80 pulse 64`
    bought = any(
        (word.kind > Kind.WORD and not led) or reader.names.knows(word.folded) for word in before
    )  # `دواء الضغط 175.5`
    counts = reader.vocabulary.half_words | reader.vocabulary.small_numbers.keys()
    counted = bool(before) and before[-1].folded in counts  # `lokum yarım kilo 240`
    return length > 0 and not bought and not counted and reader.names.own(said[-1:]) is None


def _tells_much(words: Words, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a marked amount stands within many words, and none of them says that it was spent."""
    before, after = words[: price.first], words[price.end :]
    if (
        sum(word.kind is Kind.WORD for word in (*before, *after)) <= MANY_WORDS
        or not speaks(before)
        or not speaks(after)
    ):
        return False
    moved = spending_verbs(vocabulary) | vocabulary.spending_words | vocabulary.debits | came_in_words(vocabulary)
    return all(word.folded not in moved for word in words)


def _is_of_no_money(words: Words, price: Candidate, before: str, vocabulary: Vocabulary) -> bool:
    """Whether a number with decimals is a time or a version: `taking the 8.15`, `flight lands 11.30`, `version 3.12 is out`."""
    if before in vocabulary.unpaid_labels:
        return True
    if before in vocabulary.for_words and price.first > 1 and words[price.first - 2].folded in vocabulary.booked_words:
        return _is_time(words[price.first].plain)  # `booked for 5.30`
    opens_hour = before in vocabulary.articles or before in vocabulary.hour_verbs
    return opens_hour and _is_time(words[price.first].plain)


def _only_has(words: Words, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a line only says who has how much: `j'ai 20€`, `hab nur noch 20€`."""
    said = {word.folded for word in (*words[: price.first], *words[price.end :]) if word.kind is Kind.WORD}
    own = vocabulary.self_words | vocabulary.only_words
    lasts = said & (vocabulary.unclear_periods | vocabulary.recurring_days.keys())  # `у меня 2000 рублей на неделю`
    if lasts:
        said -= lasts | vocabulary.for_words | vocabulary.spent_on | vocabulary.little_words - vocabulary.talk_verbs
    return not said.isdisjoint(vocabulary.talk_verbs) and (
        said <= own or said <= vocabulary.only_words | vocabulary.talk_verbs
    )


def _is_left(words: Words, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a line says no more than how much is left, and until when: `nog 45 € tot vrijdag`, `nog maar 45 €`."""
    said = {word.folded for word in (*words[: price.first], *words[price.end :]) if word.kind is Kind.WORD}
    left, until = said & vocabulary.only_words, said & (vocabulary.through_words | vocabulary.deadline_words)
    if not left or not (until or len(left) > 1):
        return False
    days = vocabulary.weekdays.keys() | vocabulary.unclear_periods | vocabulary.weekend_words
    return said - left - until <= days | vocabulary.little_words | vocabulary.day_openers


def _is_coded(words: Words, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a number is that of a flight or the like, behind its letters: `flight UA 1182`."""
    if price.first < 2 or words[price.first - 2].folded not in vocabulary.labels:
        return False
    letters = words[price.first - 1].plain
    return letters.isupper() and len(letters) <= _LONGEST_CODE


def _is_secret(words: Words, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a number opens a door or an account: `wifi password 45211`, `код домофона 4521`, but not `gift card code 50`."""
    if not price.first or len(words[price.first].plain) < _SHORTEST_SECRET:
        return False
    return not vocabulary.secrets.isdisjoint((words[0].folded, words[price.first - 1].folded))


def _is_part(words: Words, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a number says which of several something is: `package 2 of 3`."""
    following = words[price.end : price.end + 2]
    periods = vocabulary.recurring_days.keys() | vocabulary.recurring_months.keys()
    if price.first == 1 and words[0].folded in periods and following[:1]:
        return following[0].folded in vocabulary.of_words  # `day 12 of no sugar`
    return len(following) == 2 and following[0].folded in vocabulary.of_words and following[1].plain.isdecimal()


def _may_be_year(words: Words, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a number may say of which year something is: `the 2019 trip`, `my 2015 honda`, but not `my 2000 deposit`."""
    named = price.end < len(words) and words[price.end].kind is Kind.WORD
    return named and names_year(words, price.first, words[price.first].plain, vocabulary)


def _counts_ways(words: Words, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a number says among how many something is split, whose price stands elsewhere: `split 3 ways`, `durch 3 geteilt`."""
    said = {word.folded for word in (*words[: price.first], *words[price.end :]) if word.kind is Kind.WORD}
    if words[price.end : price.end + 1] and words[price.end].folded in vocabulary.sharing_ways:
        return not said.isdisjoint(vocabulary.split_words) or said <= vocabulary.sharing_ways | vocabulary.openings
    if (
        said & vocabulary.sharing_ways
        and said <= vocabulary.sharing_ways | vocabulary.openings | vocabulary.little_words
    ):
        return True  # `actually 3 ways`
    if said.isdisjoint(vocabulary.split_words):
        return False
    return said <= vocabulary.split_words | vocabulary.way_words | vocabulary.between_words | vocabulary.little_words


def _seats(words: Words, price: Candidate, reader: Reader) -> bool:
    """Whether a small number may count people, or be an hour: `стол на 4 в 20:30`, `rezerwacja dla 6 na 19`."""
    vocabulary = reader.vocabulary
    few = minor_of(price) <= _FEW * reader.unit
    if not few or not price.first or words[price.first - 1].folded not in vocabulary.little_words:
        return False
    booked = any(
        word.kind is Kind.CLOCK or (word.kind is Kind.NUMBER and before.folded in vocabulary.for_words)
        for before, word in pairwise(words)
        if word.place != words[price.first].place
    )
    return booked and not any(reader.names.knows(word.folded) for word in words)


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
        few = minor_of(price) <= _FEW * reader.unit
        return None if few and after in vocabulary.at_words | vocabulary.in_words else ""  # `around 6 at the mall`
    if behind is None:
        return before
    counted = behind.kind > Kind.WORD and not _is_of_day(words, price.first - 2, vocabulary)
    counted = counted and before not in vocabulary.hour_verbs  # `flight DL 88 departs 9.45`
    if counted and price.bare and price.first > 2 and words[price.first - 3].folded in vocabulary.for_words:
        counted = minor_of(price) > _FEW * reader.unit  # `dinner for 2 at 8`
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


def _has_talk_verb(words: Words, price: Candidate, reader: Reader, names: Names) -> bool:
    vocabulary, known = reader.vocabulary, price.mark  # `the couch was $300`
    talk = vocabulary.marked_talk if price.mark else vocabulary.talk_verbs
    beside = vocabulary.auxiliaries | vocabulary.was_words if _tells_cost(words, price, vocabulary) else frozenset()
    verbs = spending_verbs(vocabulary)
    spent = any(word.folded in verbs and word.folded not in vocabulary.self_words for word in words)
    began = _clause_of_spending(words, price, verbs)
    for at, word in enumerate(words[began : price.first], began):
        denies = word.folded in vocabulary.not_openings and word.folded in talk
        if not denies and _tells_of_spending(words, at + 1, vocabulary):
            continue
        if (
            word.folded in beside
            or _begins_name(words, at, names, vocabulary)
            or _has_gone(words, at, price, names, vocabulary)
        ):
            continue  # `im Kino gewesen, hat 14 gekostet`
        if (spent and word.folded in vocabulary.self_words) or _is_possessive(words, at, vocabulary):
            continue  # `ich habe 20 für Pizza ausgegeben`
        if at and _is_beside(word.folded, words[at - 1], vocabulary):
            continue  # `dinner with Will 30`, `service call 90`
        if word.folded in vocabulary.was_words:
            known = known or names.everyday([one.folded for one in words[:at]], backwards=True) is not None
            known = known or (at < 2 and _tells_where(words, at, price, names, vocabulary))
            known = known or _was_cost(words, at, price, vocabulary)
        if word.folded in talk or (word.folded in vocabulary.was_words and not known):
            return True
        known = known or names.knows(word.folded)
    return False


def _clause_of_spending(words: Words, price: Candidate, verbs: frozenset[str]) -> int:
    """Return where the clause begins that says what was spent, behind another one: `the van is a 2009, paid $89 for brakes`."""
    last = next((n for n in range(price.first - 1, 0, -1) if words[n - 1].stop), 0)
    return last if words[last].folded in verbs else 0


def _begins_name(words: Words, at: int, names: Names, vocabulary: Vocabulary) -> bool:
    """Whether a word begins what is bought, of several words, or a name: `ho mobile` is an Italian provider, `São Paulo` a city."""
    if tuple(word.folded for word in words[at : at + 2]) in vocabulary.named_talk:
        return True
    found = names.everyday_word([word.folded for word in words[at : at + LONGEST]])
    return found is not None and " " in found[0]


def _tells_of_spending(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether what follows a verb of talk says what was spent: `j'ai dépensé 20`, `i have just spent 55`."""
    while words[at].folded in vocabulary.little_words and words[at].folded not in vocabulary.paid:
        at += 1
    return words[at].folded in vocabulary.paid or words[at].folded in vocabulary.participles


def _is_beside(word: str, before: Word, vocabulary: Vocabulary) -> bool:
    """Whether the word before one of talk makes it none: `7 am coffee 4`, `dinner with Will 30`, `cena con Sara 25`."""
    if word in vocabulary.clock_words and before.plain.isdecimal():
        return True
    named = (before.folded, word) in vocabulary.named_talk
    return named or before.folded in vocabulary.with_words | vocabulary.for_words


def _tells_where(words: Words, at: int, price: Candidate, names: Names, vocabulary: Vocabulary) -> bool:
    """Whether where somebody was is known: `war im Kino 19,80`, `wir waren im Kino 12`, but not `war das Kino 12`."""
    if price.decimals:
        return _any_known(words[at + 1 : price.first], names)
    if at + 2 < price.first and words[price.first - 1].folded in vocabulary.amount_verbs:
        return True  # `был в леруа ушло 4120`
    asks = at == 0 and words[1].folded in vocabulary.articles
    return not asks and price.end == len(words) and at + 2 < price.first and names.knows(words[price.first - 1].folded)


def _has_gone(words: Words, at: int, price: Candidate, names: Names, vocabulary: Vocabulary) -> bool:
    """Whether a verb of talk says where somebody was, right before the amount: `sono stato al bar 12`."""
    if price.end != len(words) or vocabulary.gone_words.isdisjoint(word.folded for word in words[at + 1 : price.first]):
        return False
    if any(word.folded in vocabulary.not_openings | vocabulary.no_words for word in words[: price.first]):
        return False  # `non sono andato al cinema 9`
    last = price.first - 1 - (words[price.first - 1].folded in vocabulary.gone_words)
    return last > at and names.knows(words[last].folded)


def _was_cost(words: Words, at: int, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a past verb that ends at the amount tells what something cost: `nails were 55`, `got dry cleaning it was 27.50`.

    Of what is not known to be bought, the amount has cents, and cannot be an hour: `picked up Tom it was 9.30`.
    """
    if price.end != len(words) or not at:
        return False
    if words[at - 1].folded in vocabulary.bought_things:
        return True
    plain = words[price.first].plain
    bought = any(word.folded in spending_verbs(vocabulary) for word in words[: at - 1])
    thing = bought or words[at - 1].folded not in vocabulary.little_words | vocabulary.they | vocabulary.money_names
    return thing and _CENTS.search(plain) is not None and not _is_time(plain)


def _any_known(words: Words, names: Names) -> bool:
    return any(names.knows(word.folded) for word in words)


def speaks(words: Words) -> bool:
    return any(word.kind is not Kind.SYMBOL for word in words)


def _is_time(plain: str) -> bool:
    hours, _, minutes = plain.replace(",", ".").partition(".")
    return hours.isdecimal() and len(minutes) == 2 and minutes.isdecimal() and int(hours[:3]) < 24 and int(minutes) < 60
