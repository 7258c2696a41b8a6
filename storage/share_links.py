"""Share links in the database, and what their page shows beside the summary. Each method is one transaction."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import (
    BindParameter,
    Connection,
    Row,
    and_,
    bindparam,
    case,
    delete,
    func,
    or_,
    select,
    update,
)

from budget.budgets import Budget
from budget.errors import LedgerUnavailable, NotFound
from budget.ledger import BudgetView
from budget.periods import zone_named
from budget.share_links import Extent, NewLink, ShareLink, StoredLink, Visitor
from storage.database import Database
from storage.prepared import fetch, fetch_first
from storage.sheet import BudgetSheet
from storage.tables import budgets, share_links
from storage.upserts import insert

_T = TypeVar("_T")

_KEPT_AFTER_ITS_END = timedelta(days=30)  # long enough for a repeat, and for a person who asks what became of a link

_MOST_CLOSED = 50  # revoked or expired links of one budget that stay stored

_OWNER: BindParameter[int] = bindparam("owner_")
_NOW: BindParameter[datetime] = bindparam("now_", type_=share_links.c.revoked_at.type)
_HASH: BindParameter[str] = bindparam("hash_")
_NUMBER: BindParameter[int] = bindparam("number_")

_is_open = and_(share_links.c.revoked_at.is_(None), share_links.c.expires_at > _NOW)
_LINK = share_links.c[
    "number", "owner", "extent", "sent_at", "expires_at", "opened", "opened_days", "last_opened_at", "polled_at", "token_hash"
]  # fmt: skip

# A message has one link. A later state of the message changes what the link shows; its secret stays.
_NEW_LINK = insert(share_links)
_KEEP = _NEW_LINK.on_conflict_do_update(
    index_elements=["owner", "message", "sent_at"],
    set_={"extent": _NEW_LINK.excluded.extent, "expires_at": _NEW_LINK.excluded.expires_at},
    where=share_links.c.revoked_at.is_(None),
).returning(*_LINK, share_links.c.salt)
_FORGET_OLD = delete(share_links).where(share_links.c.owner == _OWNER, share_links.c.expires_at < bindparam("before_"))
# The latest closed links stay, for a repeat of the message. The bound keeps a chat that shares and revokes all day small.
_FORGET_CLOSED = delete(share_links).where(
    share_links.c.owner == _OWNER,
    share_links.c.number.in_(
        select(share_links.c.number)
        .where(share_links.c.owner == _OWNER, ~_is_open)
        .order_by(share_links.c.number.desc())
        .offset(_MOST_CLOSED)
    ),
)
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
_LATEST_FULL = (
    select(*_LINK, share_links.c.salt)
    .where(share_links.c.owner == _OWNER, share_links.c.extent == Extent.FULL.value, _is_open)
    .order_by(share_links.c.number.desc())
    .limit(1)
)
_REVOKE = (
    update(share_links)
    .where(share_links.c.owner == _OWNER, share_links.c.number == _NUMBER)
    .values(revoked_at=func.coalesce(share_links.c.revoked_at, _NOW))
)
# With the revision of its budget, which every look needs.
_FIND = (
    select(*_LINK, budgets.c.revision)
    .join_from(share_links, budgets, budgets.c.owner == share_links.c.owner)
    .where(share_links.c.token_hash == _HASH, _is_open, budgets.c.forget_at.is_(None))
)
_IS_OPEN = select(share_links.c.number).where(share_links.c.token_hash == _HASH, _is_open)
_AT: BindParameter[datetime] = bindparam("at_", type_=share_links.c.last_opened_at.type)
_more = share_links.c.opened + bindparam("times_", type_=share_links.c.opened.type)
_is_new_day = or_(
    share_links.c.last_opened_at.is_(None),
    share_links.c.last_opened_at < bindparam("day_", type_=share_links.c.last_opened_at.type),
)
_ADD_OPENINGS = (
    update(share_links)
    .where(share_links.c.token_hash == _HASH)
    .values(
        opened=_more,
        opened_days=share_links.c.opened_days + case((_is_new_day, 1), else_=0),
        last_opened_at=case(
            (share_links.c.last_opened_at > _AT, share_links.c.last_opened_at),  # another replica's were later
            else_=_AT,
        ),
    )
)
_ADD_POLLS = (
    update(share_links)
    .where(share_links.c.token_hash == _HASH)
    .values(opened=_more, polled_at=case((share_links.c.polled_at > _AT, share_links.c.polled_at), else_=_AT))
)
_MOST_COUNTED = 10_000
"""Links whose openings are counted in memory between two writes."""


class _Openings(NamedTuple):
    times: int
    last: datetime


_OfLink = dict[datetime | None, _Openings]
"""A link's openings by people on each day, by the moment when it began, and those by programs (None)."""


