"""Turkish: endings behind an apostrophe, endings of nouns, and the two letters i."""

from dataclasses import replace

import pytest

from budget.categories import folded
from budget.grammar import Afford, Scope, read_line, vocabulary_for
from budget.grammar.naming import other_forms
from budget.grammar.orders import bill_said
from budget.grammar.words import split_words
from languages import vocabulary_of
from tests.budget.grammar.judge import outcome_of, scope_of


def _scope() -> Scope:
    return replace(scope_of("tr"), vocabulary=vocabulary_for("tr"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Migros'tan 250", ["migros", "'tan", "250"]),
        ("BİM’den, 250", ["bim", "'den", "250"]),
        ("saat 8'de", ["saat", "8", "'de"]),
        ("24'ünde", ["24", "'ünde"]),
        ("24ünde 5m", ["24", "'ünde", "5m"]),
        ("3 de", ["3", "de"]),
        ("250 TL'ye", ["250", "tl", "'ye"]),
        ("McDonald's", ["mcdonald's"]),
        ("A101'den", ["a101", "'den"]),
        ("KASIM'IN", ["kasim", "'in"]),
    ],
)
def test_an_ending_behind_an_apostrophe_is_a_word(text: str, words: list[str]) -> None:
    scope = _scope()

    found = split_words(text, scope.money, scope.vocabulary)

    assert [word.folded for word in found] == words
    assert "".join(word.raw for word in found) == text.replace(" ", "")


def test_a_language_without_endings_reads_an_apostrophe_as_before() -> None:
    assert [word.folded for word in split_words("Migros'tan", scope_of("us").money, scope_of("us").vocabulary)] == [
        "migros'tan"
    ]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("250'ye kitap", "kitap"),
        ("kitap 250 TL'ye", "kitap"),
        ("ayın 3'ünde kitap 250", "kitap"),
        ("Migros'tan 250", "Migros'tan"),
    ],
)
def test_an_ending_leaves_the_note_with_its_word(text: str, note: str) -> None:
    (entry,) = outcome_of(text, _scope()).entries

    assert entry.note == note


@pytest.mark.parametrize("text", ["KIRMIZI", "kırmızı", "KİRMİZİ", "kirmizi", "Kırmızı"])
def test_both_letters_i_are_compared_as_one(text: str) -> None:
    assert folded(text) == "kirmizi"


@pytest.mark.parametrize(
    ("word", "form"),
    [("kahve", "kahveye"), ("yemek", "yemeği"), ("ilaç", "ilaca"), ("market", "marketten"), ("kitap", "kitabı")],
)
def test_a_noun_is_known_with_its_endings(word: str, form: str) -> None:
    assert folded(form) in other_forms(word, vocabulary_of("tr"))


def test_a_noun_loses_nothing() -> None:
    assert "sinem" not in other_forms("sinema", vocabulary_of("tr"))


@pytest.mark.parametrize("text", ["KIRA 500", "KİRA 500", "kirayı ödedim 500", "Kira'ya 500"])
def test_what_is_bought_is_found_in_every_spelling(text: str) -> None:
    (entry,) = outcome_of(text, _scope()).entries

    assert entry.category == 2


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("kira 18500 ayın 5'i", (5,)),
        ("kira 18500 her ayın 5'inde", (5,)),
        ("kira 18500 ayın 1'i ve 15'i", (1, 15)),
        ("kira 18500 on the 5th", (5,)),
    ],
)
def test_a_bill_is_due_on_a_day_of_the_month(text: str, days: tuple[int, ...]) -> None:
    (schedule,) = bill_said(text, _scope()).schedules

    assert schedule.days == days


def test_thousands_of_a_number_that_can_be_read_in_two_ways_are_refused() -> None:
    outcome = outcome_of("kira 1,250 bin", _scope())

    assert not outcome.entries
    assert not outcome.questions


@pytest.mark.parametrize(
    "text", ["500 harcayabilir miyim", "500 TL'ye ayakkabı alabilir miyim?", "500 lira yeter mi", "can I afford 500"]
)
def test_a_question_whether_money_is_there_is_understood(text: str) -> None:
    reading = read_line(text, _scope())

    assert isinstance(reading, Afford)
    assert reading.amount == 50000
