"""A weekly limit that is set in words: `set the fun limit to 80`, `raise fun to 80`, `at most 80 for fun`, `fun 80 a week`."""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from budget.grammar.command_tables import compared, said_in, words_of_days
from budget.grammar.commands import LONGEST_COMMAND
from budget.grammar.joined import belongs_to_amount
from budget.grammar.slots import NEXT_WEEK
from budget.grammar.unspaced import spaced
from budget.grammar.vocabulary import spending_verbs, vocabulary_for
from budget.grammar.words import Kind, Word, split_words
from budget.money import Money
from languages.vocabulary import Phrase, Vocabulary

Called = Callable[[str], str]
"""The name of the category that a text names whole, as it may stand in a sentence; empty for none."""

_SHORTEST_NAME = 5
"""Letters of a limit's name that another word may end with: `Spaßlimit`."""
_LONGEST_NAME = 4  # words of a category's name that are looked for
_WEEK = 7  # days


def limit_said(text: str, language: str, money: Money, called: Called) -> str | None:
    """Return the command, with its slash, that sets the limit which a text says; None where it says anything else beside it."""
    if len(text) > LONGEST_COMMAND or not text.isprintable() or not any(map(str.isdecimal, text)):
        return None
    text, later = _without_next_week(text, language)
    command = _limit_of_week(text, language, money, called)
    return f"{command} {NEXT_WEEK}" if command is not None and later else command


def _without_next_week(text: str, language: str) -> tuple[str, bool]:
    """Return a text without the words at its end that say from when a limit holds: `from next week`; and whether it had them."""
    words = text.split()
    phrases = _next_week_ending(language).get(compared(words[-1]), ())
    plain = tuple(map(compared, words)) if phrases else ()
    for phrase in phrases:
        if len(phrase) < len(words) and plain[-len(phrase) :] == phrase:
            return " ".join(words[: -len(phrase)]), True
    return text, False


@lru_cache(maxsize=64)
def _next_week_ending(language: str) -> Mapping[str, Sequence[Phrase]]:
    """Return the phrases that mean next week by their last word, the longest first."""
    phrases = sorted(filter(None, said_in(language).words[NEXT_WEEK]), key=len, reverse=True)
    return {last: [one for one in phrases if one[-1] == last] for last in {one[-1] for one in phrases}}


def _limit_of_week(text: str, language: str, money: Money, called: Called) -> str | None:
    plain = compared(text)
    how = _how_said(spaced(plain, vocabulary_for(language)).split(), language)
    if how is None and not any(
        name in plain for name in limit_names(language)
    ):  # most messages: to part their words takes longer
        return None
    vocabulary, names = vocabulary_for(language), limit_names(language)
    words = [word for word in split_words(text, money, vocabulary) if word.kind is not Kind.SYMBOL]
    first, end = _amount_in(words, vocabulary)
    beside = [*words[:first], *words[end:]]
    if first == end or any(word.kind is not Kind.WORD for word in beside):
        return None
    said = [part for word in beside for part in _parted(word.folded, names, called)]
    if how is None and names.isdisjoint(map(compared, said)):
        return None
    others = names | _beside(language, frozenset(map(compared, said)))
    name = _category_in(said, others | (_beside_most(language) if how is _How.AT_MOST else frozenset()), called)
    if name and how is _How.SET and not _stands_before(name, words[:first], called):
        return None  # `cut 30 fun`
    amount = " ".join(word.plain for word in words[first:end])
    return f"/limits {name} {amount}" if name else None


@lru_cache(maxsize=64)
def limit_names(language: str) -> frozenset[str]:
    """Return what limits are called in a language, English beside it, as it is compared."""
    return frozenset(name for name, command in said_in(language).names.items() if command == "limits")


class _How(Enum):
    """How a limit is said without its name."""

    SET = auto()  # by a verb: `raise fun to 80`
    AT_MOST = auto()  # `at most 80 for fun`
    WEEKLY = auto()  # by its days: `fun 80 a week`


