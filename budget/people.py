"""Who came in by a code, and what an invitation is worth.

The settings name users; everybody else comes in by a code, as a guest. An invitation is worth something only while it is open, its
maker is in, and it was made after the newcomer was last taken out: whoever was removed comes back by a new invitation alone.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple, Protocol

INVITATION_LIVES = timedelta(days=7)
MOST_INVITATIONS = 10
"""Invitations of one person that can be open at the same time."""
MOST_ENDED_INVITATIONS = 20
"""Taken, old and withdrawn invitations of one person that are kept to say what became of them."""
INVITATION_KEPT = timedelta(days=30)
"""How long after its end any invitation is kept."""
LONGEST_PERSON = 40
"""Characters that are kept of a person's first name."""


class Admission(StrEnum):
    """What came of a code."""

    WELCOME = "the person is in"
    CLAIMED = "somebody else has claimed the bot"
    UNKNOWN = "no such code"
    TAKEN = "an invitation that let somebody in already"
    WITHDRAWN = "an invitation that was withdrawn"
    EXPIRED = "an invitation that has run out"
    MAKER_IS_OUT = "an invitation of somebody who may not use the bot any more"
    MADE_BEFORE_REMOVAL = "an invitation from before the person was taken out"
    WAIT = "too many wrong codes just now"


class Guest(NamedTuple):
    """Somebody whom a code let in. ``first`` is who claimed the bot."""

    user: int
    name: str
    invited_by: int | None
    since: datetime
    first: bool


class Invitation(NamedTuple):
    """An open invitation; ``id`` names it without saying its code."""

    id: str
    made_by: int
    expires: datetime


class Guests(Protocol):
    """What access asks of storage. Every method raises `LedgerUnavailable`.

    What is checked and what is changed is one transaction, and such transactions come one after another.
    """

    async def is_guest(self, user: int) -> bool:
        """Whether a user was let in by a code."""

    async def any_guest(self) -> bool:
        """Whether anybody was."""

    async def first_guest(self) -> int | None:
        """Return who claimed the bot, None for nobody."""

    async def add_first_guest(self, user: int, name: str, at: datetime) -> bool:
        """Let the first guest in; False where there is one already (and it is another)."""

    async def note_named(self, users: Collection[int]) -> None:
        """Note that the settings name these users now: invitations made so far never let them in again later."""

    async def add_invitation(self, code_hash: str, by: int, at: datetime, named: Collection[int]) -> bool:
        """Keep an invitation of somebody whom the settings name or who is a guest; False where too many are open.

        Raises `NotFound` where the maker is neither.
        """

    async def redeem(self, code_hash: str, user: int, name: str, at: datetime, named: Collection[int]) -> Admission:
        """Let a user in by an invitation, where it is worth something. A guest's repeat is welcome and takes nothing."""

    async def latest_number(self) -> int:
        """Return a number that grows with every invitation and removal: what is asked now is asked after all of them."""

    async def let_in(
        self, user: int, name: str, by: int, asked: int, at: datetime, named: Collection[int]
    ) -> Admission:
        """Let a user in at the word of somebody who is in, where it was ``asked`` after the user's last removal.

        Whoever is in already is welcome, and nothing changes. Raises `NotFound` where ``by`` is not in.
        """

    async def guests(self) -> Sequence[Guest]:
        """Return those who were let in, the first comer first; at most a hundred."""

    async def invitations(self, at: datetime, by: int | None = None) -> Sequence[Invitation]:
        """Return open invitations, of one maker or of all, those that end first first; at most a hundred."""

    async def guest(self, user: int) -> Guest | None:
        """Return a guest, None for nobody."""

    async def remove(self, user: int, by: int, at: datetime, named: Collection[int]) -> tuple[Guest, Sequence[Guest]]:
        """Take a guest out, withdraw what that one made, and return both that guest and whom that one has let in.

        Raises `NotFound` where there is no such guest, or ``by`` may not remove that one (`may_remove`).
        """

    async def withdraw(self, invitation: str, by: int, at: datetime, named: Collection[int]) -> None:
        """Withdraw an open invitation: one's own, or any by who runs the bot. Raises `NotFound` where there is none."""


def may_remove(guest: Guest, by: int, *, named: bool, first: bool) -> bool:
    """Whether somebody may take a guest out: who runs the bot, never oneself, and the first guest only by who is named."""
    return by != guest.user and (named or (first and not guest.first))
