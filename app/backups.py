"""Backups by the program itself: into the folder BACKUP_TO, one in BACKUP_EVERY hours, of which the latest BACKUP_KEEP stay.

Of several replicas one makes it: a row in the database says whose it is.
"""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from budget.errors import LedgerUnavailable
from settings import Settings
from storage import care

if TYPE_CHECKING:
    from storage.duties import SqlDuties

log = logging.getLogger("main")

_DUTY = "backup"
_STALE = timedelta(minutes=50)
"""Age from which a claim counts as left by a process that ended: it looks every hour."""


async def back_up_when_due(settings: Settings, duties: "SqlDuties", now: Callable[[], datetime]) -> datetime | None:
    """Make a backup where one is due, and return the moment of the latest one, None for none.

    What goes wrong is logged: the next look tries again. Raises `LedgerUnavailable`.
    """
    if settings.backup_to is None:
        return None
    await _back_up(settings, duties, now)
    with suppress(OSError):
        return await asyncio.to_thread(last_backup, Path(settings.backup_to), settings.database_url.get_secret_value())
    return None


async def _back_up(settings: Settings, duties: "SqlDuties", now: Callable[[], datetime]) -> None:
    at, every = now(), timedelta(hours=settings.backup_every)
    slot = str(int(at.timestamp() // every.total_seconds()))
    if await duties.is_done(_DUTY, slot) or not await duties.claim_duty(_DUTY, slot, at, at - _STALE):
        return
    url, folder = settings.database_url.get_secret_value(), Path(settings.backup_to or "")
    try:
        made, held = await asyncio.to_thread(care.backup_into, url, folder, at, settings.backup_keep)
    except care.CareError as problem:
        log.error("The backup failed: %s", problem)  # noqa: TRY400 - the sentence says it
        return
    await duties.duty_done(_DUTY, slot, now())
    log.info("The book is backed up into %s: %s entries in %s chats", made, held.entries, held.chats)


def last_backup(folder: Path, url: str) -> datetime | None:
    """Return the moment of a book's latest backup in a folder, None for none. Raises `OSError`.

    One that is named by no bot counts, too: versions before named all so.
    """
    files = set(care.backups_in(folder))
    with suppress(LedgerUnavailable):  # it is known again by the next look
        files.update(care.backups_in(folder, care.first_bot(url)))
    return max(map(care.moment_of, files), default=None)
