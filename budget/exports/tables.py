"""Tables for other budget programs, each by its own heading and with the sign that it wants for spending.

YNAB         https://docs.youneedabudget.com/article/173-file-based-import: two columns of money
Actual       its own export's heading (export-to-csv.ts): spending is below zero
Firefly III  its own export's heading (ExportDataGenerator.php): a withdrawal is below zero, the type says the same
Lunch Money  date,payee,amount,category,notes: spending is below zero
"""

from collections.abc import Iterable, Iterator

from budget.budgets import Budget
from budget.entries import Kind, RecordedEntry
from budget.exports.texts import Written, csv_lines, guarded, written

_WALLET = "Wallet"


def ynab(budget: Budget, held: Iterable[RecordedEntry]) -> Iterator[str]:
    """Yield the table that YNAB reads; a refund is money in."""

    def row(one: Written) -> tuple[str, ...]:
        amount = budget.money.plain(one.entry.amount)
        out, into = (amount, "") if one.entry.kind.is_money_out else ("", amount)
        return one.entry.day.isoformat(), _payee(one), _category(one), "", out, into

    return csv_lines(("Date", "Payee", "Category", "Memo", "Outflow", "Inflow"), map(row, written(budget, held)))


def actual(budget: Budget, held: Iterable[RecordedEntry]) -> Iterator[str]:
    """Yield the table that Actual writes and reads."""

    def row(one: Written) -> tuple[str, ...]:
        return _WALLET, one.entry.day.isoformat(), _payee(one), "", _category(one), _signed(budget, one), "Cleared"

    heading = ("Account", "Date", "Payee", "Notes", "Category", "Amount", "Cleared")
    return csv_lines(heading, map(row, written(budget, held)))


def firefly(budget: Budget, held: Iterable[RecordedEntry]) -> Iterator[str]:
    """Yield the table that Firefly III's importer reads; the identity is its own `external_id`."""
    code = budget.money.currency.code

    def row(one: Written) -> tuple[str, ...]:
        spent = one.entry.kind.is_money_out
        other = _category(one) or str(one.entry.kind)
        source, destination = (_WALLET, other) if spent else (other, _WALLET)
        kind, day = "Withdrawal" if spent else "Deposit", one.entry.day.isoformat()
        signed, payee = _signed(budget, one), _payee(one)
        return kind, signed, code, payee, day, source, destination, _category(one), one.identity

    heading = "type,amount,currency_code,description,date,source_name,destination_name,category,external_id"
    return csv_lines(heading.split(","), map(row, written(budget, held)))


def lunchmoney(budget: Budget, held: Iterable[RecordedEntry]) -> Iterator[str]:
    """Yield the table that Lunch Money reads."""
    code = budget.money.currency.code

    def row(one: Written) -> tuple[str, ...]:
        return one.entry.day.isoformat(), _payee(one), _signed(budget, one), code, _category(one), ""

    return csv_lines(("date", "payee", "amount", "currency", "category", "notes"), map(row, written(budget, held)))


def _payee(one: Written) -> str:
    return guarded(one.label)


def _category(one: Written) -> str:
    if one.entry.kind is Kind.BILL:
        return "Bills"
    return "" if one.category is None else guarded(one.category.name)


def _signed(budget: Budget, one: Written) -> str:
    return budget.money.plain(-one.spent)
