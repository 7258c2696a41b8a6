"""The connection to Telegram: made at the first real call, so that start-up needs no network and builds no TLS context."""

import asyncio
import os
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from telegram import Bot, ChatMember
from telegram.error import BadRequest, NetworkError
from telegram.request import BaseRequest, RequestData

from bot.telegram.files import LONGEST_DOWNLOAD, MOST_DOWNLOADS, FileNotFetched, FileTooLarge
from budget.imports.bounds import LARGEST_TABLE
from trail import span

if TYPE_CHECKING:
    import httpx

_CONNECTIONS = 500
"""Enough that calls which hang leave room for others: polling begins a hundred updates each 2.5 s, and a call hangs for 10 s."""


class LazyRequest(BaseRequest):
    """A request back-end that builds its HTTP client when it is first used."""

    def __init__(self, connections: int, answered: Callable[[], None]) -> None:
        self._connections = connections
        self._answered = answered
        self._client: BaseRequest | None = None

    @property
    def read_timeout(self) -> float:
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
        *timeouts: Any,
        **timeouts_by_name: Any,
    ) -> tuple[int, bytes]:
        if self._client is None:
            from bot.telegram.client import Client

            client = Client(self._connections, self.read_timeout)
            self._client = client
            await client.initialize()
        called = url.rpartition("/")[2]  # the path before it holds the token
        with span(f"call {called}") if called != "getUpdates" else nullcontext():  # a long poll is no work
            result = await self._client.do_request(url, method, request_data, *timeouts, **timeouts_by_name)
        self._answered()
        return result


class LazyDownloads:
    """Fetches files, each up to a number of bytes. Its HTTP client is built at the first use."""

    def __init__(self) -> None:
        self._client: httpx.AsyncClient | None = None

    async def fetch(self, url: str, most: int) -> bytes:
        """Return what is at an address.

        Raises `FileTooLarge`, `FileNotFetched`, and `NetworkError` where a repeat can cure it; no error tells the address.
        """
        import httpx

        if self._client is None:
            from bot.telegram.client import verifying

            limits, longest = httpx.Limits(max_connections=MOST_DOWNLOADS), httpx.Timeout(10, pool=LONGEST_DOWNLOAD)
            self._client = httpx.AsyncClient(verify=verifying(), timeout=longest, limits=limits)
        content = bytearray()
        try:
            # Not compressed: a compressed answer could unpack to any size.
            async with self._client.stream("GET", url, headers={"Accept-Encoding": "identity"}) as answer:
                if answer.status_code == 429 or answer.status_code >= 500:
                    raise NetworkError(f"a file: status {answer.status_code}")
                if answer.status_code != 200:
                    raise FileNotFetched
                async for chunk in answer.aiter_raw():
                    content += chunk
                    if len(content) > most:
                        raise FileTooLarge
        except (httpx.HTTPError, httpx.InvalidURL) as problem:
            raise NetworkError(f"a file: {type(problem).__name__}") from None
        return bytes(content)

    async def close(self) -> None:
        if self._client is not None:
            await self._client.aclose()
            self._client = None


class Telegram:
    """The bot of a token at a Bot API server. Tests pass a ``request`` of their own.

    ``answered`` is called at each answer of the server.
    """

    def __init__(
        self,
        token: str,
        api_url: str,
        request: BaseRequest | None = None,
        answered: Callable[[], None] = lambda: None,
        longest_download: float = LONGEST_DOWNLOAD,
    ) -> None:
        # `RetryAfter` gives a timedelta, as a later version always will; otherwise it warns.
        os.environ.setdefault("PTB_TIMEDELTA", "true")
        # A long poll has its own connection, so that it never waits for the other calls.
        self._requests = (
            (request,) if request is not None else (LazyRequest(_CONNECTIONS, answered), LazyRequest(1, answered))
        )
        self._downloads = LazyDownloads() if request is None else None
        self._longest_download = longest_download
        self._answered = answered
        self.bot = Bot(
            token,
            base_url=f"{api_url}/bot",
            base_file_url=f"{api_url}/file/bot",
            request=self._requests[0],
            get_updates_request=self._requests[-1],
        )

    async def fetch(self, file: str, most: int = LARGEST_TABLE) -> bytes:
        """Fetch a file by its id, up to ``most`` bytes.

        Raises `FileTooLarge`, `FileNotFetched`, and `TelegramError` where a repeat can cure it.
        """
        try:
            async with asyncio.timeout(self._longest_download):
                content = await self._fetch(file, most)
        except TimeoutError:
            raise FileNotFetched from None
        except BadRequest as problem:  # larger than a bot may fetch (20 MB), or deleted
            raise (FileTooLarge if "too big" in str(problem).lower() else FileNotFetched) from None
        self._answered()
        return content

    async def _fetch(self, file: str, most: int) -> bytes:
        path = (await self.bot.get_file(file)).file_path
        if not path:
            raise FileNotFetched
        # A Bot API server on this machine gives a path on the disk.
        if not path.startswith(("https://", "http://")):
            return await asyncio.to_thread(_read, path, most)
        url = quote(path, safe="/:%")
        if self._downloads is not None:
            return await self._downloads.fetch(url, most)
        content = await self._requests[0].retrieve(url)
        if len(content) > most:
            raise FileTooLarge
        return content

    async def own_name(self) -> str:
        """Return the bot's own name, without its @. Raises `TelegramError`."""
        return (await self.bot.get_me()).username or ""

    async def is_administrator(self, chat: int, user: int) -> bool:
        """Whether a user is an administrator of a chat. Raises `TelegramError`."""
        return (await self.bot.get_chat_member(chat, user)).status in {ChatMember.ADMINISTRATOR, ChatMember.OWNER}

    async def close(self) -> None:
        """Close all connections. (`Bot.shutdown` needs a bot that was initialised, which takes a call to Telegram.)"""
        for request in self._requests:
            await request.shutdown()
        if self._downloads is not None:
            await self._downloads.close()


def _read(path: str, most: int) -> bytes:
    try:
        with Path(path).open("rb") as file:
            content = file.read(most + 1)
    except OSError:
        raise FileNotFetched from None
    if len(content) > most:
        raise FileTooLarge
    return content
