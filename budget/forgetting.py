"""Forgetting a whole budget: a question that only its asker answers, and a day of grace before the rows go.

    asked ──asker──> (in a group, unless the asker administrates it: a second member) ──> closed ──a day──> gone
                                                                                            └──Restore──> open

A closed budget takes nothing in and shows nothing, so that what is written meanwhile never mixes with what goes. Its share links
are revoked at once and for good. Each step is one transaction under the budget's lock.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import NamedTuple, Protocol

from budget.errors import NotFound
from budget.states import OutOfUse, SetApart

ANSWER_WITHIN = timedelta(minutes=10)
GRACE = timedelta(days=1)
_AT_ONCE = 100  # budgets that one sweep asks for at a time


class Request(NamedTuple):
    """A question that waits for its answer."""

    asker: int
    asked_at: datetime
    confirmed: bool
    """Whether the asker has answered, and a second person is waited for."""


class Step(Enum):
    """What an answer leads to."""

    CLOSE = auto()
    ASK_ANOTHER = auto()
    NOT_YOURS = auto()
    TOO_LATE = auto()


def step(request: Request, user: int, now: datetime, *, group: bool, administrates: bool) -> Step:
    """Return what an answer by a user leads to; ``administrates`` only where Telegram has just said so."""
    if now >= request.asked_at + ANSWER_WITHIN:
        return Step.TOO_LATE
    if user == request.asker:
        return Step.ASK_ANOTHER if group and not administrates else Step.CLOSE
    return Step.CLOSE if group and request.confirmed else Step.NOT_YOURS


class Requests(Protocol):
    """What forgetting asks of storage. Every method raises `LedgerUnavailable`."""

    async def ask(self, owner: int, nonce: str, asker: int, now: datetime) -> bool:
        """Keep a question in the place of any other of the chat; False where the chat has no budget.

        Raises `BeingForgotten` where it is closed already.
        """

    async def answer(self, owner: int, nonce: str, now: datetime, step: Callable[[Request], Step]) -> Step:
        """Carry out the ``step`` that the question's answer leads to. A repeat after it closed the budget is CLOSE again.

        Raises `NotFound` where the chat has no such question (any more).
        """

    async def drop(self, owner: int, nonce: str) -> None:
        """Take a question back. Raises `NotFound` where it is no longer open."""

    async def restore(self, owner: int, now: datetime) -> Sequence[SetApart | OutOfUse]:
        """Open a chat's closed budget again, or else those that a move left beside an open one: they become part of that.

        Returns what could not, being in another currency, and what one budget has no room for. Raises `NotFound` where none is
        closed, or its day is over.
        """

    async def delete(self, owner: int, now: datetime, asked: tuple[str, int] | None = None) -> bool:
        """Delete all rows of a chat whose budget is closed and due, or is closed by a question and its asker.

        Return whether there were any.
        """

    async def due(self, now: datetime, most: int) -> Sequence[int]:
        """Return chats whose closed budgets are due."""


class Forgetting:
    """Asks, closes, restores, and deletes what is due."""

    def __init__(self, requests: Requests) -> None:
        self._requests = requests

    async def ask(self, owner: int, nonce: str, asker: int, now: datetime) -> bool:
        """Begin with a question; False where nothing is kept of the chat."""
        return await self._requests.ask(owner, nonce, asker, now)

    async def answer(
        self, owner: int, nonce: str, user: int, now: datetime, *, group: bool, administrates: bool
    ) -> Step:
        """Answer a question with Yes. Raises `NotFound` for one that is no longer open."""
        return await self._requests.answer(
            owner,
            nonce,
            now,
            lambda request: step(request, user, now, group=group, administrates=administrates),
        )

    async def keep(self, owner: int, nonce: str) -> None:
        """Answer a question with No. Raises `NotFound` for one that is no longer open."""
        await self._requests.drop(owner, nonce)

    async def restore(self, owner: int, now: datetime) -> Sequence[SetApart | OutOfUse]:
        """Open a closed budget again; return what is kept apart or out of use, because of the budget that is there by now.

        Raises `NotFound` where there is nothing to restore.
        """
        return await self._requests.restore(owner, now)

    async def delete_now(self, owner: int, nonce: str, user: int, now: datetime) -> None:
        """Delete a closed budget before its day is over: by its asker alone. Raises `NotFound`."""
        if not await self._requests.delete(owner, now, (nonce, user)):
            raise NotFound(nonce)

    async def delete_if_due(self, owner: int, now: datetime) -> bool:
        """Delete a chat's closed budget where its day is over; return whether it was."""
        return await self._requests.delete(owner, now)

    async def sweep(self, now: datetime) -> int:
        """Delete every closed budget whose day is over; return how many. Of several replicas each deletes what is left."""
        deleted = 0
        while owners := await self._requests.due(now, _AT_ONCE):
            for owner in owners:
                deleted += await self._requests.delete(owner, now)
        return deleted
