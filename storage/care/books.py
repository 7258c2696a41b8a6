"""Shared by the modules beside it: opens a book, adds it up, and copies its file into a folder beside it."""

import glob
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, func, make_url, select

from budget.errors import LedgerUnavailable
from storage.engine import for_reading, in_plain_words, make_engine, what_a_repeat_can_cure
from storage.files import InUse, copy_file
from storage.schema import EXPECTED, SchemaError, may_use, version_of
from storage.tables import budgets, entries

BATCH = 500
"""Rows that are copied in one transaction, or chats that are asked for at once."""
_LEFT_BEHIND = 24 * 3600  # seconds after which no program still works in such a folder


class CareError(Exception):
    """A request that cannot be done; the text says why, and nothing was changed."""


@dataclass(frozen=True, slots=True)
class Sums:
    """What a book holds: chats, entries that count, and their minor units by kind and currency."""

    chats: int
    entries: int
    totals: tuple[tuple[str, str, int], ...]


@contextmanager
def opened(url: str | URL, *, exactly: bool = False) -> Iterator[Engine]:
    """Open a database whose schema this program may use; ``exactly`` this program's schema where it must know all tables."""
    engine = make_engine(url, journal="kept", hurried=False)
    try:
        with what_a_repeat_can_cure():
            with for_reading(engine).connect() as db:
                version = version_of(db)
                fits = version == EXPECTED or (not exactly and may_use(db, version))
            if not fits:
                raise SchemaError(
                    f"The database has schema {version or 'none'}, and this program needs {EXPECTED}: "
                    + ("use a newer program." if version and version > EXPECTED else "run migrate.")
                )
            yield engine
    finally:
        engine.dispose()


def sums(url: str | URL) -> Sums:
    """Add up what a book holds."""
    with opened(url) as engine, for_reading(engine).connect() as db:
        return sums_of(db)


def sums_of(db: Connection) -> Sums:
    """Add up what a connection sees."""
    counts = ~entries.c.undone
    total = func.sum(entries.c.amount)
    rows = db.execute(
        select(budgets.c.currency, entries.c.kind, total)
        .join_from(entries, budgets, budgets.c.owner == entries.c.owner)
        .where(counts)
        .group_by(budgets.c.currency, entries.c.kind)
        .order_by(budgets.c.currency, entries.c.kind)
    )
    return Sums(
        db.scalar(select(func.count()).select_from(budgets)) or 0,
        db.scalar(select(func.count()).select_from(entries).where(counts)) or 0,
        tuple((currency, kind, int(minor)) for currency, kind, minor in rows),
    )


def path_of(url: str) -> Path:
    """Return the file of a SQLite URL; raise `CareError` for a server, which has tools of its own."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        raise CareError("This is for a SQLite file, and the book is on a PostgreSQL server.")
    return Path(parsed.database)


@contextmanager
def folder_beside(path: Path) -> Iterator[Path]:
    """Make a folder beside a file, on the same disk and for its owner alone; it is deleted on leaving.

    Folders that killed programs left behind are deleted too: they may hold a whole book.
    """
    beside, prefix = path.absolute().parent, f".{path.name}-care-"
    for left in beside.glob(f"{glob.escape(prefix)}*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _LEFT_BEHIND:
                shutil.rmtree(left)
    with tempfile.TemporaryDirectory(prefix=prefix, dir=beside) as folder:
        yield Path(folder)


@contextmanager
def room_for(url: str) -> Iterator[Path]:
    """Make a folder for a copy of a book: beside its file, on a disk that holds it already; a server's where TMPDIR says.

    It is deleted on leaving. Raises `CareError`.
    """
    with ExitStack() as stack:
        with said_plainly():
            if make_url(url).get_backend_name() == "sqlite":
                folder = stack.enter_context(folder_beside(path_of(url)))
            else:
                folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="budget-care-")))
        yield folder


def copied(path: Path, folder: Path) -> Path:
    """Copy a book into a folder. Raises `SchemaError` if there is no book."""
    if not path.exists():
        raise SchemaError(f"There is no book at {path}: run migrate.")
    copy_ = folder / "copy.db"
    try:
        copy_file(path, copy_)
    except sqlite3.Error as problem:
        raise LedgerUnavailable(f"database: {in_plain_words(problem)}") from None
    return copy_


@contextmanager
def said_plainly() -> Iterator[None]:
    """Turn errors of the files of a copy into a sentence: `CareError`."""
    try:
        yield
    except OSError as problem:
        raise CareError(f"{problem.filename or 'A file'}: {problem.strerror}.") from None
    except InUse:
        raise CareError(
            "Another program reads or writes the book without a pause, so it can't be replaced now: nothing was changed. "
            "Try again, or end that program."
        ) from None
