"""The port to storage: what the rules ask of a database. Its promises are written down here, once.

One call of a `Ledger` method is one transaction. An *act* is a function of an open transaction; it decides, and the transaction
only reads and writes. An act may be called again where its transaction was rolled back, so it keeps nothing.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol, TypeVar

from budget.bills import Bill, Decision
from budget.budgets import Beginnings, Budget
from budget.entries import Entry, RecordedEntry
from budget.entry_changes import Actor, EntryChange, Shown
from budget.exports.books import Book, WholeEntry
from budget.imports.duplicates import Address, HeldEntry
from budget.imports.proposals import ImportedFile
from budget.imports.rows import ImportedRow
from budget.ledger_values import Audit, DaySum, Pay, Rule, Spending, Spent, Staged, WeekSums
from budget.limits import Carry
from budget.periods import Days, Week
from budget.schedules import Schedule
from budget.spreads import Spread
from budget.states import Layout, OpenQuestion, OutOfUse, SetApart, StoredMessage, Submission, Version

_T = TypeVar("_T")


class BudgetView(Protocol):
    """A budget as one transaction sees it."""

    budget: Budget

    def spent(self, week: Week) -> WeekSums:
        """Return what was spent in a week: one read; only categories with entries."""

    def quiet_days(self, days: Week | Days) -> tuple[date, ...]:
        """Return the days of which somebody said that nothing was spent, and nothing was, in their order."""

    def pay(self, today: date) -> Pay | None:
        """Return the pay period that began with the latest paycheck up to a day; None before the first."""

    def spent_in(self, weeks: Sequence[Week]) -> Mapping[int, Mapping[date, int]]:
        """Return what each category spent in some consecutive weeks, by their first days; only weeks with entries."""

    def day_sums(self, start: date, end: date) -> Sequence[DaySum]:
        """Return what was spent on each day from ``start`` up to, and without, ``end``, by kind and category."""

    def came_in(self, days: Days) -> int:
        """Return what came in on some days, paychecks and extra cash, minor units."""

    def spendings(self, days: Days) -> Iterator[Spending]:
        """Yield what each entry of some days spent, in no order; however many there are, few at a time are in memory."""

    def spreads(self) -> Sequence[Spread]:
        """Return the expenses that count over several weeks, without undone ones."""

    def decisions(self, since: date) -> Sequence[Decision]:
        """Return what was decided about the occurrences of bills that were planned for a day or later."""

    def entries_in(self, days: Week | Days, most: int, category: int | None = None) -> Sequence[RecordedEntry]:
        """Return the entries of some days without undone ones, the latest day first; those of one category where it is given."""

    def expenses_in(self, days: Days, most: int, over: int, category: int | None = None) -> Sequence[RecordedEntry]:
        """Return expenses of some days that cost ``over`` minor units or more, without undone ones, the largest first."""

    def expenses_of(self, category: int, days: Days, amounts: range, most: int) -> Sequence[RecordedEntry]:
        """Return the expenses of a category on some days, of some ``amounts``, without undone ones, the latest day first."""

    def recent(self, most: int, category: int | None = None) -> Sequence[RecordedEntry]:
        """Return the latest entries without undone ones, the newest first; those of one category where it is given."""

    def listed(self, of: Shown, most: int, category: int | None = None) -> Sequence[RecordedEntry]:
        """Return what `recent` listed once, in the same order: with what was undone since, without what was restored since."""

    def entry_changes(self, most: int, of: tuple[int, int] | None = None) -> Sequence[EntryChange]:
        """Return the latest changes of entries, the newest first; ``of`` is the address of one entry."""

    def first_day(self) -> date | None:
        """Return the day of the earliest entry that is not undone, None where there is none."""

    def rules(self, most: int) -> Sequence[Rule]:
        """Return what taps taught, of categories in use, the latest first; ``most`` bounds the notes that are looked through."""

    def entries_after(self, message: int, line: int, most: int) -> Sequence[RecordedEntry]:
        """Return entries that are not undone, in the order of (message, line), from behind an address; for paging."""

    def imported_in(self, days: Days, bank_ids: Collection[str]) -> Sequence[HeldEntry]:
        """Return imported entries that are not undone, as they were first recorded: of some days, and of some banks' identities."""

    def typed_in(self, days: Days, most: int) -> Sequence[Entry]:
        """Return entries of some days that are not undone and came from no file, the latest day first."""

    def taught(self, notes: Iterable[str]) -> Mapping[str, int]:
        """Return the category numbers that were taught for these folded notes."""

    def heading_answers(self, heading: str) -> Mapping[str, str]:
        """Return what was said about earlier files of a heading, by its key."""

    def imports(self, most: int) -> Sequence[ImportedFile]:
        """Return the latest files that were recorded, the newest first."""


