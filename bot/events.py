"""What comes in from a chat platform beside messages, and what goes back after a tap."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.reply import Reply

EMPTY_LINE = "\n\n"
"""What parts of one message stand apart by."""

Administrates = Callable[[], Awaitable[bool]]
"""Asks whether the person who taps administrates the group."""


@dataclass(frozen=True, slots=True)
class Tapped:
    """A tap on a button: in whose budget, the button's data, and the tap's own id."""

    owner: int
    author: int
    data: str
    tap: str
    group: bool = False
    name: str = ""
    """The first name of who taps."""
    asked_about: tuple[int, str] | None = None
    """Who wrote the message that the button's own message answers, and that person's first name."""
    table: bytes | None = None
    """The file that the button is about."""
    message: int | None = None
    """The message that bears the button, as its chat numbers it; None where the platform does not say."""
    buttons: tuple[str, ...] = ()
    """The data of all buttons of that message, as far as the platform says."""
    below: str = ""
    """The HTML of that message below its first empty line, as far as the platform says."""
    above: str = ""
    """The HTML of that message above its last empty line, as far as the platform says."""
    language: str = ""
    """The language of the person's app; empty where the platform does not say."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What follows a tap: a new text for the message that bore the button, or a short notice, or both.

    ``before`` is sent ahead of them, as a message of its own, and ``second`` behind it.
    """

    reply: Reply | None = None
    notice: str = ""
    before: Reply | None = None
    second: Reply | None = None
    also: Reply | None = None
    """The receipt of another message (`Reply.corrects`) that says something else now."""
    alert: bool = True
    """Whether the notice waits to be closed; else it goes by itself."""
