"""Files that people send: what one holds is shown, its questions are asked, and a tap records it, once.

Nothing of a file is kept but the platform's name for it, what was said about it, and at the end its entries.
"""

import asyncio
from collections.abc import Awaitable, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple, Protocol

from budget import acts
from budget.bookkeeper import Bookkeeper
from budget.budgets import Budget
from budget.categories import last_resort
from budget.imports.proposals import (
    ImportedFile,
    Proposal,
    Said,
    Shown,
    Wish,
    answers_in,
    heading_key,
    is_turned,
    mapping_of,
    propose,
    remembered,
    to_remember,
    turns,
    with_columns_anew,
    with_columns_of_before,
    with_lasting,
)
from budget.imports.recording import entries_of
from budget.imports.rows import UNSURE, Answers, Preview, Topic
from budget.ledger import BudgetView, Ledger, MessageTransaction
from budget.messages import Message
from budget.receipts import Receipt, receipt_of
from budget.states import MessageState, Status, Submission
from budget.turns import LONGEST_TURN, Turns

if TYPE_CHECKING:
    from budget.imports.files import OpenFile
    from budget.restoring import Restorer

MOST_IMPORTS = 1
"""Files that are read at the same time, whole books among them; others wait. Each holds some tens of MiB."""
MOST_LISTED = 10
"""Files that `/imports` lists."""


class Offers(Protocol):
    """Files that wait for a tap, for a day; of one chat only the latest few. Every method raises `LedgerUnavailable`."""

    async def offer(self, owner: int, message: int, file: str, at: datetime) -> None:
        """Store the platform's name for the file of a message."""

    async def said(self, owner: int, message: int, at: datetime) -> Said | None:
        """Return what was said about a file; None for one that does not wait."""

    async def say(self, owner: int, message: int, at: datetime, changed: Mapping[str, str | None]) -> Said | None:
        """Store what is said about a file beside what was said, None where it holds no more; return all that holds."""


