"""One part of an entry, as somebody answers who was asked for that part alone: its amount, its day or its note."""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from budget.categories import folded
from budget.corrections import Correction, correction
from budget.entries import LONGEST_NOTE, Entry, Kind
from budget.errors import Why
from budget.grammar import Scope, Unreadable
from budget.grammar.commands import says_no
from budget.grammar.vocabulary import leading
from languages.vocabulary import Vocabulary

_NUMBERS = re.compile(r"\d+")
_OF_MONTH = re.compile(r"'?(\d{1,2})(\D*)")


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
    if part is Part.DAY and (day := _of_month(text, scope)) is not None:
        return Correction(replace(old, day=day))
    found = correction(text, old, scope)
    if isinstance(found, Unreadable):
        return found
    return _day_in(text, found, old) if part is Part.DAY else _amount_in(found, old)


def _day_in(text: str, found: Correction | None, old: Entry) -> Correction | Unreadable:
    if found is None or (found.entry.day == old.day and found.entry != old):
        return Unreadable(Why.NO_DAY)
    said = found.entry
    ways = [replace(old, day=one.day) for one in (said, *found.others)]
    if found.priced and said.amount != old.amount and _NUMBERS.findall(text) != [str(said.day.day)]:
        ways.append(said)  # `yesterday 15` may say the amount, too, but `mon 23` does not
    return _one_of(old, ways)


def _amount_in(found: Correction | None, old: Entry) -> Correction | Unreadable:
    read = () if found is None else (found.entry, *found.others)
    is_turned = any(one.kind is Kind.REFUND for one in read) and old.kind is not Kind.REFUND
    if found is not None and found.priced and not is_turned and found.entry.kind is old.kind:
        said = found.entry
        if (said.day, said.category) != (old.day, old.category):
            return found  # `15 yesterday`, `15 groceries`: nothing of it is dropped in silence
    if found is None or (_says_other_part(found.entry, old) and not is_turned):
        return Unreadable(Why.NO_AMOUNT)
    ways = [replace(old, amount=one.amount, working=one.working) for one in read]
    return _turned(old, ways) if is_turned else _one_of(old, ways)


def _says_other_part(said: Entry, old: Entry) -> bool:
    """Whether a correction leaves the amount, and changes something else."""
    return (said.amount, said.working) == (old.amount, old.working) and said != old


def _one_of(old: Entry, ways: Iterable[Entry]) -> Correction:
    """Return the only way, or ask which one is meant; one that changes nothing is no choice: `No, leave it` says the same."""
    each = dict.fromkeys(ways)
    first, *others = [one for one in each if one != old] or each
    return Correction(first, sure=len(each) == 1, others=tuple(others))


def _turned(old: Entry, ways: Sequence[Entry]) -> Correction:
    """Ask whether an amount below zero is money that came back: its sign is not dropped in silence."""
    refunds = [replace(one, kind=Kind.REFUND) for one in ways if one.kind.is_spending]
    return replace(_one_of(old, [*refunds, *ways]), sure=False)


def _of_month(text: str, scope: Scope) -> date | None:
    """Return the latest day that a number can be, as the day of a month: who was asked for a day says no amount.

    Beside the number are words alone that lead to a day: `20`, `am 20.`, `le 20`, `20 числа`.
    """
    vocabulary = scope.vocabulary
    openers = vocabulary.number_openers | {(one,) for one in vocabulary.day_openers | vocabulary.articles}
    words = folded(text).replace("'", " '").split()
    while opening := leading(words[:2], openers):
        words = words[opening:]
    said = _OF_MONTH.fullmatch(words[0]) if words else None
    endings = {"", ".", *vocabulary.ordinal_endings}
    if said is None or said[2] not in endings or not vocabulary.day_nouns | vocabulary.dates_after >= {*words[1:]}:
        return None
    for back in range(12):
        year, month = divmod(scope.today.year * 12 + scope.today.month - 1 - back, 12)
        with suppress(ValueError):  # no such day in that month, or none at all
            day = date(year, month + 1, int(said[1]))
            if day <= scope.today:
                return day
    return None
