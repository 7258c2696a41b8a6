"""Amounts in words are refused, with the digits to write instead; with none where the words make no one number."""

import pytest

from budget.errors import Why
from budget.grammar import Understood, Unreadable, read_line
from tests.budget.grammar.judge import scope_of


@pytest.mark.parametrize(
    ("budget", "text", "digits"),
    [
        ("us en", "twenty fun", "20"),
        ("us en", "forty five dollars for gas", "45"),
        ("us en", "forty-five dollars", "45"),
        ("us en", "forty and", "40"),
        ("us en", "two hundred rent", "200"),
        ("us en", "two hundred and fifty-five rent", "255"),
        ("us en", "fifteen hundred rent", "1500"),
        ("us en", "two thousand five hundred rent", "2500"),
        ("us en", "a thousand rent", "1000"),
        ("us en", "a buck fifty soda", "1.50"),
        ("us en", "two dollars and fifty cents soda", "2.50"),
        ("us en", "two dollars soda", "2"),
        ("us en", "two dollars and", "2"),
        ("us en", "five dollars a thousand", "5"),
        ("us en", "fifty cents soda", "0.50"),
        ("us en", "12 dollars and fifty cents", "12.50"),
        ("us en", "30 on gas and twenty on food", "20"),
        ("us en", "fiver coffee", "5"),
        ("us en", "two hundred 50 rent", "250"),
        ("us en", "a hundred 20 shoes", "120"),
        ("us en", "twenty 5 coffee", "25"),
        ("us en", "4 dollars fifty coffee", "4.50"),
        ("us en", "3 ninety nine milk", "3.99"),
        ("us en", "12 fifty lunch", "12.50"),
        ("us en", "lunch two 50", "2.50"),
        ("us en", "12 and a half lunch", "12.50"),
        ("us en", "5 and a half bucks coffee", "5.50"),
        ("us en", "$4 and a quarter", "4.25"),
        ("fr fr", "6 et demi café", "6,50"),
        ("de de", "4 euro fünfzig kaffee", "4,50"),
        ("eg ar", "قهوة 12 ونص", "12.50"),
        ("es es", "cuarenta y cinco euros gasolina", "45"),
        ("fr fr", "vingt-et-un euros", "21"),
        ("ru ru", "сто двадцать пять кофе", "125"),
        ("ru ru", "двести пятьдесят кофе", "250"),
        ("jp en", "fifty yen soda", "50"),
    ],
)
def test_the_digits_of_number_words_are_named(budget: str, text: str, digits: str) -> None:
    reading = read_line(text, scope_of(budget))

    assert reading == Unreadable(Why.NUMBER_WORD, digits)


@pytest.mark.parametrize(
    ("budget", "text", "said"),
    [
        ("us en", "ten fifty lunch", "ten fifty"),
        ("us en", "twenty twenty", "twenty twenty"),
        ("fr fr", "quatre vingt euros", "quatre vingt"),
        ("fr fr", "deux cents euros loyer", "deux cents"),
    ],
)
def test_words_that_make_no_one_number_have_no_digits(budget: str, text: str, said: str) -> None:
    reading = read_line(text, scope_of(budget))

    assert reading == Unreadable(Why.NOT_A_NUMBER, said)


@pytest.mark.parametrize(
    ("text", "note"), [("half pizza 5 and a", "half pizza and a"), ("two teas 5 and a", "two teas and a")]
)
def test_what_breaks_off_behind_a_number_is_no_part_of_it(text: str, note: str) -> None:
    reading = read_line(text, scope_of("us"))

    assert isinstance(reading, Understood), reading
    assert (reading.entry.amount, reading.entry.note) == (500, note)
