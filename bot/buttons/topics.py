"""The buttons of the help: its topics, and the way back from them."""

from dataclasses import dataclass
from enum import StrEnum

from bot.buttons.forms import Form


class Topic(StrEnum):
    """What a page of the help is about."""

    LEFT = "left"
    PLAN = "plan"
    ENTRIES = "entries"
    LIMITS = "limits"
    SHARING = "sharing"
    FILES = "files"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class HelpOn:
    """Show the page of a topic."""

    topic: Topic


@dataclass(frozen=True, slots=True)
class ShowHelp:
    """Show the help."""


HelpButton = HelpOn | ShowHelp

FORMS: tuple[Form[HelpButton], ...] = (
    Form(HelpOn, ("?",), (Topic,)),
    Form(ShowHelp, ("?",)),
)
