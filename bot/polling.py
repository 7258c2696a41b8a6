"""The polling door: fetch updates, handle each, and only then move the offset, so that a crash loses none.

(python-telegram-bot's own `run_polling` confirms a batch before handling it: one `kill -9` lost 427 of 500 updates.)

Updates of one chat are handled strictly in their order, chats side by side. One that a repeat can cure stays at the head of its
chat and holds the offset, nothing else: what comes after it in other chats is handled meanwhile and remembered as done.
"""

import asyncio
import logging
from collections import deque
from contextlib import suppress
from typing import Any

from telegram import Bot
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.door import Door
from bot.updates import KINDS, Incoming
from budget.errors import LedgerUnavailable

log = logging.getLogger(__name__)

_WAIT = 30  # seconds that Telegram holds a request open while there is nothing new
_PAUSES = (1, 2, 4, 8, 15, 30, 60)  # seconds between attempts, as Telegram itself would wait


class Polling:
    """Fetches and handles the updates of one bot until it is cancelled."""

    def __init__(self, bot: Bot, door: Door) -> None:
        self._bot = bot
        self._door = door
        self._offset: int | None = None
        self._open: dict[int, bool] = {}  # update number -> done; in Telegram's order
        self._chats: dict[int, deque[tuple[int, Incoming]]] = {}
        self._news = asyncio.Event()

    async def run(self) -> None:
        """Poll for ever. Raises `InvalidToken` where Telegram does not know the token."""
        attempt = 0
        async with asyncio.TaskGroup() as tasks:
            while True:
                try:
                    await self._fetch(tasks)
                    attempt = 0
                except InvalidToken:
                    raise
                except (TelegramError, LookupError, TypeError) as problem:  # the latter for an answer that is nonsense
                    pause = pause_after(problem, attempt)
                    attempt += 1
                    if isinstance(problem, Conflict):
                        log.warning("Another program polls with the same token, or a webhook is set")
                    log.warning("Telegram can't be reached (%s); next attempt in %s s", type(problem).__name__, pause)
                    await asyncio.sleep(pause)

    async def _fetch(self, tasks: asyncio.TaskGroup) -> None:
        """Fetch what is new, hand it to its chats, and move the offset over what is done."""
        wait = 0 if self._open else _WAIT
        asked = {"offset": self._offset, "timeout": wait, "limit": 100, "allowed_updates": KINDS}
        # Raw (`get_updates` would raise for all where it can't read one; it warns of its own name spelt its own way).
        found: Any = await self._bot.do_api_request(
            "get_Updates", {key: value for key, value in asked.items() if value is not None}, read_timeout=wait + 10
        )
        fresh = [raw for raw in found if raw["update_id"] not in self._open]
        for raw in fresh:
            self._open[raw["update_id"]] = False
            update = self._door.read(raw)
            if update is None:
                self._open[raw["update_id"]] = True
                continue
            chat, waiting = update.chat, (raw["update_id"], update)
            if chat in self._chats:
                self._chats[chat].append(waiting)
            else:
                self._chats[chat] = deque([waiting])
                tasks.create_task(self._handle_chat(chat))
        if self._open and not fresh:
            self._news.clear()
            # Not by `wait_for`: in Python 3.11 it loses a cancellation that comes together with the news.
            with suppress(TimeoutError):
                async with asyncio.timeout(1):
                    await self._news.wait()
        for number in list(self._open):
            if not self._open[number]:
                break
            del self._open[number]
            self._offset = number + 1

    async def _handle_chat(self, chat: int) -> None:
        """Handle a chat's updates one after another, each until it is done."""
        waiting = self._chats[chat]
        while waiting:
            number, update = waiting[0]
            await self._handle(update)
            self._open[number] = True
            waiting.popleft()
            self._news.set()
        del self._chats[chat]

    async def _handle(self, update: Incoming) -> None:
        attempt = 0
        calls = None
        while True:
            try:
                if calls is None:
                    calls = await self._door.handle(update)
                while calls:
                    await self._door.deliver(calls[0], self._bot)
                    calls.pop(0)
            except (LedgerUnavailable, NetworkError, RetryAfter) as problem:
                pause = pause_after(problem, attempt)
                attempt += 1
                log.warning("An update is repeated in %s s (%s)", pause, type(problem).__name__)
                await asyncio.sleep(pause)
            except TelegramError as problem:
                log.warning("An answer can't be delivered (%s)", type(problem).__name__)
                return
            else:
                return


def pause_after(problem: Exception, attempt: int) -> float:
    """Return the seconds to wait: what Telegram asks for, else longer with each attempt."""
    if isinstance(problem, RetryAfter):
        after = problem.retry_after
        return float(after if isinstance(after, int) else after.total_seconds())
    return _PAUSES[min(attempt, len(_PAUSES) - 1)]
