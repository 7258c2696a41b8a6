"""Files in and out, through the front door: what is undone can be restored, and many at once stay few in memory."""

import asyncio
import sqlite3
import tempfile
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import closing, contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from sqlalchemy.dialects import sqlite

from bot.telegram.delivery import to_send
from budget import undoing
from budget.bookkeeper import (
    MOST_LONG,
    MOST_SHORT,
    Bookkeeper,
    Message,
    Receipt,
)
from budget.budgets import Beginnings, Budget
from budget.errors import NotFound, Refused, Why
from budget.exporting import MOST_EXPORTS
from budget.importing import MOST_IMPORTS, Importer
from budget.ledger import BudgetView, MessageTransaction, WholeView
from budget.looks import Unopened
from budget.periods import Days, week_of
from budget.states import Version
from storage.offers import SqlOffers
from storage.statements import ENTRIES_AFTER
from tests.chat import Say
from tests.ledgers import BEGINNINGS, NOON, OWNER, Book

pytest_plugins = ["tests.databases"]

ROWS = 5000

_T = TypeVar("_T")


def table_of(rows: int) -> str:
    return "day,amount,category\n" + "2026-11-22,1.00,fun\n" * rows


def total(say: Say) -> str:
    return say.sums().splitlines()[-1]


@pytest.mark.parametrize("rows", [1, 2, 3, 19, 20, 21, 100])
def test_an_import_of_any_length_is_undone_and_restored_by_a_tap(say: Say, rows: int) -> None:
    say.import_(table_of(rows))

    say.tap("Undo" if rows == 1 else "Undo all")
    assert total(say).startswith("Total: $0.00")
    say.tap_data("u:1:*", "again")
    say.tap("Restore" if rows == 1 else "Restore all")
    assert total(say).startswith(f"Total: ${rows}.00")
    assert say.tap_data("u:1:*", "once more")
    assert any(label.startswith("Restore") for label in say.buttons)


@pytest.mark.parametrize("rows", [2, 20, 21, 100])
def test_an_import_that_is_undone_in_part_says_so_and_offers_both_ways(say: Say, rows: int) -> None:
    say.import_(table_of(rows))
    said = say.tap_data("u:1:0", "one")

    assert "undone" in said
    if rows > 20:
        assert said.startswith(f"{rows} imported entries, Sun 22 Nov: {rows - 1} are recorded, 1 undone.")
        assert say.buttons == ["Undo all", "Restore all"]
        say.tap("Restore all")
    else:
        say.tap("Restore 1")
    assert total(say).startswith(f"Total: ${rows}.00")


def test_lines_of_a_message_are_restored_together_but_not_those_that_an_edit_took_out(say: Say) -> None:
    say("1 fun a\n2 fun b\n3 fun c\n4 fun d")
    say.edit("1 fun a\n2 fun b")
    assert "Restore all" not in say.buttons, "it would bring nothing back"

    say.tap("Undo all")
    assert total(say).startswith("Total: $0.00")
    say.tap_data("u:1:*", "again")
    say.tap("Restore all")
    assert total(say).startswith("Total: $3.00")


def test_the_caption_of_an_import_corrects_none_of_its_entries(say: Say) -> None:
    say.import_(table_of(30))

    assert say.edit("5 fun", number=1).startswith("30 imported entries")
    assert total(say).startswith("Total: $30.00")


def test_an_edited_caption_that_still_says_import_records_nothing_more(say: Say) -> None:
    say.import_(table_of(3))
    message = Message(say.owner, 1, say.owner, "/import please", say.now, table=table_of(3))
    say.reply = say.runner.run(say.app.bot.said(message))

    assert not any(label.startswith("Record") for label in say.buttons)
    assert total(say).startswith("Total: $3.00")


@pytest.mark.slow
def test_an_import_over_many_weeks_tells_of_this_week_alone(say: Say) -> None:
    days = [date(2026, 11, 22) - timedelta(weeks=n) for n in range(600)]
    said = say.import_("day,amount,category\n" + "".join(f"{day},999,fun\n" for day in days))

    assert said.count("\n") == 2
    assert "$849.00 over $150 · Fun" in said
    assert say.tap("Undo all").count("\n") == 1


