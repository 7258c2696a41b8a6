"""Share links: who may look at a budget without the chat, and for how long; `budget.shared` is what they see.

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
from datetime import datetime, timedelta
from enum import Enum, StrEnum, auto
from hashlib import sha256
from typing import NamedTuple, Protocol, TypeVar

from budget.errors import InvalidChoice, Why
from budget.ledger import BudgetView

_T = TypeVar("_T")

USUAL_LIFE = timedelta(days=30)
LONGEST_LIFE = timedelta(days=365)
LASTS = timedelta(days=7)
"""A link that is shown again opens for so long yet."""
MOST_LINKS = 20
"""Links of one budget that can be open at the same time."""
_LIFE = re.compile(r"(\d{1,4})\s*(d|w|days?|weeks?)", re.IGNORECASE)


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


class Visitor(Enum):
    """Who opens a link."""

    PERSON = auto()  # in a browser
    PROGRAM = auto()


@dataclass(frozen=True, slots=True)
class ShareLink:
    """A link as it is kept; ``number`` names it where its token is not known."""

    number: int
    owner: int
    extent: Extent
    created: datetime
    expires: datetime
    opened: int = 0
    """How often it was opened, by people and by programs."""
    opened_days: int = 0
    """The days of the budget's calendar on which a person opened it."""
    last_opened: datetime | None = None
    """When a person opened it last."""
    last_polled: datetime | None = None
    """When a program looked last."""


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
        self, token_hash: str, now: datetime, shown: Callable[[ShareLink, BudgetView], _T], *, count: Visitor | None
    ) -> _T | None:
        """Return what is ``shown`` of the budget behind the open link of a token, None for none, all of it at one moment.

        ``count`` who looked at the link, beside the look: nothing is written down before `write_openings`. ``shown`` may
        be called again where the transaction was rolled back.
        """

    async def opens(self, token_hash: str, now: datetime) -> bool:
        """Whether a token's link is there and open."""

    async def write_openings(self) -> None:
        """Add what was counted to what the links say; what can't be written now is kept for the next time."""


def token_of(key: bytes, salt: bytes) -> str:
    """Make a token: 43 characters of A-Z, a-z, 0-9, - and _."""
    return urlsafe_b64encode(hmac.digest(key, salt, sha256)).rstrip(b"=").decode()


def hashed(token: str) -> str:
    """Return the hash under which a link is kept."""
    return sha256(token.encode()).hexdigest()


def kept_token(key: bytes, salt: bytes, token_hash: str) -> str | None:
    """Return the token of a kept salt; None where it was made with another key: the bot's token has changed since."""
    token = token_of(key, salt)
    return token if hashed(token) == token_hash else None