class Importer:
    """Shows and records files, for any chat."""

    def __init__(
        self, bookkeeper: Bookkeeper, ledger: Ledger, offers: Offers, longest_turn: float = LONGEST_TURN
    ) -> None:
        self._bookkeeper = bookkeeper
        self._ledger = ledger
        self._offers = offers
        self._reading = Turns(MOST_IMPORTS, longest_turn)

    @cached_property
    def books(self) -> "Restorer":
        """What whole books are restored with: imported with the first of them."""
        from budget.restoring import Restorer

        return Restorer(self._bookkeeper, self._ledger, self._offers, self._reading)

    async def begin(self, message: Message, table: str | bytes, now: datetime | None = None) -> Proposal:
        """Return what the file of a message holds; a repeat finds what was said about it meanwhile. Raises `Refused`.

        It is offered for a day from ``now`` on (without it, from when it was sent): a message may have waited for the bot.
        """
        await self._offers.offer(message.owner, message.number, message.file, now or message.sent_at)
        await self._bookkeeper.begin(message.owner, message.language)
        shown = await self.proposal(message.owner, message.number, table, message.sent_at)
        identities = shown.comparison.identities
        if identities and not shown.comparison.new:  # nothing of it will ever be recorded
            await self._ledger.write(message.owner, message.number, lambda tx: tx.identify(identities))
        return shown

    async def proposal(self, owner: int, number: int, table: str | bytes, now: datetime) -> Proposal:
        """Return what a file holds, with what was said about it. Raises `Refused`, `NotFound` without a budget."""
        said = await self._offers.said(owner, number, now) or {}
        async with self._reading.turn():
            return await self._proposal(owner, table, said, now)

    async def _proposal(self, owner: int, table: str | bytes, said: Said, now: datetime) -> Proposal:
        budget = await self._bookkeeper.budget_of_tap(owner)
        preview, _ = await self._read(owner, budget, table, said, now)

        def look(view: BudgetView) -> Proposal:
            return propose(view, preview, said, _paid_on(view, budget.day_of(now)))

        return await self._bookkeeper.seen(owner, look)

    async def _read(
        self, owner: int, budget: Budget, table: str | bytes, said: Said, now: datetime
    ) -> tuple[Preview, Said]:
        """Read a file with what was said about it, and about its heading's columns and signs; all of that where a question is open.

        Its bytes are read once. Returns what was said about its heading, too.
        """
        today, content = budget.day_of(now), table if isinstance(table, bytes) else table.encode("utf-8", "replace")
        answers, anew = answers_in(said), Wish.COLUMNS in said
        file = await asyncio.to_thread(_opened, content, budget)

        def read(answers: Answers) -> Awaitable[Preview]:
            return asyncio.to_thread(file.preview, budget, today, answers, anew=anew)

        preview = await read(answers)
        heading = heading_key(preview)
        if not heading:
            return preview, {}
        before = await self._bookkeeper.seen(owner, lambda view: view.heading_answers(heading))
        known = remembered(said, before) if preview.questions else with_lasting(said, before)
        if known != answers:
            told = preview
            preview = await read(known)
            if Topic.SIGN not in answers and not told.questions and turns(told, preview):
                preview = await read({**known, Topic.SIGN: UNSURE})
        return preview.turned() if is_turned(preview, before) else preview, before

    async def answer(
        self, owner: int, number: int, table: str | bytes, topic: Topic, option: int, now: datetime
    ) -> Proposal:
        """Answer a question of a file by the number of the answer. A repeat changes nothing. Raises `Refused`, `NotFound`."""
        shown = await self.proposal(owner, number, table, now)
        asked = next((one for one in shown.preview.questions if one.topic is topic), None)
        if asked is None or option >= len(asked.options):
            return shown
        return await self._said(owner, number, table, {topic: asked.options[option].answer}, now)

    async def wish(
        self, owner: int, number: int, table: str | bytes, wish: Wish, now: datetime, *, on: bool
    ) -> Proposal:
        """Want something of a file, or no longer. Raises `Refused`, `NotFound`."""
        changed: dict[str, str | None] = {wish: "1" if on else None}
        if wish is Wish.COLUMNS:
            said = await self._offers.said(owner, number, now) or {}
            if on:
                is_choosing = wish in said and bool((await self.proposal(owner, number, table, now)).preview.questions)
                changed = with_columns_anew(said, is_choosing=is_choosing)
            else:
                changed = with_columns_of_before(said)
        return await self._said(owner, number, table, changed, now)

    async def map_category(
        self, owner: int, number: int, table: str | bytes, place: int, category: int, now: datetime
    ) -> Proposal:
        """Let a category of a file, by its place among those that the budget does not know, go to one of the budget's.

        A repeat changes nothing. Raises `Refused`, `NotFound`.
        """
        shown = await self.proposal(owner, number, table, now)
        to = next((one for one in shown.budget.current if one.number == category), None)
        if to is None or place >= len(shown.categories):
            return shown
        return await self._said(owner, number, table, {mapping_of(shown.categories[place]): to.key}, now)

    async def _said(
        self, owner: int, number: int, table: str | bytes, changed: Mapping[str, str | None], now: datetime
    ) -> Proposal:
        await self._offers.say(owner, number, now, changed)
        return await self.proposal(owner, number, table, now)

    async def record(self, message: Message, table: str | bytes, seen: Shown | None = None) -> Receipt | Proposal:
        """Record what is new of a file, once. The receipt has no entry where nothing is new.

        Nothing is recorded where the file is another one than was ``seen``, by its currency or a setting, or where a question is
        open: what it holds now is returned. Raises `Refused`, `NotFound` without a budget.
        """
        owner, now = message.owner, message.sent_at
        async with self._reading.turn():  # until it is recorded: what waits for its turn is not in memory
            while True:
                said = await self._offers.said(owner, message.number, now) or {}
                budget = await self._bookkeeper.budget_of_tap(owner)
                preview, before = await self._read(owner, budget, table, said, now)
                act = partial(_recorded, message, _Read(preview, before, said, budget, seen))
                done = await self._ledger.write(owner, message.number, act)
                if done is not None:
                    return done

    async def recorded(self, owner: int, number: int, now: datetime) -> Receipt:
        """Return what is recorded of the file of a message. Raises `NotFound` without a budget."""
        return await self._ledger.write(owner, number, lambda tx: receipt_of(tx, acts.state_of(tx), now))

    async def imports(self, owner: int) -> tuple[Budget, Sequence[ImportedFile]]:
        """Return the latest files that were recorded, the newest first, with their budget."""

        def look(view: BudgetView) -> tuple[Budget, Sequence[ImportedFile]]:
            return view.budget, view.imports(MOST_LISTED)

        return await self._bookkeeper.seen(owner, look)


