"""The log: a format for people and one for programs. Secrets are removed from both."""

import json
import logging
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TextIO

from settings import LogFormat, Settings


class Redacted(logging.Formatter):
    """Formats a record, and removes every secret from it: from tracebacks and other libraries' records too."""

    def __init__(self, format_: str | None, secrets: Sequence[str]) -> None:
        super().__init__(format_)
        known = "|".join(re.escape(secret) for secret in secrets if secret)
        self._secret = re.compile(
            rf"{known}{'|' if known else ''}\d{{6,}}:[A-Za-z0-9_-]{{30,}}|(?<=/s/)[A-Za-z0-9_-]{{20,}}"
        )

    def format(self, record: logging.LogRecord) -> str:
        return self._secret.sub("[secret]", super().format(record))


class _Json(Redacted):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": super().format(record),
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
    handlers = [log_handler(stream, settings.log_format, secrets)]
    logging.basicConfig(level=settings.log_level.upper(), handlers=handlers, force=True)
    for chatty in ("aiohttp", "httpx", "httpcore", "alembic", "uvicorn", "telegram", "mangum", "botocore", "urllib3"):
        logging.getLogger(chatty).setLevel(max(logging.WARNING, logging.root.level))
    # It warns of each request that can't be read, so that a stranger who finds the port could fill the disk.
    logging.getLogger("uvicorn.error").setLevel(max(logging.ERROR, logging.root.level))


def log_handler(stream: TextIO, format_: LogFormat, secrets: Sequence[str]) -> logging.Handler:
    handler = logging.StreamHandler(stream)
    if format_ == "json":
        handler.setFormatter(_Json(None, secrets))
    else:
        handler.setFormatter(Redacted("%(asctime)s %(levelname)s %(name)s: %(message)s", secrets))
    return handler
