"""Which message of the bot's answered a person's: it is changed when that one is edited."""

from sqlalchemy import BigInteger, BindParameter, Connection, bindparam, func, select, true
from sqlalchemy.dialects.postgresql import insert as insert_or

from storage.database import Database
from storage.tables import moves, receipts

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


class SqlAnswers:
    """The `bot.telegram.dispatch.Answers` in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def remember_receipt(self, owner: int, message: int, receipt: int) -> None:
        def work(db: Connection) -> None:
            number = self._database.budgets.places.of_bot(db, message)
            db.execute(_REMEMBER, {"chat_": owner, "message_": number, "receipt_": receipt})

        await self._database.write(work)

    async def receipt_of(self, owner: int, message: int) -> int | None:
        def work(db: Connection) -> int | None:
            number = self._database.budgets.places.of_bot(db, message)
            return db.scalar(_RECEIPT, {"chat_": owner, "message_": number})

        return await self._database.read(work)
