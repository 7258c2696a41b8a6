"""Ends a process that hangs, so that a hang is counted as a kill is: the update at fault is tried again, alone, and then let go.

A thread of its own looks whether the event loop still turns, and whether something lasts too long. What holds the interpreter
itself stops that thread too: then `faulthandler`, which needs no interpreter, ends the process.
"""

import asyncio
import faulthandler
import logging
import sys
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

log = logging.getLogger(__name__)

LIMIT = 90.0  # seconds; Telegram itself waits for a minute
_LOOKS = 9  # within that time


class Watchdog:
    """Calls ``end`` from its thread where the running loop does not turn for ``limit`` seconds, or ``lasts`` tells of more.

    ``lasts`` returns for how many seconds the oldest piece of work lasts; it is asked from the thread.
    """

    def __init__(
        self,
        lasts: Callable[[], float],
        end: Callable[[], None],
        limit: float = LIMIT,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._lasts = lasts
        self._end = end
        self._limit = limit
        self._clock = clock
        self._beat = clock()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)

    def __enter__(self) -> Self:
        self._loop = asyncio.get_running_loop()
        self._turned()
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopped.set()
        self._thread.join()
        faulthandler.cancel_dump_traceback_later()

    def _turned(self) -> None:
        """Note that the loop turns; called in it."""
        self._beat = self._clock()
        try:
            faulthandler.dump_traceback_later(3 * self._limit, exit=True)
        except (OSError, ValueError, AttributeError):  # standard error is no file: then the thread watches alone
            log.debug("What holds the interpreter itself can't be watched for")

    def _watch(self) -> None:
        pause = self._limit / _LOOKS
        while True:
            before = self._clock()
            if self._stopped.wait(pause):
                return
            if self._clock() - before > 3 * pause:  # the whole process was stopped, or the machine slept
                self._beat = self._clock()
                continue
            try:
                self._loop.call_soon_threadsafe(self._turned)
            except RuntimeError:  # the loop is closed
                return
            if self._clock() - self._beat > self._limit:
                self._bark("The event loop hangs")
            elif self._lasts() > self._limit:
                self._bark("An update, or the store's thread, hangs")

    def _bark(self, what: str) -> None:
        log.critical("%s for more than %s s: the process is ended", what, round(self._limit))
        try:
            faulthandler.dump_traceback(file=sys.stderr)  # where every thread is; no value is shown
        except (OSError, ValueError, AttributeError):
            log.debug("Where the threads are can't be shown")
        self._end()
