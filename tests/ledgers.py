"""What tests of a ledger say shortly: messages, entries, a ledger that opens its own database, and acts by one name each."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Self, TypeVar

from budget import acts, undoing
from budget.budgets import Beginnings
from budget.currencies import currency_named
from budget.entries import Entry, Kind, RecordedEntry
from budget.grammar import Choice, Label
from budget.ledger import BudgetTransaction, BudgetView, MessageTransaction
from budget.ledger_values import Pay
from budget.locales import locale_named
from budget.money import Money
from budget.periods import Week
from budget.states import Line, MessageState, Submission, Version
from storage.budgets import Budgets
from storage.database import Database
from storage.ledger import SqlLedger

_T = TypeVar("_T")

OWNER = -1_001_234_567_890  # a supergroup: negative, and beyond 32 bits
MONDAY = date(2026, 11, 16)
WEEK = Week(MONDAY)
NOON = datetime(2026, 11, 16, 12, tzinfo=UTC)
BEGINNINGS = Beginnings(Money(currency_named("USD"), locale_named("en_US")), "UTC", 0)


@dataclass(frozen=True, slots=True)
class Sent:
    """A message of a chat, as its chat numbers it, with what it asks to be recorded."""

    owner: int
    message: int
    submission: Submission

    @property
    def version(self) -> Version:
        return self.submission.version

    @property
    def lines(self) -> tuple[Line, ...]:
        return self.submission.lines

    @property
    def edited(self) -> bool:
        return self.submission.edited


PATIENCE = 60.0
"""Seconds that a test waits for a lock: on a loaded machine forty writers of one budget need more than the program's five. How
long the program waits, and what it says then, `tests/storage/test_engine.py` shows.
"""


class Book(SqlLedger):
    """A ledger that opens and closes its database, with a method for each act."""

    def __init__(self, url: str, *, timeout: float = PATIENCE, **how: Any) -> None:
        self.url = url
        self.database = Database(url, timeout=timeout, **how)
        super().__init__(self.database)

    async def __aenter__(self) -> Self:
        await self.database.__aenter__()
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.database.__aexit__(None, None, None)

    @property
    def budgets(self) -> Budgets:
        return self.database.budgets

    async def changed(self, owner: int, beginnings: Beginnings, act: Callable[[BudgetTransaction], _T]) -> _T:
        return await self.change(owner, act, beginnings)

    async def record(self, sent: Sent) -> MessageState:
        return await self.write(sent.owner, sent.message, lambda tx: acts.record(tx, sent.submission))

    async def number_of(self, owner: int, message: int) -> int:
        """Return the number under which a chat's message is stored."""
        return await self.write(owner, message, lambda tx: tx.message)

    async def message(self, owner: int, message: int) -> MessageState:
        return await self.tap(owner, message, acts.state_of)

    async def answer(self, owner: int, message: int, line: int, choice: int, act: str) -> MessageState:
        return await self.tap(owner, message, lambda tx: acts.answer(tx, line, choice, act))

    async def decline(self, owner: int, message: int, line: int, act: str) -> MessageState:
        return await self.tap(owner, message, lambda tx: acts.decline(tx, line, act))

    async def set_undone(self, owner: int, message: int, line: int | None, act: str, *, undone: bool) -> MessageState:
        return await self.tap(owner, message, lambda tx: undoing.set_undone(tx, line, act, undone=undone))

    async def undo_latest(self, owner: int, message: int) -> MessageState:
        return await self.write(owner, message, undoing.undo_latest)

    async def recategorise(self, owner: int, message: int, line: int, category: int, act: str) -> MessageState:
        return await self.tap(owner, message, lambda tx: acts.recategorise(tx, line, category, act))

    async def make_income(self, owner: int, message: int, line: int, act: str) -> MessageState:
        return await self.tap(owner, message, lambda tx: acts.make_income(tx, line, act))

    async def look(self, owner: int, look: Callable[[BudgetView], _T]) -> _T | None:
        return await self.read(owner, look)

    async def recent(self, owner: int, most: int) -> Sequence[RecordedEntry]:
        return await self.read(owner, lambda view: view.recent(most)) or []

    async def entries(self, owner: int, after: tuple[int, int], most: int) -> Sequence[RecordedEntry]:
        return await self.read(owner, lambda view: view.entries_after(*after, most)) or []

    async def write_down(
        self, owner: int, message: int, beginnings: Beginnings, act: Callable[[MessageTransaction], _T]
    ) -> _T:
        return await self.write(owner, message, act, beginnings)


def choices(*entries: Entry) -> tuple[Choice, ...]:
    """Return choices of one entry each, told apart by their amounts."""
    return tuple(Choice(Label.AMOUNT, (entry,)) for entry in entries)


def slip(message: int, *lines: Line, edited_at: int = 0, update: int | None = None, owner: int = OWNER) -> Sent:
    """Return a message, or its edit where ``edited_at`` is given; greater messages are sent later."""
    version = Version(edited_at, message if update is None else update)
    sent_at = NOON + timedelta(microseconds=message % 10**10)  # calendars end long before 64 bits do
    return Sent(owner, message, Submission(7, version, sent_at, lines, edited_at > 0))


def expense(amount: int, category: int, note: str = "", day: date = MONDAY) -> Entry:
    return Entry(Kind.EXPENSE, amount, day, category, note)


def refund(amount: int, category: int, day: date = MONDAY) -> Entry:
    return Entry(Kind.REFUND, amount, day, category)


def paycheck(amount: int, day: date = MONDAY) -> Entry:
    return Entry(Kind.PAYCHECK, amount, day)


def extra(amount: int, day: date = MONDAY) -> Entry:
    return Entry(Kind.EXTRA, amount, day)


async def number_of(ledger: Book, key: str, owner: int = OWNER) -> int:
    """Return the number of the category with a key."""
    budget = await ledger.budget(owner)
    assert budget is not None
    return next(category.number for category in budget.categories if category.key == key)


async def spent(ledger: Book, owner: int, week: Week) -> Mapping[int, int] | None:
    """Return what each category of a chat spent in a week; None where the chat has no budget."""
    return await ledger.look(owner, lambda view: view.spent(week).by_category)


async def pay(ledger: Book, owner: int, today: date) -> Pay | None:
    """Return a chat's pay period of a day."""
    return await ledger.look(owner, lambda view: view.pay(today))


async def taught(ledger: Book, owner: int, notes: Iterable[str]) -> Mapping[str, int]:
    """Return the categories that taps taught a chat for some notes."""
    return await ledger.write_down(owner, 1, BEGINNINGS, lambda tx: tx.taught(notes))
