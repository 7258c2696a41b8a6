"""When the next paycheck is expected, and which rule the paychecks so far follow."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import islice, pairwise, product
from statistics import median
from typing import NamedTuple

from budget.periods import later
from budget.schedules import LAST_DAY, Schedule, Weekends, every_days, monthly

LONGEST_AHEAD = timedelta(days=366)
"""From today to the first payday that can be said."""
_LONGEST = timedelta(days=2 * 366)
"""A pay period: what its bills come to is added up day by day."""
_EARLY = timedelta(days=3)
"""A paycheck comes so much before its day: over a weekend, or a bank holiday."""
_ENOUGH = 3  # paychecks that tell a rule
_GAPS = (7, 14, 28)  # days
_USUAL_GAP = 14  # days between paydays while fewer than two are known
_FRIDAY = 4
_APART = 7  # days between the two paydays of a month


class Source(StrEnum):
    """Where an expected payday comes from."""

    SAID = "said"
    GAPS = "gaps"  # the median gap between paychecks
    TWO_WEEKS = "two_weeks"  # nothing is known yet


class NextPayday(NamedTuple):
    """The day of the next paycheck, and where it comes from."""

    day: date
    source: Source


def next_payday(paydays: Sequence[date], rule: Schedule | None = None) -> NextPayday:
    """Return when the next paycheck is expected: by the rule that was said, else by the gaps, else in two weeks.

    ``paydays`` are distinct and ascending, at least one. A paycheck up to three days early is that of the rule's day, where the
    rule's days lie farther apart. A rule that names no day in the two years after the latest paycheck is used up.
    """
    if rule is not None and (day := _next_by(rule, paydays[-1])) is not None:
        return NextPayday(day, Source.SAID)
    source = Source.GAPS if len(paydays) > 1 else Source.TWO_WEEKS
    return NextPayday(min(expected_payday(paydays), later(paydays[-1], _LONGEST)), source)


def _next_by(rule: Schedule, latest: date) -> date | None:
    """Return the first day of a rule that a later paycheck than the latest is for."""
    for occurrence in rule.occurrences(latest + timedelta(days=1), later(latest, _LONGEST)):
        before, _ = rule.neighbours(occurrence.planned)
        gap = occurrence.planned - before if before is not None else None
        early = _EARLY if gap is None else min(_EARLY, gap / 2)
        if occurrence.day - latest > early:
            return occurrence.day
    return None


def rule_offered(paydays: Sequence[date]) -> Schedule | None:
    """Return the rule that the last three paychecks follow, where they follow exactly one; None else.

    Rules are: the same weekday every 7, 14 or 28 days; the same one or two days of the month, early only for a weekend; the month's
    last working day. A rule of gaps begins with the first of the three.
    """
    if len(paydays) < _ENOUGH:
        return None
    last = tuple(paydays[-_ENOUGH:])
    found = [*_by_gaps(last), *_by_month(last)]
    return found[0] if len(found) == 1 else None


def rhythm(rule: Schedule) -> str:
    """Return what names the days of a rule, wherever it begins: one of gaps counts on from paycheck to paycheck."""
    return rule.code if rule.anchor is None else f"{rule.step} {rule.every} {rule.anchor.toordinal() % rule.every}"


def _by_gaps(last: tuple[date, ...]) -> list[Schedule]:
    gaps = {(later - earlier).days for earlier, later in pairwise(last)}
    return [every_days(gap, last[0]) for gap in _GAPS if gaps == {gap}]


def _by_month(last: tuple[date, ...]) -> list[Schedule]:
    # Nobody who is paid early for weekends was paid on one.
    weekends = Weekends.STAY if any(day.weekday() > _FRIDAY for day in last) else Weekends.BEFORE
    days = {tuple(sorted(set(planned))) for planned in product(*(_planned_days(day) for day in last))}
    rules = (monthly(*some, weekends=weekends) for some in days if len(some) <= 2 and _are_apart(some))
    return sorted((rule for rule in rules if _follows(last, rule)), key=lambda rule: rule.days)


def _are_apart(days: tuple[int, ...]) -> bool:
    """Whether days are no two that short months or weekends make one."""
    return days[-1] - days[0] >= _APART or len(days) == 1


def _planned_days(day: date) -> Iterator[int]:
    """Yield the days of the month that a paycheck of a day may be for."""
    for early in range(3 if day.weekday() == _FRIDAY else 1):
        planned = day + timedelta(days=early)
        ends_month = (planned + timedelta(days=1)).month != planned.month
        yield from range(planned.day, LAST_DAY + 1) if ends_month else (planned.day,)


def _follows(last: tuple[date, ...], rule: Schedule) -> bool:
    """Whether paychecks are consecutive days of a rule."""
    return tuple(one.day for one in islice(rule.occurrences(last[0], date.max), len(last))) == last


def expected_payday(paydays: Sequence[date]) -> date:
    """Return the day when the next paycheck is due: the median gap of the past paydays after the latest, else two weeks.

    ``paydays`` are distinct and ascending, at least one. A median between two gaps is rounded down.
    """
    gaps = [(later - earlier).days for earlier, later in pairwise(paydays)]
    return paydays[-1] + timedelta(days=int(median(gaps)) if gaps else _USUAL_GAP)
