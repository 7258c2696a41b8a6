"""HTTP/1.1 with bounds on what a connection may send, how long it may take, and how many connections are open.

uvicorn's httptools parser has no such bounds: not on the size of a request's head, the time until it is complete, or the
number of pipelined requests.
"""

import asyncio
from collections import Counter
from collections.abc import Iterable
from enum import Enum, auto
from http import HTTPStatus
from typing import Any, NoReturn

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

MOST_HEAD = 16 * 1024
"""Bytes of a request's first line, headers and trailers."""
MOST_HEADERS = 100
MOST_BODY = 1024 * 1024
"""Bytes of a body. A handler that reads a body sets a smaller bound of its own."""
LEAST_PIECE = 256
"""The bytes that a piece of a body counts for at least: one-byte chunks take a hundred times as long as their bytes alone."""
MOST_PIPELINED = 8
"""Requests of one connection that wait until an earlier request is answered."""
HEAD_SECONDS = 10.0
"""The time until a head is complete, counted from the connection's start or the end of the previous request."""
BODY_SECONDS = 20.0
"""The time from the end of a head until its body is complete."""
ANSWER_SECONDS = 30.0
"""The time until the client has received a written answer."""
MOST_CONNECTIONS = 250
_FEWEST_CONNECTIONS = 16

_SENTENCES = {
    HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE: "The request's head is larger than 16 KB or has more than 100 headers.",
    HTTPStatus.REQUEST_TIMEOUT: "The request did not come in time.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "The request's body is too large.",
    HTTPStatus.BAD_REQUEST: "The request can't be read.",
    HTTPStatus.TOO_MANY_REQUESTS: "Too many requests wait on this connection.",
    HTTPStatus.SERVICE_UNAVAILABLE: "Too many connections are open just now.",
}


def connection_limit(files: int | None) -> int:
    """Return how many connections may be open for a limit on open files. The database needs some of the files."""
    return MOST_CONNECTIONS if files is None else min(MOST_CONNECTIONS, max(_FEWEST_CONNECTIONS, files // 2))


class _Phase(Enum):
    HEAD = auto()
    BODY = auto()
    ANSWER = auto()
    IDLE = auto()


class _Refused(Exception):
    """Stops the parser at a request that is beyond a bound."""


class BoundedHttp(HttpToolsProtocol):
    """uvicorn's HTTP protocol with bounds. `enforce_timeouts` must be called about once a second."""

    most_connections = MOST_CONNECTIONS

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._phase = _Phase.HEAD
        self.since = self.loop.time()
        self._refusal: int | None = None
        self._unparsed = 0  # bytes since the parser last reported progress; it buffers no more than these
        self._has_progressed = False  # whether the parser has completed a head or reported part of a body
        self._head = 0  # bytes of the first line and of the complete headers
        self._body = 0

    # --- the connection ---

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as in uvicorn
        super().connection_made(transport)
        if len(self.connections) > self.most_connections and not self._make_room():
            self._refuse(HTTPStatus.SERVICE_UNAVAILABLE)

    def _make_room(self) -> bool:
        """Drop the connection that has waited longest for a request, of the address with most connections.

        Return False if there is none. An address with more connections never displaces one with fewer: otherwise a client
        that keeps all its connections at work would shut everyone else out.
        """
        ours = [each for each in self.connections if isinstance(each, BoundedHttp)]
        by_address = Counter(each.address for each in ours)
        waiting = [
            each
            for each in ours
            if each.awaits_request and each is not self and by_address[each.address] >= by_address[self.address]
        ]
        if not waiting:
            return False
        victim = min(waiting, key=lambda each: (-by_address[each.address], each.since))
        victim.connections.discard(victim)
        victim.transport.abort()
        return True

    @property
    def address(self) -> str:
        """The client's IP address."""
        return self.client[0] if self.client else ""

    @property
    def awaits_request(self) -> bool:
        """Whether no request of this connection is being handled."""
        # None before the first request, which uvicorn's type does not say.
        cycle: RequestResponseCycle | None = self.cycle
        return cycle is None or cycle.response_complete

    def data_received(self, data: bytes) -> None:
        if self._phase is _Phase.IDLE:
            self._enter(_Phase.HEAD)
        while data and not self.transport.is_closing():
            room = MOST_HEAD - self._unparsed
            piece, data = data[:room], data[room:]
            self._has_progressed = False
            super().data_received(piece)
            self._unparsed = 0 if self._has_progressed else self._unparsed + len(piece)
            if self._unparsed >= MOST_HEAD:
                self._refuse(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)

    def enforce_timeouts(self, now: float) -> None:
        """Close the connection if its current phase has taken too long."""
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
        self._has_progressed = True
        if len(self.pipeline) >= MOST_PIPELINED:
            self._stop(HTTPStatus.TOO_MANY_REQUESTS)
        super().on_headers_complete()  # it raises for a target that it can't read: then no request has begun
        self._enter(_Phase.BODY)

    def on_body(self, body: bytes) -> None:
        self._has_progressed = True
        self._body += max(len(body), LEAST_PIECE)
        if self._body > MOST_BODY:
            self._stop(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._has_progressed = True
        self._enter(_Phase.IDLE if self.awaits_request else _Phase.ANSWER)
        super().on_message_complete()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if self._phase is _Phase.ANSWER:
            self._enter(_Phase.IDLE if self.awaits_request else _Phase.ANSWER)

    def _count(self, size: int) -> None:
        self._head += size
        if self._head > MOST_HEAD:
            self._stop(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)

    def _stop(self, status: int) -> NoReturn:
        self._refusal = status
        raise _Refused

    # --- refusals ---

    def send_400_response(self, msg: str) -> None:
        """Answer a request that the parser or one of our bounds refused; called by uvicorn."""
        del msg
        self._refuse(self._refusal or HTTPStatus.BAD_REQUEST)

    def _refuse(self, status: int) -> None:
        """Close the connection. Send the reason first if a request is unanswered and no answer has begun."""
        if self.transport.is_closing():
            return
        self.since = self.loop.time()
        is_unanswered = self.awaits_request if self._phase is _Phase.HEAD else not self.cycle.response_started
        if is_unanswered and not self.pipeline:
            sentence = _SENTENCES[HTTPStatus(status)]
            head = f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\n"
            fields = f"content-type: text/plain; charset=utf-8\r\ncontent-length: {len(sentence)}\r\ncache-control: no-store\r\n"
            retry = "retry-after: 1\r\n" if status == HTTPStatus.SERVICE_UNAVAILABLE else ""
            self.transport.write(f"{head}{fields}{retry}connection: close\r\n\r\n{sentence}".encode("ascii"))
        self.transport.close()


def enforce_timeouts(connections: Iterable[object], now: float) -> None:
    """Close each connection whose current phase has taken too long."""
    for each in list(connections):
        if isinstance(each, BoundedHttp):
            each.enforce_timeouts(now)
