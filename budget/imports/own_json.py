"""A whole book out of the JSON that `budget.exports.own_json` wrote: all of it, or nothing.

Everything is checked as if a stranger had written it. Categories are numbered from 1 in their order.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, NoReturn
from zoneinfo import ZoneInfo

from budget.budgets import Budget
from budget.categories import (
    LAST_RESORT,
    LONGEST_NAME,
    MOST_CATEGORIES,
    MOST_EVER,
    MOST_KEYWORDS,
    Category,
    folded,
)
from budget.characters import is_clean
from budget.currencies import currency_named
from budget.entries import LONGEST_NOTE, Entry, Kind
from budget.entry_changes import LONGEST_NAME as LONGEST_FIRST_NAME
from budget.errors import BudgetError, Refused, Why
from budget.exports.books import Book, FileRow, Lesson, Memory, WholeEntry
from budget.exports.own_json import VERSION
from budget.imports.own_csv import LARGEST_TABLE
from budget.imports.own_memory import LONGEST_BANK_ID, memory_from
from budget.imports.own_plan import plan_of
from budget.imports.texts import unpacked
from budget.imports.values import (
    MOST_LINES,
    day_of,
    flag_of,
    instant_of,
    list_of,
    object_of,
    objects_of,
    refuse,
    text_of,
    whole_of,
)
from budget.locales import locale_named
from budget.money import Amount, Money
from languages import SPOKEN

_MOST_VALUES = 100_000
"""Objects and lists of a file: each costs some seventy bytes of memory, of which only two stand in the file."""
_MOST_COMMAS = 1_000_000
_MOST_NAMES = 5_000
"""Different names in a file: those of its members, and of headings with their topics."""
_NAMES = re.compile(rb'"([^"]*)"\s*:')
_LONGEST_WORKING = 2_000
_LONGEST_FOLDED = 18 * LONGEST_NOTE  # characters: folding (NFKC) makes eighteen of one at most
_LONGEST_CALLED = 200
_KEY = re.compile(r"\w+")  # as `budget.categories.key_for` makes them
_SECTIONS = frozenset({"budgetbot", "settings", "categories", "lessons", "plan", "entries"})
_MEMORY = frozenset({"memory"})


class RestoredBook(NamedTuple):
    """A book with its entries."""

    book: Book
    entries: tuple[WholeEntry, ...]


def book_in(content: bytes) -> bytes | None:
    """Return the book in a file, which may be packed in a ZIP; None where it is none, by its beginning."""
    try:
        plain = unpacked(content)
    except Refused:
        return None
    return plain if plain[:64].lstrip().startswith(b'{"budgetbot":') else None


def read(content: bytes, owner: int) -> RestoredBook:
    """Read a book for a chat. Raises `Refused` for a file that is no book, is too large, or is of a newer program."""
    if len(content) > LARGEST_TABLE:
        raise Refused(Why.LARGE_TABLE)
    if content.count(b"{") + content.count(b"[") > _MOST_VALUES or content.count(b",") > _MOST_COMMAS:
        raise Refused(Why.TOO_MANY_ROWS)
    _check_names(content)
    try:
        return _read(content, owner)
    except Refused as refused:
        why = Why.NO_BOOK if refused.why is Why.NO_TABLE else refused.why
    except (BudgetError, ValueError, KeyError, TypeError, RecursionError, OSError):
        why = Why.NO_BOOK
    raise Refused(why)  # here: what is raised above holds all that was read


def _check_names(content: bytes) -> None:
    """Raise `Refused` for more different names than a book has: each costs far more memory than its bytes."""
    names = set()
    for found in _NAMES.finditer(content):
        names.add(found[1])
        if len(names) > _MOST_NAMES:
            raise Refused(Why.NO_BOOK)


def _read(content: bytes, owner: int) -> RestoredBook:
    whole = object_of(json.loads(content.decode(), parse_constant=_no_constant), _SECTIONS, _MEMORY)
    if whole["budgetbot"] != VERSION:
        refuse()
    budget = _budget(object_of(whole["settings"], _SETTINGS, _NAME), list_of(whole["categories"]), owner)
    numbers = {category.key: category.number for category in budget.categories}
    lessons = tuple(_lesson(n, one, numbers) for n, one in enumerate(objects_of(whole["lessons"], _LESSON, _TAUGHT), 1))
    entries = tuple(_entry(one, budget, numbers) for one in objects_of(whole["entries"], _ENTRY, _SOME))
    by_address = {(one.message, one.line): one for one in entries}
    plan = plan_of(whole["plan"], budget.money, numbers, by_address)
    messages = frozenset(one.message for one in entries)
    memory = memory_from(whole["memory"], budget.money, numbers, messages) if "memory" in whole else Memory()
    if len(by_address) < len(entries) or len({one.note for one in lessons}) < len(lessons):
        refuse()
    return RestoredBook(Book(budget, lessons, plan, memory), entries)


def _no_constant(_name: str) -> NoReturn:
    refuse()


_SETTINGS = frozenset({"currency", "exponent", "locale", "time_zone", "week_starts_on", "language"})
_CATEGORY = frozenset({"key", "name", "keywords", "limit", "removed"})
_NAME = frozenset({"name"})
_LESSON, _TAUGHT = frozenset({"note", "category"}), frozenset({"taught"})
_ENTRY = frozenset({"message", "line", "author", "kind", "amount", "day", "note"})
_SOME = frozenset({"category", "working", "undone", "removed_by", "name", "sent_at", "row"})
_ROW = frozenset({"kind", "amount", "day", "note", "bank_id"})


def _budget(settings: Mapping[str, Any], categories: Sequence[object], owner: int) -> Budget:
    currency = replace(
        currency_named(text_of(settings["currency"], LONGEST_NAME)), exponent=whole_of(settings["exponent"])
    )
    week_starts_on, zone = whole_of(settings["week_starts_on"]), text_of(settings["time_zone"], LONGEST_NAME)
    language, called = settings["language"], text_of(settings.get("name", ""), _LONGEST_CALLED)
    if (
        not 0 <= currency.exponent <= 3
        or not 0 <= week_starts_on <= 6
        or language not in SPOKEN
        or not is_clean(called)
    ):
        refuse()
    ZoneInfo(zone)
    money = Money(currency, locale_named(text_of(settings["locale"], LONGEST_NAME)))
    known = tuple(_category(number, object_of(one, _CATEGORY), money) for number, one in enumerate(categories, 1))
    keys = {category.key for category in known}
    if LAST_RESORT not in keys or len(keys) < len(known) or len(known) > MOST_EVER:
        refuse()
    known = _with_room(known)
    names = [folded(category.name) for category in known if not category.removed]
    words = [word for category in known for word in category.keywords]
    if len(set(names)) < len(names) or len(set(words)) < len(words):
        refuse()
    return Budget(owner, money, zone, week_starts_on, known, language=language, called=called)


def _with_room(categories: Sequence[Category]) -> tuple[Category, ...]:
    """Return the categories with no more in use than a budget has: the last ones are out of use, and hold their entries.

    The file of a budget that two made has more, where an earlier program brought them together.
    """
    left = MOST_CATEGORIES - 1
    found = []
    for one in categories:
        if one.key == LAST_RESORT:
            found.append(replace(one, removed=False))
            continue
        found.append(one if left or one.removed else replace(one, removed=True))
        left -= not found[-1].removed
    return tuple(found)


def _category(number: int, one: Mapping[str, Any], money: Money) -> Category:
    name, key = text_of(one["name"], LONGEST_NAME), text_of(one["key"], LONGEST_NAME + 8)
    words = tuple(text_of(word, LONGEST_NAME) for word in list_of(one["keywords"]))
    # Keys are written into exports as they are.
    if not name or not _KEY.fullmatch(key) or len(words) > MOST_KEYWORDS or not all(map(is_clean, (name, key, *words))):
        refuse()
    limit = money.checked_limit(money.read_plain(text_of(one["limit"], LONGEST_NAME)))
    return Category(number, key, name, words, limit, flag_of(one["removed"]))


def _lesson(nth: int, one: Mapping[str, Any], numbers: Mapping[str, int]) -> Lesson:
    return Lesson(text_of(one["note"], _LONGEST_FOLDED), numbers[one["category"]], whole_of(one.get("taught", nth)))


def _entry(one: Mapping[str, Any], budget: Budget, numbers: Mapping[str, int]) -> WholeEntry:
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
