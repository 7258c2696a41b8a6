"""What a week's sums become: spread expenses in their shares, what is carried into the week, and the bills as of a day."""

from collections.abc import Collection, Container, Mapping, Sequence
from datetime import date, timedelta

from budget.bills import Bills
from budget.ledger import BudgetTransaction, BudgetView, MessageTransaction
from budget.ledger_values import Spent, WeekSums
from budget.limits import balance_in, weeks_carried
from budget.periods import Week
from budget.spreads import Spread, moved_by

_BACK = timedelta(days=62)
"""Before a day, where open occurrences of bills and those that were moved to it are planned."""


def spent_in_week(view: BudgetView, week: Week) -> WeekSums:
    """Return what was spent in a week, with the shares of spread expenses."""
    sums = view.spent(week)
    if not view.budget.has_spreads:
        return sums
    spent = dict(sums.by_category)
    for category, change in moved_by(view.spreads(), week).items():
        spent[category] = spent.get(category, 0) + change
    return sums._replace(by_category=spent)


def sums_and_told(
    tx: MessageTransaction, week: Week, spreads: Sequence[Spread], of: Collection[int]
) -> Mapping[int, Spent]:
    """Return what categories spent in a week as `spent_in_week`, those that are ``of`` some at least, and who told of a limit."""
    spent = dict(tx.spent_and_told(week, next(iter(of)) if len(of) == 1 else None))
    for category, change in moved_by(spreads, week).items():
        held = spent.get(category, Spent(0, None))
        spent[category] = held._replace(amount=held.amount + change)
    return spent


def balances(view: BudgetView, week: Week, of: Container[int] | None = None) -> Mapping[int, int]:
    """Return what is carried into a week by category, minor units; only categories that carry, and only those ``of`` them.

    One read, of 104 weeks at most, and none where no such category carries.
    """
    carrying = [one for one in view.budget.current if one.carries and (of is None or one.number in of)]
    longest = max((weeks_carried(one.carries, week) for one in carrying), key=len, default=())
    if not longest:
        return {}
    spent = _spent_in(view, longest)
    return {one.number: balance_in(one.limit_in, one.carries, week, spent.get(one.number, {})) for one in carrying}


def _spent_in(view: BudgetView, weeks: Sequence[Week]) -> Mapping[int, Mapping[date, int]]:
    """Return what was spent by category and first day of the week, with the shares of spread expenses."""
    spent = {category: dict(sums) for category, sums in view.spent_in(weeks).items()}
    spreads = view.spreads() if view.budget.has_spreads else ()
    for week in weeks:
        for category, change in moved_by(spreads, week).items():
            sums = spent.setdefault(category, {})
            sums[week.start] = sums.get(week.start, 0) + change
    return spent


def bills_of(view: BudgetView | BudgetTransaction, since: date) -> Bills:
    """Return a budget's bills with what was decided about occurrences that fall due on a day or later, or shortly before."""
    if not view.budget.bills:
        return Bills()
    start = since - min(_BACK, since - date.min)
    return Bills(view.budget.bills, {(one.bill, one.planned): one for one in view.decisions(start)})
