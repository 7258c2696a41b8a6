"""Keeps what entries were before an act changed them: the act's own transaction writes the history."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from budget.entries import RecordedEntry
from budget.entry_changes import Actor, change_between
from budget.ledger import MessageTransaction

_T = TypeVar("_T")


def done_by(actor: Actor | None, act: Callable[[MessageTransaction], _T]) -> Callable[[MessageTransaction], _T]:
    """Return an act that names who does it."""

    def named(tx: MessageTransaction) -> _T:
        tx.actor = actor
        return act(tx)

    return named


def keep_changes(tx: MessageTransaction, before: Iterable[RecordedEntry], after: Iterable[RecordedEntry]) -> None:
    """Note how entries of the message changed. One that was not there before is recorded, not changed."""
    if tx.actor is None:
        return
    were = {one.line: one for one in before}
    found = [change_between(were[one.line], one, tx.actor) for one in after if one.line in were]
    changes = [one for one in found if one is not None]
    if changes:
        tx.note_changes(changes)
