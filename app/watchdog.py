"""Ends a process that hangs. A hang is then counted like a kill: the update at fault is tried again, alone, and then dropped.

A thread checks whether the event loop still runs, and whether a job takes too long. Code that holds the interpreter lock stops that
thread too: then `faulthandler`, which does not need the lock, ends the process.
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
_LOOKS = 9  # checks within that time


class Watchdog:
    """Calls ``end`` from its thread if the running event loop stands still, or a job takes, longer than ``limit`` seconds.

    ``lasts`` returns for how many seconds the oldest job has run; it is called from the thread.
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
        """Note that the loop runs; called by the loop."""
        self._beat = self._clock()
        try:
            faulthandler.dump_traceback_later(3 * self._limit, exit=True)
        except (OSError, ValueError, AttributeError):  # standard error is not a file: then only the thread watches
            log.debug("Code that holds the interpreter lock can't be watched for")

    def _watch(self) -> None:
        pause = self._limit / _LOOKS
        while True:
            before = self._clock()
            if self._stopped.wait(pause):
                return
            if self._clock() - before > 3 * pause:  # the process was stopped, or the machine slept
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
            faulthandler.dump_traceback(file=sys.stderr)  # the stacks of all threads, without values
        except (OSError, ValueError, AttributeError):
            log.debug("Where the threads are can't be shown")
        self._end()
