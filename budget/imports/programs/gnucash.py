"""GnuCash: a row for each account of a transaction. What is of an account of expenses or income is recorded, the other side is not.

Source: GnuCash 4 and 5, *Export Transactions to CSV*: Date,Transaction ID,Number,Description,Notes,Commodity/Currency,Void Reason,
Action,Memo,Full Account Name,Account Name,Amount With Sym,Amount Num.,Value With Sym,Value Num.,Reconcile,Reconcile Date,
Rate/Price. Accounts of expenses rise by what is spent, those of income fall by what comes in. The names of the roots are those of
GnuCash's own charts of accounts, by language. The value is the amount in the transaction's currency, ``CURRENCY::USD``.
"""

from collections.abc import Iterator

from budget.categories import folded
from budget.imports.layouts import Cells, Layout, columns
from budget.imports.rows import Flow, Left, RawRow, joined

_EXPENSES = frozenset(
    "expenses|expense|aufwendungen|aufwand|ausgaben|dépenses|charges|gastos|uscite|spese|uitgaven|kosten|despesas|wydatki|расходы|"
    "витрати|費用|giderler|pengeluaran|beban".split("|")
)
_INCOME = frozenset(
    "income|erträge|einkommen|einnahmen|revenus|produits|ingresos|entrate|inkomsten|opbrengsten|receitas|przychody|dochody|"
    "доходы|доходи|収益|gelirler|pendapatan".split("|")
)


def _read(cells: Cells) -> Iterator[RawRow]:
    root, _, account = cells["full account name"].partition(":")
    note = joined(cells.first("description", "memo"), cells["notes"])
    currency = cells["commodity/currency"].rpartition("::")[2]
    amount, left = cells.first("value num.", "amount num."), None
    if folded(root) in _INCOME:
        flow, amount = Flow.IN, amount[1:] if amount.startswith("-") else f"-{amount}"
    elif folded(root) in _EXPENSES:
        flow = Flow.OUT
    else:
        flow, left = Flow.SIGNED, Left.TRANSFER
    category = account.rpartition(":")[2] if flow is Flow.OUT else ""
    yield RawRow(cells.line, cells["date"], amount, flow, note, category, currency, left=left)


GNUCASH = Layout(
    "GnuCash",
    (columns("date,transaction id,description,commodity/currency,full account name,amount num.,value num."),),
    _read,
)
