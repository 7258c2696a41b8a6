"""Questions that a look answers: nothing of them is recorded, and none has a number."""

from datetime import date

import pytest

from budget.categories import STARTERS, Category
from budget.currencies import currency_named
from budget.grammar import Asked, Scope, asked_of, vocabulary_for
from budget.grammar.asking import Stretch
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


YESTERDAY = Asked(stretch=Stretch.DAY, day=date(2026, 11, 21))
NOVEMBER = Asked(stretch=Stretch.MONTH, day=date(2026, 11, 1))
OCTOBER = Asked(stretch=Stretch.MONTH, day=date(2026, 10, 1))


@pytest.mark.parametrize(
    ("language", "text", "about"),
    [
        ("en", "how much did I spend yesterday?", YESTERDAY),
        ("en", "how much did I spend today?", YESTERDAY._replace(day=date(2026, 11, 22))),
        ("en", "how much did I spend on monday?", YESTERDAY._replace(day=date(2026, 11, 16))),
        ("en", "how much did I spend on groceries this month?", NOVEMBER._replace(category=NEEDS)),
        ("en", "how much did I spend in october?", OCTOBER),
        ("en", "what did we spend in december?", NOVEMBER._replace(day=date(2025, 12, 1))),
        ("en", "how much may I spend?", Asked()),
        ("en", "how much is left until friday?", Asked()),
        ("en", "how much can we spend tomorrow?", Asked()),
        ("en", "what did I spend on fun last week?", Asked(category=FUN, stretch=Stretch.LAST_WEEK)),
        ("en", "what did I spend on fun since payday?", Asked(category=FUN, stretch=Stretch.PERIOD)),
        ("en", "how much did I spend this pay period?", Asked(paycheck=True)),
        ("de", "wie viel habe ich gestern ausgegeben?", YESTERDAY),
        ("de", "wie viel habe ich diesen Monat ausgegeben?", NOVEMBER),
        ("es", "¿cuánto gasté ayer?", YESTERDAY),
        ("es", "cuánto gasté este mes", NOVEMBER),
        ("fr", "combien j'ai dépensé hier ?", YESTERDAY),
        ("fr", "combien j'ai dépensé ce mois-ci ?", NOVEMBER),
        ("it", "quanto ho speso ieri?", YESTERDAY),
        ("it", "quanto ho speso questo mese?", NOVEMBER),
        ("nl", "hoeveel heb ik gisteren uitgegeven?", YESTERDAY),
        ("nl", "hoeveel heb ik deze maand uitgegeven?", NOVEMBER),
        ("pl", "ile wydałem wczoraj?", YESTERDAY),
        ("pl", "ile wydałam w tym miesiącu?", NOVEMBER),
        ("pt-BR", "quanto gastei ontem?", YESTERDAY),
        ("pt-BR", "quanto gastei este mês?", NOVEMBER),
        ("ru", "сколько я потратил вчера?", YESTERDAY),
        ("ru", "сколько потратили в октябре?", OCTOBER),
        ("uk", "скільки я витратив вчора?", YESTERDAY),
        ("uk", "скільки витратили цього місяця?", NOVEMBER),
        ("ja", "昨日いくら使った？", YESTERDAY),
        ("ja", "今月いくら使った？", NOVEMBER),
        ("tr", "dün ne kadar harcadım?", YESTERDAY),
        ("tr", "bu ay ne kadar harcadım?", NOVEMBER),
        ("id", "kemarin habis berapa?", YESTERDAY),
        ("id", "bulan ini habis berapa?", NOVEMBER),
        ("ar", "كم صرفت أمس؟", YESTERDAY),
        ("ar", "كم صرفت هذا الشهر؟", NOVEMBER),
    ],
)
def test_the_days_that_a_question_is_about_are_read(language: str, text: str, about: Asked) -> None:
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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "how much did I spend last month?"),
        ("fr", "combien ai-je dépensé le mois dernier ?"),
        ("fr", "combien ai-je dépensé le mois passé ?"),
        ("es", "cuánto gasté el mes pasado?"),
        ("pt-BR", "quanto gastei no mês passado?"),
        ("it", "quanto ho speso nel mese scorso?"),
    ],
)
def test_the_last_month_is_not_this_one(language: str, text: str) -> None:
    assert asked(text, language) == Asked(stretch=Stretch.MONTH, day=date(2026, 10, 1))


@pytest.mark.parametrize(
    "text", ["how much did we spend the month before last?", "what did I spend the week before last?"]
)
def test_what_lies_further_back_is_not_the_last_one(text: str) -> None:
    assert asked(text) == Asked()
