"""Commands in every language: what is typed, and the English command that it is. The tables stand in `commands/`."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bot.commands import COMMANDS
from budget.budgets import Beginnings, Budget
from budget.categories import Category
from budget.currencies import currency_named
from budget.errors import Refused
from budget.grammar import Afford, Question, Scope, Understood, read_line
from budget.grammar.command_tables import compared
from budget.grammar.commands import (
    command_named,
    in_english,
    means,
    message_said,
    names_in,
    without_word,
)
from budget.grammar.orders import bill_said, payday_said
from budget.grammar.slots import SLOTS
from budget.locales import locale_named
from budget.looks import budget_begun
from budget.money import Money
from budget.payments import names_in as bill_names_in
from budget.territories import locale_of_language
from languages import ENGLISH, FOLDERS, SPOKEN, command_words_of, vocabulary_of
from languages.en.commands import COMMANDS as IN_ENGLISH
from tests.batches import at_once

TABLES = Path(__file__).parent / "commands"
ENOUGH = 25
"""Rows that each language has."""
SUNDAY = date(2026, 11, 22)
_TAUGHT: dict[str, int] = {}
BILLS = frozenset("rent miete loyer alquiler affitto huur czynsz aluguel аренда оренда 家賃 kira sewa إيجار".split())


def _rows() -> Iterator[tuple[str, str, str]]:
    for tag in SPOKEN:
        for line in (TABLES / f"{FOLDERS[tag]}.txt").read_text(encoding="utf-8").splitlines():
            typed, _, meant = line.partition(" | ") if " | " in line else line.rpartition(" = ")
            yield tag, typed, meant


ROWS = list(_rows())


@cache
def budget_in(language: str) -> Budget:
    locale = locale_named(locale_of_language(language) or "en_US")
    money = Money(currency_named("EUR"), locale)
    begun = budget_begun(1, Beginnings(money, "UTC", 0, language))
    return replace(begun, language=language)


def outcome(text: str, language: str) -> tuple[Any, ...]:
    """Return what a text comes to: a command with its words, the bill that it says is paid, a question, an entry or nothing."""
    budget = budget_in(language)
    if not text.startswith("/"):
        said = message_said(text, language, budget.has_name)
        return _of_line(text, language) if said is None else outcome(said, language)
    word, _, rest = text.removeprefix("/").partition(" ")
    name = word if word in COMMANDS else command_named(word, language) or word
    rest = in_english(name, rest, language, budget.has_name)
    scope = budget.scope(SUNDAY, _TAUGHT.get)
    if name == "payday" and rest != "auto":
        return name, payday_said(rest, scope)
    if name == "bill":
        return name, replace(bill_said(rest, scope), name="")
    return name, rest.lower()


def _of_line(text: str, language: str) -> tuple[Any, ...]:
    budget = budget_in(language)
    scope: Scope = budget.scope(SUNDAY, _TAUGHT.get)
    match read_line(text, scope):
        case Afford(amount):
            return "afford", amount
        case Understood() | Question():
            return ("entry",)
        case _:
            pass
    beside = budget.words.self_words | budget.words.articles
    paid = any(one in BILLS for rest in without_word(text, "paid", language) for one in bill_names_in(rest, beside))
    return ("paid",) if paid else ("nothing",)


@pytest.mark.parametrize("rows", at_once("commands", ROWS))
def test_commands_are_understood_in_the_budgets_language(rows: Sequence[tuple[str, str, str]]) -> None:
    wrong = []
    for tag, typed, meant in rows:
        wanted = (meant,) if meant in {"entry", "nothing"} else outcome(meant, ENGLISH)
        said = outcome(typed, tag)
        if said != (("paid",) if meant.startswith("paid ") else wanted):
            wrong.append((tag, typed, said))

    assert wrong == []


@pytest.mark.parametrize("tag", SPOKEN)
def test_a_language_says_every_command(tag: str) -> None:
    said = command_words_of(tag)

    assert sum(row[0] == tag for row in ROWS) >= ENOUGH
    assert list(said.names) == list(IN_ENGLISH.names)
    assert list(said.messages) == list(IN_ENGLISH.messages)
    assert list(said.words) == list(IN_ENGLISH.words)
    assert len(said.languages.split(",")) == len(SPOKEN)
    assert not any("," in name.strip(", ") for some in said.names.values() for name in some.split(", "))


def _said(some: str) -> list[str]:
    return [" ".join(one.split()) for one in some.split(",")]


@pytest.mark.parametrize("tag", SPOKEN)
def test_no_phrase_means_two_things(tag: str) -> None:
    said, budget = command_words_of(tag), budget_in(tag)

    for name, some in said.names.items():
        for one in _said(some):
            slashed = None if one in said.unslashed else name
            assert (command_named(one, tag), names_in(tag).get(compared(one))) == (slashed, slashed), one
    for command, some in said.messages.items():
        for one in _said(some):
            assert message_said(one, tag, lambda _: False) == f"/{command}", one
            assert not budget.has_name(one), one
    for command, slots in SLOTS.items():
        for group in (slots.whole, (*slots.first, *slots.verbs), slots.last):
            phrases: defaultdict[str, set[str]] = defaultdict(set)
            for word in group:
                for one in (*_said(said.words[word]), *_said(IN_ENGLISH.words[word])):
                    phrases[one].add(word)
            assert not {one for one, words in phrases.items() if len(words) > 1}, command


def test_the_slots_are_of_commands_that_there_are() -> None:
    assert set(SLOTS) <= set(COMMANDS)
    assert set(IN_ENGLISH.names) <= set(COMMANDS)
    words = {word for slots in SLOTS.values() for some in slots[:5] for word in some}
    assert words | {
        "at",
        "o'clock",
        "am",
        "pm",
        "paid",
        "quit",
        "edit",
        "set",
        "set limit",
        "correct",
        "at most",
        "to",
        "get paid",
    } == set(IN_ENGLISH.words)


@pytest.mark.parametrize("tag", SPOKEN)
def test_a_budget_has_the_names_that_it_shows(tag: str) -> None:
    budget = budget_in(tag)
    named = replace(budget, categories=(*budget.categories, Category(99, "food", "Food & Drink 2", (), 0)))

    for category in named.current:
        assert named.has_name(category.name), category.name
        assert named.category_called(category.name.lower()) == category.name
        assert not named.has_name(f"{category.name} xyz")


@pytest.mark.parametrize("tag", SPOKEN)
def test_the_words_of_a_terminal_are_no_commands(tag: str) -> None:
    for word in ("quit", "edit"):
        for one in _said(command_words_of(tag).words[word]):
            assert means(one.upper() if tag != "tr" else one, word, tag)
            assert message_said(one, tag, lambda _: False) is None


@pytest.mark.parametrize("tag", SPOKEN)
def test_a_category_and_a_bill_keep_their_own_names(tag: str) -> None:
    for command, some in command_words_of(tag).messages.items():
        assert message_said(_said(some)[0], tag, lambda _: True) is None, command
    assert in_english("limits", "fun none", tag, lambda _: True) == "fun none"
    assert in_english("bill", "time off", tag, lambda _: True) == "time off"
    assert in_english("bill", "bus stop", tag, lambda _: False) == "bus stop"
    assert message_said("bill time off", tag, lambda text: text == "time off") == "/bill time off"


@pytest.mark.parametrize("tag", SPOKEN)
def test_a_message_with_a_digit_is_no_command(tag: str) -> None:
    for some in (*command_words_of(tag).messages.values(), *command_words_of(tag).names.values()):
        for one in _said(some):
            assert message_said(f"{one} 12", tag, lambda _: False) is None
            assert message_said(f"12 {one}", tag, lambda _: False) is None


def test_what_no_language_says_stays_as_it_is_written() -> None:
    for tag in SPOKEN:
        assert in_english("week", "Zürich", tag, lambda _: False) == "Zürich"
        assert in_english("digest", "soon 8", tag, lambda _: False) == "soon 8"
        assert in_english("digest", "on", tag, lambda _: False) == "on"
        assert in_english("door", "off", tag, lambda _: False) == "off"
        assert in_english("remind", "8 am pm", tag, lambda _: False) == "8 am pm"
        assert in_english("settings", "language klingon", tag, lambda _: False) == "language klingon"


@pytest.mark.parametrize("text", ["0 haftada bir", "çok haftada bir", "haftada bir ev"])
def test_no_schedule_that_is_said_last(text: str) -> None:
    with pytest.raises(Refused):
        payday_said(text, budget_in("tr").scope(SUNDAY, _TAUGHT.get))


@pytest.mark.parametrize("tag", SPOKEN)
def test_what_restores_undoes_nothing(tag: str) -> None:
    for one in vocabulary_of(tag).restore_words | vocabulary_of(tag).yes_words | vocabulary_of(tag).no_words:
        assert message_said(one, tag, lambda _: False) is None, one


@pytest.mark.parametrize(
    ("tag", "asked"),
    [
        ("en", "When is payday?"),
        ("de", "Wann ist Zahltag?"),
        ("fr", "C'est quand la paie ?"),
        ("es", "¿Cuándo cobro?"),
        ("it", "Quando arriva lo stipendio?"),
        ("nl", "Wanneer komt mijn salaris?"),
        ("pl", "Kiedy wypłata?"),
        ("pt-BR", "Quando cai o salário?"),
        ("ru", "Когда зарплата?"),
        ("uk", "Коли зарплата?"),
        ("ja", "給料日はいつ？"),
        ("tr", "Maaş ne zaman?"),
        ("id", "Kapan gajian?"),
        ("ar", "متى الراتب؟"),
    ],
)
def test_the_payday_is_asked_for_in_words(tag: str, asked: str) -> None:
    assert message_said(asked, tag, lambda _: False) == "/period"


def test_a_no_behind_a_bill_is_part_of_its_name_where_nothing_is_denied() -> None:
    assert in_english("bill", "Netflix no", "es", lambda _name: False) == "Netflix no"
    assert in_english("bill", "Netflix adelantado no", "es", lambda _name: False) == "Netflix ahead off"
