"""Commands with a time or days and without a slash: `remind me at 9 pm`, `i get paid every 2 weeks`, `new bill gym 30 fridays`."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from budget.errors import InvalidChoice, Refused
from budget.grammar import Scope
from budget.grammar.command_tables import compared, said_in
from budget.grammar.commands import LONGEST_COMMAND
from budget.grammar.orders import payday_said
from budget.grammar.slots import SLOTS, SlotReader
from budget.grammar.unspaced import spaced
from budget.grammar.vocabulary import vocabulary_for
from budget.notifications import digest_said, reminder_said
from budget.schedules import Step
from languages.vocabulary import Phrase

_TIMED: Mapping[str, Callable[[str], object]] = MappingProxyType({"digest": digest_said, "remind": reminder_said})
"""Commands behind which a time stands, and what knows it."""


def timed_message(text: str, language: str, scope: Callable[[], Scope]) -> str | None:
    """Return the command, with its slash, that a message with a number asks for; None for any other message."""
    if not 0 < len(text) <= LONGEST_COMMAND or not text.isprintable():
        return None
    words = spaced(text, vocabulary_for(language)).split()
    if not words or compared(words[0]) not in _first_words(language):
        return None
    name = said_in(language).names.get(compared(words[0]))
    if name is not None and name in _TIMED:
        return _at_a_time(name, words[1:], language)
    return _on_paydays(words, language, scope) or _new_bill(words, language)


@lru_cache(maxsize=64)
def _first_words(language: str) -> frozenset[str]:
    said = said_in(language)
    timed = (word for word, name in said.names.items() if name in _TIMED)
    return frozenset((*timed, *(phrase[0] for word in ("get paid", "add") for phrase in said.words[word])))


def _at_a_time(name: str, rest: list[str], language: str) -> str | None:
    """Return a command with its time; `every day` adds nothing to it."""
    said, vocabulary = said_in(language), vocabulary_for(language)
    days = {unit for unit, length in vocabulary.recurring_days.items() if length == 1}
    daily = {word for word, unit in vocabulary.adverbs.items() if unit in days}
    kept = [word for word in rest if compared(word) not in said.fillers | vocabulary.every_words | days | daily]
    time = SlotReader(kept, language).read(SLOTS[name]) or " ".join(kept)
    try:
        return f"/{name} {time}" if time and _TIMED[name](time) is not None else None
    except InvalidChoice:
        return None


def _on_paydays(words: list[str], language: str, scope: Callable[[], Scope]) -> str | None:
    """Return the command that sets the paydays that a message tells, where they come again.

    A number alone may be an amount, and so may the first of two: `payday 25`, `recebo 20 dia 5`.
    """
    for rest in _beside(tuple(map(compared, words)), said_in(language).words["get paid"], words):
        numbers = [word for word in rest if word.isdecimal()]
        if rest[0].isdecimal() and (len(rest) == 1 or len(numbers) > 1):
            continue
        said = " ".join(rest)
        try:
            rules = payday_said(said, scope())
        except Refused:
            continue
        if rules and all(rule.step is not Step.ONCE for rule in rules):
            return f"/payday {said}"
    return None


def _new_bill(words: list[str], language: str) -> str | None:
    """Return the command that makes a bill, where one is to be added by its name: `add a bill netflix 15.99 on the 5th`.

    It says itself what lacks.
    """
    said, vocabulary = said_in(language), vocabulary_for(language)
    beside = said.fillers | vocabulary.articles | vocabulary.little_words
    plain, at = [*map(compared, words), ""], 0
    while (plain[at],) in said.words["add"] or (at and plain[at] in beside):
        at += 1
    if not at or said.names.get(plain[at]) != "bill":
        return None
    rest = words[at + 1 + (plain[at + 1] in vocabulary.for_words) :]
    return f"/bill {' '.join(rest)}" if any(word.isalpha() for word in rest) else None


def _beside(said: Phrase, phrases: frozenset[Phrase], words: list[str]) -> Iterator[list[str]]:
    """Yield what stands behind a phrase with which a message begins, or inside it: `ich werde jeden Freitag bezahlt`."""
    for phrase in sorted(phrases, key=len, reverse=True):
        for at in range(len(phrase), 0, -1):
            behind = len(phrase) - at
            if said[:at] == phrase[:at] and said[len(said) - behind :] == phrase[at:] and len(phrase) < len(said):
                yield words[at : len(words) - behind]
