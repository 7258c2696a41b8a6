"""The schema: from nothing to what the program needs, once, and never back from a newer one."""

import asyncio
import json
import logging
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import select, text

from budget.errors import LedgerUnavailable
from storage import care, schema
from storage.engine import make_engine
from storage.schema import EXPECTED, BrokenReferences, SchemaError, SchemaTooNew, upgrade
from storage.schema_in_time import OutOfTime, upgrade_in_time
from storage.tables import metadata
from tests.ledgers import BEGINNINGS, OWNER, Book, expense, slip
from tests.rows import ROWS, read_everywhere, tables_of, version_in, write_everywhere
from tests.scale import LONG

pytest_plugins = ["tests.databases"]


def version_of(url: str) -> str | None:
    engine = make_engine(url)
    version = version_in(engine)
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


def test_migrations_in_time_are_a_transaction_each_and_go_on(new_postgresql: Callable[[], str]) -> None:
    """What was reached when the time is over stays; then nothing of the next one is done."""
    url = new_postgresql()
    upgrade(url, "0019")
    reached: list[str | None] = []

    def clock() -> float:
        reached.append(version_of(url))  # as others see it: what is committed
        return 0 if reached[-1] in {"0019", "0020"} else 99

    assert upgrade_in_time(url, 60, clock) == "0021"
    assert set(reached) == {"0019", "0020", "0021"}
    with pytest.raises(OutOfTime, match="The next migration takes longer than the 0 seconds that it may"):
        upgrade_in_time(url, -1)
    assert version_of(url) == "0021"
    assert upgrade_in_time(url, 600) == upgrade_in_time(url, 600) == EXPECTED
    run(url, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(SchemaTooNew):
        upgrade_in_time(url, 600)


def test_a_database_without_tables_is_migrated_in_one_transaction(new_postgresql: Callable[[], str]) -> None:
    url = new_postgresql()
    assert upgrade_in_time(url, 600) == EXPECTED
    assert version_of(url) == EXPECTED


async def test_migrating_again_changes_nothing(url: str) -> None:
    async with Book(url) as ledger:
        budget = await ledger.open_budget(OWNER, BEGINNINGS)
        await ledger.record(slip(1, expense(1, budget.categories[0].number)))

        upgrade(url)

        assert await ledger.budget(OWNER) == budget
        assert len(await ledger.recent(OWNER, 10)) == 1


def test_of_programs_that_start_at_once_one_migrates(new_url: str) -> None:
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(upgrade, [new_url] * 4))

    assert version_of(new_url) == EXPECTED


def newer(url: str, compatible_from: str | None) -> None:
    """Do what the migration of a later program does: add a table and a column, and say who may use it."""
    run(url, "UPDATE alembic_version SET version_num = '0999'")
    run(url, "CREATE TABLE envelopes (owner BIGINT, name VARCHAR)")
    run(url, "ALTER TABLE entries ADD COLUMN envelope VARCHAR")
    if compatible_from is not None:
        run(url, f"UPDATE schema_info SET revision = '0999', compatible_from = '{compatible_from}'")


@pytest.mark.parametrize("since", ["0001", EXPECTED])
async def test_a_newer_schema_that_says_so_is_used(new_url: str, since: str, caplog: pytest.LogCaptureFixture) -> None:
    upgrade(new_url)
    newer(new_url, since)

    with caplog.at_level(logging.WARNING):
        assert await asyncio.to_thread(upgrade, new_url) == "0999"

    assert [record.getMessage() for record in caplog.records if record.name == "storage.schema"] == [
        f"The database has schema 0999; this program is older ({EXPECTED}), and may use it"
    ]
    async with Book(new_url) as ledger:
        await ledger.ready()
        budget = await ledger.open_budget(OWNER, BEGINNINGS)
        await ledger.record(slip(1, expense(1250, budget.categories[0].number)))
        assert len(await ledger.recent(OWNER, 10)) == 1
    assert care.verify(new_url) == (care.Sums(1, 1, (("USD", "expense", 1250),)), [])
    with pytest.raises(SchemaError, match="schema 0999, and this program needs"):
        care.copy(new_url, new_url, lambda *_: None)  # it does not know all tables


