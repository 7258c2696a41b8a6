"""Examples in a budget's own currency: each is read as it is meant, whatever the currency and the way numbers are written."""

from dataclasses import replace
from datetime import date

import pytest

from budget.budgets import Beginnings, Budget
from budget.categories import STARTERS, Category, starters_in
from budget.currencies import CURRENCIES, currency_named
from budget.entries import Kind
from budget.examples import amount_like, category_in, in_budget, spent_in, spent_like, typed
from budget.grammar import Scope, Understood, read
from budget.guesses import guessed
from budget.locales import LOCALES, locale_named
from budget.money import Money
from languages import ENGLISH, SPOKEN, TREATS, spoken
from words import setup, talk
from words.voice import voice_of

CATEGORIES = tuple(Category(n, one.key, one.name, one.keywords, 100) for n, one in enumerate(STARTERS, 1))
TODAY = date(2026, 11, 26)
VOICE = voice_of(ENGLISH)


def money(code: str, locale: str) -> Money:
    return Money(currency_named(code), locale_named(locale))


@pytest.mark.parametrize(
    ("code", "locale", "spent", "amount"),
    [
        ("USD", "en_US", "12.50 fun tacos", "1500"),
        ("EUR", "de_DE", "12,50 fun tacos", "1500"),
        ("JPY", "ja_JP", "1250 fun tacos", "150000"),
        ("KWD", "en_US", "12.50 fun tacos", "1500"),
        ("INR", "en_IN", "125 fun tacos", "15000"),
        ("IDR", "id_ID", "125000 fun tacos", "15000000"),
    ],
)
def test_an_example_is_of_a_size_that_is_usual(code: str, locale: str, spent: str, amount: str) -> None:
    assert spent_like(money(code, locale), "en") == spent
    assert amount_like(money(code, locale), "1500") == amount


@pytest.mark.parametrize(
    ("code", "locale", "minor", "said"),
    [
        ("USD", "en_US", 90_000, "900"),
        ("USD", "en_US", 4_530, "45.30"),
        ("EUR", "de_DE", 123_450, "1234,50"),
        ("JPY", "ja_JP", 900, "900"),
        ("KWD", "en_US", 900_000, "900"),
    ],
)
def test_an_amount_is_shown_as_it_is_typed(code: str, locale: str, minor: int, said: str) -> None:
    assert typed(money(code, locale), minor) == said


@pytest.mark.slow
@pytest.mark.parametrize("locale", ["en_US", "de_DE", "de_CH", "fr_FR", "sv_SE", "en_ZA", "en_IN"])
def test_an_example_of_any_currency_is_read_as_it_is_meant(locale: str) -> None:
    for own in (money(code, locale) for code in CURRENCIES):
        scope = Scope(own, CATEGORIES, TODAY, lambda _: None)

        for text, kind in (
            (spent_like(own, "en"), Kind.EXPENSE),
            (talk.paid(VOICE, amount_like(own, "1500")), Kind.PAYCHECK),
            (setup.paid_on_friday(VOICE, amount_like(own, "1500")), Kind.PAYCHECK),
            (f"coffee {amount_like(own, '3.50')}", Kind.EXPENSE),
        ):
            ((_, reading),) = read(text, scope)
            assert isinstance(reading, Understood), (text, reading)
            assert reading.entry.kind is kind, text


def test_an_example_names_a_category_that_the_budget_has() -> None:
    usd = money("USD", "en_US")
    renamed = replace(CATEGORIES[0], name="Play")
    removed = replace(CATEGORIES[0], removed=True)
    long = replace(CATEGORIES[3], name="All the rest")

    def of(*categories: Category) -> str:
        return spent_in(Budget(1, usd, "UTC", 0, categories))

    assert of(*CATEGORIES) == "12.50 fun tacos"
    assert of(renamed, *CATEGORIES[1:]) == "12.50 play tacos"
    assert of(replace(renamed, name="🎉 Play"), *CATEGORIES[1:]) == "12.50 play tacos"
    assert of(removed, *CATEGORIES[1:]) == "12.50 other"
    assert of(removed, *CATEGORIES[1:3], long) == "12.50 predictable necessities"


