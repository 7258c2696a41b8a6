"""What is a day: words and numbers that name one, and which day they mean (rule 6, and §3 of the reading rules)."""

import re
from datetime import timedelta

from budget.errors import Refused
from budget.grammar.beside_days import agreed_number, from_today, is_weekday
from budget.grammar.numeric_dates import calendar_day, calendar_span, numeric, range_at
from budget.grammar.relative import ago, earlier_after, last_weekday, part_end, refuse_next, relative, with_week
from budget.grammar.spans import DAY_KINDS, Calendar, Sort, Span, latest_day, names_somebody
from budget.grammar.spelt_days import OF_DAYS, spelt_day
from budget.grammar.vocabulary import after_months, after_no_day, day_words
from budget.grammar.words import NO_BREAK, Kind, Words
from budget.locales import Locale

_FRANC = "fr"
_SHORT = 3  # letters: `sun` and `sat` are words too, `thurs` is not
_SHORT_DATE = re.compile(r"(0?[1-9]|[12][0-9]|3[01])\.(0[1-9]|1[0-2])")
_ORDINAL = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|ten|er|e|o|°|-?go|-?го|日|\.)?\.?", re.IGNORECASE)
_GROUP = re.compile(r"[0-9]{3}(?:[.,][0-9]+)?")
_LONGEST_MONTH = 31
_WEEKS = 2  # digits of their number
_LASTS = 10  # days that something may last
_SHORT_DAYS = {
    **dict.fromkeys(("de", "pl", "ru", "uk", "tr"), re.compile(r"([0-9]{1,2})\.([0-9]{1,2})")),
    "nl": re.compile(r"([0-9]{1,2})-([0-9]{1,2})"),
}
_DATED = frozenset({Sort.NUMERIC, Sort.NAMED, Sort.ORDINAL})
_YEAR = re.compile(r"19[7-9][0-9]|20[0-9]{2}")  # `rent 1 november 1850` costs 1850


def short_day(locale: Locale) -> "re.Pattern[str] | None":
    """Return how a locale's language writes a day without a year: `24.11`, `24-11`; None where it is no other than `24/11`."""
    language, _, territory = locale.name.partition("_")
    return _SHORT_DAYS.get("de" if territory == "CH" else language)


def spans_of(words: Words, calendar: Calendar) -> tuple[Words, list[Span]]:
    spans: list[Span] = []
    triggers, at = day_words(calendar.vocabulary), 0
    while at < len(words):
        near = words[at : at + max(4, calendar.names.longest)]
        if not any(word.kind in DAY_KINDS or word.folded in triggers for word in near):
            at += 1
            continue
        named = _name_end(words, at, calendar)
        if named:
            at = named  # `Friday drinks` is a category
            continue
        found = _span_at(words, at, calendar)
        if found is None or any(_name_end(words, n, calendar) > found.end for n in range(at + 1, found.end)):
            at += 1  # ... and so is `May trip` in `5 May trip`
            continue
        spans.append(found)
        twin = _other_reading(words, found, calendar)
        if twin is not None and _is_plainer(words, twin, found):
            spans.pop()  # `14 nov 21st`, `14 nov 21 2025`
        if twin is not None:
            spans.append(twin)
        at = (twin or found).end
    return words, spans


def _name_end(words: Words, at: int, calendar: Calendar) -> int:
    """Return where a category's name of several words ends that begins here; 0 where none does."""
    named = calendar.names.own([word.folded for word in words[at : at + calendar.names.longest]])
    return at + named.words if named is not None and named.by_name and named.words > 1 else 0


def _is_plainer(words: Words, twin: Span, span: Span) -> bool:
    """Whether of two days that share a month one bears a year, or the ending of a day's number."""
    ordinal = words[twin.end - 1].kind is Kind.ORDINAL and words[span.first].kind is Kind.NUMBER
    return ordinal or twin.end - twin.first > 2


def _other_reading(words: Words, span: Span, calendar: Calendar) -> Span | None:
    """Return the day that begins with the month of another: `12 march 20`."""
    month = span.end - 1
    if (
        span.sort is not Sort.NAMED
        or span.end - span.first != 2
        or words[month].folded not in calendar.vocabulary.months
    ):
        return None
    return _named_from_month(words, month, calendar)


