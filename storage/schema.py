"""Which schema the database has, and how it gets the one that this program needs.

SchemaError
├── SchemaTooNew        a newer program has been here
├── BrokenReferences    after the migration a row would point at nothing; nothing was changed
├── CantDivide          the database can't have the parts that were asked for
└── OutOfTime           a migration takes longer than there is time (`storage/schema_in_time.py`); nothing of it is kept
"""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import URL, Connection, Engine, delete, insert, inspect, make_url, select, text
from sqlalchemy.exc import DatabaseError, DBAPIError

from budget.errors import LedgerUnavailable
from storage.engine import in_plain_words, make_engine, what_a_repeat_can_cure
from storage.files import copy_file, put_in_place
from storage.parts import FEWEST, MOST, PARTED, divide, parts_of
from storage.tables import schema_info

if TYPE_CHECKING:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

log = logging.getLogger(__name__)

EXPECTED = "0028"
"""The revision that this program needs: the latest in ``migrations/versions``."""

_MIGRATIONS = Path(__file__).parent / "migrations"
_LOCK = 0x6275_6467_6574  # any number that no other program uses: "budget" in ASCII


class SchemaError(Exception):
    """The root of the tree above."""


class SchemaTooNew(SchemaError):
    """The database has a revision that this program does not know, and may not use."""


class BrokenReferences(SchemaError):
    """A migration would leave rows that point at nothing."""


class CantDivide(SchemaError):
    """The database can't have the parts that were asked for."""


def version_of(db: Connection) -> str | None:
    """Return the revision that a connection sees, None where there are no tables."""
    if not inspect(db).has_table("alembic_version"):
        return None
    version: str | None = db.scalar(text("SELECT version_num FROM alembic_version"))
    return version


def may_use(db: Connection, version: str | None) -> bool:
    """Whether this program may use a database of a revision: its own, or a newer one that says so.

    A migration says from which revision on programs may use its schema (``compatible_from``, beside its ``revision``). A
    migration that says nothing shuts out all older programs.
    """
    if version == EXPECTED:
        return True
    if version is None or version < EXPECTED or not inspect(db).has_table(schema_info.name):
        return False
    since = db.scalar(select(schema_info.c.compatible_from).where(schema_info.c.revision == version))
    return since is not None and since <= EXPECTED


def check(db: Connection) -> None:
    """Raise `LedgerUnavailable` if this program may not use the database."""
    version = version_of(db)
    if not may_use(db, version):
        raise LedgerUnavailable(f"schema: it is {version or 'missing'}, and this program needs {EXPECTED}")


def too_new(version: str) -> SchemaTooNew:
    """Return the error for a database whose revision this program does not know."""
    return SchemaTooNew(f"The database has schema {version}; this program knows {EXPECTED} at most. Run a newer one.")


def is_known(version: str | None) -> bool:
    """Whether a revision is one of the program's own."""
    return version in revisions()


def revisions() -> list[str]:
    """Return the program's own revisions, the latest first."""
    return [script.revision for script in _scripts(_config()).walk_revisions()]


def upgrade(url: str | URL, revision: str = EXPECTED, *, keep: bool = True, parts: int = 0) -> str | None:
    """Bring a database to a revision, the expected one, and return the one that it has then.

    A database that has the revision, or a newer one that this program may use, stays as it is. All steps are one transaction. Of
    several programs that start at once, one migrates and the others wait. A SQLite file is copied beside itself first, unless
    ``keep`` is False. A database that has the expected revision then gets ``parts`` (`storage.parts`; 0: as many as it has), a
    transaction for each table: broken off, it goes on with the next call. Raises `SchemaError`, `LedgerUnavailable`.
    """
    if parts and make_url(url).get_backend_name() == "sqlite":
        raise CantDivide("A SQLite file has no parts: they are for a PostgreSQL database.")
    if parts and not FEWEST <= parts <= MOST:
        raise CantDivide(f"A database has {FEWEST} to {MOST} parts, or none.")
    # Foreign keys are off: SQLite alters a table by building another, and would apply ON DELETE to the rows of the old one.
    engine = make_engine(url, foreign_keys=False)
    try:
        # On SQLite it begins by BEGIN IMMEDIATE, so that no other process writes.
        with _readable(), what_a_repeat_can_cure(), engine.begin() as db:
            lock(db)
            if version_of(db) != revision:
                migrate(db, revision, keep)
            version, is_divided = version_of(db), bool(parts_of(db))
        if version == EXPECTED and (parts or is_divided):
            _divide(engine, parts)
        return version
    finally:
        engine.dispose()