@pytest.mark.parametrize("language", SPOKEN)
def test_an_example_is_in_the_budgets_language(language: str) -> None:
    """It is read as an expense for fun, of what people there buy."""
    categories = tuple(
        Category(n, one.key, one.name, one.keywords, 100) for n, one in enumerate(starters_in(language), 1)
    )
    budget = Budget(1, money("EUR", "en_US"), "UTC", 0, categories, language=language)

    for example in (spent_in(budget), spent_like(budget.money, language)):
        ((_, reading),) = read(example, budget.scope(TODAY, lambda _: None))
        assert isinstance(reading, Understood), (example, reading)
        assert (reading.entry.category, reading.entry.note) == (1, TREATS[language])


BEGINNINGS = Beginnings(money("USD", "en_US"), "UTC", 0)


@pytest.mark.parametrize(
    ("language", "currency", "locale", "zone"),
    [
        ("de", "EUR", "de_DE", "Europe/Berlin"),
        ("pt-br", "BRL", "pt_BR", "America/Sao_Paulo"),
        ("uk", "UAH", "uk_UA", "Europe/Kyiv"),
        ("en-GB", "GBP", "en_GB", "Europe/London"),
        ("ja", "JPY", "ja_JP", "Asia/Tokyo"),
        ("en", "USD", "en_US", "UTC"),
        ("", "USD", "en_US", "UTC"),
        ("nonsense", "USD", "en_US", "UTC"),
    ],
)
def test_a_new_budget_begins_with_what_a_language_lets_guess(
    language: str, currency: str, locale: str, zone: str
) -> None:
    assert guessed(language, BEGINNINGS) == Beginnings(money(currency, locale), zone, 0, language=spoken(language))


@pytest.mark.parametrize(
    "beginnings",
    [
        Beginnings(money("CHF", "en_US"), "UTC", 0),
        Beginnings(money("USD", "en_GB"), "UTC", 0),
        Beginnings(money("USD", "en_US"), "America/Los_Angeles", 3),
    ],
)
def test_what_is_set_for_the_bot_is_never_overruled(beginnings: Beginnings) -> None:
    assert guessed("de", beginnings) == replace(beginnings, language="de")


@pytest.mark.parametrize(
    "beginnings",
    [
        Beginnings(money("USD", "en_US"), "Europe/Berlin", 3),
        Beginnings(money("EUR", "en_US"), "UTC", 3),
        Beginnings(money("EUR", "de_DE"), "Europe/Berlin", 3),
    ],
)
def test_what_is_set_and_agrees_with_the_language_leaves_the_rest_to_the_guess(beginnings: Beginnings) -> None:
    assert guessed("de", beginnings) == Beginnings(money("EUR", "de_DE"), "Europe/Berlin", 3, language="de")


def test_a_guess_is_of_a_territory_for_every_locale() -> None:
    for name in LOCALES:
        assert guessed(name, BEGINNINGS).money.locale.name == name


@pytest.mark.parametrize(
    ("example", "own"),
    [
        ("80 fun", "8000 play"),
        ("rent 900 on the 1st", "rent 90000 on the 1st"),
        ("fun +cinema -bar", "play +cinema -bar"),
        ("rent 900 every 2 weeks from 4 dec", "rent 90000 every 2 weeks from 4 dec"),
        ("2026-03-14", "2026-03-14"),
    ],
)
def test_an_example_is_in_the_budgets_own_words_and_sizes(example: str, own: str) -> None:
    play = replace(CATEGORIES[0], name="Play")
    assert in_budget(Budget(1, money("JPY", "ja_JP"), "UTC", 0, (play, *CATEGORIES[1:])), example) == own


@pytest.mark.parametrize(
    ("names", "language", "category"),
    [
        (["Daily needs", "Books"], "en", "books"),
        (["Daily needs", "Old books"], "en", "daily needs"),
        (["Spaß", "Bücher"], "de", "Spaß"),
    ],
)
def test_without_fun_another_category_is_in_the_examples(names: list[str], language: str, category: str) -> None:
    own = tuple(Category(n, f"key{n}", name, (), 100) for n, name in enumerate(names, 1))
    assert category_in(Budget(1, money("USD", "en_US"), "UTC", 0, own, language=language)) == category
