"""How fast polling goes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast polling goes. All are seconds but the last."""

    between: float = 0.06
    """Between two requests while updates are open, and fewer than fifty are not done."""
    calm: float = 0.05
    """From the beginning of a request until the next, also when nothing is open. So what comes in a moment comes by one request;
    a long poll of an idle bot was begun before, and the next is sent at once."""
    crowded: float = 0.25
    """Between two requests while fifty updates are not done."""
    keep_after: float = 2.5
    """How long an update is tried until it is stored; see `hanging_after` if a hundred updates are open."""
    full_after: float = 10.0
    """How long an update is open until it is stored, if a hundred updates are open."""
    again: float = 1.0
    """Until storing is tried again after the database could not be written."""
    stuck_after: float = 120.0
    """How long an update may be open that can't be stored, until polling counts as stuck."""
    at_once: int = 50
    """How many chats with stored updates are tried at once."""
    hanging_after: float = 0.5
    """How long an update is tried until it is stored, if a hundred updates are open."""
