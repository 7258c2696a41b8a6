"""Reads a whole budget, as one transaction sees it: what an export writes."""

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from io import SEEK_END
from typing import Any

from sqlalchemy import BindParameter, Connection, and_, bindparam, exists, func, select, tuple_

from budget.budgets import Budget
from budget.entries import Kind, RecordedEntry
from budget.entry_changes import MOST_KEPT
from budget.exporting import IN_MEMORY, Spooled
from budget.exports.books import Book, FileRow, Lesson, Memory, OpenLink, Plan, RecordedFile, Told, WholeEntry
from budget.imports.proposals import ImportedFile
from storage.decisions import decision_of
from storage.imports import headings_of
from storage.notifications import wanted_by
from storage.prepared import fetch_raw
from storage.rows import entry_in, entry_of
from storage.sheet import BudgetSheet
from storage.statements import RECORDED
from storage.tables import (
    bill_decisions,
    entries,
    import_rows,
    imports,
    keywords,
    lessons,
    limit_notices,
    messages,
    quiet_days,
    share_links,
    spreads,
)

_PAGE = 1000
"""Entries that are read at a time."""
_FIRST = -(2**63), -1

_OWNER: BindParameter[int] = bindparam("owner_")

_ROW = [import_rows.c[name].label(f"row_{name}") for name in ("kind", "amount", "day", "note", "bank_id")]
# Undone ones, too, and those of files with their rows: a page of them, found by its place in the key.
WHOLE_ENTRIES = (
    select(*RECORDED, messages.c.sent_at, *_ROW)
    .join_from(messages, entries)
    .outerjoin(
        import_rows,
        and_(
            import_rows.c.owner == _OWNER,
            import_rows.c.message == entries.c.message,
            import_rows.c.line == entries.c.line,
        ),
    )
    .where(
        messages.c.owner == _OWNER,
        tuple_(entries.c.message, entries.c.line) > tuple_(bindparam("message_"), bindparam("line_")),
    )
    .order_by(entries.c.message, entries.c.line)
    .limit(bindparam("most_"))
)
_MESSAGE, _LINE = ([column.key for column in WHOLE_ENTRIES.exported_columns].index(key) for key in ("message", "line"))
ALL_KEYWORDS = (
    select(keywords.c.category, keywords.c.word).where(keywords.c.owner == _OWNER).order_by(keywords.c.category)
)
ALL_TAUGHT = (
    select(
        *lessons.c["note", "category"],
        func.dense_rank().over(order_by=lessons.c.taught).label("taught"),  # the tap's place among the taps
    )
    .where(lessons.c.owner == _OWNER)
    .order_by(lessons.c.taught)
)
_of_an_entry = exists().where(entries.c.owner == _OWNER, entries.c.message == limit_notices.c.message)
ALL_TOLD = (
    select(*limit_notices.c["category", "week_start", "message"])
    .where(limit_notices.c.owner == _OWNER, _of_an_entry)
    .order_by(limit_notices.c.week_start, limit_notices.c.category)
)
ALL_FILES = (
    select(*imports.c["message", "format", "rows", "first_day", "last_day", "recorded_at"])
    .where(imports.c.owner == _OWNER)
    .order_by(imports.c.recorded_at, imports.c.message)
)
_the_entry = and_(
    entries.c.owner == _OWNER,
    entries.c.message == bill_decisions.c.message,
    entries.c.line == bill_decisions.c.line,
)
# With the entry that paid, also where that is undone: it may come back.
ALL_DECISIONS = (
    select(*bill_decisions.c["bill", "planned", "message", "line", "moved_to", "skipped"], *entries.c["amount", "day"])
    .join_from(bill_decisions, entries, _the_entry, isouter=True)
    .where(bill_decisions.c.owner == _OWNER)
    .order_by(bill_decisions.c.bill, bill_decisions.c.planned)
)
ALL_SPREADS = (
    select(*spreads.c["message", "line", "weeks"])
    .where(spreads.c.owner == _OWNER, spreads.c.weeks > 1)
    .where(
        exists().where(
            entries.c.owner == _OWNER, entries.c.message == spreads.c.message, entries.c.line == spreads.c.line
        )
    )
    .order_by(spreads.c.message, spreads.c.line)
)
ALL_QUIET_DAYS = select(quiet_days.c.day).where(quiet_days.c.owner == _OWNER).order_by(quiet_days.c.day)
OPEN_LINKS = (
    select(*share_links.c["extent", "expires_at"])
    .where(share_links.c.owner == _OWNER, share_links.c.revoked_at.is_(None))
    .order_by(share_links.c.number)
)


