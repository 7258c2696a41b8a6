"""Connections: what they are set to, what they say when the store is away, and that sums never touch the table."""

import asyncio
import re
import sqlite3
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, make_url, text
from sqlalchemy.exc import DBAPIError

from budget.errors import LedgerUnavailable
from storage import statements as sql
from storage.engine import (
    AT_MOST,
    CONNECTIONS,
    Journal,
    for_reading,
    make_engine,
    url_of,
    wal_is_safe,
    what_a_repeat_can_cure,
)
from tests.ledgers import BEGINNINGS, MONDAY, OWNER, WEEK, Book, expense, slip

pytest_plugins = ["tests.databases"]

NOBODY = "postgresql://budget:hunter2@127.0.0.1:1/budget"  # no one listens there


async def unavailable(url: str) -> str:
    """Return what the ledger says of a store that is away."""
    async with Book(url, timeout=0.1) as ledger:
        with pytest.raises(LedgerUnavailable) as caught:
            await ledger.open_budget(OWNER, BEGINNINGS)
    return str(caught.value)


def test_a_sqlite_file_is_set_up_to_keep_what_was_answered(sqlite_url: str) -> None:
    with make_engine(sqlite_url).connect() as db:
        settings = [db.scalar(text(f"PRAGMA {name}")) for name in ("synchronous", "foreign_keys", "busy_timeout")]
        journal = db.scalar(text("PRAGMA journal_mode"))

    assert settings == [2, 1, 5000]  # 2 is FULL
    assert journal == ("wal" if wal_is_safe(sqlite3.sqlite_version_info) else "delete")


@pytest.mark.parametrize("journal", ["WAL", "DELETE"])
def test_a_journal_can_be_asked_for_and_is_kept(tmp_path: Path, journal: Journal) -> None:
    for asked in (journal, "kept"):
        engine = make_engine(url_of(tmp_path / "book.db"), journal=asked)
        with for_reading(engine).connect() as db:
            assert db.scalar(text("PRAGMA journal_mode")) == journal.lower()
        engine.dispose()


@pytest.mark.parametrize("name", ["what?.db", "a#b.db", "100%41.db", "ключ 1.db", "a&b=c.db"])
def test_a_file_has_the_name_that_was_given(tmp_path: Path, name: str) -> None:
    engine = make_engine(url_of(tmp_path / name))
    with engine.begin() as db:
        db.execute(text("CREATE TABLE book (line INTEGER)"))
    engine.dispose()

    assert [path.name for path in tmp_path.iterdir() if not path.name.endswith(("-wal", "-shm"))] == [name]


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((4, 0, 0), True),
    ],
)
def test_wal_is_used_only_where_it_cannot_corrupt(version: tuple[int, int, int], safe: bool) -> None:
    assert wal_is_safe(version) is safe


def test_postgresql_gives_up_on_locks_and_endless_statements(postgresql_url: str) -> None:
    engine = make_engine(postgresql_url, timeout=2)
    with engine.connect() as db:
        assert [db.scalar(text(f"SHOW {name}")) for name in ("lock_timeout", "statement_timeout")] == ["2s", "4s"]
    engine.dispose()


def connections_to(engine: Engine) -> int:
    """Return how many others are connected to a server's database just now."""
    others = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    with engine.connect() as db:
        return int(db.scalar(text(others)) or 0)


@pytest.mark.parametrize("kept", [AT_MOST, 1, 0])
async def test_so_many_connections_to_a_server_are_kept(postgresql_url: str, kept: int) -> None:
    watcher = make_engine(postgresql_url, kept=0)
    async with Book(postgresql_url, kept=kept) as ledger:
        await asyncio.gather(*(ledger.open_budget(OWNER + n, BEGINNINGS) for n in range(CONNECTIONS)))
        async with asyncio.timeout(60):  # a server needs a moment to say goodbye
            while connections_to(watcher) > kept:  # noqa: ASYNC110 - another program can only be looked at
                await asyncio.sleep(0.02)
        assert (connections_to(watcher) > 0) is (kept > 0)
        assert await ledger.budget(OWNER) is not None


