"""The words of a language that the grammar knows, as data.

A budget is read with English and at most one other language: `Vocabulary.joined` makes one vocabulary of two. What no category
may be named (`reserved`) follows from the tables, so a new language cannot forget to reserve its words.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from budget.currencies import MONEY_WORDS
from languages import vocabulary_of
from languages.en.vocabulary import VOCABULARY as ENGLISH
from languages.vocabulary import LONGEST, Phrase, Vocabulary

_SHORTEST_PLURAL = 3  # letters that are none yet


@lru_cache(maxsize=64)
def day_words(vocabulary: Vocabulary) -> frozenset[str]:
    """Return words of which every day that is written in words has one: most words are told apart from days by them."""
    return frozenset(
        {
            *vocabulary.weekdays,
            *vocabulary.weekday_shorts,
            *vocabulary.months,
            *(word for phrase in vocabulary.relative_days for word in phrase if word not in vocabulary.articles),
            *vocabulary.future_days,
            *vocabulary.next_words,
            *vocabulary.last_words,
            *vocabulary.last_after,
            *vocabulary.earlier_words,
            *vocabulary.ago_words,
            *vocabulary.in_words,
            *vocabulary.unclear_days,
            *(phrase[0] for phrase in vocabulary.ago_openers | vocabulary.in_openers | vocabulary.number_openers),
            *(phrase[0] for phrase in vocabulary.next_after),
            *(phrase[0] for phrase in vocabulary.weeks),
            *(phrase[0] for phrase in vocabulary.month_starts),
            *(max(phrase, key=len) for phrase in vocabulary.unclear_phrases),
            *vocabulary.later_words,
            *vocabulary.dates_after,
            *vocabulary.day_nouns,
            *vocabulary.first_day,
            *vocabulary.ordinals,
        }
    )


def names_day(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a folded word names a weekday, a month or a day to come."""
    tables = (vocabulary.weekdays, vocabulary.weekday_shorts, vocabulary.months, vocabulary.future_days)
    return any(word in table for table in tables)


