"""Gives a book the content of a backup: a SQLite book in use or not, a server's where it holds nothing yet."""

import sqlite3
import tempfile
from pathlib import Path

from sqlalchemy import make_url

from budget.errors import LedgerUnavailable
from storage.care.books import CareError, Sums, folder_beside, path_of, said_plainly, sums
from storage.care.copy import copy
from storage.engine import in_plain_words, url_of
from storage.files import move_away, put_in_place, write_over
from storage.rebuild import NotABook, rebuilt
from storage.schema import upgrade


def restore(backup_file: Path, url: str) -> tuple[Sums, Path | None]:
    """Give a book the content of a backup. The former content of a SQLite file, in use or not, is kept in a file beside it.

    A server's database must be empty: of another book nothing is lost.

    Programs that have the book open see the new content in their next transaction. What was written before is in the file
    beside it, what is written after is in the book. Returns the sums of what is restored, and the path of the former book.
    Raises `CareError` for a backup that is damaged or that this program did not make, and if the book's lock can't be taken.
    """
    if not backup_file.exists():
        raise CareError(f"There is no file {backup_file}.")
    if make_url(url).get_backend_name() != "sqlite":
        return _restored_to_server(backup_file, url), None
    path = path_of(url)
    if path.exists() and path.samefile(backup_file):
        raise CareError(f"{backup_file} is the book itself; name a backup.")
    with said_plainly(), folder_beside(path) as folder:
        fresh = _rebuilt(backup_file, folder)
        held = sums(url_of(fresh))
        return held, _replace(path, fresh)


def _rebuilt(backup_file: Path, folder: Path) -> Path:
    try:
        return rebuilt(backup_file, folder)
    except NotABook as problem:
        raise CareError(f"{backup_file} {problem}.") from None


def _restored_to_server(backup_file: Path, url: str) -> Sums:
    with said_plainly(), tempfile.TemporaryDirectory(prefix="budget-restore-") as folder:
        fresh = _rebuilt(backup_file, Path(folder))
        upgrade(url)
        return copy(url_of(fresh).render_as_string(), url, lambda *_: None)


def _replace(path: Path, fresh: Path) -> Path | None:
    """Give a book the content of a file; return the path of the former book, None if there was no book."""
    former = next(
        one
        for n in range(1, 10_000)
        if not (one := path.with_name(f"{path.stem}-before-restore-{n}{path.suffix}")).exists()
    )
    is_there = path.exists()
    if is_there:
        try:
            write_over(path, fresh, former)
        except sqlite3.DatabaseError as problem:
            if problem.sqlite_errorcode & 0xFF not in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}:
                raise LedgerUnavailable(f"database: {in_plain_words(problem)}") from None
        else:
            return former
    move_away(path, former)  # it is not a database, or only the log of one is there
    put_in_place(fresh, path)
    return former if is_there else None
