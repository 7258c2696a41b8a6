"""Who may use the bot: a claim code for the first, invitations for partners, one refusal for strangers."""

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.access import CLAIM_LIVES, Claim
from main import House
from tests.chat import SUNDAY
from tests.simulated_telegram import NAME, SimulatedTelegram
from tests.telegram_house import ANN, BOB, STRANGER, bot_on, held_in, store_down

pytest_plugins = ["tests.telegram_fixtures"]

MOMENT = timedelta(microseconds=1)


def code_of(house: House) -> str:
    assert house.access.claim is not None
    return house.access.claim.code


@pytest.mark.parametrize("mode", ["webhook", "polling"])
async def test_the_claim_code_lets_one_person_in(
    telegram: SimulatedTelegram, tmp_path: Path, capsys: pytest.CaptureFixture[str], mode: str
) -> None:
    async with bot_on(telegram, tmp_path, mode, ALLOWED_USERS="") as house:
        await telegram.until(lambda: telegram.profile.get("commands"))
        code = code_of(house)
        for user in (ANN, BOB):
            telegram.say(user, f"/start {code}")
            number = telegram.say(user, "5 fun")
            await telegram.settled()

    assert f"https://t.me/{NAME}?start={code}" in capsys.readouterr().out
    assert held_in(tmp_path) == {(ANN, number, 0): 500}
    assert [shown.text[:19] for shown in telegram.said(BOB)] == ["This bot is private"]


async def test_a_claim_is_not_lost_where_the_store_fails_in_its_middle(
    telegram: SimulatedTelegram, tmp_path: Path
) -> None:
    async with bot_on(telegram, tmp_path, "webhook", ALLOWED_USERS="") as house:
        await telegram.until(lambda: telegram.webhook["url"])
        house.access._guests, real = Failing(house), house.access._guests
        telegram.say(ANN, f"/start {code_of(house)}")
        await telegram.until(lambda: 503 in telegram.answers)
        house.access._guests = real
        await telegram.settled()

        assert await real.is_guest(ANN)
        assert house.access.claim is None


class Failing:
    """Guests that can be read and not be written."""

    def __init__(self, house: House) -> None:
        self._real = house.notebook
        self.is_guest = self._real.is_guest
        self.any_guest = self._real.any_guest
        self.add_invitation = self._real.add_invitation
        self.redeem = self._real.redeem

    async def add_first_guest(self, user: int, at: datetime) -> bool:
        with store_down():
            return await self._real.add_first_guest(user, at)


def test_the_claim_code_lives_ten_minutes() -> None:
    claim = Claim(SUNDAY)

    assert claim.matches(claim.code, SUNDAY + CLAIM_LIVES - MOMENT)
    assert not claim.matches(claim.code, SUNDAY + CLAIM_LIVES)
    assert timedelta(minutes=10) == CLAIM_LIVES


def test_the_claim_code_stands_five_wrong_tries() -> None:
    claim = Claim(SUNDAY)

    assert not any(claim.matches("wrong-code", SUNDAY) for _ in range(4))
    assert claim.matches(claim.code, SUNDAY)
    assert not claim.matches("wrong-code", SUNDAY)
    assert not claim.matches(claim.code, SUNDAY)


@pytest.mark.usefixtures("bot")
async def test_an_invitation_lets_one_person_in_once(telegram: SimulatedTelegram, tmp_path: Path) -> None:
    telegram.say(ANN, "/invite")
    await telegram.settled()
    found = re.search(r"start[= ]([\w-]+)", telegram.said(ANN)[0].text)
    assert found is not None

    for user in (900, STRANGER):
        telegram.say(user, f"/start {found[1]}")
        number = telegram.say(user, "5 fun")
        await telegram.settled()

    assert held_in(tmp_path) == {(900, number, 0): 500}
