"""Whole budgets in real databases: what is exported and restored is the same, and nothing of an empty chat is lost."""

import asyncio
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import time, timedelta
from itertools import count, islice
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import Connection, event, func, select

from budget.bills import Bill, Rate
from budget.currencies import currency_named
from budget.errors import InvalidChoice, LedgerUnavailable, Why
from budget.exports import own_json
from budget.exports.books import Lesson, WholeEntry
from budget.imports.own_json import RestoredBook, read
from budget.ledger import WholeView
from budget.limits import DatedLimit
from budget.notifications import DigestTime
from budget.schedules import monthly
from budget.states import Status
from storage import care
from storage.forgetting import SqlForgetting
from storage.tables import metadata
from tests.ledgers import BEGINNINGS, MONDAY, NOON, OWNER, Book, expense, number_of, slip
from tests.scale import LONG
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


async def restored(ledger: Book, owner: int, whole: RestoredBook, *, staged: bool = False) -> RestoredBook:
    """Restore a book into a chat, at once or staged before, export it there, and read that."""
    if staged:
        await ledger.open_budget(owner, BEGINNINGS)
        found = await ledger.stage(owner, whole.book, whole.entries, NOON)
        await ledger.write_down(owner, 1, BEGINNINGS, lambda tx: tx.adopt(whole.book, found))
    else:
        await ledger.write_down(owner, 1, BEGINNINGS, lambda tx: tx.restore(whole.book, whole.entries, NOON))
    return read(await content_of(ledger, owner), whole.book.budget.owner)


def without_links(whole: RestoredBook) -> RestoredBook:
    """The book without its share links: their tokens are nowhere, so they can't be restored."""
    return whole._replace(book=replace(whole.book, memory=replace(whole.book.memory, links=())))


both_ways = pytest.mark.parametrize("staged", [False, True])


