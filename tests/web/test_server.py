"""The HTTP side under attack: the whole program, and each bound of a connection at its value and just above it."""

import asyncio
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack, asynccontextmanager, closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from uvicorn.server import ServerState

from tests.loops import SetLoop, on
from web.rate_limits import PICTURES
from web.server import (
    ANSWER_SECONDS,
    BODY_SECONDS,
    HEAD_SECONDS,
    LEAST_PIECE,
    MOST_BODY,
    MOST_CONNECTIONS,
    MOST_HEAD,
    MOST_HEADERS,
    MOST_PIPELINED,
    BoundedHttp,
    connection_limit,
    enforce_timeouts,
)

ROOT = Path(__file__).parent.parent.parent
CONTAINER = 256 * 1024  # KiB
HALF = b"GET /livez HTTP/1.1\r\nHost: x\r\nX-Half: "

# --- the program ----------------------------------------------------------------------------------------------------------


class Program:
    """`main.py run` in a process of its own: the chat at its standard input, and the HTTP side."""

    def __init__(self, folder: Path, files: int) -> None:
        with closing(socket.create_server(("127.0.0.1", 0))) as free:
            self.port = free.getsockname()[1]
        environ = {
            "PATH": os.environ["PATH"],
            "PORT": str(self.port),
            "DATABASE_URL": f"sqlite:///{folder / 'book.db'}",
        }
        with (folder / "log.txt").open("w") as log:
            self.process = subprocess.Popen(
                ["bash", "-c", f'ulimit -n {files}; exec "$@"', "-", sys.executable, str(ROOT / "main.py"), "run"],
                cwd=folder,
                env=environ,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )

    def say(self, text: str) -> str:
        """Write a line to the chat; return the line of the reply that holds an address."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{text}\n")
        self.process.stdin.flush()
        for line in self.process.stdout:
            if "http://" in line:
                return line.strip()
        raise AssertionError("it has ended")

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=60)

    def get(self, path: str) -> bytes:
        """Return the whole answer to a request on a connection of its own."""
        with closing(self.connect()) as wire:
            wire.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
            return b"".join(iter(lambda: wire.recv(65536), b""))

    def status(self, path: str) -> int:
        return int(self.get(path).split(b" ", 2)[1])

    @property
    def most_memory(self) -> int:
        """The process's peak resident memory, in KiB."""
        (line,) = re.findall(r"VmHWM:\s+(\d+)", Path(f"/proc/{self.process.pid}/status").read_text())
        return int(line)


@contextmanager
def running(folder: Path, files: int = 1024) -> Iterator[Program]:
    """Run the program, until its standard input ends."""
    program = Program(folder, files)
    try:
        for _ in range(600):
            with suppress(OSError):
                if program.status("/livez") == 200:
                    break
            time.sleep(0.1)
        yield program
    finally:
        assert program.process.stdin is not None
        program.process.stdin.close()
        try:
            assert program.process.wait(60) == 0
        finally:
            program.process.kill()
            assert program.process.stdout is not None
            program.process.stdout.close()


pytestmark = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")


def send_all_that_is_taken(wire: socket.socket, piece: bytes, most: int) -> int:
    """Send a piece again and again; return how many bytes were sent before the server closed the connection."""
    sent = 0
    with suppress(ConnectionError):
        while sent < most:
            wire.sendall(piece)
            sent += len(piece)
    return sent


def test_large_heads_and_half_requests_neither_grow_the_program_nor_stop_others(tmp_path: Path) -> None:
    with running(tmp_path, files=256) as program, ExitStack() as stack:
        before = program.most_memory

        with closing(program.connect()) as wire:
            wire.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n")
            assert send_all_that_is_taken(wire, b"X-Header: x\r\n" * 5000, 100 * 1024 * 1024) < 8 * 1024 * 1024
        assert program.status("/livez") == 200

        head = b"GET /livez HTTP/1.1\r\nHost: x\r\nX-Large: " + b"x" * 1024 * 1024 + b"\r\n\r\n"
        for _ in range(8):
            wire = stack.enter_context(closing(program.connect()))
            send_all_that_is_taken(wire, head, 1)
        assert program.status("/livez") == 200

        for _ in range(300):
            wire = stack.enter_context(closing(program.connect()))
            wire.sendall(HALF)
        statuses = [program.status("/livez") for _ in range(5)]

        assert statuses == [200] * 5
        assert program.most_memory < CONTAINER
        assert program.most_memory - before < 32 * 1024


