"""Days, budget weeks and pay periods. Every period is half-open: ``start`` belongs to it, ``end`` does not.

A day is a date in the budget's time zone, so no arithmetic here meets daylight saving.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from budget.errors import InvalidChoice, Why

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Week:
    """A budget week: seven days from ``start``."""

    start: date

    @property
    def end(self) -> date:
        """The first day that no longer belongs to it."""
        return self.start + _WEEK

    @property
    def last(self) -> date:
        """Its last day."""
        return self.start + timedelta(days=6)

    @property
    def next(self) -> "Week":
        """The week after."""
        return Week(self.end)

    @property
    def previous(self) -> "Week":
        """The week before."""
        return Week(self.start - _WEEK)

    def __contains__(self, day: date) -> bool:
        """Whether a day belongs to it."""
        return self.start <= day < self.end

    def days_left(self, today: date) -> int:
        """How many of its days are left, today included; none once it is over."""
        return max(0, (self.end - max(today, self.start)).days)


class Days(NamedTuple):
    """Days from ``start`` up to, and without, ``end``."""

    start: date
    end: date


def later(day: date, by: timedelta) -> date:
    """Return the day that is so much later, the calendar's last one where there is none."""
    return day + min(by, date.max - day)


def days_until_payday(paid_on: date, payday: date, today: date) -> Days:
    """Return the days of a pay period until the expected payday; where that is overdue, today is the last one."""
    return Days(paid_on, max(payday, today + timedelta(days=1)))


@lru_cache(maxsize=1024)
def week_of(day: date, starts_on: int) -> Week:
    """Return the budget week of a day; ``starts_on`` is 0 for Monday to 6 for Sunday. A record asks for it seven times."""
    return Week(day - timedelta(days=(day.weekday() - starts_on) % 7))


def weekday_named(text: str) -> int:
    """Return 0 for ``monday`` (or ``Mon``) to 6 for ``sunday``; raise `InvalidChoice` for no weekday."""
    word = text.strip().lower()
    found = [number for number, name in enumerate(WEEKDAYS) if len(word) >= 3 and name.startswith(word)]
    if len(found) != 1:
        raise InvalidChoice(Why.UNKNOWN_WEEKDAY, text)
    return found[0]


@lru_cache(maxsize=1024)
def zone_named(name: str) -> ZoneInfo:
    """Return an IANA time zone, in any letter case; raise `InvalidChoice` for an unknown one."""
    try:
        return ZoneInfo(name.strip())
    except (KeyError, ValueError, OSError):  # a folder of the database raises OSError, an absolute path ValueError
        from zoneinfo import available_timezones  # reads the whole database: only for a name that is not exact

        same = [zone for zone in available_timezones() if zone.lower() == name.strip().lower().replace(" ", "_")]
        if not same:
            raise InvalidChoice(Why.UNKNOWN_ZONE, name) from None
        return ZoneInfo(same[0])


def local_day(moment: datetime, zone: str) -> date:
    """Return the day on which an aware instant falls in an IANA time zone."""
    return moment.astimezone(zone_named(zone)).date()
