"""Makes, lists and revokes share links, and shows what is behind one."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from budget.bookkeeper import Bookkeeper
from budget.budgets import Budget
from budget.errors import InvalidChoice, NotFound, Why
from budget.share_links import LASTS, MOST_LINKS, NewLink, ShareLink, Shares, hashed, read_wish, token_of
from budget.shared import Shared, SharedCalendar, Wanted, shown, shown_calendar

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
        held = await self._shares.latest_full(owner, now + LASTS)
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
        shared = await self._shares.look(hashed(token), now, partial(shown, now, wanted, page), count=count)
        if shared is None:
            raise NotFound
        return shared

    async def calendar(self, token: str, now: datetime, *, count: bool = True) -> SharedCalendar:
        """Return the days of a token's bills and paydays. Raises `NotFound` for a token that opens nothing."""
        shared = await self._shares.look(hashed(token), now, partial(shown_calendar, now), count=count)
        if shared is None:
            raise NotFound
        return shared

    async def opens(self, token: str, now: datetime) -> bool:
        """Whether a token opens anything, without a look at it."""
        return await self._shares.opens(hashed(token), now)

    async def write_openings(self) -> None:
        """Write down how often links were opened since the last time."""
        await self._shares.write_openings()
