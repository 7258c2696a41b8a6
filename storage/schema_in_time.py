"""Migrates a server's database where a program may run for a while only, as on AWS Lambda."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import URL, Connection, event
from sqlalchemy.exc import DBAPIError

from storage.engine import make_engine, what_a_repeat_can_cure
from storage.schema import EXPECTED, SchemaError, lock, migrate, revisions, upgrade, version_of

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPICursor

_CANCELLED = "57014"
"""SQLSTATE of a statement that ran into its time-out (PostgreSQL's appendix A: query_canceled)."""
_LATE = "nothing of it is kept. Run `main.py migrate` with that DATABASE_URL on a machine, which may take its time."


class OutOfTime(SchemaError):
    """A migration was not done in the time that there was; the database has the schema of before."""


def upgrade_in_time(url: str | URL, seconds: float, clock: Callable[[], float] = time.monotonic) -> str | None:
    """Bring a database towards the expected revision while the time lasts, and return the one that it has then.

    Each revision is a transaction, so what is done stays, and the next call goes on there. (A database without tables has no rows
    that take time: all its revisions are one.) The server itself ends what takes too long. Raises `OutOfTime` where the first
    revision is not done in time, `SchemaError`, `LedgerUnavailable`.
    """
    deadline = clock() + seconds
    known = revisions()  # the latest first
    reached: str | None = None
    engine = make_engine(url, foreign_keys=False)
    try:
        while reached != EXPECTED:
            with what_a_repeat_can_cure(), engine.begin() as db, _until(db, deadline, clock):
                lock(db)
                version = version_of(db)
                if version is not None and version not in known[1:]:
                    break
                next_one = EXPECTED if version is None else known[known.index(version) - 1]
                migrate(db, next_one, keep=False)
            reached = next_one
    except OutOfTime as late:
        if reached is None:
            raise OutOfTime(
                f"The next migration takes longer than the {max(seconds, 0):.0f} seconds that it may: {late}"
            ) from None
        return reached
    finally:
        engine.dispose()
    return upgrade(url)  # says what a newer revision means, and divides tables that are new


@contextmanager
def _until(db: Connection, deadline: float, clock: Callable[[], float]) -> Iterator[None]:
    """Let the server end each statement at a deadline. Raises `OutOfTime`."""

    def bounded(_db: object, cursor: "DBAPICursor", *_: object) -> None:
        left = int(1000 * (deadline - clock()))
        if left <= 0:
            raise OutOfTime(_LATE)
        cursor.execute(f"SET LOCAL statement_timeout = {left}")

    event.listen(db, "before_cursor_execute", bounded)
    try:
        yield
    except DBAPIError as problem:
        if getattr(problem.orig, "sqlstate", "") != _CANCELLED:
            raise
        raise OutOfTime(_LATE) from None
    finally:
        event.remove(db, "before_cursor_execute", bounded)
