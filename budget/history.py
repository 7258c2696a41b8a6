"""One category week by week."""

from dataclasses import dataclass
from datetime import date, datetime

from budget.money import Money
from budget.summary import Line

WEEKS = 12
"""Weeks of a category that are shown."""


@dataclass(frozen=True, slots=True)
class History:
    """A category's last weeks as of a moment (UTC instant), the oldest first; none from before the book began."""

    as_of: datetime
    today: date
    money: Money
    lines: tuple[Line, ...]
    """A line for each week; each has its ``week``."""

    @property
    def latest(self) -> Line:
        """The week that is shown."""
        return self.lines[-1]
