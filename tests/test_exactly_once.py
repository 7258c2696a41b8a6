"""Exactly once: the real process is killed again and again while Telegram repeats, cuts and doubles; nothing is lost or doubled.

`make chaos` runs the long form. The seed is printed, and `CHAOS_SEED` sets it.
"""

import asyncio
import os
import random
import sqlite3
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.simulated_telegram import SECRET, TOKEN, Faults, SimulatedTelegram
from tests.telegram_house import ANN, BotProcess, Held, held_in

LONG = "CHAOS" in os.environ
UPDATES = 10_000 if LONG else 1_000
KILLS = 100 if LONG else 10
CHATS = 40
SEED = int(os.environ.get("CHAOS_SEED", "0")) or random.SystemRandom().randrange(1, 10**6)
PATIENCE = 3600 if LONG else 240
"""Seconds after which a run that hangs is given up."""

CANARY = "canary-in-a-note"


@dataclass
class Person:
    """Somebody who writes, edits and taps in a chat, and keeps account of what the ledger has to hold."""

    telegram: SimulatedTelegram
    chat: int
    random: random.Random
    left: int
    """How many updates are still to come."""

    def __post_init__(self) -> None:
        self.due: Held = {}

    async def live(self) -> None:
        while self.left > 0:
            acts = [self.several_lines, self.edits, self.undoes, self.is_asked] if self.left > 3 else []
            await self.random.choice([self.writes, self.writes, *acts])()

    async def writes(self) -> None:
        amount = self.random.randrange(1, 10_000)
        self.owes(self.says(f"{written(amount)} fun {CANARY}"), [amount])

    async def several_lines(self) -> None:
        amounts = self.amounts()
        self.owes(self.says(lines(amounts)), amounts)

    async def edits(self) -> None:
        """Correct a message once or twice, which adds lines and takes lines out."""
        number = self.says(lines(self.amounts()))
        for _ in range(self.random.choice([1, 2])):
            amounts = self.amounts()
            self.telegram.edit(self.chat, number, lines(amounts))
            self.left -= 1
        self.owes(number, amounts)

    async def undoes(self) -> None:
        amount = self.random.randrange(1, 10_000)
        number = self.says(f"{written(amount)} gas {CANARY}")
        await self.taps(number, "Undo")
        if self.random.random() < 0.5:
            await self.taps(number, "Restore")
            self.owes(number, [amount])

    async def is_asked(self) -> None:
        number = self.says("3 beers 18")
        amount = self.random.choice([300, 1800])
        await self.taps(number, f"${written(amount)}")
        self.owes(number, [amount])

    async def taps(self, number: int, label: str) -> None:
        """Tap a button as soon as any answer to a message has it, and wait until the tap is handled."""

        def bearing() -> list[int]:
            answers = self.telegram.answers_to(self.chat, number)
            return [shown.number for shown in answers if label in shown.buttons]

        await self.telegram.until(bearing, PATIENCE)
        tap = self.telegram.tap(self.chat, self.random.choice(bearing()), label)
        self.left -= 1
        await self.telegram.until(lambda: self.telegram.taps[tap], PATIENCE)
        await self.telegram.until(lambda: not self.waits(tap), PATIENCE)

    def waits(self, tap: str) -> bool:
        updates = self.telegram.pending.values()
        return any(update.get("callback_query", {}).get("id") == tap for update in updates)

    def says(self, text: str) -> int:
        self.left -= 1
        return self.telegram.say(self.chat, text)

    def owes(self, number: int, amounts: Sequence[int]) -> None:
        self.due |= {(self.chat, number, line): amount for line, amount in enumerate(amounts)}

    def amounts(self) -> list[int]:
        return [self.random.randrange(1, 10_000) for _ in range(self.random.randrange(1, 5))]


def written(amount: int) -> str:
    return f"{amount // 100}.{amount % 100:02}"


def lines(amounts: Sequence[int]) -> str:
    return "\n".join(f"{written(amount)} fun {CANARY}" for amount in amounts)


FAULTS = {
    # each update comes three times on average
    "webhook": Faults(again=0.6, hang_up=0.05, lost_answer=0.1, too_many=0.05, broken=0.05, refused=0.05, lost=0.05),
    "polling": Faults(again=0.5, too_many=0.03, broken=0.003, refused=0.003, lost=0.003),
}


@pytest.mark.parametrize("mode", ["webhook", "polling"])
async def test_nothing_is_lost_and_nothing_doubled(tmp_path: Path, mode: str) -> None:
    print(f"CHAOS_SEED={SEED}")  # noqa: T201 - pytest shows it beside a failure
    async with SimulatedTelegram(SEED, faults=FAULTS[mode]) as telegram:
        dice = random.Random(SEED)  # noqa: S311 - for a run that can be repeated
        people = [Person(telegram, ANN + n, random.Random(dice.random()), UPDATES // CHATS) for n in range(CHATS)]  # noqa: S311
        bot = BotProcess(telegram, tmp_path, mode)
        await bot.start()
        lives = asyncio.gather(*(person.live() for person in people))
        for kill in range(1, KILLS + 1):
            moment = dice.uniform(kill - 0.5, kill) * UPDATES / (KILLS + 1)
            await telegram.until(lambda moment=moment: telegram.acknowledged >= moment, PATIENCE)  # type: ignore[misc]
            await bot.kill()
            await bot.start()
        await lives
        await telegram.settled(PATIENCE)
        status = await bot.stop()

    due = {key: amount for person in people for key, amount in person.due.items()}
    held = held_in(tmp_path)
    assert {key: due[key] for key in due.keys() - held.keys()} == {}, "lost"
    assert {key: held[key] for key in held.keys() - due.keys()} == {}, "doubled"
    assert held == due
    assert sums_in(tmp_path) == sums_of(due)
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


def sums_of(held: Held) -> Counter[int]:
    sums: Counter[int] = Counter()
    for (chat, _, _), amount in held.items():
        sums[chat] += amount
    return sums


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
        await telegram.until(lambda: "This week" in telegram.said(ANN)[-1].text)
        assert await bot.stop() == 0

    assert held_in(tmp_path).keys() == {(chat, n, line) for chat, n in numbers.items() for line in range(10)}
