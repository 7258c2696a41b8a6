"""The days that a question is about: `last month`, `the last 7 days`, `since monday`; and that its days can't be told."""

import re
from calendar import monthrange
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from budget.errors import Refused, Why
from budget.grammar.calendar import spans_of
from budget.grammar.readings import Scope
from budget.grammar.spans import EARLIEST, Calendar, Sort, Span
from budget.grammar.vocabulary import spending_verbs
from budget.grammar.words import Kind, Words
from languages.vocabulary import LONGEST, Vocabulary

_YEAR = re.compile(r"19[7-9][0-9]|20[0-9]{2}")
_COUNTED = re.compile(r"([0-9]{1,4})([^\W\d_]*)")
_MOST = 3660  # days that a question adds up
_NOW = frozenset({"week", "month", "year", "weekend"})
_ENGLISH_MAY = 5
_SATURDAY = 5


class Stretch(StrEnum):
    """Days of which a question asks what was spent."""

    DAY = "day"
    LAST_WEEK = "last week"
    MONTH = "month"
    PERIOD = "period"
    DAYS = "days"
    UNCLEAR = "unclear"
    """Days are named, and which they are can't be told."""


class When(NamedTuple):
    """The days that words name: none without a ``stretch``, for a question is about this week then.

    ``day`` is the first of them, of a pay period and of last week None; ``last`` the last one of `Stretch.DAYS`. ``taken`` are
    the places of the words that say so.
    """

    stretch: Stretch | None = None
    day: date | None = None
    last: date | None = None
    taken: frozenset[int] = frozenset()


_UNCLEAR = When(Stretch.UNCLEAR)


def when_of(words: Words, scope: Scope, *, spent: bool) -> When | None:
    """Return the days that a question's words name; None where a number is left among them, which may be money.

    ``spent``: whether it asks what was spent; what is left until a weekday is left this week.
    """
    said = [word.folded for word in words]
    found = _since(words, said, scope) or _counted(words, scope) or _named(said, scope)
    if found.stretch is None:
        day = _day(words, said, scope, (spent, found.taken)) or _month(said, scope) or _year(words, scope, spent=spent)
        found = found if day is None else day._replace(taken=found.taken | day.taken)
    unread = _unread(words, found.taken, scope.vocabulary)
    numbers = [n for n, word in enumerate(words) if word.kind > Kind.WORD and n not in found.taken | unread]
    if numbers and (found.stretch is None or not spent):
        return None
    return _UNCLEAR._replace(taken=found.taken | unread) if numbers or unread else found


def _unread(words: Words, taken: frozenset[int], vocabulary: Vocabulary) -> frozenset[int]:
    """Return the places of words that name days, or say which of them, and that nothing has read."""
    rest = [n for n in range(len(words)) if n not in taken]
    counted = ((n, *_count(words, n, vocabulary)) for n in rest)
    some = {n for first, number, _, end in counted if number > 1 for n in range(first, end)}
    return frozenset(some | {n for n in rest if words[n].folded in _of_days(vocabulary)})


@lru_cache(maxsize=64)
def _of_days(vocabulary: Vocabulary) -> frozenset[str]:
    """Return words that name days, or say which of them."""
    behind = (word for phrase in vocabulary.next_after for word in phrase[-1:])
    return frozenset(
        {
            *vocabulary.recurring_months,
            *vocabulary.weekend_words,
            *vocabulary.last_words,
            *vocabulary.last_after,
            *vocabulary.latest_words,
            *vocabulary.next_words,
            *vocabulary.since_words,
            *behind,
        }
    )


# --- named by a phrase ---


def _named(said: Sequence[str], scope: Scope) -> When:
    """Read a phrase of `Vocabulary.asked_spans`. Those of now come last: `le mois` begins `le mois dernier`."""
    spans = scope.vocabulary.asked_spans
    found = [
        (name, frozenset(range(first, first + length)))
        for length in range(LONGEST, 0, -1)
        for first in range(len(said) - length + 1)
        if (name := spans.get(tuple(said[first : first + length]))) is not None
    ]
    if not found:
        return When()
    name = next((one for one, _ in found if one not in _NOW), found[0][0])
    taken = frozenset(n for _, places in found for n in places)
    return _placed(name, scope.today)._replace(taken=taken)