class SqlShares:
    """The `budget.share_links.Shares` in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._counted: dict[str, _OfLink] = {}
        self._written: dict[str, _OfLink] = {}
        """Openings that are being written: the database may not have them yet."""

    async def add_link(self, new: NewLink, most: int) -> StoredLink | None:
        def work(db: Connection) -> StoredLink | None:
            # Locked, so that of two links made at the same time one transaction sees the other link.
            place, _ = self._database.budgets.located(db, new.owner, locked=True)
            number = self._database.budgets.places.number(db, place, new.message)
            return _add(db, replace(new, owner=place.owner, message=number), most)

        return await self._database.write(work)

    async def links(self, owner: int, now: datetime) -> Sequence[ShareLink]:
        def work(db: Connection) -> Sequence[ShareLink]:
            place, _ = self._database.budgets.located(db, owner)
            return [self._with_openings(row) for row in db.execute(_LINKS, {"owner_": place.owner, "now_": now})]

        return await self._database.read(work)

    async def latest_full(self, owner: int, until: datetime) -> StoredLink | None:
        def work(db: Connection) -> StoredLink | None:
            place, _ = self._database.budgets.located(db, owner)
            row: Any = db.execute(_LATEST_FULL, {"owner_": place.owner, "now_": until}).one_or_none()
            return StoredLink(_link_of(row), row.salt, row.token_hash) if row is not None else None

        return await self._database.read(work)

    async def revoke_link(self, owner: int, number: int, now: datetime) -> None:
        def work(db: Connection) -> None:
            place, _ = self._database.budgets.located(db, owner, locked=True)
            if db.execute(_REVOKE, {"owner_": place.owner, "number_": number, "now_": now}).rowcount == 0:
                raise NotFound(f"share link {number}")

        await self._database.write(work)

    async def look(
        self, token_hash: str, now: datetime, shown: Callable[[ShareLink, BudgetView], _T], *, count: Visitor | None
    ) -> _T | None:
        def work(db: Connection) -> tuple[_T, datetime | None] | None:
            found = fetch_first(db, _FIND, {"hash_": token_hash, "now_": now})
            if found is None:
                return None
            budget = self._database.budgets.at(db, found.owner, found.revision)
            day = _beginning(budget, now) if count is Visitor.PERSON else None
            link = self._with_openings(found, {day: _Openings(1, now)} if count is not None else None)
            return shown(link, BudgetSheet(db, budget)), day

        found = await self._database.read(work)
        if found is None:
            return None
        if count is not None:
            self._count(token_hash, found[1], _Openings(1, now))
        return found[0]

    async def opens(self, token_hash: str, now: datetime) -> bool:
        where = {"hash_": token_hash, "now_": now}
        return await self._database.read(lambda db: db.scalar(_IS_OPEN, where)) is not None

    async def write_openings(self) -> None:
        if not self._counted or self._written:
            return
        self._written, self._counted = self._counted, {}
        rows = [(token_hash, *one) for token_hash, of_link in self._written.items() for one in of_link.items()]
        rows.sort(key=lambda row: (row[0], row[2].last))  # in one order, so that replicas can't deadlock

        def work(db: Connection) -> None:
            for token_hash, day, (times, last) in rows:
                where = {"hash_": token_hash, "times_": times, "at_": last}
                if day is None:
                    fetch(db, _ADD_POLLS, where)
                else:
                    fetch(db, _ADD_OPENINGS, where | {"day_": day})

        try:
            await self._database.write(work)
        except LedgerUnavailable:
            for token_hash, day, openings in rows:
                self._count(token_hash, day, openings)
        finally:
            self._written = {}

    def _count(self, token_hash: str, day: datetime | None, new: _Openings) -> None:
        of_link = self._counted.get(token_hash)
        if of_link is None:
            if len(self._counted) >= _MOST_COUNTED:
                return
            of_link = self._counted[token_hash] = {}
        of_link[day] = _added(of_link.get(day), new)

    def _with_openings(self, row: Row[*tuple[Any, ...]], new: _OfLink | None = None) -> ShareLink:
        """Return the link of a row, with the openings that are not written yet."""
        link = _link_of(row)
        for of_link in (self._written.get(row.token_hash), self._counted.get(row.token_hash), new):
            for day, openings in (of_link or {}).items():
                link = _opened(link, day, openings)
        return link


def _beginning(budget: Budget, now: datetime) -> datetime:
    """Return the moment when a budget's present day began."""
    return datetime.combine(budget.day_of(now), time.min, zone_named(budget.time_zone)).astimezone(UTC)


def _opened(link: ShareLink, day: datetime | None, openings: _Openings) -> ShareLink:
    """Return a link with openings that are not written yet: `_ADD_OPENINGS` and `_ADD_POLLS`."""
    opened = link.opened + openings.times
    if day is None:
        last = openings.last if link.last_polled is None else max(link.last_polled, openings.last)
        return replace(link, opened=opened, last_polled=last)
    last = openings.last if link.last_opened is None else max(link.last_opened, openings.last)
    is_new = link.last_opened is None or link.last_opened < day
    return replace(link, opened=opened, opened_days=link.opened_days + is_new, last_opened=last)


def _added(old: _Openings | None, new: _Openings) -> _Openings:
    return new if old is None else _Openings(old.times + new.times, max(old.last, new.last))


def _add(db: Connection, new: NewLink, most: int) -> StoredLink | None:
    message = {"message_": new.message, "sent_at_": new.sent_at}
    fetch(db, _FORGET_OLD, {"owner_": new.owner, "before_": new.sent_at - _KEPT_AFTER_ITS_END})
    fetch(db, _FORGET_CLOSED, {"owner_": new.owner, "now_": new.sent_at})
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
    return StoredLink(_link_of(row), row.salt, row.token_hash)


def _link_of(row: Row[Any]) -> ShareLink:
    return ShareLink(
        row.number,
        row.owner,
        Extent(row.extent),
        row.sent_at,
        row.expires_at,
        row.opened,
        row.opened_days,
        row.last_opened_at,
        row.polled_at,
    )
