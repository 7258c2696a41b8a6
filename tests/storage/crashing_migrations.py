"""A migration that ends before every statement, and before and after every commit.

Run as `python -m tests.storage.crashing_migrations URL REVISION FOLDER`. URL is a database without tables; REVISION is where
the migration begins ("" for nothing at all), with rows in every table. For each point it prints a line of JSON: whether the
database was the old one or the new one then, and whether all was well once the migration was run again. Processes are forked,
so no thread may be left running before.
"""

import json
import shutil
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event, make_url, text
from sqlalchemy.engine import Engine
from sqlalchemy.engine.default import DefaultDialect

from storage.engine import make_engine
from storage.schema import EXPECTED, upgrade
from tests.rows import Rows, read_everywhere, version_in, write_everywhere
from tests.telegram.crashing import Points, in_a_process

if TYPE_CHECKING:
    from collections.abc import Callable


class Original:
    """The database before the migration, and how to have it back."""

    def __init__(self, url: str, folder: Path) -> None:
        self._url = make_url(url)
        self._copy = folder / "original.db"
        self._server = create_engine(
            self._url.set(drivername="postgresql+psycopg", database="postgres"), isolation_level="AUTOCOMMIT"
        )
        if self._is_file:  # it is there by now: whoever looked has made it
            shutil.copy(str(self._url.database), self._copy)
        else:
            self._order("CREATE DATABASE {}_original TEMPLATE {}")

    @property
    def _is_file(self) -> bool:
        return self._url.get_backend_name() == "sqlite"

    def put_back(self) -> None:
        if self._is_file:
            path = Path(str(self._url.database))
            for beside in ("-journal", "-wal", "-shm"):
                path.with_name(path.name + beside).unlink(missing_ok=True)
            shutil.copy(self._copy, path)
        else:
            self._order("DROP DATABASE {1} WITH (FORCE)")
            self._order("CREATE DATABASE {1} TEMPLATE {0}_original")

    def forget(self) -> None:
        if not self._is_file:
            self._order("DROP DATABASE {}_original")
        self._server.dispose()

    def _order(self, command: str) -> None:
        with self._server.connect() as db:
            db.execute(text(command.format(self._url.database, self._url.database)))


def migrate(url: str, points: Points) -> None:
    """Migrate, and pass a point before every statement, and before and after every commit.

    Between a statement and the next there is nothing that a kill could tell apart.
    """

    def before(_db: object, _cursor: object, statement: str, *_: object) -> None:
        if writes(statement):
            points.pass_(f"before {' '.join(statement.split())}")

    def commit(dialect: DefaultDialect, connection: Any) -> None:
        points.pass_("before COMMIT")
        real_commit(dialect, connection)
        points.pass_("after COMMIT")

    real_commit: Callable[[Any, Any], None] = DefaultDialect.do_commit
    event.listen(Engine, "before_cursor_execute", before)
    setattr(DefaultDialect, "do_commit", commit)  # noqa: B010 - mypy allows no other way to give a method away
    upgrade(url)


def writes(statement: str) -> bool:
    """Whether a statement may change anything: looking does not, and most statements look."""
    return not statement.lstrip().upper().startswith(("SELECT", "PRAGMA", "SHOW", "SET"))


def state(url: str, revision: str, rows: Rows) -> str:
    """Return whether the database is the old one, the new one, or neither."""
    engine = make_engine(url)
    try:
        version = version_in(engine)
        held = read_everywhere(engine)
        if version == (revision or None) and held == rows:
            return "old"
        if version == EXPECTED and read_everywhere(engine, rows) == rows:
            return "new"
        return f"version {version} with the tables {sorted(held)}"
    finally:
        engine.dispose()


def main(url: str, revision: str, folder: Path, every: int) -> None:
    """Print the points of the migration, and for each that is tried what was found, and whether all was well in the end.

    Tried are the commits, and of the statements one of ``every`` some.
    """
    engine = make_engine(url)
    if revision:
        upgrade(url, revision)
        write_everywhere(engine)
    rows = read_everywhere(engine)
    engine.dispose()
    original = Original(url, folder)
    work = partial(migrate, url)
    names = in_a_process(folder, work) or []
    print(json.dumps(names))  # noqa: T201 - its output
    for number, name in enumerate(names):
        if number % every and not name.endswith("COMMIT"):
            continue
        original.put_back()
        if in_a_process(folder, work, number) is not None:
            raise RuntimeError(f"point {number} was not met again")
        found = state(url, revision, rows)
        upgrade(url)
        print(json.dumps({"point": name, "found": found, "well": state(url, revision, rows) == "new"}))  # noqa: T201 - its output
    original.forget()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]))
