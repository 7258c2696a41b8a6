"""Every form writes every kind of entry, line by line, and leaves out what is undone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from budget.currencies import currency_named
from budget.entries import Entry, Kind, RecordedEntry
from budget.exports.books import Book
from budget.exports.forms import FORMS
from tests.budget.imports.reading import USD

DAY = date(2026, 11, 22)


def test_the_forms_have_the_names_that_are_asked_for() -> None:
    assert list(FORMS) == ["csv", "json", "hledger", "ledger", "beancount", "ynab", "actual", "firefly", "lunchmoney"]


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_written_as_it_is_read(name: str) -> None:
    """Entries are taken one at a time: the first lines are there before the last entry is asked for."""
    taken = 0

    def held() -> Iterator[RecordedEntry]:
        nonlocal taken
        for taken, kind in enumerate(Kind, 1):
            entry = Entry(kind, 1250 + taken, DAY, 1 if kind.is_spending else None, "n")
            yield RecordedEntry(taken, 0, entry, 7)

    lines = FORMS[name].lines(Book(USD), held(), DAY)
    next(lines)

    assert taken <= 1
    whole = "".join(lines)
    assert all(f"12.{50 + n}" in whole for n in range(1, len(Kind) + 1))


@pytest.mark.parametrize(
    ("code", "declared"), [("USD", ["    format 1000.00 USD"]), ("JPY", []), ("KWD", ["    format 1000.000 KWD"])]
)
def test_a_journal_says_how_many_decimals_its_currency_has(code: str, declared: list[str]) -> None:
    budget = replace(USD, money=replace(USD.money, currency=currency_named(code)))

    lines = "".join(FORMS["hledger"].lines(Book(budget), [], DAY)).splitlines()

    assert lines[: len(declared) + 2] == [f"commodity {code}", *declared, ""]


@pytest.mark.parametrize("name", [name for name in FORMS if name not in {"csv", "json"}])
def test_what_is_undone_is_left_out(name: str) -> None:
    undone = RecordedEntry(1, 0, Entry(Kind.EXPENSE, 1250, DAY, 1, "undone"), 7, undone=True)

    assert "undone" not in "".join(FORMS[name].lines(Book(USD), [undone], DAY))
