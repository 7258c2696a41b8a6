"""How a budget gets another currency: its amounts keep their numbers ($150.00 become ¥150), and nothing is converted."""

from dataclasses import replace

from budget.budgets import Beginnings
from budget.currencies import currency_named
from budget.errors import InvalidChoice, Why
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


def begin_in(currency: str, tx: BudgetTransaction) -> None:
    """Let a budget in which nothing stands be in a currency. Raises `InvalidChoice` where something stands in another one."""
    budget = tx.budget
    if budget.money.currency.code == currency:
        return
    if not tx.is_empty():
        raise InvalidChoice(Why.CURRENCY_IN_USE, budget.money.currency.code)
    money = replace(budget.money, currency=currency_named(currency))
    rescale(budget.money, money, tx)
    tx.set_settings(Beginnings(money, budget.time_zone, budget.week_starts_on, budget.language))
