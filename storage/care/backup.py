"""Copies a SQLite book, in use or not, into a new file."""

import sqlite3
from contextlib import closing
from pathlib import Path

from budget.errors import LedgerUnavailable
from storage.care.books import CareError, Sums, path_of, said_plainly, sums_of
from storage.engine import for_reading, in_plain_words, make_engine, url_of
from storage.files import copy_file, open_file, put_in_place
from storage.rebuild import damage
from storage.schema import version_of


def backup(url: str, to: Path) -> Sums:
    """Copy a SQLite book, in use or not, into a new file, check that, and return its sums.

    Raises `CareError`.
    """
    path = path_of(url)
    if not path.exists():
        raise CareError(f"There is no book at {path}.")
    if to.exists():
        raise CareError(f"{to} exists already; name a new file.")
    unfinished = to.with_name(f"{to.name}.unfinished")
    with said_plainly():
        unfinished.unlink(missing_ok=True)
        try:
            copy_file(path, unfinished)
            held = _checked(unfinished, to)
            put_in_place(unfinished, to)
        except sqlite3.Error as problem:
            raise LedgerUnavailable(f"database: {in_plain_words(problem)}") from None
        finally:
            unfinished.unlink(missing_ok=True)
    return held


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
