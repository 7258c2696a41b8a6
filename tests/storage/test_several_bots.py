"""Several bots of one database in one group: each message is kept, changed and taken back once, whichever bot gets it first."""

import asyncio
from collections.abc import AsyncIterator, Awaitable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import event

from budget.answers import Labels
from budget.bookkeeper import Bookkeeper, Message, Receipt
from budget.budgets import Budget
from budget.entry_changes import Actor
from budget.errors import KeptByAnother
from budget.states import OpenQuestion, Version
from storage.answers import SqlAnswers
from storage.heard import SqlHeard
from storage.places import POSTED
from tests.chat import chat
from tests.ledgers import BEGINNINGS, NOON, Book

pytest_plugins = ["tests.databases"]

SUPERGROUP, GROUP, ANN = -1_001_234_567_890, -77_000, 7_000_000_001
FIRST, SECOND = 111, 222  # bots


def no_labels(_budget: Budget, _today: date, _asked: OpenQuestion) -> Labels:
    """Tell of no buttons: nothing is asked here."""
    return ()


IN_GROUPS = pytest.mark.parametrize("home", [SUPERGROUP, GROUP])


@dataclass(frozen=True)
class Bots:
    """Two bots of one database, each with its own numbers of updates, and of messages where the group is no supergroup."""

    first: Book
    second: Book

    def heard(self, book: Book, home: int, number: int, text: str, at: datetime = NOON) -> Message:
        other = book is self.second
        own = number + 500 * (other and home == GROUP)
        return Message(home, own, ANN, text, at, Version(0, 9000 * other + number), group=home < 0)

    def edited(self, book: Book, home: int, number: int, text: str, at: datetime = NOON) -> Message:
        message = self.heard(book, home, number, text, at)
        later = Version(int(at.timestamp()) + 60, message.version.update + 100)
        return message._replace(version=later)

    async def record(self, book: Book, message: Message) -> Receipt | None:
        return await unless_another(Bookkeeper(book, BEGINNINGS).record(message))

    async def notes(self, home: int) -> list[str]:
        return sorted(f"{one.entry.amount} {one.entry.note}" for one in await self.first.recent(home, 50))


async def unless_another(done: Awaitable[Receipt]) -> Receipt | None:
    try:
        return await done
    except KeptByAnother:
        return None


@pytest_asyncio.fixture
async def bots(url: str) -> AsyncIterator[Bots]:
    async with AsyncExitStack() as stack:
        yield Bots(*[await stack.enter_async_context(Book(url, bot=bot)) for bot in (FIRST, SECOND)])


@IN_GROUPS
async def test_a_message_is_kept_by_the_bot_that_gets_it_first(bots: Bots, home: int) -> None:
    for number, order in enumerate([(bots.first, bots.second), (bots.second, bots.first)], 1):
        at = NOON + timedelta(minutes=number)
        kept = [await bots.record(book, bots.heard(book, home, number, f"{number} fun tacos", at)) for book in order]
        assert [one is not None for one in kept] == [True, False]
        again = await bots.record(order[0], bots.heard(order[0], home, number, f"{number} fun tacos", at))
        assert again is not None, "a repeat is answered by the bot that keeps it"

    assert await bots.notes(home) == ["100 tacos", "200 tacos"]


@IN_GROUPS
@pytest.mark.parametrize("order", ["1122", "1212", "1221", "2112", "2211"])
async def test_two_equal_messages_of_one_second_are_two(bots: Bots, home: int, order: str) -> None:
    numbers = {"1": iter([1, 2]), "2": iter([1, 2])}
    for which in order:
        book = bots.first if which == "1" else bots.second
        await bots.record(book, bots.heard(book, home, next(numbers[which]), "3.50 coffee"))

    assert await bots.notes(home) == ["350 coffee", "350 coffee"]


@IN_GROUPS
async def test_an_edit_corrects_what_another_bot_keeps_once(bots: Bots, home: int) -> None:
    await bots.record(bots.first, bots.heard(bots.first, home, 1, "12.50 fun tacos\n4 other x"))
    corrected = await bots.record(bots.second, bots.edited(bots.second, home, 1, "13.50 fun tacos\n4 other x"))
    too = await bots.record(bots.first, bots.edited(bots.first, home, 1, "13.50 fun tacos\n4 other x"))

    assert corrected is not None
    assert not corrected.unchanged
    assert too is not None
    assert too.unchanged or too.state.status.name == "STALE"
    assert await bots.notes(home) == ["1350 tacos", "400 x"]