@pytest.mark.parametrize("weeks", [40, 41])
def test_an_act_on_an_import_adds_up_the_latest_forty_weeks(say: Say, weeks: int) -> None:
    days = [date(2026, 11, 22) - timedelta(weeks=n) for n in range(weeks)]
    say.import_("day,amount,category\n" + "".join(f"{day},9,fun\n" for day in days), number=5)

    undo = say.app.bookkeeper.tap(say.owner, 5, say.now, lambda tx: undoing.set_undone(tx, None, "tap 7", undone=True))
    standings = say.runner.run(undo).state.standings

    assert sorted(one.week.start for one in standings) == sorted(week_of(day, 0).start for day in days[:40])


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "This file is PNG, which I can't read."),
        (b"day,amount,amount\n", "I need a table"),
        (
            b"day,amount\n2026-11-22,-1\n" + b"\n" * 6000,
            "There are more than 5,000 rows, the most that I take at a time.",
        ),
    ],
)
def test_a_file_is_refused_in_a_sentence(say: Say, table: bytes, said: str) -> None:
    assert said in say.file(table)
    assert say.buttons == []


def test_an_export_that_is_too_large_is_refused_kindly_and_one_at_the_bound_is_not(say: Say) -> None:
    say.import_(table_of(ROWS))
    bookkeeper = say.app.bookkeeper
    file, count = say.runner.run(bookkeeper.export(say.owner))
    size = file.seek(0, 2)

    assert count == ROWS
    assert say.runner.run(bookkeeper.export(say.owner, size))[1] == ROWS
    with pytest.raises(Refused) as refused:
        say.runner.run(bookkeeper.export(say.owner, size - 1))
    assert refused.value.why is Why.LARGE_EXPORT
    assert say("/export") == "All your entries: 5,000 rows.", "the next one is not thought to be under way"


def test_the_pages_of_an_export_are_found_by_the_key_and_not_by_all_that_stands_before(
    say: Say, tmp_path: Path
) -> None:
    say("5 fun")
    statement = str(ENTRIES_AFTER.compile(dialect=sqlite.dialect()))
    with closing(sqlite3.connect(tmp_path / "budget.db")) as db:
        plan = db.execute(f"EXPLAIN QUERY PLAN {statement}", (say.owner, 1, 0, 1000, 0)).fetchall()

    assert any("owner=? AND (message,line)>(?,?)" in row[-1] for row in plan)


def test_a_document_is_sent_from_its_beginning_as_often_as_it_takes(say: Say) -> None:
    say.import_(table_of(3))
    say("/export")
    assert say.reply is not None
    assert say.reply.document is not None
    before = say.reply.document.content

    (call,) = to_send(say.reply, 1, None)
    assert not call.fits_an_answer
    assert call.params["document"].read() == b"", "it was read to its end"
    assert say.reply.document.content == before


# --- many at once ---------------------------------------------------------------------------------------------------------


