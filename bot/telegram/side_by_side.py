"""Work for many chats, side by side: a chat whose calls hang or are refused for a while keeps no other waiting."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable

_AT_ONCE = 8


async def total_of(works: Iterable[Callable[[], Awaitable[int]]], at_once: int = _AT_ONCE) -> int:
    """Do works side by side, so many at once; return the sum of what they return.

    Raises what the first of them in their order raised, once all have ended.
    """
    places = asyncio.Semaphore(at_once)

    async def done(work: Callable[[], Awaitable[int]]) -> int:
        async with places:
            return await work()

    found = await asyncio.gather(*(done(work) for work in works), return_exceptions=True)
    for one in found:
        if isinstance(one, BaseException):
            raise one
    return sum(one for one in found if isinstance(one, int))
