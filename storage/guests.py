"""Guests and invitations in the database. A check and the change that follows it are one transaction under one lock."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import BindParameter, Connection, and_, bindparam, delete, func, or_, select, text, update

from budget.errors import NotFound
from budget.people import (
    INVITATION_KEPT,
    INVITATION_LIVES,
    MOST_ENDED_INVITATIONS,
    MOST_INVITATIONS,
    Admission,
    Guest,
    Invitation,
    may_remove,
)
from storage.budgets import can_lock
from storage.database import Database
from storage.tables import admissions, guests, invitations
from storage.transactions import Work
from storage.upserts import insert

_T = TypeVar("_T")

_MOST_LISTED = 100
_ID = 16  # hexadecimal digits of a code's hash that name an invitation

_USER: BindParameter[int] = bindparam("user_")
_CODE: BindParameter[str] = bindparam("code_")
_BY: BindParameter[int] = bindparam("by_")
_AT: BindParameter[datetime] = bindparam("at_", type_=invitations.c.expires_at.type)

# Guests rarely change, so one lock is enough. On SQLite a writer has locked the whole file.
# The keys of two numbers are apart from those of one number, which lock chats.
_LOCK = text("SELECT pg_advisory_xact_lock(1, 1)")

_IS_GUEST = select(guests.c.user).where(guests.c.user == _USER)
_ANY_GUEST = select(guests.c.user).limit(1)
_FIRST_GUEST = select(guests.c.user).where(guests.c.seat == 1)
_GUEST = guests.c["user", "name", "invited_by", "since", "seat"]
_GUESTS = select(*_GUEST).where(guests.c.user > -(2**63)).order_by(guests.c.user).limit(_MOST_LISTED)
_INVITED_BY = select(*_GUEST).where(guests.c.invited_by == _USER).order_by(guests.c.user).limit(_MOST_LISTED)
# RETURNING tells whether a row is new; with ON CONFLICT psycopg's row count does not.
_NEW_GUEST = insert(guests).on_conflict_do_nothing().returning(guests.c.user)
_ONE_GUEST = select(*_GUEST).where(guests.c.user == _USER)
_NO_GUEST = delete(guests).where(guests.c.user == _USER)

_LATEST_NUMBER = func.coalesce(select(func.max(invitations.c.number)).scalar_subquery(), 0)
_LATEST_BAR = func.coalesce(select(func.max(admissions.c.after)).scalar_subquery(), 0)
_NUMBERS = select(_LATEST_NUMBER, _LATEST_BAR)
_NEW_BAR = insert(admissions)
_BAR = _NEW_BAR.on_conflict_do_update(index_elements=["user"], set_={"after": _NEW_BAR.excluded.after})
_BAR_OF = select(admissions.c.after).where(admissions.c.user == _USER)

_is_free = and_(invitations.c.taken_by.is_(None), invitations.c.withdrawn_at.is_(None))
_is_open = and_(_is_free, invitations.c.expires_at > _AT)
_NEW_INVITATION = insert(invitations)
_INVITATION = select(*invitations.c["code_hash", "made_by", "expires_at", "taken_by", "withdrawn_at", "number"]).where(
    invitations.c.code_hash == _CODE
)
_ANY_INVITATION = select(invitations.c.code_hash).limit(1)
_TAKE = update(invitations).where(invitations.c.code_hash == _CODE).values(taken_by=_USER)
_COUNT_OPEN = select(func.count()).select_from(invitations).where(invitations.c.made_by == _BY, _is_open)
_OPEN = (
    select(*invitations.c["code_hash", "made_by", "expires_at"])
    .where(_is_open)
    .order_by(invitations.c.expires_at)
    .limit(_MOST_LISTED)
)
_OPEN_BY = _OPEN.where(invitations.c.made_by == _BY)
_WITHDRAW = update(invitations).where(_is_open).values(withdrawn_at=_AT).returning(invitations.c.code_hash)
_WITHDRAW_ONE = _WITHDRAW.where(func.substr(invitations.c.code_hash, 1, _ID) == bindparam("id_"))
_WITHDRAW_OWN = _WITHDRAW_ONE.where(invitations.c.made_by == _BY)
_WITHDRAW_ALL_BY = _WITHDRAW.where(invitations.c.made_by == _BY)
_PRUNE_OLD = delete(invitations).where(invitations.c.expires_at < bindparam("before_", type_=_AT.type))
_PRUNE_ENDED = delete(invitations).where(
    invitations.c.code_hash.in_(
        select(invitations.c.code_hash)
        .where(invitations.c.made_by == _BY, or_(~_is_free, invitations.c.expires_at <= _AT))
        .order_by(invitations.c.number.desc(), invitations.c.expires_at.desc())
        .offset(MOST_ENDED_INVITATIONS)
    )
)


class SqlGuests:
    """The `budget.people.Guests` in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def is_guest(self, user: int) -> bool:
        return await self._database.read(lambda db: _is_guest(db, user))

    async def any_guest(self) -> bool:
        return await self._database.read(lambda db: db.scalar(_ANY_GUEST) is not None)

    async def first_guest(self) -> int | None:
        return await self._database.read(lambda db: db.scalar(_FIRST_GUEST))

    async def add_first_guest(self, user: int, name: str, at: datetime) -> bool:
        def work(db: Connection) -> bool:
            # Seat 1 is unique: of two users who claim the bot at the same time, one gets it.
            row = {"user": user, "seat": 1, "invited_by": None, "since": at, "name": name}
            return db.scalar(_NEW_GUEST, row) is not None or db.scalar(_FIRST_GUEST) == user

        return await self._write(work)

    async def note_named(self, users: Collection[int]) -> None:
        # Nothing is written as long as there are no invitations: nobody could come in by one.
        any_: str | None = await self._database.read(lambda db: db.scalar(_ANY_INVITATION))
        if users and any_ is not None:
            await self._write(lambda db: _bar(db, users, max(db.execute(_NUMBERS).one())))

    async def add_invitation(self, code_hash: str, by: int, at: datetime, named: Collection[int]) -> bool:
        def work(db: Connection) -> bool:
            if not _is_in(db, by, named):
                raise NotFound(str(by))
            where = {"by_": by, "at_": at}
            if (db.scalar(_COUNT_OPEN, where) or 0) >= MOST_INVITATIONS:
                return False
            number = 1 + max(db.execute(_NUMBERS).one())
            row = {"code_hash": code_hash, "made_by": by, "expires_at": at + INVITATION_LIVES, "number": number}
            db.execute(_NEW_INVITATION, row)
            # A user whom the settings name now, and no longer when this invitation is used, was taken out in between.
            _bar(db, named, number)
            db.execute(_PRUNE_OLD, {"before_": at - INVITATION_KEPT})
            db.execute(_PRUNE_ENDED, where)
            return True

        return await self._write(work)

    async def redeem(self, code_hash: str, user: int, name: str, at: datetime, named: Collection[int]) -> Admission:
        def look(db: Connection) -> Admission:
            return _worth(db, code_hash, user, at, named)

        def take(db: Connection) -> Admission:
            worth = look(db)
            if worth is Admission.WELCOME and not _is_in(db, user, named):
                by = db.execute(_INVITATION, {"code_": code_hash}).one().made_by
                db.execute(_TAKE, {"code_": code_hash, "user_": user})
                db.execute(_NEW_GUEST, {"user": user, "seat": None, "invited_by": by, "since": at, "name": name})
            return worth

        # A stranger's guess must not take the writers' lock, so it is checked in a read transaction first.
        worth = await self._database.read(look)
        return await self._write(take) if worth is Admission.WELCOME else worth

    async def latest_number(self) -> int:
        return await self._database.read(lambda db: max(db.execute(_NUMBERS).one()))

    async def let_in(
        self, user: int, name: str, by: int, asked: int, at: datetime, named: Collection[int]
    ) -> Admission:
        def work(db: Connection) -> Admission:
            if not _is_in(db, by, named):
                raise NotFound(str(by))
            if _is_in(db, user, named):
                return Admission.WELCOME
            bar = db.scalar(_BAR_OF, {"user_": user})
            if bar is not None and asked < bar:
                return Admission.MADE_BEFORE_REMOVAL
            # Kept as an invitation that was taken: its number makes a later removal come after it.
            number = 1 + max(db.execute(_NUMBERS).one())
            row = {"code_hash": f"let in {number}", "made_by": by, "expires_at": at, "taken_by": user, "number": number}
            db.execute(_NEW_INVITATION, row)
            db.execute(_NEW_GUEST, {"user": user, "seat": None, "invited_by": by, "since": at, "name": name})
            db.execute(_PRUNE_ENDED, {"by_": by, "at_": at})
            return Admission.WELCOME

        return await self._write(work)

    async def guests(self) -> Sequence[Guest]:
        found = await self._database.read(lambda db: [_guest_of(row) for row in db.execute(_GUESTS)])
        return sorted(found, key=lambda guest: (guest.since, guest.user))

    async def invitations(self, at: datetime, by: int | None = None) -> Sequence[Invitation]:
        statement, where = (_OPEN, {"at_": at}) if by is None else (_OPEN_BY, {"at_": at, "by_": by})
        return await self._database.read(
            lambda db: [
                Invitation(row.code_hash[:_ID], row.made_by, row.expires_at) for row in db.execute(statement, where)
            ]
        )

    async def guest(self, user: int) -> Guest | None:
        return await self._database.read(lambda db: _guest(db, user))

    async def remove(self, user: int, by: int, at: datetime, named: Collection[int]) -> tuple[Guest, Sequence[Guest]]:
        def work(db: Connection) -> tuple[Guest, Sequence[Guest]]:
            guest, first = _guest(db, user), db.scalar(_FIRST_GUEST) == by
            if guest is None or not may_remove(guest, by, named=by in named, first=first):
                raise NotFound(str(user))
            db.execute(_NO_GUEST, {"user_": user})
            _bar(
                db, [user], 1 + max(db.execute(_NUMBERS).one())
            )  # greater than what was asked before with the same numbers
            db.execute(_WITHDRAW_ALL_BY, {"by_": user, "at_": at})
            return guest, [_guest_of(each) for each in db.execute(_INVITED_BY, {"user_": user})]

        return await self._write(work)

    async def withdraw(self, invitation: str, by: int, at: datetime, named: Collection[int]) -> None:
        def work(db: Connection) -> None:
            runs_it = by in named or db.scalar(_FIRST_GUEST) == by
            where = {"id_": invitation, "at_": at} | ({} if runs_it else {"by_": by})
            if db.execute(_WITHDRAW_ONE if runs_it else _WITHDRAW_OWN, where).first() is None:
                raise NotFound(invitation)

        await self._write(work)

    async def _write(self, work: Work[_T]) -> _T:
        def locked(db: Connection) -> _T:
            if can_lock(db):
                db.execute(_LOCK)
            return work(db)

        return await self._database.write(locked)


