"""Looking after a book: backup, restore, proof, and copies to another database."""

import asyncio
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import TextualSelect, column, text

from budget import acts
from budget.entry_changes import Actor
from budget.errors import LedgerUnavailable
from budget.keeping import done_by
from budget.share_links import Extent, NewLink
from storage import care, files
from storage.care import CareError
from storage.engine import Journal, make_engine, url_of
from storage.schema import SchemaError, upgrade
from storage.share_links import SqlShares
from tests.ledgers import BEGINNINGS, MONDAY, NOON, OWNER, Book, expense, extra, number_of, paycheck, refund, slip
from tests.rows import Rows, read_everywhere, write_everywhere

pytest_plugins = ["tests.databases"]
DATABASES = "sqlite", "postgresql", "divided"


def quiet(_table: str, _done: int, _number: int) -> None:
    """Show no progress."""


async def fill(url: str, messages: int = 3) -> None:
    """Write into every table that the main job writes to."""
    async with Book(url) as ledger:
        budget = await ledger.open_budget(OWNER, BEGINNINGS)
        fun = budget.categories[0].number
        for n in range(1, messages + 1):
            await ledger.record(slip(n, expense(1250, fun, "tacos"), refund(250, fun)))
        await ledger.record(slip(9001, paycheck(150000), extra(4000)))
        await ledger.record(slip(9002, expense(99, fun)))
        await ledger.undo_latest(OWNER, 9003)
        await ledger.recategorise(OWNER, 1, 0, budget.categories[1].number, "tap")


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def run(url: str, statement: str) -> None:
    engine = make_engine(url, foreign_keys=False)
    with engine.begin() as db:
        db.execute(text(statement))
    engine.dispose()


async def test_a_backup_holds_what_the_book_holds(sqlite_url: str, tmp_path: Path) -> None:
    await fill(sqlite_url)

    held = care.backup(sqlite_url, tmp_path / "copy.db")

    assert held.totals == (
        ("USD", "expense", 3750),
        ("USD", "extra", 4000),
        ("USD", "paycheck", 150000),
        ("USD", "refund", 750),
    )
    assert (held.chats, held.entries) == (1, 8)
    assert care.sums(f"sqlite:///{tmp_path / 'copy.db'}") == held


async def test_a_servers_book_becomes_a_file_and_a_file_a_servers_book(
    postgresql_url: str, new_postgresql: Callable[[], str], tmp_path: Path
) -> None:
    """So a book gets from any machine to any other, without tools of the database."""
    await fill(postgresql_url)
    held = care.backup(postgresql_url, tmp_path / "copy.db")
    assert (held.chats, held.entries) == (1, 8)
    assert (tmp_path / "copy.db").stat().st_mode & 0o077 == 0, "it is its owner's alone"

    assert care.verify(f"sqlite:///{tmp_path / 'copy.db'}") == (held, [])
    other = new_postgresql()
    assert care.restore(tmp_path / "copy.db", other) == (held, None)
    assert care.verify(other) == (held, [])
    async with Book(other) as ledger:
        await ledger.open_budget(OWNER + 1, BEGINNINGS)
    with pytest.raises(CareError, match="holds a book already"):
        care.restore(tmp_path / "copy.db", other)


async def test_a_folder_keeps_the_latest_backups_and_whatever_else_is_in_it(sqlite_url: str, tmp_path: Path) -> None:
    await fill(sqlite_url)
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / "budget-20200101T000000Z.txt").touch()
    (folder / "mine.db").touch()
    for hour in range(5):
        made, held = care.backup_into(sqlite_url, folder, datetime(2026, 11, 26, hour, 30, tzinfo=UTC), keep=3)
        assert care.moment_of(made.name) == datetime(2026, 11, 26, hour, 30, tzinfo=UTC)
        assert care.sums(f"sqlite:///{made}") == held

    assert [one.name for one in care.backups_in(folder)] == [f"budget-20261126T0{hour}3000Z.db" for hour in (4, 3, 2)]
    assert {"budget-20200101T000000Z.txt", "mine.db"} < {one.name for one in folder.iterdir()}


async def test_a_backup_of_a_clock_that_ran_ahead_costs_no_new_one(sqlite_url: str, tmp_path: Path) -> None:
    await fill(sqlite_url)
    folder = tmp_path / "backups"
    folder.mkdir()
    for name in ("budget-99991230T000000Z.db", "budget-99991231T000000Z.db", "budget-20269999T999999Z.db"):
        (folder / name).touch()
    (folder / "budget-20200101T000000Z.db").mkdir()

    made = [care.backup_into(sqlite_url, folder, datetime(2026, 11, 26, h, tzinfo=UTC), keep=2)[0] for h in range(3)]

    assert [one.exists() for one in made] == [False, True, True]
    assert len(list(folder.iterdir())) == 6


