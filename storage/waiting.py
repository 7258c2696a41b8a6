"""Telegram's updates in the database: those that wait to be tried again, and those that may have ended the process.

Each method is one transaction. All rows are those of one bot.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, bindparam, delete, func, select, update

from storage.database import Database
from storage.tables import suspects, waiting_updates
from storage.upserts import insert

SUSPECTS_STAY = timedelta(days=2)
"""Telegram forgets an update after a day, so its number can't come again after two."""

_BOT: BindParameter[int] = bindparam("bot_")
_NUMBER: BindParameter[int] = bindparam("number_")
_NUMBERS: BindParameter[int] = bindparam("numbers_", expanding=True)
_OWNER: BindParameter[int] = bindparam("owner_")

_NEW_SUSPECT = insert(suspects)
_FIRST_BEGIN = _NEW_SUSPECT.on_conflict_do_nothing()
_BEGIN = _NEW_SUSPECT.on_conflict_do_update(
    index_elements=["bot", "update_number"],
    set_={"begun": suspects.c.begun + 1, "since": _NEW_SUSPECT.excluded.since},
).returning(suspects.c.begun)
_SUSPECT = (
    select(suspects.c.begun, suspects.c.since)
    .where(suspects.c.bot == _BOT, suspects.c.update_number == _NUMBER)
    .with_for_update()
)
_SUSPECTS = select(suspects.c.update_number).where(suspects.c.bot == _BOT)
_OLD_SUSPECTS = delete(suspects).where(suspects.c.bot == _BOT, suspects.c.since < bindparam("before_"))
_CLEAR = delete(suspects).where(suspects.c.bot == _BOT, suspects.c.update_number == _NUMBER)

_KEEP = insert(waiting_updates).on_conflict_do_nothing()
_KEPT = select(waiting_updates.c.update_number).where(
    waiting_updates.c.bot == _BOT, waiting_updates.c.update_number.in_(_NUMBERS)
)
_this = waiting_updates.c.owner == _OWNER, waiting_updates.c.bot == _BOT
_FIRST = select(waiting_updates).where(*_this).order_by(waiting_updates.c.update_number).limit(1)
_POSTPONE = update(waiting_updates).where(*_this, waiting_updates.c.update_number == _NUMBER)
_DONE = delete(waiting_updates).where(*_this, waiting_updates.c.update_number == _NUMBER)
_CHATS = (
    select(
        waiting_updates.c.owner,
        func.min(waiting_updates.c.since).label("since"),
        func.min(waiting_updates.c.next_at).label("next_at"),
    )
    .where(waiting_updates.c.bot == _BOT)
    .group_by(waiting_updates.c.owner)
)


class Waiting(NamedTuple):
    """An update that waits: its chat and number, what Telegram sent (JSON), since when, how often tried, when it is due."""

    chat: int
    number: int
    body: str
    since: datetime
    tries: int
    next_at: datetime


class SqlUpdates:
    """The `bot.telegram.poison.Suspects` and `bot.telegram.waiting.WaitingUpdates` of one bot, in a database."""

    def __init__(self, database: Database, bot: int) -> None:
        self._database = database
        self._bot = bot

    # --- suspects ---

    async def count_begun(self, numbers: Collection[int], at: datetime) -> Collection[int]:
        """Add those of some updates that are not suspects yet: they were begun and did not end. Return all suspects.

        An update that is a suspect already was counted before its try, or by a process that ended before it emptied its file.
        """
        if not numbers:
            return await self._database.read(lambda db: db.scalars(_SUSPECTS, {"bot_": self._bot}).all())

        def work(db: Any) -> Collection[int]:
            db.execute(_OLD_SUSPECTS, {"bot_": self._bot, "before_": at - SUSPECTS_STAY})
            for number in sorted(numbers):
                db.execute(_FIRST_BEGIN, self._suspect(number, at))
            found: Collection[int] = db.scalars(_SUSPECTS, {"bot_": self._bot}).all()
            return found

        return await self._database.write(work)

    async def begin_suspect(self, number: int, at: datetime, pauses: Sequence[timedelta]) -> tuple[int, timedelta]:
        """Count a try of an update; return how often it was begun without an end, and how long it must still wait.

        ``pauses`` must pass after its first try, its second, and so on. Before that nothing is counted.
        """

        def work(db: Any) -> tuple[int, timedelta]:
            row = db.execute(_SUSPECT, {"bot_": self._bot, "number_": number}).one_or_none()
            if row is not None and row.begun <= len(pauses):
                pause = pauses[row.begun - 1]
                wait = min(pause, row.since + pause - at)  # the clock may have been set back
                if wait > timedelta():
                    return row.begun, wait
            return db.scalar(_BEGIN, self._suspect(number, at)), timedelta()

        return await self._database.write(work)

    async def clear_suspect(self, number: int) -> None:
        """Delete a suspect: it has ended."""
        await self._database.write(lambda db: db.execute(_CLEAR, {"bot_": self._bot, "number_": number}))

    def _suspect(self, number: int, at: datetime) -> dict[str, Any]:
        return {"bot": self._bot, "update_number": number, "begun": 1, "since": at}

    # --- updates that wait ---

    async def keep(self, updates: Sequence[tuple[int, int, str, int]], at: datetime) -> None:
        """Store updates (chat, number, body, tries), to be tried from now on. Those that are stored already stay as they are."""
        rows = [
            {
                "owner": chat,
                "bot": self._bot,
                "update_number": number,
                "body": body,
                "since": at,
                "tries": tries,
                "next_at": at,
            }
            for chat, number, body, tries in updates
        ]
        await self._database.write(lambda db: db.execute(_KEEP, rows))

    async def kept(self, numbers: Collection[int]) -> Collection[int]:
        """Return which of these updates are stored."""
        where = {"bot_": self._bot, "numbers_": list(numbers)}
        return await self._database.read(lambda db: db.scalars(_KEPT, where).all())

    async def chats(self) -> Sequence[tuple[int, datetime, datetime]]:
        """Return the chats with stored updates, each with the time of its oldest update and the time when its first is due."""
        rows = await self._database.read(lambda db: db.execute(_CHATS, {"bot_": self._bot}).all())
        return [(row.owner, row.since, row.next_at) for row in rows]

    async def first(self, chat: int) -> Waiting | None:
        """Return the first stored update of a chat, None without any."""
        where = {"bot_": self._bot, "owner_": chat}
        row = await self._database.read(lambda db: db.execute(_FIRST, where).one_or_none())
        if row is None:
            return None
        return Waiting(row.owner, row.update_number, row.body, row.since, row.tries, row.next_at)

    async def postpone(self, chat: int, number: int, tries: int, next_at: datetime) -> None:
        """Set when a stored update is tried again."""
        values = {"bot_": self._bot, "owner_": chat, "number_": number, "tries": tries, "next_at": next_at}
        await self._database.write(lambda db: db.execute(_POSTPONE, values))

    async def done(self, chat: int, number: int) -> None:
        """Delete a stored update: it is done."""
        where = {"bot_": self._bot, "owner_": chat, "number_": number}
        await self._database.write(lambda db: db.execute(_DONE, where))
