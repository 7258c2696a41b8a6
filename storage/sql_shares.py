"""Share links, and what their page shows beside the summary, on the engine and threads of a ledger: one method, one transaction."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, TypeVar, overload

from sqlalchemy import (
    BindParameter,
    Connection,
    Row,
    and_,
    bindparam,
    delete,
    func,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert

from budget.errors import NotFound
from budget.ledger import View
from budget.sharing import Extent, Kept, NewLink, ShareLink
from storage.sheet import Sheet
from storage.sql_ledger import SqlLedger
from storage.tables import share_links

_T = TypeVar("_T")

_KEPT_AFTER_ITS_END = timedelta(days=30)  # long enough for a repeat, and for somebody who wonders

_OWNER: BindParameter[int] = bindparam("owner_")
_NOW: BindParameter[datetime] = bindparam("now_", type_=share_links.c.revoked_at.type)
_HASH: BindParameter[str] = bindparam("hash_")
_NUMBER: BindParameter[int] = bindparam("number_")

_is_open = and_(share_links.c.revoked_at.is_(None), share_links.c.expires_at > _NOW)
_LINK = share_links.c["number", "owner", "extent", "sent_at", "expires_at", "opened", "last_opened_at"]

# The message decides what is new. A later state of it changes what its link shows; its secret stays.
_NEW_LINK = insert(share_links)
_KEEP = _NEW_LINK.on_conflict_do_update(
    index_elements=["owner", "message", "sent_at"],
    set_={"extent": _NEW_LINK.excluded.extent, "expires_at": _NEW_LINK.excluded.expires_at},
    where=share_links.c.revoked_at.is_(None),
).returning(*_LINK, share_links.c.salt, share_links.c.token_hash)
_FORGET_OLD = delete(share_links).where(share_links.c.owner == _OWNER, share_links.c.expires_at < bindparam("before_"))
_OTHERS_OPEN = (
    select(func.count())
    .select_from(share_links)
    .where(
        share_links.c.owner == _OWNER,
        _is_open,
        ~and_(share_links.c.message == bindparam("message_"), share_links.c.sent_at == bindparam("sent_at_")),
    )
)
_LINKS = select(*_LINK).where(share_links.c.owner == _OWNER, _is_open).order_by(share_links.c.number)
_REVOKE = (
    update(share_links)
    .where(share_links.c.owner == _OWNER, share_links.c.number == _NUMBER)
    .values(revoked_at=func.coalesce(share_links.c.revoked_at, _NOW))
)
_FIND = select(*_LINK).where(share_links.c.token_hash == _HASH, _is_open)
_OPEN = (
    update(share_links)
    .where(share_links.c.token_hash == _HASH, _is_open)
    .values(opened=share_links.c.opened + 1, last_opened_at=_NOW)
    .returning(*_LINK)
)


class SqlShares:
    """The `Shares` in the database of a ledger."""

    def __init__(self, ledger: SqlLedger) -> None:
        self._ledger = ledger

    async def add_link(self, new: NewLink, most: int) -> Kept | None:
        def work(db: Connection) -> Kept | None:
            # Locked: of two that are made at once, one sees the other.
            place, _ = self._ledger.budgets.located(db, new.owner, locked=True)
            number = self._ledger.budgets.places.number(db, place, new.message)
            return _add(db, replace(new, owner=place.owner, message=number), most)

        return await self._ledger.write(work)

    async def links(self, owner: int, now: datetime) -> Sequence[ShareLink]:
        def work(db: Connection) -> Sequence[ShareLink]:
            place, _ = self._ledger.budgets.located(db, owner)
            return [_link_of(row) for row in db.execute(_LINKS, {"owner_": place.owner, "now_": now})]

        return await self._ledger.read(work)

    async def revoke_link(self, owner: int, number: int, now: datetime) -> None:
        def work(db: Connection) -> None:
            place, _ = self._ledger.budgets.located(db, owner, locked=True)
            if db.execute(_REVOKE, {"owner_": place.owner, "number_": number, "now_": now}).rowcount == 0:
                raise NotFound(f"share link {number}")

        await self._ledger.write(work)

    async def look(
        self, token_hash: str, now: datetime, shown: Callable[[ShareLink, View], _T], *, count: bool
    ) -> _T | None:
        def work(db: Connection) -> _T | None:
            link = _link_of(db.execute(_OPEN if count else _FIND, {"hash_": token_hash, "now_": now}).one_or_none())
            budget = self._ledger.budgets.of(db, link.owner) if link is not None else None
            return shown(link, Sheet(db, budget)) if link is not None and budget is not None else None

        return await (self._ledger.write(work) if count else self._ledger.read(work))


def _add(db: Connection, new: NewLink, most: int) -> Kept | None:
    message = {"message_": new.message, "sent_at_": new.sent_at}
    db.execute(_FORGET_OLD, {"owner_": new.owner, "before_": new.sent_at - _KEPT_AFTER_ITS_END})
    if (db.scalar(_OTHERS_OPEN, {"owner_": new.owner, "now_": new.sent_at} | message) or 0) >= most:
        return None
    row = db.execute(
        _KEEP,
        {
            "owner": new.owner,
            "message": new.message,
            "sent_at": new.sent_at,
            "token_hash": new.token_hash,
            "salt": new.salt,
            "extent": new.extent.value,
            "expires_at": new.expires,
            "opened": 0,
        },
    ).one_or_none()
    if row is None:
        raise NotFound(f"share link of message {new.message}")
    return Kept(_link_of(row), row.salt, row.token_hash)


@overload
def _link_of(row: Row[Any]) -> ShareLink: ...
@overload
def _link_of(row: Row[Any] | None) -> ShareLink | None: ...
def _link_of(row: Row[Any] | None) -> ShareLink | None:
    if row is None:
        return None
    return ShareLink(
        row.number, row.owner, Extent(row.extent), row.sent_at, row.expires_at, row.opened, row.last_opened_at
    )
