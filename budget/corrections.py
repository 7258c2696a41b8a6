"""What a reply says about an entry or a question: another amount, category, day or note, an answer, or that it goes.

Correction(entry)      the entry as it should be; ``sure`` where nothing but amount, category and day was said
Removal(undone)        delete it, or restore it
Chosen(choice, entry)  an answer to a question: the number of the choice, and its entries as they were said
Declined()             the answer is No
Unreadable(why, word)  it can't be read
None                   it says nothing of the kind
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from budget.categories import folded
from budget.entries import Entry, Kind
from budget.errors import Why
from budget.grammar import (
    About,
    Evidence,
    Label,
    NameAlone,
    Offer,
    Question,
    Reading,
    Scope,
    Understood,
    Unreadable,
    read_line,
    spaced,
)
from budget.states import OpenQuestion
from languages.vocabulary import Vocabulary, spelled

_LINE = re.compile(r"#?([0-9]{1,2})(?::\s+|\)\s*)(\S.*)", re.DOTALL)
_LABELS = {
    "spent": frozenset({Label.SPENT}),
    "refund": frozenset({Label.REFUND}),
    "paycheck": frozenset({Label.PAYCHECK}),
    "extra": frozenset({Label.EXTRA, Label.CAME_IN}),
    "entries": frozenset({Label.ENTRIES}),
    "all": frozenset({Label.ENTRIES, Label.IN_ALL}),
    "new": frozenset({Label.NEW_PERIOD}),
    "adds": frozenset({Label.ADDS}),
}
"""What the words of `Vocabulary.answers` choose."""
_EDGES = ",.:;!،؛"
_NEVER = date(1, 1, 1)  # a day that nobody says


@dataclass(frozen=True, slots=True)
class Correction:
    """An entry as it should be; where it is not ``sure``, a tap has to confirm it."""

    entry: Entry
    sure: bool = True
    others: tuple[Entry, ...] = ()
    """What else it could mean."""
    fresh: Entry | None = None
    """What it says as an entry of its own, where it has an amount and a note."""


@dataclass(frozen=True, slots=True)
class Removal:
    """An entry is to be undone, or restored; ``everything`` where all of them are."""

    undone: bool
    everything: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    """The number of the choice that answers a question, and its entries as the reply has them."""

    choice: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Declined:
    """A question is answered with No."""


class Addressed(NamedTuple):
    """What a reply says, and the number of the line that it says it of."""

    line: int | None
    text: str


def addressed(text: str, vocabulary: Vocabulary) -> Addressed:
    """Return a reply's line number (`2: 15`, `delete 2`) and the rest of it."""
    text = text.strip()
    if (found := _LINE.fullmatch(text)) is not None:
        return Addressed(int(found[1]), found[2])
    words = text.split()
    verbs = vocabulary.delete_words | vocabulary.restore_words
    if len(words) == 2 and folded(words[0]) in verbs and words[1].isdecimal() and len(words[1]) <= 2:
        return Addressed(int(words[1]), words[0])
    return Addressed(None, text)


def removal(text: str, vocabulary: Vocabulary) -> Removal | None:
    """Return what `delete`, `wrong, delete` and `restore` say, None for anything else."""
    words = [word for word in (_compared(one) for one in spaced(text, vocabulary).split()) if word]
    verbs = vocabulary.delete_words | vocabulary.restore_words
    while len(words) > 1 and words[0] in vocabulary.openings - vocabulary.not_openings - verbs:
        words = words[1:]
    everything = len(words) > 1 and words[-1] in vocabulary.everything_words
    word = _bare(words[:-1] if everything else words, vocabulary)
    if word in vocabulary.delete_words:
        return Removal(undone=True, everything=everything)
    return Removal(undone=False, everything=everything) if word in vocabulary.restore_words else None


def correction(text: str, old: Entry, scope: Scope) -> Correction | Unreadable | None:
    """Return an entry as a reply corrects it."""
    reading, priced = _read(_without_openings(text, scope.vocabulary), old.amount, replace(scope, heading=old.day))
    if isinstance(reading, Unreadable) and reading.why is not Why.NO_AMOUNT:
        return reading
    if isinstance(reading, Question):
        amounts = dict.fromkeys((one.amount, one.working) for way in reading.choices for one in way.entries)
        new, *others = (replace(old, amount=amount, working=working) for amount, working in amounts)
        return Correction(new, sure=False, others=tuple(others))
    if not isinstance(reading, Understood):
        return None
    said, fresh = reading.entry, read_line(text, scope)
    own = fresh.entry if priced and isinstance(fresh, Understood) else None
    category, note = _category_said(reading, scope)
    if said.kind not in {Kind.EXPENSE, old.kind}:
        return Correction(said, sure=False, fresh=own)
    new = replace(old, day=said.day)
    if priced:
        new = replace(new, amount=said.amount, working=said.working)
    sure = not note or folded(note) == folded(old.note)
    if not sure:
        new = replace(new, note=note)
    if category is not None:
        kind = old.kind if old.kind.is_spending else Kind.EXPENSE
        sure, new = sure and old.kind.is_spending, replace(new, kind=kind, category=category)
    return Correction(new, sure, fresh=None if sure else own)


