"""Which of several bots of one database answers a group's message that none of them keeps: a command, a look, a refused line.

Where there are no other bots it is a read a minute, and no note.
"""

from datetime import datetime, timedelta

from budget.messages import Message
from storage.database import Database
from storage.places import Chat, kind_of, other_bots
from storage.taps import SqlTaps

_LOOKED_FOR = timedelta(minutes=1)
"""For so long no other bot is looked for, where there was none."""
_REPEATED = timedelta(days=1)
"""For so long Telegram repeats a message; a note is gone earlier where a thousand others came."""


class SqlHeard:
    """The `bot.handlers.context.Heard` in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._notes = SqlTaps(database)
        self._alone_until: datetime | None = None
        self._is_known = False

    async def is_ours(self, message: Message) -> bool:
        kind = kind_of(message.owner, self._database.bot)
        if kind is Chat.OF_ONE_BOT or await self._is_alone(message.sent_at):
            return True
        if not self._is_known:  # to the others, one of which may have been alone up to now
            await self._database.write(lambda db: self._database.budgets.places.of_bot(db, 0))
            self._is_known = True
        # As in `storage.several_bots`: only a supergroup numbers a message once for all.
        second = f"{message.author} {message.sent_at:%Y-%m-%dT%H:%M:%S} {message.text}"
        name = message.number if kind is Chat.SUPERGROUP else second
        heard = f"heard {message.owner} {name}"
        return await self._notes.is_first(heard, f"{self._database.bot}", message.sent_at, _REPEATED)

    async def _is_alone(self, at: datetime) -> bool:
        if self._alone_until is not None and at < self._alone_until:
            return True
        others = await self._database.read(lambda db: other_bots(db, self._database.bot))
        self._alone_until = None if others else at + _LOOKED_FOR
        return not others
