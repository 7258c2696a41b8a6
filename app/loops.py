"""The event loops of the main job and of AWS Lambda: uvloop, where it is installed."""

import asyncio
import sys
from collections.abc import Coroutine
from typing import Any, TypeVar

_T = TypeVar("_T")


def new_event_loop() -> asyncio.AbstractEventLoop:
    """Return an event loop that is not running."""
    if sys.platform == "win32" or sys.implementation.name != "cpython":
        return asyncio.new_event_loop()
    import uvloop

    return uvloop.new_event_loop()


def run(job: Coroutine[Any, Any, _T]) -> _T:
    """Run a coroutine in an event loop of its own until it ends."""
    with asyncio.Runner(loop_factory=new_event_loop) as runner:
        return runner.run(job)
