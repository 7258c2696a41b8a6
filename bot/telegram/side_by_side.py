"""Work for many chats, side by side: a chat whose calls hang or are refused for a while keeps no other waiting."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from typing import Any, TypeVar

_AT_ONCE = 8
_SLOW = 1.0
"""Seconds after which a work gives its place to another one: it waits for Telegram, and takes nothing meanwhile."""
_MOST = 100
"""Works that are not at their end, those that gave their places away too."""
_MOST_LOOKS = 8

_T = TypeVar("_T")


class SideBySide:
    """Does works for chats, a few at once, and more of those that only wait."""

    def __init__(self) -> None:
        self._places = asyncio.Semaphore(_AT_ONCE)
        self._room = asyncio.Semaphore(_MOST)
        self._under_way: set[int] = set()

    async def do(self, work: Callable[[], Coroutine[Any, Any, _T]]) -> _T:
        """Return what a work returns, once there is a place for it. Raises what it raises."""
        async with self._room:
            task: asyncio.Task[_T] | None = None
            try:
                async with self._places:
                    task = asyncio.create_task(work())
                    await asyncio.wait([task], timeout=_SLOW)
                return await task
            finally:
                if task is not None and not task.done():
                    task.cancel()

    async def total_of(self, works: Mapping[int, Callable[[], Coroutine[Any, Any, int]]]) -> int:
        """Do works of chats; return the sum of what they return. A chat for which another one is under way is left out.

        Raises what the first of them in their order raised, once all have ended.
        """
        mine = {chat: work for chat, work in works.items() if chat not in self._under_way}
        self._under_way.update(mine)

        async def done(chat: int) -> int:
            try:
                return await self.do(mine[chat])
            finally:
                self._under_way.discard(chat)

        found = await asyncio.gather(*map(done, mine), return_exceptions=True)
        for one in found:
            if isinstance(one, BaseException):
                raise one
        return sum(one for one in found if isinstance(one, int))


class Looks:
    """Looks that go on beside each other until they are at their end. None of them may raise."""

    def __init__(self) -> None:
        self._under_way: set[asyncio.Task[None]] = set()

    def begin(self, look: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(look)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    @property
    def number(self) -> int:
        """How many are under way."""
        return len(self._under_way)

    async def ended(self) -> None:
        """Wait until those that are under way have ended."""
        if self._under_way:
            await asyncio.wait(list(self._under_way))


async def every_so_often(look: Callable[[], Coroutine[Any, Any, None]], every: float, *, at_once: bool = False) -> None:
    """Look every so many seconds, and first of all where it is ``at_once``, until it is cancelled.

    A look does not wait for an earlier one, in which a chat may hang. Looks that are under way are finished first.
    """
    looks = Looks()
    try:
        while True:
            if at_once and looks.number < _MOST_LOOKS:
                looks.begin(look())
            await asyncio.sleep(every)
            at_once = True
    finally:
        await looks.ended()
