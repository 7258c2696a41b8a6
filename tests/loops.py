"""An event loop whose clock goes on when a test says so."""

import asyncio


class SetLoop(asyncio.SelectorEventLoop):
    """Its seconds are real, and those that the test adds: a bound of 40 seconds is tried in a moment."""

    added = 0.0

    def time(self) -> float:
        return super().time() + self.added

    async def go_on(self, seconds: float) -> None:
        """Let time pass, and whatever is due by then begin."""
        self.added += seconds
        await self.quiet()

    async def quiet(self) -> None:
        """Let everything that can go on at once do so."""
        for _ in range(20):
            await asyncio.sleep(0)
