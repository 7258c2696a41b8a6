"""A load on a server of `bench.servers`: many requests at once as fast as it answers, or a fixed number a second."""

import asyncio
import itertools
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bench.subjects import SECRET, update

AT_ONCE = 16
HERE = Path(__file__).parent


class Server:
    """A running server, and the number of the next update: none is sent twice."""

    def __init__(self, port: int, process: "subprocess.Popen[str]") -> None:
        self._port = port
        self._process = process
        self._numbers = itertools.count(1)
        self.failed = 0
        """Answers that were not 200."""

    def resident(self) -> int:
        """Return how many bytes of memory the server holds (Linux: proc(5), statm)."""
        return int(Path(f"/proc/{self._process.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    def rate(self, updates: int) -> float:
        """Return the updates answered in a second, from `AT_ONCE` chats at once."""
        begun = time.perf_counter()
        asyncio.run(self._flood(updates))
        return updates / (time.perf_counter() - begun)

    async def _flood(self, updates: int) -> None:
        left = iter(range(updates))

        async def one_after_another(chat: int) -> None:
            reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
            for _ in left:
                await self._send(reader, writer, chat)
            writer.close()

        await asyncio.gather(*(one_after_another(chat) for chat in range(AT_ONCE)))

    def latencies(self, a_second: int, seconds: int) -> list[float]:
        """Return for each update the seconds from when it was due until its answer came."""
        return asyncio.run(self._drip(a_second, seconds))

    async def _drip(self, a_second: int, seconds: int) -> list[float]:
        taken: list[float] = []

        async def send(chat: int, due: float) -> None:
            reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
            await self._send(reader, writer, chat)
            taken.append(time.perf_counter() - due)
            writer.close()

        begun = time.perf_counter()
        async with asyncio.TaskGroup() as sending:
            for number in range(a_second * seconds):
                due = begun + number / a_second
                await asyncio.sleep(max(0.0, due - time.perf_counter()))
                sending.create_task(send(number % AT_ONCE, due))
        return taken

    async def _send(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, chat: int) -> None:
        body = update(next(self._numbers), chat)
        writer.write(
            b"POST /telegram HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            b"X-Telegram-Bot-Api-Secret-Token: %b\r\nContent-Length: %d\r\n\r\n%b" % (SECRET.encode(), len(body), body)
        )
        head = await reader.readuntil(b"\r\n\r\n")
        length = head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0]
        await reader.readexactly(int(length or b"0"))
        if not head.startswith(b"HTTP/1.1 200"):
            self.failed += 1


@contextmanager
def serving(name: str, environ: Mapping[str, str] | None = None) -> Iterator[Server]:
    """Run a server on an empty book; on leaving, all its answers must have been 200."""
    command = [sys.executable, "-m", "bench.servers", name]
    with (
        tempfile.TemporaryDirectory() as folder,
        subprocess.Popen(  # noqa: S603 - it is this program
            [*command, folder], cwd=HERE.parent, env=os.environ | dict(environ or {}), stdout=subprocess.PIPE, text=True
        ) as process,
    ):
        try:
            if process.stdout is None:
                raise RuntimeError("there is no output")
            server = Server(int(process.stdout.readline()), process)
            yield server
        finally:
            process.terminate()
        if server.failed:
            raise RuntimeError(f"{name} answered {server.failed} updates with a failure")


@contextmanager
def slow_disk(microseconds: int) -> Iterator[Mapping[str, str]]:
    """Return the environment in which each sync to the disk takes longer."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "slow_sync.so"
        subprocess.run(["cc", "-shared", "-fPIC", "-O2", "-o", library, HERE / "slow_sync.c", "-ldl"], check=True)  # noqa: S603, S607
        yield {"LD_PRELOAD": str(library), "SLOW_SYNC_US": str(microseconds)}
