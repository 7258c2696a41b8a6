"""Days in the cells of a file. Whether 3/4 is in March or in April is decided over all of them.

A row settles the order where only one gives a day of the calendar (``14.03.2026``). As long as none does, the person is asked.
An instant in UTC is a day in the budget's time zone; midnight in UTC is how programs write a bare day, and so is any instant
with another offset.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import NamedTuple

from budget.imports.apostrophes import plain
from budget.money import clean

_LONGEST = 100  # characters of a day's cell, time and zone included
_TIME = r"(?:(?:[ ,T]+|-(?=[0-9]{2}:))(?:(?:at|um|à|alle|om|kl\.?) )?(?P<time>[0-9]{1,2}:[0-9]{2}.*))?"
_ISO = re.compile(rf"([0-9]{{4}})[-/.] ?([0-9]{{1,2}})[-/.] ?([0-9]{{1,2}})\.?{_TIME}")
_KANJI = re.compile(rf"([0-9]{{4}}) ?年 ?([0-9]{{1,2}}) ?月 ?([0-9]{{1,2}}) ?日{_TIME}")
_ERA = re.compile(
    r"(令和|平成|昭和|[RHSrhs]) ?([0-9]{1,2}|元)"
    rf"(?: ?年 ?([0-9]{{1,2}}) ?月 ?([0-9]{{1,2}}) ?日|[./-]([0-9]{{1,2}})[./-]([0-9]{{1,2}})){_TIME}"
)
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "R": 2018, "H": 1988, "S": 1925}
"""The years before the first one of Japan's eras."""
_INSTANT = re.compile(r"(?:([0-9]{9,10})|([0-9]{12,13}))(?:\.[0-9]{1,9})?")
"""Seconds and milliseconds since 1970, in the years from 1973 on."""
_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
_COMPACT = re.compile(r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})")
_NUMERIC = re.compile(rf"([0-9]{{1,2}}) ?([./\-]) ?([0-9]{{1,2}}) ?(?:[./\-]'?|') ?([0-9]{{4}}|[0-9]{{2}})\.?{_TIME}")
_WEEKDAY = r"(?:[^\W\d_]{2,12}\.?,? )?"
_DAY_FIRST = re.compile(
    rf"{_WEEKDAY}([0-9]{{1,2}})(?:st|nd|rd|th|\.)?[ \-]?(?:de )?([^\W\d_]{{3,12}})\.?[ ,\-]+(?:de )?"
    rf"([0-9]{{4}}|[0-9]{{2}})(?: ?[гр]\.?)?{_TIME}"
)
_MONTH_FIRST = re.compile(rf"{_WEEKDAY}([^\W\d_]{{3,10}})\.? ([0-9]{{1,2}})(?:st|nd|rd|th)?,? ([0-9]{{4}}){_TIME}")
_JAVA = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([0-9]{2}) [0-9:]{8} [^ ]+ ([0-9]{4})")  # Date.toString()
_MIDNIGHT = re.compile(r"00:00(?::00(?:\.0+)?)?")
_UTC = re.compile(r"([0-9:.]+?) ?(?:Z|\+00:?00)")

# The first letters of months in English, German, French, Spanish, Italian, Dutch, Portuguese, Polish, Turkish, Indonesian, Russian,
# Ukrainian and Arabic (Unicode CLDR).
_MONTHS = (
    "jan ene gen jän sty oca янв січ ينا",
    "feb fév fev lut şub фев лют فبر",
    "mar mär mrz maa mrt мар бер مار",
    "apr avr abr kwi nis апр кві أبر ابر",
    "may mai mag mei maj мая май тра ماي",
    "jun giu cze juin haz июн чер يون",
    "jul lug lip juil tem июл лип يول",
    "aug aoû ago sie ağu agu ags авг сер أغس اغس",
    "sep set wrz eyl сен вер سبت",
    "oct okt ott out paź eki окт жов أكت اكت",
    "nov lis kas ноя лис نوف",
    "dec dez déc dic gru ara des дек гру ديس",
)
_MONTH = {start: number for number, starts in enumerate(_MONTHS, 1) for start in starts.split()}


class Order(StrEnum):
    """The order of a numeric day's parts."""

    DAY_FIRST = "day month year"
    MONTH_FIRST = "month day year"
    YEAR_FIRST = "year month day"


class Parts(NamedTuple):
    """Three numbers whose order is not told by themselves."""

    first: int
    second: int
    third: int
    dotted: bool
    short: bool
    """Whether the third has two digits, so that it may be a day."""


DayAt = Callable[[datetime], date]
"""Makes a local day of an aware instant: `Budget.day_of`."""


def day_of(cell: str, day_at: DayAt, today: date) -> date | Parts | None:
    """Read a cell: a day, three numbers whose order the file has to settle, or None for no day at all."""
    text = " ".join(plain(cell).split())
    if not text or len(text) > _LONGEST:
        return None
    text = clean(text)
    if found := _ERA.fullmatch(text):
        return _of_era(found, day_at)
    if found := _ISO.fullmatch(text) or _KANJI.fullmatch(text):
        day = _date(int(found[1]), int(found[2]), int(found[3]))
        return _local(day, found["time"], day_at)
    if found := _COMPACT.fullmatch(text):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMERIC.fullmatch(text):
        return Parts(int(found[1]), int(found[3]), int(found[4]), found[2] == ".", len(found[4]) == 2)
    return _named(text, today)


