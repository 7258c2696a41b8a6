"""Which shape the database has, and how it gets the one that this program needs.

SchemaError
├── SchemaTooNew        a newer program has been here
└── BrokenReferences    after the migration a row would point at nothing; nothing was changed
"""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DatabaseError

from budget.errors import LedgerUnavailable
from storage.engine import in_plain_words, make_engine, what_a_repeat_can_cure
from storage.files import copy_file, put_in_place

log = logging.getLogger(__name__)

EXPECTED = "0006"
"""The revision that this program needs: the latest in ``migrations/versions``."""

_MIGRATIONS = Path(__file__).parent / "migrations"
_LOCK = 0x6275_6467_6574  # any number that no other program uses: "budget" in ASCII


class SchemaError(Exception):
    """The root of the tree above."""


class SchemaTooNew(SchemaError):
    """The database has a revision that this program does not know."""


class BrokenReferences(SchemaError):
    """A migration would leave rows that point at nothing."""


def schema_version(engine: Engine) -> str | None:
    """Return the revision of a database, None for one without tables."""
    with engine.connect() as db:
        return version_of(db)


def upgrade(url: str, revision: str = EXPECTED) -> None:
    """Bring a database to a revision, the expected one; a database that is there already stays as it is.

    All steps are one transaction. Of several programs that start at once, one migrates and the others wait. A SQLite file is
    backed up first, beside itself. Raises `SchemaError`, `LedgerUnavailable`.
    """
    # Foreign keys are off: SQLite alters a table by building it anew, and would carry out ON DELETE for the old one.
    engine = make_engine(url, foreign_keys=False)
    try:
        with (
            _readable(),
            what_a_repeat_can_cure(),
            engine.begin() as db,
        ):  # on SQLite BEGIN IMMEDIATE: nobody else writes
            if engine.dialect.name == "postgresql":
                db.execute(text("SET LOCAL statement_timeout = 0"))
                db.execute(text("SET LOCAL lock_timeout = '60s'"))
                db.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            if version_of(db) != revision:
                _migrate(db, revision)
    finally:
        engine.dispose()


@contextmanager
def _readable() -> Iterator[None]:
    """Turn SQLite's word for a file that is damaged, or no database at all, into a sentence."""
    try:
        yield
    except DatabaseError as error:
        if getattr(error.orig, "sqlite_errorname", "") not in {"SQLITE_NOTADB", "SQLITE_CORRUPT"}:
            raise
        raise SchemaError(
            "The database's file is damaged, or no database. Restore a backup (main.py restore FILE), or move it away."
        ) from None


def version_of(db: Connection) -> str | None:
    """Return the revision that a connection sees, None where there are no tables."""
    if not inspect(db).has_table("alembic_version"):
        return None
    version: str | None = db.scalar(text("SELECT version_num FROM alembic_version"))
    return version


def _migrate(db: Connection, revision: str) -> None:
    # Alembic costs more to import than everything else here, and only this function needs it.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = db
    version = version_of(db)
    if version not in {None, *(script.revision for script in ScriptDirectory.from_config(config).walk_revisions())}:
        raise SchemaTooNew(
            f"The database has schema {version}; this program knows {EXPECTED} at most. Run a newer one."
        )
    if version is not None and db.dialect.name == "sqlite" and db.engine.url.database:
        _back_up(Path(db.engine.url.database), revision)
    command.upgrade(config, revision)
    if db.dialect.name == "sqlite" and db.execute(text("PRAGMA foreign_key_check")).first() is not None:
        raise BrokenReferences("Some rows point at others that are not there: the database stays as it was.")


def _back_up(path: Path, revision: str) -> None:
    """Copy a file beside itself; the caller holds the lock for writing, so the copy is what the migration will find."""
    to = path.with_name(f"{path.stem}-before-{revision}{path.suffix}")
    unfinished = to.with_name(f"{to.name}.unfinished")
    try:
        unfinished.unlink(missing_ok=True)
        copy_file(path, unfinished)
        put_in_place(unfinished, to)
    except (sqlite3.Error, OSError) as problem:
        unfinished.unlink(missing_ok=True)
        why = problem.strerror if isinstance(problem, OSError) else in_plain_words(problem)
        raise LedgerUnavailable(f"before its schema changes the book is backed up, and that fails: {why}") from None
    log.info("The book gets schema %s; as it was, it is kept in %s", revision, to)
