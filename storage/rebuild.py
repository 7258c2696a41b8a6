"""Makes a book of a file from anywhere: the file's rows in tables that the program's own migrations make.

Nothing of the file's schema is taken over: a trigger or a weaker constraint would keep working in the book.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Table

from storage.engine import url_of
from storage.files import copy_file, open_file
from storage.schema import SchemaError, is_known, too_new, upgrade
from storage.tables import metadata, schema_info

_MOST_SAID = 3  # things that are wrong with a file
_ROWS = [table for table in metadata.sorted_tables if table is not schema_info]


class NotABook(Exception):
    """A file that can't be made into a book. The text begins with a verb and says why."""


def rebuilt(file: Path, folder: Path) -> Path:
    """Return a new file in a folder, with the rows of a book of this program's schema or an older one.

    Raises `NotABook`, `SchemaError`.
    """
    copy, fresh = folder / "copy.db", folder / "fresh.db"
    try:
        copy_file(file, copy)
        version = _examined(copy)
    except sqlite3.Error as problem:
        raise NotABook(f"is no book: {problem}") from None
    upgrade(url_of(fresh), version)
    if strange := list(_differences(fresh, copy)):
        raise NotABook(
            f"is not restored, for it has what the program did not make: {'; '.join(strange[:_MOST_SAID])}"
            + ("; and more" if len(strange) > _MOST_SAID else "")
        )
    try:
        upgrade(url_of(copy), keep=False)
    except SchemaError as problem:
        raise NotABook(f"can't be brought up to date: {problem}") from None
    upgrade(url_of(fresh), keep=False)
    try:
        _fill(fresh, copy)
    except sqlite3.Error as problem:
        raise NotABook(f"holds what no book holds: {problem}") from None
    return fresh


def foreign_objects(db: sqlite3.Connection) -> list[str]:
    """Return the triggers and views of a file: they act by themselves or hide rows."""
    found = db.execute("SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'view') ORDER BY name")
    return [f"the {kind} {name}" for kind, name in found]


def damage(db: sqlite3.Connection) -> list[str]:
    """Return what SQLite finds wrong with a file."""
    wrong = [f"file: {found}" for (found,) in db.execute("PRAGMA integrity_check(20)") if found != "ok"]
    missing = {table for table, *_ in db.execute("PRAGMA foreign_key_check")}
    return wrong + [f"table {table}: a row points at nothing" for table in sorted(missing)]


def _examined(copy: Path) -> str:
    """Return the revision of a file. Raises `NotABook` if the file is damaged or has triggers or views."""
    with closing(open_file(copy)) as db:
        db.execute("PRAGMA trusted_schema = OFF")
        if db.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone() is None:
            raise NotABook("is no book: it has none of its tables")
        if foreign := foreign_objects(db):
            raise NotABook(f"is not restored, for it has what no book has: {', '.join(foreign[:_MOST_SAID])}")
        if wrong := damage(db):
            raise NotABook(f"is damaged: {'; '.join(wrong[:_MOST_SAID])}")
        row = db.execute("SELECT version_num FROM alembic_version").fetchone()
    version = str(row[0]) if row is not None else "none"
    if not is_known(version):
        raise too_new(version)
    return version


# --- the schema -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a table is made of. (The statement that made it differs between versions of the library.)"""

    columns: frozenset[Any]
    references: frozenset[Any]
    indexes: frozenset[Any]


def _differences(own: Path, copy: Path) -> Iterator[str]:
    ours, theirs = _shapes(own), _shapes(copy)
    for name in sorted(ours.keys() | theirs.keys()):
        if name not in ours:
            yield f"the table {name}"
        elif name not in theirs:
            yield f"no table {name}"
        elif ours[name].columns != theirs[name].columns:
            yield f"other columns in the table {name}"
        elif ours[name].references != theirs[name].references:
            yield f"other references in the table {name}"
        elif ours[name].indexes != theirs[name].indexes:
            yield f"other indexes of the table {name}"


def _shapes(path: Path) -> dict[str, _Shape]:
    with closing(open_file(path)) as db:
        db.execute("PRAGMA trusted_schema = OFF")
        names = db.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
        )
        return {name: _shape(db, name) for (name,) in names.fetchall()}


def _shape(db: sqlite3.Connection, table: str) -> _Shape:
    columns = db.execute('SELECT name, upper(type), "notnull", pk, hidden FROM pragma_table_xinfo(?)', [table])
    references = db.execute(
        'SELECT "table", "from", "to", on_update, on_delete FROM pragma_foreign_key_list(?)', [table]
    )
    indexes = db.execute('SELECT name, "unique", origin, partial FROM pragma_index_list(?)', [table]).fetchall()
    return _Shape(
        frozenset(columns),
        frozenset(references),
        frozenset((unique, origin, partial, tuple(_index(db, name))) for name, unique, origin, partial in indexes),
    )


def _index(db: sqlite3.Connection, name: str) -> Iterable[Any]:
    return db.execute('SELECT name, "desc", coll FROM pragma_index_xinfo(?) WHERE key ORDER BY seqno', [name])


# --- the rows -------------------------------------------------------------------------------------------------------------


def _fill(fresh: Path, copy: Path) -> None:
    """Write all rows of one file into the tables of another. Raises `NotABook`, and `sqlite3.Error` where they do not fit."""
    with closing(open_file(fresh)) as db:
        for setting in ("synchronous = OFF", "journal_mode = OFF", "foreign_keys = OFF", "trusted_schema = OFF"):
            db.execute(f"PRAGMA {setting}")
        db.execute("ATTACH ? AS backup", [str(copy)])
        db.execute("BEGIN")
        for table in _ROWS:
            columns = ", ".join(f'"{column.name}"' for column in table.c)
            db.execute(f'INSERT INTO main."{table.name}" ({columns}) SELECT {columns} FROM backup."{table.name}"')  # noqa: S608 - names of ours
            for column in table.c:
                if db.execute(_misfits(table, column)).fetchone() is not None:
                    raise NotABook(f"holds what no book holds: a {column.name} in {table.name} is none")
        db.execute("COMMIT")
        if wrong := damage(db):
            raise NotABook(f"is damaged: {'; '.join(wrong[:_MOST_SAID])}")
        db.execute("DETACH backup")
    with closing(open_file(fresh)) as db:
        db.execute("PRAGMA journal_mode = DELETE")


def _misfits(table: Table, column: Column[Any]) -> str:
    """Return the query for values of the wrong type in a column: SQLite lets a column hold any type."""
    name = f'"{column.name}"'
    match str(column.type):
        case "BLOB":
            wrong = f"typeof({name}) <> 'blob'"
        case "DATE":
            wrong = f"date({name}) IS NOT {name}"
        case "DATETIME":
            wrong = f"{name} NOT GLOB '[0-9][0-9][0-9][0-9]-*' OR datetime({name}) IS NULL"
        case "VARCHAR":
            wrong = f"typeof({name}) <> 'text'"
        case _:
            wrong = f"typeof({name}) <> 'integer'"
    return f'SELECT 1 FROM main."{table.name}" WHERE {name} IS NOT NULL AND ({wrong}) LIMIT 1'  # noqa: S608 - names of ours
