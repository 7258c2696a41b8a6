"""Budgets with their categories and keywords: read, opened, and cached until something about them changes."""

import secrets
from dataclasses import replace
from itertools import groupby
from threading import Lock
from typing import Any

from sqlalchemy import Connection

from budget.bills import Bill, Freed, Rate
from budget.budgets import Beginnings, Budget
from budget.categories import Category, starters_in
from budget.characters import visible
from budget.currencies import currency_named
from budget.errors import BeingForgotten
from budget.limits import Carry, DatedCarry, DatedLimit
from budget.locales import locale_named
from budget.money import Money
from budget.schedules import schedule_from
from storage import plan_statements as plan
from storage import statements as sql
from storage.places import Place, Places
from storage.prepared import execute_each, fetch, fetch_first

_MOST = 1000
"""Budgets in the cache, some kilobytes each."""
_MOST_ROWS = 100_000
"""Rows in the cache: categories, keywords, and those with a date (limits, what is carried, what bills cost). Most budgets have
some twenty, of 350 bytes at most; a restored book may have thousands.
"""


class Budgets:
    """The budgets of a database, cached.

    Each transaction reads a budget's revision, and the rest only if the cache has another revision. So a transaction sees every
    change that other processes committed before.
    """

    def __init__(self, bot: int | None = None) -> None:
        self.places = Places(bot)
        self._known: dict[int, tuple[int, Budget]] = {}
        self._rows = 0
        self._lock = Lock()

    def of(self, db: Connection, chat: int, *, locked: bool = False, closed: bool = False) -> Budget | None:
        """Return a chat's budget, None before it has one; ``locked`` locks its row until the transaction ends (`can_lock`).

        Raises `BeingForgotten` for a closed budget, unless ``closed`` allows it.
        """
        return self.located(db, chat, locked=locked, closed=closed)[1]

    def located(
        self, db: Connection, chat: int, *, locked: bool = False, closed: bool = False
    ) -> tuple[Place, Budget | None]:
        """Return where a chat's messages are stored, with its budget, as `of`.

        Nearly every chat is the owner of its budget, which takes no further statement.
        """
        place = self.places.remembered(chat)
        budget = self._owned(db, place.owner, locked=locked, closed=closed)
        if budget is None:
            place = self.places.of(db, chat)
            budget = self._owned(db, place.owner, locked=locked, closed=closed)
        return place, budget

    def _owned(self, db: Connection, owner: int, *, locked: bool, closed: bool = False) -> Budget | None:
        statement = sql.LOCK_BUDGET if locked and can_lock(db) else sql.REVISION
        state = fetch_first(db, statement, {"owner_": owner})
        if state is None:
            return None
        revision, forget_at = state
        if forget_at is not None and not closed:
            raise BeingForgotten(forget_at)
        return self.at(db, owner, revision)

    def at(self, db: Connection, owner: int, revision: int) -> Budget:
        """Return the budget of an owner, which has this revision in the transaction."""
        known = self._known.get(owner)
        if known is not None and known[0] == revision:
            return known[1]
        budget = read_budget(db, owner)
        rows = _rows_in(budget)
        with self._lock:
            self._drop(owner)
            while self._known and (len(self._known) >= _MOST or self._rows + rows > _MOST_ROWS):
                self._drop(next(iter(self._known)))
            self._known[owner] = revision, budget
            self._rows += rows
        return budget

    @property
    def remembered(self) -> list[int]:
        """The owners of the budgets in the cache, the one first that goes first."""
        return list(self._known)

    def _drop(self, owner: int) -> None:
        known = self._known.pop(owner, None)
        if known is not None:
            self._rows -= _rows_in(known[1])

    def opened(self, db: Connection, chat: int, beginnings: Beginnings) -> tuple[Place, Budget]:
        """Return the place of a chat and its budget, locked; a missing budget is made with the starting categories."""
        place, budget = self.located(db, chat, locked=True)
        if budget is None:
            # A move of this chat at the same time must see the new budget, or be seen here.
            lock_owners(db, {chat, place.owner})
            place, budget = self.located(db, chat, locked=True)
        if budget is None:
            _open(db, place.owner, beginnings)
            budget = self._owned(db, place.owner, locked=True)
        assert budget is not None  # noqa: S101 - it was there, or was made just now
        return place, budget


def lock_owners(db: Connection, owners: set[int]) -> None:
    """Let no other transaction open or move a budget of these owners. A writer to a SQLite file has locked all of it."""
    if can_lock(db):
        for owner in sorted(owners):
            db.execute(sql.LOCK_OWNER, {"owner_": owner})


