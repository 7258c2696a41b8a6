"""What the chat door keeps, on both databases: receipts and duties."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from storage.sql_ledger import SqlLedger
from storage.sql_notebook import SqlNotebook
from tests.ledgers import NOON

pytest_plugins = ["tests.databases"]

GROUP, SUPERGROUP = -4_000_000_001, -1_004_000_000_001


@pytest.fixture
async def book(url: str) -> AsyncIterator[SqlLedger]:
    async with SqlLedger(url) as ledger:
        yield ledger


@pytest.fixture
def notebook(book: SqlLedger) -> SqlNotebook:
    return SqlNotebook(book)


async def test_the_latest_receipt_of_a_message_is_known(notebook: SqlNotebook) -> None:
    assert await notebook.receipt_of(GROUP, 1) is None

    await notebook.remember_receipt(GROUP, 1, 2)
    await notebook.remember_receipt(GROUP, 1, 2**40)

    assert await notebook.receipt_of(GROUP, 1) == 2**40


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
