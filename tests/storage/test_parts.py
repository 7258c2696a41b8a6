"""The large tables divided by owner: the same book in every other way, from any revision, and under use."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, UniqueConstraint, create_engine, insert, make_url, text
from sqlalchemy.exc import IntegrityError

from budget.errors import LedgerUnavailable
from main import main
from storage import care
from storage.engine import make_engine
from storage.parts import PARTED, SCHEMA, parts_of
from storage.schema import EXPECTED, CantDivide, upgrade
from storage.tables import entries, messages, metadata
from tests.ledgers import BEGINNINGS, MONDAY, OWNER, Book, expense, slip
from tests.rows import read_everywhere, version_in, write_everywhere
from tests.servers import PARTS

pytest_plugins = ["tests.databases"]

ALL = {table.name: PARTS for table in PARTED}
WHOLE = {
    "budgets": "one row a chat; found by `forget_at`, too",
    "categories": "at most 100 rows a chat, and the database numbers them",
    "bills": "at most 50 rows a chat in use, and the database numbers them",
    "bill_rates": "a row for each price of a bill",
    "bill_decisions": "a row for each occurrence that somebody decided about",
    "limits": "a row for each change of a limit",
    "carries": "a row for each change of what is carried",
    "quiet_days": "at most one row a day",
    "spreads": "a row for each expense over several weeks: few",
    "imports": "a row for each file",
    "import_headings": "at most 20 rows a chat",
    "forget_requests": "one row a chat",
    "notifications": "one row a chat; found by its moment, too",
    "cards": "one row a chat; found by its moment, too",
    "offered_files": "rows live a day; found by their age, too",
    "share_links": "at most 70 rows a chat; found by the token's hash",
    "write_doors": "at most 60 rows a chat; found by the token's hash",
    "door_posts": "at most 1,000 rows a chat; found by their moment, too",
    "moves": "a row for each chat that moved; found by the chat",
    "waiting_updates": "rows live minutes; found by the bot",
    "duties": "of no chat",
    "schema_info": "of no chat",
    "bots": "of no chat",
    "suspects": "of no chat",
    "guests": "of no chat",
    "invitations": "of no chat",
    "admissions": "of no chat",
}
"""Why the other tables are whole."""


@pytest.fixture
def server(new_postgresql: Callable[[], str]) -> Iterator[Engine]:
    """A PostgreSQL database without tables."""
    engine = make_engine(new_postgresql())
    yield engine
    engine.dispose()


def url_of(engine: Engine) -> str:
    return engine.url.set(drivername="postgresql").render_as_string(hide_password=False)


def divided(engine: Engine) -> dict[str, int]:
    with engine.connect() as db:
        return parts_of(db)


def differences(db: Connection) -> Any:
    """Return how the tables differ from what is declared; PostgreSQL lets references point at each part, too."""

    def is_ours(one: Any, _name: str | None, kind: str, _reflected: bool, _to: object) -> bool:
        return kind != "foreign_key_constraint" or one.referred_table.schema is None

    return compare_metadata(MigrationContext.configure(db, opts={"include_object": is_ours}), metadata)


def test_of_every_table_it_is_said_whether_it_is_divided() -> None:
    assert ALL.keys() | WHOLE.keys() == metadata.tables.keys()
    assert ALL.keys().isdisjoint(WHOLE)


def test_the_owner_is_in_every_key_of_a_divided_table_and_first_in_its_indexes() -> None:
    for table in PARTED:
        keys: list[Any] = [table.primary_key, *table.indexes, *table.foreign_key_constraints]
        for key in (*keys, *(one for one in table.constraints if isinstance(one, UniqueConstraint))):
            assert next(iter(key.columns)).name == "owner", key


# Whatever it began with, a database is divided once it has the present revision: `test_schema` tries the way there from each.
@pytest.mark.parametrize("revision", ["0001", EXPECTED])
def test_from_every_revision_nothing_is_lost_where_tables_are_divided(server: Engine, revision: str) -> None:
    upgrade(url_of(server), revision)
    write_everywhere(server)
    before = read_everywhere(server)

    upgrade(url_of(server), parts=PARTS)

    assert divided(server) == ALL
    assert read_everywhere(server, before) == before
    with server.connect() as db:
        assert differences(db) == []


def test_references_and_keys_hold_in_a_divided_table(divided_url: str) -> None:
    engine = make_engine(divided_url)
    write_everywhere(engine)

    for wrong in (
        insert(entries).values(owner=OWNER, message=99, line=0, kind="expense", amount=1, day=MONDAY, category=7, note="",
                               working="", undone=False),  # of no message
        insert(entries).values(owner=OWNER, message=1, line=9, kind="expense", amount=1, day=MONDAY, category=8, note="",
                               working="", undone=False),  # of no category
        insert(entries).values(owner=OWNER, message=1, line=9, kind="expense", amount=0, day=MONDAY, category=7, note="",
                               working="", undone=False),  # of no amount
        insert(messages).values(owner=OWNER, message=1, author=1, edited_at=0, update_number=1, sent_at=text("now()")),
        messages.delete().where(messages.c.owner == OWNER, messages.c.message == 1),  # entries point at it
    ):  # fmt: skip
        with pytest.raises(IntegrityError), engine.begin() as db:
            db.execute(wrong)
    engine.dispose()


def test_what_one_chat_wrote_is_in_the_parts_of_one_number(divided_url: str) -> None:
    engine = make_engine(divided_url)
    write_everywhere(engine)

    with engine.connect() as db:
        found = {
            int(db.scalars(text(f"SELECT DISTINCT tableoid::regclass FROM {table.name} WHERE owner = {OWNER}")).one()
                .rpartition("_")[2])
            for table in PARTED
        }  # fmt: skip
    engine.dispose()
    assert len(found) == 1


def test_a_divided_book_takes_the_next_migration(server: Engine) -> None:
    upgrade(url_of(server), parts=PARTS)
    with server.begin() as db:  # as it was before 0025
        for column in ("was_weeks", "weeks"):
            db.execute(text(f"ALTER TABLE entry_changes DROP COLUMN {column}"))
        for column in ("freed_on", "freed_used", "freed"):
            db.execute(text(f"ALTER TABLE bills DROP COLUMN {column}"))
        db.execute(text("ALTER TABLE limits DROP COLUMN removed"))
        for table in ("entries", "entry_changes"):
            db.execute(text(f"ALTER TABLE {table} DROP COLUMN currency"))
        db.execute(text("UPDATE alembic_version SET version_num = '0024'"))

    upgrade(url_of(server))

    assert divided(server) == ALL
    with server.connect() as db:
        assert differences(db) == []


def test_a_large_table_that_a_migration_adds_is_divided_as_the_others_are(server: Engine) -> None:
    upgrade(url_of(server), parts=PARTS)
    with server.begin() as db:
        db.execute(text("CREATE TABLE whole (LIKE answers INCLUDING ALL)"))
        db.execute(text("DROP TABLE answers"))
        db.execute(text("ALTER TABLE whole RENAME TO answers"))
        db.execute(text("ALTER INDEX whole_owner_answer_idx RENAME TO ix_answers_owner_answer"))
    assert divided(server).keys() == ALL.keys() - {"answers"}

    upgrade(url_of(server))

    assert divided(server) == ALL


def test_dividing_that_was_broken_off_goes_on(server: Engine) -> None:
    upgrade(url_of(server))
    write_everywhere(server)
    before = read_everywhere(server)
    end = text(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%lessons%'"
    )
    with (
        ThreadPoolExecutor(1) as thread,
        server.connect() as other,
        server.connect().execution_options(isolation_level="AUTOCOMMIT") as watching,
    ):
        other.execute(text("LOCK TABLE lessons IN SHARE MODE"))  # as somebody who is at it for long
        dividing = thread.submit(upgrade, url_of(server), parts=PARTS)
        while not dividing.done() and not watching.execute(end).all():
            pass
        with pytest.raises(LedgerUnavailable):
            dividing.result()
    assert set(divided(server)) == {table.name for table in PARTED[: PARTED.index(metadata.tables["lessons"])]}
    assert read_everywhere(server) == before

    upgrade(url_of(server), parts=PARTS)

    assert divided(server) == ALL
    assert read_everywhere(server) == before


def test_of_programs_that_divide_at_once_each_table_is_divided_by_one(server: Engine) -> None:
    with ThreadPoolExecutor(3) as threads:
        assert list(threads.map(lambda _: upgrade(url_of(server), parts=PARTS), range(3))) == [EXPECTED] * 3

    assert divided(server) == ALL
    with server.connect() as db:
        assert differences(db) == []


async def test_a_book_is_divided_while_it_is_in_use(server: Engine) -> None:
    upgrade(url_of(server))
    async with Book(url_of(server)) as ledger:
        fun = (await ledger.open_budget(OWNER, BEGINNINGS)).categories[0].number
        for number in range(1, 8):  # often enough for the driver to prepare its statements
            await ledger.record(slip(number, expense(500, fun)))
        upgrade(url_of(server), parts=PARTS)
        for number in range(5, 11):
            await ledger.record(slip(number, expense(500, fun)))
        assert len(await ledger.recent(OWNER, 20)) == 10
    assert care.verify(url_of(server)) == (care.Sums(1, 10, (("USD", "expense", 5000),)), [])


async def test_a_book_is_copied_into_a_divided_database_and_out_of_it(
    sqlite_url: str, divided_url: str, tmp_path: Path
) -> None:
    engine = make_engine(sqlite_url)
    write_everywhere(engine)
    before = read_everywhere(engine)
    engine.dispose()

    async with Book(divided_url) as ledger:
        held = care.copy(sqlite_url, divided_url, lambda *_: None, batch=2)
        assert care.copy(sqlite_url, divided_url, lambda *_: None) == held
        fun = (await ledger.open_budget(1, BEGINNINGS)).categories[0].number
        assert fun > max(row["number"] for row in before["categories"])  # numbered on
        await ledger.record(slip(1, expense(500, fun), owner=1))
        await ledger.forget(1)
    assert care.backup(divided_url, tmp_path / "backup.db") == held
    copied = make_engine(f"sqlite:///{tmp_path}/backup.db")
    after = read_everywhere(copied)
    copied.dispose()
    assert {name: rows for name, rows in after.items() if name != "duties"} == {
        name: rows for name, rows in before.items() if name != "duties"
    }


def test_parts_are_refused_in_words(
    server: Engine, sqlite_url: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def migrated(url: str, number: int) -> str:
        monkeypatch.setenv("DATABASE_URL", url)
        assert main(["migrate", "--parts", str(number)]) == 1
        return capsys.readouterr().err

    assert "A SQLite file has no parts" in migrated(sqlite_url, 4)
    for number in (-1, 1, 257):
        assert "2 to 256 parts, or none" in migrated(url_of(server), number)
    assert version_in(server) is None
    monkeypatch.setenv("DATABASE_URL", url_of(server))
    assert main(["migrate", "--parts", "4"]) == 0
    assert main(["migrate"]) == 0
    assert divided(server) == ALL
    assert "has 4 parts. For another number copy it" in migrated(url_of(server), 8)


def test_the_doctor_knows_parts_and_a_pooler_without_time_limits(
    server: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def found(url: str) -> str:
        monkeypatch.setenv("DATABASE_URL", url)
        main(["doctor"])
        return capsys.readouterr().out

    monkeypatch.chdir(tmp_path)
    url = url_of(server)
    upgrade(url, parts=PARTS)
    assert (
        f"ok     database: it answers, and its schema is the program's; its large tables have {PARTS} parts"
        in found(url)
    )
    pooled = f"{url}&pgbouncer=true"
    assert "WRONG  database: behind the pooler no statement has a time limit" in found(pooled)
    with server.begin() as db:
        db.execute(text(f"ALTER DATABASE {server.url.database} SET lock_timeout = '5s'"))
    assert "ok     database" in found(pooled)


def test_who_may_make_no_schema_is_told(server: Engine) -> None:
    upgrade(url_of(server))
    with server.begin() as db:
        db.execute(text(f"CREATE ROLE no_schema_{PARTS} LOGIN"))
        for name in metadata.tables:
            db.execute(text(f"ALTER TABLE {name} OWNER TO no_schema_{PARTS}"))
        db.execute(text(f"GRANT ALL ON SCHEMA public TO no_schema_{PARTS}"))
        db.execute(text(f"GRANT SELECT ON alembic_version TO no_schema_{PARTS}"))
    poor = make_url(url_of(server)).set(username=f"no_schema_{PARTS}")

    with pytest.raises(CantDivide, match="GRANT CREATE ON DATABASE"):
        upgrade(poor, parts=PARTS)
    assert divided(server) == {}


def test_postgresql_lets_no_part_be_on_another_server(divided_url: str) -> None:
    """So a chat's part can move to another disk, and to another server by Citus, but not by postgres_fdw."""
    engine = create_engine(make_url(divided_url).set(drivername="postgresql+psycopg"))
    with engine.connect() as db:
        db.execute(text("CREATE FOREIGN DATA WRAPPER other"))
        db.execute(text("CREATE SERVER another FOREIGN DATA WRAPPER other"))
        db.execute(text(f"ALTER TABLE answers DETACH PARTITION {SCHEMA}.answers_0"))
        part = f"FOR VALUES WITH (MODULUS {PARTS}, REMAINDER 0) SERVER another"
        with pytest.raises(Exception, match="indexes that are unique"):
            db.execute(text(f"CREATE FOREIGN TABLE {SCHEMA}.far PARTITION OF answers {part}"))
    engine.dispose()
