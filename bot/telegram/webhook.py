"""The webhook: handles an update, then answers it. Telegram's queue is the inbox: it repeats an update, in order, until a 2xx.

A reply that must arrive, or that is edited later, is sent by a call, whose result says so. A reply that only shows something rides
in the answer to the update, so that reply and acknowledgement are one; so does a call that Telegram refused. 503 asks for a repeat
where a repeat can cure it, and where many updates hang. Everything else is answered 200: an update that can't be read must not
block its chat.
"""

import asyncio
import hmac
import json
import logging
import time
from collections.abc import Callable, Coroutine
from contextlib import suppress
from datetime import timedelta
from typing import Any, Protocol

from starlette.background import BackgroundTask
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from telegram import Bot
from telegram.error import NetworkError, RetryAfter, TelegramError

from bot.telegram.delivery import Call
from bot.telegram.dispatch import Dispatcher
from bot.telegram.incoming import Incoming
from bot.telegram.poison import TriedTooSoon
from bot.telegram.retries import pause_after
from budget.errors import LedgerUnavailable
from trail import of_update

log = logging.getLogger(__name__)

LARGEST = 256 * 1024  # bytes of an update
_RETRY_AFTER = 5  # seconds
_LONGEST_PAUSE = 5.0
"""Seconds. If Telegram asks for a shorter pause, the call is made again after it; otherwise Telegram repeats the update."""

_BY_CALL = timedelta(minutes=10)
"""How long a message may wait only because its answer can't be sent. After that the answer rides in the webhook's answer: otherwise
the chat's later messages would wait, and Telegram forgets a message after a day."""
_GIVE_UP = timedelta(hours=23)
"""How long a message is tried: less than the day after which Telegram drops it without a word."""
_FORGET = 300.0  # seconds without a repeat; then another replica has done the update
_MOST_FAILING = 10_000
_FEW = 3  # failures before an answer that can't be sent rides in the webhook's answer
_LONG = 120.0
"""Seconds that an old message must have failed before it is given up: it may be old only because the bot was down for a day, and a
database that comes up after the bot fails a few times within seconds."""

_CROWD = 8
"""Requests that wait at once, from which on one that waits for long is answered before its update is done. Telegram has 40
connections for a bot, and each replica gets its part of them."""
_LONG_IN_A_CROWD = 2.5  # seconds
_LOOK_AGAIN = 0.5  # seconds until it is looked again whether many wait
_REPEAT_AFTER = 2  # seconds until Telegram repeats an update whose work goes on
_MOST_BEHIND = 400
"""Updates whose work goes on behind their answers: fewer than there are connections for calls."""

PATH = "/telegram"

STRONG = 16
"""Characters of a secret that can't be guessed."""


class GuessLimit(Protocol):
    """Limits how fast a secret can be guessed."""

    def wait(self, request: Request, *, right: bool) -> int | None:
        """Count a secret that is ``right`` or wrong.

        Return None to accept it. Otherwise return the seconds to wait until the next guess; 0 if a guess is left.
        """


