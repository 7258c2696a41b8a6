"""What recording, editing, answering, moving and learning do, over an open transaction: one function an act. Undo is in `undoing`.

The transaction reads and writes and decides nothing (`budget.ledger.MessageTransaction`). Every act is idempotent: a message is
known by its number and version, a tap or a command by its name (``act``), and a repeat changes nothing.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import Any

from budget.categories import Category, as_compared, last_resort, new_category
from budget.edits import content_of, entries_at, layout_of, unchanged
from budget.entries import PARTS, Entry, Kind, RecordedEntry
from budget.errors import NotFound
from budget.grammar import About, Choice, Label, tag_in, without_tag
from budget.keeping import entry_in, put, put_read, question_in, tapped
from budget.ledger import MessageTransaction
from budget.lessons import teach, teach_if_recategorised
from budget.rescaling import begin_in
from budget.settling import noted, settled
from budget.standings import counting, places, state
from budget.states import MessageState, OpenQuestion, Part, Status, StoredMessage, Submission


def record(tx: MessageTransaction, submission: Submission, stored: StoredMessage | None = None) -> MessageState:
    """Record what a message says. A repeat or an older state changes nothing. ``stored`` is what was read of it already.

    Of an edit, each line that reads replaces its entries, wherever it stands now (`budget.edits`); what was undone comes back where
    its line says something else. A line that does not read leaves its entries, and those of lines that are gone are undone until
    their lines come back. What it was asked about is asked no longer.
    """
    if any(submission.lines) and (stored is None or stored.version is None) and tx.add(submission):
        return _first_recorded(tx, submission)
    if stored is None:
        stored = tx.stored()
    if stored.version is None:  # nothing was stored, and nothing is there to be stored
        return MessageState(Status.DONE)
    if submission.version < stored.version:
        return state(tx, stored, Status.STALE)
    removed_by = submission.version.update if submission.edited else None
    if submission.version == stored.version or not submission.edited:
        return state(tx, stored, Status.REPEATED, removed_by=removed_by)
    corrected = _corrected(tx, stored, submission)
    before = places(tx, (one.entry for one in stored.entries if not one.undone))
    return state(tx, corrected, Status.DONE, also=before, tells=True, removed_by=removed_by)


def answer(
    tx: MessageTransaction, line: int, choice: int, act: str, entries: tuple[Entry, ...] | None = None
) -> MessageState:
    """Record the choice that was tapped under a question. Raises `NotFound` where there is no such question (any more).

    A choice with a currency brings the budget into it; raises `InvalidChoice` where something stands in another one.
    ``entries`` replace the choice's own where a reply changed their day or their category. Under a reply it may change another
    message's entry: then that message's state is returned.
    """
    stored, status = tapped(tx, act)
    if status is Status.REPEATED:
        return as_it_stands(tx, stored, status)
    before = counting(tx, stored)
    question = question_in(stored, line)
    if not 0 <= choice < len(question.choices):
        raise NotFound(f"question {line}, choice {choice}")
    if question.about is About.CORRECTION:
        tx.remove_questions([one.line for one in stored.questions])
        stored = stored._replace(questions=())
        if question.choices[choice].label is Label.CHANGE:
            return _change_chosen(tx, line, question.choices[choice])
    chosen = question.choices[choice]
    told = chosen.entries if entries is None else entries
    parts = {line + PARTS * n: entry for n, entry in enumerate(told)}
    answered = [line]
    if chosen.currency is not None:
        begun = _begun(tx, stored, chosen.currency)
        parts, answered = begun | parts, [line, *begun]
    tx.remove_questions(answered)
    stored = stored._replace(questions=tuple(one for one in stored.questions if one.line not in answered))
    after = {n: _entry_of(tx, stored, n, one) for n, one in parts.items()}
    if stored.version is not None and question.about is not About.CORRECTION:
        after |= _not_told(stored, line, after, stored.version.update)
    stored = put_read(tx, stored, after)
    if chosen.label is Label.CATEGORY or told[0].category != chosen.entries[0].category:
        teach(tx, told[0])
    return state(tx, stored, status, also=before, tells=True)


def _begun(tx: MessageTransaction, stored: StoredMessage, currency: str) -> dict[int, Entry]:
    """Let the budget be in a currency; return what all lines of the message record that had waited for nothing else, by line.

    Raises `InvalidChoice` where something stands in another currency.
    """
    tx.change(partial(begin_in, currency))
    return {
        one.line: one.choices[0].entries[0]
        for one in stored.questions
        if len(one.choices) == 1 and one.choices[0].currency == currency and len(one.choices[0].entries) == 1
    }


def decline(tx: MessageTransaction, line: int, act: str) -> MessageState:
    """Close a question without recording anything. Raises `NotFound` where there is no such question (any more)."""
    stored, status = tapped(tx, act)
    if status is Status.DONE:
        question = question_in(stored, line)
        alike = [
            one.line for one in stored.questions if question.about is About.CORRECTION and one.about is About.CORRECTION
        ]
        lines = alike or [line]  # a reply asks one question, whatever the entries that it may mean
        tx.remove_questions(lines)
        stored = stored._replace(questions=tuple(one for one in stored.questions if one.line not in lines))
    return as_it_stands(tx, stored, status)


def as_it_stands(tx: MessageTransaction, stored: StoredMessage, status: Status) -> MessageState:
    """Return the state of a message; of a reply that asked nothing further, that of the message which it was about."""
    if not stored.entries and not stored.questions and (about := replied_to(tx)) is not None:
        return state(about, about.stored(), status)
    return state(tx, stored, status)


def recategorise(tx: MessageTransaction, line: int, category: int, act: str) -> MessageState:
    """Give an entry another category, and learn that for its note. Raises `NotFound`."""
    stored, status = tapped(tx, act)
    before = counting(tx, stored)
    if status is Status.DONE:
        found = entry_in(stored, line)
        if not found.entry.kind.is_spending or category not in {one.number for one in tx.budget.current}:
            raise NotFound(f"spending in line {line}, category {category}")
        entry = replace(found.entry, category=category)
        stored = put(tx, stored, {line: replace(found, entry=entry)})
        teach(tx, entry)
    return state(tx, stored, status, also=before, tells=status is Status.DONE)


def move_to_tag(tx: MessageTransaction, line: int, act: str, now: datetime) -> MessageState:
    """Give an entry the category that its `#tag` names, made where there is none, and take the tag out of the note.

    It is learned for the note that is left. The limit of a category that was removed before holds since this week.
    Raises `NotFound` where no tag is left, `InvalidChoice` for a name that cannot be or where no room is.
    """
    stored, status = tapped(tx, act)
    before = counting(tx, stored)
    if status is Status.DONE:
        found = entry_in(stored, line)
        tag = tag_in(found.entry.note)
        if not tag or not found.entry.kind.is_spending:
            raise NotFound(f"a tag in line {line}")
        category = _category_of(tx, tag, tx.budget.week_of(tx.budget.day_of(now)).start)
        note = without_tag(found.entry.note, tag)
        entry = replace(found.entry, category=category.number, note=note)
        stored = put(tx, stored, {line: replace(found, entry=entry)})
        teach(tx, entry)
    return state(tx, stored, status, also=before, tells=status is Status.DONE)


def _category_of(tx: MessageTransaction, tag: str, since: date) -> Category:
    """Return the category that a tag names, made where there is none. Raises `InvalidChoice`."""
    named = next((one for one in tx.budget.current if as_compared(tag) in {as_compared(one.name), one.key}), None)
    if named is not None:
        return named
    name, key = new_category(tag, tx.budget.categories, tx.budget.money, tx.budget.bill_names)
    tx.add_category(key, name, last_resort(tx.budget.categories).limit, since)
    return next(one for one in tx.budget.current if one.key == key)


def make_income(tx: MessageTransaction, line: int, act: str) -> MessageState:
    """Turn an expense into a paycheck of the same day. Raises `NotFound`."""
    stored, status = tapped(tx, act)
    before = counting(tx, stored)
    if status is Status.DONE:
        found = entry_in(stored, line)
        if found.entry.kind is not Kind.EXPENSE:
            raise NotFound(f"expense in line {line}")
        paycheck = replace(found.entry, kind=Kind.PAYCHECK, category=None)
        stored = put(tx, stored, {line: replace(found, entry=paycheck)})
    return state(tx, stored, status, also=before)


def state_of(tx: MessageTransaction) -> MessageState:
    """Return the message as it is; nothing changes."""
    return state(tx, tx.stored(), Status.REPEATED)


# --- replies --------------------------------------------------------------------------------------------------------------


def replied_to(tx: MessageTransaction) -> MessageTransaction | None:
    """Return the message that this one was carried out on: as a reply, or as `/undo`."""
    message = tx.message_of(f"message {tx.message}")
    return tx.at(message) if message is not None else None


def change(tx: MessageTransaction, line: int, entry: Entry) -> MessageState:
    """Put an entry in the place of another, because a reply says so; what was undone counts again. Raises `NotFound`."""
    stored = tx.stored()
    old = entry_in(stored, line)
    before = counting(tx, stored)
    changed = replace(old, entry=entry, undone=False, removed_by=None)
    stored = put_read(tx, stored, {line: changed}, corrected=True)
    if entry.category != old.entry.category:
        teach(tx, entry)
    return state(tx, stored, Status.DONE, also=before, tells=True)


def _change_chosen(tx: MessageTransaction, line: int, choice: Choice) -> MessageState:
    """Apply a chosen correction: only the parts that it changes, since an edit may have changed the others meanwhile."""
    target = replied_to(tx)
    if target is None:
        raise NotFound(f"what message {tx.message} replied to")
    new, old = choice.entries
    now = entry_in(target.stored(), line).entry
    if new.kind is not old.kind:
        return change(target, line, new)
    names = ("amount", "working", "day", "category", "note")
    changed: dict[str, Any] = {name: getattr(new, name) for name in names if getattr(new, name) != getattr(old, name)}
    return change(target, line, replace(now, **changed) if now.kind is new.kind else new)


# --- recording ------------------------------------------------------------------------------------------------------------


def _first_recorded(tx: MessageTransaction, submission: Submission) -> MessageState:
    entries = {
        n: RecordedEntry(tx.message, n, line, submission.author, author_name=submission.author_name)
        for n, line in enumerate(submission.lines)
        if isinstance(line, Entry)
    }
    questions = tuple(line for line in submission.lines if isinstance(line, OpenQuestion))
    stored_entries, pays = settled(tx, entries)
    if stored_entries:
        tx.put_entries(stored_entries)
        noted(tx, stored_entries, pays, new=True)
    if questions:
        tx.put_questions(questions)
    stored = StoredMessage(
        submission.version,
        submission.author,
        tuple(stored_entries.values()),
        questions,
        submission.layout,
        submission.author_name,
    )
    return state(tx, stored, Status.DONE, tells=True)  # known without reading it: most messages end here


def _corrected(tx: MessageTransaction, stored: StoredMessage, submission: Submission) -> StoredMessage:
    """Bring the message to the state that an edit tells."""
    lines, update = submission.lines, submission.version.update
    layout = submission.layout or layout_of([content_of(line) for line in lines], stored)
    same = unchanged(layout, lines, stored)
    changed: dict[int, RecordedEntry] = {}
    asked: dict[int, OpenQuestion] = {}
    closed = {one.line for one in stored.questions} - set(layout.addresses)
    for n, (line, address) in enumerate(zip(lines, layout.addresses, strict=True)):
        if n in same:
            continue
        if line is None:  # its question goes, what is recorded of it stays
            closed.add(address)
            continue
        if isinstance(line, OpenQuestion):
            asked[address] = replace(line, line=address)
            continue
        closed.add(address)
        told = (Part(0, line),) if isinstance(line, Entry) else line
        changed |= _line_changed(tx, stored, (address, told), update, moved=n in submission.moved)
        if n in submission.named:
            teach_if_recategorised(tx, stored, address, told)
    for one in stored.entries:
        if one.line % PARTS not in layout.addresses and not one.undone:
            changed[one.line] = replace(one, undone=True, removed_by=update)
    closed &= {one.line for one in stored.questions}
    if closed:
        tx.remove_questions(closed)
    if asked:
        tx.put_questions(asked.values())
    kept = {one.line: one for one in stored.questions if one.line not in closed}
    tx.set_version(submission.version, layout)
    questions = tuple(question for _, question in sorted((kept | asked).items()))
    stored = stored._replace(version=submission.version, questions=questions, layout=layout)
    return put_read(tx, stored, changed)


def _line_changed(
    tx: MessageTransaction, stored: StoredMessage, line: tuple[int, tuple[Part, ...]], update: int, *, moved: bool
) -> dict[int, RecordedEntry]:
    """Return the entries of a line that an edit tells anew, and those that it has no longer.

    ``line`` is its address and what it tells; it may have ``moved`` to another day. What a person undid stays so only where the
    line still says the same.
    """
    address, told = line
    before = entries_at(stored, address)
    in_text = [one for one in before if one.removed_by is None and one.currency is None]
    as_told = {address + PARTS * part.slot: part.entry for part in told}
    is_same = moved or {one.line: one.entry for one in in_text} == as_told
    undone = bool(in_text) and all(one.undone for one in in_text) and is_same
    after = {n: _entry_of(tx, stored, n, entry, undone=undone) for n, entry in as_told.items()}
    return after | _not_told(stored, address, after, update)


def _not_told(stored: StoredMessage, address: int, told: Collection[int], update: int) -> dict[int, RecordedEntry]:
    """Return the entries of a line that its text tells no longer: an edit, or the answer to what it asked, takes them out."""
    return {
        one.line: replace(one, undone=True, removed_by=update)
        for one in entries_at(stored, address)
        if one.line not in told and not one.undone
    }


def _entry_of(
    tx: MessageTransaction, stored: StoredMessage, line: int, entry: Entry, *, undone: bool = False
) -> RecordedEntry:
    """Return an entry as one of a message that is stored already: its author is the message's."""
    return RecordedEntry(tx.message, line, entry, stored.author, undone, author_name=stored.author_name)
