"""What the ledger gives that is no noun of its own: sums, and rows of what was taught."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from budget.entries import Kind

MOST_PAYDAYS = 50
"""The latest paydays that are read: enough for the usual gap between them."""


class Pay(NamedTuple):
    """What a pay period holds, minor units; ``paydays`` are the latest past ones, ascending."""

    paydays: tuple[date, ...]
    paycheck: int
    extra: int
    spent: int

    @property
    def first(self) -> date | None:
        """The day of the first paycheck of all; None where there are more than are read."""
        return self.paydays[0] if len(self.paydays) < MOST_PAYDAYS else None


class Staged(NamedTuple):
    """A book that is stored where nobody sees it: its number, and the last message that was restored in its chat before."""

    owner: int
    last: int


class Spent(NamedTuple):
    """What a category spent in a week, refunds taken off (minor units), and the message that told of its passed limit."""

    amount: int
    told_by: int | None


class WeekSums(NamedTuple):
    """What a week's entries come to, minor units: spent ``by_category``, refunds taken off, and ``bills`` outside the limits.

    On ``quiet`` days somebody said that nothing was spent, and nothing was.
    """

    by_category: Mapping[int, int]
    bills: int
    quiet: tuple[date, ...] = ()


class Spending(NamedTuple):
    """What one entry spent, minor units, a refund below zero; the entry's address and its note."""

    message: int
    line: int
    amount: int
    note: str


class Rule(NamedTuple):
    """What one tap taught: entries with this folded note belong to a category; ``taught`` numbers the taps."""

    taught: int
    note: str
    category: int


class DaySum(NamedTuple):
    """What entries of one kind and category come to on one day, minor units; a bill outside the limits has no category."""

    day: date
    kind: Kind
    category: int | None
    amount: int


class Audit(NamedTuple):
    """How many entries were added up again, and how many sums of weeks and pay periods say something else."""

    entries: int
    wrong: int
