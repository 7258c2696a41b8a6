"""An amount that is written in reply to a text in which none was read: the words of that text belong to it."""

from collections.abc import Iterator
from datetime import date

from budget.budgets import Budget
from budget.entries import Kind
from budget.errors import Why
from budget.examples import amount_like
from budget.grammar import Choice, Evidence, NameAlone, Question, Scope, Understood, Unreadable, read_line
from budget.grammar.dues import OFFERING_BILLS

_LONGEST_EXAMPLE = 40
"""Characters of a text that stands in an example of what to write."""
_USUAL = {Kind.PAYCHECK: "1500", Kind.EXTRA: "40", Kind.REFUND: "12.50"}
"""Amounts in US dollars of what comes in."""
LONGEST_COMPLETED = 200
"""Bytes of a refused text that can be completed: the bot's answer to it bears the text."""


def is_completable(text: str) -> bool:
    """Whether a text of which nothing was recorded is one short line that is no command."""
    return (
        bool(text)
        and "\n" not in text
        and not text.startswith("/")
        and len(text.encode(errors="replace")) <= LONGEST_COMPLETED
    )


def completed(amount: str, text: str, scope: Scope) -> str:
    """Return the text of an entry: a refused text with the amount that replies to it; the reply alone where they don't fit.

    `5.50` in reply to `€5 coffee` is `5.50 coffee`; a reply with words of its own (`12 lunch`) says all.
    """
    text = text.strip()
    alone = read_line(amount, scope)
    if not is_completable(text) or not isinstance(alone, Understood) or alone.entry.note:
        return amount
    refused = read_line(text, scope)
    if not isinstance(refused, Unreadable | NameAlone):
        return amount
    bare = isinstance(refused, NameAlone) or refused.why is Why.NO_AMOUNT
    if not _has_digit(text) and _is_to_come(line := f"{text} {amount.strip()}", scope):
        return line  # `rent due tomorrow`: a bill, and no payment of today
    said = amount.strip()
    asked = isinstance(refused, Unreadable) and refused.why is Why.PLAN
    ways = _answered_ways(said, alone.entry.amount, text, scope) if asked else _ways(said, text, refused, scope)
    for line in ways:
        match read_line(line, scope):
            case Understood(entry) if entry.amount == alone.entry.amount:
                return line
            case Question(choices=choices) if bare and choices[0].total == alone.entry.amount:
                return line
            case _:
                pass
    return amount


def with_amount(text: str, budget: Budget, today: date) -> str:
    """Return a text without an amount with one as it could be written, where it sounds like money that comes in; else nothing.

    `paid` is `paid 1500`, `refund` is `refund 12.50`: an example of an expense would say something else. What no word of income
    says is none: `lend me`.
    """
    text = text.strip()
    if not is_completable(text) or len(text) > _LONGEST_EXAMPLE:
        return ""
    between = " " if any(letter.isalnum() for letter in text) else ""
    scope = budget.scope(today, lambda _note: None)
    for kind, usual in _USUAL.items():
        line = f"{text}{between}{amount_like(budget.money, usual)}"
        match read_line(line, scope):
            case Understood(entry) if entry.kind is kind:
                return line
            case Question(choices=(Choice(entries=(entry, *_)), *_), evidence=shown) if (
                entry.kind is kind and Evidence.NAMED in shown
            ):
                return line
            case _:
                pass
    return ""


def _ways(amount: str, text: str, refused: Unreadable | NameAlone, scope: Scope) -> Iterator[str]:
    """Yield the lines that the two may be together: the amount stands for what was refused, or behind the words."""
    why, word = (refused.why, refused.word) if isinstance(refused, Unreadable) else (Why.NO_AMOUNT, "")
    if why is Why.FUTURE_DAY:
        text = " ".join(text.replace(word, " ", 1).split())  # `lunch 11 tomorrow`
    elif why is Why.TO_COME and word in text:
        text = text[: text.index(word)].strip()  # `electric 80 due 12/1`
    elif word and word in text:
        yield text.replace(word, amount, 1)
    words = text.split() if why is not Why.NO_MONEY else []  # the number of a time or a score stays
    for length in (1, 2) if why is Why.NUMBER_WORD else (1,):
        for at in range(len(words) - length + 1):
            others = [*words[:at], *words[at + length :]]
            numbers = _is_without_number(" ".join(others), scope) if why is Why.NUMBER_WORD else _has_digit(words[at])
            if numbers:
                yield " ".join([*words[:at], amount, *words[at + length :]])
    yield f"{text} {amount}"


def _answered_ways(amount: str, minor: int, text: str, scope: Scope) -> Iterator[str]:
    """Yield what a question comes to with an amount of it as the answer: `18` in reply to `3 beers 18?`."""
    asked = text.rstrip("?\uff1f\u061f ")
    words = asked.split()
    if asked == text or amount not in words:
        return
    at = len(words) - 1 - words[::-1].index(amount)
    yield asked
    yield " ".join([*words[:at], scope.money.written(minor), *words[at + 1 :]])


def _is_without_number(text: str, scope: Scope) -> bool:
    """Whether no number is left in a text, not in words either."""
    reading = read_line(text, scope)
    return isinstance(reading, NameAlone) or (isinstance(reading, Unreadable) and reading.why is Why.NO_AMOUNT)


def _is_to_come(line: str, scope: Scope) -> bool:
    """Whether a line says what is due on a day, of which a bill is offered."""
    reading = read_line(line, scope)
    return isinstance(reading, Unreadable) and reading.why in OFFERING_BILLS


def _has_digit(word: str) -> bool:
    return any(character.isdecimal() for character in word)
