"""HTTP/1.1 with bounds: what a connection may send and hold before it has asked for anything.

uvicorn's httptools parser bounds nothing: not the head of a request, nor how long it takes to come, nor how many come at once.
"""

import asyncio
from collections import Counter
from collections.abc import Iterable
from enum import Enum, auto
from http import HTTPStatus
from typing import Any, NoReturn

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

MOST_HEAD = 16 * 1024
"""Bytes of a request's first line and headers, trailers included."""
MOST_HEADERS = 100
MOST_BODY = 1024 * 1024
"""Bytes of a body that are read at all; who wants one says a smaller measure."""
LEAST_PIECE = 256
"""Bytes that each piece of a body counts for at least: chunks of one byte cost a hundred times the time of their bytes."""
MOST_PIPELINED = 8
"""Requests that may wait on a connection for the answer to an earlier one."""
HEAD_SECONDS = 10.0
"""Until a head is whole, counted from the connection or from the end of the last request."""
BODY_SECONDS = 20.0
"""From the end of a head until its body is whole."""
ANSWER_SECONDS = 30.0
"""Until an answer that has been written is taken by the other end."""
MOST_CONNECTIONS = 250
_FEWEST_CONNECTIONS = 16

_SAID = {
    HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE: "The request's head is larger than 16 KB or has more than 100 headers.",
    HTTPStatus.REQUEST_TIMEOUT: "The request did not come in time.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "The request's body is too large.",
    HTTPStatus.BAD_REQUEST: "The request can't be read.",
    HTTPStatus.TOO_MANY_REQUESTS: "Too many requests wait on this connection.",
    HTTPStatus.SERVICE_UNAVAILABLE: "Too many connections are open just now.",
}


def most_connections(files: int | None) -> int:
    """Return how many connections may be open, where the process may open so many files: the book needs some, too."""
    return MOST_CONNECTIONS if files is None else min(MOST_CONNECTIONS, max(_FEWEST_CONNECTIONS, files // 2))


class _Phase(Enum):
    HEAD = auto()
    BODY = auto()
    ANSWER = auto()
    IDLE = auto()


class _Refused(Exception):
    """Ends the parsing of what goes beyond a bound."""


class BoundedHttp(HttpToolsProtocol):
    """uvicorn's protocol, within bounds. `look_at_the_clock` is to be called about once a second."""

    most_connections = MOST_CONNECTIONS

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._phase = _Phase.HEAD
        self.since = self.loop.time()
        self._refusal: int | None = None
        self._unparsed = 0  # bytes since a head began or a piece of a body was whole: no more than that is kept of them
        self._came_on = False
        self._head = 0  # bytes of the first line and the headers that are whole
        self._body = 0

    # --- the connection ---

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as in uvicorn
        super().connection_made(transport)
        if len(self.connections) > self.most_connections and not self._make_room():
            self._refuse(HTTPStatus.SERVICE_UNAVAILABLE)

    def _make_room(self) -> bool:
        """Drop the connection that has waited longest, of the address that has most; False where none waits.

        Nobody's goes for one of an address that has more: who keeps all others at work would else shut everybody out.
        """
        ours = [each for each in self.connections if isinstance(each, BoundedHttp)]
        many = Counter(each.address for each in ours)
        waiting = [
            each for each in ours if each.waits and each is not self and many[each.address] >= many[self.address]
        ]
        if not waiting:
            return False
        victim = min(waiting, key=lambda each: (-many[each.address], each.since))
        victim.connections.discard(victim)
        victim.transport.abort()
        return True

    @property
    def address(self) -> str:
        """Where the connection comes from."""
        return self.client[0] if self.client else ""

    @property
    def waits(self) -> bool:
        """Whether nothing is being done for this connection."""
        cycle: RequestResponseCycle | None = self.cycle  # None before the first request, whatever uvicorn's type says
        return cycle is None or cycle.response_complete

    def data_received(self, data: bytes) -> None:
        if self._phase is _Phase.IDLE:
            self._enter(_Phase.HEAD)
        while data and not self.transport.is_closing():
            room = MOST_HEAD - self._unparsed
            piece, data = data[:room], data[room:]
            self._came_on = False
            super().data_received(piece)
            self._unparsed = 0 if self._came_on else self._unparsed + len(piece)
            if self._unparsed >= MOST_HEAD:
                self._refuse(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)

    def look_at_the_clock(self, now: float) -> None:
        """End what takes too long."""
        took = now - self.since
        if self.transport.is_closing() or (self._phase is _Phase.IDLE and self.transport.get_write_buffer_size()):
            if took > ANSWER_SECONDS:
                self.transport.abort()
        elif (self._phase in {_Phase.HEAD, _Phase.IDLE} and took > HEAD_SECONDS) or (
            self._phase is _Phase.BODY and took > BODY_SECONDS
        ):
            if self._phase is _Phase.IDLE:
                self.transport.close()
            else:
                self._refuse(HTTPStatus.REQUEST_TIMEOUT)
            self.since = now

    def _enter(self, phase: _Phase) -> None:
        self._phase = phase
        self.since = self.loop.time()

    # --- the parser ---

    def on_message_begin(self) -> None:
        self._head = self._body = 0
        super().on_message_begin()

    def on_url(self, url: bytes) -> None:
        self._count(len(url))
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        self._count(len(name) + len(value) + 4)
        if len(self.headers) >= MOST_HEADERS:
            self._stop(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        self._came_on = True
        if len(self.pipeline) >= MOST_PIPELINED:
            self._stop(HTTPStatus.TOO_MANY_REQUESTS)
        self._enter(_Phase.BODY)
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        self._came_on = True
        self._body += max(len(body), LEAST_PIECE)
        if self._body > MOST_BODY:
            self._stop(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._came_on = True
        self._enter(_Phase.IDLE if self.waits else _Phase.ANSWER)
        super().on_message_complete()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if self._phase is _Phase.ANSWER:
            self._enter(_Phase.IDLE if self.waits else _Phase.ANSWER)

    def _count(self, size: int) -> None:
        self._head += size
        if self._head > MOST_HEAD:
            self._stop(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)

    def _stop(self, status: int) -> NoReturn:
        self._refusal = status
        raise _Refused

    # --- refusals ---

    def send_400_response(self, msg: str) -> None:
        """Answer what the parser refused, by its own rules or by ours."""
        del msg
        self._refuse(self._refusal or HTTPStatus.BAD_REQUEST)

    def _refuse(self, status: int) -> None:
        """Say why, where an answer is owed and none is under way, and close."""
        if self.transport.is_closing():
            return
        self.since = self.loop.time()
        is_owed = self.waits if self._phase is _Phase.HEAD else not self.cycle.response_started
        if is_owed and not self.pipeline:
            said = _SAID[HTTPStatus(status)]
            head = f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\n"
            fields = (
                f"content-type: text/plain; charset=utf-8\r\ncontent-length: {len(said)}\r\ncache-control: no-store\r\n"
            )
            retry = "retry-after: 1\r\n" if status == HTTPStatus.SERVICE_UNAVAILABLE else ""
            self.transport.write(f"{head}{fields}{retry}connection: close\r\n\r\n{said}".encode("ascii"))
        self.transport.close()


def look_at_the_clock(connections: Iterable[object], now: float) -> None:
    """End what takes too long on any of the connections."""
    for each in list(connections):
        if isinstance(each, BoundedHttp):
            each.look_at_the_clock(now)
