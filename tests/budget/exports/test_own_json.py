"""A book as JSON: what is written comes back the same, and what a stranger wrote is refused without harm."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budget.budgets import Budget
from budget.categories import STARTERS, Category
from budget.currencies import currency_named
from budget.entries import Entry, Kind, RecordedEntry
from budget.errors import Refused, Why
from budget.exports import own_json
from budget.exports.own_json import Book
from budget.imports.own_csv import LARGEST_TABLE
from budget.imports.own_json import RestoredBook, is_book, read
from budget.locales import locale_named
from budget.money import Money

DAY = date(2026, 11, 22)
_TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=200)


def budget_in(code: str, zone: str = "Europe/Berlin") -> Budget:
    categories = tuple(Category(n, new.key, new.name, new.keywords, new.limit) for n, new in enumerate(STARTERS, 1))
    gone = Category(5, "食費", "食費", (), 0, removed=True)
    return Budget(-100, Money(currency_named(code), locale_named("de_DE")), zone, 6, (*categories, gone))


def written(book: Book, *held: RecordedEntry) -> bytes:
    return "".join(own_json.lines(book, held)).encode()


BOOK = Book(budget_in("USD"), {"tacos": 1})
HELD = RecordedEntry(12, 0, Entry(Kind.EXPENSE, 1250, DAY, 1, "tacos", "2 × $6.25"), 7)


@given(
    code=st.sampled_from(["USD", "JPY", "KWD"]),
    kinds=st.lists(st.sampled_from(Kind), max_size=5),
    amount=st.integers(1, 10**8),
    category=st.integers(1, 5),
    note=_TEXTS,
    working=_TEXTS,
    address=st.tuples(st.integers(-(2**63), 2**63 - 10), st.integers(0, 10**6)),
    removed_by=st.none() | st.integers(0, 2**40),
)
def test_what_is_written_comes_back(  # noqa: PLR0913 - Hypothesis draws each part by its name
    code: str,
    kinds: list[Kind],
    amount: int,
    category: int,
    note: str,
    working: str,
    address: tuple[int, int],
    removed_by: int | None,
) -> None:
    budget = budget_in(code)
    message, line = address
    held = tuple(
        RecordedEntry(
            message + n,
            line,
            Entry(kind, min(amount, budget.money.cap), DAY, category if kind.is_spending else None, note, working),
            7,
            removed_by is not None,
            removed_by,
        )
        for n, kind in enumerate(kinds)
    )
    book = Book(budget, {note: category})

    content = written(book, *held)

    assert is_book(content)
    assert read(content, budget.owner) == RestoredBook(book, held)
    json.loads(content)


def test_a_currency_keeps_the_decimals_it_began_with() -> None:
    money = Money(replace(currency_named("IQD"), exponent=0), locale_named("en_US"))
    book = Book(replace(budget_in("USD"), money=money))

    assert read(written(book), -100).book.budget.money.currency.exponent == 0


def test_a_table_is_no_book() -> None:
    assert not is_book(b"day,amount\n")


def changed(path: str, value: object) -> bytes:
    """A good book with one value changed; ``path`` leads to it."""
    whole: Any = json.loads(written(BOOK, HELD, replace(HELD, line=1)))
    *steps, last = (int(step) if step.isdecimal() else step for step in path.split("/"))
    place = whole
    for step in steps:
        place = place[step]
    place[last] = value
    return json.dumps(whole).encode()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("budgetbot", 2),
        ("bills", []),
        ("settings", []),
        ("settings/currency", "XXX"),
        ("settings/exponent", 7),
        ("settings/exponent", True),
        ("settings/locale", "xx_XX"),
        ("settings/time_zone", "Mars/Olympus"),
        ("settings/time_zone", "../../etc/passwd"),
        ("settings/time_zone", 5),
        ("settings/week_starts_on", 7),
        ("settings/more", 1),
        ("categories", {}),
        ("categories", []),
        ("categories/0/key", "other"),
        ("categories/0/key", ""),
        ("categories/0/name", "other"),
        ("categories/0/name", "x" * 41),
        ("categories/0/name", "a\u202eb"),
        ("categories/0/keywords", "bar"),
        ("categories/0/keywords", ["rent"]),
        ("categories/0/keywords", [f"k{n}" for n in range(51)]),
        ("categories/0/limit", "1.5"),
        ("categories/0/limit", "1000000.01"),
        ("categories/0/removed", 0),
        ("lessons/0/category", "pets"),
        ("lessons/0/note", "x" * 201),
        ("entries/0/kind", "gift"),
        ("entries/0/amount", "0.00"),
        ("entries/0/amount", "1,250.00"),
        ("entries/0/amount", "1000000.01"),
        ("entries/0/amount", 12.5),
        ("entries/0/day", "2026-02-30"),
        ("entries/0/day", 20260301),
        ("entries/0/category", None),
        ("entries/0/category", "pets"),
        ("entries/0/category", []),
        ("entries/0/note", "\0"),
        ("entries/0/note", "\ud800"),
        ("entries/0/message", 2**63),
        ("entries/0/message", "1"),
        ("entries/0/line", 1),
        ("entries/0/undone", "no"),
        ("entries/0/removed_by", 1.5),
        ("entries/0", 5),
    ],
)
def test_what_is_no_book_is_refused(path: str, value: object) -> None:
    with pytest.raises(Refused):
        read(changed(path, value), 1)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b" " * (LARGEST_TABLE + 1), Why.LARGE_TABLE),
        (b'{"budgetbot":' + b"[" * 50_000, Why.NO_TABLE),
        (b"[" * 200_000, Why.TOO_MANY_ROWS),
        (b"[" + b"1," * 2_000_000, Why.TOO_MANY_ROWS),
        (b'{"budgetbot": NaN}', Why.NO_TABLE),
        (b'{"budgetbot": ' + b"9" * 5_000 + b"}", Why.NO_TABLE),
        (b"\xff", Why.NO_TABLE),
        (b"", Why.NO_TABLE),
    ],
)
def test_hostile_bytes_are_refused(content: bytes, why: Why) -> None:
    with pytest.raises(Refused) as refused:
        read(content, 1)

    assert refused.value.why is why
