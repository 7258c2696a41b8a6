"""A journal for hledger and for ledger, in one file that both check strictly.

Every commodity and account is declared. The code in brackets is the entry's identity, and protects notes that begin with what
the programs read (``( * !``). Two blanks stand before an amount, nothing is grouped or tagged, and only the wallet's side is left
to be inferred.
"""

from collections.abc import Iterable, Iterator

from budget.budgets import Budget
from budget.entries import Kind, RecordedEntry
from budget.exports.texts import Written, one_line, written

_WALLET = "assets:wallet"
_INCOME = {Kind.PAYCHECK: "income:paycheck", Kind.EXTRA: "income:extra"}


def lines(budget: Budget, held: Iterable[RecordedEntry]) -> Iterator[str]:
    """Yield the journal, entries in the order given."""
    currency = budget.money.currency
    yield f"commodity {currency.code}\n"
    if currency.exponent:
        yield f"    format 1000.{'0' * currency.exponent} {currency.code}\n"
    yield "\n"
    for account in (*(f"expenses:{category.key}" for category in budget.categories), *_INCOME.values(), _WALLET):
        yield f"account {account}\n"
    for one in written(budget, held):
        yield _transaction(budget, one)


def _transaction(budget: Budget, one: Written) -> str:
    entry = one.entry
    minor = entry.amount if entry.kind is Kind.EXPENSE else -entry.amount
    account = f"expenses:{one.category.key}" if one.category is not None else _INCOME[entry.kind]
    amount = f"{budget.money.plain(minor)} {budget.money.currency.code}"
    label = one_line(one.label.replace(";", ",").replace("\uff1b", ","))
    return f"\n{entry.day.isoformat()} ({one.identity}) {label}\n    {account}  {amount}\n    {_WALLET}\n"
