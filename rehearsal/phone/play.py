"""Plays a script: the real program, built as `main.py` builds it, with a chat of its own and a clock that follows the script.

Updates come in by the webhook's own route, so that what a person would see is what production sends.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import httpx

from app.build import App, build_app, http_app, tell
from app.serve import migrate
from bot.telegram.cards import CardKeeper
from rehearsal.phone.script import BOT, Act, Delete, Edit, Join, Say, Script, ScriptError, Tap
from rehearsal.phone.telegram import Chat, Message, PhoneTelegram
from tests.chat import settings_for
from tests.telegram.simulated import SECRET, TOKEN, Refusal

_MINUTE = timedelta(minutes=1)
_NO_MESSAGE = 1_000_000
"""A message's number that no script comes to."""


@dataclass(frozen=True, slots=True)
class Played:
    """What a chat has come to."""

    chat: Chat
    zone: ZoneInfo
    refused: tuple[str, ...]
    """The calls that Telegram refused."""
    page: str = ""
    """The budget's shared page then, as HTML; an empty text where there is no budget."""


async def play(script: Script, folder: Path) -> Played:
    """Play a script with a new book in a folder. Raises `ScriptError`, and `SettingsError` for the script's settings."""
    zone = ZoneInfo(script.settings.get("TIMEZONE", "UTC"))
    clock = [script.start.replace(tzinfo=zone) - _MINUTE]

    def now() -> datetime:
        return clock[0].astimezone(UTC)

    telegram = PhoneTelegram(dict(script.people), script.group, script.language, now)
    allowed = [str(telegram.numbers[key]) for key in script.allowed]
    settings = settings_for(folder, **_environ(",".join(allowed)) | dict(script.settings))
    migrate(settings)
    app = build_app(settings, request=telegram, now=now)
    transport = httpx.ASGITransport(http_app(app))
    async with app.database, httpx.AsyncClient(transport=transport, base_url="https://bot.example.org") as webhook:
        player = _Player(telegram, webhook, app.wire.card_keeper if app.wire is not None else None)
        for n, step in enumerate(script.steps, 1):
            clock[0] += _MINUTE
            if step.day is not None:
                clock[0] = clock[0].replace(year=step.day.year, month=step.day.month, day=step.day.day)
            if step.at is not None:
                clock[0] = clock[0].replace(hour=step.at.hour, minute=step.at.minute)
            if step.day is not None or step.at is not None:
                telegram.cause = None
                await tell(app)  # what the bot says by itself by then
            if step.act is None:
                clock[0] -= _MINUTE  # the next step is the first of that moment
                continue
            try:
                await player.do(step.user, step.act)
            except ScriptError as problem:
                raise ScriptError(f"{script.name}, step {n}: {problem}") from None
        page = await _page(app, webhook, telegram.number)
    return Played(telegram.chat, zone, tuple(telegram.refused), page)


async def _page(app: App, web: httpx.AsyncClient, chat: int) -> str:
    """Return the page of a chat's budget, by a link that no message asked for."""
    if await app.bookkeeper.known(chat) is None:
        return ""
    *_, token = await app.sharing.share(chat, _NO_MESSAGE, app.now(), (), bytes(16))
    answer = await web.get(f"/s/{token}", headers={"Accept": "text/html"})
    return answer.text


def _environ(allowed: str) -> dict[str, str]:
    return {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_MODE": "webhook",
        "TELEGRAM_WEBHOOK_SECRET": SECRET,
        "PUBLIC_URL": "https://bot.example.org",
        "ALLOWED_USERS": allowed,
    }


class _Player:
    """Does what people do, one act after another, and brings the bot's answers into the chat."""

    def __init__(self, telegram: PhoneTelegram, webhook: httpx.AsyncClient, cards: CardKeeper | None) -> None:
        self._telegram = telegram
        self._cards = cards
        self._webhook = webhook
        self._updates = count(500_000_001)
        self._named: dict[str, int] = {}

    async def do(self, user: str, act: Act) -> None:
        telegram, chat = self._telegram, self._telegram.chat
        chat.notice, chat.alert = "", False
        match act:
            case Say(text, name, reply):
                message, update = telegram.said(user, text, self._number(reply) if reply else None)
                if name:
                    self._named[name] = message.number
                await self._tell(update, message.number)
            case Edit(name, text):
                number = self._number(name)
                await self._tell(telegram.edited(number, text), number)
            case Tap(label):
                tapped, button = self._button(label.search, label.pattern)
                tap = telegram.tapped(user, tapped, button, next(self._updates))
                if tap is not None:
                    await self._tell(tap, tapped.cause)
            case Delete(name):
                telegram.delete(self._number(name))
            case Join():
                if not chat.group:
                    raise ScriptError("the bot joins groups only")
                await self._tell(telegram.joined(user), None)

    async def _tell(self, update: Mapping[str, Any], cause: int | None) -> None:
        """Post an update to the webhook, and do what its answer asks for."""
        self._telegram.cause = cause
        answer = await self._webhook.post(
            "/telegram",
            json={"update_id": next(self._updates), **update},
            headers={"X-Telegram-Bot-Api-Secret-Token": SECRET},
        )
        if answer.status_code != 200:
            raise ScriptError(f"the webhook answers {answer.status_code}")
        if answer.content:
            params = answer.json()
            with suppress(Refusal):  # kept in `refused`; Telegram tells nobody either
                self._telegram.call(params.pop("method"), params)
        if self._cards is not None:
            await self._cards.draw_marked()

    def _number(self, name: str) -> int:
        """Return the number of a message by its name."""
        if name == BOT:
            numbers = [message.number for message in self._telegram.chat.in_order if message.sender == BOT]
            if numbers:
                return numbers[-1]
        elif self._named.get(name) in self._telegram.chat.messages:
            return self._named[name]
        raise ScriptError(f"no message is named {name!r}")

    def _button(self, matches: Any, pattern: str) -> tuple[Message, Any]:
        """Return the newest button whose label matches, and its message."""
        seen = []
        for message in reversed(self._telegram.chat.in_order):
            for button in (button for row in message.rows for button in row):
                if matches(button.label):
                    return message, button
                seen.append(button.label)
        raise ScriptError(f"no button matches {pattern!r}; there are {', '.join(seen) or 'none'}")
