"""The buttons of the week, its picture, share links and the pinned card."""

from dataclasses import dataclass
from datetime import date

from bot.buttons.forms import Checked, Form, listed_of


@dataclass(frozen=True, slots=True)
class Week(Checked):
    """Show the week that begins on a day."""

    start: date


@dataclass(frozen=True, slots=True)
class WeekPicture(Week):
    """Send the picture of the week that begins on a day."""


@dataclass(frozen=True, slots=True)
class WeekPage(Week):
    """Give the address of the page that shows the week that begins on a day."""


@dataclass(frozen=True, slots=True)
class RevokeLink(Checked):
    """Ask whether a share link is to be closed; ``listed`` where the button stands under the list of links."""

    link: int
    listed: bool = False


@dataclass(frozen=True, slots=True)
class RevokeNow(Checked):
    """Close a share link; ``listed`` where the list of links is shown again then."""

    link: int
    listed: bool = False


@dataclass(frozen=True, slots=True)
class ShowLinks:
    """Show the open share links."""


@dataclass(frozen=True, slots=True)
class MakeCard(Checked):
    """Make a card, which the receipt of a message offers."""

    message: int


LookButton = Week | WeekPicture | WeekPage | RevokeLink | RevokeNow | ShowLinks | MakeCard


FORMS: tuple[Form[LookButton], ...] = (
    Form(Week, ("w",), (date.fromisoformat,)),
    Form(WeekPicture, ("w", "p"), (date.fromisoformat,)),
    Form(WeekPage, ("w", "g"), (date.fromisoformat,)),
    Form(RevokeNow, ("x", "y"), (int,)),
    Form(RevokeNow, ("x", "y"), (int, listed_of)),
    Form(ShowLinks, ("x",)),
    Form(RevokeLink, ("x",), (int,)),
    Form(RevokeLink, ("x",), (int, listed_of)),
    Form(MakeCard, ("g",), (int,)),
)
