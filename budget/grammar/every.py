"""The words with which something recurs: `every`, `fridays`, `2週間ごと`, and where a schedule may begin."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from budget.categories import folded
from budget.grammar.unspaced import spaced
from budget.grammar.vocabulary import leading, names_day, recurring_units, vocabulary_for
from budget.grammar.words import Kind, Word
from budget.schedules import LAST_DAY
from languages import ENGLISH
from languages.vocabulary import Vocabulary

_LONGEST_TWICE = 4
"""Words of `2 times a month`."""
LONGEST_MONTH_END = 6
"""Words of `at the end of every month`."""
_LONGEST_FIRST_DAY = 8
"""Words of `4 Ara 2027 Cum gününden itibaren`, and two of what comes again."""
_LONGEST_TAIL = 4
"""Words of `15 of every month`."""
_GLUED = re.compile(r"([0-9]{1,4})([^\W\d_]+)")  # `2週間`


@lru_cache(maxsize=64)
def starters(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the words with which a schedule may begin; an ordinal may, too."""
    return (
        day_openers(vocabulary)
        | vocabulary.every_words
        | {max(phrase, key=len) for phrase in vocabulary.every_phrases}
        | vocabulary.once_words
        | last_day_words(vocabulary)
        | vocabulary.adverbs.keys()
        | vocabulary.every_second.keys()
        | {name.split()[0] for name in vocabulary.every_weekdays}
    )


@lru_cache(maxsize=64)
def markers(vocabulary: Vocabulary) -> frozenset[str]:
    """Return words of which every schedule that begins with no ordinal has one."""
    units = frozenset(vocabulary.recurring_months) | {max(phrase, key=len) for phrase in vocabulary.month_ends}
    return starters(vocabulary) | vocabulary.every_after | vocabulary.dates_after | first_day_words(vocabulary) | units


def every_phrase(words: Sequence[Word], at: int, vocabulary: Vocabulary) -> int:
    """Return how many words mean `every` together at a place, before a unit: `раз в`, `una vez al`; 0 where none do."""
    return max(
        (
            len(phrase)
            for phrase in vocabulary.every_phrases
            if words[at].folded == phrase[0]
            and tuple(word.folded for word in words[at : at + len(phrase)]) == phrase
            and _counts_units(words, at + len(phrase), vocabulary)
        ),
        default=0,
    )


