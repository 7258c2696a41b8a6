"""Draws pictures for chats and visitors beside everything else, one after another, and never more than half of the time.

What draws holds the interpreter for some 50 ms a picture: nothing else is done meanwhile, whichever thread it is in.
"""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

from budget.summary import Summary
from web.limits import RateLimit

AT_ONCE = 10
"""Pictures that an address, a link or a chat may have drawn at once, ..."""
EVERY = 3.0
"""... and the seconds after which it may have one more."""
MOST_WAITING = 8
"""Pictures that wait to be drawn, for all together."""


class Busy(Exception):
    """A picture can't be drawn now; ``wait`` is the number of seconds until it may be."""

    def __init__(self, wait: int) -> None:
        super().__init__(wait)
        self.wait = wait


class Renderer:
    """Draws the week's pictures. What it keeps count of is told in the event loop."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._patience = RateLimit(AT_ONCE, EVERY, now)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="pictures")
        self._waiting = 0
        self._rests_until = 0.0

    def admit(self, *who: str) -> None:
        """Take one picture from what each of some may have drawn. Raises `Busy`."""
        for n, each in enumerate(who):
            if wait := self._patience.take(each):
                self.give_back(*who[:n])
                raise Busy(wait)

    def give_back(self, *who: str) -> None:
        """Give back what was taken for a picture that need not be drawn."""
        for each in who:
            self._patience.give_back(each)

    async def png(self, summary: Summary, *admitted: str) -> bytes:
        """Return the week's picture, for those that were admitted: one that is kept costs them nothing. Raises `Busy`."""
        from web import chart

        svg = chart.week_svg(summary)
        found = chart.cached_png(svg)
        if found is not None:
            self.give_back(*admitted)
            return found
        if self._waiting >= MOST_WAITING:
            self.give_back(*admitted)
            raise Busy(2)
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, self._draw, chart.png, svg)
        finally:
            self._waiting -= 1

    def _draw(self, draw: Callable[[str], bytes], svg: str) -> bytes:
        """Draw, after a rest as long as the picture before has taken."""
        time.sleep(max(0.0, self._rests_until - time.monotonic()))
        begun = time.monotonic()
        try:
            return draw(svg)
        finally:
            self._rests_until = 2 * time.monotonic() - begun
