"""Write doors: who may record entries without the chat. A door never shows what is in the budget.

A door's secret part, its token, is never kept: only its hash is, and the salt that the token was made from with a key that stands
outside the database. So neither a stolen database nor a stolen key opens a door, and a repeat of the message that asked for a door
can say the same token again.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple, Protocol, TypeVar

from budget.bookkeeper import Bookkeeper
from budget.budgets import Budget
from budget.characters import bounded_name
from budget.entries import RecordedEntry
from budget.errors import BudgetError, InvalidChoice, NotFound, Why
from budget.ledger import MessageTransaction
from budget.message_readings import storable
from budget.messages import Message
from budget.people import LONGEST_PERSON
from budget.posting import Content, Posted, recorded_post
from budget.share_links import hashed, kept_token, token_of

MOST_DOORS = 10
"""Doors of one budget that can be open at the same time."""
LONGEST_LABEL = 40
"""Visible characters of a label; the rest is cut."""
MOST_POSTS = 10_000
"""Posts of a chat whose answers are kept, so that a repeat is known as one."""
BY_HAND = timedelta(minutes=30)
"""An entry of the same amount that was written by hand so long before is told."""
TELL_WITHIN = timedelta(minutes=1)
"""How long the process that recorded a post has to tell the chat of it; then another one does."""
GIVE_UP = timedelta(days=1)
"""How long it is tried to tell a chat of a post."""
_AT_ONCE = 50  # posts that one look tells of

_T = TypeVar("_T")


class KeyReused(BudgetError):
    """An idempotency key came again with another body."""


class State(StrEnum):
    """What became of a post."""

    RECORDED = "recorded"  # an entry at least
    ASKED = "asked"  # no entry, but a question that waits in the chat
    REFUSED = "refused"  # nothing


@dataclass(frozen=True, slots=True)
class WriteDoor:
    """A door as it is kept; ``number`` names it where its token is not known. Its posts are told in ``chat``."""

    number: int
    owner: int
    chat: int
    author: int
    label: str
    made: datetime
    used: int = 0
    last_used: datetime | None = None
    name: str = ""
    """The first name of who made it: in a group what comes in is that person's."""


@dataclass(frozen=True, slots=True)
class NewDoor:
    """A door to be kept: made in a chat by a message, which is known by its number and the moment when it was sent."""

    chat: int
    message: int
    sent_at: datetime
    author: int
    name: str
    label: str
    salt: bytes
    token_hash: str


class StoredDoor(NamedTuple):
    """A door that is kept, the salt of its token, and its token's hash."""

    door: WriteDoor
    salt: bytes
    token_hash: str


@dataclass(frozen=True, slots=True)
class Post:
    """What came in through a door. A post is known by the hash of its idempotency key: two without a key have two."""

    content: Content
    key_hash: str
    body_hash: str
    at: datetime


@dataclass(frozen=True, slots=True)
class KeptPost:
    """A post that is recorded. ``number`` is the one that its chat would give the message; None where the chat moved since."""

    door: WriteDoor
    content: Content
    at: datetime
    message: int
    """The number under which the message is stored."""
    number: int | None


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a post, and the answer to it; ``posted`` is None for a repeat."""

    post: KeptPost
    state: State
    answer: str
    posted: Posted | None


PostAct = Callable[[MessageTransaction, WriteDoor, Sequence[RecordedEntry]], _T]
"""What is done with a post in its transaction: of which door, and which entries were written by hand lately."""


class WriteDoors(Protocol):
    """What doors ask of storage. Every method raises `LedgerUnavailable`."""

    async def add_door(self, new: NewDoor, most: int) -> StoredDoor | None:
        """Keep a door. A message makes one: a later state of it changes the label.

        None where ``most`` are open already. Raises `NotFound` where the message's door was closed.
        """

    async def doors(self, chat: int) -> Sequence[WriteDoor]:
        """Return the open doors of a chat's budget, the oldest first."""

    async def close_door(self, chat: int, number: int, now: datetime) -> None:
        """Close a door for good; a repeat changes nothing. Raises `NotFound` where the budget has no such door."""

    async def door(self, token_hash: str) -> WriteDoor | None:
        """Return the open door of a token, None for none."""

    async def post(
        self, token_hash: str, post: Post, since: datetime, act: PostAct[tuple[State, str, Posted]], tell_at: datetime
    ) -> Done:
        """Do what ``act`` does with a new post, in one transaction, and keep its answer; a repeat gives that again.

        ``since`` is from when on entries by hand are told. Until the chat is told of the post, it is due at ``tell_at``.
        Raises `NotFound` for a token that opens nothing, `KeyReused`.
        """

    async def untold(self, now: datetime, most: int) -> Sequence[KeptPost]:
        """Return the posts of this bot's chats that are due to be told, the longest due first."""

    async def claim(self, post: KeptPost, now: datetime, until: datetime) -> bool:
        """Let a post that is due be due again at ``until`` only; False where it is not due any more."""

    async def put_off(self, post: KeptPost, until: datetime) -> None:
        """Let no post that waits to be told in the chat of this one be due before ``until``."""

    async def again(self, post: KeptPost, since: datetime, act: PostAct[Posted]) -> Posted:
        """Return what ``act`` returns for a post that was recorded before: it changes nothing. Raises `NotFound`."""

    async def told(self, post: KeptPost) -> None:
        """Note that the chat was told of a post; what came in is forgotten, its answer and its entries are not."""


