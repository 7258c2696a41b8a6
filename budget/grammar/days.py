"""The day of a line: at its start, at its end, or beside the amount.

`day_ways` returns every way to take a day off the line. One way is certain; several make a question.
"""

from itertools import pairwise

from budget.errors import Refused, Why
from budget.grammar.calendar import spans_of
from budget.grammar.day_verdicts import DAY, NOTE, RANGE_SIGNS, is_name, verdict_on
from budget.grammar.dotted_days import dotted_ways, refuse_nearly_day
from budget.grammar.relative import may_be_another_day
from budget.grammar.spans import (
    DAY_KINDS,
    SLASHED,
    Calendar,
    Sort,
    Span,
    Way,
    holds_until,
    is_of_range,
    said_in,
    without_days,
    without_header,
)
from budget.grammar.vocabulary import day_words
from budget.grammar.words import Kind, Word, Words
from languages.vocabulary import Vocabulary

_FINEST = 16  # parts of an inch: `3/16 inch`, but `11/20 本`
_INCH_PARTS = frozenset({2, 4, 8, 16})  # `3/4 in pipe 12`
_LARGEST_PART = 8  # people cut things into eight pieces at most
_MONTHS = 12
_NO_DAYS = frozenset({(7, 11), (24, 7)})


def day_ways(words: Words, calendar: Calendar) -> list[Way]:
    """Return the ways to take a day off a line; the first is the likeliest. Raises `Refused`."""
    words = without_header(words, calendar)
    triggers = day_words(calendar.vocabulary)
    hot = [word for word in words if word.kind in DAY_KINDS or word.folded in triggers]
    if not hot:
        return dotted_ways(words, calendar)
    words, spans = spans_of(_fractions(words, calendar), calendar)
    spans = [span for span in spans if not is_of_range(words, span, calendar.vocabulary)]
    if not spans:
        ways = dotted_ways(words, calendar)  # `am 24.11`
        return [way._replace(doubtful=way.doubtful or may_be_another_day(words, calendar)) for way in ways]
    if any(_contradicts(words, one, other, calendar) for one, other in pairwise(spans)):
        raise Refused(Why.TWO_DAYS)
    days = [
        span for span in spans if span.day <= calendar.today and not holds_until(words, span.first, calendar.vocabulary)
    ]
    counted = [(span, verdict) for span in days if (verdict := verdict_on(words, span, calendar)) != NOTE]
    masked = _masked(words, spans)
    _refuse_joined(words, spans, calendar)
    for pair in pairwise(days):
        if _spans_days(words, *pair):
            ways = [_taken(masked, span, calendar, doubtful=True) for span in reversed(pair)]
            return [*ways, Way(masked, calendar.today, "", doubtful=True)]
    if not counted:
        refuse_nearly_day(words, calendar)
        return [Way(masked, calendar.today, doubtful=may_be_another_day(words, calendar))]
    return _ways(masked, counted, calendar)


def _ways(words: Words, counted: "list[tuple[Span, int]]", calendar: Calendar) -> list[Way]:
    ends = [span for span, _ in counted]
    if len(ends) == 2 and ends[0].end > ends[1].first:  # `12 march 20`: $20 on the 12th, or $12 on the 20th
        likeliest_first = ends[::-1] if calendar.locale.month_first and ends[0].first else ends  # `coffee 4 nov 24`
        return [_taken(_unmasked(words, span), span, calendar, doubtful=True) for span in likeliest_first]
    sure = [span for span, verdict in counted if verdict == DAY]
    values = calendar.vocabulary.value_words
    if len(sure) > 1 and values:  # `Buchung 02.11.2026 Valuta 03.11.2026`
        sure = [span for span in sure if not span.first or words[span.first - 1].folded not in values] or sure
    if len({span.day for span in sure}) > 1:
        raise Refused(Why.TWO_DAYS)
    if sure:
        taken = without_days(words, sure, calendar)
        said = said_in(words, sure[0])
        days = [sure[0].day, *([sure[0].other] if sure[0].other else [])]
        ways = [Way(taken, day, said, doubtful=sure[0].doubt) for day in days]
        return [*ways, Way(words, calendar.today, "", doubtful=True)] if sure[0].doubt else ways
    span = ends[0]
    return [_taken(words, span, calendar, doubtful=True), Way(words, calendar.today, "", doubtful=True)]


def _contradicts(words: Words, one: Span, other: Span, calendar: Calendar) -> bool:
    """Whether a weekday stands beside a day counted from today that is another: `friday two weeks ago`, `yesterday friday`."""
    vocabulary = calendar.vocabulary
    weekday, counted = (one, other) if one.sort is Sort.WEEKDAY else (other, one)
    if (weekday.sort, counted.sort) != (Sort.WEEKDAY, Sort.RELATIVE) or one.end > other.first:
        return False
    little = vocabulary.day_openers | vocabulary.articles | vocabulary.of_words
    beside = all(word.folded in little for word in words[one.end : other.first]) and not words[one.end - 1].stop
    return beside and weekday.day != counted.day and not is_name(words, weekday, vocabulary)