def _placed(name: str, today: date) -> When:
    month, year = today.replace(day=1), today.replace(month=1, day=1)
    saturday = today - timedelta(days=(today.weekday() - _SATURDAY) % 7)
    match name:
        case "week":
            return When()
        case "month":
            return When(Stretch.MONTH, month)
        case "last month":
            return When(Stretch.MONTH, (month - timedelta(days=1)).replace(day=1))
        case "year":
            return When(Stretch.DAYS, year, today)
        case "last year":
            return When(Stretch.DAYS, year.replace(year=year.year - 1), year - timedelta(days=1))
        case "weekend":
            return When(Stretch.DAYS, saturday, min(today, saturday + timedelta(days=1)))
        case "last weekend":
            saturday -= timedelta(days=7 if today.weekday() >= _SATURDAY else 0)
            return When(Stretch.DAYS, saturday, saturday + timedelta(days=1))
        case "christmas":
            eve = today.replace(month=12, day=24)
            eve = eve if eve <= today else eve.replace(year=eve.year - 1)
            return When(Stretch.DAYS, eve, min(today, eve + timedelta(days=2)))
        case _:
            return When(Stretch(name))


# --- counted ---


def _counted(words: Words, scope: Scope) -> When | None:
    """Read `the last 7 days`, `les 3 derniers mois`, `son 7 günde`: as many days, today the last of them."""
    for at in range(len(words)):
        number, unit, end = _count(words, at, scope.vocabulary)
        beside = range(max(0, at - 2), min(len(words), end + 1))
        latest = {n for n in beside if words[n].folded in scope.vocabulary.latest_words}
        if not number or not latest:
            continue
        first = _back(scope.today, number, unit, scope.vocabulary)
        taken = frozenset({*range(at, end), *latest})
        if first is None:
            return _UNCLEAR._replace(taken=taken)
        return When(Stretch.DAYS, first, scope.today, taken)
    return None


def refuse_past_days(words: Words, scope: Scope) -> None:
    """Refuse a line whose only number counts past days: `last 3 days`, `show the last 2 weeks`. Raises `Refused`."""
    latest = scope.vocabulary.latest_words
    if all(word.folded not in latest for word in words) or (counted := _counted(words, scope)) is None:
        return
    numbers = [n for n, word in enumerate(words) if word.kind > Kind.WORD]
    beside = bool(numbers) and {numbers[0] - 1, numbers[0] + 1} <= counted.taken  # but not `20 last night`
    if beside and counted.taken.issuperset(numbers):
        raise Refused(Why.ONLY_A_DAY, " ".join(words[n].raw for n in sorted(counted.taken)))


def _count(words: Words, at: int, vocabulary: Vocabulary) -> tuple[int, str, int]:
    """Return a number that begins at a place, its unit and where that ends; 0 for no number of days, weeks or months."""
    units = {**vocabulary.recurring_days, **vocabulary.ago_units, **vocabulary.recurring_months}
    read = _COUNTED.fullmatch(words[at].folded)
    number = int(read[1]) if read is not None else vocabulary.small_numbers.get(words[at].folded, 0)
    if read is not None and read[2]:
        return (number, read[2], at + 1) if read[2] in units else (0, "", at)  # `30日`
    for behind in (1, 2):
        unit = words[at + behind].folded if at + behind < len(words) else ""
        if unit in units:
            return number, unit, at + behind + 1
        if unit not in vocabulary.latest_words:
            break
    return 0, "", at


def _back(today: date, number: int, unit: str, vocabulary: Vocabulary) -> date | None:
    """Return the first of so many days, weeks or months that today ends; None for too many."""
    days = vocabulary.recurring_days.get(unit, vocabulary.ago_units.get(unit))
    if days is not None:
        return today - timedelta(days=number * days - 1) if number * days <= _MOST else None
    months = number * vocabulary.recurring_months[unit]
    if months * 30 > _MOST:
        return None
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1])) + timedelta(days=1)


# --- from a day on ---