def _span_at(words: Words, at: int, calendar: Calendar) -> Span | None:
    """Return the longest day that begins with a word. Raises `Refused` for one that cannot be."""
    for read in (
        relative,
        ago,
        _weekday,
        _from_to,
        _opened_number,
        _numbered_day,
        _spelt_day,
        _from_number,
        _named_from_month,
        numeric,
    ):
        found = read(words, at, calendar)
        if found is not None and found.sort is Sort.RELATIVE:
            return from_today(words, found, calendar)
        if found is not None:
            return _with_weekday(words, found, calendar) if found.sort in _DATED else found
    return None


def _with_weekday(words: Words, span: Span, calendar: Calendar) -> Span:
    """Return a day with the weekday behind it: `11/24(火)`, `24 Kasım Salı`; where they differ it is asked about."""
    after = words[span.end] if span.end < len(words) else None
    weekday = calendar.vocabulary.weekdays.get(after.folded) if after is not None else None
    if after is None or weekday is None or (after.start != words[span.end - 1].end and span.sort is not Sort.NAMED):
        return span
    if span.day.weekday() == weekday:
        return span._replace(end=span.end + 1)
    latest = calendar.today - timedelta(days=(calendar.today.weekday() - weekday) % 7)
    return span._replace(end=span.end + 1, doubt=True, other=latest)


def _weekday(words: Words, at: int, calendar: Calendar) -> Span | None:
    """Read a weekday, with the part of the day or the date that follows it."""
    vocabulary, word = calendar.vocabulary, words[at].folded
    whole = vocabulary.weekdays.get(word)
    weekday = vocabulary.weekday_shorts.get(word) if whole is None else whole
    if word in vocabulary.ago_units and at and words[at - 1].plain.isdecimal() and len(words[at - 1].plain) <= _WEEKS:
        return None  # `belanja buat 2 minggu`: weeks, and Sunday
    if weekday is None or (whole is None and _is_franc(words, at, calendar)):
        return None
    dates = at + 1 + (at + 2 < len(words) and words[at + 1].folded in vocabulary.articles)  # `friday the 13th`
    if dates < len(words) and (dated := _dated(words, dates, calendar)) is not None:
        latest = calendar.today - timedelta(days=(calendar.today.weekday() - weekday) % 7)
        if dated.day.weekday() == weekday:
            return dated._replace(first=at)
        return dated._replace(first=at, doubt=True, other=latest)
    if at + 1 < len(words) and (bare := _short_dated(words, at + 1, weekday, calendar)) is not None:
        return bare
    if at + 1 < len(words) and (agreed := agreed_number(words, at + 1, weekday, calendar)) is not None:
        return agreed
    end = at + 1
    following = words[end].folded if end < len(words) else ""
    earlier = earlier_after(words, end, vocabulary)
    if following in vocabulary.last_after or earlier:
        end = part_end(words, end + (earlier or 1), vocabulary)
        return Span(at, end, last_weekday(weekday, calendar.today, earlier=bool(earlier)), Sort.RELATIVE)
    if whole is not None and vocabulary.weeks and (placed := with_week(words, at, calendar)) is not None:
        return placed
    refuse_next(words, at, vocabulary)
    end = part_end(words, end, vocabulary)
    day = calendar.today - timedelta(days=(calendar.today.weekday() - weekday) % 7)
    short = len(word) <= _SHORT if whole is None else word in vocabulary.doubtful_days and end == at + 1
    return Span(at, end, day, Sort.SHORT if short else Sort.WEEKDAY)


def _is_franc(words: Words, at: int, calendar: Calendar) -> bool:
    """Whether `Fr.` beside a number is money in Switzerland, and no Friday."""
    beside = words[max(0, at - 1) : at] + words[at + 1 : at + 2]
    numbers = any(word.kind is Kind.NUMBER for word in beside)
    return numbers and words[at].folded == _FRANC and calendar.locale.name.endswith("_CH")


