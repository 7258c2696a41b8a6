"""What is left of a pay period, and what of it comes on each day. Values only; the ledger adds up."""

from dataclasses import dataclass
from datetime import date

from budget.paydays import Source


@dataclass(frozen=True, slots=True)
class PayPeriod:
    """The days since the latest paycheck; amounts in minor units. ``paycheck`` adds up all paychecks of its first day.

    ``spent`` has the bills that were paid; ``bills_due`` is what bills take until the next payday, which ``source`` tells.
    ``set_aside_before`` was set aside in the pay periods before, and is spent or free in this one.
    """

    paid_on: date
    paycheck: int
    extra: int
    spent: int
    next_payday: date
    source: Source = Source.TWO_WEEKS
    bills_due: int = 0
    set_aside_before: int = 0

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

    @property
    def remaining_after_bills(self) -> int:
        """Left after bills; below zero when they take more than there is."""
        return self.remaining + self.set_aside_before - self.bills_due

    def per_day_after_bills(self, today: date) -> int:
        """Left after bills, spread over the days until the next payday, rounded down to a minor unit."""
        return self.remaining_after_bills // self.days_left(today)
