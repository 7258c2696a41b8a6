"""Work for many chats: whoever waits for Telegram keeps nobody else waiting, and what is under way comes to its end."""

import asyncio
from functools import partial

import pytest

from bot.telegram.side_by_side import SideBySide, every_so_often
from tests.loops import SetLoop, on


async def one() -> int:
    return 1


def test_works_that_hang_give_their_places_away() -> None:
    async def test(loop: SetLoop) -> None:
        hang, done = asyncio.Event(), list[int]()

        async def hanging() -> int:
            await hang.wait()
            return 1

        async def quick(n: int) -> int:
            done.append(n)
            return 1

        works = dict.fromkeys(range(50), hanging) | {n: partial(quick, n) for n in range(50, 60)}
        total = asyncio.create_task(SideBySide().total_of(works))
        await loop.quiet()
        assert done == []
        for _ in range(7):
            await loop.go_on(1)
        assert done == [*range(50, 60)]
        assert not total.done()
        hang.set()
        assert await total == 60

    on(test)


def test_a_chat_has_one_work_under_way() -> None:
    async def test(loop: SetLoop) -> None:
        hang, chats = asyncio.Event(), SideBySide()

        async def hanging() -> int:
            await hang.wait()
            return 1

        first = asyncio.create_task(chats.total_of({1: hanging}))
        await loop.quiet()
        assert await chats.total_of({1: one, 2: one}) == 1
        hang.set()
        assert await first == 1
        assert await chats.total_of({1: one}) == 1

    on(test)


def test_what_the_first_raised_is_raised_once_all_have_ended() -> None:
    async def test(_loop: SetLoop) -> None:
        ended = list[int]()

        async def fail(n: int) -> int:
            await asyncio.sleep(0)
            ended.append(n)
            raise ValueError(n)

        with pytest.raises(ValueError, match="1"):
            await SideBySide().total_of({1: partial(fail, 1), 2: partial(fail, 2), 3: one})
        assert ended == [1, 2]

    on(test)


def test_who_is_cancelled_cancels_its_works() -> None:
    async def test(loop: SetLoop) -> None:
        ended = asyncio.Event()

        async def hanging() -> int:
            try:
                await asyncio.Event().wait()
            finally:
                ended.set()
            return 1

        total = asyncio.create_task(SideBySide().total_of({1: hanging}))
        await loop.quiet()
        total.cancel()
        await asyncio.wait([total])
        await loop.quiet()
        assert ended.is_set()

    on(test)


@pytest.mark.parametrize("at_once", [True, False])
def test_a_look_does_not_wait_for_an_earlier_one_and_all_are_finished(at_once: bool) -> None:
    async def test(loop: SetLoop) -> None:
        hang, begun, ended = asyncio.Event(), list[float](), list[float]()

        async def look() -> None:
            begun.append(loop.time())
            await hang.wait()
            ended.append(loop.time())

        looking = asyncio.create_task(every_so_often(look, 60, at_once=at_once))
        await loop.quiet()
        assert len(begun) == at_once
        for _ in range(20):
            await loop.go_on(60)
        assert len(begun) == 8, "and they do not pile up"
        looking.cancel()
        await loop.quiet()
        assert not looking.done()
        hang.set()
        await asyncio.wait([looking])
        assert len(ended) == 8

    on(test)
