"""What stands in rows of entries, changes, layouts and questions, as values and back."""

import json
from datetime import UTC, date
from typing import Any

from budget.entries import PARTS, Entry, Kind, RecordedEntry
from budget.entry_changes import Actor, EntryChange, Stand
from budget.grammar import About, Choice, Label
from budget.states import Layout, TextLine, Version


def entry_of(message: int, row: Any) -> RecordedEntry:
    """Return the recorded entry of a row."""
    return RecordedEntry(
        message, row.line, entry_in(row), row.author, row.undone, row.removed_by, row.author_name or "", row.currency
    )


def entry_in(row: Any) -> Entry:
    """Return the entry of a row."""
    return Entry(Kind(row.kind), row.amount, row.day, row.category, row.note, row.working)


def entry_row(line: int, one: RecordedEntry) -> dict[str, Any]:
    """Return the recorded entry of a message's line as columns, without the message."""
    entry = one.entry
    return {
        "line": line,
        "kind": entry.kind.value,
        "amount": entry.amount,
        "day": entry.day,
        "category": entry.category,
        "note": entry.note,
        "working": entry.working,
        "undone": one.undone,
        "removed_by": one.removed_by,
        "currency": one.currency,
    }


def change_row(owner: int, one: EntryChange) -> dict[str, Any]:
    """Return a change of an entry as columns."""
    was, now = one.was.entry, one.now.entry
    return {
        "owner": owner,
        "message": one.message,
        "line": one.line,
        "author": one.by.author,
        "name": one.by.name,
        "changed_at": one.by.at,
        "was_kind": was.kind.value,
        "was_amount": was.amount,
        "was_day": was.day,
        "was_category": was.category,
        "was_note": was.note,
        "was_undone": one.was.undone,
        "kind": now.kind.value,
        "amount": now.amount,
        "day": now.day,
        "category": now.category,
        "note": now.note,
        "undone": one.now.undone,
        "was_weeks": one.was.weeks,
        "weeks": one.now.weeks,
        "currency": one.currency,
    }


def change_of(row: Any) -> EntryChange:
    """Return the change of an entry of a row."""
    was = Entry(Kind(row.was_kind), row.was_amount, row.was_day, row.was_category, row.was_note)
    now = Entry(Kind(row.kind), row.amount, row.day, row.category, row.note)
    at = row.changed_at if row.changed_at.tzinfo is not None else row.changed_at.replace(tzinfo=UTC)
    by = Actor(row.author, row.name, at)
    stands = Stand(was, row.was_undone, row.was_weeks), Stand(now, row.undone, row.weeks)
    return EntryChange(row.message, row.line, *stands, by, row.currency)


def layout_row(layout: Layout | None, version: Version) -> str | None:
    """Write `98 3 0.1f 2.a0`: the update of its text, the next address, then each line's address and digest (hexadecimal).

    Behind them stand the entries of lines that have several, as lines of addresses that no line of a text has. Zeros before a
    digest say what its line was asked about: a program that does not know them reads the digest all the same.
    """
    if layout is None:
        return None
    parts = (TextLine(one.address + PARTS, one.digest) for one in layout.parts)
    lines = (
        str(one.address) if one.digest is None else f"{one.address}.{_zeros(one.asked)}{one.digest:x}"
        for one in (*layout.lines, *parts)
    )
    return " ".join([str(version.update), str(layout.next), *lines])


def layout_from(row: str | None, version: Version) -> Layout | None:
    """Return the layout of a row. One of another text than the version's is none: an older program has edited since, by places."""
    if row is None:
        return None
    update, after, *lines = row.split(" ")
    if int(update) != version.update:
        return None
    found = (line.partition(".") for line in lines)
    texts = [TextLine(int(address), *_digest_from(digest)) for address, _, digest in found]
    parts = tuple(TextLine(one.address - PARTS, one.digest) for one in texts if one.address >= PARTS)
    return Layout(int(after), tuple(one for one in texts if one.address < PARTS), parts)


_ASKED = (
    About.AMOUNT,
    About.ENTRIES,
    About.INCOME,
    About.REFUND,
    About.EXTRA,
    About.PERIOD,
    About.CATEGORY,
    About.DAY,
    About.SPENDING,
    About.CURRENCY,
)
"""What a line of a text may be asked about, by the number of zeros less one; new ones come last."""


def _zeros(asked: About | None) -> str:
    return "" if asked is None else "0" * (_ASKED.index(asked) + 1)


def _digest_from(text: str) -> tuple[int | None, About | None]:
    if not text:
        return None, None
    digest = int(text, 16)
    zeros = len(text) - len(f"{digest:x}")
    return digest, _ASKED[zeros - 1] if 0 < zeros <= len(_ASKED) else None


def choices_from(text: str, about: About) -> tuple[Choice, ...]:
    """Return the choices of a row. Older programs stored one entry for each choice, without a label."""
    return tuple(
        Choice(Label(choice["label"]), tuple(map(_choice_entry, choice["entries"])), choice.get("currency"))
        if "label" in choice
        else Choice(_OLD_LABELS.get(about) or _KIND_LABELS[Kind(choice["kind"])], (_choice_entry(choice),))
        for choice in json.loads(text)
    )


def _choice_entry(row: dict[str, Any]) -> Entry:
    return Entry(**row | {"kind": Kind(row["kind"]), "day": date.fromisoformat(row["day"])})


_OLD_LABELS = {
    About.AMOUNT: Label.AMOUNT,
    About.DAY: Label.DAY,
    About.CATEGORY: Label.CATEGORY,
    About.SPENDING: Label.CATEGORY,
}
_KIND_LABELS = {
    Kind.EXPENSE: Label.SPENT,
    Kind.REFUND: Label.REFUND,
    Kind.PAYCHECK: Label.PAYCHECK,
    Kind.EXTRA: Label.EXTRA,
}
