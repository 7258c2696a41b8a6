"""The question that a look answers: `how much is left?`, `is rent paid?`, `what did I spend on fun?`. It records nothing."""

from collections.abc import Collection, Sequence
from contextlib import suppress
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from budget.categories import Category
from budget.errors import Refused
from budget.grammar import words as lexer
from budget.grammar.calendar import spans_of
from budget.grammar.lines import ends_in_question
from budget.grammar.readings import Scope
from budget.grammar.spans import Calendar, Sort, Span
from budget.grammar.unspaced import spaced
from budget.grammar.vocabulary import spending_verbs
from budget.grammar.words import Words, split_words
from languages.vocabulary import LONGEST

_LONGEST = 4  # words of a bill's name that are looked for
_MOST = 12  # words of a question
_OPENING = 3  # words that ask, before a month may be named: `how much may I spend`


class Stretch(StrEnum):
    """Days of which a question asks what was spent."""

    DAY = "day"
    LAST_WEEK = "last week"
    MONTH = "month"
    PERIOD = "period"


class Asked(NamedTuple):
    """What a question is about: a bill (its name, as it is compared), a category, the paycheck, or none of them.

    Without a ``stretch`` it is about this week. ``day`` is the day that is asked about, of a month its first; None for the others.
    """

    bill: str = ""
    category: Category | None = None
    paycheck: bool = False
    stretch: Stretch | None = None
    day: date | None = None


def asked_of(text: str, scope: Scope, bills: Collection[str]) -> Asked | None:
    """Return what a question without a number is about; None for any other text. ``bills`` are names, as they are compared."""
    text = spaced(text, scope.vocabulary)
    words = split_words(text, scope.money, scope.vocabulary)
    spoken = [word for word in words if word.kind is not lexer.Kind.SYMBOL]
    said = [word.folded for word in spoken]
    if not 0 < len(said) <= _MOST or any(word.kind > lexer.Kind.WORD for word in spoken):
        return None
    if not _is_question(text, said, scope):
        return None
    bill = _bill_in(said, bills)
    if bill:
        return Asked(bill)
    vocabulary = scope.vocabulary
    category = _category_in(said, scope)
    asks = any(word in vocabulary.money_asked for word in said)
    stretch, day = _stretch_in(tuple(spoken), said, scope)
    if category is not None:
        return Asked(category=category, stretch=stretch, day=day)
    if not asks:
        return None
    paycheck = any((word,) in vocabulary.income for word in said) or any(
        pair in vocabulary.income for pair in pairwise(said)
    )
    if paycheck or stretch is Stretch.PERIOD:
        return Asked(paycheck=True)
    return Asked(stretch=stretch, day=day)


def _is_question(text: str, said: Sequence[str], scope: Scope) -> bool:
    vocabulary = scope.vocabulary
    opens = said[0] in vocabulary.question_words or {tuple(said[:1]), tuple(said[:2])} & vocabulary.plans
    return bool(opens) or ends_in_question(text) or said[-1] in vocabulary.closing_questions


def _bill_in(said: Sequence[str], bills: Collection[str]) -> str:
    """Return the longest bill's name among words, an empty text where none is there."""
    for length in range(min(_LONGEST, len(said)), 0, -1):
        for first in range(len(said) - length + 1):
            name = " ".join(said[first : first + length])
            if name in bills:
                return name
    return ""


def _category_in(said: Sequence[str], scope: Scope) -> Category | None:
    """Return the one category that words name by its name, key or a keyword; None for none, and for several."""
    found = {match.category.number: match.category for n in range(len(said)) if (match := scope.names.own(said[n:]))}
    return next(iter(found.values())) if len(found) == 1 else None


def _stretch_in(words: Words, said: Sequence[str], scope: Scope) -> tuple[Stretch | None, date | None]:
    """Return of which days a question asks, and the day or the first of the month; None twice for this week."""
    match _named_span(said, scope):
        case "":
            pass
        case "month":
            return Stretch.MONTH, scope.today.replace(day=1)
        case "last month":
            return Stretch.MONTH, (scope.today.replace(day=1) - timedelta(days=1)).replace(day=1)
        case name:
            return Stretch(name), None
    day = _day_in(words, said, scope)
    if day is not None:
        return Stretch.DAY, day
    month = _month_in(said, scope)
    return (Stretch.MONTH, month) if month is not None else (None, None)


def _named_span(said: Sequence[str], scope: Scope) -> str:
    """Return the days that a phrase of a question names, as `Vocabulary.asked_spans` calls them; an empty text for none.

    The month alone is the last choice: `le mois` begins `le mois dernier`.
    """
    names = [
        name
        for length in range(LONGEST, 0, -1)
        for first in range(len(said) - length + 1)
        if (name := scope.vocabulary.asked_spans.get(tuple(said[first : first + length]))) is not None
    ]
    return next((name for name in names if name != "month"), "month" if names else "")


def _day_in(words: Words, said: Sequence[str], scope: Scope) -> date | None:
    """Return the one day that a question names. A weekday is one where the question says that something was spent."""
    spans: list[Span] = []
    with suppress(Refused):  # a day to come
        _, spans = spans_of(words, Calendar(scope.today, scope.money.locale, scope.vocabulary, scope.names))
    if len(spans) != 1 or spans[0].doubt or spans[0].day > scope.today:
        return None
    tells = not spending_verbs(scope.vocabulary).isdisjoint(said)
    return spans[0].day if spans[0].sort is Sort.RELATIVE or tells else None


def _month_in(said: Sequence[str], scope: Scope) -> date | None:
    """Return the first day of the latest month of a name, behind the question's first words: `may` opens one, too."""
    months = [month for word in said[_OPENING:] if (month := scope.vocabulary.months.get(word))]
    if len(months) != 1:
        return None
    first = scope.today.replace(month=months[0], day=1)
    return first if first <= scope.today else first.replace(year=first.year - 1)
