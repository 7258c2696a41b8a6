"""Share links: who may look at a budget without the chat, for how long, and what they see.

A link's secret part, its token, is never kept: only its hash is, and the salt that the token was made from with a key that
stands outside the database. So neither a stolen database nor a stolen key opens a link, and a repeat of the message that asked
for a link can say the same one again.

    token = HMAC(key, salt)        256 bits; the salt is random, and kept with the link
    hash  = SHA-256(token)         what a visitor's token is looked up by
"""

import hmac
import re
from base64 import urlsafe_b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import partial
from hashlib import sha256
from typing import NamedTuple, Protocol, TypeVar

from budget.bookkeeper import Bookkeeper
from budget.budgets import Budget
from budget.calendars import Calendar, calendar_of
from budget.categories import Category
from budget.daily import WEEKS_BACK, DailySums, before, daily_sums, days_of, usual_spent
from budget.entries import RecordedEntry
from budget.errors import InvalidChoice, NotFound, Why
from budget.history import WEEKS, History
from budget.ledger import BudgetView, WeekSums
from budget.looks import summary_of, summary_with
from budget.overview import Overview, Span, days_of_pay, month_of, parts_of, spending_on
from budget.periods import Days, Week
from budget.recording import pay_period
from budget.summary import Line, Summary
from budget.sums import balances

USUAL_LIFE = timedelta(days=30)
LONGEST_LIFE = timedelta(days=365)
_LASTS = timedelta(days=7)
MOST_LINKS = 20
"""Links of one budget that can be open at the same time."""
WEEKS_SHOWN = 8
MOST_ENTRIES = 100
"""Entries that a page lists of one week: a page stays a page."""

_LIFE = re.compile(r"(\d{1,4})\s*(d|w|days?|weeks?)", re.IGNORECASE)


_T = TypeVar("_T")


class Extent(StrEnum):
    """What a link shows."""

    FULL = "full"  # also the week's entries with their notes
    TOTALS = "totals"  # amounts by category alone


class Wish(NamedTuple):
    """What `/share` was asked for."""

    life: timedelta = USUAL_LIFE
    extent: Extent = Extent.FULL


def read_wish(words: Sequence[str]) -> Wish:
    """Read the words after `/share`: ``7d``, ``2w``, ``totals``, in any order. Raises `InvalidChoice`."""
    wish = Wish()
    for word in words:
        life = _LIFE.fullmatch(word)
        if word.lower() in set(Extent):
            wish = wish._replace(extent=Extent(word.lower()))
        elif life is not None:
            wish = wish._replace(life=_life(word, int(life[1]) * (7 if life[2][0] in "wW" else 1)))
        else:
            raise InvalidChoice(Why.UNKNOWN_SHARE, word)
    return wish


def _life(word: str, days: int) -> timedelta:
    if not 1 <= days <= LONGEST_LIFE.days:
        raise InvalidChoice(Why.LINK_LIFE, word)
    return timedelta(days=days)


@dataclass(frozen=True, slots=True)
class ShareLink:
    """A link as it is kept; ``number`` names it where its token is not known."""

    number: int
    owner: int
    extent: Extent
    created: datetime
    expires: datetime
    opened: int = 0
    last_opened: datetime | None = None


@dataclass(frozen=True, slots=True)
class NewLink:
    """A link to be kept: made by a message, which is known by its number and the moment when it was sent."""

    owner: int
    message: int
    sent_at: datetime
    extent: Extent
    expires: datetime
    salt: bytes
    token_hash: str


class StoredLink(NamedTuple):
    """A link that is kept, the salt of its token, and its token's hash."""

    link: ShareLink
    salt: bytes
    token_hash: str


class Shares(Protocol):
    """What sharing asks of storage. Every method raises `LedgerUnavailable`."""

    async def add_link(self, new: NewLink, most: int) -> StoredLink | None:
        """Keep a link. A message makes one: a later state of it changes what the link shows and how long.

        None where ``most`` are open already. Raises `NotFound` where the message's link was revoked.
        """

    async def links(self, owner: int, now: datetime) -> Sequence[ShareLink]:
        """Return a budget's open links, the oldest first."""

    async def latest_full(self, owner: int, until: datetime) -> StoredLink | None:
        """Return a budget's latest link that shows everything and is open until a moment; None for none."""

    async def revoke_link(self, owner: int, number: int, now: datetime) -> None:
        """Close a link for good; a repeat changes nothing. Raises `NotFound` where the budget has no such link."""

    async def look(
        self, token_hash: str, now: datetime, shown: Callable[[ShareLink, BudgetView], _T], *, count: bool
    ) -> _T | None:
        """Return what is ``shown`` of the budget behind the open link of a token, None for none, all of it at one moment.

        ``count`` that the link was looked at, beside the look: nothing is written down before `write_openings`. ``shown`` may
        be called again where the transaction was rolled back.
        """

    async def opens(self, token_hash: str, now: datetime) -> bool:
        """Whether a token's link is there and open."""

    async def write_openings(self) -> None:
        """Add what was counted to what the links say; what can't be written now is kept for the next time."""