class WholeView(Protocol):
    """A budget with all its entries, as one moment had it: what an export writes. It needs no transaction, so no writer waits."""

    budget: Budget

    def first_day(self) -> date | None:
        """Return the day of the earliest entry that is not undone."""

    def entries(self) -> Iterator[RecordedEntry]:
        """Yield the entries that are not undone, in the order of (message, line)."""

    def whole_entries(self) -> Iterator[WholeEntry]:
        """Yield all entries, undone ones too, in the order of (message, line)."""

    def book(self) -> Book:
        """Return what belongs to the budget beside its entries."""


class MessageTransaction(BudgetView, Protocol):
    """One message of a locked budget, open for reading and writing. It decides nothing."""

    message: int
    """The number under which the message is stored."""
    most: int | None
    """How many entries and questions of a message may be read; None for any number."""
    actor: Actor | None
    """Who changes entries; None where the history notes nothing."""

    def stored(self) -> StoredMessage:
        """Return all that is stored of the message. Raises `LongMessage` where that is more than ``most``."""

    def add(self, submission: Submission) -> bool:
        """Store the message itself; False, and nothing stored, where it is there already. Raises `KeptByAnother`."""

    def set_version(self, version: Version, layout: Layout) -> None:
        """Note the state that the entries and questions come from, and where its lines are kept."""

    def put_entries(self, entries: Mapping[int, RecordedEntry]) -> None:
        """Store entries by line, in place of those that are there."""

    def note_changes(self, changes: Sequence[EntryChange]) -> None:
        """Note how entries changed, the newest last. Of a budget's changes the newest `MOST_KEPT` are kept."""

    def put_questions(self, questions: Iterable[OpenQuestion]) -> None:
        """Store questions by their lines, in place of those that are there."""

    def remove_questions(self, lines: Collection[int]) -> None:
        """Delete the questions of some lines."""

    def kept_by_another(self, author: int, sent_at: datetime) -> int | None:
        """Return the number under which another bot keeps this message of a group, None where none does, or it can't be told.

        In a group of Telegram's that is no supergroup each bot has other numbers for the same messages.
        """

    def carry_out_once(self) -> None:
        """Note that this bot carries out a command of a group. Raises `KeptByAnother` where another bot has."""

    def note_act(self, act: str) -> bool:
        """Note that an act was applied to the message; False where it was noted before."""

    def spent_and_told(self, week: Week, category: int | None = None) -> Mapping[int, Spent]:
        """Return what each category, or one, spent in a week, and who told of a passed limit; only categories with entries."""

    def tell_limit(self, category: int, week: Week) -> bool:
        """Note that the message tells of a passed limit; False where another one did."""

    def teach(self, notes: Iterable[str], category: int) -> None:
        """Store that entries with these folded notes belong to a category."""

    def at(self, message: int) -> "MessageTransaction":
        """Return another message of the budget, by the number under which it is stored."""

    def latest_categories(self, most: int) -> Sequence[int | None]:
        """Return the categories of the latest entries without undone ones, the newest first."""

    def message_of(self, act: str) -> int | None:
        """Return the number of the message that an act was noted for, None where it was not noted."""

    def replied(self, number: int, about: int | None = None) -> Sequence[int]:
        """Return the stored numbers that a message of the same chat may stand for: the one that it answered, and its own.

        Then comes the one that its buttons are ``about``, where that is of the same chat.
        """

    def pay_bill(self, line: int, bill: int, planned: date) -> None:
        """Note that the entry of a line pays the occurrence of a bill, and no other one."""

    def pay_nothing(self, lines: Collection[int]) -> None:
        """Note that the entries of some lines pay no bill."""

    def set_spread(self, line: int, weeks: int | None) -> None:
        """Let the expense of a line count over several weeks, or in its own again (None)."""

    def add_category(self, key: str, name: str, limit: int, since: date) -> None:
        """Add a category: `BudgetTransaction.add_category`."""

    def put_import(self, file: ImportedFile, at: datetime, rows: Sequence[ImportedRow]) -> None:
        """Note that the entries of the message came from a file: those of its rows, in their order, by line."""

    def identify(self, identities: Mapping[Address, str]) -> None:
        """Let imported entries be known by other identities of banks, by their addresses."""

    def remember_heading(self, heading: str, answers: Mapping[str, str], at: datetime) -> None:
        """Keep what was said about a file for the next one of its heading; the oldest of too many headings is forgotten."""

    def change(self, act: "Callable[[BudgetTransaction], _T]") -> _T:
        """Return what ``act`` returns for the budget's settings and categories; the message has the budget as it is then."""

    def restore(self, book: Book, entries: Iterable[WholeEntry], at: datetime) -> None:
        """Put a book in place of the budget, in which nothing stands; ``at`` is the moment of messages that have none."""

    def adopt(self, book: Book, staged: Staged) -> None:
        """Put a book that was staged in place of the budget, in which nothing stands.

        Raises `LedgerUnavailable` where the budget got another book since, or the staged one is deleted: it is staged anew then.
        """

    def latest(self, act: str) -> "MessageTransaction | None":
        """Return the message that an act was noted for, else the latest that asks, or has an entry which is not undone."""


