"""Runs work in a transaction, in a thread; callers await it. A caller that is cancelled does not stop the thread, so that no
transaction is left half done.

SQLite has one writer at a time, and a commit waits for the disk. `OneByOne` has one thread that writes; it commits together all
jobs that came in while the disk was busy. PostgreSQL needs neither: `SideBySide` gives each job a transaction and a thread. Both
have other threads and connections for jobs that only read, so that a look never waits for a writer that waits for a lock.
"""

import asyncio
import sqlite3
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from contextvars import Context, copy_context
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from budget.errors import LedgerUnavailable
from storage.engine import OpenFile, only_reads, open_file, what_a_repeat_can_cure
from storage.threads import Done, OneThread, answer

_T = TypeVar("_T")
Work = Callable[[Connection], _T]
"""A function of a connection, called inside a transaction. It is called again after a rollback, so it must keep no state."""

Observer = Callable[[bool, float], None]
"""Is told of each transaction, in its thread: whether it only read, and how many seconds it took."""


@dataclass(frozen=True, slots=True)
class Load:
    """How busy a database is."""

    oldest: float
    """For how many seconds the oldest transaction has run, 0 without any."""
    waiting: int
    """How many jobs wait for a thread."""


MOST_AT_ONCE = 64
"""Most jobs committed together; bounds how long a job waits."""


def observed_by_nobody(_reads: bool, _seconds: float) -> None:
    """Observe nothing."""


class Transactions(Protocol):
    """Runs jobs, each of them wholly or not at all."""

    async def do(self, engine: Engine, work: Work[_T], *, long: bool = False) -> _T:
        """Return what ``work`` returns, after its commit. Raises what ``work`` raises, and `LedgerUnavailable`.

        What only reads, and takes ``long``, has a thread and a connection of its own: other looks do not wait for it.
        """

    def busy(self) -> float:
        """Return for how many seconds the oldest running job has run, 0 without any. Any thread may call it."""

    def load(self) -> Load:
        """Return how busy the database is. For the event loop's thread."""

    def close(self) -> None:
        """Finish the jobs that have begun."""


class SideBySide:
    """A transaction for each job: ``writers`` threads for jobs that write, ``looks`` threads for those that only read.

    One more thread runs reads that take ``long``: exports.
    """

    def __init__(self, writers: int, looks: int, observe: Observer = observed_by_nobody) -> None:
        self._writing = ThreadPoolExecutor(writers, thread_name_prefix="ledger")
        self._looking = ThreadPoolExecutor(looks, thread_name_prefix="looks")
        self._long = ThreadPoolExecutor(1, thread_name_prefix="exports")
        self._observe = observe
        self._asked = 0
        self._running: dict[object, float] = {}  # each job that has a thread, and since when

    async def do(self, engine: Engine, work: Work[_T], *, long: bool = False) -> _T:
        looking = self._long if long else self._looking
        threads = looking if only_reads(engine) else self._writing
        self._asked += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(
                threads, copy_context().run, self._alone, engine, work
            )
        finally:
            self._asked -= 1

    def _alone(self, engine: Engine, work: Work[_T]) -> _T:
        job, begun = object(), time.monotonic()
        self._running[job] = begun
        try:
            with what_a_repeat_can_cure(), engine.begin() as db:
                return work(db)
        finally:
            del self._running[job]
            self._observe(only_reads(engine), time.monotonic() - begun)

    def busy(self) -> float:
        return 0.0  # the server ends a statement that takes too long

    def load(self) -> Load:
        running = list(self._running.values())  # one step of the interpreter, so no thread comes in between
        oldest = time.monotonic() - min(running) if running else 0.0
        return Load(oldest, max(0, self._asked - len(running)))

    def close(self) -> None:
        self._writing.shutdown()
        self._looking.shutdown()
        self._long.shutdown()


class OneByOne:
    """A SQLite file: one thread with a connection that writes, one with a connection that only reads, and one for long looks.

    A reading transaction begins after it was asked for, so it sees everything that was answered before.
    """

    def __init__(self, observe: Observer = observed_by_nobody) -> None:
        self._file = _File()
        self._thread = OneThread("ledger")
        self._writing = _Lane(self._thread, self._file, observe)
        self._looking = _Lane(OneThread("looks"), self._file, observe)
        self._long = _Lane(OneThread("exports"), self._file, observe)

    async def do(self, engine: Engine, work: Work[_T], *, long: bool = False) -> _T:
        looking = self._long if long else self._looking
        lane = looking if only_reads(engine) else self._writing
        return await lane.do(engine, work)

    def busy(self) -> float:
        return max(self._writing.busy(), self._looking.busy(), self._long.busy())

    def load(self) -> Load:
        return Load(self.busy(), sum(lane.waiting() for lane in (self._writing, self._looking, self._long)))

    def close(self) -> None:
        self._writing.close()
        self._looking.close()
        self._long.close()


class _Piece(NamedTuple):
    engine: Engine
    work: Work[Any]
    waits: "asyncio.Future[Any]"
    context: Context
    """The caller's context, for what is logged in the thread. Of each piece its own: one context can't be entered twice."""


