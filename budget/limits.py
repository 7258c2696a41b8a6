"""Weekly limits with a date, and what a category carries from week to week.

Past weeks are judged by what held then. What is carried is derived from the weeks' sums and never stored.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from budget.periods import Week

MOST_WEEKS = 104
"""Weeks that are added up to what is carried."""


class DatedLimit(NamedTuple):
    """A limit in minor units that holds from a day on; None is no limit: the category is watched.

    ``removed``: the category is out of use from that day on, until the next limit.
    """

    since: date
    amount: int | None
    removed: bool = False


class Carry(StrEnum):
    """What a category takes along into the next week."""

    BOTH = "both"  # what is left and what is missing
    UP = "up"  # what is left alone
    DOWN = "down"  # what is missing alone
    OFF = "off"


class DatedCarry(NamedTuple):
    """A choice that holds from a day on, and begins with nothing carried."""

    since: date
    carry: Carry


def limit_in(limits: Sequence[DatedLimit], week: Week) -> int | None:
    """Return the limit that holds in a week. ``limits`` ascend, at least one."""
    return dated_limit(limits, week.end).amount


def dated_limit(limits: Sequence[DatedLimit], end: date) -> DatedLimit:
    """Return what holds on days that end with one: the latest limit, the first one before it."""
    return next((one for one in reversed(limits) if one.since < end), limits[0])


def limit_since(limits: Sequence[DatedLimit], week: Week) -> date | None:
    """Return the day since which the limit of a week holds; None where it has been that from the beginning."""
    begun = [one for one in limits if one.since < week.end]
    since = None
    for before, one in pairwise(begun):
        since = one.since if one.amount != before.amount else since
    return since


def carry_in(carries: Sequence[DatedCarry], week: Week) -> DatedCarry | None:
    """Return what is chosen for a week, None where nothing is carried into it or out of it. ``carries`` ascend."""
    found = next((one for one in reversed(carries) if one.since < week.end), None)
    return found if found is not None and found.carry is not Carry.OFF else None


def weeks_carried(carries: Sequence[DatedCarry], week: Week) -> tuple[Week, ...]:
    """Return the weeks whose sums decide what is carried into a week: from the choice on, at most 104."""
    chosen = carry_in(carries, week)
    if chosen is None:
        return ()
    count = min(MOST_WEEKS, -((chosen.since - week.start).days // 7))
    return tuple(Week(week.start - timedelta(days=7 * n)) for n in range(count, 0, -1))


@dataclass(frozen=True, slots=True)
class Available:
    """What a category may spend in a week, minor units: its ``limit`` and what is ``carried`` into it.

    ``balance`` is all that was left or is missing. A deficit is made up at most half a limit a week, so it may be greater.
    """

    limit: int
    balance: int = 0

    @property
    def carried(self) -> int:
        """What the limit is raised by, or below zero what is made up this week."""
        return max(self.balance, -(self.limit // 2))

    @property
    def amount(self) -> int:
        """The limit with what is carried."""
        return self.limit + self.carried


def balance_after(weeks: Iterable[tuple[int | None, int]], carry: Carry) -> int:
    """Return what is carried out of consecutive weeks, each with its limit and what was spent, minor units.

    `B(w+1) = min(B(w) + limit(w) - spent(w), limit(w))`, from nothing. A week without a limit carries nothing on.
    """
    balance = 0
    for limit, spent in weeks:
        balance = 0 if limit is None else min(balance + limit - spent, limit)
        if carry is Carry.UP:
            balance = max(0, balance)
        elif carry is Carry.DOWN:
            balance = min(0, balance)
    return balance


def balance_in(
    limit_of: Callable[[Week], int | None], carries: Sequence[DatedCarry], week: Week, spent: Mapping[date, int]
) -> int:
    """Return what a category carries into a week, minor units.

    ``spent`` are the sums of the weeks before it, by their first days; `weeks_carried` says which are needed.
    """
    chosen = carry_in(carries, week)
    if chosen is None:
        return 0
    before = ((limit_of(one), spent.get(one.start, 0)) for one in weeks_carried(carries, week))
    return balance_after(before, chosen.carry)
