"""The buttons of the week, its picture, share links and the pinned card."""

from dataclasses import dataclass
from datetime import date

from bot.buttons.forms import LISTED, Checked, Form


@dataclass(frozen=True, slots=True)
class Week:
    """Show the week that begins on a day."""

    start: date

    def __post_init__(self) -> None:
        """Raise ValueError for the calendar's edges: their weeks do not exist."""
        if not 1970 <= self.start.year < 9999:
            raise ValueError(self.start)


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


def _listed(text: str) -> bool:
    """Read that a link was revoked in the list of links."""
    if text != LISTED:
        raise ValueError(text)
    return True


FORMS: tuple[Form[LookButton], ...] = (
    Form(Week, ("w",), (date.fromisoformat,)),
    Form(WeekPicture, ("w", "p"), (date.fromisoformat,)),
    Form(WeekPage, ("w", "g"), (date.fromisoformat,)),
    Form(RevokeNow, ("x", "y"), (int,)),
    Form(RevokeNow, ("x", "y"), (int, _listed)),
    Form(ShowLinks, ("x",)),
    Form(RevokeLink, ("x",), (int,)),
    Form(RevokeLink, ("x",), (int, _listed)),
    Form(MakeCard, ("g",), (int,)),
)