def _counts_units(words: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a unit stands at a place, or so many of it: `месяц`, `две недели`."""
    units = recurring_units(vocabulary)
    said = [word.folded for word in words[at : at + 2]]
    if said[:1] and said[0] in units:
        return True
    number = said[:1] and (said[0] in vocabulary.small_numbers or words[at].plain.isdecimal())
    return bool(number) and len(said) > 1 and said[1] in units


def with_plain_every(words: list[Word], vocabulary: Vocabulary) -> list[Word]:
    """Return the words of a schedule without what only leads to it, and `раз в` and the like as `every`.

    Of `immer am 1.` without `immer`, of `w każdy piątek` without `w`.
    """
    every = vocabulary.every_words
    while len(words) > 1:
        leads = words[0].folded in day_openers(vocabulary) and words[1].folded in every - day_openers(vocabulary)
        if not leads and words[0].folded not in vocabulary.deadline_words:
            break
        words = words[1:]
    length = every_phrase(words, 0, vocabulary) if words else 0
    return [words[0]._replace(folded=min(every)), *words[length:]] if length else words


def day_openers(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the words before a day. English `on` is among them even where it is another word: a note's in French."""
    return vocabulary.day_openers | vocabulary_for(ENGLISH).day_openers


def last_day_words(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the words for the last day. English `last` is among them even where it is another word: a burden in Dutch."""
    return vocabulary.last_day_words | vocabulary_for(ENGLISH).last_day_words


def month_end(words: Sequence[Word], at: int, vocabulary: Vocabulary) -> int:
    """Return how many words mean the last day of each month at a place: `at the end of the month`; 0 where none do."""
    return leading([word.folded for word in words[at : at + LONGEST_MONTH_END]], vocabulary.month_ends)


def first_day_words(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the words for a month's first day: `on the first`."""
    return vocabulary.first_day | vocabulary_for(ENGLISH).first_day


def of_words(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the words between a day and its month. English `of` is among them even where it is another word: an *or* in Dutch."""
    return vocabulary.of_words | vocabulary_for(ENGLISH).of_words


def small_words(vocabulary: Vocabulary) -> frozenset[str]:
    """Return words that say nothing beside a day: `toutes *les* 2 semaines`, `*à* partir *du* 4 déc`, `prima *dei* weekend`."""
    return day_openers(vocabulary) | vocabulary.articles | vocabulary.linking_words


def starts_schedule(words: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a schedule may begin with the word at a place."""
    word = words[at]
    if word.folded in vocabulary.deadline_words and at + 1 < len(words):  # `do 10 każdego miesiąca`
        return starts_schedule((*words[:at], *words[at + 1 :]), at, vocabulary)
    if _is_marked_day(words, at, vocabulary) or every_phrase(words, at, vocabulary):
        return True
    if word.folded in starters(vocabulary) or word.kind is Kind.ORDINAL:
        return True
    if word.folded in vocabulary.articles and at + 1 < len(words) and words[at + 1].kind is Kind.ORDINAL:
        return True  # `the 1st and the 15th`
    if _is_day_of_month(words, at, vocabulary):
        return True
    if word.folded in from_words(vocabulary):
        return _begins_on_day(words, at, vocabulary)
    if once_phrase([one.folded for one in words[at : at + 2]], vocabulary) or _day_leads(words, at, vocabulary):
        return True
    if twice_a_month([one.folded for one in words[at : at + _LONGEST_TWICE]], vocabulary):
        return True
    if vocabulary.dates_after and at + 1 < len(words) and words[at + 1].folded in vocabulary.dates_after:
        return word.kind is Kind.NUMBER or word.folded in vocabulary.first_day  # `1 числа`, `первого числа`
    return bool(vocabulary.every_after) and counted([one.folded for one in words[at : at + 3]], vocabulary) is not None


@lru_cache(maxsize=64)
def from_words(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the words before the first day of what comes again, and before no other day."""
    return vocabulary.from_day_words - day_openers(vocabulary)


def from_month_words(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the words before the month from which on something holds: `ab Januar`, `с января`."""
    return vocabulary.from_day_words - vocabulary_for(ENGLISH).day_openers


def _begins_on_day(words: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a day and what comes again from then on follow a word: `from 4 dec every 2 weeks`."""
    behind = words[at + 1 : at + 2]
    is_day = any(word.kind > Kind.WORD or names_day(word.folded, vocabulary) for word in behind)
    return is_day and _comes_again_at(words[at + 2 :], vocabulary) is not None


def _comes_again_at(words: Sequence[Word], vocabulary: Vocabulary) -> int | None:
    """Return where the first word stands that says that something comes again: `every`, `monthly`; None without one."""
    again = vocabulary.every_words | vocabulary.adverbs.keys() | vocabulary.every_second.keys()
    return next((n for n, word in enumerate(words) if word.folded in again), None)


def with_first_day_last(words: list[Word], vocabulary: Vocabulary) -> list[Word]:
    """Return `from 4 dec every 2 weeks` as `every 2 weeks from 4 dec`, and so what a language says behind the day."""
    at = _comes_again_at(words, vocabulary) if words[0].folded in from_words(vocabulary) else None
    if at is not None:
        return [*words[at:], *words[:at]]
    found = _first_day_before(words, vocabulary)
    return [*words[found.end :], *words[: found.day]] if found is not None else words


class _Leading(NamedTuple):
    """Where a first day ends, and where what is said of it does."""

    day: int
    end: int


def _day_leads(words: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a first day begins at a place, as a language puts it that says `from` behind it."""
    if not vocabulary.from_day_after:
        return False
    kind, following = words[at].kind, words[at + 1 : at + 2]
    of_month = kind is Kind.NUMBER and any(word.folded in vocabulary.months for word in following)
    dated = kind is Kind.DATE or of_month
    return dated and _first_day_before(words[at:], vocabulary) is not None


def _first_day_before(words: Sequence[Word], vocabulary: Vocabulary) -> _Leading | None:
    """Return where the first day of `12月4日から2週間ごと` or the day of `12月24日に1回` ends; None where words say neither."""
    said = [word.folded for word in words[:_LONGEST_FIRST_DAY]]
    after = vocabulary.from_day_after
    day = next((n for n, word in enumerate(said) if n and word in after), len(said))
    end = next((n for n in range(day, len(said)) if said[n] not in after), len(said))
    behind = words[end:]
    if not behind:
        return None
    if len(behind) == 1 and behind[0].folded in vocabulary.once_words:
        return _Leading(day, end)
    again = counted([word.folded for word in behind], vocabulary) is not None
    return _Leading(day, end) if again or _comes_again_at(behind, vocabulary) == 0 else None


def once_phrase(said: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether two words mean `once` together: `une fois`, `una vez`, `один раз`."""
    return "-".join(said[:2]) in vocabulary.once_words


def twice_a_month(said: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether words begin with two days of each month that are not named: `twice a month`."""
    return any(tuple(said[: len(phrase)]) == phrase for phrase in vocabulary.twice_a_month)


def _is_marked_day(words: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a word is a day's number as `czynsz 900 1.` writes it: behind another number, since `12.` is an amount, too."""
    raw = words[at].raw
    return (
        raw.endswith(vocabulary.day_marks)
        and raw[:-1].isdecimal()
        and 1 <= int(raw[:3].rstrip(".")) <= LAST_DAY
        and any(word.kind is Kind.NUMBER for word in words[:at])
    )


def ends_with_month(said: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether words end with a month that a day is one of: `of the month`, `du mois`, `of every month`."""
    if len(said) < 3 or vocabulary.recurring_months.get(said[-1]) != 1:
        return False
    return said[-2] in of_words(vocabulary) or (
        said[-3] in of_words(vocabulary) and said[-2] in vocabulary.articles | vocabulary.every_words
    )


def _is_day_of_month(words: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a day's number, or its article, begins what is said of a month: `the 15 of every month`, `900 1 każdego miesiąca`.

    Without an article the number stands right behind the amount; without an `of` only where a language writes days so.
    """
    start = at + (words[at].folded in vocabulary.articles)
    if start == at and not (at and words[at - 1].kind is Kind.NUMBER):
        return False
    day, *said = words[start : start + _LONGEST_TAIL] or [words[at]]
    is_day = day.plain.rstrip(".").isdecimal() and 1 <= int(day.plain[:9].rstrip(".")) <= LAST_DAY
    is_first = day.folded in first_day_words(vocabulary)
    of = bool(said) and said[0].folded in of_words(vocabulary)
    if not (is_day or is_first) or not (of or is_first or vocabulary.day_marks):
        return False
    tail = [word.folded for word in said[of:]]
    if (
        of and is_first and vocabulary.recurring_months.get(" ".join(tail[:1])) == 1
    ):  # `primero de mes`, `premier du mois`
        return True
    end = next((n for n, word in enumerate(tail) if vocabulary.recurring_months.get(word) == 1), 0)
    return 0 < end <= 1 and tail[0] in vocabulary.every_words | vocabulary.articles


def recurs(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text begins with what comes again: `every friday`, `fridays`, `monthly`."""
    said = spaced(folded(text), vocabulary).split()
    if not said:
        return False
    every = vocabulary.every_words | vocabulary.adverbs.keys() | vocabulary.every_second.keys()
    return said[0] in every or every_weekday(said, vocabulary) is not None


class Counted(NamedTuple):
    """So many of a unit, and where the words end that say so."""

    number: int
    unit: str
    end: int


def counted(said: Sequence[str], vocabulary: Vocabulary) -> Counted | None:
    """Return what stands before `every` in a language that says it last: `2 週間 ごと`, `iki haftada bir`, `haftada bir`."""
    units = recurring_units(vocabulary)
    glued = _GLUED.fullmatch(said[0])
    if glued is not None and glued[2] in units:
        said = [glued[1], glued[2], *said[1:]]
        found = counted(said, vocabulary)
        return None if found is None else found._replace(end=found.end - 1)
    for length in (2, 1):
        if len(said) <= length or said[length] not in vocabulary.every_after or said[length - 1] not in units:
            continue
        number = _small_number(said[0], vocabulary) if length == 2 else 1
        if number is not None:
            return Counted(number, said[length - 1], length + 1)
    return None


def _small_number(word: str, vocabulary: Vocabulary) -> int | None:
    return int(word[:9]) if word.isascii() and word.isdecimal() else vocabulary.small_numbers.get(word)


def every_weekday(said: Sequence[str], vocabulary: Vocabulary) -> tuple[int, int] | None:
    """Return the weekday that says by itself that it comes again (`fridays`, `on fridays`), and where it ends."""
    known, small = vocabulary.every_weekdays, small_words(vocabulary)
    for at in range(2 if small.intersection(said[:1]) else 1):
        for length in (3, 2, 1):
            weekday = known.get(" ".join(said[at : at + length]))
            if weekday is not None:
                return weekday, min(at + length, len(said))
    return None
