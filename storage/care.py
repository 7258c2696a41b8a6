"""Looking after a book: copies of it while it is in use, and proof that it adds up.

Each function opens the database of a URL for itself, and closes it. None takes a lock that stops who writes, but `restore`, and
`backup` for as long as it copies a file in rollback mode. All raise `LedgerUnavailable` where it cannot be reached.
"""

import glob
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from hashlib import blake2b
from itertools import groupby
from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    ColumnElement,
    Connection,
    Engine,
    Table,
    and_,
    delete,
    func,
    make_url,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError

from budget.entries import Kind
from budget.errors import LedgerUnavailable
from budget.periods import week_of
from storage import statements as sql
from storage.engine import for_reading, in_plain_words, make_engine, url_of, what_a_repeat_can_cure
from storage.files import InUse, copy_file, move_away, open_file, put_in_place, write_over
from storage.rebuild import NotABook, damage, foreign_objects, rebuilt
from storage.schema import EXPECTED, SchemaError, may_use, version_of
from storage.sheet import days_of, pay_of
from storage.tables import budgets, duties, entries, guests, metadata, schema_info, share_links

_BATCH = 500  # rows that are copied in one transaction, or chats that are asked for at once
_MOST_SAID = 100  # things that are wrong with a book
_LEFT_BEHIND = 24 * 3600  # seconds after which nobody works in a folder of ours any more


class CareError(Exception):
    """What was asked for cannot be done; the text says why, and nothing was changed."""


@dataclass(frozen=True, slots=True)
class Sums:
    """What a book holds: chats, entries that count, and their minor units by kind and currency."""

    chats: int
    entries: int
    totals: tuple[tuple[str, str, int], ...]


@contextmanager
def _opened(url: str | URL, *, exactly: bool = False) -> Iterator[Engine]:
    """Open a database whose schema this program may use; ``exactly`` where all of its tables must be known."""
    engine = make_engine(url, journal="kept", hurried=False)
    try:
        with what_a_repeat_can_cure():
            with for_reading(engine).connect() as db:
                version = version_of(db)
                fits = version == EXPECTED or (not exactly and may_use(db, version))
            if not fits:
                raise SchemaError(
                    f"The database has schema {version or 'none'}, and this program needs {EXPECTED}: "
                    + ("use a newer program." if version and version > EXPECTED else "run migrate.")
                )
            yield engine
    finally:
        engine.dispose()


def sums(url: str | URL) -> Sums:
    """Add up what a book holds."""
    with _opened(url) as engine, for_reading(engine).connect() as db:
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


