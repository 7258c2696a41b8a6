"""Days that are counted from today: `yesterday`, `last friday`, `3 days ago`, and those that are to come."""

import re
from datetime import date, timedelta
from functools import lru_cache

from budget.errors import Refused, Why
from budget.grammar.every import every_phrase
from budget.grammar.spans import EARLIEST, Calendar, Sort, Span
from budget.grammar.vocabulary import leading, openers_of
from budget.grammar.words import Kind, Words
from languages.vocabulary import LONGEST, Phrase, Vocabulary

_HOURS = re.compile(r"([0-9]{1,3})([^\W\d_]+)")
_MOST_SPELT = 60  # `vor vierzehn Tagen`
_LONG = 361  # minutes: so long ago it may have been yesterday
_WEEKENDS = frozenset({"weekend", "last weekend"})
_LONGEST_UNCLEAR = 5
"""Words of `il y a quelques jours`."""


def _at_an_end(words: Words, at: int, length: int) -> bool:
    """Whether words begin the line, or end it within so many words; symbols do not count."""
    before = any(word.kind is not Kind.SYMBOL for word in words[:at])
    return not before or not any(word.kind is not Kind.SYMBOL for word in words[at + length :])


def relative(words: Words, at: int, calendar: Calendar) -> Span | None:
    vocabulary, word = calendar.vocabulary, words[at].folded
    for length in range(min(4, len(words) - at), 0, -1):
        days = vocabulary.relative_days.get(tuple(one.folded for one in words[at : at + length]))
        if days is not None:
            end = at + length
            if days > 0 and (_at_an_end(words, at, length + 1) or words[at - 1].kind is Kind.NUMBER):
                raise Refused(Why.FUTURE_DAY, " ".join(one.raw for one in words[at:end]))
            if days > 0:
                return None
            if days < 0 and length == 1:
                end = part_end(words, end, vocabulary)
            return Span(at, end, calendar.today + timedelta(days=days), Sort.RELATIVE)
    if (placed := _in_week(words, at, calendar)) is not None:
        return placed
    at_an_end = _opens_or_ends(words, at, vocabulary)
    if word in vocabulary.unclear_days and at_an_end:
        raise Refused(Why.UNCLEAR_DAY, words[at].raw)
    _refuse_to_come(words, at, calendar, at_an_end=at_an_end)
    following = words[at + 1].folded if at + 1 < len(words) else ""
    if word not in vocabulary.last_words and word not in vocabulary.earlier_words:
        return None
    weekday = vocabulary.weekdays.get(following, vocabulary.weekday_shorts.get(following))
    if weekday is not None:
        day = last_weekday(weekday, calendar.today, earlier=word in vocabulary.earlier_words)
        return Span(at, part_end(words, at + 2, vocabulary), day, Sort.RELATIVE)  # `last saturday night`
    if following in vocabulary.unclear_periods and at_an_end:
        raise Refused(Why.UNCLEAR_DAY, f"{words[at].raw} {words[at + 1].raw}")
    return None


def _in_week(words: Words, at: int, calendar: Calendar) -> Span | None:
    """Read a weekday of this week or of another: `先週の月曜`, `geçen hafta pazartesi`. Raises `Refused` for one to come."""
    vocabulary = calendar.vocabulary
    for length in (2, 1) if vocabulary.weeks else ():
        weeks = vocabulary.weeks.get(tuple(word.folded for word in words[at : at + length]))
        if weeks is None:
            continue
        named = at + length
        while named < len(words) and words[named].folded in vocabulary.day_openers:
            named += 1  # `на прошлой неделе в пятницу`
        weekday = vocabulary.weekdays.get(words[named].folded) if named < len(words) else None
        if weekday is not None:
            return _day_of_week(words, (at, part_end(words, named + 1, vocabulary)), named, weeks, calendar)
    return None


def with_week(words: Words, at: int, calendar: Calendar) -> Span | None:
    """Read a weekday before its week: `Montag letzte Woche`, `lundi de la semaine dernière`. Raises `Refused`."""
    vocabulary = calendar.vocabulary
    end = part_end(words, at + 1, vocabulary)
    while end < len(words) and words[end].folded in vocabulary.day_openers | vocabulary.articles | vocabulary.of_words:
        end += 1
    weeks = vocabulary.weeks.get(tuple(word.folded for word in words[end : end + 2]))
    return None if weeks is None else _day_of_week(words, (at, end + 2), at, weeks, calendar)


