"""The even pace: what would be spent by the end of a day if every day of a period took the same."""

from datetime import date
from typing import NamedTuple


class Pace(NamedTuple):
    """What an even pace has spent by the end of today, and what is spent, minor units."""

    expected: int
    spent: int

    @property
    def ahead(self) -> int:
        """How far spending is under the pace; below zero when over."""
        return self.expected - self.spent


def pace_on(today: date, start: date, end: date, available: int, left: int) -> Pace | None:
    """Return the pace of a period up to, and without, ``end``; None on a day outside of it, and where nothing is available."""
    if not start <= today < end or available <= 0:
        return None
    expected = available * ((today - start).days + 1) // (end - start).days
    return Pace(expected, available - left)


def per_day(left: int, days_left: int) -> int | None:
    """Return what is left for each of the days left, rounded down; None where nothing is left, or no day."""
    return left // days_left if left > 0 and days_left > 0 else None
