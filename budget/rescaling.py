"""How a budget gets another currency: its amounts keep their numbers ($120.00 become ¥120), and nothing is converted.

The limits that a budget begins with are of the size that is usual in its currency, while nobody has changed them.
"""

from dataclasses import replace

from budget.budgets import Beginnings, Budget
from budget.categories import STARTERS
from budget.currencies import currency_named
from budget.errors import InvalidChoice, NotFound, Why
from budget.ledger import BudgetTransaction
from budget.money import Money


def factor(was: Money, to: Money) -> tuple[int, int]:
    """Return what minor units are multiplied with and divided by, so that $150.00 become ¥150 and KD150.000."""
    more = to.currency.exponent - was.currency.exponent
    return 10 ** max(0, more), 10 ** max(0, -more)


def rescale(was: Money, to: Money, tx: BudgetTransaction) -> None:
    """Bring all amounts into the minor units of another currency."""
    times, by = factor(was, to)
    if times != by:
        tx.rescale(times, by, to.cap)


def relabel(was: str, to: str, tx: BudgetTransaction) -> Budget:
    """Let all amounts have been in another currency all along: $12.50 are €12.50, ¥1,250 are $1,250.00. A repeat changes nothing.

    Raises `NotFound` where the budget is in neither, `InvalidChoice` where an amount can't be in the other one: its decimals would
    be lost, or it would be more than an entry can be; or where there are too many to be written anew.
    """
    budget = tx.budget
    if budget.money.currency.code == to:
        return budget
    if budget.money.currency.code != was:
        raise NotFound(was)
    money = Money(currency_named(to), budget.money.locale)
    times, by = factor(budget.money, money)
    if times != by and tx.holds_many():
        raise InvalidChoice(Why.CURRENCY_IN_USE, was)
    odd = tx.odd_amount(by)
    if odd is not None:
        raise InvalidChoice(Why.LOSES_DECIMALS, budget.money.written(odd))
    largest = tx.largest_amount()
    if largest * times // by > money.cap:
        raise InvalidChoice(Why.LARGE_IN_OTHER, budget.money.written(largest))
    rescale(budget.money, money, tx)
    tx.set_settings(Beginnings(money, budget.time_zone, budget.week_starts_on, budget.language))
    return tx.budget


def begin_in(currency: str, tx: BudgetTransaction) -> None:
    """Let a budget in which nothing stands be in a currency. Raises `InvalidChoice` where something stands in another one."""
    budget = tx.budget
    if budget.money.currency.code == currency:
        return
    if not tx.is_empty():
        raise InvalidChoice(Why.CURRENCY_IN_USE, budget.money.currency.code)
    money = replace(budget.money, currency=currency_named(currency))
    begin_again(Beginnings(money, budget.time_zone, budget.week_starts_on, budget.language), tx)


def begin_again(beginnings: Beginnings, tx: BudgetTransaction) -> None:
    """Give settings to a budget; one that gets another currency has nothing standing in it."""
    was, currency = tx.budget, beginnings.money.currency
    if currency != was.money.currency:
        tx.leave_undone()
    rescale(was.money, beginnings.money, tx)
    tx.set_settings(beginnings)
    if currency == was.money.currency:
        return
    limits = {one.key: one for one in STARTERS}
    for held in was.current:
        new = limits.get(held.key)
        if new is not None and not held.limits and held.limit == new.limit_in(was.money.currency):
            tx.set_starting_limit(held.number, new.limit_in(currency))
