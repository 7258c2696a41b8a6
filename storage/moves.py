"""Budgets whose chat moves, and budgets that are forgotten.

A group that becomes a supergroup gets another chat id. Its budget stays where it is: a row in ``moves`` says that the new chat's
messages belong to it. Only where both chats have a budget already (a message of the new chat came before the news of the move) one
is merged into the other: the older one is the real one, and keeps its settings, categories, keywords and lessons.

A closed budget (one that is being forgotten) is never merged: it stays beside the one that is used, until it is deleted on its day,
or is brought back and merged then.
"""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Connection,
    Delete,
    Table,
    bindparam,
    case,
    delete,
    func,
    insert,
    literal_column,
    select,
    tuple_,
    update,
)

from budget.currencies import currency_named
from budget.entries import Entry, Kind
from budget.errors import NotFound
from budget.locales import locale_named
from budget.money import Money
from budget.states import OutOfUse, SetApart
from storage.budgets import Budgets, lock_owners
from storage.cards import follow, mark
from storage.door_tables import tell_of_posts_in
from storage.merges import merge
from storage.notifications import look_again, tell_in
from storage.places import NO_CHAT, SPAN, Place, TooManyMoves
from storage.tables import (
    budgets,
    entries,
    messages,
    metadata,
    moves,
)

_MOST_LISTED = 20
_AT_ONCE = 1000
"""Messages that one statement asks for, or rows that one transaction deletes: nobody waits for a large budget that is forgotten."""

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


def move(db: Connection, known: Budgets, chat: int, to: int) -> SetApart | OutOfUse | None:
    """Let two chats have one budget. A repeat, in whatever order, changes nothing.

    Returns what has to be said of entries in another currency, or of what one budget has no room for, else None. The entries are
    returned by a repeat, too: who was to say it may have ended before.
    """
    lock_owners(db, {chat, to})
    first, second = known.places.of(db, chat).owner, known.places.of(db, to).owner
    if first == second:
        follow(db, first, to)  # one that was asked for in the old chat after the move
        tell_of_posts_in(db, first, chat, to)
        beside = db.scalars(_APART_OF, {"owner_": first}).all() if chat != to else ()
        return next(filter(None, (_apart(db, one) for one in beside)), None)
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
    beside = db.scalars(_APART_OF, {"owner_": gone}).all()
    db.execute(_REPOINT, {"owner_": gone, "to_": kept, "shift_": shift, "merged_": last, "delta_": delta})
    db.execute(_NEW_MOVE, {"chat": gone, "owner": kept, "shift": shift, "merged": last, "delta": delta})
    said: SetApart | OutOfUse | None = None
    if closed:
        _close_beside(db, gone, kept, shift, beside)
    elif apart:
        said = _set_apart(db, gone, kept)
    elif both:
        said = merge(db, gone, kept, shift)
        mark(db, kept)
    tell_in(db, kept, to)
    follow(db, kept, to)
    tell_of_posts_in(db, kept, chat, to)
    return said


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


# --- what stays beside ----------------------------------------------------------------------------------------------------


def _set_apart(db: Connection, gone: int, kept: int) -> SetApart | None:
    """Give a budget in another currency an owner that no chat has; forgetting the budget that stays forgets it too."""
    apart = _beside(db, gone)
    merge(db, gone, apart, 0)
    db.execute(_NEW_MOVE, {"chat": apart, "owner": kept, "shift": 0, "merged": 0, "delta": 0})
    return _apart(db, apart)


def _apart(db: Connection, gone: int) -> SetApart | None:
    """Return what has to be said of a budget that is set apart, None where nothing in it counts."""
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
    if not number:
        return None
    currency = replace(currency_named(settings["currency"]), exponent=settings["exponent"])
    listed = tuple(Entry(Kind(one.kind), one.amount, one.day, one.category, one.note) for one in held)
    return SetApart(Money(currency, locale_named(settings.locale)), listed, number)


def _beside(db: Connection, gone: int) -> int:
    """Make a budget with the settings of another, whose owner no chat has; return that owner."""
    apart = NO_CHAT - 1 - secrets.randbits(60)
    _settings_copied(db, gone, apart)
    return apart


def _settings_copied(db: Connection, owner: int, to: int) -> None:
    """Make a budget with the settings of another and nothing else."""
    rest = [column for column in budgets.c if column.name != "owner"]
    rows = select(literal_column(str(to), BigInteger), *rest).where(budgets.c.owner == owner)
    db.execute(insert(budgets).from_select(["owner", *(column.name for column in rest)], rows))


# --- forgetting -----------------------------------------------------------------------------------------------------------

