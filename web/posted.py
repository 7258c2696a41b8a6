"""The answer to what came in through a write door: what was understood, and nothing of what is in the budget beside it."""

import json
from html import escape
from typing import Any

from budget.budgets import Budget
from budget.entries import PARTS, Entry, RecordedEntry
from budget.errors import Why
from budget.grammar import About, Afford, CheckedTotal, DayHeading, NameAlone, Reading, Unreadable
from budget.posting import Posted
from budget.receipts import Receipt
from budget.states import OpenQuestion
from words import days, doors, questions
from words import entries as of_entries
from words import receipts as say
from words.markup import NO_BREAK, plain
from words.refusals import refusal
from words.voice import Voice, Voices

Json = dict[str, Any]


def answer_of(voices: Voices, posted: Posted) -> str:
    """Return the answer as JSON: ``lines`` in the order of the text, and all their sentences as ``said``."""
    receipt = posted.receipt
    voice = voices(receipt.budget.language)
    order = receipt.state.order or tuple(range(len(receipt.readings)))
    addresses = order if len(order) == len(receipt.readings) else tuple(range(len(receipt.readings)))
    lines = [
        _line(voice, text, reading, address, receipt)
        for (text, reading), address in zip(receipt.readings, addresses, strict=True)
    ]
    if posted.unknown:
        lines[0]["sentence"] += f" {doors.unknown_category(voice, posted.unknown)}"
    return json.dumps({"lines": lines, "said": "\n".join(line["sentence"] for line in lines)})


def _line(voice: Voice, text: str, reading: Reading, address: int, receipt: Receipt) -> Json:
    budget = receipt.budget
    held = next((one for one in receipt.state.entries if one.line % PARTS == address), None)
    asked = next((one for one in receipt.state.questions if one.line == address), None)
    if held is not None:
        state, sentence = "recorded", _recorded(voice, held.entry, receipt)
    elif asked is not None:
        state, sentence = "asked", _question(voice, asked, text, budget)
    else:
        state, sentence = _unrecorded(voice, reading, receipt)
    entry = None if held is None else _entry(held, budget)
    # A program may compare it.
    return {"text": text, "state": state, "sentence": sentence.replace(NO_BREAK, " "), "entry": entry}


def _entry(held: RecordedEntry, budget: Budget) -> Json:
    entry = held.entry
    return {
        "id": f"{held.message}.{held.line}",
        "kind": entry.kind.value,
        "amount": budget.money.plain(entry.amount),
        "currency": budget.money.currency.code,
        "category": None if entry.category is None else budget.category(entry.category).key,
        "day": entry.day.isoformat(),
        "note": entry.note,
    }


def _recorded(voice: Voice, entry: Entry, receipt: Receipt) -> str:
    budget = receipt.budget
    amount = budget.money.written(entry.amount)
    written = of_entries.amount(voice, entry.kind, f"{entry.working} = {amount}" if entry.working else amount)
    parts = [of_entries.with_note(voice, written, entry.note) if entry.note else written]
    if entry.category is not None:
        parts.append(budget.category(entry.category).name)
    if entry.day != receipt.today:
        parts.append(days.day(voice, entry.day, receipt.today))
    return of_entries.recorded(voice, " · ".join(parts))


def _question(voice: Voice, asked: OpenQuestion, text: str, budget: Budget) -> str:
    first = next(choice for choice in asked.choices if choice.entries)
    entry, own = first.entries[0], budget.money.currency.code
    if first.currency not in {None, own}:
        return questions.shall_it_be_in(voice, text, str(first.currency), own)
    amount = budget.money.written(first.total)
    if asked.about in {About.AMOUNT, About.CURRENCY} and len(asked.choices) == 1:
        return questions.is_it_the_amount(voice, text, amount, budget.money)
    return questions.question(voice, asked.about, entry.kind, text, amount)


def _unrecorded(voice: Voice, reading: Reading, receipt: Receipt) -> tuple[str, str]:
    money, today = receipt.budget.money, receipt.today
    match reading:
        case DayHeading(day):
            return "read", plain(say.day_of_lines(voice, days.day(voice, day, today)))
        case CheckedTotal(said, summed) if said == summed:
            return "read", plain(say.total_agrees(voice, money.written(said)))
        case CheckedTotal(said, summed):
            return "read", plain(say.total_differs(voice, money.written(summed), money.written(said)))
        case Unreadable(why, word):
            pass
        case Afford():
            why, word = Why.PLAN, ""
        case NameAlone():
            why, word = Why.NO_AMOUNT, ""
        case _:
            return "refused", plain(say.not_recorded_any_more(voice))
    return "refused", plain(refusal(voice, why, escape(word), escape(word), money))
