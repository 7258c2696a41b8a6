"""An entry whose parts a program gives apart."""

from datetime import date

import pytest

from budget.categories import Category
from budget.currencies import currency_named
from budget.entries import LONGEST_NOTE, Kind
from budget.errors import Why
from budget.grammar import About, Label, Offer, Question, Scope, Understood, Unreadable
from budget.grammar.given import Given, read_given
from budget.locales import locale_named
from budget.money import Money

DAY = date(2026, 11, 22)
FUN, NEEDS, OTHER, OLD = 1, 2, 3, 4
CATEGORIES = (
    Category(FUN, "fun", "Fun", ("coffee", "bar"), 15000),
    Category(NEEDS, "predictable_necessities", "Predictable Necessities", ("groceries", "gas"), 10000),
    Category(OTHER, "other", "Other", ("other",), 10000),
    Category(OLD, "old", "Old", (), 0, removed=True),
)
SCOPE = Scope(Money(currency_named("USD"), locale_named("en_US")), CATEGORIES, DAY)
EUROS = Scope(Money(currency_named("EUR"), locale_named("de_DE")), CATEGORIES, DAY)
YEN = Scope(Money(currency_named("JPY"), locale_named("ja_JP")), CATEGORIES, DAY)

READ: list[tuple[Scope, Given, int]] = [
    (SCOPE, Given("12.50"), 1250),
    (SCOPE, Given("$12.50"), 1250),
    (SCOPE, Given(" USD 12.50 "), 1250),
    (SCOPE, Given("1,234.50"), 123450),
    (SCOPE, Given("2x3.50"), 700),
    (EUROS, Given("12,50\u00a0€"), 1250),
    (EUROS, Given("1.234,50 €"), 123450),
    (EUROS, Given("12.5", decimal=True), 1250),
    (EUROS, Given("12.500", decimal=True), 1250),  # JSON's point is the decimal one in every locale
    (SCOPE, Given("1250", decimal=True), 125000),
    (YEN, Given("1250.0", decimal=True), 1250),
]


@pytest.mark.parametrize(("scope", "given", "minor"), READ)
def test_the_amount_is_one_token(scope: Scope, given: Given, minor: int) -> None:
    reading = read_given(given, DAY, scope)

    assert isinstance(reading, Understood)
    assert (reading.entry.amount, reading.entry.day, reading.entry.kind) == (minor, DAY, Kind.EXPENSE)


REFUSED: list[tuple[Given, Why, str]] = [
    (Given("", "Chevron"), Why.NO_AMOUNT_CAME, "Chevron"),
    (Given("  ", "Chevron"), Why.NO_AMOUNT_CAME, "Chevron"),
    (Given("0", "Chevron"), Why.NO_AMOUNT_CAME, "Chevron"),
    (Given("0.00", "Chevron", decimal=True), Why.NO_AMOUNT_CAME, "Chevron"),
    (Given("$0.00"), Why.NOTHING_CAME, ""),
    (Given("-12.50"), Why.GIVEN_SIGN, "-12.50"),
    (Given("-12.50", decimal=True), Why.GIVEN_SIGN, "-12.50"),
    (Given("+12.50"), Why.GIVEN_SIGN, "+12.50"),
    (Given("12.50 tacos"), Why.UNIT, "12.50 tacos"),
    (Given("tacos"), Why.UNIT, "tacos"),
    (Given("1e3", decimal=True), Why.EXPONENT, "1e3"),
    (Given("1" * 16, decimal=True), Why.TOO_LONG, "1" * 16),
    (Given("12.505", decimal=True), Why.MORE_DECIMALS, "12.505"),
    (Given("1,23,456"), Why.GROUPING, "1,23,456"),
    (Given("12.50 €"), Why.OTHER_CURRENCY, "12.50 €"),
    (Given("1000000.01"), Why.OVER_CAP, "$1,000,000.00"),
    (Given("1", "x" * (LONGEST_NOTE + 1)), Why.LONG_NOTE, str(LONGEST_NOTE + 1)),
]


@pytest.mark.parametrize(("given", "why", "word"), REFUSED)
def test_what_is_no_amount_is_refused(given: Given, why: Why, word: str) -> None:
    reading = read_given(given, DAY, SCOPE)

    assert isinstance(reading, Unreadable)
    assert (reading.why, reading.word) == (why, word)


