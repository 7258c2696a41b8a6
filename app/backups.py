"""Backups by the program itself: into the folder or bucket BACKUP_TO, one in BACKUP_EVERY hours; the latest BACKUP_KEEP stay.

Of several replicas one makes it: a row in the database says whose it is.
"""

import asyncio
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from app import bucket
from budget.errors import LedgerUnavailable
from settings import Settings
from storage import care

if TYPE_CHECKING:
    from app.bucket import Bucket
    from storage.care import Sums
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
    with suppress(OSError, care.CareError):
        return await asyncio.to_thread(last_backup, settings.backup_to, settings.database_url.get_secret_value())
    return None


async def _back_up(settings: Settings, duties: "SqlDuties", now: Callable[[], datetime]) -> None:
    at, every = now(), timedelta(hours=settings.backup_every)
    slot = str(int(at.timestamp() // every.total_seconds()))
    if await duties.is_done(_DUTY, slot) or not await duties.claim_duty(_DUTY, slot, at, at - _STALE):
        return
    url, to = settings.database_url.get_secret_value(), settings.backup_to or ""
    try:
        made, held = await asyncio.to_thread(back_up_to, url, to, at, settings.backup_keep)
    except care.CareError as problem:
        log.error("The backup failed: %s", problem)  # noqa: TRY400 - the sentence says it
        return
    await duties.duty_done(_DUTY, slot, now())
    log.info("The book is backed up into %s: %s entries in %s chats", made, held.entries, held.chats)


def back_up_to(url: str, to: str, now: datetime, keep: int | None) -> "tuple[str, Sums]":
    """Back a book up into a folder or a bucket, where its latest ``keep`` stay; return where it is. Raises `CareError`."""
    place = bucket.named(to)
    if place is not None:
        return _into_bucket(url, place, now, keep)
    made, held = care.backup_into(url, Path(to), now, keep)
    return str(made), held


def _into_bucket(url: str, place: "Bucket", now: datetime, keep: int | None) -> "tuple[str, Sums]":
    """Copy a book beside it, and put the copy into a bucket. Nothing is deleted there where that fails."""
    bot = care.first_bot(url)
    name, there = care.name_at(now, bot), place.names()
    if name in there:  # a put would replace it
        raise care.CareError(f"{place.address(name)} exists already.")
    with care.room_for(url) as folder:
        held = care.backup(url, folder / name)
        place.put(folder / name, name)
    if keep is not None:
        for old in care.outdated((*care.latest_first(there, bot), name), name, keep):
            place.delete(old)
    return place.address(name), held


@contextmanager
def fetched(address: str, url: str) -> Iterator[Path]:
    """Give the file of a backup; one in a bucket is a file beside the book of ``url`` as long as this lasts. Raises `CareError`."""
    place = bucket.named(address)
    if place is None:
        yield Path(address)
        return
    folder, _, name = place.address().rpartition("/")
    above = bucket.named(folder)
    if above is None or not name.endswith(".db"):
        raise care.CareError(_no_backup(place))
    with care.room_for(url) as room:
        above.fetch(name, room / name)
        yield room / name


def _no_backup(place: "Bucket") -> str:
    names = [name for name in place.names() if name.endswith(".db")]
    latest = max(names, key=lambda name: name[-19:], default=None)  # 20261126T031700Z.db, whatever book it is of
    if latest is None:
        return f"{place.address()}: there is no backup."
    return f"{place.address()} is no backup; of {len(names)} there the latest is {place.address(latest)}"


def last_backup(to: str, url: str) -> datetime | None:
    """Return the moment of a book's latest backup in a folder or a bucket, None for none. Raises `OSError`, `CareError`.

    One that is named by no bot counts, too: versions before named all so.
    """
    place = bucket.named(to)
    names = [one.name for one in Path(to).iterdir() if one.is_file()] if place is None else place.names()
    files = set(care.latest_first(names))
    with suppress(LedgerUnavailable):  # it is known again by the next look
        files.update(care.latest_first(names, care.first_bot(url)))
    return max(map(care.moment_of, files), default=None)
