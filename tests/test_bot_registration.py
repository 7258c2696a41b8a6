"""Start-up against a Bot API server that knows little: the bot works all the same."""

from pathlib import Path

import pytest

from tests.simulated_telegram import SimulatedTelegram
from tests.telegram_house import ANN, bot_on, held_in

pytest_plugins = ["tests.telegram_fixtures"]


@pytest.mark.parametrize("status", [400, 404])
@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_methods_that_are_not_known_do_not_keep_it_from_its_work(
    telegram: SimulatedTelegram, tmp_path: Path, mode: str, status: int
) -> None:
    for method in ("deleteWebhook", "getMyCommands", "getMyDescription", "getMyShortDescription"):
        telegram.unknown[method] = status
    async with bot_on(telegram, tmp_path, mode):
        if mode == "webhook":
            await telegram.until(lambda: telegram.webhook["url"])
        number = telegram.say(ANN, "5 fun")
        await telegram.settled()

        assert held_in(tmp_path) == {(ANN, number, 0): 500}
        assert telegram.answers_to(ANN, number)
