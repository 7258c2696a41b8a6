"""Merges all rows of a budget into another one.

What happens to a table stands in `MERGED`; a test holds it against the metadata.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    Connection,
    bindparam,
    case,
    cast,
    delete,
    insert,
    literal_column,
    select,
    update,
)

from budget.bills import MOST_BILLS
from budget.categories import LAST_RESORT, MOST_CATEGORIES, MOST_EVER, folded
from budget.states import OutOfUse
from storage import statements as sql
from storage.budgets import renew
from storage.out_of_use import close_what_is_over, drop_bills_that_are_over
from storage.tables import (
    answers,
    applied_acts,
    bill_decisions,
    bill_rates,
    bills,
    budgets,
    cards,
    carries,
    categories,
    door_posts,
    entries,
    entry_changes,
    forget_requests,
    import_headings,
    import_rows,
    imports,
    keywords,
    lessons,
    limit_notices,
    limits,
    messages,
    metadata,
    moves,
    notifications,
    offered_files,
    questions,
    quiet_days,
    share_links,
    spreads,
    waiting_updates,
    write_doors,
)
from storage.upserts import insert as insert_or

_OWNER: BindParameter[int] = bindparam("owner_")
_TO: BindParameter[int] = bindparam("to_", type_=BigInteger)
_SHIFT: BindParameter[int] = bindparam("shift_", type_=BigInteger)

Numbers = Mapping[int, int]
"""Category numbers of the budget that goes -> of the one that stays."""


def merge(db: Connection, gone: int, kept: int, shift: int) -> OutOfUse | None:
    """Move all rows of a budget to another one of the same currency, message numbers raised by ``shift``.

    Return what is out of use now, None where all that was in use still is.
    """
    numbers, made, over = _categories_merged(db, gone, kept)
    named = db.scalars(_NAMES_OF_BILLS, {"owner_": gone}).all()
    where = {"owner_": gone, "to_": kept, "shift_": shift}
    for old in made:
        for table in (keywords, limits, carries):
            _copied(db, table, where | {"category_": old}, numbers, table.c.category == bindparam("category_"))
    for table in metadata.sorted_tables:
        if "owner" in table.c and (merged := MERGED[table.name]) is not None:
            merged(db, table, where, numbers)
    for table in reversed(metadata.sorted_tables):
        if "owner" in table.c and table not in OF_THE_CHAT:
            db.execute(delete(table).where(table.c.owner == gone))
    drop_bills_that_are_over(db, kept)
    closed = close_what_is_over(db, kept)
    renew(db, kept)
    on = set(map(folded, db.scalars(_NAMES_OF_BILLS, {"owner_": kept}).all()))
    names = (*over, *(name for name in named if folded(name) not in on))
    return OutOfUse(names, closed) if names or closed else None


def _categories_merged(db: Connection, gone: int, kept: int) -> tuple[dict[int, int], list[int], list[str]]:
    """Find or make, for each category of the budget that goes, the one that takes its entries.

    One for which there is no room among those in use is out of use. Returns them by number, which were made, and the names of those
    that are out of use now.
    """
    held = db.execute(_ALL_CATEGORIES, {"owner_": kept}).all()
    there = {row.key: row.number for row in held}
    off = {row.key for row in held if row.removed}
    room = MOST_CATEGORIES - sum(not row.removed for row in held)
    numbers: dict[int, int] = {}
    made, over = [], []
    for row in db.execute(_ALL_CATEGORIES, {"owner_": gone}).mappings().all():
        key, number = row["key"], row["number"]
        full = key not in there and (room <= 0 or len(there) >= MOST_EVER)
        if not row["removed"] and (full or key in off):
            over.append(row["name"])
        if key not in there and (len(there) < MOST_EVER or key == LAST_RESORT):
            copied = {name: value for name, value in row.items() if name != "number"}
            copied["removed"] = row["removed"] or room <= 0
            room -= not copied["removed"]
            there[key] = db.scalar(sql.NEW_CATEGORY, copied | {"owner": kept})
            made.append(number)
        numbers[number] = there.get(key) or there[LAST_RESORT]
    return numbers, made, over


_ALL_CATEGORIES = (
    select(*categories.c["number", "key", "name", "weekly_limit", "position", "removed"])
    .where(categories.c.owner == _OWNER)
    .order_by(categories.c.position, categories.c.number)
)


def _copied(db: Connection, table: Any, where: dict[str, int], numbers: Numbers, *which: ColumnElement[bool]) -> None:
    """Copy rows, except those whose key the other budget has already: what was set there holds."""
    columns = [_moved_column(column, numbers) for column in table.c]
    rows = select(*columns).where(table.c.owner == _OWNER, *which)
    names = [column.name for column in table.c]
    db.execute(insert_or(table).from_select(names, rows).on_conflict_do_nothing(), where)


def _moved(db: Connection, table: Any, where: dict[str, int], numbers: Numbers) -> None:
    """Write rows into the other budget, where no two can have the same key; those of the budget that goes are deleted last.

    An UPDATE of the owner would do the same in one step, but a distributed PostgreSQL refuses it (docs/scale.md).
    """
    columns = [_moved_column(column, numbers) for column in table.c]
    rows = select(*columns).where(table.c.owner == _OWNER)
    db.execute(insert(table).from_select([column.name for column in table.c], rows), where)


def _given(db: Connection, table: Any, where: dict[str, int], _numbers: Numbers) -> None:
    """Let rows that the database numbers, and which are found by a secret, be of the other budget."""
    values = {name: _moved_column(table.c[name], {}) for name in ("owner", "message")}
    db.execute(update(table).where(table.c.owner == _OWNER).values(**values), where)


def _moved_column(column: Any, numbers: Numbers) -> Any:
    match column.name:
        case "owner":
            return cast(_TO, BigInteger).label("owner")
        case "message":
            return (column + _SHIFT).label("message")
        case "taught":
            return (-column).label("taught")
        case "category" if numbers:
            mapped: dict[Any, Any] = {old: literal_column(str(new)) for old, new in numbers.items()}
            return case(mapped, value=column).label("category")
        case _:
            return column


def _choices_moved(db: Connection, table: Any, where: dict[str, int], numbers: Numbers) -> None:
    """Give questions to the other budget; the categories of their choices stand in JSON."""
    rows = db.execute(select(*table.c["message", "line", "choices"]).where(table.c.owner == _OWNER), where).all()
    for row in rows:
        at = update(table).where(table.c.owner == _OWNER, table.c.message == row.message, table.c.line == row.line)
        db.execute(at.values(choices=_with_categories(row.choices, numbers)), where)
    _moved(db, table, where, numbers)


def _with_categories(choices: str, numbers: Numbers) -> str:
    def replaced(value: Any) -> Any:
        match value:
            case list():
                return [replaced(each) for each in value]
            case dict():
                return {
                    key: numbers.get(each, each) if key == "category" else replaced(each) for key, each in value.items()
                }
            case _:
                return value

    return json.dumps(replaced(json.loads(choices)))


def _acts_moved(db: Connection, table: Any, where: dict[str, int], _numbers: Numbers) -> None:
    """Copy acts. One that a message did is named by the number of the message."""
    shift = where["shift_"]
    for row in db.execute(select(table).where(table.c.owner == _OWNER), where).mappings().all():
        kind, _, number = row["act"].partition(" ")
        act = f"message {int(number) + shift}" if kind == "message" and number.isdecimal() else row["act"]
        message = row["message"] + shift if row["message"] is not None else None
        copied = dict(row) | {"owner": where["to_"], "act": act, "message": message}
        db.execute(insert_or(table).on_conflict_do_nothing(), copied)


def _changes_moved(db: Connection, table: Any, where: dict[str, int], numbers: Numbers) -> None:
    """Note the changes again, behind those of the other budget."""
    rows = db.execute(select(table).where(table.c.owner == _OWNER).order_by(table.c.number), where).mappings().all()
    for row in rows:
        copied = {name: value for name, value in row.items() if name not in {"place", "number"}}
        for name in ("was_category", "category"):
            copied[name] = numbers.get(row[name], row[name])
        copied |= {"owner": where["to_"], "owner_": where["to_"], "message": row["message"] + where["shift_"]}
        db.execute(sql.NEW_CHANGE, copied)


def _bills_moved(db: Connection, _table: Any, where: dict[str, int], numbers: Numbers) -> None:
    """Copy bills under new numbers, with what they cost and what was decided.

    One whose name is taken, or for which there is no room among those in use, is off.
    """
    names = db.scalars(_NAMES_OF_BILLS, {"owner_": where["to_"]}).all()
    taken, room = set(map(folded, names)), MOST_BILLS - len(names)
    renumbered: dict[int, int] = {}
    for row in db.execute(select(bills).where(bills.c.owner == _OWNER), where).mappings().all():
        copied = {name: value for name, value in row.items() if name != "number"} | {"owner": where["to_"]}
        copied["category"] = numbers.get(row["category"], row["category"])
        copied["removed"] = row["removed"] or folded(row["name"]) in taken or room <= 0
        room -= not copied["removed"]
        renumbered[row["number"]] = db.execute(insert(bills).returning(bills.c.number), copied).scalar_one()
    for table in (bill_rates, bill_decisions):
        for row in db.execute(select(table).where(table.c.owner == _OWNER), where).mappings().all():
            copied = dict(row) | {"owner": where["to_"], "bill": renumbered[row["bill"]]}
            if copied.get("message") is not None:
                copied["message"] += where["shift_"]
            db.execute(insert(table), copied)


_NAMES_OF_BILLS = select(bills.c.name).where(bills.c.owner == _OWNER, ~bills.c.removed)

OF_THE_CHAT = frozenset({moves, waiting_updates})
"""Rows that stay with their chat when its budget goes."""

Merged = Callable[[Connection, Any, dict[str, int], Numbers], None]

MERGED: dict[str, Merged | None] = {
    budgets.name: None,  # the one that stays keeps its settings
    categories.name: None,  # merged first, by their keys
    moves.name: None,  # repointed by `move`
    keywords.name: None,  # those of categories that were made are copied with them
    limits.name: None,  # likewise
    carries.name: None,  # likewise
    bills.name: None,  # copied with what was decided
    bill_rates.name: None,  # likewise
    bill_decisions.name: _bills_moved,
    spreads.name: _moved,
    imports.name: _moved,
    import_rows.name: _moved,
    import_headings.name: _copied,
    notifications.name: _copied,
    cards.name: _copied,
    quiet_days.name: _copied,
    lessons.name: _copied,
    messages.name: _copied,
    entries.name: _moved,
    entry_changes.name: _changes_moved,
    questions.name: _choices_moved,
    limit_notices.name: _copied,
    applied_acts.name: _acts_moved,
    forget_requests.name: None,  # a question is answered in its own chat
    waiting_updates.name: None,  # updates wait in the order of their chat
    answers.name: _moved,
    offered_files.name: _moved,
    share_links.name: _given,
    write_doors.name: _given,
    door_posts.name: _moved,
}
"""What a merge does with each table that has an owner, in the order in which rows point at others."""
