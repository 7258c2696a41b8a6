"""A whole book as a value: what is exported to be restored, beside its entries."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import NamedTuple

from budget.bills import Bill, Decision
from budget.budgets import Budget
from budget.entries import Kind, RecordedEntry
from budget.entry_changes import EntryChange
from budget.imports.proposals import ImportedFile
from budget.limits import DatedCarry, DatedLimit
from budget.notifications import DigestTime
from budget.schedules import Schedule

Address = tuple[int, int]
"""The message and the line of an entry."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a budget plans with: limits and carry-over by category, each ascending, expenses that count over several weeks,
    the rule of its paydays, and its bills with what was decided about their occurrences.
    """

    limits: Mapping[int, tuple[DatedLimit, ...]] = field(default_factory=dict)
    carries: Mapping[int, tuple[DatedCarry, ...]] = field(default_factory=dict)
    spreads: Mapping[Address, int] = field(default_factory=dict)
    """The weeks of spread expenses, by their addresses."""
    payday: Schedule | None = None
    bills: tuple[Bill, ...] = ()
    decisions: tuple[Decision, ...] = ()


class Lesson(NamedTuple):
    """A folded note and the number of the category that a tap taught for it; ``taught`` numbers the taps."""

    note: str
    category: int
    taught: int


class Told(NamedTuple):
    """A category's limit was passed in a week, and a message said so: it is said once."""

    category: int
    week_start: date
    message: int


class FileRow(NamedTuple):
    """A row of an imported file as it was first recorded: the same file again records nothing twice."""

    kind: Kind
    amount: int
    day: date
    note: str
    bank_id: str | None


class RecordedFile(NamedTuple):
    """A file that was recorded, and when."""

    file: ImportedFile
    at: datetime


class OpenLink(NamedTuple):
    """What a share link shows (`budget.share_links.Extent`) and until when. Tokens leave no budget, so links are not restored."""

    extent: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Memory:
    """What a budget remembers beside its plan. ``changes`` are the history's, the oldest first."""

    quiet_days: tuple[date, ...] = ()
    digest: DigestTime | None = None
    reminder: time | None = None
    told: tuple[Told, ...] = ()
    files: tuple[RecordedFile, ...] = ()
    headings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What was said about files, by the keys of their headings."""
    changes: tuple[EntryChange, ...] = ()
    links: tuple[OpenLink, ...] = ()
    """Share links that were not revoked."""


@dataclass(frozen=True, slots=True)
class WholeEntry(RecordedEntry):
    """An entry with the moment of its message, and with its row where it came from a file."""

    sent_at: datetime | None = None
    row: FileRow | None = None


@dataclass(frozen=True, slots=True)
class Book:
    """A budget with what belongs to it, beside its entries."""

    budget: Budget
    lessons: tuple[Lesson, ...] = ()
    plan: Plan = field(default_factory=Plan)
    memory: Memory = field(default_factory=Memory)

    @property
    def size(self) -> int:
        """About how many rows it is beside its entries."""
        dated = (*self.plan.limits.values(), *self.plan.carries.values(), *(bill.rates for bill in self.plan.bills))
        told = (self.memory.told, self.memory.files, self.memory.quiet_days)
        return sum(map(len, (self.lessons, self.plan.decisions, self.plan.spreads, *told, *dated)))