def _of_era(found: re.Match[str], day_at: DayAt) -> date | None:
    """Return the day of an era's year: `令和8年11月18日`, `R8.11.18`."""
    year = _ERAS[found[1].upper()] + (1 if found[2] == "元" else int(found[2]))
    day = _date(year, int(found[3] or found[5]), int(found[4] or found[6]))
    return _local(day, found["time"], day_at)


def instant_of(cell: str, day_at: DayAt) -> date | None:
    """Return the day of an instant that is counted in seconds or milliseconds since 1970; None for no such number.

    Only the column tells that one is meant: the number may be an account's, too.
    """
    found = _INSTANT.fullmatch(clean(plain(cell)))
    if found is None:
        return None
    seconds = int(found[1]) if found[1] else int(found[2]) / 1000
    return day_at(datetime.fromtimestamp(seconds, UTC))


def _named(text: str, today: date) -> date | None:
    """Read a day whose month is a word."""
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year = found[1], found[2], found[3]
    elif found := _JAVA.fullmatch(text) or _MONTH_FIRST.fullmatch(text):
        month, day, year = found[1], found[2], found[3]
    else:
        return None
    word = month.casefold()
    number = _MONTH.get(word[:3]) or _MONTH.get(word[:4])
    return None if number is None else _date(_year(int(year), today, short=len(year) == 2), number, int(day))


def _local(day: date | None, time: str | None, day_at: DayAt) -> date | None:
    """Return the local day of a time that may be written behind its day; None for no day."""
    found = _UTC.fullmatch(time) if time else None
    if day is None or found is None or _MIDNIGHT.fullmatch(found[1]):
        return day
    try:
        moment = datetime.fromisoformat(f"{day.isoformat()}T{found[1]}")
        return day_at(moment.replace(tzinfo=UTC))
    except (ValueError, OverflowError):
        return day


class OrderChoice(NamedTuple):
    """The order of a file's days; None where it has to be asked about, with ``doubt`` as the example (line, parts).

    ``mixed``: rows contradict each other, so a day that both orders give stays unread.
    """

    order: Order | None
    mixed: bool = False
    doubt: tuple[int, Parts] | None = None
    candidates: tuple[Order, ...] = (Order.DAY_FIRST, Order.MONTH_FIRST)


def has_year(cell: str) -> bool:
    """Whether a cell that is no day has what may be its year."""
    return _YEAR.search(clean(cell)) is not None


def in_order(parts: Parts, order: Order, today: date) -> date | None:
    """Return the day of three numbers in an order; None for one that no calendar has."""
    if order is Order.YEAR_FIRST:
        return _date(_year(parts.first, today, short=True), parts.second, parts.third)
    day, month = (parts.first, parts.second) if order is Order.DAY_FIRST else (parts.second, parts.first)
    return _date(_year(parts.third, today, short=parts.short), month, day)


def day_order(
    rows: Sequence[tuple[int, Parts]],
    today: date,
    *,
    known: Order | None = None,
    usual: Order | None = None,
    hint: Order | None = None,
) -> OrderChoice:
    """Decide the order over all days that need one. ``known`` and ``usual`` as with the decimal mark.

    ``hint`` is what the language of the heading tells of days and months. Dots tell it, too: no country puts the month first there.
    """
    if known is not None:
        return OrderChoice(known)
    votes = {Order.DAY_FIRST: 0, Order.MONTH_FIRST: 0}
    doubts = []
    for line, parts in rows:
        days = {order: day for order in votes if (day := in_order(parts, order, today)) is not None}
        if len(days) == 1:
            votes[next(iter(days))] += 1
        elif len(set(days.values())) > 1:
            doubts.append((line, parts))
    first, second = votes.values()
    mixed = bool(first and second)
    order: Order | None = Order.DAY_FIRST if first > second else Order.MONTH_FIRST
    if first == second:
        dotted = not mixed and rows and all(parts.dotted for _, parts in rows)
        order = usual or hint or (Order.DAY_FIRST if dotted else None)
    if usual is None and _may_begin_with_years(rows, order, today):
        candidates = (Order.YEAR_FIRST, *([order] if order else votes))
        return OrderChoice(None, mixed, rows[0], candidates)
    if order is None and (doubts or mixed):
        return OrderChoice(None, mixed, (doubts or list(rows))[0])
    return OrderChoice(order or Order.DAY_FIRST, mixed)


def _may_begin_with_years(rows: Sequence[tuple[int, Parts]], order: Order | None, today: date) -> bool:
    """Whether all days may be ``26-03-14``: short years first give days, and days that lie no farther apart."""
    if not rows or any(parts.dotted or not parts.short for _, parts in rows):
        return False
    spans = [_span(rows, one, today) for one in (order or Order.DAY_FIRST, Order.YEAR_FIRST)]
    return spans[1] is not None and (spans[0] is None or spans[1] <= spans[0])


def _span(rows: Iterable[tuple[int, Parts]], order: Order, today: date) -> int | None:
    """Return how many days lie between the first and the last; None where some row gives no day."""
    days = [in_order(parts, order, today) for _, parts in rows]
    whole = [day for day in days if day is not None]
    return (max(whole) - min(whole)).days if len(whole) == len(days) else None


def _year(number: int, today: date, *, short: bool) -> int:
    """Return a year of four digits: one of two is in this century unless that lies more than a year ahead."""
    if not short:
        return number
    year = today.year // 100 * 100 + number
    return year if year <= today.year + 1 else year - 100


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
