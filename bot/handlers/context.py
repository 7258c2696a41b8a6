"""What every handler is given: the program's parts, and the command or the tap itself."""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol

from bot import buttons
from bot.access import Access
from bot.events import Administrates, Answer, Tapped
from bot.reply import Drawn, Reply
from budget.bookkeeper import Bookkeeper, Message
from budget.cards import Cards
from budget.entry_changes import Actor
from budget.forgetting import Forgetting
from budget.importing import Importer
from budget.notifier import Notifier
from budget.planning import Planner
from budget.recurring import RecurringNotes
from budget.sharing import Sharing
from budget.summary import Summary
from budget.write_doors import Doorkeeper
from languages import ENGLISH
from words.voice import Voice, Voices, voice_of


class Heard(Protocol):
    """The messages of groups that several bots of one book get."""

    async def is_ours(self, message: Message) -> bool:
        """Note that this bot answers a message which none of them keeps; False where another one does.

        Raises `LedgerUnavailable`.
        """


NUMBER = re.compile(r"\d{1,9}")
"""The number of an entry behind a command, in digits of any script."""
MOST_BACK = 1000
"""Entries back that a number finds: `/undo 3`, `/history 3`."""

Draw = Callable[[Voice, int, Summary], Awaitable[Drawn | None]]
"""Draws a week's picture for a chat; None where too many are asked for."""


@dataclass(frozen=True, slots=True)
class Dependencies:
    """The handlers' dependencies, built once.

    ``access`` is there where others can be let in, ``draw`` where a chat shows pictures, ``notifier`` where the bot can
    speak first, ``cards`` where a message can be edited.
    """

    bookkeeper: Bookkeeper
    forgetting: Forgetting
    sharing: Sharing
    planner: Planner
    importer: Importer
    now: Callable[[], datetime]
    public_url: str
    """Share links begin with it."""
    access: Access | None = None
    draw: Draw | None = None
    notifier: Notifier | None = None
    cards: Cards | None = None
    voices: Voices = voice_of
    """Gives the voice of a language."""
    doors: Doorkeeper | None = None
    """There where entries can come in by HTTP, and a chat can be told of them."""
    recurring: RecurringNotes | None = None
    """Suggests bills, where receipts may."""
    heard: Heard | None = None
    """There where other bots of the same book may be in a group."""

    def acting(self, actor: Actor, language: str = "") -> "Dependencies":
        """Return a copy that acts for ``actor``, whom the history of an entry names.

        A new budget begins with what the ``language`` of their app lets guess.
        """
        begin = self.bookkeeper.beginnings(language)
        return replace(
            self,
            bookkeeper=self.bookkeeper.by(actor, begin),
            planner=self.planner.by(actor, begin),
            cards=self.cards.beginning(begin) if self.cards is not None else None,
            notifier=self.notifier.beginning(begin) if self.notifier is not None else None,
        )


@dataclass(frozen=True, slots=True)
class Call:
    """A command as somebody wrote it: its name in small letters and what follows it."""

    name: str
    rest: str
    message: Message
    voice: Voice
    """The voice of the message's budget."""
    bot: str
    """The bot's own name; an empty string until Telegram has told it."""
    language: str = ENGLISH
    """The language of the message's budget."""

    @property
    def words(self) -> list[str]:
        """The words that follow the command."""
        return self.rest.split()

    @property
    def owner(self) -> int:
        """The budget's owner."""
        return self.message.owner

    @property
    def now(self) -> datetime:
        """The moment of the message."""
        return self.message.sent_at


@dataclass(frozen=True, slots=True)
class Tap:
    """A tap: whose budget, who taps, where, the name of the act, which is done once, the moment, and the budget's voice.

    ``tapped`` is the tap as it came.
    """

    owner: int
    author: int
    group: bool
    act: str
    now: datetime
    administrates: Administrates
    voice: Voice
    tapped: Tapped


CommandHandler = Callable[[Dependencies, Call], Awaitable[Reply]]
TapHandler = Callable[[Dependencies, Any, Tap], Awaitable[Answer]]
TapHandlers = Mapping[type[buttons.Button], TapHandler]
