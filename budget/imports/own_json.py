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
from budget.exports.books import Book
from budget.exports.own_json import VERSION
from budget.imports.own_csv import LARGEST_TABLE
from budget.imports.own_plan import plan_of
from budget.imports.values import flag_of, list_of, object_of, objects_of, refuse, text_of, whole_of
from budget.locales import locale_named
from budget.money import Amount, Money
from languages import SPOKEN

_MOST_VALUES = 100_000
"""Objects and lists of a file: each costs some seventy bytes of memory, of which only two stand in the file."""
_MOST_COMMAS = 1_500_000
_LONGEST_WORKING = 2_000
_SECTIONS = frozenset({"budgetbot", "settings", "categories", "lessons", "plan", "entries"})


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
        whole = object_of(json.loads(content.decode(), parse_constant=_no_constant), _SECTIONS)
        if whole["budgetbot"] != VERSION:
            refuse()
        budget = _budget(object_of(whole["settings"], _SETTINGS), list_of(whole["categories"]), owner)
        numbers = {category.key: category.number for category in budget.categories}
        lessons = {
            text_of(one["note"], LONGEST_NOTE): numbers[one["category"]]
            for one in objects_of(whole["lessons"], _LESSON)
        }
        entries = tuple(_entry(one, budget, numbers) for one in objects_of(whole["entries"], _ENTRY))
        by_address = {(one.message, one.line): one for one in entries}
        plan = plan_of(whole["plan"], budget.money, numbers, by_address)
    except Refused:
        raise
    except (BudgetError, ValueError, KeyError, TypeError, RecursionError, OSError):
        refuse()
    if len(by_address) < len(entries):
        refuse()
    return RestoredBook(Book(budget, lessons, plan), entries)


def _no_constant(_name: str) -> NoReturn:
    refuse()


_SETTINGS = frozenset({"currency", "exponent", "locale", "time_zone", "week_starts_on", "language"})
_CATEGORY = frozenset({"key", "name", "keywords", "limit", "removed"})
_LESSON = frozenset({"note", "category"})
_ENTRY = frozenset(
    {"message", "line", "author", "kind", "amount", "day", "category", "note", "working", "undone", "removed_by"}
)


def _budget(settings: Mapping[str, Any], categories: Sequence[object], owner: int) -> Budget:
    currency = replace(currency_named(settings["currency"]), exponent=whole_of(settings["exponent"]))
    week_starts_on, zone = whole_of(settings["week_starts_on"]), text_of(settings["time_zone"], LONGEST_NAME)
    language = settings["language"]
    if not 0 <= currency.exponent <= 3 or not 0 <= week_starts_on <= 6 or language not in SPOKEN:
        refuse()
    ZoneInfo(zone)
    money = Money(currency, locale_named(settings["locale"]))
    known = tuple(_category(number, object_of(one, _CATEGORY), money) for number, one in enumerate(categories, 1))
    keys = {category.key for category in known}
    if LAST_RESORT not in keys or len(keys) < len(known) or len(known) > MOST_EVER:
        refuse()
    names = [folded(category.name) for category in known if not category.removed]
    words = [word for category in known for word in category.keywords]
    if len(set(names)) < len(names) or len(set(words)) < len(words):
        refuse()
    return Budget(owner, money, zone, week_starts_on, known, language=language)


def _category(number: int, one: Mapping[str, Any], money: Money) -> Category:
    name, key = text_of(one["name"], LONGEST_NAME), text_of(one["key"], LONGEST_NAME + 8)
    words = tuple(text_of(word, LONGEST_NAME) for word in list_of(one["keywords"]))
    if not name or not key or len(words) > MOST_KEYWORDS or not all(map(is_clean, (name, key, *words))):
        refuse()
    limit = money.checked_limit(money.read_plain(text_of(one["limit"], LONGEST_NAME)))
    return Category(number, key, name, words, limit, flag_of(one["removed"]))


def _entry(one: Mapping[str, Any], budget: Budget, numbers: Mapping[str, int]) -> RecordedEntry:
    amount = budget.money.checked(Amount(budget.money.read_plain(text_of(one["amount"], LONGEST_NAME)))).minor
    entry = Entry(
        Kind(one["kind"]),
        amount,
        date.fromisoformat(one["day"]),
        None if one["category"] is None else numbers[one["category"]],
        text_of(one["note"], LONGEST_NOTE),
        text_of(one["working"], _LONGEST_WORKING),
    )
    removed_by = None if one["removed_by"] is None else whole_of(one["removed_by"])
    return RecordedEntry(
        whole_of(one["message"]),
        whole_of(one["line"]),
        entry,
        whole_of(one["author"]),
        flag_of(one["undone"]),
        removed_by,
    )
