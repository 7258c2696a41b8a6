"""What the log names beside each line: the update, the chat and the request that it belongs to.

A context variable goes with a task, and with `asyncio.to_thread`. What hands work to threads by itself (`storage/transactions.py`)
takes a copy of the context along.

It stands beside the rooms, as `settings.py` does, because three rooms that may not know each other leave their mark here: `bot` the
update, `web` the request, and `storage` carries both into its threads. It imports the standard library alone, so the walls between
the rooms stay where they are. Nothing is decided by it: only `app/logs.py` and `app/tracing.py` read it.

Spans of a trace begin here for the same reason. They are nothing until `app/tracing.py` sets what opens one.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trail:
    """What is being done. ``chat`` is a chat's number, of which a log shows a keyed hash alone."""

    update: int | None = None
    chat: int | None = None
    request: str | None = None


OpenSpan = Callable[[str], AbstractContextManager[object]]
"""Opens a span by its name, inside the one that is open in this context."""


class _Tracing:
    """What opens spans in this process; None where no traces are wanted."""

    open_span: OpenSpan | None = None


_NO_SPAN = nullcontext()

_TRAIL: ContextVar[Trail] = ContextVar("trail", default=Trail())  # noqa: B039 - it is frozen


def current() -> Trail:
    """Return what the running code belongs to."""
    return _TRAIL.get()


@contextmanager
def of_update(update: int, chat: int | None = None) -> Iterator[None]:
    """Let what is logged inside name an update, and its chat."""
    before = _TRAIL.set(Trail(update, chat, _TRAIL.get().request))
    try:
        with span("update"):
            yield
    finally:
        _TRAIL.reset(before)


@contextmanager
def of_request(request: str) -> Iterator[None]:
    """Let what is logged inside name a request of the HTTP side by its random id."""
    now = _TRAIL.get()
    before = _TRAIL.set(Trail(now.update, now.chat, request))
    try:
        yield
    finally:
        _TRAIL.reset(before)


def span(name: str) -> AbstractContextManager[object]:
    """Let what is done inside be a span of the trace, where traces are wanted. A name holds nothing of a person's."""
    return _NO_SPAN if _Tracing.open_span is None else _Tracing.open_span(name)


def trace_by(open_span: OpenSpan | None) -> None:
    """Set what opens spans in this process, None for nothing."""
    _Tracing.open_span = open_span
