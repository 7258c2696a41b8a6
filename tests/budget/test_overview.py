"""A pay period and a month: their days, and the share of weekly limits for them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from budget.categories import Category
from budget.currencies import currency_named
from budget.daily import DailySums
from budget.entries import Kind
from budget.ledger_values import DaySum
from budget.limits import DatedLimit
from budget.locales import locale_named
from budget.money import Money
from budget.overview import (
    LONGEST,
    Overview,
    Span,
    days_of_pay,
    month_of,
    next_month,
    parts_of,
    previous_month,
    share_of_limits,
    spending_on,
)
from budget.pay_period import PayPeriod
from budget.periods import Days, Week, week_of

USD = Money(currency_named("USD"), locale_named("en_US"))
NOVEMBER = Days(date(2026, 11, 1), date(2026, 12, 1))  # from a Sunday to a Monday
THURSDAY = date(2026, 11, 26)
NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)


def monday_week(day: date) -> Week:
    return week_of(day, 0)


def category(number: int, *limits: DatedLimit, limit: int = 0, removed: bool = False) -> Category:
    return Category(number, f"key_{number}", f"Name {number}", (), limit, removed, limits=limits)


@pytest.mark.parametrize(
    ("day", "start", "end"),
    [
        (date(2026, 11, 30), date(2026, 11, 1), date(2026, 12, 1)),
        (date(2026, 12, 31), date(2026, 12, 1), date(2027, 1, 1)),
        (date(2028, 2, 29), date(2028, 2, 1), date(2028, 3, 1)),
    ],
)
def test_a_month_has_its_own_days(day: date, start: date, end: date) -> None:
    assert month_of(day) == (start, end)
    assert next_month(start) == end
    assert previous_month(end) == start


@pytest.mark.parametrize(
    ("limits", "share"),
    [
        ([DatedLimit(date(2026, 1, 5), 700)], 3000),
        ([DatedLimit(date(2026, 1, 5), 100)], 428),
        ([DatedLimit(date(2026, 1, 5), None)], None),
        # 1 Nov and 30 Nov are one day of their weeks each; a limit holds from the week in which it is set.
        ([DatedLimit(date(2026, 1, 5), 700), DatedLimit(date(2026, 11, 30), 7000)], 2900 + 1000),
        ([DatedLimit(date(2026, 1, 5), 700), DatedLimit(date(2026, 11, 2), None)], 100),
    ],
)
def test_limits_count_a_seventh_a_day_as_they_held(limits: list[DatedLimit], share: int | None) -> None:
    assert share_of_limits(category(1, *limits).limit_in, monday_week, NOVEMBER) == share


@pytest.mark.parametrize(("removed_in", "share"), [(date(2026, 11, 2), 100), (date(2026, 10, 26), 0)])
def test_what_was_removed_counts_its_limit_up_to_then(removed_in: date, share: int) -> None:
    held = category(1, DatedLimit(date(2026, 1, 5), 700), DatedLimit(removed_in, 0), removed=True)

    assert [part.share for part in parts_of((held,), {}, monday_week, NOVEMBER)] == ([share] if share else [])
    assert [part.share for part in parts_of((held,), {1: 50}, monday_week, NOVEMBER)] == [share]


def test_parts_are_the_categories_in_use_and_removed_ones_with_spending() -> None:
    held = (category(1, limit=700), category(2, limit=700, removed=True), category(3, limit=700, removed=True))

    parts = parts_of(held, {1: 50, 2: 9}, monday_week, NOVEMBER)

    assert [(part.category.number, part.spent, part.limit, part.left) for part in parts] == [
        (1, 50, 3000, 2950),
        (2, 9, 0, -9),
    ]
    assert [(part.available, part.remaining, part.carried, part.is_watched) for part in parts[:1]] == [
        (3000, 2950, 0, False)
    ]


def overview(span: Span, days: Days, period: PayPeriod | None, *amounts: DaySum) -> Overview:
    sums = DailySums(amounts)
    held = (category(1, limit=700), category(2, DatedLimit(date(2026, 1, 5), None)))
    parts = parts_of(held, sums.by_category(days), monday_week, days)
    return Overview(
        NOW, THURSDAY, USD, span, days, parts, spending_on(sums, span, days, parts), period, None, sums.bills(days)
    )


SPENT = (
    DaySum(date(2026, 11, 20), Kind.EXPENSE, 1, 500),
    DaySum(date(2026, 11, 21), Kind.EXPENSE, 2, 40),
    DaySum(date(2026, 11, 21), Kind.BILL, None, 9000),
    DaySum(date(2026, 11, 22), Kind.REFUND, 1, 100),
)


def test_a_month_is_measured_against_its_limits_without_what_is_watched() -> None:
    month = overview(Span.MONTH, NOVEMBER, None, *SPENT)

    assert (month.spent, month.limit, month.remaining, month.available, month.left) == (440, 3000, 2600, 3000, 2600)
    assert (month.funds, month.funds_left) == (3000, 2600)
    assert month.each_day[19:22] == (500, 0, -100)
    assert (month.days_left, month.carried, month.is_watched, month.bills_paid) == (5, 0, False, 9000)


def test_a_pay_period_is_measured_against_what_came_in_without_the_bills() -> None:
    period = PayPeriod(date(2026, 11, 20), 150000, 1000, 9440, date(2026, 12, 4), bills_due=2000, set_aside_before=700)
    pay = overview(Span.PAY, days_of_pay(period, THURSDAY), period, *SPENT)

    assert pay.each_day[:4] == (500, 40, -100, 0)
    assert pay.funds == 150000 + 1000 - 9000 - 2000 + 700
    assert pay.funds_left == period.remaining_after_bills == pay.funds - sum(pay.each_day)
    assert pay.days_left == 8
    assert (pay.limit, pay.left) == (1400, 1000)


@pytest.mark.parametrize(
    ("payday", "start", "end"),
    [
        (date(2026, 12, 4), date(2026, 11, 20), date(2026, 12, 4)),
        (date(2026, 11, 26), date(2026, 11, 20), date(2026, 11, 27)),
        (date(2026, 11, 24), date(2026, 11, 20), date(2026, 11, 27)),
    ],
)
def test_a_pay_period_lasts_to_the_payday_and_at_least_through_today(payday: date, start: date, end: date) -> None:
    assert days_of_pay(PayPeriod(date(2026, 11, 20), 1, 0, 0, payday), THURSDAY) == (start, end)


def test_of_a_long_pay_period_the_latest_days_are_shown() -> None:
    days = days_of_pay(PayPeriod(date(2020, 1, 1), 1, 0, 0, date(2020, 1, 15)), THURSDAY)

    assert days == (THURSDAY + timedelta(days=1 - LONGEST), THURSDAY + timedelta(days=1))
