"""Polling: fetches updates, handles each, and only then moves the offset, so that a crash loses none.

(python-telegram-bot's own `run_polling` confirms a batch before handling it: one `kill -9` lost 427 of 500 updates.)

Updates of one chat are handled strictly in their order, chats side by side. Telegram gives only the hundred updates after the
offset, so an update that can't be done must not hold the offset: after a while it is stored in the database, with the later updates
of its chat, and the offset moves on. Stored updates are tried again with growing pauses, for a day.

While an update is open, Telegram answers each request at once with the open updates, which are parsed anew. So it is asked at a
steady pace then, seldom while many are open, and by a long poll when nothing is open.
"""

import asyncio
import json
import logging
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

from telegram import Bot
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.telegram.delivery import Call, called
from bot.telegram.dispatch import Dispatcher
from bot.telegram.pace import Pace
from bot.telegram.retries import PAUSES, pause_after
from bot.telegram.updates import KINDS
from bot.telegram.waiting import NoStore, OpenUpdate, Wait, WaitingUpdates
from budget.errors import LedgerUnavailable
from trail import of_update

log = logging.getLogger(__name__)

_WAIT = 30  # seconds that Telegram holds a request open while there is nothing new
_MOST = 100  # updates that Telegram gives out at once
_MANY = 50  # updates that are not done: enough to do until the next request
_DAY = timedelta(days=1)


