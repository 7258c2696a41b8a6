"""What the chat door keeps, on both databases: guests, invitations, receipts, and budgets that move."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from budget.entries import Entry, Kind
from budget.grammar import About, Choice, Label
from budget.ledger import Asked
from storage.sql_ledger import SqlLedger
from storage.sql_notebook import SqlNotebook
from tests.ledgers import BEGINNINGS, MONDAY, NOON, WEEK, expense, paycheck, slip, spent, taught, weeks

pytest_plugins = ["tests.databases"]

GROUP, SUPERGROUP = -4_000_000_001, -1_004_000_000_001


@pytest.fixture
async def book(url: str) -> AsyncIterator[SqlLedger]:
    async with SqlLedger(url) as ledger:
        yield ledger


@pytest.fixture
def notebook(book: SqlLedger) -> SqlNotebook:
    return SqlNotebook(book)


async def test_of_all_who_claim_the_bot_at_once_one_wins(notebook: SqlNotebook) -> None:
    assert not await notebook.any_guest()

    won = await asyncio.gather(*(notebook.add_first_guest(user, NOON) for user in range(1, 9)))

    assert sum(won) == 1
    winner = won.index(True) + 1
    assert [user for user in range(1, 9) if await notebook.is_guest(user)] == [winner]
    assert await notebook.add_first_guest(winner, NOON), "the winner's repeat wins again"
    assert await notebook.any_guest()


async def test_an_invitation_lets_one_person_in_until_it_expires(notebook: SqlNotebook) -> None:
    await notebook.add_invitation("hash", 7, NOON + timedelta(days=7))

    assert not await notebook.redeem("other", 8, NOON)
    assert not await notebook.redeem("hash", 8, NOON + timedelta(days=7))
    assert await notebook.redeem("hash", 8, NOON)
    assert await notebook.redeem("hash", 8, NOON), "its answer may have been lost on the way"
    assert not await notebook.redeem("hash", 9, NOON)
    assert await notebook.is_guest(8)
    assert not await notebook.is_guest(9)


async def test_the_latest_receipt_of_a_message_is_known(notebook: SqlNotebook) -> None:
    assert await notebook.receipt_of(GROUP, 1) is None

    await notebook.remember_receipt(GROUP, 1, 2)
    await notebook.remember_receipt(GROUP, 1, 2**40)

    assert await notebook.receipt_of(GROUP, 1) == 2**40


async def test_a_budget_moves_with_all_its_history(book: SqlLedger, notebook: SqlNotebook) -> None:
    budget = await book.open_budget(GROUP, BEGINNINGS)
    fun, other = budget.categories[0].number, budget.categories[3].number
    await book.record(slip(1, expense(15001, fun, "tacos"), owner=GROUP), weeks)
    await book.record(slip(2, paycheck(150000), owner=GROUP), weeks)
    choice = Entry(Kind.EXPENSE, 300, MONDAY, other)
    await book.record(slip(3, Asked(0, About.AMOUNT, (Choice(Label.AMOUNT, (choice,)),) * 2), owner=GROUP), weeks)
    await book.recategorise(GROUP, 1, 0, fun, "tap", weeks)
    await notebook.remember_receipt(GROUP, 1, 10)

    await notebook.move(GROUP, SUPERGROUP)
    await notebook.move(GROUP, SUPERGROUP)

    assert await book.budget(GROUP) is None
    moved = await book.budget(SUPERGROUP)
    assert moved is not None
    assert moved.categories == budget.categories
    assert await spent(book, SUPERGROUP, WEEK) == {fun: 15001}
    assert await taught(book, SUPERGROUP, ["tacos"]) == {"tacos": fun}
    assert len(await book.recent(SUPERGROUP, 10)) == 2
    await book.record(slip(1, expense(1, fun), owner=SUPERGROUP), weeks)
    assert await spent(book, SUPERGROUP, WEEK) == {fun: 15002}, "message 1 of the new chat is another one"


async def test_a_budget_that_moves_takes_in_what_the_new_chat_has_written_meanwhile(
    book: SqlLedger, notebook: SqlNotebook
) -> None:
    old = await book.open_budget(GROUP, BEGINNINGS)
    fun = old.categories[0].number
    await book.set_limit(GROUP, fun, 99)
    await book.record(slip(1, expense(100, fun), owner=GROUP), weeks)
    new = await book.open_budget(SUPERGROUP, BEGINNINGS)
    await book.add_category(SUPERGROUP, "pets", "Pets", 1)
    pets = (await book.budget(SUPERGROUP) or new).categories[-1].number
    await book.record(slip(1, expense(20, new.categories[0].number), expense(3, pets), owner=SUPERGROUP), weeks)

    await notebook.move(GROUP, SUPERGROUP)

    moved = await book.budget(SUPERGROUP)
    assert moved is not None
    assert moved.categories[0].limit == 99
    assert await spent(book, SUPERGROUP, WEEK) == {fun: 120, old.categories[3].number: 3}


async def test_a_late_repeat_in_the_old_chat_is_not_counted_again(book: SqlLedger, notebook: SqlNotebook) -> None:
    budget = await book.open_budget(GROUP, BEGINNINGS)
    fun = budget.categories[0].number
    await book.record(slip(1, expense(100, fun), owner=GROUP), weeks)
    await notebook.move(GROUP, SUPERGROUP)
    ghost = await book.open_budget(GROUP, BEGINNINGS)
    await book.record(slip(1, expense(100, ghost.categories[0].number), owner=GROUP), weeks)
    await book.record(slip(2, expense(20, ghost.categories[0].number), owner=GROUP), weeks)

    await notebook.move(GROUP, SUPERGROUP)

    assert sum((await spent(book, SUPERGROUP, WEEK) or {}).values()) == 120
    assert await book.budget(GROUP) is None


async def test_a_budget_that_is_not_there_or_stays_does_not_move(book: SqlLedger, notebook: SqlNotebook) -> None:
    await notebook.move(GROUP, SUPERGROUP)
    budget = await book.open_budget(GROUP, BEGINNINGS)

    await notebook.move(GROUP, GROUP)

    assert await book.budget(GROUP) == budget


async def test_a_duty_is_one_replicas_until_it_is_another_or_long_ago(url: str) -> None:
    minute = timedelta(minutes=1)
    async with SqlLedger(url) as one, SqlLedger(url) as two:
        notebooks = [SqlNotebook(one), SqlNotebook(two)] * 4

        taken = await asyncio.gather(*(each.claim_duty("webhook", "a", NOON, NOON - minute) for each in notebooks))
        assert sum(taken) == 1

        first, second = notebooks[:2]
        assert not await second.is_done("webhook", "a")
        await first.duty_done("webhook", "a", NOON)
        assert await second.is_done("webhook", "a")
        assert not await second.claim_duty("webhook", "a", NOON + minute, NOON)

        assert await second.claim_duty("webhook", "b", NOON + minute, NOON), "it is another one"
        assert not await second.is_done("webhook", "b")
        assert not await first.is_done("webhook", "a")
        assert await first.claim_duty("webhook", "b", NOON + 3 * minute, NOON + 2 * minute), "it was long ago"
        assert await first.claim_duty("something else", "a", NOON, NOON - minute)