class BudgetTransaction(Protocol):
    """A budget's settings, categories and keywords, locked: what is checked on it still holds when it is changed."""

    budget: Budget
    """The budget with all changes so far."""

    def is_empty(self) -> bool:
        """Whether nothing stands in the budget: no entry that is not undone, no open question, no bill in use.

        One that holds too many undone entries to be rewritten counts as in use. Questions whose amounts are in another currency,
        which the budget may get, are none that stand in it.
        """

    def holds_many(self) -> bool:
        """Whether there are more entries, undone ones too, than one transaction may rewrite: all other chats wait for it."""

    def odd_amount(self, by: int) -> int | None:
        """Return the least amount that stands (of an entry, a bill, a choice) and is no multiple of a number, None for none.

        Amounts of choices that bear a currency of their own stay as they are, here and when amounts are changed.
        """

    def largest_amount(self) -> int:
        """Return the largest amount that stands, 0 where nothing does."""

    def leave_undone(self) -> None:
        """Let what is undone stay in the budget's currency of now, whatever it gets: an amount never gets another one."""

    def rescale(self, times: int, by: int, cap: int) -> None:
        """Multiply all amounts and divide them: entries rounded, one at least; limits rounded down, to a cap at most.

        Entries that were left in another currency stay as they are.
        """

    def set_starting_limit(self, category: int, limit: int) -> None:
        """Change the limit that a category without a dated one has held from the beginning, minor units."""

    def set_settings(self, beginnings: Beginnings) -> None:
        """Change currency, locale, time zone and week start. Entries keep their days and minor units."""

    def set_name(self, name: str) -> None:
        """Set the name that was said of the budget, an empty one for none."""

    def set_title(self, title: str) -> None:
        """Set the title of the budget's group, an empty one for none."""

    def set_limit(self, category: int, limit: int | None, since: date, *, removed: bool = False) -> None:
        """Set a category's weekly limit from a day on, minor units; None: it is watched. Raises `NotFound`.

        Of one that is to be ``removed``, the day from which on it is out of use.
        """

    def set_carry(self, category: int, carry: Carry, since: date) -> None:
        """Let a category carry what is left from week to week, beginning with nothing on a day. Raises `NotFound`."""

    def set_payday(self, rule: Schedule | None) -> None:
        """Set when paychecks come; None: the gaps between them tell."""

    def add_bill(self, bill: Bill) -> int:
        """Add a bill and return its number."""

    def set_bill(self, bill: Bill) -> None:
        """Store a bill in place of the one of its number. Raises `NotFound`."""

    def decide(self, bill: int, planned: date, *, moved_to: date | None = None, skipped: bool = False) -> None:
        """Move or skip an occurrence of a bill, or open it again. What paid it, pays it still."""

    def decisions(self, since: date) -> Sequence[Decision]:
        """Return what was decided about the occurrences of bills that were planned for a day or later."""

    def pay(self, today: date) -> Pay | None:
        """Return the pay period of a day; None before the first paycheck."""

    def rename_category(self, category: int, name: str) -> None:
        """Change a category's name; its key stays. Raises `NotFound`."""

    def remove_category(self, category: int, *, removed: bool = True) -> None:
        """Take a category out of use, or back; its entries stay where they are. Raises `NotFound`."""

    def add_category(self, key: str, name: str, limit: int, since: date) -> None:
        """Add a category at the end, or take a removed one of that key into use again; one in use stays as it is.

        The limit of one that was removed before holds from a day on.
        """

    def forget_rule(self, taught: int) -> None:
        """Delete all that one tap taught; nothing where it is gone."""

    def set_keywords(self, category: int, words: Mapping[str, bool]) -> None:
        """Let keywords mean a category (True) or no longer (False). Raises `NotFound`."""


