"""A whole book that is too large to be in memory: its entries are read one at a time, as `budget.exports.own_json` writes them.

Each entry is a line of its own, and they stand in the order of their addresses, so that none can come twice. They are read twice:
once to check them all, and once while they are stored.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from budget.errors import Refused, Why
from budget.exports.books import Address, WholeEntry
from budget.imports.bounds import LARGEST_TABLE
from budget.imports.own_entries import Bounds, entry_from
from budget.imports.own_json import RestoredBook, book_from, budget_in, out_of_use, sections_in
from budget.imports.texts import opened
from budget.imports.values import each, list_of, refuse, whole_of

_BEGIN, _END = b'"entries": [\n', b"]}"
_LONGEST_LINE = 64 * 1024
"""Bytes of an entry: 2,000 characters of a sum, two notes and a name, each character of them escaped."""


class LargeEntries:
    """The entries of a large book, which are read again each time."""

    def __init__(self, content: bytes, bounds: Bounds, number: int = 0) -> None:
        self._content = content
        self._bounds = bounds
        self._number = number

    def __len__(self) -> int:
        return self._number

    def __iter__(self) -> Iterator[WholeEntry]:
        before: Address | None = None
        lines = _entry_lines(self._content)
        for one in each("entries", lines, lambda line: entry_from(json.loads(line), self._bounds)):
            address = one.message, one.line
            if before is not None and address <= before:
                refuse()
            before = address
            yield one


def read_large(content: bytes, owner: int, latest: date) -> RestoredBook:
    """Read a book for a chat, with entries up to the latest day. Raises `Refused`, ValueError, KeyError or TypeError."""
    whole = sections_in(_head(content) + _END)
    budget, numbers = budget_in(whole, owner)
    addresses, named = _addresses_in(whole), _messages_in(whole)
    kept: dict[Address, WholeEntry] = {}
    messages: set[int] = set()
    number = 0
    bounds = Bounds(budget, numbers, latest)
    for one in LargeEntries(content, bounds):
        number += 1
        if (one.message, one.line) in addresses:
            kept[one.message, one.line] = one
        if one.message in named:
            messages.add(one.message)
    book = book_from(whole, budget, numbers, kept, messages)
    return RestoredBook(book, LargeEntries(content, bounds, number), out_of_use(whole, book))


def _head(content: bytes) -> bytes:
    """Return the book up to its entries."""
    head = bytearray()
    with opened(content) as file:
        while (line := file.readline(LARGEST_TABLE)) and line != _BEGIN:
            head += line
            if len(head) > LARGEST_TABLE:
                raise Refused(Why.LARGE_TABLE)
    return bytes(head) + _BEGIN


def _entry_lines(content: bytes) -> Iterator[bytes]:
    """Give the lines of the entries, without the commas that part them."""
    with opened(content) as file:
        begun = False
        while line := file.readline(_LONGEST_LINE if begun else LARGEST_TABLE):
            if begun and not line.endswith(b"\n"):
                raise Refused(Why.LARGE_TABLE)
            if begun and line.rstrip() == _END:
                return
            if begun:
                yield line.rstrip().removesuffix(b",")
            begun = begun or line == _BEGIN
    refuse()


def _addresses_in(whole: Mapping[str, Any]) -> frozenset[Address]:
    """Return the addresses of entries that the plan names."""
    plan = whole["plan"]
    paid_by = (one["paid_by"] for one in list_of(plan["decisions"]) if one["paid_by"] is not None)
    return frozenset((whole_of(one["message"]), whole_of(one["line"])) for one in (*list_of(plan["spreads"]), *paid_by))


def _messages_in(whole: Mapping[str, Any]) -> frozenset[int]:
    """Return the messages that the memory names, but for the history's."""
    memory = whole.get("memory", {"told": [], "files": []})
    return frozenset(whole_of(one["message"]) for one in (*list_of(memory["told"]), *list_of(memory["files"])))
