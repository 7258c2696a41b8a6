"""A group may forbid pictures and files: then their words come, and nothing that was asked for ends in silence."""

from pathlib import Path

import pytest

from tests.telegram.running import ANN, HOME, bot_on
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