class Failing:
    """The updates that failed and are being repeated, and since when."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """``clock`` gives seconds."""
        self._clock = clock
        self._seen: dict[int, tuple[float, float, int]] = {}  # update -> when it failed first and last, and how often

    def add(self, update: int) -> None:
        now = self._clock()
        first, _, times = self._seen.get(update, (now, now, 0))
        self._seen[update] = first, now, times + 1
        if len(self._seen) > _MOST_FAILING:
            del self._seen[next(iter(self._seen))]

    def remove(self, update: int) -> None:
        if self._seen:
            self._seen.pop(update, None)

    def times(self, update: int) -> int:
        """Return how often an update has failed."""
        return self._seen[update][2] if update in self._seen else 0

    def since(self, update: int) -> float:
        """Return for how many seconds an update has been failing, 0 if it has not failed."""
        return self._clock() - self._seen[update][0] if update in self._seen else 0.0

    def oldest(self) -> float:
        """Return for how many seconds the oldest has been failing, 0 without any."""
        now = self._clock()
        self._seen = {update: seen for update, seen in self._seen.items() if now - seen[1] < _FORGET}
        return max((now - first for first, _, _ in self._seen.values()), default=0.0)


class Underway:
    """The work for updates, which goes on where its request can't be waited for any longer.

    Where many updates hang, each would keep one of Telegram's connections, and the updates of all other chats would wait for one.
    So Telegram is asked for a repeat, and the repeat takes what came of the work. Until then the chat's later updates wait there.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """``clock`` gives seconds."""
        self._clock = clock
        self._waiting = 0
        self._behind: dict[int, tuple[float, asyncio.Task[Response]]] = {}  # since when, by update

    async def answered(self, update: int, work: Callable[[], Coroutine[Any, Any, Response]]) -> Response:
        """Return what ``work`` returns, here or for an earlier request; 503 where it takes too long and many wait.

        The first few are waited for whatever they take: a task of its own costs an update a thirtieth more.
        """
        if self._waiting + 1 < _CROWD and update not in self._behind:
            self._waiting += 1
            try:
                return await work()
            finally:
                self._waiting -= 1
        longest = _LONG_IN_A_CROWD if update not in self._behind else 0.0  # one that hung is likely to hang again
        task = self._going_on(update)
        if task is None:
            task = asyncio.create_task(work())
        self._waiting += 1
        try:
            while not (await _ended(task, longest)):
                if self._waiting >= _CROWD and self._has_room():
                    self._behind[update] = self._clock(), task
                    after = {"Retry-After": str(_REPEAT_AFTER)}
                    return Response(status_code=503, headers=after, background=BackgroundTask(_until_ended, task))
                longest = _LOOK_AGAIN
        finally:
            self._waiting -= 1
        return task.result()

    def _going_on(self, update: int) -> asyncio.Task[Response] | None:
        """Return the work for an earlier request; None where it is to begin anew, as after a failure.

        What nobody has asked for in time was asked of another replica: the number may be another update's by now.
        """
        since, task = self._behind.pop(update, (0.0, None))
        if task is None or not task.done():
            return task
        is_good = not task.cancelled() and task.exception() is None and task.result().status_code == 200
        return task if is_good and self._clock() - since < _FORGET else None

    def _has_room(self) -> bool:
        if len(self._behind) >= _MOST_BEHIND:
            self._behind = {update: one for update, one in self._behind.items() if not one[1].done()}
        return len(self._behind) < _MOST_BEHIND


async def _ended(task: asyncio.Task[Response], longest: float | None = None) -> bool:
    """Wait until work has ended, for ``longest`` seconds at most; return whether it has. It is cancelled with who waits for it."""
    try:
        return bool((await asyncio.wait([task], timeout=longest))[0])
    except asyncio.CancelledError:
        task.cancel()
        raise


async def _until_ended(task: asyncio.Task[Response]) -> None:
    """Wait until work has ended behind its answer; it is cancelled where the process is to stop."""
    with suppress(asyncio.CancelledError):  # nobody waits for this request any more
        await _ended(task)


def route(dispatcher: Dispatcher, bot: Bot, secret: str, failing: Failing, guesses: GuessLimit) -> Route:
    """Return the webhook's route. ``secret`` is what Telegram sends in its header; ``failing`` counts failed updates."""
    expected = secret.encode()
    underway = Underway()

    async def telegram(request: Request) -> Response:
        given = request.headers.get("x-telegram-bot-api-secret-token", "").encode("utf-8", "surrogateescape")
        wait = guesses.wait(request, right=hmac.compare_digest(given, expected))
        if wait is not None:
            return Response(status_code=429, headers={"Retry-After": str(wait)}) if wait else Response(status_code=403)
        body = await _body(request)
        if body is None:
            return Response(status_code=413)
        try:
            raw = json.loads(body)
        except (ValueError, RecursionError) as problem:
            log.warning("A body is no update (%s); it is let go", type(problem).__name__)
            return Response(status_code=200)
        found = dispatcher.read(raw)
        if found is None:
            return Response(status_code=200)
        with of_update(found.update, found.chat):
            return await underway.answered(found.update, lambda: _answered(dispatcher, bot, found, failing))

    return Route(PATH, telegram, methods=["POST"])


