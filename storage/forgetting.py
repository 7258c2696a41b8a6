"""Budgets that are being forgotten: the question, the closed budget, and the deletion of all its rows."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import BindParameter, Connection, bindparam, delete, func, select, update

from budget.errors import BeingForgotten, NotFound
from budget.forgetting import GRACE, Request, Step
from budget.states import OutOfUse, SetApart
from storage.budgets import renew
from storage.database import Database
from storage.moves import bring_back, forget_some
from storage.tables import budgets, forget_requests, share_links, write_doors
from storage.upserts import insert

_T = TypeVar("_T")

_OWNER: BindParameter[int] = bindparam("owner_")
_NOW: BindParameter[datetime] = bindparam("now_", type_=budgets.c.forget_at.type)

_STATE = select(budgets.c.forget_at).where(budgets.c.owner == _OWNER)
_CLOSE = update(budgets).where(budgets.c.owner == _OWNER)
_REVOKE_ALL = (
    update(share_links)
    .where(share_links.c.owner == _OWNER)
    .values(revoked_at=func.coalesce(share_links.c.revoked_at, _NOW))
)
_CLOSE_DOORS = (
    update(write_doors)
    .where(write_doors.c.owner == _OWNER)
    .values(closed_at=func.coalesce(write_doors.c.closed_at, _NOW))
)
_DUE = select(budgets.c.owner).where(budgets.c.forget_at <= _NOW).limit(bindparam("most_"))

_NEW_REQUEST = insert(forget_requests)
_ASK = _NEW_REQUEST.on_conflict_do_update(
    index_elements=["owner"],
    set_={name: _NEW_REQUEST.excluded[name] for name in ("nonce", "asker", "asked_at", "confirmed")},
)
_REQUEST = select(forget_requests).where(forget_requests.c.owner == _OWNER)
_CONFIRM = update(forget_requests).where(forget_requests.c.owner == _OWNER).values(confirmed=True)
_DROP = delete(forget_requests).where(forget_requests.c.owner == _OWNER)


class SqlForgetting:
    """The `budget.forgetting.Requests` in a database. Every method locks the budget before it reads."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def ask(self, owner: int, nonce: str, asker: int, now: datetime) -> bool:
        def work(db: Connection, owner: int, forget_at: datetime | None) -> bool:
            if forget_at is not None:
                raise BeingForgotten(forget_at)
            row = {"owner": owner, "nonce": nonce, "asker": asker, "asked_at": now, "confirmed": False}
            db.execute(_ASK, row)
            return True

        return await self._locked(owner, work, nothing=False)

    async def answer(self, owner: int, nonce: str, now: datetime, step: Callable[[Request], Step]) -> Step:
        def work(db: Connection, owner: int, forget_at: datetime | None) -> Step | None:
            request = _request_of(db, owner, nonce)
            if request is None:
                return None
            if forget_at is not None:
                return Step.CLOSE
            found = step(Request(request.asker, request.asked_at, request.confirmed))
            if found is Step.ASK_ANOTHER:
                db.execute(_CONFIRM, {"owner_": owner})
            if found is Step.CLOSE:
                db.execute(_CLOSE, {"owner_": owner, "forget_at": now + GRACE})
                db.execute(_REVOKE_ALL, {"owner_": owner, "now_": now})
                db.execute(_CLOSE_DOORS, {"owner_": owner, "now_": now})
                renew(db, owner)
            return found

        done = await self._locked(owner, work, nothing=None)
        if done is None:
            raise NotFound(nonce)
        return done

    async def drop(self, owner: int, nonce: str) -> None:
        def work(db: Connection, owner: int, forget_at: datetime | None) -> bool:
            if forget_at is not None or _request_of(db, owner, nonce) is None:
                return False
            db.execute(_DROP, {"owner_": owner})
            return True

        if not await self._locked(owner, work, nothing=False):
            raise NotFound(nonce)

    async def restore(self, owner: int, now: datetime) -> Sequence[SetApart | OutOfUse]:
        def work(db: Connection) -> Sequence[SetApart | OutOfUse] | None:
            place, budget = self._database.budgets.located(db, owner, locked=True, closed=True)
            forget_at = db.scalar(_STATE, {"owner_": place.owner})
            if budget is None or forget_at is None:
                return bring_back(db, place.owner, now)
            if forget_at <= now:
                return None
            db.execute(_CLOSE, {"owner_": place.owner, "forget_at": None})
            db.execute(_DROP, {"owner_": place.owner})
            renew(db, place.owner)
            return ()

        apart = await self._database.write(work)
        if apart is None:
            raise NotFound(str(owner))
        return apart

    async def delete(self, owner: int, now: datetime, asked: tuple[str, int] | None = None) -> bool:
        def work(db: Connection, owner: int, forget_at: datetime | None) -> bool | None:
            """Return whether something is left to be deleted, None where nothing may be."""
            if forget_at is None or (asked is None and forget_at > now):
                return None
            if asked is not None:
                request = _request_of(db, owner, asked[0])
                if request is None or request.asker != asked[1]:
                    return None
            left = forget_some(db, owner)
            if left and forget_at > now:  # what has begun to go can't be brought back
                db.execute(_CLOSE, {"owner_": owner, "forget_at": now})
            return left

        deleted = False
        while (left := await self._locked(owner, work, nothing=None)) is not None:
            deleted = True
            if not left:
                break
        return deleted

    async def _locked(self, chat: int, work: Callable[[Connection, int, datetime | None], _T], *, nothing: _T) -> _T:
        """Return what ``work`` does with the budget of a chat under its lock, or ``nothing`` where there is none."""

        def locked(db: Connection) -> _T:
            place, budget = self._database.budgets.located(db, chat, locked=True, closed=True)
            if budget is None:
                return nothing
            return work(db, place.owner, db.scalar(_STATE, {"owner_": place.owner}))

        return await self._database.write(locked)

    async def due(self, now: datetime, most: int) -> Sequence[int]:
        return await self._database.read(lambda db: list(db.scalars(_DUE, {"now_": now, "most_": most})))


def _request_of(db: Connection, owner: int, nonce: str) -> Any:
    found = db.execute(_REQUEST, {"owner_": owner}).one_or_none()
    return found if found is not None and found.nonce == nonce else None
