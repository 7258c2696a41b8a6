"""Examples of what people write, in a budget's own currency and categories, and of a size that is usual in it."""

from decimal import Decimal

from budget.budgets import Budget
from budget.categories import STARTERS, starters_in, without_icon
from budget.currencies import usual_scale
from budget.money import Money
from languages import ENGLISH, TREATS, spoken

_FUN, *_ = STARTERS
_LAST_DAY = 31


def amount_like(money: Money, amount: str) -> str:
    """Return an amount in US dollars (`12.50`) as one of the same size is typed in another currency: `12,50`, `1250`.

    Without a grouping mark, and never with three decimals: those are read as thousands in some places.
    """
    scale, written = usual_scale(money.currency), Decimal(amount)
    if scale > 1 or not money.currency.exponent:
        return str(int(written * scale))
    return f"{written:.2f}".replace(".", money.locale.decimal) if "." in amount else amount


def category_in(budget: Budget) -> str:
    """Return a category of a budget as it is typed in an example: Fun, or the first that is named by one word."""
    names = [without_icon(one.name) for one in budget.current]
    fun = next((without_icon(one.name) for one in budget.current if one.key == _FUN.key), None)
    name = fun or next((name for name in names if " " not in name), names[0])
    return name.lower() if budget.language == ENGLISH else name


def in_budget(budget: Budget, example: str) -> str:
    """Return an example of a new budget in US dollars (`80 fun`, `rent 900 on the 1st`) as one of a budget's own.

    Amounts are those numbers that are no day of a month.
    """
    first, *_ = starters_in(spoken(budget.language))
    fun = {_FUN.name.lower(), first.name.lower()}
    return " ".join(
        category_in(budget)
        if word.lower() in fun
        else amount_like(budget.money, word)
        if word.isascii() and word.isdecimal() and int(word) > _LAST_DAY
        else word
        for word in example.split(" ")
    )


def typed(money: Money, minor: int) -> str:
    """Return an amount as a person types it: `900`, `45.30`, `45,30`."""
    return money.plain(minor).removesuffix(f".{'0' * money.currency.exponent}").replace(".", money.locale.decimal)


def spent_like(money: Money, language: str) -> str:
    """Return an expense to write, in a budget that nothing is known of but its language: `12.50 fun tacos`."""
    first, *_ = starters_in(spoken(language))
    return _spent(money, first.name.lower(), TREATS[spoken(language)])


def _spent(money: Money, *words: str) -> str:
    return " ".join([amount_like(money, "12.50"), *words])


def spent_in(budget: Budget) -> str:
    """Return an expense to write in a category that the budget has: the first that is named by one word."""
    named = category_in(budget)
    has_fun = any(one.key == _FUN.key for one in budget.current)
    return _spent(budget.money, named, TREATS[spoken(budget.language)]) if has_fun else _spent(budget.money, named)
