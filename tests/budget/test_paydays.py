"""When the next paycheck is expected, and which rule is offered."""

from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budget.paydays import NextPayday, Source, expected_payday, next_payday, rule_offered
from budget.schedules import Schedule, Weekends, every_days, every_months, monthly, once


def days(text: str) -> list[date]:
    return [date.fromisoformat(f"2026-{word}" if len(word) < 6 else word) for word in text.split()]


BEFORE = Weekends.BEFORE


@pytest.mark.parametrize(
    ("paydays", "rule", "day", "source"),
    [
        ("11-22", None, "12-06", "two_weeks"),  # the dialogues' payday, expected Sun 6 Dec
        ("11-06 11-20", None, "12-04", "gaps"),
        ("11-20", every_days(14, date(2026, 11, 20)), "12-04", "said"),
        ("11-21", every_days(14, date(2026, 11, 20)), "12-04", "said"),  # a day late
        ("11-19", every_days(14, date(2026, 11, 20)), "12-04", "said"),  # a day early: it is the paycheck of the 20th
        ("11-10", every_days(14, date(2026, 11, 20)), "11-20", "said"),
        ("11-01", monthly(1, 15), "11-15", "said"),
        ("11-13", monthly(1, 15), "12-01", "said"),  # Friday, for Sunday the 15th
        ("11-11", monthly(1, 15), "11-15", "said"),
        ("10-30", monthly(31, weekends=BEFORE), "11-30", "said"),
        ("11-25", monthly(25, weekends=BEFORE), "12-25", "said"),
        ("11-20", once(date(2026, 12, 4)), "12-04", "said"),
        ("11-20 12-04", once(date(2026, 12, 4)), "12-18", "gaps"),  # used up
        ("11-20 12-03", once(date(2026, 12, 4)), "12-16", "gaps"),
        ("12-04", once(date(2026, 12, 4)), "12-18", "two_weeks"),
        ("11-22", every_days(1, date(2026, 11, 20)), "11-23", "said"),
        ("11-22", every_days(4, date(2026, 11, 24)), "11-28", "said"),
        ("2024-11-22", once(date(2026, 11, 23)), "2026-11-23", "said"),
        ("2024-11-22", once(date(2026, 11, 24)), "2024-12-06", "two_weeks"),  # more than two years after it
        ("2024-11-22 2026-11-24", None, "2028-11-25", "gaps"),
        ("1990-11-22 2024-11-22", None, "2026-11-24", "gaps"),
    ],
)
def test_the_next_payday_and_where_it_comes_from(paydays: str, rule: Schedule | None, day: str, source: str) -> None:
    assert next_payday(days(paydays), rule) == NextPayday(days(day)[0], Source(source))


@pytest.mark.parametrize(
    ("paydays", "offered"),
    [
        ("11-06 11-20", None),
        ("11-06 11-13 11-20", "days 7 2026-11-06"),
        ("10-23 11-06 11-20", "days 14 2026-10-23"),
        ("09-25 10-23 11-20", "days 28 2026-09-25"),
        ("10-16 11-06 11-20", None),
        ("10-22 11-05 11-19 12-03", "days 14 2026-11-05"),
        ("10-01 10-15 11-01", "monthly 1 15"),  # 1 November is a Sunday: nothing comes early
        ("10-15 10-30 11-13", None),  # the 30th, the 31st or the 1st, each with the 15th
        ("09-15 10-01 10-15", "monthly 1 15 before"),
        ("09-10 10-10 11-10", "monthly 10"),
        ("10-23 11-25 12-25", "monthly 25 before"),
        ("09-15 10-15 11-13", "monthly 15 before"),
        ("09-15 10-14 11-13", None),  # a Wednesday for a Thursday
        ("08-31 09-30 10-30", "monthly 31 before"),
        ("09-30 10-30 11-30", None),  # the 30th, or the last working day
        ("2026-01-30 2026-02-27 2026-03-31", "monthly 31 before"),
        ("2027-02-01 2027-03-01 2027-04-01", "monthly 1 before"),
        ("10-01 11-01 12-15", None),
        ("11-01 11-02 11-03", None),
    ],
)
def test_a_rule_is_offered_where_exactly_one_fits(paydays: str, offered: str | None) -> None:
    found = rule_offered(days(paydays))

    assert (found.code if found is not None else None) == offered


RULES = st.one_of(
    st.builds(every_days, st.sampled_from([7, 14, 28]), st.dates(date(2026, 1, 1), date(2026, 12, 31))),
    st.builds(
        lambda days, weekends: monthly(*days, weekends=weekends),
        st.sets(st.integers(1, 31), min_size=1, max_size=2),
        st.sampled_from([Weekends.BEFORE, Weekends.STAY]),
    ),
)


@given(RULES, st.integers(0, 20))
def test_an_offered_rule_says_the_paychecks_that_came(rule: Schedule, skip: int) -> None:
    came = sorted({one.day for one in islice(rule.occurrences(date(2026, 1, 1), date(2030, 1, 1)), skip, skip + 3)})
    found = rule_offered(came)

    if found is not None and len(came) == 3:
        assert [one.day for one in islice(found.occurrences(came[0], date.max), 3)] == came


@given(
    st.lists(st.dates(date(2026, 1, 1), date(2026, 12, 31)), min_size=1, max_size=5, unique=True),
    st.one_of(RULES, st.builds(every_months, st.integers(1, 12), st.dates(date(2026, 1, 1), date(2026, 12, 31)))),
)
def test_the_next_payday_is_after_the_latest(paydays: list[date], rule: Schedule) -> None:
    assert next_payday(sorted(paydays), rule).day > max(paydays)


def paydays_after(*gaps: int) -> list[date]:
    days = [date(2026, 1, 30)]
    for gap in gaps:
        days.append(days[-1] + timedelta(days=gap))
    return days


@pytest.mark.parametrize(
    ("gaps", "expected"),
    [
        ((), 14),  # one payday says nothing yet: two weeks
        ((7,), 7),
        ((14, 14, 14), 14),
        ((31, 28, 31), 31),
        ((30, 31, 30, 29), 30),
        ((14, 15), 14),  # a median between two gaps is rounded down
        ((14, 90, 14), 14),  # one long gap moves nothing
        ((1, 1, 100), 1),
    ],
)
def test_the_next_payday_is_a_median_gap_after_the_latest(gaps: tuple[int, ...], expected: int) -> None:
    days = paydays_after(*gaps)

    assert expected_payday(days) == days[-1] + timedelta(days=expected)