def _refuse_joined(words: Words, spans: list[Span], calendar: Calendar) -> None:
    """Refuse two dates that are joined: `11/22 & 11/23`. Raises `Refused`."""
    joints = calendar.vocabulary.and_words
    for one, other in pairwise(spans):
        if {one.sort, other.sort} <= {Sort.NUMERIC, Sort.NAMED} and one.day != other.day and one.end < other.first:
            between = words[one.end : other.first]
            if not _spans_days(words, one, other) and all(
                word.kind is Kind.SYMBOL or word.folded in joints for word in between
            ):
                raise Refused(Why.TWO_DAYS)


def _spans_days(words: Words, one: Span, other: Span) -> bool:
    """Whether a dash alone joins two dates, as the first and the last of some: `ホテル11/20〜11/22`."""
    between = words[one.end : other.first]
    return one.sort is other.sort is Sort.NUMERIC and len(between) == 1 and between[0].raw in RANGE_SIGNS


def _taken(words: Words, span: Span, calendar: Calendar, *, doubtful: bool) -> Way:
    return Way(without_days(words, [span], calendar), span.day, said_in(words, span), doubtful)


def _masked(words: Words, spans: list[Span]) -> Words:
    """Return the words with those of days that cannot be amounts: `Nov 24, 2026` within a sentence."""
    inside = {n for span in spans if span.sort in {Sort.NUMERIC, Sort.NAMED} for n in range(span.first, span.end)}
    if not inside:
        return words
    return tuple(
        word._replace(kind=Kind.CODE) if n in inside and word.kind > Kind.WORD else word for n, word in enumerate(words)
    )


def _unmasked(words: Words, span: Span) -> Words:
    """Return the words with the numbers outside a day as numbers again."""
    return tuple(
        word._replace(kind=Kind.NUMBER) if word.kind is Kind.CODE and not span.first <= n < span.end else word
        for n, word in enumerate(words)
    )


# --- where a day counts ---


# --- what only looks like a day ---


def _fractions(words: Words, calendar: Calendar) -> Words:
    """Return the words with `60/3`, `24/7`, `1/2 gal` as fractions: they are no days."""
    return tuple(
        word._replace(kind=Kind.FRACTION) if word.kind is Kind.DATE and _is_fraction(words, n, calendar) else word
        for n, word in enumerate(words)
    )


def _names_thing(word: Word, vocabulary: Vocabulary) -> bool:
    return word.kind is Kind.WORD and word.folded not in vocabulary.little_words | vocabulary.articles


def _is_one_of(words: Words, at: int, numbers: tuple[int, int], calendar: Calendar) -> bool:
    """Whether two numbers say which of several installments was paid, and cannot be a day: `rata 12/24 420`."""
    month = numbers[0 if calendar.locale.month_first else 1]
    paid = at > 0 and words[at - 1].folded in calendar.vocabulary.installments
    return paid and month > _MONTHS and numbers[0] <= numbers[1]


def _is_fraction(words: Words, at: int, calendar: Calendar) -> bool:
    found = SLASHED.fullmatch(words[at].plain.removesuffix("."))
    if found is None or found[3] or "/" not in words[at].plain:
        return False
    first, second = int(found[1]), int(found[2])
    if (first > 31 or second > 31) or (first > 12 and second > 12) or 0 in {first, second}:
        return 0 not in {first, second}
    following = words[at + 1].folded if at + 1 < len(words) else ""
    vocabulary = calendar.vocabulary
    if _is_one_of(words, at, (first, second), calendar):
        return True
    of = following in vocabulary.of_words and at + 2 < len(words) and words[at + 2].folded not in vocabulary.months
    part = first < second <= _LARGEST_PART and (
        of or following in vocabulary.fraction_words
    )  # `1/2 pizza`, `1/3 de 36 pizza`, not `11/24 pizza`
    measured = following in vocabulary.units and max(first, second) <= _FINEST
    inches = first < second in _INCH_PARTS and following in vocabulary.in_words
    inches = inches and at + 2 < len(words) and _names_thing(words[at + 2], vocabulary)
    if part or measured or inches:
        return True
    # 7/11 is a shop where it begins the line, or where it would be a day of July; `07/11` is a day.
    return (
        words[at].plain[0] != "0"
        and (first, second) in _NO_DAYS
        and (first == 24 or at == 0 or calendar.locale.month_first)
    )