async def test_an_edit_that_is_older_for_the_other_bot_is_not_answered_twice(bots: Bots) -> None:
    await bots.record(bots.second, bots.heard(bots.second, GROUP, 1, "12.50 fun tacos"))
    await bots.record(bots.second, bots.edited(bots.second, GROUP, 1, "13.50 fun tacos"))

    assert await bots.record(bots.first, bots.edited(bots.first, GROUP, 1, "13.50 fun tacos")) is None
    assert await bots.notes(GROUP) == ["1350 tacos"]


async def test_where_it_can_not_be_told_which_message_was_edited_the_bot_that_keeps_them_is_left_to_it(
    bots: Bots,
) -> None:
    for number in (1, 2):
        await bots.record(bots.first, bots.heard(bots.first, GROUP, number, f"{number} fun tacos"))

    assert await bots.record(bots.second, bots.edited(bots.second, GROUP, 2, "9 fun tacos")) is None
    assert await bots.notes(GROUP) == ["100 tacos", "200 tacos"]


@IN_GROUPS
async def test_of_a_command_that_takes_back_one_bot_takes_back(bots: Bots, home: int) -> None:
    for number in (1, 2, 3):
        at = NOON + timedelta(minutes=number)
        await bots.record(bots.first, bots.heard(bots.first, home, number, f"{number} fun tacos", at))
    actor = Actor(ANN, "Ann", NOON + timedelta(hours=1))
    for number, everything in ((10, True), (11, False)):
        actor = actor._replace(at=actor.at + timedelta(seconds=1))
        for book in (bots.second, bots.first, bots.second):
            desk = Bookkeeper(book, BEGINNINGS).by(actor)
            own = bots.heard(book, home, number, "").number
            undoing = desk.undo_latest(home, own, actor.at) if everything else desk.undo_recent(home, own, actor.at, 2)
            assert (await unless_another(undoing) is None) == (book is bots.first)

    assert await bots.notes(home) == ["200 tacos"]


async def test_a_reply_to_another_bots_receipt_corrects_once(bots: Bots) -> None:
    await bots.record(bots.first, bots.heard(bots.first, SUPERGROUP, 1, "12.50 fun tacos"))
    await SqlAnswers(bots.first.database).remember(SUPERGROUP, 1, 2)
    for book, done in ((bots.second, True), (bots.first, False)):
        reply = bots.heard(book, SUPERGROUP, 3, "15", NOON + timedelta(minutes=1))
        corrected = Bookkeeper(book, BEGINNINGS).correct(reply, 2, no_labels)
        try:
            assert (await corrected is not None) == done
        except KeptByAnother:
            assert not done

    assert await bots.notes(SUPERGROUP) == ["1500 tacos"]


async def test_in_another_group_the_buttons_say_what_is_replied_to(bots: Bots) -> None:
    kept = await bots.record(bots.first, bots.heard(bots.first, GROUP, 1, "12.50 fun tacos"))
    assert kept is not None
    await bots.record(bots.second, bots.heard(bots.second, GROUP, 8, "4 other x", NOON + timedelta(seconds=5)))
    reply = bots.heard(bots.second, GROUP, 9, "15", NOON + timedelta(minutes=1))

    assert await Bookkeeper(bots.second, BEGINNINGS).correct(reply, 1, no_labels, kept.message) is not None
    assert await bots.notes(GROUP) == ["1500 tacos", "400 x"]


async def test_private_chats_with_two_bots_are_two_chats(bots: Bots) -> None:
    for book in (bots.first, bots.second):
        assert await bots.record(book, bots.heard(book, ANN, 1, "12.50 fun tacos")) is not None

    assert await bots.notes(ANN) == ["1250 tacos", "1250 tacos"]


