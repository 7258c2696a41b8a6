"""How work gets its transaction: in a thread, awaited from outside. A task that stops waiting does not stop its thread, so that
a transaction is never left half done.

SQLite knows one writer, and a commit there waits for the disk: `OneByOne` has one thread, which commits all that came in while the
disk was busy at once. PostgreSQL does both by itself: `SideBySide` has a transaction and a thread for each piece of work.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection, Engine

from budget.errors import LedgerUnavailable
from storage.engine import only_reads, what_a_repeat_can_cure

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
    """A transaction for each piece of work, in one of some threads."""

    def __init__(self, threads: int) -> None:
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="ledger")

    async def do(self, engine: Engine, work: Work[_T]) -> _T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, _alone, engine, work)

    def busy(self) -> float:
        return 0.0  # the server ends a statement that takes too long

    def close(self) -> None:
        self._threads.shutdown()


@dataclass(slots=True)
class _Piece:
    engine: Engine
    work: Work[Any]
    done: Future[Any] = field(default_factory=Future)


class OneByOne:
    """One thread: whatever waits when it is free goes into one transaction (group commit), and is answered after its commit.

    Where one piece of a group raises, nothing of the group is kept and each piece gets a transaction of its own: a savepoint for
    each would cost every group two statements a piece, for what hardly ever happens.

    Its thread keeps the connection: to take one from the pool and to give it back costs five times what the transaction does.
    """

    def __init__(self) -> None:
        self._waiting: deque[_Piece] = deque()
        self._called = False  # whether the thread will look at what waits; else one call for each piece would pile up
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="ledger")
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

    def _serve(self) -> None:
        self._called = False  # before it looks: whatever comes after calls anew
        while self._waiting:
            self._begun = time.monotonic()
            self._serve_some([self._waiting.popleft() for _ in range(min(len(self._waiting), MOST_AT_ONCE))])
        self._begun = None

    def _serve_some(self, taken: list[_Piece]) -> None:
        groups: dict[Engine, list[_Piece]] = {}
        for piece in taken:
            if piece.done.set_running_or_notify_cancel():
                groups.setdefault(piece.engine, []).append(piece)
        for group in sorted(groups.values(), key=_writes):  # what only reads need not wait for the disk
            self._together(group)

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
        with what_a_repeat_can_cure():
            try:
                db = self._connected(group[0].engine)
                with db.begin():
                    return [piece.work(db) for piece in group]
            except BaseException:
                self._let_go()  # after a failure nothing is taken for granted: the pool looks after it
                raise

    def _connected(self, engine: Engine) -> Connection:
        """Return the connection, for work on one of the engines that share it: they differ in their options alone."""
        if self._connection is None:
            self._connection = engine.connect()
        return self._connection.execution_options(only_reads=only_reads(engine))

    def _let_go(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _writes(group: list[_Piece]) -> bool:
    return not only_reads(group[0].engine)


def _alone(engine: Engine, work: Work[_T]) -> _T:
    with what_a_repeat_can_cure(), engine.begin() as db:
        return work(db)
