"""Who may use the bot. Closed by default: the users that the settings name, and guests who came with a code.

A claim code makes the first guest where the settings name nobody: it is shown where the bot runs, lives ten minutes, and has one
winner; a fresh one follows while nobody has come. An invitation is a single-use code that a user gives to a partner. Only hashes of
codes are kept. Wrong codes make the one who tries them wait, and nobody else.
"""

import hashlib
import hmac
import re
import secrets
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from budget.characters import bounded_name
from budget.errors import NotFound
from budget.people import LONGEST_PERSON, Admission, Guest, Guests, Invitation, may_remove

CLAIM_LIVES = timedelta(minutes=10)
MOST_TRIES = 5
"""Wrong codes of one person before each further one costs a wait."""
WAIT = timedelta(minutes=1)
MOST_ANSWERS = 5
"""Answers to codes that one stranger gets in a day, beside one sentence for all else."""
_MOST_STRANGERS = 10_000  # remembered; the longest unseen goes first
MOST_ASKED = 5
"""Strangers in a day about whom one group is asked whether to let them in."""
_DAY = timedelta(days=1)

_CLAIM_BYTES, _INVITATION_BYTES = 12, 16  # of chance, which make 16 and 22 characters
# A start link bears any code. A bare text is one only where it looks exactly like ours.
_STARTED = re.compile(r"/start\s+([A-Za-z0-9_-]{8,64})")
_BARE = re.compile(r"[A-Za-z0-9_-]{16}|[A-Za-z0-9_-]{22}")


class Allowed(Protocol):
    """The users that the settings name."""

    @property
    def ids(self) -> frozenset[int]:
        """Who is named."""

    @property
    def everyone(self) -> bool:
        """Whether everybody may use the bot."""


def hashed(code: str) -> str:
    """Return the hash under which a code is kept."""
    return hashlib.sha256(code.encode()).hexdigest()


def code_in(text: str) -> str | None:
    """Return the code that a text says, by a start link (`/start CODE`) or as it is; None for any other text."""
    text = text.strip()
    if (started := _STARTED.fullmatch(text)) is not None:
        return started[1]
    return text if _BARE.fullmatch(text) else None


class Claim:
    """A claim code; it lives ten minutes."""

    def __init__(self, now: datetime) -> None:
        self.code = secrets.token_urlsafe(_CLAIM_BYTES)
        self._expires = now + CLAIM_LIVES

    def lives(self, now: datetime) -> bool:
        """Whether it has not run out."""
        return now < self._expires

    def matches(self, code: str, now: datetime) -> bool:
        """Whether a code is the claim code while it lives."""
        return self.lives(now) and hmac.compare_digest(hashed(code), hashed(self.code))


@dataclass(slots=True)
class _Stranger:
    """What is remembered of somebody who may not use the bot, for a day, in memory alone."""

    day_began: datetime
    answered: dict[bool, set[int]] = field(default_factory=lambda: {True: set(), False: set()})
    """The updates that were answered: those that said a code, and the others."""
    wrong: int = 0
    waits_until: datetime | None = None