class _Lane:
    """One thread: all jobs that wait when it is free go into one transaction (group commit), and are answered after its commit.

    If a job of a group raises, the group is rolled back and each job gets its own transaction. A savepoint for each job would
    cost every group two statements a job, for what hardly ever happens.

    The thread keeps its connection: taking one from a pool and giving it back costs five times as much as the transaction.
    """

    def __init__(self, thread: OneThread, file: "_File", observe: Observer) -> None:
        self._waiting: deque[_Piece] = deque()
        self._called = False  # whether the thread is called already; otherwise a call for each job would pile up
        self._thread = thread
        self._file = file
        self._observe = observe
        self._connection: Connection | None = None
        self._begun: float | None = None  # when the running group began

    async def do(self, engine: Engine, work: Work[_T]) -> _T:
        waits: asyncio.Future[_T] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Piece(engine, work, waits, copy_context()))
        if not self._called:
            self._called = True
            self._thread.call(self._serve)
        return await waits

    def busy(self) -> float:
        begun = self._begun
        return time.monotonic() - begun if begun is not None else 0.0

    def waiting(self) -> int:
        return len(self._waiting)

    def close(self) -> None:
        self._thread.close()
        self._let_go()

    def let_go_soon(self) -> None:
        """Close the connection in the lane's own thread, when the thread is free."""
        with suppress(RuntimeError):  # the thread has ended, and its connection is closed
            self._thread.call(self._let_go)

    def _serve(self) -> None:
        self._called = False  # before the loop looks: a job that comes later calls again
        while self._waiting:
            taken = [self._waiting.popleft() for _ in range(min(len(self._waiting), MOST_AT_ONCE))]
            if group := [piece for piece in taken if not piece.waits.cancelled()]:
                self._begun = time.monotonic()
                self._together(group)
        self._begun = None

    def _together(self, group: list[_Piece]) -> None:
        """Run a group in one transaction, and give each job its result."""
        try:
            results = self._observed(group)
        except LedgerUnavailable as problem:  # it holds for all: on its own each job would wait for the same lock
            answer(Done(piece.waits, error=LedgerUnavailable(*problem.args)) for piece in group)
        except BaseException as problem:  # noqa: BLE001 - as an executor does: the caller gets it
            if len(group) == 1:
                answer([Done(group[0].waits, error=problem)])
            else:
                for piece in group:
                    self._together([piece])
        else:
            answer([Done(piece.waits, result) for piece, result in zip(group, results, strict=True)])

    def _observed(self, group: list[_Piece]) -> list[Any]:
        """Run a group's transaction. It is counted before a caller is answered: who was answered finds it in the metrics."""
        begun = time.monotonic()
        try:
            return self._done(group)
        finally:
            self._observe(only_reads(group[0].engine), time.monotonic() - begun)

    def _done(self, group: list[_Piece]) -> list[Any]:
        engine = group[0].engine  # all jobs of a lane have the same
        with what_a_repeat_can_cure():
            self._look_at_the_file()
            try:
                if self._connection is None:
                    self._connection = self._file.opened(self, engine)
                with self._connection.begin():
                    results = [piece.context.run(piece.work, self._connection) for piece in group]
            except BaseException as problem:
                if self._connection is not None and (
                    isinstance(problem, DBAPIError) or self._connection.in_transaction()
                ):
                    self._let_go()  # after a failure of the database its connection is not used again
                raise
            if not only_reads(engine):  # a commit to a file that was replaced in between is not acknowledged
                self._look_at_the_file()
            return results

    def _look_at_the_file(self) -> None:
        """Raise `LedgerUnavailable` if another file took the name of the open one; then all lanes close it."""
        if self._connection is not None and not self._file.is_in_place():
            self._let_go()
            raise self._file.replaced()

    def _let_go(self) -> None:
        if self._connection is not None:
            connection, self._connection = self._connection, None
            self._file.closed(self, connection)


class _File:
    """Which lanes have the file open. If another file takes its name, that is opened after all lanes have closed the first.

    In WAL mode connections share the log and its index by name. A connection to the new file, opened beside one to the old file,
    would use the old file's log, and truncate the shared memory that the old connection reads.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._lanes: set[_Lane] = set()
        self._file: OpenFile | None = None

    def opened(self, lane: _Lane, engine: Engine) -> Connection:
        """Open a connection for a lane."""
        with self._lock:
            if self._file is not None and not self._file.is_in_place() and self._lanes:
                raise self._let_go_by_all(self._file)
            connection = engine.connect()
            if only_reads(engine):
                _driver_of(connection).execute("PRAGMA query_only = ON")
            connection.detach()  # otherwise the pool would keep it open after `close`
            self._file = open_file(engine)
            self._lanes.add(lane)
            return connection

    def is_in_place(self) -> bool:
        """Whether the open file still has its name. Raises `LedgerUnavailable` if there is no file of that name."""
        return self._file is None or self._file.is_in_place()

    def replaced(self) -> LedgerUnavailable:
        """Let all lanes close the file; return the error that says so."""
        assert self._file is not None  # noqa: S101 - it is not in its place
        with self._lock:
            return self._let_go_by_all(self._file)

    def _let_go_by_all(self, file: OpenFile) -> LedgerUnavailable:
        for lane in self._lanes:
            lane.let_go_soon()
        return file.replaced()

    def closed(self, lane: _Lane, connection: Connection) -> None:
        """Close a lane's connection. The last connection to a file that lost its name leaves no log under that name."""
        with self._lock:
            if self._lanes == {lane} and not self._is_safe():
                with suppress(sqlite3.Error):  # in rollback mode there is no log, and this does nothing
                    _driver_of(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            connection.close()
            self._lanes.discard(lane)

    def _is_safe(self) -> bool:
        try:
            return self.is_in_place()
        except LedgerUnavailable:
            return False


def _driver_of(connection: Connection) -> Any:
    """Return the driver's own connection, for what is done outside a transaction."""
    return connection.connection.dbapi_connection
