"""Updates that are not done: in the process, and in the store that keeps those which can't be done yet."""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from bot.telegram.updates import Incoming
from budget.errors import LedgerUnavailable


class Kept(Protocol):
    """An update that the store keeps, as Telegram sent it (JSON)."""

    @property
    def number(self) -> int: ...
    @property
    def body(self) -> str: ...
    @property
    def since(self) -> datetime: ...
    @property
    def tries(self) -> int: ...


class WaitingUpdates(Protocol):
    """The store's updates that could not be done yet, in the order of each chat. Every method raises `LedgerUnavailable`."""

    async def keep(self, updates: Sequence[tuple[int, int, str, int]], at: datetime) -> None:
        """Keep updates (chat, number, body, tries), to be tried from now on; what is kept already stays as it is."""

    async def kept(self, numbers: Collection[int]) -> Collection[int]:
        """Return which of some updates are kept."""

    async def chats(self) -> Sequence[tuple[int, datetime, datetime]]:
        """Return all chats with waiting updates: since when the oldest of each waits, and when the first is due."""

    async def first(self, chat: int) -> Kept | None:
        """Return the first waiting update of a chat, None where there is none."""

    async def postpone(self, chat: int, number: int, tries: int, next_at: datetime) -> None:
        """Try a waiting update again later."""

    async def done(self, chat: int, number: int) -> None:
        """Forget a waiting update: it is done."""


@dataclass(slots=True, eq=False)
class OpenUpdate:
    """An update that is not done; ``kept`` once the store has it, and then it holds no offset."""

    number: int
    update: Incoming
    body: Any = None
    """What Telegram sent, until it is kept."""
    fetched: float = 0.0
    begun: float | None = None
    since: datetime | None = None
    """When the store got it."""
    tries: int = 0
    done: bool = False
    kept: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(slots=True)
class Wait:
    """A chat with updates in the store: since when the oldest waits, and when it is due by the clock of the event loop."""

    since: datetime
    due: float


class NoStore:
    """A store that keeps nothing: then an update that can't be done holds the offset."""

    async def keep(self, _updates: Sequence[tuple[int, int, str, int]], _at: datetime) -> None:
        raise LedgerUnavailable("there is no store")

    async def kept(self, _numbers: Collection[int]) -> Collection[int]:
        return ()

    async def chats(self) -> Sequence[tuple[int, datetime, datetime]]:
        return ()

    async def first(self, _chat: int) -> Kept | None:
        return None

    async def postpone(self, _chat: int, _number: int, _tries: int, _next_at: datetime) -> None: ...

    async def done(self, _chat: int, _number: int) -> None: ...
