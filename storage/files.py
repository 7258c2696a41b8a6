"""Copies and replaces SQLite files that other processes may have open. (Copying the bytes of an open file corrupts the copy.)"""

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

LOCK_TIMEOUT = 10.0
"""Seconds for which the lock of a file is tried."""
_READERS_END = 0.5  # seconds for readers to finish, while no new reader can begin
_PAUSE = 0.0002  # seconds: a program that writes without a pause leaves gaps no longer than this
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})


class InUse(Exception):
    """The lock of a file can't be taken: another process reads or writes without a pause."""


def open_file(path: Path, *, timeout: float = 5.0) -> sqlite3.Connection:
    """Open an existing SQLite file; its path may have any characters."""
    # By a URI: a plain name would make a missing file.
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=timeout, isolation_level=None)


def copy_file(path: Path, to: Path) -> None:
    """Copy a file as it is at one moment into a new one, which is its owner's alone. Raises `sqlite3.Error`, `OSError`.

    It is one pass inside a read transaction: in rollback mode the commits of others wait until it is done, in WAL mode they do
    not wait. A copy in steps would begin again after each commit of another process. The copy is not safe from a power cut
    before `put_in_place`.
    """
    os.close(os.open(to, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with closing(open_file(path)) as source:
        _copy(source, to)


def _copy(source: sqlite3.Connection, to: Path) -> None:
    with closing(sqlite3.connect(to, isolation_level=None)) as target:
        target.execute("PRAGMA synchronous = OFF")
        target.execute("PRAGMA journal_mode = OFF")
        source.execute("BEGIN")
        try:
            _begin_reading(source)
            source.backup(target)
        finally:
            source.execute("ROLLBACK")
    with closing(sqlite3.connect(to, isolation_level=None)) as target:
        # The copy of a file in WAL mode is one file too, with no log beside it.
        target.execute("PRAGMA journal_mode = DELETE")


def _begin_reading(db: sqlite3.Connection) -> None:
    db.execute("SELECT count(*) FROM sqlite_master").fetchone()  # BEGIN alone takes no lock


def put_in_place(unfinished: Path, to: Path) -> None:
    """Rename a finished file so that after a power cut it is there whole or not at all. Raises `OSError`."""
    with unfinished.open("rb") as file:
        os.fsync(file.fileno())
    unfinished.replace(to)
    if os.name == "posix":  # elsewhere a folder can't be opened
        folder = os.open(to.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def write_over(path: Path, fresh: Path, former: Path) -> None:
    """Replace the content of a file, which others may have open, by that of ``fresh``; its old content is copied to ``former``.

    Both happen under one lock, so ``former`` has everything that was committed before, and processes that have the file open see
    the new content in their next transaction. Killed at any moment, it leaves the old content or the new. Raises `InUse`,
    `sqlite3.Error`, `OSError`; then nothing has changed.
    """
    unfinished = former.with_name(f"{former.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    try:
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with closing(open_file(path, timeout=LOCK_TIMEOUT)) as live:
            live.execute("PRAGMA synchronous = FULL")
            if live.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
                _write_over_wal(live, fresh, lambda: _keep(path, unfinished, former))
            else:
                _write_over(live, fresh, lambda: _keep(live, unfinished, former))
    except sqlite3.OperationalError as problem:
        if _is_busy(problem):
            raise InUse from None
        raise
    finally:
        unfinished.unlink(missing_ok=True)


def _keep(source: sqlite3.Connection | Path, unfinished: Path, former: Path) -> None:
    if isinstance(source, Path):
        with closing(open_file(source)) as db:
            _copy(db, unfinished)
    else:
        _copy(source, unfinished)
    put_in_place(unfinished, former)


def _write_over(live: sqlite3.Connection, fresh: Path, keep: Callable[[], None]) -> None:
    """Replace a file in rollback mode: its connection holds the lock from one transaction to the next."""
    _lock(live)
    keep()
    with closing(open_file(fresh)) as source:
        source.backup(live)


def _lock(live: sqlite3.Connection) -> None:
    """Take the writers' lock, then the readers' lock, and hold both until the connection is closed."""
    version = live.execute("PRAGMA user_version").fetchone()[0]
    end = time.monotonic() + LOCK_TIMEOUT
    while True:
        _begin_writing(live, end)
        try:
            # Not before: while it waited it would hold the readers' lock.
            live.execute("PRAGMA locking_mode = EXCLUSIVE")
            live.execute(f"PRAGMA user_version = {version}")
            live.execute(f"PRAGMA busy_timeout = {round(_READERS_END * 1000)}")
            live.execute("COMMIT")  # waits for the readers
        except sqlite3.OperationalError as problem:
            live.execute("PRAGMA locking_mode = NORMAL")
            live.execute("ROLLBACK")
            if not _is_busy(problem) or time.monotonic() > end:
                raise
            time.sleep(_READERS_END)  # processes that waited for the lock go on
        else:
            return


def _begin_writing(live: sqlite3.Connection, end: float) -> None:
    """Take the writers' lock. SQLite itself tries ten times a second, which would hardly ever meet a gap between two writes."""
    live.execute("PRAGMA busy_timeout = 0")
    while True:
        try:
            live.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as problem:
            if not _is_busy(problem) or time.monotonic() > end:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _is_busy(problem: sqlite3.Error) -> bool:
    return problem.sqlite_errorcode & 0xFF in _BUSY


def _write_over_wal(live: sqlite3.Connection, fresh: Path, keep: Callable[[], None]) -> None:
    """Replace a file in WAL mode: the first step of a backup locks it, and until the last step others read the old content."""
    kept = False
    end = time.monotonic() + LOCK_TIMEOUT

    def between_steps(status: int, _remaining: int, _total: int) -> None:
        nonlocal kept
        if status in _BUSY:
            if time.monotonic() > end:
                raise InUse
            time.sleep(_PAUSE)
        elif not kept:
            keep()
            kept = True

    size = live.execute("PRAGMA page_size").fetchone()[0]
    live.execute("PRAGMA busy_timeout = 0")
    with closing(open_file(fresh)) as source:
        if source.execute("PRAGMA page_size").fetchone()[0] != size:  # in WAL mode a file keeps the size of its pages
            source.execute(f"PRAGMA page_size = {size}")
            source.execute("VACUUM")
        source.execute("BEGIN")
        _begin_reading(source)
        source.backup(live, pages=1, progress=between_steps, sleep=0)


def move_away(path: Path, to: Path) -> None:
    """Rename a file that is not a database, and the logs that SQLite may have left beside it."""
    for beside in ("-wal", "-shm", "-journal"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + beside).rename(to.with_name(to.name + beside))
    with suppress(FileNotFoundError):
        path.rename(to)
