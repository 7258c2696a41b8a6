"""What may be done or said once alone, where the call that tells it fails: it is neither done again nor left unsaid."""

import asyncio
from pathlib import Path

import pytest

from app.build import App
from tests.telegram.running import ANN, BOB, HOME, STRANGER, bot_on, nothing_waits, store_down, tables_in
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


@pytest.mark.parametrize("way", ["webhook", "polling"])
async def test_what_is_set_apart_is_told_though_the_process_ends_before(
    telegram: SimulatedTelegram, tmp_path: Path, way: str
) -> None:
    """The move was made, and its repeat in another process found nothing left to tell: money went out of sight in silence."""
    old, sender = -4321, {"id": ANN, "is_bot": False, "first_name": "Ann"}
    here = {"message_id": 900, "date": 1, "from": sender, "chat": telegram.group(HOME), "migrate_from_chat_id": old}
    there = here | {"chat": telegram.group(old, upgraded=False), "migrate_to_chat_id": HOME}
    del there["migrate_from_chat_id"]
    async with bot_on(telegram, tmp_path, way):
        telegram.say(old, "/settings currency EUR", user=ANN, more={"chat": there["chat"]})
        await telegram.until(lambda: telegram.said(old))
        telegram.say(HOME, "4 fun", user=BOB)
        await telegram.until(lambda: telegram.said(HOME))
        await telegram.settled()
        telegram.failing[HOME] = 500
        telegram.push(HOME, message=here)
        while not tables_in(tmp_path)["moves"]:  # noqa: ASYNC110 - the database tells nobody
            await asyncio.sleep(0.01)
    telegram.failing.clear()
    async with bot_on(telegram, tmp_path, way):
        await telegram.until(lambda: any("in USD" in shown.text for shown in telegram.said(HOME)), 30)
        telegram.push(old, message=there)
        telegram.push_again(HOME, telegram.latest)
        await telegram.settled()

    (told,) = [shown.text for shown in telegram.said(HOME) if "in USD" in shown.text]
    assert "$4.00" in told
