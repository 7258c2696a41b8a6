"""Exactly once: the real process is killed again and again while Telegram repeats, cuts and doubles; nothing is lost or doubled.

Every day there are 400 updates and 5 kills, and a burst of 6 kills; `make chaos` has 10,000 and 100, and 40 bursts of 12. The seed
is printed, and `CHAOS_SEED` sets it.
"""

import asyncio
import random
import sqlite3
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from bot.telegram.poison import PAUSES
from tests.scale import LONG
from tests.telegram.people import CANARY, SEED, TIMEOUT, by_message, due_to, people, written
from tests.telegram.running import ANN, BotProcess, RecordedEntry, held_in, nothing_waits
from tests.telegram.simulated import SECRET, TOKEN, Faults, SimulatedTelegram

UPDATES = 10_000 if LONG else 400
KILLS = 100 if LONG else 5
CHATS = 40

FAULTS = {
    # each update comes three times on average
    "webhook": Faults(again=0.6, hang_up=0.05, lost_answer=0.1, too_many=0.05, broken=0.05, refused=0.05, lost=0.05),
    "polling": Faults(again=0.5, too_many=0.03, broken=0.003, refused=0.003, lost=0.003),
}


@pytest.mark.slow  # see tests/storage/test_ledger_machine.py
@pytest.mark.parametrize("mode", ["webhook", "polling"])
async def test_nothing_is_lost_and_nothing_doubled(tmp_path: Path, mode: str) -> None:
    print(f"CHAOS_SEED={SEED}")  # noqa: T201 - pytest shows it beside a failure
    async with SimulatedTelegram(SEED, faults=FAULTS[mode]) as telegram:
        dice = random.Random(SEED)  # noqa: S311 - for a run that can be repeated
        everybody = people(telegram, dice, range(ANN, ANN + CHATS), UPDATES)
        bot = BotProcess(telegram, tmp_path, mode)
        await bot.start()
        lives = asyncio.gather(*(person.live() for person in everybody))
        for kill in range(1, KILLS + 1):
            moment = dice.uniform(kill - 0.5, kill) * UPDATES / (KILLS + 1)
            await telegram.until(lambda moment=moment: telegram.acknowledged >= moment, TIMEOUT)  # type: ignore[misc]
            await bot.kill()
            await bot.start()
        await lives
        await telegram.settled(TIMEOUT)
        await nothing_waits(tmp_path, TIMEOUT)
        status = await bot.stop()

    due = by_message(due_to(everybody))
    held = by_message(held_in(tmp_path))
    assert {key: due[key] for key in due.keys() - held.keys()} == {}, "lost"
    assert {key: held[key] for key in held.keys() - due.keys()} == {}, "doubled"
    assert held == due
    assert sums_in(tmp_path) == sums_of(due_to(everybody))
    assert telegram.acknowledged >= UPDATES * 0.99
    assert sum(telegram.deliveries.values()) >= 2.5 * len(telegram.deliveries)
    assert {why for _, _, why in telegram.refused if "not modified" not in why} == set()
    assert status == 0
    log = bot.log.read_text()
    assert [secret for secret in (TOKEN, TOKEN.partition(":")[2], SECRET, CANARY) if secret in log] == []


def sums_in(path: Path) -> Counter[int]:
    """Return what each chat spent, added up by the database."""
    with closing(sqlite3.connect(path / "budget.db")) as db:
        return Counter(dict(db.execute("SELECT owner, sum(amount) FROM entries WHERE NOT undone GROUP BY owner")))


def sums_of(held: RecordedEntry) -> Counter[int]:
    sums: Counter[int] = Counter()
    for (chat, _, _), amount in held.items():
        sums[chat] += amount
    return sums


BURSTS = 40 if LONG else 1
BURST = 12 if LONG else 6  # kills
BURST_WITHIN = sum(pause.total_seconds() for pause in PAUSES) - 2
"""Seconds after which a further kill could be the fifth try of an update: on a loaded machine a burst has fewer kills."""


@pytest.mark.slow  # see tests/storage/test_ledger_machine.py
@pytest.mark.parametrize("mode", ["webhook", "polling"])
@pytest.mark.parametrize("burst", range(BURSTS))
async def test_a_burst_of_kills_within_moments_of_each_start_loses_nothing(
    tmp_path: Path, mode: str, burst: int
) -> None:
    print(f"CHAOS_SEED={SEED}")  # noqa: T201 - pytest shows it beside a failure
    dice = random.Random(SEED + burst)  # noqa: S311 - for a run that can be repeated
    due: RecordedEntry = {}
    async with SimulatedTelegram(SEED + burst) as telegram:
        bot = BotProcess(telegram, tmp_path, mode)
        begun = time.monotonic()
        for _ in range(BURST):
            for chat in range(ANN, ANN + 8):
                amount = dice.randrange(1, 10_000)
                due[chat, telegram.say(chat, f"{written(amount)} fun"), 0] = amount
            before = telegram.deliveries.total()
            await bot.start()
            await telegram.until(lambda before=before: telegram.deliveries.total() > before, TIMEOUT)  # type: ignore[misc]
            await asyncio.sleep(dice.uniform(0, 0.05))
            if time.monotonic() - begun > BURST_WITHIN:
                break
            await bot.kill()
        else:
            await bot.start()
        await telegram.settled(TIMEOUT)
        await nothing_waits(tmp_path, TIMEOUT)
        assert await bot.stop() == 0

    assert held_in(tmp_path) == due
    assert [shown.text for chat in telegram.chats for shown in telegram.said(chat) if "went wrong" in shown.text] == []


@pytest.mark.parametrize("mode", ["webhook", "polling"])
async def test_told_to_stop_it_ends_within_five_seconds_and_leaves_nothing_half_done(tmp_path: Path, mode: str) -> None:
    async with SimulatedTelegram() as telegram:
        bot = BotProcess(telegram, tmp_path, mode)
        await bot.start()
        telegram.say(ANN, "/help")
        await telegram.settled()
        telegram.slow[ANN] = asyncio.Event()  # its answers hang while it is told to stop
        telegram.tap_data(ANN, 2, "s:week")
        text = "\n".join(["5 fun"] * 10)
        numbers = {ANN + n: telegram.say(ANN + n, text) for n in range(40)}
        await telegram.until(lambda: len(telegram.made("sendMessage")) >= 10)
        assert await bot.stop() == 0

        telegram.slow[ANN].set()
        await bot.start()
        await telegram.settled()
        telegram.say(ANN, "/week")
        await telegram.until(lambda: "left this week" in telegram.said(ANN)[-1].text)
        assert await bot.stop() == 0

    assert held_in(tmp_path).keys() == {(chat, n, line) for chat, n in numbers.items() for line in range(10)}
