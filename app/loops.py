"""The event loop of the main job: uvloop, where it is installed."""

import asyncio
import sys
from collections.abc import Coroutine
from typing import Any, TypeVar

_T = TypeVar("_T")


def run(job: Coroutine[Any, Any, _T]) -> _T:
    """Run a coroutine in an event loop of its own until it ends."""
    if sys.platform == "win32" or sys.implementation.name != "cpython":
        return asyncio.run(job)
    import uvloop

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(job)
