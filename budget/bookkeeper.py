"""The use cases of a budget, as the conversation and the page call them; what each does to a budget is in the modules it calls.

It says nothing to people: it returns values. Moments come in as arguments (aware UTC instants).
Every method may raise `LedgerUnavailable`; other errors are named with the method that raises them.
"""

from collections.abc import Awaitable, Callable, Sequence
from copy import copy
from datetime import date, datetime
from functools import lru_cache, partial
from typing import BinaryIO, TypeVar, Unpack

from budget import acts, changes, rescaling, undoing
from budget.afford import Affordable, affordable, in_words
from budget.budgets import Beginnings, Budget
from budget.categories import Category
from budget.correcting import LabelsIn, corrected
from budget.entries import RecordedEntry
from budget.entry_changes import MOST_KEPT, Actor, EntryChange, changes_of_note
from budget.errors import LongMessage, NotFound
from budget.exporting import LARGEST_EXPORT, Exports
from budget.guesses import guessed
from budget.keeping import done_by
from budget.ledger import BudgetTransaction, BudgetView, Ledger, MessageTransaction
from budget.ledger_values import Audit, Rule
from budget.looks import Unopened, WeekLook, as_read, budget_begun, rules_of, summary_of, week_seen
from budget.messages import FIRST_STATE, Message
from budget.money import Money
from budget.pay_period import PayPeriod
from budget.prompts import Prompt
from budget.receipts import Receipt, receipt_of, undone_by
from budget.recording import leaving, may_record_nothing, recorded, titled, unrecorded
from budget.replying import asks_one
from budget.states import MessageState, OutOfUse, SetApart
from budget.summary import Summary
from budget.turns import LONGEST_TURN, Turns

__all__ = ["FIRST_STATE", "Bookkeeper", "Message", "Receipt"]

_T = TypeVar("_T")

MOST_SHORT = 100
"""Entries of a message that is acted upon (undone, edited …) beside any number of others."""
MOST_LONG = 2
"""Longer messages, imports, that are acted upon at the same time; others wait. Each takes up to 3 MiB."""
MOST_RULES = 1000
"""Taught notes that `/rules` looks through."""
MOST_AUDITED = 20_000
"""Entries that `/audit` adds up: that takes a fraction of a second."""
_MOST_LANGUAGES = 256
"""Languages of apps whose new budgets are remembered: working them out takes a twentieth of recording."""


