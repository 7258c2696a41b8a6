"""The entries in a book of our own, one at a time."""

from collections.abc import Mapping
from typing import Any

from budget.budgets import Budget
from budget.categories import LONGEST_NAME
from budget.entries import LONGEST_NOTE, Entry, Kind
from budget.entry_changes import LONGEST_NAME as LONGEST_FIRST_NAME
from budget.exports.books import FileRow, WholeEntry
from budget.imports.own_memory import LONGEST_BANK_ID
from budget.imports.values import MOST_LINES, day_of, flag_of, instant_of, object_of, refuse, text_of, whole_of
from budget.money import Amount, Money

_ENTRY = frozenset({"message", "line", "author", "kind", "amount", "day", "note"})
_SOME = frozenset({"category", "working", "undone", "removed_by", "name", "sent_at", "row"})
_ROW = frozenset({"kind", "amount", "day", "note", "bank_id"})
_LONGEST_WORKING = 2_000


def entry_from(value: object, budget: Budget, numbers: Mapping[str, int]) -> WholeEntry:
    """Return an entry; ``numbers`` are the categories' by key. Raises `Refused`, ValueError, KeyError or TypeError."""
    one = object_of(value, _ENTRY, _SOME)
    category, removed_by, line = one.get("category"), one.get("removed_by"), whole_of(one["line"])
    if not 0 <= line < MOST_LINES:
        refuse()
    entry = Entry(
        Kind(one["kind"]),
        _amount(one["amount"], budget.money),
        day_of(one["day"]),
        None if category is None else numbers[category],
        text_of(one["note"], LONGEST_NOTE),
        text_of(one.get("working", ""), _LONGEST_WORKING),
    )
    return WholeEntry(
        whole_of(one["message"]),
        line,
        entry,
        whole_of(one["author"]),
        flag_of(one.get("undone", False)),
        None if removed_by is None else whole_of(removed_by),
        text_of(one.get("name", ""), LONGEST_FIRST_NAME),
        None if one.get("sent_at") is None else instant_of(one["sent_at"]),
        None if one.get("row") is None else _row(object_of(one["row"], _ROW), budget.money),
    )


def _row(one: Mapping[str, Any], money: Money) -> FileRow:
    bank_id = None if one["bank_id"] is None else text_of(one["bank_id"], LONGEST_BANK_ID)
    note, day = text_of(one["note"], LONGEST_NOTE), day_of(one["day"])
    return FileRow(Kind(one["kind"]), _amount(one["amount"], money), day, note, bank_id)


def _amount(value: object, money: Money) -> int:
    return money.checked(Amount(money.read_plain(text_of(value, LONGEST_NAME)))).minor
