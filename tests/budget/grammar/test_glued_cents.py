"""Cents that are glued to the unit before them, and numbers of which each unit is named."""

import pytest

from budget.grammar import Understood, read_line
from tests.budget.grammar.judge import outcome_of, scope_of


@pytest.mark.parametrize(
    ("budget", "text", "amount"),
    [
        ("pl pl", "fajki 18zł50gr", 1850),
        ("pl pl", "fajki 18zł50", 1850),
        ("tr tr", "çay 12tl50krş", 1250),
        ("tr tr", "çay 12tl 50krş", 1250),
        ("ru ru", "чай 50руб50коп", 5050),
        ("ua uk", "чай 50грн 50коп", 5050),
        ("us", "tea 12usd50", 1250),
    ],
)
def test_cents_may_be_glued_to_the_unit(budget: str, text: str, amount: int) -> None:
    reading = read_line(text, scope_of(budget))

    assert isinstance(reading, Understood), reading
    assert reading.entry.amount == amount


@pytest.mark.parametrize(
    ("budget", "text"),
    [("pl pl", "fajki 18eur50"), ("pl pl", "fajki 18zł50kg"), ("jp ja", "tea 12usd50"), ("us", "tea 1.2usd50")],
)
def test_other_letters_between_numbers_are_no_amount(budget: str, text: str) -> None:
    assert outcome_of(text, scope_of(budget)).entries == []
