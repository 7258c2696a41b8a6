"""How a language writes days and whole numbers: names and patterns as data."""

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
    """The first day of a range within one month, and a day beside `Today`; with ``month`` where that stands first."""
    long_day: str
    long_dated_day: str
    short_day: str
    short_dated_day: str
    short_moment: str
    """A time of the last days, by its weekday."""
    month: str
    """A month with its year."""
    range: str
    dated_range: str
    """A range that ends in another year than today's."""
    group: str
    """What groups the digits of a whole number by three."""
    months_alone: tuple[str, ...] = ()
    """The months without a day, where they are named otherwise then."""
    every_weekday: tuple[str, ...] = ()
    """The weekdays on which something comes again, where `every` changes them."""
    number: str = "{day}"
    """A day alone, whose month stands beside it."""
    first: str = ""
    """The first day of a month, where it is written as no other: `1er`."""
    last_number: str = ""
    """The last day of a range within one month, where the month stands before the first one: `12月1日〜7日`."""
    comma: str = ", "
    """What stands between the things of a list."""
    gap: str = " "
    """What stands between two sentences."""
