"""Spending against limits over a budget week, and what a pay period still holds. Values only; the ledger adds up."""

from dataclasses import dataclass
from datetime import date, datetime

from budget.categories import Category
from budget.money import Money
from budget.periods import Week


@dataclass(frozen=True, slots=True)
class Line:
    """One category in one week; amounts in minor units. ``spent`` is below zero where refunds outweigh expenses."""

    category: Category
    spent: int

    @property
    def limit(self) -> int:
        """The category's weekly limit; a removed category has none left."""
        return 0 if self.category.removed else self.category.limit

    @property
    def remaining(self) -> int:
        """What the limit leaves; below zero when over."""
        return self.limit - self.spent

    @property
    def over(self) -> bool:
        """Whether more was spent than the limit; exactly the limit is not over."""
        return self.spent > self.limit


@dataclass(frozen=True, slots=True)
class PayPeriod:
    """The days since the latest paycheck; amounts in minor units. ``paycheck`` adds up all paychecks of its first day."""

    paid_on: date
    paycheck: int
    extra: int
    spent: int
    next_payday: date

    @property
    def remaining(self) -> int:
        """Left to spend; below zero when more was spent than came in."""
        return self.paycheck + self.extra - self.spent

    def is_overdue(self, today: date) -> bool:
        """Whether the expected payday has passed; on that day itself the paycheck may still come."""
        return self.next_payday < today

    def days_left(self, today: date) -> int:
        """Days until the expected next payday, today included; at least one, for a paycheck may be late."""
        return max(1, (self.next_payday - today).days)

    def per_day(self, today: date) -> int:
        """Left to spend, spread over the days until the next payday, rounded down to a minor unit."""
        return self.remaining // self.days_left(today)


@dataclass(frozen=True, slots=True)
class Summary:
    """One week of a budget as of a moment (UTC instant), with the pay period of that moment."""

    as_of: datetime
    today: date
    money: Money
    week: Week
    lines: tuple[Line, ...]
    pay_period: PayPeriod | None

    @property
    def spent(self) -> int:
        """All that was spent in the week, minor units."""
        return sum(line.spent for line in self.lines)

    @property
    def limit(self) -> int:
        """All limits together, minor units."""
        return sum(line.limit for line in self.lines)

    @property
    def remaining(self) -> int:
        """What all limits together leave, minor units."""
        return self.limit - self.spent

    @property
    def days_left(self) -> int:
        """Days left in the week, today included."""
        return self.week.days_left(self.today)