def _numbered_day(words: Words, at: int, calendar: Calendar) -> Span | None:
    """Read `1 числа` beside another number."""
    named = at + 1 < len(words) and words[at + 1].folded in calendar.vocabulary.dates_after
    if not named or words[at].kind is not Kind.NUMBER or sum(word.kind is Kind.NUMBER for word in words) < 2:
        return None
    number = int(words[at].plain[:3]) if words[at].plain.isdecimal() else 0
    return Span(at, at + 2, latest_day(number, calendar.today), Sort.NAMED) if 1 <= number <= _LONGEST_MONTH else None


def _dated(words: Words, at: int, calendar: Calendar) -> Span | None:
    if words[at].kind is Kind.NUMBER and not (
        at + 1 < len(words) and words[at + 1].folded in calendar.vocabulary.months
    ):
        return None
    return _from_number(words, at, calendar) or _named_from_month(words, at, calendar) or numeric(words, at, calendar)


def _short_dated(words: Words, at: int, weekday: int, calendar: Calendar) -> Span | None:
    """Read the `19.11` of `чт 19.11 массаж 2500`: beside another number, and where it falls on that weekday."""
    shape = short_day(calendar.locale)
    found = shape.fullmatch(words[at].plain) if shape is not None and words[at].kind is Kind.NUMBER else None
    if found is None or sum(word.kind is Kind.NUMBER for word in words) < 2:
        return None
    try:
        day, doubt = calendar_day(None, int(found[2]), int(found[1]), calendar.today, words[at].raw)
    except Refused:
        return None
    return Span(at - 1, at + 1, day, Sort.NUMERIC, doubt) if day.weekday() == weekday else None


def _from_number(words: Words, at: int, calendar: Calendar) -> Span | None:
    """Read `14 march 2026`, `20th of november`, `24th`."""
    vocabulary = calendar.vocabulary
    numeral = _ORDINAL.fullmatch(words[at].plain)
    if numeral is None or (at and words[at - 1].plain == "#") or (words[at].stop and words[at].kind is Kind.NUMBER):
        return None
    end = at + 1
    if end < len(words) and words[end].folded in vocabulary.of_words:
        end += 1
    month = vocabulary.months.get(words[end].folded) if end < len(words) else None
    if month is None and at + 1 < len(words) and words[at + 1].folded in vocabulary.day_nouns:
        known = 1 <= int(numeral[1]) <= _LONGEST_MONTH
        return Span(at, at + 2, latest_day(int(numeral[1]), calendar.today), Sort.NAMED) if known else None
    if month is None or is_weekday(words, end, calendar) or names_somebody(words, end, vocabulary):
        return _ordinal(words, at, int(numeral[1]), calendar)
    if int(numeral[1]) > 31:
        return None
    year, end = _year_at(words, end + 1)
    return calendar_span(words, (at, end), (year, month, int(numeral[1])), Sort.NAMED, calendar)


def _spelt_day(words: Words, at: int, calendar: Calendar) -> Span | None:
    """Read `on the first`, `third of november`, `el quince`."""
    found = spelt_day(words, at, calendar)
    if found is None:
        return None
    if found.month is not None:
        year, end = _year_at(words, found.end)
        return calendar_span(words, (at, end), (year, found.month, found.number), Sort.NAMED, calendar)
    return Span(at, found.end, latest_day(found.number, calendar.today), Sort.NAMED, found.doubt)


def _ordinal(words: Words, at: int, number: int, calendar: Calendar) -> Span | None:
    if words[at].kind is not Kind.ORDINAL or not 1 <= number <= _LONGEST_MONTH:
        return None
    if words[at].plain[-1] != "日":
        priced = at + 1 < len(words) and words[at + 1].kind is Kind.NUMBER
        dated = priced and words[at].folded.endswith(OF_DAYS)  # `стоматолог 12го 1100`
        return Span(at, at + 1, latest_day(number, calendar.today), Sort.NAMED if dated else Sort.ORDINAL)
    # No rank, as `2nd` may be; but `レンタカー1日` may last a day.
    before = words[at - 1] if at else None
    lasts = before is not None and before.end == words[at].start and before.folded not in calendar.vocabulary.particles
    following = words[at + 1].start if at + 1 < len(words) else words[at].end
    lasts = lasts or (not words[at].raw[0].isdecimal() and following > words[at].end)  # `一日 家賃`, but not `一日に`
    return Span(at, at + 1, latest_day(number, calendar.today), Sort.NAMED, doubt=lasts and number <= _LASTS)


