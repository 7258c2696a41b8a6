"""What somebody changed of an entry, and when: a row of the budget's history."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from budget.categories import folded
from budget.entries import Entry, RecordedEntry
from budget.errors import NotFound

MOST_KEPT = 1000
"""Changes that are kept of a budget: the newest ones."""
LONGEST_NAME = 64
"""Characters of a person's name that are kept; Telegram gives no more."""


class Actor(NamedTuple):
    """Who changes entries, and when."""

    author: int
    name: str
    """The first name, as the platform told it then; an empty string where there is none."""
    at: datetime


class Shown(NamedTuple):
    """The place in a paged list of entries from which it goes on."""

    at: datetime
    """The second in which it was shown first, by its beginning."""
    before: int
    """Changes that were made in that second before it was shown."""
    skip: int
    """Entries that the pages before have shown."""


class Stand(NamedTuple):
    """An entry, and whether it is undone. ``weeks`` is over how many it counts, where a tap has said so; else None."""

    entry: Entry
    undone: bool
    weeks: int | None = None


@dataclass(frozen=True, slots=True)
class EntryChange:
    """An entry as it was and as it became, by its address; ``currency`` as that of `RecordedEntry`."""

    message: int
    line: int
    was: Stand
    now: Stand
    by: Actor
    currency: str | None = None


def change_between(was: RecordedEntry, now: RecordedEntry, by: Actor) -> EntryChange | None:
    """Return what changed of an entry, None where a person would see no difference.

    What takes the place of an entry in another currency is no change of that one.
    """
    if was.currency != now.currency or (was.undone == now.undone and _shown(was.entry) == _shown(now.entry)):
        return None
    stands = Stand(was.entry, was.undone), Stand(now.entry, now.undone)
    return EntryChange(now.message, now.line, *stands, by._replace(name=by.name[:LONGEST_NAME]), now.currency)


def is_other(one: EntryChange) -> bool:
    """Whether an entry says something else since a change; undone and restored it says what it said."""
    return _shown(one.was.entry) != _shown(one.now.entry)


def _shown(entry: Entry) -> tuple[object, ...]:
    return entry.kind, entry.amount, entry.day, entry.category, entry.note


def changes_of_note(changes: Sequence[EntryChange], note: str, most: int) -> Sequence[EntryChange]:
    """Return the changes of entries that have the words of a note in theirs. Raises `NotFound` where there are none."""
    sought = folded(note)
    found = [one for one in changes if any(sought in folded(stand.entry.note) for stand in (one.was, one.now))]
    if not found:
        raise NotFound(note)
    return found[:most]
