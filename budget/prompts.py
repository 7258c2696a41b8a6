"""One part of an entry, as somebody answers who was asked for that part alone: its amount, its day or its note."""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from budget.corrections import Correction, correction
from budget.entries import LONGEST_NOTE, Entry, Kind
from budget.errors import Why
from budget.grammar import Scope, Unreadable
from budget.grammar.commands import says_no
from languages.vocabulary import Vocabulary

_OF_MONTH = re.compile(r"\s*(\d{1,2})\.?\s*")


class Part(StrEnum):
    """What is asked for; the value is how buttons write it."""

    AMOUNT = "a"
    DAY = "d"
    NOTE = "n"


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question for one part of the entry in a line of a message, by the message's stored number."""

    message: int
    line: int
    part: Part


def gives_up(text: str, part: Part, vocabulary: Vocabulary) -> bool:
    """Whether an answer says no more than that nothing is to be changed: `no`, `never mind`; `delete` is a note of its own."""
    return says_no(text, vocabulary, frozenset() if part is Part.NOTE else vocabulary.delete_words)


def answered(text: str, part: Part, old: Entry, scope: Scope) -> Correction | Unreadable:
    """Return an entry with the part that was asked for as the answer says it, or why that can't be read."""
    if part is Part.NOTE:
        note = " ".join(text.split())
        if len(note) > LONGEST_NOTE:
            return Unreadable(Why.LONG_NOTE, str(len(note)))
        return Correction(replace(old, note=note))
    if part is Part.DAY and (day := _of_month(text, scope.today)) is not None:
        return Correction(replace(old, day=day))
    found = correction(text, old, scope)
    if isinstance(found, Unreadable):
        return found
    if part is Part.DAY:
        if found is None or (found.entry.day == old.day and found.entry != old):
            return Unreadable(Why.NO_DAY)
        return _one_of(replace(old, day=one.day) for one in (found.entry, *found.others))
    if found is None or ((found.entry.amount, found.entry.working) == (old.amount, old.working) and found.entry != old):
        return Unreadable(Why.NO_AMOUNT)
    read = found.entry, *found.others
    ways = [replace(old, amount=one.amount, working=one.working) for one in read]
    is_turned = any(one.kind is Kind.REFUND for one in read) and old.kind is not Kind.REFUND
    return _turned(ways) if is_turned else _one_of(ways)


def _one_of(ways: Iterable[Entry]) -> Correction:
    first, *others = dict.fromkeys(ways)
    return Correction(first, sure=not others, others=tuple(others))


def _turned(ways: Sequence[Entry]) -> Correction:
    """Ask whether an amount below zero is money that came back: its sign is not dropped in silence."""
    refunds = [replace(one, kind=Kind.REFUND) for one in ways if one.kind.is_spending]
    first, *others = dict.fromkeys([*refunds, *ways])
    return Correction(first, sure=False, others=tuple(others))


def _of_month(text: str, today: date) -> date | None:
    """Return the latest day that a number alone can be, as the day of a month: who was asked for a day says no amount."""
    said = _OF_MONTH.fullmatch(text)
    if said is None:
        return None
    for back in range(12):
        year, month = divmod(today.year * 12 + today.month - 1 - back, 12)
        with suppress(ValueError):  # no such day in that month, or none at all
            day = date(year, month + 1, int(said[1]))
            if day <= today:
                return day
    return None
