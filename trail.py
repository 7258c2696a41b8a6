"""What the log names beside each line: the update, the chat and the request that it belongs to.

A context variable goes with a task, and with `asyncio.to_thread`. What hands work to threads by itself (`storage/transactions.py`)
takes a copy of the context along.

It stands beside the rooms, as `settings.py` does, because three rooms that may not know each other leave their mark here: `bot` the
update, `web` the request, and `storage` carries both into its threads. It imports the standard library alone, so the walls between
the rooms stay where they are. Nothing is decided by it: only `app/logs.py` reads it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Trail:
    """What is being done. ``chat`` is a chat's number, of which a log shows a keyed hash alone."""

    update: int | None = None
    chat: int | None = None
    request: str | None = None


_TRAIL: ContextVar[Trail] = ContextVar("trail", default=Trail())  # noqa: B039 - it is frozen


def current() -> Trail:
    """Return what the running code belongs to."""
    return _TRAIL.get()


@contextmanager
def of_update(update: int, chat: int | None = None) -> Iterator[None]:
    """Let what is logged inside name an update, and its chat."""
    before = _TRAIL.set(replace(_TRAIL.get(), update=update, chat=chat))
    try:
        yield
    finally:
        _TRAIL.reset(before)


@contextmanager
def of_request(request: str) -> Iterator[None]:
    """Let what is logged inside name a request of the HTTP side by its random id."""
    before = _TRAIL.set(replace(_TRAIL.get(), request=request))
    try:
        yield
    finally:
        _TRAIL.reset(before)
