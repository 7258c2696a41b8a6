"""A message as it reached a door, in the terms of no platform."""

from datetime import UTC, datetime
from typing import NamedTuple

from budget.entry_changes import Actor
from budget.states import Version

FIRST_STATE = Version(0, 0)


class Message(NamedTuple):
    """A text as it reached a door; ``sent_at`` is when the person first sent it, whatever edits came later."""

    owner: int
    number: int
    author: int
    text: str
    sent_at: datetime
    version: Version = FIRST_STATE
    table: str | bytes | None = None
    """A file that came with it, to be imported."""
    file: str = ""
    """The platform's name for that file, by which it can be had again."""
    group: bool = False
    """Whether others talk in the chat too."""
    addressed: bool = False
    """Whether it names the bot, whose name is not part of the text."""
    forwarded: bool = False
    """Whether somebody else wrote it: then nothing is recorded without a tap."""
    reply_to: int | None = None
    """The message that it replies to, where that is the bot's or the same person's."""
    reply_buttons: tuple[str, ...] = ()
    """The data of the buttons under that message."""
    reply_text: str = ""
    """The text that it replies to, where it is the same person's; of a refusal the text that was refused."""
    title: str = ""
    """The title of the group that it was written in."""
    language: str = ""
    """The language of the person's app (BCP 47), where it is known."""
    name: str = ""
    """The first name of the person who wrote, where it is known."""
    before: int | None = None
    """The message right before it, where the door knows its number."""

    @property
    def may_be_talk(self) -> bool:
        """Whether it may be meant for others: then a number among words is no reason to ask."""
        return self.group and not self.addressed

    @property
    def may_order(self) -> bool:
        """Whether it may ask the bot for something without a slash: it is new, its sender's own, and no talk."""
        return not (self.may_be_talk or self.forwarded or self.edited)

    @property
    def right_before(self) -> tuple[int, ...]:
        """Return the numbers that the message right before it may have: no more than an answer stands between."""
        return (self.number - 1, self.number - 2) if self.before is None else (self.before,)

    @property
    def edited(self) -> bool:
        """Whether this is a later state of the message."""
        return self.version.edited_at > 0

    @property
    def actor(self) -> Actor:
        """Who wrote this state of the message, and when."""
        at = datetime.fromtimestamp(self.version.edited_at, UTC) if self.edited else self.sent_at
        return Actor(self.author, self.name, at)