class Wanted(NamedTuple):
    """What of a budget is asked for: a category's weeks, the pay period, a month, or a week; the first that is given counts."""

    day: date | None = None
    """A day of the week to show; None for today."""
    month: date | None = None
    """The first day of a month."""
    pay: bool = False
    """Whether it is the pay period of now."""
    category: str | None = None
    """The key of a category."""


@dataclass(frozen=True, slots=True)
class SharedView:
    """All that a link shows of one week. What is not in the summary is there where a page was asked for."""

    link: ShareLink
    budget: Budget
    summary: Summary
    entries: tuple[RecordedEntry, ...] | None = None
    """The week's entries; None where the link does not show them."""
    weeks: tuple[tuple[Week, int], ...] = ()
    """What was spent in each of the last weeks up to the one that is shown, the oldest first; none from before the book began."""
    sums: DailySums | None = None
    """What was spent day by day, where a page was asked for."""
    first_day: date | None = None
    """The day of the book's earliest entry."""
    usual: int | None = None
    """What is usually spent in a week up to today's weekday, minor units; None where too little is known."""


@dataclass(frozen=True, slots=True)
class SharedOverview:
    """All that a link shows of a pay period or a month. ``entries`` are None where the link does not show them."""

    link: ShareLink
    budget: Budget
    overview: Overview
    sums: DailySums
    entries: tuple[RecordedEntry, ...] | None
    first_day: date | None


@dataclass(frozen=True, slots=True)
class SharedHistory:
    """All that a link shows of one category. ``entries`` are None where the link does not show them."""

    link: ShareLink
    budget: Budget
    history: History
    sums: DailySums
    entries: tuple[RecordedEntry, ...] | None


@dataclass(frozen=True, slots=True)
class SharedCalendar:
    """The days of bills and paydays; None behind a link for totals, which names no bill."""

    link: ShareLink
    budget: Budget
    calendar: Calendar | None


@dataclass(frozen=True, slots=True)
class NothingToShow:
    """What a link does not have: a pay period before the first paycheck, a category that there is not."""

    link: ShareLink
    budget: Budget
    wanted: Wanted


Shared = SharedView | SharedOverview | SharedHistory | NothingToShow


def token_of(key: bytes, salt: bytes) -> str:
    """Make a token: 43 characters of A-Z, a-z, 0-9, - and _."""
    return urlsafe_b64encode(hmac.digest(key, salt, sha256)).rstrip(b"=").decode()


def hashed(token: str) -> str:
    """Return the hash under which a link is kept."""
    return sha256(token.encode()).hexdigest()


_THIS_WEEK = Wanted()


class Sharing:
    """Makes, lists and revokes share links, and shows what is behind one. ``key`` is a secret that no database holds."""

    def __init__(self, bookkeeper: Bookkeeper, shares: Shares, key: bytes) -> None:
        self._bookkeeper = bookkeeper
        self._shares = shares
        self._key = key

    async def share(
        self, owner: int, message: int, sent_at: datetime, words: Sequence[str], salt: bytes
    ) -> tuple[Budget, ShareLink, str]:
        """Make the link that a message asks for, and return it with its token. A repeat returns the same.

        Raises `InvalidChoice` for what cannot be asked for, and `NotFound` where the message's link can't be shown again.
        """
        wish = read_wish(words)
        budget = await self._bookkeeper.budget(owner)
        new = NewLink(
            owner, message, sent_at, wish.extent, sent_at + wish.life, salt, hashed(token_of(self._key, salt))
        )
        kept = await self._shares.add_link(new, MOST_LINKS)
        if kept is None:
            raise InvalidChoice(Why.TOO_MANY_LINKS, str(MOST_LINKS))
        token = token_of(self._key, kept.salt)
        if hashed(token) != kept.token_hash:  # it was made with another key: the bot's token has changed since
            raise NotFound(str(message))
        return budget, kept.link, token

    async def page(self, owner: int, message: int, now: datetime, salt: bytes) -> str:
        """Return the token of a link that shows everything for a week at least: of the latest one, or of a new one.

        Raises `InvalidChoice` where too many links are open.
        """
        held = await self._shares.latest_full(owner, now + _LASTS)
        if held is not None and hashed(token_of(self._key, held.salt)) == held.token_hash:
            return token_of(self._key, held.salt)
        return (await self.share(owner, message, now, (), salt))[2]

    async def links(self, owner: int, now: datetime) -> tuple[Budget, Sequence[ShareLink]]:
        """Return a budget's open links, the oldest first."""
        return await self._bookkeeper.budget(owner), await self._shares.links(owner, now)

    async def revoke(self, owner: int, number: int, now: datetime) -> None:
        """Close a link for good. Raises `NotFound` where the budget has no such link."""
        await self._shares.revoke_link(owner, number, now)

    async def look(
        self, token: str, now: datetime, wanted: Wanted = _THIS_WEEK, *, count: bool = True, page: bool = False
    ) -> Shared:
        """Return what a token shows of what is wanted. Raises `NotFound` for a token that opens nothing.

        A ``page`` shows the entries, where the link does, and the weeks before.
        """
        shared = await self._shares.look(hashed(token), now, partial(_shared, now, wanted, page), count=count)
        if shared is None:
            raise NotFound
        return shared

    async def calendar(self, token: str, now: datetime, *, count: bool = True) -> SharedCalendar:
        """Return the days of a token's bills and paydays. Raises `NotFound` for a token that opens nothing."""
        shared = await self._shares.look(hashed(token), now, partial(_calendar, now), count=count)
        if shared is None:
            raise NotFound
        return shared

    async def opens(self, token: str, now: datetime) -> bool:
        """Whether a token opens anything, without a look at it."""
        return await self._shares.opens(hashed(token), now)

    async def write_openings(self) -> None:
        """Write down how often links were opened since the last time."""
        await self._shares.write_openings()


