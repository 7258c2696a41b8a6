"""What was spent over the days that a question asks about, and its entries: `how much did I spend yesterday?`, `list last week`."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from budget.bills import Bill, Payment
from budget.categories import Category, as_compared, folded
from budget.daily import daily_sums, days_of
from budget.entries import RecordedEntry
from budget.grammar import Asked, Stretch
from budget.grammar.commands import is_called_bills
from budget.grammar.listing import Listed
from budget.grammar.naming import other_forms
from budget.grammar.unspaced import spaced
from budget.ledger import BudgetView
from budget.looks import summary_of
from budget.money import clean
from budget.overview import days_of_pay, month_of
from budget.payments import bill_named
from budget.periods import Days
from budget.summary import Summary
from budget.sums import bills_of
from languages.vocabulary import Vocabulary

_REMEMBERED = 10_000  # words of notes
_FIRST = frozenset({0})
_MARKS = "#@.,:;!?()[]{}\"'*-–—“”«»،؛؟。、"


class AskedSpending(NamedTuple):
    """What each category spent over some days, by its number, and what bills outside the limits took; minor units.

    Where one ``bill`` is asked about, ``bills`` is what was paid for it alone, or recorded with its name as the note.
    ``summary`` is of the present week. ``days`` are None where a pay period is asked about and there is none yet.
    """

    summary: Summary
    days: Days | None
    spent: Mapping[int, int]
    bills: int
    categories: tuple[Category, ...]
    """All of the budget, removed ones too."""
    bill: Bill | None = None
    of_thing: int | None = None
    """What was spent on the thing that is asked about: on entries that name it in their notes; None where none does."""
    earned: int = 0
    """What came in, where that is asked."""


def spending_asked(view: BudgetView, now: datetime, asked: Asked) -> AskedSpending:
    """Return what was spent over the days that a question asks about."""
    summary = summary_of(view, now)
    days = _days(asked, summary)
    if days is None:
        return AskedSpending(summary, None, {}, 0, view.budget.categories)
    known = AskedSpending(summary, days, {}, 0, view.budget.categories)
    if asked.bill:
        bills = bills_of(view, days.start)
        bill = bill_named(asked.bill, bills)
        return known._replace(
            bill=bill, bills=_of_bill(view, days, asked.bill, [] if bill is None else bills.payments_of(bill))
        )
    if asked.thing and is_called_bills(asked.thing, view.budget.language):
        return known._replace(of_thing=daily_sums(view, days).bills(days))
    of_thing = _of_thing(view, days, asked.thing) if asked.thing else None
    if asked.thing and asked.category is None:
        return known._replace(of_thing=of_thing)
    if asked.earned:
        return known._replace(earned=view.came_in(days))
    sums = daily_sums(view, days)
    return known._replace(spent=sums.by_category(days), bills=sums.bills(days), of_thing=of_thing)


class EntriesAsked(NamedTuple):
    """The entries that are asked for one by one, at most so many, and what was spent over the same days.

    ``more`` tells that there are others. Of an amount, ``held`` has all that exceed it.
    """

    spending: AskedSpending
    held: Sequence[RecordedEntry]
    more: bool
    today: date


def entries_asked(view: BudgetView, now: datetime, listed: Listed, most: int) -> EntriesAsked:
    """Return the entries that are asked for: the latest day first, and the largest first where they are chosen by their amounts."""
    spending = spending_asked(view, now, listed.asked)
    days, category = spending.days, listed.asked.category
    number = None if category is None else category.number
    if days is None:
        held: Sequence[RecordedEntry] = ()
    elif listed.largest or listed.over is not None:
        held = view.expenses_in(days, most + 1, listed.over or 0, number)
    else:
        held = view.entries_in(days, most + 1, number)
    return EntriesAsked(spending, held[:most], len(held) > most, view.budget.day_of(now))


def _of_bill(view: BudgetView, days: Days, name: str, payments: Sequence[Payment]) -> int:
    """Return what was paid for a bill, or recorded with its name as the note."""
    paid, last = {(one.message, one.line) for one in payments}, name.rsplit(maxsplit=1)[-1]
    return sum(
        one.amount
        for one in view.spendings(days)
        # Of most notes the last word tells that they are others: to compare them whole takes ten times as long.
        if (one.message, one.line) in paid or (last in folded(clean(one.note)) and as_compared(one.note) == name)
    )


def _of_thing(view: BudgetView, days: Days, thing: str) -> int | None:
    """Return what entries cost that have a thing in their notes, in whichever form; None for no such entry."""
    named = _Named(thing, view.budget.words)
    found, spent = False, 0
    for one in view.spendings(days):
        if named.in_note(one.note):
            found, spent = True, spent + one.amount
    return spent if found else None


class _Named:
    """Which notes name a thing: those that have its words one behind the other, in whichever form.

    A year of one budget may have 200,000 notes, so the words that come again and again are remembered.
    """

    def __init__(self, thing: str, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._meant = [_forms(word, vocabulary) for word in spaced(folded(thing), vocabulary).split()]
        self._places = lru_cache(maxsize=_REMEMBERED)(self._places_of)

    def in_note(self, note: str) -> bool:
        """Whether a note names it."""
        text = folded(note)
        if self._vocabulary.particles:  # to part such a text takes a hundred times longer than to look for a word in it
            if not any(form in text for form in self._meant[0]):
                return False
            text = spaced(text, self._vocabulary)
        begun: frozenset[int] = frozenset()
        for word in text.split():
            places = self._places(word)
            begun = places & (_FIRST | {at + 1 for at in begun}) if places else places
            if len(self._meant) - 1 in begun:
                return True
        return False

    def _places_of(self, word: str) -> frozenset[int]:
        """Return which words of the thing a word of a note may be."""
        forms = _forms(word.strip(_MARKS), self._vocabulary)
        return frozenset(n for n, meant in enumerate(self._meant) if not forms.isdisjoint(meant))


def _forms(word: str, vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset((word, *other_forms(word, vocabulary)))


def _days(asked: Asked, summary: Summary) -> Days | None:
    if asked.stretch is Stretch.LAST_WEEK:
        return days_of(summary.week.previous)
    if asked.stretch is Stretch.PERIOD:
        period = summary.pay_period
        return None if period is None else days_of_pay(period, summary.today)
    if asked.stretch is None:
        return days_of(summary.week)
    day = asked.day or summary.today
    if asked.last is not None:
        return Days(day, asked.last + timedelta(days=1))
    return month_of(day) if asked.stretch is Stretch.MONTH else _one(day)


def _one(day: date) -> Days:
    return Days(day, day + timedelta(days=1))
