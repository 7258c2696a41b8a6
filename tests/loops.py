"""An event loop whose clock goes on when a test says so."""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import AbstractAsyncContextManager
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


async def crowded(
    loop: SetLoop, place: Callable[[], AbstractAsyncContextManager[object]], number: int, longest: float
) -> tuple[list[type[BaseException | None]], int]:
    """Let many ask for a place at once, that nobody leaves before ``longest`` seconds are over.

    Return the errors of those that did not get one then, and how many were in theirs at the same time. Before, nobody is refused;
    after all have left, there is a place again.
    """
    leave, held, most = asyncio.Event(), list[int](), list[int]()

    async def hold(n: int) -> None:
        async with place():
            held.append(n)
            most.append(len(held))
            await leave.wait()
            held.remove(n)

    jobs = [asyncio.create_task(hold(n)) for n in range(number)]
    await loop.go_on(longest - 1)
    assert not any(job.done() for job in jobs)
    await loop.go_on(1)
    waited = [job.exception() for job in jobs if job.done()]
    leave.set()
    await asyncio.gather(*(job for job in jobs if not job.done()))
    await hold(number)
    return [type(problem) for problem in waited], max(most)
