"""The cards of chats: the rows, and the `budget.cards.CardStore` over them."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Connection,
    and_,
    bindparam,
    case,
    exists,
    func,
    select,
    true,
    update,
)

from budget.budgets import Beginnings
from budget.cards import Claim, StoredCard
from budget.errors import NotFound
from storage.budgets import renew
from storage.database import Database
from storage.places import NO_CHAT
from storage.prepared import fetch
from storage.tables import budgets, cards, entries
from storage.upserts import insert

AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)
"""A moment that is past for every clock."""

_INSTANT = cards.c.draw_at.type
_OWNER: BindParameter[int] = bindparam("owner_")
_CHAT: BindParameter[int] = bindparam("chat_", type_=BigInteger)
_BOT: BindParameter[int] = bindparam("bot_", type_=BigInteger)
_MESSAGE: BindParameter[int | None] = bindparam("message_", type_=BigInteger)
_NOW: BindParameter[datetime] = bindparam("now_", type_=_INSTANT)
_UNTIL: BindParameter[datetime] = bindparam("until_", type_=_INSTANT)
_FREE_AT: BindParameter[datetime] = bindparam("free_at_", type_=_INSTANT)
_DRAW_AT: BindParameter[datetime | None] = bindparam("draw_at_", type_=_INSTANT)

_COLUMNS = cards.c["chat", "card", "before", "bars", "off", "asked", "drawn"]
_ROW = select(*_COLUMNS, cards.c.bot).where(cards.c.owner == _OWNER)
_NEW = insert(cards)
# Who draws the card goes on until the claim is over: `free_at` stays.
_PUT = _NEW.on_conflict_do_update(
    index_elements=["owner"],
    set_={column.name: _NEW.excluded[column.name] for column in cards.c if column.name not in {"owner", "free_at"}},
)
_OFFER = _NEW.on_conflict_do_nothing().returning(cards.c.owner)
_SOME = select(entries.c.line).where(entries.c.owner == _OWNER).limit(bindparam("entries_")).subquery()
_HOW_MANY = select(func.count()).select_from(_SOME)

MARK = update(cards).where(cards.c.owner == _OWNER, ~cards.c.off).values(draw_at=AT_ONCE)
"""What an act does to the card of its budget."""
_FOLLOW = (
    update(cards)
    .where(cards.c.owner == _OWNER, cards.c.chat != _CHAT)
    .values(
        chat=_CHAT,
        card=None,
        before=None,
        drawn="",
        draw_at=case((cards.c.off, None), else_=AT_ONCE),
        free_at=AT_ONCE,
    )
)

_DUE = (
    select(cards.c.owner)
    .where(
        cards.c.bot == _BOT,
        cards.c.draw_at <= _NOW,
        cards.c.free_at <= _NOW,
        cards.c.owner > NO_CHAT,
        ~exists().where(budgets.c.owner == cards.c.owner, budgets.c.forget_at.is_not(None)),
    )
    .order_by(cards.c.draw_at)
    .limit(bindparam("most_"))
)
# Until the claim is over the card is due to nobody; it is due again then, unless it was released before.
_CLAIM = (
    update(cards)
    .where(cards.c.owner == _OWNER, cards.c.bot == _BOT, cards.c.draw_at <= _NOW, cards.c.free_at <= _NOW)
    .values(draw_at=_UNTIL, free_at=_UNTIL)
    .returning(*_COLUMNS)
)
_is_claimed = and_(cards.c.owner == _OWNER, cards.c.free_at == _UNTIL)
_SENT = update(cards).where(_is_claimed, cards.c.chat == _CHAT, cards.c.card.is_(None)).values(card=_MESSAGE)
_RELEASE = (
    update(cards)
    .where(_is_claimed)
    .values(
        # An act may have marked it meanwhile.
        draw_at=case((cards.c.draw_at == _UNTIL, _DRAW_AT), else_=cards.c.draw_at),
        free_at=_FREE_AT,
        drawn=bindparam("drawn_"),
    )
)
_RETRY = update(cards).where(_is_claimed).values(draw_at=AT_ONCE, free_at=_FREE_AT, drawn="")
_TAKEN_DOWN = update(cards).where(_is_claimed, cards.c.before == bindparam("before_")).values(before=None)
_DROP = (
    update(cards)
    .where(
        _is_claimed,
        cards.c.off == bindparam("off_"),
        cards.c.card.is_not_distinct_from(_MESSAGE),
    )
    .values(off=true(), card=None, before=None, drawn="", draw_at=None, free_at=AT_ONCE)
)


def mark(db: Connection, owner: int) -> None:
    """Let the card of a budget be drawn at once, because a number has changed."""
    fetch(db, MARK, {"owner_": owner})


def follow(db: Connection, owner: int, chat: int) -> None:
    """Let a budget's card be sent into the chat that its group has become: messages of the old one can't be edited there."""
    db.execute(_FOLLOW, {"owner_": owner, "chat_": chat})


class SqlCards:
    """The `budget.cards.CardStore` in a database, for one bot. ``marked`` is told what `SqlLedger` tells."""

    def __init__(self, database: Database, bot: int, marked: Callable[[int, int], None] | None = None) -> None:
        self._database = database
        self._bot = bot
        self._marked = marked

    async def change(
        self,
        chat: int,
        asked: int | None,
        act: Callable[[StoredCard | None, int | None], StoredCard | None],
        beginnings: Beginnings | None,
    ) -> None:
        known = self._database.budgets

        def work(db: Connection) -> int | None:
            if beginnings is not None:
                place, budget = known.opened(db, chat, beginnings)
            else:
                place, found = known.located(db, chat, locked=True)
                if found is None:
                    raise NotFound(f"a budget of {chat}")
                budget = found
            row = db.execute(_ROW, {"owner_": budget.owner}).one_or_none()
            held = StoredCard(*row[:-1]) if row is not None and row.bot == self._bot else None
            card = act(held, known.places.number(db, place, asked) if asked is not None else None)
            if card is None:
                return None
            db.execute(_PUT, self._row(budget.owner, card) | {"draw_at": AT_ONCE})
            renew(db, budget.owner)
            return budget.owner

        owner = await self._database.write(work)
        if owner is not None and self._marked is not None:
            self._marked(chat, owner)

    async def offer(self, owner: int, entries: int) -> bool:
        def enough(db: Connection) -> bool:
            budget = self._database.budgets.of(db, owner)
            if budget is None or budget.card is not None:
                return False
            return (db.scalar(_HOW_MANY, {"owner_": budget.owner, "entries_": entries}) or 0) >= entries

        def work(db: Connection) -> bool:
            budget = self._database.budgets.of(db, owner, locked=True)
            if budget is None:
                return False
            row = self._row(budget.owner, StoredCard(owner, off=True))
            offered = db.scalar(_OFFER, row) is not None
            if offered:
                renew(db, budget.owner)
            return offered

        return await self._database.read(enough) and await self._database.write(work)

    async def due(self, now: datetime, most: int) -> Sequence[int]:
        where = {"bot_": self._bot, "now_": now, "most_": most}
        return await self._database.read(lambda db: list(db.scalars(_DUE, where)))

    async def claim(self, owner: int, now: datetime, until: datetime) -> StoredCard | None:
        where = {"owner_": owner, "bot_": self._bot, "now_": now, "until_": until}

        def work(db: Connection) -> StoredCard | None:
            row = db.execute(_CLAIM, where).one_or_none()
            return StoredCard(*row) if row is not None else None

        return await self._database.write(work)

    async def sent(self, claim: Claim, message: int) -> bool:
        return await self._claimed(_SENT, claim, chat_=claim.card.chat, message_=message)

    async def release(self, claim: Claim, free_at: datetime, draw_at: datetime | None, drawn: str) -> None:
        await self._claimed(_RELEASE, claim, free_at_=free_at, draw_at_=draw_at, drawn_=drawn)

    async def retry(self, claim: Claim, free_at: datetime) -> None:
        await self._claimed(_RETRY, claim, free_at_=free_at)

    async def taken_down(self, claim: Claim) -> None:
        await self._claimed(_TAKEN_DOWN, claim, before_=claim.card.before)

    async def drop(self, claim: Claim) -> bool:
        def work(db: Connection) -> bool:
            where = {"owner_": claim.owner, "until_": claim.until}
            card = {"off_": claim.card.off, "message_": claim.card.message}
            dropped = db.execute(_DROP, where | card).rowcount == 1
            if dropped:
                renew(db, claim.owner)
            return dropped

        return await self._database.write(work)

    async def _claimed(self, statement: Any, claim: Claim, **values: Any) -> bool:
        """Change a card that is claimed; False where the claim is over."""
        where = {"owner_": claim.owner, "until_": claim.until} | values
        return await self._database.write(lambda db: db.execute(statement, where).rowcount == 1)

    def _row(self, owner: int, card: StoredCard) -> dict[str, Any]:
        values = (card.chat, card.message, card.before, card.bars, card.off, card.asked, card.drawn)
        held = dict(zip((column.name for column in _COLUMNS), values, strict=True))
        return held | {"owner": owner, "bot": self._bot, "draw_at": None, "free_at": AT_ONCE}
