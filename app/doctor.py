"""Checks everything that the program needs, and reports of each that it is well, or what is wrong and what to type next.

It changes nothing, and its findings hold no secret.
"""

import asyncio
import os
import shutil
import sqlite3
import stat
import sys
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeGuard

from sqlalchemy import make_url

from app.backups import last_backup
from app.build import ONE_OF_THEM, bot_number
from budget.addresses import opens_here_alone
from budget.errors import LedgerUnavailable
from settings import Settings
from storage.care import CareError, path_of
from storage.database import Database
from storage.engine import may_wait_for_ever, wal_is_safe
from storage.parts import parts_of
from storage.places import other_bots
from storage.schema import EXPECTED, version_of
from storage.tls import is_here, weakness

if TYPE_CHECKING:
    from telegram import WebhookInfo

_LITTLE_SPACE = 100 * 1024 * 1024  # bytes
_MUCH_SKEW = 60  # seconds: days would begin too early or too late
_MANY_PENDING = 100


@dataclass(frozen=True, slots=True)
class Finding:
    """What was checked, whether it is well, what was seen, and what to type next if it is not."""

    what: str
    well: bool
    seen: str
    next: str = ""


async def examine(settings: Settings) -> AsyncIterator[Finding]:
    """Check one thing after another."""
    yield _python()
    path: Path | None = None
    with suppress(CareError):  # a server
        path = path_of(settings.database_url.get_secret_value())
    if path is not None:
        yield _sqlite()
        yield _disk(path)
    else:
        yield _transport(settings)
    yield await _database(settings)
    for file in filter(_is_there, (path, Path(".env"))):
        yield _mode(file)
    yield _backups(settings)
    yield _public_url(settings)
    yield _share_links(settings)
    if settings.telegram_mode == "webhook":
        yield _webhook_secret(settings)
    if settings.telegram_bot_token is None:
        yield Finding("Telegram", True, "no TELEGRAM_BOT_TOKEN: the program is a chat in the terminal")
        return
    if (beside := await _bots(settings)) is not None:
        yield beside
    async for finding in _telegram(settings):
        yield finding


async def _bots(settings: Settings) -> Finding | None:
    """Say that other bots write to the database; None where there are none, or it does not answer."""
    async with Database(settings.database_url.get_secret_value()) as database:
        with suppress(LedgerUnavailable):
            if others := await database.read(partial(other_bots, bot=bot_number(settings))):
                return Finding("bots", True, f"{others} beside this one {ONE_OF_THEM}")
    return None


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    return Finding("Python", sys.version_info >= (3, 11), version, "install Python 3.11 or newer, then: make setup")


def _sqlite() -> Finding:
    version = sqlite3.sqlite_version
    if wal_is_safe(sqlite3.sqlite_version_info):
        return Finding("SQLite", True, f"{version}, with a write-ahead log")
    return Finding(
        "SQLite", True, f"{version}: its write-ahead log could corrupt a file, so the rollback journal is used"
    )


def _is_there(path: Path | None) -> TypeGuard[Path]:
    """Whether a file is there, and its folder may be entered."""
    return path is not None and os.path.exists(path)  # noqa: PTH110 - Path's raises where the folder may not be entered


def _disk(path: Path) -> Finding:
    folder = path.absolute().parent
    if not folder.is_dir():
        return Finding("disk", False, f"there is no folder {folder}", f"mkdir -p {folder}")
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        return Finding("disk", False, f"{folder} is not this user's", f"chown -R {os.getuid()} {folder}")
    free = shutil.disk_usage(folder).free
    return Finding("disk", free > _LITTLE_SPACE, f"{free // 2**20} MiB free", f"make room in {folder}")


async def _database(settings: Settings) -> Finding:
    async with Database(settings.database_url.get_secret_value()) as database:
        try:
            await database.ready()
        except LedgerUnavailable as problem:
            advice = (
                "python main.py migrate" if str(problem).startswith("schema") else "look at DATABASE_URL and its server"
            )
            return Finding("database", False, str(problem), advice)
        version, parts, unlimited = await database.read(
            lambda db: (version_of(db), max(parts_of(db).values(), default=0), may_wait_for_ever(db))
        )
    if unlimited:
        limits = "SET lock_timeout = '5s'", "SET statement_timeout = '10s'"
        advice = "; ".join(f"ALTER ROLE … {limit}" for limit in limits)
        return Finding("database", False, "behind the pooler no statement has a time limit", f"as SQL: {advice}")
    if version != EXPECTED:
        return Finding(
            "database", True, f"it answers; its schema is {version}, which this older program ({EXPECTED}) may use"
        )
    divided = f"; its large tables have {parts} parts" if parts else ""
    return Finding("database", True, f"it answers, and its schema is the program's{divided}")


def _transport(settings: Settings) -> Finding:
    url = make_url(settings.database_url.get_secret_value())
    if is_here(url):
        return Finding("transport", True, "the database is on this machine or in its own network")
    weak = weakness(url)
    if weak is None:
        return Finding("transport", True, "the database's certificate is verified")
    return Finding(
        "transport",
        False,
        f"sslmode={weak} hands the database's password to whoever stands in between",
        "let DATABASE_URL end in ?sslmode=verify-full",
    )


