"""What a post of a write door does, over an open transaction: it is recorded as a message of its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from budget.budgets import Budget
from budget.categories import LONGEST_NAME
from budget.entries import RecordedEntry
from budget.errors import Refused, Why
from budget.grammar import Unreadable
from budget.grammar.given import Given, is_of_unknown_category, read_given
from budget.grammar.spans import EARLIEST
from budget.grammar.texts import split_lines
from budget.ledger import MessageTransaction
from budget.message_readings import storable
from budget.messages import Message
from budget.receipts import Receipt
from budget.recorded_readings import recorded_as
from budget.recording import recorded

_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(T.*)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class GivenEntry:
    """An entry whose parts a program gives; ``day`` is a date or a moment in ISO 8601, empty for today."""

    given: Given
    day: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """A post that can't be taken, and how it begins: money may have passed, so its chat is told.

    It is neither lines nor an entry, or the idempotency key that it was sent with ``came_before``, with another post.
    """

    begins: str
    came_before: bool = False


Content = str | GivenEntry | Unread
"""What a post says: lines as in the chat, one entry in parts, or what can't be read."""


@dataclass(frozen=True, slots=True)
class Posted:
    """What came of a post. ``same`` was written by hand shortly before, and has the amount of one of its entries.

    ``unknown`` is the beginning of a category that was given and that there is not.
    """

    receipt: Receipt
    same: RecordedEntry | None = None
    unknown: str = ""


def recorded_post(
    content: Content, message: Message, tx: MessageTransaction, by_hand: Sequence[RecordedEntry]
) -> Posted:
    """Record what came in, as a message that has neither text nor edits in a chat; a repeat changes nothing.

    ``by_hand`` are the latest entries that somebody wrote, the newest first.
    """
    unknown = ""
    if isinstance(content, GivenEntry):
        given = _storable(content.given)
        unknown = given.category if is_of_unknown_category(given, tx.budget.categories) else ""
        receipt = _recorded_entry(replace(content, given=given), message, tx)
    elif isinstance(content, Unread):
        begins, why = storable(content.begins), Why.KEY_CAME_BEFORE if content.came_before else Why.UNREAD_CAME
        receipt = recorded_as(message, tx, ((begins, Unreadable(why, begins)),))
    elif not split_lines(storable(content)):
        receipt = recorded_as(message, tx, (("", Unreadable(Why.NOTHING_CAME)),))
    else:
        receipt = recorded(message._replace(text=content), tx)
    new = {(one.entry.kind, one.entry.amount) for one in receipt.state.entries}
    same = next((one for one in by_hand if (one.entry.kind, one.entry.amount) in new), None)
    return Posted(receipt, same, unknown[:LONGEST_NAME])


def _storable(given: Given) -> Given:
    return replace(
        given, amount=storable(given.amount), note=storable(given.note), category=storable(given.category).strip()
    )


def _recorded_entry(content: GivenEntry, message: Message, tx: MessageTransaction) -> Receipt:
    given = content.given
    text = " ".join(f"{given.amount} {given.note}".split())
    today = tx.budget.day_of(message.sent_at)
    try:
        day = _day_of(storable(content.day), tx.budget, today)
    except Refused as refused:
        return recorded_as(message, tx, ((text, Unreadable(refused.why, refused.word)),))
    notes: set[str] = set()
    reading = read_given(given, day, tx.budget.scope(today, notes.add))
    lessons = tx.taught(notes) if notes else {}
    if lessons:
        reading = read_given(given, day, tx.budget.scope(today, lessons.get))
    return recorded_as(message, tx, ((text, reading),))


def _day_of(text: str, budget: Budget, today: date) -> date:
    """Return the day of a date or a moment. Raises `Refused`."""
    if not text:
        return today
    found = _DAY.fullmatch(text)
    if found is None:
        raise Refused(Why.GIVEN_DAY, text)
    try:
        moment = datetime.fromisoformat(text) if found[2] else None
        day = date.fromisoformat(found[1])
        if moment is not None and moment.tzinfo is not None:
            day = budget.day_of(moment)
    except (ValueError, OverflowError):
        raise Refused(Why.IMPOSSIBLE_DAY, text) from None
    if day > today:
        raise Refused(Why.FUTURE_DAY, text)
    if day.year < EARLIEST:
        raise Refused(Why.LONG_AGO, text)
    return day
