"""A database of budgets: opens, closes, reads, writes it and says whether it is ready. The stores beside it know its tables."""

import asyncio
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from storage.budgets import Budgets
from storage.engine import AT_MOST, CONNECTIONS, LOOKS, TIMEOUT, Journal, for_reading, make_engine
from storage.schema import check
from storage.transactions import Load, Observer, OneByOne, SideBySide, Transactions, Work, observed_by_nobody
from trail import span

_T = TypeVar("_T")


class Database:
    """The database of a URL, as one ``bot`` uses it (its number; None for the terminal).

    ``timeout`` is how many seconds it waits for a lock, a connection or a server; ``kept`` is how many connections to a server are
    kept for the next transaction, ``journal`` how a SQLite file keeps its journal, ``observe`` is told of each transaction.

    Opening it does not connect, so that a program can start, and report that the database is down, before the database is up.
    """

    engine: Engine
    reading: Engine
    """For transactions that only read."""
    _transactions: Transactions

    def __init__(
        self,
        url: str,
        *,
        bot: int | None = None,
        timeout: float = TIMEOUT,
        kept: int = AT_MOST,
        journal: Journal = "auto",
        observe: Observer = observed_by_nobody,
    ) -> None:
        self._url = url
        self._timeout = timeout
        self._kept = kept
        self._journal: Journal = journal
        self._observe = observe
        self.bot = bot
        self.budgets = Budgets(bot)

    async def __aenter__(self) -> Self:
        self.engine = make_engine(self._url, timeout=self._timeout, kept=self._kept, journal=self._journal)
        self.reading = for_reading(self.engine)
        self._transactions = (
            OneByOne(self._observe)
            if self.engine.dialect.name == "sqlite"
            else SideBySide(CONNECTIONS, LOOKS, self._observe)
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await asyncio.to_thread(self._transactions.close)
        self.engine.dispose()

    async def read(self, work: Work[_T]) -> _T:
        """Return what ``work`` reads, all of it from one state of the database."""
        return await self._do(self.reading, work)

    async def read_long(self, work: Work[_T]) -> _T:
        """Return what ``work`` reads, as `read`; it may take seconds, and other looks do not wait for it."""
        return await self._do(self.reading, work, long=True)

    async def write(self, work: Work[_T]) -> _T:
        """Return what ``work`` returns once it is committed."""
        return await self._do(self.engine, work)

    def busy(self) -> float:
        """Return for how many seconds a thread has run one group of jobs, 0 without any. Any thread may call it."""
        return self._transactions.busy()

    def load(self) -> Load:
        """Return how long the oldest transaction has run, on a server too, and how many jobs wait; nothing while it is closed."""
        return self._transactions.load() if hasattr(self, "_transactions") else Load(0.0, 0)

    async def ready(self) -> None:
        """Return if the database answers and has a schema for this program; else raise `LedgerUnavailable` with what is wrong."""
        await self._transactions.do(self.reading, check)

    async def _do(self, engine: Engine, work: Work[_T], *, long: bool = False) -> _T:
        try:
            with span("read transaction" if engine is self.reading else "transaction"):
                return await self._transactions.do(engine, work, long=long)
        except DBAPIError:
            await self.ready()  # a defect of the program, unless the database has another schema
            raise
