"""The days that a budget's bills and paydays fall on, written out as a calendar shows them."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from budget.bills import Due, State
from budget.ledger import BudgetView
from budget.paydays import Source, next_payday
from budget.sums import bills_of

_BACK = timedelta(days=31)
_AHEAD = timedelta(days=396)
"""Thirteen months: what recurs yearly is there, too."""
MOST_DUES = 2000
"""Occurrences of bills: four a day for thirteen months, and a calendar of some 500 KiB."""
_SHOWN = frozenset({State.OPEN, State.MOVED, State.OVERDUE, State.PAID})


@dataclass(frozen=True, slots=True)
class Calendar:
    """Bills and paydays around a day: the month before, and thirteen months from it on.

    ``paydays`` are all that a rule names; without one the next alone, which is only ``is_expected``. Those before ``today`` are
    days on which no paycheck came.
    """

    today: date
    dues: tuple[Due, ...]
    paydays: tuple[date, ...]
    is_expected: bool = False


def calendar_of(view: BudgetView, today: date) -> Calendar:
    """Return a budget's calendar. Occurrences that were skipped or let go are not in it."""
    start, end = today - _BACK, today + _AHEAD
    dues = (due for due in bills_of(view, start).dues(start, end, today) if due.state in _SHOWN)
    shown = tuple(islice(dues, MOST_DUES))
    pay, rule = view.pay(today), view.budget.payday
    following = next_payday(pay.paydays, rule) if pay is not None else None
    if following is not None and following.source is not Source.SAID:
        return Calendar(today, shown, (following.day,), is_expected=True)
    first = following.day if following is not None else today
    return Calendar(today, shown, tuple(one.day for one in rule.occurrences(first, end)) if rule is not None else ())
