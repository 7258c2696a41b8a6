"""Write doors in the database, and what came in through them. Each method is one transaction."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, BindParameter, Connection, Row, and_, bindparam, delete, exists, func, select, update

from budget.budgets import Budget
from budget.entries import Kind, RecordedEntry
from budget.errors import BeingForgotten, LedgerUnavailable, NotFound
from budget.grammar.given import Given
from budget.posting import Content, GivenEntry, Posted, Unread
from budget.write_doors import (
    MOST_POSTS,
    Done,
    KeptPost,
    KeyReused,
    NewDoor,
    Post,
    PostAct,
    State,
    StoredDoor,
    WriteDoor,
)
from storage.database import Database
from storage.ledger import card_marked
from storage.moves import number_tapped
from storage.places import NO_CHAT, POSTED, SPAN, Place
from storage.rows import entry_of
from storage.sheet import MessageSheet
from storage.standing import STANDS
from storage.statements import RECORDED
from storage.tables import budgets, door_posts, entries, imports, messages, write_doors
from storage.upserts import insert

_KEPT_AFTER_ITS_END = timedelta(days=30)  # closed doors, for a repeat of the message that asked for one
_MOST_CLOSED = 50  # closed doors of one budget that stay stored
_MOST_BY_HAND = 50  # entries of the last minutes that are compared

_OWNER: BindParameter[int] = bindparam("owner_")
_NOW: BindParameter[datetime] = bindparam("now_", type_=door_posts.c.tell_at.type)
_UNTIL: BindParameter[datetime] = bindparam("until_", type_=door_posts.c.tell_at.type)
_NUMBER: BindParameter[int] = bindparam("number_")
_MESSAGE: BindParameter[int] = bindparam("message_", type_=BigInteger)
_FROM: BindParameter[int] = bindparam("from_", type_=BigInteger)
_TO: BindParameter[int] = bindparam("to_", type_=BigInteger)

_DOOR = write_doors.c["number", "owner", "chat", "author", "label", "sent_at", "used", "last_used_at", "name"]
_is_open = write_doors.c.closed_at.is_(None)

# A message has one door. A later state of the message changes its label; its secret stays.
_NEW = insert(write_doors)
_KEEP = _NEW.on_conflict_do_update(
    index_elements=["owner", "message", "sent_at"], set_={"label": _NEW.excluded.label}, where=_is_open
).returning(*_DOOR, *write_doors.c["salt", "token_hash"])
_FORGET_OLD = delete(write_doors).where(write_doors.c.owner == _OWNER, write_doors.c.closed_at < _NOW)
_FORGET_CLOSED = delete(write_doors).where(
    write_doors.c.owner == _OWNER,
    write_doors.c.number.in_(
        select(write_doors.c.number)
        .where(write_doors.c.owner == _OWNER, ~_is_open)
        .order_by(write_doors.c.number.desc())
        .offset(_MOST_CLOSED)
    ),
)
_OTHERS_OPEN = (
    select(func.count())
    .select_from(write_doors)
    .where(
        write_doors.c.owner == _OWNER,
        _is_open,
        ~and_(write_doors.c.message == _MESSAGE, write_doors.c.sent_at == _NOW),
    )
)
_DOORS = select(*_DOOR).where(write_doors.c.owner == _OWNER, _is_open).order_by(write_doors.c.number)
_CLOSE = (
    update(write_doors)
    .where(write_doors.c.owner == _OWNER, write_doors.c.number == _NUMBER)
    .values(closed_at=func.coalesce(write_doors.c.closed_at, _NOW))
)
# A budget that was set apart by a move has no chat: its doors are shut.
_FIND = (
    select(*_DOOR)
    .join_from(write_doors, budgets, budgets.c.owner == write_doors.c.owner)
    .where(
        write_doors.c.token_hash == bindparam("hash_"),
        _is_open,
        budgets.c.forget_at.is_(None),
        write_doors.c.owner > NO_CHAT,
    )
)
_USED = (
    update(write_doors)
    .where(write_doors.c.owner == _OWNER, write_doors.c.number == _NUMBER)
    .values(used=write_doors.c.used + 1, last_used_at=_NOW)
)

_KNOWN = select(*door_posts.c["message", "body_hash", "state", "answer"]).where(
    door_posts.c.owner == _OWNER, door_posts.c.door == _NUMBER, door_posts.c.key_hash == bindparam("key_")
)
_NEW_POST = insert(door_posts)
_LAST_POST = select(func.max(door_posts.c.message)).where(
    door_posts.c.owner == _OWNER, door_posts.c.message >= _FROM, door_posts.c.message < _TO
)
_LAST_MESSAGE = select(func.max(messages.c.message)).where(
    messages.c.owner == _OWNER, messages.c.message >= _FROM, messages.c.message < _TO
)
_FORGET_POSTS = delete(door_posts).where(
    door_posts.c.owner == _OWNER, door_posts.c.message >= _FROM, door_posts.c.message < _TO
)
# What somebody wrote in the chat: neither through a door nor from a file.
_BY_HAND = (
    select(*RECORDED)
    .join_from(messages, entries)
    .where(
        messages.c.owner == _OWNER,
        messages.c.sent_at >= _NOW,
        messages.c.message % SPAN < POSTED,
        ~exists().where(imports.c.owner == _OWNER, imports.c.message == messages.c.message),
        STANDS,
    )
    .order_by(messages.c.sent_at.desc(), messages.c.message.desc())
    .limit(_MOST_BY_HAND)
)
_UNTOLD = (
    select(*_DOOR, *door_posts.c["message", "content", "posted_at"])
    .join_from(
        door_posts,
        write_doors,
        and_(write_doors.c.owner == door_posts.c.owner, write_doors.c.number == door_posts.c.door),
    )
    .where(door_posts.c.tell_at <= _NOW, door_posts.c.message >= _FROM, door_posts.c.message <= _TO)
    .where(door_posts.c.content.is_not(None))
    .order_by(door_posts.c.tell_at, door_posts.c.message)
    .limit(bindparam("most_"))
)
_this_post = and_(door_posts.c.owner == _OWNER, door_posts.c.message == _MESSAGE)
_CLAIM = (
    update(door_posts)
    .where(_this_post, door_posts.c.tell_at <= _NOW)
    .values(tell_at=_UNTIL)
    .returning(door_posts.c.owner)
)
_PUT_OFF = (
    update(door_posts)
    .where(
        door_posts.c.owner == _OWNER,
        door_posts.c.message >= _FROM,
        door_posts.c.message <= _TO,
        door_posts.c.tell_at < _UNTIL,
    )
    .values(tell_at=_UNTIL)
)
_TOLD = update(door_posts).where(_this_post).values(content=None, tell_at=None)


class SqlWriteDoors:
    """The `budget.write_doors.WriteDoors` in a database. ``marked`` is told what `SqlLedger` tells."""

    def __init__(self, database: Database, marked: Callable[[int, int], None] | None = None) -> None:
        self._database = database
        self._marked = marked

    async def add_door(self, new: NewDoor, most: int) -> StoredDoor | None:
        def work(db: Connection) -> StoredDoor | None:
            # Locked, so that of two doors made at the same time one transaction sees the other door.
            place, _ = self._database.budgets.located(db, new.chat, locked=True)
            number = self._database.budgets.places.number(db, place, new.message)
            return _add(db, place.owner, number, new, most)

        return await self._database.write(work)

    async def doors(self, chat: int) -> Sequence[WriteDoor]:
        def work(db: Connection) -> Sequence[WriteDoor]:
            place, _ = self._database.budgets.located(db, chat)
            return [_door_of(row) for row in db.execute(_DOORS, {"owner_": place.owner})]

        return await self._database.read(work)

    async def close_door(self, chat: int, number: int, now: datetime) -> None:
        def work(db: Connection) -> None:
            place, _ = self._database.budgets.located(db, chat, locked=True)
            if db.execute(_CLOSE, {"owner_": place.owner, "number_": number, "now_": now}).rowcount == 0:
                raise NotFound(f"write door {number}")

        await self._database.write(work)

    async def door(self, token_hash: str) -> WriteDoor | None:
        return await self._database.read(lambda db: _found(db, token_hash))

    async def post(
        self, token_hash: str, post: Post, since: datetime, act: PostAct[tuple[State, str, Posted]], tell_at: datetime
    ) -> Done:
        def work(db: Connection) -> tuple[Done, int | None]:
            door, place, budget = self._locked(db, token_hash)
            base = self._database.budgets.places.number(db, place, 0)
            known = db.execute(
                _KNOWN, {"owner_": door.owner, "number_": door.number, "key_": post.key_hash}
            ).one_or_none()
            if known is not None:
                if known.body_hash != post.body_hash:
                    raise KeyReused
                kept = KeptPost(door, post.content, post.at, known.message, _in_span(known.message - base))
                return Done(kept, State(known.state), known.answer, None), None
            message = _next_number(db, door.owner, base)
            sheet = MessageSheet(db, budget, message, base=base)
            state, answer, posted = act(sheet, door, _by_hand(db, door.owner, since))
            row = {"message": message, "state": state.value, "answer": answer, "tell_at": tell_at}
            db.execute(_NEW_POST, row | _post_row(door, post))
            db.execute(_USED, {"owner_": door.owner, "number_": door.number, "now_": post.at})
            oldest = {"owner_": door.owner, "from_": base + POSTED, "to_": max(base + POSTED, message - MOST_POSTS + 1)}
            db.execute(_FORGET_POSTS, oldest)
            kept = KeptPost(door, post.content, post.at, message, message - base)
            return Done(kept, state, answer, posted), card_marked(db, sheet)

        done, owner = await self._database.write(work)
        if owner is not None and self._marked is not None:
            self._marked(done.post.door.chat, owner)
        return done

    async def untold(self, now: datetime, most: int) -> Sequence[KeptPost]:
        places = self._database.budgets.places

        def work(db: Connection) -> Sequence[KeptPost]:
            where = self._of_bot(db) | {"now_": now, "most_": most}
            found = []
            for row in db.execute(_UNTOLD, where).all():
                number = _in_span(row.message - places.number(db, places.of(db, row.chat), 0))
                found.append(KeptPost(_door_of(row), _content_from(row.content), row.posted_at, row.message, number))
            return found

        return await self._database.read(work)

    async def claim(self, post: KeptPost, now: datetime, until: datetime) -> bool:
        where = _at(post) | {"now_": now, "until_": until}
        return await self._database.write(lambda db: db.scalar(_CLAIM, where)) is not None

    async def put_off(self, post: KeptPost, until: datetime) -> None:
        where = {"owner_": post.door.owner, "until_": until}
        await self._database.write(lambda db: db.execute(_PUT_OFF, self._of_bot(db) | where))

    async def again(self, post: KeptPost, since: datetime, act: PostAct[Posted]) -> Posted:
        def work(db: Connection) -> Posted:
            place, budget = self._database.budgets.located(db, post.door.chat, locked=True)
            if budget is None:
                raise NotFound(f"a budget of {post.door.chat}")
            sheet = MessageSheet(db, budget, number_tapped(db, place, post.message))
            return act(sheet, post.door, _by_hand(db, budget.owner, since))

        return await self._database.write(work)

    async def told(self, post: KeptPost) -> None:
        await self._database.write(lambda db: db.execute(_TOLD, _at(post)))

    def _of_bot(self, db: Connection) -> dict[str, int]:
        """Return between which numbers this bot's messages are stored."""
        first = self._database.budgets.places.of_bot(db, 0)
        return {"from_": first, "to_": first + 256 * SPAN - 1}

    def _locked(self, db: Connection, token_hash: str) -> tuple[WriteDoor, Place, Budget]:
        """Return the open door of a token with its chat's place and budget, locked. Raises `NotFound`."""
        found = _found(db, token_hash)
        if found is None:
            raise NotFound("a write door")
        try:
            place, budget = self._database.budgets.located(db, found.chat, locked=True)
        except BeingForgotten:
            raise NotFound("a write door") from None
        door = _found(db, token_hash)  # as it is now that nobody else can close or move it
        if door is None:
            raise NotFound("a write door")
        if budget is None or place.owner != door.owner:
            raise LedgerUnavailable("a chat is moving")  # by the repeat it has moved
        return door, place, budget


