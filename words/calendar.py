"""How a language writes days: names and patterns as data."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Calendar:
    """Names of weekdays (Monday first) and months, and the patterns of days. Patterns have fields, in the order of the language.

    The fields are ``weekday`` and ``month`` (short in the short patterns), ``day`` and ``year``; those of a range are ``first`` and
    ``last``.
    """

    weekdays: tuple[str, ...]
    short_weekdays: tuple[str, ...]
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    day: str
    """With its short weekday."""
    dated_day: str
    """... and its year."""
    weekday_and_number: str
    """The first day of a range within one month."""
    long_day: str
    long_dated_day: str
    short_day: str
    short_dated_day: str
    range: str
    dated_range: str
    """A range that ends in another year than today's."""


ENGLISH_CALENDAR = Calendar(
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    short_weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    short_months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    day="{weekday} {day} {month}",
    dated_day="{weekday} {day} {month} {year}",
    weekday_and_number="{weekday} {day}",
    long_day="{day} {month}",
    long_dated_day="{day} {month} {year}",
    short_day="{day} {month}",
    short_dated_day="{day} {month} {year}",
    range="{first} – {last}",
    dated_range="{first} – {last} {year}",
)
