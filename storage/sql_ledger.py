"""The ledger on SQL. Synchronous inside, awaited outside: each method is one function of a connection, in one transaction."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import Connection, Engine, delete
from sqlalchemy.exc import DBAPIError

from budget import ledger
from budget.entries import Held
from budget.errors import NotFound
from budget.ledger import Beginnings, Budget, Slip, Status, View, Weeks, Written
from storage import statements as sql
from storage.budgets import Budgets, can_lock, renew, settings_row
from storage.engine import CONNECTIONS, LOOKS, PATIENCE, Journal, for_reading, make_engine
from storage.page import Page, held_of, undo_latest
from storage.schema import check
from storage.sheet import Sheet
from storage.tables import metadata
from storage.transactions import OneByOne, SideBySide, Transactions, Work

_T = TypeVar("_T")


class SqlLedger:
    """The `Ledger` in the database of a URL; ``patience`` is how many seconds it waits for a lock, a connection or a server,
    ``pooled`` whether connections to a server are kept for the next transaction, ``journal`` how a SQLite file keeps its own.

    Opening it does not connect: a program can come up, and say that the store is down, before the store is up.
    """

    _engine: Engine
    _reading: Engine
    _transactions: Transactions

    def __init__(self, url: str, *, patience: float = PATIENCE, pooled: bool = True, journal: Journal = "auto") -> None:
        self._url = url
        self._patience = patience
        self._pooled = pooled
        self._journal: Journal = journal
        self.budgets = Budgets()

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

    async def budget(self, owner: int) -> Budget | None:
        return await self.read(lambda db: self.budgets.of(db, owner))

    async def open_budget(self, owner: int, beginnings: Beginnings) -> Budget:
        return await self.write(lambda db: self.budgets.opened(db, owner, beginnings))

    async def change_settings(self, owner: int, beginnings: Beginnings) -> None:
        values = {"owner_": owner} | settings_row(beginnings)
        await self._change(owner, lambda db: _changed(db, sql.CHANGE_BUDGET, values))

    async def set_limit(self, owner: int, category: int, limit: int) -> None:
        values = {"owner_": owner, "category_": category, "weekly_limit": limit}
        await self._change(owner, lambda db: _changed(db, sql.CHANGE_CATEGORY, values))

    async def rename_category(self, owner: int, category: int, name: str) -> None:
        values = {"owner_": owner, "category_": category, "name": name}
        await self._change(owner, lambda db: _changed(db, sql.CHANGE_CATEGORY, values))

    async def remove_category(self, owner: int, category: int, *, removed: bool = True) -> None:
        values = {"owner_": owner, "category_": category, "removed": removed}
        await self._change(owner, lambda db: _changed(db, sql.CHANGE_CATEGORY, values))

    async def add_category(self, owner: int, key: str, name: str, limit: int) -> None:
        values = {"owner": owner, "key": key, "name": name, "weekly_limit": limit, "removed": False}
        await self._change(owner, lambda db: db.execute(sql.ADD_CATEGORY, values | {"owner_": owner}))

    async def set_keywords(self, owner: int, category: int, words: Mapping[str, bool]) -> None:
        await self._change(owner, lambda db: _set_keywords(db, owner, category, words))

    async def _change(self, owner: int, work: Work[object]) -> None:
        def and_renew(db: Connection) -> None:
            work(db)
            renew(db, owner)

        await self.write(and_renew, owner)

    # --- messages ---

    async def write_down(
        self, owner: int, message: int, beginnings: Beginnings, act: Callable[[ledger.Sheet], _T]
    ) -> _T:
        return await self.write(lambda db: act(Sheet(db, self.budgets.opened(db, owner, beginnings), message)))

    async def record(self, slip: Slip, weeks: Weeks) -> Written:
        return await self.write(lambda db: Page(db, slip.owner, slip.message, weeks).record(slip), slip.owner)

    async def message(self, owner: int, message: int, weeks: Weeks) -> Written:
        return await self.read(lambda db: Page(db, owner, message, weeks).written(Status.REPEATED))

    async def answer(self, owner: int, message: int, line: int, choice: int, act: str, weeks: Weeks) -> Written:
        return await self.write(lambda db: Page(db, owner, message, weeks).answer(line, choice, act), owner)

    async def decline(self, owner: int, message: int, line: int, act: str, weeks: Weeks) -> Written:
        return await self.write(lambda db: Page(db, owner, message, weeks).decline(line, act), owner)

    async def set_undone(
        self, owner: int, message: int, line: int | None, act: str, weeks: Weeks, *, undone: bool
    ) -> Written:
        return await self.write(lambda db: Page(db, owner, message, weeks).set_undone(line, act, undone=undone), owner)

    async def undo_latest(self, owner: int, act: str, weeks: Weeks) -> Written:
        return await self.write(lambda db: undo_latest(db, owner, act, weeks), owner)

    async def recategorise(self, owner: int, message: int, line: int, category: int, act: str, weeks: Weeks) -> Written:
        return await self.write(lambda db: Page(db, owner, message, weeks).recategorise(line, category, act), owner)

    async def make_income(self, owner: int, message: int, line: int, act: str, weeks: Weeks) -> Written:
        return await self.write(lambda db: Page(db, owner, message, weeks).make_income(line, act), owner)

    # --- sums and lists ---

    async def look(self, owner: int, act: Callable[[View], _T]) -> _T | None:
        def work(db: Connection) -> _T | None:
            budget = self.budgets.of(db, owner)
            return act(Sheet(db, budget)) if budget is not None else None

        return await self.read(work)

    async def recent(self, owner: int, most: int) -> Sequence[Held]:
        where = {"owner_": owner, "most_": most}
        return await self.read(lambda db: [held_of(row.message, row) for row in db.execute(sql.RECENT, where)])

    async def entries(self, owner: int, after: tuple[int, int], most: int) -> Sequence[Held]:
        where = {"owner_": owner, "message_": after[0], "line_": after[1], "most_": most}
        return await self.read(lambda db: [held_of(row.message, row) for row in db.execute(sql.ENTRIES_AFTER, where)])

    async def forget(self, owner: int) -> None:
        await self.write(lambda db: _forget(db, owner), owner)

    async def is_empty(self, owner: int) -> bool:
        return await self.read(lambda db: db.scalar(sql.ANY_MESSAGE, {"owner_": owner}) is None)

    async def ready(self) -> None:
        await self._transactions.do(self._reading, check)

    # --- one method, one transaction ---

    async def read(self, work: Work[_T]) -> _T:
        """Return what ``work`` reads, all of it from one state of the book."""
        return await self._do(self._reading, work)

    async def write(self, work: Work[_T], owner: int | None = None) -> _T:
        """Return what ``work`` returns once it is committed. Work on the budget of one ``owner`` is done one after another."""

        def one_after_another(db: Connection) -> _T:
            # Two that pass a limit together would else not see each other. SQLite has locked the whole file by now.
            if owner is not None and can_lock(db):
                db.execute(sql.LOCK_BUDGET, {"owner_": owner})
            return work(db)

        return await self._do(self._engine, one_after_another)

    async def _do(self, engine: Engine, work: Work[_T]) -> _T:
        try:
            return await self._transactions.do(engine, work)
        except DBAPIError:
            await self.ready()  # a mistake of the program, unless its schema is not there yet
            raise


def _changed(db: Connection, statement: Any, values: dict[str, Any]) -> None:
    if db.execute(statement, values).rowcount == 0:
        raise NotFound


def _forget(db: Connection, owner: int) -> None:
    # Those that point at others go first: whatever has an owner is that chat's.
    for table in reversed(metadata.sorted_tables):
        if "owner" in table.c:
            db.execute(delete(table).where(table.c.owner == owner))


def _set_keywords(db: Connection, owner: int, category: int, words: Mapping[str, bool]) -> None:
    if db.scalar(sql.CURRENT_CATEGORY, {"owner_": owner, "category_": category}) is None:
        raise NotFound(f"category {category}")
    for word, means in words.items():
        if means:
            db.execute(sql.NEW_KEYWORD, {"owner": owner, "word": word, "category": category})
        else:
            db.execute(sql.NO_KEYWORD, {"owner_": owner, "word_": word, "category_": category})
