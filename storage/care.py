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

from sqlalchemy import Connection, Engine, Table, and_, func, make_url, or_, select, text
from sqlalchemy.dialects.postgresql import insert

from budget.entries import Kind
from budget.errors import LedgerUnavailable
from budget.periods import week_of
from storage import statements as sql
from storage.engine import make_engine, what_a_repeat_can_cure
from storage.page import days_of
from storage.schema import EXPECTED, SchemaError, schema_version
from storage.sheet import pay_of
from storage.tables import budgets, categories, entries, metadata

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

    (Copying the file of a live database with other tools corrupts the copy.) Raises `CareError`.
    """
    path = path_of(url)
    if not path.exists():
        raise CareError(f"There is no book at {path}.")
    if to.exists():
        raise CareError(f"{to} exists already; name a new file.")
    unfinished = to.with_name(f"{to.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    try:
        _copy_file(path, unfinished)
        held = _checked(unfinished)
        unfinished.rename(to)
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
        _copy_file(backup_file, fresh)
    except sqlite3.Error as problem:
        raise CareError(f"{backup_file} is no book: {problem}.") from None
    former = None
    if path.exists():
        former = next(
            one
            for n in range(1, 10_000)
            if not (one := path.with_name(f"{path.stem}-before-restore-{n}{path.suffix}")).exists()
        )
        _copy_file(path, former)
        for beside in ("-wal", "-shm", "-journal"):
            path.with_name(path.name + beside).unlink(missing_ok=True)
    fresh.replace(path)
    return held, former


def _copy_file(path: Path, to: Path) -> None:
    """Copy by SQLite's own backup, which takes one state of a database that others may be writing to."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as source, closing(sqlite3.connect(to)) as target:
        source.backup(target)


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


def copy(url: str, to: str, progress: Callable[[str, int, int], None]) -> Sums:
    """Copy a whole book into another database of the same schema; rows that are there already stay, so it can be resumed.

    ``progress`` is told the table, the rows done and their number. Raises `CareError` where the sums differ in the end.
    """
    with _opened(url) as source, _opened(to) as target:
        for table in metadata.sorted_tables:
            _copy_table(source, target, table, progress)
        with target.begin() as db:
            if (
                target.dialect.name == "postgresql"
            ):  # numbers to come must be greater than those that were brought along
                greatest = select(func.coalesce(func.max(categories.c.number), 0) + 1).scalar_subquery()
                db.execute(select(func.setval(func.pg_get_serial_sequence("categories", "number"), greatest, False)))
        with source.connect() as old, target.connect() as new:
            before, after = _sums(old), _sums(new)
    if before != after:
        raise CareError(f"The copy differs: {before} became {after}. Was something written meanwhile? Copy again.")
    return after


def _copy_table(source: Engine, target: Engine, table: Table, progress: Callable[[str, int, int], None]) -> None:
    keys = list(table.primary_key.columns)
    with source.connect() as db:
        number = db.scalar(select(func.count()).select_from(table)) or 0
    done, last = 0, None
    progress(table.name, 0, number)
    while True:
        page = select(table).order_by(*keys).limit(_BATCH)
        with source.connect() as db:
            rows = [
                dict(row) for row in db.execute(page if last is None else page.where(_after(keys, last))).mappings()
            ]
        if not rows:
            return
        with target.begin() as db:
            db.execute(insert(table).on_conflict_do_nothing(), rows)
        done, last = done + len(rows), rows[-1]
        progress(table.name, done, number)


def _after(keys: list[Any], last: dict[str, Any]) -> Any:
    """Return the condition that a row's key follows another's, spelled out: not every database compares rows."""
    return or_(
        *(and_(*(key == last[key.name] for key in keys[:n]), keys[n] > last[keys[n].name]) for n in range(len(keys)))
    )
