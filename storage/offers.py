"""Files that somebody sent and was asked about: Telegram's id of each, for a day, so that a tap imports it."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects.postgresql import insert as insert_or

from storage.database import Database
from storage.tables import offered_files

OFFER_LIVES = timedelta(days=1)
MOST_OFFERS = 10
"""Files of one chat that are offered at the same time; an older one is forgotten."""

_AT = bindparam("at_", type_=offered_files.c.offered_at.type)
_OWNER = bindparam("owner_", type_=offered_files.c.owner.type)
_this_chat = offered_files.c.owner == _OWNER
_NEW = insert_or(offered_files).on_conflict_do_nothing()
_OLD = delete(offered_files).where(offered_files.c.offered_at <= _AT)
_newest = (
    select(offered_files.c.message)
    .where(_this_chat)
    .order_by(offered_files.c.offered_at.desc(), offered_files.c.message.desc())
    .limit(MOST_OFFERS)
)
_TOO_MANY = delete(offered_files).where(_this_chat, offered_files.c.message.not_in(_newest))
_FILE = select(offered_files.c.file).where(
    _this_chat, offered_files.c.message == bindparam("message_"), offered_files.c.offered_at > _AT
)
_NONE = delete(offered_files).where(_this_chat, offered_files.c.message == bindparam("message_"))


class SqlOffers:
    """The `bot.telegram.offers.Offers` in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def offer(self, owner: int, message: int, file: str, at: datetime) -> None:
        def work(db: Connection) -> None:
            place = self._database.budgets.places.of(db, owner)
            number = self._database.budgets.places.number(db, place, message)
            db.execute(_OLD, {"at_": at - OFFER_LIVES})
            db.execute(_NEW, {"owner": place.owner, "message": number, "file": file, "offered_at": at})
            db.execute(_TOO_MANY, {"owner_": place.owner})

        await self._database.write(work)

    async def offered(self, owner: int, message: int, at: datetime) -> str | None:
        def work(db: Connection) -> str | None:
            place = self._database.budgets.places.of(db, owner)
            number = self._database.budgets.places.number(db, place, message)
            return db.scalar(_FILE, {"owner_": place.owner, "message_": number, "at_": at - OFFER_LIVES})

        return await self._database.read(work)

    async def withdraw(self, owner: int, message: int) -> None:
        def work(db: Connection) -> None:
            place = self._database.budgets.places.of(db, owner)
            number = self._database.budgets.places.number(db, place, message)
            db.execute(_NONE, {"owner_": place.owner, "message_": number})

        await self._database.write(work)
