"""What can name no category: what the grammar reads as something else."""

from datetime import date
from functools import lru_cache

from budget.categories import LAST_RESORT, Category, as_compared
from budget.currencies import MONEY_WORDS, currency_named
from budget.entries import Entry, Kind
from budget.grammar.lines import read_line
from budget.grammar.readings import Question, Reading, Scope, Understood
from budget.grammar.vocabulary import reserved
from budget.locales import locale_named
from budget.money import Money
from languages.en.vocabulary import VOCABULARY as ENGLISH
from languages.vocabulary import Vocabulary

# The currencies of which a word may be the mark in their own budgets alone, and one of which American dollars are another.
_MONEYS = tuple(Money(currency_named(code), locale_named("en_US")) for code in ("USD", "EUR", "GBP", "HUF", "ZAR"))
_ANY_DAY = date(2026, 1, 1)


@lru_cache(maxsize=64)
def reserved_words(vocabulary: Vocabulary = ENGLISH) -> frozenset[str]:
    """Return the words of a budget's tables, and of money."""
    return reserved(vocabulary) | MONEY_WORDS


def means_only(name: str, own: Money | None = None) -> bool:
    """Whether `5 name` and `name 5` are recorded to a category of this name, or asked about, in a budget of any currency."""
    category = Category(1, "\0", name, (), 0)  # nobody writes this key, so that only the name can name it
    longer = Category(2, "\2", f"{name}s and others", (), 0)  # a part of the name must not be enough
    categories = (category, longer, Category(3, LAST_RESORT, "\1", (), 0))
    for money in (*_MONEYS, *([own] if own is not None else [])):
        scope = Scope(money, categories, _ANY_DAY)
        amount = 5 * 10**money.currency.exponent
        if not all(_fits(read_line(line, scope), amount, category) for line in (f"5 {name}", f"{name} 5")):
            return False
    return True


def _fits(reading: Reading, amount: int, category: Category) -> bool:
    """Whether a reading is an expense of the category, or a question that offers one."""
    match reading:
        case Understood(entry):
            entries: tuple[Entry, ...] = (entry,)
        case Question(_, choices):
            entries = tuple(entry for choice in choices for entry in choice.entries)
        case _:
            return False
    wanted = (Kind.EXPENSE, amount, category.number)
    return any((entry.kind, entry.amount, entry.category) == wanted for entry in entries)


def stays_in_note(name: str, categories: tuple[Category, ...], money: Money) -> bool:
    """Whether `name 5000` and `5000 name` are each one expense whose note is the name, in a budget with these categories."""
    scope = Scope(money, categories, _ANY_DAY)
    return all(_has_note(read_line(line, scope), name) for line in (f"{name} 5000", f"5000 {name}"))


def _has_note(reading: Reading, name: str) -> bool:
    return (
        isinstance(reading, Understood)
        and reading.entry.kind is Kind.EXPENSE
        and as_compared(reading.entry.note) == as_compared(name)
    )
