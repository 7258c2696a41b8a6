"""When something recurs, in words: `on the 1st and 15th`, `every 2 weeks from 4 dec`, `yearly on 3/14`, `once on 12/24`.

Days are looked for ahead, where an entry's day is looked for behind. What leaves the first day open has two readings.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from budget.errors import Refused, Why
from budget.grammar.ahead import day_ahead, day_of_month_ahead
from budget.grammar.every import (
    counted,
    day_openers,
    every_weekday,
    first_day_words,
    from_words,
    last_day_words,
    of_words,
    once_phrase,
    small_words,
    twice_a_month,
    with_first_day_last,
    with_plain_every,
)
from budget.grammar.numeric_dates import numeric_parts
from budget.grammar.spans import Calendar
from budget.grammar.vocabulary import recurring_units, vocabulary_for
from budget.grammar.weekends import names_weekdays, without_weekends, without_working_day
from budget.grammar.words import Kind, Word
from budget.schedules import (
    LAST_DAY,
    MOST_DAYS,
    MOST_EVERY,
    Schedule,
    Weekends,
    every_days,
    every_months,
    monthly,
    once,
)
from languages import ENGLISH
from languages.vocabulary import Vocabulary

_NUMERAL = re.compile("[0-9]+")
_ORDINAL = re.compile("[0-9]{1,2}(?:e|è?me)")  # `1e` is a euro, too, but not where a day is said
_WEEK = 7


class _Date(NamedTuple):
    day: date
    end: int


def schedules_said(words: Sequence[Word], calendar: Calendar, anchor: date | None = None) -> tuple[Schedule, ...]:
    """Return the schedules that all of some words may mean; one is certain, two differ in their first day.

    ``anchor`` is the day from which `every 2 weeks` counts where the words name none. Raises `Refused`.
    """
    spoken = [word for word in words if word.kind is not Kind.SYMBOL]
    spoken = with_plain_every(spoken, calendar.vocabulary)
    spoken, weekends = without_weekends(spoken, calendar.vocabulary)
    if weekends is Weekends.STAY:
        spoken, weekends = without_working_day(spoken, calendar.vocabulary)
    if not spoken:
        raise Refused(Why.NO_WHEN)
    if twice_a_month([word.folded for word in spoken], calendar.vocabulary):
        raise Refused(Why.TWICE_A_MONTH)
    spoken = with_first_day_last(_without_once(spoken, calendar.vocabulary), calendar.vocabulary)
    if once_phrase([word.folded for word in spoken], calendar.vocabulary):
        spoken = [spoken[0]._replace(folded=min(calendar.vocabulary.once_words)), *spoken[2:]]
    reader = _Reader(spoken, calendar, weekends, anchor)
    found = reader.read()
    if not found:
        weekdays = any(names_weekdays(word.folded, calendar.vocabulary) for word in words)
        why = Why.WEEKDAY_OF_MONTH if weekdays else Why.UNKNOWN_WHEN
        raise Refused(why, " ".join(word.raw for word in words))
    return found


def _without_once(words: list[Word], vocabulary: Vocabulary) -> list[Word]:
    """Return `once a month on the 5th` as `every month on the 5th`."""
    units = recurring_units(vocabulary)
    said = [word.folded for word in words[:3]]
    if len(said) < 3 or said[0] not in vocabulary.once_words or said[1] not in vocabulary.rate_words:
        return words
    if said[2] not in units:
        return words
    return [words[1]._replace(folded=min(vocabulary.every_words)), *words[2:]]


class _Reader:
    """Reads one schedule. Each method returns nothing where the words are of another shape."""

    def __init__(
        self, words: Sequence[Word], calendar: Calendar, weekends: Weekends, anchor: date | None = None
    ) -> None:
        self._words = words
        self._said = [word.folded for word in words]
        self._calendar = calendar
        self._vocabulary = calendar.vocabulary
        self._weekends = weekends
        self._anchor = anchor

    def read(self) -> tuple[Schedule, ...]:
        first, vocabulary = self._said[0], self._vocabulary
        weekday = every_weekday(self._said, vocabulary)
        if weekday is not None:
            return self._weekly(*weekday)
        if first in vocabulary.once_words:
            return self._once(1)
        if first in vocabulary.every_words:
            return self._every()
        if first in vocabulary.every_second:
            return self._each(2, vocabulary.every_second[first], 1)
        said_last = counted(self._said, vocabulary)
        if said_last is not None:
            return self._each(*said_last)
        if first in vocabulary.adverbs:
            unit = vocabulary.adverbs[first]
            of_month = vocabulary.recurring_months.get(unit) == 1 and len(self._said) > 1
            of_month = of_month and self._said[1] not in from_words(vocabulary)
            return self._of_month(1) if of_month else self._by(1, unit, 1)
        return self._of_month(0) or self._once(0)

    # --- days of the month ---

    def _of_month(self, at: int) -> tuple[Schedule, ...]:
        if len(self._said) == 2 and self._words[0].raw.isdecimal() and self._is_day(1):
            return ()  # `28 days` are no 28th
        days: list[int] = []
        fillers = self._fillers()
        end = len(self._said)
        if self._vocabulary.recurring_months.get(self._said[-1]) == 1 and end > 1:
            opened = of_words(self._vocabulary) | self._vocabulary.from_day_words
            named = self._said[-2] in first_day_words(self._vocabulary) | last_day_words(self._vocabulary)
            end -= 1 if named else 3 if end > 2 and self._said[-3] in opened else 2  # `of the month`, `every month`
        while at < end:
            while at < end and self._said[at] in fillers:
                at += 1
            if at == end and days:
                break  # `ayın 5'i`
            day = self._day_at(at) if at < end else None
            if day is None:
                return ()
            days.append(day)
            at += 2 if day == LAST_DAY and at + 1 < end and self._is_day(at + 1) else 1
        if not days:
            return ()
        if len(set(days)) > MOST_DAYS:
            raise Refused(Why.TOO_MANY_DAYS)
        return (monthly(*days, weekends=self._weekends),)

    def _fillers(self) -> frozenset[str]:
        """Return words between the days of a month: `on the 1st and the 15th day`."""
        vocabulary = self._vocabulary
        units = frozenset(unit for unit, days in vocabulary.recurring_days.items() if days == 1)
        return day_openers(vocabulary) | vocabulary.articles | vocabulary.and_words | units | vocabulary.dates_after

    def _is_day(self, at: int) -> bool:
        return self._vocabulary.recurring_days.get(self._said[at]) == 1

    def _day_at(self, at: int) -> int | None:
        if self._said[at] in last_day_words(self._vocabulary):
            return LAST_DAY
        if self._said[at] in first_day_words(self._vocabulary):
            return 1
        word = self._words[at]
        numeral = _NUMERAL.match(word.plain)
        named = word.kind is Kind.ORDINAL or _ORDINAL.fullmatch(word.raw.rstrip(",.")) is not None
        digits = numeral[0] if numeral is not None and named else word.plain.rstrip(".")
        if word.kind not in {Kind.ORDINAL, Kind.NUMBER, Kind.GLUED} or not digits.isdecimal():
            return None
        if not 1 <= int(digits[:9]) <= LAST_DAY:
            raise Refused(Why.IMPOSSIBLE_DAY, word.raw)
        return int(digits)

    # --- every so many ---

    def _every(self) -> tuple[Schedule, ...]:
        at, number = 1, 1
        if self._said[1:2] and self._said[1] in self._vocabulary.day_openers:
            if len(self._said) < 3 or self._weekday(2) is None:
                of_month = self._of_month(1)  # `her ayın 5'i`
                return of_month or self._by(1, self._said[1], 2)  # `todo dia a partir de 25/11`
            at = 2  # `setiap hari jumat`
        at += not self._vocabulary.articles.isdisjoint(self._said[at : at + 1])
        if self._is_day_of_month(at):
            return self._of_month(at)
        if self._names_month(at):
            found = self._date(at, nearest=False)
            whole = found is not None and found.end == len(self._said)
            return (every_months(12, found.day, self._weekends),) if found is not None and whole else ()
        if at < len(self._said) and self._words[at].kind is Kind.NUMBER:
            digits = self._words[at].plain
            if not digits.isdecimal() or not 1 <= int(digits[:9]) <= MOST_EVERY:
                raise Refused(Why.EVERY, self._words[at].raw)
            at, number = at + 1, int(digits)
        elif at < len(self._said):
            counted = self._spoken_number(at)
            at, number = (at + 1, counted) if counted is not None else (at, number)
        if at >= len(self._said):
            return ()
        weekday = self._weekday(at)
        is_week = self._said[at] in self._vocabulary.recurring_days  # Indonesian's word for Sunday
        if weekday is not None and not (is_week and len(self._said) > 2):
            return self._weekly(weekday, at + 1, number)
        if self._words[at].kind is Kind.ORDINAL and number == 1:
            return self._of_month(at)
        if self._said[at] in self._vocabulary.dates_after:
            return self._of_month(1)  # `каждое 1 число`
        return self._by(number, self._said[at], at + 1)

    def _is_day_of_month(self, at: int) -> bool:
        """Whether a day of the month is said by its number alone: `ogni 5 del mese`, `jeden 1.`, `cada día 5`, `every first`."""
        ends = first_day_words(self._vocabulary) | last_day_words(self._vocabulary)
        if at < len(self._said) and self._said[at] in ends:
            return True  # `every first`, `tiap akhir bulan`
        if at < len(self._said) and (self._said[at],) in self._vocabulary.number_openers:
            at += 1
            return at < len(self._said) and self._words[at].kind is Kind.NUMBER
        of_month = self._vocabulary.recurring_months.get(self._said[-1]) == 1 and len(self._said) > at + 2
        # `аренда 900 каждого 10`, but neither `cada 10` nor `every 10`
        doubtful = self._said[0] in self._vocabulary.each_words | vocabulary_for(ENGLISH).every_words
        alone = len(self._said) == at + 1
        alone = alone and (not doubtful or self._words[at].raw.endswith(self._vocabulary.day_marks))
        return (of_month or alone) and self._words[at].kind is Kind.NUMBER

    def _names_month(self, at: int) -> bool:
        """Whether a day of the year stands at a place: `every december 24`, `every 24th of december`."""
        months, said = self._vocabulary.months, self._said[at : at + 3]
        if said[:1] and said[0] in months:
            return len(said) > 1 and self._weekday(at) is None
        behind = said[2:] if said[1:2] and said[1] in of_words(self._vocabulary) else said[1:2]
        return any(word in months for word in behind) and self._words[at].kind > Kind.WORD

    def _spoken_number(self, at: int) -> int | None:
        """Return the number of `every *other* week`, `every *two* weeks`, `every *2nd* day`; a day of the month is none."""
        vocabulary, said = self._vocabulary, self._said[at : at + 3]
        if said[0] in vocabulary.every_numbers:
            return vocabulary.every_numbers[said[0]]
        if len(said) == 1 or (len(said) == 3 and said[2] in of_words(vocabulary)):
            return None  # `every 2nd`, `every 2nd day of the month`
        units = recurring_units(vocabulary)
        if self._words[at].kind is Kind.ORDINAL and (said[1] in units or self._weekday(at + 1) is not None):
            return self._day_at(at)
        return vocabulary.small_numbers.get(said[0]) if said[1] in units else None

    def _weekday(self, at: int, *, dated: bool = False) -> int | None:
        """Return the weekday at a place, which may be any short name beside a date."""
        vocabulary, word = self._vocabulary, self._said[at]
        if dated and word in vocabulary.dated_shorts:
            return vocabulary.dated_shorts[word]
        whole = word.removesuffix("s") if word not in vocabulary.weekdays else word
        return vocabulary.weekdays.get(whole, vocabulary.weekday_shorts.get(word))

    def _each(self, number: int, unit: str, at: int) -> tuple[Schedule, ...]:
        """Read what follows so many of a unit: a weekday of every so many weeks, or what `_by` reads. Raises `Refused`."""
        if not 1 <= number <= MOST_EVERY:
            raise Refused(Why.EVERY, str(number))
        weekday = self._weekday(at) if at < len(self._said) else None
        if weekday is not None and self._vocabulary.recurring_days.get(unit) == _WEEK:
            return self._weekly(weekday, at + 1, number)
        return self._by(number, unit, at)

    def _weekly(self, weekday: int, at: int, number: int = 1) -> tuple[Schedule, ...]:
        """Read what follows `every friday`, `fridays`, `every 2 fridays`; of every second one the first is asked about."""
        step = number * _WEEK
        if step > MOST_EVERY:
            raise Refused(Why.EVERY, str(number))
        if at < len(self._said):
            self._refuse_two_weekdays(at)
            firsts = (day + timedelta(days=(weekday - day.weekday()) % _WEEK) for day in self._from(at))
            return tuple(every_days(step, day, self._weekends) for day in firsts)
        start = every_days(_WEEK, self._calendar.today, self._weekends).planned_from(self._calendar.today)
        first = start + timedelta(days=(weekday - start.weekday()) % 7)
        return tuple(every_days(step, first + timedelta(days=7 * n), self._weekends) for n in range(min(number, 2)))

    def _refuse_two_weekdays(self, at: int) -> None:
        """Refuse another weekday behind the first one: `every monday and friday`. Raises `Refused`."""
        at += self._said[at] in self._vocabulary.and_words
        if at < len(self._said) and self._weekday(at) is not None:
            raise Refused(Why.TWO_WEEKDAYS)

    def _by(self, number: int, unit: str, at: int) -> tuple[Schedule, ...]:
        """Read what follows a unit: `from` a day, `on` a weekday or a day of the year, or nothing."""
        vocabulary = self._vocabulary
        months = unit in vocabulary.recurring_months
        if not months and unit not in vocabulary.recurring_days:
            return ()
        length = vocabulary.recurring_months[unit] if months else vocabulary.recurring_days[unit]
        at += at < len(self._said) and self._said[at] in vocabulary.every_after  # `her 2 haftada bir`
        every = number * length
        if every > MOST_EVERY:
            raise Refused(Why.EVERY, str(number))
        several = every > 1 if months else number > 1 or length > _WEEK  # `quarterly`; `أسبوعين` are two of them
        if at == len(self._said):
            if every == 1 and months:
                return (monthly(self._calendar.today.day, weekends=self._weekends),)
            if every == 1:
                return (every_days(1, self._calendar.today, self._weekends),)
            anchors: Iterable[date] = self._unsaid(30 if months else min(length, _WEEK), several=several)
        elif every == 1 and months and self._opens_day(at) and (of_month := self._of_month(at)):
            return of_month
        else:
            anchors = self._from(at, yearly=every % 12 == 0 and months)
        step = every_months if months else every_days
        return tuple(step(every, anchor, self._weekends) for anchor in anchors)

    def _opens_day(self, at: int) -> bool:
        """Whether a day of the month follows `every month`: `on the 5th`, `1.`, `5-го`, `1 числа`."""
        word, after = self._words[at], self._said[at + 1 : at + 2]
        marked = word.raw.endswith(self._vocabulary.day_marks) or not self._vocabulary.dates_after.isdisjoint(after)
        marked = (marked or len(self._said) == at + 1) and word.kind is Kind.NUMBER  # `her ay 1`
        return marked or word.kind is Kind.ORDINAL or self._said[at] in day_openers(self._vocabulary)

    def _unsaid(self, unit: int, *, several: bool) -> list[date]:
        """Return from which days something may count where no word says so; of ``several`` units, a ``unit`` of days apart."""
        if self._anchor is not None:
            return [self._anchor]
        today = self._calendar.today
        return [today, today + timedelta(days=unit if several else 1)]

    def _from(self, at: int, *, yearly: bool = False) -> list[date]:
        """Return the day after `from`, `on` or `starting`, which ends the words. Raises `Refused`."""
        skipped = small_words(self._vocabulary) | self._vocabulary.from_day_words
        while at < len(self._said) and self._said[at] in skipped:
            at += 1
        if at == len(self._said):
            raise Refused(Why.NO_WHEN)
        found = self._date(at, nearest=not yearly)
        if found is None or found.end != len(self._said):
            raise Refused(Why.UNKNOWN_WHEN, " ".join(word.raw for word in self._words[at:]))
        return [found.day]

    # --- days of the calendar ---

    def _once(self, at: int) -> tuple[Schedule, ...]:
        skipped = day_openers(self._vocabulary) | self._vocabulary.articles
        while at < len(self._said) and self._said[at] in skipped:
            at += 1
        if at == len(self._said):
            raise Refused(Why.NO_WHEN)
        found = self._date(at, nearest=False)
        if found is None or found.end != len(self._said):
            return ()
        if found.day < self._calendar.today:
            raise Refused(Why.PAST_DAY, " ".join(word.raw for word in self._words[at:]))
        return (once(found.day, self._weekends),)

    def _date(self, at: int, *, nearest: bool) -> _Date | None:
        """Read a day: the next one where no year is said, or the ``nearest``. Raises `Refused` for one that cannot be."""
        today, word = self._calendar.today, self._words[at]
        vocabulary = self._vocabulary
        if vocabulary.relative_days.get((word.folded,)) == 0:
            return _Date(today, at + 1)
        if word.folded in vocabulary.tomorrow_words:
            return _Date(today + timedelta(days=1), at + 1)
        weekday = self._weekday(at, dated=at + 1 < len(self._said) and self._words[at + 1].kind > Kind.WORD)
        if weekday is not None:
            return self._with_weekday(weekday, at, nearest=nearest)
        parts, end = self._parts(at)
        if parts is None and word.kind is Kind.ORDINAL:
            day = self._day_at(at)
            return None if day is None else _Date(day_of_month_ahead(day, today), at + 1)
        if parts is None:
            return None
        raw = " ".join(one.raw for one in self._words[at:end])
        found = day_ahead(*parts, today, raw, nearest=nearest)
        behind = self._weekday(end, dated=True) if end < len(self._said) else None
        return _Date(found, end + (behind == found.weekday()))  # `4 Ara Cum`, `12月4日(金)`

    def _with_weekday(self, weekday: int, at: int, *, nearest: bool) -> _Date:
        """Read a weekday, and the day behind it: `fri`, `fri 4 dec`. Raises `Refused` where they do not agree."""
        today, start = self._calendar.today, at + 1
        start += start < len(self._said) and self._said[start] in self._vocabulary.articles  # `friday the 4th`
        dated = start < len(self._said) and self._weekday(start) is None
        found = self._date(start, nearest=nearest) if dated else None
        if found is None:
            return _Date(today + timedelta(days=(weekday - today.weekday()) % 7), at + 1)
        if found.day.weekday() != weekday:
            raise Refused(Why.UNKNOWN_WHEN, " ".join(word.raw for word in self._words[at : found.end]))
        return found

    def _parts(self, at: int) -> tuple[tuple[str | None, int, int] | None, int]:
        """Return year, month and day of `12/24`, `4 dec`, `4th of dec 2026`, `dec 4`, and where they end."""
        word, months = self._words[at], self._vocabulary.months
        if word.kind is Kind.DATE:
            return numeric_parts(
                word.plain.removesuffix(".") if "/" in word.plain else word.plain, self._calendar
            ), at + 1
        following = at + 1
        if word.folded in months:
            day = self._day_at(following) if following < len(self._said) else None
            month, following = months[word.folded], following + 1
        else:
            day = self._day_at(at)
            if following < len(self._said) and self._said[following] in of_words(self._vocabulary):
                following += 1
            found = months.get(self._said[following]) if following < len(self._said) else None
            if found is None:
                return None, at
            month, following = found, following + 1
        if day is None:
            return None, at
        behind = following
        behind += behind < len(self._said) and self._said[behind] in of_words(self._vocabulary)  # `31 de jan. de 2027`
        year = self._said[behind] if behind < len(self._said) else ""
        if len(year) == 4 and year.isdecimal():
            behind += 1
            behind += behind < len(self._said) and self._said[behind] in self._vocabulary.year_marks
            return (year, month, day), behind
        return (None, month, day), following
