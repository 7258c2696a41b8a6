"""What every language has, and what its readings are. A new folder in languages/ is held to the same."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from babel.dates import get_day_names, get_month_names

from budget.categories import STARTERS
from budget.characters import undirected
from budget.grammar import Scope, vocabulary_for
from budget.grammar.every import LONGEST_MONTH_END
from budget.grammar.orders import payday_said
from budget.schedules import every_days
from languages import ENGLISH, FOLDERS, calendar_of, vocabulary_of
from languages.vocabulary import LONGEST, Vocabulary
from tests.batches import at_once
from tests.budget.grammar.judge import examples_in, misread, outcome_of, scope_of
from words import schedules
from words.voice import voice_of

ROOM = Path(__file__).parent.parent.parent / "languages"
OTHERS = [tag for tag in FOLDERS if tag != ENGLISH]
NEEDED = (
    "weekdays weekday_shorts months relative_days future_days last_words ago_units small_numbers units number_words about_words "
    "with_words for_words plus_words tip_words total_words and_words half_words talk_verbs question_words plans income self_words "
    "refunds came_in from_words debits transfers little_words tells every_words recurring_days recurring_months openings "
    "delete_words restore_words yes_words no_words answers builtin courtesies part_openings list_words largest_words over_words"
).split()
"""Tables that every language needs."""
ENOUGH_WORDS = 150
ENOUGH_READINGS = 60
MOST_BYTES = 5_000_000
"""What all languages but English may add to the image."""


READINGS = {tag: examples_in(ROOM / FOLDERS[tag] / "readings.jsonl") for tag in OTHERS}


@pytest.mark.parametrize("readings", [part for tag in OTHERS for part in at_once(tag, READINGS[tag])])
def test_texts_are_read_in_the_budgets_language(readings: Sequence[dict[str, Any]]) -> None:
    def own_scope(reading: dict[str, Any]) -> Scope:
        return replace(scope_of(reading["budget"]), vocabulary=vocabulary_for(reading["language"]))

    assert [wrong for reading in readings for wrong in misread(reading, own_scope(reading))] == []


@pytest.mark.parametrize("tag", OTHERS)
def test_a_language_is_whole(tag: str) -> None:
    vocabulary = vocabulary_of(tag)

    assert vocabulary.language == tag
    assert [name for name in NEEDED if not getattr(vocabulary, name)] == []
    assert sorted(set(vocabulary.weekdays.values())) == list(range(7))
    assert sorted(set(vocabulary.months.values())) == list(range(1, 13))
    assert set(vocabulary.builtin) <= {new.key for new in STARTERS}
    assert sum(len(words) for words in vocabulary.builtin.values()) >= ENOUGH_WORDS
    assert len(READINGS[tag]) >= ENOUGH_READINGS
    assert {reading["language"] for reading in READINGS[tag]} == {tag}


def _words_of(vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    for field in fields(Vocabulary):
        table = getattr(vocabulary, field.name)
        if field.name in {"language", "plurals", "inflections", "count_endings", "no_plurals", "denials"}:
            continue
        if field.name == "builtin":
            table = [word for words in table.values() for word in words]
        for word in table:
            yield field.name, " ".join(word) if isinstance(word, tuple) else word


@pytest.mark.parametrize("tag", FOLDERS)
def test_words_are_written_as_they_are_compared(tag: str) -> None:
    vocabulary = vocabulary_of(tag)

    for table, word in _words_of(vocabulary):
        assert word == word.lower() == " ".join(word.split()), (table, word)
        assert len(word.split()) <= (LONGEST_MONTH_END if table == "month_ends" else max(LONGEST, 5)), (table, word)
        if isinstance(getattr(vocabulary, table), Mapping):
            continue
        if all(isinstance(one, str) for one in getattr(vocabulary, table)):
            assert " " not in word, (table, word)


@pytest.mark.parametrize("tag", FOLDERS)
def test_days_are_named_as_cldr_names_them(tag: str) -> None:
    calendar, locale = calendar_of(tag), tag.replace("-", "_")
    names = [get_day_names("wide", "stand-alone", locale), get_day_names("wide", "format", locale)]

    for n, name in enumerate(calendar.weekdays):
        assert name.casefold() in {one[n].casefold() for one in names}
    months = [get_month_names("wide", "stand-alone", locale), get_month_names("wide", "format", locale)]
    for n, name in enumerate(calendar.months, 1):
        assert name.casefold() in {one[n].casefold() for one in months}


@pytest.mark.parametrize("tag", OTHERS)
def test_the_names_of_days_are_read(tag: str) -> None:
    vocabulary, calendar = vocabulary_of(tag), calendar_of(tag)

    for n, name in enumerate(calendar.weekdays):
        assert vocabulary.weekdays[name.casefold().replace("ʼ", "'")] == n
    for n, name in enumerate(calendar.months, 1):
        assert vocabulary.months[name.casefold()] == n


@pytest.mark.parametrize("tag", OTHERS)
def test_english_is_read_beside_every_language(tag: str) -> None:
    scope = replace(scope_of("us"), vocabulary=vocabulary_for(tag))

    for text, day, category in (
        ("12.50 fun tacos yesterday", 24, 1),
        ("groceries 54.20", 25, 2),
        ("refund 5 fun", 25, 1),
    ):
        (entry,) = outcome_of(text, scope).entries
        assert (entry.day.day, entry.category) == (day, category), text


@pytest.mark.parametrize("tag", FOLDERS)
def test_a_schedule_is_said_as_it_is_read(tag: str) -> None:
    scope = replace(scope_of("us"), vocabulary=vocabulary_for(tag))

    for n in range(7):
        every = every_days(7, scope.today + timedelta(days=(n - scope.today.weekday()) % 7))
        assert payday_said(undirected(schedules.schedule(voice_of(tag), every, scope.today)), scope) == (every,)


def test_the_languages_add_less_to_the_image_than_they_may() -> None:
    fonts = ROOM.parent / "web" / "fonts"
    shipped = [
        one for tag in OTHERS for kind in ("py", "mo", "json") for one in (ROOM / FOLDERS[tag]).glob(f"*.{kind}")
    ]
    shipped += [fonts / "NotoSansArabic-Regular.ttf", fonts / "NotoSansJP-Regular.otf"]

    assert len(shipped) > 5 * len(OTHERS)
    assert sum(one.stat().st_size for one in shipped) < MOST_BYTES
