"""The cards of chats: who wants one, which is to be drawn, and what became of it; each method is one transaction.

An act that changes a number marks its budget's card. Of several processes the one that claims a card draws it: nobody else does
until it has said what came of it, or its lease is over. What is drawn is read after the claim, so that no older state can be drawn
over a later one.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from copy import copy
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import Protocol

from budget.budgets import Beginnings
from budget.card import LEASE, OFFERED_AFTER, PACE, Card, card_of
from budget.errors import BeingForgotten, NotFound
from budget.ledger import BudgetView, Ledger

MOST_AT_ONCE = 100
"""Cards that are looked up at a time."""
_DAY = timedelta(days=1)


class CardChange(Enum):
    """What becomes of a card because a chat asks for it."""

    MADE = auto()
    MOVED = auto()
    """It becomes the chat's latest message."""
    BARS = auto()
    AMOUNTS = auto()
    OFF = auto()
    NONE = auto()
    """There is none that could be switched off."""
    KNOWN = auto()
    """It was asked for by the same message before."""


@dataclass(frozen=True, slots=True)
class StoredCard:
    """A budget's card. ``message`` is the chat's own number of it, None until it is sent; ``before`` is one that it replaces.

    ``asked`` is the message, as it is stored, that asked for it last. ``drawn`` names what it shows, an empty text where that is
    not known. One that is ``off`` is kept, so that no card is offered again.
    """

    chat: int
    message: int | None = None
    before: int | None = None
    bars: bool = False
    off: bool = False
    asked: int | None = None
    drawn: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A card that one process draws, until ``until``."""

    owner: int
    card: StoredCard
    until: datetime


class CardStore(Protocol):
    """The cards of one bot. Every method raises `LedgerUnavailable`."""

    async def change(
        self,
        chat: int,
        asked: int | None,
        act: Callable[[StoredCard | None, int | None], StoredCard | None],
        beginnings: Beginnings | None,
    ) -> None:
        """Store what ``act`` returns for a chat's card and the stored number of the message that asks; None: nothing.

        The card is to be drawn at once. A missing budget is opened with ``beginnings``; without them it raises `NotFound`. Raises
        `BeingForgotten`.
        """

    async def offer(self, owner: int, entries: int) -> bool:
        """Note that a card is offered; False where one was before, and where the budget has fewer entries."""

    async def due(self, now: datetime, most: int) -> Sequence[int]:
        """Return the owners of open budgets whose cards are to be drawn, the longest due first."""

    async def claim(self, owner: int, now: datetime, until: datetime) -> StoredCard | None:
        """Take a card that is due for oneself until a moment; None where it is not due, or another process has it."""

    async def sent(self, claim: Claim, message: int) -> bool:
        """Note the message that is the card now; False where the claim is over, or the card has another chat."""

    async def release(self, claim: Claim, free_at: datetime, draw_at: datetime | None, drawn: str) -> None:
        """Give a claimed card back: what it shows, and when it is drawn again, unless it was marked meanwhile (None: then alone).

        It is not drawn before ``free_at``.
        """

    async def retry(self, claim: Claim, free_at: datetime) -> None:
        """Give a claimed card back that could not be drawn, to be drawn at a moment; what it shows is not known."""

    async def taken_down(self, claim: Claim) -> None:
        """Note that the message which the card replaces is taken down."""

    async def drop(self, claim: Claim) -> bool:
        """Switch a claimed card off for good; False where it was asked for again meanwhile, or the claim is over."""


class Cards:
    """Cards for any chat; ``beginnings`` are what a new budget starts with.

    ``chat`` is the number as the platform gives it; ``owner`` that of its budget, which stays when the chat moves.
    """

    def __init__(self, store: CardStore, ledger: Ledger, beginnings: Beginnings) -> None:
        self._store = store
        self._ledger = ledger
        self._beginnings = beginnings

    def beginning(self, begin: Beginnings) -> "Cards":
        """Return the same use cases, by which a new budget begins otherwise."""
        other = copy(self)
        other._beginnings = begin  # noqa: SLF001 - one of its own kind
        return other

    # --- what people say of it ---

    async def ask(self, chat: int, message: int, *, bars: bool) -> CardChange:
        """Make a card, or change it. Where it is like that already it becomes the latest message; a repeat changes nothing."""
        done = CardChange.MADE

        def act(held: StoredCard | None, asked: int | None) -> StoredCard | None:
            nonlocal done
            done, card = asked_for(held, StoredCard(chat, bars=bars, asked=asked))
            return card

        await self._store.change(chat, message, act, self._beginnings)
        return done

    async def make(self, chat: int) -> None:
        """Make a card because a button says so; nothing where there is one. Raises `NotFound` without a budget."""

        def act(held: StoredCard | None, _asked: int | None) -> StoredCard | None:
            return replace(held or StoredCard(chat), off=False) if held is None or held.off else None

        await self._store.change(chat, None, act, None)

    async def switch_off(self, chat: int) -> CardChange:
        """Let the card be taken down; a chat without a budget has none, and gets none by it."""
        done = CardChange.NONE

        def act(held: StoredCard | None, _asked: int | None) -> StoredCard | None:
            nonlocal done
            done = CardChange.NONE if held is None or held.off else CardChange.OFF
            return replace(held, off=True) if held is not None and not held.off else None

        with suppress(NotFound):
            await self._store.change(chat, None, act, None)
        return done

    async def offer(self, owner: int) -> bool:
        """Note that a card is offered; False where one was before, and before the fifth entry."""
        return await self._store.offer(owner, OFFERED_AFTER)

    # --- drawing ---

    async def due(self, now: datetime) -> Sequence[int]:
        """Return the owners of the cards that are to be drawn now, at most `MOST_AT_ONCE`."""
        return await self._store.due(now, MOST_AT_ONCE)

    async def claim(self, owner: int, now: datetime) -> Claim | None:
        """Take a card for oneself to draw it; None where nothing is to be drawn, or not by this process."""
        until = now + LEASE
        card = await self._store.claim(owner, now, until)
        return Claim(owner, card, until) if card is not None else None

    async def look(self, claim: Claim, now: datetime) -> Card | None:
        """Return what a claimed card shows now; None where its budget is gone or closed."""

        def read(view: BudgetView) -> Card:
            return card_of(view, now)

        try:
            return await self._ledger.read(claim.owner, read)
        except BeingForgotten:
            return None

    async def sent(self, claim: Claim, message: int) -> bool:
        """Note the message that is the card now; False where that is none any more: its chat has moved meanwhile."""
        return await self._store.sent(claim, message)

    async def drawn(self, claim: Claim, now: datetime, card: Card, digest: str, *, edited: bool) -> None:
        """Note what a card shows, and that it is drawn again at midnight; before that only once it is marked."""
        free_at = now + PACE if edited else now
        await self._store.release(claim, free_at, card.redraw_at, digest)

    async def taken_down(self, claim: Claim) -> None:
        """Note that the message which the card replaces is taken down."""
        await self._store.taken_down(claim)

    async def rest(self, claim: Claim, now: datetime) -> None:
        """Look at a card of a closed budget in a day again."""
        await self._store.release(claim, now, now + _DAY, claim.card.drawn)

    async def retry(self, claim: Claim, at: datetime) -> None:
        """Let a card that could not be drawn be drawn later."""
        await self._store.retry(claim, at)

    async def stop(self, claim: Claim, now: datetime) -> None:
        """Draw a card no more until an act marks it: its chat has shut the bot out."""
        await self._store.release(claim, now, None, "")

    async def drop(self, claim: Claim) -> bool:
        """Switch a claimed card off for good; False where it was asked for again meanwhile, or the claim is over."""
        return await self._store.drop(claim)


def asked_for(held: StoredCard | None, wanted: StoredCard) -> tuple[CardChange, StoredCard | None]:
    """Return what becomes of a card that is asked for, and what is to be stored; None for nothing."""
    if held is None:
        return CardChange.MADE, wanted
    if held.asked == wanted.asked:
        return CardChange.KNOWN, None
    if held.bars != wanted.bars and not held.off:
        change = CardChange.BARS if wanted.bars else CardChange.AMOUNTS
        return change, replace(held, bars=wanted.bars, asked=wanted.asked)
    before = held.message or held.before if held.chat == wanted.chat else None
    return CardChange.MADE if held.off else CardChange.MOVED, replace(wanted, before=before)
