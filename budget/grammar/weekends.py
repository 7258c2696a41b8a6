"""Where what recurs moves from a weekend: `on the 15th before weekends`, `on the last working day`."""

from collections.abc import Sequence

from budget.grammar.every import last_day_words, small_words
from budget.grammar.words import Kind, Word
from budget.schedules import Weekends
from languages.vocabulary import Vocabulary

_WEEK = 7


def without_weekends(words: list[Word], vocabulary: Vocabulary) -> tuple[list[Word], Weekends]:
    """Return the words without `before weekends`, and what that means."""
    moves = dict.fromkeys(vocabulary.before_words, Weekends.BEFORE) | dict.fromkeys(
        vocabulary.after_words, Weekends.AFTER
    )
    said = [word.folded for word in words]
    last = len(said) - 1 - (tuple(said[-1:]) in vocabulary.working_days)  # `週末なら前の平日`
    if last > 1 and said[last] in moves:  # `hafta sonundan önce`
        at = _behind_small(said, last - 1, vocabulary)
        if at > 0 and said[at] in vocabulary.weekend_words:
            return words[: at - (said[at - 1] in vocabulary.recurring_days)], moves[said[last]]
    last, named = len(said) - 1, vocabulary.weekend_words
    if last > 1 and vocabulary.recurring_days.get(said[last]) == _WEEK:
        last, named = _behind_small(said, last - 1, vocabulary), vocabulary.weekend_heads
    if last > 1 and said[last] in named:
        at = _behind_small(said, last - 1, vocabulary)
        if at > 0 and said[at] in moves:
            return words[:at], moves[said[at]]
    return words, Weekends.STAY


def _behind_small(said: Sequence[str], at: int, vocabulary: Vocabulary) -> int:
    """Return the place of the last word up to one that is no small word."""
    small = small_words(vocabulary) | vocabulary.particles
    while at > 0 and said[at] in small:
        at -= 1
    return at


def without_working_day(words: list[Word], vocabulary: Vocabulary) -> tuple[list[Word], Weekends]:
    """Return the words without `working day`, and what it means: the last one is before a weekend, the 1st behind it."""
    said = [word.folded for word in words]
    for phrase in vocabulary.working_days:
        for at in range(len(said) - len(phrase) + 1):
            if tuple(said[at : at + len(phrase)]) != phrase:
                continue
            rest = [*words[:at], *words[at + len(phrase) :]]
            if any(word.folded in last_day_words(vocabulary) for word in rest):
                return rest, Weekends.BEFORE
            if any(word.kind is Kind.ORDINAL and word.plain.startswith("1") and len(word.plain) == 3 for word in rest):
                return rest, Weekends.AFTER
    return words, Weekends.STAY


def names_weekdays(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a folded word names a day of the week, or several: `friday`, `fri`, `weekdays`."""
    working = {(form,) for form in (word, word.removesuffix("s"))} & vocabulary.working_days
    return bool(working) or word in vocabulary.weekdays or word in vocabulary.weekday_shorts
