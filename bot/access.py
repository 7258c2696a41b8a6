"""Who may use the bot. Closed by default: the users that the settings name, and guests who came with a code.

A claim code makes the first guest where the settings name nobody: it is shown where the bot runs, lives ten minutes, stands five
wrong tries, and has one winner. An invitation is a single-use code that a user gives to a partner. Only hashes of codes are kept.
"""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

CLAIM_LIVES = timedelta(minutes=10)
CLAIM_TRIES = 5
INVITATION_LIVES = timedelta(days=7)
_START = "/start "


class Allowed(Protocol):
    """The users that the settings name."""

    def __contains__(self, user: int, /) -> bool: ...


class Guests(Protocol):
    """What access asks of storage. Every method raises `LedgerUnavailable`."""

    async def is_guest(self, user: int) -> bool:
        """Whether a user was let in by a code."""

    async def any_guest(self) -> bool:
        """Whether anybody was."""

    async def add_first_guest(self, user: int, at: datetime) -> bool:
        """Let the first guest in; False where there is one already (and it is another)."""

    async def add_invitation(self, code_hash: str, by: int, expires: datetime) -> None:
        """Keep an invitation."""

    async def redeem(self, code_hash: str, user: int, at: datetime) -> bool:
        """Let a user in by an invitation; False for one that is unknown, expired, or another's already."""


def hashed(code: str) -> str:
    """Return the hash under which a code is kept."""
    return hashlib.sha256(code.encode()).hexdigest()


class Claim:
    """The claim code of one start of the program."""

    def __init__(self, now: datetime) -> None:
        self.code = secrets.token_urlsafe(12)
        self._expires = now + CLAIM_LIVES
        self._tries = CLAIM_TRIES

    def matches(self, code: str, now: datetime) -> bool:
        """Whether a code is the claim code while it lives; a wrong one costs a try."""
        if self._tries <= 0 or now >= self._expires:
            return False
        if hmac.compare_digest(hashed(code), hashed(self.code)):
            return True
        self._tries -= 1
        return False


class Access:
    """Decides who may use the bot; ``claim`` is there while the settings name nobody and no guest was let in."""

    def __init__(
        self, allowed: Allowed, guests: Guests, now: Callable[[], datetime], claim: Claim | None = None
    ) -> None:
        self._allowed = allowed
        self._guests = guests
        self._now = now
        self.claim = claim

    async def may_use(self, user: int) -> bool:
        """Whether a user may use the bot."""
        return user in self._allowed or await self._guests.is_guest(user)

    async def admit(self, user: int, text: str) -> bool:
        """Let a stranger in who says a code, by a start link (`/start CODE`) or as it is."""
        code = text.strip().removeprefix(_START).strip()
        if not 8 <= len(code) <= 64 or not code.isascii() or " " in code:
            return False
        now = self._now()
        if self.claim is not None and self.claim.matches(code, now):
            won = await self._guests.add_first_guest(user, now)
            self.claim = None  # not before: where the store is down, the repeat must find it
            return won
        return await self._guests.redeem(hashed(code), user, now)

    async def invite(self, user: int) -> str:
        """Make an invitation in a user's name, and return its code: nobody can read it again."""
        code = secrets.token_urlsafe(16)
        await self._guests.add_invitation(hashed(code), user, self._now() + INVITATION_LIVES)
        return code
