"""How work gets its transaction: in a thread, awaited from outside. A task that stops waiting does not stop its thread, so that
a transaction is never left half done.

SQLite knows one writer, and a commit there waits for the disk: `OneByOne` has one thread that writes, which commits all that came
in while the disk was busy at once. PostgreSQL does both by itself: `SideBySide` has a transaction and a thread for each piece of
work. Both have threads and connections for what only reads, so that a look never waits for a writer that waits for a lock.
"""

import asyncio
import sqlite3
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from budget.errors import LedgerUnavailable
from storage.engine import OpenFile, only_reads, open_file, what_a_repeat_can_cure

_T = TypeVar("_T")
Work = Callable[[Connection], _T]
"""A function of a connection, inside a transaction. It may be called again after that was rolled back, and keeps nothing."""

MOST_AT_ONCE = 64
"""Pieces of work that one commit holds: what waits for it waits no longer than these take."""


class Transactions(Protocol):
    """Does work, each piece of it wholly or not at all."""

    async def do(self, engine: Engine, work: Work[_T]) -> _T:
        """Return what ``work`` returns, once it is committed. Raises what it raises, and `LedgerUnavailable`."""

    def busy(self) -> float:
        """Return for how many seconds the oldest work is being done, 0 without any; any thread may ask."""

    def close(self) -> None:
        """Finish what has begun."""


class SideBySide:
    """A transaction for each piece of work, in one of some threads: ``writers`` of them, and ``looks`` for what only reads."""

    def __init__(self, writers: int, looks: int) -> None:
        self._writing = ThreadPoolExecutor(writers, thread_name_prefix="ledger")
        self._looking = ThreadPoolExecutor(looks, thread_name_prefix="looks")

    async def do(self, engine: Engine, work: Work[_T]) -> _T:
        threads = self._looking if only_reads(engine) else self._writing
        return await asyncio.get_running_loop().run_in_executor(threads, _alone, engine, work)

    def busy(self) -> float:
        return 0.0  # the server ends a statement that takes too long

    def close(self) -> None:
        self._writing.shutdown()
        self._looking.shutdown()


class OneByOne:
    """A SQLite file: one thread with a connection that writes, and one with a connection that only reads.

    What is asked of the reading thread begins its transaction after it was asked, so it sees all that was answered before.
    """

    def __init__(self) -> None:
        self._file = _File()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="ledger")
        self._writing = _Lane(self._thread, self._file)
        self._looking = _Lane(ThreadPoolExecutor(1, thread_name_prefix="looks"), self._file)

    async def do(self, engine: Engine, work: Work[_T]) -> _T:
        lane = self._looking if only_reads(engine) else self._writing
        return await lane.do(engine, work)

    def busy(self) -> float:
        return max(self._writing.busy(), self._looking.busy())

    def close(self) -> None:
        self._writing.close()
        self._looking.close()


@dataclass(slots=True)
class _Piece:
    engine: Engine
    work: Work[Any]
    done: Future[Any] = field(default_factory=Future)