def _found(db: Connection, token_hash: str) -> WriteDoor | None:
    row = db.execute(_FIND, {"hash_": token_hash}).one_or_none()
    return _door_of(row) if row is not None else None


def _add(db: Connection, owner: int, number: int, new: NewDoor, most: int) -> StoredDoor | None:
    db.execute(_FORGET_OLD, {"owner_": owner, "now_": new.sent_at - _KEPT_AFTER_ITS_END})
    db.execute(_FORGET_CLOSED, {"owner_": owner})
    if (db.scalar(_OTHERS_OPEN, {"owner_": owner, "message_": number, "now_": new.sent_at}) or 0) >= most:
        return None
    row = db.execute(
        _KEEP,
        {
            "owner": owner,
            "chat": new.chat,
            "message": number,
            "sent_at": new.sent_at,
            "author": new.author,
            "name": new.name,
            "label": new.label,
            "token_hash": new.token_hash,
            "salt": new.salt,
            "used": 0,
        },
    ).one_or_none()
    if row is None:
        raise NotFound(f"write door of message {number}")
    return StoredDoor(_door_of(row), row.salt, row.token_hash)


def _next_number(db: Connection, owner: int, base: int) -> int:
    """Return the number of the next message that comes in through a door of a chat: its budget is locked."""
    span = {"owner_": owner, "from_": base + POSTED, "to_": base + SPAN}
    last: list[int | None] = [db.scalar(_LAST_POST, span), db.scalar(_LAST_MESSAGE, span)]
    return max(one if one is not None else 0 for one in (base + POSTED - 1, *last)) + 1


