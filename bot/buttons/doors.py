"""The buttons of write doors."""

from dataclasses import dataclass

from bot.buttons.forms import LISTED, Checked, Form


@dataclass(frozen=True, slots=True)
class CloseDoor(Checked):
    """Ask whether a write door is to be closed; ``listed`` where the button stands under the list of doors."""

    door: int
    listed: bool = False


@dataclass(frozen=True, slots=True)
class CloseNow(Checked):
    """Close a write door; ``listed`` where the list of doors is shown again then."""

    door: int
    listed: bool = False


@dataclass(frozen=True, slots=True)
class ShowDoors:
    """Show the open write doors."""


DoorButton = CloseDoor | CloseNow | ShowDoors


def _listed(text: str) -> bool:
    """Read that a door was closed in the list of doors."""
    if text != LISTED:
        raise ValueError(text)
    return True


FORMS: tuple[Form[DoorButton], ...] = (
    Form(CloseNow, ("o", "x", "y"), (int,)),
    Form(CloseNow, ("o", "x", "y"), (int, _listed)),
    Form(ShowDoors, ("o", "x")),
    Form(CloseDoor, ("o", "x"), (int,)),
    Form(CloseDoor, ("o", "x"), (int, _listed)),
)
