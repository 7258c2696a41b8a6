"""Opens share links within the rate limits: wrong tokens are limited, and cannot block a valid link."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Protocol, TypeVar

from starlette.requests import Request

from budget.budgets import Budget
from budget.errors import LedgerUnavailable, NotFound
from budget.share_links import hashed
from budget.shared import Shared, SharedCalendar, Wanted
from web.agents import is_preview_agent
from web.dependencies import Dependencies
from web.errors import Problem, nothing_here, too_many
from web.negotiation import Format
from web.rate_limits import GUESSES, OPENINGS, RateLimit, RecentTokens
from web.renderer import Busy

_INVALID_FOR = GUESSES.seconds
"""Seconds that a wrong token is known as one. A guess comes back in that time, so reloading a dead link uses none up."""


_T_co = TypeVar("_T_co", covariant=True)


class Look(Protocol[_T_co]):
    """Looks at what is behind a link, now. Raises `NotFound` where it opens nothing."""

    async def __call__(self, now: datetime, *, count: bool) -> _T_co: ...


_POLLED_FOR = 600.0
"""Seconds for which further requests of a program, from one address for one link, are the same opening."""
_MOST_POLLED = 10_000


def is_counted(request: Request) -> bool:
    """Whether a request is an opening: one for an answer, by nobody that draws cards of links."""
    return request.method != "HEAD" and not is_preview_agent(request.headers.get("user-agent", ""))


@dataclass(frozen=True, slots=True)
class LinkRequest:
    """A visitor's request for what a token's link shows."""

    visitor: str
    token: str
    wanted: Wanted
    format: Format
    is_counted: bool
    """Whether the link's count of openings includes this request."""

    @property
    def poll(self) -> str:
        """What the requests of a program that polls have in common."""
        return f"{self.visitor} {self.token}"

    @property
    def picture_keys(self) -> tuple[str, ...]:
        """The keys of the rate limits on pictures that this request counts against; empty for other formats."""
        if self.format is not Format.PNG:
            return ()
        return f"from {self.visitor}", f"link {hashed(self.token)}"


class SharedLinks:
    """Opens share links. It remembers recent tokens as valid or invalid, so that most wrong tokens cost no query."""

    def __init__(self, dependencies: Dependencies) -> None:
        self._sharing = dependencies.sharing
        self._renderer = dependencies.renderer
        self._now = dependencies.now
        self._guesses = RateLimit(*GUESSES, dependencies.now)
        self._openings = RateLimit(*OPENINGS, dependencies.now)
        self._valid = RecentTokens()
        # Not for ever: a backup that is restored brings links back.
        self._invalid = RecentTokens(seconds=_INVALID_FOR, clock=lambda: dependencies.now().timestamp())
        self._polled = RecentTokens(_MOST_POLLED, _POLLED_FOR, clock=lambda: dependencies.now().timestamp())
        self._check_lock = asyncio.Lock()

    async def open(self, request: LinkRequest) -> Shared:
        """Return what a link shows of what is wanted: `opened`."""
        return await self.opened(request, partial(self._shown, request))

    async def budget(self, request: LinkRequest) -> Budget:
        """Return a link's budget alone: `opened`."""
        return await self.opened(request, partial(self._sharing.budget, request.token))

    async def calendar(self, request: LinkRequest) -> SharedCalendar:
        """Return a link's bills and paydays: `opened`."""
        return await self.opened(request, partial(self._sharing.calendar, request.token))

    async def _shown(self, request: LinkRequest, now: datetime, *, count: bool) -> Shared:
        is_page = request.format is Format.HTML
        return await self._sharing.look(request.token, now, request.wanted, count=count, page=is_page)

    async def opened(self, request: LinkRequest, look: Look[_T_co]) -> _T_co:
        """Return what a look at a link shows. A PNG is charged to the limits on pictures; `Renderer.png` gives a cached one back.

        An invalid token costs its visitor a guess. A valid token is opened even by a visitor without guesses left.
        Raises `Problem` or `LedgerUnavailable`.
        """
        if self._invalid.has(request.token):
            raise nothing_here()
        has_guessed = await self._take_guess(request)
        try:
            view = await self._look(request, look)
        except NotFound:
            self._openings.give_back(request.visitor)  # invalid tokens leave a visitor's limit for valid ones unchanged
            self._invalid.add(request.token)
            self._valid.remove(request.token)
            raise nothing_here() from None
        except (Problem, LedgerUnavailable):
            if has_guessed:
                self._guesses.give_back(request.visitor)
            raise
        if has_guessed:
            self._guesses.give_back(request.visitor)
        self._valid.add(request.token)
        return view

    async def _take_guess(self, request: LinkRequest) -> bool:
        """Take a guess for a token not known to be valid, and return whether one was taken.

        If the visitor has no guess left, the token alone is checked. Raises `Problem` if it is invalid.
        """
        if self._valid.has(request.token):
            return False
        wait = self._guesses.take(request.visitor)
        if wait and not await self._is_valid(request.token):
            raise too_many(wait)
        return not wait

    async def _is_valid(self, token: str) -> bool:
        """Return whether a token opens a link. One check runs at a time, and it does not read the budget."""
        async with self._check_lock:
            is_valid = await self._sharing.opens(token, self._now())
        if not is_valid:
            self._invalid.add(token)
        return is_valid

    async def _look(self, request: LinkRequest, look: Look[_T_co]) -> _T_co:
        """Read what a link shows, within the limits on openings and on pictures."""
        if wait := self._openings.take(request.visitor):
            raise too_many(wait)
        try:
            self._renderer.admit(*request.picture_keys)
        except Busy as busy:
            raise too_many(busy.wait) from None
        is_page = request.format is Format.HTML
        count = request.is_counted and (is_page or not self._polled.has(request.poll))
        try:
            view = await look(self._now(), count=count)
        except (NotFound, LedgerUnavailable):
            self._renderer.give_back(*request.picture_keys)
            raise
        if count and not is_page:
            self._polled.add(request.poll)
        return view
