"""Fetches files that people send: how large, how many at once, and the errors."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial

from telegram.error import TimedOut

from budget.imports.bounds import LARGEST_TABLE
from budget.turns import Turns

MOST_DOWNLOADS = 4
"""Files that are fetched or read at the same time. Other files wait, and are not in memory."""
LONGEST_WAIT = 20.0
"""Seconds that a file waits for its turn; after that Telegram repeats the update."""
LONGEST_DOWNLOAD = 20.0
"""Seconds. Together with the wait they are less than the minute after which Telegram hangs up."""

Fetch = Callable[[str], Awaitable[bytes]]
"""Fetches a file by its id. Raises `TelegramError` where a repeat can cure it, `FileTooLarge`, `FileNotFetched`."""


class FileTooLarge(Exception):
    """A file that has more bytes than are taken; its announced size does not matter."""


class FileNotFetched(Exception):
    """A file that Telegram does not give, or not in time."""


class Downloads:
    """Fetches files, a few at a time."""

    def __init__(self, fetch: Fetch, longest_wait: float = LONGEST_WAIT) -> None:
        self._fetch = fetch
        self._turns = Turns(MOST_DOWNLOADS, longest_wait, partial(TimedOut, "too many files at once"))

    @asynccontextmanager
    async def fetched(self, file: str) -> AsyncIterator[bytes]:
        """Give the bytes of a file; its place is free for the next file on leaving. Raises what `Fetch` raises."""
        async with self._turns.turn():
            content = await self._fetch(file)
            if len(content) > LARGEST_TABLE:
                raise FileTooLarge
            yield content
