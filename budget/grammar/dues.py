"""Bills of which a line says when they are due, and not that they were paid: `rent 900 due 12/1`, `hoa 100 yearly on 3/14`."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, timedelta

from budget.errors import Refused, Why
from budget.grammar.every import from_words, last_day_words
from budget.grammar.orders import BillSaid, amount_at_either_end, bill_in, comes_again, written
from budget.grammar.rates import with_month_ends
from budget.grammar.readings import Scope
from budget.grammar.recurrence import schedules_said
from budget.grammar.spans import Calendar
from budget.grammar.vocabulary import names_day
from budget.grammar.words import Kind, Word, split_words
from budget.schedules import Schedule, Step, every_days, monthly, once
from languages.vocabulary import Vocabulary

OFFERING_BILLS = frozenset({Why.TO_COME, Why.TWO_DAYS})
"""Reasons for which a line records nothing, and may mean a bill."""
_LONGEST_DAY = 5
"""Words that say when something is due: `on the 1st of december`."""
_FAR = 300
"""Days ahead of which `due 11/20` means a day that is past, of this year."""


def bills_due(line: str, scope: Scope) -> tuple[BillSaid, ...]:
    """Return the bills that a line which records nothing may mean, the likeliest first; none where it is not plain.

    Of what is `due`, a day of the calendar comes again each month, a weekday each week; either may be meant once.
    """
    words = tuple(with_month_ends(split_words(line, scope.money, scope.vocabulary), scope.vocabulary))
    due = next((n for n, word in enumerate(words) if word.folded in scope.vocabulary.due_words), None)
    if due is None:
        said = bill_in(line, words, scope)  # `hoa 100 every 2 weeks from 4 dec`, `trash 33 on the 5th and 20th`
        if said is not None:
            return (said,)
        due = next((n for n, word in enumerate(words) if word.folded in from_words(scope.vocabulary)), None)
        words = tuple(word for n, word in enumerate(words) if n != due)  # `rent 900 from dec 1`
    if due is None:
        return ()
    for start in range(due, len(words)):
        for end in range(min(len(words), start + _LONGEST_DAY), start, -1):
            schedules = tuple(_schedules(words[start:end], scope))
            if not schedules:
                continue
            head = _undue((*words[:start], *words[end:]), scope.vocabulary)
            named = amount_at_either_end(head, scope)
            if named is not None:
                name, amount, about = named
                code = scope.money.currency.code
                return tuple(
                    BillSaid(written(line, name), amount, about, schedules=(one,), currency=code) for one in schedules
                )
    return ()


def _schedules(words: Sequence[Word], scope: Scope) -> Iterator[Schedule]:
    """Yield when something comes again that is due on a day, and the day itself."""
    vocabulary, today = scope.vocabulary, scope.today
    dated = any(word.kind in {Kind.DATE, Kind.ORDINAL} or names_day(word.folded, vocabulary) for word in words)
    if not dated and all(word.folded not in last_day_words(vocabulary) for word in words):
        return
    found: tuple[Schedule, ...] = ()
    said = [word for word in words if word.folded not in vocabulary.articles]  # `on the 1st of december`
    with suppress(Refused):
        found = schedules_said(said, Calendar(today, scope.money.locale, vocabulary, scope.names))
    for one in found[:1]:
        day = next(one.occurrences(today, date.max)).planned
        if one.step is not Step.ONCE:
            yield one
        elif any(word.folded in vocabulary.weekdays or word.folded in vocabulary.weekday_shorts for word in words):
            yield every_days(7, day)
        else:
            yield monthly(day.day)
        if one.step in {Step.ONCE, Step.MONTHLY} and day - today < timedelta(days=_FAR):
            yield once(day)


def _undue(words: Sequence[Word], vocabulary: Vocabulary) -> Sequence[Word]:
    """Return words without those that say that something is due: `is due`."""
    gone = vocabulary.due_words | vocabulary.talk_verbs
    return tuple(word for word in words if word.folded not in gone)


def bill_stated(line: str, scope: Scope) -> BillSaid | None:
    """Return the bill that somebody tells of who says no more: `my rent is 900 on the 1st`; None for any other line."""
    vocabulary = scope.vocabulary
    words = _undue(with_month_ends(split_words(line, scope.money, vocabulary), vocabulary), vocabulary)
    beside = vocabulary.owners | vocabulary.self_words | vocabulary.for_words | vocabulary.price_verbs
    return comes_again(line, [word for word in words if word.folded not in beside], scope)


def name_due(note: str, scope: Scope) -> str:
    """Return what a note says is due: `rent` of `rent is due`; an empty text where it says of nothing that it is."""
    words = split_words(note, scope.money, scope.vocabulary)
    if not any(word.folded in scope.vocabulary.due_words for word in words):
        return ""
    left = _undue(words, scope.vocabulary)
    return written(note, left) if left else ""