def _backups(settings: Settings) -> Finding:
    if settings.backup_to is None:
        return Finding("backups", True, "the program makes none by itself: BACKUP_TO names no place")
    try:
        latest = last_backup(settings.backup_to, settings.database_url.get_secret_value())
    except CareError as problem:
        return Finding("backups", False, f"BACKUP_TO: {problem}", "set it right, or the credentials; then: doctor")
    except OSError as problem:
        return Finding("backups", False, f"BACKUP_TO: {problem.strerror}", f"mkdir -p {settings.backup_to}")
    if latest is None:
        return Finding("backups", True, "none is made yet: the first one is made when the program runs")
    age = datetime.now(UTC) - latest
    if age < -timedelta(hours=1):
        return Finding(
            "backups", False, f"the latest is of the future: {latest:%d %b %Y}", "set the clock, or move that file"
        )
    said = f"the latest is {int(age.total_seconds() // 3600)} hours old"
    most = 2 * timedelta(hours=settings.backup_every) + timedelta(hours=1)
    return Finding("backups", age < most, said, "look at the log of the program")


def _mode(path: Path) -> Finding:
    mode = stat.S_IMODE(path.stat().st_mode)
    return Finding(
        f"file {path}", not mode & 0o007, f"mode {mode:o}", f"chmod 600 {path}  # others on this machine can read it"
    )


def _public_url(settings: Settings) -> Finding:
    well = settings.public_url.startswith("https:") or settings.telegram_mode == "polling"
    return Finding("public URL", well, f"{settings.public_url}, {settings.telegram_mode}", "set PUBLIC_URL=https://…")


def _share_links(settings: Settings) -> Finding:
    """Tell who can open share links: at home without a public address nobody else, which is no fault."""
    if opens_here_alone(settings.public_url):
        return Finding("share links", True, "they open on this computer alone; for others set PUBLIC_URL=https://…")
    return Finding("share links", True, f"they begin with {settings.public_url}")


def _webhook_secret(settings: Settings) -> Finding:
    from bot.telegram.webhook import STRONG

    secret = settings.telegram_webhook_secret
    length = len(secret.get_secret_value()) if secret is not None else 0
    seen = "long enough" if length >= STRONG else f"shorter than {STRONG} characters, so that it can be guessed"
    return Finding(
        "webhook secret",
        length >= STRONG,
        seen,
        "openssl rand -hex 32  # for TELEGRAM_WEBHOOK_SECRET; then start again",
    )


async def _telegram(settings: Settings) -> AsyncIterator[Finding]:
    from telegram.error import InvalidToken, TelegramError

    from bot.telegram.api import Telegram

    assert settings.telegram_bot_token is not None  # noqa: S101 - `examine` looked
    telegram = Telegram(settings.telegram_bot_token.get_secret_value(), settings.telegram_api_url)
    try:
        me = await telegram.bot.get_me()
        yield Finding("token", True, f"it is @{me.username}'s")
        yield _webhook(settings, await telegram.bot.get_webhook_info())
        yield await _clock(settings)
    except InvalidToken:
        yield Finding(
            "token", False, "Telegram does not know it", "copy it again from @BotFather into TELEGRAM_BOT_TOKEN"
        )
    except TelegramError as problem:
        yield Finding(
            "Telegram", False, f"it can't be reached ({type(problem).__name__})", "look at the network, then: doctor"
        )
    finally:
        await telegram.close()
    if not settings.allowed_users:
        yield Finding("users", True, "ALLOWED_USERS names nobody: who opens the claim link at the start comes in")


def _webhook(settings: Settings, info: "WebhookInfo") -> Finding:
    pending = f"{info.pending_update_count} updates wait"
    if settings.telegram_mode == "polling":
        return Finding(
            "updates", not info.url, f"by polling, {pending}", "end the program that has set a webhook, then: make run"
        )
    if info.url != f"{settings.public_url}/telegram":
        return Finding("updates", False, "the webhook is set elsewhere or nowhere", "make run  # it sets the webhook")
    trouble = f"; Telegram's last trouble with it: {info.last_error_message}" if info.last_error_message else ""
    well = not trouble or info.pending_update_count < _MANY_PENDING
    return Finding(
        "updates", well, f"by webhook, {pending}{trouble}", "look whether PUBLIC_URL is reached from outside"
    )


async def _clock(settings: Settings) -> Finding:
    """Compare this machine's clock with the Date header of the Bot API server."""
    import httpx

    async with httpx.AsyncClient(timeout=10) as client:
        try:
            answered = (await client.get(settings.telegram_api_url)).headers.get("date", "")
            there = parsedate_to_datetime(answered)
        except (httpx.HTTPError, ValueError):
            return Finding("clock", True, "nobody to compare it with")
    skew = round((datetime.now(UTC) - there).total_seconds())
    return Finding(
        "clock", abs(skew) <= _MUCH_SKEW, f"{skew} s beside Telegram's", "set this machine's clock, e.g. by NTP"
    )


def run(settings: Settings) -> list[Finding]:
    """Check everything, and return the findings."""

    async def collect() -> list[Finding]:
        return [finding async for finding in examine(settings)]

    return asyncio.run(collect())