def _is_guest(db: Connection, user: int) -> bool:
    return db.scalar(_IS_GUEST, {"user_": user}) is not None


def _guest(db: Connection, user: int) -> Guest | None:
    row = db.execute(_ONE_GUEST, {"user_": user}).one_or_none()
    return _guest_of(row) if row is not None else None


def _is_in(db: Connection, user: int, named: Collection[int]) -> bool:
    return user in named or _is_guest(db, user)


def _bar(db: Connection, users: Collection[int], after: int) -> None:
    if users:
        db.execute(_BAR, [{"user": user, "after": after} for user in sorted(users)])


def _worth(db: Connection, code_hash: str, user: int, at: datetime, named: Collection[int]) -> Admission:
    """Return what an invitation does for a user now."""
    found = db.execute(_INVITATION, {"code_": code_hash}).one_or_none()
    if found is None:
        return Admission.UNKNOWN
    if _is_in(db, user, named):
        return Admission.WELCOME
    # This refuses its own taker too: a removed guest does not come back by a code that was used.
    if found.taken_by is not None:
        return Admission.TAKEN
    if found.withdrawn_at is not None:
        return Admission.WITHDRAWN
    if found.expires_at <= at:
        return Admission.EXPIRED
    if not _is_in(db, found.made_by, named):
        return Admission.MAKER_IS_OUT
    bar = db.scalar(_BAR_OF, {"user_": user})
    if bar is not None and found.number <= bar:
        return Admission.MADE_BEFORE_REMOVAL
    return Admission.WELCOME


def _guest_of(row: Any) -> Guest:
    return Guest(row.user, row.name, row.invited_by, row.since, row.seat == 1)
