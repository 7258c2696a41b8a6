"""Currencies that a file says in words, beside its amounts or in a column of their own."""

import pytest

from budget.budgets import Budget
from budget.imports.currency_columns import currency_columns, currency_in_words, is_currency, is_own_currency
from tests.budget.imports.reading import EUR, USD, budget_in, lines_of, preview


@pytest.mark.parametrize(
    ("said", "currency", "locale", "is_own"),
    [
        ("US dollars", "USD", "en_US", True),
        ("US-Dollar", "USD", "en_US", True),
        ("Dollar", "USD", "en_US", True),
        ("Canadian dollars", "USD", "en_US", False),
        ("Lunar dollars", "USD", "en_US", False),
        ("canadian dollar", "CAD", "en_CA", True),
        ("Euro", "EUR", "de_DE", True),
        ("Euro", "USD", "en_US", False),
        ("Pound Sterling", "GBP", "en_GB", True),
        ("pounds", "EUR", "de_DE", False),
        ("pesos", "EUR", "de_DE", False),
        ("kr.", "SEK", "sv_SE", True),
        ("ر.س.", "SAR", "ar_SA", True),
        ("د.إ", "SAR", "ar_SA", False),
        ("e", "EUR", "de_DE", True),
        ("trees", "USD", "en_US", None),
        ("%", "USD", "en_US", None),
    ],
)
def test_words_say_whether_it_is_the_budgets_currency(
    said: str, currency: str, locale: str, is_own: bool | None
) -> None:
    assert is_own_currency(said, budget_in(currency, locale).money) is is_own


@pytest.mark.parametrize(("said", "is_one"), [("US dollars", True), ("Euro", True), ("ج.م.", True), ("pcs", False)])
def test_a_word_may_be_a_currency(said: str, is_one: bool) -> None:
    assert is_currency(said) is is_one


@pytest.mark.parametrize(
    ("name", "cells", "is_one"),
    [
        ("Note", ["Euro", "Euro"], False),
        ("Note", ["EUR", "USD"], True),
        ("Currency", ["US Dollar", "Euro"], True),
        ("Währung", ["Taler", "Goldmark"], True),
        ("Currency note", ["Taler", "Goldmark"], False),
        ("Currency", ["1", "2"], False),
    ],
)
def test_a_column_is_one_of_currencies(name: str, cells: list[str], is_one: bool) -> None:
    assert currency_columns([name], [(0, cells)]) == ([0] if is_one else [])


@pytest.mark.parametrize(
    ("name", "currency"),
    [
        ("Betrag in Euro", "euro"),
        ("Amount (US Dollars)", "us dollars"),
        ("Euros", "euros"),
        ("Montant opération en euro", "euro"),
        ("Valor real", ""),
        ("Amount", ""),
        ("", ""),
        ("12", ""),
    ],
)
def test_a_heading_may_end_with_a_currency_in_words(name: str, currency: str) -> None:
    assert currency_in_words(name) == currency


@pytest.mark.parametrize(
    ("heading", "budget", "rows"),
    [
        ("Betrag in Euro", EUR, 1),
        ("Betrag in Euro", USD, 0),
        ("Amount (US dollars)", USD, 1),
        ("Amount (US dollars)", EUR, 0),
    ],
)
def test_amounts_are_in_the_currency_that_their_heading_says_in_words(heading: str, budget: Budget, rows: int) -> None:
    read = preview(f"Datum;Text;{heading}\n18.11.2026;Tee;-12.50\n", budget)

    assert (len(read.rows), len(read.left_out)) == (rows, 1 - rows)


def test_amounts_with_words_are_read_and_those_in_other_currencies_counted() -> None:
    content = "Day,What,Sum\n2026-11-18,tea,-12.50 dollars\n2026-11-19,bus,-3.00 euro\n2026-11-20,bus,-3 Dollar\n"

    assert lines_of(preview(content)) == [
        "2: expense -12.50 2026-11-18 tea", "4: expense -3.00 2026-11-20 bus", "3: left out, OTHER_CURRENCY euro",
    ]  # fmt: skip


def test_a_column_of_words_leaves_out_what_is_in_another_currency() -> None:
    content = "Datum;Text;Betrag;Währung\n18.11.2026;Tee;-12,50;Euro\n19.11.2026;Bus;-3,00;Schweizer Franken\n"

    assert lines_of(preview(content, EUR), EUR) == [
        "2: expense -12.50 2026-11-18 Tee", "3: left out, OTHER_CURRENCY Schweizer",
    ]  # fmt: skip
    assert [one.currency for one in preview(content, USD).left_out] == ["Euro", "Schweizer"]
