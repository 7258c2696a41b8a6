"""The entries in a book of our own, one at a time."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from budget.budgets import Budget
from budget.entries import LONGEST_NOTE, Entry, Kind, money_in
from budget.entry_changes import LONGEST_NAME as LONGEST_FIRST_NAME
from budget.exports.books import FileRow, WholeEntry
from budget.imports.own_memory import LONGEST_BANK_ID, currency_of
from budget.imports.values import (
    MOST_LINES,
    amount_of,
    day_of,
    flag_of,
    instant_of,
    member_of,
    object_of,
    refuse,
    text_of,
    whole_of,
)
from budget.money import Money

_ENTRY = frozenset({"message", "line", "author", "kind", "amount", "day", "note"})
_SOME = frozenset({"currency", "category", "working", "undone", "removed_by", "name", "sent_at", "row"})
_ROW = frozenset({"kind", "amount", "day", "note", "bank_id"})
_LONGEST_WORKING = 2_000


class Bounds(NamedTuple):
    """What the entries of a book hold to: its budget, the numbers of the categories by key, and the latest day of an entry."""

    budget: Budget
    numbers: Mapping[str, int]
    latest: date


def entry_from(value: object, bounds: Bounds) -> WholeEntry:
    """Return an entry. Raises `Refused`, ValueError, KeyError or TypeError."""
    numbers, money = bounds.numbers, bounds.budget.money
    one = object_of(value, _ENTRY, _SOME)
    category, removed_by, line = one.get("category"), one.get("removed_by"), whole_of(one["line"])
    undone = flag_of(one.get("undone", False))
    currency = currency_of(one, money)
    if not 0 <= line < MOST_LINES or (currency is not None and not undone):
        refuse()
    money = money_in(currency, money)
    entry = Entry(
        Kind(one["kind"]),
        member_of(one, "amount", lambda value: amount_of(value, money)),
        member_of(one, "day", lambda value: _past_day_of(value, bounds.latest)),
        None if category is None else numbers[category],
        text_of(one["note"], LONGEST_NOTE),
        text_of(one.get("working", ""), _LONGEST_WORKING),
    )
    return WholeEntry(
        whole_of(one["message"]),
        line,
        entry,
        whole_of(one["author"]),
        undone,
        None if removed_by is None else whole_of(removed_by),
        text_of(one.get("name", ""), LONGEST_FIRST_NAME),
        currency,
        None if one.get("sent_at") is None else instant_of(one["sent_at"]),
        None if one.get("row") is None else _row(object_of(one["row"], _ROW), bounds.budget.money),
    )


def _past_day_of(value: object, latest: date) -> date:
    """Return the day of an entry: one that has come, for entries say what has happened."""
    day = day_of(value)
    if day > latest:
        refuse()
    return day


def _row(one: Mapping[str, Any], money: Money) -> FileRow:
    bank_id = None if one["bank_id"] is None else text_of(one["bank_id"], LONGEST_BANK_ID)
    note, day = text_of(one["note"], LONGEST_NOTE), day_of(one["day"])
    return FileRow(Kind(one["kind"]), amount_of(one["amount"], money), day, note, bank_id)
