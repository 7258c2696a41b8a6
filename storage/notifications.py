"""What chats are told without being asked: the rows, and the `budget.notifier.NotificationStore` over them."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time
from typing import Any, TypeVar

from sqlalchemy import BigInteger, BindParameter, Connection, bindparam, exists, select, update

from budget.budgets import Beginnings, Budget
from budget.errors import NotFound
from budget.exports.books import Memory
from budget.notifications import DigestTime, Notifications
from budget.notifier import NotificationTransaction
from storage.budgets import renew
from storage.database import Database
from storage.places import NO_CHAT
from storage.plan_statements import NEW_QUIET_DAY
from storage.sheet import BudgetSheet
from storage.statements import CHANGE_BUDGET
from storage.tables import budgets, notifications
from storage.upserts import insert

_T = TypeVar("_T")

_AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)
"""A moment that is past for every clock: the next tick looks at the row."""

_OWNER: BindParameter[int] = bindparam("owner_")
_CHAT: BindParameter[int] = bindparam("chat_", type_=BigInteger)
_NOW: BindParameter[datetime] = bindparam("now_", type_=notifications.c.next_at.type)

_ROW = select(notifications).where(notifications.c.owner == _OWNER)
_NEW = insert(notifications)
_TOLD_BY = _NEW.on_conflict_do_update(
    index_elements=["owner"], set_={name: _NEW.excluded[name] for name in ("bot", "chat", "next_at")}
)
_PUT = _NEW.on_conflict_do_update(
    index_elements=["owner"],
    set_={column.name: _NEW.excluded[column.name] for column in notifications.c if column.name != "owner"},
)
_AGAIN = update(notifications).where(notifications.c.owner == _OWNER).values(next_at=_AT_ONCE)
_TELL_IN = _AGAIN.values(chat=_CHAT)
_DUE = (
    select(notifications.c.owner)
    .where(
        notifications.c.bot == bindparam("bot_"),
        notifications.c.next_at <= _NOW,
        notifications.c.owner > NO_CHAT,
        ~exists().where(budgets.c.owner == notifications.c.owner, budgets.c.forget_at.is_not(None)),
    )
    .order_by(notifications.c.next_at)
    .limit(bindparam("most_"))
)


def told_by(db: Connection, owner: int, bot: int, chat: int) -> None:
    """Let a bot tell a budget's chat what is due; the next tick looks at it."""
    db.execute(_TOLD_BY, _row(Notifications()) | {"owner": owner, "bot": bot, "chat": chat, "next_at": _AT_ONCE})


def look_again(db: Connection, owner: int) -> None:
    """Let the next tick look at a budget, if it is told anything."""
    db.execute(_AGAIN, {"owner_": owner})


def tell_in(db: Connection, owner: int, chat: int) -> None:
    """Let a budget be told in another chat; the next tick looks at it."""
    db.execute(_TELL_IN, {"owner_": owner, "chat_": chat})


def wanted_by(db: Connection, owner: int) -> Notifications:
    """Return what a budget's chat wants to be told; nothing where it has no row."""
    row = db.execute(_ROW, {"owner_": owner}).mappings().one_or_none()
    return _wanted(row) if row is not None else Notifications()


def want(db: Connection, owner: int, bot: int, chat: int, restored: Memory) -> None:
    """Let a bot tell a budget's chat what a restored book says; the next tick looks at it."""
    wanted = Notifications(restored.digest, restored.reminder)
    db.execute(_PUT, _row(wanted) | {"owner": owner, "bot": bot, "chat": chat, "next_at": _AT_ONCE})


class NotificationSheet(BudgetSheet):
    """The `NotificationTransaction` of a locked budget."""

    def __init__(self, db: Connection, budget: Budget, bot: int, chat: int) -> None:
        """``chat`` is where a budget is told that has no row yet."""
        super().__init__(db, budget)
        row = db.execute(_ROW, self._owner).mappings().one_or_none()
        self._bot = bot
        self.chat: int = row["chat"] if row is not None else chat
        self.wanted = _wanted(row) if row is not None else Notifications()

    def note_quiet_day(self, day: date) -> None:
        self._db.execute(NEW_QUIET_DAY, {"owner": self.budget.owner, "day": day})

    def note_digest_offered(self) -> None:
        self._db.execute(CHANGE_BUDGET, self._owner | {"digest_offered": True})
        renew(self._db, self.budget.owner)

    def put(self, wanted: Notifications, next_at: datetime | None) -> None:
        self._put(wanted, next_at)

    def look_again(self, wanted: Notifications) -> None:
        self._put(wanted, _AT_ONCE)

    def _put(self, wanted: Notifications, next_at: datetime | None) -> None:
        key = {"owner": self.budget.owner, "bot": self._bot, "chat": self.chat, "next_at": next_at}
        self._db.execute(_PUT, _row(wanted) | key)
        self.wanted = wanted


class SqlNotifications:
    """The `budget.notifier.NotificationStore` in a database, for one bot."""

    def __init__(self, database: Database, bot: int) -> None:
        self._database = database
        self._bot = bot

    async def due(self, now: datetime, most: int) -> Sequence[int]:
        where = {"bot_": self._bot, "now_": now, "most_": most}
        return await self._database.read(lambda db: list(db.scalars(_DUE, where)))

    async def wanted(self, owner: int) -> Notifications:
        known = self._database.budgets
        return await self._database.read(lambda db: wanted_by(db, known.located(db, owner)[0].owner))

    async def change(
        self, owner: int, act: Callable[[NotificationTransaction], _T], beginnings: Beginnings | None = None
    ) -> _T:
        known = self._database.budgets

        def work(db: Connection) -> _T:
            if beginnings is not None:
                budget: Budget | None = known.opened(db, owner, beginnings)[1]
            else:
                budget = known.of(db, owner, locked=True)
            if budget is None:
                raise NotFound(f"a budget of {owner}")
            return act(NotificationSheet(db, budget, self._bot, owner))

        return await self._database.write(work)


def _row(wanted: Notifications) -> dict[str, Any]:
    digest = wanted.digest
    return {
        "digest_weekday": digest.weekday if digest is not None else None,
        "digest_minutes": _minutes(digest.at) if digest is not None else None,
        "reminder_minutes": _minutes(wanted.reminder) if wanted.reminder is not None else None,
        "empty_digests": wanted.empty_digests,
        "unanswered": wanted.unanswered,
        "last_said": wanted.last_said,
        "last_digest": wanted.last_digest,
        "nothing_spent": wanted.nothing_spent,
        "stopped": wanted.stopped,
    }


def _wanted(row: Any) -> Notifications:
    digest = row["digest_weekday"]
    return Notifications(
        DigestTime(digest, _time(row["digest_minutes"])) if digest is not None else None,
        _time(row["reminder_minutes"]) if row["reminder_minutes"] is not None else None,
        row["empty_digests"],
        row["unanswered"],
        row["last_said"],
        row["last_digest"],
        row["nothing_spent"],
        row["stopped"],
    )


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _time(minutes: int) -> time:
    return time(*divmod(minutes, 60))
