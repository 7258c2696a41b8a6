"""What teaches a note its category: a tap, or an edit that names another one."""

from budget.edits import entries_at
from budget.entries import Entry
from budget.grammar import lesson_keys
from budget.ledger import MessageTransaction
from budget.states import Part, StoredMessage


def teach_if_recategorised(tx: MessageTransaction, stored: StoredMessage, address: int, told: tuple[Part, ...]) -> None:
    """Learn the category that an edit names, where the line had another one or was asked about."""
    before = entries_at(stored, address)
    asked = any(one.line == address for one in stored.questions)
    for _, entry in told:
        if (before or asked) and entry.category not in {one.entry.category for one in before}:
            teach(tx, entry)


def teach(tx: MessageTransaction, entry: Entry) -> None:
    """Learn the category of a note, and of notes alike."""
    notes = lesson_keys(entry.note)
    if notes and entry.category is not None:
        tx.teach(notes, entry.category)
