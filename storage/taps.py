"""Taps that several replicas get: of two on one button, so fast that they are meant as one, a single one sends what is new."""

from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import bindparam, func, or_

from storage.database import Database
from storage.tables import duties
from storage.upserts import insert as insert_or

_ROWS = 1024
"""Rows that the latest taps of all chats share: what a row says is true for seconds."""
_DIGEST = 32
"""Characters that stand for a person's button; the name of the tap follows."""

_NEW_TAP = insert_or(duties)
# The replica whose INSERT or UPDATE returns the row was first: the row is of another button, of long ago, or of the same tap.
_FIRST_TAP = _NEW_TAP.on_conflict_do_update(
    index_elements=["name"],
    set_={"what": _NEW_TAP.excluded.what, "claimed_at": _NEW_TAP.excluded.claimed_at},
    where=or_(
        func.substr(duties.c.what, 1, _DIGEST) != func.substr(_NEW_TAP.excluded.what, 1, _DIGEST),
        duties.c.what == _NEW_TAP.excluded.what,
        duties.c.claimed_at <= bindparam("stale_"),
    ),
).returning(duties.c.name)


class SqlTaps:
    """The `bot.telegram.memory.Taps` in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def is_first(self, button: str, tap: str, at: datetime, within: timedelta) -> bool:
        digest = sha256(button.encode()).hexdigest()
        row = {
            "name": f"tap {int(digest[-8:], 16) % _ROWS}",
            "what": f"{digest[:_DIGEST]} {tap}",
            "claimed_at": at,
            "done_at": None,
            "stale_": at - within,
        }
        return await self._database.write(lambda db: db.scalar(_FIRST_TAP, row) is not None)