async def test_a_reader_does_not_wait_for_a_writer(url: str, engine: Engine) -> None:
    async with Book(url, timeout=60) as ledger:  # if it waited, it would be in vain
        await ledger.open_budget(OWNER, BEGINNINGS)
        with engine.begin() as db:
            db.execute(text("UPDATE budgets SET time_zone = 'Asia/Tokyo'"))
            budget = await ledger.budget(OWNER)
    assert budget is not None
    assert budget.time_zone == "UTC"


async def test_a_look_is_answered_while_all_writers_wait_for_a_lock(postgresql_url: str) -> None:
    other = make_engine(postgresql_url)
    async with Book(postgresql_url, timeout=60) as ledger:
        budget = await ledger.open_budget(OWNER, BEGINNINGS)
        slips = [slip(n, expense(1, budget.categories[0].number)) for n in range(2 * CONNECTIONS)]
        with other.begin() as db:
            db.execute(text("SELECT * FROM budgets FOR UPDATE"))
            waiting = [asyncio.ensure_future(ledger.record(each)) for each in slips]
            waits = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
            async with asyncio.timeout(60):
                while db.scalar(text(waits)) < CONNECTIONS:
                    db.execute(text("SELECT pg_stat_clear_snapshot()"))
                    await asyncio.sleep(0.01)
            assert await ledger.budget(OWNER) == budget
            await ledger.ready()
            assert not any(task.done() for task in waiting)

        await asyncio.gather(*waiting)
        assert len(await ledger.recent(OWNER, 100)) == len(slips)
    other.dispose()


async def test_a_look_at_a_server_cannot_write(postgresql_url: str) -> None:
    async with Book(postgresql_url) as ledger:
        with pytest.raises(LedgerUnavailable, match="25006"):
            await ledger.database.read(lambda db: db.execute(text("DELETE FROM budgets")))


async def test_a_locked_file_is_unavailable_until_it_is_free(sqlite_url: str) -> None:
    writer = make_engine(sqlite_url)
    with writer.begin():
        assert await unavailable(sqlite_url) == (
            "database: another program holds the file; end it, or wait (SQLITE_BUSY)"
        )
    writer.dispose()

    async with Book(sqlite_url) as ledger:
        await ledger.open_budget(OWNER, BEGINNINGS)


async def test_a_locked_budget_is_unavailable_until_it_is_free(postgresql_url: str) -> None:
    other = make_engine(postgresql_url)
    async with Book(postgresql_url) as ledger, Book(postgresql_url, timeout=2) as impatient:
        budget = await ledger.open_budget(OWNER, BEGINNINGS)
        said = slip(1, expense(1, budget.categories[0].number, "secret"))
        with other.begin() as db:
            db.execute(text("SELECT * FROM budgets FOR UPDATE"))
            with pytest.raises(LedgerUnavailable, match=r"^database: it can't be reached now \(55P03\)$"):
                await impatient.record(said)

        assert (await ledger.record(said)).entries
    other.dispose()


async def test_a_server_that_is_away_is_unavailable_and_keeps_the_secret() -> None:
    said = await unavailable(NOBODY)

    assert said == (
        "database: the server can't be reached; is it running, and is DATABASE_URL right? (OperationalError)"
    )


async def test_a_folder_that_is_not_there_is_unavailable(tmp_path: Path) -> None:
    assert await unavailable(f"sqlite:///{tmp_path}/nowhere/budget.db") == (
        "database: the file can't be opened; is its folder there, and may it be entered? (SQLITE_CANTOPEN)"
    )


