"""Read files as an import does, and say what came of them in one line a row."""

from collections.abc import Mapping
from datetime import date

from budget.budgets import Budget
from budget.categories import STARTERS, Category
from budget.currencies import currency_named
from budget.imports.files import open_file
from budget.imports.rows import ImportedRow, Preview, Topic
from budget.locales import locale_named
from budget.money import Money

TODAY = date(2026, 11, 25)


def budget_in(currency: str = "USD", locale: str = "en_US", zone: str = "UTC") -> Budget:
    """A new budget."""
    categories = tuple(Category(n, new.key, new.name, new.keywords, new.limit) for n, new in enumerate(STARTERS, 1))
    return Budget(1, Money(currency_named(currency), locale_named(locale)), zone, 0, categories)


USD = budget_in()
EUR = budget_in("EUR", "de_DE", "Europe/Berlin")


def preview(content: str | bytes, budget: Budget = USD, answers: Mapping[Topic, str] | None = None) -> Preview:
    """Read a file on a fixed day."""
    bytes_ = content.encode() if isinstance(content, str) else content
    return open_file(bytes_, budget).preview(budget, TODAY, answers or {})


def line_of(row: ImportedRow, budget: Budget = USD) -> str:
    """Return a row as ``2: expense -12.50 2026-03-14 tacos [Fun] #id``."""
    category = f" [{row.category}]" if row.category is not None else ""
    number = f" #{row.bank_id}" if row.bank_id is not None else ""
    amount = budget.money.plain(row.amount)
    return " ".join(f"{row.line}: {row.kind} {amount} {row.day} {row.note}{category}{number}".split())


def lines_of(read: Preview, budget: Budget = USD) -> list[str]:
    """Return everything that became of a file, a line each: rows, then what was refused, left out and asked."""
    return [
        *(line_of(row, budget) for row in read.rows),
        *(f"{one.line}: refused, {one.why.name} {one.word}".rstrip() for one in read.refused),
        *(f"{one.line}: left out, {one.why.name} {one.currency}".rstrip() for one in read.left_out),
        *(" ".join(f"{one.line}: asked, {one.topic.name} {one.example}".split()) for one in read.questions),
    ]