def lock(db: Connection) -> None:
    """Let no other program migrate this server's database until the transaction ends; a writer to a file has locked it."""
    if db.dialect.name == "postgresql":
        db.execute(text("SET LOCAL statement_timeout = 0"))
        db.execute(text("SET LOCAL lock_timeout = '60s'"))
        db.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})


# What PostgreSQL may refuse while tables are divided, by its code (postgresql.org/docs/current/errcodes-appendix.html).
_REFUSED = {
    "42501": "Its user may not make a schema: GRANT CREATE ON DATABASE … TO …, and migrate again.",
    "53200": "Its table of locks is full: set max_locks_per_transaction = 256, start the server anew, and migrate again.",
}


def _divide(engine: Engine, parts: int) -> None:
    """Divide the large tables that are whole, a transaction for each, into ``parts``, or as the others are. Raises `CantDivide`."""
    for table in PARTED:
        with what_a_repeat_can_cure(), _divisible(), engine.begin() as db:
            lock(db)
            has = parts_of(db)
            number = parts or max(has.values())
            if set(has.values()) - {number}:
                there = max(has.values())
                raise CantDivide(f"The database has {there} parts. For another number copy it into an empty one.")
            if table.name not in has:
                divide(db, table, number)


@contextmanager
def _divisible() -> Iterator[None]:
    """Turn what PostgreSQL refuses while tables are divided into a sentence."""
    try:
        yield
    except DBAPIError as problem:
        if (said := _REFUSED.get(getattr(problem.orig, "sqlstate", ""))) is None:
            raise
        raise CantDivide(f"The database can't be divided. {said}") from None


@contextmanager
def _readable() -> Iterator[None]:
    """Turn SQLite's errors for a damaged file, or one that is not a database, into a sentence."""
    try:
        yield
    except DatabaseError as error:
        if getattr(error.orig, "sqlite_errorname", "") not in {"SQLITE_NOTADB", "SQLITE_CORRUPT"}:
            raise
        raise SchemaError(
            "The database's file is damaged, or no database. Restore a backup (main.py restore FILE), or move it away."
        ) from None


def _config() -> "Config":
    # Importing Alembic takes longer than everything else here, and only migrations need it.
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    return config


def _scripts(config: "Config") -> "ScriptDirectory":
    from alembic.script import ScriptDirectory

    return ScriptDirectory.from_config(config)


def migrate(db: Connection, revision: str, keep: bool) -> None:
    """Bring a database to a revision, in the transaction of the caller, who has locked it. Raises `SchemaError`."""
    from alembic import command

    config = _config()
    config.attributes["connection"] = db
    version = version_of(db)
    if version is not None and not is_known(version):
        if not may_use(db, version):
            raise too_new(version)
        log.warning("The database has schema %s; this program is older (%s), and may use it", version, EXPECTED)
        return
    if keep and version is not None and db.dialect.name == "sqlite" and db.engine.url.database:
        _back_up(Path(db.engine.url.database), revision)
    command.upgrade(config, revision)
    _say_who_may_use_it(db, _scripts(config), revision)
    if db.dialect.name == "sqlite" and db.execute(text("PRAGMA foreign_key_check")).first() is not None:
        raise BrokenReferences("Some rows point at others that are not there: the database stays as it was.")


def _say_who_may_use_it(db: Connection, scripts: "ScriptDirectory", revision: str) -> None:
    if inspect(db).has_table(schema_info.name):
        migration = scripts.get_revision(revision).module
        row = {"revision": revision, "compatible_from": getattr(migration, "compatible_from", revision)}
        db.execute(delete(schema_info))
        db.execute(insert(schema_info), row)


def _back_up(path: Path, revision: str) -> None:
    """Copy a file beside itself. The caller holds the writers' lock, so the copy is what the migration will find."""
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