class SlowLedger(Book):
    """A ledger that writes down and leafs only once it is let go, and counts how many wait for it."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.go = asyncio.Event()
        self.come = asyncio.Semaphore(0)
        self.waiting = 0
        self.most = 0
        self.tried: set[tuple[int, int]] = set()
        self.again = 0
        self.whole = 0
        """How many at most were done once more at the same time, because a message was long."""

    async def _wait(self) -> None:
        self.waiting += 1
        self.most = max(self.most, self.waiting)
        self.come.release()
        await self.go.wait()
        self.waiting -= 1

    async def until_waiting(self, number: int) -> None:
        """Return once so many have come, and others have had time to come after them."""
        async with asyncio.timeout(60):
            for _ in range(number):
                await self.come.acquire()
        await asyncio.sleep(0.1)

    async def write(
        self,
        owner: int,
        number: int,
        act: Callable[[MessageTransaction], _T],
        beginnings: Beginnings | None = None,
        unless: Callable[[Budget], _T | None] | None = None,
    ) -> _T:
        await self._wait()
        with self._counted(owner, number):
            return await super().write(owner, number, act, beginnings, unless)

    async def tap(self, owner: int, message: int, act: Callable[[MessageTransaction], _T]) -> _T:
        await self._wait()
        with self._counted(owner, message):
            return await super().tap(owner, message, act)

    @contextmanager
    def _counted(self, owner: int, number: int) -> Iterator[None]:
        again = (owner, number) in self.tried
        self.tried.add((owner, number))
        self.again += again
        self.whole = max(self.whole, self.again)
        try:
            yield
        finally:
            self.again -= again

    async def read(
        self, owner: int, look: Callable[[BudgetView], _T], *, closed: bool = False, long: bool = False
    ) -> _T | None:
        await self._wait()
        return await super().read(owner, look, closed=closed, long=long)

    async def snapshot(self, owner: int, look: Callable[[WholeView], _T], *, closed: bool = False) -> _T | None:
        await self._wait()
        return await super().snapshot(owner, look, closed=closed)


@pytest.fixture
async def slow(sqlite_url: str) -> AsyncIterator[SlowLedger]:
    async with SlowLedger(sqlite_url) as slow:
        yield slow


TABLE = b"day,kind,amount,currency,category,note\n2026-11-16,expense,1,,,\n"


async def test_one_file_is_read_at_a_time_and_all_are_recorded(
    slow: SlowLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    bookkeeper = Bookkeeper(slow, BEGINNINGS)
    importer = Importer(bookkeeper, slow, SqlOffers(slow.database))
    message = [Message(OWNER - n, 1, 7, "/import", NOON) for n in range(10)]
    for one in message:
        await bookkeeper.budget(one.owner)
    jobs = [asyncio.create_task(importer.record(one, TABLE)) for one in message]
    await slow.until_waiting(MOST_IMPORTS)
    assert slow.most == MOST_IMPORTS == 1
    books: list[int] = []

    def read(_: bytes, owner: int, *_rest: object) -> None:
        books.append(owner)
        raise NotFound("a book")

    monkeypatch.setattr("budget.restoring.read", read)
    book = asyncio.create_task(importer.books.restore(OWNER - 10, 1, b"{}", NOON))
    await asyncio.sleep(0.05)
    assert books == [], "a whole book waits for its turn, as any file"
    slow.go.set()
    receipts = await asyncio.gather(*jobs)
    with pytest.raises(NotFound):
        await book
    assert books == [OWNER - 10]

    assert [len(one.state.entries) for one in receipts if isinstance(one, Receipt)] == [1] * 10
    assert slow.most == MOST_IMPORTS


@pytest.mark.slow
@pytest.mark.parametrize("rows", [MOST_SHORT - 1, MOST_SHORT + 1])
@pytest.mark.parametrize("act", ["undo", "/undo", "edit"])
async def test_two_imports_are_acted_upon_at_a_time_and_short_messages_at_once(
    slow: SlowLedger, act: str, rows: int
) -> None:
    """An import holds 5,000 entries: forty that were undone at once took 120 MiB."""
    desk, owners = Bookkeeper(slow, BEGINNINGS), range(1, 41)
    importer = Importer(desk, slow, SqlOffers(slow.database))
    slow.go.set()
    heading, row = TABLE.splitlines(keepends=True)
    for owner in owners:
        await desk.budget(owner)
        await importer.record(Message(owner, 1, 7, "/import", NOON), heading + row * rows)
    slow.go.clear()
    slow.most, slow.come, slow.tried = 0, asyncio.Semaphore(0), set()

    def acted(owner: int) -> Coroutine[None, None, Receipt]:
        match act:
            case "undo":
                return desk.tap(owner, 1, NOON, lambda tx: undoing.set_undone(tx, None, "tap", undone=True))
            case "/undo":
                return desk.undo_latest(owner, 2, NOON)
            case _:
                return desk.record(Message(owner, 1, 7, "5 fun", NOON, Version(1, 2)))

    jobs = [asyncio.create_task(acted(owner)) for owner in owners]
    await slow.until_waiting(40)
    assert slow.most == 40, "whether it is long is seen when it is read"
    slow.go.set()
    assert len(await asyncio.gather(*jobs)) == 40
    assert slow.whole == (MOST_LONG if rows > MOST_SHORT else 0)


async def test_a_chat_has_one_export_at_a_time_and_two_chats_have_theirs(slow: SlowLedger) -> None:
    bookkeeper = Bookkeeper(slow, BEGINNINGS)
    for n in range(5):
        await bookkeeper.budget(OWNER - n)
    jobs = [asyncio.create_task(bookkeeper.export(OWNER - n)) for n in range(5)]
    await asyncio.sleep(0)
    for _ in range(20):
        with pytest.raises(Refused) as refused:
            await bookkeeper.export(OWNER)
        assert refused.value.why is Why.EXPORTING
    await slow.until_waiting(MOST_EXPORTS)
    assert slow.most == MOST_EXPORTS == 2
    slow.go.set()
    await asyncio.gather(*jobs)

    assert (await bookkeeper.export(OWNER))[1] == 0


async def test_a_table_read_in_one_currency_is_not_recorded_in_another(slow: SlowLedger) -> None:
    bookkeeper = Bookkeeper(slow, BEGINNINGS)
    message = Message(OWNER, 1, 7, "/import", NOON)
    importer = Importer(bookkeeper, slow, SqlOffers(slow.database))
    await bookkeeper.budget(OWNER)
    job = asyncio.create_task(importer.record(message, TABLE.replace(b",1,", b",12,")))
    await slow.until_waiting(1)
    await bookkeeper.change_settings(OWNER, currency="JPY")
    slow.go.set()
    receipt = await job

    assert isinstance(receipt, Receipt)
    assert receipt.budget.money.currency.code == "JPY"
    assert [one.entry.amount for one in receipt.state.entries] == [12], "twelve yen, not 1,200 cents"


def test_an_export_without_room_on_the_disk_is_refused_kindly(
    say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    say.import_(table_of(ROWS))
    monkeypatch.setattr("budget.exporting.IN_MEMORY", 1000)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))  # as a full disk: the file can't be made

    with pytest.raises(Refused) as refused:
        say.runner.run(say.app.bookkeeper.export(say.owner))
    assert refused.value.why is Why.NO_ROOM


@pytest.mark.parametrize("closed", [True, False])
def test_a_chat_without_a_budget_has_nothing_to_hand_out(say: Say, *, closed: bool) -> None:
    file, count = say.runner.run(say.app.bookkeeper.export(say.owner, closed=closed))
    assert (file.read(), count) == (b"", 0)
    with pytest.raises(NotFound):  # none was opened
        say.runner.run(say.app.bookkeeper.budget_of_tap(say.owner))


def test_a_budget_that_was_not_opened_holds_nothing(say: Say) -> None:
    view = Unopened(say.runner.run(say.app.bookkeeper.budget(say.owner)))
    assert view.first_day() is None
    week = week_of(say.now.date(), 0)

    assert [view.recent(5), view.entries_in(week, 5), view.entries_after(0, 0, 5)] == [(), (), ()]
    assert view.expenses_of(1, Days(week.start, week.end), range(100), 5) == ()
    assert view.day_sums(week.start, week.end) == ()
    assert view.taught(["tea"]) == {}
    days = Days(week.start, week.end)
    assert (view.imported_in(days, []), view.typed_in(days, 5), view.heading_answers("x"), view.imports(5)) == (
        (),
        (),
        {},
        (),
    )
    assert (view.spent_in([week]), view.spreads(), view.decisions(week.start)) == ({}, (), ())
    assert view.spent(week) == ({}, 0, ())
    assert view.quiet_days(week) == ()
    assert (view.came_in(days), list(view.spendings(days))) == (0, [])
