"""A weekly limit that is set in words: `set the fun limit to 80 a week`, `Wochenlimit für Spaß auf 80 setzen`."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from budget.currencies import MONEY_WORDS
from budget.grammar.command_tables import compared, said_in, words_of_days
from budget.grammar.commands import LONGEST_COMMAND
from budget.grammar.vocabulary import vocabulary_for
from budget.grammar.words import Kind, Word, split_words
from budget.money import Money
from languages.vocabulary import Vocabulary

Called = Callable[[str], str]
"""The name of the category that a text names whole, as it may stand in a sentence; empty for none."""

_SHORTEST_NAME = 5
"""Letters of a limit's name that another word may end with: `Spaßlimit`."""
_LONGEST_NAME = 4  # words of a category's name that are looked for
_FEWEST = 5  # words that set a limit without its name: `set fun to 80 weekly`
_WEEK = 7  # days


def limit_said(text: str, language: str, money: Money, called: Called) -> str | None:
    """Return the command, with its slash, that sets the limit which a text says; None where it says anything else beside it."""
    if len(text) > LONGEST_COMMAND or not text.isprintable() or not any(map(str.isdecimal, text)):
        return None
    vocabulary, names, plain = vocabulary_for(language), limit_names(language), compared(text)
    weekly = _is_weekly(plain.split(), language)
    if not weekly and not any(name in plain for name in names):  # most messages: to part their words takes longer
        return None
    words = [word for word in split_words(text, money, vocabulary) if word.kind is not Kind.SYMBOL]
    first, end = _amount_in(words, vocabulary)
    beside = [*words[:first], *words[end:]]
    if first == end or any(word.kind is not Kind.WORD for word in beside):
        return None
    said = [part for word in beside for part in _parted(word.folded, names, called)]
    if names.isdisjoint(map(compared, said)) and not weekly:
        return None
    name = _category_in(said, names | _beside(language, frozenset(map(compared, said))), called)
    amount = " ".join(word.plain for word in words[first:end])
    return f"/limits {name} {amount}" if name else None


@lru_cache(maxsize=64)
def limit_names(language: str) -> frozenset[str]:
    """Return what limits are called in a language, English beside it, as it is compared."""
    return frozenset(name for name, command in said_in(language).names.items() if command == "limits")


def _is_weekly(words: Sequence[str], language: str) -> bool:
    """Whether words set something that comes every week, and say to what: `set fun to 80 a week`, but not `gym 45 a week`."""
    said = said_in(language)
    if len(words) < _FEWEST or not any((compared(words[0]),) == phrase[:1] for phrase in said.words["set"]):
        return False
    to = {*said.words["to"], *said.words["at"]}
    return compared(words[-1]) in words_of_days(_WEEK, language) and any(
        (compared(word),) in to for word in words[1:-1]
    )


def _beside(language: str, said: frozenset[str]) -> frozenset[str]:
    """Return the words that may stand beside a limit: of several that belong together, where all of them are ``said``."""
    endings = (f"'{compared(ending)}" for ending in vocabulary_for(language).suffixes)  # `1.000'e`
    phrases = said_in(language).words["set"]
    together = (word for phrase in phrases if len(phrase) == 1 or said.issuperset(phrase) for word in phrase)
    return frozenset({*together, *endings})


def _amount_in(words: Sequence[Word], vocabulary: Vocabulary) -> tuple[int, int]:
    """Return where the one amount begins and ends, its mark and its thousands with it; nothing where there is none."""
    first = next((at for at, word in enumerate(words) if word.kind is Kind.NUMBER), len(words))
    end = first
    while end < len(words) and _is_of_amount(words[end], vocabulary):
        end += 1
    return first, end


def _is_of_amount(word: Word, vocabulary: Vocabulary) -> bool:
    return word.kind is Kind.NUMBER or word.folded in MONEY_WORDS or word.folded in vocabulary.multipliers


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
