"""Several entries of one line, each on a day of its own: `lunch 12 yesterday, dinner 30 today`."""

from itertools import pairwise

from budget.grammar.calendar import spans_of
from budget.grammar.spans import Calendar, Sort
from budget.grammar.words import Kind, Words

_WHOLE = frozenset({Sort.RELATIVE, Sort.WEEKDAY})


def parted_by_days(words: Words, calendar: Calendar) -> tuple[Words, ...]:
    """Return the parts of a line of which each has a number and a day of its own; nothing for any other line."""
    if sum(word.kind is Kind.NUMBER for word in words) < 2:
        return ()
    words, spans = spans_of(words, calendar)
    days = [span for span in spans if span.sort in _WHOLE]
    if len(days) < 2 or len(days) < len(spans) or any(one.day == other.day for one, other in pairwise(days)):
        return ()
    leads = all(word.folded in calendar.vocabulary.day_openers for word in words[: days[0].first])
    cuts = [span.first for span in days[1:]] if leads else [span.end for span in days[:-1]]
    parts = (_bare(words[at:end], calendar) for at, end in pairwise([0, *cuts, len(words)]))
    found = tuple(part for part in parts if any(word.kind is Kind.NUMBER for word in part))
    return found if len(found) == len(days) else ()


def _bare(words: Words, calendar: Calendar) -> Words:
    """Return words without those that join them to what stands beside them."""
    joints = calendar.vocabulary.and_words | calendar.vocabulary.day_openers
    while words and words[0].folded in calendar.vocabulary.and_words:
        words = words[1:]
    while words and words[-1].folded in joints:
        words = words[:-1]
    return words
