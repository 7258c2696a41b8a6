"""The connection to Telegram: made at the first real call, so that start-up needs no network and builds no TLS context."""

import os
from collections.abc import Callable
from typing import Any

from telegram import Bot
from telegram.request import BaseRequest, RequestData

_CONNECTIONS = 100
"""As many as updates are handled at once: calls that hang must not take the others' place."""


class LazyRequest(BaseRequest):
    """A request back-end that builds its HTTP client when it is first used."""

    def __init__(self, connections: int, answered: Callable[[], None]) -> None:
        self._connections = connections
        self._answered = answered
        self._client: BaseRequest | None = None

    @property
    def read_timeout(self) -> float | None:
        return 10.0

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        if self._client is not None:
            await self._client.shutdown()
            self._client = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        if self._client is None:
            from telegram.request import HTTPXRequest

            client = HTTPXRequest(self._connections, read_timeout=self.read_timeout, pool_timeout=10)
            self._client = client
            await client.initialize()
        result = await self._client.do_request(
            url, method, request_data, read_timeout, write_timeout, connect_timeout, pool_timeout
        )
        self._answered()
        return result


class Telegram:
    """The bot of a token at a Bot API server; ``request`` is the seam for a Telegram of one's own.

    ``answered`` is told whenever the server answers.
    """

    def __init__(
        self,
        token: str,
        api_url: str,
        request: BaseRequest | None = None,
        answered: Callable[[], None] = lambda: None,
    ) -> None:
        os.environ.setdefault(
            "PTB_TIMEDELTA", "true"
        )  # `RetryAfter` tells a timedelta, as it always will one day; else it warns
        # A long poll must not wait for a place among the other calls.
        self._requests = (
            (request,) if request is not None else (LazyRequest(_CONNECTIONS, answered), LazyRequest(1, answered))
        )
        self.bot = Bot(
            token,
            base_url=f"{api_url}/bot",
            base_file_url=f"{api_url}/file/bot",
            request=self._requests[0],
            get_updates_request=self._requests[-1],
        )

    async def fetch(self, file: str) -> bytes:
        """Fetch a file by its id. Raises what telegram raises."""
        return bytes(await (await self.bot.get_file(file)).download_as_bytearray())

    async def own_name(self) -> str:
        """Ask for the bot's own name, without its @. Raises what telegram raises."""
        return (await self.bot.get_me()).username or ""

    async def close(self) -> None:
        """Close what was opened. (`Bot.shutdown` wants a bot that was initialised, which takes a call to Telegram.)"""
        for request in self._requests:
            await request.shutdown()
