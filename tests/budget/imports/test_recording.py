"""From rows to entries: which category is meant, and where the rest goes."""

from dataclasses import replace
from datetime import date

import pytest

from budget.entries import Entry, Kind
from budget.imports.recording import categories_in, entries_of
from budget.imports.rows import ImportedRow
from tests.budget.imports.reading import USD

DAY = date(2026, 11, 22)


def row(category: str | None, kind: Kind = Kind.EXPENSE) -> ImportedRow:
    return ImportedRow(2, kind, -1250 if kind is Kind.EXPENSE else 1250, DAY, "USD", "tacos", category)


@pytest.mark.parametrize(
    ("category", "key"),
    [
        ("Fun", "fun"),
        ("predictable_necessities", "predictable_necessities"),
        ("Groceries", "predictable_necessities"),
        ("Food: Groceries", "predictable_necessities"),
        ("Food/Coffee", "fun"),
        ("Predictable Necessities", "predictable_necessities"),
        ("Fun stuff", None),
        ("Groc", None),  # a prefix is a guess
        ("", None),
        (":", None),
    ],
)
def test_a_category_is_known_whole_or_not_at_all(category: str, key: str | None) -> None:
    found = categories_in([row(category)], USD)[category]

    assert (found.key if found is not None else None) == key


def test_a_removed_category_is_not_known() -> None:
    budget = replace(USD, categories=(replace(USD.categories[0], removed=True), *USD.categories[1:]))

    assert categories_in([row("Fun")], budget) == {"Fun": None}
    assert categories_in([row("fun")], budget, removed=True) == {"fun": budget.categories[0]}


def test_only_spending_has_a_category() -> None:
    assert categories_in([row(None), row("Salary", Kind.EXTRA)], USD) == {}


def test_what_nobody_maps_goes_to_other() -> None:
    rows = [row("Fun"), row("Pets"), row("Toys", Kind.REFUND), row(None), row("Salary", Kind.EXTRA)]

    assert entries_of(rows, USD, {"Toys": 3}) == (
        Entry(Kind.EXPENSE, 1250, DAY, 1, "tacos"),
        Entry(Kind.EXPENSE, 1250, DAY, 4, "tacos"),
        Entry(Kind.REFUND, 1250, DAY, 3, "tacos"),
        Entry(Kind.EXPENSE, 1250, DAY, 4, "tacos"),
        Entry(Kind.EXTRA, 1250, DAY, None, "tacos"),
    )
    assert entries_of(rows[:1], USD, {"Fun": 2})[0].category == 2
