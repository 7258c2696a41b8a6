"""MoneyWiz: one signed column; accounts with their balances stand among the payments, and the first line is `sep=,`.

Source: MoneyWiz's CSV export: Name,Current balance,Account,Transfers,Description,Payee,Category,Date,Time,Memo,Amount,Currency,
Check #,Tags. ``Transfers`` names the other account. A category in a group is written ``Food > Restaurants``.
"""

from collections.abc import Iterator

from budget.imports.layouts import Cells, Layout, columns
from budget.imports.rows import Flow, Left, RawRow, joined


def _read(cells: Cells) -> Iterator[RawRow]:
    left = None
    if cells["name"] and not cells["date"]:
        left = Left.BALANCE
    elif cells["transfers"]:
        left = Left.TRANSFER
    note = joined(cells.first("payee", "description"), cells["memo"])
    category = cells["category"].rpartition(">")[2].strip()
    yield RawRow(cells.line, cells["date"], cells["amount"], Flow.SIGNED, note, category, cells["currency"], left=left)


MONEYWIZ = Layout(
    "MoneyWiz",
    (columns("name,current balance,account,transfers,description,payee,category,date,amount,currency"),),
    _read,
)
