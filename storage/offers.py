"""Files that somebody sent and was asked about: Telegram's id of each, for a day, and what was said about it."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, delete, select, update

from storage.database import Database
from storage.tables import offered_files
from storage.upserts import insert as insert_or

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
_SAID = select(offered_files.c.said).where(
    _this_chat, offered_files.c.message == bindparam("message_"), offered_files.c.offered_at > _AT
)
# One who changes it waits for the other one; SQLite has one writer anyway.
_SAID_LOCKED = _SAID.with_for_update()
_SAY = update(offered_files).where(_this_chat, offered_files.c.message == bindparam("message_"))
_NONE = delete(offered_files).where(_this_chat, offered_files.c.message == bindparam("message_"))


class SqlOffers:
    """Files that wait for a tap, in a database. Implements `budget.importing.Offers` and `bot.telegram.offers.Offers`."""

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

    async def said(self, owner: int, message: int, at: datetime) -> Mapping[str, str] | None:
        def work(db: Connection) -> Mapping[str, str] | None:
            return _read(db.scalar(_SAID, self._row(db, owner, message) | {"at_": at - OFFER_LIVES}))

        return await self._database.read(work)

    async def say(
        self, owner: int, message: int, at: datetime, changed: Mapping[str, str | None]
    ) -> Mapping[str, str] | None:
        def work(db: Connection) -> Mapping[str, str] | None:
            row = self._row(db, owner, message)
            before = _read(db.scalar(_SAID_LOCKED, row | {"at_": at - OFFER_LIVES}))
            if before is None:
                return None
            said = {what: value for what, value in {**before, **changed}.items() if value is not None}
            db.execute(_SAY, row | {"said": json.dumps(said)})
            return said

        return await self._database.write(work)

    def _row(self, db: Connection, owner: int, message: int) -> dict[str, int]:
        place = self._database.budgets.places.of(db, owner)
        return {"owner_": place.owner, "message_": self._database.budgets.places.number(db, place, message)}

    async def withdraw(self, owner: int, message: int) -> None:
        def work(db: Connection) -> None:
            place = self._database.budgets.places.of(db, owner)
            number = self._database.budgets.places.number(db, place, message)
            db.execute(_NONE, {"owner_": place.owner, "message_": number})

        await self._database.write(work)


def _read(said: str | None) -> Mapping[str, str] | None:
    if said is None:
        return None
    found: Mapping[str, str] = json.loads(said)
    return found
