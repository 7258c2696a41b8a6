"""What an update holds for the bot, as values."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from bot.events import Tapped
from budget.bookkeeper import Message


@dataclass(frozen=True, slots=True)
class Joined:
    """The bot came into a group."""

    language: str = ""
    """The language of the app of who added it (BCP 47), where it is known."""


@dataclass(frozen=True, slots=True)
class Faceless:
    """A message for the bot in the name of a group (by an anonymous administrator) or of a channel.

    Its author is not known: neither whether they may use the bot, nor who spent.
    """

    channel: bool


@dataclass(frozen=True, slots=True)
class Media:
    """A message without a text: a picture, a voice message, a file. The bot can't read it."""

    number: int
    kind: str
    """The name of Telegram's field that holds it; ``table`` for a file of entries."""
    sent_at: datetime
    album: int | None = None
    """A number that all messages of an album share, and that no message has."""
    language: str = ""
    """The language of the person's app (BCP 47), where it is known."""

    @property
    def answered_as(self) -> int:
        """The number under which its answer is stored."""
        return self.album if self.album is not None else self.number


@dataclass(frozen=True, slots=True)
class Moved:
    """A group became a supergroup: its budget has another owner from now on."""

    owner: int
    to: int


class Incoming(NamedTuple):
    """One update: the chat that it came from, and the event in it."""

    chat: int
    user: int
    event: Message | Media | Tapped | Joined | Moved | Faceless
    private: bool
    reply_to: int | None
    """The message to reply to: the person's own, or the one that bore the tapped button."""
    file: str = ""
    """Telegram's id of the file that came with `/import`, or of a table that came without a word."""
    name: str = ""
    """The first name of the person who wrote."""
    update: int = 0
    """The update's own number, by which a repeat is known."""
    album: int | None = None
    """The album that a message with a text belongs to."""
    replied_bot: str = ""
    """The username of the bot that is replied to."""
    replied_bot_number: int = 0
    """Telegram's number of that bot."""
    retry: "Retry | None" = None
    """The tap by which a person has a message tried again that was let go."""

    @property
    def language(self) -> str:
        """The language of the app of who wrote, tapped or added the bot, as Telegram says it; empty where that is not known."""
        return self.event.language if isinstance(self.event, Message | Media | Tapped | Joined) else ""

    @property
    def tap(self) -> str:
        """The id of the tap that waits for an answer, empty without one."""
        if self.retry is not None:
            return self.retry.tap
        return self.event.tap if isinstance(self.event, Tapped) else ""


@dataclass(frozen=True, slots=True)
class Retry:
    """A tap on [Try again]: its id, and the message that bears the button."""

    tap: str
    message: int


def is_sound(found: Incoming) -> bool:
    """Whether all numbers fit 64 bits, those of messages are none below zero, and all texts are strings.

    python-telegram-bot does not check types.
    """
    numbers: list[object] = [found.chat, found.user, found.replied_bot_number]
    messages: list[object] = [found.reply_to]
    texts: list[object] = [found.name, found.replied_bot, found.file]
    match found.event:
        case Message() as message:
            numbers.append(message.version.update)
            messages += [message.number, message.reply_to]
            texts.append(message.text)
        case Media(number=number):
            numbers.append(found.update)
            messages.append(number)
        case Tapped() as tapped:
            messages.append(tapped.message)
            texts += [tapped.data, tapped.tap, tapped.name]
            if tapped.asked_about is not None:
                numbers.append(tapped.asked_about[0])
                texts.append(tapped.asked_about[1])
        case Moved(owner, to):
            numbers += [owner, to]
        case Joined() | Faceless():
            pass
    return (
        all(fits(number) for number in numbers)
        and all(number is None or fits(number, 0) for number in messages)
        and all(isinstance(text, str) for text in texts)
    )


def fits(number: object, least: int = -(2**63)) -> bool:
    """Whether a value is a whole number of 64 bits, ``least`` at least."""
    return isinstance(number, int) and not isinstance(number, bool) and least <= number < 2**63
