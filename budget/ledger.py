"""What the rules ask of storage: the Ledger, and the values that go in and come out.

One method is one transaction. Every act that changes something carries its own name (an ``act``: the tap's or the command's id),
or is unique by (owner, message, line), so that a repeat changes nothing.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum, auto
from typing import NamedTuple, Protocol, TypeVar

from budget.categories import Category
from budget.entries import Entry, Held
from budget.messages import About, Scope, Taught
from budget.money import Money
from budget.periods import Week, local_day, week_of


@dataclass(frozen=True, slots=True)
class Beginnings:
    """What a new budget starts with; ``week_starts_on`` is 0 for Monday to 6 for Sunday."""

    money: Money
    time_zone: str
    week_starts_on: int


@dataclass(frozen=True, slots=True)
class Budget:
    """A chat's budget: its settings and all its categories, removed ones too, in the budget's order."""

    owner: int
    money: Money
    time_zone: str
    week_starts_on: int
    categories: tuple[Category, ...]

    @property
    def current(self) -> tuple[Category, ...]:
        """The categories that are not removed."""
        return tuple(category for category in self.categories if not category.removed)

    def category(self, number: int) -> Category:
        """The category of a number."""
        return next(category for category in self.categories if category.number == number)

    def day_of(self, moment: datetime) -> date:
        """The day of an aware instant in the budget's time zone."""
        return local_day(moment, self.time_zone)

    def week_of(self, day: date) -> Week:
        """The budget week of a day."""
        return week_of(day, self.week_starts_on)

    def scope(self, today: date, taught: Taught) -> Scope:
        """What a message of that day is read against."""
        return Scope(self.money, self.categories, today, taught)


class Version(NamedTuple):
    """Which state of a message a text is: seconds of its last edit (0 before any), then the update that brought it.

    Two edits within a second differ by the update's number alone; across seconds that number says nothing, because Telegram
    starts it anew after a quiet week.
    """

    edited_at: int
    update: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about a line that nobody has answered yet."""

    line: int
    about: About
    choices: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """What a message asks the ledger to hold: for each line an entry, a question, or None for a line that does not read."""

    owner: int
    message: int
    author: int
    version: Version
    sent_at: datetime
    lines: tuple[Entry | Asked | None, ...]
    edited: bool = False


class Status(StrEnum):
    """What became of an act."""

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
class Written:
    """A message in the ledger after an act: all its entries by line, its open questions, and where their categories stand."""

    status: Status
    held: tuple[Held, ...] = ()
    asked: tuple[Asked, ...] = ()
    standings: tuple[Standing, ...] = ()
    removed: frozenset[int] = field(default=frozenset())
    """Lines whose entries this act undid because the edit took the lines out."""


class Pay(NamedTuple):
    """What a pay period holds, minor units; ``paydays`` are all past ones, ascending."""

    paydays: tuple[date, ...]
    paycheck: int
    extra: int
    spent: int


class Apart(NamedTuple):
    """Entries that a move of a chat found in another currency than the budget's. They are kept, and count nowhere."""

    money: Money
    entries: tuple[Entry, ...]
    """Some of them."""
    number: int
    """How many there are."""


Weeks = Callable[[date], Week]


class View(Protocol):
    """What one transaction shows of a budget."""

    budget: Budget

    def spent(self, week: Week) -> Mapping[int, int]:
        """Return what each category number spent in a week, refunds taken off, minor units; categories without entries lack."""

    def pay(self, today: date) -> Pay | None:
        """Return the pay period that began with the latest paycheck up to a day; None before the first."""

    def spent_by_week(self, weeks: Sequence[Week]) -> Sequence[int]:
        """Return what was spent in each of some weeks that follow one another, refunds taken off, minor units."""

    def entries_in(self, week: Week, most: int) -> Sequence[Held]:
        """Return a week's entries, undone ones left out, the latest day first."""


class Sheet(View, Protocol):
    """What a message is read against, and held on, in one transaction."""

    message: int
    """The number under which the message is kept."""

    def taught(self, notes: Iterable[str]) -> Mapping[str, int]:
        """Return the category numbers that taps taught for these folded notes."""

    def held(self) -> Written:
        """Return what the message holds so far."""

    def hold(self, slip: Slip) -> Written:
        """Hold what the message says: `Ledger.record`."""


