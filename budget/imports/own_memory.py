"""What a budget remembers, in a book of our own: quiet days, what it is told and was told, files, and its history."""

from collections.abc import Container, Mapping
from datetime import time
from typing import Any

from budget.categories import LONGEST_NAME
from budget.characters import is_clean
from budget.currencies import currency_named
from budget.entries import LONGEST_NOTE, Entry, Kind, money_in
from budget.entry_changes import LONGEST_NAME as LONGEST_FIRST_NAME
from budget.entry_changes import MOST_KEPT, Actor, EntryChange, Stand
from budget.exports.books import Memory, OpenLink, RecordedFile, Told
from budget.imports.proposals import ImportedFile
from budget.imports.values import (
    MOST_LINES,
    amount_of,
    day_of,
    each,
    flag_of,
    instant_of,
    list_of,
    member_of,
    object_of,
    objects_of,
    refuse,
    text_of,
    time_of,
    whole_of,
)
from budget.money import Money
from budget.notifications import EARLIEST, LATEST, DigestTime
from budget.spreads import MOST_WEEKS

LONGEST_BANK_ID = 500
"""Characters of a bank's own identity of a payment: those of a cell."""

_MEMORY = frozenset({"quiet_days", "digest", "reminder", "told", "files", "headings", "changes", "links"})
_DIGEST = frozenset({"weekday", "at"})
_TOLD = frozenset({"category", "week", "message"})
_FILE = frozenset({"message", "format", "rows", "first", "last", "at"})
_CHANGE = frozenset({"message", "line", "was", "now", "author", "name", "at"})
_CHANGE_ADDED = frozenset({"currency"})
_STAND = frozenset({"kind", "amount", "day", "category", "note", "undone"})
_STAND_ADDED = frozenset({"weeks"})
_LINK = frozenset({"extent", "expires_at"})
_EXTENTS = frozenset({"full", "totals"})
_MOST_HEADINGS = 50
_MOST_ANSWERS = 50
_LONGEST_ANSWER = 500

Numbers = Mapping[str, int]
"""The categories' numbers by key."""


def memory_from(value: object, money: Money, numbers: Numbers, messages: Container[int]) -> Memory:
    """Return what is remembered; ``messages`` are those of the entries. Raises `Refused`, ValueError, KeyError or TypeError."""
    whole = object_of(value, _MEMORY)
    quiet = tuple(each(".quiet_days", list_of(whole["quiet_days"]), day_of))
    told = tuple(each(".told", objects_of(whole["told"], _TOLD), lambda one: _told(one, numbers)))
    files = tuple(each(".files", objects_of(whole["files"], _FILE), _file))
    changes = tuple(
        each(".changes", objects_of(whole["changes"], _CHANGE, _CHANGE_ADDED), lambda one: _change(one, money, numbers))
    )
    links = tuple(each(".links", objects_of(whole["links"], _LINK), _link))
    named = [one.message for one in told] + [one.file.message for one in files]
    if not all(message in messages for message in named) or len(changes) > MOST_KEPT:
        refuse()
    keys = [(one.category, one.week_start) for one in told]
    if any(len(set(one)) < len(one) for one in (quiet, keys, [one.file.message for one in files])):
        refuse()
    reminder = whole["reminder"]
    return Memory(
        quiet,
        None if whole["digest"] is None else _digest(object_of(whole["digest"], _DIGEST)),
        None if reminder is None else _awake(reminder),
        told,
        files,
        _headings(whole["headings"]),
        changes,
        links,
    )


def _link(one: Mapping[str, Any]) -> OpenLink:
    if one["extent"] not in _EXTENTS:
        refuse()
    return OpenLink(one["extent"], instant_of(one["expires_at"]))


def _digest(one: Mapping[str, Any]) -> DigestTime:
    weekday = whole_of(one["weekday"])
    if not 0 <= weekday <= 6:
        refuse()
    return DigestTime(weekday, _awake(one["at"]))


def _awake(value: object) -> time:
    """Return a time at which something may be said: not at night, as where it is typed."""
    at = time_of(value)
    if not EARLIEST <= at < LATEST:
        refuse()
    return at


def _told(one: Mapping[str, Any], numbers: Numbers) -> Told:
    return Told(numbers[one["category"]], day_of(one["week"]), whole_of(one["message"]))


def _file(one: Mapping[str, Any]) -> RecordedFile:
    rows, called = whole_of(one["rows"]), text_of(one["format"], LONGEST_NAME)
    if not 0 < rows < MOST_LINES or not is_clean(called):
        refuse()
    file = ImportedFile(whole_of(one["message"]), called, rows, day_of(one["first"]), day_of(one["last"]))
    return RecordedFile(file, instant_of(one["at"]))


def _headings(value: object) -> Mapping[str, Mapping[str, str]]:
    if not isinstance(value, dict) or len(value) > _MOST_HEADINGS:
        refuse()
    return {text_of(heading, LONGEST_NAME): _answers(answers) for heading, answers in value.items()}


def _answers(value: object) -> Mapping[str, str]:
    if not isinstance(value, dict) or len(value) > _MOST_ANSWERS:
        refuse()
    return {text_of(topic, LONGEST_NAME): text_of(said, _LONGEST_ANSWER) for topic, said in value.items()}


def currency_of(one: Mapping[str, Any], money: Money) -> str | None:
    """Return the code of the currency that an entry or a change is in, None for the book's. Raises `InvalidChoice`, TypeError."""
    code = None if one.get("currency") is None else currency_named(text_of(one["currency"], LONGEST_NAME)).code
    return None if code == money.currency.code else code


def _change(one: Mapping[str, Any], money: Money, numbers: Numbers) -> EntryChange:
    currency = currency_of(one, money)
    money = money_in(currency, money)
    was, now = (_stand(object_of(one[side], _STAND, _STAND_ADDED), money, numbers) for side in ("was", "now"))
    by = Actor(whole_of(one["author"]), text_of(one["name"], LONGEST_FIRST_NAME), instant_of(one["at"]))
    line = whole_of(one["line"])
    if not 0 <= line < MOST_LINES:
        refuse()
    return EntryChange(whole_of(one["message"]), line, was, now, by, currency)


def _stand(one: Mapping[str, Any], money: Money, numbers: Numbers) -> Stand:
    category = None if one["category"] is None else numbers[one["category"]]
    amount = member_of(one, "amount", lambda value: amount_of(value, money))
    note, day = text_of(one["note"], LONGEST_NOTE), member_of(one, "day", day_of)
    weeks = None if one.get("weeks") is None else whole_of(one["weeks"])
    if weeks is not None and not 1 < weeks <= MOST_WEEKS:
        refuse()
    return Stand(Entry(Kind(one["kind"]), amount, day, category, note), flag_of(one["undone"]), weeks)
