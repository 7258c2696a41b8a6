"""A group's member who may not use the bot is told once, and let in by a tap of somebody who may."""

from pathlib import Path

import pytest

from app.build import App
from budget.people import Admission
from tests.telegram.running import ANN, BOB, HOME, bot_on, held_in, rows_in
from tests.telegram.simulated import SimulatedTelegram

pytest_plugins = ["tests.telegram.fixtures"]

CLOSED = {"ALLOWED_USERS": f"{ANN}"}
BEN = 8_000_000_001


@pytest.fixture(params=["webhook", "polling"])
def mode(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


async def tap_let_in(telegram: SimulatedTelegram, user: int) -> None:
    asked = next(one for one in reversed(telegram.said(HOME)) if any("Let" in label for label in one.buttons))
    telegram.tap(HOME, asked.number, next(iter(asked.buttons)), user=user)
    await telegram.settled()


async def test_who_is_let_in_records_and_is_listed_as_invited_by_who_tapped(
    telegram: SimulatedTelegram, tmp_path: Path, mode: str
) -> None:
    telegram.names |= {BEN: "Ben <b>", ANN: "Ann"}
    async with bot_on(telegram, tmp_path, mode, **CLOSED) as house:
        telegram.say(HOME, "lunch 12.50", user=BEN)
        telegram.say(HOME, "5 fun", user=BEN)
        await telegram.settled()
        (asked,) = telegram.said(HOME)
        assert asked.text.startswith("Ben <b>, you may not use me yet")
        assert list(asked.buttons) == ["Let Ben <b> in"]

        await tap_let_in(telegram, BEN)
        assert await house.access.may_use(BEN) is False
        assert telegram.made("answerCallbackQuery")[-1]["text"].startswith("This bot is private")

        for _ in range(2):
            telegram.tap_data(HOME, asked.number, next(iter(asked.buttons.values())), user=ANN)
            await telegram.settled()
        number = telegram.say(HOME, "7 fun", user=BEN)
        await telegram.settled()
        members = await house.access.members(ANN)

    assert telegram.chats[HOME][asked.number].text.startswith("Ben <b> may use me now, let in by Ann.")
    assert telegram.chats[HOME][asked.number].buttons == {}
    assert [(one.user, one.name, one.invited_by) for one in members.guests] == [(BEN, "Ben <b>", ANN)]
    assert members.invitations == []
    assert held_in(tmp_path) == {(HOME, number, 0): 700}


async def test_the_name_is_known_by_the_message_where_the_bot_was_started_again(
    telegram: SimulatedTelegram, tmp_path: Path
) -> None:
    telegram.names[BEN] = "Ben"
    async with bot_on(telegram, tmp_path, "webhook", **CLOSED):
        telegram.say(HOME, "5 fun", user=BEN)
        await telegram.settled()
    async with bot_on(telegram, tmp_path, "polling", **CLOSED) as house:
        await tap_let_in(telegram, ANN)
        assert [one.name for one in (await house.access.members(ANN)).guests] == ["Ben"]


async def test_a_flood_of_strangers_asks_about_five_and_leaves_no_row(
    telegram: SimulatedTelegram, tmp_path: Path, mode: str
) -> None:
    async with bot_on(telegram, tmp_path, mode, **CLOSED):
        before = rows_in(tmp_path, "suspects")
        for n in range(9):
            for text in ("5 fun", "hello there", "6 fun", "/week", "/help", "/week@other_bot"):
                telegram.say(HOME, text, user=BEN + n)
        await telegram.settled()
        assert rows_in(tmp_path, "suspects") == before

    assert len(telegram.said(HOME)) == 5


async def test_talk_and_other_bots_commands_ask_nothing(telegram: SimulatedTelegram, tmp_path: Path, mode: str) -> None:
    async with bot_on(telegram, tmp_path, mode, **CLOSED):
        for text in (
            "hello there",
            "see you at 7",
            "the train leaves 12.30",
            "/start",
            "/help",
            "/week@other_bot",
            "/foo",
        ):
            telegram.say(HOME, text, user=BEN)
        await telegram.settled()
        assert telegram.said(HOME) == []
        telegram.say(HOME, "/week@budget_test_bot", user=BEN)
        await telegram.settled()

    assert len(telegram.said(HOME)) == 1


async def test_a_bot_that_nobody_may_use_asks_nobody(telegram: SimulatedTelegram, tmp_path: Path) -> None:
    async with bot_on(telegram, tmp_path, "polling", ALLOWED_USERS="") as house:
        telegram.say(HOME, "5 fun", user=BEN)
        await telegram.settled()
        assert telegram.said(HOME) == []
        assert house.access.claim is not None
        await house.access.admit(ANN, "Ann", f"/start {house.access.claim.code}")
        telegram.say(HOME, "6 fun", user=BEN)
        await telegram.settled()

    assert len(telegram.said(HOME)) == 1


async def test_who_was_taken_out_does_not_come_back_by_an_old_button(
    telegram: SimulatedTelegram, tmp_path: Path
) -> None:
    async with bot_on(telegram, tmp_path, "webhook", **CLOSED) as house:
        telegram.say(HOME, "5 fun", user=BEN)
        await telegram.settled()
        (asked,) = telegram.said(HOME)
        old = asked.buttons["Let Ann in"]
        await tap_let_in(telegram, ANN)
        await house.access.remove(ANN, BEN)

        telegram.tap_data(HOME, asked.number, old, user=ANN)
        await telegram.settled()
        assert telegram.made("answerCallbackQuery")[-1]["text"].startswith("That person was taken out after")
        assert not await house.access.may_use(BEN)

        telegram.say(HOME, "6 fun", user=BEN)
        await telegram.settled()
        await tap_let_in(telegram, ANN)
        assert await house.access.may_use(BEN)


async def test_a_question_that_did_not_arrive_is_asked_by_the_repeat_and_one_that_did_is_not(
    telegram: SimulatedTelegram, tmp_path: Path, mode: str
) -> None:
    async with bot_on(telegram, tmp_path, mode, **CLOSED):
        telegram.next_faults.append(("sendMessage", 500))
        telegram.faults.again = 0.6
        telegram.say(HOME, "5 fun", user=BEN)
        await telegram.settled()

    assert len(telegram.said(HOME)) == 1


async def test_only_who_is_in_can_let_in_and_only_in_a_group(telegram: SimulatedTelegram, webhook: App) -> None:
    assert await webhook.guests.let_in(BEN, "Ben", ANN, 0, telegram.now(), [ANN]) is Admission.WELCOME
    telegram.tap_data(BOB, 1, f"m:i:{BEN + 1}:0", user=BOB)
    await telegram.settled()
    assert not await webhook.access.may_use(BEN + 1)