def _by_hand(db: Connection, owner: int, since: datetime) -> list[RecordedEntry]:
    return [entry_of(row.message, row) for row in db.execute(_BY_HAND, {"owner_": owner, "now_": since})]


def _in_span(number: int) -> int | None:
    return number if POSTED <= number < SPAN else None


def _at(post: KeptPost) -> dict[str, int]:
    return {"owner_": post.door.owner, "message_": post.message}


def _post_row(door: WriteDoor, post: Post) -> dict[str, Any]:
    return {
        "owner": door.owner,
        "door": door.number,
        "key_hash": post.key_hash,
        "body_hash": post.body_hash,
        "content": _content_row(post.content),
        "posted_at": post.at,
    }


def _content_row(content: Content) -> str:
    return json.dumps({"text": content} if isinstance(content, str) else asdict(content))


def _content_from(row: str) -> Content:
    content = json.loads(row)
    if "text" in content:
        return str(content["text"])
    if "begins" in content:
        return Unread(**content)
    given = content["given"]
    return GivenEntry(Given(**given | {"kind": Kind(given["kind"])}), content["day"])


def _door_of(row: Row[Any]) -> WriteDoor:
    return WriteDoor(
        row.number, row.owner, row.chat, row.author, row.label, row.sent_at, row.used, row.last_used_at, row.name
    )