class Bookkeeper:
    """Records entries and draws up summaries, for any chat; ``beginnings`` are what a new budget starts with."""

    def __init__(self, ledger: Ledger, beginnings: Beginnings, longest_turn: float = LONGEST_TURN) -> None:
        self._ledger = ledger
        self._beginnings = beginnings
        self._guessed = lru_cache(_MOST_LANGUAGES)(partial(guessed, beginnings=beginnings))
        self._exports = Exports(ledger, longest_turn)
        self._long = Turns(MOST_LONG, longest_turn)
        self._actor: Actor | None = None

    def by(self, actor: Actor, begin: Beginnings | None = None) -> "Bookkeeper":
        """Return the same use cases, done by somebody: the history of an entry names them, a new budget may ``begin`` as theirs."""
        named = copy(self)
        named._actor = actor  # noqa: SLF001 - one of its own kind
        named._beginnings = begin or self._beginnings  # noqa: SLF001 - as above
        return named

    def beginnings(self, language: str) -> Beginnings:
        """Return what a budget begins with for a person whose app speaks a language."""
        return self._guessed(language)

    async def budget(self, owner: int) -> Budget:
        """Return a chat's budget, opened with the starting categories where it is new: for what acts, never for a look."""
        held = await self._ledger.budget(owner)
        return held if held is not None else await self._ledger.open_budget(owner, self._beginnings)

    async def begin(self, owner: int, language: str) -> tuple[Budget, bool]:
        """Return a chat's budget, and whether nothing stands in it; a new one begins with what ``language`` lets guess."""

        def look(tx: BudgetTransaction) -> tuple[Budget, bool]:
            return tx.budget, tx.is_empty()

        return await self._ledger.change(owner, look, self._guessed(language))

    async def shown_budget(self, owner: int, language: str = "") -> Budget:
        """Return a chat's budget, or the one that it would have by an app's ``language``: none is opened."""
        held = await self._ledger.budget(owner)
        return (
            held if held is not None else budget_begun(owner, self._guessed(language) if language else self._beginnings)
        )

    async def money(self, owner: int) -> Money:
        """Return how a chat writes money; none is opened, and one that is being forgotten counts too."""
        held = await self.known(owner)
        return held.money if held is not None else self._beginnings.money

    async def known(self, owner: int) -> Budget | None:
        """Return a chat's budget, one that is being forgotten too; None where it has none: none is opened."""
        return await self._ledger.budget(owner, closed=True)

    async def budget_of_tap(self, owner: int) -> Budget:
        """Return the budget that a button belongs to. A tap never opens one: its chat may have moved. Raises `NotFound`."""
        budget = await self._ledger.budget(owner)
        if budget is None:
            raise NotFound(f"a budget of {owner}")
        return budget

    # --- what people write ---

    async def record(self, message: Message) -> Receipt:
        """Record what a message says, each good line of it. A repeat changes nothing and gives the same receipt.

        An edit corrects the entries line by line; where none of its lines reads, they stay as they were. What records nothing
        begins no budget; a question, and a line without a digit, of which nothing is recorded wait for no writer.
        """
        if may_record_nothing(message):
            unchanged = await self._ledger.read(message.owner, partial(leaving, message))
            if unchanged is not None:
                return unchanged

        def unless(begun: Budget) -> Receipt | None:
            return unrecorded(message, Unopened(begun))

        return await self._bounded(
            done_by(message.actor, partial(recorded, message)),
            lambda act: self._ledger.write(message.owner, message.number, act, self._guessed(message.language), unless),
        )

    async def correct(
        self, message: Message, to: int | None, labels: LabelsIn, about: int | None = None, part: Prompt | None = None
    ) -> Receipt | None:
        """Do what a reply says of the entry or the question in message ``to``; None for one that is a message of its own.

        ``labels`` tells what the buttons of a question say. ``about`` is the message that the buttons under ``to`` bear,
        ``part`` the part of an entry that it asks for. Without ``to`` it answers the one question of the latest message.
        """
        try:
            return await self._bounded(
                done_by(message.actor, partial(corrected, message, to, about, part, labels)),
                lambda act: self._ledger.write(message.owner, message.number, act),
            )
        except NotFound:  # the chat has no budget
            return None

    async def is_asked(self, message: Message) -> bool:
        """Return whether the message right before one is the latest of the budget, and asks one question."""
        try:
            return await self._ledger.look_at(
                message.owner, message.number, lambda tx: bool(asks_one(tx, message.right_before))
            )
        except NotFound:  # the chat has no budget
            return False

    async def undo_latest(self, owner: int, message: int, now: datetime, *, everything: bool = False) -> Receipt:
        """Close what the latest message asks; if it asks nothing, undo its entries. ``everything`` does both.

        ``message`` is the number of the message that asks for it.
        Raises `NotFound` where nothing is left to undo.
        """
        return await self._bounded(
            lambda tx: undone_by(tx, undoing.undo_latest(tx, everything=everything), now),
            lambda act: self._ledger.write(owner, message, act),
        )

    async def undo_recent(self, owner: int, message: int, now: datetime, nth: int) -> Receipt:
        """Undo the nth of the latest entries, because ``message`` asks for it. Raises `NotFound` where there are not so many."""
        return await self._bounded(
            lambda tx: undone_by(tx, undoing.undo_recent(tx, nth), now),
            lambda act: self._ledger.write(owner, message, act),
        )

    async def holds_something(self, message: Message) -> bool:
        """Whether a message, in an earlier state, was recorded or asked about."""

        def act(tx: MessageTransaction) -> bool:
            stored = tx.stored()
            return bool(stored.entries or stored.questions)

        try:
            return await self._ledger.write(message.owner, message.number, act)
        except NotFound:  # the chat has no budget
            return False

    # --- what people tap ---

    async def tap(
        self, owner: int, message: int, now: datetime, act: Callable[[MessageTransaction], MessageState]
    ) -> Receipt:
        """Do what a tap asks of a message, one of `budget.acts`, and return its receipt. Raises what the act does, and `NotFound`
        where the chat has no budget.
        """
        return await self._bounded(
            lambda tx: receipt_of(tx, act(tx), now), lambda bounded: self._ledger.tap(owner, message, bounded)
        )

    async def receipt(self, owner: int, message: int, now: datetime) -> Receipt:
        """Return the state of a message; nothing changes. Raises `NotFound` where the chat has no budget."""
        return await self._bounded(
            lambda tx: receipt_of(tx, acts.state_of(tx), now), lambda look: self._ledger.look_at(owner, message, look)
        )

    async def _bounded(
        self,
        act: Callable[[MessageTransaction], _T],
        do: Callable[[Callable[[MessageTransaction], _T]], Awaitable[_T]],
    ) -> _T:
        """Return what an act on a message returns; on long ones few are done at the same time, for the memory that they take."""

        def on_short(tx: MessageTransaction) -> _T:
            tx.most = MOST_SHORT
            return named(tx)

        named = done_by(self._actor, act)

        try:
            return await do(on_short)
        except LongMessage:
            async with self._long.turn():
                return await do(named)

    async def move(self, owner: int, to: int) -> SetApart | OutOfUse | None:
        """Let two chats have one budget, because a group became a supergroup. Returns what could not become part of it."""
        return await self._ledger.move(owner, to)

    # --- what people look at ---

    async def summary(self, owner: int, now: datetime, *, day: date | None = None, weeks_back: int = 0) -> Summary:
        """Return the week of a day (of today, without one), or one some weeks before it, with the pay period of now."""
        return await self.seen(owner, partial(summary_of, now=now, day=day, weeks_back=weeks_back))

    async def week(self, owner: int, now: datetime, *, day: date | None = None, weeks_back: int = 0) -> WeekLook:
        """Return what `summary` does, and when the book began."""
        return await self.seen(owner, partial(week_seen, now=now, day=day, weeks_back=weeks_back))

    async def seen(self, owner: int, look: Callable[[BudgetView], _T], *, long: bool = False) -> _T:
        """Return what a look sees of a budget; of the one that the chat would have, where there is none: a look opens none."""
        found = await self._ledger.read(owner, look, long=long)
        return found if found is not None else look(Unopened(budget_begun(owner, self._beginnings)))

    async def summary_as_read(self, owner: int, read: Budget, now: datetime) -> Summary:
        """Return the present week of the budget against which a message was ``read``: `as_read`."""
        return await self.seen(owner, partial(as_read, read, partial(summary_of, now=now)))

    async def afford_said(self, owner: int, words: Sequence[str], now: datetime) -> tuple[Affordable, Summary]:
        """Return whether what the words say can be afforded: an amount in the budget's language, then a category or none.

        Raises `Refused` for the amount, `NotFound` for the category. Nothing is recorded.
        """
        summary, budget = await self.seen(owner, lambda view: (summary_of(view, now), view.budget))
        return affordable(summary, *in_words(words, budget, budget.day_of(now))), summary

    async def recent(self, owner: int, most: int) -> tuple[Budget, Sequence[RecordedEntry]]:
        """Return the latest entries, the newest first, with the budget they stand in."""
        return await self.seen(owner, lambda view: (view.budget, view.recent(most)))

    async def history(
        self, owner: int, most: int, of: int | str | None = None
    ) -> tuple[Budget, Sequence[EntryChange], RecordedEntry | None]:
        """Return the latest changes, the newest first; or those ``of`` one of the latest entries, with that entry, or of a note.

        Entries that are undone have no number any more, but a note. Raises `NotFound` where there are not so many entries, or
        nothing with the words of the note was changed.
        """

        def look(view: BudgetView) -> tuple[Budget, Sequence[EntryChange], RecordedEntry | None]:
            if of is None:
                return view.budget, view.entry_changes(most), None
            if isinstance(of, str):
                return view.budget, changes_of_note(view.entry_changes(MOST_KEPT), of, most), None
            held = view.recent(of)
            if len(held) < of:
                raise NotFound(f"entry {of}")
            one = held[-1]
            return view.budget, view.entry_changes(most, (one.message, one.line)), one

        return await self.seen(owner, look)

    async def audit(self, owner: int) -> Audit | None:
        """Add everything up again, entry by entry; None where there are more than `MOST_AUDITED` entries."""
        return await self._ledger.audit(owner, MOST_AUDITED)

    async def rules(self, owner: int) -> tuple[Budget, Sequence[Rule]]:
        """Return what taps taught and counts, the latest first, with the budget; not more than can be paged through."""
        return await self.seen(owner, partial(rules_of, most=MOST_RULES))

    async def forget_rule(self, owner: int, taught: int) -> None:
        """Forget what one tap taught, because of another tap. A repeat changes nothing. Raises `NotFound` without a budget."""
        await self._change(owner, lambda tx: tx.forget_rule(taught), tapped=True)

    async def earlier_pay_period(self, owner: int, now: datetime) -> tuple[Budget, PayPeriod | None]:
        """Return the pay period before the present one, None where there is none; its ``next_payday`` is when it ended."""

        def look(view: BudgetView) -> tuple[Budget, PayPeriod | None]:
            present = view.pay(view.budget.day_of(now))
            before = view.pay(present.paydays[-2]) if present is not None and len(present.paydays) > 1 else None
            if present is None or before is None:
                return view.budget, None
            first, end = present.paydays[-2:]
            return view.budget, PayPeriod(first, before.paycheck, before.extra, before.spent, end)

        return await self.seen(owner, look)

    # --- what goes out and comes in as a whole ---

    async def export(
        self, owner: int, largest: int = LARGEST_EXPORT, *, form: str = "csv", closed: bool = False
    ) -> tuple[BinaryIO, int]:
        """Return all entries as a file in one of `FORMS`, and how many they are: `Exports.export`. Raises `Refused`."""
        return await self._exports.export(owner, largest, form=form, closed=closed)

    # --- what people choose ---

    async def set_limit(self, owner: int, words: Sequence[str], now: datetime) -> changes.LimitChange:
        """Set the weekly limit that some words say: `changes.set_limit`. Raises `NotFound`, `Refused`."""
        return await self._change(owner, partial(changes.set_limit, words, now))

    async def set_limit_of(
        self, owner: int, category: int, limit: int, currency: str, now: datetime
    ) -> changes.LimitChange | None:
        """Set the weekly limit that a button shows: `changes.set_limit_of`. Raises `NotFound`, `Refused`."""
        act = partial(changes.set_limit_of, category, limit, currency, now)
        return await self._change(owner, act, tapped=True)

    async def limit_from_next_week(
        self, owner: int, later: changes.LaterLimit, currency: str, now: datetime
    ) -> changes.LimitChange | None:
        """Let a limit hold from the next week on: `changes.limit_from_next_week`. Raises `NotFound`, `Refused`."""
        return await self._change(owner, partial(changes.limit_from_next_week, later, currency, now), tapped=True)

    async def add_category(self, owner: int, name: str, limit: str, now: datetime) -> tuple[Budget, Category]:
        """Add a category, or take one of that name into use again. Raises `InvalidChoice`, `Refused`."""
        return await self._change(owner, partial(changes.add_category, name, limit, now))

    async def rename_category(self, owner: int, category: str, name: str) -> tuple[Budget, Category]:
        """Rename a category; programs still know it by its key. Raises `NotFound`, `InvalidChoice`."""
        return await self._change(owner, partial(changes.rename_category, category, name))

    async def set_icon(self, owner: int, category: str, icon: str) -> tuple[Budget, Category]:
        """Put a picture before a category's name. Raises `NotFound`, `InvalidChoice`."""
        return await self._change(owner, partial(changes.set_icon, category, icon))

    async def remove_category(self, owner: int, category: str, now: datetime) -> changes.LimitChange:
        """Take a category out of use; what was spent there stays. Raises `NotFound`, `InvalidChoice`."""
        return await self._change(owner, partial(changes.remove_category, category, now))

    async def restore_category(
        self, owner: int, number: int, limit: int | None, currency: str, now: datetime
    ) -> tuple[Budget, Category]:
        """Take it into use again: `changes.restore_category`. Raises `NotFound`, `InvalidChoice`, `Refused`."""
        return await self._change(owner, partial(changes.restore_category, number, limit, currency, now), tapped=True)

    async def set_keywords(self, owner: int, category: str, words: Sequence[str]) -> tuple[Budget, Category]:
        """Let words mean a category (``+cinema``) or no longer (``-bar``). Raises `NotFound`, `InvalidChoice`."""
        return await self._change(owner, partial(changes.set_keywords, category, words))

    async def change_settings(
        self, owner: int, *, tapped: bool = False, **settings: Unpack[changes.Settings]
    ) -> Budget:
        """Change the settings that are given: `changes.change_settings`.

        Raises `InvalidChoice` for a value that does not exist, `NotFound` where a button was ``tapped`` in a chat without a budget.
        """
        return await self._change(owner, partial(changes.change_settings, settings), tapped=tapped)

    async def entitle(self, owner: int, title: str) -> None:
        """Note the title of a budget's group, where it has one: its links are told apart by it."""
        if title:
            await self._ledger.change(owner, partial(titled, title), self._beginnings)

    async def relabel(self, owner: int, was: str, to: str) -> Budget:
        """Let all amounts have been in another currency all along: `rescaling.relabel`. Raises `NotFound`, `InvalidChoice`."""
        return await self._change(owner, partial(rescaling.relabel, was, to), tapped=True)

    async def _change(self, owner: int, act: Callable[[BudgetTransaction], _T], *, tapped: bool = False) -> _T:
        return await self._ledger.change(owner, act, None if tapped else self._beginnings)
