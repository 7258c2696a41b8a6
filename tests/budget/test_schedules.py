"""Occurrences against a plain clamp, and every way to say when."""

from calendar import monthrange
from datetime import date, timedelta
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budget.schedules import (
    Schedule,
    Step,
    Weekends,
    every_days,
    every_months,
    monthly,
    once,
    schedule_from,
)

START, END = date(2026, 1, 1), date(2030, 1, 1)


def days_of(schedule: Schedule, start: date = START, end: date = END) -> list[date]:
    return [one.day for one in schedule.occurrences(start, end)]


def clamped(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))


MONTHS = [(2026 + n // 12, n % 12 + 1) for n in range(48)]


@pytest.mark.parametrize("day", [28, 29, 30, 31])
def test_a_day_that_a_month_lacks_is_its_last_one(day: int) -> None:
    plain = [clamped(year, month, day) for year, month in MONTHS]

    assert days_of(monthly(day)) == plain
    assert days_of(every_months(1, date(2026, 1, day))) == plain


@pytest.mark.parametrize("weekends", [Weekends.BEFORE, Weekends.AFTER])
@pytest.mark.parametrize("day", range(1, 32))
def test_weekends_move_what_is_due_and_not_the_anchor(day: int, weekends: Weekends) -> None:
    for schedule in (monthly(day, weekends=weekends), every_months(1, date(2026, 1, day), weekends)):
        # Wider than the months that are compared: a weekend moves occurrences over their ends.
        found = list(schedule.occurrences(START - timedelta(days=5), END + timedelta(days=5)))
        inside = [one for one in found if START <= one.planned < END]

        assert [one.planned for one in inside] == [clamped(year, month, day) for year, month in MONTHS]
        for one in inside:
            weekend = one.planned.weekday() >= 5
            assert one.day.weekday() < 5
            moved = (one.day - one.planned).days
            assert moved == (
                0 if not weekend else (4 - one.planned.weekday() if weekends == "before" else 7 - one.planned.weekday())
            )


@pytest.mark.parametrize(
    ("schedule", "first"),
    [
        (monthly(1), "2026-12-01 2027-01-01 2027-02-01 2027-03-01"),
        (monthly(1, 15), "2026-12-01 2026-12-15 2027-01-01 2027-01-15"),
        (monthly(31), "2026-11-30 2026-12-31 2027-01-31 2027-02-28"),
        (monthly(15, 1, 15), "2026-12-01 2026-12-15 2027-01-01 2027-01-15"),
        (monthly(5, 12, 19, 26), "2026-11-26 2026-12-05 2026-12-12 2026-12-19"),
        (monthly(30, 31), "2026-11-30 2026-12-30 2026-12-31 2027-01-30 2027-01-31 2027-02-28 2027-03-30"),
        (every_days(7, date(2026, 11, 27)), "2026-11-27 2026-12-04 2026-12-11"),
        (every_days(14, date(2026, 12, 4)), "2026-12-04 2026-12-18 2027-01-01"),
        (every_days(14, date(2026, 10, 9)), "2026-12-04 2026-12-18 2027-01-01"),
        (every_days(10, date(2026, 11, 12)), "2026-11-22 2026-12-02"),
        (every_months(3, date(2027, 1, 31)), "2027-01-31 2027-04-30 2027-07-31 2027-10-31 2028-01-31"),
        (every_months(12, date(2027, 3, 14)), "2027-03-14 2028-03-14"),
        (every_months(12, date(2024, 2, 29)), "2027-02-28 2028-02-29 2029-02-28"),
        (once(date(2026, 12, 24)), "2026-12-24"),
        (monthly(25, weekends=Weekends.BEFORE), "2026-11-25 2026-12-25 2027-01-25 2027-02-25"),
        (monthly(31, weekends=Weekends.BEFORE), "2026-11-30 2026-12-31 2027-01-29 2027-02-26"),
        (monthly(1, weekends=Weekends.BEFORE), "2026-12-01 2027-01-01 2027-02-01 2027-03-01 2027-04-01 2027-04-30"),
        (monthly(1, weekends=Weekends.AFTER), "2026-12-01 2027-01-01 2027-02-01 2027-03-01 2027-04-01 2027-05-03"),
        (once(date(2026, 12, 26), Weekends.AFTER), "2026-12-28"),
    ],
)
def test_what_is_due_next(schedule: Schedule, first: str) -> None:
    found = schedule.occurrences(date(2026, 11, 22), date.max)

    assert [one.day.isoformat() for one in islice(found, len(first.split()))] == first.split()


@pytest.mark.parametrize("weekends", Weekends)
def test_from_a_planned_day_on_nothing_is_due_before(weekends: Weekends) -> None:
    daily = every_days(1, START, weekends)
    for n in range(14):
        day = START + timedelta(days=60 + n)
        since = daily.planned_from(day)
        assert daily.due_on(since) >= day > daily.due_on(since - timedelta(days=1))


def test_a_range_is_half_open_and_once_is_once() -> None:
    schedule = monthly(1)

    assert days_of(schedule, date(2026, 12, 1), date(2027, 1, 1)) == [date(2026, 12, 1)]
    assert days_of(schedule, date(2026, 12, 2), date(2027, 1, 1)) == []
    assert days_of(once(date(2026, 12, 24)), date(2026, 12, 1), date(2027, 1, 1)) == [date(2026, 12, 24)]
    assert days_of(every_days(14, date(2026, 12, 4)), date(2026, 1, 1), date(2026, 12, 4)) == []


@pytest.mark.parametrize(
    "schedule",
    [
        monthly(31), every_days(1, date(2026, 1, 1)), every_months(1, date(2026, 1, 31)), every_months(999, date(2026, 1, 31)),
        monthly(31, weekends=Weekends.AFTER), once(date.max), once(date.max, Weekends.AFTER), once(date.min, Weekends.BEFORE),
    ],
)  # fmt: skip
def test_the_calendar_ends_without_an_error(schedule: Schedule) -> None:
    assert all(isinstance(day, date) for day in days_of(schedule, date(9999, 10, 1), date.max))
    assert all(isinstance(day, date) for day in days_of(schedule, date.min, date(1, 3, 1)))
    assert schedule.neighbours(date(9999, 12, 31)) is not None
    assert schedule.neighbours(date.min) is not None


@pytest.mark.parametrize(
    ("schedule", "planned", "before", "after"),
    [
        (monthly(1), "2026-12-01", "2026-11-01", "2027-01-01"),
        (monthly(1, 15), "2026-12-01", "2026-11-15", "2026-12-15"),
        (monthly(31), "2027-02-28", "2027-01-31", "2027-03-31"),
        (every_days(14, date(2026, 12, 4)), "2026-12-04", "2026-11-20", "2026-12-18"),
        (every_months(3, date(2027, 1, 31)), "2027-04-30", "2027-01-31", "2027-07-31"),
        (every_months(12, date(2024, 2, 29)), "2027-02-28", "2026-02-28", "2028-02-29"),
        (once(date(2026, 12, 24)), "2026-12-24", None, None),
    ],
)
def test_neighbours(schedule: Schedule, planned: str, before: str | None, after: str | None) -> None:
    found = schedule.neighbours(date.fromisoformat(planned))

    assert [day and day.isoformat() for day in found] == [before, after]


@pytest.mark.parametrize(
    ("schedule", "code"),
    [
        (monthly(1, 15), "monthly 1 15"),
        (monthly(25, weekends=Weekends.BEFORE), "monthly 25 before"),
        (every_days(14, date(2026, 12, 4)), "days 14 2026-12-04"),
        (every_months(3, date(2027, 1, 31), Weekends.AFTER), "months 3 2027-01-31 after"),
        (once(date(2026, 12, 24)), "once 1 2026-12-24"),
    ],
)
def test_a_schedule_is_stored_as_a_short_text(schedule: Schedule, code: str) -> None:
    assert schedule.code == code
    assert schedule_from(code) == schedule


@pytest.mark.parametrize(
    "code",
    ["", "monthly", "monthly 0", "monthly 32", "monthly 15 1", "monthly 1 1", "monthly 1 2 3 4 5", "monthly  1",
     "days 0 2026-12-04", "days 1001 2026-12-04", "days 14", "once 2 2026-12-24", "weekly 1 2026-12-24", "days 14 2026-13-04",
     "monthly 1 stay",
     "days 014 2026-12-04", "days x 2026-12-04"],
)  # fmt: skip
def test_a_text_that_is_no_schedule_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        schedule_from(code)


@pytest.mark.parametrize(
    ("step", "every", "anchor", "days"),
    [
        (Step.MONTHLY, 1, None, ()),
        (Step.MONTHLY, 1, START, (1,)),
        (Step.MONTHLY, 2, None, (1,)),
        (Step.DAYS, 1, None, ()),
        (Step.DAYS, 1, START, (1,)),
        (Step.DAYS, 0, START, ()),
        (Step.ONCE, 2, START, ()),
    ],
)
def test_a_schedule_that_cannot_be_is_never_held(
    step: Step, every: int, anchor: date | None, days: tuple[int, ...]
) -> None:
    with pytest.raises(ValueError, match="Schedule"):
        Schedule(step, every, anchor, days)


SCHEDULES = st.one_of(
    st.builds(
        lambda days, weekends: monthly(*days, weekends=weekends),
        st.sets(st.integers(1, 31), min_size=1, max_size=4),
        st.sampled_from(Weekends),
    ),
    st.builds(every_days, st.integers(1, 400), st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.sampled_from(Weekends)),
    st.builds(
        every_months, st.integers(1, 30), st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.sampled_from(Weekends)
    ),
    st.builds(once, st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.sampled_from(Weekends)),
)


@given(SCHEDULES, st.lists(st.dates(date(2020, 1, 1), date(2032, 1, 1)), max_size=4))
def test_a_range_cut_anywhere_holds_the_same_occurrences(schedule: Schedule, cuts: list[date]) -> None:
    start, end = date(2020, 1, 1), date(2032, 1, 1)
    ends = [start, *sorted(cuts), end]
    pieces = [one for a, b in pairwise(ends) for one in schedule.occurrences(a, b)]
    whole = list(schedule.occurrences(start, end))

    assert sorted(pieces) == sorted(whole)
    assert len({one.planned for one in whole}) == len(whole)
    assert [one.planned for one in whole] == sorted(one.planned for one in whole)
    assert schedule_from(schedule.code) == schedule


@given(SCHEDULES, st.integers(0, 50))
def test_a_neighbour_is_the_next_occurrence(schedule: Schedule, skip: int) -> None:
    found = list(islice(schedule.occurrences(date(2020, 1, 1), date(2060, 1, 1)), skip, skip + 2))
    if len(found) == 2:
        first, second = found
        assert schedule.neighbours(first.planned)[1] == second.planned
        assert schedule.neighbours(second.planned)[0] == first.planned
