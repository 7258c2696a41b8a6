"""A chat with a bot that runs somewhere: what is texted goes in as Telegram's updates, and the webhook's answer is read."""

import html
import json
import re
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import httpx

Json = dict[str, Any]

_ATTEMPTS = 5
_LONGEST_WAIT = 5.0  # seconds, whatever Retry-After says


@dataclass(frozen=True, slots=True)
class Place:
    """Where a bot runs, its webhook's secret, and somebody who may use it."""

    url: str
    secret: str
    user: int
    client: httpx.Client

    def get(self, path: str, accept: str = "*/*") -> httpx.Response:
        """Open an address."""
        return self.client.get(self.url + path, headers={"Accept": accept})

    def deliver(self, update: Json, headers: Mapping[str, str] | None = None) -> httpx.Response:
        """Deliver an update as Telegram does: again, as long as the bot asks for it."""
        sent = {"X-Telegram-Bot-Api-Secret-Token": self.secret} if headers is None else headers
        for _ in range(_ATTEMPTS):
            answer = self.client.post(f"{self.url}/telegram", json=update, headers=dict(sent))
            if answer.status_code != 503:
                break
            time.sleep(min(_LONGEST_WAIT, float(answer.headers.get("retry-after", "1"))))
        return answer


class Chat:
    """A private chat of its own; ``chat("12.50 fun tacos")`` gives the reply as plain text.

    Its number is one that Telegram never gave to anybody, so whatever the bot calls Telegram for fails there.
    """

    def __init__(self, place: Place, user: int | None = None) -> None:
        self.place = place
        self.user = user or place.user
        self.number = 8_000_000_000_000_000 + secrets.randbelow(10**15)
        self.now = datetime.now(UTC)
        self.buttons: dict[str, str] = {}
        self.updates: list[Json] = []
        self._first = secrets.randbelow(10**8)
        self._message = 0

    def __call__(self, text: str) -> str:
        """Send a message."""
        self._message += 1
        return self._said(self._deliver(message=self._written(self._message, text)))

    def edit(self, text: str) -> str:
        """Edit the latest message."""
        edited = self._written(self._message, text) | {"edit_date": int(self.now.timestamp()) + 1}
        return self._said(self._deliver(edited_message=edited))

    def repeat(self) -> str:
        """Deliver the latest update once more."""
        return self._said(self.place.deliver(self.updates[-1]))

    def tap(self, label: str) -> str:
        """Tap a button of the latest reply."""
        return self.tap_data(self.buttons[label])

    def tap_data(self, data: str) -> str:
        """Tap a button with these data."""
        query = {
            "id": str(secrets.randbits(60)),
            "from": self._person(self.user),
            "chat_instance": "1",
            "message": self._written(1, "a reply") | {"from": {"id": 1, "is_bot": True, "first_name": "Budget"}},
            "data": data,
        }
        return self._said(self._deliver(callback_query=query))

    def share(self) -> str:
        """Ask for a link; return its path."""
        (address,) = re.findall(r"\S+/s/[A-Za-z0-9_-]{43}", self("/share"))
        return str(urlsplit(address).path)

    def summary(self, path: str) -> Json:
        """Read a shared summary, of the week of today."""
        answer = self.place.get(f"{path}?week={self.now:%Y-%m-%d}", "application/json")
        assert answer.status_code == 200, answer.text
        found: Json = answer.json()
        return found

    def _deliver(self, **update: Any) -> httpx.Response:
        self.updates.append({"update_id": self._first + len(self.updates), **update})
        return self.place.deliver(self.updates[-1])

    def _said(self, answer: httpx.Response) -> str:
        """Return what an answer of the webhook says, and remember its buttons."""
        assert answer.status_code == 200, f"{answer.status_code} {answer.text}"
        self.buttons = {}
        if not answer.content:
            return ""
        call = json.loads(answer.content)
        assert call["method"] in {"sendMessage", "editMessageText", "answerCallbackQuery"}
        assert call.get("chat_id", self.number) == self.number
        for row in call.get("reply_markup", {}).get("inline_keyboard", []):
            self.buttons |= {button["text"]: button.get("callback_data", "") for button in row}
        return html.unescape(re.sub("<[^>]*>", "", call.get("text", ""))).replace("\xa0", " ")

    def _written(self, number: int, text: str) -> Json:
        return {
            "message_id": number,
            "date": int(self.now.timestamp()),
            "chat": {"id": self.number, "type": "private", "first_name": "Acceptance"},
            "from": self._person(self.user),
            "text": text,
        }

    @staticmethod
    def _person(user: int) -> Json:
        return {"id": user, "is_bot": False, "first_name": "Acceptance"}
