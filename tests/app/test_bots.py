"""Bots that share a database are named, for in a group that has two of them one answers."""

from pathlib import Path

import pytest

from app.doctor import examine
from storage.answers import SqlAnswers
from tests.chat import SUNDAY, open_book, settings_for
from tests.ledgers import BEGINNINGS, Book, expense, slip
from tests.telegram.running import ANN, HOME, bot_on, held_in
from tests.telegram.simulated import TOKEN, SimulatedTelegram

OTHER = 999
SAID = "write to this database: in a group that has several of them, the one that gets a message first keeps and answers it"


async def written_by(path: Path, bot: int) -> None:
    settings = settings_for(path)
    open_book(settings)
    async with Book(settings.database_url.get_secret_value(), bot=bot) as book:
        budget = await book.open_budget(HOME, BEGINNINGS)
        await book.record(slip(1, expense(500, budget.categories[0].number), owner=HOME))


@pytest.mark.parametrize("bot", [OTHER, int(TOKEN.partition(":")[0])])
async def test_the_doctor_names_bots_beside_this_one(tmp_path: Path, bot: int) -> None:
    await written_by(tmp_path, bot)
    settings = settings_for(tmp_path, TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL="http://127.0.0.1:1")

    found = [one async for one in examine(settings) if one.what == "bots"]

    assert [(one.well, one.seen) for one in found] == ([(True, f"1 beside this one {SAID}")] if bot == OTHER else [])


@pytest.mark.parametrize("bot", [OTHER, int(TOKEN.partition(":")[0])])
async def test_a_start_names_bots_beside_this_one(tmp_path: Path, bot: int, caplog: pytest.LogCaptureFixture) -> None:
    await written_by(tmp_path, bot)
    async with SimulatedTelegram(now=lambda: SUNDAY) as telegram, bot_on(telegram, tmp_path, "polling"):
        telegram.say(HOME, "5 fun", user=7_000_000_001)
        await telegram.settled()

    assert (f"Bots beside this one (1) {SAID}" in caplog.text) == (bot == OTHER)


@pytest.mark.parametrize("replied", [OTHER, OTHER + 1])
async def test_a_reply_to_a_bot_of_the_same_book_is_one_to_this_bot(tmp_path: Path, replied: int) -> None:
    await written_by(tmp_path, OTHER)
    async with Book(settings_for(tmp_path).database_url.get_secret_value(), bot=OTHER) as book:
        await SqlAnswers(book.database).remember(HOME, 1, 50)
    async with SimulatedTelegram(now=lambda: SUNDAY) as telegram, bot_on(telegram, tmp_path, "polling"):
        sender = {"id": replied, "is_bot": True, "first_name": "Other", "username": "another_bot"}
        receipt = {"message_id": 50, "date": 1, "chat": telegram.group(HOME), "from": sender, "text": "recorded"}
        telegram.say(HOME, "$15", user=ANN, more={"reply_to_message": receipt})
        await telegram.settled()

    amounts = sorted(held_in(tmp_path).values())
    assert amounts == [1500] if replied == OTHER else 500 in amounts