def answer_of(text: str, question: OpenQuestion, scope: Scope) -> Chosen | Declined | None:
    """Return how a reply answers a question; None where it does not, or could mean several choices."""
    vocabulary = scope.vocabulary
    word = _bare([_compared(one) for one in spaced(text, vocabulary).split()], vocabulary)
    if word in vocabulary.no_words:
        return _no(question)
    if word in vocabulary.yes_words:
        return _yes(question, scope)
    if question.about is About.CURRENCY:
        return None  # its amounts are in no currency that a reply is read in
    choices = [(n, one.entries) for n, one in enumerate(question.choices) if one.entries]
    if word in vocabulary.answers:
        labels = _LABELS[vocabulary.answers[word]]
        fits = [(n, entries) for n, entries in choices if question.choices[n].label in labels]
        return Chosen(*fits[0]) if len(fits) == 1 else None
    reading, priced = _read(
        _without_openings(text, scope.vocabulary), choices[0][1][0].amount, replace(scope, heading=_NEVER)
    )
    if not isinstance(reading, Understood):
        return None
    category, note = _category_said(reading, scope)
    if note and not priced:
        return None
    if priced:
        asked = choices[0]
        choices = [(n, entries) for n, entries in choices if question.choices[n].total == reading.entry.amount]
        if not choices and question.about is About.AMOUNT:
            choices = [_with_amount(asked, reading.entry)]
    if reading.entry.day != _NEVER:
        choices = _on_day(choices, reading.entry.day)
    if category is not None:
        choices = _in_category(choices, category)
    elif question.about is About.SPENDING and len(choices) > 1:
        return None  # the amount is known; where it went is asked
    return Chosen(*choices[0]) if len(choices) == 1 else None


Numbered = list[tuple[int, tuple[Entry, ...]]]


def _with_amount(choice: tuple[int, tuple[Entry, ...]], said: Entry) -> tuple[int, tuple[Entry, ...]]:
    """Return the likeliest choice with another amount: who is asked for it may say one that was not offered."""
    number, (entry, *_) = choice
    return number, (replace(entry, amount=said.amount, working=said.working),)


def _on_day(choices: Numbered, day: date) -> Numbered:
    """Return the choices of a day; where none is of it, all of them on it."""
    having = [(n, entries) for n, entries in choices if any(one.day == day for one in entries)]
    return having or [(n, tuple(replace(one, day=day) for one in entries)) for n, entries in choices]


def _in_category(choices: Numbered, category: int) -> Numbered:
    """Return the choices in a category; where none is in it, those that spend, in it."""
    having = [(n, entries) for n, entries in choices if any(one.category == category for one in entries)]
    spending = [(n, entries) for n, entries in choices if all(one.kind.is_spending for one in entries)]
    return having or [(n, tuple(replace(one, category=category) for one in entries)) for n, entries in spending]


def _no(question: OpenQuestion) -> Chosen | Declined | None:
    adds = [n for n, one in enumerate(question.choices) if one.label is Label.ADDS]
    if adds:
        return Chosen(adds[0], question.choices[adds[0]].entries)
    declines = question.about in {About.SPENDING, About.AMOUNT, About.ENTRIES} or len(question.choices) == 1
    return Declined() if declines or any(not one.entries for one in question.choices) else None


def _yes(question: OpenQuestion, scope: Scope) -> Chosen | None:
    """Return what a Yes chooses: of categories the last resort, unless the line named one and so has it first."""
    numbers = [one.number for one in scope.categories if not one.removed]
    for n, choice in enumerate(question.choices):
        if choice.label is Label.NEW_PERIOD or len(question.choices) == 1:
            return Chosen(n, choice.entries)
        if question.about is About.SPENDING and choice.label is Label.CATEGORY:
            category = choice.entries[0].category
            named = n == 0 and category != next(one for one in numbers if one != scope.last_resort)
            if named or category == scope.last_resort:
                return Chosen(n, choice.entries)
    return None


def _read(text: str, amount: int, scope: Scope) -> tuple[Reading, bool]:
    """Read what a reply says, with the amount that is known where it names none; return whether it names one."""
    reading = read_line(text, scope)
    if isinstance(reading, NameAlone) or (
        isinstance(reading, Unreadable) and reading.why in {Why.NO_AMOUNT, Why.ONLY_A_DAY}
    ):
        return read_line(f"{scope.money.plain(amount)} {text}", scope) if text.strip() else reading, False
    return reading, True


def _category_said(reading: Understood, scope: Scope) -> tuple[int | None, str]:
    """Return the category that a reading names, and what is left of its note then: a keyword alone is no note."""
    entry = reading.entry
    words = [word.removeprefix("#") for word in folded(entry.note).split()]
    match = scope.names.own(words) if words else None
    if match is not None and match.words == len(words):
        return match.category.number, ""
    named = reading.offer is Offer.NOTHING and Evidence.NAMED in reading.evidence and entry.kind.is_spending
    return (entry.category if named else None), entry.note


def _compared(word: str) -> str:
    """Return a word of a reply as the tables have it, without the punctuation around it."""
    return spelled(folded(word).strip(_EDGES))


def _without_openings(text: str, vocabulary: Vocabulary) -> str:
    words = spaced(text, vocabulary).split()
    while len(words) > 1 and _compared(words[0]) in vocabulary.openings | {""}:
        text = text.partition(words.pop(0))[2]
    while len(words) > 1 and _compared(words[-1]) in vocabulary.please_words:
        text = text.rpartition(words.pop())[0]
    return text.strip("、。 ")


def _bare(words: Sequence[str], vocabulary: Vocabulary) -> str:
    """Return the one word that a reply is, without what may follow it: `delete it, please`."""
    said = [word for word in words if word]
    while len(said) > 1 and said[-1] in vocabulary.closings:
        said.pop()
    return said[0] if len(said) == 1 else ""