@pytest.mark.parametrize("since", [None, "0999", "0998"])
async def test_a_newer_schema_that_does_not_say_so_is_refused_everywhere(new_url: str, since: str | None) -> None:
    upgrade(new_url)
    newer(new_url, since)

    with pytest.raises(SchemaTooNew, match=r"^The database has schema 0999; this program knows .* Run a newer one"):
        upgrade(new_url)
    with pytest.raises(SchemaError, match="use a newer program"):
        care.verify(new_url)
    async with Book(new_url) as ledger:
        with pytest.raises(LedgerUnavailable, match=f"^schema: it is 0999, and this program needs {EXPECTED}"):
            await ledger.ready()


async def test_what_a_newer_schema_has_renamed_can_be_done_once_the_program_is_newer(new_url: str) -> None:
    """A repeat cures it, so by webhook it is answered by 503."""
    upgrade(new_url)
    async with Book(new_url) as ledger:
        budget = await ledger.open_budget(OWNER, BEGINNINGS)
        newer(new_url, None)
        run(new_url, "ALTER TABLE entries RENAME TO bookings")
        with pytest.raises(LedgerUnavailable, match=f"^schema: it is 0999, and this program needs {EXPECTED}"):
            await ledger.record(slip(1, expense(1, budget.categories[0].number)))


def test_an_older_schema_is_brought_up_to_date_whoever_may_use_it(new_url: str) -> None:
    upgrade(new_url)
    run(new_url, "UPDATE schema_info SET revision = '0005', compatible_from = '0001'")
    run(new_url, "UPDATE alembic_version SET version_num = '0005'")
    engine = make_engine(new_url)

    with engine.connect() as db:
        assert not schema.may_use(db, "0005")
    engine.dispose()


def test_the_database_says_since_when_programs_may_use_it(url: str) -> None:
    engine = make_engine(url)
    with engine.connect() as db:
        row = db.execute(text("SELECT revision, compatible_from FROM schema_info")).one()
    engine.dispose()

    assert row == (EXPECTED, "0020")