def test_many_bodies_and_pipelined_requests_do_not_grow_the_program(tmp_path: Path) -> None:
    with running(tmp_path) as program, ExitStack() as stack:
        before = program.most_memory
        body = b"POST /telegram HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
        for _ in range(30):
            wire = stack.enter_context(closing(program.connect()))
            wire.sendall(body)
            send_all_that_is_taken(wire, b"8000\r\n" + b"x" * 0x8000 + b"\r\n", 2 * 1024 * 1024)
        many = b"GET /livez HTTP/1.1\r\nHost: x\r\n\r\n" * 2000
        for _ in range(10):
            wire = stack.enter_context(closing(program.connect()))
            send_all_that_is_taken(wire, many, 1024 * 1024)

        assert program.status("/livez") == 200
        assert program.most_memory < CONTAINER
        assert program.most_memory - before < 48 * 1024


def test_distinct_pictures_are_drawn_within_a_measure(tmp_path: Path) -> None:
    with running(tmp_path) as program:
        path = program.say("/share").partition("/s/")[2]
        weeks = [f"/s/{path}.png?week={year}-{month:02}-{day:02}" for year in range(2000, 2010) for month in range(1, 8)
                 for day in (1, 8, 15, 22)]  # fmt: skip
        begun = time.monotonic()
        answers = [program.get(week) for week in weeks]
        took = time.monotonic() - begun

        statuses = [int(answer.split(b" ", 2)[1]) for answer in answers]
        assert len(statuses) == 280
        assert set(statuses) == {200, 429}
        assert all(b"retry-after: " in answer for answer in answers if b"HTTP/1.1 429" in answer)
        assert statuses.count(200) <= PICTURES.burst + took / PICTURES.seconds + 1
        assert program.status(f"/s/{path}.json") == 200


# --- a connection ---------------------------------------------------------------------------------------------------------


class Served:
    """An application behind `BoundedHttp`, on a port of its own."""

    def __init__(self) -> None:
        self.state = ServerState()
        self.bodies: list[bytes] = []
        self.hold = asyncio.Event()
        self.hold.set()
        self.port = 0

    async def app(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["path"] == "/read":
            message = await receive()
            while message["type"] == "http.request" and message["more_body"]:
                message = await receive()
        await self.hold.wait()
        size = 4 * 1024 * 1024 if scope["path"] == "/large" else 2
        headers = [(b"content-length", str(size).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"x" * size})

    async def ask(self, *pieces: bytes) -> bytes:
        """Send pieces on a connection of its own; return all that comes until it is closed or nothing more comes."""
        reader, writer = await self.open(*pieces)
        try:
            return await self.rest(reader)
        finally:
            writer.close()

    async def open(
        self, *pieces: bytes, address: str = "127.0.0.1"
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port, local_addr=(address, 0))
        for piece in pieces:
            writer.write(piece)
            with suppress(ConnectionError):
                await writer.drain()
            await asyncio.sleep(0.01)
        return reader, writer

    async def rest(self, reader: asyncio.StreamReader) -> bytes:
        """Return what comes until the connection is closed."""
        got = b""
        with suppress(ConnectionError):
            async with asyncio.timeout(60):
                while piece := await reader.read(65536):
                    got += piece
        return got

    def after(self, seconds: float) -> None:
        """Enforce the timeouts as if so many seconds had passed."""
        enforce_timeouts(self.state.connections, asyncio.get_running_loop().time() + seconds)

    async def until(self, true: Callable[[], object]) -> None:
        async with asyncio.timeout(60):
            while not true():  # noqa: ASYNC110 - the state of the other end can only be polled
                await asyncio.sleep(0.01)


@asynccontextmanager
async def serving(most: int = MOST_CONNECTIONS) -> AsyncIterator[Served]:
    """Serve, with so many connections at most."""

    class Http(BoundedHttp):
        most_connections = most

    served = Served()
    config = uvicorn.Config(served.app, interface="asgi3", http=Http, ws="none", lifespan="off", log_config=None)
    config.load()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Http(config, served.state, {}), "127.0.0.1", 0)
    served.port = server.sockets[0].getsockname()[1]
    try:
        yield served
    finally:
        server.close()
        served.hold.set()
        for each in list(served.state.connections):
            each.transport.abort()
        await asyncio.gather(*served.state.tasks, return_exceptions=True)
        await served.until(lambda: not served.state.connections)


def head_of(size: int, extra: bytes = b"") -> bytes:
    """Return a request whose head has so many bytes."""
    begin = b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + extra + b"X: "
    return begin + b"x" * (size - len(begin) - 4) + b"\r\n\r\n"


