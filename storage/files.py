"""Copies of a SQLite file that others may be writing to. (Copying the file itself corrupts the copy.)"""

import os
import sqlite3
from contextlib import closing
from pathlib import Path


def copy_file(path: Path, to: Path) -> None:
    """Copy by SQLite's own backup, which takes one state of a database. Raises `sqlite3.Error`."""
    with (
        closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as source,
        closing(sqlite3.connect(to)) as target,
    ):
        source.backup(target)


def put_in_place(unfinished: Path, to: Path) -> None:
    """Give a whole file its name, so that after a power cut it is there or is not, and never by half. Raises `OSError`."""
    with unfinished.open("rb") as file:
        os.fsync(file.fileno())
    unfinished.replace(to)
    if os.name == "posix":  # elsewhere a folder can't be opened
        folder = os.open(to.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