async def test_a_newer_schema_is_refused_and_left_alone(new_url: str) -> None:
    upgrade(new_url)
    run(new_url, "UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(SchemaTooNew, match="9999"):
        upgrade(new_url)
    assert version_of(new_url) == "9999"


async def test_the_ledger_says_that_its_schema_is_missing_and_is_ready_once_it_is_there(new_url: str) -> None:
    async with Book(new_url) as ledger:
        for early in (ledger.ready(), ledger.open_budget(OWNER, BEGINNINGS), ledger.budget(OWNER)):
            with pytest.raises(LedgerUnavailable, match=f"^schema: it is missing, .* {EXPECTED}"):
                await early

        await asyncio.to_thread(upgrade, new_url)

        await ledger.ready()
        await ledger.open_budget(OWNER, BEGINNINGS)


async def test_readiness_names_the_database_that_is_away() -> None:
    async with Book("postgresql://budget:hunter2@127.0.0.1:1/budget") as ledger:
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


REVISIONS = [f"{number:04}" for number in range(1, int(EXPECTED))]


def beginnings() -> list[tuple[str, str]]:
    """The databases and revisions that are migrated from: all with CHAOS; else some of the old ones, and all of the newest.

    An old migration does not change any more. What meets all of them are the shared ways of altering a table, which differ most
    on SQLite.
    """
    every = [*REVISIONS, EXPECTED]
    return [
        (database, revision)
        for database, step in (("sqlite", 2), ("postgresql", 3))
        for revision in every
        if LONG or revision in {every[0], *every[-4:], *every[::-step]}
    ]


@pytest.mark.parametrize(("new_url", "revision"), beginnings(), indirect=["new_url"])
def test_from_every_revision_nothing_in_any_table_is_lost(new_url: str, revision: str) -> None:
    upgrade(new_url, revision)
    engine = make_engine(new_url)
    write_everywhere(engine)
    before = read_everywhere(engine)
    assert all(before.values()), "a table without rows proves nothing"

    upgrade(new_url)

    assert read_everywhere(engine, before) == before
    with engine.connect() as db:
        assert compare_metadata(MigrationContext.configure(db), metadata) == []
    engine.dispose()


def test_from_when_on_a_category_is_removed_is_noted_of_those_that_are(new_url: str) -> None:
    upgrade(new_url, "0026")
    engine = make_engine(new_url)
    write_everywhere(engine)

    upgrade(new_url)

    with engine.connect() as db:
        marks = {(row.category, row.amount == 0): row.removed for row in db.execute(select(metadata.tables["limits"]))}
    assert marks == {(7, False): False, (9, True): True}
    engine.dispose()


def test_every_revision_is_among_those_tried(sqlite_url: str) -> None:
    scripts = Path(schema.__file__).parent / "migrations" / "versions"
    assert sorted(path.name[:4] for path in scripts.glob("0*.py")) == [*REVISIONS, EXPECTED]
    engine = make_engine(sqlite_url)
    with engine.connect() as db:
        assert {table.name for table in tables_of(db)} == set(ROWS)
    engine.dispose()


# All steps are one transaction, so that statements next to each other differ little: each is met with CHAOS, and of those that
# follow the first revision one in 24 always.
_EVERY = 1 if LONG else 24


@pytest.mark.parametrize("revision", [None, *REVISIONS] if LONG else REVISIONS[:1])
async def test_wherever_a_migration_is_killed_the_database_is_the_old_one_or_the_new(
    new_url: str, revision: str | None, tmp_path: Path
) -> None:
    """A program of its own does it: it forks for each statement."""
    program = [sys.executable, "-m", "tests.storage.crashing_migrations"]
    program += [new_url, revision or "", str(tmp_path), str(_EVERY)]
    process = await asyncio.create_subprocess_exec(*program, cwd=Path(__file__).parent.parent.parent, stdout=-1)
    output, _ = await process.communicate()
    assert process.returncode == 0

    names, *points = (json.loads(line) for line in output.splitlines())
    assert len(points) >= len(names) // _EVERY
    assert [point for point in points if point["found"] not in {"old", "new"} or not point["well"]] == []
    if revision in {None, *REVISIONS[:1]}:  # from a later one fewer steps are taken
        met = {name.partition(" ")[2].split("(")[0].strip() for name in names}
        assert {
            "CREATE TABLE duties",
            "INSERT INTO answers",
            "DROP TABLE receipts",
            "UPDATE alembic_version SET version_num='0009' WHERE alembic_version.version_num = '0008'",
        } <= met
    assert {point["found"] for point in points} == {"old", "new"}


def test_a_sqlite_file_is_backed_up_before_its_schema_changes(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    url = f"sqlite:///{tmp_path}/budget.db"
    upgrade(url, "0003")
    engine = make_engine(url)
    write_everywhere(engine)
    before = read_everywhere(engine)
    engine.dispose()

    with caplog.at_level(logging.INFO):
        upgrade(url)
        upgrade(url)

    kept = tmp_path / f"budget-before-{EXPECTED}.db"
    assert [record.getMessage() for record in caplog.records if record.name == "storage.schema"] == [
        f"The book gets schema {EXPECTED}; as it was, it is kept in {kept}"
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"budget-before-{EXPECTED}.db", "budget.db"]
    engine = make_engine(f"sqlite:///{kept}")
    assert (version_in(engine), read_everywhere(engine)) == ("0003", before)
    engine.dispose()


def test_where_it_cannot_be_backed_up_nothing_changes(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/budget.db"
    upgrade(url, "0003")
    (tmp_path / f"budget-before-{EXPECTED}.db").mkdir()
    (tmp_path / f"budget-before-{EXPECTED}.db" / "full").touch()

    with pytest.raises(
        LedgerUnavailable, match="before its schema changes the book is backed up, and that fails: Is a"
    ):
        upgrade(url)

    assert version_of(url) == "0003"
    assert not (tmp_path / f"budget-before-{EXPECTED}.db.unfinished").exists()


def test_on_a_full_disk_nothing_changes(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/budget.db"
    upgrade(url, "0003")
    program = (
        "import resource, signal, sys\n"
        "from budget.errors import LedgerUnavailable\n"
        "from storage.schema import upgrade\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"  # then writing fails, as on a full disk
        "resource.setrlimit(resource.RLIMIT_FSIZE, (8192, resource.RLIM_INFINITY))\n"
        "try:\n    upgrade(sys.argv[1])\n"
        "except LedgerUnavailable as problem:\n    print(problem)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, url],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(schema.__file__).parent.parent,
    )

    assert ran.stdout.startswith("before its schema changes the book is backed up, and that fails: the disk")
    assert version_of(url) == "0003"
    assert [path.name for path in tmp_path.iterdir()] == ["budget.db"]