async def _answered(dispatcher: Dispatcher, bot: Bot, found: Incoming, failing: Failing) -> Response:
    """Handle an update, and answer it: by 503 where Telegram is to repeat it."""
    try:
        answer = await _handled(dispatcher, bot, found, failing)
    except (LedgerUnavailable, NetworkError, RetryAfter) as problem:
        failing.add(found.update)
        return _later(problem)
    failing.remove(found.update)
    dispatcher.answered(found)
    if answer is None:
        return Response(status_code=200)
    dispatcher.handed_over(answer)
    return JSONResponse(answer.as_webhook_answer())


async def _handled(dispatcher: Dispatcher, bot: Bot, found: Incoming, failing: Failing) -> Call | None:
    """Handle an update and make the calls that answer it; return the call that the webhook's answer is to make.

    Raises errors that a repeat can cure, except for an old message that has failed for long, or whose answer has failed often.
    """
    often = failing.times(found.update) >= _FEW
    try:
        calls = await dispatcher.handle(found)
    except (LedgerUnavailable, NetworkError, RetryAfter):
        if failing.since(found.update) < _LONG or dispatcher.age(found) < _GIVE_UP:
            raise
        calls = await dispatcher.give_up(found)
    rides = next((call for call in calls if call.rides and call.fits_an_answer), None)
    until = time.monotonic() + _LONGEST_PAUSE
    refused = None
    unsent = list(calls)
    try:
        for call in calls:
            if call is not rides:
                if not await _deliver(dispatcher, bot, call, until) and call.fits_json:
                    refused = call
                unsent.remove(call)
        if refused is not None and rides is not None:
            await _deliver(dispatcher, bot, rides, until)
    except (NetworkError, RetryAfter, LedgerUnavailable) as problem:
        if isinstance(problem, LedgerUnavailable) or not often or dispatcher.age(found) < _BY_CALL:
            dispatcher.not_sent(found, unsent)
            dispatcher.not_answered(found)
            raise
        log.warning("An answer that no call could deliver for minutes rides in the webhook's answer")
        return next((call for call in reversed(calls) if call.fits_json), None)
    except TelegramError as problem:
        log.warning("An answer can't be delivered (%s)", type(problem).__name__)
        return None
    # A refused call does no harm in the answer, and a person who tries the bot by hand, without a chat, reads it there.
    return refused or rides


async def _deliver(dispatcher: Dispatcher, bot: Bot, call: Call, until: float) -> bool:
    """Make a call, and again after the pause that Telegram asks for, if that is short. Return whether it was made, not refused."""
    while True:
        try:
            return await dispatcher.deliver(call, bot)
        except RetryAfter as problem:
            pause = pause_after(problem, 0)
            if time.monotonic() + pause > until:
                raise
            await asyncio.sleep(pause)


async def _body(request: Request) -> bytes | None:
    """Return the body, None if it is too large. A body that is announced as too large is not read."""
    length = request.headers.get("content-length", "0")
    if not length.isdecimal() or int(length[:12]) > LARGEST:
        return None
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > LARGEST:
                return None
    except ClientDisconnect:
        return b""
    return bytes(body)


def _later(problem: Exception) -> Response:
    """Ask for a repeat."""
    told = isinstance(problem, RetryAfter | TriedTooSoon)
    seconds = int(pause_after(problem, 0)) + 1 if told else _RETRY_AFTER
    log.warning(
        "An update must be repeated: %s", problem if isinstance(problem, LedgerUnavailable) else type(problem).__name__
    )
    return Response(status_code=503, headers={"Retry-After": str(seconds)})