def test_a_backup_that_fails_deletes_no_other(tmp_path: Path) -> None:
    (tmp_path / "budget-20261126T003000Z.db").touch()
    with pytest.raises(CareError, match="There is no book"):
        care.backup_into(f"sqlite:///{tmp_path / 'none.db'}", tmp_path, datetime(2026, 11, 26, 1, tzinfo=UTC), keep=1)
    assert [one.name for one in care.backups_in(tmp_path)] == ["budget-20261126T003000Z.db"]


async def test_a_book_whose_bot_cannot_be_read_makes_room_among_nobodys_backups(
    sqlite_url: str, tmp_path: Path
) -> None:
    """Named by no bot for the moment, it deleted those that are."""
    await fill(sqlite_url)
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / "budget-20261126T003000Z.db").touch()
    with closing(sqlite3.connect(tmp_path / "budget.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LedgerUnavailable):
            care.first_bot(sqlite_url)
        with pytest.raises(LedgerUnavailable):
            care.backup_into(sqlite_url, folder, datetime(2026, 11, 26, 1, tzinfo=UTC), keep=1)
    assert [one.name for one in folder.iterdir()] == ["budget-20261126T003000Z.db"]


async def test_a_backup_of_a_book_in_use_is_whole(sqlite_url: str, tmp_path: Path) -> None:
    await fill(sqlite_url)
    stop = threading.Event()

    def back_up() -> None:
        for n in range(10):
            care.backup(sqlite_url, tmp_path / f"{n}.db")
        stop.set()

    thread = threading.Thread(target=back_up)
    thread.start()
    async with Book(sqlite_url) as ledger:
        budget = await ledger.open_budget(OWNER, BEGINNINGS)
        message = 100
        while not stop.is_set():
            message += 1
            await ledger.record(slip(message, *[expense(1, budget.categories[0].number)] * 3))
    thread.join()

    counts = [care.verify(f"sqlite:///{tmp_path / f'{n}.db'}") for n in range(10)]
    assert all(not wrong and (held.entries - 8) % 3 == 0 for held, wrong in counts), "no message is there by half"


async def test_a_restored_book_is_the_one_of_the_backup_and_the_former_is_kept(sqlite_url: str, tmp_path: Path) -> None:
    await fill(sqlite_url, 1)
    then = care.backup(sqlite_url, tmp_path / "copy.db")
    await fill(sqlite_url, 5)
    now = care.sums(sqlite_url)

    held, former = care.restore(tmp_path / "copy.db", sqlite_url)

    assert held == care.sums(sqlite_url) == then
    assert former is not None
    assert care.sums(f"sqlite:///{former}") == now


@pytest.mark.parametrize("name", ["what?.db", "a#b.db", "100%41.db", "ключ 1.db"])
async def test_a_backup_has_the_name_that_was_given(tmp_path: Path, migrated_file: Path, name: str) -> None:
    (tmp_path / "book").mkdir()
    shutil.copy(migrated_file, tmp_path / "book" / name)
    url = url_of(tmp_path / "book" / name).render_as_string()
    await fill(url)

    held = care.backup(url, tmp_path / name)
    restored, former = care.restore(tmp_path / name, url)

    assert (held.entries, restored) == (8, held)
    assert care.verify(url) == (held, [])
    assert names_in(tmp_path) == sorted(["book", name])
    assert former is not None
    assert names_in(tmp_path / "book") == sorted([name, former.name])


async def test_a_backup_is_made_of_a_book_of_any_revision(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'old.db'}"
    upgrade(url, "0003")

    assert care.backup(url, tmp_path / "copy.db").entries == 0


@pytest.mark.parametrize("journal", ["DELETE", "WAL"])
async def test_a_book_is_restored_while_it_is_open_and_nothing_that_was_written_is_lost(
    sqlite_url: str, tmp_path: Path, journal: Journal
) -> None:
    await fill(sqlite_url, 1)
    then = care.backup(sqlite_url, tmp_path / "copy.db")
    async with Book(sqlite_url, journal=journal) as ledger:
        fun = await number_of(ledger, "fun")
        for n in range(100, 400):  # pages enough that the backup is much smaller
            await ledger.record(slip(n, expense(1, fun, "x" * 200)))

        held, former = await asyncio.to_thread(care.restore, tmp_path / "copy.db", sqlite_url)

        assert {entry.message for entry in await ledger.recent(OWNER, 1000)} == {1, 9001}
        await ledger.record(slip(777, expense(7, fun)))
        await ledger.ready()
    assert held == then
    assert care.sums(sqlite_url).entries == then.entries + 1
    assert former is not None
    assert care.sums(url_of(former)).entries == then.entries + 300
    for path in (tmp_path / "budget.db", former):
        assert care.verify(url_of(path).render_as_string())[1] == []
    assert former.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("journal", ["DELETE", "WAL"])
async def test_pages_of_another_size_are_restored(sqlite_url: str, tmp_path: Path, journal: Journal) -> None:
    await fill(sqlite_url)
    care.backup(sqlite_url, tmp_path / "copy.db")
    with closing(sqlite3.connect(tmp_path / "budget.db", isolation_level=None)) as db:
        db.execute("PRAGMA page_size = 8192")
        db.execute("VACUUM")
    async with Book(sqlite_url, journal=journal) as ledger:
        await ledger.ready()

        held, _ = await asyncio.to_thread(care.restore, tmp_path / "copy.db", sqlite_url)

        await ledger.ready()
    assert care.verify(sqlite_url) == (held, [])


@pytest.mark.parametrize("journal", ["DELETE", "WAL"])
async def test_a_book_whose_lock_cannot_be_had_is_not_restored(
    sqlite_url: str, tmp_path: Path, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fill(sqlite_url)
    care.backup(sqlite_url, tmp_path / "copy.db")
    monkeypatch.setattr(files, "LOCK_TIMEOUT", 0.2)
    other = make_engine(sqlite_url, journal=journal)
    with other.begin() as db:
        db.execute(text("UPDATE budgets SET time_zone = 'Asia/Tokyo'"))

        with pytest.raises(CareError, match=r"reads or writes the book without a pause.*nothing was changed"):
            care.restore(tmp_path / "copy.db", sqlite_url)
    other.dispose()

    async with Book(sqlite_url) as ledger:
        budget = await ledger.budget(OWNER)
    assert budget is not None
    assert budget.time_zone == "Asia/Tokyo"
    assert names_in(tmp_path) == ["budget.db", "copy.db"]


async def test_a_book_that_is_read_without_an_end_is_not_restored_and_can_be_written(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fill(sqlite_url)
    care.backup(sqlite_url, tmp_path / "copy.db")
    monkeypatch.setattr(files, "LOCK_TIMEOUT", 0.2)
    monkeypatch.setattr(files, "_READERS_END", 0.1)
    with closing(sqlite3.connect(tmp_path / "budget.db", isolation_level=None)) as db:
        db.execute("BEGIN")
        db.execute("SELECT count(*) FROM entries").fetchone()

        with pytest.raises(CareError, match="nothing was changed"):
            care.restore(tmp_path / "copy.db", sqlite_url)

        db.execute("COMMIT")
    run(sqlite_url, "UPDATE budgets SET revision = 7")
    assert care.verify(sqlite_url)[1] == []


def pages_of(file: Path) -> bytes:
    """Return a file's content without its counters of changes (sqlite.org/fileformat.html: bytes 24 and 92 of the header)."""
    content = file.read_bytes()
    return content[:24] + content[28:92] + content[100:]


@pytest.mark.parametrize("journal", ["DELETE", "WAL"])
def test_on_a_full_disk_the_book_stays_as_it_was(tmp_path: Path, journal: Journal) -> None:
    def filled(name: str, journal: Journal, rows: int) -> Path:
        engine = make_engine(url_of(tmp_path / name), journal=journal)
        with engine.begin() as db:
            db.execute(text("CREATE TABLE book (line BLOB)"))
            db.execute(text("INSERT INTO book VALUES (zeroblob(:size))"), {"size": 100 * rows})
        engine.dispose()
        return tmp_path / name

    live, fresh = filled("live.db", journal, 1), filled("fresh.db", "DELETE", 1000)
    before = pages_of(live)
    program = (
        "import resource, signal, sqlite3, sys\n"
        "from pathlib import Path\n"
        "from storage.files import write_over\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"  # then writing fails, as on a full disk
        "resource.setrlimit(resource.RLIMIT_FSIZE, (60000, resource.RLIM_INFINITY))\n"
        "try:\n    write_over(*map(Path, sys.argv[1:]))\n"
        "except sqlite3.OperationalError as problem:\n    print(problem.sqlite_errorname)\n"
    )
    command = [sys.executable, "-c", program, str(live), str(fresh), str(tmp_path / "former.db")]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(files.__file__).parent.parent)

    assert ran.stdout.startswith(("SQLITE_IOERR", "SQLITE_FULL"))
    assert pages_of(live) == before
    with closing(sqlite3.connect(live)) as db:
        assert db.execute("SELECT length(line) FROM book").fetchall() == [(100,)]


STRANGE: list[tuple[str, str]] = [
    (
        "CREATE TRIGGER cheap AFTER INSERT ON entries BEGIN UPDATE entries SET amount = 1 WHERE amount = 50000; END",
        "it has what no book has: the trigger cheap",
    ),
    ("CREATE VIEW all_entries AS SELECT * FROM entries", "it has what no book has: the view all_entries"),
    ("CREATE TABLE extra (x)", "the program did not make: the table extra"),
    ("DROP TABLE lessons", "the program did not make: no table lessons"),
    ("ALTER TABLE entries ADD COLUMN extra", "the program did not make: other columns in the table entries"),
    (
        "ALTER TABLE entries ADD COLUMN extra AS (amount / 2)",
        "the program did not make: other columns in the table entries",
    ),
    ("CREATE UNIQUE INDEX one_each ON guests (invited_by)", "other indexes of the table guests"),
    ("DROP INDEX ix_entries_sums", "other indexes of the table entries"),
    ("UPDATE alembic_version SET version_num = '9999'", "The database has schema 9999; this program knows"),
    ("DELETE FROM alembic_version", "The database has schema none; this program knows"),
    ("DROP TABLE alembic_version", "is no book: it has none of its tables"),
    ("UPDATE entries SET amount = 12.5 WHERE line = 0", "a amount in entries is none"),
    ("UPDATE entries SET day = 'soon' WHERE line = 0", "a day in entries is none"),
    ("UPDATE messages SET sent_at = 'now'", "a sent_at in messages is none"),
    ("PRAGMA ignore_check_constraints = ON; UPDATE entries SET amount = -5", "CHECK constraint failed"),
    ("DELETE FROM budgets", "is damaged: table"),
]


@pytest.mark.parametrize(("change", "why"), STRANGE)
async def test_what_the_program_did_not_make_is_not_restored(
    sqlite_url: str, tmp_path: Path, change: str, why: str
) -> None:
    await fill(sqlite_url)
    care.backup(sqlite_url, tmp_path / "copy.db")
    with closing(sqlite3.connect(tmp_path / "copy.db")) as db:
        db.executescript(change)
    before = (tmp_path / "budget.db").read_bytes()

    with pytest.raises((CareError, SchemaError), match=why):
        care.restore(tmp_path / "copy.db", sqlite_url)

    assert (tmp_path / "budget.db").read_bytes() == before
    assert names_in(tmp_path) == ["budget.db", "copy.db"]


async def test_a_weaker_schema_than_the_programs_is_not_taken_over(sqlite_url: str, tmp_path: Path) -> None:
    await fill(sqlite_url)
    care.backup(sqlite_url, tmp_path / "copy.db")
    with closing(sqlite3.connect(tmp_path / "copy.db")) as db, db:
        db.execute("PRAGMA writable_schema = ON")
        db.execute("UPDATE sqlite_master SET sql = replace(sql, 'amount > 0', 'amount > -9999') WHERE name = 'entries'")

    care.restore(tmp_path / "copy.db", sqlite_url)

    with closing(sqlite3.connect(tmp_path / "budget.db")) as db, pytest.raises(sqlite3.IntegrityError):
        db.execute("UPDATE entries SET amount = -5")


@pytest.mark.parametrize("revision", ["0001", "0003", "0005"])
def test_a_backup_of_an_older_revision_is_brought_up_to_date(sqlite_url: str, tmp_path: Path, revision: str) -> None:
    old = f"sqlite:///{tmp_path / 'old.db'}"
    upgrade(old, revision)
    engine = make_engine(old)
    write_everywhere(engine)
    rows = read_everywhere(engine)
    engine.dispose()
    before = (tmp_path / "old.db").read_bytes()

    held, _ = care.restore(tmp_path / "old.db", sqlite_url)

    engine = make_engine(sqlite_url)
    assert read_everywhere(engine, rows) == rows
    engine.dispose()
    assert held.entries == 4
    assert care.sums(sqlite_url) == held
    assert (tmp_path / "old.db").read_bytes() == before


async def test_a_book_that_is_no_database_is_replaced_and_kept(sqlite_url: str, tmp_path: Path) -> None:
    await fill(sqlite_url)
    care.backup(sqlite_url, tmp_path / "copy.db")
    (tmp_path / "budget.db").write_bytes(b"no book at all" * 100)

    held, former = care.restore(tmp_path / "copy.db", sqlite_url)

    assert care.verify(sqlite_url) == (held, [])
    assert former is not None
    assert former.read_bytes() == b"no book at all" * 100


async def test_the_log_of_a_book_that_is_gone_is_not_played_into_the_restored_one(
    sqlite_url: str, tmp_path: Path
) -> None:
    await fill(sqlite_url)
    care.backup(sqlite_url, tmp_path / "copy.db")
    other = make_engine(sqlite_url, journal="WAL")
    with other.begin() as db:
        db.execute(text("DELETE FROM applied_acts"))
        db.execute(text("UPDATE entries SET amount = 1"))
    log = (tmp_path / "budget.db-wal").read_bytes()
    other.dispose()
    (tmp_path / "budget.db").unlink()
    (tmp_path / "budget.db-wal").write_bytes(log)

    held, former = care.restore(tmp_path / "copy.db", sqlite_url)

    assert care.verify(sqlite_url) == (held, [])
    assert former is None


async def test_who_is_let_in_is_told(sqlite_url: str) -> None:
    engine = make_engine(sqlite_url)
    write_everywhere(engine)
    engine.dispose()
    later = NOON + timedelta(days=1)
    async with Book(sqlite_url) as ledger:
        for n, extent in enumerate((Extent.FULL, Extent.TOTALS, Extent.TOTALS), 10):
            await SqlShares(ledger.database).add_link(
                NewLink(OWNER, n, NOON, extent, later, b"salt", f"hash{n}"), most=9
            )

    assert care.admitted(sqlite_url, NOON + timedelta(hours=1)) == care.Admitted(
        2, [2, 2**62 + 1], [("full", 1), ("totals", 2)], doors=1
    )
    assert care.admitted(sqlite_url, later, most=1) == care.Admitted(2, [2], [], doors=1)


async def test_a_book_is_restored_where_there_is_none(sqlite_url: str, tmp_path: Path) -> None:
    await fill(sqlite_url)
    care.backup(sqlite_url, tmp_path / "copy.db")

    held, former = care.restore(tmp_path / "copy.db", f"sqlite:///{tmp_path / 'new.db'}")

    assert (care.sums(f"sqlite:///{tmp_path / 'new.db'}"), former) == (held, None)


def test_what_cannot_be_backed_up_or_restored_is_said(sqlite_url: str, tmp_path: Path) -> None:
    (tmp_path / "taken.db").touch()
    (tmp_path / "junk.db").write_bytes(b"no book at all" * 100)
    none = f"sqlite:///{tmp_path / 'none.db'}"
    attempts: list[tuple[Callable[[], object], str]] = [
        (lambda: care.backup(sqlite_url, tmp_path / "taken.db"), "exists already"),
        (lambda: care.backup(none, tmp_path / "copy.db"), "There is no book"),
        (lambda: care.restore(tmp_path / "none.db", sqlite_url), "There is no file"),
        (lambda: care.restore(Path(sqlite_url.removeprefix("sqlite:///")), sqlite_url), "is the book itself"),
        (lambda: care.backup(sqlite_url, tmp_path / "nowhere" / "copy.db"), "nowhere.*: No such file or directory"),
        (lambda: care.restore(tmp_path / "junk.db", sqlite_url), "is no book"),
    ]
    for attempt, why in attempts:
        with pytest.raises(CareError, match=why):
            attempt()
    with pytest.raises(LedgerUnavailable, match="NOTADB"):
        care.backup(f"sqlite:///{tmp_path / 'junk.db'}", tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()


async def test_a_damaged_backup_is_not_restored(sqlite_url: str, tmp_path: Path) -> None:
    await fill(sqlite_url)
    care.backup(sqlite_url, tmp_path / "copy.db")
    with sqlite3.connect(tmp_path / "copy.db") as db:
        db.execute("DELETE FROM budgets")
    db.close()

    with pytest.raises(CareError, match="damaged"):
        care.restore(tmp_path / "copy.db", sqlite_url)
    assert care.sums(sqlite_url).entries == 8


async def test_a_sound_book_verifies(url: str) -> None:
    await fill(url)

    held, wrong = care.verify(url)

    assert (held.entries, wrong) == (8, [])


async def test_a_book_without_a_paycheck_verifies(sqlite_url: str) -> None:
    async with Book(sqlite_url) as ledger:
        budget = await ledger.open_budget(OWNER, BEGINNINGS)
        await ledger.record(slip(1, expense(1, budget.categories[0].number)))

    assert care.verify(sqlite_url)[1] == []


def _told(said: str, *columns: str) -> TextualSelect:
    return text(said).columns(*map(column, columns))


async def test_a_book_whose_summaries_would_differ_does_not_verify(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fill(sqlite_url)
    monkeypatch.setattr(
        "storage.sheet.sql.PAY_PERIOD",
        _told("SELECT 'paycheck' AS kind, 1 AS total WHERE :owner_ <> 0", "kind", "total"),
    )
    monkeypatch.setattr(
        "storage.statements.SPENT", _told("SELECT 1 AS category, 1 AS spent WHERE :owner_ <> 0", "category", "spent")
    )

    _, wrong = care.verify(sqlite_url)

    assert [line.split(":")[0] for line in wrong] == [
        f"chat {OWNER}, week of 2026-11-16",
        f"chat {OWNER}, pay period of 2026-11-16",
    ]


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("message = 77", "there is no entry 0 of message 77"),
        ("line = 7", "there is no entry 7 of message 1"),
        ("category = 404", "it names a category that the chat has not"),
        ("was_category = 404", "it names a category that the chat has not"),
    ],
)
async def test_a_history_of_other_entries_does_not_verify(url: str, damage: str, said: str) -> None:
    async with Book(url) as ledger:
        fun, other = (one.number for one in (await ledger.open_budget(OWNER, BEGINNINGS)).categories[:2])
        await ledger.record(slip(1, expense(1, fun)))
        act = done_by(Actor(7, "Ann", NOON), partial(acts.recategorise, line=0, category=other, act="tap"))
        await ledger.tap(OWNER, 1, act)
    assert care.verify(url)[1] == []
    run(url, f"UPDATE entry_changes SET {damage}")

    assert care.verify(url)[1] == [f"chat {OWNER}, change 1 of the history: {said}"]


async def test_rows_that_point_at_nothing_do_not_verify(sqlite_url: str) -> None:
    await fill(sqlite_url)
    run(sqlite_url, "DELETE FROM messages WHERE message = 2")

    _, wrong = care.verify(sqlite_url)

    assert "table entries: a row points at nothing" in wrong


async def test_whoever_writes_meanwhile_raises_no_false_alarm_and_does_not_wait(url: str) -> None:
    async with Book(url) as ledger:
        budget = await ledger.open_budget(OWNER, BEGINNINGS)
        fun = budget.categories[0].number
        for n in range(20):
            await ledger.record(slip(n, expense(1, fun), paycheck(5)))
        verifying = asyncio.get_running_loop().run_in_executor(None, lambda: [care.verify(url) for _ in range(4)])
        message = 100
        while not verifying.done():
            message += 1
            await ledger.record(slip(message, expense(1, fun), refund(1, fun), paycheck(3)))
        found = await verifying

    assert [wrong for _, wrong in found if wrong] == []
    assert [held.chats for held, _ in found] == [1] * 4


async def test_a_book_is_verified_while_another_holds_its_lock(url: str) -> None:
    await fill(url)
    other = make_engine(url)
    with other.begin() as db:
        db.execute(text("UPDATE budgets SET week_starts_on = 1"))
        held, wrong = await asyncio.to_thread(care.verify, url)
    other.dispose()

    assert (held.entries, wrong) == (8, [])


async def test_while_a_book_is_verified_others_write_without_waiting(url: str) -> None:
    await fill(url)
    written: list[int] = []

    def write(owner: int) -> None:
        engine = make_engine(url, timeout=5)
        with engine.begin() as db:
            db.execute(text("UPDATE entries SET amount = amount + 1"))
        engine.dispose()
        written.append(owner)

    assert care.verify(url, begun=write)[1] == []
    assert written == [OWNER]


async def test_a_verification_is_resumed_where_it_was_broken_off(url: str) -> None:
    async with Book(url) as ledger:
        for owner in (-7, 1, 2**40):
            budget = await ledger.open_budget(owner, BEGINNINGS)
            await ledger.record(slip(1, expense(5, budget.categories[0].number), owner=owner))
    begun: list[int] = []

    held, wrong = care.verify(url, 1, begun.append)

    assert begun == [1, 2**40]
    assert (held, wrong) == (care.Sums(2, 2, (("USD", "expense", 10),)), [])


async def test_a_book_is_verified_slice_by_slice(url: str) -> None:
    async with Book(url) as ledger:
        for owner in (-7, 1, 2**40):
            budget = await ledger.open_budget(owner, BEGINNINGS)
            await ledger.record(slip(1, expense(5, budget.categories[0].number), owner=owner))

        slices = [care.verify_a_slice(url, lambda: True) for _ in range(4)]
        await ledger.forget(1)
        slices += [care.verify_a_slice(url, enough) for enough in (lambda: False, lambda: False)]

    assert [(each.since, each.is_last) for each in slices] == [
        (None, False),
        (1, False),
        (2**40, True),
        (None, False),
        (1, True),
        (None, True),
    ]
    assert [each.held.entries for each in slices] == [1, 1, 1, 1, 1, 2]
    assert all(not each.wrong for each in slices)


async def test_what_is_wrong_is_told_at_once_and_only_so_much_of_it(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Book(sqlite_url) as ledger:
        budget = await ledger.open_budget(OWNER, BEGINNINGS)
        days = [MONDAY + timedelta(weeks=n) for n in range(150)]
        for n, day in enumerate(days):
            await ledger.record(slip(n, expense(1, budget.categories[0].number, day=day)))
    monkeypatch.setattr("storage.statements.SPENT", text("SELECT 1 AS category, 2 AS spent WHERE :owner_ <> 0"))
    told: list[str] = []

    _, wrong = care.verify(sqlite_url, told=told.append)

    assert told == wrong
    assert (len(wrong), wrong[-1]) == (101, "and more")


async def test_a_trigger_does_not_verify(sqlite_url: str) -> None:
    await fill(sqlite_url)
    run(sqlite_url, STRANGE[0][0])

    assert care.verify(sqlite_url)[1] == ["file: it has the trigger cheap, which no book has"]


async def test_what_a_killed_verification_left_behind_goes(sqlite_url: str, tmp_path: Path) -> None:
    for name, age in (("old", 2), ("new", 0)):
        (tmp_path / f".budget.db-care-{name}").mkdir()
        (tmp_path / f".budget.db-care-{name}" / "copy.db").touch()
        when = time.time() - age * 86_400
        os.utime(tmp_path / f".budget.db-care-{name}", (when, when))

    care.verify(sqlite_url)

    assert names_in(tmp_path) == [".budget.db-care-new", "budget.db"]


def test_an_older_schema_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match="run migrate"):
        care.verify(f"sqlite:///{tmp_path / 'new.db'}")


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, migrated_file: Path, tmp_path: Path) -> str:
    """The address of a migrated database beside the one of ``sqlite_url``, once of each kind."""
    return _another(request, request.param, migrated_file, tmp_path)


def _another(request: pytest.FixtureRequest, kind: str, migrated_file: Path, folder: Path) -> str:
    """Return the address of a migrated database of a kind beside those that there are."""
    if kind == "sqlite":
        shutil.copy(migrated_file, folder / "other.db")
        return f"sqlite:///{folder}/other.db"
    make: Callable[[], str] = request.getfixturevalue("migrated_copies")
    return make()


def rows_of(url: str) -> Rows:
    """Return all rows but those of duties, which stay where they are."""
    engine = make_engine(url)
    rows = read_everywhere(engine)
    engine.dispose()
    return rows | {"duties": []}


def test_a_book_moves_with_every_row_of_every_table(sqlite_url: str, empty_url: str) -> None:
    engine = make_engine(sqlite_url)
    write_everywhere(engine)
    engine.dispose()
    steps: list[tuple[str, int, int]] = []

    care.copy(sqlite_url, empty_url, lambda *step: steps.append(step))

    assert rows_of(empty_url) == rows_of(sqlite_url)
    assert ("entries", 0, 5) in steps
    assert ("entries", 5, 5) in steps


async def test_what_comes_after_a_move_is_numbered_on(sqlite_url: str, empty_url: str) -> None:
    engine = make_engine(sqlite_url)
    write_everywhere(engine)
    engine.dispose()
    care.copy(sqlite_url, empty_url, quiet)

    async with Book(empty_url) as ledger:
        await ledger.changed(OWNER, BEGINNINGS, lambda sheet: sheet.add_category("cars", "Cars", 1, MONDAY))
        new = NewLink(OWNER, 2, NOON, Extent.FULL, NOON + timedelta(days=1), b"salt", "new")
        await SqlShares(ledger.database).add_link(new, most=5)

    numbers = [[row["number"] for row in rows_of(empty_url)[table]] for table in ("categories", "share_links")]
    assert numbers == [[7, 9, 10], [5, 6]]


async def test_a_copy_that_was_broken_off_is_resumed_and_is_what_the_book_is_by_then(
    sqlite_url: str, empty_url: str
) -> None:
    await fill(sqlite_url, 30)
    run(sqlite_url, f"INSERT INTO questions VALUES ({OWNER}, 1, 5, '3 beers', '[]')")

    def killed(table: str, done: int, _number: int) -> None:
        if table == "questions" and done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        care.copy(sqlite_url, empty_url, killed, batch=7)
    run(sqlite_url, "DELETE FROM questions")
    async with Book(sqlite_url) as ledger:
        fun = await number_of(ledger, "fun")
        await ledger.record(slip(3, expense(1, fun), edited_at=1))
        await ledger.record(slip(777, expense(7, fun)))
    held = care.copy(sqlite_url, empty_url, quiet)
    again = care.copy(sqlite_url, empty_url, quiet)

    assert held == again == care.sums(sqlite_url)
    assert rows_of(empty_url) == rows_of(sqlite_url)
    assert care.verify(empty_url)[1] == []


async def test_a_book_that_is_in_use_is_not_copied_over(sqlite_url: str, empty_url: str) -> None:
    await fill(sqlite_url)
    care.copy(sqlite_url, empty_url, quiet)
    async with Book(empty_url) as ledger:
        await ledger.record(slip(777, expense(7, await number_of(ledger, "fun"))))
    before = rows_of(empty_url)

    with pytest.raises(CareError, match=r"holds a book already \(9 entries in 1 chats\), and stays as it is"):
        care.copy(sqlite_url, empty_url, quiet)

    assert rows_of(empty_url) == before


_LIKE_2 = (
    "SELECT owner, 888, line, kind, amount, day, category, note, working, undone, removed_by, currency FROM entries"
    " WHERE message = 2"
)


@pytest.mark.parametrize("table", ["messages", "entries"])
async def test_what_is_written_while_a_book_is_copied_is_said_and_copied_by_the_next(
    sqlite_url: str, empty_url: str, table: str
) -> None:
    await fill(sqlite_url)

    def write(copied: str, done: int, number: int) -> None:
        if copied == table and done == number:
            run(sqlite_url, f"INSERT INTO messages VALUES ({OWNER}, 888, 7, '2026-11-16', 0, 1, NULL, NULL)")
            run(sqlite_url, f"INSERT INTO entries {_LIKE_2}")

    with pytest.raises(CareError, match="something was written to the book meanwhile"):
        care.copy(sqlite_url, empty_url, write)
    held = care.copy(sqlite_url, empty_url, quiet)

    assert held == care.sums(sqlite_url)
    assert rows_of(empty_url) == rows_of(sqlite_url)


@pytest.fixture(params=["sqlite", "postgresql"])
def pair(request: pytest.FixtureRequest, migrated_file: Path, tmp_path: Path) -> tuple[str, str]:
    """The addresses of two migrated databases, one of each kind, either way round."""
    book: str = request.getfixturevalue(f"{request.param}_url")
    other = "postgresql" if request.param == "sqlite" else "sqlite"
    return book, _another(request, other, migrated_file, tmp_path)


SAME_SUMS = [
    "UPDATE entries SET note = 'changed' WHERE message = 2",
    "UPDATE entries SET day = '2026-11-17' WHERE message = 2",
    "UPDATE categories SET weekly_limit = 1",
    "UPDATE entries SET amount = 7500 - amount WHERE message IN (2, 3) AND kind = 'expense'",
]


@pytest.mark.parametrize("change", SAME_SUMS)
async def test_a_change_that_leaves_the_sums_as_they_are_is_no_success(pair: tuple[str, str], change: str) -> None:
    url, another_url = pair
    await fill(url)

    def write(table: str, done: int, number: int) -> None:
        if table == "questions" and done == number:  # entries and categories have been copied
            run(url, change)

    with pytest.raises(CareError, match="something was written to the book meanwhile"):
        care.copy(url, another_url, write)
    held = care.copy(url, another_url, quiet)

    assert held == care.sums(url)
    assert rows_of(another_url) == rows_of(url)


async def test_a_finished_copy_of_a_book_that_has_changed_since_is_no_success(pair: tuple[str, str]) -> None:
    url, another_url = pair
    await fill(url)
    care.copy(url, another_url, quiet)
    assert care.copy(url, another_url, quiet) == care.sums(url)
    run(url, SAME_SUMS[0])

    with pytest.raises(CareError, match="holds a book already"):
        care.copy(url, another_url, quiet)


async def test_a_row_that_does_not_arrive_as_it_was_is_no_success(sqlite_url: str, empty_url: str) -> None:
    await fill(sqlite_url)

    def write(table: str, done: int, number: int) -> None:
        if table == "entries" and done == number:
            run(empty_url, SAME_SUMS[0])

    with pytest.raises(CareError, match="something was written to the other database meanwhile"):
        care.copy(sqlite_url, empty_url, write)
    care.copy(sqlite_url, empty_url, quiet)
    assert rows_of(empty_url) == rows_of(sqlite_url)


async def test_what_the_other_database_cannot_hold_is_said(sqlite_url: str, postgresql_url: str) -> None:
    """A zero character in the name of an act ended the copy in a traceback."""
    await fill(sqlite_url)
    run(sqlite_url, "UPDATE applied_acts SET act = act || char(0)")
    with pytest.raises(CareError, match="a value that the other database can't hold"):
        care.copy(sqlite_url, postgresql_url, quiet)
    run(sqlite_url, "UPDATE applied_acts SET act = substr(act, 1, length(act))")
    assert care.copy(sqlite_url, postgresql_url, quiet) == care.sums(sqlite_url)


async def test_while_a_book_is_copied_others_write_without_waiting(pair: tuple[str, str]) -> None:
    url, another_url = pair
    await fill(url)
    written = 0

    def write(_table: str, _done: int, _number: int) -> None:
        nonlocal written
        engine = make_engine(url, timeout=5)
        with engine.begin() as db:
            db.execute(text("UPDATE budgets SET revision = revision + 1"))
        engine.dispose()
        written += 1

    with pytest.raises(CareError, match="something was written to the book meanwhile"):
        care.copy(url, another_url, write)
    assert written > 10
