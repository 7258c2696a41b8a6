"""A ledger for Beancount 3: accounts opened the day before the first entry, texts escaped, the identity as metadata.

An account's parts begin with a capital or a digit and hold letters, digits and hyphens: ``predictable_necessities`` becomes
``Expenses:Predictable-Necessities``, and ``食費`` ``Expenses:C-食費``.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from budget.budgets import Budget
from budget.entries import Kind, RecordedEntry
from budget.exports.texts import Written, one_line, written

_WALLET = "Assets:Wallet"
_INCOME = {Kind.PAYCHECK: "Income:Paycheck", Kind.EXTRA: "Income:Extra"}


def lines(budget: Budget, held: Iterable[RecordedEntry], first: date) -> Iterator[str]:
    """Yield the ledger. ``first`` is the day of the budget's first entry, whichever order the entries come in."""
    code = budget.money.currency.code
    accounts = accounts_of(budget)
    opened = (first - timedelta(days=1)).isoformat()
    yield f'option "operating_currency" "{code}"\n\n'
    for account in (*accounts.values(), *_INCOME.values(), _WALLET):
        yield f"{opened} open {account} {code}\n"
    for one in written(budget, held):
        yield _transaction(budget, one, accounts)


def accounts_of(budget: Budget) -> dict[int, str]:
    """Return the account of each category by its number; no two are the same."""
    accounts: dict[int, str] = {}
    for category in budget.categories:
        name = _part(category.key)
        taken = set(accounts.values())
        candidates = (f"Expenses:{name}" if n == 1 else f"Expenses:{name}-{n}" for n in range(1, len(taken) + 2))
        accounts[category.number] = next(account for account in candidates if account not in taken)
    return accounts


def _part(key: str) -> str:
    """Return a key as a part of an account."""
    plain = "".join(letter if unicodedata.category(letter)[0] == "L" or letter.isdecimal() else "-" for letter in key)
    words = [word[:1].upper() + word[1:] if len(word[:1].upper()) == 1 else word for word in plain.split("-") if word]
    name = "-".join(words)
    return name if name[:1].isdecimal() or unicodedata.category(name[:1] or " ") == "Lu" else f"C-{name}".rstrip("-")


def _transaction(budget: Budget, one: Written, accounts: dict[int, str]) -> str:
    entry, code = one.entry, budget.money.currency.code
    minor = entry.amount if entry.kind is Kind.EXPENSE else -entry.amount
    account = accounts[one.category.number] if one.category is not None else _INCOME[entry.kind]
    label = one_line(one.label).replace("\\", "\\\\").replace('"', '\\"')
    plain = budget.money.plain
    return (
        f'\n{entry.day.isoformat()} * "{label}"\n  entry: "{one.identity}"\n'
        f"  {account}  {plain(minor)} {code}\n  {_WALLET}  {plain(-minor)} {code}\n"
    )