def _opened_number(words: Words, at: int, calendar: Calendar) -> Span | None:
    """Read `le 24` beside another number: a day's number without an ending."""
    vocabulary = calendar.vocabulary
    opening = next((n for n in (2, 1) if tuple(w.folded for w in words[at : at + n]) in vocabulary.number_openers), 0)
    n = at + opening
    if not opening or n >= len(words) or words[n].kind is not Kind.NUMBER:
        return None
    if (dated := _opened_date(words, at, n, calendar)) is not None:
        return dated
    plain = words[n].plain
    for ending in vocabulary.ordinal_endings:
        plain = words[n].raw.removesuffix(ending) if words[n].raw.endswith(ending) else plain
    number = int(plain[:3]) if plain.isdecimal() else 0
    if not 1 <= number <= _LONGEST_MONTH or sum(word.kind is Kind.NUMBER for word in words) < 2:
        return None
    after = words[n + 1] if n + 1 < len(words) else None
    dotted = words[n].raw.endswith(vocabulary.day_marks)
    grouped = after is not None and not dotted and calendar.locale.group in NO_BREAK and _GROUP.fullmatch(after.plain)
    marked = n + 2 < len(words) and words[n + 2].kind is Kind.NUMBER and not words[n + 1].folded.isalpha()
    if after is not None and (
        grouped or (after.folded in after_no_day(vocabulary) and not marked)
    ):  # `dia 20 R$ 12,50`
        return None  # `le 1 250`, `le 20 minutes`, `le 12 €`, `le 20 novembre`, `du 20 au 22`, but `am 12. 110`
    ended = after is not None and after.folded[:1] == "'" and after.folded in vocabulary.articles  # `ayın 3'ünde`
    return Span(at, n + 1 + ended, latest_day(number, calendar.today), Sort.NAMED)


def _opened_date(words: Words, at: int, n: int, calendar: Calendar) -> Span | None:
    """Read `le 23.11` beside another number, where no price has a point."""
    found = _SHORT_DATE.fullmatch(words[n].plain)
    if found is None or calendar.locale.decimal == "." or sum(word.kind is Kind.NUMBER for word in words) < 2:
        return None
    try:
        day, doubt = calendar_day(None, int(found[2]), int(found[1]), calendar.today, words[n].raw)
    except Refused:
        return None
    return Span(at, n + 1, day, Sort.NUMERIC, doubt)


def _named_from_month(words: Words, at: int, calendar: Calendar) -> Span | None:
    """Read `march 14th, 2026`."""
    month = calendar.vocabulary.months.get(words[at].folded)
    numeral = _ORDINAL.fullmatch(words[at + 1].plain) if month is not None and at + 1 < len(words) else None
    if month is None or numeral is None or not 1 <= int(numeral[1]) <= 31:
        return None
    behind = at + 2 < len(words) and words[at + 2].folded in after_months(calendar.vocabulary)
    if behind or names_somebody(words, at, calendar.vocabulary):
        return None  # `gas des 22rb`, `met Jan 20 november`, `met Jan 3 dagen geleden`
    if calendar.locale.group in NO_BREAK and at + 2 < len(words) and _GROUP.fullmatch(words[at + 2].plain):
        return None  # `salaire de novembre 1 850 €`
    year, end = _year_at(words, at + 2)
    return calendar_span(words, (at, end), (year, month, int(numeral[1])), Sort.NAMED, calendar)


def _year_at(words: Words, at: int) -> tuple[str | None, int]:
    if at < len(words) and _YEAR.fullmatch(words[at].plain):
        return words[at].plain, at + 1
    return None, at


def _from_to(words: Words, at: int, calendar: Calendar) -> Span | None:
    """Read `11/22-11/24`, `nov 22-24` and `22-24 nov`: asked about, which of the two days it is."""
    found = range_at(words, at, calendar)
    if found is None:
        return None
    first, second, end = found
    written = " ".join(word.raw for word in words[at:end])
    day, _ = calendar_day(None, *first, calendar.today, written)
    other, _ = calendar_day(None, *second, calendar.today, written)
    return Span(at, end, day, Sort.NUMERIC, doubt=True, other=other)
