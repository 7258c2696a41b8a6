"""The log: a format for people and one for programs. Secrets are removed from both."""

import hmac
import json
import logging
import re
import secrets as random
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TextIO

from settings import LogFormat, Settings
from trail import current

_LONG_NUMBER = 10_000
"""Least number of a chat that is looked for in texts."""


class Redacted(logging.Formatter):
    """Formats a record, and removes every secret from it: from tracebacks and other libraries' records too."""

    def __init__(self, format_: str | None, secrets: Sequence[str], key: bytes = b"") -> None:
        """``key`` is that of the chats' hashes; without one each process has its own."""
        super().__init__(format_)
        self._key = key or random.token_bytes(32)
        known = "|".join(re.escape(secret) for secret in secrets if secret)
        self._secret = re.compile(
            rf"{known}{'|' if known else ''}\d{{6,}}:[A-Za-z0-9_-]{{30,}}|(?<=/s/)[A-Za-z0-9_-]{{20,}}"
        )

    def format(self, record: logging.LogRecord) -> str:
        text = self._secret.sub("[secret]", super().format(record))
        chat = abs(current().chat or 0)
        # Other libraries' errors may quote what they were called with. A short number would be found in times and counts.
        return re.sub(rf"(?<!\d){chat}(?!\d)", "[chat]", text) if chat >= _LONG_NUMBER else text

    def trail(self) -> dict[str, int | str]:
        """Return what the running code belongs to: the update, a short hash of the chat, the request."""
        trail = current()
        chat = None if trail.chat is None else hmac.digest(self._key, str(trail.chat).encode(), "sha256").hex()[:10]
        named = {"update": trail.update, "chat": chat, "request": trail.request}
        return {name: value for name, value in named.items() if value is not None}


class _Console(Redacted):
    """A line for a person, with what it belongs to at the end of its first line."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the method of `logging.Formatter`
        line = super().formatMessage(record)
        named = " ".join(
            f"{name} {value}" for name, value in self.trail().items() if name != "request" or str(value) not in line
        )
        return f"{line} [{named}]" if named else line


class _Json(Redacted):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": super().format(record),
            **self.trail(),
        }
        return json.dumps(line, ensure_ascii=False)


def log_to(stream: TextIO, settings: Settings) -> None:
    """Send the log to a stream in the format that the settings ask for."""
    secrets = [
        secret.get_secret_value()
        for secret in (
            settings.telegram_bot_token,
            settings.telegram_webhook_secret,
            settings.metrics_token,
            settings.database_url,
        )
        if secret is not None
    ]
    token = settings.telegram_bot_token
    # All replicas of a bot, and its next runs, give a chat the same hash; who knows no token can't find the chat by it.
    key = b"" if token is None else hmac.digest(token.get_secret_value().encode(), b"chats in logs", "sha256")
    handlers = [log_handler(stream, settings.log_format, secrets, key)]
    logging.basicConfig(level=settings.log_level.upper(), handlers=handlers, force=True)
    for chatty in ("aiohttp", "httpx", "httpcore", "alembic", "uvicorn", "telegram", "mangum", "botocore", "urllib3"):
        logging.getLogger(chatty).setLevel(max(logging.WARNING, logging.root.level))
    # It warns of each request that can't be read, so that a stranger who finds the port could fill the disk.
    logging.getLogger("uvicorn.error").setLevel(max(logging.ERROR, logging.root.level))


def log_handler(stream: TextIO, format_: LogFormat, secrets: Sequence[str], key: bytes = b"") -> logging.Handler:
    handler = logging.StreamHandler(stream)
    if format_ == "json":
        handler.setFormatter(_Json(None, secrets, key))
    else:
        handler.setFormatter(_Console("%(asctime)s %(levelname)s %(name)s: %(message)s", secrets, key))
    return handler
