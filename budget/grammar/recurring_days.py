"""The day of a line that says by itself when it comes again: `gym 30 every friday`, `loan 120 on the 15th of every month`.

It is the latest such day. What begins on a day that is still to come has not been paid: `hoa 100 every 2 weeks from 4 dec`.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from budget.errors import Refused, Why
from budget.grammar.beside_days import agreed_number
from budget.grammar.every import (
    ends_with_month,
    every_weekday,
    first_day_words,
    from_words,
    last_day_words,
    starts_schedule,
)
from budget.grammar.recurrence import schedules_said
from budget.grammar.spans import Calendar
from budget.grammar.vocabulary import names_day, vocabulary_for
from budget.grammar.words import Kind, Word, Words
from budget.schedules import Schedule, Step, every_days
from languages import ENGLISH
from languages.vocabulary import Vocabulary

_LONGEST_SAID = 10
"""Words that say when something comes again."""
_WEEK = 7
_TWO_MONTHS = timedelta(days=62)
_SOON = timedelta(days=60)
"""In which a day without a year is meant as it is said, behind or ahead."""


class Again(NamedTuple):
    """The words of a line without those that say when it comes again, those words, and the latest such day up to today.

    Without a ``day`` the first one is still to come.
    """

    words: Words
    said: str
    day: date | None


def again_in(words: Words, calendar: Calendar) -> Again | None:
    """Return what a line says of when it comes again, where it names a day of that; None for any other line.

    Raises `Refused` for a line that ends with two days of the month: `trash 33 5th and 20th`.
    """
    vocabulary = calendar.vocabulary
    hints = _hints(vocabulary)
    if not any(word.folded in hints for word in words):
        _refuse_two_days(words, vocabulary)
        return None
    if _is_dated(words, calendar):
        return None
    for first in range(len(words)):
        if not starts_schedule(words, first, vocabulary) or _belongs_before(words, first, vocabulary):
            continue
        for end in range(min(len(words), first + _LONGEST_SAID), first + 1, -1):  # `TGI Fridays`
            some, rest = words[first:end], words[:first] + words[end:]
            ends = _ends_before(words[end:], calendar, leads=first == 0)
            if ends and any(word.kind > Kind.WORD for word in rest) and _comes_again(some, vocabulary):
                found = _read(some, rest, calendar, last=end == len(words))
                if found is not None:
                    return found
    return None


def _is_dated(words: Words, calendar: Calendar) -> bool:
    """Whether a weekday's date stands behind it: `le lundi 23 ciné 12`, where `le lundi` would be every Monday."""
    weekdays = calendar.vocabulary.weekdays
    dated = (n for n, word in enumerate(words[:-1]) if word.folded in weekdays)
    return any(agreed_number(words, n + 1, weekdays[words[n].folded], calendar) is not None for n in dated)


def _belongs_before(words: Words, first: int, vocabulary: Vocabulary) -> bool:
    """Whether a word says more of the words before it: whom or since when, or that they are the price of each of some.

    `pizza 30 pour tous vendredi`, `2 tickets 40 each friday`. English `each` behind a price is always asked about, but Spanish
    `cada viernes` is not.
    """
    before = words[:first]
    if not before or before[-1].folded in vocabulary.meant_for | from_words(vocabulary):
        return bool(before)
    if words[first].folded not in vocabulary.each_words or before[-1].kind is not Kind.NUMBER:
        return False
    counted = any(word.kind > Kind.WORD or word.folded in vocabulary.small_numbers for word in before[:-1])
    return counted or words[first].folded in vocabulary_for(ENGLISH).each_words


def _ends_before(rest: Words, calendar: Calendar, *, leads: bool) -> bool:
    """Whether what says when something comes again may end before some words; where it ``leads`` the line, any may follow.

    But not `and saturday`, `since october`; else an amount, a category or a tag follows, not `two fridays ago 14`.
    """
    vocabulary = calendar.vocabulary
    if not rest or rest[0].kind > Kind.WORD or rest[0].folded in vocabulary.in_words:
        return True
    if leads:
        return rest[0].folded not in vocabulary.and_words | vocabulary.from_day_words
    return rest[0].raw[0] == "#" or calendar.names.own([rest[0].folded]) is not None


def _refuse_two_days(words: Words, vocabulary: Vocabulary) -> None:
    """Refuse two days of the month at the end of a line, which would be two entries. Raises `Refused`."""
    if len(words) < 4 or words[-2].folded not in vocabulary.and_words:
        return
    one, other = words[-3], words[-1]
    if one.kind is other.kind is Kind.ORDINAL and one.folded != other.folded:
        raise Refused(Why.TWO_DAYS)


@lru_cache(maxsize=64)
def _hints(vocabulary: Vocabulary) -> frozenset[str]:
    """Return words of which every line has one that says by itself that it comes again."""
    again = vocabulary.every_words | vocabulary.once_words | vocabulary.every_after
    again |= vocabulary.adverbs.keys() | vocabulary.every_second.keys() | vocabulary.weekend_words
    again |= {unit for unit, months in vocabulary.recurring_months.items() if months == 1}
    return again | {word for name in vocabulary.every_weekdays for word in name.split()}


