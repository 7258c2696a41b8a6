"""Makes, lists and revokes share links, and shows what is behind one."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TypeVar

from budget.bookkeeper import Bookkeeper
from budget.budgets import Budget
from budget.errors import InvalidChoice, NotFound, Why
from budget.ledger import BudgetView
from budget.share_links import (
    LASTS,
    MOST_LINKS,
    NewLink,
    ShareLink,
    Shares,
    Visitor,
    hashed,
    kept_token,
    read_wish,
    token_of,
)
from budget.shared import Shared, SharedCalendar, Wanted, shown, shown_calendar

_THIS_WEEK = Wanted()
_T = TypeVar("_T")


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
        token = kept_token(self._key, kept.salt, kept.token_hash)
        if token is None:
            raise NotFound(str(message))
        return budget, kept.link, token

    async def page(self, owner: int, message: int, now: datetime, salt: bytes) -> str:
        """Return the token of a link that shows everything for a week at least: of the latest one, or of a new one.

        Raises `InvalidChoice` where too many links are open.
        """
        return await self.open_page(owner, now) or (await self.share(owner, message, now, (), salt))[2]

    async def open_page(self, owner: int, now: datetime) -> str | None:
        """Return the token of the latest link that shows everything for a week at least; None where none is open."""
        held = await self._shares.latest_full(owner, now + LASTS)
        return kept_token(self._key, held.salt, held.token_hash) if held is not None else None

    async def links(self, owner: int, now: datetime) -> tuple[Budget, Sequence[ShareLink]]:
        """Return a budget's open links, the oldest first."""
        return await self._bookkeeper.shown_budget(owner), await self._shares.links(owner, now)

    async def revoke(self, owner: int, number: int, now: datetime) -> None:
        """Close a link for good. Raises `NotFound` where the budget has no such link."""
        await self._shares.revoke_link(owner, number, now)

    async def look(
        self, token: str, now: datetime, wanted: Wanted = _THIS_WEEK, *, count: bool = True, page: bool = False
    ) -> Shared:
        """Return what a token shows of what is wanted. Raises `NotFound` for a token that opens nothing.

        A ``page`` shows the entries, where the link does, and the weeks before.
        """
        visitor = Visitor.PERSON if page else Visitor.PROGRAM
        return await self._looked(token, now, partial(shown, now, wanted, page), visitor if count else None)

    async def calendar(self, token: str, now: datetime, *, count: bool = True) -> SharedCalendar:
        """Return the days of a token's bills and paydays. Raises `NotFound` for a token that opens nothing."""
        return await self._looked(token, now, partial(shown_calendar, now), Visitor.PROGRAM if count else None)

    async def budget(self, token: str, now: datetime, *, count: bool = True) -> Budget:
        """Return a token's budget alone, without a sum. Raises `NotFound` for a token that opens nothing."""
        return await self._looked(token, now, lambda _link, view: view.budget, Visitor.PROGRAM if count else None)

    async def _looked(
        self, token: str, now: datetime, shows: Callable[[ShareLink, BudgetView], _T], visitor: Visitor | None
    ) -> _T:
        found = await self._shares.look(hashed(token), now, shows, count=visitor)
        if found is None:
            raise NotFound
        return found

    async def opens(self, token: str, now: datetime) -> bool:
        """Whether a token opens anything, without a look at it."""
        return await self._shares.opens(hashed(token), now)

    async def write_openings(self) -> None:
        """Write down how often links were opened since the last time."""
        await self._shares.write_openings()
