"""A whole book out of the JSON that `budget.exports.own_json` wrote: all of it, or nothing.

Everything is checked as if a stranger had written it. Categories are numbered from 1 in their order.
"""

import json
import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple, NoReturn, Protocol
from zoneinfo import ZoneInfo

from budget.budgets import Budget
from budget.categories import (
    LAST_RESORT,
    LONGEST_NAME,
    MOST_CATEGORIES,
    MOST_EVER,
    MOST_KEYWORDS,
    Category,
    as_compared,
    checked_name,
    is_shaped,
)
from budget.characters import is_clean
from budget.currencies import currency_named
from budget.entries import LONGEST_NOTE
from budget.errors import BudgetError, InvalidChoice, Refused, Why
from budget.exporting import LARGEST_EXPORT
from budget.exports.books import Address, Book, Lesson, Memory, WholeEntry
from budget.exports.own_json import VERSION
from budget.imports.bounds import LARGEST_TABLE
from budget.imports.own_entries import Bounds, entry_from
from budget.imports.own_memory import memory_from
from budget.imports.own_plan import plan_of
from budget.imports.texts import opened
from budget.imports.values import (
    each,
    flag_of,
    limit_of,
    list_of,
    member_of,
    object_of,
    objects_of,
    refuse,
    text_of,
    whole_of,
    within,
)
from budget.locales import locale_named
from budget.money import Money
from budget.recording import LONGEST_TITLE
from languages import SPOKEN

_MOST_VALUES = 100_000
"""Objects and lists of a file: each costs some seventy bytes of memory, of which only two stand in the file."""
_MOST_COMMAS = 1_000_000
_MOST_NAMES = 5_000
"""Different names in a file: those of its members, and of headings with their topics."""
_NAMES = re.compile(rb'"([^"]*)"\s*:')
_KEY = re.compile(r"\w+")
_LONGEST_FOLDED = 18 * LONGEST_NOTE  # characters: folding (NFKC) makes eighteen of one at most
_SECTIONS = frozenset({"budgetbot", "settings", "categories", "lessons", "plan", "entries"})
_MEMORY = frozenset({"memory"})


class Entries(Protocol):
    """The entries of a book in the order of their addresses. They may be gone through again and again."""

    def __len__(self) -> int:
        """Return how many there are."""

    def __iter__(self) -> Iterator[WholeEntry]:
        """Give them, one at a time."""


class RestoredBook(NamedTuple):
    """A book with its entries.

    ``out_of_use`` names its categories and bills that it has in use and a budget has no room for.
    """

    book: Book
    entries: Entries
    out_of_use: tuple[str, ...] = ()


def book_in(content: bytes) -> bytes | None:
    """Return a file that holds a whole book, which may be packed in a ZIP; None for any other, by its beginning."""
    try:
        with opened(content) as file:
            start = file.read(64)
    except Refused:
        return None
    return content if start.lstrip().startswith(b'{"budgetbot":') else None


def read(content: bytes, owner: int, latest: date = date.max) -> RestoredBook:
    """Read a book for a chat, with entries up to the ``latest`` day.

    Raises `Refused` for a file that is no book, is too large, or is of a newer program.

    What is unpacked and larger than a table may be is never in memory as a whole (`budget.imports.own_large`).
    """
    if len(content) > LARGEST_TABLE:
        raise Refused(Why.LARGE_TABLE)
    try:
        plain = _small(content)
        return _read_large(content, owner, latest) if plain is None else _read(plain, owner, latest)
    except Refused as refused:
        why, word = (Why.NO_BOOK if refused.why is Why.NO_TABLE else refused.why), refused.word
    except (BudgetError, ValueError, KeyError, TypeError, RecursionError, OSError):
        why, word = Why.NO_BOOK, ""
    raise Refused(why, word)  # here: what is raised above holds all that was read


def _small(content: bytes) -> bytes | None:
    """Return a book that is no larger than a table may be; None for a larger one. Raises `Refused` for more than is exported."""
    with opened(content, LARGEST_EXPORT) as file:
        plain = file.read(LARGEST_TABLE + 1)
    return plain if len(plain) <= LARGEST_TABLE else None


def _read_large(content: bytes, owner: int, latest: date) -> RestoredBook:
    from budget.imports.own_large import read_large  # imported when it is needed: hardly ever

    return read_large(content, owner, latest)


def _read(content: bytes, owner: int, latest: date) -> RestoredBook:
    whole = sections_in(content)
    budget, numbers = budget_in(whole, owner)
    bounds = Bounds(budget, numbers, latest)
    found = each("entries", list_of(whole["entries"]), lambda one: entry_from(one, bounds))
    entries = tuple(sorted(found, key=lambda one: (one.message, one.line)))
    by_address = {(one.message, one.line): one for one in entries}
    if len(by_address) < len(entries):
        refuse()
    book = book_from(whole, budget, numbers, by_address, {one.message for one in entries})
    return RestoredBook(book, entries, out_of_use(whole, book))


def out_of_use(whole: Mapping[str, Any], book: Book) -> tuple[str, ...]:
    """Name what is in use in the sections of a book, and not in the book that was made of them."""
    held = [(one.name, one.removed) for one in book.budget.categories]
    held += [(one.name, one.removed) for one in book.plan.bills]
    written = (*whole["categories"], *whole["plan"]["bills"])
    pairs = zip(held, written, strict=True)
    return tuple(name for (name, removed), before in pairs if removed and not before["removed"])


