"""Numbers that are no price though nothing else is one: measures, codes, parts, years, seats, what is left."""

from functools import lru_cache
from itertools import pairwise

from budget.grammar.addresses import names_year
from budget.grammar.dotted_days import POINTED
from budget.grammar.parts import minor_of
from budget.grammar.roles import Candidate, Reader
from budget.grammar.telling import is_time, speaks
from budget.grammar.vocabulary import came_in_words, first_of, recurring_units, spending_verbs
from budget.grammar.words import Kind, Word, Words
from languages.vocabulary import LONGEST, Vocabulary

FEW = 24  # an hour, and not much money
_LONGEST_CODE = 3  # letters
MANY_WORDS = 8
_SHORTEST_SECRET = 3  # digits
_PLACED = 2  # words: `la cuenta` is a bill
_BESIDE = 2  # words: one on each side
_MOST_OF_KEPT = 6  # words


def tells_price(words: Words, price: Candidate, reader: Reader) -> bool:
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
    paid = paid and thing not in vocabulary.poured  # `diesel costs 1.65`
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


def tells_much(words: Words, price: Candidate, vocabulary: Vocabulary) -> bool:
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


def is_of_no_money(words: Words, price: Candidate, before: str, vocabulary: Vocabulary) -> bool:
    """Whether a number with decimals is a time or a version: `taking the 8.15`, `flight lands 11.30`, `version 3.12 is out`."""
    if before in vocabulary.unpaid_labels:
        return True
    if before in vocabulary.through_words | vocabulary.deadline_words and POINTED.fullmatch(words[price.first].plain):
        return True  # `promocja do 30.11`
    if before in vocabulary.for_words and price.first > 1 and words[price.first - 2].folded in vocabulary.booked_words:
        return is_time(words[price.first].plain)  # `booked for 5.30`
    opens_hour = before in vocabulary.articles or before in vocabulary.hour_verbs
    return opens_hour and is_time(words[price.first].plain)


