"""What the bot says by itself, and when: due bills, a weekly digest, a daily reminder. At most one message a day.

A *tick* comes every minute or every five; it decides from the local moment alone, so a tick that comes late the same day still
says its word, and one of the next day does not. Words are said between 5:00 and 23:00, and known by their day: a clock that is
put back says none twice. Of all time zones only Easter Island's changes within these hours, at 22:00.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum, auto
from typing import NamedTuple

from budget.bills import Due
from budget.errors import InvalidChoice, Why
from budget.periods import zone_named

EARLIEST, LATEST = time(5), time(23)
"""Local times between which something is said: from the first on, before the second."""
LAST_CALL = time(22, 54)
"""When that is said which is wanted for later: a tick may come each five minutes alone, and up to a minute late."""
BILLS_AT = time(9)
MOST_EMPTY = 4
"""Weeks without an entry after which the digest is switched off."""
MOST_UNANSWERED = 3
"""Reminders without an answer after which no further one comes."""


class Topic(StrEnum):
    """What a notification is about."""

    BILLS = auto()
    DIGEST = auto()
    REMINDER = auto()


class DigestTime(NamedTuple):
    """When the digest of the week before is said: 0 for Monday to 6 for Sunday, and a local time."""

    weekday: int
    at: time


@dataclass(frozen=True, slots=True)
class Notifications:
    """What a chat wants to be told, and what came of it so far."""

    digest: DigestTime | None = None
    reminder: time | None = None
    empty_digests: int = 0
    """How many digests in a row had nothing to tell."""
    unanswered: int = 0
    """How many reminders in a row nobody answered."""
    last_said: date | None = None
    """The latest local day on which something was said; a clock that jumps back says nothing twice."""
    last_digest: date | None = None
    """The latest local day for whose digest it was decided, told or not."""
    nothing_spent: date | None = None
    """The latest local day of which somebody said that nothing was spent."""
    stopped: bool = False
    """Whether the chat has blocked the bot, until it writes again."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What is known when a tick decides. ``now`` is a local, aware moment."""

    now: datetime
    due: tuple[Due, ...] = ()
    """Occurrences that fall due on this day and are to be paid."""
    let_go: tuple[Due, ...] = ()
    """Occurrences that are let go on this day, because they are a month late."""
    recorded_today: bool = False
    """Whether anything was recorded for this day, or somebody said that nothing was spent."""
    recorded_last_week: bool = False
    """Whether the week before this day's holds an entry."""
    recorded_since: bool = False
    """Whether anything is recorded for the latest day on which something was said, or a later one."""


@dataclass(frozen=True, slots=True)
class Notification:
    """One message that the bot sends by itself. A due bill rings; everything else comes silently."""

    topic: Topic
    due: tuple[Due, ...] = ()
    let_go: tuple[Due, ...] = ()
    digest: bool = False
    """Whether it tells of the week before."""
    farewell: bool = False
    """Whether it is the last digest, or the last reminder, unless somebody answers or asks for it."""
    reminder: "Notification | None" = None
    """The reminder that is due at the same tick: it is said below."""

    @property
    def rings(self) -> bool:
        """Whether it makes a sound."""
        return bool(self.due)


def decide(wanted: Notifications, moment: Moment) -> tuple[Notification | None, Notifications]:
    """Return what is to be said now, if anything, and the notifications as they stand then.

    A due bill goes before the digest, and the digest before the reminder; on one day the first takes the others in.
    """
    day, at = moment.now.date(), moment.now.time()
    if wanted.stopped or not EARLIEST <= at < LATEST or (wanted.last_said is not None and wanted.last_said >= day):
        return None, wanted
    if moment.recorded_since:  # after the reminder of that day, which is an answer as good as a tap
        wanted = replace(wanted, unanswered=0)
    said: Notification | None = None
    if moment.due or moment.let_go:
        if at < BILLS_AT:
            return None, wanted
        said, wanted = _bills(wanted, moment)
    elif wanted.digest is not None and _is_digest_day(wanted, day) and at >= min(wanted.digest.at, LAST_CALL):
        said, wanted = _digest(wanted, moment)
    if wanted.reminder is None or at < min(wanted.reminder, LAST_CALL):
        return said, wanted
    reminder, wanted = _reminder(wanted, moment)
    return (replace(said, reminder=reminder) if said is not None else reminder), wanted


def _bills(wanted: Notifications, moment: Moment) -> tuple[Notification, Notifications]:
    day, digest = moment.now.date(), None
    if _is_digest_day(wanted, day):
        digest, wanted = _digest(wanted, moment)
    said = Notification(Topic.BILLS, moment.due, moment.let_go)
    if digest is not None:
        said = replace(said, digest=digest.digest, farewell=digest.farewell)
    return said, replace(wanted, last_said=day)


