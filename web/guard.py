"""The ASGI middleware around every request: security headers, a request id, the access log, and one answer for failures.

The log and the metrics name a request by its route's template, because a path may contain a token.
"""

import logging
import secrets
import time
from typing import Protocol

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from trail import of_request

log = logging.getLogger("web")
access = logging.getLogger("web.access")

MOST_TARGET = 2048
"""Characters of a request target: its path and query."""

REQUEST_ID = "request_id"
"""The key of a request's id in its ASGI scope."""

_NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors"
CSP = f"{_NOTHING} 'none'"
CSP_OF_PAGES = f"{_NOTHING} https://web.telegram.org"
"""A page may be framed by Telegram's web client alone: `[Page]` opens it as a Web App, which is a frame there."""
_HEADERS = {
    "Content-Security-Policy": CSP,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",  # for browsers that do not know frame-ancestors, which goes before it
    "X-Robots-Tag": "noindex, nofollow",
    "Cache-Control": "no-store",
    "Vary": "Accept",
}
_HSTS = ("Strict-Transport-Security", "max-age=31536000")
_ROUTINE = frozenset({"/livez", "/readyz", "/metrics", "/telegram"})
"""Requested every few seconds, or told by an update's own line: successes are logged at DEBUG."""
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"})


class RequestObserver(Protocol):
    """Is told of every answered request."""

    def answered(self, method: str, route: str, status: int, seconds: float) -> None: ...


class Guard:
    """The middleware. ``broken`` answers a request that failed, ``too_long`` one whose target is longer than `MOST_TARGET`."""

    def __init__(
        self, app: ASGIApp, *, https: bool, broken: ASGIApp, too_long: ASGIApp, observer: RequestObserver
    ) -> None:
        self._app = app
        self._broken = broken
        self._too_long = too_long
        self._observer = observer
        headers = dict([*_HEADERS.items(), *([_HSTS] if https else [])])
        self._headers = [(name.lower().encode(), value.encode()) for name, value in headers.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = time.perf_counter()
        scope[REQUEST_ID] = request_id = secrets.token_hex(8)
        status = 0
        is_head = scope["method"] == "HEAD"

        async def answer(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message = {**message, "headers": self._with_headers(message, request_id)}
            elif is_head:
                message = {**message, "body": b""}
            await send(message)

        with of_request(request_id):
            try:
                app = self._app if len(scope["path"]) + len(scope["query_string"]) <= MOST_TARGET else self._too_long
                await app(scope, receive, answer)
            except Exception:
                log.exception("Request %s failed", request_id)
                if status:  # the answer has begun; the server can only break the connection off
                    raise
                await self._broken(scope, receive, answer)
            finally:
                self._report(scope, status, time.perf_counter() - started)

    def _with_headers(self, start: Message, request_id: str) -> list[tuple[bytes, bytes]]:
        """Return an answer's headers with those added that it does not set itself. An error also gets the request's id."""
        headers: list[tuple[bytes, bytes]] = list(start.get("headers", ()))
        names = {name for name, _ in headers}
        headers += [header for header in self._headers if header[0] not in names]
        if start["status"] >= 400:
            headers.append((b"x-request-id", request_id.encode()))
        return headers

    def _report(self, scope: Scope, status: int, seconds: float) -> None:
        """Count and log an answered request. ``status`` is 0 if no answer was sent."""
        route = getattr(scope.get("route"), "path", "-")
        method = scope["method"] if scope["method"] in _METHODS else "other"
        self._observer.answered(method, route, status, seconds)
        level = logging.DEBUG if route in _ROUTINE and status < 400 else logging.INFO
        if access.isEnabledFor(level):
            suffix = f" request {scope[REQUEST_ID]}" if status >= 400 or not status else ""
            access.log(level, "%s %s %d %.1f ms%s", method, route, status, seconds * 1000, suffix)
