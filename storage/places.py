"""Which budget a chat's messages belong to, and under which numbers they are stored.

A chat's messages belong to the budget whose owner is the chat, unless the chat moved (a group that became a supergroup). Message
numbers are unique per bot and chat only, so several bots and several chats of one budget each get a span of numbers:

    stored number = slot of the bot * 2**56 + shift of the chat (a multiple of 2**48) + Telegram's message_id

Messages of a restored book are numbered from 2**62 on, where no bot has a slot (`storage.restoring`).
"""

from enum import Enum
from threading import Lock
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from budget.errors import BudgetError, LedgerUnavailable
from storage import statements as sql
from storage.engine import is_for_reading
from storage.prepared import fetch_first
from storage.tables import bots

SPAN = 2**48
"""A chat's own message numbers are below it. Each further chat of a budget begins at another multiple of it."""

POSTED = 2**47
"""From here on, within its span, a chat numbers what comes in through write doors: no message of Telegram's has such a number."""

NO_CHAT = -(2**62)
"""Owners at or below this are no chats: budgets that stay beside the one that they would be merged into."""

OF_A_BOT = 2**56
"""The span of one bot's message numbers."""
MOST_BOTS = 64  # 63 bits in all
_UNKNOWN_BOT = 127  # a slot that no bot has, for a bot that has written nothing: it finds nothing
_MOST_REMEMBERED = 10_000
_SUPERGROUPS = -(10**12)  # their ids are below it, those of other groups above


class Chat(Enum):
    """Who gets a chat's messages, and how they are numbered there."""

    OF_ONE_BOT = "a private chat, or a terminal"
    GROUP = "several bots, each with numbers of its own"
    SUPERGROUP = "several bots, all with the same numbers"


def kind_of(chat: int, bot: int | None) -> Chat:
    """Return what kind of chat has an id of Telegram's; ``bot`` is None for the terminal."""
    if chat >= 0 or bot is None:
        return Chat.OF_ONE_BOT
    return Chat.SUPERGROUP if chat < _SUPERGROUPS else Chat.GROUP


class TooManyMoves(BudgetError):
    """More chats moved into one budget than there are spans of message numbers."""


class Place(NamedTuple):
    """Where a chat's messages are stored. See `storage.work_tables.MoveRow`."""

    owner: int
    shift: int = 0
    merged: int = 0
    delta: int = 0


class Places:
    """The places of chats, for one bot; ``bot`` is None for the terminal."""

    def __init__(self, bot: int | None) -> None:
        self._bot = bot
        self._slot = 0 if bot is None else None
        self._moved: dict[int, Place] = {}
        self._lock = Lock()

    def remembered(self, chat: int) -> Place:
        """Return the last known place of a chat. If it is out of date, its owner has no budget any more."""
        return self._moved.get(chat) or Place(chat)

    def of(self, db: Connection, chat: int) -> Place:
        """Return the place of a chat as the database has it."""
        row = fetch_first(db, sql.MOVE_OF, {"chat_": chat})
        if row is None:
            return Place(chat)
        place = Place(*row)
        with self._lock:
            if len(self._moved) >= _MOST_REMEMBERED:
                del self._moved[next(iter(self._moved))]
            self._moved[chat] = place
        return place

    def number(self, db: Connection, place: Place, message: int) -> int:
        """Return the number under which a message of a chat is stored. Raises `ValueError` for a number outside the span."""
        return self.of_bot(db, message, also=place.shift)

    def of_bot(self, db: Connection, message: int, *, also: int = 0) -> int:
        """Return a message number in this bot's span. Raises `ValueError` as `number`."""
        shift = self._slot_of(db) * OF_A_BOT + also
        if shift and not 0 <= message < SPAN:
            raise ValueError("a message number beyond its span")
        return shift + message

    def _slot_of(self, db: Connection) -> int:
        """Return this bot's slot. The first bot of a database has slot 0."""
        if self._slot is not None:
            return self._slot
        slot: int | None = db.scalar(sql.SLOT_OF, {"bot_": self._bot})
        if slot is not None:
            self._slot = slot
            return slot
        if is_for_reading(db):
            return _UNKNOWN_BOT
        for _ in range(MOST_BOTS):  # another bot may take the same slot at the same moment
            db.execute(sql.NEW_BOT, {"bot_": self._bot})
            slot = db.scalar(sql.SLOT_OF, {"bot_": self._bot})
            if slot is not None:
                break
        if slot is None or slot >= MOST_BOTS:
            raise LedgerUnavailable(f"database: it already serves {MOST_BOTS} bots")
        return int(slot)  # not remembered: the transaction may be rolled back


def is_known(db: Connection, bot: int) -> bool:
    """Whether a bot has written to a database."""
    return db.scalar(sql.SLOT_OF, {"bot_": bot}) is not None


def other_bots(db: Connection, bot: int | None) -> int:
    """Return how many other bots have written to a database."""
    return db.scalar(select(func.count()).select_from(bots).where(bots.c.bot != bot)) or 0
