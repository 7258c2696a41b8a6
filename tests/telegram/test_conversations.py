"""Conversations: what a person does step by step, and what has to be seen and recorded after each, in both modes."""

import json
from pathlib import Path

import pytest

from tests.telegram.running import ANN, BOB, bot_on
from tests.telegram.simulated import Json, SimulatedTelegram
from tests.telegram.steps import BUDGETS, Player, clock

CONVERSATIONS: list[Json] = [
    conversation
    for name in ("conversations.json", "corrections.json", "blind.json")
    for conversation in json.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("mode", ["webhook", "polling"])
@pytest.mark.parametrize("conversation", [pytest.param(one, id=one["id"]) for one in CONVERSATIONS])
async def test_conversation(conversation: Json, mode: str, tmp_path: Path) -> None:
    environ = dict(BUDGETS[conversation["budget"]])
    environ["ALLOWED_USERS"] = f"{ANN}" if conversation.get("bot") == "closed" else f"{ANN},{BOB}"
    async with (
        SimulatedTelegram(now=clock(conversation["budget"])) as telegram,
        bot_on(telegram, tmp_path, mode, **environ),
    ):
        await telegram.until(lambda: telegram.webhook["url"] or telegram.polls)
        player = Player(telegram, tmp_path, conversation["budget"], conversation["chat"] == "group")
        for step in conversation["steps"]:
            await player.play(step)
