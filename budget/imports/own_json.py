"""A whole book out of the JSON that `budget.exports.own_json` wrote: all of it, or nothing.

Everything is checked as if a stranger had written it. Categories are numbered from 1 in their order.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple, NoReturn
from zoneinfo import ZoneInfo

from budget.budgets import Budget
from budget.categories import LAST_RESORT, LONGEST_NAME, MOST_EVER, MOST_KEYWORDS, Category, folded
from budget.characters import is_clean
from budget.currencies import currency_named
from budget.entries import LONGEST_NOTE, Entry, Kind, RecordedEntry
from budget.errors import BudgetError, Refused, Why
from budget.exports.own_json import VERSION, Book
from budget.imports.own_csv import LARGEST_TABLE
from budget.locales import locale_named
from budget.money import Amount, Money

_MOST_VALUES = 100_000
"""Objects and lists of a file: each costs some seventy bytes of memory, of which only two stand in the file."""
_MOST_COMMAS = 1_500_000
_LONGEST_WORKING = 2_000
_INTEGERS = 2**63
_SECTIONS = frozenset({"budgetbot", "settings", "categories", "lessons", "entries"})


class RestoredBook(NamedTuple):
    """A book with its entries."""

    book: Book
    entries: tuple[RecordedEntry, ...]


def is_book(content: bytes) -> bool:
    """Whether a file is one of our own books, by its beginning."""
    return content[:64].lstrip().startswith(b'{"budgetbot":')


def read(content: bytes, owner: int) -> RestoredBook:
    """Read a book for a chat. Raises `Refused` for a file that is no book, is too large, or is of a newer program."""
    if len(content) > LARGEST_TABLE:
        raise Refused(Why.LARGE_TABLE)
    if content.count(b"{") + content.count(b"[") > _MOST_VALUES or content.count(b",") > _MOST_COMMAS:
        raise Refused(Why.TOO_MANY_ROWS)
    try:
        whole = _object(json.loads(content.decode(), parse_constant=_no_constant), _SECTIONS)
        if whole["budgetbot"] != VERSION:
            _refuse()
        budget = _budget(_object(whole["settings"], _SETTINGS), _list(whole["categories"]), owner)
        numbers = {category.key: category.number for category in budget.categories}
        lessons = {
            _text(one["note"], LONGEST_NOTE): numbers[one["category"]] for one in _objects(whole["lessons"], _LESSON)
        }
        entries = tuple(_entry(one, budget, numbers) for one in _objects(whole["entries"], _ENTRY))
    except Refused:
        raise
    except (BudgetError, ValueError, KeyError, TypeError, RecursionError):
        _refuse()
    if len({(one.message, one.line) for one in entries}) < len(entries):
        _refuse()
    return RestoredBook(Book(budget, lessons), entries)


def _refuse() -> NoReturn:
    raise Refused(Why.NO_TABLE)


def _no_constant(_name: str) -> NoReturn:
    _refuse()


_SETTINGS = frozenset({"currency", "exponent", "locale", "time_zone", "week_starts_on"})
_CATEGORY = frozenset({"key", "name", "keywords", "limit", "removed"})
_LESSON = frozenset({"note", "category"})
_ENTRY = frozenset(
    {"message", "line", "author", "kind", "amount", "day", "category", "note", "working", "undone", "removed_by"}
)


def _object(value: object, names: frozenset[str]) -> Mapping[str, Any]:
    """Return an object that has exactly these members: one that is not known could be lost."""
    if not isinstance(value, dict) or value.keys() != names:
        _refuse()
    return value


def _objects(value: object, names: frozenset[str]) -> list[Mapping[str, Any]]:
    return [_object(one, names) for one in _list(value)]


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        _refuse()
    return value


def _text(value: object, longest: int) -> str:
    """Return a text that every database holds: no zero character, no half of a pair."""
    if (
        not isinstance(value, str)
        or len(value) > longest
        or "\0" in value
        or (not value.isascii() and not _is_whole(value))
    ):
        _refuse()
    return value


def _is_whole(text: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not -_INTEGERS <= value < _INTEGERS:
        _refuse()
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        _refuse()
    return value


def _budget(settings: Mapping[str, Any], categories: Sequence[object], owner: int) -> Budget:
    currency = replace(currency_named(settings["currency"]), exponent=_whole(settings["exponent"]))
    week_starts_on, zone = _whole(settings["week_starts_on"]), _text(settings["time_zone"], LONGEST_NAME)
    if not 0 <= currency.exponent <= 3 or not 0 <= week_starts_on <= 6:
        _refuse()
    ZoneInfo(zone)
    money = Money(currency, locale_named(settings["locale"]))
    known = tuple(_category(number, _object(one, _CATEGORY), money) for number, one in enumerate(categories, 1))
    keys = {category.key for category in known}
    if LAST_RESORT not in keys or len(keys) < len(known) or len(known) > MOST_EVER:
        _refuse()
    names = [folded(category.name) for category in known if not category.removed]
    words = [word for category in known for word in category.keywords]
    if len(set(names)) < len(names) or len(set(words)) < len(words):
        _refuse()
    return Budget(owner, money, zone, week_starts_on, known)


def _category(number: int, one: Mapping[str, Any], money: Money) -> Category:
    name, key = _text(one["name"], LONGEST_NAME), _text(one["key"], LONGEST_NAME + 8)
    words = tuple(_text(word, LONGEST_NAME) for word in _list(one["keywords"]))
    if not name or not key or len(words) > MOST_KEYWORDS or not all(map(is_clean, (name, key, *words))):
        _refuse()
    limit = money.checked_limit(money.read_plain(_text(one["limit"], LONGEST_NAME)))
    return Category(number, key, name, words, limit, _flag(one["removed"]))


def _entry(one: Mapping[str, Any], budget: Budget, numbers: Mapping[str, int]) -> RecordedEntry:
    amount = budget.money.checked(Amount(budget.money.read_plain(_text(one["amount"], LONGEST_NAME)))).minor
    entry = Entry(
        Kind(one["kind"]),
        amount,
        date.fromisoformat(one["day"]),
        None if one["category"] is None else numbers[one["category"]],
        _text(one["note"], LONGEST_NOTE),
        _text(one["working"], _LONGEST_WORKING),
    )
    removed_by = None if one["removed_by"] is None else _whole(one["removed_by"])
    return RecordedEntry(
        _whole(one["message"]), _whole(one["line"]), entry, _whole(one["author"]), _flag(one["undone"]), removed_by
    )
