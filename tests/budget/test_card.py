"""The card: what it shows, and when it is drawn again."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import available_timezones

import pytest

from budget.card import filled, next_midnight, percent_left, percent_left_of_week
from budget.categories import Category
from budget.currencies import currency_named
from budget.locales import locale_named
from budget.money import Money
from budget.pay_period import PayPeriod
from budget.periods import Week, local_day
from budget.summary import Line, Summary

SUNDAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def line(spent: int, limit: int, balance: int = 0) -> Line:
    return Line(Category(1, "fun", "Fun", (), limit), spent, Week(date(2026, 11, 16)), balance)


@pytest.mark.parametrize(
    ("spent", "limit", "cells"),
    [
        (0, 15000, 0),
        (1, 15000, 0),  # less than a percent
        (150, 15000, 1),  # any percent at all is seen
        (1500, 15000, 1),
        (14999, 15000, 5),
        (15000, 15000, 6),
        (90000, 15000, 6),
        (-500, 15000, 0),
        (0, 0, 0),
        (1, 0, 6),
    ],
)
def test_a_bar_fills_with_what_is_spent(spent: int, limit: int, cells: int) -> None:
    assert filled(line(spent, limit)) == cells


def test_a_bar_counts_what_is_carried() -> None:
    assert filled(line(5000, 5000, balance=5000)) == 3
    assert filled(line(5000, 10000, balance=-4000)) == 4


@pytest.mark.parametrize(
    ("spent", "bills", "percent"),
    [(0, 0, 100), (1250, 0, 99), (1250, 90000, 39), (150000, 0, 0), (150001, 0, 0), (100000, 90000, 0)],
)
def test_what_is_left_of_a_paycheck_in_percent(spent: int, bills: int, percent: int) -> None:
    period = PayPeriod(SUNDAY, 150000, 0, spent, date(2026, 12, 6), bills_due=bills)
    assert percent_left(period) == percent


def week(*lines: Line) -> Summary:
    money = Money(currency_named("USD"), locale_named("en_US"))
    return Summary(NOON, SUNDAY, money, Week(date(2026, 11, 16)), lines, None)


def test_what_is_left_of_a_week_in_percent() -> None:
    assert percent_left_of_week(week(line(1250, 15000), line(0, 25000))) == 96
    assert percent_left_of_week(week(line(15001, 15000))) == 0
    assert percent_left_of_week(week(line(0, 0))) == 0


@pytest.mark.parametrize(
    ("now", "zone", "midnight"),
    [
        ("2026-11-22T12:00+00:00", "UTC", "2026-11-23T00:00+00:00"),
        ("2026-11-22T12:00+00:00", "Asia/Kolkata", "2026-11-22T18:30+00:00"),
        ("2026-11-22T12:00+00:00", "America/Los_Angeles", "2026-11-23T08:00+00:00"),
        ("2026-11-23T08:00+00:00", "America/Los_Angeles", "2026-11-24T08:00+00:00"),  # at midnight itself
        ("2026-04-24T00:00+00:00", "Africa/Cairo", "2026-04-24T21:00+00:00"),
        ("2026-04-23T12:00+00:00", "Africa/Cairo", "2026-04-23T22:00+00:00"),  # the day begins at 1:00
        ("2010-11-07T01:31+00:00", "America/St_Johns", "2010-11-07T02:30+00:00"),  # first, and again two minutes later
        ("2010-11-07T02:32+00:00", "America/St_Johns", "2010-11-07T03:30+00:00"),
    ],
)
def test_the_next_day_begins_at_midnight(now: str, zone: str, midnight: str) -> None:
    assert next_midnight(datetime.fromisoformat(now), zone) == datetime.fromisoformat(midnight)


@pytest.mark.slow
def test_in_every_zone_a_day_is_met_soon_after_it_begins() -> None:
    """Going from one midnight to the next meets each day of a year once, at its first moment, and never stands still."""
    for zone in sorted(available_timezones() - {"Factory"}):
        now = datetime(2026, 1, 1, 12, tzinfo=UTC)
        days = []
        for _ in range(366):
            before, now = now, next_midnight(now, zone)
            assert before < now <= before + timedelta(hours=26), (zone, now)
            days.append(local_day(now, zone))
            assert local_day(now - timedelta(seconds=1), zone) < days[-1], (zone, now)
        assert days == sorted(set(days)), zone
