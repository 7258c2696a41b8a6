"""Says what is due without being asked: a tick decides, commits, and then sends.

A word whose outcome is not known is not sent again. Only Telegram's 429 is waited for: it says that nothing was sent.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from telegram import Bot
from telegram.error import Forbidden, RetryAfter, TelegramError

from bot.conversation import Conversation
from bot.reply import Reply
from bot.telegram.delivery import Call, to_send, without_sound
from bot.telegram.sender import Sender
from bot.telegram.side_by_side import total_of
from budget.errors import LedgerUnavailable
from budget.notifying import MOST_AT_ONCE

log = logging.getLogger(__name__)

EVERY = 60.0
"""Seconds between two ticks of a process that lives on."""
_AT_ONCE = 8  # chats that are told side by side
_TRIES = 3
_LONGEST_WAIT = 30.0  # seconds


async def tick(said_by: Conversation, sender: Sender, bot: Bot, now: Callable[[], datetime]) -> int:
    """Say what is due in all chats, and return how many were told something. Raises `LedgerUnavailable`.

    Chats are told side by side: none waits for one that Telegram slows down.
    """
    places = asyncio.Semaphore(_AT_ONCE)

    async def told(owner: int) -> int:
        async with places:  # also while it is sent: a process that ends loses what is decided and not sent
            said = await _decided(said_by, owner, now)
            if said is None:
                return 0
            chat, reply = said
            try:
                for call in to_send(reply, chat, None):
                    await _send(replace(without_sound(call), unasked=True), sender, bot, places)
            except Forbidden:
                log.info("A chat has blocked the bot: it is told nothing more until it writes /start")
                await said_by.blocked(owner)
            except TelegramError as problem:
                log.warning("Whether a chat was told what is due is not known, so it is not told again: %s", problem)
            return 1

    return await total_of([partial(told, owner) for owner in await said_by.due(now())], at_once=MOST_AT_ONCE)


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


async def _send(call: Call, sender: Sender, bot: Bot, places: asyncio.Semaphore) -> None:
    """Make a call in a place that the caller has. It is another's while Telegram's 429 is waited for."""
    for _ in range(_TRIES - 1):
        try:
            await sender.deliver(call, bot)
        except RetryAfter as wait:
            places.release()
            try:
                await asyncio.sleep(min(_seconds(wait), _LONGEST_WAIT))
            finally:
                await places.acquire()
        else:
            return
    await sender.deliver(call, bot)


def _seconds(wait: RetryAfter) -> float:
    after = wait.retry_after
    return float(after) if isinstance(after, int | float) else after.total_seconds()


async def tick_on_time(
    said_by: Conversation, sender: Sender, bot: Bot, now: Callable[[], datetime], every: float = EVERY
) -> None:
    """Tick every minute until it is cancelled."""
    await every_so_often(partial(_logged, said_by, sender, bot, now), every)


async def every_so_often(look: Callable[[], Coroutine[Any, Any, None]], every: float) -> None:
    """Look every so many seconds until it is cancelled; a look that is under way is finished first."""
    while True:
        await asyncio.sleep(every)
        looking = asyncio.ensure_future(look())
        try:
            await asyncio.shield(looking)
        except asyncio.CancelledError:
            with suppress(Exception):
                await looking
            raise


async def _logged(said_by: Conversation, sender: Sender, bot: Bot, now: Callable[[], datetime]) -> None:
    try:
        if told := await tick(said_by, sender, bot, now):
            log.info("Chats that were told what is due: %s", told)
    except LedgerUnavailable as problem:
        log.warning("What is due waits: %s", problem)
    except Exception:
        log.exception("A tick failed")
