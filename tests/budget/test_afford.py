"""Whether an amount can be afforded: figures of whole dialogues."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from budget.afford import affordable
from budget.bills import Bill
from budget.categories import Category
from budget.currencies import currency_named
from budget.limits import DatedLimit
from budget.locales import locale_named
from budget.money import Money
from budget.pay_period import PayPeriod
from budget.periods import Week
from budget.schedules import monthly
from budget.set_aside import due_before
from budget.summary import Line, Summary
from tests.budget.bill_values import PAYDAY, SUNDAY, bill, book, day

MONEY = Money(currency_named("USD"), locale_named("en_US"))
FUN = Category(1, "fun", "Fun", (), 15000)
OLD = Category(2, "old", "Old", (), 5000, removed=True)
WATCHED = Category(3, "pets", "Pets", (), 0, limits=(DatedLimit(SUNDAY, None),))
RENT = bill()
NETFLIX = bill("Netflix", 1549, monthly(28), number=2)


def summary(*bills: Bill, paid: bool = True) -> Summary:
    """Return Sunday 22 Nov: $1,500 paid, $12.50 spent on Fun, payday expected on Sunday 6 Dec."""
    week = Week(SUNDAY)
    due = due_before(book(*bills), SUNDAY, PAYDAY, SUNDAY)
    period = PayPeriod(SUNDAY, 150000, 0, 1250, PAYDAY, bills_due=due.amount) if paid else None
    lines = (Line(FUN, 1250, week), Line(OLD, 100, week), Line(WATCHED, 500, week))
    return Summary(datetime(2026, 11, 22, 10, tzinfo=UTC), SUNDAY, MONEY, week, lines, period, due)


def test_what_is_left_after_the_rent() -> None:
    period = summary(RENT).pay_period

    assert period is not None
    assert (period.remaining_after_bills, period.per_day_after_bills(SUNDAY)) == (58750, 4196)
    assert (period.remaining, period.per_day(SUNDAY)) == (148750, 10625)  # these know no bills


def test_yes_with_what_would_be_left() -> None:
    answer = affordable(summary(RENT, NETFLIX), 8000, FUN.number)

    assert answer.fits
    assert (answer.left, answer.per_day, answer.per_day_now, answer.until) == (49201, 3514, 4085, PAYDAY)
    assert answer.line is not None
    assert (answer.line.spent, answer.line.available, answer.line.left) == (9250, 15000, 5750)


def test_no_with_what_it_is_more_than_there_is() -> None:
    answer = affordable(summary(RENT, NETFLIX), 60000)

    assert (answer.fits, answer.missing, answer.line) == (False, 2799, None)


@pytest.mark.parametrize(("amount", "fits"), [(57201, True), (57202, False)])
def test_all_that_is_left_can_be_afforded(amount: int, fits: bool) -> None:
    assert affordable(summary(RENT, NETFLIX), amount).fits is fits


@pytest.mark.parametrize(
    ("amount", "category", "left"),
    [(8000, 1, 5750), (13751, 1, -1), (13650, None, 0), (8000, 3, 5650), (8000, 2, 5650), (8000, 99, 5650)],
)
def test_before_the_first_paycheck_the_weeks_limits_alone_tell(amount: int, category: int | None, left: int) -> None:
    answer = affordable(summary(RENT, paid=False), amount, category)

    assert (answer.left, answer.until, answer.per_day, answer.per_day_now) == (left, None, None, None)
    assert answer.fits is (left >= 0)


def test_a_late_paycheck_leaves_one_day() -> None:
    late = summary(RENT)
    period = late.pay_period

    assert period is not None
    assert period.per_day_after_bills(day("12-20")) == 58750


@pytest.mark.parametrize(("today", "per_day"), [("12-05", 50750), ("12-06", None), ("12-07", None)])
def test_once_the_payday_is_there_nothing_is_a_days(today: str, per_day: int | None) -> None:
    answer = affordable(replace(summary(RENT), today=day(today)), 8000)

    assert (answer.left, answer.until, answer.per_day) == (50750, PAYDAY, per_day)
    assert (answer.per_day_now is None) is (per_day is None)
