"""A database of budgets: opened, closed, read, written, and whether it is ready. The stores beside it say what is in it."""

import asyncio
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from budget.errors import LedgerUnavailable
from storage.budgets import Budgets
from storage.engine import CONNECTIONS, PATIENCE, for_reading, make_engine
from storage.schema import EXPECTED, version_of
from storage.transactions import OneByOne, SideBySide, Transactions, Work

_T = TypeVar("_T")


class Database:
    """The database of a URL, as one ``bot`` uses it (its number; None for the terminal).

    ``patience`` is how many seconds it waits for a lock, a connection or a server; ``pooled`` is whether connections to a server
    are kept for the next transaction. Opening it does not connect: a program can come up, and say that the store is down, before
    the store is up.
    """

    engine: Engine
    reading: Engine
    """For transactions that only read."""
    _transactions: Transactions

    def __init__(self, url: str, *, bot: int | None = None, patience: float = PATIENCE, pooled: bool = True) -> None:
        self._url = url
        self._patience = patience
        self._pooled = pooled
        self.budgets = Budgets(bot)

    async def __aenter__(self) -> Self:
        self.engine = make_engine(self._url, patience=self._patience, pooled=self._pooled)
        self.reading = for_reading(self.engine)
        self._transactions = OneByOne() if self.engine.dialect.name == "sqlite" else SideBySide(CONNECTIONS)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await asyncio.to_thread(self._transactions.close)
        self.engine.dispose()

    async def read(self, work: Work[_T]) -> _T:
        """Return what ``work`` reads, all of it from one state of the database."""
        return await self._do(self.reading, work)

    async def write(self, work: Work[_T]) -> _T:
        """Return what ``work`` returns once it is committed."""
        return await self._do(self.engine, work)

    async def ready(self) -> None:
        """Return when the database answers and has the program's schema; raise `LedgerUnavailable` naming what is not so."""
        await self._transactions.do(self.reading, _check_schema)

    async def _do(self, engine: Engine, work: Work[_T]) -> _T:
        try:
            return await self._transactions.do(engine, work)
        except DBAPIError:
            await self.ready()  # a mistake of the program, unless its schema is not there yet
            raise


def _check_schema(db: Connection) -> None:
    version = version_of(db)
    if version != EXPECTED:
        raise LedgerUnavailable(f"schema: it is {version or 'missing'}, and this program needs {EXPECTED}")
