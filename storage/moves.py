"""Budgets whose chat moves, and budgets that are forgotten.

A group that becomes a supergroup gets another chat id. Its budget stays where it is: a row in ``moves`` says that the new chat's
messages belong to it. Only where both chats have a budget already (a message of the new chat came before the news of the move) one
is merged into the other: the older one is the real one, and keeps its settings, categories, keywords and lessons.

What happens to a table in a merge stands in `_MERGED`; a test holds it against the metadata.
"""

import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import replace
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
    func,
    insert,
    literal_column,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert as insert_or

from budget.categories import LAST_RESORT, MOST_EVER
from budget.currencies import currency_named
from budget.entries import Entry, Kind
from budget.errors import NotFound
from budget.locales import locale_named
from budget.money import Money
from budget.states import SetApart
from storage import statements as sql
from storage.budgets import Budgets, lock_owners, renew
from storage.places import SPAN, Place, TooManyMoves
from storage.tables import (
    answers,
    applied_acts,
    budgets,
    categories,
    entries,
    forget_requests,
    keywords,
    lessons,
    limit_notices,
    messages,
    metadata,
    moves,
    questions,
    share_links,
    waiting_updates,
)

_SET_APART = -(2**62)
"""Owners at or below this are no chats: budgets in another currency than the one that they would have been merged into."""
_MOST_LISTED = 20

_OWNER: BindParameter[int] = bindparam("owner_")
_TO: BindParameter[int] = bindparam("to_", type_=BigInteger)
_SHIFT: BindParameter[int] = bindparam("shift_", type_=BigInteger)
_MERGED_UP_TO: BindParameter[int] = bindparam("merged_", type_=BigInteger)


# --- a move ---------------------------------------------------------------------------------------------------------------

_BEGUN = (
    select(*budgets.c["owner", "created_at", "currency", "exponent", "forget_at"])
    .where(budgets.c.owner == _OWNER)
    .with_for_update(key_share=True)
)
_LAST_SHIFT = select(func.max(moves.c.shift)).where(moves.c.owner == _OWNER)
_LAST_MESSAGE = select(func.max(messages.c.message)).where(messages.c.owner == _OWNER)
_NEW_MOVE = insert(moves)
_REPOINT = (
    update(moves)
    .where(moves.c.owner == _OWNER)
    .values(
        owner=_TO,
        shift=moves.c.shift + _SHIFT,
        # A chat that was merged before has buttons of two eras: they can't be told apart, so none of them is believed.
        delta=case((moves.c.merged > 0, 0), else_=bindparam("delta_", type_=BigInteger)),
        # The greater one: buttons of an earlier era may have greater numbers than the budget that goes.
        merged=case((moves.c.merged > _MERGED_UP_TO, moves.c.merged), else_=_MERGED_UP_TO),
    )
)
_IS_MESSAGE = select(messages.c.message).where(messages.c.owner == _OWNER, messages.c.message == bindparam("message_"))


def move(db: Connection, known: Budgets, chat: int, to: int) -> SetApart | None:
    """Let two chats have one budget. A repeat, in whatever order, changes nothing.

    Returns what has to be said of entries in another currency, else None.
    """
    lock_owners(db, {chat, to})
    first, second = known.places.of(db, chat).owner, known.places.of(db, to).owner
    if first == second:
        return None
    lock_owners(db, {first, second})
    rows = {owner: db.execute(_BEGUN, {"owner_": owner}).one_or_none() for owner in sorted((first, second))}
    old, new = rows[first], rows[second]
    # The older one is the real one. Without any, the new chat is the owner: the old one is silent from now on.
    keeps_first = old is not None and (new is None or _is_rather_kept(old, new))
    kept, gone = (first, second) if keeps_first else (second, first)
    shift = max(db.scalar(_LAST_SHIFT, {"owner_": kept}) or 0, 0) + SPAN
    highest = max(db.scalar(_LAST_SHIFT, {"owner_": gone}) or 0, 0)
    if shift + highest >= 255 * SPAN:
        raise TooManyMoves(f"{kept}")
    last = db.scalar(_LAST_MESSAGE, {"owner_": gone}) or 0
    both = old is not None and new is not None
    closed = old is not None and new is not None and (new if keeps_first else old).forget_at is not None
    apart = both and _currency_of(old) != _currency_of(new)
    delta = 0 if apart or closed else shift  # what is set apart has no number in the budget that stays
    db.execute(_REPOINT, {"owner_": gone, "to_": kept, "shift_": shift, "merged_": last, "delta_": delta})
    db.execute(_NEW_MOVE, {"chat": gone, "owner": kept, "shift": shift, "merged": last, "delta": delta})
    if closed:  # it is deleted on its day, and never mixes with the one that is used
        _merge(db, gone, _beside(db, gone), 0)
        return None
    if apart:
        return _set_apart(db, gone, kept)
    if both:
        _merge(db, gone, kept, shift)
    return None


def _currency_of(row: Any) -> tuple[str, int]:
    return row.currency, row.exponent


def _is_rather_kept(old: Any, new: Any) -> bool:
    """Whether the first of two budgets is the real one: the one that is not being forgotten, else the older one."""
    if (old.forget_at is None) != (new.forget_at is None):
        return old.forget_at is None
    return bool(old.created_at <= new.created_at)


def number_tapped(db: Connection, place: Place, message: int) -> int:
    """Return the kept number of a message that a button names.

    A button bears the number under which the message was kept when the button was made. Raises `NotFound` where the chat's messages
    got other numbers since, and the number fits an old one and a new one.
    """
    if message > place.merged:
        return message
    found = [
        number
        for number in {message, message + place.delta}
        if db.scalar(_IS_MESSAGE, {"owner_": place.owner, "message_": number}) is not None
    ]
    if len(found) != 1 or not place.delta:
        raise NotFound(f"message {message}")
    return found[0]


