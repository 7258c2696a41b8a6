"""A message in the ledger: what it asks to be recorded, what is stored of it, and its state after an act."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum, auto
from typing import NamedTuple

from budget.entries import Entry, RecordedEntry
from budget.grammar import About, Choice
from budget.money import Money
from budget.periods import Week


class Version(NamedTuple):
    """Which state of a message a text is: seconds of its last edit (0 before any), then the update that brought it.

    Two edits within a second differ by the update's number alone. Across seconds that number says nothing: Telegram starts it
    at a random number after a quiet week.
    """

    edited_at: int
    update: int


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question about a line that nobody has answered yet."""

    line: int
    about: About
    choices: tuple[Choice, ...]


Line = Entry | OpenQuestion | None
"""What a line of a message asks to be recorded; None for a line that does not read."""


@dataclass(frozen=True, slots=True)
class Submission:
    """What one state of a message asks the ledger to record, line by line."""

    author: int
    version: Version
    sent_at: datetime
    lines: tuple[Line, ...]
    edited: bool = False


@dataclass(frozen=True, slots=True)
class StoredMessage:
    """All that is stored of a message, in the order of its lines. ``version`` is None for one that was never recorded."""

    version: Version | None = None
    author: int = 0
    entries: tuple[RecordedEntry, ...] = ()
    questions: tuple[OpenQuestion, ...] = ()


class Status(StrEnum):
    """The result of an act."""

    DONE = auto()
    REPEATED = auto()  # the same act again: nothing changed
    STALE = auto()  # an older state of the message: nothing changed


class Standing(NamedTuple):
    """What a category has spent in a week (minor units) after an act; ``tell_over`` once per category and week."""

    category: int
    week: Week
    spent: int
    tell_over: bool


@dataclass(frozen=True, slots=True)
class MessageState:
    """A message after an act: its entries by line, its open questions, and the standings of the categories it touches."""

    status: Status
    entries: tuple[RecordedEntry, ...] = ()
    questions: tuple[OpenQuestion, ...] = ()
    standings: tuple[Standing, ...] = ()
    removed: frozenset[int] = frozenset()
    """Lines whose entries this act undid because the edit took the lines out."""


class SetApart(NamedTuple):
    """Entries that a move of a chat found in another currency than the budget's. They are kept, and count nowhere."""

    money: Money
    entries: tuple[Entry, ...]
    """Some of them."""
    number: int
    """How many there are."""
