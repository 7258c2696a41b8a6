"""Programs that share a book take posts at once, and are killed: each key is recorded once, and its chat is told."""

import asyncio
import re
import shutil
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from pathlib import Path

import psycopg
import pytest

from storage.places import POSTED
from tests.telegram import wire
from tests.telegram.running import ANN, BotProcess
from tests.telegram.simulated import SimulatedTelegram

pytest_plugins = ["tests.databases"]


class Programs:
    """Two programs on one book, and a door of Ann's."""

    def __init__(self, telegram: SimulatedTelegram, bots: list[BotProcess], url: str) -> None:
        self.telegram = telegram
        self.bots = bots
        self._url = url
        self._token = ""

    async def open_door(self) -> None:
        self.telegram.say(ANN, "/door Phone")
        await self.telegram.until(lambda: self.telegram.said(ANN))
        (shown,) = self.telegram.said(ANN)
        self._token = shown.text.split("\n")[1]
        assert re.fullmatch("[A-Za-z0-9_-]{43}", self._token)

    async def post(self, n: int, key: str, body: bytes) -> int | None:
        """Post to one of the programs; return the status, None where it ended before it answered."""
        headers = {"Authorization": f"Bearer {self._token}", "Content-Type": "text/plain", "Idempotency-Key": key}
        answer = await wire.post(self.bots[n % 2].port, "/entries", body, headers)
        return answer.status if answer is not None else None

    async def posted(self, n: int, key: str, body: bytes) -> int:
        """Post as a client does that repeats what it does not know, until it does."""
        while True:
            status = await self.post(n, key, body)
            if status in {200, 201}:
                return status
            assert status in {None, 409, 429, 503}
            await asyncio.sleep(0.1)

    def amounts(self) -> list[tuple[int, int]]:
        """Return the messages and amounts of what the book holds."""
        statement = "SELECT message, amount FROM entries WHERE NOT undone ORDER BY message"
        if self._url.startswith("sqlite"):
            with closing(sqlite3.connect(self._url.removeprefix("sqlite:///"))) as db:
                return db.execute(statement).fetchall()
        with closing(psycopg.connect(self._url)) as server:
            return server.execute(statement).fetchall()

    def told(self) -> list[str]:
        """Return what the chat was told of what came in."""
        return [shown.text for shown in self.telegram.said(ANN) if shown.text.startswith("Phone\n")]


@asynccontextmanager
async def two_programs(folder: Path, url: str) -> AsyncIterator[Programs]:
    async with SimulatedTelegram() as telegram:
        bots = []
        for n in range(2):
            (folder / str(n)).mkdir()
            bots.append(BotProcess(telegram, folder / str(n), "webhook", DATABASE_URL=url, LOG_LEVEL="info"))
        telegram.deliver_to(*(bot.port for bot in bots))
        await asyncio.gather(*(bot.start() for bot in bots))
        await asyncio.gather(*(bot.up() for bot in bots))
        programs = Programs(telegram, bots, url)
        await programs.open_door()
        yield programs
        assert await asyncio.gather(*(bot.stop() for bot in bots)) == [0, 0]


@pytest.fixture(params=["sqlite", "postgresql"])
def shared_url(request: pytest.FixtureRequest, migrated_file: Path, tmp_path: Path) -> str:
    """The address of a migrated database that two programs share, once of each kind."""
    if request.param == "sqlite":
        shutil.copy(migrated_file, tmp_path / "shared.db")
        return f"sqlite:///{tmp_path}/shared.db"
    make: Callable[[], str] = request.getfixturevalue("migrated_copies")
    return make()


@pytest.mark.slow
async def test_posts_of_one_key_at_two_programs_are_one_entry(tmp_path: Path, shared_url: str) -> None:
    async with two_programs(tmp_path, shared_url) as programs:
        statuses = await asyncio.gather(*(programs.post(n, "key", b"12.50 fun tacos") for n in range(24)))

        assert statuses.count(201) == 1
        assert set(statuses) <= {200, 201, 409}
        assert await programs.post(0, "key", b"12.50 fun tacos") == 200
        assert await programs.post(1, "key", b"12.51 fun tacos") == 422
        assert programs.amounts() == [(POSTED, 1250)]
        recorded, refused = programs.told()
        assert recorded == "Phone\n✓ $12.50 tacos\n$137.50 left of $150 · Fun"
        assert refused.startswith("Phone\n✗ “12.51 fun tacos”: This idempotency key came before")


@pytest.mark.slow
async def test_a_program_that_is_killed_loses_and_doubles_nothing(tmp_path: Path, shared_url: str) -> None:
    async with two_programs(tmp_path, shared_url) as programs:
        posts = asyncio.gather(*(programs.posted(n, f"key {n}", f"{n}.25 fun boat".encode()) for n in range(1, 25)))
        await programs.telegram.until(lambda: len(programs.amounts()) >= 5)
        await programs.bots[0].kill()
        await programs.bots[0].start()
        await posts
        await programs.bots[0].up()

        held = programs.amounts()
        assert sorted(amount for _, amount in held) == [n * 100 + 25 for n in range(1, 25)]
        assert [message for message, _ in held] == list(range(POSTED, POSTED + 24))
