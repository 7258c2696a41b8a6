"""Limits with a date, and weeks that make up for others."""

from datetime import date, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budget.limits import (
    MOST_WEEKS,
    Available,
    Carry,
    DatedCarry,
    DatedLimit,
    balance_after,
    balance_in,
    carry_in,
    limit_in,
    weeks_carried,
)
from budget.periods import Week

MONDAY = date(2026, 11, 16)
LIMITS = (
    DatedLimit(date(2026, 11, 2), 10000),
    DatedLimit(date(2026, 11, 16), 15000),
    DatedLimit(date(2026, 11, 23), None),
)


def week(n: int) -> Week:
    """Return a week some weeks from that of 16 Nov."""
    return Week(MONDAY + timedelta(days=7 * n))


@pytest.mark.parametrize(("n", "limit"), [(-9, 10000), (-2, 10000), (-1, 10000), (0, 15000), (1, None), (2, None)])
def test_a_week_is_judged_by_what_held_then(n: int, limit: int | None) -> None:
    assert limit_in(LIMITS, week(n)) == limit


def test_a_limit_holds_in_its_week_wherever_weeks_begin_later() -> None:
    # Set in the week from Monday 16; since then weeks begin on Sunday.
    assert limit_in(LIMITS[:2], Week(date(2026, 11, 15))) == 15000
    assert limit_in(LIMITS[:2], Week(date(2026, 11, 8))) == 10000


def test_a_limit_of_0_stays_a_limit() -> None:
    assert limit_in((LIMITS[0], DatedLimit(date(2026, 11, 16), 0)), week(1)) == 0


def available_in(
    limits: tuple[DatedLimit, ...], carries: tuple[DatedCarry, ...], at: Week, spent: dict[date, int]
) -> Available | None:
    limit = limit_in(limits, at)
    return Available(limit, balance_in(partial(limit_in, limits), carries, at, spent)) if limit is not None else None


def available(spent: list[int], carry: Carry = Carry.BOTH, limit: int = 15000) -> Available | None:
    limits = (DatedLimit(MONDAY, limit),)
    sums = {week(n).start: one for n, one in enumerate(spent)}
    return available_in(limits, (DatedCarry(MONDAY, carry),), week(len(spent)), sums)


@pytest.mark.parametrize(
    ("spent", "carry", "carried", "balance"),
    [
        ([], "both", 0, 0),
        ([19000], "both", -4000, -4000),  # $0.00 of $110 ($150 - $40 made up)
        ([10000], "both", 5000, 5000),
        ([15000], "both", 0, 0),
        ([0], "both", 15000, 15000),
        ([0, 0, 0], "both", 15000, 15000),  # never more than a limit
        ([25000], "both", -7500, -10000),  # at most half a limit is made up in a week
        ([25000, 7500], "both", -2500, -2500),
        ([25000, 7500, 12500], "both", 0, 0),
        ([60000, 0, 0], "both", -7500, -15000),  # a deficit is kept whole
        ([-5000], "both", 15000, 15000),  # a refund
        ([19000], "up", 0, 0),
        ([19000, 10000], "up", 5000, 5000),
        ([10000], "down", 0, 0),
        ([10000, 19000], "down", -4000, -4000),
        ([0, 0], "off", 0, 0),
    ],
)
def test_what_is_carried(spent: list[int], carry: str, carried: int, balance: int) -> None:
    found = available(spent, Carry(carry))

    assert found is not None
    assert (found.carried, found.balance, found.amount) == (carried, balance, 15000 + carried)


def test_an_odd_limit_is_made_up_by_its_smaller_half() -> None:
    assert Available(101, -200).amount == 51
    assert Available(0, -200).amount == 0


def test_a_week_without_a_limit_has_nothing_available_and_carries_nothing_on() -> None:
    carries = (DatedCarry(date(2026, 11, 2), Carry.BOTH),)

    assert available_in(LIMITS, carries, week(1), {}) is None
    again = (*LIMITS, DatedLimit(date(2026, 12, 7), 15000))
    assert available_in(again, carries, week(3), {week(2).start: 700}) == Available(15000)


@pytest.mark.parametrize(
    ("n", "weeks"),
    [(-1, 0), (0, 0), (1, 1), (3, 3), (104, 104), (105, 104), (200, 104)],
)
def test_at_most_104_weeks_are_added_up_from_the_choice_on(n: int, weeks: int) -> None:
    found = weeks_carried((DatedCarry(MONDAY, Carry.BOTH),), week(n))

    assert found == tuple(week(n - one) for one in range(weeks, 0, -1))
    assert len(found) <= MOST_WEEKS


def test_a_fresh_start_carries_nothing_and_leaves_the_weeks_before() -> None:
    carries = (
        DatedCarry(MONDAY, Carry.BOTH),
        DatedCarry(week(2).start, Carry.BOTH),
        DatedCarry(week(4).start, Carry.OFF),
    )
    limits = (DatedLimit(MONDAY, 15000),)
    spent = {week(n).start: 16000 for n in range(6)}

    def carried(n: int) -> int:
        found = available_in(limits, carries, week(n), spent)
        return found.carried if found is not None else -1

    assert [carried(n) for n in range(6)] == [0, -1000, 0, -1000, 0, 0]
    assert carry_in(carries, week(-1)) is None
    assert carry_in(carries, week(4)) is None


def test_a_choice_counts_its_week_even_where_weeks_begin_another_day_now() -> None:
    # Chosen in the week from Monday 16; since then weeks begin on Sunday: the week from the 15th is its first.
    carries = (DatedCarry(MONDAY, Carry.BOTH),)

    assert weeks_carried(carries, Week(date(2026, 11, 15))) == ()
    assert weeks_carried(carries, Week(date(2026, 11, 22))) == (Week(date(2026, 11, 15)),)


WEEKS = st.lists(st.tuples(st.one_of(st.none(), st.integers(0, 10**8)), st.integers(-(10**6), 10**8)), max_size=30)


@given(WEEKS, st.sampled_from(Carry))
def test_what_is_carried_stays_in_its_bounds(weeks: list[tuple[int | None, int]], carry: Carry) -> None:
    balance = balance_after(weeks, carry)
    limit = weeks[-1][0] if weeks else 0

    assert balance <= (limit or 0)
    assert carry is not Carry.UP or balance >= 0
    assert carry is not Carry.DOWN or balance <= 0
    assert Available(limit or 0, balance).amount >= (limit or 0) - (limit or 0) // 2


@given(st.lists(st.integers(0, 30000), min_size=1, max_size=30))
def test_a_deficit_is_made_up_in_full(spent: list[int]) -> None:
    """Whoever is behind and spends what is available each week has made up everything in the end."""
    weeks: list[tuple[int | None, int]] = [(15000, one) for one in spent]
    while (balance := balance_after(weeks, Carry.BOTH)) < 0:
        weeks.append((15000, Available(15000, balance).amount))

    assert balance_after(weeks, Carry.BOTH) >= 0
