"""Amounts in cells: how they are taken apart, and how a file settles its decimal mark."""

import pytest

from budget.errors import Refused, Why
from budget.imports.numbers import Figure, MarkChoice, decimal_mark, figure_of, is_other_currency, is_some, value_of
from tests.budget.imports.reading import EUR, USD, budget_in

DOLLAR = USD.money.currency


@pytest.mark.parametrize(
    ("cell", "figure"),
    [
        ("12.50", Figure(False, "12.50")),
        ("-12.50", Figure(True, "12.50")),
        ("- 12,50", Figure(True, "12,50")),
        ("\u221212,50", Figure(True, "12,50")),
        ("–12,50", Figure(True, "12,50")),
        ("+12.50", Figure(False, "12.50", side="+")),
        ("12.50-", Figure(True, "12.50")),
        ("$12.50", Figure(False, "12.50", "$")),
        ("-$12.50", Figure(True, "12.50", "$")),
        ("$-12.50", Figure(True, "12.50", "$")),
        ("-110.7 €", Figure(True, "110.7", "€")),
        ("-110,7\u202f€", Figure(True, "110,7", "€")),
        ("(12.50)", Figure(True, "12.50")),
        ("($1,234.50)", Figure(True, "1,234.50", "$")),
        ("1 234,50 kr.", Figure(False, "1 234,50", "kr.")),
        ("CHF 1’234.50", Figure(False, "1'234.50", "CHF")),
        ("Rs. 1,50,000.00", Figure(False, "1,50,000.00", "Rs.")),
        ("12.50 CR", Figure(False, "12.50", side="CR")),
        ("12.50 Dr", Figure(True, "12.50", side="DR")),
        ("١٢٫٥", Figure(False, "12.5000")),  # each Arabic mark has one meaning: with four decimals it keeps that
        ("١٬٢٣٤٫٥٠ ر.س.\u200f", Figure(False, "1234.5000", "ر.س.")),
        ("\u200e-١٬٢٣٤", Figure(True, "1234.0000")),
        ("١٢،٥٠", Figure(False, "12,50")),
        ("١٬٢٣", None),
        ("12.50 US dollars", Figure(False, "12.50", "US dollars")),
        ("US-Dollar 12.50", Figure(False, "12.50", "US-Dollar")),
        ("▲1,080", Figure(True, "1,080")),
        ("△ 1080円", Figure(True, "1080", "円")),
        ("▲-5", None),
        ("'-12.50", Figure(True, "12.50")),
        ('="12.50"', Figure(False, "12.50")),
        (".50", Figure(False, ".50")),
        ("１２.５０", Figure(False, "12.50")),
        ("", None),
        ("tacos", None),
        ("12.50 + 3", None),
        ("-(12.50)", None),
        ("-12.50-", None),
        ("(12.50", None),
        ("$12.50 €", None),
        ("12½", None),
        ("1e5", None),
        ("9" * 49, None),
        ("nan", None),
    ],
)
def test_a_cell_is_taken_apart(cell: str, figure: Figure | None) -> None:
    assert figure_of(cell) == figure


@pytest.mark.parametrize(
    ("digits", "mark", "value"),
    [
        ("12.50", ".", 1250),
        ("12,50", ",", 1250),
        ("12", ".", 1200),
        ("12.", ".", 1200),
        (".5", ".", 50),
        ("12.500000", ".", 1250),
        ("1,234.50", ".", 123_450),
        ("1.234,50", ",", 123_450),
        ("1 234,50", ",", 123_450),
        ("1'234.50", ".", 123_450),
        ("1.234.567", ",", 123_456_700),
        ("0012,50", ",", 1250),
        ("12.50", ",", Why.GROUPING),
        ("1,23.50", ".", Why.GROUPING),
        ("1.234.567", ".", Why.GROUPING),
        ("0,123", ".", Why.GROUPING),
        ("1 234'567", ".", Why.GROUPING),
        ("12 50", ",", Why.GROUPING),
        ("1.234", ".", Why.MORE_DECIMALS),
        ("1,50,000.00", ".", Why.GROUPING),
    ],
)
def test_digits_have_a_value_by_one_mark(digits: str, mark: str, value: int | Why) -> None:
    if isinstance(value, int):
        assert value_of(digits, mark, DOLLAR) == value
        return
    with pytest.raises(Refused) as refused:
        value_of(digits, mark, DOLLAR)
    assert refused.value.why is value


def test_india_groups_by_two() -> None:
    assert value_of("1,50,000.00", ".", DOLLAR, indian=True) == 15_000_000


