"""What a group hears of a line: others talk there too (docs/grammar.md, 9)."""

import re
from collections.abc import Sequence
from enum import StrEnum, auto

from budget.categories import folded
from budget.entries import Entry
from budget.entries import Kind as EntryKind
from budget.errors import Why
from budget.grammar.dotted_days import POINTED
from budget.grammar.no_prices import MANY_WORDS
from budget.grammar.readings import (
    Afford,
    CheckedTotal,
    DayHeading,
    Evidence,
    NameAlone,
    Question,
    Reading,
    Scope,
    Understood,
    Unreadable,
)
from budget.grammar.words import Kind, Words, split_words
from budget.money import clean
from languages.en.vocabulary import VOCABULARY as ENGLISH
from languages.vocabulary import Vocabulary, spelled

_TALK = frozenset(
    {
        Why.NO_MONEY, Why.PLAN, Why.SUBTRACTION, Why.DIVISION, Why.ONLY_A_DAY, Why.UNCLEAR_DAY, Why.PERCENT, Why.NUMBER_WORD,
        Why.FUTURE_DAY, Why.OVER_CAP, Why.TOO_LONG, Why.NO_AMOUNT,
    }
)  # fmt: skip
"""What refuses a line that may be about anything: in a group it is no reason to speak."""
_SHORT = 4  # words beside the numbers
_MOST_JOINING = 20  # people
_UNSPACED_PRICE = re.compile(r"[^\s0-9]*[\u3041-\u30ff\u3400-\u9fff][¥]?(?:[0-9][0-9,]*円|[0-9]{3,})")  # `ランチ900円`


class Treatment(StrEnum):
    """What becomes of a line in a group."""

    RECORD = auto()  # as in a private chat: recorded, or answered
    ASK = auto()  # a question, without a sound
    REACT = auto()  # a reaction, no message
    SILENT = auto()


def in_group(line: str, reading: Reading, scope: Scope) -> Treatment:
    """Return what a group hears of a line: nothing with money in it is dropped without a sign."""
    match reading:
        case NameAlone() | Afford() | DayHeading() | CheckedTotal():
            return Treatment.RECORD
        case _:
            words = split_words(line, scope.money, scope.vocabulary)
    numbers = [word.kind for word in words if word.kind > Kind.WORD]
    short, verb = _is_short(words), _has_verb(words, scope)
    match reading:
        case Understood(entry, evidence=evidence) if _agrees(entry, words, scope):
            return Treatment.REACT
        case Understood(entry, evidence=evidence):
            treatment = _understood(entry.kind, evidence, short=short, verb=verb)
            if treatment is Treatment.RECORD and Evidence.MARK not in evidence and _may_be_day_to_come(words, scope):
                return Treatment.ASK
            tells = treatment is Treatment.REACT and not verb and _tells(words, scope)
            return Treatment.ASK if tells else treatment
        case Question(evidence=evidence):
            known = bool(evidence & (Evidence.NAMED | Evidence.MARK))
            if (verb or not known) and all(kind is Kind.GLUED for kind in numbers):
                return Treatment.REACT  # `gr8`, `2nite`
            told = verb and (not known or sum(word.kind is Kind.WORD for word in words) > MANY_WORDS)
            talk = told or (Evidence.TALK in evidence and not _only_was(words, scope))
            return Treatment.ASK if (short or known) and not talk else Treatment.REACT
        case Unreadable(why, word) if not numbers:
            # `twenty bucks for pizza` and `ten fifty for lunch` have money in them, though no digit; `nan is here` has none.
            spelt = why is Why.NUMBER_WORD or (why is Why.NOT_A_NUMBER and " " in word)
            return Treatment.REACT if spelt else Treatment.SILENT
        case _:
            meant = short and not verb and reading.why not in _TALK
            return Treatment.ASK if meant else Treatment.REACT


def text_in_group(readings: Sequence[tuple[str, Reading]], scope: Scope) -> list[Treatment]:
    """Return what a group hears of each line of a text; beside a line that is recorded, the others are meant too.

    A total of lines that nothing is said about is not spoken of either.
    """
    treatments = [in_group(line, reading, scope) for line, reading in readings]
    spoken = any(
        one in {Treatment.RECORD, Treatment.ASK} and not isinstance(reading, CheckedTotal)
        for one, (_, reading) in zip(treatments, readings, strict=True)
    )
    if not spoken:
        return [Treatment.SILENT if one is Treatment.RECORD else one for one in treatments]
    recorded = any(
        one is Treatment.RECORD and isinstance(reading, Understood)
        for one, (_, reading) in zip(treatments, readings, strict=True)
    )
    if not recorded:
        return treatments
    return [
        Treatment.RECORD if one is Treatment.ASK and isinstance(reading, Understood) else one
        for one, (_, reading) in zip(treatments, readings, strict=True)
    ]


