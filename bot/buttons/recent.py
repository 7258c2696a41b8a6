"""The buttons of `/recent`: each bears the list that it stands under, which is shown again after what it does.

A list, an entry's address and a category are many digits together, so numbers are written to the base of 36 here.
"""

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Self

from bot.buttons.forms import Checked, Form

MOST_SKIPPED = 1000
"""Entries that a list may skip."""
MOST_SHOWN = 50
"""Entries that a list shows at most."""
MOST_BEFORE = 19
"""Changes of the second of a list, made before it was shown, that it can tell from those made afterwards."""
_SHARED = 64  # more than `MOST_SHOWN`: two numbers share one field of two digits
_LONGEST_AT = 2**36  # seconds: beyond the year 4000, and seven digits
_LONGEST_LINE = 10**8
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Compact(Checked):
    """Numbers that are one field of a button; None is written as nothing."""

    def __str__(self) -> str:
        """Write the numbers, with points between."""
        values = (getattr(self, field.name) for field in fields(self))
        return ".".join("" if value is None else _in_36(value) for value in values)

    @classmethod
    def read(cls, text: str) -> Self:
        """Return the numbers of a text; raise ValueError for what is none."""
        parts = text.split(".")
        if len(parts) != len(fields(cls)):
            raise ValueError(text)
        return cls(*(int(part, 36) if part else None for part in parts))


@dataclass(frozen=True, slots=True)
class RecentList(Compact):
    """A list as it was shown ``at`` a moment (seconds since 1970): ``most`` entries behind those that it skips.

    It holds the entries of a category, or without one all. ``before`` of the changes of that second were made before it.
    """

    at: int
    skip: int
    most: int
    category: int | None
    before: int = 0

    def __str__(self) -> str:
        """Write the numbers: what was done before in one field with the length, where lists of before have the length alone."""
        numbers = self.at, self.skip, self.most + _SHARED * self.before
        return ".".join([*map(_in_36, numbers), "" if self.category is None else _in_36(self.category)])

    @classmethod
    def read(cls, text: str) -> Self:
        """Return the numbers of a text; raise ValueError for what is none."""
        at, skip, shared, category = text.split(".")
        before, most = divmod(int(shared, 36), _SHARED)
        return cls(int(at, 36), int(skip, 36), most, int(category, 36) if category else None, before)

    def __post_init__(self) -> None:
        """Raise ValueError for more than is ever shown."""
        Compact.__post_init__(self)
        if self.at >= _LONGEST_AT or self.skip > MOST_SKIPPED or not 1 <= self.most <= MOST_SHOWN:
            raise ValueError(self.skip)
        if self.before > MOST_BEFORE:
            raise ValueError(self.before)


@dataclass(frozen=True, slots=True)
class EntryAt(Compact):
    """The address of an entry."""

    message: int
    line: int

    def __post_init__(self) -> None:
        """Raise ValueError for a line that no message has."""
        Compact.__post_init__(self)
        if self.line >= _LONGEST_LINE:
            raise ValueError(self.line)


@dataclass(frozen=True, slots=True)
class CategoryAt(Compact):
    """The number of a category."""

    number: int


class WithEntry(StrEnum):
    """What a button does with an entry of a list; the value is how it is written."""

    CHANGE = "v"
    UNDO = "u"
    RESTORE = "r"
    CATEGORY = "p"
    AMOUNT = "a"
    DAY = "d"
    NOTE = "n"


@dataclass(frozen=True, slots=True)
class ShowRecent:
    """Show a list again, or a page of it."""

    shown: RecentList


@dataclass(frozen=True, slots=True)
class RecentEntry:
    """Do something with an entry of a list."""

    shown: RecentList
    entry: EntryAt
    does: WithEntry


@dataclass(frozen=True, slots=True)
class MoveRecent:
    """Move an entry of a list to a category."""

    shown: RecentList
    entry: EntryAt
    to: CategoryAt


RecentButton = ShowRecent | RecentEntry | MoveRecent


def _in_36(value: int) -> str:
    digits = ""
    while True:
        value, digit = divmod(value, 36)
        digits = _DIGITS[digit] + digits
        if not value:
            return digits


FORMS: tuple[Form[RecentButton], ...] = (
    Form(ShowRecent, ("R",), (RecentList.read,)),
    Form(RecentEntry, ("R",), (RecentList.read, EntryAt.read, WithEntry)),
    Form(MoveRecent, ("M",), (RecentList.read, EntryAt.read, CategoryAt.read)),
)