class BudgetSheet(Protocol):
    """A budget's settings, categories and keywords, locked: what is checked on it still holds when it is changed."""

    budget: Budget
    """The budget with all changes so far."""

    def is_empty(self) -> bool:
        """Whether the budget never held an entry or a question."""

    def set_settings(self, beginnings: Beginnings) -> None:
        """Change currency, locale, time zone and week start. Entries keep their days and minor units."""

    def set_limit(self, category: int, limit: int) -> None:
        """Set a category's weekly limit, minor units. Raises `NotFound`."""

    def rename_category(self, category: int, name: str) -> None:
        """Change a category's name; its key stays. Raises `NotFound`."""

    def remove_category(self, category: int, *, removed: bool = True) -> None:
        """Take a category out of use, or back; its entries stay where they are. Raises `NotFound`."""

    def add_category(self, key: str, name: str, limit: int) -> None:
        """Add a category at the end, or take a removed one of that key into use again; one in use stays as it is."""

    def set_keywords(self, category: int, words: Mapping[str, bool]) -> None:
        """Let keywords mean a category (True) or no longer (False). Raises `NotFound`."""


_T = TypeVar("_T")


class Ledger(Protocol):
    """The book. An ``owner`` is a chat; the ledger knows to which budget its messages belong.

    Every method raises `LedgerUnavailable` where the store cannot be reached or written now.

    Those that need a chat's budget raise `BeingForgotten` where it is closed.
    """

    async def budget(self, owner: int, *, closed: bool = False) -> Budget | None:
        """Return a chat's budget, None before it has one. ``closed`` asks for one that is being forgotten, too."""

    async def open_budget(self, owner: int, beginnings: Beginnings) -> Budget:
        """Return a chat's budget, made with the starting categories where there was none."""

    async def write_down(self, owner: int, message: int, beginnings: Beginnings, act: Callable[[Sheet], _T]) -> _T:
        """Return what ``act`` makes of a message's sheet, in one transaction; the budget is opened where there was none.

        It may be called again where the transaction was rolled back, so it keeps nothing.
        """

    async def change(self, owner: int, beginnings: Beginnings | None, act: Callable[[BudgetSheet], _T]) -> _T:
        """Return what ``act`` makes of a budget's settings and categories, in one transaction that locks the budget.

        The budget is opened where there was none; without ``beginnings`` that raises `NotFound`. ``act`` may be called again, as by
        `write_down`.
        """

    async def look(self, owner: int, act: Callable[[View], _T]) -> _T | None:
        """Return what ``act`` sees of a budget, all of it at one moment; None where there is no budget yet."""

    async def record(self, slip: Slip, weeks: Weeks) -> Written:
        """Hold what a message says. A repeat or an older state changes nothing.

        Of an edit, each line that reads replaces its entry in place (undone ones stay undone), one that does not leaves it, and
        entries of lines that are gone are undone.
        """

    async def number_of(self, owner: int, message: int) -> int:
        """Return the number under which a message is kept; as its chat numbers it, it may be another one's of the same budget."""

    async def message(self, owner: int, message: int, weeks: Weeks) -> Written:
        """Return what a message holds now."""

    async def answer(self, owner: int, message: int, line: int, choice: int, act: str, weeks: Weeks) -> Written:
        """Record the choice that was tapped under a question. Raises `NotFound` where there is no such question (any more)."""

    async def decline(self, owner: int, message: int, line: int, act: str, weeks: Weeks) -> Written:
        """Close a question without an answer. Raises `NotFound` where there is no such question (any more)."""

    async def set_undone(
        self, owner: int, message: int, line: int | None, act: str, weeks: Weeks, *, undone: bool
    ) -> Written:
        """Undo or restore one line's entry, or all of a message's. Raises `NotFound` where there is none."""

    async def undo_latest(self, owner: int, message: int, weeks: Weeks) -> Written:
        """Undo the entries of the latest message that still has any; its `Written` names what was undone.

        ``message`` is the message that asks for it, as its chat numbers it: a repeat undoes nothing more. Raises `NotFound` where
        there is nothing to undo.
        """

    async def recategorise(self, owner: int, message: int, line: int, category: int, act: str, weeks: Weeks) -> Written:
        """Move an entry to another category, and remember that for its note. Raises `NotFound`."""

    async def make_income(self, owner: int, message: int, line: int, act: str, weeks: Weeks) -> Written:
        """Turn an expense that began with `paid` into a paycheck of the same day. Raises `NotFound`."""

    async def recent(self, owner: int, most: int) -> Sequence[Held]:
        """Return the latest entries, undone ones left out, the newest first."""

    async def entries(self, owner: int, after: tuple[int, int], most: int) -> Sequence[Held]:
        """Return entries that are not undone by (message, line), those that follow an address; for leafing through all."""

    async def ready(self) -> None:
        """Return when the store answers and its schema is the program's; raise `LedgerUnavailable` naming what is not."""
