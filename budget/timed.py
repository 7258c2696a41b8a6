"""Commands with a time or days and without a slash: `remind me at 9 pm`, `i get paid every 2 weeks`, `new bill gym 30 fridays`."""

import re
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from functools import lru_cache
from itertools import dropwhile
from types import MappingProxyType

from budget.categories import folded
from budget.currencies import MONEY_WORDS
from budget.errors import InvalidChoice, Refused, Why
from budget.grammar import Scope
from budget.grammar.command_tables import compared, said_in, words_of_days
from budget.grammar.commands import LONGEST_COMMAND
from budget.grammar.orders import payday_said
from budget.grammar.slots import SLOTS, SlotReader
from budget.grammar.unspaced import spaced
from budget.grammar.vocabulary import vocabulary_for
from budget.notifications import digest_said, reminder_said
from budget.schedules import Step
from languages.vocabulary import Phrase, Vocabulary

_TIMED: Mapping[str, Callable[[str], object]] = MappingProxyType({"digest": digest_said, "remind": reminder_said})
"""Commands behind which a time stands, and what knows it."""
_AMOUNT = re.compile(r"[^\W\d_]{0,3}\W?(?:3[2-9]|[4-9]\d|\d{3,}|\d[\d.,\u2019']*[.,]\d{2,3}|\d+k)\W?")
"""A number that is no day of a month."""


def timed_message(text: str, language: str, scope: Callable[[], Scope]) -> str | None:
    """Return the command, with its slash, that a message with a number asks for; None for any other message."""
    if not 0 < len(text) <= LONGEST_COMMAND or not text.isprintable():
        return None
    vocabulary, beside = vocabulary_for(language), _words_beside(language)
    words = spaced(text, vocabulary).split()
    told = [*dropwhile(lambda word: compared(word) in beside, words)]  # `me lembra às 21h`, `send the digest monday 8`
    ordered = told if _timed(told[:1], language) else _with_verb_first(words, vocabulary, beside)
    if name := _timed(ordered[:1], language):
        return _at_a_time(name, ordered[1:], language)
    if not words or not (compared(words[0]) in _first_words(language) or _ends_in_pay(words, language)):
        return None
    return _on_paydays(words, language, scope) or _new_bill(words, language)


def _ends_in_pay(words: list[str], language: str) -> bool:
    """Whether a verb of being paid ends a message, where verbs end a sentence: `her ayın 28'inde maaş alıyorum`."""
    vocabulary = vocabulary_for(language)
    if not vocabulary.verbs_last:
        return False
    return any(compared(words[-1]) == phrase[-1] for phrase in said_in(language).words["get paid"])


@lru_cache(maxsize=64)
def _words_beside(language: str) -> frozenset[str]:
    """Return the words that may stand before a command and add nothing to it."""
    said = said_in(language)
    return said.fillers | {phrase[0] for phrase in said.words["set"] if len(phrase) == 1}


def _timed(words: list[str], language: str) -> str | None:
    """Return the command behind which a time stands that the first word is the name of; None for any other word."""
    name = said_in(language).names.get(compared(words[0])) if words else None
    return name if name in _TIMED else None


def _with_verb_first(words: list[str], vocabulary: Vocabulary, beside: AbstractSet[str]) -> list[str]:
    """Return the words with the last one first, where verbs end a sentence: `akşam 9'da hatırlat`, `夜9時にリマインドして`."""
    if not vocabulary.verbs_last:
        return []
    end = len(words)
    while end and compared(words[end - 1]) in beside | vocabulary.particles | vocabulary.closings:
        end -= 1
    return [*words[end - 1 : end], *words[: max(0, end - 1)]]


@lru_cache(maxsize=64)
def _first_words(language: str) -> frozenset[str]:
    said = said_in(language)
    return frozenset(phrase[0] for word in ("get paid", "add") for phrase in said.words[word])


def _at_a_time(name: str, rest: list[str], language: str) -> str | None:
    """Return a command with its time; `every day` adds nothing to it."""
    said, vocabulary = said_in(language), vocabulary_for(language)
    beside = said.fillers | vocabulary.every_words | vocabulary.particles | vocabulary.me | words_of_days(1, language)
    afternoon = {phrase[0] for phrase in said.words["pm"] if len(phrase) == 1}
    opens = vocabulary.for_words | vocabulary.in_words  # `set a reminder for 8 pm`
    kept = [word for word in rest if compared(word) not in beside]
    late = [word for word in kept if compared(word) in afternoon]  # `every evening at 8`
    in_order = [word for word in kept if compared(word) not in afternoon | opens] + late
    for some in (kept, in_order, rest):  # `los` of `los domingos` says that it is each
        time = SlotReader(list(some), language).read(SLOTS[name]) or " ".join(some)
        with suppress(InvalidChoice):
            if time and _TIMED[name](time) is not None:
                return f"/{name} {time}"
    return None


def _on_paydays(words: list[str], language: str, scope: Callable[[], Scope]) -> str | None:
    """Return the command that sets the paydays that a message tells, where they come again; what is paid then is no part of them.

    A number alone may be an amount, and so may the first of two: `payday 25`, `recebo 20 dia 5`.
    """
    plain, first = tuple(map(compared, words)), 0 if _ends_in_pay(words, language) else 1
    for behind in _beside(plain, said_in(language).words["get paid"], words, first):
        rest = _without_amount(_up_to_comma(behind), language)
        numbers = [word for word in rest if any(map(str.isdecimal, word))]
        if not rest or (rest[0].isdecimal() and (len(rest) == 1 or len(numbers) > 1)):
            continue
        said = " ".join(rest)
        try:
            rules = payday_said(said, scope())
        except Refused as problem:
            if problem.why is Why.WEEKDAY_OF_MONTH and not numbers:  # the command says which days can come again
                return f"/payday {said}"
            continue
        if rules and all(rule.step is not Step.ONCE for rule in rules):
            return f"/payday {said}"
    return None


def _up_to_comma(words: list[str]) -> list[str]:
    """Return the words of a sentence's first part: of `every other friday, the last one was nov 20` three."""
    end = next((n for n, word in enumerate(words, 1) if word.endswith((",", ";"))), len(words))
    return [*words[: end - 1], words[end - 1].rstrip(",;")] if words else []


def _without_amount(words: list[str], language: str) -> list[str]:
    """Return words without the one number that can be no day, and what it is an amount of: `1850 euros every 2 weeks`."""
    known = vocabulary_for(language)
    amounts = [n for n, word in enumerate(words) if _AMOUNT.fullmatch(word)]
    if len(amounts) != 1:
        return words
    first, end = amounts[0], amounts[0] + 1
    while first and folded(words[first - 1]) in known.of_words:
        first -= 1
    while end < len(words) and (folded(words[end]) in MONEY_WORDS or folded(words[end]) in known.multipliers):
        end += 1
    return [*words[:first], *words[end:]]


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


def _beside(said: Phrase, phrases: frozenset[Phrase], words: list[str], first: int) -> Iterator[list[str]]:
    """Yield what stands beside a phrase, or inside it: `ich werde jeden Freitag bezahlt`.

    So many words of it (``first``) have to begin the message.
    """
    for phrase in sorted(phrases, key=len, reverse=True):
        for at in range(len(phrase), first - 1, -1):
            behind = len(phrase) - at
            if said[:at] == phrase[:at] and said[len(said) - behind :] == phrase[at:] and len(phrase) < len(said):
                yield words[at : len(words) - behind]