class _Lane:
    """One thread: whatever waits when it is free goes into one transaction (group commit), and is answered after its commit.

    Where one piece of a group raises, nothing of the group is kept and each piece gets a transaction of its own: a savepoint for
    each would cost every group two statements a piece, for what hardly ever happens.

    Its thread keeps the connection: to take one from a pool and to give it back costs five times what the transaction does.
    """

    def __init__(self, thread: ThreadPoolExecutor, file: "_File") -> None:
        self._waiting: deque[_Piece] = deque()
        self._called = False  # whether the thread will look at what waits; else one call for each piece would pile up
        self._thread = thread
        self._file = file
        self._connection: Connection | None = None
        self._begun: float | None = None  # when the group began that is being done

    async def do(self, engine: Engine, work: Work[_T]) -> _T:
        piece = _Piece(engine, work)
        self._waiting.append(piece)
        if not self._called:
            self._called = True
            self._thread.submit(self._serve)
        done: _T = await asyncio.wrap_future(piece.done)
        return done

    def busy(self) -> float:
        begun = self._begun
        return time.monotonic() - begun if begun is not None else 0.0

    def close(self) -> None:
        self._thread.shutdown()
        self._let_go()

    def let_go_soon(self) -> None:
        """Close the connection, in the lane's own thread, once that is free."""
        with suppress(RuntimeError):  # the thread has ended, and so it is closed anyway
            self._thread.submit(self._let_go)

    def _serve(self) -> None:
        self._called = False  # before it looks: whatever comes after calls anew
        while self._waiting:
            taken = [self._waiting.popleft() for _ in range(min(len(self._waiting), MOST_AT_ONCE))]
            if group := [piece for piece in taken if piece.done.set_running_or_notify_cancel()]:
                self._begun = time.monotonic()
                self._together(group)
        self._begun = None

    def _together(self, group: list[_Piece]) -> None:
        """Do a group in one transaction, and tell each piece what came of it."""
        try:
            results = self._done(group)
        except LedgerUnavailable as problem:  # for one is for all: tried apart, each would wait for the same lock
            for piece in group:
                piece.done.set_exception(LedgerUnavailable(*problem.args))
        except BaseException as problem:  # noqa: BLE001 - as an executor does: it belongs to whoever awaits
            if len(group) == 1:
                group[0].done.set_exception(problem)
            else:
                for piece in group:
                    self._together([piece])
        else:
            for piece, result in zip(group, results, strict=True):
                piece.done.set_result(result)

    def _done(self, group: list[_Piece]) -> list[Any]:
        engine = group[0].engine  # all are of one database, and of one kind
        with what_a_repeat_can_cure():
            self._look_at_the_file()
            try:
                if self._connection is None:
                    self._connection = self._file.opened(self, engine)
                with self._connection.begin():
                    results = [piece.work(self._connection) for piece in group]
            except BaseException as problem:
                if self._connection is not None and (
                    isinstance(problem, DBAPIError) or self._connection.in_transaction()
                ):
                    self._let_go()  # after a failure of the database nothing is taken for granted
                raise
            if not only_reads(engine):  # what went into a file that was replaced meanwhile is not acknowledged
                self._look_at_the_file()
            return results

    def _look_at_the_file(self) -> None:
        """Raise `LedgerUnavailable` where the file is not the one any more that is open, and let go of it; all lanes do."""
        if self._connection is not None and not self._file.is_in_place():
            self._let_go()
            raise self._file.replaced()

    def _let_go(self) -> None:
        if self._connection is not None:
            connection, self._connection = self._connection, None
            self._file.closed(self, connection)


class _File:
    """Which lanes have the file open. Where another file takes its name, that is opened once all have let go of the first.

    In WAL mode connections share the log and its index by their names: what is opened beside an old connection would take the
    old file's log for its own, and cut off the memory that the old connection looks at.
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
            connection.detach()  # a pool would keep it open after it was closed
            self._file = open_file(engine)
            self._lanes.add(lane)
            return connection

    def is_in_place(self) -> bool:
        """Whether the file that is open has its name. Raises `LedgerUnavailable` where the name leads nowhere."""
        return self._file is None or self._file.is_in_place()

    def replaced(self) -> LedgerUnavailable:
        """Let all lanes let go of the file; return the error that says so."""
        assert self._file is not None  # noqa: S101 - it is not in its place
        with self._lock:
            return self._let_go_by_all(self._file)

    def _let_go_by_all(self, file: OpenFile) -> LedgerUnavailable:
        for lane in self._lanes:
            lane.let_go_soon()
        return file.replaced()

    def closed(self, lane: _Lane, connection: Connection) -> None:
        """Close a lane's connection. The last one to a file without its name leaves no log under that name."""
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


def _alone(engine: Engine, work: Work[_T]) -> _T:
    with what_a_repeat_can_cure(), engine.begin() as db:
        return work(db)
