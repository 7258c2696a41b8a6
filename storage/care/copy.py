"""Copies a whole book into another, empty database."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Table, and_, delete, func, make_url, or_, select, text, update
from sqlalchemy.exc import DataError, IntegrityError

from storage.care.books import BATCH, CareError, Sums, copied, folder_beside, opened, path_of, said_plainly, sums_of
from storage.engine import for_reading, url_of
from storage.files import open_file
from storage.tables import duties, metadata, schema_info
from storage.upserts import insert

_MOVED = [
    table for table in metadata.sorted_tables if table not in {duties, schema_info}
]  # these belong to one database
_MARK = {"name": "copy"}
"""The duty that a database has while a book is copied into it. Only a copy writes to such a database."""
_MEANWHILE = "The copy differs: something was written to the book meanwhile. Stop the bot, and copy again."

_Connect = Callable[[], AbstractContextManager[Connection]]


def copy(
    url: str, to: str, progress: Callable[[str, int, int], None], *, batch: int = BATCH, in_use: bool = False
) -> Sums:
    """Copy a whole book into another, empty database of the same schema; return what it holds.

    One state of the book is copied, and all rows that arrived are compared with it. A copy that was broken off is resumed: its
    rows are brought up to date, and rows that the book has no longer are deleted. A finished copy of a book that has not changed
    stays as it is. ``progress`` is told the table, the rows done and their number; ``batch`` rows are copied in
    one transaction. Raises `CareError` where the database holds a book of its own, or, unless the book may be ``in_use``, where
    anything was written to it since the copy began.
    """
    with opened(to, exactly=True) as target, _one_state(url) as (source, has_changed):
        resumed = _begin(source, target)
        if resumed is None:
            return sums_of(source)
        try:
            if resumed:
                for table in reversed(_MOVED):
                    _remove_what_is_gone(source, target, table, batch)
            prints = {table.name: _copy_table(source, target, table, progress, batch) for table in _MOVED}
        except IntegrityError:  # a copy that was broken off holds a row whose unique key another row needs
            raise CareError("The copy can't be resumed: copy into another, empty database.") from None
        except DataError:  # SQLite holds texts with a zero character, and PostgreSQL none
            raise CareError("The book holds a value that the other database can't hold: it is not copied.") from None
        for table in _MOVED:
            if _print_of(for_reading(target).connect, table) != prints[table.name]:
                raise CareError("The copy differs: something was written to the other database meanwhile.")
        if not in_use and has_changed():
            raise CareError(_MEANWHILE)
        with target.begin() as new:
            for table in _MOVED:
                _number_on(new, table)
            new.execute(update(duties).filter_by(**_MARK).values(done_at=func.current_timestamp()))
        return sums_of(source)


@contextmanager
def _one_state(url: str) -> Iterator[tuple[Connection, Callable[[], bool]]]:
    """Give a connection that sees one state of a book, and a function that tells whether the book has changed since."""
    with ExitStack() as stack:
        if make_url(url).get_backend_name() == "sqlite":
            path = path_of(url)
            stack.enter_context(said_plainly())
            watcher = stack.enter_context(closing(open_file(path)))
            before = _data_version(watcher)
            copy_ = copied(path, stack.enter_context(folder_beside(path)))
            engine = stack.enter_context(opened(url_of(copy_), exactly=True))
            yield stack.enter_context(for_reading(engine).connect()), lambda: _data_version(watcher) != before
        else:
            engine = for_reading(stack.enter_context(opened(url, exactly=True)))
            db = stack.enter_context(engine.connect())
            before_ = _prints_by_the_server(db)

            def has_changed() -> bool:
                with engine.connect() as later:
                    return _prints_by_the_server(later) != before_

            yield db, has_changed


def _data_version(db: sqlite3.Connection) -> int:
    """Return a number that changes when another connection writes to the file."""
    return int(db.execute("PRAGMA data_version").fetchone()[0])


def _prints_by_the_server(db: Connection) -> list[Any]:
    """Return for each table the number of its rows and the sum of their hashes, computed by the server."""
    asked = "SELECT count(*), sum(hashtextextended(CAST({0} AS text), 0)) FROM {0}"
    return [db.execute(text(asked.format(table.name))).one() for table in _MOVED]


@dataclass(slots=True)
class _Print:
    """A fingerprint of a table: the number of its rows, and the sum of their 128-bit hashes.

    Databases sort text differently, so the order of rows must not matter.
    """

    rows: int = 0
    sum: int = 0

    def add(self, rows: Sequence[Sequence[Any]]) -> None:
        for row in rows:
            said = repr([_plain(value) for value in row])
            self.sum += int.from_bytes(blake2b(said.encode(), digest_size=16).digest())
        self.sum %= 2**128
        self.rows += len(rows)


def _plain(value: Any) -> Any:
    """Return a value in the form that is the same for every database."""
    if isinstance(value, datetime):
        return (value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)).isoformat()
    return bytes(value) if isinstance(value, memoryview) else value


def _print_of(connect: _Connect, table: Table) -> _Print:
    found = _Print()
    for rows in _pages(connect, table, *table.c):
        found.add([list(row.values()) for row in rows])
    return found


def _begin(source: Connection, target: Engine) -> bool | None:
    """Mark the target as being copied into; return whether a copy was begun before, None if a finished copy is there."""
    with target.begin() as new:
        begun = new.execute(select(duties.c.done_at).filter_by(**_MARK)).first()
        if begun is not None and begun.done_at is None:
            return True
        if begun is not None and all(
            _print_of(lambda: nullcontext(source), table) == _print_of(lambda: nullcontext(new), table)
            for table in _MOVED
        ):
            return None
        if any(new.execute(select(table).limit(1)).first() is not None for table in _MOVED):
            there = sums_of(new)
            raise CareError(
                f"The other database holds a book already ({there.entries} entries in {there.chats} chats), and stays "
                "as it is. Name an empty database."
            )
        new.execute(delete(duties).filter_by(**_MARK))
        mark = insert(duties).values(**_MARK, what="", claimed_at=func.current_timestamp())
        new.execute(mark.on_conflict_do_nothing())  # two copies at once do the same
        return False


def _pages(
    connect: _Connect, table: Table, *columns: ColumnElement[Any], batch: int = BATCH
) -> Iterator[list[dict[str, Any]]]:
    """Yield a table's rows in pages, in the order of its key; ``connect`` gives a connection for each page."""
    keys = list(table.primary_key.columns)
    page = select(*columns).order_by(*keys).limit(batch)
    last = None
    while True:
        with connect() as db:
            asked = page if last is None else page.where(_after(keys, last))
            rows = [dict(row) for row in db.execute(asked).mappings()]
        if not rows:
            return
        yield rows
        last = rows[-1]


