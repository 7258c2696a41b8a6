"""The ledger on SQL. Synchronous inside, awaited outside: each method is one function of a connection, in one transaction."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from budget import ledger
from budget.entries import Held
from budget.errors import NotFound
from budget.ledger import Apart, Beginnings, Budget, Slip, Status, View, Weeks, Written
from storage import statements as sql
from storage.budget_sheet import BudgetSheet
from storage.budgets import Budgets
from storage.engine import CONNECTIONS, LOOKS, PATIENCE, Journal, for_reading, make_engine
from storage.moves import forget, move, number_tapped
from storage.page import Page, held_of, undo_latest
from storage.schema import check
from storage.sheet import Sheet
from storage.transactions import OneByOne, SideBySide, Transactions, Work

_T = TypeVar("_T")


class SqlLedger:
    """The `Ledger` in the database of a URL, for one ``bot`` (its number; None for the terminal).

    ``patience`` is how many seconds it waits for a lock, a connection or a server, ``pooled`` whether connections to a server are
    kept for the next transaction, ``journal`` how a SQLite file keeps its own.

    Opening it does not connect: a program can come up, and say that the store is down, before the store is up.
    """

    _engine: Engine
    _reading: Engine
    _transactions: Transactions

    def __init__(
        self,
        url: str,
        *,
        bot: int | None = None,
        patience: float = PATIENCE,
        pooled: bool = True,
        journal: Journal = "auto",
    ) -> None:
        self._url = url
        self._patience = patience
        self._pooled = pooled
        self._journal: Journal = journal
        self.budgets = Budgets(bot)

    async def __aenter__(self) -> Self:
        self._engine = make_engine(self._url, patience=self._patience, pooled=self._pooled, journal=self._journal)
        self._reading = for_reading(self._engine)
        self._transactions = OneByOne() if self._engine.dialect.name == "sqlite" else SideBySide(CONNECTIONS, LOOKS)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await asyncio.to_thread(self._transactions.close)
        self._engine.dispose()

    # --- budgets ---

    async def budget(self, owner: int, *, closed: bool = False) -> Budget | None:
        return await self.read(lambda db: self.budgets.of(db, owner, closed=closed))

    async def open_budget(self, owner: int, beginnings: Beginnings) -> Budget:
        return await self.write(lambda db: self.budgets.opened(db, owner, beginnings)[1])

    async def change(self, owner: int, beginnings: Beginnings | None, act: Callable[[ledger.BudgetSheet], _T]) -> _T:
        def work(db: Connection) -> _T:
            if beginnings is not None:
                return act(BudgetSheet(db, self.budgets.opened(db, owner, beginnings)[1]))
            budget = self.budgets.of(db, owner, locked=True)
            if budget is None:
                raise NotFound(f"a budget of {owner}")
            return act(BudgetSheet(db, budget))

        return await self.write(work)

    # --- messages ---

    async def write_down(
        self, owner: int, message: int, beginnings: Beginnings, act: Callable[[ledger.Sheet], _T]
    ) -> _T:
        def work(db: Connection) -> _T:
            place, budget = self.budgets.opened(db, owner, beginnings)
            return act(Sheet(db, budget, self.budgets.places.number(db, place, message)))

        return await self.write(work)

    async def record(self, slip: Slip, weeks: Weeks) -> Written:
        def work(db: Connection) -> Written:
            place, _ = self.budgets.located(db, slip.owner, locked=True)
            number = self.budgets.places.number(db, place, slip.message)
            kept = replace(slip, owner=place.owner, message=number)
            return Page(db, kept.owner, kept.message, weeks).record(kept)

        return await self.write(work)

    async def number_of(self, owner: int, message: int) -> int:
        def work(db: Connection) -> int:
            place, _ = self.budgets.located(db, owner)
            return self.budgets.places.number(db, place, message)

        return await self.read(work)

    async def message(self, owner: int, message: int, weeks: Weeks) -> Written:
        def work(db: Connection) -> Written:
            place, _ = self.budgets.located(db, owner)
            return Page(db, place.owner, number_tapped(db, place, message), weeks).written(Status.REPEATED)

        return await self.read(work)

    async def answer(self, owner: int, message: int, line: int, choice: int, act: str, weeks: Weeks) -> Written:
        return await self._tapped(owner, message, weeks, lambda page: page.answer(line, choice, act))

    async def decline(self, owner: int, message: int, line: int, act: str, weeks: Weeks) -> Written:
        return await self._tapped(owner, message, weeks, lambda page: page.decline(line, act))

    async def set_undone(
        self, owner: int, message: int, line: int | None, act: str, weeks: Weeks, *, undone: bool
    ) -> Written:
        return await self._tapped(owner, message, weeks, lambda page: page.set_undone(line, act, undone=undone))

    async def recategorise(self, owner: int, message: int, line: int, category: int, act: str, weeks: Weeks) -> Written:
        return await self._tapped(owner, message, weeks, lambda page: page.recategorise(line, category, act))

    async def make_income(self, owner: int, message: int, line: int, act: str, weeks: Weeks) -> Written:
        return await self._tapped(owner, message, weeks, lambda page: page.make_income(line, act))

    async def _tapped(self, owner: int, message: int, weeks: Weeks, act: Callable[[Page], Written]) -> Written:
        def work(db: Connection) -> Written:
            place, budget = self.budgets.located(db, owner, locked=True)
            if budget is None:
                raise NotFound(f"a budget of {owner}")
            return act(Page(db, place.owner, number_tapped(db, place, message), weeks))

        return await self.write(work)

    async def undo_latest(self, owner: int, message: int, weeks: Weeks) -> Written:
        def work(db: Connection) -> Written:
            place, budget = self.budgets.located(db, owner, locked=True)
            if budget is None:
                raise NotFound(f"a budget of {owner}")
            number = self.budgets.places.number(db, place, message)
            return undo_latest(db, place.owner, f"message {number}", weeks)

        return await self.write(work)

    # --- sums and lists ---

    async def look(self, owner: int, act: Callable[[View], _T]) -> _T | None:
        def work(db: Connection) -> _T | None:
            budget = self.budgets.of(db, owner)
            return act(Sheet(db, budget)) if budget is not None else None

        return await self.read(work)

    async def recent(self, owner: int, most: int) -> Sequence[Held]:
        return await self._listed(owner, sql.RECENT, {"most_": most})

    async def entries(self, owner: int, after: tuple[int, int], most: int) -> Sequence[Held]:
        where = {"message_": after[0], "line_": after[1], "most_": most}
        return await self._listed(owner, sql.ENTRIES_AFTER, where)

    async def _listed(self, owner: int, statement: Any, where: dict[str, Any]) -> Sequence[Held]:
        def work(db: Connection) -> Sequence[Held]:
            # Those of a closed budget, too: they are handed out once more. Who lists for a person asks for the budget first.
            place, _ = self.budgets.located(db, owner, closed=True)
            rows = db.execute(statement, where | {"owner_": place.owner})
            return [held_of(row.message, row) for row in rows]

        return await self.read(work)

    async def move(self, chat: int, to: int) -> Apart | None:
        """Let two chats have one budget, for a group that became a supergroup: `storage.moves.move`."""
        return await self.write(lambda db: move(db, self.budgets, chat, to))

    async def forget(self, owner: int) -> None:
        def work(db: Connection) -> None:
            place, _ = self.budgets.located(db, owner, locked=True, closed=True)
            forget(db, place.owner)

        await self.write(work)

    def busy(self) -> float:
        """Return for how many seconds the writer's thread is at one piece of work, 0 without any; any thread may ask."""
        return self._transactions.busy()

    async def ready(self) -> None:
        await self._transactions.do(self._reading, check)

    # --- one method, one transaction ---

    async def read(self, work: Work[_T]) -> _T:
        """Return what ``work`` reads, all of it from one state of the book."""
        return await self._do(self._reading, work)

    async def write(self, work: Work[_T]) -> _T:
        """Return what ``work`` returns once it is committed."""
        return await self._do(self._engine, work)

    async def _do(self, engine: Engine, work: Work[_T]) -> _T:
        try:
            return await self._transactions.do(engine, work)
        except DBAPIError:
            await self.ready()  # a mistake of the program, unless its schema is not there yet
            raise
