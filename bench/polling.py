"""A Bot API server of the bench's own, as cheap as can be, and what a polling bot takes of it: updates a second, CPU, calls.

It keeps Telegram's promises: an update is given out until a later offset is asked for, a hundred at most, the oldest first.
"""

import asyncio
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import uvloop

from bench.load import HERE
from bench.subjects import ANN, update

_MOST = 100  # updates that Telegram gives out at once
_HELD = 0.5
"""Seconds that a long poll is held open. (Telegram's are 30.)"""
_SENT = json.dumps({
    "ok": True,
    "result": {
        "message_id": 0, "date": 1, "text": "✓ $12.50 · Fun · tacos\nFun: $112.50 of $120.00 spent, $7.50 left",
        "from": {"id": 123456, "is_bot": True, "first_name": "bench", "username": "bench_bot"},
        "chat": {"id": ANN, "type": "private", "first_name": "Ann", "username": "ann"},
        "reply_to_message": json.loads(update(1))["message"],
        "reply_markup": {"inline_keyboard": [[{"text": "Undo", "callback_data": "u:1:0"}]]},
    },
}).encode()  # fmt: skip
_ANSWERS = {
    "getMe": {"id": 123456, "is_bot": True, "first_name": "bench", "username": "bench_bot"},
    "getMyCommands": [], "getMyDescription": {"description": ""}, "getMyShortDescription": {"short_description": ""},
    "getUserProfilePhotos": {"total_count": 1, "photos": []},
}  # fmt: skip


class Taken(NamedTuple):
    """What a number of updates took: updates a second, the process's CPU in milliseconds an update, and polls an update."""

    rate: float
    cpu: float
    polls: float


class BotApi:
    """The server: ``pending`` are updates that are not confirmed, oldest first."""

    def __init__(self) -> None:
        self.pending: deque[tuple[int, bytes]] = deque()
        self.polls = self.sent = 0
        self.serving: set[asyncio.Task[None]] = set()
        self.changed = asyncio.Event()
        """Updates came, or an answer was sent."""

    def push(self, number: int, who: int) -> None:
        self.pending.append((1000 + number, update(number, who)))
        self.changed.set()

    async def updates(self, body: bytes) -> bytes:
        self.polls += 1
        offset = _number(rb'offset"?[=:] ?(\d+)', body)
        while self.pending and self.pending[0][0] < offset:
            self.pending.popleft()
        if _number(rb'timeout"?[=:] ?(\d+)', body):
            until = time.monotonic() + _HELD
            while not self.pending and (left := until - time.monotonic()) > 0:
                self.changed.clear()
                with suppress(TimeoutError):
                    async with asyncio.timeout(left):
                        await self.changed.wait()
        found = [self.pending[n][1] for n in range(min(_MOST, len(self.pending)))]
        return b'{"ok": true, "result": [%b]}' % b", ".join(found)

    def answer(self, method: str) -> bytes:
        if method == "sendMessage":
            self.sent += 1
            self.changed.set()
            return _SENT.replace(b'"message_id": 0', b'"message_id": %d' % (10**6 + self.sent), 1)
        return json.dumps({"ok": True, "result": _ANSWERS.get(method, True)}).encode()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the requests of a connection one after another."""
        task = asyncio.current_task()
        if task is not None:
            self.serving.add(task)
        with suppress(asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                body = await reader.readexactly(_number(rb"(?i)content-length: *(\d+)", head))
                method = head.split(b" ", 2)[1].rpartition(b"/")[2].decode()
                answer = await self.updates(body) if method == "getUpdates" else self.answer(method)
                writer.write(
                    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b"
                    % (len(answer), answer)
                )
        writer.close()


def _number(pattern: bytes, text: bytes) -> int:
    found = re.search(pattern, text)
    return int(found[1]) if found else 0


class Poller:
    """A bot that polls the server in a process of its own."""

    def __init__(self, api: BotApi, process: "subprocess.Popen[str]") -> None:
        self._api = api
        self._process = process
        self._number = 0

    async def flood(self, updates: int, chats: int) -> Taken:
        """Let updates of some chats wait at once."""
        with self._watched(updates) as taken:
            for _ in range(updates):
                self._push(chats)
            await self._answered()
        return taken[0]

    async def drip(self, updates: int, a_second: int) -> Taken:
        """Let updates come at a quiet pace."""
        begun = time.monotonic()
        with self._watched(updates) as taken:
            for n in range(updates):
                await asyncio.sleep(max(0.0, begun + n / a_second - time.monotonic()))
                self._push(40)
            await self._answered()
        return taken[0]

    def _push(self, chats: int) -> None:
        self._number += 1
        self._api.push(self._number, ANN + self._number % chats)

    async def _answered(self) -> None:
        async with asyncio.timeout(300):
            while self._api.sent < self._number or self._api.pending:
                self._api.changed.clear()
                with suppress(TimeoutError):
                    async with asyncio.timeout(0.01):
                        await self._api.changed.wait()

    @contextmanager
    def _watched(self, updates: int) -> Iterator[list[Taken]]:
        taken: list[Taken] = []
        polls, cpu, begun = self._api.polls, self._cpu(), time.perf_counter()
        yield taken
        seconds = time.perf_counter() - begun
        taken.append(
            Taken(updates / seconds, (self._cpu() - cpu) * 1000 / updates, (self._api.polls - polls) / updates)
        )

    def _cpu(self) -> float:
        """Return the seconds of CPU that the process has taken (Linux: proc(5), stat)."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Round(NamedTuple):
    """One round: many chats at once, one chat alone, and a quiet bot."""

    many: Taken
    alone: Taken
    quiet: Taken


