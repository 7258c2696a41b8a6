"""Looking after a book: copies of it while it is in use, and proof that it adds up.

Each function opens the database of a URL for itself, and closes it. All raise `LedgerUnavailable` where it cannot be reached.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Table, and_, delete, func, make_url, or_, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError

from budget.entries import Kind
from budget.errors import LedgerUnavailable
from budget.periods import week_of
from storage import statements as sql
from storage.engine import make_engine, what_a_repeat_can_cure
from storage.files import copy_file, put_in_place
from storage.page import days_of
from storage.schema import EXPECTED, SchemaError, schema_version
from storage.sheet import pay_of
from storage.tables import budgets, duties, entries, metadata

_BATCH = 500  # rows that are copied in one transaction


class CareError(Exception):
    """What was asked for cannot be done; the text says why, and nothing was changed."""


@dataclass(frozen=True, slots=True)
class Sums:
    """What a book holds: chats, entries that count, and their minor units by kind and currency."""

    chats: int
    entries: int
    totals: tuple[tuple[str, str, int], ...]


@contextmanager
def _opened(url: str) -> Iterator[Engine]:
    engine = make_engine(url)
    try:
        with what_a_repeat_can_cure():
            version = schema_version(engine)
            if version != EXPECTED:
                raise SchemaError(
                    f"The database has schema {version or 'none'}, and this program needs {EXPECTED}: run migrate."
                )
            yield engine
    finally:
        engine.dispose()


def sums(url: str) -> Sums:
    """Add up what a book holds."""
    with _opened(url) as engine, engine.connect() as db:
        return _sums(db)


def _sums(db: Connection) -> Sums:
    counts = ~entries.c.undone
    total = func.sum(entries.c.amount)
    rows = db.execute(
        select(budgets.c.currency, entries.c.kind, total)
        .join_from(entries, budgets, budgets.c.owner == entries.c.owner)
        .where(counts)
        .group_by(budgets.c.currency, entries.c.kind)
        .order_by(budgets.c.currency, entries.c.kind)
    )
    return Sums(
        db.scalar(select(func.count()).select_from(budgets)) or 0,
        db.scalar(select(func.count()).select_from(entries).where(counts)) or 0,
        tuple((currency, kind, int(minor)) for currency, kind, minor in rows),
    )


# --- copies of a SQLite file ----------------------------------------------------------------------------------------------


def path_of(url: str) -> Path:
    """Return the file of a SQLite URL; raise `CareError` for a server, which has tools of its own."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        raise CareError(
            "This is for a SQLite file. A PostgreSQL server is backed up by pg_dump, or by whoever runs it."
        )
    return Path(parsed.database)


