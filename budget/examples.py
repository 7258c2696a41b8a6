"""Examples of what people write, in a budget's own currency and categories, and of a size that is usual in it."""

from decimal import Decimal

from budget.budgets import Budget
from budget.categories import STARTERS, starters_in
from budget.currencies import usual_scale
from budget.money import Money
from languages import spoken

_FUN, *_ = STARTERS


def amount_like(money: Money, amount: str) -> str:
    """Return an amount in US dollars (`12.50`) as one of the same size is typed in another currency: `12,50`, `1250`.

    Without a grouping mark, and never with three decimals: those are read as thousands in some places.
    """
    scale, written = usual_scale(money.currency), Decimal(amount)
    if scale > 1 or not money.currency.exponent:
        return str(int(written * scale))
    return f"{written:.2f}".replace(".", money.locale.decimal) if "." in amount else amount


def typed(money: Money, minor: int) -> str:
    """Return an amount as a person types it: `900`, `45.30`, `45,30`."""
    return money.plain(minor).removesuffix(f".{'0' * money.currency.exponent}").replace(".", money.locale.decimal)


def spent_like(money: Money, language: str) -> str:
    """Return an expense to write, in a budget that nothing is known of but its language: `12.50 fun tacos`."""
    first, *_ = starters_in(spoken(language))
    return _spent(money, first.name.lower(), "tacos")


def _spent(money: Money, *words: str) -> str:
    return " ".join([amount_like(money, "12.50"), *words])


def spent_in(budget: Budget) -> str:
    """Return an expense to write in a category that the budget has: the first that is named by one word."""
    named = [one.name.lower() for one in budget.current]
    fun = next((one.name.lower() for one in budget.current if one.key == _FUN.key), None)
    if fun is not None:
        return _spent(budget.money, fun, "tacos")
    return _spent(budget.money, next((name for name in named if " " not in name), named[0]))
