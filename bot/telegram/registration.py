"""Tells Telegram about the bot: its commands, its description, its photo, and where updates go. Every step is idempotent.

Telegram does not tell which secret a webhook has, so the webhook is set at each start; pending updates are never dropped. Of
several replicas that start together one does it, the one that claims it in the database, which is all that they share.
"""

import asyncio
import hmac
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeDefault,
    InputProfilePhotoStatic,
)
from telegram.error import BadRequest, InvalidToken

from bot.commands import menu_in
from bot.telegram.retries import pause_after
from bot.telegram.updates import KINDS
from bot.telegram.webhook import PATH
from languages import ENGLISH, SPOKEN
from words import talk
from words.voice import Voice, voice_of

log = logging.getLogger(__name__)

_CONNECTIONS = 40  # updates that Telegram delivers at once
_CLAIM_LIVES = timedelta(minutes=1)
"""How long other replicas trust the one that has claimed a duty. A replica that starts later does the duty again."""
_LOOK_AGAIN = 1.0  # seconds


class Duties(Protocol):
    """What one of all replicas has to do. Every method raises `LedgerUnavailable`."""

    async def claim_duty(self, name: str, what: str, at: datetime, stale: datetime) -> bool:
        """Claim a duty; return False if the same duty (``what``) was claimed after ``stale``."""

    async def duty_done(self, name: str, what: str, at: datetime) -> None:
        """Store that a duty is done."""

    async def is_done(self, name: str, what: str) -> bool:
        """Whether the same duty (``what``) was done."""


Voices = Sequence[tuple[str | None, Voice]]
"""Voices, each with the code by which Telegram knows its language (ISO 639-1); None for what everybody else reads."""


async def introduce(
    bot: Bot, name_known: Callable[[str], Awaitable[None]], voices: Voices, photo: Callable[[], bytes]
) -> None:
    """Ask for the bot's own name; set its commands and descriptions where they differ, its photo (JPEG) where it has none.

    If a Bot API server refuses any of them, that is logged: the bot works without them. Raises `InvalidToken`.
    """
    me = await bot.get_me()
    await name_known(me.username or "")

    async def _set_photo(bot: Bot, _voices: Voices) -> None:
        if not (await bot.get_user_profile_photos(me.id, limit=1)).total_count:
            await bot.set_my_profile_photo(InputProfilePhotoStatic(photo()))

    for step in (_set_commands, _set_description, _set_short_description, _set_photo):
        try:
            await step(bot, voices)
        except (BadRequest, InvalidToken) as problem:  # the second also for a method that the server does not know
            log.warning("Telegram refuses %s (%s)", step.__name__.removeprefix("_"), type(problem).__name__)


def spoken(tags: Sequence[str] = SPOKEN) -> Voices:
    """Return the voices of languages, those of all that the bot speaks; English is what everybody else reads."""
    return [(None if tag == ENGLISH else tag.partition("-")[0], voice_of(tag)) for tag in tags]


async def _set_commands(bot: Bot, voices: Voices) -> None:
    """Set the menu of private chats, which is the default, that of groups, and that of their administrators."""
    for language, voice in voices:
        menus: tuple[tuple[BotCommandScope, Mapping[str, str]], ...] = (
            (BotCommandScopeDefault(), menu_in(voice)),
            (BotCommandScopeAllGroupChats(), menu_in(voice)),
            (BotCommandScopeAllChatAdministrators(), menu_in(voice, administrators=True)),
        )
        for scope, blurbs in menus:
            commands = tuple(BotCommand(name, blurb) for name, blurb in blurbs.items())
            if commands != await bot.get_my_commands(scope=scope, language_code=language):
                await bot.set_my_commands(commands, scope=scope, language_code=language)


async def _set_description(bot: Bot, voices: Voices) -> None:
    for language, voice in voices:
        description = talk.description(voice)
        if (await bot.get_my_description(language)).description != description:
            await bot.set_my_description(description, language)


async def _set_short_description(bot: Bot, voices: Voices) -> None:
    for language, voice in voices:
        description = talk.short_description(voice)
        if (await bot.get_my_short_description(language)).short_description != description:
            await bot.set_my_short_description(description, language)


async def once(
    duties: Duties,
    name: str,
    what: str,
    now: Callable[[], datetime],
    step: Callable[[], Awaitable[None]],
    holds: Callable[[], Awaitable[bool]],
) -> None:
    """Do a step, or wait until another replica has done it; if the other ends before that, do it here.

    ``holds`` tells whether what another replica did is still so: somebody may have undone it since. Raises `InvalidToken`.
    """

    async def taken() -> None:
        while not await duties.claim_duty(name, what, now(), now() - _CLAIM_LIVES):
            if await duties.is_done(name, what):
                if await holds():
                    return
                break
            await asyncio.sleep(_LOOK_AGAIN)
        await until_done(step)
        await duties.duty_done(name, what, now())

    await until_done(taken)


def webhook_duty(bot: Bot, public_url: str, secret: str) -> tuple[str, str]:
    """Return the duty to set a bot's webhook: its name, one for each bot of a database, and a text that tells which webhook.

    The text differs with the address and with the secret, and reveals neither.
    """
    what = hmac.digest(bot.token.encode(), f"{public_url}\n{secret}".encode(), "sha256").hex()
    return f"webhook of {bot.token.partition(':')[0]}", what


async def set_webhook(bot: Bot, public_url: str, secret: str) -> None:
    """Let updates come to the webhook."""
    await bot.set_webhook(
        public_url + PATH,
        allowed_updates=KINDS,
        secret_token=secret,
        max_connections=_CONNECTIONS,
        drop_pending_updates=False,
    )
    log.info("Updates come to %s%s", public_url, PATH)


async def webhook_is_set(bot: Bot, public_url: str) -> bool:
    """Whether updates come to the webhook."""
    return (await bot.get_webhook_info()).url == public_url + PATH


async def watch_pending(bot: Bot, note: Callable[[int], None], every: float) -> None:
    """Note again and again, until it is cancelled, how many updates wait at Telegram for the webhook to take them."""
    while True:
        try:
            note((await bot.get_webhook_info()).pending_update_count)
        except Exception as problem:  # noqa: BLE001 - what can't be known now is asked again, and holds nothing up
            log.debug("How many updates wait can't be asked (%s)", type(problem).__name__)
        await asyncio.sleep(every)


async def remove_webhook(bot: Bot) -> None:
    """Remove the webhook, so that updates can be polled; pending updates stay. If Telegram refuses, polling reports why."""
    try:
        await bot.delete_webhook(drop_pending_updates=False)
    except (BadRequest, InvalidToken) as problem:
        log.warning("Telegram refuses to remove the webhook (%s)", type(problem).__name__)


async def until_done(step: Callable[[], Awaitable[None]]) -> None:
    """Repeat a step, with growing pauses, until it succeeds. Raises `InvalidToken`, which no repeat cures."""
    attempt = 0
    while True:
        try:
            return await step()
        except InvalidToken:
            raise
        except Exception as problem:  # noqa: BLE001 - nor may an answer that is not Telegram's end the program
            pause = pause_after(problem, attempt)
            attempt += 1
            log.warning(
                "Telegram or the ledger can't be reached, or answers nonsense (%s); next attempt in %s s",
                type(problem).__name__,
                pause,
            )
            await asyncio.sleep(pause)
