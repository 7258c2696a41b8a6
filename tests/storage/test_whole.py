"""Whole budgets in real databases: what is exported and restored is the same, and nothing of an empty chat is lost."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import time
from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from budget.exports import own_json
from budget.exports.books import WholeEntry
from budget.imports.own_json import RestoredBook, read
from budget.ledger import WholeView
from budget.notifications import DigestTime
from budget.states import Status
from tests.ledgers import BEGINNINGS, MONDAY, NOON, OWNER, Book, expense, number_of, slip
from tests.whole_books import renumbered, whole_books

if TYPE_CHECKING:
    from concurrent.futures import Future

pytest_plugins = ["tests.databases"]
DATABASES = "sqlite", "postgresql", "divided"

OWNERS = count(1)


def as_json(view: WholeView) -> bytes:
    return "".join(own_json.lines(view.book(), view.whole_entries())).encode()


async def content_of(ledger: Book, owner: int) -> bytes:
    content = await ledger.snapshot(owner, as_json)
    assert content is not None
    return content


async def restored(ledger: Book, owner: int, whole: RestoredBook) -> RestoredBook:
    """Restore a book into a chat, export it there, and read that."""
    await ledger.write_down(owner, 1, BEGINNINGS, lambda tx: tx.restore(whole.book, whole.entries, NOON))
    return read(await content_of(ledger, owner), whole.book.budget.owner)


def without_links(whole: RestoredBook) -> RestoredBook:
    """The book without its share links: their tokens are nowhere, so they can't be restored."""
    return whole._replace(book=replace(whole.book, memory=replace(whole.book.memory, links=())))


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(whole=whole_books())
def test_what_is_exported_and_restored_is_the_same_book(url: str, whole: RestoredBook) -> None:
    async def there_and_back() -> RestoredBook:
        async with Book(url, bot=7) as ledger:
            return await restored(ledger, next(OWNERS), whole)

    assert renumbered(asyncio.run(there_and_back())) == renumbered(without_links(whole))


async def test_a_second_journey_changes_not_a_byte(ledger: Book) -> None:
    fun = await number_of(ledger, "fun")
    for message in (5, 9):
        await ledger.record(slip(message, expense(1250, fun, "tacos"), expense(300, fun, "tea")))
    first = await content_of(ledger, OWNER)
    await restored(ledger, 1, read(first, 1))
    second = await content_of(ledger, 1)
    await restored(ledger, 2, read(second, 2))

    assert await content_of(ledger, 2) == second
    assert len(second.splitlines()) == len(first.splitlines())


async def test_restored_messages_stand_for_none_of_the_chats_own(ledger: Book) -> None:
    fun = await number_of(ledger, "fun")
    await ledger.record(slip(5, expense(1250, fun, "tacos")))
    whole = read(await content_of(ledger, OWNER), 1)
    await restored(ledger, 1, whole)
    other = await number_of(ledger, "other", owner=1)

    done = await ledger.record(slip(5, expense(700, other, "new"), owner=1))

    assert done.status is Status.DONE
    assert sorted(one.entry.amount for one in await ledger.recent(1, 10)) == [700, 1250]


@pytest.mark.parametrize("digest", [DigestTime(0, time(9)), None])
async def test_a_digest_that_was_set_is_not_offered_after_a_restore(ledger: Book, digest: DigestTime | None) -> None:
    await ledger.record(slip(5, expense(1250, await number_of(ledger, "fun"))))
    whole = read(await content_of(ledger, OWNER), 1)
    memory = replace(whole.book.memory, digest=digest)
    await restored(ledger, 1, whole._replace(book=replace(whole.book, memory=memory)))

    budget = await ledger.budget(1)
    assert budget is not None
    assert budget.digest_offered is (digest is not None)


async def test_undone_entries_of_the_chat_stay_undone_and_in_their_category(ledger: Book) -> None:
    await ledger.open_budget(1, BEGINNINGS)
    await ledger.changed(1, BEGINNINGS, lambda tx: tx.add_category("pets", "Pets", 100, MONDAY))
    for message, key in ((3, "fun"), (4, "pets")):
        await ledger.record(slip(message, expense(500, await number_of(ledger, key, owner=1)), owner=1))
        await ledger.set_undone(1, message, None, f"u{message}", undone=True)
    await ledger.record(slip(5, expense(1250, await number_of(ledger, "fun"), "tacos")))

    await restored(ledger, 1, read(await content_of(ledger, OWNER), 1))
    for message in (3, 4):
        await ledger.set_undone(1, message, None, f"r{message}", undone=False)

    held = await ledger.recent(1, 10)
    budget = await ledger.budget(1)
    assert budget is not None
    assert {budget.category(one.entry.category or 0).key for one in held if one.entry.amount == 500} == {"fun", "other"}
    assert [one.key for one in budget.categories][:4] == [one.key for one in budget.current]


async def test_a_whole_book_is_read_in_one_transaction(ledger: Book) -> None:
    """What is recorded while an export is written is not in it, however many pages it reads."""
    fun = await number_of(ledger, "fun")
    for message in range(1, 4):
        await ledger.record(slip(message, *(expense(100, fun) for _ in range(500))))
    loop = asyncio.get_running_loop()
    recorded: list[Future[None]] = []

    def look(view: WholeView) -> Sequence[WholeEntry]:
        held = view.whole_entries()
        first = next(held)
        recorded.append(asyncio.run_coroutine_threadsafe(one_more(), loop))
        recorded[0].result(10)  # no writer waits for a file that is written, in SQLite's rollback mode neither
        return [first, *held]

    async def one_more() -> None:
        await ledger.record(slip(9, expense(100, fun)))

    found = await ledger.snapshot(OWNER, look)
    assert found is not None
    assert len(found) == 1500
    assert len(await ledger.snapshot(OWNER, lambda view: list(view.entries())) or ()) == 1501


@pytest.mark.parametrize("closed", [False, True])
async def test_a_chat_without_a_budget_has_no_snapshot(ledger: Book, closed: bool) -> None:
    assert await ledger.snapshot(77, as_json, closed=closed) is None
