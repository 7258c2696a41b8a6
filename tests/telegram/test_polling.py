"""Polling, against a simulated Telegram: handled first, confirmed after."""

import asyncio
from pathlib import Path

import pytest

from app.build import App
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
    assert [shown.text.split()[1] for shown in telegram.said(ANN)] == [f"${n + 1}.00" for n in range(120)]
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
    assert "$11.00 of $150" in telegram.said(HOME)[-1].text


async def test_while_polling_is_stuck_the_bot_is_not_ready_and_no_contact_is_told(
    telegram: SimulatedTelegram, tmp_path: Path
) -> None:
    async with bot_on(telegram, tmp_path, "polling") as app:
        telegram.say(ANN, "5 fun")
        await telegram.settled()
        assert b'"ready"' in await get(telegram.ports[0], "/readyz")
        app.metrics.is_stuck = lambda: True
        contact = app.metrics._contact

        telegram.say(ANN, "6 fun")
        await telegram.settled()

        assert app.metrics._contact is contact
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