def _copy_table(
    source: Connection, target: Engine, table: Table, progress: Callable[[str, int, int], None], batch: int
) -> _Print:
    """Copy a table, and return its fingerprint."""
    keys = {column.name for column in table.primary_key.columns}
    number = source.scalar(select(func.count()).select_from(table)) or 0
    new = insert(table)
    values = {column.name: new.excluded[column.name] for column in table.c if column.name not in keys}
    put = new.on_conflict_do_update(index_elements=keys, set_=values) if values else new.on_conflict_do_nothing()
    held = _Print()
    progress(table.name, 0, number)
    for rows in _pages(lambda: nullcontext(source), table, *table.c, batch=batch):
        with target.begin() as db:
            db.execute(put, rows)
        held.add([list(row.values()) for row in rows])
        progress(table.name, held.rows, number)
    return held


def _remove_what_is_gone(source: Connection, target: Engine, table: Table, batch: int) -> None:
    """Delete from the target the rows that the source has no longer."""
    keys = list(table.primary_key.columns)
    for rows in _pages(for_reading(target).connect, table, *keys, batch=batch):
        same = [and_(*(key == row[key.name] for key in keys)) for row in rows]
        there = {tuple(row) for row in source.execute(select(*keys).where(or_(*same)))}
        with target.begin() as new:
            for row, one in zip(rows, same, strict=True):
                if tuple(row.values()) not in there:
                    new.execute(delete(table).where(one))


def _number_on(db: Connection, table: Table) -> None:
    """Let a server number new rows after the greatest number that was copied. SQLite does so by itself."""
    column = table.autoincrement_column
    if db.dialect.name == "postgresql" and column is not None:
        greatest = select(func.coalesce(func.max(column), 0) + 1).scalar_subquery()
        db.execute(select(func.setval(func.pg_get_serial_sequence(table.name, column.name), greatest, False)))


def _after(keys: list[Any], last: dict[str, Any]) -> Any:
    """Return the condition that a row's key follows another's, column by column: not every database compares rows."""
    return or_(
        *(and_(*(key == last[key.name] for key in keys[:n]), keys[n] > last[keys[n].name]) for n in range(len(keys)))
    )