_BESIDE = (
    select(moves.c.chat)
    .outerjoin(budgets, budgets.c.owner == moves.c.chat)
    .where(moves.c.owner == _OWNER, moves.c.chat <= NO_CHAT)
)
_APART_OF = _BESIDE.where(budgets.c.forget_at.is_(None))
_CLOSED_OF = (
    select(moves.c.chat, moves.c.shift, *budgets.c["currency", "exponent"])
    .join(budgets, budgets.c.owner == moves.c.chat)
    .where(moves.c.owner == _OWNER, moves.c.chat <= NO_CHAT)
    .where(budgets.c.forget_at > bindparam("now_", type_=budgets.c.forget_at.type))
    .order_by(budgets.c.forget_at.desc(), moves.c.chat)
    .with_for_update(of=budgets, key_share=True)
)
_OPEN = update(budgets).where(budgets.c.owner == _OWNER).values(forget_at=None)
_GIVE = update(moves).where(moves.c.owner == _OWNER).values(owner=_TO)
_DROP = delete(moves).where(moves.c.chat == _OWNER)


def _close_beside(db: Connection, gone: int, kept: int, shift: int, apart: Sequence[int]) -> None:
    """Set a closed budget, with what was set ``apart`` from it, beside the one that is used: they never mix.

    It is deleted on its day; until then `bring_back` finds it by its row in ``moves``, whose shift its messages get then.
    """
    beside = _beside(db, gone)
    merge(db, gone, beside, 0)
    db.execute(_NEW_MOVE, {"chat": beside, "owner": kept, "shift": shift, "merged": 0, "delta": 0})
    db.execute(update(moves).where(moves.c.chat.in_(apart)).values(owner=beside))


def bring_back(db: Connection, owner: int, now: datetime) -> Sequence[SetApart | OutOfUse] | None:
    """Make the closed budgets beside an open one, or beside none, part of it again, while their day is not over.

    Returns what has to be said of them, as `move`; None where there is nothing to bring back.
    """
    lock_owners(db, {owner})
    found = db.execute(_CLOSED_OF, {"owner_": owner, "now_": now}).all()
    said: list[SetApart | OutOfUse | None] = []
    for row in found:
        db.execute(_OPEN, {"owner_": row.chat})
        there = db.execute(_BEGUN, {"owner_": owner}).one_or_none()
        if there is None:
            _settings_copied(db, row.chat, owner)
        elif _currency_of(there) != _currency_of(row):  # it stays where it is, and counts nowhere
            said.append(_apart(db, row.chat))
            continue
        db.execute(_GIVE, {"owner_": row.chat, "to_": owner})
        _repeats_dropped(db, row.chat, owner, row.shift)
        said.append(merge(db, row.chat, owner, row.shift))
        look_again(db, owner)
        mark(db, owner)
        db.execute(_DROP, {"owner_": row.chat})
    return [one for one in said if one is not None] if found else None


def _repeats_dropped(db: Connection, gone: int, kept: int, shift: int) -> None:
    """Delete messages that came again while their budget was closed, and were recorded in the other one: that holds."""
    # Each statement is of one owner, as everywhere: both budgets need not be in one part, or on one server.
    numbers = db.scalars(select(messages.c.message).where(messages.c.owner == gone)).all()
    for start in range(0, len(numbers), _AT_ONCE):
        moved = [number + shift for number in numbers[start : start + _AT_ONCE]]
        there = db.scalars(select(messages.c.message).where(messages.c.owner == kept, messages.c.message.in_(moved)))
        if repeats := [number - shift for number in there]:
            _drop_messages(db, gone, repeats)


def _drop_messages(db: Connection, owner: int, numbers: Sequence[int]) -> None:
    """Delete messages of a budget with all that belongs to them."""
    for table in reversed(metadata.sorted_tables):
        if "message" in table.c:
            db.execute(delete(table).where(table.c.owner == owner, table.c.message.in_(numbers)))


def forget_some(db: Connection, owner: int) -> bool:
    """Delete at most 1,000 rows of a budget that is closed for good, those first that point at others.

    Returns True while rows may be left; else `forget` has deleted the rest. Each call may be a transaction of its own.
    """
    room = _AT_ONCE
    for each in (*db.scalars(_APART_OF, {"owner_": owner}), owner):
        for statement in _SOME_ROWS:
            room -= db.execute(statement, {"owner_": each, "most_": room}).rowcount
            if room <= 0:
                return True
    forget(db, owner)
    return False


def _some_rows(table: Table) -> Delete:
    key = table.primary_key.columns.values()
    some = select(*key).where(table.c.owner == _OWNER).limit(bindparam("most_"))
    return delete(table).where(table.c.owner == _OWNER, tuple_(*key).in_(some))


_SOME_ROWS = tuple(
    _some_rows(table)
    for table in reversed(metadata.sorted_tables)
    if "owner" in table.c and table not in {moves, budgets}
)


def forget(db: Connection, owner: int) -> None:
    """Delete all that is kept of a budget, and of what was set apart from it; a closed one beside it has a day of its own.

    Where its chat moved stays known, else late updates of one chat would find two budgets.
    """
    apart = db.scalars(_APART_OF, {"owner_": owner}).all()
    for table in reversed(metadata.sorted_tables):
        if "owner" in table.c and table is not moves:
            for each in (owner, *apart):
                db.execute(delete(table).where(table.c.owner == each))
    for each in (*apart, owner):
        if each <= NO_CHAT:
            db.execute(_DROP, {"owner_": each})
