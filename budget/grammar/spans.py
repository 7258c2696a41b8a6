"""The days that words of a line may be: `calendar` finds them, `days` decides which of them counts."""

import re
from datetime import date, timedelta
from enum import IntEnum
from typing import NamedTuple

from budget.grammar.naming import Names
from budget.grammar.words import Kind, Words
from budget.locales import Locale
from languages.vocabulary import Vocabulary

SLASHED = re.compile(r"([0-9]{1,2})[/-]([0-9]{1,2})(?:[/-]([0-9]{4}|[0-9]{2}))?")
EARLIEST = 1970
_MONTHS, _LONGEST_MONTH = 12, 31
_DASHES = frozenset("-–—")
_RANGE = 3  # words: a weekday, what joins them, another one
DAY_KINDS = frozenset({Kind.DATE, Kind.ORDINAL})


class Sort(IntEnum):
    """What a day is written as; it decides where in a line it counts."""

    RELATIVE = 0  # yesterday, 3 days ago, last friday
    WEEKDAY = 1
    SHORT = 2  # sun, sat
    NUMERIC = 3  # 3/14
    NAMED = 4  # 14 march
    ORDINAL = 5  # 24th


class Span(NamedTuple):
    """Words from ``first`` up to ``end`` that are a day; ``doubt`` where its year or its weekday has to be asked."""

    first: int
    end: int
    day: date
    sort: Sort
    doubt: bool = False
    other: date | None = None  # the other day that it may be


class Calendar(NamedTuple):
    """What a day is read against."""

    today: date
    locale: Locale
    vocabulary: Vocabulary
    names: Names


def are_month_and_day(first: int, second: int) -> bool:
    """Whether two numbers, the smaller one first, may be a month and a day of it."""
    return 0 < first <= _MONTHS and second <= _LONGEST_MONTH


class Way(NamedTuple):
    """One way to take the day off a line: the words that are left, and the words that are the day."""

    words: Words
    day: date
    said: str = ""
    doubtful: bool = False  # it is only one reading of words that may be no day


def said_in(words: Words, span: Span) -> str:
    return " ".join(word.raw for word in words[span.first : span.end])


def without_days(words: Words, spans: list[Span], calendar: Calendar) -> Words:
    """Return the words without these days, and without the word that opens one: `on monday`."""
    vocabulary, gone = calendar.vocabulary, set[int]()
    for span in spans:
        gone.update(range(span.first, span.end))
        if span.first == 0 and span.end + 1 < len(words) and words[span.end].plain in _DASHES:
            gone.add(span.end)  # `11/9 - 14.20 - pharmacy`
        before = span.first - 1
        while before >= 0 and words[before].folded in vocabulary.day_openers | vocabulary.articles:
            gone.add(before)
            before -= 1
        if before == 0 and words[0].folded in vocabulary.from_words:
            gone.add(0)  # `from sunday: groceries 66`
    return tuple(word for n, word in enumerate(words) if n not in gone)


def trails(words: Words, span: Span, calendar: Calendar) -> bool:
    """Whether a day ends the line, or stands before a category that ends it: `12.50 yesterday fun`."""
    clock = calendar.vocabulary.at_words | calendar.vocabulary.about_words
    rest = [
        word for word in words[span.end :] if word.kind not in {Kind.SYMBOL, Kind.CLOCK} and word.folded not in clock
    ]
    if not rest:
        return True
    if len(rest) > 4 or any(word.kind is not Kind.WORD for word in rest):
        return False
    match = calendar.names.own([word.folded.removeprefix("#") for word in rest])
    return match is not None and match.words == len(rest)