def only_income(said: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether words are those of income, and beside them say no more than that it came, or for which month.

    `mein Lohn ist da`, `cobré la nómina`, `salary november`.
    """
    phrase = tuple(said)
    if phrase in vocabulary.income:
        return True
    months = _months_of_pay(vocabulary)
    if not vocabulary.small_numbers.keys().isdisjoint(phrase):  # `salary a month`
        months = frozenset(vocabulary.months)
    if vocabulary.arrived.isdisjoint(phrase) and months.isdisjoint(phrase):
        return False
    beside = vocabulary.arrived | vocabulary.articles | vocabulary.owners | vocabulary.self_words
    if not months.isdisjoint(phrase):  # `Gehalt für November`
        beside |= months | vocabulary.for_words | vocabulary.of_words | vocabulary.from_words | vocabulary.day_openers
    phrase = tuple(word for word in phrase if word not in beside)
    return phrase in vocabulary.income and phrase[0] not in vocabulary.paid


@lru_cache(maxsize=64)
def _months_of_pay(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the words that say for which month somebody was paid: `salary november`, `salaire du mois`, `salary this month`."""
    said = {word for phrase, span in vocabulary.asked_spans.items() if span == "month" for word in phrase}
    units = {unit for unit, months in vocabulary.recurring_months.items() if months == 1}
    return frozenset(vocabulary.months.keys() | units | (said - vocabulary.rate_words))


@lru_cache(maxsize=64)
def digit_names(vocabulary: Vocabulary) -> frozenset[str]:
    """Return built-in words that have digits: `a101` is a supermarket, and no price of 101."""
    words = (word for some in vocabulary.builtin.values() for word in some)
    return frozenset(word for word in words if any(letter.isdecimal() for letter in word))


@lru_cache(maxsize=64)
def words_between(vocabulary: Vocabulary) -> frozenset[str]:
    """Return words that may stand between an amount and what it bought: `64 on dinner`, `lunch was 14`."""
    return vocabulary.little_words | vocabulary.was_words | vocabulary.amount_verbs | vocabulary.costs


@lru_cache(maxsize=64)
def verbs_last(vocabulary: Vocabulary) -> frozenset[str]:
    """Return verbs that may stand between a category's word and the amount: `rent paid 900`, `gas was 40`."""
    return vocabulary.paid | vocabulary.was_words | vocabulary.amount_verbs


@lru_cache(maxsize=64)
def words_ahead(vocabulary: Vocabulary) -> frozenset[str]:
    """Return words that may stand before what was bought: `bought the milk 3`, `paid rent 900`."""
    return vocabulary.little_words | vocabulary.verbs_first | vocabulary.paid


@lru_cache(maxsize=64)
def spending_verbs(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the verbs that say that something was spent, wherever they stand."""
    return vocabulary.tells | vocabulary.paid | vocabulary.participles | vocabulary.verbs_first


@lru_cache(maxsize=64)
def came_in_by_opener(vocabulary: Vocabulary) -> Mapping[str, tuple[tuple[int, Phrase, str], ...]]:
    """Return the phrases of money that came in by their first word, each with its place in the table and its likeliest answer."""
    found: dict[str, tuple[tuple[int, Phrase, str], ...]] = {}
    for n, (phrase, likely) in enumerate(vocabulary.came_in.items()):
        found[phrase[0]] = (*found.get(phrase[0], ()), (n, phrase, likely))
    return found


@lru_cache(maxsize=64)
def came_in_words(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the words that say by themselves that money came in."""
    return frozenset(phrase[0] for phrase in vocabulary.came_in if len(phrase) == 1)


@lru_cache(maxsize=64)
def card_names(vocabulary: Vocabulary) -> frozenset[str]:
    """Return words of which every name of a card that is paid later ends with one."""
    return frozenset(phrase[-1] for phrase in vocabulary.card_debts)


@lru_cache(maxsize=1024)
def openers_of(phrases: frozenset[Phrase]) -> frozenset[str]:
    """Return the words with which phrases begin: most words begin none."""
    return frozenset(phrase[0] for phrase in phrases)


def first_of(said: Sequence[str], phrases: frozenset[Phrase]) -> tuple[int, Phrase] | None:
    """Return the phrase that stands first among some words, the longest of those that begin there, with its place."""
    openers, some = openers_of(phrases), tuple(said)
    for at, word in enumerate(some):
        for length in range(LONGEST, 0, -1) if word in openers else ():
            if some[at : at + length] in phrases:
                return at, some[at : at + length]
    return None


def leading(said: Sequence[str], phrases: frozenset[Phrase]) -> int:
    """Return how many words of the longest phrase begin some words; 0 where none does."""
    some = tuple(said)
    return next((length for length in range(len(some), 0, -1) if some[:length] in phrases), 0)


@lru_cache(maxsize=64)
def reserved(one: Vocabulary) -> frozenset[str]:
    """Return the words that the grammar reads as something else, and so can name no category."""
    words = {"k", "x"}  # in every language: thousands, times
    words |= {*one.weekdays, *one.weekday_shorts, *one.months, *one.future_days, *one.next_words, *one.last_words}
    words |= {*one.ago_words, *one.ago_units, *one.day_openers, *one.not_numbers, *one.percent_words, *one.paid}
    words |= {*one.refunds, *one.got, *one.scales, *one.total_words}
    words |= {" ".join(phrase) for phrase in one.relative_days}
    return frozenset(words | {phrase[0] for phrase in one.income if len(phrase) == 1})


@lru_cache(maxsize=64)
def vocabulary_for(language: str) -> Vocabulary:
    """Return English, with one other language's words beside it. Raises `KeyError` for a language that there is not."""
    return ENGLISH if language == ENGLISH.language else ENGLISH.joined(vocabulary_of(language))


@lru_cache(maxsize=64)
def after_no_day(vocabulary: Vocabulary) -> frozenset[str]:
    """Return words before which a bare number is no day's number: `le 20 minutes`, `le 12 €`."""
    return (
        vocabulary.units
        | vocabulary.clock_words
        | vocabulary.percent_words
        | vocabulary.of_words
        | vocabulary.part_openers
        | vocabulary.scales
        | frozenset(vocabulary.months)
        | MONEY_WORDS
    )


@lru_cache(maxsize=64)
def after_months(vocabulary: Vocabulary) -> frozenset[str]:
    """Return words before which a number does not belong to the month before it: `Jan 20 november`, `Jan 3 days ago`."""
    return frozenset(vocabulary.multipliers.keys() | vocabulary.months.keys() | vocabulary.ago_units.keys())


@lru_cache(maxsize=64)
def recurring_units(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the units after which something may come again: `week`, `month`."""
    return frozenset(vocabulary.recurring_days.keys() | vocabulary.recurring_months.keys())


def is_plural(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a folded word looks like several things: `beers`."""
    if word in vocabulary.count_nouns:
        return True
    return (
        len(word) > _SHORTEST_PLURAL
        and word.endswith(vocabulary.count_endings)
        and not word.endswith(vocabulary.no_plurals)
    )
