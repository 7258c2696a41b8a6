"""Whatever comes in, the event loop goes on, so that `/livez` is answered within a second. The program counts how long it hangs."""

import asyncio
import json
import re
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx
import pytest

from budget.imports.bounds import LARGEST_TABLE
from tests.app.awake_program import Held
from tests.budget.imports.attacks import ATTACKS
from tests.chat import SUNDAY
from tests.scale import LONG
from tests.telegram.running import ANN, ROOT, BotProcess, nothing_waits
from tests.telegram.simulated import SECRET, SimulatedTelegram

MOST = 0.5
"""Seconds of CPU time that the loop may be held: half of the second within which `/livez` is to be answered."""
LONGEST = 600.0
"""Seconds that only keep a broken test from waiting for ever."""


class Beaten(BotProcess):
    """The program, which counts for how long its loop is held."""

    def __init__(self, telegram: SimulatedTelegram, path: Path) -> None:
        super().__init__(telegram, path, "webhook", LOG_LEVEL="warning")
        self.told = path / "held.json"

    async def start(self) -> None:
        with self.log.open("ab") as log:
            program = str(ROOT / "tests" / "app" / "awake_program.py")
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, program, str(self.told), cwd=ROOT, env=self._environ, stdout=log, stderr=log
            )


Attack = Callable[[SimulatedTelegram, Beaten], Awaitable[None]]


HEAVY = frozenset({
    "table: one line", "table: commas", "table: wide rows", "table: unquoted commas", "table: a million columns", "table: emoji",
    "zip", "zip of many", "ofx brackets", "ofx transactions", "camt text", "camt names", "mt940 text", "qif one line",
    "json entries", "json numbers", "json one number", "json names", "json zip", "json zip, one line",
})  # fmt: skip
"""The attacks with files that take the most work; `make chaos` sends all."""


async def files(telegram: SimulatedTelegram, _process: Beaten) -> None:
    sent = {name: made for name, made in ATTACKS.items() if LONG or name in HEAVY}
    assert sent.keys() >= HEAVY
    for n, made in enumerate(sent.values()):
        telegram.send_file(ANN + n, made()[:LARGEST_TABLE])
        if n % 5 == 4:
            await telegram.settled(LONGEST)


async def hostile_texts(telegram: SimulatedTelegram, _process: Beaten) -> None:
    pieces = (
        "1 ",
        "1,",
        "+",
        "#fun ",
        "(",
        "1.250 ",
        "$1 ",
        "1 fun ",
        "1 234 ",
        "12 march ",
        "x2 ",
        "🌮",
        "e\u0301",
        "½",
        "يوم ",
    )
    for n, piece in enumerate(pieces):
        telegram.say(ANN + n, (piece * 4096)[:4096])
        telegram.say(ANN + n, "\n".join([(piece * 600)[:190]] * 20))
    await telegram.settled(LONGEST)


async def full_book(telegram: SimulatedTelegram, _process: Beaten) -> None:
    """A budget of 20,000 entries: everything that goes through all of it."""
    for n in range(4):
        row = f"2026-11-22,expense,{n + 1}.50,USD,fun,{'n' * 190}\n"
        number = telegram.send_file(ANN, f"day,kind,amount,currency,category,note\n{row * 5000}".encode())
        await telegram.settled(LONGEST)
        (shown,) = telegram.answers_to(ANN, number)
        telegram.tap(ANN, shown.number, "Record 5,000")
        await telegram.settled(LONGEST)
    for text in (
        "/export json",
        "/export",
        "/export hledger",
        "/audit",
        "/chart",
        "/recent 50",
        "/history",
        "/undo",
        "/week",
    ):
        telegram.say(ANN, text)
        await telegram.settled(LONGEST)
    assert any("20,001 entries" in one.text or "20,000 entries at most" in one.text for one in telegram.said(ANN))
    assert len(telegram.documents) == 3


async def requests(telegram: SimulatedTelegram, process: Beaten) -> None:
    telegram.say(ANN, "\n".join(f"{n}.25 fun n{n}" for n in range(1, 21)))
    telegram.say(ANN, "/share")
    await telegram.settled(LONGEST)
    path = next(found[0] for one in telegram.said(ANN) if (found := re.search(r"/s/[\w-]+", one.text)))
    base = f"http://127.0.0.1:{process.port}"
    async with httpx.AsyncClient(base_url=base, timeout=60) as client:
        asks = [client.get(f"{path}.png?week=20{n:02}-01-01") for n in range(10, 40)]
        asks += [client.get(path, headers={"Accept": ",".join(["a/b;q=0.1"] * 900)}) for _ in range(30)]
        asks += [client.get(f"{path}?{'a=1&' * 500}") for _ in range(30)]
        asks += [client.get(f"/s/{'x' * 43}") for _ in range(60)]
        secret = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
        asks += [client.post("/telegram", content=one, headers=secret) for one in HOSTILE_BODIES]
        asks += [client.post("/telegram", content=b"x" * 1_000_000) for _ in range(20)]
        asks += [client.post("/entries", content=b'{"text": "' + b"1 " * 2000 + b'"}') for _ in range(20)]
        await asyncio.gather(*asks, return_exceptions=True)


HOSTILE_BODIES = [
    b"[" * 200_000,
    b'{"a":' * 50_000,
    b'{"update_id": ' + b"9" * 4_000 + b"}",
    b'{"update_id": 1, "message": {"entities": [' + b",".join([b"{}"] * 80_000) + b"]}}",
    b'{"update_id": 2, "message": "' + "🌮".encode() * 60_000 + b'"}',
]


@pytest.mark.parametrize("attack", [files, hostile_texts, full_book, requests])
async def test_the_loop_is_never_held_for_long(tmp_path: Path, attack: Attack) -> None:
    async with SimulatedTelegram(now=lambda: SUNDAY) as telegram:
        process = Beaten(telegram, tmp_path)
        await process.start()
        await process.up()
        telegram.say(ANN, "5 fun")
        await telegram.settled(LONGEST)
        await attack(telegram, process)
        await telegram.settled(LONGEST)
        await nothing_waits(tmp_path, LONGEST)
        assert await process.stop() == 0

    held = json.loads(process.told.read_text())
    assert 0 < held["longest"] < MOST, held["at"]


@pytest.mark.parametrize("holds", [True, False])
async def test_what_holds_the_interpreters_lock_is_counted_and_what_gives_it_away_is_not(*, holds: bool) -> None:
    def work() -> None:
        end = time.thread_time() + 2 * MOST
        size = 10_000
        while time.thread_time() < end:
            begun = time.thread_time()
            pow(3, size)  # one step of the interpreter, however long
            size *= 2 if holds and time.thread_time() - begun < MOST else 1

    held = Held()
    await held.beaten(asyncio.to_thread(work))

    assert (held.longest > MOST) == holds
