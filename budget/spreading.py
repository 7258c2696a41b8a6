"""What says over how many weeks an expense is to count: `spread it over 6 weeks`, `spread the sofa over 4 weeks`."""

from dataclasses import dataclass

from budget.denials import compared_words
from budget.grammar import Scope
from budget.spreads import MOST_WEEKS
from languages.vocabulary import Vocabulary

_WEEK = 7  # days
_MOST_WORDS = 10


@dataclass(frozen=True, slots=True)
class Spreading:
    """An expense is to count over so many weeks; ``name`` are the compared words that name it, none for the one that is meant."""

    weeks: int
    name: tuple[str, ...] = ()


def spreading(text: str, scope: Scope) -> Spreading | None:
    """Return over how many weeks a text says that an expense is to count; None for any other one."""
    vocabulary = scope.vocabulary
    words = tuple(word for word in compared_words(text, vocabulary) if word and word not in vocabulary.please_words)
    if not 2 < len(words) <= _MOST_WORDS or not _spreads(words, vocabulary):
        return None
    rest = words[1:] if words[0] in vocabulary.spread_words else words[:-1]
    counted = [n for n in range(len(rest) - 1) if vocabulary.recurring_days.get(rest[n + 1]) == _WEEK]
    if len(counted) != 1:
        return None
    at = counted[0]
    weeks = int(rest[at]) if rest[at].isdecimal() else vocabulary.small_numbers.get(rest[at], 0)
    if not 2 <= weeks <= MOST_WEEKS:
        return None
    opened = at > 0 and rest[at - 1] in vocabulary.spread_over
    named = (*rest[: at - opened], *rest[at + 2 :])
    beside = vocabulary.articles | vocabulary.openings | vocabulary.closings | vocabulary.particles
    return Spreading(weeks, tuple(word for word in named if word not in beside))


def may_spread(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a verb of spreading begins or ends a text."""
    return _spreads(compared_words(text, vocabulary), vocabulary)


def _spreads(words: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    return not vocabulary.spread_words.isdisjoint((*words[:1], *words[-1:]))
