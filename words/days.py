"""Days and weeks in words."""

from datetime import date, datetime

from budget.grammar.numeric_dates import OLD
from budget.periods import Week
from words.markup import NO_BREAK, unbroken
from words.voice import Voice


def weekday(voice: Voice, number: int) -> str:
    """Write a weekday, 0 for Monday: ``Monday``."""
    return voice.calendar.weekdays[number]


def every_weekday(voice: Voice, number: int) -> str:
    """Write a weekday on which something comes again: ``Monday`` behind ``every``, in some languages with it."""
    return (voice.calendar.every_weekday or voice.calendar.weekdays)[number]


def day(voice: Voice, of: date, today: date) -> str:
    """Write ``Sat 21 Nov``, with the year where it is not today's."""
    return _written(voice, of, dated=of.year != today.year)


def asked_day(voice: Voice, of: date, today: date) -> str:
    """Write a day that is asked about: with the year also where it is asked because it lies far back."""
    return _written(voice, of, dated=of.year != today.year or (today - of).days > OLD)


def _written(voice: Voice, of: date, *, dated: bool) -> str:
    calendar = voice.calendar
    return _by(
        calendar.dated_day if dated else calendar.day,
        weekday=calendar.short_weekdays[of.weekday()],
        day=_number(voice, of),
        month=calendar.short_months[of.month - 1],
        year=of.year,
    )


def _by(pattern: str, **fields: object) -> str:
    """Return a day or a time by its pattern, which no line breaks."""
    return pattern.format(**fields).replace(" ", NO_BREAK)


def _range(pattern: str, first: str, last: str, year: int | None = None) -> str:
    """Return days from the first to the last; a line may end behind the dash alone."""
    start, field, end = pattern.partition("{last}")
    return f"{unbroken(start)}{field}{_before_a_year(end)}".format(first=first, last=last, year=year)


def _long(pattern: str, **fields: object) -> str:
    """Return a day or a month in long words: a line may end beside the year alone, as large letters need more room for all."""
    start, month, end = pattern.partition("{month}")
    return f"{start.replace(' ', NO_BREAK)}{month}{_before_a_year(end)}".format(**fields)


def _before_a_year(end: str) -> str:
    """Return what follows days or a month, their year, with which a line may begin."""
    return f"{end[:1]}{end[1:].replace(' ', NO_BREAK)}"


def _number(voice: Voice, of: date) -> str:
    """Return a day's number, or what the first one is called."""
    return voice.calendar.first or "1" if of.day == 1 else f"{of.day}"


def opening(day: str) -> str:
    """Return a day as it begins a line: with a capital, where the language writes weekdays small."""
    return f"{day[:1].upper()}{day[1:]}"


def short_weekday(voice: Voice, of: date) -> str:
    """Write ``Thu``."""
    return voice.calendar.short_weekdays[of.weekday()]


def number_and_month(voice: Voice, of: date) -> str:
    """Write ``26 Nov``."""
    return _by(voice.calendar.short_day, day=_number(voice, of), month=voice.calendar.short_months[of.month - 1])


def near_day(voice: Voice, of: date, today: date) -> str:
    """Write ``Today, Thu 26`` and ``Yesterday, Wed 25``; other days as `day` does."""
    month = voice.calendar.short_months[of.month - 1]
    numbered = _by(
        voice.calendar.weekday_and_number, weekday=short_weekday(voice, of), day=_number(voice, of), month=month
    )
    match (today - of).days:
        case 0:
            return voice.say("Today, {day}", day=numbered)
        case 1:
            return voice.say("Yesterday, {day}", day=numbered)
        case _:
            return opening(day(voice, of, today))


def span(voice: Voice, first: date, last: date, today: date | None = None) -> str:
    """Write ``20 Nov – 3 Dec``, one day alone as ``20 Nov``, and with its year a day that is not of the year of ``today``."""
    dated = today is not None and (first.year, last.year) != (today.year, today.year)
    written = short_date if dated else number_and_month
    if first == last:
        return written(voice, first)
    return _range(voice.calendar.range, written(voice, first), written(voice, last))