def _calendar(now: datetime, link: ShareLink, view: BudgetView) -> SharedCalendar:
    shown = calendar_of(view, view.budget.day_of(now)) if link.extent is Extent.FULL else None
    return SharedCalendar(link, view.budget, shown)


def _shared(now: datetime, wanted: Wanted, page: bool, link: ShareLink, view: BudgetView) -> Shared:
    if wanted.category is not None:
        category = next((one for one in view.budget.categories if one.key == wanted.category), None)
        if category is None:
            return NothingToShow(link, view.budget, wanted)
        return _history(link, view, now, category, wanted.day)
    if wanted.pay or wanted.month is not None:
        return _overview(link, view, now, wanted)
    return _week(link, view, now, wanted.day, page=page)


def _week(link: ShareLink, view: BudgetView, now: datetime, day: date | None, *, page: bool) -> SharedView:
    if not page:
        return SharedView(link, view.budget, summary_of(view, now, day))
    today = view.budget.day_of(now)
    week = view.budget.week_of(day or today)
    sums = daily_sums(view, Days(before(week, WEEKS_BACK).start, week.end))
    summary = summary_with(view, now, week, WeekSums(sums.by_category(days_of(week)), sums.bills(days_of(week))))
    first = view.first_day()
    weeks = _weeks_since(first, week, WEEKS_SHOWN)
    by_week = sums.weeks_back(week.start)
    return SharedView(
        link,
        view.budget,
        summary,
        _entries(link, view, week),
        tuple((each, by_week.get(len(weeks) - 1 - n, 0)) for n, each in enumerate(weeks)),
        sums,
        first,
        usual_spent(sums, week, min(today, week.last)) if week.start <= today else None,
    )


def _overview(link: ShareLink, view: BudgetView, now: datetime, wanted: Wanted) -> Shared:
    budget = view.budget
    today = budget.day_of(now)
    period, due = pay_period(view, today)
    if wanted.pay and period is None:
        return NothingToShow(link, budget, wanted)
    span = Span.PAY if wanted.pay else Span.MONTH
    days = days_of_pay(period, today) if period is not None and wanted.pay else month_of(wanted.month or today)
    sums = daily_sums(view, days)
    parts = parts_of(budget.categories, sums.by_category(days), budget.week_of, days)
    each_day = spending_on(sums, span, days, parts)
    overview = Overview(now, today, budget.money, span, days, parts, each_day, period, due, sums.bills(days))
    return SharedOverview(link, budget, overview, sums, _entries(link, view, days), view.first_day())


def _history(link: ShareLink, view: BudgetView, now: datetime, category: Category, day: date | None) -> SharedHistory:
    budget = view.budget
    today = budget.day_of(now)
    week = budget.week_of(day or today)
    weeks = _weeks_since(view.first_day(), week, WEEKS)
    days = Days(weeks[0].start, week.end)
    sums, carried = daily_sums(view, days), balances(view, week)
    lines = tuple(
        Line(
            category,
            sums.by_category(days_of(each)).get(category.number, 0),
            each,
            carried.get(category.number, 0) if each == week else 0,
        )
        for each in weeks
    )
    history = History(now, today, budget.money, lines)
    return SharedHistory(link, budget, history, sums, _entries(link, view, days, category.number))


def _entries(
    link: ShareLink, view: BudgetView, days: Week | Days, category: int | None = None
) -> tuple[RecordedEntry, ...] | None:
    """Return the entries that a link shows, and one more where there are more; None where it shows none."""
    return tuple(view.entries_in(days, MOST_ENTRIES + 1, category)) if link.extent is Extent.FULL else None


def _weeks_since(first: date | None, week: Week, most: int) -> list[Week]:
    """Return the last weeks up to one, without those from before the first entry."""
    since = min(week.start, first or week.start)
    return [each for n in reversed(range(most)) if (each := before(week, n)).end > since]
