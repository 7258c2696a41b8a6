"""A thread that does what it is given, one after another.

An executor makes a future for each call, with a lock and a condition of its own, and another one for who awaits it: that is a
twentieth of recording. Here the caller's own future is answered, by one wake-up of its loop for all that is done together.
"""

import threading
from asyncio import AbstractEventLoop, Future
from collections.abc import Callable, Iterable
from contextlib import suppress
from queue import SimpleQueue
from typing import Any, NamedTuple


class Done(NamedTuple):
    """What came of a job: its result, or the error that it raised."""

    waits: Future[Any]
    result: Any = None
    error: BaseException | None = None


class OneThread:
    """A thread; it is started at the first call. The process does not wait for it when it ends: `close` does."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._calls: SimpleQueue[Callable[[], object] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._closed = False

    def call(self, work: Callable[[], object]) -> None:
        """Let the thread call a function, which must not raise. Raises RuntimeError after `close`."""
        if self._closed:
            raise RuntimeError(f"the thread {self._name} has ended")
        if self._thread is None:
            self._thread = threading.Thread(target=self._serve, name=self._name, daemon=True)
            self._thread.start()
        self._calls.put(work)

    def close(self) -> None:
        """Let the thread do what it was given, and wait for its end."""
        self._closed = True
        if self._thread is not None:
            self._calls.put(None)
            self._thread.join()

    def _serve(self) -> None:
        while (work := self._calls.get()) is not None:
            work()


def answer(done: Iterable[Done]) -> None:
    """Answer from another thread those who wait, each in its own loop. Who does not wait any more is left alone."""
    by_loop: dict[AbstractEventLoop, list[Done]] = {}
    for one in done:
        by_loop.setdefault(one.waits.get_loop(), []).append(one)
    for loop, some in by_loop.items():
        with suppress(RuntimeError):  # the loop is closed, and nobody waits
            loop.call_soon_threadsafe(_answer, some)


def _answer(done: list[Done]) -> None:
    for waits, result, error in done:
        if waits.done():  # it was cancelled
            continue
        if error is None:
            waits.set_result(result)
        else:
            waits.set_exception(error)
