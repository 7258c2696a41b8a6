from datetime import UTC, date, datetime

import pytest

from budget.categories import Category
from budget.currencies import currency_named
from budget.entries import Entry, Kind
from budget.locales import locale_named
from budget.money import Money
from budget.pay_period import PayPeriod
from budget.periods import Week
from budget.summary import Line, Summary

SUNDAY = date(2026, 11, 22)


def line(spent: int, limit: int, *, removed: bool = False) -> Line:
    return Line(Category(1, "fun", "Fun", (), limit, removed), spent)


@pytest.mark.parametrize(
    ("spent", "limit", "remaining", "over"),
    [
        (1250, 15000, 13750, False),
        (15000, 15000, 0, False),  # exactly 100 % is not over
        (15001, 15000, -1, True),
        (0, 0, 0, False),
        (1, 0, -1, True),
        (-500, 15000, 15500, False),  # refunds may outweigh expenses
    ],
)
def test_a_line_says_what_its_limit_leaves(spent: int, limit: int, remaining: int, over: bool) -> None:
    assert (line(spent, limit).remaining, line(spent, limit).over) == (remaining, over)


def test_a_removed_category_has_no_limit_left() -> None:
    assert line(1250, 15000, removed=True).limit == 0


def period(*, paycheck: int = 150000, extra: int = 0, spent: int = 1250) -> PayPeriod:
    return PayPeriod(date(2026, 11, 20), paycheck, extra, spent, next_payday=date(2026, 12, 4))


def test_left_to_spend_is_paycheck_and_extra_less_what_was_spent() -> None:
    assert period().remaining == 148750
    assert period(extra=4000).remaining == 152750
    assert period(spent=150001).remaining == -1


@pytest.mark.parametrize(
    ("today", "days", "per_day"),
    [
        (SUNDAY, 12, 12395),  # 1487.50 over 12 days, rounded down
        (date(2026, 12, 3), 1, 148750),
        (date(2026, 12, 4), 1, 148750),
        (date(2027, 1, 1), 1, 148750),  # the paycheck is late
    ],
)
def test_per_day_spreads_what_is_left_over_the_days_to_the_next_payday(today: date, days: int, per_day: int) -> None:
    assert (period().days_left(today), period().per_day(today)) == (days, per_day)


@pytest.mark.parametrize(
    ("today", "overdue"), [(date(2026, 12, 3), False), (date(2026, 12, 4), False), (date(2026, 12, 5), True)]
)
def test_a_paycheck_is_overdue_from_the_day_after_it_was_expected(today: date, overdue: bool) -> None:
    assert period().is_overdue(today) is overdue


def test_per_day_is_rounded_down_below_zero_too() -> None:
    assert period(spent=150001).per_day(SUNDAY) == -1


def test_a_summary_adds_up_its_lines() -> None:
    money = Money(currency_named("USD"), locale_named("en_US"))
    lines = (line(1250, 15000), line(-250, 10000), line(300, 5000, removed=True))
    week = Summary(datetime(2026, 11, 22, 10, tzinfo=UTC), SUNDAY, money, Week(date(2026, 11, 19)), lines, None)

    assert (week.spent, week.limit, week.remaining, week.days_left) == (1300, 25000, 23700, 4)


@pytest.mark.parametrize(
    ("kind", "spending"), [("expense", True), ("refund", True), ("paycheck", False), ("extra", False)]
)
def test_expenses_and_refunds_belong_to_a_category(kind: str, spending: bool) -> None:
    assert Kind(kind).is_spending is spending
    with pytest.raises(ValueError, match="Entry"):
        Entry(Kind(kind), 100, SUNDAY, category=None if spending else 1)


@pytest.mark.parametrize(("amount", "note"), [(0, ""), (-1, ""), (1, "x" * 201)])
def test_an_entry_that_cannot_be_is_never_held(amount: int, note: str) -> None:
    with pytest.raises(ValueError, match="Entry"):
        Entry(Kind.EXPENSE, amount, SUNDAY, 1, note)
