"""Copies a book, in use or not, into a new file; a server's book, too, which becomes a SQLite file that any machine can read.

In a folder backups are named by the bot that wrote to the book first, and by the moment: `budget-123456-20261126T031700Z.db`. So
several books may share a folder, and each makes room among its own alone. A book to which no bot has written has names without
one, as all had before.
"""

import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import inspect, make_url, select
from sqlalchemy.exc import DBAPIError

from budget.errors import LedgerUnavailable
from storage.care.books import CareError, Sums, path_of, said_plainly, sums_of
from storage.care.copy import copy
from storage.engine import for_reading, in_plain_words, make_engine, url_of, what_a_repeat_can_cure
from storage.files import copy_file, open_file, put_in_place
from storage.rebuild import damage
from storage.schema import upgrade, version_of
from storage.tables import bots

_NAME = re.compile(r"budget-(?:([1-9]\d{0,18})-)?(\d{8}T\d{6}Z)\.db")
_MOMENT = "%Y%m%dT%H%M%SZ"


def backup(url: str, to: Path) -> Sums:
    """Copy a book, in use or not, into a new SQLite file, check that, and return its sums. It is one state of the book.

    Raises `CareError`.
    """
    here = make_url(url).get_backend_name() == "sqlite"
    path = path_of(url) if here else None
    if path is not None and not path.exists():
        raise CareError(f"There is no book at {path}.")
    if to.exists():
        raise CareError(f"{to} exists already; name a new file, or a folder.")
    unfinished = to.with_name(f"{to.name}.unfinished")
    with said_plainly():
        unfinished.unlink(missing_ok=True)
        try:
            if path is not None:
                copy_file(path, unfinished)
            else:
                _copy_server(url, unfinished)
            held = _checked(unfinished, to)
            put_in_place(unfinished, to)
        except sqlite3.Error as problem:
            raise LedgerUnavailable(f"database: {in_plain_words(problem)}") from None
        finally:
            unfinished.unlink(missing_ok=True)
    return held


def backup_into(url: str, folder: Path, now: datetime, keep: int | None = None) -> tuple[Path, Sums]:
    """Back a book up into a folder, under a name by the moment (UTC); of its own such files the latest ``keep`` stay there.

    Other files are left alone, those of a clock that ran ahead, too: they would take the place of the new one. Nothing is deleted
    where the backup fails. Raises `CareError`.
    """
    bot = first_bot(url)
    to = folder / name_at(now, bot)
    sums = backup(url, to)
    if keep is not None:
        with said_plainly():
            for old in outdated((one.name for one in backups_in(folder, bot)), to.name, keep):
                (folder / old).unlink(missing_ok=True)
    return to, sums


def name_at(now: datetime, bot: int | None) -> str:
    """Return the name of a backup that is made now of a book of this bot, None for a book of no bot."""
    return f"budget-{'' if bot is None else f'{bot}-'}{now.astimezone(UTC).strftime(_MOMENT)}.db"


def outdated(names: Iterable[str], made: str, keep: int) -> list[str]:
    """Return which backups of one bot make room for the one that was made, where the latest ``keep`` stay.

    Those of a later moment are not counted: they are of a clock that ran ahead.
    """
    return sorted((name for name in names if name <= made), reverse=True)[keep:]


def first_bot(url: str) -> int | None:
    """Return the bot that wrote to a book first; None for none, and where there is no book. Raises `LedgerUnavailable`."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite" and not path_of(url).exists():
        return None
    engine = make_engine(url, journal="kept")
    try:
        with suppress(DBAPIError), what_a_repeat_can_cure(), for_reading(engine).connect() as db:
            if inspect(db).has_table(bots.name):
                return db.scalar(select(bots.c.bot).order_by(bots.c.slot).limit(1))
    finally:
        engine.dispose()
    return None


def backups_in(folder: Path, bot: int | None = None) -> list[Path]:
    """Return the backups in a folder whose names have a bot, or none, and a moment, the latest first. Raises `OSError`."""
    held = {one.name: one for one in folder.iterdir()}
    return [held[name] for name in latest_first(held, bot) if held[name].is_file()]


def latest_first(names: Iterable[str], bot: int | None = None) -> list[str]:
    """Return the names that have a bot, or none, and a moment, the latest first; other names are left out."""
    return sorted((name for name in names if (found := _named(name)) is not None and found[0] == bot), reverse=True)


def _named(name: str) -> tuple[int | None, datetime] | None:
    """Return the bot and the moment of a backup's name; None for another name."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    try:
        moment = datetime.strptime(found[2], _MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None
    return None if found[1] is None else int(found[1]), moment


def moment_of(name: str) -> datetime:
    """Return the moment (UTC) of a backup that has its name by it. Raises ValueError for another name."""
    found = _named(name)
    if found is None:
        raise ValueError(name)
    return found[1]


def _copy_server(url: str, to: Path) -> None:
    upgrade(url_of(to))
    to.chmod(0o600)
    copy(url, url_of(to).render_as_string(), lambda *_: None, in_use=True)


def _checked(path: Path, name: Path) -> Sums:
    """Return what a copy holds; raise `CareError` where SQLite finds it damaged."""
    with closing(open_file(path)) as db:
        if wrong := damage(db):
            raise CareError(f"The book is damaged, so {name} is not made: {'; '.join(wrong[:3])}.")
    engine = make_engine(url_of(path), journal="kept")
    try:
        with for_reading(engine).connect() as db_:
            if version_of(db_) is None:
                raise CareError("There are no tables of a book in it: run migrate.")
            return sums_of(db_)
    finally:
        engine.dispose()
