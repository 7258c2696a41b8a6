"""Group commit on a SQLite file: what comes in while the disk is busy is committed at once, and nothing else changes.

Looks wait for no writer, and a file that is not the open one any more is noticed.
"""

import asyncio
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.exc import IntegrityError

from budget.errors import LedgerUnavailable, NotFound
from storage.engine import Journal, for_reading, make_engine, url_of
from storage.transactions import MOST_AT_ONCE, OneByOne, Work


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Engine]:
    engine = make_engine(f"sqlite:///{tmp_path / 'book.db'}", timeout=0.1)
    with engine.begin() as db:
        db.execute(text("CREATE TABLE book (line INTEGER PRIMARY KEY)"))
    yield engine
    engine.dispose()


@pytest.fixture
def transactions() -> Iterator[OneByOne]:
    transactions = OneByOne()
    yield transactions
    transactions.close()


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
    """Keeps the transactions's writing thread busy, as a slow disk does, until `end`."""

    def __init__(self, transactions: OneByOne) -> None:
        self._begun, self._end = threading.Event(), threading.Event()
        transactions._thread.call(self._wait)

    def _wait(self) -> None:
        self._begun.set()
        assert self._end.wait(60)

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
    other = make_engine(engine.url, journal="kept")
    with other.connect() as db:
        found = list(db.scalars(text("SELECT line FROM book ORDER BY line")))
    other.dispose()
    return found


async def together(transactions: OneByOne, engine: Engine, *works: Work[Any]) -> list[Any]:
    """Let pieces of work come in while the thread is busy, and return what came of each."""
    busy = Busy(transactions)
    await busy.begun()
    tasks = [asyncio.ensure_future(transactions.do(engine, work)) for work in works]
    await asyncio.sleep(0)  # each has been put into the queue
    busy.end()
    return await asyncio.gather(*tasks, return_exceptions=True)


async def test_what_waits_is_committed_at_once(book: Engine, transactions: OneByOne) -> None:
    with commits(book) as counted:
        results = await together(transactions, book, *(write(n) for n in range(20)))

    assert results == list(range(20))
    assert lines(book) == list(range(20))
    assert len(counted) == 1


async def test_a_commit_holds_only_so_much(book: Engine, transactions: OneByOne) -> None:
    with commits(book) as counted:
        await together(transactions, book, *(write(n) for n in range(MOST_AT_ONCE + 1)))

    assert lines(book) == list(range(MOST_AT_ONCE + 1))
    assert len(counted) == 2


async def test_of_what_raises_nothing_is_kept_and_the_others_are(book: Engine, transactions: OneByOne) -> None:
    first, failed, last = await together(transactions, book, write(1), write_and_raise, write(2))

    assert (first, last) == (1, 2)
    assert isinstance(failed, NotFound)
    assert lines(book) == [1, 2]


async def test_where_the_disk_is_full_all_are_told_and_nothing_is_kept(book: Engine, transactions: OneByOne) -> None:
    def fill(db: Connection) -> None:
        db.execute(text("PRAGMA max_page_count = 2"))
        db.execute(text("CREATE TABLE more AS SELECT zeroblob(100000)"))

    results = await together(transactions, book, write(1), fill, write(2))

    assert {type(result) for result in results} == {LedgerUnavailable}
    assert {str(result) for result in results} == {"database: the disk is full; make room (SQLITE_FULL)"}
    assert lines(book) == []


async def test_where_the_commit_is_refused_it_is_for_the_one_that_is_to_blame(
    book: Engine, transactions: OneByOne
) -> None:
    with book.begin() as db:
        db.execute(text("CREATE TABLE note (line INTEGER REFERENCES book DEFERRABLE INITIALLY DEFERRED)"))

    def points_nowhere(db: Connection) -> None:
        db.execute(text("INSERT INTO note VALUES (99)"))

    first, refused, last = await together(transactions, book, write(1), points_nowhere, write(2))

    assert (first, last) == (1, 2)
    assert isinstance(refused, IntegrityError)
    assert lines(book) == [1, 2]


