"""Writes a whole budget in place of an empty one, inside a transaction."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import BindParameter, Connection, Table, bindparam, delete, insert, select, update

from budget.budgets import Budget
from budget.categories import LAST_RESORT
from budget.entry_changes import MOST_KEPT
from budget.exports.books import Book, WholeEntry
from storage import plan_statements as plan
from storage import statements as sql
from storage.budgets import read_budget, renew, settings_row
from storage.imports import MOST_HEADINGS, remember_heading
from storage.rescaling import leave_undone, take_back
from storage.rows import change_row, entry_row
from storage.settings_sheet import bill_row
from storage.tables import (
    bill_decisions,
    bill_rates,
    bills,
    carries,
    categories,
    entries,
    entry_changes,
    import_headings,
    import_rows,
    imports,
    keywords,
    lessons,
    limit_notices,
    limits,
    messages,
    quiet_days,
    spreads,
)

_RESTORED = 2**62
"""Messages of a restored book are numbered on from here: no bot and no chat has numbers there (`storage.places`)."""
AT_ONCE = 1000
"""Rows of a statement, and entries that are in memory."""

Row = dict[str, Any]
Numbers = Mapping[int, int]
"""The book's numbers -> the database's."""

_OWNER: BindParameter[int] = bindparam("owner_")

# Of what was there before, settings and plans go; undone entries stay where they are, and so does which messages were handled.
_GOES = (
    bill_decisions, bill_rates, bills, quiet_days, limit_notices, limits, carries, keywords, lessons, entry_changes,
    import_headings,
)  # fmt: skip
CLEARED = tuple(delete(table).where(table.c.owner == _OWNER) for table in _GOES)
KEEP_UNDONE = (
    update(entries)
    .where(entries.c.owner == _OWNER, entries.c.category == bindparam("was_"))
    .values(category=bindparam("category_"))
)
OLD_CATEGORIES = delete(categories).where(
    categories.c.owner == _OWNER, categories.c.number.in_(bindparam("numbers_", expanding=True))
)
# The keys of those that go are free for those that come, of which none has a control character.
RENAMED = update(categories).where(categories.c.owner == _OWNER).values(key="\n" + categories.c.key)
RESTORED_BEFORE = (
    select(messages.c.message)
    .where(messages.c.owner == _OWNER, messages.c.message >= _RESTORED)
    .order_by(messages.c.message.desc())
    .limit(1)
)


def restore(db: Connection, held: Budget, book: Book, known: Iterable[WholeEntry], at: datetime) -> Budget:
    """Write a book in place of an empty budget, and return that; ``at`` is the moment of messages that have none.

    The entries come in the order of their addresses, and some at a time are in memory. Their messages get numbers that no chat's
    messages have, in their order: those of another chat would stand for this chat's.
    """
    owner = held.owner
    make_room(db, held, book)
    db.execute(sql.CHANGE_BUDGET, {"owner_": owner} | settings_of(book))
    numbers = _categories(db, held, book)
    made, places = bills_made(db, owner, book, numbers), Places(last_restored(db, owner), book)
    for some in batches(known):
        put_tables(db, rows_of_entries(owner, some, numbers, places, at))
    put_tables(db, rows_beside(owner, book, (numbers, made, places)))
    put_history(db, owner, book, (numbers, places), at)
    renew(db, owner)
    return read_budget(db, owner)


def make_room(db: Connection, held: Budget, book: Book) -> None:
    """Delete the settings and plans of an empty budget, into which a book comes. What is undone stays in its currency."""
    for statement in CLEARED:
        db.execute(statement, {"owner_": held.owner})
    was, to = held.money.currency.code, book.budget.money.currency.code
    if was != to:
        leave_undone(db, held.owner, was)
        take_back(db, held.owner, to)


def last_restored(db: Connection, owner: int) -> int:
    """Return the number of the last message that was restored in a budget; those of the next book follow it."""
    return db.scalar(RESTORED_BEFORE, {"owner_": owner}) or _RESTORED


def put_tables(db: Connection, of_tables: Iterable[tuple[Table, list[Row]]]) -> None:
    """Write rows of tables, in their order."""
    for table, rows in of_tables:
        put(db, insert(table), rows)


def rows_beside(owner: int, book: Book, made: tuple[Numbers, Numbers, "Places"]) -> Iterator[tuple[Table, list[Row]]]:
    """Yield the rows of a book beside settings, categories, bills, entries and the history, once those of entries are yielded."""
    numbers, of_bills, places = made
    places.finish()
    yield (
        bill_rates,
        [
            {"owner": owner, "bill": of_bills[bill.number]} | rate._asdict()
            for bill in book.plan.bills
            for rate in bill.rates
        ],
    )
    yield from _of_plan(owner, book, numbers)
    yield from _of_messages(owner, book, numbers, of_bills, places)
    yield quiet_days, [{"owner": owner, "day": day} for day in book.memory.quiet_days]


def put_history(db: Connection, owner: int, book: Book, made: tuple[Numbers, "Places"], at: datetime) -> None:
    """Write the history, and what was said about headings: both are bounded."""
    numbers, places = made
    put(db, sql.NEW_CHANGE, list(_changes(owner, book, numbers, places))[-MOST_KEPT:])
    for heading, answers in list(book.memory.headings.items())[-MOST_HEADINGS:]:
        remember_heading(db, owner, heading, answers, at)


def put(db: Connection, statement: Any, rows: list[Row]) -> None:
    """Write rows, some at a time."""
    for start in range(0, len(rows), AT_ONCE):
        db.execute(statement, rows[start : start + AT_ONCE])


def settings_of(book: Book) -> Row:
    """Return a book's settings as columns of its budget."""
    budget, payday = book.budget, book.plan.payday
    settings = settings_row(budget)
    settings |= {"name": budget.called or None, "payday": None if payday is None else payday.code}
    # Who set when the digest comes is not offered it again.
    return settings | {"digest_offered": True} if book.memory.digest is not None else settings


