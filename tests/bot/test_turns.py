"""What has to wait for its turn is repeated: an update that only waited for others counted as one that hangs."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TypeVar

import pytest

from budget import undoing
from budget.bookkeeper import MOST_LONG, MOST_SHORT, Bookkeeper, Message
from budget.errors import Busy
from budget.exporting import MOST_EXPORTS
from budget.importing import MOST_IMPORTS, Importer
from budget.ledger import MessageTransaction
from storage.offers import SqlOffers
from tests.bot.test_conversation_files import TABLE, SlowLedger
from tests.ledgers import BEGINNINGS, NOON, Book

pytest_plugins = ["tests.databases"]

_T = TypeVar("_T")


class SecondsSlow(SlowLedger):
    """A slow ledger where a tap waits once its message is known to be long."""

    async def tap(self, owner: int, message: int, act: Callable[[MessageTransaction], _T]) -> _T:
        if (owner, message) in self.tried:
            return await super().tap(owner, message, act)
        self.tried.add((owner, message))
        return await Book.tap(self, owner, message, act)


@pytest.fixture
async def slow(sqlite_url: str) -> AsyncIterator[SecondsSlow]:
    async with SecondsSlow(sqlite_url) as slow:
        yield slow


LONG = MOST_SHORT + 1
Do = Callable[[Bookkeeper, Importer, int], Awaitable[object]]


def message(owner: int) -> Message:
    return Message(owner, 2, 7, "/import", NOON)


WORK: dict[str, tuple[int, Do]] = {
    "a file is recorded": (MOST_IMPORTS, lambda _, importer, owner: importer.record(message(owner), TABLE)),
    "a file is shown": (MOST_IMPORTS, lambda _, importer, owner: importer.begin(message(owner), TABLE)),
    "an export": (MOST_EXPORTS, lambda bookkeeper, _, owner: bookkeeper.export(owner)),
    "an import is undone": (
        MOST_LONG,
        lambda bookkeeper, _, owner: bookkeeper.tap(
            owner, 1, NOON, lambda tx: undoing.set_undone(tx, None, f"tap {owner}", undone=True)
        ),
    ),
}


@pytest.mark.parametrize("work", WORK)
async def test_one_more_than_have_their_turn_is_repeated(slow: SecondsSlow, work: str) -> None:
    bookkeeper = Bookkeeper(slow, BEGINNINGS, longest_turn=0)
    importer = Importer(bookkeeper, slow, SqlOffers(slow.database), longest_turn=0)
    heading, row = TABLE.splitlines(keepends=True)
    places, do = WORK[work]
    owners = range(1, places + 2)
    slow.go.set()
    for owner in owners:
        await bookkeeper.budget(owner)
        await importer.record(Message(owner, 1, 7, "/import", NOON), heading + row * LONG)
    slow.go.clear()
    slow.come, slow.tried = asyncio.Semaphore(0), set()

    jobs = [asyncio.ensure_future(do(bookkeeper, importer, owner)) for owner in owners[:-1]]
    await slow.until_waiting(places)
    with pytest.raises(Busy):
        await do(bookkeeper, importer, owners[-1])
    slow.go.set()
    await asyncio.gather(*jobs)

    assert await do(bookkeeper, importer, owners[-1])


async def test_of_large_books_that_are_put_one_has_its_turn(slow: SecondsSlow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("budget.restoring.MOST_AT_ONCE", 0)  # each is a large one
    bookkeeper = Bookkeeper(slow, BEGINNINGS)
    books = Importer(bookkeeper, slow, SqlOffers(slow.database), longest_turn=0).books
    slow.go.set()
    await bookkeeper.record(Message(1, 1, 7, "5 fun", NOON))
    file, _ = await bookkeeper.export(1, form="json")
    file.seek(0)
    content = file.read()
    for owner in (2, 3):
        await bookkeeper.budget(owner)
    slow.go.clear()
    slow.come = asyncio.Semaphore(0)

    job = asyncio.create_task(books.restore(2, 1, content, NOON))
    await slow.until_waiting(1)
    with pytest.raises(Busy):
        await books.restore(3, 1, content, NOON)
    slow.go.set()
    await job

    assert len((await books.restore(3, 1, content, NOON)).entries) == 1
