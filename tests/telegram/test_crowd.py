"""By webhook many chats whose calls hang leave room for all others: Telegram has 40 connections for the updates of a bot."""

import asyncio
from pathlib import Path

import pytest
from starlette.responses import Response

from bot.telegram.webhook import Underway
from tests.telegram.running import ANN, bot_on, held_in
from tests.telegram.simulated import SimulatedTelegram

pytest_plugins = ["tests.telegram.fixtures"]

CHATS = range(20_000, 20_060)


async def test_a_crowd_of_chats_whose_calls_hang_holds_up_nobody_and_is_answered_in_order(
    telegram: SimulatedTelegram, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Each kept a connection for the 20 seconds that a call may take, and then again."""
    hanging = asyncio.Event()
    telegram.slow = dict.fromkeys(CHATS, hanging)
    async with bot_on(telegram, tmp_path, "webhook", ALLOWED_USERS="*"):
        await telegram.until(lambda: telegram.webhook["url"])
        for chat in CHATS:
            for text in ("1 fun first", "2 fun second"):
                telegram.say(chat, text)
        await telegram.until(lambda: len(held_in(tmp_path)) >= 30)

        number = telegram.say(ANN, "12.50 fun tacos")
        await telegram.until(lambda: telegram.answers_to(ANN, number))
        assert "TimedOut" not in caplog.text, "no call was given up before"

        hanging.set()
        await telegram.settled()
        for chat in CHATS:
            said = [shown.text.split("\n")[0] for shown in telegram.said(chat)]
            # A call that was given up after ten seconds may have been made: its answer comes twice.
            assert list(dict.fromkeys(said)) == ["✓ $1.00 first", "✓ $2.00 second"]
    assert sorted(held_in(tmp_path).values()) == sorted([100, 200] * len(CHATS) + [1250])


@pytest.fixture
def crowd(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that waits is many, and nobody waits for long."""
    monkeypatch.setattr("bot.telegram.webhook._CROWD", 1)
    monkeypatch.setattr("bot.telegram.webhook._LONG_IN_A_CROWD", 0.0)


class Work:
    """Work that hangs until it is told what to return."""

    def __init__(self) -> None:
        self.begun = 0
        self.result = asyncio.Future[Response]()

    async def __call__(self) -> Response:
        self.begun += 1
        return await self.result


@pytest.mark.usefixtures("crowd")
async def test_a_repeat_takes_what_came_of_the_work_and_begins_none() -> None:
    underway, work, done = Underway(), Work(), Response(status_code=200)
    for _ in range(3):
        assert (await underway.answered(1, work)).status_code == 503
    work.result.set_result(done)
    await asyncio.sleep(0)
    assert await underway.answered(1, work) is done
    assert work.begun == 1


@pytest.mark.usefixtures("crowd")
@pytest.mark.parametrize("later", [Response(status_code=503), ValueError(), asyncio.CancelledError()])
async def test_a_repeat_begins_anew_what_has_failed(later: Response | BaseException) -> None:
    underway, work, again = Underway(), Work(), Work()
    assert (await underway.answered(1, work)).status_code == 503
    if isinstance(later, Response):
        work.result.set_result(later)
    elif isinstance(later, ValueError):
        work.result.set_exception(later)
    else:
        work.result.cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert (await underway.answered(1, again)).status_code == 503
    await asyncio.sleep(0)
    assert again.begun == 1
    again.result.cancel()


@pytest.mark.usefixtures("crowd")
async def test_what_was_asked_of_another_replica_is_no_answer_to_a_later_update_of_that_number() -> None:
    time = [0.0]
    underway, work, other = Underway(lambda: time[0]), Work(), Work()
    assert (await underway.answered(1, work)).status_code == 503
    work.result.set_result(Response(status_code=200))
    await asyncio.sleep(0)
    time[0] = 300.0
    assert (await underway.answered(1, other)).status_code == 503
    await asyncio.sleep(0)
    assert other.begun == 1
    other.result.cancel()


@pytest.mark.usefixtures("crowd")
async def test_no_more_go_on_than_there_are_connections_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.telegram.webhook._MOST_BEHIND", 2)
    underway, works = Underway(), [Work() for _ in range(3)]
    for number in (0, 1):
        assert (await underway.answered(number, works[number])).status_code == 503
    third = asyncio.create_task(underway.answered(2, works[2]))
    await asyncio.sleep(0.01)
    assert not third.done()
    done = Response(status_code=200)
    works[2].result.set_result(done)
    assert await third is done
    for work in works:
        work.result.cancel()


@pytest.mark.usefixtures("crowd")
async def test_work_behind_an_answer_ends_with_the_request() -> None:
    underway, work = Underway(), Work()
    answer = await underway.answered(1, work)
    assert answer.background is not None
    waiting = asyncio.create_task(answer.background())
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.wait([waiting])
    await asyncio.sleep(0)
    assert work.result.cancelled()