def _is_digest_day(wanted: Notifications, day: date) -> bool:
    told = wanted.last_digest is not None and wanted.last_digest >= day
    return wanted.digest is not None and wanted.digest.weekday == day.weekday() and not told


def _digest(wanted: Notifications, moment: Moment) -> tuple[Notification | None, Notifications]:
    day = moment.now.date()
    if moment.recorded_last_week:
        told = replace(wanted, last_said=day, last_digest=day, empty_digests=0)
        return Notification(Topic.DIGEST, digest=True), told
    empty = wanted.empty_digests + 1
    if empty < MOST_EMPTY:
        return None, replace(wanted, last_digest=day, empty_digests=empty)
    off = replace(wanted, last_said=day, last_digest=day, empty_digests=0, digest=None)
    return Notification(Topic.DIGEST, farewell=True), off


def _reminder(wanted: Notifications, moment: Moment) -> tuple[Notification | None, Notifications]:
    day = moment.now.date()
    if wanted.unanswered >= MOST_UNANSWERED:  # an older program said the last one, and switched nothing off
        return None, replace(wanted, unanswered=0, reminder=None)
    if moment.recorded_today:
        return None, replace(wanted, unanswered=0)
    unanswered = wanted.unanswered + 1
    if unanswered < MOST_UNANSWERED:
        return Notification(Topic.REMINDER), replace(wanted, last_said=day, unanswered=unanswered)
    off = replace(wanted, last_said=day, unanswered=0, reminder=None)
    return Notification(Topic.REMINDER, farewell=True), off


def next_tick(wanted: Notifications, now: datetime, time_zone: str, due_on: date | None) -> datetime | None:
    """Return the first moment after ``now`` at which something could be said (UTC), None where there is nothing to say.

    ``due_on`` is the next day after today on which a bill falls due or is let go.
    """
    if wanted.stopped:
        return None
    local = now.astimezone(zone_named(time_zone))
    later = (moment for moment in _candidates(wanted, local, due_on) if moment > now)
    return min((moment.astimezone(UTC) for moment in later), default=None)


def _candidates(wanted: Notifications, local: datetime, due_on: date | None) -> Iterator[datetime]:
    today, zone = local.date(), local.tzinfo
    yield datetime.combine(today, BILLS_AT, zone)  # a bill may fall due today, and was not told yet
    if due_on is not None:
        yield datetime.combine(due_on, BILLS_AT, zone)
    for ahead in range(8):
        day = today + timedelta(days=ahead)
        if wanted.digest is not None and wanted.digest.weekday == day.weekday():
            yield datetime.combine(day, min(wanted.digest.at, LAST_CALL), zone)
        if wanted.reminder is not None and ahead < 2:
            yield datetime.combine(day, min(wanted.reminder, LAST_CALL), zone)


DIGEST_AT = time(8)
"""When the digest comes where no time is said."""
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_OFF = frozenset({"off", "none", "no", "stop"})
_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?", re.IGNORECASE)


def digest_said(text: str) -> DigestTime | None:
    """Read what stands behind `/digest`: `monday 8:00`, `monday` (at 8:00), or `off` (None). Raises `InvalidChoice`."""
    if text.strip().lower() in _OFF:
        return None
    first, _, rest = text.strip().partition(" ")
    found = [n for n, name in enumerate(_WEEKDAYS) if len(first) >= 3 and name.startswith(first.lower())]
    if len(found) != 1:
        raise InvalidChoice(Why.UNKNOWN_WEEKDAY, first)
    return DigestTime(found[0], _time_said(rest) if rest else DIGEST_AT)


def reminder_said(text: str) -> time | None:
    """Read what stands behind `/remind`: `20:00`, `8pm`, or `off` (None). Raises `InvalidChoice`."""
    return None if text.strip().lower() in _OFF else _time_said(text)


def _time_said(text: str) -> time:
    """Read a time at which something may be said. Raises `InvalidChoice`, for one at night too."""
    read = _TIME.fullmatch(text.strip())
    if read is None:
        raise InvalidChoice(Why.UNKNOWN_TIME, text.strip())
    hour, half = int(read[1]), (read[3] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0) if 1 <= hour <= 12 else 24
    try:
        at = time(hour, int(read[2] or 0))
    except ValueError:
        raise InvalidChoice(Why.UNKNOWN_TIME, text.strip()) from None
    if not EARLIEST <= at < LATEST:
        raise InvalidChoice(Why.NIGHT, text.strip())
    return at
