"""What the routes' handlers need from the rest of the program."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from budget.sharing import Sharing
from budget.write_doors import Done, Doorkeeper
from web.metrics import Metrics
from web.renderer import Renderer
from web.visitors import Visitors
from words.voice import Voices


@dataclass(frozen=True, slots=True)
class Doors:
    """What records entries that come in by HTTP. ``tell`` says in the chat what came in, and never fails."""

    keeper: Doorkeeper
    tell: Callable[[Done], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Dependencies:
    """The handlers' dependencies, built once by the composition root."""

    ready: Callable[[], Awaitable[None]]
    """Raises `LedgerUnavailable`, naming the part that is not ready."""
    sharing: Sharing
    now: Callable[[], datetime]
    public_url: str
    metrics: Metrics
    renderer: Renderer
    visitors: Visitors
    voices: Voices
    metrics_token: str | None = None
    """The bearer token of `/metrics`. Without one there is no such route."""
    doors: Doors | None = None
    """Without them there is no `/entries`."""
