"""A journal for hledger and for ledger, in one file that both check strictly.

Every commodity and account is declared. The code in brackets is the entry's identity, and protects notes that begin with what
the programs read (``( * !``). Two blanks stand before an amount, nothing is grouped or tagged, and only the wallet's side is left
to be inferred.
"""

from collections.abc import Container, Iterable, Iterator

from budget.budgets import Budget
from budget.categories import MOST_EVER
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
    spending = {category.key: f"expenses:{category.key}" for category in budget.categories}
    others = {**_INCOME, Kind.BILL: f"expenses:{_bills(spending)}"}
    for account in (*spending.values(), *others.values(), _WALLET):
        yield f"account {account}\n"
    for one in written(budget, held):
        account = spending[one.category.key] if one.category is not None else others[one.entry.kind]
        yield _transaction(budget, one, account)


def _bills(keys: Container[str]) -> str:
    """Return the name of the account of bills outside the weekly limits, which is no category's."""
    return next(name for name in ("bills", *(f"bills_{n}" for n in range(2, MOST_EVER + 2))) if name not in keys)


def _transaction(budget: Budget, one: Written, account: str) -> str:
    entry = one.entry
    amount = f"{budget.money.plain(one.spent)} {budget.money.currency.code}"
    label = one_line(one.label.replace(";", ",").replace("\uff1b", ","))
    return f"\n{entry.day.isoformat()} ({one.identity}) {label}\n    {account}  {amount}\n    {_WALLET}\n"
