"""HTTP/1.1 by hand, for both ends of Telegram's wire: a test must be able to cut a connection wherever it likes."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus


@dataclass(frozen=True)
class Wire:
    """A request or an answer: its first line in words, headers in small letters, and the body."""

    first: tuple[str, ...]
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def path(self) -> str:
        """The path of a request."""
        return self.first[1]

    @property
    def status(self) -> int:
        """The status of an answer."""
        return int(self.first[1])


async def read(reader: asyncio.StreamReader) -> Wire | None:
    """Read a request or an answer; None where the other end hung up before it was whole."""
    try:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = head.rstrip().split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        body = await reader.readexactly(int(headers.get("content-length", "0")))
    except (asyncio.IncompleteReadError, ConnectionError):
        return None
    return Wire(tuple(first.split(" ", 2)), headers, body)


def written(first: str, body: bytes, headers: Mapping[str, str]) -> bytes:
    """Write a request or an answer."""
    lines = [first, *(f"{name}: {value}" for name, value in headers.items())]
    if not {"Content-Length", "Transfer-Encoding"} & set(headers):
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


def answer(status: int, body: bytes, headers: Mapping[str, str] | None = None) -> bytes:
    """Write an answer."""
    return written(f"HTTP/1.1 {status} {HTTPStatus(status).phrase}", body, headers or {})


async def post(
    port: int, path: str, body: bytes, headers: Mapping[str, str] | None = None, *, hang_up: bool = False
) -> Wire | None:
    """Post to a port of this machine; None where nobody answers, or where we ``hang_up`` once all is sent."""
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return None
    try:
        writer.write(written(f"POST {path} HTTP/1.1", body, {"Host": "x", "Connection": "close", **(headers or {})}))
        await writer.drain()
        return None if hang_up else await read(reader)
    except OSError:
        return None
    finally:
        writer.close()
