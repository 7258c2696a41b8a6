"""One purchase over several weeks."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budget.periods import Week, week_of
from budget.spreads import Spread, moved_by, share, weeks_offered

WEDNESDAY = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("amount", "weeks", "shares"),
    [
        (10000, 4, [2500] * 4),
        (10000, 6, [1666, 1667, 1667, 1666, 1667, 1667]),
        (100, 3, [33, 33, 34]),
        (1, 4, [0, 0, 0, 1]),
    ],
)
def test_the_shares_of_the_weeks(amount: int, weeks: int, shares: list[int]) -> None:
    assert [share(amount, week, weeks) for week in range(weeks)] == shares


@given(st.integers(1, 10**8), st.integers(1, 52))
def test_the_shares_add_up_to_the_amount(amount: int, weeks: int) -> None:
    shares = [share(amount, week, weeks) for week in range(weeks)]

    assert sum(shares) == amount
    assert max(shares) - min(shares) <= 1


def test_a_week_counts_its_share_in_place_of_the_whole() -> None:
    tire, sofa = Spread(1, 10000, WEDNESDAY, 4), Spread(1, 60000, WEDNESDAY - timedelta(days=7), 6)
    monday = Week(date(2026, 11, 16))

    def change(weeks_on: int) -> dict[int, int]:
        return moved_by([tire, sofa], Week(monday.start + timedelta(days=7 * weeks_on)))

    assert change(-2) == {}
    assert change(-1) == {1: 10000 - 60000}
    assert change(0) == {1: 2500 - 10000 + 10000}
    assert change(3) == {1: 12500}
    assert change(4) == {1: 10000}
    assert change(5) == {}
    assert moved_by([Spread(2, 100, WEDNESDAY, 1)], monday) == {}


@given(st.integers(1, 10**8), st.integers(1, 52), st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.integers(0, 6))
def test_over_all_weeks_spreading_changes_nothing(amount: int, weeks: int, day: date, starts_on: int) -> None:
    first = week_of(day, starts_on)
    spread = Spread(1, amount, day, weeks)

    changes = [moved_by([spread], Week(first.start + timedelta(days=7 * n))).get(1, 0) for n in range(-1, weeks + 1)]

    assert sum(changes) == 0
    assert changes[0] == changes[-1] == 0 or weeks == 1


@pytest.mark.parametrize(
    ("amount", "left", "limit", "offered"),
    [
        (10000, 10000, 15000, ()),
        (10001, 10000, 15000, (2, 4, 6)),
        (60000, 13750, 15000, (4, 5, 6)),
        (60000, 15000, 15000, (4, 6)),
        (120000, 15000, 15000, (4, 6, 8)),
        (60000, -100, 15000, (4, 6)),  # nothing is left: by the whole limit
        (90000, 0, 15000, (4, 6)),
        (780000, 15000, 15000, (4, 6, 52)),
        (780001, 15000, 15000, (4, 6)),
        (100, 0, 0, (4, 6)),
        (100, 0, 15000, (4, 6)),  # one week of the whole limit is no spreading
    ],
)
def test_over_how_many_weeks_an_expense_may_be_spread(
    amount: int, left: int, limit: int, offered: tuple[int, ...]
) -> None:
    assert weeks_offered(amount, left, limit) == offered
