"""What came from files, on both databases: each row once, whoever taps at the same time, and through a chat's move."""

import asyncio
from datetime import timedelta
from functools import partial

from budget.bookkeeper import Bookkeeper, Message, Receipt
from budget.importing import Importer
from budget.ledger import MessageTransaction
from storage.imports import MOST_HEADINGS
from storage.offers import SqlOffers
from tests.ledgers import BEGINNINGS, NOON, OWNER, Book

pytest_plugins = ["tests.databases"]

HEADING = b"day,kind,amount,currency,category,note\n"
TABLE = HEADING + b"2026-11-14,expense,3.50,USD,fun,coffee\n" * 2 + b"2026-11-15,extra,20,USD,,Ann\n"


def importer_of(book: Book) -> Importer:
    return Importer(Bookkeeper(book, BEGINNINGS), book, SqlOffers(book.database))


def file(number: int, owner: int = OWNER) -> Message:
    return Message(owner, number, 7, "/import", NOON, file=f"file {number}")


async def test_of_files_that_are_recorded_at_the_same_time_each_row_is_recorded_once(url: str) -> None:
    async with Book(url) as book:
        importer = importer_of(book)
        for number in range(1, 5):
            await importer.begin(file(number), TABLE)
        done = await asyncio.gather(*(importer.record(file(1 + n % 4), TABLE) for n in range(12)))

        assert sorted({len(one.state.entries) for one in done if isinstance(one, Receipt)}) == [0, 3]
        assert len(await book.recent(OWNER, 100)) == 3
        assert len((await importer.imports(OWNER))[1]) == 1


async def test_a_file_is_known_after_its_chat_moved_into_another_one(url: str) -> None:
    async with Book(url) as book:
        importer = importer_of(book)
        await importer.begin(file(1), TABLE)
        await importer.record(file(1), TABLE)
        await book.open_budget(OWNER - 1, BEGINNINGS)
        await book.move(OWNER, OWNER - 1)

        shown = await importer.begin(file(9, OWNER - 1), TABLE)
        assert (len(shown.comparison.known), shown.rows) == (3, ())
        assert [one.rows for one in (await importer.imports(OWNER - 1))[1]] == [3]


def remember(n: int, tx: MessageTransaction) -> None:
    tx.remember_heading(f"{n}", {"sign": "spent"}, NOON + timedelta(minutes=n))


async def test_the_answers_of_few_headings_are_kept_and_the_oldest_goes(url: str) -> None:
    async with Book(url) as book:
        await book.open_budget(OWNER, BEGINNINGS)
        for n in range(MOST_HEADINGS + 1):
            await book.write(OWNER, 1, partial(remember, n))

        kept = await book.read(OWNER, lambda view: [view.heading_answers(f"{n}") for n in (0, 1)])
        assert kept == [{}, {"sign": "spent"}]


async def test_what_is_said_about_a_file_is_kept_with_it(url: str) -> None:
    async with Book(url) as book:
        offers = SqlOffers(book.database)
        assert await offers.say(OWNER, 1, NOON, {"sign": "spent"}) is None, "it does not wait"
        await offers.offer(OWNER, 1, "file", NOON)
        await asyncio.gather(*(offers.say(OWNER, 1, NOON, {f"{n}": "x"}) for n in range(5)))

        assert await offers.said(OWNER, 1, NOON) == {f"{n}": "x" for n in range(5)}
        assert await offers.say(OWNER, 1, NOON, {"0": None, "1": "y"}) == {"1": "y", "2": "x", "3": "x", "4": "x"}
        assert await offers.said(OWNER, 1, NOON + timedelta(days=2)) is None