MEASURES: tuple[tuple[str, str, Callable[[Round], float], float, bool], ...] = (
    ("updates/s by polling, 400 chats at once / by hand", "updates/s", lambda each: each.many.rate, 0.6, True),
    ("... of one chat alone", "updates/s", lambda each: each.alone.rate, 0.3, True),
    ("CPU an update, 400 chats at once / by hand", "ms", lambda each: each.many.cpu, 3.2, False),
    ("... of a quiet bot, 15 updates/s", "ms", lambda each: each.quiet.cpu, 4, False),
)
"""What is measured, its unit, where it stands in a round, and the ratio to the floor that is aimed at (at least or at most)."""


def rounds(names: Sequence[str], times: int) -> list[list[Round]]:
    """Measure programs of `bench.servers` that poll, in turn, each on a book of its own."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(_rounds(names, times))


async def _rounds(names: Sequence[str], times: int) -> list[list[Round]]:
    async with AsyncExitStack() as stack:
        pollers = [await stack.enter_async_context(_polling(name)) for name in names]
        for poller in pollers:
            await poller.flood(400, 40)  # warms up what is imported and compiled once
        measured: list[list[Round]] = [[] for _ in names]
        for _ in range(times):
            for poller, found in zip(pollers, measured, strict=True):
                found.append(
                    Round(await poller.flood(2000, 400), await poller.flood(400, 1), await poller.drip(90, 15))
                )
        return measured


@asynccontextmanager
async def _polling(name: str) -> AsyncIterator[Poller]:
    api = BotApi()
    server = await asyncio.start_server(api.serve, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    command = [sys.executable, "-m", "bench.servers", name]
    with (
        tempfile.TemporaryDirectory() as folder,
        subprocess.Popen(  # noqa: S603, ASYNC220 - it is this program, started once
            [*command, folder], cwd=HERE.parent, env=os.environ | {"BENCH_API_URL": url}, text=True
        ) as process,
    ):
        try:
            yield Poller(api, process)
        finally:
            process.terminate()
            await asyncio.to_thread(process.wait)
            server.close()
            for serving in api.serving:
                serving.cancel()
            await asyncio.wait(api.serving)
