"""Judges what the grammar makes of the examples in tests/budget/grammar/examples, without the bot: see `judged`.

An example says what is wanted of a message: entries, a question with amounts on offer, a refusal, silence. The texts of replies
(``says``) belong to the bot's tests; of a refusal this one holds only that its reason is not "no amount" where that is excluded.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from budget.categories import STARTERS, Category
from budget.currencies import currency_named
from budget.entries import Entry
from budget.errors import Why
from budget.grammar import (
    Afford,
    CheckedTotal,
    Choice,
    DayHeading,
    Label,
    NameAlone,
    Question,
    Scope,
    Treatment,
    Understood,
    as_question,
    read,
    text_in_group,
    vocabulary_for,
)
from budget.locales import locale_named
from budget.money import Money
from languages import ENGLISH

TODAY = date(2026, 11, 25)  # a Wednesday
BUDGETS = {
    "us": "en_US USD", "gb": "en_GB GBP", "in": "en_IN INR", "de": "de_DE EUR", "fr": "fr_FR EUR", "ch": "de_CH CHF",
    "jp": "ja_JP JPY", "br": "pt_BR BRL", "es": "es_ES EUR", "it": "it_IT EUR", "nl": "nl_NL EUR", "pl": "pl_PL PLN",
    "ru": "ru_RU RUB", "ua": "uk_UA UAH", "at": "de_AT EUR", "ca": "fr_CA CAD", "mx": "es_MX MXN", "pt": "pt_PT EUR",
    "tr": "tr_TR TRY", "id": "id_ID IDR", "eg": "ar_EG EGP", "ae": "ar_AE AED",
    "ie": "en_IE EUR", "sg": "en_SG SGD", "cae": "en_CA CAD", "nz": "en_NZ NZD", "ng": "en_NG NGN",
}  # fmt: skip
CAME_IN = frozenset({Label.CAME_IN, Label.EXTRA, Label.PAYCHECK, Label.REFUND})


def scope_of(budget: str, today: date = TODAY) -> Scope:
    """Return what a message to a new budget is read against; `de de` is one that is read in German, too."""
    name, _, language = budget.partition(" ")
    locale, currency = BUDGETS[name].split()
    money = Money(currency_named(currency), locale_named(locale))
    categories = tuple(
        Category(number, new.key, new.name, new.keywords, new.limit * 10**money.currency.exponent)
        for number, new in enumerate(STARTERS, 1)
    )
    return Scope(money, categories, today, vocabulary=vocabulary_for(language or ENGLISH))


@dataclass
class Outcome:
    """What became of a message: what was recorded, the choices of each question, and why lines were refused."""

    entries: list[Entry]
    questions: list[tuple[Choice, ...]]
    refused: list[Why]
    silent: bool = False


def outcome_of(text: str, scope: Scope, *, group: bool = False) -> Outcome:
    """Return what becomes of a message."""
    outcome = Outcome([], [], [], silent=group)
    scope = replace(scope, shared=group, known=scope.names)
    readings = read(text, scope)
    treatments = text_in_group(readings, scope) if group else [Treatment.RECORD] * len(readings)
    for (_, read_as), treatment in zip(readings, treatments, strict=True):
        reading = read_as
        if group:
            if treatment in {Treatment.REACT, Treatment.SILENT}:
                continue
            outcome.silent = False
            if treatment is Treatment.ASK and isinstance(reading, Understood):
                reading = as_question(reading, scope)
        match reading:
            case Understood(entry):
                outcome.entries.append(entry)
            case Question(_, choices):
                outcome.questions.append(choices)
            case Afford():
                outcome.refused.append(Why.PLAN)  # it is answered, and nothing is recorded
            case NameAlone():
                outcome.refused.append(Why.NO_AMOUNT)
            case DayHeading() | CheckedTotal():
                pass
            case _:
                outcome.refused.append(reading.why)
    return outcome


def is_wanted(want: dict[str, Any], outcome: Outcome, scope: Scope) -> bool:
    """Whether an outcome is one of those that are wanted."""
    if "any" in want:
        return any(is_wanted(one, outcome, scope) for one in want["any"])
    if want.get("silent"):
        return outcome.silent
    if not _same_entries(want.get("entries", []), outcome.entries, scope):
        return False
    if want.get("refuse"):
        wrong = Why.NO_AMOUNT in outcome.refused and any("no amount" in said for said in want.get("says_not", ()))
        return bool(outcome.refused) and not outcome.questions and not wrong
    if "ask" in want:
        return _asks(want, outcome, scope)
    return not outcome.questions


def is_asked(outcome: Outcome) -> bool:
    """Whether nothing was recorded: a question or a refusal is a nuisance, never a loss."""
    return not outcome.entries


def _asks(want: dict[str, Any], outcome: Outcome, scope: Scope) -> bool:
    if not outcome.questions:
        return False
    choices = [choice for question in outcome.questions for choice in question]
    offered = {scope.money.plain(choice.total) for choice in choices}
    if not set(want["ask"]) <= offered:
        return False
    if "first" in want and scope.money.plain(outcome.questions[0][0].total) != want["first"]:
        return False
    return not want.get("comes_in") or any(choice.label in CAME_IN - {Label.REFUND} for choice in choices)


def _same_entries(wanted: list[dict[str, Any]], entries: list[Entry], scope: Scope) -> bool:
    left = list(entries)
    for one in wanted:
        found = next((entry for entry in left if _is_entry(one, entry, scope)), None)
        if found is None:
            return False
        left.remove(found)
    return not left


def _is_entry(wanted: dict[str, Any], entry: Entry, scope: Scope) -> bool:
    keys = {category.number: category.key for category in scope.categories}
    days = wanted["day"] if isinstance(wanted["day"], list) else [wanted["day"]]
    note = entry.note.casefold()
    return (
        entry.kind.value == wanted["kind"]
        and scope.money.plain(entry.amount) == wanted["amount"]
        and wanted.get("category", "*") in {"*", keys.get(entry.category or 0)}
        and entry.day.isoformat() in days
        and all(part.casefold() in note for part in wanted.get("note_has", ()))
        and not any(part.casefold() in note for part in wanted.get("note_lacks", ()))
    )


def examples_in(path: Path) -> list[dict[str, Any]]:
    """Return the examples of a table, a line of JSON each."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def misread(example: Mapping[str, Any], scope: Scope) -> list[tuple[str, str, Any]]:
    """Return what became of an example that is not read as wanted, with its name and text; nothing if it is."""
    outcome = outcome_of(example["text"], scope, group=example["chat"] == "group")
    return [] if is_wanted(example["want"], outcome, scope) else [(example["id"], example["text"], outcome)]
