"""Connections to a SQLite file or a PostgreSQL server: isolation, durability, time limits, and what an error means."""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from sqlalchemy.pool import NullPool

from budget.errors import LedgerUnavailable
from storage.prepared import begin_by
from storage.tls import secured

TIMEOUT = 5.0
"""Seconds to wait for a lock, a connection or a server before a statement gives up."""

CONNECTIONS = 4
"""Connections to PostgreSQL for transactions that write, and threads that use them. All of them may wait for one lock."""
LOOKS = 2
"""Further connections, for transactions that only read: they never wait for a writer."""
LONG_LOOKS = 1
"""And one for what reads a whole budget: other looks never wait for it."""
AT_MOST = CONNECTIONS + LOOKS + LONG_LOOKS
_WHILE_FROZEN = 300
"""Seconds that a process which is frozen between two requests keeps a connection at most: what stands between it and the server may
have forgotten it by then."""

Journal = Literal["auto", "WAL", "DELETE", "kept"]
"""The journal mode of a SQLite file. ``auto`` is WAL where that is safe, else DELETE; ``kept`` leaves the file's own."""

# SQLite's codes for a file that is busy, full, out of reach or read-only now. All other codes are defects of the program.
_PASSING = frozenset({
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_PROTOCOL,
})  # fmt: skip
_PLAINLY = {
    "SQLITE_BUSY": "another program holds the file; end it, or wait",
    "SQLITE_LOCKED": "another program holds the file; end it, or wait",
    "SQLITE_FULL": "the disk is full; make room",
    "SQLITE_IOERR": "the disk fails",
    "SQLITE_CANTOPEN": "the file can't be opened; is its folder there, and may it be entered?",
    "SQLITE_READONLY": "the file may not be written; look at its mode and its owner",
    "OperationalError": "the server can't be reached; is it running, and is DATABASE_URL right?",
}
_UNTRUSTED = re.compile("certificate|does not support SSL")  # libpq's words where none is trusted; matched, never shown
_SAID_OF_UNTRUSTED = (
    "the server's certificate can't be verified, or it offers none; DATABASE_URL may end in "
    "?sslmode=verify-full&sslrootcert=FILE, or in ?sslmode=disable within a network of your own"
)
_ON_A_STANDBY = (
    "25006"  # read_only_sql_transaction: the server is being replaced, and psycopg calls it an InternalError
)


def make_engine(
    url: str | URL,
    *,
    timeout: float = TIMEOUT,
    foreign_keys: bool = True,
    kept: int = AT_MOST,
    journal: Journal = "auto",
    hurried: bool = True,
) -> Engine:
    """Make the engine for ``sqlite:///path`` or ``postgresql://…``; nothing is opened yet.

    Of the connections to a server so many are ``kept`` for the next transaction; another lives as long as its own. A kept one is
    asked whether it still lives before it is used. ``hurried`` limits how long a statement may take on a server.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(parsed, timeout, foreign_keys, journal)
    return _postgresql(parsed.set(drivername="postgresql+psycopg"), timeout, kept, hurried)


def url_of(path: Path) -> URL:
    """Return the URL of a SQLite file, whatever characters its path has."""
    return URL.create("sqlite", database=str(path))


def for_reading(engine: Engine) -> Engine:
    """Return the engine for transactions that only read: they see one state of the book and never wait for a writer."""
    if engine.dialect.name == "sqlite":
        return engine.execution_options(only_reads=True)
    return engine.execution_options(only_reads=True, isolation_level="REPEATABLE READ", postgresql_readonly=True)


def is_for_reading(db: Connection) -> bool:
    """Whether a connection comes from an engine of `for_reading`."""
    options = db.get_execution_options()
    return bool(options.get("only_reads", False)) or options.get("isolation_level") == "REPEATABLE READ"


def only_reads(place: Engine | Connection) -> bool:
    """Whether an engine or a connection is for transactions that only read."""
    return bool(place.get_execution_options().get("only_reads", False))


def may_wait_for_ever(db: Connection) -> bool:
    """Whether a connection to a server has no time-outs: behind a pooler, where its role was given none."""
    return db.dialect.name == "postgresql" and db.scalar(text("SHOW lock_timeout")) == "0"


class OpenFile:
    """The SQLite file that a connection has open. The connection would keep using it after another file took its name."""

    def __init__(self, path: Path) -> None:
        self._path = os.path.abspath(path)  # noqa: PTH100 - `Path.stat` takes three times as long as `os.stat`
        self._name = path.name
        self._identity = self._found()

    def is_in_place(self) -> bool:
        """Return whether its name still leads to this file. Raises `LedgerUnavailable` if there is no file of that name."""
        return self._found() == self._identity

    def replaced(self) -> LedgerUnavailable:
        """Return the error that says that another file has the name."""
        return LedgerUnavailable(f"database: {self._name} is not the file any more that was opened; it is opened again")

    def _found(self) -> tuple[int, int]:
        try:
            found = os.stat(self._path)  # noqa: PTH116 - see above
        except OSError:
            raise LedgerUnavailable(
                f"database: the file {self._name} is gone; put it back, or restore a backup"
            ) from None
        return found.st_dev, found.st_ino


def open_file(engine: Engine) -> OpenFile | None:
    """Return the file of an engine whose connection has just been made; None for a server."""
    return OpenFile(Path(engine.url.database)) if engine.dialect.name == "sqlite" and engine.url.database else None


@contextmanager
def what_a_repeat_can_cure() -> Iterator[None]:
    """Turn errors that may be gone at the next try into `LedgerUnavailable`; others, defects of the program, pass through.

    The driver's own text is left out: it can hold the address of the server, and the values of a statement.
    """
    try:
        yield
    except NoConnectionFree:
        raise LedgerUnavailable("database: no connection is free") from None
    except DBAPIError as error:
        if not _may_pass(error):
            raise
        raise LedgerUnavailable(f"database: {in_plain_words(error.orig)}") from None


def in_plain_words(problem: BaseException | None) -> str:
    """Return what a driver's error means to the person who runs the program, and its name."""
    if isinstance(problem, Exception) and _UNTRUSTED.search(str(problem)):
        return _SAID_OF_UNTRUSTED
    name = getattr(problem, "sqlite_errorname", None) or getattr(problem, "sqlstate", None) or type(problem).__name__
    said = next((words for kind, words in _PLAINLY.items() if str(name).startswith(kind)), "it can't be reached now")
    return f"{said} ({name})"


