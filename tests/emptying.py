"""Empties a PostgreSQL database for the next test."""

from collections.abc import Sequence

from sqlalchemy import Connection, Engine, create_engine, make_url, text

from storage.parts import SCHEMA

_WRITTEN = f"""
    SELECT oid::regclass::text, pg_relation_size(oid) > 32768 OR reltuples > 0 FROM pg_class
    WHERE relkind = 'r' AND relnamespace::regnamespace::text IN ('public', '{SCHEMA}') AND pg_relation_size(oid) > 0
        AND relname NOT IN ('alembic_version', 'schema_info')
"""
"""The tables and parts that were written since they were truncated, and of each whether plans depend on what deleted rows leave:
on more than a few pages, or on statistics."""


def emptied(url: str) -> str:
    """Delete all rows and begin each sequence anew. To truncate a table costs many times as much, an empty one, too."""
    engine = create_engine(make_url(url).set(drivername="postgresql+psycopg"))
    with engine.begin() as db:
        written = db.execute(text(_WRITTEN)).all()
        _truncate(db, [name for name, is_full in written if is_full])
        db.execute(
            text("SET LOCAL session_replication_role = replica")
        )  # foreign keys say no order: all tables are emptied
        for name, is_full in written:
            if not is_full:
                db.execute(text(f"DELETE FROM {name}"))
        db.execute(
            text("SELECT setval(format('%I.%I', schemaname, sequencename), start_value, false) FROM pg_sequences")
        )
    engine.dispose()
    return url


def _truncate(db: Connection, names: Sequence[str]) -> None:
    if names:
        db.execute(text(f"TRUNCATE {', '.join(names)} CASCADE"))


def leave_no_pages(engine: Engine) -> None:
    """Truncate all tables of a PostgreSQL database: where plans are looked at, the pages that other tests' rows have left count."""
    with engine.begin() as db:
        _truncate(db, [name for name, _ in db.execute(text(_WRITTEN))])