@both_ways
@settings(
    max_examples=100 if LONG else 6, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(whole=whole_books())
def test_what_is_exported_and_restored_is_the_same_book(url: str, staged: bool, whole: RestoredBook) -> None:
    async def there_and_back() -> RestoredBook:
        async with Book(url, bot=7) as ledger:
            return await restored(ledger, next(OWNERS), whole, staged=staged)

    assert renumbered(asyncio.run(there_and_back())) == renumbered(without_links(whole))


@both_ways
async def test_a_second_journey_changes_not_a_byte(ledger: Book, staged: bool) -> None:
    fun = await number_of(ledger, "fun")
    for message in (5, 9):
        await ledger.record(slip(message, expense(1250, fun, "tacos"), expense(300, fun, "tea")))
    first = await content_of(ledger, OWNER)
    await restored(ledger, 1, read(first, 1), staged=staged)
    second = await content_of(ledger, 1)
    await restored(ledger, 2, read(second, 2), staged=staged)

    assert await content_of(ledger, 2) == second
    assert len(second.splitlines()) == len(first.splitlines())


@both_ways
async def test_restored_messages_stand_for_none_of_the_chats_own(ledger: Book, staged: bool) -> None:
    fun = await number_of(ledger, "fun")
    await ledger.record(slip(5, expense(1250, fun, "tacos")))
    whole = read(await content_of(ledger, OWNER), 1)
    await restored(ledger, 1, whole, staged=staged)
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


@both_ways
async def test_undone_entries_of_the_chat_stay_undone_and_in_their_category(ledger: Book, staged: bool) -> None:
    await ledger.open_budget(1, BEGINNINGS)
    await ledger.changed(1, BEGINNINGS, lambda tx: tx.add_category("pets", "Pets", 100, MONDAY))
    for message, key in ((3, "fun"), (4, "pets")):
        await ledger.record(slip(message, expense(500, await number_of(ledger, key, owner=1)), owner=1))
        await ledger.set_undone(1, message, None, f"u{message}", undone=True)
    await ledger.record(slip(5, expense(1250, await number_of(ledger, "fun"), "tacos")))

    await restored(ledger, 1, read(await content_of(ledger, OWNER), 1), staged=staged)
    for message in (3, 4):
        await ledger.set_undone(1, message, None, f"r{message}", undone=False)

    held = await ledger.recent(1, 10)
    budget = await ledger.budget(1)
    assert budget is not None
    assert {budget.category(one.entry.category or 0).key for one in held if one.entry.amount == 500} == {"fun", "other"}
    assert [one.key for one in budget.categories][:4] == [one.key for one in budget.current]


@both_ways
async def test_what_is_undone_keeps_its_currency_when_a_book_in_another_comes(ledger: Book, staged: bool) -> None:
    await ledger.open_budget(1, replace(BEGINNINGS, money=replace(BEGINNINGS.money, currency=currency_named("JPY"))))
    await ledger.record(slip(3, expense(1250, await number_of(ledger, "fun", owner=1)), owner=1))
    await ledger.set_undone(1, 3, None, "u3", undone=True)
    await ledger.record(slip(5, expense(1250, await number_of(ledger, "fun"), "tacos")))

    await restored(ledger, 1, read(await content_of(ledger, OWNER), 1), staged=staged)

    with pytest.raises(InvalidChoice) as refused:
        await ledger.set_undone(1, 3, None, "r3", undone=False)
    assert refused.value.why is Why.UNDONE_IN_OTHER
    (held,) = [one for one in await ledger.recent(1, 10) if one.message == 5 or one.undone is False]
    assert held.entry.amount == 1250
    again = read(await content_of(ledger, 1), 2)
    assert {(one.undone, one.currency) for one in again.entries} == {(True, "JPY"), (False, None)}


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


# --- large books ----------------------------------------------------------------------------------------------------------


async def many_entries(ledger: Book, number: int) -> RestoredBook:
    """Return a book with so many entries, a message each."""
    await ledger.record(slip(5, expense(1250, await number_of(ledger, "fun"), "tacos")))
    whole = read(await content_of(ledger, OWNER), 1)
    (first,) = whole.entries
    return whole._replace(entries=[replace(first, message=n) for n in range(1, number + 1)])


def rows_of(ledger: Book, owner: int) -> int:
    """Return how many rows of an owner there are, of all tables."""
    counted = [
        select(func.count()).where(table.c.owner == owner) for table in metadata.sorted_tables if "owner" in table.c
    ]
    with ledger.database.engine.begin() as db:
        return sum(db.scalar(one) or 0 for one in counted)


async def test_while_a_book_is_staged_others_write_and_nothing_of_it_is_seen(ledger: Book) -> None:
    whole = await many_entries(ledger, 2_500)
    await ledger.open_budget(1, BEGINNINGS)
    loop = asyncio.get_running_loop()
    written: list[int] = []

    async def one_more() -> None:
        number = 10 + len(written)
        await ledger.record(slip(number, expense(100, await number_of(ledger, "fun"))))
        written.append(len(await ledger.recent(1, 10)))

    def entries() -> Iterator[WholeEntry]:
        for n, one in enumerate(whole.entries):
            if n % 1_000 == 500:  # a writer that had to wait for the whole book would wait for ever
                asyncio.run_coroutine_threadsafe(one_more(), loop).result(30)
            yield one

    staged = await ledger.stage(1, whole.book, entries(), NOON)

    assert written == [0, 0]
    await ledger.write_down(1, 1, BEGINNINGS, lambda tx: tx.adopt(whole.book, staged))
    assert len(await ledger.recent(1, 3_000)) == 2_500
    await ledger.drop(staged)
    assert len(await ledger.recent(1, 3_000)) == 2_500, "what was adopted stays"


@contextmanager
def rows_of_transactions(ledger: Book) -> Iterator[list[int]]:
    """Give how many rows each transaction wrote or deleted, in their order."""
    counted, now = list[int](), Counter[int]()

    def count_rows(db: Connection, cursor: Any, statement: str, *_: object) -> None:
        if statement.startswith(("INSERT", "UPDATE", "DELETE")):
            now[id(db)] += max(cursor.rowcount, 0)

    def count_transaction(db: Connection) -> None:
        counted.append(now.pop(id(db), 0))

    listeners = ("after_cursor_execute", count_rows), ("commit", count_transaction)
    for name, heard in listeners:
        event.listen(ledger.database.engine, name, heard)
    try:
        yield counted
    finally:
        for name, heard in listeners:
            event.remove(ledger.database.engine, name, heard)


def with_much_beside(whole: RestoredBook) -> RestoredBook:
    """Return a book with thousands of rows of each kind that a book may have many of."""
    other = whole.book.budget.categories[-1].number
    days = [MONDAY - timedelta(days=n) for n in range(3_100)]
    lessons = tuple(Lesson(f"note {n}", other, n) for n in range(3_100))
    limits = {other: tuple(DatedLimit(day, 1_000 + n) for n, day in enumerate(reversed(days)))}
    bill = Bill(1, "Rent", monthly(1), days[-1], tuple(Rate(day, 900 + n) for n, day in enumerate(reversed(days))))
    plan = replace(whole.book.plan, limits=limits, bills=(bill,))
    memory = replace(whole.book.memory, quiet_days=tuple(days))
    return whole._replace(book=replace(whole.book, lessons=lessons, plan=plan, memory=memory))


async def test_no_transaction_of_a_large_book_writes_or_deletes_more_than_some_thousand_rows(ledger: Book) -> None:
    whole = with_much_beside(await many_entries(ledger, 3_500))
    assert whole.book.size == 4 * 3_100
    await ledger.open_budget(1, BEGINNINGS)
    with rows_of_transactions(ledger) as counted:
        staged, left = [await ledger.stage(1, whole.book, whole.entries, NOON) for _ in range(2)]
        await ledger.write_down(1, 1, BEGINNINGS, lambda tx: tx.adopt(whole.book, staged))
        await ledger.drop(left)

    assert sum(counted) > 3 * (2 * 3_500 + 4 * 3_100)
    assert max(counted) <= 3_000
    assert rows_of(ledger, left.owner) == 0
    assert read(await content_of(ledger, 1), 1).book.plan.bills[0].rates == whole.book.plan.bills[0].rates


@pytest.mark.parametrize("entries", [0, 1_100, 1_500])
async def test_a_book_whose_process_was_killed_while_it_was_staged_is_deleted_and_staged_anew(
    ledger: Book, entries: int
) -> None:
    whole = await many_entries(ledger, 1_500)
    await ledger.open_budget(1, BEGINNINGS)

    def killed() -> Iterator[WholeEntry]:
        yield from islice(whole.entries, entries)
        if entries < len(whole.entries):
            raise KeyboardInterrupt

    with suppress(KeyboardInterrupt):
        await ledger.stage(1, whole.book, killed(), NOON)  # nothing follows: nobody adopts it, and nobody drops it

    async with Book(ledger.url) as after:
        assert await after.recent(1, 9) == []
        assert await after.changed(1, BEGINNINGS, lambda tx: tx.is_empty())
        later = NOON + timedelta(hours=1)
        staged = await after.stage(1, whole.book, whole.entries, later)
        await after.write_down(1, 1, BEGINNINGS, lambda tx: tx.adopt(whole.book, staged))
        requests = SqlForgetting(after.database)
        (left,) = await requests.due(later + timedelta(days=1), 9)
        assert left != staged.owner
        assert await requests.delete(left, later + timedelta(days=1))
        assert rows_of(after, left) == 0
        assert len(await after.recent(1, 2_000)) == 1_500
    assert care.verify(ledger.url)[1] == []


async def test_a_staged_book_that_is_not_adopted_is_deleted(ledger: Book) -> None:
    whole = await many_entries(ledger, 2_500)
    await ledger.open_budget(1, BEGINNINGS)
    requests = SqlForgetting(ledger.database)
    first, second = [await ledger.stage(1, whole.book, whole.entries, NOON) for _ in range(2)]
    assert rows_of(ledger, first.owner) > 5_000
    await ledger.drop(first)
    await ledger.drop(first)
    assert rows_of(ledger, first.owner) == 0

    assert await requests.due(NOON + timedelta(hours=23), 9) == []
    assert await requests.due(NOON + timedelta(hours=24), 9) == [second.owner]
    assert await requests.delete(second.owner, NOON + timedelta(hours=24))
    assert rows_of(ledger, second.owner) == 0
    with pytest.raises(LedgerUnavailable):
        await ledger.write_down(1, 1, BEGINNINGS, lambda tx: tx.adopt(whole.book, second))
    assert await ledger.recent(1, 9) == []


async def test_a_book_that_was_staged_before_another_one_was_restored_is_out_of_date(ledger: Book) -> None:
    """Their messages have the same numbers."""
    whole = await many_entries(ledger, 3)
    await ledger.open_budget(1, BEGINNINGS)
    staged = await ledger.stage(1, whole.book, whole.entries, NOON)
    await restored(ledger, 1, whole)
    for one in await ledger.recent(1, 9):
        await ledger.set_undone(1, one.message, None, f"u{one.message}", undone=True)

    with pytest.raises(LedgerUnavailable):
        await ledger.write_down(1, 1, BEGINNINGS, lambda tx: tx.adopt(whole.book, staged))


async def test_a_chat_with_a_staged_book_goes_on_and_moves_and_gets_another_one(ledger: Book) -> None:
    whole = await many_entries(ledger, 3)
    await ledger.open_budget(1, BEGINNINGS)
    before = slip(7, expense(700, await number_of(ledger, "other", owner=1), "early"), owner=1)
    await ledger.record(before)
    await ledger.set_undone(1, 7, None, "u7", undone=True)
    await restored(ledger, 1, whole, staged=True)

    assert rows_of(ledger, 1) == 0
    await ledger.record(before)
    assert len(await ledger.recent(1, 9)) == 3, "a repeat of a message of before changes nothing"
    for one in await ledger.recent(1, 9):
        await ledger.set_undone(1, one.message, None, f"u{one.message}", undone=True)
    await restored(ledger, 1, whole, staged=True)
    assert len(await ledger.recent(1, 9)) == 3
    await ledger.move(1, -100)
    assert len(await ledger.recent(-100, 9)) == 3
    await ledger.record(slip(7, expense(700, await number_of(ledger, "other", owner=-100), "new"), owner=-100))
    assert len(await ledger.recent(1, 9)) == 4
