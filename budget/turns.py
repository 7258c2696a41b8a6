"""Turns at work that takes much memory or time: a few have theirs at the same time, others wait, and not for long."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from budget.errors import Busy

LONGEST_TURN = 10.0
"""Seconds that somebody waits for a turn; a repeat comes later. An update that waits for longer would count as one that hangs,
and the process would be ended for it."""


def _busy() -> Exception:
    return Busy("others are at it")


class Turns:
    """At most ``places`` callers at the same time. One waits ``longest`` seconds; then ``too_long()`` is raised."""

    def __init__(self, places: int, longest: float = LONGEST_TURN, too_long: Callable[[], Exception] = _busy) -> None:
        self._places = asyncio.Semaphore(places)
        self.longest = longest
        self._too_long = too_long

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Give a turn; it ends on leaving. Raises `Busy`, or the error of ``too_long``."""
        try:
            async with asyncio.timeout(self.longest):
                await self._places.acquire()
        except TimeoutError:
            raise self._too_long() from None
        try:
            yield
        finally:
            self._places.release()
