"""Days that are known by what stands beside them: `jeudi 19 ciné 12`, `heute vor einer Woche`, `ciné 12 mar 24 nov`."""

from budget.grammar.relative import ago
from budget.grammar.spans import Calendar, Sort, Span, latest_day
from budget.grammar.vocabulary import after_no_day
from budget.grammar.words import Kind, Words

_LONGEST_MONTH = 31
_DIGITS = 2
_FROM_TODAY = 5  # words of `il y a une semaine`


def from_today(words: Words, span: Span, calendar: Calendar) -> Span:
    """Return a day that is counted from today, with the word that says so: `heute vor einer Woche`, `a week ago today`."""
    if span.end >= len(words) or span.end - span.first > _FROM_TODAY:
        return span
    days = calendar.vocabulary.relative_days
    if days.get((words[span.first].folded,)) == 0 and span.end - span.first == 1:
        back = ago(words, span.end, calendar)
        return span if back is None else back._replace(first=span.first)
    counted = any(word.folded in calendar.vocabulary.ago_units for word in words[span.first : span.end])
    today = days.get((words[span.end].folded,)) == 0
    return span._replace(end=span.end + 1) if counted and today else span


def agreed_number(words: Words, at: int, weekday: int, calendar: Calendar) -> Span | None:
    """Read the `19` of `jeudi 19 ciné 12`: beside one other number, and where the latest such day falls on that weekday."""
    plain = words[at].plain.removesuffix(".")
    number = int(plain) if plain.isdecimal() and len(plain) <= _DIGITS else 0
    if words[at].kind is not Kind.NUMBER or not 1 <= number <= _LONGEST_MONTH:
        return None
    numbers = [n for n, word in enumerate(words) if word.kind > Kind.WORD]
    behind = words[at + 1].folded if at + 1 < len(words) else ""
    # `samedi 21 courses 12 bar` may be two entries
    apart = len(numbers) == 2 and numbers[1] == len(words) - 1 and numbers[1] - numbers[0] > 1
    if not apart or behind in after_no_day(calendar.vocabulary):
        return None
    day = latest_day(number, calendar.today)
    return Span(at - 1, at + 1, day, Sort.NAMED) if day.weekday() == weekday else None


def is_weekday(words: Words, at: int, calendar: Calendar) -> bool:
    """Whether what may be a month is a weekday: of a date behind it, `ciné 12 mar 24 nov`, or beside the one number."""
    vocabulary = calendar.vocabulary
    if words[at].folded not in vocabulary.weekday_shorts:
        return False
    led = at > 2 and words[0].folded in vocabulary.weekday_shorts.keys() | vocabulary.weekdays.keys()
    if words[at].folded in vocabulary.doubtful_days and 1 < at < len(words) - 1 and words[at + 1].kind is Kind.WORD:
        return led or calendar.names.knows(words[at - 2].folded)  # `café 3 mar café 4`
    if sum(word.kind > Kind.WORD for word in words) == 1:
        return words[at].folded in vocabulary.doubtful_days and at + 1 == len(words)  # `ciné 12 mar`
    if at + 2 >= len(words):
        return False
    return words[at + 1].kind is Kind.NUMBER and words[at + 2].folded in vocabulary.months
