"""A ledger for Beancount 3: accounts opened the day before the first entry, texts escaped, the identity as metadata.

An account's parts begin with a capital or a digit and hold letters, digits and hyphens: ``predictable_necessities`` becomes
``Expenses:Predictable-Necessities``, and ``食費`` ``Expenses:C-食費``.
"""

import unicodedata
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta

from budget.budgets import Budget
from budget.entries import Kind, RecordedEntry
from budget.exports.texts import Written, one_line, written

_WALLET = "Assets:Wallet"
_INCOME = {Kind.PAYCHECK: "Income:Paycheck", Kind.EXTRA: "Income:Extra"}


def lines(budget: Budget, held: Iterable[RecordedEntry], first: date) -> Iterator[str]:
    """Yield the ledger. ``first`` is the day of the budget's first entry, whichever order the entries come in."""
    code = budget.money.currency.code
    spending = accounts_of(budget)
    others = {**_INCOME, Kind.BILL: _unused("Bills", spending.values())}
    opened = (first - timedelta(days=1)).isoformat()
    yield f'option "operating_currency" "{code}"\n\n'
    for account in (*spending.values(), *others.values(), _WALLET):
        yield f"{opened} open {account} {code}\n"
    for one in written(budget, held):
        account = spending[one.category.number] if one.category is not None else others[one.entry.kind]
        yield _transaction(budget, one, account)


def accounts_of(budget: Budget) -> dict[int, str]:
    """Return the account of each category by its number; no two are the same."""
    accounts: dict[int, str] = {}
    for category in budget.categories:
        accounts[category.number] = _unused(_part(category.key), accounts.values())
    return accounts


def _unused(name: str, taken: Collection[str]) -> str:
    """Return an account of expenses that is not taken."""
    candidates = (f"Expenses:{name}" if n == 1 else f"Expenses:{name}-{n}" for n in range(1, len(taken) + 2))
    return next(account for account in candidates if account not in taken)


def _part(key: str) -> str:
    """Return a key as a part of an account."""
    plain = "".join(letter if unicodedata.category(letter)[0] == "L" or letter.isdecimal() else "-" for letter in key)
    words = [word[:1].upper() + word[1:] if len(word[:1].upper()) == 1 else word for word in plain.split("-") if word]
    name = "-".join(words)
    return name if name[:1].isdecimal() or unicodedata.category(name[:1] or " ") == "Lu" else f"C-{name}".rstrip("-")


def _transaction(budget: Budget, one: Written, account: str) -> str:
    entry, code = one.entry, budget.money.currency.code
    label = one_line(one.label).replace("\\", "\\\\").replace('"', '\\"')
    plain = budget.money.plain
    return (
        f'\n{entry.day.isoformat()} * "{label}"\n  entry: "{one.identity}"\n'
        f"  {account}  {plain(one.spent)} {code}\n  {_WALLET}  {plain(-one.spent)} {code}\n"
    )