def status_in(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


@pytest.mark.parametrize("pieces", [1, 7])
@pytest.mark.parametrize(("size", "status"), [(MOST_HEAD, 200), (MOST_HEAD + 1, 431)])
async def test_a_head_has_sixteen_kilobytes_at_most(size: int, status: int, pieces: int) -> None:
    head = head_of(size)
    step = -(-len(head) // pieces)
    async with serving() as served:
        answer = await served.ask(*(head[n : n + step] for n in range(0, len(head), step)))

    assert status_in(answer) == status
    if status == 431:
        assert answer.endswith(b"The request's head is larger than 16 KB or has more than 100 headers.")


@pytest.mark.parametrize("target", [b"CONNECT a:1", b"GET http:///x", b"GET http://a:99999999/", b"GET ?x"])
@pytest.mark.parametrize("earlier", [b"", b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"])
async def test_a_target_that_is_none_is_answered(
    target: bytes, earlier: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    """`CONNECT a:1`, first on its connection, was a traceback in the log and no answer."""
    async with serving() as served:
        *_, answer = (await served.ask(earlier, target + b" HTTP/1.1\r\nHost: x\r\n\r\n")).split(b"HTTP/1.1 ")

    assert answer.startswith(b"400 ")
    assert answer.endswith(b"The request can't be read.")
    assert "Traceback" not in caplog.text


@pytest.mark.parametrize(("number", "status"), [(MOST_HEADERS, 200), (MOST_HEADERS + 1, 431)])
async def test_a_head_has_a_hundred_headers_at_most(number: int, status: int) -> None:
    lines = b"".join(b"A: b\r\n" for _ in range(number - 1))
    async with serving() as served:
        answer = await served.ask(b"GET / HTTP/1.1\r\nConnection: close\r\n" + lines + b"\r\n")

    assert status_in(answer) == status


@pytest.mark.parametrize(
    "flood",
    [
        pytest.param(b"GET /" + b"x" * 100_000, id="an address without an end"),
        pytest.param(b"GET / HTTP/1.1\r\n" + b"x" * 100_000, id="a name without an end"),
        pytest.param(b"GET / HTTP/1.1\r\nX: " + b"x" * 100_000, id="a value without an end"),
        pytest.param(b"\r\n" * 50_000, id="empty lines"),
        pytest.param(
            b"POST /read HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1;" + b"x" * 100_000,
            id="an extension of a chunk",
        ),
        pytest.param(
            b"POST /read HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n" + b"A: b\r\n" * 50_000, id="trailers"
        ),
        pytest.param(
            b"POST /read HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nA: " + b"x" * 100_000, id="a trailer"
        ),
        pytest.param(
            b"GET / HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\n" + b"A: b\r\n" * 50_000, id="the head of a second request"
        ),
    ],
)
async def test_what_never_ends_is_broken_off(flood: bytes) -> None:
    async with serving() as served:
        _, writer = await served.open(*(flood[n : n + 8000] for n in range(0, len(flood), 8000)))
        await served.until(lambda: not served.state.connections)
        writer.close()


@pytest.mark.parametrize(("size", "is_closed"), [(MOST_BODY, False), (MOST_BODY + 1, True)])
async def test_a_body_that_nobody_wants_is_read_to_a_megabyte(size: int, *, is_closed: bool) -> None:
    async with serving() as served:
        head = b"POST / HTTP/1.1\r\nContent-Length: %d\r\n\r\n" % size
        reader, writer = await served.open(head, b"x" * size, b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n")
        answer = await served.rest(reader)
        writer.close()

    assert answer.count(b"HTTP/1.1 200") == (1 if is_closed else 2)


@pytest.mark.parametrize(("more", "is_closed"), [(0, False), (1, True)])
async def test_a_body_has_few_small_pieces(more: int, *, is_closed: bool) -> None:
    pieces = MOST_BODY // LEAST_PIECE + more
    async with serving() as served:
        head = b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
        reader, writer = await served.open(
            head, b"1\r\nx\r\n" * pieces + b"0\r\n\r\n", b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n"
        )
        answer = await served.rest(reader)
        writer.close()

    assert answer.count(b"HTTP/1.1 200") == (1 if is_closed else 2)


@pytest.mark.parametrize(("more", "is_closed"), [(MOST_PIPELINED, False), (MOST_PIPELINED + 1, True)])
async def test_few_requests_wait_for_the_answer_to_an_earlier_one(more: int, *, is_closed: bool) -> None:
    async with serving() as served:
        served.hold.clear()
        reader, writer = await served.open(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n" * (1 + more))
        if is_closed:
            assert await served.rest(reader) == b""
        else:
            served.hold.set()
            answers = b""
            while answers.count(b"HTTP/1.1 200") < 1 + more:
                answers += await reader.read(65536)
        writer.close()


@pytest.mark.parametrize("half", [b"", b"GET", HALF])
async def test_a_head_has_ten_seconds(half: bytes) -> None:
    async with serving() as served:
        reader, writer = await served.open(half)
        served.after(HEAD_SECONDS - 2)
        assert len(served.state.connections) == 1

        served.after(HEAD_SECONDS + 1)
        answer = await served.rest(reader)
        writer.close()

    assert status_in(answer) == 408
    assert answer.endswith(b"The request did not come in time.")


async def test_a_body_has_twenty_seconds() -> None:
    async with serving() as served:
        reader, writer = await served.open(b"POST /read HTTP/1.1\r\nContent-Length: 10\r\n\r\nx")
        served.after(BODY_SECONDS - 2)
        assert len(served.state.connections) == 1

        served.after(BODY_SECONDS + 1)
        assert status_in(await served.rest(reader)) == 408
        writer.close()


async def test_a_body_that_is_answered_already_has_twenty_seconds_and_gets_no_second_answer() -> None:
    async with serving() as served:
        reader, writer = await served.open(b"POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nx")
        await served.until(lambda: all(each.awaits_request for each in served.state.connections))  # type: ignore[union-attr]
        served.after(BODY_SECONDS + 1)
        answer = await served.rest(reader)
        writer.close()

    assert answer.count(b"HTTP/1.1") == 1
    assert status_in(answer) == 200


async def test_what_is_being_answered_has_all_the_time_that_it_takes() -> None:
    async with serving() as served:
        served.hold.clear()
        reader, writer = await served.open(b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n")
        served.after(3600)
        served.hold.set()
        assert status_in(await served.rest(reader)) == 200
        writer.close()


def test_a_connection_without_a_request_is_closed_after_five_seconds() -> None:

    async def be_idle(loop: SetLoop) -> None:
        async with serving() as served:
            reader, writer = await served.open(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            await reader.readuntil(b"\r\n\r\nxx")
            await loop.go_on(4)
            assert len(served.state.connections) == 1
            await loop.go_on(1)
            assert await served.rest(reader) == b""
            writer.close()

    on(be_idle, stands_still=False)


async def test_who_does_not_take_an_answer_is_let_go() -> None:
    async with serving() as served:
        with closing(socket.socket()) as wire:
            wire.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            wire.connect(("127.0.0.1", served.port))
            wire.sendall(b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n")
            await served.until(lambda: any(each.transport.get_write_buffer_size() for each in served.state.connections))
            served.after(ANSWER_SECONDS - 2)
            assert len(served.state.connections) == 1

            served.after(ANSWER_SECONDS + 1)
            await served.until(lambda: not served.state.connections)


async def test_one_connection_too_many_takes_the_place_of_the_one_that_waits_longest() -> None:
    async with serving(most=3) as served:
        halves = [await served.open(HALF) for _ in range(3)]
        assert status_in(await served.ask(b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n")) == 200

        assert await served.rest(halves[0][0]) == b""
        for reader, writer in halves[1:]:
            writer.write(b"x\r\nConnection: close\r\n\r\n")
            assert status_in(await served.rest(reader)) == 200
        for _, writer in halves:
            writer.close()


async def test_one_connection_too_many_is_refused_where_all_are_at_work() -> None:
    async with serving(most=2) as served:
        served.hold.clear()
        busy = [await served.open(b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n") for _ in range(2)]
        await served.until(lambda: len(served.state.tasks) == 2)

        refused = await served.ask(b"")
        served.hold.set()

        assert status_in(refused) == 503
        assert b"retry-after: 1\r\n" in refused
        for reader, writer in busy:
            assert status_in(await served.rest(reader)) == 200
            writer.close()


async def test_who_has_all_places_takes_nobody_elses() -> None:
    async with serving(most=3) as served:
        served.hold.clear()
        busy = [await served.open(b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n") for _ in range(2)]
        await served.until(lambda: len(served.state.tasks) == 2)
        reader, writer = await served.open(HALF, address="127.0.0.2")

        refused = await served.ask(b"")
        served.hold.set()
        writer.write(b"x\r\nConnection: close\r\n\r\n")

        assert status_in(refused) == 503
        assert status_in(await served.rest(reader)) == 200
        for _, each in [*busy, (reader, writer)]:
            each.close()


def test_half_of_the_files_that_may_be_open_are_left_for_others() -> None:
    assert [connection_limit(files) for files in (None, 1024, 256, 64, 8)] == [250, 250, 128, 32, 16]
