"""What was spent over a pay period or a month, by category, against the share of the weekly limits for these days."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from budget.categories import Category
from budget.daily import DailySums
from budget.money import Money
from budget.pay_period import PayPeriod
from budget.periods import Days, Week, days_until_payday
from budget.set_aside import BillsDue
from budget.summary import Line

LONGEST = 366
"""Days that an overview shows: of a pay period without an end the latest."""
FIRST_MONTH, LAST_MONTH = date(1970, 1, 1), date(9998, 12, 1)


class Span(StrEnum):
    """The days that an overview shows."""

    PAY = "pay"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Part:
    """One category over some days; amounts in minor units. ``share`` is its limits' share for them, None without a limit."""

    category: Category
    spent: int
    share: int | None

    @property
    def is_watched(self) -> bool:
        """Whether the category has no limit on any of the days."""
        return self.share is None

    @property
    def limit(self) -> int:
        """The share of the weekly limits."""
        return self.share or 0

    @property
    def carried(self) -> int:
        """Nothing: what weeks carry evens out over the weeks of a period."""
        return 0

    @property
    def available(self) -> int:
        """What may be spent."""
        return self.limit

    @property
    def remaining(self) -> int:
        """What the limits leave; below zero when over."""
        return self.limit - self.spent

    @property
    def left(self) -> int:
        """What is left; below zero when over."""
        return self.remaining


@dataclass(frozen=True, slots=True)
class Overview:
    """A pay period or a month of a budget as of a moment (UTC instant). ``each_day`` is what was spent on each of its days."""

    as_of: datetime
    today: date
    money: Money
    span: Span
    days: Days
    lines: tuple[Part, ...]
    each_day: tuple[int, ...]
    pay_period: PayPeriod | None
    bills: BillsDue | None
    bills_paid: int
    spent: int = field(init=False, repr=False, compare=False)
    """All that categories spent, minor units."""
    limit: int = field(init=False, repr=False, compare=False)
    """The share of all limits, minor units."""
    remaining: int = field(init=False, repr=False, compare=False)
    """What the limits leave, minor units. What was spent without a limit takes nothing of it."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "spent", sum(line.spent for line in self.lines))
        object.__setattr__(self, "limit", sum(line.limit for line in self.lines))
        remaining = sum(line.remaining for line in self.lines if not line.is_watched)
        object.__setattr__(self, "remaining", remaining)

    @property
    def carried(self) -> int:
        """Nothing: `Part.carried`."""
        return 0

    @property
    def is_watched(self) -> bool:
        """Whether no category has a limit: `Summary.is_watched`."""
        return all(line.is_watched for line in self.lines)

    @property
    def unlimited(self) -> int:
        """What was spent without a limit, minor units: it takes nothing of what is left."""
        return sum(line.spent for line in self.lines if line.is_watched)

    @property
    def available(self) -> int:
        """What the limits let be spent, minor units."""
        return self.limit

    @property
    def left(self) -> int:
        """What is left of that, minor units."""
        return self.remaining

    @property
    def funds(self) -> int:
        """What its days are measured against, minor units: what came in, without the bills; for a month the limits' share."""
        period = self._period
        if period is None:
            return self.limit
        bills = period.bills_due - period.set_aside_before + self.bills_paid
        return period.paycheck + period.extra - bills

    @property
    def funds_left(self) -> int:
        """What is left of the funds, minor units."""
        period = self._period
        return self.remaining if period is None else period.remaining_after_bills

    @property
    def days_left(self) -> int:
        """Days left, today included; none once they are over."""
        return max(0, (self.days.end - max(self.today, self.days.start)).days)

    @property
    def _period(self) -> PayPeriod | None:
        return self.pay_period if self.span is Span.PAY else None


def month_of(day: date) -> Days:
    """Return the month of a day."""
    first = day.replace(day=1)
    return Days(first, next_month(first))


def next_month(first: date) -> date:
    """Return the first day of the month after."""
    return (first + timedelta(days=31)).replace(day=1)


def previous_month(first: date) -> date:
    """Return the first day of the month before."""
    return (first - timedelta(days=1)).replace(day=1)


def days_of_pay(period: PayPeriod, today: date) -> Days:
    """Return the days of a pay period up to the expected payday; of a long one the latest."""
    start, end = days_until_payday(period.paid_on, period.next_payday, today)
    return Days(max(start, end - timedelta(days=LONGEST)), end)


def share_of_limits(limit_in: Callable[[Week], int | None], week_of: Callable[[date], Week], days: Days) -> int | None:
    """Return what weekly limits come to over some days, a seventh for each, rounded down; None where no week has one."""
    sevenths, has_limit = 0, False
    week = week_of(days.start)
    while week.start < days.end:
        limit = limit_in(week)
        has_limit = has_limit or limit is not None
        sevenths += (limit or 0) * (min(week.end, days.end) - max(week.start, days.start)).days
        week = Week(week.end)
    return sevenths // 7 if has_limit else None


def parts_of(
    categories: tuple[Category, ...], spent: Mapping[int, int], week_of: Callable[[date], Week], days: Days
) -> tuple[Part, ...]:
    """Return what each category spent over some days.

    One that is removed, or was added later, is there where it spent anything or had a limit then.
    """
    shares = ((each, share_of_limits(each.limit_in, week_of, days)) for each in categories)
    return tuple(
        Part(each, spent.get(each.number, 0), share)
        for each, share in shares
        if each.is_there(days.end) or spent.get(each.number) or share
    )


def counted_in(lines: Iterable[Line | Part], available: int) -> Iterator[int]:
    """Yield the categories that a headline counts: those with a limit; all of them where limits let nothing be spent."""
    return (line.category.number for line in lines if available <= 0 or not line.is_watched)


def spending_on(sums: DailySums, span: Span, days: Days, parts: tuple[Part, ...]) -> tuple[int, ...]:
    """Return what was spent on each day: of a month what its headline counts, of a pay period all but bills."""
    if span is Span.MONTH:
        return tuple(sums.each_day(days, counted_in(parts, sum(part.limit for part in parts))))
    ends = [days.start + timedelta(days=n) for n in range((days.end - days.start).days + 1)]
    return tuple(sums.out_on(day) - sums.bills(Days(day, after)) for day, after in pairwise(ends))
