"""Days of a month in words: `on the first`, `third of november`, `el quince`, `czynsz 900 pierwszego`."""

from typing import NamedTuple

from budget.grammar.spans import Calendar, Sort, Span, begins_line, of_month_end, opens_first_day, trails
from budget.grammar.vocabulary import leading, openers_of
from budget.grammar.words import Kind, Words
from languages.en.vocabulary import VOCABULARY as ENGLISH
from languages.vocabulary import Vocabulary

OF_DAYS = ("го", "go", "か", "ち")  # endings of a Slavic day's number, in the case that says when, and of Japanese ones
_TENS = (20, 30)
_LONGEST_MONTH = 31
_LONGEST_START = 5
"""Words of `first day of the month`."""


class SpeltDay(NamedTuple):
    """A day's number, where its words end, its month where that is named, and whether it may say which of several a thing is."""

    number: int
    end: int
    month: int | None = None
    doubt: bool = False


def spelt_day(words: Words, at: int, calendar: Calendar) -> SpeltDay | None:
    """Read a day in words that begins at a place: before its month, behind what opens a day, or in a case that says when."""
    vocabulary = calendar.vocabulary
    if words[at].folded in openers_of(vocabulary.month_starts) and (starts := _month_start(words, at, vocabulary)):
        return SpeltDay(1, at + starts)
    number, end = _number_at(words, at, vocabulary)
    if not number:
        return _opened_count(words, at, calendar)
    if (named := _with_month(words, end, number, vocabulary)) is not None:
        return named
    if not _ordinal(words[end - 1].folded, vocabulary):
        return None
    if end < len(words) and words[end].folded in vocabulary.dates_after:  # `первого числа`
        return SpeltDay(number, end + 1)
    if (of_month := of_month_end(words, end, vocabulary)) > end:
        return SpeltDay(number, of_month)
    opened = opens_first_day(words, at, vocabulary) or _opener_before(words, at, vocabulary)
    opened = opened or words[end - 1].folded.endswith(OF_DAYS)
    return _beside(words, (at, end), number, calendar) if opened else None


def _with_month(words: Words, end: int, number: int, vocabulary: Vocabulary) -> SpeltDay | None:
    """Return a day whose month stands behind its number; None where none does."""
    month_at = end + (end < len(words) and words[end].folded in vocabulary.of_words)
    month = vocabulary.months.get(words[month_at].folded) if month_at < len(words) else None
    return None if month is None else SpeltDay(number, month_at + 1, month)


def _month_start(words: Words, at: int, vocabulary: Vocabulary) -> int:
    """Return how many words at a place mean the first day of the month, which opens no other one: `ayın ilk günü`; 0 for none."""
    return leading([word.folded for word in words[at : at + _LONGEST_START]], vocabulary.month_starts)


def _beside(words: Words, places: tuple[int, int], number: int, calendar: Calendar) -> SpeltDay | None:
    """Return a day without a month where it ends the line or begins it, or stands right before a number."""
    (at, end), vocabulary = places, calendar.vocabulary
    following = words[end] if end < len(words) else None
    little = vocabulary.for_words | vocabulary.little_words - vocabulary.day_openers - vocabulary.articles
    if at and words[at - 1].folded in little:  # `для первого`
        return None
    if following is None or trails(words, Span(at, end, calendar.today, Sort.NAMED), calendar):
        return SpeltDay(number, end)
    if following.folded in vocabulary.ordinal_names:  # `on the second floor`
        return None
    priced, ranks = following.kind is Kind.NUMBER, words[end - 1].folded in _ranking(vocabulary)
    opener = words[end - 2].folded if end > 1 else ""
    named = (opener,) in vocabulary.number_openers and opener not in vocabulary.little_words | vocabulary.articles
    if begins_line(words, at, vocabulary):
        sure = (named or not ranks) and (priced or calendar.names.knows(following.folded))  # `dia primeiro aluguel 900`
        return SpeltDay(number, end, doubt=not sure)  # `le premier loyer 900`
    sure = named or words[end - 1].folded.endswith(OF_DAYS)  # `kos tanggal satu 900rb`
    return SpeltDay(number, end) if priced and sure else None


def _number_at(words: Words, at: int, vocabulary: Vocabulary) -> tuple[int, int]:
    """Return the number of a day that begins at a place, and where it ends; 0 for none."""
    word = words[at].folded
    number = _ordinal(word, vocabulary) or _cardinal(word, vocabulary)
    more = _ordinal(words[at + 1].folded, vocabulary) if number in _TENS and at + 1 < len(words) else 0
    if 0 < more < min(_TENS) // 2:
        number, at = number + more, at + 1  # `двадцать пятого`
    elif number in _TENS:
        number, at = _with_units(words, at, number, vocabulary)
    return (number, at + 1) if number <= _LONGEST_MONTH else (0, at)


def _with_units(words: Words, at: int, tens: int, vocabulary: Vocabulary) -> tuple[int, int]:
    """Return tens with the units behind them, joined or before a month, and where these stand: `vingt trois mai`."""
    joined = at + 1 < len(words) and words[at + 1].folded in vocabulary.and_words
    last = at + 1 + joined
    units = _cardinal(words[last].folded, vocabulary) if last < len(words) else 0
    number = tens + units
    if not 0 < units < min(_TENS) // 2 or not (joined or _with_month(words, last + 1, number, vocabulary)):
        return tens, at
    return number, last


def _ordinal(word: str, vocabulary: Vocabulary) -> int:
    return 1 if word in vocabulary.first_day else vocabulary.ordinals.get(word, 0)


def _cardinal(word: str, vocabulary: Vocabulary) -> int:
    """Return a number of days as it is counted, as many languages say the day of a month; in English it is none."""
    if word in ENGLISH.small_numbers or word in ENGLISH.number_words:
        return 0
    return vocabulary.small_numbers.get(word) or vocabulary.number_words.get(word, 0)


def _opener_before(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether what opens a day's number stands before a place: `de vijftiende`."""
    said = tuple(word.folded for word in words[max(0, at - 2) : at])
    return said in vocabulary.number_openers or said[-1:] in vocabulary.number_openers


def _opened_count(words: Words, at: int, calendar: Calendar) -> SpeltDay | None:
    """Read a counted day behind what opens its number: `el quince`, `dia três`, `tanggal tiga`."""
    for named in (at + 2, at + 1):
        opener = tuple(word.folded for word in words[at:named])
        if named < len(words) and opener in calendar.vocabulary.number_openers:
            number, last = _cardinal(words[named].folded, calendar.vocabulary), named
            if number in _TENS:
                number, last = _with_units(words, named, number, calendar.vocabulary)
            if 0 < number <= _LONGEST_MONTH:
                dated = _with_month(words, last + 1, number, calendar.vocabulary)  # `el uno de noviembre`
                return dated or _beside(words, (at, last + 1), number, calendar)
    return None


def _ranking(vocabulary: Vocabulary) -> frozenset[str]:
    """Return words that say of a thing which it is, too: `on the first date 40`."""
    return vocabulary.first_of_things | vocabulary.ordinals.keys()
