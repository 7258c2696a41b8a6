"""Reads a message for an act, and stores its entries with the history of what they were before, in the act's own transaction."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from budget.edits import layout_of
from budget.entries import RecordedEntry
from budget.entry_changes import Actor, change_between
from budget.errors import InvalidChoice, NotFound, Why
from budget.ledger import MessageTransaction
from budget.payments import as_payment
from budget.settling import next_payer, noted, paid_by, settled, settled_again
from budget.standings import state
from budget.states import MessageState, OpenQuestion, PaidInstead, Status, StoredMessage, TextLine, Version

_T = TypeVar("_T")


def done_by(actor: Actor | None, act: Callable[[MessageTransaction], _T]) -> Callable[[MessageTransaction], _T]:
    """Return ``act`` as done by ``actor``, whom the changes of entries then name."""

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


def tapped(tx: MessageTransaction, act: str) -> tuple[StoredMessage, Status]:
    """Return the message, and whether the act is new."""
    stored = tx.stored()
    return stored, Status.DONE if tx.note_act(act) else Status.REPEATED


def question_in(stored: StoredMessage, line: int) -> OpenQuestion:
    """Return the open question of a line. Raises `NotFound`."""
    for question in stored.questions:
        if question.line == line:
            return question
    raise NotFound(f"question {line}")


def close_questions(tx: MessageTransaction, version: Version, stored: StoredMessage) -> MessageState:
    """Close what a message asks, because nothing that it says now reads: what is recorded of it stays. A repeat changes nothing.

    Its lines keep their places. Those that were asked about are known by no text any more, so that the same words ask again.
    """
    if stored.version is None or not stored.questions or version <= stored.version:
        return state(tx, stored, Status.REPEATED)
    asked = {one.line for one in stored.questions}
    tx.remove_questions(asked)
    layout = stored.layout or layout_of([], stored)
    lines = tuple(TextLine(one.address, None) if one.address in asked else one for one in layout.lines)
    layout = layout._replace(lines=lines)
    stored = stored._replace(version=version, questions=(), layout=layout)
    tx.set_version(version, layout)
    return state(tx, stored, Status.DONE)


def entry_in(stored: StoredMessage, line: int) -> RecordedEntry:
    """Return the entry of a line. Raises `NotFound`."""
    for one in stored.entries:
        if one.line == line:
            return one
    raise NotFound(f"line {line}")


def put(tx: MessageTransaction, stored: StoredMessage, changed: Mapping[int, RecordedEntry]) -> StoredMessage:
    """Store entries, those that are other than before, and return the message with them. What they pay they pay as before.

    Raises `InvalidChoice` where one would count that is in another currency than the budget.
    """
    fresh = _fresh(tx, stored, changed)
    if not fresh:
        return stored
    paid = paid_by(tx, _before(stored, fresh))
    tx.put_entries(fresh)
    keep_changes(tx, stored.entries, fresh.values())
    ends = {occurrence for line, occurrence in paid.items() if not _may_pay(fresh[line])}
    return _handed_on(tx, _with(stored, fresh), ends)


def put_read(
    tx: MessageTransaction, stored: StoredMessage, changed: Mapping[int, RecordedEntry], *, corrected: bool = False
) -> StoredMessage:
    """Store entries that were read just now, as `put` does. Those that pay a bill become its payments.

    ``corrected`` are entries of which a reply has changed a part. Raises `InvalidChoice` as `put`.
    """
    fresh = _fresh(tx, stored, changed)
    if not fresh:
        return stored
    before = _before(stored, fresh)
    paid = paid_by(tx, before)
    entries, pays = settled(tx, fresh, before, corrected=corrected)
    tx.put_entries(entries)
    keep_changes(tx, stored.entries, entries.values())
    noted(tx, entries, pays)
    ends = {occurrence for line, occurrence in paid.items() if pays.get(line) != occurrence}
    return _handed_on(tx, _with(stored, entries), ends)


def _before(stored: StoredMessage, changed: Collection[int]) -> list[RecordedEntry]:
    return [one for one in stored.entries if one.line in changed]


def _may_pay(one: RecordedEntry) -> bool:
    return not one.undone and one.entry.kind.is_money_out


def _handed_on(tx: MessageTransaction, stored: StoredMessage, ended: Iterable[tuple[int, date]]) -> StoredMessage:
    """Let other entries pay the occurrences (bill, planned day) that entries of the message pay no longer.

    It is as if these had never paid them. Returns the message, which may hold such an entry itself.
    """
    for number, planned in sorted(ended):
        found = next_payer(tx, number, planned)
        bill = next(one for one in tx.budget.bills if one.number == number)
        if found is None:
            continue
        at = tx if found.message == tx.message else tx.at(found.message)
        paying = replace(found, entry=as_payment(found.entry, tx.budget.category_of(bill)))
        at.put_entries({found.line: paying})
        keep_changes(at, [found], [paying])
        at.pay_bill(found.line, number, planned)
        stored = stored._replace(instead=(*stored.instead, PaidInstead(bill, paying.entry)))
        if found.message == tx.message:
            stored = _with(stored, {found.line: paying})
    return stored


def put_again(tx: MessageTransaction, stored: StoredMessage, lines: Collection[int]) -> StoredMessage:
    """Store as what they are now the entries of lines that were restored, where their bill is paid by something else."""
    entries, pays = settled_again(tx, {one.line: one for one in stored.entries if one.line in lines and not one.undone})
    if not entries:
        return stored
    tx.put_entries(entries)
    keep_changes(tx, stored.entries, entries.values())
    noted(tx, entries, pays)
    return _with(stored, entries)


def _fresh(
    tx: MessageTransaction, stored: StoredMessage, changed: Mapping[int, RecordedEntry]
) -> dict[int, RecordedEntry]:
    before = {one.line: one for one in stored.entries}
    fresh = {line: one for line, one in changed.items() if before.get(line) != one}
    foreign = next((one for one in fresh.values() if one.currency is not None and not one.undone), None)
    if foreign is not None:
        raise InvalidChoice(
            Why.UNDONE_IN_OTHER, foreign.money_in(tx.budget.money).written(before[foreign.line].entry.amount)
        )
    return fresh


def _with(stored: StoredMessage, changed: Mapping[int, RecordedEntry]) -> StoredMessage:
    entries = {one.line: one for one in stored.entries} | dict(changed)
    return stored._replace(entries=tuple(one for _, one in sorted(entries.items())))