def _comes_again(words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether words say more than a day: `every friday` and `on the 15th before weekends`, but not `on the 15th`.

    `on the 15 of the month` says that the 15 is a day.
    """
    said = [word.folded for word in words]
    again = vocabulary.every_words | vocabulary.once_words | vocabulary.every_after
    again |= vocabulary.adverbs.keys() | vocabulary.every_second.keys()
    if not again.isdisjoint(said) or every_weekday(said, vocabulary) is not None or ends_with_month(said, vocabulary):
        return True
    return said[-1] in vocabulary.weekend_words and not (vocabulary.before_words | vocabulary.after_words).isdisjoint(
        said
    )


def _read(some: Words, rest: Words, calendar: Calendar, *, last: bool) -> Again | None:
    """Return what some words say; None where they name no day, or are no schedule."""
    found = _schedules(some, calendar, last=last)
    if not found:
        return None
    schedule, said = found[0], " ".join(word.raw for word in some)
    dated = any(word.kind is Kind.DATE or word.folded in calendar.vocabulary.months for word in some)
    if schedule.step is Step.ONCE:
        return Again(rest, said, None) if dated else None
    if some[-1].kind is Kind.NUMBER and not dated:
        # `loan 120 monthly 15`, but neither `gym 2 monthly 30` nor `every 1st 2 tickets 30`
        scaled = len(rest) > 1 and rest[-1].folded in calendar.vocabulary.multipliers  # `kos 900rb setiap tanggal 1`
        if not last or schedule.step is not Step.MONTHLY or not (scaled or _is_amount_of(rest[-1], schedule.days[-1])):
            return None
    elif not dated and not _names_day(some, schedule, calendar.vocabulary):
        return None  # `every 2 weeks`
    named = any(word.folded in from_words(calendar.vocabulary) for word in some)
    if schedule.step is Step.MONTHS and not named:  # `yearly on 24 oct` in November
        schedule = (*_schedules(some, calendar._replace(today=calendar.today - _SOON)), schedule)[0]
    begins = len(found) == 1 and (named or dated or schedule.every != _WEEK)
    return Again(rest, said, _latest(schedule, calendar.today, begins=begins))


def _schedules(some: Words, calendar: Calendar, *, last: bool = False) -> tuple[Schedule, ...]:
    """Return the schedules that words may mean; none where they are no schedule.

    Raises `Refused` for two weekdays that end a line, which would be two entries: `water 33 every tuesday and friday`.
    """
    try:
        return schedules_said(some, calendar)
    except Refused as refused:
        if last and refused.why is Why.TWO_WEEKDAYS:
            raise Refused(Why.TWO_DAYS) from None
        return ()


def first_day_in(words: Words, calendar: Calendar) -> Again | None:
    """Return what a line says of a first day that is soon to come: `rent 900 from dec 1`, `rent from 12/1 900`."""
    vocabulary = calendar.vocabulary
    for at in (n for n, word in enumerate(words) if word.folded in from_words(vocabulary)):
        for end in range(min(len(words), at + _LONGEST_SAID), at + 1, -1):
            some = words[at + 1 : end]
            if (at and end < len(words) and words[end].kind is not Kind.NUMBER) or not any(
                word.kind is Kind.DATE or word.folded in vocabulary.months for word in some
            ):
                continue
            first = next((one.anchor for one in _schedules(some, calendar) if one.step is Step.ONCE), None)
            if first is not None and calendar.today < first <= calendar.today + _SOON:
                return Again(words[:at] + words[end:], " ".join(word.raw for word in words[at:end]), None)
    return None


def _names_day(words: Sequence[Word], schedule: Schedule, vocabulary: Vocabulary) -> bool:
    """Whether words name a day of a schedule: `monthly` names none."""
    if schedule.step is Step.MONTHLY and any(word.kind > Kind.WORD for word in words):
        return True  # `el 1 de cada mes`
    if every_weekday([word.folded for word in words], vocabulary) is not None:
        return True
    days = vocabulary.every_weekdays.keys() | last_day_words(vocabulary) | first_day_words(vocabulary)
    return any(word.kind is Kind.ORDINAL or names_day(word.folded, vocabulary) or word.folded in days for word in words)


def _is_amount_of(word: Word, day: int) -> bool:
    """Whether the number before `monthly 15` can be meant as the amount: what is smaller than the day may be a count."""
    return word.kind is Kind.NUMBER and (not word.plain.isdecimal() or int(word.plain[:9]) >= day)


def _latest(schedule: Schedule, today: date, *, begins: bool) -> date | None:
    """Return the latest day of a schedule up to today; None where its words say when it ``begins``, and that is to come.

    A weekday of so many weeks has no first one: `every friday`, `every other friday`.
    """
    if not begins and schedule.step is Step.DAYS and schedule.every % _WEEK == 0 and schedule.anchor is not None:
        schedule = every_days(_WEEK, schedule.anchor - 3 * timedelta(days=_WEEK), schedule.weekends)
    start = today - max(_TWO_MONTHS, timedelta(days=schedule.every * (31 if schedule.step is Step.MONTHS else 1) + 7))
    return max((one.day for one in schedule.occurrences(start, today + timedelta(days=1))), default=None)
