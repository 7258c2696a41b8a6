"""A budget's bills and paydays as iCalendar (RFC 5545), for calendar apps that poll an address.

Each occurrence is an event of its own, a whole day long, whose identity stays from one poll to the next.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from budget.calendars import Calendar
from budget.money import Money
from web.labels import printable
from words import feeds as say
from words.voice import Voice

MEDIA_TYPE = "text/calendar; charset=utf-8"

_LONGEST = 75  # octets of a line (§3.1), without its end
_POLL = "PT6H"
_DAY = timedelta(days=1)


class Head(NamedTuple):
    """A calendar's name, empty for none, its moment, and what keeps its events apart from those of other links and servers."""

    name: str
    now: datetime
    where: str


def calendar_ics(voice: Voice, calendar: Calendar, money: Money, head: Head) -> str:
    """Return the calendar as text."""
    stamp = f"{head.now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    lines = (
        *_begin(head.name or say.bills_and_paydays(voice)),
        *_bills(calendar, money, stamp, head.where),
        *_paydays(voice, calendar, stamp, head.where),
        "END:VCALENDAR",
    )
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _begin(name: str) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Budget Tracker//Share link//EN", "METHOD:PUBLISH")
    yield f"NAME:{_text(name)}"
    yield f"X-WR-CALNAME:{_text(name)}"
    yield f"REFRESH-INTERVAL;VALUE=DURATION:{_POLL}"
    yield f"X-PUBLISHED-TTL:{_POLL}"


def _bills(calendar: Calendar, money: Money, stamp: str, where: str) -> Iterator[str]:
    for due in calendar.dues:
        identity = f"{where}/bill/{due.bill.number}/{due.planned}"
        if due.payment is not None:  # by what was paid
            summary = f"✓ {due.bill.name} · {money.written(due.payment.amount)}"
        else:
            summary = f"{due.bill.name} · {'≈ ' if due.about else ''}{money.written(due.amount)}"
        yield from _event(identity, stamp, due.day, summary)


def _paydays(voice: Voice, calendar: Calendar, stamp: str, where: str) -> Iterator[str]:
    expected = calendar.is_expected
    ahead = say.expected_payday(voice) if expected else say.payday(voice)
    for day in calendar.paydays:
        summary = say.missed_payday(voice) if day < calendar.today else ahead
        # An expected day moves with the next paycheck: it stays one event.
        yield from _event(f"{where}/payday/{'next' if expected else day}", stamp, day, summary)


def _event(identity: str, stamp: str, day: date, summary: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid5(NAMESPACE_URL, identity)}"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + _DAY:%Y%m%d}"  # the day after it: an end is not part of an event
    yield f"SUMMARY:{_text(summary)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(text: str) -> str:
    """Return a value of type TEXT (§3.3.11)."""
    plain = printable(text).replace("\\", "\\\\").replace(";", "\\;")
    return plain.replace(",", "\\,")


def _folded(line: str) -> str:
    """Return a content line in parts of 75 octets at most, each further one after a blank; no letter is cut."""
    parts, room, part = [], _LONGEST, ""
    for letter in line:
        size = len(letter.encode())
        if size > room:
            parts.append(part)
            part, room = " ", _LONGEST - 1
        part += letter
        room -= size
    return "\r\n".join([*parts, part])
