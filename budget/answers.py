"""How a reply answers a question: which of its choices the words mean.

Chosen(choice, entries)  the number of the choice, and its entries as they were said
Declined()               the answer is No
None                     the words answer nothing, or could mean several choices
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from budget.characters import is_unseen
from budget.corrections import category_said, read_reply, without_openings
from budget.denials import compared, compared_words, lone_word
from budget.entries import Entry
from budget.grammar import About, Label, Scope, Understood
from budget.states import OpenQuestion

_LABELS = {
    "spent": frozenset({Label.SPENT}),
    "refund": frozenset({Label.REFUND}),
    "paycheck": frozenset({Label.PAYCHECK}),
    "extra": frozenset({Label.EXTRA, Label.CAME_IN}),
    "entries": frozenset({Label.ENTRIES}),
    "all": frozenset({Label.ENTRIES, Label.IN_ALL}),
    "new": frozenset({Label.NEW_PERIOD, Label.NEW_ENTRY}),
    "adds": frozenset({Label.ADDS}),
}
"""What the words of `Vocabulary.answers` choose."""
Labels = Sequence[tuple[int | None, str]]
"""What the buttons of a question say, with the number of the choice; None for those that record nothing."""
Numbered = list[tuple[int, tuple[Entry, ...]]]
_NEVER = date(1, 1, 1)  # a day that nobody says


@dataclass(frozen=True, slots=True)
class Chosen:
    """The number of the choice that answers a question, and its entries as the reply has them."""

    choice: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Declined:
    """A question is answered with No."""


def answer_of(text: str, question: OpenQuestion, scope: Scope, labels: Labels) -> Chosen | Declined | None:
    """Return how a reply answers a question; None where it does not, or could mean several choices.

    ``labels`` are what its buttons say.
    """
    vocabulary = scope.vocabulary
    labelled = _labelled(text, question, labels)
    if labelled is not None:
        return labelled
    word = lone_word(compared_words(text, vocabulary), vocabulary)
    if word in vocabulary.no_words:
        return _no(question)
    if word in vocabulary.yes_words:
        return _yes(question, scope)
    if question.about is About.CURRENCY:
        return None  # its amounts are in no currency that a reply is read in
    if question.about is About.CORRECTION and word not in vocabulary.answers:
        return None  # it says something else of the entry
    choices = [(n, one.entries) for n, one in enumerate(question.choices) if one.entries]
    if word in vocabulary.answers:
        chosen = _LABELS[vocabulary.answers[word]]
        fits = [(n, entries) for n, entries in choices if question.choices[n].label in chosen]
        return Chosen(*fits[0]) if len(fits) == 1 else None
    if question.about is About.DAY and len(found := _in_year(choices, text.strip())) == 1:
        return Chosen(*found[0])
    return _read_answer(text, question, scope, choices)


def _read_answer(text: str, question: OpenQuestion, scope: Scope, choices: Numbered) -> Chosen | None:
    """Return the choice whose amount, day and category a reply says."""
    reading, priced = read_reply(
        without_openings(text, scope.vocabulary), choices[0][1][0].amount, replace(scope, heading=_NEVER)
    )
    if not isinstance(reading, Understood):
        return None
    category, note = category_said(reading, scope)
    if note and not priced:
        return None
    if priced:
        asked = choices[0]
        choices = [(n, entries) for n, entries in choices if question.choices[n].total == reading.entry.amount]
        if not choices and question.about is About.AMOUNT:
            choices = [_with_amount(asked, reading.entry)]
    if reading.entry.day != _NEVER:
        choices = _on_day(choices, reading.entry.day, alone=question.about is About.DAY)
    if category is not None:
        choices = _in_category(choices, category)
    elif question.about is About.SPENDING and len(choices) > 1:
        return None  # the amount is known; where it went is asked
    return Chosen(*choices[0]) if len(choices) == 1 else None


def _labelled(text: str, question: OpenQuestion, labels: Labels) -> Chosen | Declined | None:
    """Return the choice whose button says what a reply says, with its amount or without; None where none or several do."""
    said = _words_of(text)
    found = {n for n, label in labels if said and _words_of(label) == said}
    if len(found) != 1:
        return None
    number = found.pop()
    return Declined() if number is None else Chosen(number, question.choices[number].entries)


def _words_of(label: str) -> list[str]:
    """Return the words of a label as they are compared: without what is around them and what is not seen."""
    seen = "".join(letter for letter in label if letter.isspace() or not is_unseen(letter))
    return [word for word in (compared(one).strip("‹›“”…") for one in seen.split()) if word]


def _in_year(choices: Numbered, year: str) -> Numbered:
    return [(n, entries) for n, entries in choices if f"{entries[0].day.year:04}" == year]


def _with_amount(choice: tuple[int, tuple[Entry, ...]], said: Entry) -> tuple[int, tuple[Entry, ...]]:
    """Return the likeliest choice with another amount: who is asked for it may say one that was not offered."""
    number, (entry, *_) = choice
    return number, (replace(entry, amount=said.amount, working=said.working),)


def _on_day(choices: Numbered, day: date, *, alone: bool) -> Numbered:
    """Return the choices of a day; where none is of it, all of them on it, or the first ``alone`` where they differ in the day."""
    having = [(n, entries) for n, entries in choices if any(one.day == day for one in entries)]
    others = choices[:1] if alone else choices
    return having or [(n, tuple(replace(one, day=day) for one in entries)) for n, entries in others]


def _in_category(choices: Numbered, category: int) -> Numbered:
    """Return the choices in a category; where none is in it, those that spend, in it."""
    having = [(n, entries) for n, entries in choices if any(one.category == category for one in entries)]
    spending = [(n, entries) for n, entries in choices if all(one.kind.is_spending for one in entries)]
    return having or [(n, tuple(replace(one, category=category) for one in entries)) for n, entries in spending]


def _no(question: OpenQuestion) -> Chosen | Declined:
    adds = [n for n, one in enumerate(question.choices) if one.label is Label.ADDS]
    return Chosen(adds[0], question.choices[adds[0]].entries) if adds else Declined()


def _yes(question: OpenQuestion, scope: Scope) -> Chosen | None:
    """Return what a Yes chooses: of categories the last resort, unless the line named one and so has it first."""
    changes = [n for n, one in enumerate(question.choices) if one.label is Label.CHANGE]
    if len(changes) == 1:
        return Chosen(changes[0], question.choices[changes[0]].entries)
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
