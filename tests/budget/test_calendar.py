"""Every message lies in exactly one budget week, in every time zone, from 2005 to 2037."""

from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest

from budget.periods import WEEKDAYS, Week, local_day, week_of
from tests.scale import LONG

pytestmark = pytest.mark.slow  # see tests/storage/test_ledger_machine.py

FIRST, LAST = datetime(2005, 1, 1, tzinfo=UTC), datetime(2038, 1, 1, tzinfo=UTC)
DAYS = [FIRST.date() + timedelta(days=n) for n in range(-2, (LAST - FIRST).days + 3)]
SECOND = timedelta(seconds=1)
MIDNIGHT = time(0)
STARTS = [WEEKDAYS.index(name) for name in ("monday", "thursday", "saturday", "sunday")]


@pytest.mark.parametrize("starts_on", STARTS)
def test_every_day_lies_in_exactly_one_week(starts_on: int) -> None:
    weeks = list(dict.fromkeys(week_of(day, starts_on) for day in DAYS))

    assert all(earlier.end == later.start for earlier, later in pairwise(weeks))
    for day, week in ((day, week_of(day, starts_on)) for day in DAYS):
        assert [one for one in (week.previous, week, Week(week.end)) if day in one] == [week]


def transitions(zone: ZoneInfo) -> list[datetime]:
    """Return the moments, to the second, from which a zone's clocks go differently."""
    found = []
    moment = FIRST
    while moment < LAST:
        later = moment + timedelta(days=7)
        if moment.astimezone(zone).utcoffset() != later.astimezone(zone).utcoffset():
            before, after = moment, later
            while after - before > SECOND:
                middle = before + (after - before) // 2
                middle = middle.replace(microsecond=0)
                same = middle.astimezone(zone).utcoffset() == before.astimezone(zone).utcoffset()
                before, after = (middle, after) if same else (before, middle)
            found.append(after)
        moment = later
    return found


@pytest.mark.parametrize("part", range(8))
def test_days_follow_one_another_in_every_zone(part: int) -> None:
    """With the test above: each moment has one day, days come in order, and each day has one week.

    Between two changes of its clocks a zone's days are plainly 24 hours, so only the ends of each stretch can go wrong.
    """
    for name in sorted(available_timezones())[part::8]:
        changes = transitions(ZoneInfo(name))
        for earlier, later in zip([FIRST, *changes], [*changes, LAST], strict=True):
            offset = earlier.astimezone(ZoneInfo(name)).utcoffset()
            assert offset is not None
            for moment in (earlier, later - SECOND):
                assert local_day(moment, name) == (moment + offset).date(), (name, moment)
        for change in changes:
            before, after = local_day(change - SECOND, name), local_day(change, name)
            # Clocks may go back over midnight, and Samoa left a day out; a week is left once and for all otherwise.
            assert timedelta(days=-1) <= after - before <= timedelta(days=2), (name, change)


@pytest.mark.parametrize("part", range(8))
def test_every_week_of_every_zone_begins_where_the_one_before_ends(part: int) -> None:
    """Each zone with one of the four week starts, in turn; with all four in `make chaos`."""
    for number, name in enumerate(sorted(available_timezones())[part::8]):
        changes = transitions(ZoneInfo(name))
        for starts_on in STARTS if LONG else [STARTS[number % len(STARTS)]]:
            for earlier, later in zip([FIRST, *changes], [*changes, LAST], strict=True):
                offset = earlier.astimezone(ZoneInfo(name)).utcoffset()
                assert offset is not None
                week = Week(week_of(local_day(earlier, name), starts_on).end)
                while (first := datetime.combine(week.start, MIDNIGHT, UTC) - offset) < later:
                    assert local_day(first, name) == week.start
                    assert week_of(local_day(first, name), starts_on) == week
                    if first > earlier:
                        assert week_of(local_day(first - SECOND, name), starts_on) == week.previous
                    week = Week(week.end)