def only_has(words: Words, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a line only says who has how much: `j'ai 20€`, `hab nur noch 20€`."""
    said = {word.folded for word in (*words[: price.first], *words[price.end :]) if word.kind is Kind.WORD}
    own = vocabulary.self_words | vocabulary.only_words
    lasts = said & (vocabulary.unclear_periods | vocabulary.recurring_days.keys())  # `у меня 2000 рублей на неделю`
    if lasts:
        said -= lasts | vocabulary.for_words | vocabulary.spent_on | vocabulary.little_words - vocabulary.talk_verbs
    return not said.isdisjoint(vocabulary.talk_verbs) and (
        said <= own or said <= vocabulary.only_words | vocabulary.talk_verbs
    )


def only_sees(words: Words, price: Candidate, reader: Reader) -> bool:
    """Whether a line says what was seen at which price: `saw shoes for 80`, but not `saw a movie for 12`."""
    vocabulary = reader.vocabulary
    if not price.first or vocabulary.seen_words.isdisjoint(word.folded for word in words):
        return False
    priced = words[price.first - 1].folded
    if not any(priced in opens for opens in (vocabulary.for_words, vocabulary.rate_words, vocabulary.talk_places)):
        return False
    bought = spending_verbs(vocabulary)
    known = any(
        reader.names.knows(word.folded) or word.folded in bought for word in words if not _is_little(word, vocabulary)
    )
    return not known


def _is_little(word: Word, vocabulary: Vocabulary) -> bool:
    return word.folded in vocabulary.little_words or word.folded in vocabulary.self_words


def almost_bought(words: Words, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether something was almost bought: `nearly bought shoes 80`, but neither `spent nearly 80` nor `nearly 80 spent`."""
    almost = next((n for n, word in enumerate(words) if word.folded in vocabulary.almost_words), None)
    if almost is None or price.first <= almost < price.end:
        return False
    if almost + 1 >= len(words) or words[almost + 1].folded in vocabulary.everything_words:
        return False
    amount = almost + 1
    while amount < price.first and (
        words[amount].folded in vocabulary.about_words or words[amount].folded in vocabulary.articles
    ):
        amount += 1
    if amount == price.first:
        return False
    verbs = spending_verbs(vocabulary) | vocabulary.count_verbs
    return any(word.folded in verbs and not _is_little(word, vocabulary) for word in words[almost + 1 :])


def bounds(words: Words, vocabulary: Vocabulary) -> bool:
    """Whether a line says how much may be spent at most in a week or a month: `groceries max 90 a week`."""
    said = [word.folded for word in words]
    return not recurring_units(vocabulary).isdisjoint(said) and first_of(said, vocabulary.at_most) is not None


def is_left(words: Words, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a line says no more than how much is left, where, and until when: `nog 45 € tot vrijdag`, `nur 45 auf dem Konto`."""
    around = tuple(word.folded for word in (*words[: price.first][-1:], *words[price.end :][:1]))
    if len(around) == _BESIDE and around[0] in vocabulary.only_words and around[1] in vocabulary.deadline_words:
        return True  # `noch 300 bis zum neuen Fernseher`
    began = next((n for n in range(price.first, 0, -1) if words[n - 1].raw.endswith(("...", "…"))), price.first)
    if began < price.first and price.end == len(words):
        return all(
            word.folded in vocabulary.only_words for word in words[began : price.first]
        )  # `pleite... nur noch 12`
    said = {word.folded for word in (*words[: price.first], *words[price.end :]) if word.kind is Kind.WORD}
    left, kept = said & vocabulary.only_words, said & vocabulary.accounts
    until = (said & vocabulary.through_words) | (said & vocabulary.deadline_words)
    if not (left or until or kept):
        return False
    ends = said & _month_ends(vocabulary) - vocabulary.little_words
    told = len(left) > 1 or (left and (until or kept)) or (until and (ends or until & vocabulary.through_words))
    if not told and not (kept and len(said) > _PLACED):
        return False
    days = vocabulary.weekdays.keys() | vocabulary.unclear_periods | vocabulary.weekend_words | _month_ends(vocabulary)
    return said - left - until - kept <= days | vocabulary.little_words | vocabulary.day_openers


@lru_cache(maxsize=64)
def _month_ends(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the words that say the end of a month."""
    return frozenset(word for phrase in vocabulary.month_ends for word in phrase)


def opens_limit(words: Words, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a line says how much is to be spent at most: `max 200 for gifts`, but not `max 29.99` (a film service)."""
    said = [word.folded for word in words[max(0, price.first - LONGEST) : price.first]]
    length = next((n for n in range(len(said), 0, -1) if tuple(said[-n:]) in vocabulary.most_openers), 0)
    if not length or price.decimals:
        return False
    if vocabulary.particles:
        return True  # `プレゼントは最大5000円`
    opens = price.first == length and price.end < len(words)
    return opens and (length > 1 or words[price.end].folded in vocabulary.for_words | vocabulary.spent_on)


def is_kept(words: Words, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a line says no more than where how much money is: `на карте 3400`, `у меня 2000 рублей на неделю`."""
    said = [word.folded for word in (*words[: price.first], *words[price.end :]) if word.kind is Kind.WORD]
    found = first_of(said, vocabulary.kept_in) if len(said) <= _MOST_OF_KEPT else None
    if found is None:
        return False
    at, phrase = found
    rest = {*said[:at], *said[at + len(phrase) :]}
    return rest <= vocabulary.only_words | vocabulary.talk_verbs | vocabulary.little_words | _until(vocabulary)


@lru_cache(maxsize=64)
def _until(vocabulary: Vocabulary) -> frozenset[str]:
    """Return words that say for how long or until when money is to last."""
    periods = vocabulary.unclear_periods | vocabulary.recurring_days.keys()
    return periods | vocabulary.through_words | vocabulary.deadline_words | vocabulary.weekend_words


def is_coded(words: Words, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a number is that of a flight or the like, behind its letters: `flight UA 1182`."""
    if price.first < 2 or words[price.first - 2].folded not in vocabulary.labels:
        return False
    letters = words[price.first - 1].plain
    return letters.isupper() and len(letters) <= _LONGEST_CODE


def is_secret(words: Words, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a number opens a door or an account: `wifi password 45211`, `код домофона 4521`, but not `gift card code 50`."""
    if not price.first or len(words[price.first].plain) < _SHORTEST_SECRET:
        return False
    return not vocabulary.secrets.isdisjoint((words[0].folded, words[price.first - 1].folded))


def is_part(words: Words, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a number says which of several something is: `package 2 of 3`."""
    following = words[price.end : price.end + 2]
    periods = vocabulary.recurring_days.keys() | vocabulary.recurring_months.keys()
    if price.first == 1 and words[0].folded in periods and following[:1]:
        return following[0].folded in vocabulary.of_words  # `day 12 of no sugar`
    return len(following) == 2 and following[0].folded in vocabulary.of_words and following[1].plain.isdecimal()


def may_be_year(words: Words, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a number may say of which year something is: `the 2019 trip`, `my 2015 honda`, but not `my 2000 deposit`."""
    named = price.end < len(words) and words[price.end].kind is Kind.WORD
    return named and names_year(words, price.first, words[price.first].plain, vocabulary)


def counts_ways(words: Words, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a number says among how many something is split, whose price stands elsewhere: `split 3 ways`, `durch 3 geteilt`."""
    said = {word.folded for word in (*words[: price.first], *words[price.end :]) if word.kind is Kind.WORD}
    if words[price.end : price.end + 1] and words[price.end].folded in vocabulary.sharing_ways:
        return not said.isdisjoint(vocabulary.split_words) or said <= vocabulary.sharing_ways | vocabulary.openings
    if said.isdisjoint(vocabulary.split_words):
        return False
    return said <= vocabulary.split_words | vocabulary.way_words | vocabulary.between_words | vocabulary.little_words


def seats(words: Words, price: Candidate, reader: Reader) -> bool:
    """Whether a small number may count people, or be an hour: `стол на 4 в 20:30`, `rezerwacja dla 6 na 19`."""
    vocabulary = reader.vocabulary
    few = minor_of(price) <= FEW * reader.unit
    if not few or not price.first or words[price.first - 1].folded not in vocabulary.little_words:
        return False
    booked = any(
        word.kind is Kind.CLOCK or (word.kind is Kind.NUMBER and before.folded in vocabulary.for_words)
        for before, word in pairwise(words)
        if word.place != words[price.first].place
    )
    return booked and not any(reader.names.knows(word.folded) for word in words)