def _categories(db: Connection, held: Budget, book: Book) -> dict[int, int]:
    """Put the book's categories in the place of those that are there; undone entries go to the one of the same key, or to Other."""
    owner = held.owner
    db.execute(RENAMED, {"owner_": owner})
    numbers = categories_made(db, owner, book)
    keys = {one.key: numbers[one.number] for one in book.budget.categories}
    for old in held.categories:
        to = keys.get(old.key, keys[LAST_RESORT])
        db.execute(KEEP_UNDONE, {"owner_": owner, "was_": old.number, "category_": to})
    db.execute(OLD_CATEGORIES, {"owner_": owner, "numbers_": [one.number for one in held.categories]})
    return numbers


def categories_made(db: Connection, owner: int, book: Book) -> dict[int, int]:
    """Write a book's categories with their keywords, and return their numbers by those of the book."""
    numbers: dict[int, int] = {}
    for position, one in enumerate(book.budget.categories, 1):
        row = {"owner": owner, "key": one.key, "name": one.name, "weekly_limit": one.limit, "position": position}
        number: int = db.scalar(sql.NEW_CATEGORY, row | {"removed": one.removed}) or 0
        numbers[one.number] = number
        put(db, sql.NEW_KEYWORD, [{"owner": owner, "word": word, "category": number} for word in one.keywords])
    return numbers


def bills_made(db: Connection, owner: int, book: Book, numbers: Numbers) -> dict[int, int]:
    """Write a book's bills without what they cost, and return their numbers by those of the book."""
    made: dict[int, int] = {}
    for bill in book.plan.bills:
        row = bill_row(bill) | {"owner": owner, "category": _or_none(numbers, bill.category)}
        number: int = db.scalar(plan.NEW_BILL, row) or 0
        made[bill.number] = number
    return made


class Places:
    """Numbers the messages of a book in their order from ``last`` on, those that the history alone names among them.

    Only the numbers of those are kept that something beside the entries names.
    """

    def __init__(self, last: int, book: Book) -> None:
        self._last = last
        self._waiting = deque(sorted({one.message for one in book.memory.changes}))
        paid_by = (one.payment.message for one in book.plan.decisions if one.payment is not None)
        spread = (message for message, _ in book.plan.spreads)
        told, files = (one.message for one in book.memory.told), (file.message for file, _ in book.memory.files)
        self._named = frozenset({*self._waiting, *paid_by, *spread, *told, *files})
        self._numbers: dict[int, int] = {}
        self._latest: int | None = None

    def of(self, message: int) -> tuple[int, bool]:
        """Return the number of the message of an entry, and whether it is a new one: entries come in their messages' order."""
        if message == self._latest:
            return self._last, False
        while self._waiting and self._waiting[0] < message:
            self._number(self._waiting.popleft())
        if self._waiting and self._waiting[0] == message:
            self._waiting.popleft()
        self._latest = message
        return self._number(message), True

    def finish(self) -> None:
        """Number the messages behind those of all entries."""
        while self._waiting:
            self._number(self._waiting.popleft())

    def __getitem__(self, message: int) -> int:
        return self._numbers[message]

    def _number(self, message: int) -> int:
        self._last += 1
        if message in self._named:
            self._numbers[message] = self._last
        return self._last


