"""What tests of CSV share: a budget, its entries, and how a table begins."""

from datetime import date

from budget.budgets import Budget
from budget.categories import STARTERS, Category
from budget.currencies import currency_named
from budget.entries import Entry, Kind
from budget.locales import locale_named
from budget.money import Money

TODAY = date(2026, 11, 22)
HEADING = "day,amount,note\n"
DAY = "2026-03-14"


def budget_in(currency: str = "USD") -> Budget:
    categories = tuple(
        Category(number, new.key, new.name, new.keywords, new.limit * 100) for number, new in enumerate(STARTERS, 1)
    )
    return Budget(1, Money(currency_named(currency), locale_named("de_DE")), "UTC", 0, categories)


def entry(amount: int, note: str = "", kind: Kind = Kind.EXPENSE, category: int | None = 1) -> Entry:
    return Entry(kind, amount, TODAY, category if kind.is_spending else None, note)