def _how_said(words: Sequence[str], language: str) -> _How | None:
    """Return how words may set a limit beside a category and an amount; None where only its name could."""
    known = _telling(language)
    if known.first_of_most.isdisjoint(words) and known.weekly.isdisjoint(words) and known.verbs.isdisjoint(words):
        return None
    most = [one for at in range(len(words)) for one in known.most if tuple(words[at : at + len(one)]) == one]
    if any(len(one) > 1 for one in most) or (most and not known.needed.isdisjoint(words)):
        return _How.AT_MOST
    if words[0] in known.verbs or words[-1] in known.verbs:
        return _How.SET
    return None if known.weekly.isdisjoint(words) else _How.WEEKLY


class _Telling(NamedTuple):
    verbs: frozenset[str]
    most: frozenset[Phrase]
    first_of_most: frozenset[str]
    needed: frozenset[str]
    """Beside a word that may be a name, too: `max 60 for fun`, but not `max 60 fun`."""
    weekly: frozenset[str]


@lru_cache(maxsize=64)
def _telling(language: str) -> _Telling:
    said, vocabulary, weekly = said_in(language), vocabulary_for(language), words_of_days(_WEEK, language)
    weekly |= {article + word for article in vocabulary.glued_articles for word in weekly}
    most = said.words["at most"]
    verbs = frozenset(phrase[0] for phrase in said.words["set limit"])
    needed = vocabulary.for_words | vocabulary.spent_on | vocabulary.in_words | weekly
    return _Telling(verbs, most, frozenset(phrase[0] for phrase in most), needed, weekly)


@lru_cache(maxsize=64)
def _beside_most(language: str) -> frozenset[str]:
    """Return the words that may stand beside what is to be spent at most: `I want to spend at most 60 on fun`."""
    vocabulary, said = vocabulary_for(language), said_in(language)
    most = frozenset(word for phrase in said.words["at most"] for word in phrase)
    openers = vocabulary.for_words | vocabulary.spent_on | vocabulary.in_words | vocabulary.little_words
    return most | openers | spending_verbs(vocabulary) | said.fillers


def _stands_before(name: str, words: Sequence[Word], called: Called) -> bool:
    """Whether the category of a name stands whole among some words."""
    said = [word.folded for word in words]
    return any(
        called(" ".join(said[at : at + length])) == name
        for length in range(1, _LONGEST_NAME + 1)
        for at in range(len(said))
    )


def _beside(language: str, said: frozenset[str]) -> frozenset[str]:
    """Return the words that may stand beside a limit: of several that belong together, where all of them are ``said``."""
    vocabulary, words = vocabulary_for(language), said_in(language).words
    endings = frozenset(f"'{compared(ending)}" for ending in vocabulary.suffixes)  # `1.000'e`
    to = endings | {phrase[0] for phrase in words["to"] if len(phrase) == 1}
    phrases = words["set"]
    if vocabulary.particles or not to.isdisjoint(said):  # `raise the fun limit 20` tells a difference
        phrases |= words["set limit"]
    together = (word for phrase in phrases if len(phrase) == 1 or said.issuperset(phrase) for word in phrase)
    return to.union(together)


def _amount_in(words: Sequence[Word], vocabulary: Vocabulary) -> tuple[int, int]:
    """Return where the one amount begins and ends, its mark and its thousands with it; nothing where there is none."""
    first = next((at for at, word in enumerate(words) if word.kind is Kind.NUMBER), len(words))
    end = first
    while end < len(words) and belongs_to_amount(words[end], vocabulary):
        end += 1
    return first, end


def _parted(word: str, names: frozenset[str], called: Called) -> Sequence[str]:
    """Return a word in two where it is a category's name and a limit's: `Spaßlimit`."""
    for name in names:
        before = word.removesuffix(name).rstrip("-") if len(name) >= _SHORTEST_NAME else word
        if before != word and before and called(before):
            return before, name
    return (word,)


def _category_in(words: Sequence[str], others: frozenset[str], called: Called) -> str:
    """Return the category that words name which say no more beside it than ``others``; empty for none."""
    for length in range(min(_LONGEST_NAME, len(words)), 0, -1):
        for at in range(len(words) - length + 1):
            beside = map(compared, (*words[:at], *words[at + length :]))
            if others.issuperset(beside) and (name := called(" ".join(words[at : at + length]))):
                return name
    return ""