def _opened(content: bytes, budget: Budget) -> "OpenFile":
    from budget.imports.files import open_file  # imported with the first file

    return open_file(content, budget)


def _paid_on(view: BudgetView, today: date) -> date | None:
    pay = view.pay(today)
    return pay.paydays[-1] if pay is not None else None


class _Read(NamedTuple):
    """A file as it was read for a budget, with what was said of it and of its heading before, and how the person saw it."""

    preview: Preview
    before: Said
    said: Said
    budget: Budget
    seen: Shown | None


def _recorded(message: Message, read: _Read, tx: MessageTransaction) -> Receipt | Proposal | None:
    """Record what is new of a file, or return how it is now where it was seen otherwise.

    None where the budget changed since it was read: a number is money by its currency.
    """
    preview, before, said, budget, seen = read
    today = tx.budget.day_of(message.sent_at)
    stored = tx.stored()
    if stored.version is not None:
        state = acts.record(tx, Submission(message.author, stored.version, message.sent_at, ()), stored)
        return _receipt(tx, state, today)
    if (tx.budget.money, tx.budget.time_zone) != (budget.money, budget.time_zone):
        return None
    proposal = propose(tx, preview, said, _paid_on(tx, today))
    if preview.questions or seen not in {None, proposal.as_shown}:
        return proposal
    tx.identify(proposal.comparison.identities)
    if not proposal.rows:
        return Receipt(tx.budget, tx.message, today, MessageState(Status.DONE))
    added = _added(tx, proposal, today) if proposal.wants(Wish.NEW_CATEGORIES) else {}
    chosen = {**proposal.mapped, **added}
    entries = entries_of(proposal.rows, tx.budget, chosen, proposal.by_note, removed=proposal.is_own)
    name = tx.budget.author_name(message.name)
    state = acts.record(tx, Submission(message.author, message.version, message.sent_at, entries, author_name=name))
    days = [row.day for row in proposal.rows]
    file = ImportedFile(tx.message, preview.format, len(proposal.rows), min(days), max(days))
    tx.put_import(file, message.sent_at, proposal.rows)
    kept = to_remember(preview, said, before)
    if preview.heading and (kept or before):
        tx.remember_heading(heading_key(preview), kept, message.sent_at)
    return _receipt(tx, state, today)


def _receipt(tx: MessageTransaction, state: MessageState, today: date) -> Receipt:
    this_week = tuple(one for one in state.standings if one.week == tx.budget.week_of(today))
    return Receipt(tx.budget, tx.message, today, state._replace(standings=this_week))


def _added(tx: MessageTransaction, proposal: Proposal, today: date) -> dict[str, int]:
    """Add the file's categories that the budget does not know; those that cannot be are left to Other."""
    chosen: dict[str, int] = {}
    since = tx.budget.week_of(today).start
    for called, (name, key) in proposal.addable.items():
        tx.add_category(key, name, last_resort(tx.budget.categories).limit, since)
        chosen[called] = next(one.number for one in tx.budget.current if one.key == key)
    return chosen
