"""Polling, against a simulated Telegram: handled first, confirmed after."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from telegram import Bot
from telegram.request import BaseRequest, RequestData

from app.build import App
from bot.telegram.delivery import Call
from bot.telegram.dispatch import Dispatcher
from bot.telegram.polling import Polling
from bot.telegram.updates import Incoming, Joined
from tests.telegram import wire
from tests.telegram.running import ANN, BOB, HOME, STRANGER, bot_on, held_in, store_down
from tests.telegram.simulated import SimulatedTelegram

pytest_plugins = ["tests.telegram.fixtures"]


@pytest.mark.usefixtures("polling")
@pytest.mark.parametrize("status", [500, 429])
async def test_a_chat_that_can_not_be_answered_holds_up_nobody_and_is_answered_in_its_order_at_last(
    telegram: SimulatedTelegram, polling: App, status: int
) -> None:
    telegram.failing[ANN] = status
    first = [telegram.say(ANN, f"{n + 1} fun") for n in range(120)]
    number = telegram.say(BOB, "5 fun")
    await telegram.until(lambda: telegram.answers_to(BOB, number), 60)
    assert polling.metrics.oldest_open() > 0
    assert "budgetbot_oldest_open_update_seconds 0\n" not in polling.metrics.exposition(ready=True)

    del telegram.failing[ANN]
    await telegram.until(lambda: len(telegram.said(ANN)) == len(first), 60)
    await telegram.settled()
    assert [shown.text.split(" ")[1] for shown in telegram.said(ANN)] == [f"${n + 1}.00" for n in range(120)]
    assert all(len(telegram.answers_to(ANN, number)) == 1 for number in first)


@pytest.mark.usefixtures("polling")
async def test_an_update_is_confirmed_only_after_it_is_recorded(telegram: SimulatedTelegram, tmp_path: Path) -> None:
    with store_down():
        number = telegram.say(ANN, "5 fun")
        await telegram.until(lambda: len(telegram.deliveries) == 1 and max(telegram.deliveries.values()) >= 2)
        assert telegram.pending
    await telegram.settled()

    assert held_in(tmp_path) == {(ANN, number, 0): 500}
    assert len(telegram.answers_to(ANN, number)) == 1


@pytest.mark.usefixtures("polling")
@pytest.mark.parametrize("fault", [429, 500, 0])
async def test_a_reply_that_failed_is_sent_again(telegram: SimulatedTelegram, tmp_path: Path, fault: int) -> None:
    telegram.next_faults.append(("sendMessage", fault))
    number = telegram.say(ANN, "5 fun")
    await telegram.settled()

    assert held_in(tmp_path) == {(ANN, number, 0): 500}
    assert len(telegram.answers_to(ANN, number)) == 1


@pytest.mark.usefixtures("polling")
async def test_a_refusal_that_failed_is_sent_again(telegram: SimulatedTelegram) -> None:
    telegram.next_faults.append(("sendMessage", 429))
    telegram.say(STRANGER, "5 fun")
    await telegram.settled()

    assert len(telegram.said(STRANGER)) == 1


@pytest.mark.usefixtures("polling")
async def test_what_was_said_while_telegram_was_away_is_recorded_and_told_afterwards(
    telegram: SimulatedTelegram, tmp_path: Path
) -> None:
    await telegram.until(lambda: telegram.made("deleteWebhook"))
    telegram.reachable = False
    said = [telegram.say(chat, f"{n + 1} fun") for chat in (ANN, BOB) for n in range(30)]
    await telegram.until(lambda: telegram.cut >= 5)

    telegram.reachable = True
    await telegram.settled()

    assert sorted(held_in(tmp_path).values()) == sorted([100 * (n + 1) for n in range(30)] * 2)
    assert all(telegram.answers_to(ANN, number) for number in said[:30])


@pytest.mark.usefixtures("polling")
async def test_who_blocked_the_bot_is_recorded_and_not_written_to(telegram: SimulatedTelegram, tmp_path: Path) -> None:
    telegram.blocked.add(ANN)
    number = telegram.say(ANN, "5 fun")
    await telegram.settled()
    assert held_in(tmp_path) == {(ANN, number, 0): 500}

    telegram.blocked.clear()
    telegram.say(ANN, "/start")
    await telegram.settled()
    assert len(telegram.said(ANN)) == 1


@pytest.mark.usefixtures("polling")
async def test_a_chat_found_to_have_moved_takes_its_budget_along(telegram: SimulatedTelegram) -> None:
    old = -4321
    telegram.migrated[old] = HOME
    telegram.say(old, "5 fun", user=ANN, more={"chat": telegram.group(old, upgraded=False)})
    await telegram.settled()
    (receipt,) = telegram.said(HOME)
    assert receipt.text.startswith("✓ $5.00")

    telegram.chats[HOME][1] = receipt
    number = telegram.say(HOME, "hello", user=BOB)
    telegram.edit(HOME, number, "6 fun", user=BOB)
    telegram.say(HOME, "/week", user=BOB)
    await telegram.settled()

    assert telegram.chats[HOME][1] == receipt
    assert "Fun: $11.00" in telegram.said(HOME)[-1].text


async def test_while_polling_is_stuck_the_bot_is_not_ready_and_no_contact_is_told(
    telegram: SimulatedTelegram, tmp_path: Path
) -> None:
    async with bot_on(telegram, tmp_path, "polling") as house:
        telegram.say(ANN, "5 fun")
        await telegram.settled()
        assert b'"ready"' in await get(telegram.ports[0], "/readyz")
        house.metrics.is_stuck = lambda: True
        contact = house.metrics._contact

        telegram.say(ANN, "6 fun")
        await telegram.settled()

        assert house.metrics._contact is contact
        assert b"updates: one can neither be done nor kept" in await get(telegram.ports[0], "/readyz")


async def get(port: int, path: str) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(wire.written(f"GET {path} HTTP/1.1", b"", {"Host": "localhost", "Connection": "close"}))
    answer = await wire.read(reader)
    writer.close()
    assert answer is not None
    return answer.body


@pytest.mark.parametrize("fault", [500, 409, 0])
async def test_polling_goes_on_after_a_failure(telegram: SimulatedTelegram, tmp_path: Path, fault: int) -> None:
    telegram.webhook = {"url": "https://left.over"}
    telegram.next_faults.append(("getUpdates", fault))
    number = telegram.say(ANN, "5 fun")
    async with bot_on(telegram, tmp_path, "polling"):
        await telegram.settled()

    assert held_in(tmp_path) == {(ANN, number, 0): 500}
    (asked,) = telegram.made("deleteWebhook")
    assert asked.get("drop_pending_updates", False) is False


class OneUpdate(BaseRequest):
    """Telegram's network edge: it has one update, and holds a request for more open."""

    @property
    def read_timeout(self) -> float | None:
        return 1.0

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        assert (url.rpartition("/")[2], method) == ("getUpdates", "POST")
        assert request_data is not None
        if "offset" in request_data.parameters:
            await asyncio.Event().wait()
        return 200, json.dumps({"ok": True, "result": [{"update_id": 7}]}).encode()


class Doorkeeper(Dispatcher):
    """Holds an update until it is told to let it go."""

    def __init__(self) -> None:
        self.held, self.go = asyncio.Event(), asyncio.Event()

    def read(self, raw: object) -> Incoming:
        assert raw == {"update_id": 7}
        return Incoming(ANN, ANN, Joined(), private=True, reply_to=None)

    async def handle(self, found: Incoming) -> list[Call]:
        assert found.chat == ANN
        self.held.set()
        await self.go.wait()
        return []


@pytest.mark.parametrize("steps", range(8))
async def test_told_to_stop_in_the_moment_that_an_update_is_done_it_stops(steps: int) -> None:
    door = Doorkeeper()
    polling = asyncio.create_task(Polling(Bot("7:x", get_updates_request=OneUpdate()), door).run())
    await asyncio.wait_for(door.held.wait(), 60)
    for _ in range(20):
        await asyncio.sleep(0)  # so that it waits for the update to be done
    door.go.set()
    for _ in range(steps):
        await asyncio.sleep(0)
    polling.cancel()
    done, _ = await asyncio.wait([polling], timeout=60)
    polling.cancel()
    assert done