def batches(known: Iterable[WholeEntry]) -> Iterator[list[WholeEntry]]:
    """Give entries some at a time."""
    entries = iter(known)
    while some := list(islice(entries, AT_ONCE)):
        yield some


def _or_none(numbers: Numbers, number: int | None) -> int | None:
    return None if number is None else numbers[number]


def _of_plan(owner: int, book: Book, numbers: Numbers) -> Iterator[tuple[Table, list[Row]]]:
    """Yield the rows of dated limits and carry-over, and of what was taught."""
    yield (
        limits,
        [
            {"owner": owner, "category": numbers[category]} | one._asdict()
            for category, dated in book.plan.limits.items()
            for one in dated
        ],
    )
    yield (
        carries,
        [
            {"owner": owner, "category": numbers[category], "since": one.since, "carry": one.carry.value}
            for category, dated in book.plan.carries.items()
            for one in dated
        ],
    )
    taught = {number: n for n, number in enumerate(sorted({one.taught for one in book.lessons}), 1)}
    yield (
        lessons,
        [
            {"owner": owner, "note": one.note, "category": numbers[one.category], "taught": taught[one.taught]}
            for one in book.lessons
        ],
    )


def rows_of_entries(
    owner: int, known: Sequence[WholeEntry], numbers: Numbers, places: Places, at: datetime
) -> Iterator[tuple[Table, list[Row]]]:
    """Yield the rows of some entries, and of the messages that begin with them."""
    placed = [places.of(one.message) for one in known]
    keys = [
        {"owner": owner, "message": message, "line": one.line} for one, (message, _) in zip(known, placed, strict=True)
    ]
    yield (
        messages,
        [
            {
                "owner": owner,
                "message": message,
                "author": one.author,
                "author_name": one.author_name or None,
                "sent_at": one.sent_at or at,
                "edited_at": 0,
                "update_number": 0,
                "layout": None,
            }
            for one, (message, is_new) in zip(known, placed, strict=True)
            if is_new
        ],
    )
    yield (
        entries,
        [
            key | entry_row(one.line, one) | {"category": _or_none(numbers, one.entry.category)}
            for key, one in zip(keys, known, strict=True)
        ],
    )
    yield (
        import_rows,
        [
            key | one.row._asdict() | {"kind": one.row.kind.value}
            for key, one in zip(keys, known, strict=True)
            if one.row is not None
        ],
    )


def _of_messages(
    owner: int, book: Book, numbers: Numbers, made: Numbers, places: Places
) -> Iterator[tuple[Table, list[Row]]]:
    """Yield the rows that belong to messages beside their entries."""
    yield (
        imports,
        [
            {
                "owner": owner,
                "message": places[file.message],
                "format": file.format,
                "rows": file.rows,
                "first_day": file.first,
                "last_day": file.last,
                "recorded_at": at,
            }
            for file, at in book.memory.files
        ],
    )
    yield (
        spreads,
        [
            {"owner": owner, "message": places[message], "line": line, "weeks": weeks}
            for (message, line), weeks in book.plan.spreads.items()
        ],
    )
    yield (
        bill_decisions,
        [
            {
                "owner": owner,
                "bill": made[one.bill],
                "planned": one.planned,
                "message": None if one.payment is None else places[one.payment.message],
                "line": None if one.payment is None else one.payment.line,
                "moved_to": one.moved_to,
                "skipped": one.skipped,
            }
            for one in book.plan.decisions
        ],
    )
    yield (
        limit_notices,
        [
            {
                "owner": owner,
                "category": numbers[one.category],
                "week_start": one.week_start,
                "message": places[one.message],
            }
            for one in book.memory.told
        ],
    )


def _changes(owner: int, book: Book, numbers: Numbers, places: Places) -> Iterator[Row]:
    """Yield the rows of the history, the oldest first."""
    for one in book.memory.changes:
        row = change_row(owner, replace(one, message=places[one.message]))
        of = {name: _or_none(numbers, row[name]) for name in ("was_category", "category")}
        yield row | of | {"owner_": owner}
