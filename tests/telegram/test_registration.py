"""Start-up against a Bot API server that knows little: the bot works all the same."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.telegram import registration
from budget.errors import LedgerUnavailable
from languages import ENGLISH, SPOKEN
from storage.duties import SqlDuties
from tests.ledgers import NOON, Book
from tests.telegram.running import ANN, bot_in_all_languages_on, bot_on, held_in
from tests.telegram.simulated import SimulatedTelegram
from words import looks, talk
from words.voice import voice_of

pytest_plugins = ["tests.telegram.fixtures", "tests.databases"]


@pytest.mark.parametrize("status", [400, 404])
@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_methods_that_are_not_known_do_not_keep_it_from_its_work(
    telegram: SimulatedTelegram, tmp_path: Path, mode: str, status: int
) -> None:
    for method in (
        "deleteWebhook",
        "getMyCommands",
        "getMyDescription",
        "getMyShortDescription",
        "getUserProfilePhotos",
    ):
        telegram.unknown[method] = status
    async with bot_on(telegram, tmp_path, mode):
        if mode == "webhook":
            await telegram.until(lambda: telegram.webhook["url"])
        number = telegram.say(ANN, "5 fun")
        await telegram.settled()

        assert held_in(tmp_path) == {(ANN, number, 0): 500}
        assert telegram.answers_to(ANN, number)


async def test_a_menu_lists_what_can_be_used_there(telegram: SimulatedTelegram, tmp_path: Path) -> None:
    async with bot_on(telegram, tmp_path, "polling"):
        await telegram.until(lambda: "commands all_chat_administrators" in telegram.profile)

    private, group, administrators = (
        {one["command"] for one in telegram.profile[menu]}
        for menu in ("commands", "commands all_group_chats", "commands all_chat_administrators")
    )
    assert administrators - group == {"forget"}
    assert {"week", "limits", "settings"} <= group == private


async def test_every_language_has_its_menus_and_descriptions(telegram: SimulatedTelegram, tmp_path: Path) -> None:
    async with bot_in_all_languages_on(telegram, tmp_path, "polling"):
        await telegram.until(lambda: "photo" in telegram.profile)

    for tag in SPOKEN:
        voice, code = voice_of(tag), "" if tag == ENGLISH else f" {tag.partition('-')[0]}"
        week = next(one for one in telegram.profile[f"commands{code}"] if one["command"] == "week")
        assert week["description"] == looks.week_blurb(voice)
        assert f"commands all_group_chats{code}" in telegram.profile
        assert telegram.profile[f"description{code}"] == talk.description(voice)
        assert telegram.profile[f"short_description{code}"] == talk.short_description(voice)


async def test_what_is_as_it_should_be_is_not_set_again(telegram: SimulatedTelegram, tmp_path: Path) -> None:
    async with bot_in_all_languages_on(telegram, tmp_path, "polling"):
        await telegram.until(lambda: "photo" in telegram.profile)
    telegram.calls.clear()
    async with bot_in_all_languages_on(telegram, tmp_path, "polling"):
        await telegram.until(lambda: any(method == "getUserProfilePhotos" for method, _ in telegram.calls))
        number = telegram.say(ANN, "5 fun")
        await telegram.settled()
        assert telegram.answers_to(ANN, number)

    assert not [method for method, _ in telegram.calls if method.startswith("setMy")]


async def test_a_photo_of_ones_own_stays(telegram: SimulatedTelegram, tmp_path: Path) -> None:
    telegram.profile["photo"] = b"of the owner's"
    async with bot_on(telegram, tmp_path, "polling"):
        await telegram.until(lambda: any(method == "getUserProfilePhotos" for method, _ in telegram.calls))

    assert telegram.profile["photo"] == b"of the owner's"


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


Once = Callable[[Callable[[], Awaitable[None]]], Awaitable[None]]


def once(ledger: Book, clock: Clock) -> Once:
    return lambda step: registration.once(SqlDuties(ledger.database), "webhook", "a", clock, step, holds)


async def holds() -> bool:
    return True


async def test_of_replicas_that_start_together_one_takes_the_step_and_the_others_wait_for_it(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registration, "_LOOK_AGAIN", 0.01)
    steps: list[int] = []
    begun, go = asyncio.Event(), asyncio.Event()

    async def step(replica: int) -> None:
        steps.append(replica)
        begun.set()
        await go.wait()

    async with Book(url) as one, Book(url) as two, Book(url) as three:
        replicas = [
            asyncio.ensure_future(once(ledger, Clock())(partial(step, n))) for n, ledger in enumerate((one, two, three))
        ]
        await begun.wait()
        await asyncio.sleep(0.1)  # in which the others look again, and see that it is not theirs
        assert (len(steps), [replica.done() for replica in replicas]) == (1, [False] * 3)
        go.set()
        await asyncio.gather(*replicas)

    assert len(steps) == 1


async def test_where_the_replica_that_claimed_a_step_ends_before_it_is_done_another_takes_it(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registration, "_LOOK_AGAIN", 0.01)
    clock, begun, done = Clock(), asyncio.Event(), asyncio.Event()

    async def hangs() -> None:
        begun.set()
        await asyncio.Event().wait()

    async def does() -> None:
        done.set()

    async with Book(url) as one, Book(url) as two:
        ending = asyncio.ensure_future(once(one, clock)(hangs))
        await begun.wait()
        ending.cancel()
        other = asyncio.ensure_future(once(two, clock)(does))
        await asyncio.sleep(0.1)
        assert not done.is_set()
        clock.now += timedelta(minutes=1, seconds=1)
        await other

    assert done.is_set()


async def test_while_the_store_is_away_a_step_waits_for_it(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.telegram.retries.PAUSES", (0.01,))
    taken: list[bool] = []

    class Away(SqlDuties):
        async def claim_duty(self, name: str, what: str, at: datetime, stale: datetime) -> bool:
            if not taken:
                taken.append(False)
                raise LedgerUnavailable("database: as asked for")
            return await super().claim_duty(name, what, at, stale)

    async def step() -> None:
        taken.append(True)

    async with Book(sqlite_url) as ledger:
        await registration.once(Away(ledger.database), "webhook", "a", Clock(), step, holds)

    assert taken == [False, True]


async def test_from_webhook_to_polling_and_back_within_a_minute_it_hears_each_time(
    telegram: SimulatedTelegram, tmp_path: Path
) -> None:
    for mode in ("webhook", "polling", "webhook"):
        async with bot_on(telegram, tmp_path, mode):
            if mode == "webhook":
                await telegram.until(lambda: telegram.webhook["url"])
            number = telegram.say(ANN, "5 fun")
            await telegram.settled()
            assert (ANN, number, 0) in held_in(tmp_path)