def _since(words: Words, said: Sequence[str], scope: Scope) -> When | None:
    """Read `since monday`, `since 1 october`, `seit Oktober`, `月曜から`: from a day on, today the last."""
    vocabulary = scope.vocabulary
    places = [n for n, word in enumerate(said) if word in vocabulary.since_words]
    if not places or _named(said, scope).stretch is Stretch.PERIOD:
        return None
    if (paid := _got_paid(said, places, vocabulary)) is not None:
        return When(Stretch.PERIOD, taken=paid)
    spans = _spans(words, scope)
    taken = frozenset(range(spans[0].first, spans[0].end)) if len(spans) == 1 else frozenset()
    first = spans[0].day if taken else None
    month = _month(said, scope)
    if not spans and month is not None:
        first, taken = month.day, month.taken
    if first is None or not {_before(said, min(taken), vocabulary), max(taken) + 1} & {*places}:
        return None
    return When(Stretch.DAYS, first, scope.today, taken | frozenset(places))


def _got_paid(said: Sequence[str], places: Sequence[int], vocabulary: Vocabulary) -> frozenset[int] | None:
    """Return the places of words that say since when: `since I got paid`; None where they say another day."""
    for at in places:
        first = next((n for n in range(at + 1, len(said)) if said[n] not in vocabulary.self_words), len(said))
        for length in (3, 2):
            if tuple(said[first : first + length]) in vocabulary.got_paid:
                return frozenset(range(at, first + length))
    return None


def _before(said: Sequence[str], at: int, vocabulary: Vocabulary) -> int:
    """Return the place before a day and its articles."""
    while at > 0 and said[at - 1] in vocabulary.articles | vocabulary.day_openers - vocabulary.since_words:
        at -= 1
    return at - 1


# --- a day, a month, a year ---


def _spans(words: Words, scope: Scope) -> list[Span]:
    spans: list[Span] = []
    with suppress(Refused):  # a day to come
        _, spans = spans_of(words, Calendar(scope.today, scope.money.locale, scope.vocabulary, scope.names))
    return spans


def _day(words: Words, said: Sequence[str], scope: Scope, beside: tuple[bool, frozenset[int]]) -> When | None:
    """Read the one day that a question names. A weekday is one where the question says that something was spent.

    ``beside`` is whether it says so, and the places of words that name other days: `minggu ini` is this week, `minggu` Sunday.
    """
    spent, taken = beside
    spans = [span for span in _spans(words, scope) if not taken.issuperset(range(span.first, span.end))]
    told = spent or not spending_verbs(scope.vocabulary).isdisjoint(said)
    if len(spans) > 1 and told:
        return _UNCLEAR._replace(taken=frozenset(n for one in spans for n in range(one.first, one.end)))
    if len(spans) != 1 or spans[0].other is not None or spans[0].day > scope.today:
        return None
    if spans[0].sort in {Sort.WEEKDAY, Sort.SHORT} and not told:
        return None
    return When(Stretch.DAY, spans[0].day, taken=frozenset(range(spans[0].first, spans[0].end)))


def _month(said: Sequence[str], scope: Scope) -> When | None:
    """Read a month, the latest of its name where no year stands behind it. Who asks what `may` be spent names none."""
    vocabulary = scope.vocabulary
    verb = vocabulary.self_words | vocabulary.owners
    months = [
        (n, month)
        for n, word in enumerate(said)
        if (month := vocabulary.months.get(word)) is not None
        and not (month == _ENGLISH_MAY and n + 1 < len(said) and said[n + 1] in verb)
    ]
    if len(months) > 1:
        return _UNCLEAR._replace(taken=frozenset(n for n, _ in months))
    if not months:
        return None
    at, month = months[0]
    taken, first = {at}, scope.today.replace(month=month, day=1)
    if at + 1 < len(said) and _YEAR.fullmatch(said[at + 1]):
        taken, first = {at, at + 1}, first.replace(year=int(said[at + 1]))
        if first > scope.today:
            return _UNCLEAR._replace(taken=frozenset(taken))
    elif first > scope.today:
        first = first.replace(year=first.year - 1)
    return When(Stretch.MONTH, first, taken=frozenset(taken))


def _year(words: Words, scope: Scope, *, spent: bool) -> When | None:
    """Read a year alone, where the question says that something was spent: `how much did I spend in 2025?`."""
    years = [n for n, word in enumerate(words) if word.kind is Kind.NUMBER and _YEAR.fullmatch(word.plain)]
    if len(years) != 1 or not spent:
        return None
    first = date(int(words[years[0]].plain), 1, 1)
    taken = frozenset(years)
    if not EARLIEST <= first.year <= scope.today.year:
        return _UNCLEAR._replace(taken=taken)
    return When(Stretch.DAYS, first, min(scope.today, first.replace(month=12, day=31)), taken)
