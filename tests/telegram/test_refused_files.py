"""A group may forbid pictures and files: then their words come, and nothing that was asked for ends in silence."""

from pathlib import Path
from typing import Any, ClassVar

import pytest
from telegram import Bot
from telegram.error import BadRequest

from bot.reply import Picture, Reply
from bot.telegram.delivery import to_send
from tests.telegram.running import ANN, HOME, bot_on, nothing_waits
from tests.telegram.simulated import SimulatedTelegram

NO_FILES = "I can't send files here. Allow it in the group's permissions, and ask again."


@pytest.mark.parametrize("mode", ["webhook", "polling"])
@pytest.mark.parametrize(
    ("asked", "method", "said"),
    [
        ("/chart", "sendPhoto", "Fun"),
        ("/export", "sendDocument", NO_FILES),
        ("/export json", "sendDocument", NO_FILES),
    ],
)
async def test_what_is_refused_is_said_in_words(tmp_path: Path, mode: str, asked: str, method: str, said: str) -> None:
    async with SimulatedTelegram() as telegram, bot_on(telegram, tmp_path, mode):
        telegram.say(HOME, "5 fun", user=ANN)
        await telegram.settled()
        telegram.next_faults.append((method, 400))
        number = telegram.say(HOME, asked, user=ANN)
        await telegram.settled()
        await nothing_waits(tmp_path, 60)  # a slow machine tries again what it can't do in time

        (answer,) = telegram.answers_to(HOME, number)
        assert said in answer.text
        assert telegram.documents == []
        assert telegram.made("sendPhoto") == []


async def test_before_a_budget_is_forgotten_it_says_that_no_file_was_handed_out(tmp_path: Path) -> None:
    async with SimulatedTelegram() as telegram, bot_on(telegram, tmp_path, "webhook"):
        telegram.say(ANN, "5 fun")
        telegram.say(ANN, "/forget")
        await telegram.settled()
        telegram.next_faults.append(("sendDocument", 400))
        telegram.tap(ANN, telegram.said(ANN)[-1].number, "Delete everything")
        await telegram.settled()

        assert NO_FILES in [one.text for one in telegram.said(ANN)]


class _WithoutChat(Bot):
    """A client of a Telegram that knows no chat."""

    made: ClassVar[list[str]] = []

    async def do_api_request(self, endpoint: str, *_: object, **_more: object) -> Any:
        self.made.append(endpoint)
        raise BadRequest("Chat not found")


async def test_where_there_is_no_chat_nothing_else_is_tried() -> None:
    """A second call took as long as the first one, and an update that a stop had to wait for was cut off."""
    bot = _WithoutChat("1:x")
    (call,) = to_send(Reply("Fun", picture=Picture(b"png", "Fun")), 4711, None)
    assert call.otherwise is not None

    assert await call.make(bot) is None
    assert bot.made == ["send_Photo"]