def can_lock(db: Connection) -> bool:
    """Whether rows can be locked; a writer to a SQLite file has locked all of it."""
    return db.dialect.name == "postgresql"


def renew(db: Connection, owner: int) -> None:
    """Give a budget another revision, after a change of anything that `Budget` holds."""
    fetch(db, sql.NEW_REVISION, {"owner_": owner, "revision": _revision()})


def settings_row(of: Beginnings | Budget) -> dict[str, Any]:
    """Return a budget's settings, or those that it begins with, as columns."""
    return {
        "currency": of.money.currency.code,
        "exponent": of.money.currency.exponent,
        "locale": of.money.locale.name,
        "time_zone": of.time_zone,
        "week_starts_on": of.week_starts_on,
        "language": of.language,
    }


def _revision() -> int:
    # Random, not incremented: a deleted and re-created budget must not reuse a revision, nor may a change that was rolled back.
    return secrets.randbits(62)


def _open(db: Connection, owner: int, beginnings: Beginnings) -> None:
    row = {"owner": owner, "revision": _revision()} | settings_row(beginnings)
    if not fetch(db, sql.NEW_BUDGET, row):
        return
    for position, new in enumerate(starters_in(beginnings.language), 1):
        limit = new.limit_in(beginnings.money.currency)
        category = {"key": new.key, "name": new.name, "weekly_limit": limit, "position": position}
        (made,) = fetch(db, sql.NEW_CATEGORY, {"owner": owner, "removed": False} | category)
        words = [{"owner": owner, "word": word, "category": made.number} for word in new.keywords]
        execute_each(db, sql.NEW_KEYWORD, words)


def read_budget(db: Connection, owner: int) -> Budget:
    """Return a budget that exists, as the database has it now."""
    rows = fetch(db, sql.BUDGET, {"owner_": owner})
    limits, carries = _dated(db, owner)
    categories = []
    for _, group in groupby(rows, key=lambda row: row.number):
        same = list(group)
        first = same[0]
        words = tuple(row.word for row in same if row.word is not None)
        # Older programs stored names with characters that are refused today.
        name = visible(first.name)
        dated = limits.get(first.number, ()), carries.get(first.number, ())
        categories.append(Category(first.number, first.key, name, words, first.weekly_limit, first.removed, *dated))
    settings = rows[0]
    currency = replace(currency_named(settings.currency), exponent=settings.exponent)
    money = Money(currency, locale_named(settings.locale))
    return Budget(
        owner,
        money,
        settings.time_zone,
        settings.week_starts_on,
        tuple(categories),
        _bills(db, owner),
        schedule_from(settings.payday) if settings.payday is not None else None,
        bool(settings.has_spreads),
        None if settings.card_off is None else not settings.card_off,
        settings.language,
        settings.called or "",
        settings.title or "",
        settings.digest_offered,
    )


def _rows_in(budget: Budget) -> int:
    """Return how many rows a budget was read from."""
    of_categories = sum(1 + len(one.keywords) + len(one.limits) + len(one.carries) for one in budget.categories)
    return of_categories + sum(len(one.rates) for one in budget.bills)


def _dated(db: Connection, owner: int) -> tuple[dict[int, tuple[DatedLimit, ...]], dict[int, tuple[DatedCarry, ...]]]:
    """Return the limits of a budget's categories and what they carry, from which day on."""
    limits: dict[int, list[DatedLimit]] = {}
    carries: dict[int, list[DatedCarry]] = {}
    for row in fetch(db, plan.DATED, {"owner_": owner}):
        if row.carry is None:
            limits.setdefault(row.category, []).append(DatedLimit(row.since, row.amount, row.removed))
        else:
            carries.setdefault(row.category, []).append(DatedCarry(row.since, Carry(row.carry)))
    return (
        {category: tuple(dated) for category, dated in limits.items()},
        {category: tuple(dated) for category, dated in carries.items()},
    )


def _bills(db: Connection, owner: int) -> tuple[Bill, ...]:
    bills = []
    for _, group in groupby(fetch(db, plan.BILLS, {"owner_": owner}), key=lambda row: row.number):
        same = list(group)
        first = same[0]
        rates = tuple(Rate(row.rate_since, row.amount, row.about) for row in same)
        name, schedule = visible(first.name), schedule_from(first.schedule)
        freed = Freed(first.freed_on, first.freed_used, first.freed) if first.freed_on is not None else None
        has = first.category, first.ahead, first.removed, freed
        bills.append(Bill(first.number, name, schedule, first.since, rates, *has))
    return tuple(bills)
