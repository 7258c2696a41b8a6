"""What the bot says by itself: the decision of a tick as a table, every time zone's hours, and a year of ticks."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

import pytest

from budget.bills import Bill, Due, Rate, State
from budget.errors import InvalidChoice, Why
from budget.notifications import (
    MOST_EMPTY,
    MOST_UNANSWERED,
    DigestTime,
    Moment,
    Notification,
    Notifications,
    Topic,
    decide,
    digest_said,
    next_tick,
    reminder_said,
)
from budget.schedules import Schedule, Step

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = date(2026, 11, 23)
DAY = timedelta(days=1)
RENT = Bill(1, "Rent", Schedule(Step.MONTHLY, days=(1,)), MONDAY, (Rate(MONDAY, 90_000),))
DUE = Due(RENT, MONDAY, MONDAY, State.OPEN)
LATE = Due(RENT, MONDAY - 31 * DAY, MONDAY - 31 * DAY, State.LET_GO)
BOTH = Notifications(DigestTime(0, time(8)), time(20))
EARLY = Notifications(DigestTime(0, time(8)), time(8, 30))
REMINDER = Notification(Topic.REMINDER)


def at(clock: str, day: date = MONDAY) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), BERLIN)


@pytest.mark.parametrize(
    ("wanted", "moment", "said"),
    [
        (Notifications(), Moment(at("09:00"), (DUE,)), Notification(Topic.BILLS, (DUE,))),
        (Notifications(), Moment(at("08:59"), (DUE,)), None),
        (Notifications(), Moment(at("22:59"), (DUE,)), Notification(Topic.BILLS, (DUE,))),
        (Notifications(), Moment(at("23:00"), (DUE,)), None),
        (Notifications(), Moment(at("12:00")), None),
        (Notifications(), Moment(at("12:00"), let_go=(LATE,)), Notification(Topic.BILLS, let_go=(LATE,))),
        (Notifications(last_said=MONDAY), Moment(at("12:00"), (DUE,)), None),
        (Notifications(last_said=MONDAY + DAY), Moment(at("12:00"), (DUE,)), None),  # the clock jumped back
        (Notifications(last_said=MONDAY - DAY), Moment(at("12:00"), (DUE,)), Notification(Topic.BILLS, (DUE,))),
        (Notifications(stopped=True), Moment(at("12:00"), (DUE,)), None),
        (BOTH, Moment(at("08:00"), recorded_last_week=True), Notification(Topic.DIGEST, digest=True)),
        (BOTH, Moment(at("07:59"), recorded_last_week=True), None),
        (BOTH, Moment(at("08:00")), None),  # no entry, no digest
        (BOTH, Moment(at("08:00", MONDAY + DAY), recorded_last_week=True), None),
        (BOTH, Moment(at("08:30"), (DUE,), recorded_last_week=True), None),  # it waits for the bill
        (BOTH, Moment(at("09:00"), (DUE,), recorded_last_week=True), Notification(Topic.BILLS, (DUE,), digest=True)),
        (BOTH, Moment(at("20:00")), Notification(Topic.REMINDER)),
        (BOTH, Moment(at("20:00"), recorded_today=True), None),
        (BOTH, Moment(at("19:59")), None),
        (Notifications(last_said=MONDAY, reminder=time(20)), Moment(at("20:00")), None),
        (EARLY, Moment(at("09:00"), (DUE,)), Notification(Topic.BILLS, (DUE,), reminder=REMINDER)),
        (EARLY, Moment(at("08:30"), (DUE,)), None),
        (EARLY, Moment(at("09:00"), (DUE,), recorded_today=True), Notification(Topic.BILLS, (DUE,))),
        (BOTH, Moment(at("20:00"), (DUE,)), Notification(Topic.BILLS, (DUE,), reminder=REMINDER)),
        (
            EARLY,
            Moment(at("08:30"), recorded_last_week=True),
            Notification(Topic.DIGEST, digest=True, reminder=REMINDER),
        ),
        (
            EARLY,
            Moment(at("09:00"), (DUE,), recorded_last_week=True),
            Notification(Topic.BILLS, (DUE,), digest=True, reminder=REMINDER),
        ),
    ],
)
def test_one_word_a_day(wanted: Notifications, moment: Moment, said: Notification | None) -> None:
    notification, after = decide(wanted, moment)
    assert notification == said
    assert said is None or after.last_said == moment.now.date()
    assert decide(after, moment)[0] is None  # a second tick says nothing more


def test_only_a_due_bill_rings() -> None:
    assert Notification(Topic.BILLS, (DUE,)).rings
    assert not Notification(Topic.BILLS, let_go=(LATE,)).rings
    assert not Notification(Topic.DIGEST, digest=True).rings


def test_four_empty_weeks_switch_the_digest_off() -> None:
    wanted = Notifications(DigestTime(0, time(8)))
    for week in range(MOST_EMPTY - 1):
        said, wanted = decide(wanted, Moment(at("08:00", MONDAY + 7 * week * DAY)))
        assert said is None
        assert decide(wanted, Moment(at("18:00", MONDAY + 7 * week * DAY)))[1] == wanted  # counted once
    said, wanted = decide(wanted, Moment(at("08:00", MONDAY + 7 * (MOST_EMPTY - 1) * DAY)))
    assert said == Notification(Topic.DIGEST, farewell=True)
    assert wanted.digest is None


def test_a_week_with_entries_counts_the_empty_ones_anew() -> None:
    wanted = Notifications(DigestTime(0, time(8)), empty_digests=MOST_EMPTY - 1)
    assert decide(wanted, Moment(at("08:00"), recorded_last_week=True))[1].empty_digests == 0
    assert decide(wanted, Moment(at("09:00"), (DUE,), recorded_last_week=True))[1].empty_digests == 0


def test_an_empty_week_counts_where_a_bill_is_told_on_its_day() -> None:
    wanted = Notifications(DigestTime(0, time(18)))
    for week in range(MOST_EMPTY - 1):
        said, wanted = decide(wanted, Moment(at("09:00", MONDAY + 7 * week * DAY), (DUE,)))
        assert said == Notification(Topic.BILLS, (DUE,))
        assert wanted.empty_digests == week + 1
        assert decide(wanted, Moment(at("18:00", MONDAY + 7 * week * DAY), (DUE,)))[1] == wanted  # counted once
    said, wanted = decide(wanted, Moment(at("09:00", MONDAY + 7 * (MOST_EMPTY - 1) * DAY), (DUE,)))
    assert said == Notification(Topic.BILLS, (DUE,), farewell=True)
    assert wanted.digest is None


def test_a_folded_reminder_counts_as_told() -> None:
    wanted, said = Notifications(reminder=time(9)), []
    for day in range(MOST_UNANSWERED):
        notification, wanted = decide(wanted, Moment(at("09:00", MONDAY + day * DAY), (DUE,)))
        said.append(notification)
    with_reminder = Notification(Topic.BILLS, (DUE,), reminder=REMINDER)
    last = replace(with_reminder, reminder=replace(REMINDER, farewell=True))
    assert said == [with_reminder] * (MOST_UNANSWERED - 1) + [last]
    assert wanted.reminder is None


def test_three_unanswered_reminders_end_it() -> None:
    wanted, said = Notifications(reminder=time(20)), []
    for day in range(6):  # an entry after the last one does not bring it back
        notification, wanted = decide(
            wanted, Moment(at("20:00", MONDAY + day * DAY), recorded_today=day == MOST_UNANSWERED)
        )
        said += [notification] if notification else []
    assert said == [Notification(Topic.REMINDER)] * (MOST_UNANSWERED - 1) + [
        Notification(Topic.REMINDER, farewell=True)
    ]
    assert wanted.reminder is None


def test_who_records_after_each_reminder_has_answered_it() -> None:
    wanted = Notifications(reminder=time(20))
    for day in range(2 * MOST_UNANSWERED):
        said, wanted = decide(wanted, Moment(at("20:00", MONDAY + day * DAY), recorded_since=day > 0))
        assert (said, wanted.unanswered) == (REMINDER, 1)
    # A due bill is told between: the answer to the reminder of the day before counts by then.
    said, wanted = decide(wanted, Moment(at("09:00", MONDAY + 6 * DAY), (DUE,), recorded_since=True))
    assert (said, wanted.unanswered) == (Notification(Topic.BILLS, (DUE,)), 0)


@pytest.mark.parametrize("recorded", [False, True])
def test_a_last_reminder_of_an_older_program_ended_it(recorded: bool) -> None:
    wanted = Notifications(reminder=time(20), unanswered=MOST_UNANSWERED)
    assert decide(wanted, Moment(at("20:00"), recorded_today=recorded)) == (None, Notifications())


def test_an_entry_answers_the_reminder() -> None:
    wanted = Notifications(reminder=time(20), unanswered=2)
    assert decide(wanted, Moment(at("20:00"), recorded_today=True))[1].unanswered == 0


@pytest.mark.parametrize(
    ("wanted", "now", "due_on", "expected"),
    [
        (Notifications(), at("08:00"), None, at("09:00")),
        (Notifications(), at("10:00"), None, None),
        (Notifications(), at("10:00"), date(2026, 12, 1), at("09:00", date(2026, 12, 1))),
        (Notifications(stopped=True), at("08:00"), MONDAY, None),
        (BOTH, at("09:00"), None, at("20:00")),
        (BOTH, at("20:00"), None, at("20:00", MONDAY + DAY)),
        (Notifications(DigestTime(0, time(8))), at("09:00"), None, at("08:00", MONDAY + 7 * DAY)),
    ],
)
def test_next_tick(wanted: Notifications, now: datetime, due_on: date | None, expected: datetime | None) -> None:
    assert next_tick(wanted, now.astimezone(UTC), "Europe/Berlin", due_on) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20:00", time(20)), (" 9 ", time(9)), ("8pm", time(20)), ("12.30 PM", time(12, 30)), ("5:00", time(5)),
        ("22:59", time(22, 59)), ("off", None), ("OFF", None),
    ],
)  # fmt: skip
def test_a_time_of_a_reminder(text: str, expected: time | None) -> None:
    assert reminder_said(text) == expected


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("4:59", Why.NIGHT), ("23:00", Why.NIGHT), ("12am", Why.NIGHT), ("24:00", Why.UNKNOWN_TIME),
        ("13pm", Why.UNKNOWN_TIME), ("0pm", Why.UNKNOWN_TIME), ("20:60", Why.UNKNOWN_TIME), ("", Why.UNKNOWN_TIME),
        ("soon", Why.UNKNOWN_TIME), ("٢٤:٠٠", Why.UNKNOWN_TIME),
    ],
)  # fmt: skip
def test_no_time_of_a_reminder(text: str, why: Why) -> None:
    with pytest.raises(InvalidChoice) as refused:
        reminder_said(text)
    assert refused.value.why is why


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("monday 8:00", DigestTime(0, time(8))),
        ("monday", DigestTime(0, time(8))),
        ("Sun 18:30", DigestTime(6, time(18, 30))),
        ("off", None),
    ],
)
def test_the_time_of_a_digest(text: str, expected: DigestTime | None) -> None:
    assert digest_said(text) == expected


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", Why.UNKNOWN_WEEKDAY), ("t 8:00", Why.UNKNOWN_WEEKDAY), ("8:00 monday", Why.UNKNOWN_WEEKDAY),
        ("monday soon", Why.UNKNOWN_TIME), ("monday 3:00", Why.NIGHT),
    ],
)  # fmt: skip
def test_no_time_of_a_digest(text: str, why: Why) -> None:
    with pytest.raises(InvalidChoice) as refused:
        digest_said(text)
    assert refused.value.why is why


@pytest.mark.parametrize("wanted_at", ["05:00", "22:53", "22:54", "22:55", "22:56", "22:59"])
@pytest.mark.parametrize("phase", range(5))
def test_each_time_of_the_day_is_met_by_a_tick_every_five_minutes(wanted_at: str, phase: int) -> None:
    """A minute early or late: a scheduler promises no second."""
    said = time.fromisoformat(wanted_at)
    for wanted in (Notifications(reminder=said), Notifications(DigestTime(0, said))):
        for late in range(2):
            ticks = [at("00:00") + timedelta(minutes=minute + late * (minute % 2)) for minute in range(phase, 1440, 5)]
            told = 0
            now_wanted, next_at = wanted, at("00:00")
            for now in ticks:
                if next_at <= now:
                    word, now_wanted = decide(now_wanted, Moment(now, recorded_last_week=True))
                    told += word is not None
                    found = next_tick(now_wanted, now, "Europe/Berlin", None)
                    assert found is not None
                    next_at = found
            assert told == 1


@pytest.mark.slow
@pytest.mark.parametrize("clock", ["05:00", "20:30", "21:30", "22:30"])
def test_no_change_of_a_clock_says_a_word_twice(clock: str) -> None:
    """In every zone, on the days around each change of its offset. Easter Island changes at 22:00, all others at night."""
    wanted = Notifications(reminder=time.fromisoformat(clock))
    for zone, day in _days_of_change():
        said, after = 0, wanted
        start = datetime.combine(day, time(0), zone).astimezone(UTC)
        for minutes in range(0, 26 * 60, 10):
            local = (start + timedelta(minutes=minutes)).astimezone(zone)
            notification, after = decide(after, Moment(local))
            said += notification is not None and after.last_said == day
        assert said == 1 or (said == 0 and zone.key in {"Pacific/Easter", "Chile/EasterIsland"}), (zone, day)


@cache
def _days_of_change() -> list[tuple[ZoneInfo, date]]:
    found: dict[tuple[object, ...], tuple[ZoneInfo, date]] = {}
    for name in sorted(available_timezones()):
        zone, day = ZoneInfo(name), datetime(2026, 1, 1, tzinfo=UTC)
        while day.year < 2029:
            before, after = day.astimezone(zone), (day + DAY).astimezone(zone)
            if before.utcoffset() != after.utcoffset():
                for changed in {before.date(), after.date()}:
                    found[changed, before.utcoffset(), after.utcoffset(), day] = (zone, changed)
            day += DAY
    return list(found.values())


def test_a_year_of_ticks_says_each_word_once() -> None:
    """Ticks at random moments, replicas that tick together, and a clock that jumps: a due bill is told on its day, once."""
    dice = random.Random(1)  # noqa: S311 - can be repeated
    zone = ZoneInfo("America/Los_Angeles")
    wanted = Notifications(DigestTime(0, time(8)), time(20))
    said: list[tuple[date, Topic]] = []
    now = datetime(2026, 1, 1, tzinfo=UTC)
    while now.year == 2026:
        local = now.astimezone(zone)
        due = (DUE,) if local.day == 1 else ()
        for _ in range(dice.choice([1, 3])):
            moment = Moment(local, due, recorded_today=local.day % 2 == 0, recorded_last_week=True)
            notification, wanted = decide(wanted, moment)
            if notification is not None:
                said.append((local.date(), notification.topic))
        now += timedelta(minutes=dice.randrange(1, 90))
        if dice.random() < 0.01:
            now -= timedelta(minutes=30)  # a clock that is set right
        if dice.random() < 0.05:
            wanted = Notifications(wanted.digest, time(20), last_said=wanted.last_said, last_digest=wanted.last_digest)
    days = [day for day, _ in said]
    assert len(days) == len(set(days))
    assert [day for day, topic in said if topic is Topic.BILLS] == [date(2026, month, 1) for month in range(1, 13)]
    mondays = {day for day, topic in said if topic is Topic.DIGEST}
    assert all(day.weekday() == 0 for day in mondays)
    assert len(mondays) >= 50
