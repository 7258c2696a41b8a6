"""Tells chats what came in through their write doors: at once, and later what could not be told then.

A post is recorded before anybody is told. Its chat is told again where it is not known whether the first message arrived, for money
must not pass without a word. Chats are told side by side, and one that can't be told now is put off with all that waits for it: no
chat waits for another.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from itertools import groupby

from telegram import Bot
from telegram.error import Forbidden, RetryAfter, TelegramError

from bot import replies
from bot.marks import Marks
from bot.telegram.delivery import to_send, without_sound
from bot.telegram.retries import pause_after
from bot.telegram.sender import Sender
from bot.telegram.side_by_side import SideBySide, every_so_often
from budget.errors import BeingForgotten, LedgerUnavailable, NotFound
from budget.posting import Posted
from budget.write_doors import TELL_WITHIN, Done, Doorkeeper, KeptPost
from words.voice import Voices

log = logging.getLogger(__name__)

AT_ONCE = 5.0
"""Seconds that an answer to a post waits for its chat to be told."""
_LONGEST_LOOK = timedelta(seconds=50)
"""After that a look asks for no more posts; the next one goes on."""
_LONGEST_PAUSE = timedelta(hours=1)


class PostTeller:
    """Tells chats what came in, for one bot."""

    def __init__(
        self, keeper: Doorkeeper, marks: Marks, sender: Sender, bot: Bot, voices: Voices, now: Callable[[], datetime]
    ) -> None:
        self._keeper = keeper
        self._marks = marks
        self._sender = sender
        self._bot = bot
        self._voices = voices
        self._now = now
        self._chats = SideBySide()

    async def tell(self, done: Done) -> None:
        """Tell a chat what came in just now. It never fails: what can't be told is told by `tick`."""
        if done.posted is None:
            return
        try:
            async with asyncio.timeout(AT_ONCE):
                await self._told(done.post, done.posted)
        except (TimeoutError, TelegramError, LedgerUnavailable) as problem:
            log.warning("A chat will be told later what came in (%s)", type(problem).__name__)
        except Exception:
            log.exception("A chat can't be told now what came in")
        self._marks.answered(done.post.door.chat)

    async def tick(self) -> int:
        """Tell chats what came in and was not told, and return how many posts were. Raises `LedgerUnavailable`."""
        told, end = 0, self._now() + _LONGEST_LOOK
        while self._now() < end and (found := await self._keeper.untold(self._now())):
            found = sorted(found, key=lambda post: post.door.chat)  # it keeps the order within a chat
            by_chat = groupby(found, key=lambda post: post.door.chat)
            # Chats that an earlier look is at are left to it. What was found is claimed, so others come next.
            told += await self._chats.total_of({chat: partial(self._tell_chat, list(posts)) for chat, posts in by_chat})
        return told

    async def _tell_chat(self, posts: Sequence[KeptPost]) -> int:
        """Tell one chat of posts; return of how many it was told. Where it can't be told now, all that waits for it is put off."""
        told = 0
        for post in posts:
            try:
                await self._told(post, await self._keeper.again(post), again=True)
                told += 1
            except (NotFound, BeingForgotten):
                await self._keeper.told(post)
            except TelegramError as problem:
                pause = timedelta(seconds=pause_after(problem, 0)) if isinstance(problem, RetryAfter) else TELL_WITHIN
                log.warning("A chat will be told later what came in (%s)", problem)
                await self._keeper.put_off(post, self._now(), min(pause, _LONGEST_PAUSE))
                break
            except LedgerUnavailable:
                raise
            except Exception:
                log.exception("A chat can't be told what came in")  # nor may it keep the others waiting
        return told

    async def run(self, every: float) -> None:
        """Look every so many seconds until it is cancelled."""
        await every_so_often(self._logged, every)

    async def _logged(self) -> None:
        try:
            await self.tick()
        except LedgerUnavailable as problem:
            log.warning("What came in and was not told waits: %s", problem)
        except Exception:
            log.exception("What came in can't be told")

    async def _told(self, post: KeptPost, posted: Posted, *, again: bool = False) -> None:
        """Send the receipt of a post. Raises `TelegramError` and `LedgerUnavailable` where a repeat can cure it.

        Its first message is not sent ``again`` where the answer's row says that it came.
        """
        reply = replies.came_in(self._voices(posted.receipt.budget.language), post.door, posted)
        first, *others = (without_sound(call) for call in to_send(reply, post.door.chat, None))
        calls = [first._replace(receipt_for=post.number), *others]
        if again and post.number is not None:
            calls = await self._sender.unless_told(post.door.chat, post.number, calls)
        with suppress(Forbidden):  # nobody is there to be told
            for call in calls:
                await self._sender.deliver(call._replace(unasked=True), self._bot)
        await self._keeper.told(post)
