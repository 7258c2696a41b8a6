"""The buttons of write doors."""

from dataclasses import dataclass

from bot.buttons.forms import LISTED, Checked, Form


@dataclass(frozen=True, slots=True)
class CloseDoor(Checked):
    """Close a write door; ``listed`` where the button stands under the list of doors, which is then shown again."""

    door: int
    listed: bool = False


DoorButton = CloseDoor


def _listed(text: str) -> bool:
    """Read that a door was closed in the list of doors."""
    if text != LISTED:
        raise ValueError(text)
    return True


FORMS: tuple[Form[DoorButton], ...] = (
    Form(CloseDoor, ("o", "x"), (int,)),
    Form(CloseDoor, ("o", "x"), (int, _listed)),
)
