"""Looking after a book: backup, restore, proof, and copies to another database."""

import sqlite3
import threading
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from budget.errors import LedgerUnavailable
from budget.sharing import Extent, NewLink
from storage import care
from storage.care import CareError
from storage.engine import make_engine
from storage.schema import SchemaError, upgrade
from storage.sql_ledger import SqlLedger
from storage.sql_shares import SqlShares
from tests.ledgers import BEGINNINGS, NOON, OWNER, expense, extra, number_of, paycheck, refund, slip, weeks
from tests.rows import Rows, read_everywhere, write_everywhere

if TYPE_CHECKING:
    from collections.abc import Callable

pytest_plugins = ["tests.databases"]


def quiet(_table: str, _done: int, _number: int) -> None:
    """Show no progress."""


async def fill(url: str, messages: int = 3) -> None:
    """Write into every table that the main job writes to."""
    async with SqlLedger(url) as ledger:
        budget = await ledger.open_budget(OWNER, BEGINNINGS)
        fun = budget.categories[0].number
        for n in range(1, messages + 1):
            await ledger.record(slip(n, expense(1250, fun, "tacos"), refund(250, fun)), weeks)
        await ledger.record(slip(9001, paycheck(150000), extra(4000)), weeks)
        await ledger.record(slip(9002, expense(99, fun)), weeks)
        await ledger.undo_latest(OWNER, 9003, weeks)
        await ledger.recategorise(OWNER, 1, 0, budget.categories[1].number, "tap", weeks)


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


async def test_a_backup_of_a_book_in_use_is_whole(sqlite_url: str, tmp_path: Path) -> None:
    await fill(sqlite_url)
    stop = threading.Event()

    def back_up() -> None:
        for n in range(10):
            care.backup(sqlite_url, tmp_path / f"{n}.db")
        stop.set()

    thread = threading.Thread(target=back_up)
    thread.start()
    async with SqlLedger(sqlite_url) as ledger:
        budget = await ledger.open_budget(OWNER, BEGINNINGS)
        message = 100
        while not stop.is_set():
            message += 1
            await ledger.record(slip(message, *[expense(1, budget.categories[0].number)] * 3), weeks)
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
        (lambda: care.backup("postgresql://bot:hunter2@db/budget", tmp_path / "copy.db"), "pg_dump"),
        (lambda: care.restore(tmp_path / "none.db", sqlite_url), "There is no file"),
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
    async with SqlLedger(sqlite_url) as ledger:
        budget = await ledger.open_budget(OWNER, BEGINNINGS)
        await ledger.record(slip(1, expense(1, budget.categories[0].number)), weeks)

    assert care.verify(sqlite_url)[1] == []


async def test_a_book_whose_summaries_would_differ_does_not_verify(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fill(sqlite_url)
    monkeypatch.setattr("storage.sql_ledger.sql.PAY_PERIOD", text("SELECT 'paycheck', 1 WHERE :owner_ <> 0"))
    monkeypatch.setattr("storage.care.sql.SPENT", text("SELECT 1 AS category, 1 AS spent WHERE :owner_ <> 0"))

    _, wrong = care.verify(sqlite_url)

    assert [line.split(":")[0] for line in wrong] == [
        f"chat {OWNER}, week of 2026-11-16",
        f"chat {OWNER}, pay period of 2026-11-16",
    ]


async def test_rows_that_point_at_nothing_do_not_verify(sqlite_url: str) -> None:
    await fill(sqlite_url)
    run(sqlite_url, "DELETE FROM messages WHERE message = 2")

    _, wrong = care.verify(sqlite_url)

    assert "table entries: a row points at nothing" in wrong


def test_an_older_schema_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match="run migrate"):
        care.verify(f"sqlite:///{tmp_path / 'new.db'}")


@pytest.fixture
def empty_url(new_url: str) -> str:
    """The address of a migrated database beside the one of ``sqlite_url``, once of each kind."""
    target = new_url.replace("budget.db", "other.db")
    upgrade(target)
    return target


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

    async with SqlLedger(empty_url) as ledger:
        await ledger.change(OWNER, BEGINNINGS, lambda sheet: sheet.add_category("cars", "Cars", 1))
        new = NewLink(OWNER, 2, NOON, Extent.FULL, NOON + timedelta(days=1), b"salt", "new")
        await SqlShares(ledger).add_link(new, most=5)

    numbers = [[row["number"] for row in rows_of(empty_url)[table]] for table in ("categories", "share_links")]
    assert numbers == [[7, 9, 10], [5, 6]]


async def test_a_copy_that_was_broken_off_is_resumed_and_is_what_the_book_is_by_then(
    sqlite_url: str, empty_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fill(sqlite_url, 30)
    run(sqlite_url, f"INSERT INTO questions VALUES ({OWNER}, 1, 5, '3 beers', '[]')")
    monkeypatch.setattr(care, "_BATCH", 7)

    def killed(table: str, done: int, _number: int) -> None:
        if table == "questions" and done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        care.copy(sqlite_url, empty_url, killed)
    run(sqlite_url, "DELETE FROM questions")
    async with SqlLedger(sqlite_url) as ledger:
        fun = await number_of(ledger, "fun")
        await ledger.record(slip(3, expense(1, fun), edited_at=1), weeks)
        await ledger.record(slip(777, expense(7, fun)), weeks)
    held = care.copy(sqlite_url, empty_url, quiet)
    again = care.copy(sqlite_url, empty_url, quiet)

    assert held == again == care.sums(sqlite_url)
    assert rows_of(empty_url) == rows_of(sqlite_url)
    assert care.verify(empty_url)[1] == []


async def test_a_book_that_is_in_use_is_not_copied_over(sqlite_url: str, empty_url: str) -> None:
    await fill(sqlite_url)
    care.copy(sqlite_url, empty_url, quiet)
    async with SqlLedger(empty_url) as ledger:
        await ledger.record(slip(777, expense(7, await number_of(ledger, "fun"))), weeks)
    before = rows_of(empty_url)

    with pytest.raises(CareError, match=r"holds a book already \(9 entries in 1 chats\), and stays as it is"):
        care.copy(sqlite_url, empty_url, quiet)

    assert rows_of(empty_url) == before


_LIKE_2 = "SELECT owner, 888, line, kind, amount, day, category, note, working, undone, taken_out_by FROM entries WHERE message = 2"


@pytest.mark.parametrize("table", ["messages", "entries"])
async def test_what_is_written_while_a_book_is_copied_is_said_and_copied_by_the_next(
    sqlite_url: str, empty_url: str, table: str
) -> None:
    await fill(sqlite_url)

    def write(copied: str, done: int, number: int) -> None:
        if copied == table and done == number:
            run(sqlite_url, f"INSERT INTO messages VALUES ({OWNER}, 888, 7, '2026-11-16', 0, 1)")
            run(sqlite_url, f"INSERT INTO entries {_LIKE_2}")

    with pytest.raises(CareError, match="something was written to the book meanwhile"):
        care.copy(sqlite_url, empty_url, write)
    held = care.copy(sqlite_url, empty_url, quiet)

    assert held == care.sums(sqlite_url)
    assert rows_of(empty_url) == rows_of(sqlite_url)