class Polling:
    """Fetches and handles the updates of one bot until it is cancelled."""

    def __init__(
        self,
        bot: Bot,
        dispatcher: Dispatcher,
        waiting: WaitingUpdates | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        pace: Pace | None = None,
    ) -> None:
        self._bot = bot
        self._dispatcher = dispatcher
        self._store = waiting or NoStore()
        self._now = now
        self._pace = pace or Pace()
        self._offset: int | None = None
        self._open: dict[int, OpenUpdate | None] = {}  # by number, in Telegram's order; None once it is done
        self._chats: dict[int, deque[OpenUpdate]] = {}  # fetched and not begun
        self._begun: set[int] = set()  # chats that have a task
        self._waiting: dict[int, Wait] = {}
        self._again = set[int]()  # stored and done before the first offset: Telegram may give them again
        self._finished = set[int]()  # updates that are done, and may still be stored
        self._news = asyncio.Event()  # something is done, or kept
        self._due = asyncio.Event()  # another chat waits
        self._looked_back = asyncio.Event()
        self._keep_again = 0.0
        self._unwritable = False

    async def run(self) -> None:
        """Poll until it is cancelled. Raises `InvalidToken` if Telegram does not know the token."""
        attempt = 0
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._try_again(tasks))
            while True:
                try:
                    asked = asyncio.get_running_loop().time()
                    found = await self._fetch(tasks)
                    attempt = 0
                    await self._settle(asked, is_full=found >= _MOST)
                except InvalidToken:
                    raise
                # LookupError and TypeError come from an answer of the wrong shape.
                except (TelegramError, LookupError, TypeError, LedgerUnavailable) as problem:
                    pause = pause_after(problem, attempt)
                    attempt += 1
                    if isinstance(problem, Conflict):
                        log.warning("Another program polls with the same token, or a webhook is set")
                    away = "The store" if isinstance(problem, LedgerUnavailable) else "Telegram"
                    log.warning("%s can't be reached (%s); next attempt in %s s", away, type(problem).__name__, pause)
                    await asyncio.sleep(pause)

    def oldest_open(self) -> float:
        """Return for how many seconds the oldest update is not done, 0 without any. Stored updates count."""
        return max(
            self._held_up(), *((self._now() - wait.since).total_seconds() for wait in self._waiting.values()), 0.0
        )

    def is_stuck(self) -> bool:
        """Whether an update has been neither done nor stored for so long that new updates no longer come."""
        return self._held_up() > self._pace.stuck_after

    def _held_up(self) -> float:
        """Return for how many seconds the oldest update holds the offset."""
        oldest = next((one for one in self._open.values() if one is not None), None)
        return asyncio.get_running_loop().time() - oldest.fetched if oldest is not None else 0.0

    # --- fetching ---

    async def _look_back(self) -> None:
        """Find which chats have stored updates."""
        attempt = 0
        while True:
            try:
                found = await self._store.chats()
            except LedgerUnavailable as problem:
                pause = pause_after(problem, attempt)
                attempt += 1
                log.warning("Updates that wait can't be read; next attempt in %s s: %s", pause, problem)
                await asyncio.sleep(pause)
            else:
                time, now = asyncio.get_running_loop().time(), self._now()
                for chat, since, next_at in found:
                    pause = min(max((next_at - now).total_seconds(), 0.0), PAUSES[-1])
                    self._waiting[chat] = Wait(since, time + pause)
                self._looked_back.set()
                return

    async def _fetch(self, tasks: asyncio.TaskGroup) -> int:
        """Fetch what is new, and hand it to its chats; return how many updates Telegram gave out."""
        wait = 0 if self._open else _WAIT
        asked = {"offset": self._offset, "timeout": wait, "limit": _MOST, "allowed_updates": KINDS}
        # As JSON: `get_updates` would raise for all if it can't read one.
        found: Any = await called(self._bot, "get_updates", asked, read_timeout=wait + 10)
        fresh = {raw["update_id"]: raw for raw in found if raw["update_id"] not in self._open}
        # An earlier process may have stored an update and ended before it moved the offset.
        asks = fresh and (self._waiting or not self._looked_back.is_set())
        stored = set(await self._store.kept(fresh)) if asks else set[int]()
        stored |= self._again  # looked at last: what was stored may be done and deleted meanwhile
        for number, raw in sorted(fresh.items()):  # in their order: the offset confirms all that is before it
            update = None if number in stored else self._dispatcher.read(raw)
            if update is None:
                self._open[number] = None
                continue
            one = OpenUpdate(number, update, raw, asyncio.get_running_loop().time())
            self._open[number] = one
            self._chats.setdefault(update.chat, deque()).append(one)
            if update.chat not in self._begun and update.chat not in self._waiting:
                self._start(update.chat, tasks)
        return len(found)

    async def _settle(self, asked: float, *, is_full: bool) -> None:
        """Return when it is time to ask again: soon when nothing is open, else at the next step of the pace.

        ``asked`` is when the latest request began; ``is_full`` is whether Telegram gave out as much as it does at once.
        """
        time = asyncio.get_running_loop().time
        fetched = time()
        while True:
            self._news.clear()  # before the loop looks, so that it misses nothing that is done later
            self._move_offset()
            if not self._open:
                if not is_full:
                    await asyncio.sleep(asked + self._pace.calm - time())
                return
            if time() >= self._keep_again and (self._held_up() >= self._pace.keep_after or self._is_in_the_way()):
                await self._keep_stuck()
                continue
            # Telegram gives no update after the hundredth before the first is done.
            if len(self._open) < _MOST and time() >= fetched + self._pause(is_full=is_full):
                return
            # Not by `wait_for`: in Python 3.11 it loses a cancellation that comes at the same time as the event.
            with suppress(TimeoutError):
                async with asyncio.timeout(self._pace.between):
                    await self._news.wait()

    def _pause(self, *, is_full: bool) -> float:
        """Return the seconds between two requests while updates are open."""
        if self._unwritable:
            return self._pace.again
        if sum(map(bool, self._open.values())) >= _MANY:
            return self._pace.crowded
        return 0.0 if is_full else self._pace.between

    def _is_in_the_way(self) -> bool:
        """Whether an update that has failed, or hangs, takes a place that a later update needs."""
        if len(self._open) < _MOST:
            return False
        hanging = asyncio.get_running_loop().time() - self._pace.hanging_after
        open_ = (one for one in self._open.values() if one is not None)
        return any(one.tries or (one.begun is not None and one.begun <= hanging) for one in open_)

    def _move_offset(self) -> None:
        for number, one in list(self._open.items()):
            if one is not None:
                return
            del self._open[number]
            self._offset = number + 1

    async def _keep_stuck(self) -> None:
        """Store the updates that are open for too long, and the later updates of their chats."""
        time = asyncio.get_running_loop().time()
        open_ = [one for one in self._open.values() if one is not None]
        chats = {one.update.chat for one in open_ if self._is_overdue(one, time)}
        stuck = [one for one in open_ if one.update.chat in chats]
        if not stuck:
            self._keep_again = time + self._pace.between
            return
        now = self._now()
        try:
            await self._store.keep(
                [(one.update.chat, one.number, json.dumps(one.body), one.tries) for one in stuck], now
            )
        except LedgerUnavailable as problem:
            log.warning("Updates that can't be done now can't be kept either: %s", problem)
            time = asyncio.get_running_loop().time()  # it may take longer than `again`, and requests go on meanwhile
            self._keep_again, self._unwritable = time + self._pace.again, True
            for one in stuck:
                one.perhaps_kept = True
                if one.done:  # meanwhile
                    self._look_for_done(one)
            return
        self._unwritable = False
        log.warning("%s updates of %s chats can't be done now; they are kept, and tried again", len(stuck), len(chats))
        self._finished |= {one.number for one in stuck if one.done}  # meanwhile
        for one in stuck:
            one.body, one.since = None, now
            self._open[one.number] = None
            one.kept.set()
        for chat in chats:
            # Updates that are not begun are read from the database when their turn comes, so that they take no memory.
            self._chats[chat] = deque(one for one in self._chats.get(chat, ()) if not one.kept.is_set())
            self._wait_for(chat, now, time)
        self._due.set()

    def _is_overdue(self, one: OpenUpdate, time: float) -> bool:
        """Whether an update is tried for too long, waits behind stored updates of its chat, or is one of too many that are open."""
        full = len(self._open) >= _MOST
        if full and (one.tries or time - one.fetched >= self._pace.full_after):
            return True
        since = one.fetched if one.begun is None and one.update.chat in self._waiting else one.begun
        most = min(self._pace.keep_after, self._pace.hanging_after) if full else self._pace.keep_after
        return since is not None and time - since >= most

    # --- handling ---

    def _start(self, chat: int, tasks: asyncio.TaskGroup) -> None:
        self._begun.add(chat)
        tasks.create_task(self._handle_chat(chat))

    async def _handle_chat(self, chat: int) -> None:
        """Handle a chat's updates one after another; stored updates first, because they are older."""
        try:
            while (one := await self._next(chat)) is not None:
                one.begun = asyncio.get_running_loop().time()
                with of_update(one.number, chat):
                    if not await self._handle(one):
                        break
                    await self._finish(one)
        except LedgerUnavailable as problem:
            self._postpone(chat, pause_after(problem, 0))
        finally:
            self._begun.discard(chat)
            if not self._chats.get(chat):
                self._chats.pop(chat, None)
            self._due.set()

    async def _next(self, chat: int) -> OpenUpdate | None:
        await self._looked_back.wait()
        while (wait := self._waiting.get(chat)) is not None:
            kept = await self._store.first(chat)
            if kept is None:
                if self._waiting.get(chat) is wait:
                    del self._waiting[chat]
                continue
            self._waiting[chat].since = kept.since
            is_done = kept.number in self._finished
            update = None if is_done else self._dispatcher.read(json.loads(kept.body))
            if update is not None:
                one = self._also_here(kept.number, chat) or OpenUpdate(kept.number, update, tries=kept.tries)
                one.since = kept.since
                one.kept.set()
                return one
            # It is done, or a version of the program that could read it has stored it.
            await self._no_longer_stored(chat, kept.number)
        chat_queue = self._chats.get(chat)
        return chat_queue.popleft() if chat_queue else None

    def _also_here(self, number: int, chat: int) -> OpenUpdate | None:
        """Return an update that is stored, though storing it seemed to fail, as it waits here too; it holds the offset no longer.

        It stays the same object: storing it once more may be under way, and must see whether it is done.
        """
        one = self._open.get(number)
        if one is not None:
            self._chats[chat] = deque(other for other in self._chats.get(chat, ()) if other is not one)
            self._open[number] = None
            self._news.set()
        return one

    async def _handle(self, one: OpenUpdate) -> bool:
        """Handle an update until it is done (True), or until it is stored and is to be tried later (False)."""
        calls: list[Call] | None = None
        while True:
            try:
                if calls is None:
                    calls = await self._dispatcher.handle(one.update)
                while calls:
                    await self._dispatcher.deliver(calls[0], self._bot)
                    calls.pop(0)
            except (LedgerUnavailable, NetworkError, RetryAfter) as problem:
                if calls is not None:
                    self._dispatcher.not_answered(one.update)
                pause = pause_after(problem, one.tries)
                one.tries += 1
                if one.since is not None and self._now() - one.since >= _DAY:
                    await self._give_up(one)
                    return True
                log.warning("An update is repeated in %s s (%s)", pause, type(problem).__name__)
                if not one.kept.is_set():
                    with suppress(TimeoutError):
                        async with asyncio.timeout(pause):
                            await one.kept.wait()
                if one.kept.is_set():
                    if calls is not None:
                        self._dispatcher.not_sent(one.update, calls)
                    self._postpone(one.update.chat, pause)
                    next_at = self._now() + timedelta(seconds=pause)
                    await self._store.postpone(one.update.chat, one.number, one.tries, next_at)
                    return False
            except TelegramError as problem:
                log.warning("An answer can't be delivered (%s)", type(problem).__name__)
                return True
            else:
                return True

    async def _give_up(self, one: OpenUpdate) -> None:
        """Tell the chat that an update could not be done for a day, if Telegram can be reached."""
        log.error("An update is let go: it could not be done for a day")
        try:
            for call in await self._dispatcher.give_up(one.update):
                await self._dispatcher.deliver(call, self._bot)
        except TelegramError as problem:
            log.warning("Nor can that be said (%s)", type(problem).__name__)

    async def _finish(self, one: OpenUpdate) -> None:
        one.done = True
        self._dispatcher.answered(one.update)
        if self._open.get(one.number) is one:
            self._open[one.number] = None
        self._news.set()
        if one.kept.is_set():
            if self._offset is None:
                self._again.add(one.number)
            self._finished.add(one.number)
            await self._no_longer_stored(one.update.chat, one.number)
        elif one.perhaps_kept:
            self._look_for_done(one)

    def _look_for_done(self, one: OpenUpdate) -> None:
        """Let the chat look into the store before it goes on: what is done must not be done again after a restart."""
        self._finished.add(one.number)
        self._wait_for(one.update.chat, self._now(), asyncio.get_running_loop().time())
        self._due.set()

    def _wait_for(self, chat: int, now: datetime, time: float) -> None:
        """Let a chat look into the store. Another object, so that `_next`, if it has just found nothing, does not delete it."""
        before = self._waiting.get(chat)
        self._waiting[chat] = Wait(before.since if before else now, before.due if before else time)

    async def _no_longer_stored(self, chat: int, number: int) -> None:
        await self._store.done(chat, number)
        self._finished.discard(number)

    def _postpone(self, chat: int, pause: float) -> None:
        if chat in self._waiting:
            self._waiting[chat].due = asyncio.get_running_loop().time() + pause

    async def _try_again(self, tasks: asyncio.TaskGroup) -> None:
        """Start the chats whose stored updates are due."""
        await self._look_back()
        while True:
            self._due.clear()
            time = asyncio.get_running_loop().time()
            idle = [chat for chat in self._waiting if chat not in self._begun]
            due = [chat for chat in idle if self._waiting[chat].due <= time]
            running = sum(chat in self._waiting for chat in self._begun)
            for chat in due[: max(0, self._pace.at_once - running)]:
                self._start(chat, tasks)
            with suppress(TimeoutError):
                async with asyncio.timeout(self._pace.again if idle else None):
                    await self._due.wait()
