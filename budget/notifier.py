"""What chats are told without being asked: who is due, what is said, and what people say of it; one transaction each.

A tick asks for the budgets that are due and decides for each in a locked transaction, which stores that the word is said. Only then
it is sent: a process that ends in between says nothing twice, and that word is lost. It knows no sentence and no chat platform.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from copy import copy
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import NamedTuple, Protocol, TypeVar

from budget.bills import LET_GO_AFTER, Bills, State
from budget.budgets import Beginnings, Budget
from budget.errors import BeingForgotten, NotFound
from budget.ledger import BudgetView
from budget.looks import summary_of
from budget.notifications import Moment, Notification, Notifications, decide, digest_said, next_tick, reminder_said
from budget.periods import Days, Week, zone_named
from budget.summary import Summary
from budget.sums import bills_of, spent_in_week

_T = TypeVar("_T")

MOST_AT_ONCE = 100
"""Budgets that are looked up at a time."""
_MOST_LOOKED_AT = 10_000
"""Budgets of which is remembered that this week's digest offer was looked for."""
_DAY = timedelta(days=1)
_LATER = timedelta(hours=1)
"""When a chat is looked at again for which nothing could be decided."""
_AHEAD = timedelta(days=62)
"""In which the next due day is looked for; a budget with bills is looked at again at its end at the latest."""


class NotificationTransaction(BudgetView, Protocol):
    """What one budget is told, locked."""

    chat: int
    """Where it is told."""
    wanted: Notifications

    def note_quiet_day(self, day: date) -> None:
        """Store that somebody said that nothing was spent on a day."""

    def note_digest_offered(self) -> None:
        """Store that the digest was offered, or that somebody set when it comes."""

    def put(self, wanted: Notifications, next_at: datetime | None) -> None:
        """Store what holds, and when a tick looks at it next; None: never."""

    def look_again(self, wanted: Notifications) -> None:
        """Store what holds; the next tick looks at it."""


class NotificationStore(Protocol):
    """The notifications that one bot says. Every method raises `LedgerUnavailable`."""

    async def due(self, now: datetime, most: int) -> Sequence[int]:
        """Return the owners of open budgets that are to be looked at, the longest due first."""

    async def wanted(self, owner: int) -> Notifications:
        """Return what a chat wants to be told; nothing where it has no budget. Raises `BeingForgotten`."""

    async def change(
        self, owner: int, act: Callable[[NotificationTransaction], _T], beginnings: Beginnings | None = None
    ) -> _T:
        """Return what ``act`` returns for a locked budget, once that is committed.

        A missing budget is opened with ``beginnings``; without them it raises `NotFound`. Raises `BeingForgotten`.
        """


class Digest(NamedTuple):
    """The week that it tells of (`_told_week`), and what was spent in the week before that, minor units."""

    summary: Summary
    before: int


class Told(NamedTuple):
    """What a chat is told, in which budget, as of a local day."""

    owner: int
    chat: int
    budget: Budget
    today: date
    notification: Notification
    digest: Digest | None = None


