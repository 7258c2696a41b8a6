"""When something recurs: days of the month, every so many days or months, or once. Pure date arithmetic.

A schedule keeps the anchor that it was given, so nothing drifts: 31 Jan, 28 Feb, 31 Mar. A day that a month lacks is the month's
last day. An occurrence is known by the day that the schedule names (``planned``), even where a weekend moves it (``day``).
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

LAST_DAY = 31
"""The day of the month that means the last one: no month has a later day."""
MOST_DAYS = 4
"""Days of the month in one schedule."""
MOST_EVERY = 1000
"""Days or months from one occurrence to the next."""
_DAY = timedelta(days=1)
_FRIDAY, _SATURDAY, _SUNDAY = 4, 5, 6
_LONGEST_SHIFT = timedelta(days=2)


class Step(StrEnum):
    """How a schedule goes on."""

    MONTHLY = "monthly"  # on some days of each month
    DAYS = "days"  # every so many days from the anchor
    MONTHS = "months"  # every so many months from the anchor; 12 are a year
    ONCE = "once"


class Weekends(StrEnum):
    """Where an occurrence on a Saturday or a Sunday moves."""

    STAY = "stay"
    BEFORE = "before"  # to the Friday
    AFTER = "after"  # to the Monday


class Occurrence(NamedTuple):
    """One occurrence: the day that the schedule names, and the day on which it falls due."""

    planned: date
    day: date


@dataclass(frozen=True, slots=True)
class Schedule:
    """A recurrence. ``days`` (ascending, 31 is the last) belong to `Step.MONTHLY`, ``anchor`` to all other steps.

    Nothing occurs before the anchor.
    """

    step: Step
    every: int = 1
    anchor: date | None = None
    days: tuple[int, ...] = ()
    weekends: Weekends = Weekends.STAY

    def __post_init__(self) -> None:
        """Raise ValueError for a schedule that cannot be."""
        monthly = self.step is Step.MONTHLY
        in_order = tuple(sorted(set(self.days))) == self.days
        fits = 1 <= len(self.days) <= MOST_DAYS and all(1 <= day <= LAST_DAY for day in self.days)
        single = self.step in {Step.MONTHLY, Step.ONCE}
        if monthly != (self.anchor is None) or monthly != bool(self.days) or (monthly and not (fits and in_order)):
            raise ValueError(self)
        if not 1 <= self.every <= MOST_EVERY or (single and self.every != 1):
            raise ValueError(self)

    @property
    def code(self) -> str:
        """A short text that `schedule_from` reads back, for storage."""
        if self.anchor is None:
            what = f"{self.step} {' '.join(map(str, self.days))}"
        else:
            what = f"{self.step} {self.every} {self.anchor.isoformat()}"
        return what if self.weekends is Weekends.STAY else f"{what} {self.weekends}"

    def occurrences(self, start: date, end: date) -> Iterator[Occurrence]:
        """Yield the occurrences that fall due from ``start`` up to and without ``end``, in the order of their planned days."""
        for planned in self._planned(_later(start, -_LONGEST_SHIFT), _later(end, _LONGEST_SHIFT)):
            day = self.due_on(planned)
            if start <= day < end:
                yield Occurrence(planned, day)

    def due_on(self, planned: date) -> date:
        """Return the day on which the occurrence of a planned day falls due."""
        return _shifted(planned, self.weekends)

    def planned_from(self, day: date) -> date:
        """Return the first day from which on what is planned falls due on a day or later: a Saturday may fall due on the Friday."""
        around = (_later(day, _DAY * n) for n in range(-_LONGEST_SHIFT.days, _LONGEST_SHIFT.days + 1))
        return next(one for one in around if self.due_on(one) >= day)

    def plans(self, day: date) -> bool:
        """Whether a day is a planned one."""
        return self.first_planned(day) == day

    def first_planned(self, day: date) -> date | None:
        """Return the first planned day on a day or later, wherever weekends move it; None where there is none."""
        return next(self._planned(day, date.max), None)

    def neighbours(self, planned: date) -> tuple[date | None, date | None]:
        """Return the planned days before and after one, as if nothing began at the anchor; None where there is none."""
        match self.step:
            case Step.MONTHLY:
                around = list(self._monthly(_later(planned, -timedelta(days=62)), _later(planned, timedelta(days=62))))
                before = [day for day in around if day < planned]
                after = [day for day in around if day > planned]
                return (before[-1] if before else None), (after[0] if after else None)
            case Step.DAYS:
                step = timedelta(days=self.every)
                return _later(planned, -step), _later(planned, step)
            case Step.MONTHS:
                return self._anchored(planned, -1), self._anchored(planned, 1)
            case _:
                return None, None

    def _anchored(self, planned: date, steps: int) -> date | None:
        """Return the planned day some steps of months from another one."""
        assert self.anchor is not None  # noqa: S101 - every step but MONTHLY has one
        months = _months_of(planned) + steps * self.every
        return _day_in(months, self.anchor.day)

    def _planned(self, start: date, end: date) -> Iterator[date]:
        """Yield the planned days from ``start`` up to and without ``end``."""
        if self.anchor is None:
            yield from self._monthly(start, end)
            return
        first = max(start, self.anchor)
        match self.step:
            case Step.DAYS:
                days = range(0, max(0, (end - self.anchor).days), self.every)
                skipped = -(-(first - self.anchor).days // self.every)
                yield from (self.anchor + timedelta(days=n) for n in days[skipped:])
            case Step.MONTHS:
                begun = (_months_of(first) - _months_of(self.anchor)) // self.every
                month = _months_of(self.anchor) + begun * self.every
                while (day := _day_in(month, self.anchor.day)) is not None and day < end:
                    if day >= first:
                        yield day
                    month += self.every
            case _:
                if start <= self.anchor < end:
                    yield self.anchor

    def _monthly(self, start: date, end: date) -> Iterator[date]:
        """Yield the days of the months; two that are the same last day of a short month are one."""
        for month in range(_months_of(start), _months_of(end) + 1):
            planned = dict.fromkeys(_day_in(month, day) for day in self.days)
            yield from (day for day in planned if day is not None and start <= day < end)


def monthly(*days: int, weekends: Weekends = Weekends.STAY) -> Schedule:
    """Return the schedule of some days of the month, in any order."""
    return Schedule(Step.MONTHLY, days=tuple(sorted(set(days))), weekends=weekends)


def every_days(number: int, anchor: date, weekends: Weekends = Weekends.STAY) -> Schedule:
    """Return the schedule of every so many days from a day."""
    return Schedule(Step.DAYS, number, anchor, weekends=weekends)


def every_months(number: int, anchor: date, weekends: Weekends = Weekends.STAY) -> Schedule:
    """Return the schedule of every so many months from a day; 12 for every year."""
    return Schedule(Step.MONTHS, number, anchor, weekends=weekends)


def once(day: date, weekends: Weekends = Weekends.STAY) -> Schedule:
    """Return the schedule of one day."""
    return Schedule(Step.ONCE, anchor=day, weekends=weekends)


def schedule_from(code: str) -> Schedule:
    """Return the schedule that `Schedule.code` wrote so; raise ValueError for any other text."""
    step, *words = code.split(" ")
    weekends = Weekends.STAY
    if words and words[-1] in {Weekends.BEFORE, Weekends.AFTER}:
        weekends = Weekends(words.pop())
    if step == Step.MONTHLY:
        found = Schedule(Step.MONTHLY, days=tuple(map(int, words)), weekends=weekends)
    elif len(words) == 2:
        found = Schedule(Step(step), int(words[0]), date.fromisoformat(words[1]), weekends=weekends)
    else:
        raise ValueError(code)
    if found.code != code:
        raise ValueError(code)
    return found


def _months_of(day: date) -> int:
    return day.year * 12 + day.month - 1


def _day_in(months: int, day: int) -> date | None:
    """Return a day of a month (counted from the year 0), or the month's last day; None where no calendar has the year."""
    year, month = divmod(months, 12)
    if not date.min.year <= year <= date.max.year:
        return None
    return date(year, month + 1, min(day, monthrange(year, month + 1)[1]))


def _shifted(day: date, weekends: Weekends) -> date:
    weekday = day.weekday()
    if weekends is Weekends.STAY or weekday not in {_SATURDAY, _SUNDAY}:
        return day
    return _later(day, _DAY * (_FRIDAY - weekday if weekends is Weekends.BEFORE else 7 - weekday))


def _later(day: date, by: timedelta) -> date:
    """Return a day some days later, or the calendar's end."""
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta() else date.min
