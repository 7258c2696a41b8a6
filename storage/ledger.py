"""The `budget.ledger.Ledger` on SQL: each method is one transaction."""

import asyncio
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import datetime
from functools import partial
from typing import TypeVar

from sqlalchemy import Connection

from budget.budgets import Beginnings, Budget
from budget.errors import NotFound
from budget.exports.books import Book, WholeEntry
from budget.ledger import BudgetTransaction, BudgetView, MessageTransaction, WholeView
from budget.ledger_values import Audit, Staged
from budget.looks import budget_begun
from budget.states import OutOfUse, SetApart
from storage.audit import audit
from storage.cards import mark
from storage.database import Database
from storage.moves import forget, move, number_tapped
from storage.notifications import look_again, told_by, want
from storage.places import Place, kind_of
from storage.settings_sheet import SettingsSheet
from storage.sheet import BudgetSheet, MessageSheet
from trail import span

_T = TypeVar("_T")


class SqlLedger:
    """The ledger in a database. ``marked`` is told the chat, and the owner of its budget, whose card is to be drawn anew."""

    def __init__(self, database: Database, marked: Callable[[int, int], None] | None = None) -> None:
        self._database = database
        self._marked = marked

    async def budget(self, owner: int, *, closed: bool = False) -> Budget | None:
        return await self._database.read(lambda db: self._database.budgets.of(db, owner, closed=closed))

    async def read(
        self, owner: int, look: Callable[[BudgetView], _T], *, closed: bool = False, long: bool = False
    ) -> _T | None:
        def work(db: Connection) -> _T | None:
            budget = self._database.budgets.of(db, owner, closed=closed)
            return look(BudgetSheet(db, budget)) if budget is not None else None

        return await (self._database.read_long(work) if long else self._database.read(work))

    async def look_at(self, owner: int, message: int, look: Callable[[MessageTransaction], _T]) -> _T:
        def work(db: Connection) -> _T:
            place, budget = self._database.budgets.located(db, owner)
            if budget is None:
                raise NotFound(f"a budget of {owner}")
            return look(MessageSheet(db, budget, number_tapped(db, place, message)))

        return await self._database.read(work)

    async def snapshot(self, owner: int, look: Callable[[WholeView], _T], *, closed: bool = False) -> _T | None:
        from storage.whole import WholeCopy, copied  # imported when it is needed: hardly ever

        def work(db: Connection) -> WholeCopy | None:
            budget = self._database.budgets.of(db, owner, closed=closed)
            return copied(db, budget) if budget is not None else None

        def seen(copy: WholeCopy) -> _T:
            with closing(copy):
                return look(copy)

        copy = await self._database.read_long(work)
        return None if copy is None else await asyncio.to_thread(seen, copy)

    async def audit(self, owner: int, most: int) -> Audit | None:
        def work(db: Connection) -> Audit | None:
            budget = self._database.budgets.of(db, owner)
            return audit(db, budget.owner, budget.week_starts_on, most) if budget is not None else Audit(0, 0)

        return await self._database.read(work)

    async def open_budget(self, owner: int, beginnings: Beginnings) -> Budget:
        return await self._database.write(lambda db: self._database.budgets.opened(db, owner, beginnings)[1])

    async def write(
        self,
        owner: int,
        number: int,
        act: Callable[[MessageTransaction], _T],
        beginnings: Beginnings | None = None,
        unless: Callable[[Budget], _T | None] | None = None,
    ) -> _T:
        def work(db: Connection) -> tuple[_T, int | None]:
            place, budget = self._database.budgets.located(db, owner, locked=True)
            if budget is None:
                would = None if beginnings is None or unless is None else unless(budget_begun(place.owner, beginnings))
                if would is not None:
                    return would, None
                place, budget = self._locked(db, owner, beginnings)
            kept = self._database.budgets.places.number(db, place, number)
            sheet = MessageSheet(db, budget, kept, base=kept - number, chat=kind_of(owner, self._database.bot))
            with span("act"):
                done = act(sheet)
            if sheet.changes.restored is not None and self._database.bot is not None:
                want(db, sheet.budget.owner, self._database.bot, owner, sheet.changes.restored)
            return done, card_marked(db, sheet)

        return self._told(owner, await self._database.write(work))

    async def tap(self, owner: int, message: int, act: Callable[[MessageTransaction], _T]) -> _T:
        def work(db: Connection) -> tuple[_T, int | None]:
            place, budget = self._locked(db, owner)
            sheet = MessageSheet(db, budget, number_tapped(db, place, message))
            with span("act"):
                done = act(sheet)
            return done, card_marked(db, sheet)

        return self._told(owner, await self._database.write(work))

    async def change(
        self, owner: int, act: Callable[[BudgetTransaction], _T], beginnings: Beginnings | None = None
    ) -> _T:
        def work(db: Connection) -> tuple[_T, int | None]:
            sheet = SettingsSheet(db, self._locked(db, owner, beginnings)[1])
            with span("act"):
                done = act(sheet)
            if self._database.bot is not None and sheet.bills_changed:
                told_by(db, sheet.budget.owner, self._database.bot, owner)
            elif sheet.zone_changed:
                look_again(db, sheet.budget.owner)
            return done, card_marked(db, sheet)

        return self._told(owner, await self._database.write(work))

    async def stage(self, owner: int, book: Book, entries: Iterable[WholeEntry], at: datetime) -> Staged:
        from storage.restoring import last_restored, put_tables  # imported when they are needed: hardly ever
        from storage.staging import Staging

        database = self._database
        last = await database.read(lambda db: last_restored(db, database.budgets.places.of(db, owner).owner))
        staging = Staging(book, entries, at, last)
        batches = staging.go_on(*await database.write(staging.begin))
        while (some := await asyncio.to_thread(next, batches, None)) is not None:
            await database.write(partial(put_tables, of_tables=some))
        await database.write(staging.finish)
        return Staged(staging.owner, last)

    async def drop(self, staged: Staged) -> None:
        from storage.staging import drop

        while await self._database.write(lambda db: drop(db, staged.owner)):
            pass

    async def move(self, owner: int, to: int) -> SetApart | OutOfUse | None:
        return await self._database.write(lambda db: move(db, self._database.budgets, owner, to))

    async def forget(self, owner: int) -> None:
        def work(db: Connection) -> None:
            place, _ = self._database.budgets.located(db, owner, locked=True, closed=True)
            forget(db, place.owner)

        await self._database.write(work)

    async def ready(self) -> None:
        await self._database.ready()

    def _told(self, chat: int, done: tuple[_T, int | None]) -> _T:
        """Return what an act returned, and tell whose card it marked."""
        result, owner = done
        if owner is not None and self._marked is not None:
            self._marked(chat, owner)
        return result

    def _locked(self, db: Connection, owner: int, beginnings: Beginnings | None = None) -> tuple[Place, Budget]:
        """Return where a chat's messages are stored and its budget, locked; opened where there are ``beginnings``."""
        if beginnings is not None:
            return self._database.budgets.opened(db, owner, beginnings)
        place, budget = self._database.budgets.located(db, owner, locked=True)
        if budget is None:
            raise NotFound(f"a budget of {owner}")
        return place, budget


def card_marked(db: Connection, sheet: MessageSheet | SettingsSheet) -> int | None:
    """Mark the card of a budget where an act changed a number; return its owner, None where no card is marked.

    It is one statement, and only where there is a card.
    """
    if not sheet.changes.numbers or not sheet.budget.card:
        return None
    mark(db, sheet.budget.owner)
    return sheet.budget.owner
