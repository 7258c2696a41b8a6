"""Draws pictures in a thread: one after another, and for at most half of the time.

Drawing one picture holds the interpreter's lock for about 50 ms. No other thread runs meanwhile.
"""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from budget.history import History
from budget.overview import Overview
from budget.summary import Summary
from web.rate_limits import PICTURES, RateLimit
from words.voice import Voice

if TYPE_CHECKING:
    from web.frames import Frame

MOST_WAITING = 8
"""Pictures waiting to be drawn, of all clients together."""


class Busy(Exception):
    """A picture can't be drawn now. ``wait`` is the number of seconds until it may be."""

    def __init__(self, wait: int) -> None:
        super().__init__(wait)
        self.wait = wait


class Renderer:
    """Draws the week's pictures within rate limits. All methods are called in the event loop's thread."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._limit = RateLimit(*PICTURES, now)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="pictures")
        self._waiting = 0
        self._rests_until = 0.0

    def admit(self, *keys: str) -> None:
        """Charge one picture to the limit of each key. Raises `Busy`, and then charges nothing."""
        for n, key in enumerate(keys):
            if wait := self._limit.take(key):
                self.give_back(*keys[:n])
                raise Busy(wait)

    def give_back(self, *keys: str) -> None:
        """Undo `admit`: the picture was not drawn."""
        for key in keys:
            self._limit.give_back(key)

    async def png(
        self, voice: Voice, summary: Summary | Overview | History, *keys: str, frame: "Frame | None" = None
    ) -> bytes:
        """Return the picture for keys that were admitted, in a ``frame`` or as chats show it. Raises `Busy`.

        A cached picture is not charged to the keys.
        """
        from web import chart  # imported with the first picture, to keep start-up short

        if frame is None:
            svg = chart.week_svg(voice, summary)
        else:
            from web.frames import framed_svg

            svg = framed_svg(voice, summary, frame)
        cached = chart.cached_png(svg)
        if cached is not None:
            self.give_back(*keys)
            return cached
        if self._waiting >= MOST_WAITING:
            self.give_back(*keys)
            raise Busy(2)
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(
                self._thread, self._draw, partial(chart.png, exact=frame is not None), svg
            )
        finally:
            self._waiting -= 1

    def _draw(self, draw: Callable[[str], bytes], svg: str) -> bytes:
        """Draw a picture, after a rest as long as the previous picture took."""
        time.sleep(max(0.0, self._rests_until - time.monotonic()))
        started = time.monotonic()
        try:
            return draw(svg)
        finally:
            self._rests_until = 2 * time.monotonic() - started
