"""Questions that a look answers: nothing of them is recorded, and none has a number."""

from datetime import date

import pytest

from budget.categories import STARTERS, Category
from budget.currencies import currency_named
from budget.grammar import Asked, Scope, asked_of, vocabulary_for
from budget.locales import locale_named
from budget.money import Money

CATEGORIES = tuple(Category(n, one.key, one.name, one.keywords, 100) for n, one in enumerate(STARTERS, 1))
FUN, NEEDS, *_ = CATEGORIES
MONEY = Money(currency_named("USD"), locale_named("en_US"))
BILLS = frozenset({"rent", "car insurance"})


def asked(text: str, language: str = "en") -> Asked | None:
    scope = Scope(MONEY, CATEGORIES, date(2026, 11, 22), lambda _: None, vocabulary=vocabulary_for(language))
    return asked_of(text, scope, BILLS)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("how much is left?", Asked()),
        ("How much is left", Asked()),
        ("left?", Asked()),
        ("rent?", Asked("rent")),
        ("what did I spend?", Asked()),
        ("what's my budget?", Asked()),
        ("what did I spend on fun?", Asked(category=FUN)),
        ("how much is left for groceries", Asked(category=NEEDS)),
        ("anything left in predictable necessities?", Asked(category=NEEDS)),
        ("how much is left of my paycheck?", Asked(paycheck=True)),
        ("is rent paid?", Asked("rent")),
        ("did we pay the car insurance", Asked("car insurance")),
        ("is the car insurance due?", Asked("car insurance")),
    ],
)
def test_a_question_is_about_what_it_names(text: str, about: Asked) -> None:
    assert asked(text) == about


@pytest.mark.parametrize(
    ("language", "text", "about"),
    [
        ("de", "wie viel ist noch übrig?", Asked()),
        ("de", "wie viel ist vom Gehalt übrig?", Asked(paycheck=True)),
        ("es", "cuánto queda", Asked()),
        ("fr", "combien reste-t-il ?", Asked()),
        ("it", "quanto resta?", Asked()),
        ("nl", "hoeveel is er nog over?", Asked()),
        ("pl", "ile zostało?", Asked()),
        ("pt-BR", "quanto sobrou?", Asked()),
        ("ru", "сколько осталось?", Asked()),
        ("uk", "скільки залишилось?", Asked()),
        ("ja", "残りはいくら？", Asked()),
        ("tr", "ne kadar kaldı?", Asked()),
        ("id", "sisa berapa?", Asked()),
        ("ar", "كم بقي؟", Asked()),
    ],
)
def test_each_language_asks_in_its_words(language: str, text: str, about: Asked) -> None:
    assert asked(text, language) == about


@pytest.mark.parametrize(
    "text",
    [
        "how are you?",
        "how much is 40 euros?",
        "is 5 left?",
        "we left early",
        "fun",
        "when am I paid?",
        "fun or groceries?",
        "who?",
        "",
        "what is left of all the things that we once thought we would do together this year?",
    ],
)
def test_other_texts_are_about_nothing(text: str) -> None:
    assert asked(text) is None
