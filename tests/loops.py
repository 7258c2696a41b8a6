"""An event loop whose clock goes on when a test says so."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


class SetLoop(asyncio.SelectorEventLoop):
    """Its seconds are real, and those that the test adds: a bound of 40 seconds is tried in a moment.

    A loop that ``stands_still`` has only those that the test adds, however long the machine takes.
    """

    def __init__(self, *, stands_still: bool = False) -> None:
        self.added = 0.0
        self._begun = super().time() if stands_still else None
        super().__init__()

    def time(self) -> float:
        return (super().time() if self._begun is None else self._begun) + self.added

    async def go_on(self, seconds: float) -> None:
        """Let what can begin do so, then time pass, and whatever is due by then begin."""
        await self.quiet()
        self.added += seconds
        await self.quiet()

    async def quiet(self) -> None:
        """Let everything that can go on at once do so."""
        for _ in range(20):
            await asyncio.sleep(0)


def on(test: Callable[[SetLoop], Coroutine[Any, Any, None]], *, stands_still: bool = True) -> None:
    """Run a test on a loop whose clock it sets."""
    loop = SetLoop(stands_still=stands_still)
    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        runner.run(test(loop))