async def test_a_server_that_was_replaced_is_unavailable(postgresql_url: str) -> None:
    admin = create_engine(make_url(postgresql_url).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    name = make_url(postgresql_url).database
    with admin.connect() as db:
        db.execute(text(f"ALTER DATABASE {name} SET default_transaction_read_only = on"))
        try:
            assert await unavailable(postgresql_url) == "database: it can't be reached now (25006)"
        finally:
            db.execute(text("SET default_transaction_read_only = off"))
            db.execute(text(f"ALTER DATABASE {name} RESET default_transaction_read_only"))
    admin.dispose()


async def test_a_connection_that_was_cut_is_made_anew(postgresql_url: str) -> None:
    admin = make_engine(postgresql_url)
    async with Book(postgresql_url) as ledger:
        await ledger.ready()
        with admin.begin() as db:
            others = "datname = current_database() AND pid <> pg_backend_pid()"
            db.execute(text(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}"))

        await ledger.open_budget(OWNER, BEGINNINGS)
    admin.dispose()


def test_no_free_connection_is_unavailable(sqlite_url: str) -> None:
    engine = make_engine(sqlite_url, timeout=0.1)
    with engine.connect(), pytest.raises(LedgerUnavailable, match="no connection is free"), what_a_repeat_can_cure():
        engine.connect()
    engine.dispose()


def test_a_mistake_in_a_statement_is_not_hidden_and_shows_no_values(engine: Engine) -> None:
    with pytest.raises(DBAPIError) as caught, what_a_repeat_can_cure(), engine.begin() as db:
        db.execute(text("SELECT :note FROM nowhere"), {"note": "a secret"})
    assert "a secret" not in str(caught.value)


_MANY = """INSERT INTO entries (owner, message, line, kind, amount, day, category, note, working, undone)
    SELECT :owner, n, 0, CASE WHEN n % 40 = 0 THEN 'paycheck' ELSE 'expense' END, 500, CAST(:day AS date) - n / 5,
    CASE WHEN n % 40 = 0 THEN NULL ELSE 1 + n % 4 END, '', '', FALSE FROM generate_series(1, 2000) AS n"""
"""With few rows any plan would do."""


def plan(engine: Engine, statement: object) -> str:
    """Return how the database carries out a sum."""
    values = {
        "owner_": OWNER,
        "today_": MONDAY,
        "start_": WEEK.start,
        "end_": WEEK.end,
        "never_": WEEK.end,
        "category_": 1,
    }
    compiled = statement.compile(dialect=engine.dialect, compile_kwargs={"render_postcompile": True})  # type: ignore[attr-defined]
    postgresql = engine.dialect.name == "postgresql"
    with engine.connect() as db:
        if postgresql:
            db.execute(
                text("SET LOCAL session_replication_role = replica")
            )  # the rows need no messages, and are rolled back
            db.execute(text(_MANY), {"owner": OWNER, "day": WEEK.start})
            db.execute(text("ANALYZE entries"))
            db.execute(text("SET LOCAL enable_seqscan = off"))
            db.execute(text("SET LOCAL enable_bitmapscan = off"))
        explained = ("EXPLAIN " if postgresql else "EXPLAIN QUERY PLAN ") + compiled.string
        bound = {name: values.get(name, value) for name, value in compiled.params.items()}
        plainly = {name: value.isoformat() if isinstance(value, date) else value for name, value in bound.items()}
        given = bound if postgresql else tuple(plainly[name] for name in compiled.positiontup)
        steps = "\n".join(str(row) for row in db.exec_driver_sql(explained, given))
        db.rollback()
        return steps


@pytest.mark.parametrize("name", ["SPENT", "SPENT_AND_TOLD", "SPENT_AND_TOLD_OF", "PAYDAYS", "PAY_PERIOD"])
def test_sums_read_the_index_and_never_the_table(engine: Engine, name: str) -> None:
    steps = plan(engine, getattr(sql, name))

    if engine.dialect.name == "sqlite":
        assert "USING COVERING INDEX ix_entries_sums" in steps
        assert "entries USING INDEX" not in steps
        assert "SCAN entries" not in steps
    else:
        assert re.search("Index Only Scan (Backward )?using ix_entries_sums", steps)
        assert not re.search("(Seq|Index) Scan [^)]*entries", steps)