def day_span(voice: Voice, first: date, last: date, today: date) -> str:
    """Write ``Fri 20 Nov – Thu 3 Dec``, one day alone as ``Fri 20 Nov``: days as `day` writes them."""
    written = day(voice, first, today)
    return written if first == last else _range(voice.calendar.range, written, day(voice, last, today))


def month(voice: Voice, of: date) -> str:
    """Write ``November 2026``."""
    months = voice.calendar.months_alone or voice.calendar.months
    return _long(voice.calendar.month, month=months[of.month - 1], year=of.year)


def short_moment(voice: Voice, of: datetime) -> str:
    """Write ``Thu 20:10``."""
    return _by(voice.calendar.short_moment, weekday=short_weekday(voice, of), hour=of.hour, minute=of.minute)


def short_date(voice: Voice, of: date) -> str:
    """Write ``21 Nov 2026``."""
    month = voice.calendar.short_months[of.month - 1]
    return _by(voice.calendar.short_dated_day, day=_number(voice, of), month=month, year=of.year)


def short_day(voice: Voice, of: date) -> str:
    """Write ``21 Nov``."""
    month = voice.calendar.short_months[of.month - 1]
    return _by(voice.calendar.short_day, day=_number(voice, of), month=month)


def long_date(voice: Voice, of: date) -> str:
    """Write ``21 November 2026``."""
    month = voice.calendar.months[of.month - 1]
    return _long(voice.calendar.long_dated_day, day=_number(voice, of), month=month, year=of.year)


def long_week(voice: Voice, of: Week, today: date) -> str:
    """Write ``16 – 22 November``, with the year where it is not today's."""
    if _names_both_years(of, today):
        return _range(voice.calendar.range, long_date(voice, of.start), long_date(voice, of.last))
    pattern = voice.calendar.range if of.last.year == today.year or today in of else voice.calendar.dated_range
    first, last = _ends(voice, of, voice.calendar.long_day, voice.calendar.months)
    return _range(pattern, first, last, of.last.year)


def short_week(voice: Voice, of: Week, today: date | None = None) -> str:
    """Write ``16 – 22 Nov``, with the year where it is not that of ``today``."""
    if today is not None and _names_both_years(of, today):
        return _range(voice.calendar.range, short_date(voice, of.start), short_date(voice, of.last))
    is_near = today is None or of.last.year == today.year or today in of
    pattern = voice.calendar.range if is_near else voice.calendar.dated_range
    first, last = _ends(voice, of, voice.calendar.short_day, voice.calendar.short_months)
    return _range(pattern, first, last, of.last.year)


def _names_both_years(of: Week, today: date) -> bool:
    """Whether a week is named with two years: it has days of both, and is not today's."""
    return of.start.year != of.last.year and today not in of


def narrow_weeks(voice: Voice, of: Week) -> tuple[str, ...]:
    """Write ``28 – 4 Oct``, ``28. – 4.`` and ``28 – 4``, for buttons that have no room for more."""
    months, both = voice.calendar.short_months, (of.start, of.last)
    first, last = (voice.calendar.number.format(day=day.day, month=months[day.month - 1]) for day in both)
    ends = ((first, number_and_month(voice, of.last)), (first, last), (of.start.day, of.last.day))
    return tuple(voice.calendar.range.format(first=start, last=end) for start, end in ends)


def _ends(voice: Voice, of: Week, pattern: str, months: tuple[str, ...]) -> tuple[str, str]:
    """Write a week's first and last day; the first without its month where both are in one month."""
    calendar = voice.calendar
    first, last = (_by(pattern, day=_number(voice, each), month=months[each.month - 1]) for each in (of.start, of.last))
    if of.start.month != of.last.month:
        return first, last
    number = _by(calendar.number, day=_number(voice, of.start), month=months[of.start.month - 1])
    return number, _by(calendar.last_number, day=of.last.day) if calendar.last_number else last