@pytest.mark.parametrize(
    ("currency", "digits", "choice"),
    [
        ("USD", ["12", "12.50"], MarkChoice(".")),
        ("USD", ["1.080", "12,50"], MarkChoice(",")),
        ("USD", ["1.080", "2.345"], MarkChoice("", doubt=(0, "1.080"))),  # thousands, or a mistake among small amounts
        ("USD", ["1.080", "12,50", "2.345"], MarkChoice("", doubt=(0, "1.080"))),
        ("USD", ["1.080", "12,50", "2.345", "1.234,50"], MarkChoice(",")),  # the file groups so
        ("USD", ["12,50", "1.234.567", "2.345"], MarkChoice(",")),
        ("USD", ["1,234", "12.50"], MarkChoice(".")),  # the budget groups so
        ("USD", ["1,234", "12", "2,500"], MarkChoice(".")),
        ("USD", ["1,234", "2.500"], MarkChoice("", doubt=(1, "2.500"))),
        ("USD", ["2.500", "1.345", "12,50"], MarkChoice("", doubt=(0, "2.500"))),
        ("USD", ["1.234", "1,23"], MarkChoice("", doubt=(0, "1.234"))),
        ("USD", ["3.456"], MarkChoice("", doubt=(0, "3.456"))),
        ("USD", ["3.456", "1,234"], MarkChoice("", mixed=True, doubt=(1, "1,234"))),
        ("USD", ["1,080", "1,234.00"], MarkChoice(".")),
        ("USD", ["1.080"], MarkChoice("", doubt=(0, "1.080"))),
        ("USD", ["12", "1.080", "2.080"], MarkChoice("", doubt=(1, "1.080"))),
        ("USD", ["12", "5"], MarkChoice(".")),
        ("USD", [], MarkChoice(".")),
        ("USD", ["12.50", "3.20", "4,50"], MarkChoice(".", mixed=True)),
        ("USD", ["12.50", "4,50", "3,20"], MarkChoice(",", mixed=True)),
        ("USD", ["12.50", "4,50"], MarkChoice("", mixed=True, doubt=(0, "12.50"))),
        ("USD", ["12.50", "4,50", "1.080"], MarkChoice("", mixed=True, doubt=(2, "1.080"))),
        ("JPY", ["1,234"], MarkChoice(".")),  # a yen has no decimals
        ("JPY", ["1,000"], MarkChoice("", doubt=(0, "1,000"))),
        ("JPY", ["1,000", "8,450"], MarkChoice(".")),
        ("KWD", ["1.250"], MarkChoice("", doubt=(0, "1.250"))),
        ("KWD", ["1.250", "0.500"], MarkChoice(".")),
        ("USD", ["1.2.3"], MarkChoice(".")),
        ("USD", ["1.234", "3.456", "12.50"], MarkChoice(".", mixed=True)),
    ],
)
def test_the_whole_file_decides(currency: str, digits: list[str], choice: MarkChoice) -> None:
    money = budget_in(currency).money
    assert decimal_mark(enumerate(digits), money) == choice


@pytest.mark.parametrize(
    ("digits", "choice"),
    [
        (["12.50", "4,50"], MarkChoice(".", mixed=True, each=True)),
        (["12.50", "4,50", "3,20"], MarkChoice(",", mixed=True, each=True)),
        (["12.50", "1.080"], MarkChoice(".")),
        (["3.456", "1,234"], MarkChoice("", mixed=True, doubt=(1, "1,234"))),
    ],
)
def test_a_format_may_let_each_amount_have_its_own_mark(digits: list[str], choice: MarkChoice) -> None:
    assert decimal_mark(enumerate(digits), USD.money, each=True) == choice


@pytest.mark.parametrize(
    ("digits", "choice"),
    [
        (["3.456"], MarkChoice(",")),
        (["1.080", "3.456"], MarkChoice(",")),
        (["2,500", "3.456"], MarkChoice("", doubt=(0, "2,500"))),  # a single amount does not say what 2,500 is
        (["12,50", "3.456"], MarkChoice(",")),
        (["12.50", "3.456"], MarkChoice(".", mixed=True)),
    ],
)
def test_the_budgets_own_thousands_count(digits: list[str], choice: MarkChoice) -> None:
    assert decimal_mark(enumerate(digits), EUR.money) == choice


@pytest.mark.parametrize(
    ("digits", "known", "usual", "choice"),
    [
        (["1.080"], ",", ".", MarkChoice(",")),
        (["1.080"], "", ".", MarkChoice(".")),
        (["1.080", "12,50"], "", ".", MarkChoice(",")),
        (["12.50", "4,50"], "", ".", MarkChoice("", mixed=True, doubt=(0, "12.50"))),
        (["3.456", "1.080"], "", ".", MarkChoice("", doubt=(1, "1.080"))),
        (["1,234", "1.080"], "", ".", MarkChoice(".")),
    ],
)
def test_what_is_known_or_usual_counts(digits: list[str], known: str, usual: str, choice: MarkChoice) -> None:
    assert decimal_mark(enumerate(digits), USD.money, known=known, usual=usual) == choice


@pytest.mark.parametrize(
    ("mark", "own", "other"),
    [("", "USD", False), ("$", "USD", False), ("$", "EUR", True), ("EUR", "EUR", False), ("points", "EUR", True)],
)
def test_another_currency_is_told(mark: str, own: str, other: bool) -> None:
    assert is_other_currency(mark, budget_in(own).money.currency) is other


@pytest.mark.parametrize(
    ("cell", "some"), [("", False), ("0", False), ("$0.00", False), ("0,00", False), ("12", True), ("x", True)]
)
def test_zero_is_nothing(cell: str, some: bool) -> None:
    assert is_some(cell) is some


def test_three_locales_write_the_same_amounts() -> None:
    for budget in (USD, EUR, budget_in("CHF", "de_CH"), budget_in("EUR", "fr_FR")):
        for minor in (5, 1250, 123_450, 99_999_999):
            figure = figure_of(budget.money.written(-minor))
            assert figure is not None
            assert figure.negative
            assert value_of(figure.digits, budget.money.locale.decimal, budget.money.currency) == minor
