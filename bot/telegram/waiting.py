"""Updates that are not done: those in the process, and those in the database, which are tried again later."""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from bot.telegram.incoming import Incoming
from budget.errors import LedgerUnavailable


class StoredUpdate(Protocol):
    """A stored update, as Telegram sent it (JSON)."""

    @property
    def number(self) -> int: ...
    @property
    def body(self) -> str: ...
    @property
    def since(self) -> datetime: ...
    @property
    def tries(self) -> int: ...


class WaitingUpdates(Protocol):
    """The stored updates that could not be done yet, in the order of each chat. Every method raises `LedgerUnavailable`."""

    async def keep(self, updates: Sequence[tuple[int, int, str, int]], at: datetime) -> None:
        """Store updates (chat, number, body, tries), to be tried from now on. Those that are stored already stay as they are."""

    async def kept(self, numbers: Collection[int]) -> Collection[int]:
        """Return which of these updates are stored."""

    async def chats(self) -> Sequence[tuple[int, datetime, datetime]]:
        """Return the chats with stored updates, each with the time of its oldest update and the time when its first is due."""

    async def first(self, chat: int) -> StoredUpdate | None:
        """Return the first stored update of a chat, None without any."""

    async def postpone(self, chat: int, number: int, tries: int, next_at: datetime) -> None:
        """Set when a stored update is tried again."""

    async def done(self, chat: int, number: int) -> None:
        """Delete a stored update: it is done."""


@dataclass(slots=True, eq=False)
class OpenUpdate:
    """An update that is not done. ``kept`` is set when it is stored; then it no longer holds the offset."""

    number: int
    update: Incoming
    body: Any = None
    """What Telegram sent, until it is stored."""
    fetched: float = 0.0
    begun: float | None = None
    since: datetime | None = None
    """When it was stored."""
    tries: int = 0
    done: bool = False
    perhaps_kept: bool = False
    """Whether storing it failed: it may be stored all the same, where a commit was made and not told."""
    kept: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(slots=True)
class Wait:
    """A chat with stored updates: since when the oldest waits, and when it is due by the clock of the event loop."""

    since: datetime
    due: float


class NoStore:
    """Stores nothing: then an update that can't be done holds the offset."""

    async def keep(self, _updates: Sequence[tuple[int, int, str, int]], _at: datetime) -> None:
        raise LedgerUnavailable("there is no store")

    async def kept(self, _numbers: Collection[int]) -> Collection[int]:
        return ()

    async def chats(self) -> Sequence[tuple[int, datetime, datetime]]:
        return ()

    async def first(self, _chat: int) -> StoredUpdate | None:
        return None

    async def postpone(self, _chat: int, _number: int, _tries: int, _next_at: datetime) -> None: ...

    async def done(self, _chat: int, _number: int) -> None: ...