def backup(url: str, to: Path) -> Sums:
    """Copy a SQLite book, in use or not, into a new file that is whole and checked; return what the copy holds.

    Raises `CareError`.
    """
    path = path_of(url)
    if not path.exists():
        raise CareError(f"There is no book at {path}.")
    if to.exists():
        raise CareError(f"{to} exists already; name a new file.")
    unfinished = to.with_name(f"{to.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    try:
        copy_file(path, unfinished)
        held = _checked(unfinished)
        put_in_place(unfinished, to)
    except sqlite3.Error as problem:
        raise LedgerUnavailable(f"database: {problem.sqlite_errorname}") from None
    finally:
        unfinished.unlink(missing_ok=True)
    return held


def restore(backup_file: Path, url: str) -> tuple[Sums, Path | None]:
    """Put a backup in the place of a SQLite book; the book that was there is kept beside it. Stop the bot first.

    Returns what is restored, and where the former book is. Raises `CareError` for a backup that is not whole.
    """
    path = path_of(url)
    if not backup_file.exists():
        raise CareError(f"There is no file {backup_file}.")
    try:
        held = _checked(backup_file)
        fresh = path.with_name(f"{path.name}.restoring")
        fresh.unlink(missing_ok=True)
        copy_file(backup_file, fresh)
    except sqlite3.Error as problem:
        raise CareError(f"{backup_file} is no book: {problem}.") from None
    former = None
    if path.exists():
        former = next(
            one
            for n in range(1, 10_000)
            if not (one := path.with_name(f"{path.stem}-before-restore-{n}{path.suffix}")).exists()
        )
        copy_file(path, former)
        for beside in ("-wal", "-shm", "-journal"):
            path.with_name(path.name + beside).unlink(missing_ok=True)
    put_in_place(fresh, path)
    return held, former


def _checked(path: Path) -> Sums:
    """Return what a file holds; raise `CareError` where SQLite finds it damaged, or it is of another schema."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
        found = [row[0] for row in db.execute("PRAGMA integrity_check")]
        if found != ["ok"] or db.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise CareError(f"{path} is damaged: {'; '.join(found[:3])}.")
    return sums(f"sqlite:///{path}")


# --- proof ----------------------------------------------------------------------------------------------------------------


def verify(url: str) -> tuple[Sums, list[str]]:
    """Add everything up entry by entry, and compare it with every week's summary and every pay period; return what differs.

    The sums of summaries come from SQL over an index, these from the rows one by one: they share no code but the rules.
    """
    wrong: list[str] = []
    with _opened(url) as engine, engine.connect() as db:
        if engine.dialect.name == "sqlite":
            wrong += [f"file: {row[0]}" for row in db.execute(text("PRAGMA integrity_check")) if row[0] != "ok"]
            wrong += [
                f"table {row[0]}: a row points at nothing" for row in db.execute(text("PRAGMA foreign_key_check"))
            ]
        for owner, starts_on in db.execute(select(budgets.c.owner, budgets.c.week_starts_on)).all():
            wrong += [*_wrong_weeks(db, owner, starts_on), *_wrong_pay_period(db, owner)]
        held = _sums(db)
    return held, wrong


def _wrong_weeks(db: Connection, owner: int, starts_on: int) -> Iterator[str]:
    """Compare each week of a budget with its summary."""
    rows = db.execute(
        select(*entries.c["kind", "amount", "day", "category"])
        .where(entries.c.owner == owner, ~entries.c.undone, entries.c.category.is_not(None))
        .order_by(entries.c.day)
        .execution_options(yield_per=1000)
    )
    for week, of_week in groupby(rows, key=lambda row: week_of(row.day, starts_on)):
        added: dict[int, int] = {}
        for row in of_week:
            amount = -row.amount if row.kind == Kind.REFUND else row.amount
            added[row.category] = added.get(row.category, 0) + amount
        shown = {row.category: row.spent for row in db.execute(sql.SPENT, {"owner_": owner} | days_of(week))}
        if added != shown:
            yield f"chat {owner}, week of {week.start}: the entries add up to {added}, the summary says {shown}"


def _wrong_pay_period(db: Connection, owner: int) -> Iterator[str]:
    """Compare the latest pay period of a budget with its summary."""
    last = func.max(entries.c.day).filter(entries.c.kind == Kind.PAYCHECK.value)
    of_owner = entries.c.owner == owner, ~entries.c.undone
    payday = db.scalar(select(last).where(*of_owner))
    added = dict.fromkeys(Kind, 0)
    if payday is not None:
        rows = select(*entries.c["kind", "amount"]).where(*of_owner, entries.c.day >= payday)
        for kind, amount in db.execute(rows.execution_options(yield_per=1000)):
            added[Kind(kind)] += amount
    pay = pay_of(db, owner, date.max)
    shown = (None, 0, 0, 0) if pay is None else (pay.paydays[-1], *pay[1:])
    if shown != (payday, added[Kind.PAYCHECK], added[Kind.EXTRA], added[Kind.EXPENSE] - added[Kind.REFUND]):
        yield f"chat {owner}, pay period of {payday}: the entries add up to {added}, the summary says {shown}"


# --- to another database --------------------------------------------------------------------------------------------------

_MOVED = [table for table in metadata.sorted_tables if table is not duties]  # those are of the replicas of one database
_MARK = {"name": "copy"}
"""The duty that a database has while a book is copied into it. Nobody but a copy touches such a database."""
_MEANWHILE = "The copy differs: something was written to the book meanwhile. Stop the bot, and copy again."


def copy(url: str, to: str, progress: Callable[[str, int, int], None]) -> Sums:
    """Copy a whole book into another, empty database of the same schema; return what it holds.

    A copy that was broken off is resumed: rows that are there are brought up to date, and those that the book has no more
    go. ``progress`` is told the table, the rows done and their number. Raises `CareError` where the database holds a book
    of its own, or where the sums differ in the end; a copy that is finished, of a book that has not changed, stays as it is.
    """
    with _opened(url) as source, _opened(to) as target:
        resumed = _begin(source, target)
        if resumed is None:
            return sums(url)
        try:
            if resumed:
                for table in reversed(_MOVED):
                    _remove_what_is_gone(source, target, table)
            for table in _MOVED:
                _copy_table(source, target, table, progress)
        except IntegrityError:  # a row whose other came after its table was copied
            raise CareError(_MEANWHILE) from None
        with source.connect() as old, target.begin() as new:
            for table in _MOVED:
                _number_on(new, table)
            before, after = _held(old), _held(new)
            if before != after:
                raise CareError(_MEANWHILE)
            new.execute(update(duties).filter_by(**_MARK).values(done_at=func.current_timestamp()))
        return after[0]


def _held(db: Connection) -> tuple[Sums, dict[str, int]]:
    """Return what a book holds, and how many rows each table has."""
    return _sums(db), {table.name: db.scalar(select(func.count()).select_from(table)) or 0 for table in _MOVED}


def _begin(source: Engine, target: Engine) -> bool | None:
    """Mark the target as being copied into; return whether a copy was begun before, None where one is finished."""
    with source.connect() as old, target.begin() as new:
        begun = new.execute(select(duties.c.done_at).filter_by(**_MARK)).first()
        if begun is not None and begun.done_at is None:
            return True
        there = _held(new)
        if begun is not None and there == _held(old):
            return None
        if any(there[1].values()):
            raise CareError(
                f"The other database holds a book already ({there[0].entries} entries in {there[0].chats} chats), and stays "
                "as it is. Name an empty database."
            )
        new.execute(delete(duties).filter_by(**_MARK))
        mark = insert(duties).values(**_MARK, what="", claimed_at=func.current_timestamp())
        new.execute(mark.on_conflict_do_nothing())  # of two at once both copy, and to the same end
        return False


def _pages(engine: Engine, table: Table, *columns: ColumnElement[Any]) -> Iterator[list[dict[str, Any]]]:
    """Go through a table by its key, some rows at a time; between two pages nothing is held open."""
    keys = list(table.primary_key.columns)
    page = select(*columns).order_by(*keys).limit(_BATCH)
    last = None
    while True:
        with engine.connect() as db:
            asked = page if last is None else page.where(_after(keys, last))
            rows = [dict(row) for row in db.execute(asked).mappings()]
        if not rows:
            return
        yield rows
        last = rows[-1]


def _copy_table(source: Engine, target: Engine, table: Table, progress: Callable[[str, int, int], None]) -> None:
    keys = {column.name for column in table.primary_key.columns}
    with source.connect() as db:
        number = db.scalar(select(func.count()).select_from(table)) or 0
    new = insert(table)
    values = {column.name: new.excluded[column.name] for column in table.c if column.name not in keys}
    done = 0
    progress(table.name, 0, number)
    for rows in _pages(source, table, *table.c):
        with target.begin() as db:
            db.execute(new.on_conflict_do_update(index_elements=keys, set_=values), rows)
        done += len(rows)
        progress(table.name, done, number)


def _remove_what_is_gone(source: Engine, target: Engine, table: Table) -> None:
    """Delete from the target what the source has no more."""
    keys = list(table.primary_key.columns)
    for rows in _pages(target, table, *keys):
        same = [and_(*(key == row[key.name] for key in keys)) for row in rows]
        with source.connect() as old, target.begin() as new:
            there = {tuple(row) for row in old.execute(select(*keys).where(or_(*same)))}
            for row, one in zip(rows, same, strict=True):
                if tuple(row.values()) not in there:
                    new.execute(delete(table).where(one))


def _number_on(db: Connection, table: Table) -> None:
    """Let a server number new rows from the greatest number that was brought along; SQLite does so by itself."""
    column = table.autoincrement_column
    if db.dialect.name == "postgresql" and column is not None:
        greatest = select(func.coalesce(func.max(column), 0) + 1).scalar_subquery()
        db.execute(select(func.setval(func.pg_get_serial_sequence(table.name, column.name), greatest, False)))


def _after(keys: list[Any], last: dict[str, Any]) -> Any:
    """Return the condition that a row's key follows another's, spelled out: not every database compares rows."""
    return or_(
        *(and_(*(key == last[key.name] for key in keys[:n]), keys[n] > last[keys[n].name]) for n in range(len(keys)))
    )
