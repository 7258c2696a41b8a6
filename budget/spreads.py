"""One purchase that counts over several weeks. The pay period sees all of it on its day."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from budget.periods import Week

MOST_WEEKS = 52
_USUAL = (4, 6)


class Spread(NamedTuple):
    """An expense that is spread over ``weeks``, from the week of its ``day`` on; ``amount`` in minor units.

    ``message`` and ``line`` are its address.
    """

    category: int
    amount: int
    day: date
    weeks: int
    message: int = 0
    line: int = 0


def share(amount: int, week: int, weeks: int) -> int:
    """Return what one week (from 0) of several bears of an amount; the shares add up to it exactly."""
    return amount * (week + 1) // weeks - amount * week // weeks


def share_in(spread: Spread, week: Week, first: Week) -> int:
    """Return what a week bears of a spread expense whose ``first`` week is that of its day."""
    number = (week.start - first.start).days // 7
    return share(spread.amount, number, spread.weeks) if 0 <= number < spread.weeks else 0


def moved_by(spreads: Iterable[Spread], week: Week) -> dict[int, int]:
    """Return by how much spreading changes each category's sum of a week in which expenses count whole on their days."""
    changes: dict[int, int] = {}
    for spread in spreads:
        first = Week(week.start + timedelta(days=7 * ((spread.day - week.start).days // 7)))
        change = share_in(spread, week, first) - (spread.amount if spread.day in week else 0)
        if change:
            changes[spread.category] = changes.get(spread.category, 0) + change
    return changes


def weeks_offered(amount: int, left: int, limit: int) -> tuple[int, ...]:
    """Return over how many weeks to spread an expense: 4, 6, and as many as fit what the limit leaves.

    Nothing is offered for an expense that the week holds. ``left`` is what the week's limit left before it, minor units.
    """
    if amount <= max(left, 0):
        return ()
    room = left if left > 0 else limit
    fitting = -(-amount // room) if room > 0 else MOST_WEEKS + 1
    return tuple(sorted({*_USUAL, *((fitting,) if 2 <= fitting <= MOST_WEEKS else ())}))