class Ledger(Protocol):
    """Stores budgets. An ``owner`` is a chat; the ledger knows to which budget the chat's messages belong.

    Every method raises `LedgerUnavailable` where the store cannot be reached or written now.

    Those that need a chat's budget raise `BeingForgotten` where it is closed.
    """

    # --- looking: takes no lock ---

    async def budget(self, owner: int, *, closed: bool = False) -> Budget | None:
        """Return a chat's budget, None before it has one. ``closed`` allows one that is being forgotten."""

    async def read(
        self, owner: int, look: Callable[[BudgetView], _T], *, closed: bool = False, long: bool = False
    ) -> _T | None:
        """Return what ``look`` sees of a budget, all of it at one moment; None where there is no budget yet.

        Other looks do not wait for a ``long`` one, which may take seconds.
        """

    async def look_at(self, owner: int, message: int, look: Callable[[MessageTransaction], _T]) -> _T:
        """Return what ``look`` sees of the message that a button names, as it is stored; it changes nothing.

        Raises `NotFound` where the chat has no budget.
        """

    async def snapshot(self, owner: int, look: Callable[[WholeView], _T], *, closed: bool = False) -> _T | None:
        """Return what ``look`` sees of a whole budget, as `read`; it may take seconds, and other looks do not wait for it."""

    async def audit(self, owner: int, most: int) -> Audit | None:
        """Add up a budget entry by entry, and compare that with its sums; None where it has more than ``most`` entries."""

    # --- acting: locks the budget ---

    async def open_budget(self, owner: int, beginnings: Beginnings) -> Budget:
        """Return a chat's budget, made with the starting categories where there was none."""

    async def write(
        self,
        owner: int,
        number: int,
        act: Callable[[MessageTransaction], _T],
        beginnings: Beginnings | None = None,
        unless: Callable[[Budget], _T | None] | None = None,
    ) -> _T:
        """Return what ``act`` returns for a message, as its chat numbers it, once that is committed.

        A missing budget is opened with ``beginnings``; without them it raises `NotFound`. It is not opened where ``unless`` returns
        something of the budget that would be: that is returned.
        """

    async def tap(self, owner: int, message: int, act: Callable[[MessageTransaction], _T]) -> _T:
        """Return what ``act`` returns for the message that a button names, as it is stored, once that is committed.

        Raises `NotFound` where the chat has no budget: a button never opens one, for its chat may have moved.
        """

    async def change(
        self, owner: int, act: Callable[[BudgetTransaction], _T], beginnings: Beginnings | None = None
    ) -> _T:
        """Return what ``act`` returns for a budget's settings and categories, once that is committed; opened as by `write`."""

    async def stage(self, owner: int, book: Book, entries: Iterable[WholeEntry], at: datetime) -> Staged:
        """Store a book for a chat where nobody sees it, in many transactions: nobody waits for more than one of them.

        `MessageTransaction.adopt` puts it in place of the chat's budget; else it is deleted after a day.
        """

    async def drop(self, staged: Staged) -> None:
        """Delete a staged book that was not adopted."""

    async def move(self, owner: int, to: int) -> SetApart | OutOfUse | None:
        """Let two chats have one budget, because a group became a supergroup. A repeat changes nothing.

        Returns the entries that could not be brought together, or what one budget has no room for; None where there is neither.
        A repeat returns the entries again.
        """

    async def ready(self) -> None:
        """Return when the store answers and its schema is the program's; raise `LedgerUnavailable` naming what is not."""
