"""The schema: from nothing to what the program needs, once, and never back from a newer one."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from budget.errors import LedgerUnavailable
from storage.engine import make_engine
from storage.schema import EXPECTED, BrokenReferences, SchemaTooNew, schema_version, upgrade
from storage.sql_ledger import SqlLedger
from storage.tables import metadata
from tests.ledgers import BEGINNINGS, OWNER, expense, slip, weeks

pytest_plugins = ["tests.databases"]


def version_of(url: str) -> str | None:
    engine = make_engine(url)
    version = schema_version(engine)
    engine.dispose()
    return version


def run(url: str, statement: str) -> None:
    engine = make_engine(url, foreign_keys=False)
    with engine.begin() as db:
        db.execute(text(statement))
    engine.dispose()


def test_migrations_build_what_the_tables_declare(new_url: str) -> None:
    assert version_of(new_url) is None
    upgrade(new_url)
    engine = make_engine(new_url)

    with engine.connect() as db:
        assert compare_metadata(MigrationContext.configure(db), metadata) == []
    engine.dispose()


async def test_migrating_again_changes_nothing(url: str) -> None:
    async with SqlLedger(url) as ledger:
        budget = await ledger.open_budget(OWNER, BEGINNINGS)
        await ledger.record(slip(1, expense(1, budget.categories[0].number)), weeks)

        upgrade(url)

        assert await ledger.budget(OWNER) == budget
        assert len(await ledger.recent(OWNER, 10)) == 1


def test_of_programs_that_start_at_once_one_migrates(new_url: str) -> None:
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(upgrade, [new_url] * 4))

    assert version_of(new_url) == EXPECTED


async def test_a_newer_schema_is_refused_and_left_alone(new_url: str) -> None:
    upgrade(new_url)
    run(new_url, "UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(SchemaTooNew, match="9999"):
        upgrade(new_url)
    assert version_of(new_url) == "9999"


async def test_the_ledger_says_that_its_schema_is_missing_and_is_ready_once_it_is_there(new_url: str) -> None:
    async with SqlLedger(new_url) as ledger:
        for early in (ledger.ready(), ledger.open_budget(OWNER, BEGINNINGS), ledger.budget(OWNER)):
            with pytest.raises(LedgerUnavailable, match=f"^schema: it is missing, .* {EXPECTED}"):
                await early

        await asyncio.to_thread(upgrade, new_url)

        await ledger.ready()
        await ledger.open_budget(OWNER, BEGINNINGS)


async def test_readiness_names_the_database_that_is_away() -> None:
    async with SqlLedger("postgresql://budget:hunter2@127.0.0.1:1/budget") as ledger:
        with pytest.raises(LedgerUnavailable, match=r"^database: the server can't be reached;.* \(OperationalError\)$"):
            await ledger.ready()


def test_a_migration_that_would_leave_rows_pointing_at_nothing_changes_nothing(sqlite_url: str) -> None:
    run(sqlite_url, "INSERT INTO keywords VALUES (1, 'lost', 1)")
    run(sqlite_url, "DELETE FROM alembic_version")
    for table in reversed(metadata.sorted_tables):
        if table.name != "keywords":
            run(sqlite_url, f"DROP TABLE {table.name}")
    run(sqlite_url, "ALTER TABLE keywords RENAME TO older")

    with pytest.raises(BrokenReferences):
        upgrade(sqlite_url)
    assert version_of(sqlite_url) is None
