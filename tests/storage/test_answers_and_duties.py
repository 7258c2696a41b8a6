"""What the chat door keeps, on both databases: answers and duties."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from storage.answers import SqlAnswers
from storage.duties import SqlDuties
from storage.taps import SqlTaps
from tests.ledgers import BEGINNINGS, NOON, Book
from trail import Trail, current, of_update

pytest_plugins = ["tests.databases"]

GROUP, SUPERGROUP = -4_000_000_001, -1_004_000_000_001


@pytest.fixture
async def book(url: str) -> AsyncIterator[Book]:
    async with Book(url) as ledger:
        yield ledger


@pytest.fixture
def answers(book: Book) -> SqlAnswers:
    return SqlAnswers(book.database)


async def test_the_latest_answer_to_a_message_is_known(answers: SqlAnswers) -> None:
    assert await answers.answer_to(GROUP, 1) is None

    await answers.remember(GROUP, 1, 2)
    await answers.remember(GROUP, 1, 2**40)

    assert await answers.answer_to(GROUP, 1) == 2**40


async def test_an_answer_leads_to_what_it_answered_within_its_chat(book: Book, answers: SqlAnswers) -> None:
    async def replied(chat: int, number: int) -> list[int]:
        return list(await book.write_down(chat, 50, BEGINNINGS, lambda tx: tx.replied(number)))

    await book.open_budget(GROUP, BEGINNINGS)
    await answers.remember(GROUP, 1, 57)
    await book.move(GROUP, SUPERGROUP)
    await answers.remember(SUPERGROUP, 3, 57)
    in_new = await book.number_of(SUPERGROUP, 3)

    assert await replied(GROUP, 57) == [1, 57]
    assert await replied(SUPERGROUP, 57) == [in_new, in_new - 3 + 57]
    assert await replied(SUPERGROUP, 58) == [in_new - 3 + 58]
    assert await answers.answers_to_stored(SUPERGROUP, in_new) == [57]
    assert await answers.answers_to_stored(GROUP, 1) == [57]
    assert await answers.answers_to_stored(SUPERGROUP, 1) == [], "the bot's message 57 of another chat"
    assert await answers.answers_to_stored(GROUP, in_new) == []


async def test_answers_to_what_a_message_did_follow_it(book: Book, answers: SqlAnswers) -> None:
    """The latest replies, and `/undo`; no tap, and no reply to another message."""

    async def did(number: int, act: str, of: int) -> None:
        await book.write_down(GROUP, number, BEGINNINGS, lambda tx: tx.at(of).note_act(act))
        await answers.remember(GROUP, number, 1000 + number)

    await book.open_budget(GROUP, BEGINNINGS)
    await answers.remember(GROUP, 1, 1001)
    for number in range(10, 20):
        await did(number, f"message {number}", 1)
        await did(number + 100, f"message {number + 100}", 2)
    await did(30, "message 30 5 7", 1)
    await did(31, "tap 31", 1)

    assert await answers.answers_to_stored(GROUP, 1) == [1001, 1019, 1018, 1017, 1016, 1015]
    assert await answers.answers_to_stored(GROUP, 3) == []


async def test_a_duty_is_one_replicas_until_it_is_another_or_long_ago(url: str) -> None:
    minute = timedelta(minutes=1)
    async with Book(url) as one, Book(url) as two:
        duties = [SqlDuties(one.database), SqlDuties(two.database)] * 4

        taken = await asyncio.gather(*(each.claim_duty("webhook", "a", NOON, NOON - minute) for each in duties))
        assert sum(taken) == 1

        first, second = duties[:2]
        assert not await second.is_done("webhook", "a")
        await first.duty_done("webhook", "a", NOON)
        assert await second.is_done("webhook", "a")
        assert not await second.claim_duty("webhook", "a", NOON + minute, NOON)

        assert await second.claim_duty("webhook", "b", NOON + minute, NOON), "it is another one"
        assert not await second.is_done("webhook", "b")
        assert not await first.is_done("webhook", "a")
        assert await first.claim_duty("webhook", "b", NOON + 3 * minute, NOON + 2 * minute), "it was long ago"
        assert await first.claim_duty("something else", "a", NOON, NOON - minute)


async def test_of_two_taps_on_one_button_one_replicas_is_first(url: str) -> None:
    second = timedelta(seconds=1)
    async with Book(url) as one, Book(url) as two:
        here, there = SqlTaps(one.database), SqlTaps(two.database)
        both = await asyncio.gather(
            *(each.is_first("Picture", tap, NOON, 3 * second) for each, tap in ((here, "5"), (there, "6")))
        )
        assert sum(both) == 1

        tap, other = ("5", "6") if both[0] else ("6", "5")
        assert await there.is_first("Picture", tap, NOON + second, 3 * second), "a repeat is no other tap"
        assert not await here.is_first("Picture", other, NOON + 3 * second, 3 * second)
        assert await here.is_first("Page", other, NOON + second, 3 * second)
        assert not await here.is_first("Picture", "7", NOON + 4 * second - timedelta.resolution, 3 * second)
        assert await here.is_first("Picture", "7", NOON + 4 * second, 3 * second), "it was long ago"


async def test_a_job_runs_in_the_context_of_who_asked_for_it(book: Book) -> None:
    """Jobs of one group, too: each logs what it belongs to."""

    async def asked(number: int) -> list[Trail]:
        with of_update(number, -number):
            return [await do(lambda _: current()) for do in (book.database.write, book.database.read)]

    found = await asyncio.gather(*map(asked, range(50)))

    assert found == [[Trail(number, -number)] * 2 for number in range(50)]
    assert await book.database.read(lambda _: current()) == Trail()
