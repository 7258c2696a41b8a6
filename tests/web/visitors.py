"""Visitors who open a chat's share links on the HTTP side."""

from collections.abc import AsyncIterator, Iterable

import httpx2

from app.build import http_app
from tests.chat import Say

BROWSERS = {
    "Chrome": "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,"
    "application/signed-exchange;v=b3;q=0.7",
    "Firefox": "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/png,image/svg+xml,*/*;q=0.8",
    "Safari": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
}
BROWSER = BROWSERS["Chrome"]


class _Pieces(httpx2.AsyncByteStream):
    """A body that comes piece by piece, without its length."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = pieces

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self._pieces:
            yield piece


class _OnTheLoopOf(httpx2.BaseTransport):
    """The HTTP side on a chat's own loop: to start a thread and a loop for each request takes a hundredth of a second."""

    def __init__(self, say: Say, address: str) -> None:
        self._say = say
        self._app = httpx2.ASGITransport(http_app(say.app), raise_app_exceptions=False, client=(address, 50000))

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        return self._say.runner.run(self._answer(request))

    async def _answer(self, request: httpx2.Request) -> httpx2.Response:
        if not isinstance(request.stream, httpx2.AsyncByteStream):
            request.stream = _Pieces(request.stream)
        answer = await self._app.handle_async_request(request)
        return httpx2.Response(
            answer.status_code, headers=answer.headers, content=await answer.aread(), extensions=answer.extensions
        )


def visitor(say: Say, address: str = "203.0.113.7", *, at: str = "http://budget.test") -> httpx2.Client:
    """Return a client with an IP address and without an `Accept` header."""
    client = httpx2.Client(transport=_OnTheLoopOf(say, address), base_url=at, follow_redirects=True, trust_env=False)
    del client.headers["accept"]
    return client


def share(say: Say, how: str = "") -> str:
    """Ask for a link in the chat; return its path."""
    (address,) = (word for word in say(f"/share {how}").split() if "/s/" in word)
    return address[address.index("/s/") :]