class Notifier:
    """Says what is due, for any chat; ``beginnings`` are what a new budget starts with."""

    def __init__(self, store: NotificationStore, beginnings: Beginnings) -> None:
        self._store = store
        self._beginnings = beginnings
        self._looked: dict[int, date] = {}

    # --- a tick ---

    async def due(self, now: datetime) -> Sequence[int]:
        """Return the owners of budgets that a tick looks at now."""
        return await self._store.due(now, MOST_AT_ONCE)

    async def decide(self, owner: int, now: datetime) -> Told | None:
        """Return what a chat is told now, stored as said; None for nothing, and where the budget is gone or closed meanwhile."""
        try:
            return await self._store.change(owner, lambda tx: _decided(tx, now))
        except (BeingForgotten, NotFound):
            return None

    async def put_off(self, owner: int, now: datetime) -> None:
        """Look at a chat later, because what it is told can't be decided: those that are due after it are not to wait for it."""
        with suppress(BeingForgotten, NotFound):
            await self._store.change(owner, lambda tx: tx.put(tx.wanted, now + _LATER))

    async def stop(self, owner: int) -> None:
        """Tell a chat nothing more, because it has blocked the bot."""

        def act(tx: NotificationTransaction) -> None:
            tx.put(replace(tx.wanted, stopped=True), None)

        await self._store.change(owner, act)

    def beginning(self, begin: Beginnings) -> "Notifier":
        """Return the same use cases, by which a new budget begins otherwise."""
        other = copy(self)
        other._beginnings = begin  # noqa: SLF001 - one of its own kind
        return other

    # --- what people say of it ---

    async def start(self, owner: int) -> None:
        """Tell a chat again what is due, which had blocked the bot."""

        def act(tx: NotificationTransaction) -> None:
            if tx.wanted.stopped:
                tx.look_again(replace(tx.wanted, stopped=False))

        await self._store.change(owner, act, self._beginnings)

    async def wanted(self, owner: int) -> Notifications:
        """Return what a chat wants to be told; nothing where it has no budget. Raises `BeingForgotten`."""
        return await self._store.wanted(owner)

    async def set_digest(self, owner: int, text: str) -> Notifications:
        """Set when the digest comes: a weekday and a time, or `off`. Raises `InvalidChoice`."""
        digest = digest_said(text)

        def act(tx: NotificationTransaction) -> Notifications:
            if not tx.budget.digest_offered:
                tx.note_digest_offered()
            tx.look_again(replace(tx.wanted, digest=digest, empty_digests=0))
            return tx.wanted

        return await self._store.change(owner, act, self._beginnings)

    async def set_reminder(self, owner: int, text: str) -> Notifications:
        """Set when the reminder comes: a time, or `off`. Raises `InvalidChoice`."""
        reminder = reminder_said(text)

        def act(tx: NotificationTransaction) -> Notifications:
            tx.look_again(replace(tx.wanted, reminder=reminder, unanswered=0))
            return tx.wanted

        return await self._store.change(owner, act, self._beginnings)

    # --- offering the digest ---

    def may_offer_digest(self, budget: Budget, today: date) -> bool:
        """Whether `offers_digest` is to be asked: only in a week can become true what was not in the one before.

        It is answered once for each budget and week.
        """
        week = budget.week_of(today).start
        if budget.digest_offered or self._looked.get(budget.owner) == week:
            return False
        if len(self._looked) >= _MOST_LOOKED_AT:
            self._looked.clear()
        self._looked[budget.owner] = week
        return True

    async def offer_digest(self, owner: int) -> bool:
        """Note that the digest is offered; False where it was before."""

        def act(tx: NotificationTransaction) -> bool:
            if tx.budget.digest_offered:
                return False
            tx.note_digest_offered()
            return True

        return await self._store.change(owner, act)

    async def answer_reminder(self, owner: int, nothing_spent: date | None = None) -> Notifications:
        """Note that somebody answered a reminder, perhaps that nothing was spent on a day. A repeat changes nothing.

        Raises `NotFound` where the chat has no budget.
        """

        def act(tx: NotificationTransaction) -> Notifications:
            if nothing_spent is not None:
                tx.note_quiet_day(nothing_spent)
            latest = max(filter(None, (tx.wanted.nothing_spent, nothing_spent)), default=None)
            tx.look_again(replace(tx.wanted, unanswered=0, nothing_spent=latest))
            return tx.wanted

        return await self._store.change(owner, act)


def offers_digest(view: BudgetView, now: datetime) -> bool:
    """Whether the digest may be offered: the week before is whole since the first entry, and holds one."""
    before = view.budget.week_of(view.budget.day_of(now)).previous
    first = view.first_day()
    return first is not None and first <= before.start and bool(view.entries_in(before, 1))


def _decided(tx: NotificationTransaction, now: datetime) -> Told | None:
    budget, held = tx.budget, tx.wanted
    local = now.astimezone(zone_named(budget.time_zone))
    today = local.date()
    bills = bills_of(tx, date.min)
    late = today - timedelta(days=LET_GO_AFTER)
    moment = Moment(
        local,
        tuple(due for due in bills.dues(today, today + _DAY, today) if due.state.is_open),
        tuple(due for due in bills.dues(late, late + _DAY, today) if due.state is State.LET_GO),
        recorded_today=held.reminder is not None and (held.nothing_spent == today or _is_recorded(tx, today)),
        recorded_last_week=held.digest is not None and bool(tx.entries_in(_told_week(budget, today), 1)),
        recorded_since=_is_recorded_since(tx, today),
    )
    said, wanted = decide(held, moment)
    tx.put(wanted, next_tick(wanted, now, budget.time_zone, _next_due(bills, today)))
    if said is None:
        return None
    digest = _digest_of(tx, now, _told_week(budget, today)) if said.digest else None
    return Told(budget.owner, tx.chat, budget, today, said, digest)


def _is_recorded(tx: NotificationTransaction, today: date) -> bool:
    latest = tx.entries_in(tx.budget.week_of(today), 1)  # the latest day comes first
    return bool(latest) and latest[0].entry.day >= today


def _is_recorded_since(tx: NotificationTransaction, today: date) -> bool:
    held = tx.wanted
    if not held.unanswered or held.last_said is None:
        return False
    return bool(tx.entries_in(Days(held.last_said, today + _DAY), 1))


def _next_due(bills: Bills, today: date) -> date | None:
    """Return the next day after today on which a bill may be due or let go, None without bills.

    Paid occurrences count: their entries may be undone.
    """
    if not bills.current:
        return None
    end = today + _AHEAD
    due = [one.day for one in bills.dues(today + _DAY, end, today) if one.state is not State.SKIPPED]
    lasting = timedelta(days=LET_GO_AFTER)
    let_go = [one.day + lasting for one in bills.dues(today + _DAY - lasting, today + _DAY, today) if one.state.is_open]
    return min([*due, *let_go, end])


def _told_week(budget: Budget, today: date) -> Week:
    """Return the week that a digest of today tells of: the one that ends today, else the one before this one."""
    week = budget.week_of(today)
    return week if week.end == today + _DAY else week.previous


def _digest_of(tx: NotificationTransaction, now: datetime, week: Week) -> Digest:
    summary = summary_of(tx, now, week.start)
    return Digest(summary, sum(spent_in_week(tx, summary.week.previous).by_category.values()))
