"""A chat with a write door, what posts through it, and what Telegram is asked to say of it."""

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx2
from telegram.request import BaseRequest, RequestData

from app.build import build_app
from bot.telegram.posts import PostTeller
from tests.chat import OWNER, SUNDAY, Say, open_book, settings_for
from tests.web.visitors import visitor
from words.markup import plain

ADDRESS = "https://budget.example.org"


class Telegram(BaseRequest):
    """Telegram's network edge: records the calls, and answers as Telegram does, or not while it ``is_down``."""

    def __init__(self) -> None:
        self.made: list[tuple[str, dict[str, Any]]] = []
        self.is_down = False
        self.blocks = False
        self.full: set[int] = set()
        """Chats that take no more just now."""

    @property
    def read_timeout(self) -> float | None:
        return 1.0

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        assert method == "POST"
        assert request_data is not None
        if self.is_down:
            return 502, json.dumps({"ok": False, "error_code": 502, "description": "Bad Gateway"}).encode()
        if self.blocks:
            return 403, json.dumps({"ok": False, "error_code": 403, "description": "Forbidden: blocked"}).encode()
        if request_data.parameters.get("chat_id") in self.full:
            wait = {
                "ok": False,
                "error_code": 429,
                "description": "Too Many Requests",
                "parameters": {"retry_after": 30},
            }
            return 429, json.dumps(wait).encode()
        self.made.append((url.rpartition("/")[2], request_data.parameters))
        return 200, json.dumps({"ok": True, "result": {"message_id": 500 + len(self.made)}}).encode()

    @property
    def said(self) -> list[str]:
        """What the bot said, without tags."""
        return [plain(params["text"]).replace("\xa0", " ") for _, params in self.made if "text" in params]


class Door:
    """A chat with the bot, and its HTTP side."""

    def __init__(self, say: Say, telegram: Telegram) -> None:
        self.say = say
        self.telegram = telegram
        self.client = self.from_address("203.0.113.7")
        wire = say.app.wire
        self.token = self.opened("Apple Pay") if wire is not None and wire.doorkeeper is not None else ""

    @property
    def posts(self) -> PostTeller:
        """What tells the chat of posts."""
        wire = self.say.app.wire
        assert wire is not None
        assert wire.posts is not None
        return wire.posts

    def opened(self, label: str = "") -> str:
        """Ask for a door; return its token."""
        return self.say(f"/door {label}").split("\n")[1]

    def from_address(self, address: str) -> httpx2.Client:
        return visitor(self.say, address, at=ADDRESS)

    def post(self, body: str | bytes | dict[str, Any], token: str | None = None, **headers: str) -> httpx2.Response:
        """Post lines, or an entry."""
        is_text = isinstance(body, str | bytes)
        sent = {
            "Authorization": f"Bearer {self.token if token is None else token}",
            "Content-Type": "text/plain" if is_text else "application/json",
        }
        content = body if isinstance(body, str | bytes) else json.dumps(body)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.post("/entries", content=content, headers=sent | named)

    def recent(self) -> list[str]:
        """Return the latest entries, as the chat lists them."""
        return self.say("/recent").split("\n")


@contextmanager
def door_in(folder: Path, at: datetime = SUNDAY, **environ: str) -> Iterator[Door]:
    """A chat with a write door, on a book in a folder."""
    clock = [at]
    known = {
        "TELEGRAM_BOT_TOKEN": "123456:ABC", "TELEGRAM_MODE": "webhook", "TELEGRAM_WEBHOOK_SECRET": "webhook-secret",
        "PUBLIC_URL": ADDRESS, "ALLOWED_USERS": str(OWNER),
    }  # fmt: skip
    settings = settings_for(folder, **{name: value for name, value in (known | environ).items() if value})
    open_book(settings)
    telegram = Telegram()
    app = build_app(settings, request=telegram, now=lambda: clock[0])
    with asyncio.Runner() as runner:
        runner.run(app.database.__aenter__())
        try:
            yield Door(Say(app, runner, clock), telegram)
        finally:
            runner.run(app.database.__aexit__(None, None, None))
