"""What the chat door keeps beside the ledger: guests, invitations, which message answered which, and budgets that move.

It shares the ledger's engine and threads: one method, one transaction.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Connection,
    and_,
    bindparam,
    cast,
    delete,
    insert,
    null,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert as insert_or

from budget.categories import LAST_RESORT
from storage.budgets import renew
from storage.sql_ledger import SqlLedger
from storage.tables import (
    acts,
    budgets,
    categories,
    duties,
    entries,
    guests,
    invitations,
    keywords,
    lessons,
    messages,
    notices,
    questions,
    receipts,
    share_links,
)

_USER: BindParameter[int] = bindparam("user_")
_CODE: BindParameter[str] = bindparam("code_")
_OWNER: BindParameter[int] = bindparam("owner_")
_TO: BindParameter[int] = bindparam("to_")

_IS_GUEST = select(guests.c.user).where(guests.c.user == _USER)
_ANY_GUEST = select(guests.c.user).limit(1)
# RETURNING tells whether a row is new; psycopg's row count does not where ON CONFLICT stands.
_NEW_GUEST = insert_or(guests).on_conflict_do_nothing().returning(guests.c.user)
_NEW_INVITATION = insert_or(invitations).on_conflict_do_nothing()
# Taken by the one whose UPDATE finds it free; taken again by the same user where the answer was lost on the way.
_TAKE_INVITATION = (
    update(invitations)
    .where(
        invitations.c.code_hash == _CODE,
        invitations.c.expires_at > bindparam("at_"),
        or_(invitations.c.taken_by.is_(None), invitations.c.taken_by == _USER),
    )
    .values(taken_by=_USER)
    .returning(invitations.c.made_by)
)
_NEW_RECEIPT = insert_or(receipts)
_REMEMBER = _NEW_RECEIPT.on_conflict_do_update(
    index_elements=["owner", "message"], set_={"receipt": _NEW_RECEIPT.excluded.receipt}
)
_RECEIPT = select(receipts.c.receipt).where(receipts.c.owner == _OWNER, receipts.c.message == bindparam("message_"))
_NEW_DUTY = insert_or(duties)
# Whoever's INSERT or UPDATE returns the row has the duty: it was not there, was another one, or is long ago.
_CLAIM_DUTY = _NEW_DUTY.on_conflict_do_update(
    index_elements=["name"],
    set_={"what": _NEW_DUTY.excluded.what, "claimed_at": _NEW_DUTY.excluded.claimed_at, "done_at": null()},
    where=or_(duties.c.what != _NEW_DUTY.excluded.what, duties.c.claimed_at < bindparam("stale_")),
).returning(duties.c.name)
_this_duty = and_(duties.c.name == bindparam("name_"), duties.c.what == bindparam("what_"))
_DO_DUTY = update(duties).where(_this_duty)
_DUTY_IS_DONE = select(duties.c.done_at.is_not(None)).where(_this_duty)


class SqlNotebook:
    """The door's `Guests`, `Notebook` and `Duties` in the database of a ledger."""

    def __init__(self, ledger: SqlLedger) -> None:
        self._ledger = ledger

    async def is_guest(self, user: int) -> bool:
        return await self._ledger.read(lambda db: db.scalar(_IS_GUEST, {"user_": user}) is not None)

    async def any_guest(self) -> bool:
        return await self._ledger.read(lambda db: db.scalar(_ANY_GUEST) is not None)

    async def add_first_guest(self, user: int, at: datetime) -> bool:
        def work(db: Connection) -> bool:
            # Seat 1 is there once: of two that claim at the same moment, one takes it.
            row = {"user": user, "seat": 1, "invited_by": None, "since": at}
            return db.scalar(_NEW_GUEST, row) is not None or db.scalar(_IS_GUEST, {"user_": user}) is not None

        return await self._ledger.write(work)

    async def add_invitation(self, code_hash: str, by: int, expires: datetime) -> None:
        row = {"code_hash": code_hash, "made_by": by, "expires_at": expires}
        await self._ledger.write(lambda db: db.execute(_NEW_INVITATION, row))

    async def redeem(self, code_hash: str, user: int, at: datetime) -> bool:
        def work(db: Connection) -> bool:
            by = db.scalar(_TAKE_INVITATION, {"code_": code_hash, "at_": at, "user_": user})
            if by is None:
                return False
            db.execute(_NEW_GUEST, {"user": user, "seat": None, "invited_by": by, "since": at})
            return True

        return await self._ledger.write(work)

    async def remember_receipt(self, owner: int, message: int, receipt: int) -> None:
        row = {"owner": owner, "message": message, "receipt": receipt}
        await self._ledger.write(lambda db: db.execute(_REMEMBER, row))

    async def receipt_of(self, owner: int, message: int) -> int | None:
        where = {"owner_": owner, "message_": message}
        return await self._ledger.read(lambda db: db.scalar(_RECEIPT, where))

    async def claim_duty(self, name: str, what: str, at: datetime, stale: datetime) -> bool:
        row = {"name": name, "what": what, "claimed_at": at, "done_at": None, "stale_": stale}
        return await self._ledger.write(lambda db: db.scalar(_CLAIM_DUTY, row) is not None)

    async def duty_done(self, name: str, what: str, at: datetime) -> None:
        where = {"name_": name, "what_": what, "done_at": at}
        await self._ledger.write(lambda db: db.execute(_DO_DUTY, where))

    async def is_done(self, name: str, what: str) -> bool:
        where = {"name_": name, "what_": what}
        return await self._ledger.read(lambda db: bool(db.scalar(_DUTY_IS_DONE, where)))

    async def move(self, owner: int, to: int) -> None:
        await self._ledger.write(lambda db: _move(db, owner, to), owner)


