"""A day that is still to come, where an entry's day is one that is past."""

from datetime import date, timedelta

from budget.errors import Refused, Why

_LONGEST_PAST = 400  # days in which the same day of an earlier year lies
_TWO_MONTHS = 62  # days: of two months in a row, one has 31; February is between two that do
_FOUR_YEARS = 8  # between two leap days, even around 2100


def day_ahead(year: str | None, month: int, day: int, today: date, written: str, *, nearest: bool) -> date:
    """Return a day of the calendar: without a year the next one, or the nearest. Raises `Refused` for one that cannot be.

    29 February without a year is one of a leap year, so that a yearly schedule keeps its anchor.
    """
    if year is not None:
        try:
            return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
        except ValueError:
            raise Refused(Why.IMPOSSIBLE_DAY, written) from None
    found = [
        one for n in range(-_FOUR_YEARS, _FOUR_YEARS + 1) if (one := _day_of(today.year + n, month, day)) is not None
    ]
    if not found:
        raise Refused(Why.IMPOSSIBLE_DAY, written)
    past = max((one for one in found if one < today), default=date.min)
    ahead = min((one for one in found if one >= today), default=date.max)
    if month == 2 and day == 29 and (ahead - today).days > _LONGEST_PAST:
        return past  # the common years between have an occurrence, too
    return past if nearest and today - past < ahead - today else ahead


def day_of_month_ahead(day: int, today: date) -> date:
    """Return the next such day of a month that has it, today included."""
    ahead = (today + timedelta(days=n) for n in range(_TWO_MONTHS))
    return next(one for one in ahead if one.day == day)


def _day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
