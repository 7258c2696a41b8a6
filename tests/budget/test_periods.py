from datetime import UTC, date, datetime, timedelta

import pytest

from budget.errors import InvalidChoice, Why
from budget.periods import WEEKDAYS, Week, local_day, week_of, weekday_named, zone_named

SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize("starts_on", range(7), ids=WEEKDAYS)
@pytest.mark.parametrize("day", [date(2023, 12, 28), date(2024, 2, 26), date(2025, 12, 29), SUNDAY])
def test_a_week_is_the_seven_days_from_its_weekday(day: date, starts_on: int) -> None:
    for days in range(10):  # across year ends and a leap day
        today = day + timedelta(days=days)
        week = week_of(today, starts_on)

        assert week.start.weekday() == starts_on
        assert week.start <= today <= week.last
        assert [one for n in range(-3, 12) if (one := week.start + timedelta(days=n)) in week] == [
            week.start + timedelta(days=n) for n in range(7)
        ]


def test_a_week_ends_before_the_next_begins() -> None:
    week = week_of(SUNDAY, WEEKDAYS.index("thursday"))

    assert week == Week(date(2026, 11, 19))
    assert week.last == date(2026, 11, 25)
    assert week.end == date(2026, 11, 26)
    assert week.end not in week
    assert week.start in week
    assert week_of(week.end, 3).start == week.end
    assert week_of(week.end, 3).previous == week
    assert week.previous.end == week.start


@pytest.mark.parametrize(
    ("today", "left"),
    [
        (date(2026, 11, 10), 7),
        (date(2026, 11, 19), 7),
        (SUNDAY, 4),
        (date(2026, 11, 25), 1),
        (date(2026, 11, 26), 0),
        (date(2027, 1, 1), 0),
    ],
)
def test_days_left_count_today(today: date, left: int) -> None:
    assert Week(date(2026, 11, 19)).days_left(today) == left


@pytest.mark.parametrize(("text", "number"), [("monday", 0), ("Mon", 0), (" SUNDAY ", 6), ("thurs", 3), ("tue", 1)])
def test_a_weekday_is_named_whole_or_short(text: str, number: int) -> None:
    assert weekday_named(text) == number


@pytest.mark.parametrize("text", ["", "m", "mo", "day", "mondays", "montag", "0"])
def test_what_is_no_weekday_is_refused(text: str) -> None:
    with pytest.raises(InvalidChoice) as refused:
        weekday_named(text)

    assert (refused.value.why, refused.value.word) == (Why.UNKNOWN_WEEKDAY, text)


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("UTC", "UTC"),
        ("Europe/Paris", "Europe/Paris"),
        (" europe/paris ", "Europe/Paris"),
        ("america/new york", "America/New_York"),
    ],
)
def test_a_time_zone_is_found_in_any_letter_case(text: str, zone: str) -> None:
    assert zone_named(text).key == zone


@pytest.mark.parametrize("text", ["", "Mars/Olympus", "/etc/passwd", "../UTC", "Europe", "a\0b", "x" * 5000])
def test_what_is_no_time_zone_is_refused(text: str) -> None:
    with pytest.raises(InvalidChoice) as refused:
        zone_named(text)

    assert (refused.value.why, refused.value.word) == (Why.UNKNOWN_ZONE, text)


@pytest.mark.parametrize(
    ("moment", "zone", "day"),
    [
        (datetime(2026, 11, 22, 23, 59, tzinfo=UTC), "UTC", date(2026, 11, 22)),
        (datetime(2026, 11, 22, 23, 30, tzinfo=UTC), "Europe/Paris", date(2026, 11, 23)),
        (datetime(2026, 11, 22, 4, 59, tzinfo=UTC), "America/New_York", date(2026, 11, 21)),
        (datetime(2026, 11, 22, 5, 0, tzinfo=UTC), "America/New_York", date(2026, 11, 22)),
        (datetime(2026, 12, 31, 10, 0, tzinfo=UTC), "Pacific/Kiritimati", date(2027, 1, 1)),
        (datetime(2024, 2, 29, 12, 0, tzinfo=UTC), "Asia/Kathmandu", date(2024, 2, 29)),
        # local midnight does not exist on this day
        (datetime(2018, 11, 4, 3, 0, tzinfo=UTC), "America/Sao_Paulo", date(2018, 11, 4)),
        (datetime(2018, 11, 4, 2, 59, tzinfo=UTC), "America/Sao_Paulo", date(2018, 11, 3)),
    ],
)
def test_a_moment_belongs_to_the_day_of_the_budgets_zone(moment: datetime, zone: str, day: date) -> None:
    assert local_day(moment, zone) == day
