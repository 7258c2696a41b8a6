"""Answers to albums, whose messages come one by one: what is said of the pictures gives way to what a caption is answered.

The answer to the first caption is stored for its album, too, so that no other process answers the rest.
"""

from bot.telegram.delivery import Call, in_place
from bot.telegram.incoming import Incoming, Media
from bot.telegram.sender import Sender
from budget.bookkeeper import Message

_CAPTIONED = 2**41
"""What is added to an album's number where a caption of it is answered. Albums have 2**40 numbers."""


async def as_answer(found: Incoming, message: Message, calls: list[Call], sender: Sender) -> list[Call]:
    """Return the calls that answer a caption of an album; the first one's replace what was said of the album."""
    if found.album is None or not found.private or message.edited or not calls or calls[0].receipt_for is None:
        return calls
    captioned = found.album + _CAPTIONED
    if await sender.answer_to(found.chat, captioned) is not None:
        return calls
    said = await sender.answer_to(found.chat, found.album)
    first, *others = calls if said is None else in_place(calls, said)
    return [first._replace(receipt_for=message.number, also_for=captioned, rides=False), *others]


async def is_captioned(found: Incoming, media: Media, sender: Sender) -> bool:
    """Whether a caption of a message's album was answered."""
    return media.album is not None and await sender.answer_to(found.chat, media.album + _CAPTIONED) is not None
