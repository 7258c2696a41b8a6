"""The question whether money is there: in words, in private and in a group. It records nothing."""

from dataclasses import replace

import pytest

from budget.errors import Why
from budget.grammar import Afford, Treatment, Unreadable, read, text_in_group
from tests.budget.grammar.judge import scope_of

US = scope_of("us")


@pytest.mark.parametrize(
    ("text", "amount", "category"),
    [
        ("can I afford 600?", 60000, None),
        ("can we buy shoes for 80 fun?", 8000, 1),
        ("can we buy 80 fun", 8000, 1),
        ("afford 80 fun", 8000, 1),
        ("Afford $80?", 8000, None),
        ("could i really afford 1,200.50", 120050, None),
        ("should we get a 900 couch", 90000, None),
        ("may i spend 5k", 500000, None),
        ("can i spend 20 on coffee", 2000, 1),
        ("can we buy shoes for 80, what's left then", 8000, None),
    ],
)
def test_a_question_is_read_with_its_amount_and_category(text: str, amount: int, category: int | None) -> None:
    readings = read(text, US)

    assert [reading for _, reading in readings] == [Afford(amount, category)]
    assert text_in_group(readings, US) == [Treatment.RECORD]


@pytest.mark.parametrize(
    ("text", "amount", "category"),
    [
        ("if i spend 300 can i still make it to payday", 30000, None),
        ("what if i spend 50 on fun", 5000, 1),
        ("if we buy shoes for 80 what's left", 8000, None),
    ],
)
def test_what_is_supposed_is_reckoned_for_one_alone(text: str, amount: int, category: int | None) -> None:
    assert [reading for _, reading in read(text, US)] == [Afford(amount, category)]
    ((_, reading),) = read(text, replace(US, shared=True))
    assert not isinstance(reading, Afford), "in a group it is said to others"


def test_what_comes_in_is_not_reckoned_as_spent() -> None:
    ((_, reading),) = read("if i get 300 from mom", US)
    assert not isinstance(reading, Afford)


@pytest.mark.parametrize(
    "text",
    [
        "what if i spend 20 a day", "can i spend 20 every week",
        "can i afford it?", "can we afford shoes?", "can we get 2 coffees", "can i get 20 or 30", "can we meet at 7", "can i",
        "how much is 600", "should i have 600", "can i afford 0", "can i afford 1.250", "can i afford 5%",
    ],
)  # fmt: skip
def test_a_question_without_a_clear_amount_is_a_plan(text: str) -> None:
    ((_, reading),) = read(text, US)

    assert isinstance(reading, Unreadable)
    assert reading.why is Why.PLAN


@pytest.mark.parametrize("text", ["80 fun", "spent 80 fun", "afforded 80 fun"])
def test_an_entry_is_no_question(text: str) -> None:
    ((_, reading),) = read(text, US)

    assert not isinstance(reading, Afford | Unreadable)


@pytest.mark.parametrize(
    ("region", "text", "amount"),
    [
        ("fr fr", "puis-je acheter des chaussures à 80 ?", 8000),
        ("id id", "aku bisa beli sepatu 800rb?", 80000000),
        ("jp ja", "30000円使っても大丈夫？", 30000),
        ("jp ja", "3万円の靴買っても平気かな？", 30000),
        ("jp ja", "5000円使って大丈夫ですか？", 5000),
        ("tr tr", "300 harcasam olur mu?", 30000),
    ],
)
def test_each_language_asks_in_its_words(region: str, text: str, amount: int) -> None:
    ((_, reading),) = read(text, scope_of(region))

    assert reading == Afford(amount, None)
