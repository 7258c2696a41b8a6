"""Days that are written with a point or a dash and no year: `24.11`, `24-11`, at an end of the line."""

import re
from collections.abc import Sequence
from datetime import date

from budget.errors import Refused, Why
from budget.grammar.calendar import short_day
from budget.grammar.numeric_dates import calendar_day
from budget.grammar.spans import Calendar, Sort, Span, Way, are_month_and_day, without_days
from budget.grammar.words import Kind, Word, Words

_DOTTED_PRICE = re.compile(r"[0-9]+\.[0-9]{2}")
POINTED = re.compile(r"(0?[1-9]|[12][0-9]|3[01])\.(0[1-9]|1[0-2])\.?")
_ALL_DAY = "24-7"
_NEARLY = re.compile(r"(?:0?[1-9]|1[0-9]|2[0-9]|3[01])-(?:0?[1-9]|1[0-9]|2[0-9]|3[01])")

_MONTHS = 12
_SPELT_UNIT = 4  # letters: of shorter ones most are `kg`, `km`, `lit`


def dotted_ways(words: Words, calendar: Calendar) -> list[Way]:
    """Read `24.11` or `24-11` at an end of the line as a day, where a locale writes days so and another number is the amount."""
    usual = [Way(words, calendar.today)]
    shape = short_day(calendar.locale)
    if shape is None or _count_prices(words, calendar) < 2:
        refuse_nearly_day(words, calendar)
        return usual
    spoken = [n for n, word in enumerate(words) if word.kind is not Kind.SYMBOL]
    ends = {spoken[0], spoken[-1]}
    for at in spoken:
        found = shape.fullmatch(words[at].plain) if words[at].kind is Kind.NUMBER else None
        if found is None or not (1 <= int(found[1]) <= 31 and 1 <= int(found[2]) <= 12):
            continue
        if "." in found[0] and at not in ends and not _is_apart(words, at, found):
            continue  # likelier a price
        if _is_listed(words, at, calendar) or _is_measure(words, at, found, calendar):
            continue
        day, doubt = calendar_day(None, int(found[2]), int(found[1]), calendar.today, words[at].raw)
        taken = Way(without_days(words, [Span(at, at + 1, day, Sort.NUMERIC)], calendar), day, words[at].raw)
        if "-" in found[0] or not (doubt or _may_be_price(words, at, calendar)):
            return [taken._replace(doubtful=doubt)]
        return [taken._replace(doubtful=True), usual[0]._replace(doubtful=True)]
    refuse_nearly_day(words, calendar)
    return usual


def _count_prices(words: Words, calendar: Calendar) -> int:
    """Return how many numbers there are; where a price has a point, without those of measures: `1 kg Mehl 2.10`."""
    numbers = [n for n, word in enumerate(words) if word.kind is Kind.NUMBER]
    if calendar.locale.decimal != ".":
        return len(numbers)
    units, counted = calendar.vocabulary.units, calendar.vocabulary.count_nouns
    behind = [words[n + 1].folded if n + 1 < len(words) else "" for n in numbers]
    return sum(unit not in units or unit in counted for unit in behind)


def short_date(words: Words, calendar: Calendar) -> date | None:
    """Return the day of a heading: `24.11` where no price has a point, `24-11` where a locale writes so, also behind a weekday."""
    spoken = [word for word in words if word.kind is not Kind.SYMBOL]
    weekdays = {**calendar.vocabulary.weekday_shorts, **calendar.vocabulary.weekdays}
    named = spoken[0].folded if len(spoken) > 1 else ""
    if len(spoken) - bool(named) != 1 or spoken[-1].kind is not Kind.NUMBER or calendar.locale.decimal == ".":
        return None
    shapes = (POINTED, short_day(calendar.locale))
    found = next((one for shape in shapes if shape is not None and (one := shape.fullmatch(spoken[-1].plain))), None)
    if found is None or (named and named not in weekdays):
        return None
    try:
        day, _ = calendar_day(None, int(found[2]), int(found[1]), calendar.today, spoken[-1].raw)
    except Refused:
        return None
    return day if not named or day.weekday() == weekdays[named] else None