def begins_line(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether nothing stands before a place but what opens a day: `on the`, `am`."""
    opens = vocabulary.day_openers | vocabulary.articles
    return all(word.kind is Kind.SYMBOL or word.folded in opens for word in words[:at])


def of_month_end(words: Words, at: int, vocabulary: Vocabulary) -> int:
    """Return where `of the month`, `du mois` or `الشهر` ends that begins at a place; the place itself where it does not."""
    end, opens = at, vocabulary.of_words | vocabulary.articles
    while end < len(words) and words[end].folded in opens:
        end += 1
    month = words[end].folded if end < len(words) else ""
    said = vocabulary.recurring_months.get(month) == 1 and (end > at or month.startswith(vocabulary.glued_articles))
    return end + 1 if said else at


def opens_first_day(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether what opens a day stands before a place: `on the first`."""
    opener = at - 1 - (at > 1 and words[at - 1].folded in vocabulary.articles - vocabulary.day_openers)
    return at > 0 and words[opener].folded in vocabulary.day_openers


def without_header(words: Words, calendar: Calendar) -> Words:
    """Return the words without the date of a copied chat line, brought into the locale's order: `[24/11/26, 12:30:05] Ann:`."""
    end = _header_end(words, calendar)
    if not end:
        return words
    found = SLASHED.fullmatch(words[0].plain)
    if found is None or not calendar.locale.month_first or int(found[1]) <= 12:
        return (words[0], *words[end:])
    swapped = words[0]._replace(plain=f"{found[2]}/{found[1]}" + (f"/{found[3]}" if found[3] else ""))
    return (swapped, *words[end:])


def _header_end(words: Words, calendar: Calendar) -> int:
    """Return where the date and time of a copied chat line end, 0 where there are none: `[11/24/26, 8:12 PM] Ann:`."""
    if len(words) < 4 or words[0].kind is not Kind.DATE or words[1].kind is not Kind.CLOCK:
        return 0
    end = 2 + (words[2].folded in calendar.vocabulary.clock_words)
    if words[0].raw[:1] == "[":
        return end
    return end + 1 if words[end].kind is Kind.SYMBOL and words[end].raw in _DASHES else 0


def holds_until(words: Words, day: int, vocabulary: Vocabulary) -> bool:
    """Whether something holds until a ``day``: `parking pass 40 thru 11/18`, `abonnement 40 tot en met 20/11`."""
    little = vocabulary.day_openers | vocabulary.articles | vocabulary.little_words
    before = opener_before(words, day, little - vocabulary.through_words)
    if before < 0 or words[before].folded not in vocabulary.through_words:
        return False
    named = tuple(word.folded for word in words[max(0, before - 1) : before + 1])
    return named not in vocabulary.named_talk  # `Wendys drive thru last night`


def is_of_range(words: Words, day: Span, vocabulary: Vocabulary) -> bool:
    """Whether a weekday is the first or the last of some, and none of them the day of payment: `lunches mon to fri 50`."""
    if day.sort not in {Sort.WEEKDAY, Sort.SHORT}:
        return False
    last = opener_before(words, day.first, vocabulary.articles - vocabulary.range_words)
    return begins_range(words, day.end - 1, vocabulary) or (last > 0 and begins_range(words, last - 1, vocabulary))


def begins_range(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a weekday stands at a place, and behind it the last of some: `mon to fri`."""
    weekdays = vocabulary.weekdays.keys() | vocabulary.weekday_shorts.keys()
    if len(words) < at + _RANGE or words[at].folded.rstrip(".") not in weekdays:
        return False
    last = at + 2
    while last < len(words) - 1 and words[last].folded in vocabulary.articles:
        last += 1
    return words[at + 1].folded in vocabulary.range_words and words[last].folded.rstrip(".") in weekdays


def is_for(words: Words, day: int, vocabulary: Vocabulary) -> bool:
    """Whether a ``day`` is the one that something was bought for: `race entry 45 for 12/6/27`."""
    before = opener_before(words, day, vocabulary.articles - vocabulary.meant_for)
    return before > 0 and words[before].folded in vocabulary.meant_for


def opener_before(words: Words, day: int, little: frozenset[str]) -> int:
    """Return the place of the word that opens a ``day``, past some ``little`` ones; -1 where the day begins the line."""
    before = day - 1
    while before > 0 and words[before].folded in little:
        before -= 1
    return before


def names_somebody(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a month's short name is somebody's, and the line's one number no day: `Kumpel Jan 20`, `20 van Jan`."""
    if at == 0 or words[at].folded not in vocabulary.named_months:
        return False
    who = words[at - 1].folded in vocabulary.others | vocabulary.with_words | vocabulary.from_words
    return who and sum(word.kind > Kind.WORD for word in words) == 1


def latest_day(number: int, today: date) -> date:
    """Return the latest day of this number that is not to come."""
    return next(day for day in (today - timedelta(days=back) for back in range(62)) if day.day == number)
