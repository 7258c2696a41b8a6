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

    async def offered(self, owner: int, message: int, at: datetime) -> str | None:
        """Return the id of a file that is still stored."""

    async def withdraw(self, owner: int, message: int) -> None:
        """Forget a file."""


def file_asked(data: str) -> int | None:
    """Return the message whose file a button needs, by the button's data; None for any other one."""
    try:
        return buttons.file_of(buttons.decode(data))
    except ValueError:
        return None


@asynccontextmanager
async def offered_file(
    tapped: Tapped, at: datetime, offers: Offers, downloads: Downloads
) -> AsyncIterator[bytes | None]:
    """Give the bytes of the file that a button is about; None for any other button, and where it is not offered.

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
    if (number := buttons.file_of(button)) is not None:
        file = await offers.offered(tapped.owner, number, at)
    if file is None:
        yield None
        return
    async with downloads.fetched(file) as content:
        yield content
