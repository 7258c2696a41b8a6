"""What may be done or said once alone, where the call that tells it fails: it is neither done again nor left unsaid."""

from pathlib import Path

import pytest

from app.build import App
from tests.telegram.running import ANN, HOME, STRANGER, nothing_waits, store_down
from tests.telegram.simulated import SimulatedTelegram

pytest_plugins = ["tests.telegram.fixtures"]

GYM = "/categories add Gym 40"


async def test_by_polling_a_command_whose_answer_waits_in_the_store_is_not_carried_out_again(
    telegram: SimulatedTelegram, polling: App, tmp_path: Path
) -> None:
    assert polling.wire is not None
    telegram.failing[ANN] = 500
    telegram.say(ANN, GYM)
    await telegram.until(lambda: telegram.polls and not telegram.pending)  # it is kept, and the offset has moved
    del telegram.failing[ANN]
    await nothing_waits(tmp_path, 60)
    await telegram.settled(60)

    assert [said.text.split("\n")[0] for said in telegram.said(ANN)] == ["Gym: $40 a week; no keywords."]


@pytest.mark.usefixtures("webhook")
async def test_a_command_is_not_carried_out_again_though_the_store_is_away_at_its_repeat(
    telegram: SimulatedTelegram,
) -> None:
    telegram.failing[ANN] = 500
    telegram.say(ANN, GYM)
    await telegram.until(lambda: telegram.answers == [503])
    with store_down():
        del telegram.failing[ANN]
        await telegram.until(lambda: telegram.answers.count(503) >= 2)
    await telegram.settled()

    assert [said.text.split("\n")[0] for said in telegram.said(ANN)] == ["Gym: $40 a week; no keywords."]


def say_nothing_of_a_member(telegram: SimulatedTelegram, who: str) -> int:
    """Let somebody write who may not use the bot, or has no name; return the chat."""
    match who:
        case "a stranger":
            telegram.say(STRANGER, "5 fun")
        case "a stranger with a code":
            telegram.say(STRANGER, f"/start {'x' * 22}")
        case "a stranger with a picture":
            telegram.send_media(STRANGER, {"sticker": {"file_id": "1"}})
        case "a stranger in a group":
            telegram.say(HOME, "5 fun", user=STRANGER)
        case _:
            sender = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
            telegram.say(HOME, "5 fun", more={"from": sender, "sender_chat": telegram.group(HOME)})
    return HOME if "group" in who else STRANGER


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    "who",
    [
        "a stranger",
        "a stranger with a code",
        "a stranger with a picture",
        "a stranger in a group",
        "a group's own name",
    ],
)
async def test_who_is_told_once_is_told_though_the_first_call_fails(telegram: SimulatedTelegram, who: str) -> None:
    """The try counted as if it had arrived: nobody said why nothing is recorded."""
    telegram.failing[HOME] = telegram.failing[STRANGER] = 500
    chat = say_nothing_of_a_member(telegram, who)
    # By polling it is kept, and the offset has moved.
    await telegram.until(lambda: telegram.answers or (telegram.polls and not telegram.pending))
    telegram.failing.clear()
    await telegram.settled(60)
    await telegram.until(lambda: telegram.said(chat))

    telegram.push_again(chat, telegram.latest)
    await telegram.settled(60)
    assert len(telegram.said(chat)) == 1
