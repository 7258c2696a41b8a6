"""An amount that is written in reply to a text in which none was read."""

import pytest

from budget.completing import LONGEST_COMPLETED, completed, is_completable
from tests.budget.grammar.judge import scope_of


@pytest.mark.parametrize(
    ("text", "amount", "line"),
    [
        ("€5 coffee", "5.50", "5.50 coffee"),
        ("tacos", "12.50", "tacos 12.50"),
        ("tacos ", "12.50 yesterday", "tacos 12.50 yesterday"),
        ("coffee", "4", "coffee 4"),
        ("tenner for gas", "10", "10 for gas"),
        ("gas tenner", "10", "gas 10"),
        ("forty five dollars groceries", "45", "45 dollars groceries"),
        ("dry cleaning twenty two fifty", "22.50", "dry cleaning 22.50"),
        ("12,345,6 fun", "12345.6", "12345.6 fun"),
        ("999999999999 fun", "10", "10 fun"),
        ("15% tip", "3", "3 tip"),
        ("10/2 pizza", "5", "5 pizza"),
        ("tacos 5?", "5", "tacos 5"),
        ("3 beers 18?", "18", "3 beers $18.00"),
        ("3 beers 18?", "16", "16"),
        ("can I get shoes 80", "80", "80"),
        ("lunch 20 out of 50", "12", "lunch 20 out of 50 12"),
        ("salary", "1500", "salary 1500"),
        ("mom sent me", "40", "mom sent me 40"),
        ("lunch 11 tomorrow", "11", "lunch 11"),
        ("tomorrow lunch", "11", "lunch 11"),
        ("electric 80 due 12/1", "80", "electric 80"),
        ("rent due tomorrow", "900", "rent due tomorrow 900"),
        ("electric due friday", "80", "electric due friday 80"),
    ],
)
def test_the_words_of_a_refused_text_belong_to_the_amount(text: str, amount: str, line: str) -> None:
    assert completed(amount, text, scope_of("us")) == line


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("€5 coffee", "lunch 5"),
        ("tacos", "3 beers 18"),
        ("tacos", "thanks"),
        ("coffee 4", "5"),
        ("3 beers 18", "18"),
        ("twenty two", "1/2"),
        ("split 50/50", "5"),
        ("tacos\nbeer", "5"),
        ("/week", "5"),
        ("", "5"),
    ],
)
def test_a_reply_that_does_not_complete_a_text_stays_as_it_is(text: str, amount: str) -> None:
    assert completed(amount, text, scope_of("us")) == amount


def test_a_long_text_is_not_completed() -> None:
    assert is_completable("x" * LONGEST_COMPLETED)
    assert not is_completable("x" * (LONGEST_COMPLETED + 1))
