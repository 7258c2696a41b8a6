"""The apostrophe: telephones write `’`, keyboards `'`, Ukrainian ones `ʼ`. It is one letter."""

from dataclasses import replace

import pytest

from budget.categories import as_compared, category_called, folded
from budget.entries import Entry
from budget.grammar import Question, Scope, Understood, lesson_keys, read_line
from tests.budget.grammar.judge import scope_of


def _entry(text: str, scope: Scope) -> Entry:
    reading = read_line(text, scope)
    assert isinstance(reading, Understood), reading
    return reading.entry


@pytest.mark.parametrize(
    ("budget", "text"),
    [
        ("us", "Trader Joe’s 40"),
        ("us", "McDonald’s 12"),
        ("us", "last night 12 Wendy’s"),
        ("us", "gym 30 at 7o’clock"),
        ("fr fr", "l’essence 40"),
        ("fr fr", "courses d’hier 40"),
        ("it it", "dell’acqua 3"),
        ("ua uk", "м’ясо 200 у п’ятницю"),
        ("ua uk", "мʼясо 200 у пʼятницю"),
        ("tr tr", "Migros’tan 250"),
        ("id id", "jum’at 40rb kopi"),
    ],
)
def test_every_apostrophe_is_read_as_the_straight_one(budget: str, text: str) -> None:
    scope = scope_of(budget)
    straight = _entry(text.replace("’", "'").replace("ʼ", "'"), scope)

    other = _entry(text, scope)

    assert replace(other, note=straight.note) == straight
    assert straight.category != scope.last_resort or "gym" in text


@pytest.mark.parametrize("text", ["what’s 40", "it’s 40", "doesn’t matter 40"])
def test_talk_is_talk_with_any_apostrophe(text: str) -> None:
    assert isinstance(read_line(text, scope_of("us")), Question)


def test_a_lesson_is_taught_with_the_straight_apostrophe() -> None:
    assert lesson_keys("Luigi’s") == lesson_keys("Luigi's") == ("luigi's",)


@pytest.mark.parametrize("kept", ["luigi's", "luigi’s", "luigiʼs"])
@pytest.mark.parametrize("said", ["Luigi's", "Luigi’s", "Luigiʼs"])
def test_a_lesson_is_found_however_it_was_kept(kept: str, said: str) -> None:
    scope = replace(scope_of("us"), taught={kept: 3}.get)

    assert _entry(f"12 {said}", scope).category == 3


def test_a_keyword_that_was_kept_with_the_other_apostrophe_is_found() -> None:
    scope = scope_of("us")
    fun = replace(scope.categories[0], keywords=("luigi’s",))
    scope = replace(scope, categories=(fun, *scope.categories[1:]))

    assert _entry("12 Luigi's", scope).category == fun.number
    assert category_called("luigi's", scope.categories) == fun


def test_names_are_compared_with_one_apostrophe() -> None:
    assert folded("Kid’s  Stuff") == as_compared("KIDʼS stuff") == "kid's stuff"