@contextmanager
def _folder_beside(path: Path) -> Iterator[Path]:
    """Make a folder beside a file, on the same disk and for its owner alone, for as long as it takes.

    One that a killed program left behind goes: it may hold a whole book.
    """
    beside, prefix = path.absolute().parent, f".{path.name}-care-"
    for left in beside.glob(f"{glob.escape(prefix)}*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _LEFT_BEHIND:
                shutil.rmtree(left)
    with tempfile.TemporaryDirectory(prefix=prefix, dir=beside) as folder:
        yield Path(folder)


def _copied(path: Path, folder: Path) -> Path:
    """Copy a book into a folder. Raises `SchemaError` where there is none."""
    if not path.exists():
        raise SchemaError(f"There is no book at {path}: run migrate.")
    copy_ = folder / "copy.db"
    try:
        copy_file(path, copy_)
    except sqlite3.Error as problem:
        raise LedgerUnavailable(f"database: {in_plain_words(problem)}") from None
    return copy_


@contextmanager
def _said_plainly() -> Iterator[None]:
    """Turn what goes wrong with the files of a copy into a sentence."""
    try:
        yield
    except OSError as problem:
        raise CareError(f"{problem.filename or 'A file'}: {problem.strerror}.") from None
    except InUse:
        raise CareError(
            "Another program reads or writes the book without a pause, so it can't be replaced now: nothing was changed. "
            "Try again, or end that program."
        ) from None


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
    with _said_plainly():
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
            return _sums(db_)
    finally:
        engine.dispose()


def restore(backup_file: Path, url: str) -> tuple[Sums, Path | None]:
    """Give a SQLite book, in use or not, the content of a backup; what the book held is kept beside it.

    Who has the book open sees the new content at the next transaction. What was written before is in the file that is kept,
    what is written after is in the book. Returns what is restored, and where the former book is. Raises `CareError` for a
    backup that is not whole or that the program did not make, and where the book's lock can't be had.
    """
    path = path_of(url)
    if not backup_file.exists():
        raise CareError(f"There is no file {backup_file}.")
    if path.exists() and path.samefile(backup_file):
        raise CareError(f"{backup_file} is the book itself; name a backup.")
    with _said_plainly(), _folder_beside(path) as folder:
        try:
            fresh = rebuilt(backup_file, folder)
        except NotABook as problem:
            raise CareError(f"{backup_file} {problem}.") from None
        held = sums(url_of(fresh))
        return held, _replace(path, fresh)


def _replace(path: Path, fresh: Path) -> Path | None:
    """Give a book the content of a file; return where the former book is, None where there was none."""
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
    move_away(path, former)  # no database, or nothing but a log of one
    put_in_place(fresh, path)
    return former if is_there else None


@dataclass(frozen=True, slots=True)
class Admitted:
    """Who may look into a book, or write to it, beside those whom the settings name: guests, and open links by their extent."""

    guests: int
    users: Sequence[int]
    """The first of the guests."""
    links: Sequence[tuple[str, int]]


def admitted(url: str, now: datetime, most: int = 20) -> Admitted:
    """Return whom a book lets in."""
    is_open = share_links.c.revoked_at.is_(None), share_links.c.expires_at > now
    with _opened(url) as engine, for_reading(engine).connect() as db:
        extents = select(share_links.c.extent, func.count()).where(*is_open).group_by(share_links.c.extent)
        return Admitted(
            db.scalar(select(func.count()).select_from(guests)) or 0,
            db.scalars(select(guests.c.user).order_by(guests.c.since, guests.c.user).limit(most)).all(),
            [(extent, number) for extent, number in db.execute(extents.order_by(share_links.c.extent))],
        )


# --- proof ----------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Account:
    """What was found so far while a book is added up, chat by chat."""

    chats: int = 0
    entries: int = 0
    totals: dict[tuple[str, str], int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    told: Callable[[str], None] = lambda _: None

    def complain(self, what: str) -> None:
        if len(self.wrong) <= _MOST_SAID:
            self.wrong.append(what if len(self.wrong) < _MOST_SAID else "and more")
            self.told(self.wrong[-1])

    def held(self) -> Sums:
        totals = tuple((currency, kind, minor) for (currency, kind), minor in sorted(self.totals.items()))
        return Sums(self.chats, self.entries, totals)


def verify(
    url: str,
    since: int | None = None,
    begun: Callable[[int], None] = lambda _: None,
    told: Callable[[str], None] = lambda _: None,
) -> tuple[Sums, list[str]]:
    """Add everything up entry by entry, and compare it with every week's summary and every pay period; return what differs.

    The sums of summaries come from SQL over an index, these from the rows one by one: they share no code but the rules. Each
    chat is one state of the book. It begins with the chat ``since``; ``begun`` is told each chat before it is looked at, so
    that a run that is broken off can be resumed there, and ``told`` what differs as soon as it is found. The sums are those of
    the chats that were looked at.
    """
    account = _Account(told=told)
    with _one_state_a_chat(url, account) as engine:
        for owner in _owners(engine, since):
            begun(owner)
            _add_up(engine, owner, account)
    return account.held(), account.wrong


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of a book that was added up: what it holds, what differs, and whether it goes to the end of the book."""

    held: Sums
    wrong: Sequence[str]
    since: int | None
    """The chat that it began with, None where that is the first one."""
    is_last: bool


_NEXT = {"name": "verify"}
"""The duty whose ``what`` is the chat that the next slice begins with, "" for the first one."""


def verify_a_slice(url: str, enough: Callable[[], bool]) -> Slice:
    """Add up as many chats as there are until it is ``enough``, one at least; the next slice goes on from there.

    Where it stopped is kept in the database. After the last chat the next slice begins anew.
    """
    account = _Account()
    with _opened(url) as engine, for_reading(engine).connect() as db:
        kept = db.scalar(select(duties.c.what).filter_by(**_NEXT)) or None
    since = int(kept) if kept is not None else None
    following: int | None = None
    with _one_state_a_chat(url, account) as engine:
        for owner in _owners(engine, since):
            if account.chats and enough():
                following = owner
                break
            _add_up(engine, owner, account)
    _go_on_from(url, following)
    return Slice(account.held(), account.wrong, since, following is None)


def _go_on_from(url: str, owner: int | None) -> None:
    now = func.current_timestamp()
    row = {"what": "" if owner is None else str(owner), "claimed_at": now, "done_at": now if owner is None else None}
    with _opened(url) as engine, engine.begin() as db:
        db.execute(insert(duties).values(**_NEXT, **row).on_conflict_do_update(index_elements=["name"], set_=row))


@contextmanager
def _one_state_a_chat(url: str, account: _Account) -> Iterator[Engine]:
    """Open a book so that each transaction sees one state of it, and none keeps others from writing, however long it takes.

    A SQLite file in rollback mode can't be written while it is read, so a copy of it is looked at. What is wrong with the
    file itself is told to the account.
    """
    with ExitStack() as stack:
        if make_url(url).get_backend_name() == "sqlite":
            path = path_of(url)
            stack.enter_context(_said_plainly())
            copy_ = _copied(path, stack.enter_context(_folder_beside(path)))
            with closing(open_file(copy_)) as db:
                for what in damage(db):
                    account.complain(what)
                for what in foreign_objects(db):
                    account.complain(f"file: it has {what}, which no book has")
            yield for_reading(stack.enter_context(_opened(url_of(copy_))))
        else:
            yield for_reading(stack.enter_context(_opened(url)))


def _owners(engine: Engine, since: int | None) -> Iterator[int]:
    """Go through the chats in the order of their numbers, some at a time; between them nothing is held open."""
    page = select(budgets.c.owner).order_by(budgets.c.owner).limit(_BATCH)
    asked = page if since is None else page.where(budgets.c.owner >= since)
    while True:
        with engine.connect() as db:
            owners = db.scalars(asked).all()
        if not owners:
            return
        yield from owners
        asked = page.where(budgets.c.owner > owners[-1])


def _add_up(engine: Engine, owner: int, account: _Account) -> None:
    """Compare a chat's entries with its summaries, all in one state of the book."""
    with engine.connect() as db:
        budget = db.execute(select(*budgets.c["currency", "week_starts_on"]).where(budgets.c.owner == owner)).first()
        if budget is None:  # forgotten meanwhile
            return
        account.chats += 1
        for what in (*_wrong_weeks(db, owner, budget.week_starts_on), *_wrong_pay_period(db, owner)):
            account.complain(what)
        counted = select(entries.c.kind, func.count(), func.sum(entries.c.amount)).group_by(entries.c.kind)
        for kind, number, minor in db.execute(counted.where(entries.c.owner == owner, ~entries.c.undone)):
            account.entries += number
            key = budget.currency, kind
            account.totals[key] = account.totals.get(key, 0) + int(minor)


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
_MOVED = [table for table in metadata.sorted_tables if table not in {duties, schema_info}]  # those are of one database
_MARK = {"name": "copy"}
"""The duty that a database has while a book is copied into it. Nobody but a copy touches such a database."""
_MEANWHILE = "The copy differs: something was written to the book meanwhile. Stop the bot, and copy again."

_Connect = Callable[[], AbstractContextManager[Connection]]


def copy(url: str, to: str, progress: Callable[[str, int, int], None]) -> Sums:
    """Copy a whole book into another, empty database of the same schema; return what it holds.

    One state of the book is copied, and each row that has arrived is compared with it. A copy that was broken off is resumed:
    rows that are there are brought up to date, and those that the book has no more go. ``progress`` is told the table, the
    rows done and their number. Raises `CareError` where the database holds a book of its own, or where anything was written
    to the book since the copy began; a copy that is finished, of a book that has not changed, stays as it is.
    """
    with _opened(to, exactly=True) as target, _one_state(url) as (source, has_changed):
        resumed = _begin(source, target)
        if resumed is None:
            return _sums(source)
        try:
            if resumed:
                for table in reversed(_MOVED):
                    _remove_what_is_gone(source, target, table)
            prints = {table.name: _copy_table(source, target, table, progress) for table in _MOVED}
        except IntegrityError:  # a broken-off copy holds a row that stands in the way of another
            raise CareError("The copy can't be resumed: copy into another, empty database.") from None
        for table in _MOVED:
            if _print_of(for_reading(target).connect, table) != prints[table.name]:
                raise CareError("The copy differs: something was written to the other database meanwhile.")
        if has_changed():
            raise CareError(_MEANWHILE)
        with target.begin() as new:
            for table in _MOVED:
                _number_on(new, table)
            new.execute(update(duties).filter_by(**_MARK).values(done_at=func.current_timestamp()))
        return _sums(source)


@contextmanager
def _one_state(url: str) -> Iterator[tuple[Connection, Callable[[], bool]]]:
    """Show one state of a book for as long as it takes, and what tells whether the book has changed since."""
    with ExitStack() as stack:
        if make_url(url).get_backend_name() == "sqlite":
            path = path_of(url)
            stack.enter_context(_said_plainly())
            watcher = stack.enter_context(closing(open_file(path)))
            before = _data_version(watcher)
            copy_ = _copied(path, stack.enter_context(_folder_beside(path)))
            engine = stack.enter_context(_opened(url_of(copy_), exactly=True))
            yield stack.enter_context(for_reading(engine).connect()), lambda: _data_version(watcher) != before
        else:
            engine = for_reading(stack.enter_context(_opened(url, exactly=True)))
            db = stack.enter_context(engine.connect())
            before_ = _prints_by_the_server(db)

            def has_changed() -> bool:
                with engine.connect() as later:
                    return _prints_by_the_server(later) != before_

            yield db, has_changed


def _data_version(db: sqlite3.Connection) -> int:
    """Return a number that is another one once somebody else has written to a file."""
    return int(db.execute("PRAGMA data_version").fetchone()[0])


def _prints_by_the_server(db: Connection) -> list[Any]:
    """Return what a server's tables hold in a few numbers, computed there: rows, and the sum of their hashes."""
    asked = "SELECT count(*), sum(hashtextextended(CAST({0} AS text), 0)) FROM {0}"
    return [db.execute(text(asked.format(table.name))).one() for table in _MOVED]


class _Print:
    """What a table holds in two numbers that hardly can be those of other rows: how many there are, and the sum of their hashes.

    Databases differ in how they sort words, so the order of rows is left out.
    """

    def __init__(self) -> None:
        self.rows = 0
        self.sum = 0

    def add(self, rows: Sequence[Sequence[Any]]) -> None:
        for row in rows:
            said = repr([_plain(value) for value in row])
            self.sum += int.from_bytes(blake2b(said.encode(), digest_size=16).digest())
        self.sum %= 2**128
        self.rows += len(rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Print) and (self.rows, self.sum) == (other.rows, other.sum)

    __hash__ = None  # type: ignore[assignment]  # it changes


def _plain(value: Any) -> Any:
    """Return a value as every database gives it."""
    if isinstance(value, datetime):
        return (value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)).isoformat()
    return bytes(value) if isinstance(value, memoryview) else value


def _print_of(connect: _Connect, table: Table) -> _Print:
    found = _Print()
    for rows in _pages(connect, table, *table.c):
        found.add([list(row.values()) for row in rows])
    return found


def _begin(source: Connection, target: Engine) -> bool | None:
    """Mark the target as being copied into; return whether a copy was begun before, None where one is finished."""
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
            there = _sums(new)
            raise CareError(
                f"The other database holds a book already ({there.entries} entries in {there.chats} chats), and stays "
                "as it is. Name an empty database."
            )
        new.execute(delete(duties).filter_by(**_MARK))
        mark = insert(duties).values(**_MARK, what="", claimed_at=func.current_timestamp())
        new.execute(mark.on_conflict_do_nothing())  # of two at once both copy, and to the same end
        return False


def _pages(connect: _Connect, table: Table, *columns: ColumnElement[Any]) -> Iterator[list[dict[str, Any]]]:
    """Go through a table by its key, some rows at a time, each time with a connection of its own."""
    keys = list(table.primary_key.columns)
    page = select(*columns).order_by(*keys).limit(_BATCH)
    last = None
    while True:
        with connect() as db:
            asked = page if last is None else page.where(_after(keys, last))
            rows = [dict(row) for row in db.execute(asked).mappings()]
        if not rows:
            return
        yield rows
        last = rows[-1]


def _copy_table(source: Connection, target: Engine, table: Table, progress: Callable[[str, int, int], None]) -> _Print:
    """Copy a table, and return what it held."""
    keys = {column.name for column in table.primary_key.columns}
    number = source.scalar(select(func.count()).select_from(table)) or 0
    new = insert(table)
    values = {column.name: new.excluded[column.name] for column in table.c if column.name not in keys}
    held = _Print()
    progress(table.name, 0, number)
    for rows in _pages(lambda: nullcontext(source), table, *table.c):
        with target.begin() as db:
            db.execute(new.on_conflict_do_update(index_elements=keys, set_=values), rows)
        held.add([list(row.values()) for row in rows])
        progress(table.name, held.rows, number)
    return held


def _remove_what_is_gone(source: Connection, target: Engine, table: Table) -> None:
    """Delete from the target what the source has no more."""
    keys = list(table.primary_key.columns)
    for rows in _pages(for_reading(target).connect, table, *keys):
        same = [and_(*(key == row[key.name] for key in keys)) for row in rows]
        there = {tuple(row) for row in source.execute(select(*keys).where(or_(*same)))}
        with target.begin() as new:
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
