"""What was spent day by day, the usual week, and the even pace."""

from datetime import date, timedelta

import pytest

from budget.daily import DailySums, before, days_of, usual_spent
from budget.entries import Kind
from budget.ledger_values import DaySum
from budget.pace import pace_on, per_day
from budget.periods import Days, Week, week_of
from budget.spreads import Spread, moved_by

MONDAY = date(2026, 11, 16)
WEEK = Week(MONDAY)
FUN, CAR = 1, 2


def day(n: int) -> date:
    return MONDAY + timedelta(days=n)


def test_sums_are_by_day_category_and_bills_apart() -> None:
    sums = DailySums(
        [
            DaySum(day(0), Kind.EXPENSE, FUN, 500),
            DaySum(day(0), Kind.EXPENSE, CAR, 40),
            DaySum(day(2), Kind.REFUND, FUN, 200),
            DaySum(day(2), Kind.BILL, None, 9000),
            DaySum(day(7), Kind.EXPENSE, FUN, 7),
        ]
    )

    assert sums.by_category(days_of(WEEK)) == {FUN: 300, CAR: 40}
    assert sums.weeks_back(WEEK.start) == {0: 340, -1: 7}
    assert sums.weeks_back(WEEK.start, 2) == {0: 540, -1: 7}
    assert sums.weeks_back(day(14), 0) == {2: 0, 1: 0}
    assert sums.each_day(Days(day(0), day(3)), [FUN]) == [500, 0, -200]
    assert (sums.bills(days_of(WEEK)), sums.bills(Days(day(3), day(9)))) == (9000, 0)
    assert [sums.out_on(day(n)) for n in (0, 1, 2)] == [540, 0, 8800]


@pytest.mark.parametrize("starts_on", range(7))
def test_spread_expenses_move_days_as_they_move_weeks(starts_on: int) -> None:
    spreads = [Spread(FUN, 1001, day(3), 4), Spread(CAR, 70, day(-1), 2), Spread(FUN, 5, day(9), 3)]
    whole = [DaySum(one.day, Kind.EXPENSE, one.category, one.amount) for one in spreads]
    sums = DailySums(whole, spreads, lambda of: week_of(of, starts_on))
    plain = DailySums(whole)

    for n in range(-2, 6):
        week = week_of(day(7 * n), starts_on)
        moved = moved_by(spreads, week)
        expected = plain.by_category(days_of(week))
        for category, change in moved.items():
            expected[category] = expected.get(category, 0) + change
        found = sums.by_category(days_of(week))
        assert {key: value for key, value in found.items() if value} == {
            key: value for key, value in expected.items() if value
        }
    assert sums.out_on(day(3)) == 1001, "a list shows the entry whole"


def weekly(*amounts: int | None) -> DailySums:
    """Return weeks before, the latest first: half is spent on Monday and half on Friday."""
    return DailySums(
        [
            DaySum(before(WEEK, n).start + timedelta(days=of), Kind.EXPENSE, FUN, amount)
            for n, amount in enumerate(amounts, 1)
            if amount is not None
            for of in (0, 4)
        ]
    )


@pytest.mark.parametrize(
    ("amounts", "by_thursday", "by_sunday"),
    [
        ((), None, None),
        ((10,), None, None),
        ((10, 21), 15, 31),
        ((10, 20, 60), 20, 40),
        ((10, None, None, 20, 60), 20, 40),
        ((1, 2, 3, 4, 5, 6, 7, 8, 1000, 1000, 1000), 4, 9),
        ((None, None, 1, 2, 3, 4, 5, 6, 7, 8, 1000, 1000), 4, 9),
        ((*[None] * 12, 5, 5), None, None),
    ],
)
def test_a_usual_week_is_the_median_of_the_last_eight_with_entries(
    amounts: tuple[int | None, ...], by_thursday: int | None, by_sunday: int | None
) -> None:
    assert usual_spent(weekly(*amounts), WEEK, day(3)) == by_thursday
    assert usual_spent(weekly(*amounts), WEEK, day(6)) == by_sunday


@pytest.mark.parametrize(
    ("today", "available", "left", "expected", "ahead"),
    [
        (day(3), 40000, 33220, 22857, 16077),
        (day(0), 700, 700, 100, 100),
        (day(6), 700, -50, 700, -50),
        (day(3), 700, 300, 400, 0),
    ],
)
def test_the_pace_is_the_share_of_the_days_up_to_today(
    today: date, available: int, left: int, expected: int, ahead: int
) -> None:
    pace = pace_on(today, WEEK.start, WEEK.end, available, left)

    assert pace is not None
    assert (pace.expected, pace.ahead) == (expected, ahead)


@pytest.mark.parametrize(("today", "available"), [(day(-1), 700), (day(7), 700), (day(3), 0), (day(3), -5)])
def test_there_is_no_pace_outside_of_the_days_and_of_nothing(today: date, available: int) -> None:
    assert pace_on(today, WEEK.start, WEEK.end, available, 1) is None


@pytest.mark.parametrize(
    ("left", "days", "each"), [(33220, 4, 8305), (101, 4, 25), (0, 4, None), (-1, 4, None), (9, 0, None)]
)
def test_what_is_left_is_spread_over_the_days_left(left: int, days: int, each: int | None) -> None:
    assert per_day(left, days) == each