def _is_listed(words: Words, at: int, calendar: Calendar) -> bool:
    """Whether the last number of a list is a price as the one before it: `Weggli 1.20, latte 5.10`."""
    before = [n for n, word in enumerate(words[:at]) if word.kind > Kind.WORD]
    if not before or _DOTTED_PRICE.fullmatch(words[before[-1]].plain) is None:
        return False
    between = words[before[-1] + 1 : at]
    joins = calendar.vocabulary.and_words | calendar.vocabulary.plus_words
    joined = words[before[-1]].stop or any(word.folded in joins or word.plain in joins for word in between)
    named = before[-1] > 0 and any(word.kind is Kind.WORD and word.folded not in joins for word in between)
    return named and joined and words[at - 1].folded not in calendar.vocabulary.day_openers


def _is_measure(words: Words, at: int, found: "re.Match[str]", calendar: Calendar) -> bool:
    """Whether a unit follows that is measured in parts: `1.5 kg Tomaten 4,20`, but not `20.11 para butów 199`."""
    vocabulary = calendar.vocabulary
    unit = words[at + 1].folded if at + 1 < len(words) and not words[at].stop else ""
    if "-" in found[0] or unit not in vocabulary.units or unit in vocabulary.packs | vocabulary.count_nouns:
        return False
    return len(found[2]) == 1 or (len(unit) < _SPELT_UNIT and unit not in vocabulary.clock_words)


def _is_apart(words: Words, at: int, found: "re.Match[str]") -> bool:
    """Whether `03.11` within the line can be no price: for its zero, or beside another number."""
    beside = words[at - 1 : at] + words[at + 1 : at + 2]
    return found[1][0] == "0" or any(word.kind is Kind.NUMBER for word in beside)


def refuse_nearly_day(words: Words, calendar: Calendar) -> None:
    spoken = [word for word in words if word.kind is not Kind.SYMBOL]
    if len(spoken) < 2 or spoken[-1].kind is Kind.CODE:  # `at 7-11`
        return
    if _is_nearly_day_first(spoken, calendar):
        raise Refused(Why.UNCLEAR_DAY, spoken[0].raw)
    if _NEARLY.fullmatch(spoken[-1].plain):
        if spoken[-2].folded in calendar.vocabulary.labels:
            return  # `tube zone 1-2`
        if not are_month_and_day(*sorted(map(int, spoken[-1].plain.split("-")))):
            return  # `railcard 35 16-25`
        raise Refused(Why.UNCLEAR_DAY, spoken[-1].raw)


def _is_nearly_day_first(spoken: Sequence[Word], calendar: Calendar) -> bool:
    """Whether a line with an amount begins with `20-11`: or `11-20` in a locale with months first; `24-7` is all day."""
    first, priced = spoken[0].plain, any(word.kind is Kind.NUMBER for word in spoken[1:])
    if not priced or not _NEARLY.fullmatch(first) or first == _ALL_DAY:
        return False
    day, month = map(int, first.split("-"))
    if spoken[1].folded in calendar.vocabulary.units:
        return False  # `10-20 people`
    if day > month:
        return are_month_and_day(month, day)
    return calendar.locale.month_first and _is_lately(day, month, calendar.today)


def _is_lately(month: int, day: int, today: date) -> bool:
    """Whether `11-20` is a day that no range looks like, and a recent one."""
    return day > _MONTHS and are_month_and_day(month, day) and not calendar_day(None, month, day, today, "")[1]


def _may_be_price(words: Words, at: int, calendar: Calendar) -> bool:
    """Whether `24.11` may be a price: where others have a point too, and behind `lunch 25 coffee`."""
    others = [n for n, word in enumerate(words) if word.kind is Kind.NUMBER and n != at]
    if calendar.locale.decimal == "." or any(_DOTTED_PRICE.fullmatch(words[n].plain) for n in others):
        return True
    between = any(word.kind is Kind.WORD for word in words[others[-1] + 1 : at])
    opened = words[at - 1].folded in calendar.vocabulary.day_openers
    return at > others[-1] and between and not opened and any(word.kind is Kind.WORD for word in words[: others[0]])
