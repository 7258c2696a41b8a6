"""A message in the ledger: what it asks to be recorded, what is stored of it, and its state after an act.

What every record makes is a named tuple: as frozen dataclasses these took a thirtieth of recording more, for each field of one is
set by a call. What checks its fields, or has others made of it, is a dataclass.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum, auto
from types import MappingProxyType
from typing import NamedTuple

from budget.bills import Bill
from budget.entries import Entry, RecordedEntry
from budget.grammar import About, Choice
from budget.money import Money
from budget.payments import Match, PaidBefore
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


class Part(NamedTuple):
    """One of several entries of a line. Its slot says where it is kept: at the line's address, and `PARTS` times its slot."""

    slot: int
    entry: Entry


Line = Entry | tuple[Part, ...] | OpenQuestion | None
"""What a line of a message asks to be recorded: one entry, several or none (a day over other lines), a question; None for a line
that does not read, which leaves what is recorded of it."""


class TextLine(NamedTuple):
    """A line of a text: the address under which its entries and its question are kept, and a digest of what it says.

    ``asked`` is what its question was about, where an answer to it is all that the line recorded; else None.
    """

    address: int
    digest: int | None
    asked: About | None = None


class Layout(NamedTuple):
    """The lines of a message in the order of its text; ``next`` is the first address that none of its lines ever had.

    ``parts`` are the entries of lines that tell several, in the order of the text, by the line where each is kept.
    """

    next: int
    lines: tuple[TextLine, ...]
    parts: tuple[TextLine, ...] = ()

    @property
    def addresses(self) -> tuple[int, ...]:
        """The addresses in the order of the text."""
        return tuple(one.address for one in self.lines)


class Submission(NamedTuple):
    """What one state of a message asks the ledger to record, line by line.

    ``layout`` says where each line is kept; without one its address is its place, and an edit is matched by what `lines` tells.
    ``named`` are the places of the lines that name their category, ``moved`` those of the lines that say what they said, under
    another day.
    """

    author: int
    version: Version
    sent_at: datetime
    lines: tuple[Line, ...]
    edited: bool = False
    layout: Layout | None = None
    named: frozenset[int] = frozenset()
    moved: frozenset[int] = frozenset()
    author_name: str = ""
    """The author's first name, in a group."""


class PaidInstead(NamedTuple):
    """A bill that an entry of some message pays now, because what paid it does no longer."""

    bill: Bill
    entry: Entry


class StoredMessage(NamedTuple):
    """All that is stored of a message, by address. ``version`` is None for one that was never recorded.

    ``layout`` is None for what came from a file, or was recorded before lines had addresses of their own.
    """

    version: Version | None = None
    author: int = 0
    entries: tuple[RecordedEntry, ...] = ()
    questions: tuple[OpenQuestion, ...] = ()
    layout: Layout | None = None
    author_name: str = ""
    instead: tuple[PaidInstead, ...] = ()
    """What other entries pay since an act in this transaction."""


class Status(StrEnum):
    """The result of an act."""

    DONE = auto()
    REPEATED = auto()  # the same act again: nothing changed
    STALE = auto()  # an older state of the message: nothing changed


class Standing(NamedTuple):
    """What a category has spent in a week (minor units) after an act; ``tell_over`` once per category and week.

    ``balance`` is what was left or is missing of the weeks before.
    """

    category: int
    week: Week
    spent: int
    tell_over: bool
    balance: int = 0


class MessageState(NamedTuple):
    """A message after an act: its entries by line, its open questions, and the standings of the categories it touches.

    Entries that an earlier edit took out are left out. ``order`` has the addresses of its lines in the order of the text; it is
    empty where a line's address is its place.
    """

    status: Status
    entries: tuple[RecordedEntry, ...] = ()
    questions: tuple[OpenQuestion, ...] = ()
    standings: tuple[Standing, ...] = ()
    removed: frozenset[int] = frozenset()
    """Lines whose entries this act undid because the edit took the lines out."""
    order: tuple[int, ...] = ()
    matches: Mapping[int, Match] = MappingProxyType({})
    """The occurrences of bills that entries pay, or may pay by a tap, by line."""
    spreads: Mapping[int, int] = MappingProxyType({})
    """Over how many weeks entries count that are spread, by line."""
    instead: tuple[PaidInstead, ...] = ()
    """What other entries pay since this act."""
    before: Mapping[int, PaidBefore] = MappingProxyType({})
    """What has paid already what entries look like, by line."""


class OutOfUse(NamedTuple):
    """What two budgets held that became one, and for which one has no room: it is kept, and out of use."""

    names: tuple[str, ...]
    """Of categories and of bills."""
    closed: int
    """Share links and write doors that were open."""


class SetApart(NamedTuple):
    """Entries that a move of a chat found in another currency than the budget's. They are kept, and count nowhere."""

    money: Money
    entries: tuple[Entry, ...]
    """Some of them."""
    number: int
    """How many there are."""
