"""Words that are glued to others, phrases that are one word, and numbers with a scale word, in the languages that write so."""

from dataclasses import replace
from datetime import date

import pytest

from budget.categories import STARTERS, Category
from budget.currencies import currency_named
from budget.grammar import Question, Scope, Understood, Unreadable, read_line, vocabulary_for
from budget.grammar.words import split_words
from budget.locales import locale_named
from budget.money import Money
from tests.budget.grammar.judge import scope_of

ARABIC = vocabulary_for("ar")
WEDNESDAY = date(2026, 11, 25)


def arabic(currency: str = "EGP", *, keywords: tuple[str, ...] = ()) -> Scope:
    money = Money(currency_named(currency), locale_named("ar_EG"))
    categories = tuple(
        Category(n, new.key, new.name, keywords if new.key == "fun" else new.keywords, 0)
        for n, new in enumerate(STARTERS, 1)
    )
    return Scope(money, categories, WEDNESDAY, vocabulary=ARABIC)


INDONESIAN = replace(scope_of("id"), vocabulary=vocabulary_for("id"))


def said(text: str, scope: Scope) -> str:
    """Return what is recorded, or the amounts that are asked about."""
    reading = read_line(text, scope)
    match reading:
        case Understood(entry):
            return f"{scope.money.plain(entry.amount)} {entry.note}".strip()
        case Question(_, choices):
            return "asks " + " ".join(scope.money.plain(choice.total) for choice in choices)
        case Unreadable(why):
            return why.name.lower()
        case _:
            return str(reading)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("وقهوة", ["و", "قهوه"]),
        ("للدكتور", ["لل", "دكتور"]),
        ("القهوة", ["القهوه"]),  # the article is part of the word
        ("وقود", ["وقود"]),  # a word of its own
        ("وزغلول", ["وزغلول"]),  # nobody knows what it is glued to
        ("ب50", ["ب", "50"]),
        ("بـ50", ["ب", "50"]),
        ("ب£50", ["ب", "£50"]),
        ("ب", ["ب"]),
        ("24 تشرين الثاني", ["24", "نوفمبر"]),
        ("تشرين", ["تشرين"]),
        ("أُولَى", ["اولي"]),
    ],
)
def test_words_are_taken_apart_and_put_together(text: str, found: list[str]) -> None:
    assert [word.folded for word in split_words(text, arabic().money, ARABIC)] == found


@pytest.mark.parametrize(
    ("text", "currency", "found"),
    [
        ("ايجار 25 ألف", "IQD", "25000.000 ايجار"),
        ("ايجار 2.5 مليون", "IQD", "2500000.000 ايجار"),
        ("ايجار 1 مليون 200 الف", "IQD", "1200000.000 ايجار"),
        ("ايجار 1 مليون و 200 الف دينار", "IQD", "1200000.000 ايجار"),
        ("ايجار 3 آلاف و500", "IQD", "3500.000 ايجار"),
        ("ايجار 3 آلاف و500 دينار", "IQD", "3500.000 ايجار"),
        ("25 ألف دينار ايجار", "IQD", "25000.000 ايجار"),
        ("25 ألف عراقي", "IQD", "25000.000 عراقي"),
        ("2 ألف 3 مليون", "IQD", "asks 2000.000 3000000.000"),
        ("ايجار 25 الف، 300 خبز", "IQD", "asks 25300.000 25000.000 300.000"),
        ("ايجار 3 آلاف و 50 شاي", "IQD", "asks 3050.000 3000.000 50.000"),
        ("25 ألف دولار ايجار", "IQD", "other_currency"),
        ("3×2 ألف ايجار", "IQD", "6000.000 ايجار"),
        ("1.2.3 ألف ايجار", "IQD", "unit"),
        ("ايجار مليون و 200", "IQD", "number_word"),
        ("ألفين و500 راتب", "IQD", "number_word"),
        ("خبز و 200", "IQD", "200.000 خبز"),
        ("5 آلاف ايجار", "EGP", "5000.00 ايجار"),
        ("5 آلاف ايجار", "AED", "asks 5000.00"),  # seldom so large
        ("-25 ألف ايجار", "IQD", "25000.000 ايجار"),
    ],
)
def test_scale_words_multiply_where_amounts_are_large(text: str, currency: str, found: str) -> None:
    assert said(text, arabic(currency)) == found


def test_own_words_are_known_with_and_without_the_article() -> None:
    scope = arabic(keywords=("كافيه", "النادي"))

    for word in ("كافيه", "الكافيه", "كافية", "نادي", "النادى"):
        reading = read_line(f"{word} 20", scope)
        assert isinstance(reading, Understood)
        assert reading.entry.category == 1, word


@pytest.mark.parametrize(
    ("text", "note"), [("بقالة ب50", "بقالة"), ("ب 50 بقالة", "بقالة"), ("بقالة بمبلغ 50", "بقالة"), ("شاي 5؟", "")]
)
def test_what_only_opens_an_amount_is_no_part_of_the_note(text: str, note: str) -> None:
    reading = read_line(text, arabic())

    assert (reading.entry.note if isinstance(reading, Understood) else "") == note


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("kopi 18rb", "18000.00 kopi"),
        ("kopi25rb", "25000.00 kopi"),
        ("bensin Rp 50 ribu", "50000.00 bensin"),
        ("kos 1,2jt", "1200000.00 kos"),
        ("cicilan 1jt 250rb", "1250000.00 cicilan"),
        ("nasi 3 x 15rb", "45000.00 nasi"),
        ("netflix 54rb/bulan", "54000.00 netflix"),
        ("2 kopi 36k", "36000.00 2 kopi"),
        ("cicilan 20 12 750rb", "asks 12750000.00 20.00 12.00 750000.00"),
        ("kopi 25", "asks 25000.00 25.00"),  # nothing costs 25
        ("25", "asks 25000.00 25.00"),
        ("-25 kopi", "asks 25000.00 25.00"),
        ("kopi 2x25", "asks 50000.00 50.00"),
        ("kopi 1000", "1000.00 kopi"),
        ("kopi Rp25", "25.00 kopi"),
        ("kopi 18,000", "asks 18.00 18000.00"),
    ],
)
def test_thousands_are_everyday_amounts(text: str, found: str) -> None:
    assert said(text, INDONESIAN) == found
