"""Duties that one of all replicas has to do: who claimed which, and whether it is done."""

from datetime import datetime

from sqlalchemy import and_, bindparam, null, or_, select, update

from storage.database import Database
from storage.tables import duties
from storage.upserts import insert as insert_or

VERIFIED = "verified"
"""The name under which stands when the whole book was last added up, and agreed."""

_NEW_DUTY = insert_or(duties)
# The replica whose INSERT or UPDATE returns the row has the duty: there was none, it was a different one, or its claim is stale.
_CLAIM_DUTY = _NEW_DUTY.on_conflict_do_update(
    index_elements=["name"],
    set_={"what": _NEW_DUTY.excluded.what, "claimed_at": _NEW_DUTY.excluded.claimed_at, "done_at": null()},
    where=or_(duties.c.what != _NEW_DUTY.excluded.what, duties.c.claimed_at < bindparam("stale_")),
).returning(duties.c.name)
_this_duty = and_(duties.c.name == bindparam("name_"), duties.c.what == bindparam("what_"))
_DO_DUTY = update(duties).where(_this_duty)
_DUTY_IS_DONE = select(duties.c.done_at.is_not(None)).where(_this_duty)

_LAST_DONE = select(duties.c.done_at).where(duties.c.name == bindparam("name_"))


class SqlDuties:
    """The `bot.telegram.registration.Duties` in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def claim_duty(self, name: str, what: str, at: datetime, stale: datetime) -> bool:
        row = {"name": name, "what": what, "claimed_at": at, "done_at": None, "stale_": stale}
        return await self._database.write(lambda db: db.scalar(_CLAIM_DUTY, row) is not None)

    async def duty_done(self, name: str, what: str, at: datetime) -> None:
        where = {"name_": name, "what_": what, "done_at": at}
        await self._database.write(lambda db: db.execute(_DO_DUTY, where))

    async def is_done(self, name: str, what: str) -> bool:
        where = {"name_": name, "what_": what}
        return await self._database.read(lambda db: bool(db.scalar(_DUTY_IS_DONE, where)))

    async def last_done(self, name: str) -> datetime | None:
        """Return when a duty was done; None if it never was, or is claimed again."""
        done: datetime | None = await self._database.read(lambda db: db.scalar(_LAST_DONE, {"name_": name}))
        return done
