"""Reads and writes what came from files, inside a transaction."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    and_,
    bindparam,
    delete,
    exists,
    not_,
    select,
    update,
)

from budget.budgets import Budget
from budget.categories import last_resort
from budget.entries import Entry, Kind
from budget.imports.duplicates import Address, HeldEntry
from budget.imports.proposals import ImportedFile
from budget.imports.rows import ImportedRow
from budget.periods import Days
from storage.standing import STANDS
from storage.statements import COUNTS, IS_OF_ANY_KIND, replacing
from storage.tables import entries, import_headings, import_rows, imports
from storage.upserts import insert

MOST_HEADINGS = 50
"""Headings of a chat whose answers are kept."""
_IDS_AT_ONCE = 500

_OWNER: BindParameter[int] = bindparam("owner_")
_START, _END = bindparam("start_", type_=import_rows.c.day.type), bindparam("end_", type_=import_rows.c.day.type)

_HELD = (
    select(*import_rows.c["message", "line", "kind", "amount", "day", "note", "bank_id"])
    .join_from(
        import_rows,
        entries,
        and_(
            entries.c.owner == _OWNER,
            entries.c.message == import_rows.c.message,
            entries.c.line == import_rows.c.line,
        ),
    )
    .where(import_rows.c.owner == _OWNER, ~entries.c.undone)
)
IMPORTED_IN = _HELD.where(import_rows.c.day >= _START, import_rows.c.day < _END)
IMPORTED_AS = _HELD.where(import_rows.c.bank_id.in_(bindparam("ids_", expanding=True)))
_came_from_a_file: ColumnElement[bool] = exists().where(
    import_rows.c.owner == _OWNER,
    import_rows.c.message == entries.c.message,
    import_rows.c.line == entries.c.line,
)
TYPED_IN = (
    select(*entries.c["kind", "amount", "day", "category", "note", "working"])
    .where(COUNTS, IS_OF_ANY_KIND, entries.c.day >= _START, entries.c.day < _END, not_(_came_from_a_file))
    .order_by(entries.c.day.desc(), entries.c.message.desc(), entries.c.line.desc())
    .limit(bindparam("most_"))
)
_latest = (
    select(imports)
    .where(imports.c.owner == _OWNER)
    .order_by(imports.c.recorded_at.desc(), imports.c.message.desc())
    .limit(bindparam("most_"))
    .subquery()
)
_counts: ColumnElement[bool] = exists().where(entries.c.owner == _OWNER, entries.c.message == _latest.c.message, STANDS)
LATEST = select(
    *_latest.c["message", "format", "rows", "first_day", "last_day"], not_(_counts).label("undone")
).order_by(_latest.c.recorded_at.desc(), _latest.c.message.desc())
NEW_IMPORT = insert(imports)
NEW_ROW = insert(import_rows)
NAME_ROW = (
    update(import_rows)
    .where(
        import_rows.c.owner == _OWNER,
        import_rows.c.message == bindparam("message_"),
        import_rows.c.line == bindparam("line_"),
    )
    .values(bank_id=bindparam("id_"))
)

ALL_ANSWERS = (
    select(*import_headings.c["heading", "answers"])
    .where(import_headings.c.owner == _OWNER)
    .order_by(import_headings.c.heading)
)
ANSWERS = select(import_headings.c.answers).where(
    import_headings.c.owner == _OWNER, import_headings.c.heading == bindparam("heading_")
)
KEEP_ANSWERS = replacing(insert(import_headings), "owner", "heading")
_latest_headings = (
    select(import_headings.c.heading)
    .where(import_headings.c.owner == _OWNER)
    .order_by(import_headings.c.used_at.desc(), import_headings.c.heading)
    .limit(MOST_HEADINGS)
)
OLD_HEADINGS = delete(import_headings).where(
    import_headings.c.owner == _OWNER, import_headings.c.heading.not_in(_latest_headings)
)


def imported_in(db: Connection, budget: Budget, days: Days, bank_ids: Collection[str]) -> Sequence[HeldEntry]:
    """Return imported entries as they were first recorded: `BudgetView.imported_in`."""
    other = last_resort(budget.categories).number  # a first category is not kept: it tells no payment from another
    return [
        HeldEntry(
            Entry(Kind(kind), amount, day, other if Kind(kind).is_spending else None, note),
            imported=True,
            bank_id=bank_id,
            address=address,
        )
        for address, (kind, amount, day, note, bank_id) in _held(db, budget.owner, days, sorted(bank_ids)).items()
    ]


def _held(db: Connection, owner: int, days: Days, bank_ids: Sequence[str]) -> dict[tuple[int, int], tuple[Any, ...]]:
    found: dict[tuple[int, int], tuple[Any, ...]] = {}
    for message, line, *row in db.execute(IMPORTED_IN, {"owner_": owner, "start_": days.start, "end_": days.end}):
        found[message, line] = tuple(row)
    for at in range(0, len(bank_ids), _IDS_AT_ONCE):
        some = bank_ids[at : at + _IDS_AT_ONCE]
        for message, line, *row in db.execute(IMPORTED_AS, {"owner_": owner, "ids_": some}):
            found[message, line] = tuple(row)
    return found


def put_import(db: Connection, owner: int, file: ImportedFile, at: datetime, rows: Sequence[ImportedRow]) -> None:
    """Note that the entries of a message came from a file: `MessageTransaction.put_import`."""
    named = {"format": file.format, "rows": file.rows, "first_day": file.first, "last_day": file.last}
    db.execute(NEW_IMPORT, {"owner": owner, "message": file.message, "recorded_at": at, **named})
    db.execute(NEW_ROW, list(_rows(owner, file.message, rows)))


def identify(db: Connection, owner: int, identities: Mapping[Address, str]) -> None:
    """Let imported entries be known by other identities: `MessageTransaction.identify`."""
    named = [
        {"owner_": owner, "message_": message, "line_": line, "id_": bank_id}
        for (message, line), bank_id in identities.items()
    ]
    if named:
        db.execute(NAME_ROW, named)


def _rows(owner: int, message: int, rows: Sequence[ImportedRow]) -> Iterator[dict[str, object]]:
    for line, row in enumerate(rows):
        yield {
            "owner": owner,
            "message": message,
            "line": line,
            "kind": row.kind.value,
            "amount": abs(row.amount),
            "day": row.day,
            "note": row.note,
            "bank_id": row.bank_id,
        }


def heading_answers(db: Connection, owner: int, heading: str) -> Mapping[str, str]:
    """Return what was said about files of a heading: `BudgetView.heading_answers`."""
    answers: Mapping[str, str] = json.loads(db.scalar(ANSWERS, {"owner_": owner, "heading_": heading}) or "{}")
    return answers


def headings_of(db: Connection, owner: int) -> Mapping[str, Mapping[str, str]]:
    """Return what was said about files, by the keys of their headings."""
    return {row.heading: json.loads(row.answers) for row in db.execute(ALL_ANSWERS, {"owner_": owner})}


def remember_heading(db: Connection, owner: int, heading: str, answers: Mapping[str, str], at: datetime) -> None:
    """Keep what was said about a file: `MessageTransaction.remember_heading`."""
    row = {"owner": owner, "heading": heading, "answers": json.dumps(dict(answers)), "used_at": at}
    db.execute(KEEP_ANSWERS, row)
    db.execute(OLD_HEADINGS, {"owner_": owner})
