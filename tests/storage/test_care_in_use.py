"""The verbs that look after a book beside the running bot: nothing that was acknowledged is lost, and nobody is kept waiting.

`make chaos` runs the long form.
"""

import asyncio
import json
import os
import sqlite3
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from itertools import pairwise
from pathlib import Path

import pytest

from storage import care
from storage.schema import upgrade
from tests.scale import LONG
from tests.telegram import wire
from tests.telegram.running import ANN, ROOT, BotProcess
from tests.telegram.simulated import SECRET, SimulatedTelegram

pytest_plugins = ["tests.databases"]
pytestmark = pytest.mark.slow  # see tests/storage/test_ledger_machine.py

A_SECOND = 50
_AT_ONCE = 40  # requests of Telegram's that are open at once; of many more the program closes some without an answer
ROUNDS = 20 if LONG else 2
EARLIER = 5_000 if LONG else 200
"""Entries that the book holds before."""
OUTAGE = 1.0
"""Seconds in which nothing is acknowledged; only the long form, which nothing runs beside, holds the program to it."""


class Bot(BotProcess):
    """The program with a journal that is given; "" is the program as it is."""

    def __init__(self, telegram: SimulatedTelegram, path: Path, journal: str, **environ: str) -> None:
        super().__init__(telegram, path, "webhook", LOG_LEVEL="info", **environ)
        self.telegram = telegram
        self._journal = journal

    async def start(self) -> None:
        program = ["-m", "tests.journal_program", self._journal] if self._journal else ["main.py", "run"]
        with self.log.open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, *program, cwd=ROOT, env=self._environ, stdout=log, stderr=log
            )
        await self.up()

    async def asked(self, path: str, method: str = "GET") -> tuple[int, bytes, float]:
        """Ask the HTTP side; return the status, the body, and after how many seconds it came."""
        begun = time.monotonic()
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(f"{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        head, _, body = (await reader.read()).partition(b"\r\n\r\n")
        writer.close()
        return int(head.split()[1]), body, time.monotonic() - begun

    async def told(self, number: int, text: str) -> wire.Wire | None:
        """Send a message of Ann's once, as Telegram does."""
        sender = {"id": ANN, "is_bot": False, "first_name": "Ann"}
        message = {
            "message_id": number,
            "date": int(time.time()),
            "chat": {"id": ANN, "type": "private"},
            "from": sender,
        }
        body = json.dumps({"update_id": number, "message": message | {"text": text}}).encode()
        return await wire.post(self.port, "/telegram", body, {"X-Telegram-Bot-Api-Secret-Token": SECRET})


class Writer:
    """Sends so many messages a second, each again and again until it is acknowledged."""

    def __init__(self, bot: Bot, first: int) -> None:
        self._bot = bot
        self._next = first
        self._places = asyncio.Semaphore(_AT_ONCE)
        self.acknowledged: dict[int, float] = {}
        self.sent: dict[int, float] = {}
        self.statuses: set[int | None] = set()

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[None]:
        ended = asyncio.Event()

        async def write() -> None:
            async with asyncio.TaskGroup() as sending:
                while not ended.is_set():
                    sending.create_task(self._send(self._next))
                    self._next += 1
                    await asyncio.sleep(1 / A_SECOND)

        job = asyncio.ensure_future(write())
        await self.some()
        yield
        await self.some()
        ended.set()
        await job

    async def some(self) -> None:
        """Wait until some more are acknowledged."""
        number = len(self.acknowledged) + 10
        async with asyncio.timeout(60):
            while len(self.acknowledged) < number:  # noqa: ASYNC110 - answers come from another process
                await asyncio.sleep(0.01)

    async def _send(self, number: int) -> None:
        self.sent[number] = time.monotonic()
        while True:
            async with self._places:
                answer = await self._bot.told(number, f"{number}.01 fun")
            self.statuses.add(answer.status if answer is not None else None)
            if answer is not None and answer.status == 200:
                self.acknowledged[number] = time.monotonic()
                return
            await asyncio.sleep(0.05)

    @property
    def longest_outage(self) -> float:
        """The longest time in which nothing was acknowledged."""
        moments = sorted(self.acknowledged.values())
        return max(later - earlier for earlier, later in pairwise(moments))


def messages_in(path: Path) -> set[int]:
    """Return the messages with an entry in a SQLite file."""
    with closing(sqlite3.connect(path)) as db:
        return {message for (message,) in db.execute("SELECT message FROM entries WHERE owner = ?", [ANN])}


async def filled(bot: Bot) -> None:
    """Write some entries, twenty in a message."""
    for number in range(1, EARLIER // 20 + 1):
        answer = await bot.told(number, "\n".join(["5 fun " + "x" * 100] * 20))
        assert answer is not None
        assert answer.status == 200


@asynccontextmanager
async def running(folder: Path, journal: str, **environ: str) -> AsyncIterator[Bot]:
    async with SimulatedTelegram() as telegram:
        bot = Bot(telegram, folder, journal, **environ)
        await bot.start()
        yield bot
        assert await bot.stop() == 0
    assert "Traceback" not in bot.log.read_text()


@pytest.mark.parametrize("journal", ["DELETE", "WAL"])
async def test_a_restored_book_goes_on_under_the_running_bot(tmp_path: Path, journal: str) -> None:
    url = f"sqlite:///{tmp_path / 'budget.db'}"
    async with running(tmp_path, journal) as bot:
        await filled(bot)
        await asyncio.to_thread(care.backup, url, tmp_path / "copy.db")
        writer = Writer(bot, 100_000)
        async with writer.writing():
            for _ in range(ROUNDS):
                before = set(writer.acknowledged)
                await asyncio.to_thread(care.restore, tmp_path / "copy.db", url)
                restored = time.monotonic()
                assert before <= in_former_books(tmp_path)
                await writer.some()
                after = {number for number in writer.acknowledged if writer.sent[number] > restored}
                assert after <= messages_in(tmp_path / "budget.db")
                await is_ready(bot)
    assert writer.acknowledged.keys() <= in_former_books(tmp_path) | messages_in(tmp_path / "budget.db")
    assert writer.statuses == {200}
    assert care.verify(url)[1] == []
    assert not LONG or writer.longest_outage < OUTAGE


async def is_ready(bot: Bot) -> None:
    """Wait until the bot looks at the new file, too: the thread of the looks may find only now that the old one was replaced."""
    async with asyncio.timeout(60):
        while (await bot.asked("/readyz"))[0] != 200:  # noqa: ASYNC110 - it is another process
            await asyncio.sleep(0.05)


def in_former_books(folder: Path) -> set[int]:
    return set[int]().union(*map(messages_in, folder.glob("budget-before-restore-*.db")))


@pytest.mark.parametrize("journal", ["DELETE", "WAL"])
async def test_a_file_is_backed_up_verified_and_copied_under_the_running_bot(tmp_path: Path, journal: str) -> None:
    async with running(tmp_path, journal) as bot:
        await filled(bot)
        writer = Writer(bot, 100_000)
        async with writer.writing():
            for n in range(ROUNDS):
                before = set(writer.acknowledged)
                held = await asyncio.to_thread(care.backup, f"sqlite:///{tmp_path / 'budget.db'}", tmp_path / f"{n}.db")
                assert before <= messages_in(tmp_path / f"{n}.db")
                assert care.verify(f"sqlite:///{tmp_path / f'{n}.db'}") == (held, [])
                await verified_and_copied(writer, f"sqlite:///{tmp_path / 'budget.db'}", tmp_path / f"copy{n}.db")
    assert writer.acknowledged.keys() <= messages_in(tmp_path / "budget.db")
    assert writer.statuses == {200}
    assert not LONG or writer.longest_outage < OUTAGE


async def test_a_servers_book_is_verified_and_copied_under_the_running_bot(
    tmp_path: Path, new_postgresql: Callable[[], str]
) -> None:
    url = new_postgresql()
    async with running(tmp_path, "", DATABASE_URL=url) as bot:
        await filled(bot)
        writer = Writer(bot, 100_000)
        async with writer.writing():
            for n in range(ROUNDS):
                await verified_and_copied(writer, url, tmp_path / f"copy{n}.db")
    assert writer.statuses == {200}
    assert not LONG or writer.longest_outage < OUTAGE
    care.copy(url, f"sqlite:///{tmp_path / 'copy0.db'}", lambda *_: None)
    assert writer.acknowledged.keys() <= messages_in(tmp_path / "copy0.db")


async def verified_and_copied(writer: Writer, url: str, to: Path) -> None:
    """Verify without a false alarm, and copy without a false success: the book is written to all the time."""
    before = len(writer.acknowledged)
    held, wrong = await asyncio.to_thread(care.verify, url)
    assert wrong == []
    assert held.entries >= before
    await asyncio.to_thread(upgrade, f"sqlite:///{to}")
    with pytest.raises(care.CareError, match="something was written to the book meanwhile"):
        await asyncio.to_thread(care.copy, url, f"sqlite:///{to}", lambda *_: None)


@pytest.mark.parametrize("journal", ["DELETE", "WAL"])
async def test_looks_are_answered_while_another_program_holds_the_lock(tmp_path: Path, journal: str) -> None:
    async with running(tmp_path, journal) as bot:
        await filled(bot)
        await bot.told(1001, "/share")
        said = bot.telegram.made("sendMessage")[-1]["text"]
        page = said.partition("https://bot.example.org")[2].split('"')[0].split()[0]
        lock = sqlite3.connect(tmp_path / "budget.db", isolation_level=None)
        lock.execute("BEGIN IMMEDIATE")

        waits = asyncio.ensure_future(bot.told(1002, "7 fun"))
        for number, text in ((1003, "/week"), (1004, "/recent"), (1005, "/period")):
            answer = await bot.told(number, text)
            assert answer is not None
            assert answer.status == 200
            assert b"sendMessage" in answer.body
        looks = [await bot.asked(f"{page}{form}", "HEAD") for form in ("", ".json", ".txt")]
        looks.append(await bot.asked("/readyz"))

        assert [status for status, _, _ in looks] == [200] * 4
        lock.close()
        answer = await waits
        assert answer is not None
        assert answer.status in {200, 503}, "it has waited for the lock, for five seconds at most"


@pytest.mark.parametrize("journal", ["DELETE", "WAL"])
async def test_a_file_that_is_not_the_open_one_is_noticed(tmp_path: Path, journal: str) -> None:
    url = f"sqlite:///{tmp_path / 'budget.db'}"
    async with running(tmp_path, journal) as bot:
        await filled(bot)
        await asyncio.to_thread(care.backup, url, tmp_path / "copy.db")
        await bot.told(1001, "7 fun")
        os.rename(tmp_path / "budget.db", tmp_path / "away.db")  # noqa: PTH104 - no path of an event loop's

        status, body, _ = await bot.asked("/readyz")
        assert (status, json.loads(body)["not_ready"]) == (
            503,
            "database: the file budget.db is gone; put it back, or restore a backup",
        )
        answer = await bot.told(1002, "8 fun")
        assert answer is not None
        assert answer.status == 503
        await asyncio.to_thread(care.restore, tmp_path / "copy.db", url)

        status, body, _ = await bot.asked("/readyz")
        assert (status, json.loads(body)["not_ready"]) == (
            503,
            "database: budget.db is not the file any more that was opened; it is opened again",
        )
        await is_ready(bot)
        answer = await bot.told(1002, "8 fun")
        assert answer is not None
        assert answer.status == 200

    assert messages_in(tmp_path / "budget.db") == messages_in(tmp_path / "copy.db") | {1002}
    assert care.verify(url)[1] == []
