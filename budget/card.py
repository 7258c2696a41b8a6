"""The card: one message that is kept true. What it shows, and when it is drawn again.

It knows no sentence and no chat platform.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from hashlib import sha256

from budget.bills import Due
from budget.ledger import BudgetView
from budget.looks import summary_of
from budget.pay_period import PayPeriod
from budget.periods import zone_named
from budget.summary import Line, Summary
from budget.sums import bills_of

FIRST_LINE = 40
"""Characters of its first line, which is what a pinned message shows."""
CELLS = 6
"""Cells of a bar: with more, `$50.00 left · Unpredictable…` beside it takes two lines where a phone's font has wide ones."""
PACE = timedelta(seconds=3)
"""Between two edits of one card."""
LEASE = timedelta(minutes=2)
"""How long a process has a card for itself that draws it: longer than its calls may take. If it ends meanwhile, another draws."""
OFFERED_AFTER = 5
"""Entries of a budget, until it is offered a card."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Card:
    """What a card shows: the week and the pay period, the bill that is due next, and the first one after the payday."""

    summary: Summary
    next_bill: Due | None
    after_payday: Due | None
    drawn_at: datetime
    """Now, in the budget's time zone."""
    redraw_at: datetime
    """The next local midnight, when all of it may be different."""


def card_of(view: BudgetView, now: datetime) -> Card:
    """Return what a budget's card shows now."""
    summary, budget = summary_of(view, now), view.budget
    if summary.bills is not None:
        dues, after = summary.bills.dues, summary.bills.after
        due = dues[0] if dues else None
    else:
        bills = bills_of(view, summary.today)
        open_now = [found for bill in bills.current if (found := bills.next_open(bill, summary.today)) is not None]
        due, after = min(open_now, key=lambda one: (one.day, one.bill.number), default=None), None
    local = now.astimezone(zone_named(budget.time_zone))
    return Card(summary, due, after, local, next_midnight(now, budget.time_zone))


def filled(line: Line) -> int:
    """Return how many cells of a bar are filled: rounded down, but one for any spending, and all of them only at the limit."""
    if line.available <= 0:
        return CELLS if line.spent > 0 else 0
    percent = max(0, line.spent * 100 // line.available)
    return min(CELLS, percent * CELLS // 100 or int(percent > 0))


def percent_left(period: PayPeriod) -> int:
    """Return how much of what came in is left after bills, in percent, rounded down; never below 0."""
    return max(0, period.remaining_after_bills * 100 // (period.paycheck + period.extra))


def percent_left_of_week(summary: Summary) -> int:
    """Return how much of all that is available in a week is left, in percent, rounded down; never below 0."""
    return max(0, summary.left * 100 // summary.available) if summary.available > 0 else 0


def digest_of(content: str) -> str:
    """Return what names a card's content in few characters."""
    return sha256(content.encode()).hexdigest()


def next_midnight(now: datetime, zone: str) -> datetime:
    """Return the instant, after now, when the next day begins in a time zone.

    Where no clock shows that midnight, the day begins with the time after the gap. Where one shows it twice, the first counts.
    """
    there = zone_named(zone)
    midnight = datetime.combine(now.astimezone(there).date() + _DAY, time.min, there)
    first = midnight.astimezone(UTC)
    return first if first > now else midnight.replace(fold=1).astimezone(UTC)
