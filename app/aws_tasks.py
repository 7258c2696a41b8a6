"""The tasks of a function on AWS Lambda: `{"task": "migrate"}` and the like, which the pipeline, the hook and schedules ask for."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from settings import Settings
from storage.database import Database
from storage.duties import SqlDuties

if TYPE_CHECKING:
    from starlette.applications import Starlette

    from app.doctor import Finding
    from bot.telegram.api import Telegram

log = logging.getLogger(__name__)

Json = dict[str, Any]

_TIMEOUT = 25  # seconds for calls to Telegram: less than the function may take
_CLAIM_LIVES = timedelta(minutes=4)  # less than the schedule's five: the next run may try again
_SLICE = 25  # seconds of one verification; the next one continues it. The last chat may take as long again
_AWAY = ". {} must lead to the API first: without the parameter PublicUrl the API's own address is taken"
_MOST_SAID = 20  # things that are wrong with a book: a notification is no report


class TaskFailed(Exception):
    """A task that failed or does not exist. The text holds no secret."""


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a task, and whether it is to be asked for again, because there is more to do than there was time."""

    said: Sequence[str]
    more: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """What a function works with. ``app`` is the HTTP side; the database is not open yet.

    ``after`` is done after each HTTP event.
    """

    settings: Settings
    database: Database
    app: "Starlette"
    telegram: "Telegram"
    after: Callable[[], Awaitable[None]]
    keep: Callable[[], Awaitable[int]]
    """Does what is due by the clock, and returns how many closed budgets were deleted."""
    tick: Callable[[], Awaitable[int]]
    """Says what is due in chats, and returns how many were told something."""
    count: Callable[[], None]
    """Writes what an event counted into the log, for CloudWatch's metrics."""
    duties: SqlDuties
    now: Callable[[], datetime]


async def _keep(opened: Opened, _event: Json) -> Done:
    """Do what is due by the clock: delete closed budgets whose day is over, and say what is due in chats."""
    await opened.database.ready()
    await _set_webhook_once(opened)
    deleted = await opened.keep()
    told = await opened.tick()
    if told:
        log.info("Chats that were told what is due: %s", told)
    if deleted:
        return Done([f"Closed budgets whose day is over, and which are deleted: {deleted}."])
    return Done(["Nothing is due; the database answers, and its schema is the program's."])


async def _set_webhook_once(opened: Opened) -> None:
    """Set the webhook where it is not known to be set with this address and this secret: a rotated one needs no hand."""
    from telegram.error import TelegramError

    from bot.telegram import registration

    bot, url, secret = opened.telegram.bot, opened.settings.public_url, opened.settings.telegram_webhook_secret
    assert secret is not None  # noqa: S101 - webhook mode has one
    name, what = registration.webhook_duty(bot, url, secret.get_secret_value())
    if await opened.duties.is_done(name, what):
        return
    at = opened.now()
    if not await opened.duties.claim_duty(name, what, at, at - _CLAIM_LIVES):
        return
    try:
        async with asyncio.timeout(_TIMEOUT):
            await registration.set_webhook(bot, url, secret.get_secret_value())
    except (TelegramError, TimeoutError) as problem:
        log.warning("The webhook can't be set now (%s); the next task tries again", type(problem).__name__)
        return
    await opened.duties.duty_done(name, what, opened.now())


async def _migrate(opened: Opened, event: Json) -> Done:
    from storage.schema import EXPECTED
    from storage.schema_in_time import upgrade_in_time

    url = opened.settings.database_url.get_secret_value()
    version = await asyncio.to_thread(upgrade_in_time, url, event["seconds"])
    if version is not None and version < EXPECTED:
        return Done([f"The database has schema {version} of {EXPECTED}; the next migration goes on there."], more=True)
    return Done([f"The database has schema {version}."])


async def _register(opened: Opened, _event: Json) -> Done:
    """Set the bot's commands, descriptions and webhook at Telegram. A repeat changes nothing."""
    from telegram.error import InvalidToken, TelegramError

    from bot.telegram import registration, webhook
    from web.home_screen import photo

    settings, bot, names = opened.settings, opened.telegram.bot, []
    secret = settings.telegram_webhook_secret
    assert secret is not None  # noqa: S101 - webhook mode has one

    async def name_known(name: str) -> None:
        names.append(name)

    try:
        async with asyncio.timeout(_TIMEOUT):
            await registration.introduce(bot, name_known, registration.spoken(), photo)
            await registration.set_webhook(bot, settings.public_url, secret.get_secret_value())
    except InvalidToken:
        raise TaskFailed("Telegram does not know TELEGRAM_BOT_TOKEN: copy it again from @BotFather") from None
    except TimeoutError:
        raise TaskFailed(f"Telegram did not answer within {_TIMEOUT} seconds") from None
    except TelegramError as problem:
        hint = _AWAY.format(settings.public_url) if "bad webhook" in str(problem).lower() else ""
        raise TaskFailed(f"Telegram refuses it, or can't be reached ({problem}){hint}") from None
    return Done([f"The bot is @{names[0]}.", f"Updates come to {settings.public_url}{webhook.PATH}."])


async def _doctor(opened: Opened, event: Json) -> Done:
    """Check everything; the findings that the event's ``but`` names may be wrong."""
    from app import doctor

    found = [finding async for finding in doctor.examine(opened.settings)]
    wrong = [each for each in found if not each.well and each.what not in event.get("but", ())]
    if wrong:
        raise TaskFailed("; ".join(f"{each.what}: {each.seen} (next: {_next(each)})" for each in wrong))
    return Done([f"{each.what}: {each.seen}" for each in found])


def _next(finding: "Finding") -> str:
    """Return what to do next. On Lambda that is a task, not a command line."""
    if finding.what == "database" and finding.seen.startswith("schema"):
        return 'the task "migrate"'
    return 'the task "register"' if finding.what == "updates" else finding.next


async def _verify(opened: Opened, _event: Json) -> Done:
    """Verify as much of the book as there is time for; the next run continues there."""
    from storage import care

    begun = time.monotonic()
    url = opened.settings.database_url.get_secret_value()
    try:
        found = await asyncio.to_thread(care.verify_a_slice, url, lambda: time.monotonic() - begun > _SLICE)
    except care.CareError as problem:
        raise TaskFailed(str(problem)) from None
    if found.wrong:
        raise TaskFailed("; ".join(found.wrong[:_MOST_SAID]))
    since = "" if found.since is None else f", from chat {found.since} on"
    last = "" if found.is_last else " The next run goes on from there."
    return Done([f"{found.held.entries} entries in {found.held.chats} chats{since}: everything adds up.{last}"])


TASKS: Mapping[str, Callable[[Opened, Json], Awaitable[Done]]] = {
    "keep": _keep,
    "migrate": _migrate,
    "register": _register,
    "doctor": _doctor,
    "verify": _verify,
}
