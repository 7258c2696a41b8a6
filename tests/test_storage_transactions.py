"""Group commit on a SQLite file: what comes in while the disk is busy is committed at once, and nothing else changes."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.exc import IntegrityError

from budget.errors import LedgerUnavailable, NotFound
from storage.engine import for_reading, make_engine
from storage.transactions import MOST_AT_ONCE, OneByOne, Work


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Engine]:
    engine = make_engine(f"sqlite:///{tmp_path / 'book.db'}", patience=0.1)
    with engine.begin() as db:
        db.execute(text("CREATE TABLE book (line INTEGER PRIMARY KEY)"))
    yield engine
    engine.dispose()


@pytest.fixture
def desk() -> Iterator[OneByOne]:
    desk = OneByOne()
    yield desk
    desk.close()


@contextmanager
def commits(engine: Engine) -> Iterator[list[bool]]:
    """Count what is committed to the disk: transactions that only read are not."""
    counted: list[bool] = []

    def count(db: Connection) -> None:
        if not db.get_execution_options().get("only_reads"):
            counted.append(True)

    event.listen(engine, "commit", count)
    yield counted
    event.remove(engine, "commit", count)


class Busy:
    """Keeps the desk's thread busy, as a slow disk does, until `end`."""

    def __init__(self, desk: OneByOne, engine: Engine) -> None:
        self._begun, self._end = threading.Event(), threading.Event()
        self.task = asyncio.ensure_future(desk.do(engine, self._wait))

    def _wait(self, _db: Connection) -> None:
        self._begun.set()
        assert self._end.wait(5)

    async def begun(self) -> None:
        assert await asyncio.to_thread(self._begun.wait, 60)

    def end(self) -> None:
        self._end.set()


def write(line: int) -> Work[int]:
    def work(db: Connection) -> int:
        db.execute(text("INSERT INTO book VALUES (:line)"), {"line": line})
        return line

    return work


def write_and_raise(db: Connection) -> None:
    db.execute(text("INSERT INTO book VALUES (99)"))
    raise NotFound("as asked for")


def lines(engine: Engine) -> list[int]:
    other = make_engine(str(engine.url))  # the desk keeps the only connection of its own
    with other.connect() as db:
        found = list(db.scalars(text("SELECT line FROM book ORDER BY line")))
    other.dispose()
    return found


async def together(desk: OneByOne, engine: Engine, *works: Work[Any]) -> list[Any]:
    """Let pieces of work come in while the thread is busy, and return what came of each."""
    busy = Busy(desk, for_reading(engine))
    await busy.begun()
    tasks = [asyncio.ensure_future(desk.do(engine, work)) for work in works]
    await asyncio.sleep(0)  # each has been put into the queue
    busy.end()
    await busy.task
    return await asyncio.gather(*tasks, return_exceptions=True)


async def test_what_waits_is_committed_at_once(book: Engine, desk: OneByOne) -> None:
    with commits(book) as counted:
        results = await together(desk, book, *(write(n) for n in range(20)))

    assert results == list(range(20))
    assert lines(book) == list(range(20))
    assert len(counted) == 1


async def test_a_commit_holds_only_so_much(book: Engine, desk: OneByOne) -> None:
    with commits(book) as counted:
        await together(desk, book, *(write(n) for n in range(MOST_AT_ONCE + 1)))

    assert lines(book) == list(range(MOST_AT_ONCE + 1))
    assert len(counted) == 2


async def test_of_what_raises_nothing_is_kept_and_the_others_are(book: Engine, desk: OneByOne) -> None:
    first, failed, last = await together(desk, book, write(1), write_and_raise, write(2))

    assert (first, last) == (1, 2)
    assert isinstance(failed, NotFound)
    assert lines(book) == [1, 2]


async def test_where_the_disk_is_full_all_are_told_and_nothing_is_kept(book: Engine, desk: OneByOne) -> None:
    def fill(db: Connection) -> None:
        db.execute(text("PRAGMA max_page_count = 2"))
        db.execute(text("CREATE TABLE more AS SELECT zeroblob(100000)"))

    results = await together(desk, book, write(1), fill, write(2))

    assert {type(result) for result in results} == {LedgerUnavailable}
    assert {str(result) for result in results} == {"database: the disk is full; make room (SQLITE_FULL)"}
    assert lines(book) == []


async def test_where_the_commit_is_refused_it_is_for_the_one_that_is_to_blame(book: Engine, desk: OneByOne) -> None:
    with book.begin() as db:
        db.execute(text("CREATE TABLE note (line INTEGER REFERENCES book DEFERRABLE INITIALLY DEFERRED)"))

    def points_nowhere(db: Connection) -> None:
        db.execute(text("INSERT INTO note VALUES (99)"))

    first, refused, last = await together(desk, book, write(1), points_nowhere, write(2))

    assert (first, last) == (1, 2)
    assert isinstance(refused, IntegrityError)
    assert lines(book) == [1, 2]


async def test_while_another_holds_the_file_all_wait_no_longer_than_one(book: Engine, desk: OneByOne) -> None:
    waits: list[str] = []
    other = make_engine(str(book.url))
    event.listen(book, "begin", lambda _: waits.append("begin"), insert=True)
    with other.begin():
        results = await together(desk, book, *(write(n) for n in range(10)))
    other.dispose()

    assert {type(result) for result in results} == {LedgerUnavailable}
    assert len(waits) == 1


async def test_work_that_nobody_waits_for_any_more_is_not_begun(book: Engine, desk: OneByOne) -> None:
    busy = Busy(desk, for_reading(book))
    await busy.begun()
    given_up = asyncio.ensure_future(desk.do(book, write(1)))
    await asyncio.sleep(0)
    given_up.cancel()
    await asyncio.sleep(0)
    busy.end()
    await busy.task
    await desk.do(book, write(2))

    assert lines(book) == [2]


async def test_reading_shows_what_is_committed_and_waits_for_no_disk(book: Engine, desk: OneByOne) -> None:
    reading = for_reading(book)
    order: list[str] = []
    event.listen(
        book, "commit", lambda db: order.append("read" if db.get_execution_options().get("only_reads") else "written")
    )
    busy = Busy(desk, reading)
    await busy.begun()
    written = asyncio.ensure_future(desk.do(book, write(1)))
    seen = asyncio.ensure_future(desk.do(reading, lambda db: db.scalar(text("SELECT count(*) FROM book"))))
    await asyncio.sleep(0)
    busy.end()

    assert (await seen, await written) == (0, 1)
    assert order == ["read", "read", "written"]


async def test_while_many_write_without_end_nothing_piles_up(book: Engine, desk: OneByOne) -> None:
    """One call for each piece did: a commit answers many, and as many come anew before the next call is looked at."""
    waiting: list[int] = []

    async def writer(first: int) -> None:
        for line in range(first, 1_600, 16):
            await desk.do(book, write(line))
            waiting.append(desk._thread._work_queue.qsize())

    async with asyncio.timeout(60):
        await asyncio.gather(*(writer(first) for first in range(16)))

    assert max(waiting) <= 1
    assert len(lines(book)) == 1_600
