"""What the chat door keeps beside the ledger: which message answered which, and duties of replicas.

It shares the ledger's engine and threads: one method, one transaction.
"""

from datetime import datetime

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Connection,
    and_,
    bindparam,
    func,
    null,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.dialects.postgresql import insert as insert_or

from budget.ledger import Apart
from storage.sql_ledger import SqlLedger
from storage.tables import duties, moves, receipts

_CHAT: BindParameter[int] = bindparam("chat_", type_=BigInteger)
_MESSAGE: BindParameter[int] = bindparam("message_", type_=BigInteger)
_moved = select(*moves.c["owner", "shift"]).where(moves.c.chat == _CHAT).subquery()
# Where the chat moved, its place says whose message it is: looked up in the same statement, for it is done for every receipt.
_its_owner = func.coalesce(select(_moved.c.owner).scalar_subquery(), _CHAT)
_its_number = _MESSAGE + func.coalesce(select(_moved.c.shift).scalar_subquery(), 0)
_NEW_RECEIPT = insert_or(receipts).from_select(
    ["owner", "message", "receipt"],
    select(_its_owner, _its_number, bindparam("receipt_", type_=BigInteger)).where(true()),
)
_REMEMBER = _NEW_RECEIPT.on_conflict_do_update(
    index_elements=["owner", "message"], set_={"receipt": _NEW_RECEIPT.excluded.receipt}
)
_RECEIPT = select(receipts.c.receipt).where(receipts.c.owner == _its_owner, receipts.c.message == _its_number)
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
    """The door's `Notebook` and `Duties` in the database of a ledger."""

    def __init__(self, ledger: SqlLedger) -> None:
        self._ledger = ledger

    async def remember_receipt(self, owner: int, message: int, receipt: int) -> None:
        def work(db: Connection) -> None:
            number = self._ledger.budgets.places.of_bot(db, message)
            db.execute(_REMEMBER, {"chat_": owner, "message_": number, "receipt_": receipt})

        await self._ledger.write(work)

    async def receipt_of(self, owner: int, message: int) -> int | None:
        def work(db: Connection) -> int | None:
            number = self._ledger.budgets.places.of_bot(db, message)
            return db.scalar(_RECEIPT, {"chat_": owner, "message_": number})

        return await self._ledger.read(work)

    async def claim_duty(self, name: str, what: str, at: datetime, stale: datetime) -> bool:
        row = {"name": name, "what": what, "claimed_at": at, "done_at": None, "stale_": stale}
        return await self._ledger.write(lambda db: db.scalar(_CLAIM_DUTY, row) is not None)

    async def duty_done(self, name: str, what: str, at: datetime) -> None:
        where = {"name_": name, "what_": what, "done_at": at}
        await self._ledger.write(lambda db: db.execute(_DO_DUTY, where))

    async def is_done(self, name: str, what: str) -> bool:
        where = {"name_": name, "what_": what}
        return await self._ledger.read(lambda db: bool(db.scalar(_DUTY_IS_DONE, where)))

    async def move(self, owner: int, to: int) -> Apart | None:
        return await self._ledger.move(owner, to)
