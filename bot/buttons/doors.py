"""The buttons of write doors."""

from dataclasses import dataclass

from bot.buttons.forms import Checked, Form, listed_of


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


FORMS: tuple[Form[DoorButton], ...] = (
    Form(CloseNow, ("o", "x", "y"), (int,)),
    Form(CloseNow, ("o", "x", "y"), (int, listed_of)),
    Form(ShowDoors, ("o", "x")),
    Form(CloseDoor, ("o", "x"), (int,)),
    Form(CloseDoor, ("o", "x"), (int, listed_of)),
)