async def test_while_another_holds_the_file_all_wait_no_longer_than_one(book: Engine, transactions: OneByOne) -> None:
    waits: list[str] = []
    other = make_engine(book.url)
    event.listen(book, "before_cursor_execute", lambda *given: waits.append(given[2]))
    with other.begin():
        results = await together(transactions, book, *(write(n) for n in range(10)))
    other.dispose()

    assert {type(result) for result in results} == {LedgerUnavailable}
    assert waits == ["BEGIN IMMEDIATE"]


async def test_work_that_nobody_waits_for_any_more_is_not_begun(book: Engine, transactions: OneByOne) -> None:
    busy = Busy(transactions)
    await busy.begun()
    given_up = asyncio.ensure_future(transactions.do(book, write(1)))
    await asyncio.sleep(0)
    given_up.cancel()
    await asyncio.sleep(0)
    busy.end()
    await transactions.do(book, write(2))

    assert lines(book) == [2]


# --- looks ---


def count(db: Connection) -> int:
    return db.scalar(text("SELECT count(*) FROM book")) or 0


@pytest.mark.parametrize("journal", ["DELETE", "WAL"])
async def test_a_look_is_answered_while_a_write_waits_for_a_lock(
    tmp_path: Path, transactions: OneByOne, journal: Journal
) -> None:
    book = made(tmp_path / "book.db", journal)
    await transactions.do(book, write(1))
    other = make_engine(book.url, journal="kept")
    with other.begin() as db:
        db.execute(text("INSERT INTO book VALUES (7)"))
        waits = asyncio.ensure_future(transactions.do(book, write(2)))
        for _ in range(3):
            assert await transactions.do(for_reading(book), count) == 1, "what is not committed is not seen"
        assert not waits.done()

    assert await waits == 2
    assert await transactions.do(for_reading(book), count) == 3
    other.dispose()
    book.dispose()


async def test_a_look_sees_all_that_was_answered_before(book: Engine, transactions: OneByOne) -> None:
    looking = for_reading(book)
    seen = []
    for line in range(100):
        await transactions.do(book, write(line))
        seen.append(await transactions.do(looking, count))

    assert seen == list(range(1, 101))


async def test_a_look_cannot_write(book: Engine, transactions: OneByOne) -> None:
    with pytest.raises(LedgerUnavailable, match="SQLITE_READONLY"):
        await transactions.do(for_reading(book), write(1))

    await transactions.do(book, write(2))
    assert lines(book) == [2]


async def test_looks_that_wait_share_a_transaction(book: Engine, transactions: OneByOne) -> None:
    begun: list[bool] = []
    looking = for_reading(book)
    await transactions.do(looking, count)
    event.listen(book, "begin", lambda _: begun.append(True))
    held, free = threading.Event(), threading.Event()

    def wait(_db: Connection) -> None:
        held.set()
        assert free.wait(60)

    first = asyncio.ensure_future(transactions.do(looking, wait))
    assert await asyncio.to_thread(held.wait, 60)
    others = [asyncio.ensure_future(transactions.do(looking, count)) for _ in range(20)]
    await asyncio.sleep(0)
    free.set()
    await asyncio.gather(first, *others)

    assert len(begun) == 2


# --- a file that goes, or is replaced ---


def made(path: Path, journal: Journal, *held: int) -> Engine:
    """Make a book with some lines."""
    engine = make_engine(url_of(path), journal=journal)
    with engine.begin() as db:
        db.execute(text("CREATE TABLE book (line INTEGER PRIMARY KEY)"))
        for line in held:
            db.execute(text("INSERT INTO book VALUES (:line)"), {"line": line})
    engine.dispose()
    return engine


async def until_it_is_back(transactions: OneByOne, engine: Engine, work: Work[Any]) -> tuple[Any, list[str]]:
    """Do work again and again, as Telegram repeats an update; return what it returns, and what was said until then."""
    said: list[str] = []
    async with asyncio.timeout(60):
        while True:
            try:
                return await transactions.do(engine, work), said
            except LedgerUnavailable as problem:
                said.append(str(problem))
                await asyncio.sleep(0.01)


