"""The webhook door: handle, then answer. Telegram's own queue is the inbox: it repeats an update until a 2xx, in order.

The answer to an update that was handled makes the last call of its reply, so that reply and acknowledgement are one; 503 asks for a
repeat where one can cure it, and nothing else is ever refused for good: what can't be read must not block its chat.
"""

import hmac
import json
import logging
from typing import Protocol

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from telegram import Bot
from telegram.error import NetworkError, RetryAfter, TelegramError

from bot.door import Door
from bot.polling import pause_after
from budget.errors import LedgerUnavailable

log = logging.getLogger(__name__)

LARGEST = 256 * 1024  # bytes of an update
_RETRY_AFTER = 5  # seconds

PATH = "/telegram"

STRONG = 16
"""Characters of a secret that can't be found out by trying."""


class Guesses(Protocol):
    """Slows those down who guess."""

    def wait(self, request: Request, *, right: bool) -> int | None:
        """Take a secret that is ``right`` or not; return None to let it in, else the seconds until the next guess, 0 for none."""


def route(door: Door, bot: Bot, secret: str, guesses: Guesses) -> Route:
    """Return the webhook's route; ``secret`` is what Telegram sends in its header."""
    expected = secret.encode()

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
        found = door.read(raw)
        if found is None:
            return Response(status_code=200)
        try:
            calls = await door.handle(found)
            answer = calls.pop() if calls and calls[-1].fits_an_answer else None
            for call in calls:
                await door.deliver(call, bot)
        except LedgerUnavailable as problem:
            log.warning("An update must be repeated: %s", problem)
            return _later(_RETRY_AFTER)
        except RetryAfter as problem:
            return _later(int(pause_after(problem, 0)) + 1)
        except NetworkError as problem:
            log.warning("An update must be repeated: Telegram can't be reached (%s)", type(problem).__name__)
            return _later(_RETRY_AFTER)
        except TelegramError as problem:
            log.warning("An answer can't be delivered (%s)", type(problem).__name__)
            return Response(status_code=200)
        if answer is None:
            return Response(status_code=200)
        door.handed_over(answer)
        return JSONResponse(answer.as_webhook_answer())

    return Route(PATH, telegram, methods=["POST"])


async def _body(request: Request) -> bytes | None:
    """Return the body, None where it is too large; what is announced as too large is not read."""
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


def _later(seconds: int) -> Response:
    return Response(status_code=503, headers={"Retry-After": str(seconds)})
