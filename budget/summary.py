"""Spending against limits over a budget week, with the pay period of its moment. Values only; the ledger adds up."""

from dataclasses import dataclass, field
from datetime import date, datetime

from budget.categories import Category
from budget.limits import Available
from budget.money import Money
from budget.pay_period import PayPeriod
from budget.periods import Days, Week
from budget.set_aside import BillsDue


@dataclass(frozen=True, slots=True)
class Line:
    """One category in one week; amounts in minor units. ``spent`` is below zero where refunds outweigh expenses.

    Without a ``week`` its latest limit counts. ``balance`` is what was left or is missing of the weeks before.
    """

    category: Category
    spent: int
    week: Week | None = None
    balance: int = 0
    is_watched: bool = field(init=False, repr=False, compare=False)
    """Whether the category has no limit in the week: it is neither over nor part of what is left."""
    limit: int = field(init=False, repr=False, compare=False)
    """The limit that holds in the week; a removed category has 0 by then, a watched one none at all."""
    carried: int = field(init=False, repr=False, compare=False)
    """What the weeks before add to the limit, or below zero what is made up in this one."""
    available: int = field(init=False, repr=False, compare=False)
    """The limit with what is carried."""

    def __post_init__(self) -> None:
        limit = _limit_of(self.category, self.week)
        carried = Available(limit or 0, self.balance).carried if self.balance else 0
        object.__setattr__(self, "is_watched", limit is None)
        object.__setattr__(self, "limit", limit or 0)
        object.__setattr__(self, "carried", carried)
        object.__setattr__(self, "available", (limit or 0) + carried)

    @property
    def remaining(self) -> int:
        """What the limit leaves; below zero when over."""
        return self.limit - self.spent

    @property
    def left(self) -> int:
        """What is left of all that is available; below zero when over."""
        return self.available - self.spent

    @property
    def over(self) -> bool:
        """Whether more was spent than is available; exactly that is not over."""
        return not self.is_watched and self.spent > self.available


def _limit_of(category: Category, week: Week | None) -> int | None:
    """Return the limit of a category in a week, None where it is only watched."""
    if week is not None:
        return category.limit_in(week)
    if category.removed:
        return 0
    return None if category.is_watched else category.limit


@dataclass(frozen=True, slots=True)
class Summary:
    """One week of a budget as of a moment (UTC instant), with the pay period of that moment."""

    as_of: datetime
    today: date
    money: Money
    week: Week
    lines: tuple[Line, ...]
    pay_period: PayPeriod | None
    bills: BillsDue | None = None
    """What is due until the payday; None before the first paycheck."""
    bills_paid: int = 0
    """What was paid in the week for bills outside the weekly limits, minor units."""
    nothing_spent_on: tuple[date, ...] = ()
    """The days of the week of which somebody said that nothing was spent. Others without an entry may have been forgotten."""
    spent: int = field(init=False, repr=False, compare=False)
    """All that was spent in the week, minor units."""
    limit: int = field(init=False, repr=False, compare=False)
    """All limits together, minor units."""
    remaining: int = field(init=False, repr=False, compare=False)
    """What all limits together leave, minor units. What was spent without a limit takes nothing of it."""
    carried: int = field(init=False, repr=False, compare=False)
    """All that the weeks before add to the limits or take from them, minor units."""

    def __post_init__(self) -> None:
        spent = limit = remaining = carried = 0
        for line in self.lines:
            spent += line.spent
            if not line.is_watched:
                limit += line.limit
                remaining += line.limit - line.spent
            carried += line.carried
        for name, amount in (("spent", spent), ("limit", limit), ("remaining", remaining), ("carried", carried)):
            object.__setattr__(self, name, amount)

    @property
    def is_watched(self) -> bool:
        """Whether no category has a limit."""
        return all(line.is_watched for line in self.lines)

    @property
    def unlimited(self) -> int:
        """What was spent without a limit, minor units: it takes nothing of what is left."""
        return sum(line.spent for line in self.lines if line.is_watched)

    @property
    def available(self) -> int:
        """All limits with what is carried, minor units."""
        return self.limit + self.carried

    @property
    def left(self) -> int:
        """What is left of all that is available, minor units."""
        return self.remaining + self.carried

    @property
    def days(self) -> Days:
        """The week's days."""
        return Days(self.week.start, self.week.end)

    @property
    def days_left(self) -> int:
        """Days left in the week, today included."""
        return self.week.days_left(self.today)
