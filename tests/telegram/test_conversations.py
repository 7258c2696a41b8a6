"""Conversations: what a person does step by step, and what has to be seen and recorded after each, in one mode or the other."""

import json
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from tests.scale import LONG
from tests.telegram.running import ANN, BOB, bot_on
from tests.telegram.simulated import Json, SimulatedTelegram
from tests.telegram.steps import BUDGETS, Player, clock

CONVERSATIONS: list[Json] = [
    conversation
    for name in ("conversations.json", "corrections.json", "blind.json")
    for conversation in json.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))
]
MODES = "webhook", "polling"


def in_modes() -> list[ParameterSet]:
    """Return each conversation in both modes with CHAOS, else in one of them, by turns."""
    return [
        pytest.param(one, mode, id=f"{one['id']}-{mode}")
        for n, one in enumerate(CONVERSATIONS)
        for mode in (MODES if LONG else MODES[n % len(MODES) :][:1])
    ]


@pytest.mark.parametrize(("conversation", "mode"), in_modes())
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
