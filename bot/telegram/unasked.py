"""Says what is due without being asked: a tick decides, commits, and then sends.

A word whose outcome is not known is not sent again. Waited for is what says that nothing was sent: Telegram's 429, a store that is
away.
"""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial

from telegram import Bot
from telegram.error import Forbidden, RetryAfter, TelegramError

from bot.conversation import Conversation
from bot.reply import Reply
from bot.telegram.delivery import Call, to_send, without_sound
from bot.telegram.retries import pause_after
from bot.telegram.sender import Sender
from bot.telegram.side_by_side import SideBySide, every_so_often
from budget.errors import LedgerUnavailable

log = logging.getLogger(__name__)

EVERY = 60.0
"""Seconds between two ticks of a process that lives on."""
_LONGEST = 20.0
"""Seconds after which a tick looks for no more chats: the next one goes on. On Lambda an event may take a minute."""
_TRIES = 3
_LONGEST_WAIT = 30.0  # seconds


async def tick(
    said_by: Conversation, sender: Sender, bot: Bot, now: Callable[[], datetime], chats: SideBySide | None = None
) -> int:
    """Say what is due in all chats, and return how many were told something. Raises `LedgerUnavailable`.

    Chats are told side by side: none waits for one that Telegram slows down. Ticks that go on beside each other share ``chats``.
    """

    async def told(owner: int) -> int:
        said = await _decided(said_by, owner, now)
        if said is None:
            return 0
        chat, reply = said
        try:
            for call in to_send(reply, chat, None):
                await _send(without_sound(call)._replace(unasked=True), sender, bot)
        except Forbidden:
            log.info("A chat has blocked the bot: it is told nothing more until it writes /start")
            await said_by.blocked(owner)
        except TelegramError as problem:
            log.warning("Whether a chat was told what is due is not known, so it is not told again: %s", problem)
        return 1

    side_by_side, seen, number = chats or SideBySide(), set[int](), 0
    clock = asyncio.get_running_loop().time
    ends = clock() + _LONGEST
    while fresh := [owner for owner in await said_by.due(now()) if owner not in seen]:
        seen.update(fresh)
        # In one of few places also while it is sent: a process that ends loses what is decided and not sent.
        number += await side_by_side.total_of({owner: partial(told, owner) for owner in fresh})
        if clock() >= ends:
            break
    return number


async def _decided(said_by: Conversation, owner: int, now: Callable[[], datetime]) -> tuple[int, Reply] | None:
    """Return a chat and what it is told, stored as said; None for nothing. Raises `LedgerUnavailable`."""
    try:
        return await said_by.told(owner, now())
    except LedgerUnavailable:
        raise
    except Exception:
        log.exception("What a chat is told can't be said: it is looked at again later")
        await said_by.put_off(owner, now())  # nor may it keep others waiting
        return None


async def _send(call: Call, sender: Sender, bot: Bot) -> None:
    """Make a call, and again after Telegram's 429, or where the store does not say where the chat has moved: nothing was sent."""
    for _ in range(_TRIES - 1):
        try:
            await sender.deliver(call, bot)
        except (RetryAfter, LedgerUnavailable) as wait:
            await asyncio.sleep(min(pause_after(wait, 0), _LONGEST_WAIT))
        else:
            return
    await sender.deliver(call, bot)


async def tick_on_time(
    said_by: Conversation, sender: Sender, bot: Bot, now: Callable[[], datetime], every: float = EVERY
) -> None:
    """Tick every minute until it is cancelled."""
    await every_so_often(partial(_logged, said_by, sender, bot, now, SideBySide()), every)


async def _logged(
    said_by: Conversation, sender: Sender, bot: Bot, now: Callable[[], datetime], chats: SideBySide
) -> None:
    try:
        if told := await tick(said_by, sender, bot, now, chats):
            log.info("Chats that were told what is due: %s", told)
    except LedgerUnavailable as problem:
        log.warning("What is due waits: %s", problem)
    except Exception:
        log.exception("A tick failed")