# --- a merge --------------------------------------------------------------------------------------------------------------

Numbers = Mapping[int, int]
"""Category numbers of the budget that goes -> of the one that stays."""


def _set_apart(db: Connection, gone: int, kept: int) -> SetApart | None:
    """Give a budget in another currency an owner that no chat has; forgetting the budget that stays forgets it too."""
    held = db.execute(
        select(*entries.c["kind", "amount", "day", "category", "note"])
        .where(entries.c.owner == gone, ~entries.c.undone)
        .limit(_MOST_LISTED)
    ).all()
    number = db.scalar(select(func.count()).select_from(entries).where(entries.c.owner == gone, ~entries.c.undone)) or 0
    settings = (
        db.execute(select(*(column for column in budgets.c if column.name != "owner")).where(budgets.c.owner == gone))
        .mappings()
        .one()
    )
    apart = _beside(db, gone)
    _merge(db, gone, apart, 0)
    db.execute(_NEW_MOVE, {"chat": apart, "owner": kept, "shift": 0, "merged": 0, "delta": 0})
    if not number:
        return None
    currency = replace(currency_named(settings["currency"]), exponent=settings["exponent"])
    listed = tuple(Entry(Kind(one.kind), one.amount, one.day, one.category, one.note) for one in held)
    return SetApart(Money(currency, locale_named(settings.locale)), listed, number)


def _beside(db: Connection, gone: int) -> int:
    """Make a budget with the settings of another, whose owner no chat has; return that owner."""
    apart = _SET_APART - 1 - secrets.randbits(60)
    rest = [column for column in budgets.c if column.name != "owner"]
    rows = select(literal_column(str(apart), BigInteger), *rest).where(budgets.c.owner == gone)
    db.execute(insert(budgets).from_select(["owner", *(column.name for column in rest)], rows))
    return apart


def _merge(db: Connection, gone: int, kept: int, shift: int) -> None:
    """Move all rows of a budget to another one of the same currency, message numbers raised by ``shift``."""
    numbers, made = _categories_merged(db, gone, kept)
    where = {"owner_": gone, "to_": kept, "shift_": shift}
    for old in made:
        _copied(db, keywords, where | {"category_": old}, numbers, keywords.c.category == bindparam("category_"))
    for table in metadata.sorted_tables:
        if "owner" in table.c and (merged := _MERGED[table.name]) is not None:
            merged(db, table, where, numbers)
    for table in reversed(metadata.sorted_tables):
        if "owner" in table.c and table not in _OF_THE_CHAT:
            db.execute(delete(table).where(table.c.owner == gone))
    renew(db, kept)


def _categories_merged(db: Connection, gone: int, kept: int) -> tuple[dict[int, int], list[int]]:
    """Find or make, for each category of the budget that goes, the one that takes its entries.

    Returns them by number, and which were made.
    """
    there = {row.key: row.number for row in db.execute(_ALL_CATEGORIES, {"owner_": kept})}
    numbers: dict[int, int] = {}
    made = []
    for row in db.execute(_ALL_CATEGORIES, {"owner_": gone}).mappings().all():
        key, number = row["key"], row["number"]
        if key not in there and (len(there) < MOST_EVER or key == LAST_RESORT):
            copied = {name: value for name, value in row.items() if name != "number"}
            there[key] = db.scalar(sql.NEW_CATEGORY, copied | {"owner": kept})
            made.append(number)
        numbers[number] = there.get(key) or there[LAST_RESORT]
    return numbers, made


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
    """Give rows to the other budget, where no two can have the same key."""
    values = {column.name: _moved_column(column, numbers) for column in table.c if column.name in _CHANGED}
    db.execute(update(table).where(table.c.owner == _OWNER).values(**values), where)


_CHANGED = frozenset({"owner", "message", "category"})


def _moved_column(column: Any, numbers: Numbers) -> Any:
    match column.name:
        case "owner":
            return cast(_TO, BigInteger).label("owner")
        case "message":
            return (column + _SHIFT).label("message")
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


_OF_THE_CHAT = frozenset({moves, waiting_updates})
"""Rows that stay with their chat when its budget goes."""

Merged = Callable[[Connection, Any, dict[str, int], Numbers], None]

_MERGED: dict[str, Merged | None] = {
    budgets.name: None,  # the one that stays keeps its settings
    categories.name: None,  # merged first, by their keys
    moves.name: None,  # repointed by `move`
    keywords.name: None,  # those of categories that were made are copied with them
    lessons.name: _copied,
    messages.name: _copied,
    entries.name: _moved,
    questions.name: _choices_moved,
    limit_notices.name: _copied,
    applied_acts.name: _acts_moved,
    forget_requests.name: None,  # a question is answered in its own chat
    waiting_updates.name: None,  # updates wait in the order of their chat
    answers.name: _moved,
    share_links.name: _moved,
}
"""What a merge does with each table that has an owner, in the order in which rows point at others."""


# --- forgetting -----------------------------------------------------------------------------------------------------------

_APART_OF = select(moves.c.chat).where(moves.c.owner == _OWNER, moves.c.chat <= _SET_APART)


def forget(db: Connection, owner: int) -> None:
    """Delete all rows of a budget, and of the budgets that were set apart from it.

    Where its chat moved stays known, else late updates of one chat would find two budgets.
    """
    apart = db.scalars(_APART_OF, {"owner_": owner}).all()
    for table in reversed(metadata.sorted_tables):
        if "owner" in table.c and table is not moves:
            for each in (owner, *apart):
                db.execute(delete(table).where(table.c.owner == each))
    if apart:
        db.execute(delete(moves).where(moves.c.owner == owner, moves.c.chat <= _SET_APART))
