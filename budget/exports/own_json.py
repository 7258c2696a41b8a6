"""A whole book as JSON, to be restored into an empty chat by `budget.imports.own_json`.

    {"budgetbot": 1, "settings": {…}, "categories": […], "lessons": […], "entries": […]}

``budgetbot`` is the version of this shape: it rises when an older program would misread a newer file. A section more does not raise
it: an older program refuses what it does not know, so nothing is lost in silence. Money is a decimal string, days are ISO dates,
categories are named by key, their order is the budget's. Undone entries are there, too, with whatever undid them. No share link and
no token is part of a book.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from budget.budgets import Budget
from budget.entries import RecordedEntry

VERSION = 1


@dataclass(frozen=True, slots=True)
class Book:
    """A budget with what belongs to it: ``lessons`` are the categories that folded notes were taught, by number."""

    budget: Budget
    lessons: Mapping[str, int] = field(default_factory=dict)


def lines(book: Book, held: Iterable[RecordedEntry]) -> Iterator[str]:
    """Yield the book as lines of JSON, an entry a line, so that the largest needs no memory."""
    budget = book.budget
    keys = {category.number: category.key for category in budget.categories}
    settings = {
        "currency": budget.money.currency.code,
        "exponent": budget.money.currency.exponent,
        "locale": budget.money.locale.name,
        "time_zone": budget.time_zone,
        "week_starts_on": budget.week_starts_on,
    }
    categories = [
        {
            "key": category.key,
            "name": category.name,
            "keywords": list(category.keywords),
            "limit": budget.money.plain(category.limit),
            "removed": category.removed,
        }
        for category in budget.categories
    ]
    lessons = [{"note": note, "category": keys[number]} for note, number in book.lessons.items()]
    yield f'{{"budgetbot": {VERSION},\n"settings": {_json(settings)},\n'
    yield f'"categories": [\n{_list(categories)}],\n"lessons": [\n{_list(lessons)}],\n"entries": ['
    separator = "\n"
    for one in held:
        yield separator + _json(_entry(budget, keys, one))
        separator = ",\n"
    yield "\n]}\n"


def _entry(budget: Budget, keys: Mapping[int, str], one: RecordedEntry) -> dict[str, object]:
    entry = one.entry
    return {
        "message": one.message,
        "line": one.line,
        "author": one.author,
        "kind": entry.kind.value,
        "amount": budget.money.plain(entry.amount),
        "day": entry.day.isoformat(),
        "category": None if entry.category is None else keys[entry.category],
        "note": entry.note,
        "working": entry.working,
        "undone": one.undone,
        "removed_by": one.removed_by,
    }


def _list(values: Iterable[object]) -> str:
    return ",\n".join(map(_json, values)) + "\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