def _understood(kind: EntryKind, evidence: Evidence, *, short: bool, verb: bool) -> Treatment:
    if Evidence.MARK in evidence or not kind.is_spending:
        return Treatment.RECORD
    if Evidence.NAMED in evidence or (Evidence.DECIMALS in evidence and short):
        if not verb:
            return Treatment.RECORD
        return Treatment.ASK if Evidence.NAMED in evidence and short else Treatment.REACT  # `the 8.15 train is late`
    return Treatment.ASK if short and not verb else Treatment.REACT


def _may_be_day_to_come(words: Words, scope: Scope) -> bool:
    """Whether the one number may be a day of this year that is to come, where prices have a comma: `impreza 30.11`."""
    numbers = [word.plain for word in words if word.kind > Kind.WORD]
    found = POINTED.fullmatch(numbers[0]) if len(numbers) == 1 and scope.money.locale.decimal != "." else None
    return found is not None and (int(found[2]), int(found[1])) >= (scope.today.month, scope.today.day)


def _agrees(entry: Entry, words: Words, scope: Scope) -> bool:
    """Whether a member only joins in: `+1` says nothing of money among others."""
    alone = (
        entry.kind is EntryKind.EXTRA
        and len(words) == 1
        and words[0].plain[0] == "+"
        and words[0].plain[1:].isdecimal()
    )
    return alone and entry.amount <= _MOST_JOINING * 10**scope.money.currency.exponent


def _is_short(words: Words) -> bool:
    return sum(word.kind is Kind.WORD for word in words) <= _SHORT


def _tells(words: Words, scope: Scope) -> bool:
    """Whether a long line begins with a verb of spending: `sent 500 to Ravi for cricket`, but not `sent 12 photos to you all`."""
    vocabulary = scope.vocabulary
    first = next((word.folded for word in words if word.folded not in vocabulary.self_words), "")
    if first not in vocabulary.participles | vocabulary.paid | vocabulary.paid_by:
        return False
    number = max(n for n, word in enumerate(words) if word.kind > Kind.WORD)
    behind = words[number + 1].folded if number + 1 < len(words) else ""
    return not behind or behind in vocabulary.little_words | vocabulary.for_words


def _has_verb(words: Words, scope: Scope) -> bool:
    vocabulary = scope.vocabulary
    verbs, told = (
        vocabulary.group_verbs - vocabulary.was_words,
        vocabulary.participles | vocabulary.tells | vocabulary.paid,
    )
    if any(word.folded in told for word in words):
        verbs -= vocabulary.self_words  # `ho preso le bibite`, `ik heb 40 betaald`
    return any(word.folded in verbs for word in words)


def _only_was(words: Words, scope: Scope) -> bool:
    """Whether a past verb behind a thing alone makes a line sound like talk: `costco was 212`, but not `it was 30 degrees`."""
    vocabulary = scope.vocabulary
    said = [word.folded for word in words]
    was = next((n for n, word in enumerate(said) if word in vocabulary.was_words), 0)
    thing = any(word not in vocabulary.little_words for word in said[:was])
    return (
        thing
        and {*said} & (vocabulary.talk_verbs | vocabulary.talk_places | vocabulary.group_verbs) <= vocabulary.was_words
    )


def looks_meant(line: str, vocabulary: Vocabulary = ENGLISH) -> bool:
    """Whether a line begins as an entry does: with a number, a sign, a mark of money, or a verb of income or refund."""
    first = clean(line.split(maxsplit=1)[0]) if line.strip() else ""
    verbs = vocabulary.paid | vocabulary.refunds | {phrase[0] for phrase in vocabulary.income if phrase}
    if first and (first[0].isdecimal() or first[0] in "+-$€£¥" or spelled(folded(first).strip(".:,!?،؟")) in verbs):
        return True
    return _ends_with_a_price(line, vocabulary)


def _ends_with_a_price(line: str, vocabulary: Vocabulary) -> bool:
    """Whether a short line ends with a number, as `lunch 12.50` does, and nothing in it sounds like talk."""
    words = [clean(word) for word in line.split(maxsplit=_SHORT + 1)]
    if words and len(words) <= _SHORT + 1 and _UNSPACED_PRICE.fullmatch(words[-1]):
        return True
    if not 2 <= len(words) <= _SHORT + 1 or not words[-1].lstrip("$€£¥")[:1].isdecimal():
        return False
    said = {folded(word) for word in words}
    return not said & vocabulary.group_verbs and folded(words[-2]) not in vocabulary.talk_places
