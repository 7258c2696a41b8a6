"""What Undo does, and Restore, over an open transaction: an entry is not deleted, it no longer counts."""

from dataclasses import replace

from budget.acts import as_it_stands, replied_to, state_of
from budget.entries import PARTS
from budget.errors import NotFound
from budget.keeping import put, put_again, tapped
from budget.ledger import MessageTransaction
from budget.standings import counting, places, state
from budget.states import MessageState, Status


def set_undone(tx: MessageTransaction, line: int | None, act: str, *, undone: bool) -> MessageState:
    """Undo or restore the entries of one line, or all of the message's. Raises `NotFound` where there is none.

    Restoring all leaves entries alone whose lines are no longer in the message.
    """
    stored, status = tapped(tx, act)
    chosen = [one for one in stored.entries if line is None or line % PARTS == one.line % PARTS]
    if not chosen:
        raise NotFound(f"line {line}")
    if status is Status.DONE:
        changed = (one for one in chosen if (not one.undone if undone else line is not None or one.removed_by is None))
        stored = put(tx, stored, {one.line: replace(one, undone=undone, removed_by=None) for one in changed})
        if not undone:
            stored = put_again(tx, stored, {one.line for one in chosen if one.undone})
    return state(tx, stored, status, also=places(tx, (one.entry for one in chosen)))


def undo_latest(tx: MessageTransaction, *, everything: bool = False) -> MessageState:
    """Undo the latest message that still has an entry or asks a question, because this message asks for it.

    What it asks is closed first, and its entries stay but where ``everything`` is to be undone. A repeat undoes nothing more.
    Raises `NotFound` where there is nothing to undo.
    """
    tx.carry_out_once()
    act = f"message {tx.message}"
    latest = tx.latest(act)
    if latest is None:
        raise NotFound("any entry")
    stored, status = tapped(latest, act)
    before = counting(latest, stored)
    asked = [one.line for one in stored.questions]
    if status is Status.DONE and asked:
        latest.remove_questions(asked)
        stored = stored._replace(questions=())
    if status is Status.REPEATED or (asked and not everything):
        return as_it_stands(latest, stored, status)
    held = (one for one in stored.entries if not one.undone)
    stored = put(latest, stored, {one.line: replace(one, undone=True, removed_by=None) for one in held})
    return state(latest, stored, status, also=before)


def undo_recent(tx: MessageTransaction, nth: int) -> MessageState:
    """Undo the line of the nth of the latest entries, because this message asks for it; a repeat undoes nothing more.

    Raises `NotFound` where there are not so many.
    """
    tx.carry_out_once()
    done = replied_to(tx)
    if done is not None:
        return state_of(done)
    held = tx.recent(nth)
    if len(held) < nth:
        raise NotFound(f"entry {nth}")
    return set_undone(tx.at(held[-1].message), held[-1].line, f"message {tx.message}", undone=True)