# --- a budget that moves --------------------------------------------------------------------------------------------------
# A group that becomes a supergroup has another id, and numbers its messages anew: the numbers of the old chat are kept below
# zero, so that no message to come can be taken for one of them. Keys are not changed in place, for nothing cascades: rows are
# copied to the new owner, what points at them follows, and the old ones go.

_BUDGET_OF = select(budgets.c.owner).where(budgets.c.owner == _OWNER)


def _move(db: Connection, owner: int, to: int) -> None:
    """Give a budget to another owner, with what that one may already have written. A repeat finds nothing to move."""
    if owner == to or db.scalar(_BUDGET_OF, {"owner_": owner}) is None:
        return
    where = {"owner_": owner, "to_": to}
    if db.scalar(_BUDGET_OF, {"owner_": to}) is not None:
        _make_room(db, where)
    else:
        _copy(db, budgets, where)
    db.execute(update(categories).where(categories.c.owner == _OWNER).values(owner=_TO), where)
    _drop_repeats(db, where)
    _copy(db, messages, where)
    for table in (entries, questions, notices, share_links):
        db.execute(update(table).where(table.c.owner == _OWNER).values(owner=_TO, message=-table.c.message), where)
    db.execute(delete(messages).where(messages.c.owner == _OWNER), where)
    for table in (keywords, lessons):
        db.execute(update(table).where(table.c.owner == _OWNER).values(owner=_TO), where)
    for table in (acts, receipts):  # of taps and messages that the new chat does not have
        db.execute(delete(table).where(table.c.owner == _OWNER), where)
    db.execute(delete(budgets).where(budgets.c.owner == _OWNER), where)
    renew(db, to)


def _drop_repeats(db: Connection, where: dict[str, int]) -> None:
    """Drop messages that have moved before: a late repeat of one opened the old budget anew."""
    moved = messages.alias("moved")
    known = select(moved.c.message).where(moved.c.owner == _TO, moved.c.message == -messages.c.message)
    repeats = select(messages.c.message).where(messages.c.owner == _OWNER, known.exists()).scalar_subquery()
    numbers = db.scalars(
        select(messages.c.message).where(messages.c.message.in_(repeats), messages.c.owner == _OWNER), where
    )
    again = list(numbers)
    for table in (entries, questions, notices, messages):
        db.execute(delete(table).where(table.c.owner == _OWNER, table.c.message.in_(again)), where)


def _copy(db: Connection, table: Any, where: dict[str, int]) -> None:
    """Copy the rows of a budget to the new owner, messages below zero."""
    changed = {"owner": cast(_TO, BigInteger)}
    if "message" in table.c:
        changed["message"] = -table.c.message
    rows = select(*(changed.get(column.name, column) for column in table.c)).where(table.c.owner == _OWNER)
    db.execute(insert(table).from_select([column.name for column in table.c], rows), where)


def _make_room(db: Connection, where: dict[str, int]) -> None:
    """Prepare a budget that was begun in the new chat: its entries stay, and stand in the categories of the one that comes.

    Settings, categories, keywords and lessons of the one that comes hold; what was set in the new chat meanwhile goes.
    """
    coming = categories.alias("coming")
    same = select(coming.c.number).where(coming.c.owner == _OWNER, coming.c.key == categories.c.key).scalar_subquery()
    last = select(coming.c.number).where(coming.c.owner == _OWNER, coming.c.key == LAST_RESORT).scalar_subquery()
    found = select(categories.c.number, same.label("same"), last.label("last")).where(categories.c.owner == _TO)
    for row in db.execute(found, where).all():
        stay = entries.c.owner == _TO, entries.c.category == row.number
        db.execute(update(entries).where(*stay).values(category=row.same or row.last), where)
    for table in (questions, notices, keywords, lessons, categories):
        db.execute(delete(table).where(table.c.owner == _TO), where)
    held = select(*budgets.c["currency", "exponent", "locale", "time_zone", "week_starts_on"]).where(
        budgets.c.owner == _OWNER
    )
    settings = db.execute(held, where).mappings().one()
    db.execute(update(budgets).where(budgets.c.owner == _TO).values(**settings), where)
