"""Days and weeks in words."""

from datetime import date, timedelta

import pytest

from budget.periods import Week
from languages import ENGLISH
from words import days
from words.voice import voice_of

TODAY = date(2026, 11, 22)
VOICE = voice_of(ENGLISH)


@pytest.mark.parametrize(
    ("start", "week", "long", "short"),
    [
        (date(2026, 11, 16), "Mon 16 – Sun 22 Nov", "16 – 22 November", "16 – 22 Nov"),
        (date(2026, 9, 28), "Mon 28 Sep – Sun 4 Oct", "28 September – 4 October", "28 Sep – 4 Oct"),
        (date(2025, 12, 29), "Mon 29 Dec 2025 – Sun 4 Jan", "29 December – 4 January", "29 Dec – 4 Jan"),
        (date(2025, 11, 17), "Mon 17 – Sun 23 Nov 2025", "17 – 23 November 2025", "17 – 23 Nov"),
    ],
)
def test_a_week_names_its_month_once_and_another_year(start: date, week: str, long: str, short: str) -> None:
    assert days.week(VOICE, Week(start), TODAY) == week
    assert days.long_week(VOICE, Week(start), TODAY) == long
    assert days.short_week(VOICE, Week(start)) == short
    assert days.short_week(VOICE, Week(start), TODAY) == short + (" 2025" if start < date(2025, 12, 29) else "")


def test_a_week_in_german_has_both_days_as_ordinals() -> None:
    german = voice_of("de")

    assert days.week(german, Week(date(2026, 11, 16)), TODAY) == "Mo., 16. – So., 22. Nov."
    assert days.long_week(german, Week(date(2026, 11, 16)), TODAY) == "16. – 22. November"
    assert days.short_week(german, Week(date(2026, 11, 16))) == "16. – 22. Nov."


def test_a_day_of_another_year_has_its_year() -> None:
    assert days.day(VOICE, date(2026, 1, 5), TODAY) == "Mon 5 Jan"
    assert days.day(VOICE, date(2025, 1, 6), TODAY) == "Mon 6 Jan 2025"


def test_a_date_has_its_year_always() -> None:
    assert days.short_date(VOICE, date(2026, 1, 5)) == "5 Jan 2026"
    assert days.long_date(VOICE, date(2026, 1, 5)) == "5 January 2026"


def test_weekdays_are_counted_from_monday() -> None:
    assert [days.weekday(VOICE, n) for n in (0, 6)] == ["Monday", "Sunday"]


def test_a_day_that_is_asked_about_has_its_year_where_it_lies_far_back() -> None:
    assert days.asked_day(VOICE, TODAY - timedelta(days=60), TODAY) == days.day(
        VOICE, TODAY - timedelta(days=60), TODAY
    )
    assert days.asked_day(VOICE, date(2026, 6, 20), TODAY) == "Sat 20 Jun 2026"
