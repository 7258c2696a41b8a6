"""Where what recurs moves from a weekend: `on the 15th before weekends`, `on the last working day`."""

from budget.grammar.every import last_day_words, small_words
from budget.grammar.words import Kind, Word
from budget.schedules import Weekends
from languages.vocabulary import Vocabulary


def without_weekends(words: list[Word], vocabulary: Vocabulary) -> tuple[list[Word], Weekends]:
    """Return the words without `before weekends`, and what that means."""
    if len(words) > 2 and words[-2].folded in vocabulary.weekend_words:  # `hafta sonundan önce`
        end = len(words) - 2 - (words[-3].folded in vocabulary.recurring_days)
        if words[-1].folded in vocabulary.before_words:
            return words[:end], Weekends.BEFORE
        if words[-1].folded in vocabulary.after_words:
            return words[:end], Weekends.AFTER
    if words and words[-1].folded in vocabulary.weekend_words:
        at = len(words) - 2
        while at > 0 and words[at].folded in small_words(vocabulary):
            at -= 1
        if at > 0 and words[at].folded in vocabulary.before_words:
            return words[:at], Weekends.BEFORE
        if at > 0 and words[at].folded in vocabulary.after_words:
            return words[:at], Weekends.AFTER
    return words, Weekends.STAY


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
