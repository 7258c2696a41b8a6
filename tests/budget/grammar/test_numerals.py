"""Numbers of several words: a scale, a mark, what multiplies them and what is added to them. None is read in part."""

import pytest

from budget.grammar import Question, Understood, Unreadable, read_line
from tests.budget.grammar.judge import scope_of


@pytest.mark.parametrize(
    ("budget", "text", "amount", "note"),
    [
        # a number with its mark, multiplied
        ("us", "coffee 4 dollars x 3", "12.00", "coffee"),
        ("us", "4 bucks x 3 coffee", "12.00", "coffee"),
        ("us", "coffee 4 dollars x3", "12.00", "coffee"),
        ("us", "coffee 4 usd X 3", "12.00", "coffee"),
        ("us", "3 x 4 dollars coffee", "12.00", "coffee"),
        ("us", "50 cents x 3 gum", "1.50", "gum"),
        ("us", "3 x 50 cents gum", "1.50", "gum"),
        ("us", "coffee 4 dollars + 3 bucks", "7.00", "coffee"),
        ("in", "chai 10rs x 3", "30.00", "chai"),
        ("in", "chai 10 rs x 3", "30.00", "chai"),
        ("gb", "tea 50p x 3", "1.50", "tea"),
        ("gb", "tea 2 quid x 3", "6.00", "tea"),
        ("de de", "Kaffee 4 Euro x 3", "12.00", "Kaffee"),
        ("de de", "3 x 4 Euro Kaffee", "12.00", "Kaffee"),
        ("fr fr", "café 2 euros x 3", "6.00", "café"),
        ("br pt-BR", "café 5 reais x 3", "15.00", "café"),
        ("pl pl", "kawa 10 zl x 3", "30.00", "kawa"),
        ("ru ru", "кофе 200 руб х 3", "600.00", "кофе"),
        ("eg ar", "شاي 50 جنيه x 3", "150.00", "شاي"),
        # a number with a scale word
        ("in", "1 lakh 20 thousand", "120000.00", ""),
        ("in", "1 lakh and 20 thousand rent", "120000.00", "rent"),
        ("in", "1 lakh+20000", "120000.00", ""),
        ("in", "rent 1 lakh and 20000", "120000.00", "rent"),
        ("in", "2 lakh 50 thousand", "250000.00", ""),
        ("in", "1L 20k", "120000.00", ""),
        ("in", "1L 20 thousand", "120000.00", ""),
        ("in", "1 crore 20 lakh", "12000000.00", ""),
        ("in", "1cr 20L", "12000000.00", ""),
        ("in", "1 crore 2 lakh 5 hundred", "10200500.00", ""),
        ("in", "2L shampoo 300", "300.00", "2L shampoo"),
        ("in", "1.2345L 20k", "20000.00", "1.2345L"),
        ("in", "2 lakh rupees rent", "200000.00", "rent"),
        ("in", "2 lakh x 3", "600000.00", ""),
        ("in", "2 lakh x3", "600000.00", ""),
        ("in", "1 lakh 20ml", "100000.00", "20ml"),
        ("in", "1L oil 180", "180.00", "1L oil"),
        ("id id", "kopi 15rb x 3", "45000.00", "kopi"),
        ("id id", "kopi 50 ribu x 3", "150000.00", "kopi"),
        ("id id", "sewa 1 juta+200 ribu", "1200000.00", "sewa"),
        ("tr tr", "kira 5 bin TL x 2", "10000.00", "kira"),
        ("jp ja", "家賃 8万5千円", "85000", "家賃"),
        ("jp", "1,234万", "12340000", ""),
    ],
)
def test_a_number_of_several_words_is_read_whole(budget: str, text: str, amount: str, note: str) -> None:
    scope = scope_of(budget)
    reading = read_line(text, scope)

    assert isinstance(reading, Understood), reading
    assert (scope.money.plain(reading.entry.amount), reading.entry.note) == (amount, note)


@pytest.mark.parametrize(
    ("budget", "text", "why"),
    [
        ("jp", "3,5万", "MORE_DECIMALS"),
        ("jp", "3,5万円", "MORE_DECIMALS"),
        ("jp", "12,5千円", "MORE_DECIMALS"),
        ("jp ja", "ランチ 1,5千円", "MORE_DECIMALS"),
        ("jp ja", "ランチ1,5千円", "MORE_DECIMALS"),
        ("jp ja", "家賃 8,5万5千円", "MORE_DECIMALS"),
        ("in", "1 lakh -5000", "UNIT"),
        ("in", "1 lakh - 5000", "UNIT"),
        ("in", "2 lakh/2", "UNIT"),
        ("in", "2 lakh /2", "UNIT"),
        ("in", "1.234 lakh", "UNIT"),
        ("id id", "kopi 50 ribu/2", "UNIT"),
        ("id id", "kopi 50 ribu - 5 ribu", "UNIT"),
        ("in", "1 crore 2 lakh 500 thousand", "UNIT"),
        ("us", "$5 2 hundred", "UNIT"),
    ],
)
def test_a_number_that_is_not_read_whole_is_refused(budget: str, text: str, why: str) -> None:
    reading = read_line(text, scope_of(budget))

    assert isinstance(reading, Unreadable), reading
    assert reading.why.name == why


@pytest.mark.parametrize(
    ("budget", "text"),
    [
        ("in", "1 lakh 20000"),
        ("in", "1 lakh and 500 shoes"),
        ("in", "1 lakh 2 lakh"),
        ("in", "1 lakh + 20000"),
        ("in", "2 lakh x 3333"),
        ("id id", "sewa 1 juta 200"),
        ("id id", "jaket 180rb -20%"),
        ("in", "2 lakh - 10%"),
        ("id id", "sewa 1 juta + 200 ribu"),
    ],
)
def test_two_numbers_that_may_be_one_are_asked_about(budget: str, text: str) -> None:
    assert isinstance(read_line(text, scope_of(budget)), Question)