def wal_is_safe(version: tuple[int, int, int]) -> bool:
    """Whether this SQLite is free of the bug that can corrupt a file in WAL mode (sqlite.org/wal.html)."""
    return version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)


def _may_pass(error: DBAPIError) -> bool:
    orig = error.orig
    if isinstance(orig, sqlite3.Error):
        return getattr(orig, "sqlite_errorcode", 0) & 0xFF in _PASSING  # the low byte is the kind, the rest says more
    return isinstance(error, OperationalError | InterfaceError) or getattr(orig, "sqlstate", None) == _ON_A_STANDBY


def _sqlite(url: URL, timeout: float, foreign_keys: bool, journal: Journal) -> Engine:
    engine = create_engine(
        url,
        # The driver's own transactions begin too late and lose updates, so BEGIN is sent below.
        connect_args={"timeout": timeout, "isolation_level": None},
        pool_size=1,
        max_overflow=0,
        pool_timeout=timeout,
        hide_parameters=True,
    )
    if journal == "auto":
        journal = "WAL" if wal_is_safe(sqlite3.sqlite_version_info) else "DELETE"

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        found = connection.execute("PRAGMA journal_mode").fetchone()[0]
        if journal not in {"kept", found.upper()}:
            connection.execute(f"PRAGMA journal_mode = {journal}")
        connection.execute("PRAGMA synchronous = FULL")  # what was answered must outlive a power cut
        connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A writer takes its lock before it reads, so that no other process can write in between.
        begin_by(connection, "BEGIN" if only_reads(connection) else "BEGIN IMMEDIATE")

    return engine


_POOLER = "pgbouncer"
"""The parameter of an address, as others name it (prisma.io/docs), which says that a pooler is in front of the server."""


def _postgresql(url: URL, timeout: float, kept: int, hurried: bool) -> Engine:
    """Make the engine for a server. Behind a pooler, which gives each transaction another connection, it leaves nothing in one.

    That is no prepared statement and no SET (pgbouncer.org/features.html, "SQL feature map"); the time-outs are those of the role.
    """
    behind_pooler = url.query.get(_POOLER) == "true"
    how: dict[str, Any] = {"prepare_threshold": None} if behind_pooler else {}
    pool: dict[str, Any] = {"poolclass": NullPool}
    if kept:
        pool = {
            "pool_size": kept,
            "max_overflow": AT_MOST - kept,
            "pool_timeout": timeout,
            "pool_pre_ping": True,
        }
    if kept < AT_MOST:  # a process that is frozen between two requests
        pool |= {"pool_recycle": _WHILE_FROZEN} if kept else {}
        how |= {"tcp_user_timeout": round(timeout * 1000)}  # a dead connection is asked for no longer
    engine = create_engine(
        secured(url.difference_update_query([_POOLER])),
        connect_args={"connect_timeout": max(2, round(timeout)), **how},  # libpq takes whole seconds, at least two
        hide_parameters=True,
        **pool,
    )

    if behind_pooler:
        return engine

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        # By SET, because proxies (RDS Proxy, pgbouncer) refuse options at the start of a connection.
        milliseconds = round(timeout * 1000)
        longest = 2 * milliseconds if hurried else 0
        connection.execute(f"SET lock_timeout = {milliseconds}; SET statement_timeout = {longest}")
        connection.commit()

    return engine