async def test_what_came_through_a_write_door_is_no_message_that_another_bot_got(bots: Bots) -> None:
    posted = bots.heard(bots.first, SUPERGROUP, POSTED + 1, "12.50 fun tacos")
    for book, message in (
        (bots.first, posted),
        (bots.second, bots.heard(bots.second, SUPERGROUP, 5, "12.50 fun tacos")),
    ):
        assert await bots.record(book, message) is not None

    assert await bots.notes(SUPERGROUP) == ["1250 tacos", "1250 tacos"]


def test_the_second_bot_stays_silent(tmp_path: Path) -> None:
    with chat(tmp_path, TELEGRAM_BOT_TOKEN="111:a") as first, chat(tmp_path, TELEGRAM_BOT_TOKEN="222:b") as second:
        for say in (first, second):
            say.owner, say.group = SUPERGROUP, True
        assert first("12.50 fun tacos").startswith("✓ $12.50 tacos")
        assert second("12.50 fun tacos") == ""
        assert second.reply is None


@IN_GROUPS
async def test_of_two_bots_that_hear_at_once_one_answers(bots: Bots, home: int) -> None:
    for book, number in ((bots.first, 1), (bots.second, 2)):
        await bots.record(book, bots.heard(book, home, number, "5 fun", NOON + timedelta(seconds=number)))
    books = bots.first, bots.second
    notes = [SqlHeard(book.database) for book in books]
    for number in range(10, 30):
        at = NOON + timedelta(minutes=number)
        heard = [bots.heard(book, home, number, "/week", at) for book in books]
        one = await asyncio.gather(*(note.is_ours(message) for note, message in zip(notes, heard, strict=True)))
        again = await asyncio.gather(*(note.is_ours(message) for note, message in zip(notes, heard, strict=True)))
        assert sorted(one) == [False, True]
        assert again == one, "a repeat is answered by the same one"


@IN_GROUPS
def test_what_no_bot_keeps_is_answered_and_carried_out_by_one(tmp_path: Path, home: int) -> None:
    with chat(tmp_path, TELEGRAM_BOT_TOKEN="111:a") as first, chat(tmp_path, TELEGRAM_BOT_TOKEN="222:b") as second:
        for say in (first, second):
            say.owner, say.group = home, True
        first("12.50 fun tacos")
        second("12.50 fun tacos")
        said = [
            ("/week", "left this week"),
            ("fun", "$12.50 of $150"),
            ("12.345 fun", "12.345"),
            ("/limits fun 99", "Fun: $99 a week"),
            ("/categories add Gym 5", "Gym: $5 a week"),
            ("/limits gym", "Gym"),
            ("/forget", "This deletes everything"),
            ("/zebra", "zebra"),
        ]
        for n, (text, answer) in enumerate(said):
            for say in (first, second):
                say.wait(seconds=1)
            one, other = (first, second) if n % 2 else (second, first)
            assert answer in one(text), text
            assert (text, other(text)) == (text, "")
            assert one(text, number=one._number), "a repeat is answered by the bot that answered it"
        assert "Fun: $99" in first("/limits@first")
        assert "Fun: $99" in second("/limits@second"), "each answers what is addressed to it"


def test_alone_a_bot_takes_no_writers_lock_to_look_in_a_group(tmp_path: Path) -> None:
    with chat(tmp_path, TELEGRAM_BOT_TOKEN="111:a") as say:
        say.owner, say.group = SUPERGROUP, True
        say("12.50 fun tacos")
        written: list[str] = []

        def note(_db: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            written.extend([] if statement.startswith(("SELECT", "BEGIN")) else [statement])

        event.listen(say.app.database.engine, "before_cursor_execute", note)
        assert "left this week" in say("/week")

    assert written == []


def test_a_bot_that_is_heard_first_is_known_to_the_other_one(tmp_path: Path) -> None:
    """A bot that had recorded nothing yet answered beside the one that had."""
    with chat(tmp_path, TELEGRAM_BOT_TOKEN="111:a") as first, chat(tmp_path, TELEGRAM_BOT_TOKEN="222:b") as second:
        for say in (first, second):
            say.owner, say.group = SUPERGROUP, True
        first("12.50 fun tacos")
        second._number += 1
        assert "left this week" in second("/week")
        first.wait(minutes=2)
        assert first("/week") == ""