def sections_in(content: bytes) -> Mapping[str, Any]:
    """Return the sections of a book. Raises `Refused` for more than a book of that size has, and for another version."""
    if content.count(b"{") + content.count(b"[") > _MOST_VALUES or content.count(b",") > _MOST_COMMAS:
        raise Refused(Why.TOO_MANY_ROWS)
    _check_names(content)
    whole = object_of(json.loads(content.decode(), parse_constant=_no_constant), _SECTIONS, _MEMORY)
    if whole["budgetbot"] != VERSION:
        refuse()
    return whole


def _check_names(content: bytes) -> None:
    """Raise `Refused` for more different names than a book has: each costs far more memory than its bytes."""
    names = set()
    for found in _NAMES.finditer(content):
        names.add(found[1])
        if len(names) > _MOST_NAMES:
            raise Refused(Why.NO_BOOK)


def budget_in(whole: Mapping[str, Any], owner: int) -> tuple[Budget, Mapping[str, int]]:
    """Return the budget of a book, and its categories' numbers by key."""
    with within("settings"):
        settings = object_of(whole["settings"], _SETTINGS, _NAME)
        money = _money(settings)
    with within("categories"):
        numbered = enumerate(list_of(whole["categories"]), 1)
        known = each("", numbered, lambda one: _category(one[0], object_of(one[1], _CATEGORY), money))
        categories = _with_room(list(known))
        _check_categories(categories)
    with within("settings"):
        budget = _budget(settings, money, categories, owner)
    return budget, {category.key: category.number for category in budget.categories}


def book_from(
    whole: Mapping[str, Any],
    budget: Budget,
    numbers: Mapping[str, int],
    entries: Mapping[Address, WholeEntry],
    messages: Container[int],
) -> Book:
    """Return the book of its sections; of its ``entries`` and ``messages`` those are needed that another section names."""
    with within("lessons"):
        taught = enumerate(objects_of(whole["lessons"], _LESSON, _TAUGHT), 1)
        lessons = tuple(each("", taught, lambda one: _lesson(*one, numbers)))
        if len({one.note for one in lessons}) < len(lessons):
            refuse()
    with within("plan"):
        plan = plan_of(whole["plan"], budget.money, numbers, entries)
    with within("memory"):
        memory = memory_from(whole["memory"], budget.money, numbers, messages) if "memory" in whole else Memory()
    return Book(budget, lessons, plan, memory)


def _no_constant(_name: str) -> NoReturn:
    refuse()


_SETTINGS = frozenset({"currency", "exponent", "locale", "time_zone", "week_starts_on", "language"})
_CATEGORY = frozenset({"key", "name", "keywords", "limit", "removed"})
_NAME = frozenset({"name"})
_LESSON, _TAUGHT = frozenset({"note", "category"}), frozenset({"taught"})


def _money(settings: Mapping[str, Any]) -> Money:
    exponent = whole_of(settings["exponent"])
    currency = replace(currency_named(text_of(settings["currency"], LONGEST_NAME)), exponent=exponent)
    if not 0 <= exponent <= 3:
        refuse()
    return Money(currency, locale_named(text_of(settings["locale"], LONGEST_NAME)))


def _budget(settings: Mapping[str, Any], money: Money, categories: tuple[Category, ...], owner: int) -> Budget:
    week_starts_on, zone = whole_of(settings["week_starts_on"]), text_of(settings["time_zone"], LONGEST_NAME)
    language, called = settings["language"], text_of(settings.get("name", ""), LONGEST_TITLE)
    if not 0 <= week_starts_on <= 6 or language not in SPOKEN or not is_clean(called):
        refuse()
    ZoneInfo(zone)
    return Budget(owner, money, zone, week_starts_on, categories, language=language, called=called)


def _check_categories(known: Sequence[Category]) -> None:
    """Raise `Refused` for categories that no budget has: their bounds are those of what is typed."""
    keys = {category.key for category in known}
    if LAST_RESORT not in keys or len(keys) < len(known) or len(known) > MOST_EVER:
        refuse()
    names = [as_compared(category.name) for category in known if not category.removed]
    words = [word for category in known for word in category.keywords]
    if len(set(names)) < len(names) or len(set(words)) < len(words):
        refuse()


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
    removed = flag_of(one["removed"])
    if len(words) > MOST_KEYWORDS or not all(map(is_clean, (key, *words))) or not _KEY.fullmatch(key):
        refuse()
    if not is_shaped(name) or not all(is_shaped(word) and " " not in word for word in words):
        refuse()
    limit = member_of(one, "limit", lambda value: limit_of(value, money))
    return Category(number, key, name if removed else _read_as_itself(name), words, limit, removed)


def _read_as_itself(name: str) -> str:
    """Return a name that lines can have: one that the grammar has come to read as something else gets a mark.

    Without it a book that was written before would not come back, or its lines would be misread.
    """
    try:
        return checked_name(name, ())
    except InvalidChoice:
        return checked_name(f"{name[: LONGEST_NAME - 1]}~", ())


def _lesson(nth: int, one: Mapping[str, Any], numbers: Mapping[str, int]) -> Lesson:
    return Lesson(text_of(one["note"], _LONGEST_FOLDED), numbers[one["category"]], whole_of(one.get("taught", nth)))
