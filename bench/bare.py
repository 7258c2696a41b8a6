"""Calls of the Bot API by hand over kept connections: what a floor answers with."""

import asyncio
import json
from typing import Any
from urllib.parse import urlsplit

from bench.subjects import TOKEN


class Calls:
    """Makes calls, a number of them at once."""

    def __init__(self, url: str, at_once: int) -> None:
        self._to = urlsplit(url)
        self._places = asyncio.Semaphore(at_once)
        self._free: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []

    async def make(self, method: str, params: dict[str, Any]) -> Any:
        """Make a call, and return the server's answer."""
        body = json.dumps(params).encode()
        async with self._places:
            reader, writer = (
                self._free.pop() if self._free else await asyncio.open_connection(self._to.hostname, self._to.port)
            )
            writer.write(
                b"POST /bot%b/%b HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b"
                % (TOKEN.encode(), method.encode(), len(body), body)
            )
            head = await reader.readuntil(b"\r\n\r\n")
            length = head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0]
            answer = json.loads(await reader.readexactly(int(length)))
            self._free.append((reader, writer))
            return answer
