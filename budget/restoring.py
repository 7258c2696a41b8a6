"""Whole books that people send back: what one holds is shown, and a tap puts it into an empty chat, once."""

import asyncio
from datetime import datetime, timedelta, timezone
from typing import NamedTuple

from budget.bookkeeper import Bookkeeper, Message
from budget.errors import NotEmpty
from budget.importing import Offers
from budget.imports.own_json import RestoredBook, read
from budget.ledger import Ledger, MessageTransaction
from budget.ledger_values import Staged
from budget.turns import Turns

MOST_AT_ONCE = 5_000
"""Entries of a book that are stored in one transaction, in a fifth of a second; a larger one is staged first."""

_EASTERNMOST = timezone(timedelta(hours=14))
"""Where a day begins first (Kiribati): no entry is of a later one, whatever time zone its budget had."""


class BookOffer(NamedTuple):
    """A whole book that was sent, and whether nothing stands in the chat's budget: only then it can be restored."""

    whole: RestoredBook
    is_empty: bool


class Restorer:
    """Shows and restores whole books, for any chat. ``reading`` bounds how many files are read at once, each in much memory."""

    def __init__(self, bookkeeper: Bookkeeper, ledger: Ledger, offers: Offers, reading: Turns) -> None:
        self._bookkeeper = bookkeeper
        self._ledger = ledger
        self._offers = offers
        self._reading = reading
        self._staging = Turns(1, reading.longest)

    async def begin(self, message: Message, content: bytes, now: datetime) -> BookOffer:
        """Return what the book of a message holds; it waits for a tap for a day. Raises `Refused` for what is no such book."""
        whole = await self._read(message.owner, content, now)
        await self._offers.offer(message.owner, message.number, message.file, now)
        _, is_empty = await self._bookkeeper.begin(message.owner, message.language)
        return BookOffer(whole, is_empty)

    async def restore(self, owner: int, number: int, content: bytes, now: datetime) -> RestoredBook:
        """Put the book of a message into its chat, and return it. A repeat changes nothing.

        Raises `NotEmpty` where something stands in the budget, `Refused` for what is no such book.
        """
        whole = await self._read(owner, content, now)
        if len(whole.entries) + whole.book.size <= MOST_AT_ONCE:
            return await self._put(owner, number, whole, now)
        async with self._staging.turn():  # a repeat that comes meanwhile waits, and finds what is done
            if not await self._ledger.change(owner, lambda tx: tx.is_empty()):
                return await self._put(owner, number, whole, now)
            staged = await self._ledger.stage(owner, whole.book, whole.entries, now)
            try:
                return await self._put(owner, number, whole, now, staged)
            finally:
                await self._ledger.drop(staged)  # one that was adopted stays

    async def _put(
        self, owner: int, number: int, whole: RestoredBook, now: datetime, staged: Staged | None = None
    ) -> RestoredBook:
        """Put a book, which may be staged already, in place of an empty budget. A repeat changes nothing. Raises `NotEmpty`."""

        def act(tx: MessageTransaction) -> RestoredBook:
            if not tx.note_act(f"restore {tx.message}"):
                return whole
            if not tx.change(lambda budget: budget.is_empty()):
                raise NotEmpty(f"{owner}")
            if staged is None:
                tx.restore(whole.book, whole.entries, now)
            else:
                tx.adopt(whole.book, staged)
            return whole

        return await self._ledger.write(owner, number, act)

    async def _read(self, owner: int, content: bytes, now: datetime) -> RestoredBook:
        latest = now.astimezone(_EASTERNMOST).date()
        async with self._reading.turn():
            return await asyncio.to_thread(read, content, owner, latest)