def _day_of_week(words: Words, span: tuple[int, int], named: int, weeks: int, calendar: Calendar) -> Span:
    """Return the weekday at ``named`` of the week that is so many from this one. Raises `Refused` for one to come."""
    weekday = calendar.vocabulary.weekdays[words[named].folded]
    day = calendar.today + timedelta(days=7 * weeks + weekday - calendar.today.weekday())
    if day > calendar.today:
        raise Refused(Why.FUTURE_DAY, " ".join(word.raw for word in words[span[0] : span[1]]))
    # Where weeks begin with Sunday, last week's Sunday may be another one.
    doubt = weeks < 0 and words[named].folded in calendar.vocabulary.sunday_first
    return Span(*span, day, Sort.RELATIVE, doubt, day - timedelta(days=7) if doubt else None)


def _opens_or_ends(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a day of two words that begins here is at an end of the line, with the little words before it."""
    little, opened = vocabulary.articles | vocabulary.day_openers | vocabulary.for_words, at
    while opened and words[opened - 1].folded in little:
        opened -= 1  # `на прошлой неделе`, `el próximo viernes`
    return _at_an_end(words, opened, 2 + at - opened)


def _refuse_to_come(words: Words, at: int, calendar: Calendar, *, at_an_end: bool) -> None:
    """Refuse a day that is to come. Raises `Refused`."""
    vocabulary = calendar.vocabulary
    word, before = words[at].folded, words[at - 1] if at else None
    # `8 de la mañana` is a part of the day.
    part = before is not None and word in vocabulary.parts_of_day and before.folded in vocabulary.articles
    beside = before is not None and before.kind is Kind.NUMBER
    thing = _is_thing(words, at, calendar) or _is_bought_for(words, at, vocabulary)
    if word in vocabulary.future_days and not part and not thing and (at_an_end or beside):
        raise Refused(Why.FUTURE_DAY, words[at].raw)
    following = words[at + 1].folded if at + 1 < len(words) else ""
    named = any(
        following in days for days in (vocabulary.weekdays, vocabulary.weekday_shorts, vocabulary.unclear_periods)
    )
    if word in vocabulary.next_words and at_an_end and named:
        raise Refused(Why.FUTURE_DAY, f"{words[at].raw} {words[at + 1].raw}")
    if word in vocabulary.unclear_periods and at_an_end:
        _refuse_period(words, at, vocabulary)


def last_weekday(weekday: int, today: date, *, earlier: bool) -> date:
    """Return the last day before today that is a weekday, or the one a week ``earlier``."""
    return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1 + 7 * earlier)


def earlier_after(words: Words, at: int, vocabulary: Vocabulary) -> int:
    """Return how many words here say that a weekday is the one before the last: `sexta retrasada`, `friday before last`."""
    return leading([word.folded for word in words[at : at + 2]], vocabulary.earlier_after)


def may_be_another_day(words: Words, calendar: Calendar) -> bool:
    """Whether a day is said that nobody can tell, or one to come right before a number: `pay tomorrow 40 rent`."""
    vocabulary = calendar.vocabulary
    said = [word.plain for word in words if word.kind is Kind.WORD]
    if len(said) == 1 and said[0] in vocabulary.future_or_thing:  # `غدا 50`: lunch, or tomorrow
        return True
    if any(_is_unclear(words, at, vocabulary) for at in range(len(words))):
        return True
    if any(_is_next(words, at, vocabulary) for at in range(len(words) - 2)):
        return True
    for before, word, number in zip(words, words[1:], words[2:], strict=False):
        if number.kind is not Kind.NUMBER or word.stop:  # `Guten Morgen, 3 Kaffee`
            continue
        ahead = word.folded in vocabulary.future_days or vocabulary.relative_days.get((word.folded,), 0) > 0
        part = word.folded in vocabulary.parts_of_day and before.folded in vocabulary.articles | vocabulary.day_openers
        if ahead and not part and before.folded not in vocabulary.for_words:
            return True
    return False


def _is_next(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a period to come stands right before a number: `rent next month 900`, but not `hotel for next week 300`."""
    period, number = words[at + 1 : at + 3]
    if words[at].folded not in vocabulary.next_words or number.kind is not Kind.NUMBER:
        return False
    meant = at > 0 and words[at - 1].folded in vocabulary.for_words
    return period.folded in vocabulary.unclear_periods and not meant


def _is_unclear(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a day that nobody can tell begins here, at an end of the line or beside a number: `the other day`, `neulich`."""
    phrases = _unclear(vocabulary)
    if words[at].folded not in openers_of(phrases):
        return False
    said = tuple(word.folded for word in words[at : at + _LONGEST_UNCLEAR])
    length = next((n for n in range(len(said), 0, -1) if said[:n] in phrases), 0)
    beside = words[max(0, at - 1) : at] + words[at + length : at + length + 1]
    return length > 0 and (_at_an_end(words, at, length) or any(word.kind is Kind.NUMBER for word in beside))


@lru_cache(maxsize=64)
def _unclear(vocabulary: Vocabulary) -> frozenset[Phrase]:
    """Return the phrases of days that nobody can tell, and of weekends: `this weekend`, but not `the weekend in Rome`."""
    weekends = (phrase for phrase, span in vocabulary.asked_spans.items() if span in _WEEKENDS)
    named = (phrase for phrase in weekends if len(phrase) > 1 and phrase[0] not in vocabulary.articles)
    return vocabulary.unclear_phrases.union(named)


def _is_thing(words: Words, at: int, calendar: Calendar) -> bool:
    """Whether a day to come is likelier a thing: `غدا` (tomorrow, lunch) alone beside the amount, or before no other thing."""
    if words[at].plain not in calendar.vocabulary.future_or_thing:  # written with its vowel it is no thing
        return False
    if at and all(word.folded in calendar.vocabulary.verbs_first for word in words[:at]):
        words, at = words[at:], 0  # `سجل غدا 90`
    others = [word.folded for word in words if word.kind is Kind.WORD and word is not words[at]]
    others = [one for one in others if one not in calendar.vocabulary.about_words]  # `حوالي 90 غدا`
    if at > 1 and words[at - 1].folded in calendar.vocabulary.and_words and words[at - 2].kind is Kind.NUMBER:
        return True  # `فطار 40 وغدا 120`: breakfast and lunch
    vocabulary, tomorrow = calendar.vocabulary, (calendar.today.weekday() + 1) % 7
    if at and vocabulary.relative_days.get((words[at - 1].folded,), 1) <= 0:
        return True  # `النهارده غدا 120`: today's lunch
    if at and vocabulary.weekdays.get(words[at - 1].folded, tomorrow) != tomorrow:
        return True  # `الاتنين غدا 120`: Monday's lunch
    if not others or at:
        return not others
    if words[1].kind is Kind.NUMBER and any(word.kind is Kind.NUMBER for word in words[2:]):
        return True  # `غدا 180 وقهوة 45 ومواصلات 20`
    own = calendar.names.everyday([words[at].folded])
    return all(not calendar.names.knows(one) or calendar.names.everyday([one]) == own for one in others)


def _is_bought_for(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether something was bought for a day to come: `groceries for tomorrow 96`, but not `pay for tomorrow 40`."""
    meant = at > 1 and words[at - 1].folded in vocabulary.meant_for and words[-1].kind is Kind.NUMBER
    return meant and words[0].folded not in vocabulary.pay_verbs


def _refuse_period(words: Words, at: int, vocabulary: Vocabulary) -> None:
    """Refuse a period that the words behind it place: `semaine dernière`, `mes que viene`. Raises `Refused`."""
    following = words[at + 1].folded if at + 1 < len(words) else ""
    if following in vocabulary.last_after or earlier_after(words, at + 1, vocabulary):
        raise Refused(Why.UNCLEAR_DAY, f"{words[at].raw} {words[at + 1].raw}")
    refuse_next(words, at, vocabulary)


def refuse_next(words: Words, at: int, vocabulary: Vocabulary) -> None:
    """Refuse a day or a period behind which stands that it is to come: `lundi prochain`. Raises `Refused`."""
    for length in range(1, LONGEST + 1):
        if tuple(word.folded for word in words[at + 1 : at + 1 + length]) in vocabulary.next_after:
            raise Refused(Why.FUTURE_DAY, " ".join(word.raw for word in words[at : at + 1 + length]))


def part_end(words: Words, end: int, vocabulary: Vocabulary) -> int:
    """Return where the part of the day ends that follows a day: `night`, `por la noche`."""
    for at in range(end, min(end + 3, len(words))):
        if words[at].folded in vocabulary.parts_of_day:
            return at + 1
        if words[at].folded not in vocabulary.part_openers:
            break
    return end


def ago(words: Words, at: int, calendar: Calendar) -> Span | None:
    """Read `3 days ago`, `a week ago`, `il y a 3 jours`; refuse `in 3 days`."""
    vocabulary = calendar.vocabulary
    opened = _opened(words, at, vocabulary.ago_openers, vocabulary) if vocabulary.ago_openers else 0
    if opened:
        return _back(words, at, at + opened, opened + 2, calendar)
    if vocabulary.ago_openers and (lately := _hours_back(words, at, calendar)) is not None:
        return lately
    _refuse_months_back(words, at, vocabulary)
    ahead = _opened(words, at, vocabulary.in_openers, vocabulary) if vocabulary.in_openers else 0
    if ahead and at > 1 and every_phrase(words, at - 2, vocabulary):
        ahead = 0  # `de duas em duas semanas`
    before_price = ahead and words[at + ahead + 2 : at + ahead + 3] and words[at + ahead + 2].kind is Kind.NUMBER
    if ahead and _at_an_end(words, at, ahead + (3 if before_price else 2)):
        raise Refused(Why.FUTURE_DAY, " ".join(word.raw for word in words[at : at + ahead + 2]))
    length = _ahead(words, at, vocabulary)
    if length and _at_an_end(words, at, length + 1):
        raise Refused(Why.FUTURE_DAY, " ".join(word.raw for word in words[at : at + length]))
    some = [word.folded for word in words[at : at + 3]]
    if len(some) > 1 and some[1] in vocabulary.ago_words and (bare := _unit_ago(words, at, calendar)) is not None:
        return bare
    if len(some) < 3:
        return None
    first, second, third = some
    if third in vocabulary.later_words and second in vocabulary.ago_units and _count(first, vocabulary):
        raise Refused(Why.FUTURE_DAY, " ".join(one.raw for one in words[at : at + 3]))
    if (
        third not in vocabulary.ago_words
        or words[at + 1].kind is Kind.NUMBER
        or second
        in vocabulary.paid
        | vocabulary.paid_by
        | vocabulary.day_openers - vocabulary.ago_units.keys()  # `атб 600 в тому числі ліки 100`
    ):
        return None  # `betaalde me 20 terug`
    if second not in vocabulary.ago_units and _count(first, vocabulary) is None:
        return None  # `heen en terug`, `500 від Івана назад`
    if third in vocabulary.last_after and second in vocabulary.weekdays.keys() | vocabulary.weekday_shorts.keys():
        return None  # `50 senin lalu`
    return _back(words, at, at, 3, calendar)


def _ahead(words: Words, at: int, vocabulary: Vocabulary) -> int:
    """Return how many words are `in 3 days`, `in a week`, `через неделю`; 0 where they are not that."""
    if words[at].folded not in vocabulary.in_words:
        return 0
    following = [word.folded for word in words[at + 1 : at + 3]]
    units = vocabulary.ago_units.keys() | vocabulary.unclear_periods
    if len(following) == 2 and _count(following[0], vocabulary) and following[1] in units:
        paid_for = at and words[at].folded in vocabulary.for_words and following[1] in vocabulary.recurring_months
        return 0 if paid_for else 3  # `світло за 2 місяці 1240`
    numbered = len(following) == 2 and following[1].isdecimal()  # `in week 3`
    rate = words[at].folded in vocabulary.rate_words and len(following) == 1
    if rate and following[0] not in vocabulary.ago_units:
        return 0  # `страховка 3400 за рік`
    return 2 if following and following[0] in units and not numbered else 0


def _unit_ago(words: Words, at: int, calendar: Calendar) -> Span | None:
    """Read `week ago` without a number, as in `неделю назад`. Raises `Refused` for `month ago` and `friday week ago`."""
    if words[at].folded in calendar.vocabulary.ago_minutes:
        return Span(at, at + 2, calendar.today, Sort.RELATIVE)  # `час назад`
    days = calendar.vocabulary.ago_units.get(words[at].folded)
    beside = {word.folded for word in words[max(0, at - 1) : at + 3]}
    named = beside & (calendar.vocabulary.weekdays.keys() | calendar.vocabulary.weekday_shorts.keys())
    if days is not None and not named:
        return Span(at, at + 2, calendar.today - timedelta(days=days), Sort.RELATIVE)
    glued = words[at].kind is Kind.MEASURE  # `2か月前`
    months = glued and words[at].folded.lstrip("0123456789") in calendar.vocabulary.recurring_months
    if days is not None or months or words[at].folded in calendar.vocabulary.unclear_periods:
        raise Refused(Why.UNCLEAR_DAY, f"{words[at].raw} {words[at + 1].raw}")
    return None


def _opened(words: Words, at: int, openers: frozenset[Phrase], vocabulary: Vocabulary) -> int:
    """Return how many words open `vor 3 Tagen` or `dentro de 3 días` here; 0 where no number of days or weeks follows them."""
    for length in range(1, 4):
        if tuple(word.folded for word in words[at : at + length]) in openers:
            following = [word.folded for word in words[at + length : at + length + 2]]
            counted = len(following) == 2 and _count(following[0], vocabulary)
            if counted and (following[1] in vocabulary.ago_units or following[1].rstrip("s") in _stems(vocabulary)):
                return length
    return 0


def _hours_back(words: Words, at: int, calendar: Calendar) -> Span | None:
    """Read `vor 2 Stunden`, `il y a 2h`: a time of today. Raises `Refused` for one that may have been yesterday."""
    vocabulary = calendar.vocabulary
    for length in range(1, 4):
        said = tuple(word.folded for word in words[at : at + length])
        following = [word.folded for word in words[at + length : at + length + 2]]
        if said not in vocabulary.ago_openers or not following:
            continue
        glued = _HOURS.fullmatch(following[0])
        number, unit = glued.groups() if glued is not None else (following[0], following[-1])
        if unit not in vocabulary.ago_minutes or (count := _count(number, vocabulary)) is None:
            continue
        end = at + length + (1 if glued is not None else 2)
        if count * vocabulary.ago_minutes[unit] < _LONG:
            return Span(at, end, calendar.today, Sort.RELATIVE)
        raise Refused(Why.UNCLEAR_DAY, " ".join(word.raw for word in words[at:end]))
    return None


def _refuse_months_back(words: Words, at: int, vocabulary: Vocabulary) -> None:
    """Refuse a month or more before today, as `vor einem Monat`: which day it was is not said. Raises `Refused`."""
    for length in range(1, 4) if vocabulary.ago_openers else ():
        said = tuple(word.folded for word in words[at : at + length + 2])
        if len(said) < length + 2 or said[:length] not in vocabulary.ago_openers or not _count(said[-2], vocabulary):
            continue
        if said[-1] in vocabulary.recurring_months and _at_an_end(words, at, length + 2):
            raise Refused(Why.UNCLEAR_DAY, " ".join(word.raw for word in words[at : at + length + 2]))


@lru_cache(maxsize=64)
def _stems(vocabulary: Vocabulary) -> frozenset[str]:
    """Return weekdays without an `s`, which plurals have: `hace dos viernes`, `il y a deux vendredis` name no one day."""
    return frozenset(weekday.rstrip("s") for weekday in vocabulary.weekdays)


def _count(word: str, vocabulary: Vocabulary) -> int | None:
    if word.isascii() and word.isdecimal():
        return int(word[:9])
    spelt = vocabulary.number_words.get(word, _MOST_SPELT + 1)
    return vocabulary.small_numbers.get(word, spelt if spelt <= _MOST_SPELT else None)


def _back(words: Words, at: int, number_at: int, length: int, calendar: Calendar) -> Span:
    """Return the day so many days or weeks back. Raises `Refused`."""
    vocabulary = calendar.vocabulary
    written = " ".join(word.raw for word in words[at : at + length])
    number, unit = _count(words[number_at].folded, vocabulary), words[number_at + 1].folded
    if number is not None and number * vocabulary.ago_minutes.get(unit, _LONG) < _LONG:
        return Span(at, at + length, calendar.today, Sort.RELATIVE)  # `an hour ago`
    if number is None or unit not in vocabulary.ago_units:
        raise Refused(Why.UNCLEAR_DAY, written)
    days = number * vocabulary.ago_units[unit]
    if days >= (calendar.today - date(EARLIEST, 1, 1)).days:
        raise Refused(Why.LONG_AGO, written)
    return Span(at, at + length, calendar.today - timedelta(days=days), Sort.RELATIVE)