def test_an_amount_that_can_be_read_in_two_ways_is_asked_about() -> None:
    reading = read_given(Given("1.250", "tacos", "fun"), DAY, SCOPE)

    assert isinstance(reading, Question)
    assert reading.about is About.AMOUNT
    assert [(choice.label, choice.total) for choice in reading.choices] == [
        (Label.AMOUNT, 125),
        (Label.AMOUNT, 125000),
    ]
    assert {entry.category for choice in reading.choices for entry in choice.entries} == {FUN}


@pytest.mark.parametrize(("scope", "amount", "minor"), [(SCOPE, "3.456", 345_600), (EUROS, "1,234", 123_400)])
def test_thousands_by_a_foreign_mark_are_asked_about_as_in_the_chat(scope: Scope, amount: str, minor: int) -> None:
    reading = read_given(Given(amount, "tacos", "fun"), DAY, scope)

    assert isinstance(reading, Question)
    assert (reading.about, [choice.total for choice in reading.choices]) == (About.AMOUNT, [minor])


@pytest.mark.parametrize("note", ["7-eleven 24h", "bus 42", "paid 20 back yesterday", "refund", "3 beers 18"])
def test_a_note_is_never_searched_for_numbers_days_or_the_way_of_the_money(note: str) -> None:
    reading = read_given(Given("4.20", note), DAY, SCOPE)

    assert isinstance(reading, Understood)
    assert reading.entry.note == note
    assert (reading.entry.amount, reading.entry.kind, reading.entry.day) == (420, Kind.EXPENSE, DAY)


CATEGORISED: list[tuple[Given, int, Offer]] = [
    (Given("1", "tacos", "fun"), FUN, Offer.NOTHING),
    (Given("1", "tacos", "Predictable Necessities"), NEEDS, Offer.NOTHING),
    (Given("1", "tacos", "predictable_necessities"), NEEDS, Offer.NOTHING),
    (Given("1", "coffee", "GAS"), NEEDS, Offer.NOTHING),
    (Given("1", "tacos", "pred"), NEEDS, Offer.NOTHING),
    (Given("1", "groceries milk"), NEEDS, Offer.NOTHING),
    (Given("1", "Blue Bottle"), OTHER, Offer.CATEGORIES),
    (Given("1"), OTHER, Offer.CATEGORIES),
]


@pytest.mark.parametrize(("given", "category", "offer"), CATEGORISED)
def test_the_category_is_the_one_that_is_given_or_that_the_note_tells(
    given: Given, category: int, offer: Offer
) -> None:
    reading = read_given(given, DAY, SCOPE)

    assert isinstance(reading, Understood)
    assert (reading.entry.category, reading.offer, reading.entry.note) == (category, offer, given.note)


def test_what_was_taught_for_a_note_holds() -> None:
    taught = Scope(SCOPE.money, CATEGORIES, DAY, {"blue bottle": FUN}.get)

    reading = read_given(Given("1", "Blue Bottle"), DAY, taught)

    assert isinstance(reading, Understood)
    assert (reading.entry.category, reading.offer) == (FUN, Offer.TAUGHT)


@pytest.mark.parametrize("category", ["Dining out", "Old"])
def test_a_category_that_there_is_not_is_asked_about(category: str) -> None:
    reading = read_given(Given("1", "tacos", category), DAY, SCOPE)

    assert isinstance(reading, Question)
    assert reading.about is About.SPENDING
    categories = {entry.category for choice in reading.choices for entry in choice.entries}
    assert {FUN, NEEDS, OTHER} <= categories
    assert OLD not in categories


@pytest.mark.parametrize("kind", [Kind.PAYCHECK, Kind.EXTRA])
def test_money_in_has_no_category(kind: Kind) -> None:
    reading = read_given(Given("1500", "Acme", "fun", kind), DAY, SCOPE)

    assert isinstance(reading, Understood)
    assert (reading.entry.kind, reading.entry.category, reading.offer) == (kind, None, Offer.NOTHING)


def test_a_refund_is_given_by_its_kind() -> None:
    reading = read_given(Given("5", "shoes", "fun", Kind.REFUND), DAY, SCOPE)

    assert isinstance(reading, Understood)
    assert (reading.entry.kind, reading.entry.category) == (Kind.REFUND, FUN)
