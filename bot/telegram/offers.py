"""Files that a person is asked about before they are imported."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Protocol

from bot import buttons
from bot.events import Tapped
from bot.telegram.files import Downloads


class Offers(Protocol):
    """Which files people were asked about. Every method raises `LedgerUnavailable`."""

    async def offer(self, owner: int, message: int, file: str, at: datetime) -> None:
        """Store Telegram's id of the file of a message for a day; of one chat only the latest few."""

    async def offered(self, owner: int, message: int, at: datetime) -> str | None:
        """Return the id of a file that is still stored."""

    async def withdraw(self, owner: int, message: int) -> None:
        """Forget a file."""


@asynccontextmanager
async def offered_file(
    tapped: Tapped, at: datetime, offers: Offers, downloads: Downloads
) -> AsyncIterator[bytes | None]:
    """Give the bytes of the file that a button asks to import; None for any other button, and where it is not offered.

    The button that says No forgets its file. Raises what `Fetch` raises.
    """
    try:
        button = buttons.decode(tapped.data)
    except ValueError:
        yield None
        return
    if isinstance(button, buttons.DropFile):
        await offers.withdraw(tapped.owner, button.message)
    file = None
    if isinstance(button, buttons.ImportFile):
        file = await offers.offered(tapped.owner, button.message, at)
    if file is None:
        yield None
        return
    async with downloads.fetched(file) as content:
        yield content
