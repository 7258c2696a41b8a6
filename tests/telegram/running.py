"""The whole program beside a simulated Telegram, and its book seen from outside."""

import asyncio
import os
import signal
import socket
import sqlite3
import sys
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Engine, event

from app.build import App, build_app
from app.serve import open_listener, run_until_stopped
from languages import ENGLISH, SPOKEN
from tests.chat import open_book, settings_for
from tests.telegram.simulated import SECRET, TOKEN, SimulatedTelegram

ROOT = Path(__file__).parent.parent.parent

ANN = 7_000_000_001  # needs 64 bits
BOB = 7_000_000_002
STRANGER = 666
HOME = -1_001_234_567_890  # a group that both are in


@asynccontextmanager
async def bot_on(
    telegram: SimulatedTelegram,
    path: Path,
    mode: str,
    every: float = 60,
    stopping: int = 3,
    languages: Sequence[str] = (ENGLISH,),
    /,
    **environ: str,
) -> AsyncIterator[App]:
    """Run the main job as `main.py run` does, until it is told to stop by SIGTERM; it introduces itself in English alone.

    In all languages that takes some 145 calls at each start, more than most tests make.
    """
    known = {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": telegram.url,
        "TELEGRAM_MODE": mode,
        "TELEGRAM_WEBHOOK_SECRET": SECRET,
        "PUBLIC_URL": "https://bot.example.org",
        "ALLOWED_USERS": f"{ANN},{BOB}",
    }
    settings = settings_for(path, **known | environ)
    open_book(settings)
    listener = open_listener(settings)
    assert listener is not None
    telegram.deliver_to(listener.getsockname()[1])
    app = replace(build_app(settings, now=telegram.now), tick_every=every, stopping=stopping, introduced_in=languages)
    job = asyncio.ensure_future(run_until_stopped(app, listener, chat=False))
    telegram.holds = lambda: app.metrics.oldest_open() > 0
    try:
        yield app
    finally:
        telegram.holds = lambda: False
        if not job.done():
            signal.raise_signal(signal.SIGTERM)
        assert await job == 0


def bot_in_all_languages_on(telegram: SimulatedTelegram, path: Path, mode: str) -> AbstractAsyncContextManager[App]:
    """Run the main job as `bot_on` does, with the whole introduction."""
    return bot_on(telegram, path, mode, 60, 3, SPOKEN)


RecordedEntry = dict[tuple[int, int, int], int]


async def record_file(telegram: SimulatedTelegram, chat: int, number: int) -> str:
    """Record all that is new of the file of a message, by a tap; return what is said then."""
    # A slow machine tries again what it can't do in time.
    await telegram.until(lambda: telegram.answers_to(chat, number), 60)
    (shown,) = telegram.answers_to(chat, number)
    telegram.tap(chat, shown.number, next(label for label in shown.buttons if label.startswith("Record ")))
    await telegram.settled(60)
    return telegram.chats[chat][shown.number].text


def held_in(path: Path) -> RecordedEntry:
    """Return the minor units of each entry that counts in a folder's book, by chat, message and line."""
    with closing(sqlite3.connect(path / "budget.db")) as db:
        rows = db.execute("SELECT owner, message, line, amount FROM entries WHERE NOT undone").fetchall()
    return {(owner, message, line): amount for owner, message, line, amount in rows}


def tables_in(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of a folder's book, by table."""
    with closing(sqlite3.connect(path / "budget.db")) as db:
        names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: db.execute(f"SELECT * FROM {name}").fetchall() for name in names}


def rows_in(path: Path, *left_out: str) -> int:
    """Return how many rows a folder's book holds in all, what says of its schema and the replicas' duties left out."""
    left = {"alembic_version", "duties", "schema_info", *left_out}
    return sum(len(rows) for name, rows in tables_in(path).items() if name not in left)


async def nothing_waits(path: Path, seconds: float) -> None:
    """Wait until no update is in the store to be tried again: by polling Telegram knows no more of those."""
    async with asyncio.timeout(seconds):
        with closing(sqlite3.connect(path / "budget.db")) as db:
            while db.execute("SELECT count(*) FROM waiting_updates").fetchone() != (0,):  # noqa: ASYNC110 - the database tells nobody
                await asyncio.sleep(0.05)


@contextmanager
def store_down(code: int = sqlite3.SQLITE_IOERR) -> Iterator[None]:
    """Let every statement fail as SQLite does when the disk is gone."""

    def fail(*_: object) -> None:
        problem = sqlite3.OperationalError("as asked for")
        problem.sqlite_errorcode = code
        raise problem

    event.listen(Engine, "do_execute", fail)
    try:
        yield
    finally:
        event.remove(Engine, "do_execute", fail)


class BotProcess:
    """The real program as a process of its own, that can be killed and started again on the same port."""

    def __init__(self, telegram: SimulatedTelegram, path: Path, mode: str, **environ: str) -> None:
        with closing(socket.create_server(("127.0.0.1", 0))) as free:
            self.port = free.getsockname()[1]
        self.log = path / "log.txt"
        self._environ = {
            "PATH": os.environ["PATH"],
            "TMPDIR": str(path),
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": telegram.url,
            "TELEGRAM_MODE": mode,
            "TELEGRAM_WEBHOOK_SECRET": SECRET,
            "PUBLIC_URL": "https://bot.example.org",
            "ALLOWED_USERS": "*",
            "DATABASE_URL": f"sqlite:///{path / 'budget.db'}",
            "PORT": str(self.port),
            "LOG_LEVEL": "debug",
            **environ,
        }
        telegram.deliver_to(self.port)

    async def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, "main.py", "run", cwd=ROOT, env=self._environ, stdout=log, stderr=log
            )

    async def up(self) -> None:
        """Wait until it listens."""
        async with asyncio.timeout(60):
            while True:
                with suppress(OSError):
                    _, writer = await asyncio.open_connection("127.0.0.1", self.port)
                    writer.close()
                    return
                await asyncio.sleep(0.05)

    async def kill(self) -> None:
        self.process.kill()
        await self.process.wait()

    async def stop(self) -> int:
        """Tell it to stop; return its exit status, or fail where it does not end."""
        self.process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(60):
            return await self.process.wait()