@dataclass(slots=True)
class _Asked:
    """The strangers about whom a group was asked: because of which message, and each one's name; for a day, in memory alone."""

    day_began: datetime
    messages: dict[int, tuple[int, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Members:
    """Who may use the bot, as far as somebody may know it."""

    owner: bool
    """Whether this somebody runs the bot, and so sees all of it; others see their own invitations."""
    everyone: bool = False
    named: Sequence[int] = ()
    guests: Sequence[Guest] = ()
    invitations: Sequence[Invitation] = field(default=())


class Access:
    """Decides who may use the bot; ``claim`` is there while the settings name nobody and no guest was let in."""

    def __init__(
        self, allowed: Allowed, guests: Guests, now: Callable[[], datetime], claim: Claim | None = None
    ) -> None:
        self._allowed = allowed
        self._guests = guests
        self._now = now
        self._strangers: OrderedDict[int, _Stranger] = OrderedDict()
        self._asked: OrderedDict[int, _Asked] = OrderedDict()  # by group
        self.claim = claim

    @property
    def everyone(self) -> bool:
        """Whether the settings let everybody in."""
        return self._allowed.everyone

    async def may_use(self, user: int) -> bool:
        """Whether a user may use the bot. Nothing is remembered: who is taken out is out with the next update."""
        return self._allowed.everyone or user in self._allowed.ids or await self._guests.is_guest(user)

    # --- strangers ---

    async def admit(self, user: int, name: str, text: str) -> Admission | None:
        """Let a stranger in who says a code that is worth it; None for a text that is no code."""
        code = code_in(text)
        if code is None:
            return None
        now, stranger = self._now(), self._stranger(user)
        if stranger.waits_until is not None and now < stranger.waits_until:
            return Admission.WAIT
        name = bounded_name(name, LONGEST_PERSON)
        if self.claim is not None and self.claim.matches(code, now):
            won = await self._guests.add_first_guest(user, name, now)
            self.claim = None  # not before: where the store is down, the repeat must find it
            return Admission.WELCOME if won else Admission.CLAIMED
        admission = await self._guests.redeem(hashed(code), user, name, now, self._allowed.ids)
        if admission is Admission.UNKNOWN:
            stranger.wrong += 1
            if stranger.wrong >= MOST_TRIES:
                stranger.waits_until = now + WAIT
        elif admission is Admission.WELCOME:
            self._strangers.pop(user, None)
        return admission

    def answers(self, user: int, update: int, *, code: bool) -> bool:
        """Whether a stranger is answered once more today: to a ``code``, or to anything else.

        A repeat of an ``update`` that was answered is answered, too: its answer may not have arrived.
        """
        answered = self._stranger(user).answered[code]
        if update not in answered and len(answered) >= (MOST_ANSWERS if code else 1):
            return False
        answered.add(update)
        return True

    async def to_ask_about(self, group: int, user: int, name: str, message: int) -> int | None:
        """Return the number of a question whether to let a stranger in, because of a message in a group; None for no question.

        Each is asked about once a day and group, five at most, and nobody where there is nobody to answer. The same message
        may ask again: its answer may not have arrived.
        """
        now, asked = self._now(), self._asked.get(group)
        if asked is None or now >= asked.day_began + _DAY:
            asked = _Asked(now)
        if user in asked.messages and asked.messages[user][0] != message:
            return None
        if user not in asked.messages and len(asked.messages) >= MOST_ASKED:
            return None
        if not self._allowed.ids and not await self._guests.any_guest():
            return None
        number = await self._guests.latest_number()
        asked.messages[user] = message, bounded_name(name, LONGEST_PERSON)
        self._asked[group] = asked
        self._asked.move_to_end(group)
        if len(self._asked) > _MOST_STRANGERS:
            self._asked.popitem(last=False)
        return number

    def _stranger(self, user: int) -> _Stranger:
        now, found = self._now(), self._strangers.get(user)
        if found is None or now >= found.day_began + _DAY:
            found = _Stranger(now)
        self._strangers[user] = found
        self._strangers.move_to_end(user)
        if len(self._strangers) > _MOST_STRANGERS:
            self._strangers.popitem(last=False)
        return found

    # --- the claim ---

    async def open_claim(self) -> None:
        """Make a claim code where nobody may use the bot yet."""
        if not self._allowed.everyone and not self._allowed.ids and not await self._guests.any_guest():
            self.claim = Claim(self._now())

    async def is_unclaimed(self) -> bool:
        """Whether a claim code waits for the first who may use the bot; another replica's may have been taken."""
        return self.claim is not None and not await self._guests.any_guest()

    async def note_named(self) -> None:
        """Note whom the settings name, so that older invitations never let somebody in who is named no longer."""
        await self._guests.note_named(self._allowed.ids)

    async def renew_claim(self) -> str | None:
        """Return a fresh claim code where the present one has run out and nobody has come; None otherwise."""
        old = self.claim
        if old is None or old.lives(self._now()):
            return None
        taken = await self._guests.any_guest()
        if self.claim is not old:
            return None
        self.claim = None if taken else Claim(self._now())
        return None if self.claim is None else self.claim.code

    # --- those who are in ---

    async def invite(self, user: int) -> str | None:
        """Make an invitation in a user's name, and return its code: nobody can read it again. None where too many are open.

        Raises `NotFound` for somebody who may not use the bot any more.
        """
        code = secrets.token_urlsafe(_INVITATION_BYTES)
        kept = await self._guests.add_invitation(hashed(code), user, self._now(), self._allowed.ids)
        return code if kept else None

    async def let_in(self, by: int, user: int, name: str, group: int, asked: int) -> tuple[Admission, str]:
        """Let a stranger in about whom a group was asked; who taps becomes the one who invited. Returns the name, too.

        Where the ``name`` is not known, it is the one that is remembered. Raises `NotFound`.
        """
        known = self._asked.get(group)
        remembered = known.messages.get(user, (0, ""))[1] if known is not None else ""
        name = bounded_name(name, LONGEST_PERSON) or remembered
        return await self._guests.let_in(user, name, by, asked, self._now(), self._allowed.ids), name

    async def members(self, user: int) -> Members:
        """Return who may use the bot, to the one who runs it; to others their own open invitations."""
        now = self._now()
        if self._allowed.everyone:
            return Members(owner=False, everyone=True)
        if not await self._runs_it(user):
            return Members(owner=False, invitations=await self._guests.invitations(now, by=user))
        named = sorted(self._allowed.ids)
        return Members(True, False, named, await self._guests.guests(), await self._guests.invitations(now))

    async def guest(self, by: int, user: int) -> Guest:
        """Return a guest whom somebody may remove. Raises `NotFound`."""
        guest, first = await self._guests.guest(user), await self._guests.first_guest() == by
        if guest is None or not may_remove(guest, by, named=by in self._allowed.ids, first=first):
            raise NotFound(str(user))
        return guest

    async def how_in(self, user: int) -> tuple[Guest | None, str]:
        """Return a guest, None for who came by no code, and the name of who let that one in, empty where it is not known."""
        guest = await self._guests.guest(user)
        inviter = await self._guests.guest(guest.invited_by) if guest is not None and guest.invited_by else None
        return guest, inviter.name if inviter is not None else ""

    async def remove(self, by: int, user: int) -> tuple[Guest, Sequence[Guest]]:
        """Take a guest out; return that one, and whom that one has let in, who stay. Raises `NotFound`."""
        removed = await self._guests.remove(user, by, self._now(), self._allowed.ids)
        for asked in self._asked.values():
            asked.messages.pop(user, None)
        return removed

    async def withdraw(self, by: int, invitation: str) -> None:
        """Withdraw an open invitation: one's own, or any where one runs the bot. Raises `NotFound`."""
        await self._guests.withdraw(invitation, by, self._now(), self._allowed.ids)

    async def _runs_it(self, user: int) -> bool:
        return user in self._allowed.ids or await self._guests.first_guest() == user