class WholeCopy:
    """The `budget.ledger.WholeView` of a budget that was read in one transaction: it needs the database no more.

    Writing a file takes ten times as long as reading its rows, and a SQLite file without WAL takes no commit while it is read. So
    the rows are kept apart until they are written; a few of them at a time are in memory.
    """

    def __init__(self, budget: Budget, book: Book, first: date | None) -> None:
        self.budget = budget
        self._book = book
        self._first = first
        self._rows = Spooled(IN_MEMORY)
        self._made: Callable[[Iterable[Sequence[Any]]], Sequence[Any]] = list

    def close(self) -> None:
        self._rows.close()

    def first_day(self) -> date | None:
        return self._first

    def book(self) -> Book:
        return self._book

    def entries(self) -> Iterator[RecordedEntry]:
        return (entry_of(row.message, row) for row in self._kept() if not row.undone)

    def whole_entries(self) -> Iterator[WholeEntry]:
        return map(_whole, self._kept())

    def keep(self, rows: Sequence[Sequence[Any]], made: Callable[[Iterable[Sequence[Any]]], Sequence[Any]]) -> None:
        """Keep some more rows of the driver; ``made`` makes named ones of them."""
        self._made = made
        pickle.dump(rows, self._rows, pickle.HIGHEST_PROTOCOL)

    def _kept(self) -> Iterator[Any]:
        place, end = 0, self._rows.seek(0, SEEK_END)
        while place < end:
            self._rows.seek(place)
            page = pickle.load(self._rows)  # noqa: S301 - written by `keep`, into a file that nobody else has
            place = self._rows.tell()
            yield from self._made(page)


def copied(db: Connection, budget: Budget) -> WholeCopy:
    """Copy a budget out of the database, inside a transaction."""
    sheet = _WholeSheet(db, budget)
    copy = WholeCopy(budget, sheet.book(), sheet.first_day())
    try:
        where = {"owner_": budget.owner, "message_": _FIRST[0], "line_": _FIRST[1], "most_": _PAGE}
        page, made = fetch_raw(db, WHOLE_ENTRIES, where)
        while page:
            copy.keep(page, made)
            where |= {"message_": page[-1][_MESSAGE], "line_": page[-1][_LINE]}
            page, made = fetch_raw(db, WHOLE_ENTRIES, where)
    except BaseException:
        copy.close()
        raise
    return copy


class _WholeSheet(BudgetSheet):
    """Reads what belongs to a budget beside its entries."""

    def book(self) -> Book:
        words = self._words()
        held = self.budget
        categories = tuple(
            replace(one, keywords=words.get(one.number, ()), limits=(), carries=()) for one in held.categories
        )
        budget = replace(held, categories=categories, bills=(), payday=None, has_spreads=False, card=None, title="")
        taught = [Lesson(row.note, row.category, row.taught) for row in self._all(ALL_TAUGHT)]
        taught.sort(key=lambda one: (one.taught, one.note))  # here: databases sort texts by different rules
        return Book(budget, tuple(taught), self._plan(), self._memory())

    def _all(self, statement: Any, **where: Any) -> Any:
        return self._db.execute(statement, self._owner | where)

    def _words(self) -> dict[int, tuple[str, ...]]:
        words: dict[int, list[str]] = {}
        for category, word in self._all(ALL_KEYWORDS):
            words.setdefault(category, []).append(word)
        return {category: tuple(sorted(of_category)) for category, of_category in words.items()}

    def _plan(self) -> Plan:
        held = self.budget
        places = {bill.number: n for n, bill in enumerate(held.bills, 1)}
        return Plan(
            {one.number: one.limits for one in held.categories if one.limits},
            {one.number: one.carries for one in held.categories if one.carries},
            {(row.message, row.line): row.weeks for row in self._all(ALL_SPREADS)},
            held.payday,
            tuple(replace(bill, number=places[bill.number]) for bill in held.bills),
            tuple(decision_of(row, places[row.bill]) for row in self._all(ALL_DECISIONS)),
        )

    def _memory(self) -> Memory:
        wanted = wanted_by(self._db, self.budget.owner)
        return Memory(
            tuple(row.day for row in self._all(ALL_QUIET_DAYS)),
            wanted.digest,
            wanted.reminder,
            tuple(Told(*row) for row in self._all(ALL_TOLD)),
            tuple(_file(row) for row in self._all(ALL_FILES)),
            headings_of(self._db, self.budget.owner),
            tuple(reversed(self.entry_changes(MOST_KEPT))),
            tuple(OpenLink(row.extent, _aware(row.expires_at)) for row in self._all(OPEN_LINKS)),
        )


def _whole(row: Any) -> WholeEntry:
    of_file = None
    if row.row_kind is not None:
        of_file = FileRow(Kind(row.row_kind), row.row_amount, row.row_day, row.row_note, row.row_bank_id)
    return WholeEntry(
        row.message,
        row.line,
        entry_in(row),
        row.author,
        row.undone,
        row.removed_by,
        row.author_name or "",
        row.currency,
        _aware(row.sent_at),
        of_file,
    )


def _file(row: Any) -> RecordedFile:
    first: date = row.first_day
    return RecordedFile(ImportedFile(row.message, row.format, row.rows, first, row.last_day), _aware(row.recorded_at))


def _aware(moment: datetime) -> datetime:
    """Return an instant with its zone, which SQLite does not keep."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