@pytest.mark.parametrize("journal", ["DELETE", "WAL"])
@pytest.mark.parametrize("first", ["look", "write"])
@pytest.mark.parametrize("before", ["both", "write"])
async def test_a_file_that_is_replaced_is_noticed_and_the_new_one_is_used(
    tmp_path: Path, transactions: OneByOne, journal: Journal, first: str, before: str
) -> None:
    book = made(tmp_path / "book.db", journal)
    made(tmp_path / "other.db", "DELETE", 10, 20).dispose()
    await transactions.do(book, write(1))
    if before == "both":
        assert await transactions.do(for_reading(book), count) == 1
    (tmp_path / "other.db").replace(tmp_path / "book.db")

    if first == "look":
        _, said = await until_it_is_back(transactions, for_reading(book), count)
    else:
        _, said = await until_it_is_back(transactions, book, write(30))
    counted, _ = await until_it_is_back(transactions, for_reading(book), count)
    await until_it_is_back(transactions, book, write(40))

    assert set(said) == {"database: book.db is not the file any more that was opened; it is opened again"}
    assert counted == (2 if first == "look" else 3)
    assert lines(book) == ([10, 20, 40] if first == "look" else [10, 20, 30, 40])
    with closing(sqlite3.connect(tmp_path / "book.db")) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    book.dispose()


async def test_what_was_committed_into_a_file_that_is_replaced_is_not_acknowledged(
    tmp_path: Path, transactions: OneByOne
) -> None:
    book = made(tmp_path / "book.db", "WAL")  # in rollback mode SQLite notices it by itself
    made(tmp_path / "other.db", "DELETE").dispose()

    def write_and_replace(db: Connection) -> None:
        write(1)(db)
        if (tmp_path / "other.db").exists():
            (tmp_path / "other.db").replace(tmp_path / "book.db")

    _, said = await until_it_is_back(transactions, book, write_and_replace)

    assert said
    assert lines(book) == [1]
    book.dispose()


@pytest.mark.parametrize("journal", ["DELETE", "WAL"])
async def test_a_file_that_is_gone_is_named_and_not_made_anew(
    tmp_path: Path, transactions: OneByOne, journal: Journal
) -> None:
    book = made(tmp_path / "book.db", journal)
    await transactions.do(book, write(1))
    await transactions.do(for_reading(book), count)
    (tmp_path / "book.db").rename(tmp_path / "elsewhere.db")

    for engine, work in ((book, write(2)), (for_reading(book), count)) * 2:
        with pytest.raises(LedgerUnavailable, match=r"^database: the file book\.db is gone; put it back"):
            await transactions.do(engine, work)
    assert not (tmp_path / "book.db").exists()
    (tmp_path / "elsewhere.db").rename(tmp_path / "book.db")

    await transactions.do(book, write(3))
    assert lines(book) == [1, 3]
    book.dispose()


# --- many ---


async def test_while_many_write_without_end_nothing_piles_up(book: Engine, transactions: OneByOne) -> None:
    """One call for each piece did: a commit answers many, and as many come anew before the next call is looked at."""
    waiting: list[int] = []

    async def writer(first: int) -> None:
        for line in range(first, 1_600, 16):
            await transactions.do(book, write(line))
            waiting.append(transactions._thread._calls.qsize())

    async with asyncio.timeout(60):
        await asyncio.gather(*(writer(first) for first in range(16)))

    assert max(waiting) <= 1
    assert len(lines(book)) == 1_600


@pytest.mark.parametrize("fails", [False, True])
async def test_a_transaction_is_counted_before_it_is_answered(book: Engine, *, fails: bool) -> None:
    counted: list[bool] = []

    def observe(reads: bool, _: float) -> None:
        time.sleep(0.05)  # longer than the loop needs to answer
        counted.append(reads)

    transactions = OneByOne(observe)
    if fails:
        with pytest.raises(NotFound):
            await transactions.do(book, write_and_raise)
    else:
        await transactions.do(book, write(1))
    assert counted == [False]
    transactions.close()