class Doorkeeper:
    """Makes, lists and closes doors, and records what comes in. ``key`` is a secret that no database holds.

    ``may_use`` says whether a person may use the bot: what one has made who may not any more, is shut.
    """

    def __init__(
        self, bookkeeper: Bookkeeper, doors: WriteDoors, key: bytes, may_use: Callable[[int], Awaitable[bool]]
    ) -> None:
        self._bookkeeper = bookkeeper
        self._doors = doors
        self._key = key
        self._may_use = may_use

    async def make(self, message: Message, label: str, salt: bytes) -> tuple[WriteDoor, str]:
        """Make the door that a message asks for, and return it with its token. A repeat returns the same.

        Raises `InvalidChoice` where too many are open, and `NotFound` where the message's token can't be shown again.
        """
        await self._bookkeeper.budget(message.owner)
        label = bounded_name(storable(label), LONGEST_LABEL)
        token_hash = hashed(token_of(self._key, salt))
        name = bounded_name(message.name, LONGEST_PERSON)
        new = NewDoor(message.owner, message.number, message.sent_at, message.author, name, label, salt, token_hash)
        kept = await self._doors.add_door(new, MOST_DOORS)
        if kept is None:
            raise InvalidChoice(Why.TOO_MANY_DOORS, str(MOST_DOORS))
        token = kept_token(self._key, kept.salt, kept.token_hash)
        if token is None:
            raise NotFound(str(message.number))
        return kept.door, token

    async def doors(self, chat: int) -> tuple[Budget, Sequence[WriteDoor]]:
        """Return the open doors of a chat's budget, the oldest first."""
        return await self._bookkeeper.shown_budget(chat), await self._doors.doors(chat)

    async def close(self, chat: int, number: int, now: datetime) -> None:
        """Close a door for good. Raises `NotFound` where the budget has no such door."""
        await self._doors.close_door(chat, number, now)

    async def opens(self, token: str) -> bool:
        """Whether a token opens a door, made by somebody who may still use the bot."""
        door = await self._doors.door(hashed(token))
        return door is not None and await self._may_use(door.author)

    async def post(self, token: str, post: Post, answer: Callable[[Posted], str]) -> Done:
        """Record what came in, and keep the ``answer`` to it. A repeat changes nothing and gives the same answer.

        Raises `NotFound` for a token that opens nothing, `KeyReused`.
        """

        def act(tx: MessageTransaction, door: WriteDoor, by_hand: Sequence[RecordedEntry]) -> tuple[State, str, Posted]:
            posted = _recorded(tx, door, post.content, post.at, by_hand)
            return _state_of(posted), answer(posted), posted

        return await self._doors.post(hashed(token), post, post.at - BY_HAND, act, post.at + TELL_WITHIN)

    async def untold(self, now: datetime) -> Sequence[KeptPost]:
        """Return posts whose chats were not told of them, each claimed for `TELL_WITHIN`; nothing where none is due any more.

        Those of a day ago are given up.
        """
        found: list[KeptPost] = []
        while not found and (due := await self._doors.untold(now, _AT_ONCE)):
            found = [post for post in due if await self._is_claimed(post, now)]
        return found

    async def _is_claimed(self, post: KeptPost, now: datetime) -> bool:
        """Claim a post, and return whether it is ours: not where another process was first, nor where it is given up."""
        if post.at < now - GIVE_UP:
            await self._doors.told(post)
            return False
        return await self._doors.claim(post, now, now + TELL_WITHIN)

    async def put_off(self, post: KeptPost, now: datetime, pause: timedelta) -> None:
        """Tell the chat of a post nothing more for a while: posts that are due in other chats are not to wait behind its own."""
        await self._doors.put_off(post, now + max(pause, TELL_WITHIN))

    async def again(self, post: KeptPost) -> Posted:
        """Return what became of a post that was recorded before. Raises `NotFound`."""

        def act(tx: MessageTransaction, door: WriteDoor, by_hand: Sequence[RecordedEntry]) -> Posted:
            return _recorded(tx, door, post.content, post.at, by_hand)

        return await self._doors.again(post, post.at - BY_HAND, act)

    async def told(self, post: KeptPost) -> None:
        """Note that the chat was told of a post."""
        await self._doors.told(post)


def _recorded(
    tx: MessageTransaction, door: WriteDoor, content: Content, at: datetime, by_hand: Sequence[RecordedEntry]
) -> Posted:
    message = Message(door.chat, tx.message, door.author, "", at, name=door.name)
    return recorded_post(content, message, tx, by_hand)


def _state_of(posted: Posted) -> State:
    state = posted.receipt.state
    if state.entries:
        return State.RECORDED
    return State.ASKED if state.questions else State.REFUSED
