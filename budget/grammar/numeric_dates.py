"""Dates in numbers: `11/24`, `24.11.2026`, `2026-11-24`."""

import re
from datetime import date

from budget.errors import Refused, Why
from budget.grammar.spans import EARLIEST, SLASHED, Calendar, Sort, Span, holds_until, is_for, trails
from budget.grammar.words import Kind, Words

_SHOP = "7/11"  # 7 November, or a shop: asked about where it may be either
_MONTHS = 12
OLD = 60  # days: a day without a year that lies farther back is asked about
_LONG_PAST = 5 * 366  # days: a day of two digits for the year that lies farther back is asked about
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4}|[0-9]{2})?")
_ISO = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_DAYS = re.compile(r"([0-9]{1,2})-([0-9]{1,2})")
_RANGE = re.compile(r"([0-9]{1,2})/([0-9]{1,2})-(?:([0-9]{1,2})/)?([0-9]{1,2})")
_NAMED = re.compile(r"([0-9]{1,2})-?([^\W\d_]{3,9})(?:-?([0-9]{4}|[0-9]{2}))?")


def range_at(words: Words, at: int, calendar: Calendar) -> tuple[tuple[int, int], tuple[int, int], int] | None:
    """Return month and day of the first and the last day of a range, and where it ends."""
    months, following = calendar.vocabulary.months, words[at + 1] if at + 1 < len(words) else words[at]
    for month, days in ((words[at], following), (following, words[at])):
        named = months.get(month.folded)
        found = _DAYS.fullmatch(days.plain) if named is not None else None
        if named is not None and found is not None:
            return (named, int(found[1])), (named, int(found[2])), at + 2
    dated = _RANGE.fullmatch(words[at].plain)
    if dated is None:
        return None
    first, second = (int(dated[1]), int(dated[2])), (int(dated[3] or dated[1]), int(dated[4]))
    if calendar.locale.month_first:
        return first, second, at + 1
    return (first[1], first[0]), (second[1], second[0]), at + 1


def numeric(words: Words, at: int, calendar: Calendar) -> Span | None:
    word = words[at]
    if word.kind is not Kind.DATE:
        return None
    parts = numeric_parts(word.plain.removesuffix(".") if "/" in word.plain else word.plain, calendar)
    span = calendar_span(words, (at, at + 1), parts, Sort.NUMERIC, calendar) if parts is not None else None
    return span._replace(doubt=True) if span is not None and word.plain == _SHOP else span


def numeric_parts(plain: str, calendar: Calendar) -> tuple[str | None, int, int] | None:
    """Return year, month and day of a numeric date, by the locale's order."""
    if found := _ISO.fullmatch(plain.removesuffix(".")):
        return found[1], int(found[3]), int(found[4])
    if found := _DOTTED.fullmatch(plain):
        return found[3], int(found[2]), int(found[1])
    if found := SLASHED.fullmatch(plain):
        first, second = int(found[1]), int(found[2])
        month, day = (first, second) if calendar.locale.month_first else (second, first)
        if "-" in plain and month > 12:
            month, day = day, month
        return found[3], month, day
    named = _NAMED.fullmatch(plain)
    return (named[3], calendar.vocabulary.months[named[2].lower()], int(named[1])) if named is not None else None


def calendar_span(
    words: Words, at: tuple[int, int], parts: tuple[str | None, int, int], sort: Sort, calendar: Calendar
) -> Span | None:
    """Return a day of the calendar; None where one within a sentence cannot be. Raises `Refused` at the line's ends."""
    written = " ".join(word.raw for word in words[at[0] : at[1]])
    try:
        day, doubt = calendar_day(*parts, calendar.today, written)
    except Refused as refused:
        if refused.why is Why.FUTURE_DAY and holds_until(words, at[0], calendar.vocabulary):
            return Span(*at, calendar.today, sort)  # `pass 40 until 12/31/2027`
        if refused.why is Why.FUTURE_DAY and at[0] > 1 and is_for(words, at[0], calendar.vocabulary):
            return Span(*at, date.max, sort)  # `race entry 45 for 12/6/27`
        if at[0] == 0 or trails(words, Span(*at, calendar.today, sort), calendar) or sort is Sort.NUMERIC:
            raise
        return None
    other = _other_order(words[at[0]].plain, parts, calendar) if sort is Sort.NUMERIC else None
    return Span(*at, day, sort, doubt or other is not None, None if other == day else other)


def _other_order(plain: str, parts: tuple[str | None, int, int], calendar: Calendar) -> date | None:
    """Return what a day with dots is where the month comes first: `5.4.26` may be May; the same day where only that can be."""
    year, month, day = parts
    if not calendar.locale.month_first or _DOTTED.fullmatch(plain) is None or month == day or day > _MONTHS:
        return None
    try:
        return calendar_day(year, day, month, calendar.today, plain)[0]
    except Refused:
        return calendar_day(year, month, day, calendar.today, plain)[0]


def calendar_day(year: str | None, month: int, day: int, today: date, written: str) -> tuple[date, bool]:
    """Return a day of the calendar and whether to ask about its year: without one it is the latest that is past or today."""
    if year is None:
        # Eight years hold a 29 February even around 2100.
        for candidate in range(today.year, today.year - 9, -1):
            try:
                found = date(candidate, month, day)
            except ValueError:
                continue
            if found <= today:
                return found, (today - found).days > OLD
        raise Refused(Why.IMPOSSIBLE_DAY, written)
    try:
        found = date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    except ValueError:
        raise Refused(Why.IMPOSSIBLE_DAY, written) from None
    if found > today:
        raise Refused(Why.FUTURE_DAY, written)
    if found.year < EARLIEST:
        raise Refused(Why.LONG_AGO, written)
    return found, len(year) == 2 and (today - found).days > _LONG_PAST  # `5.10.15` is a shop
