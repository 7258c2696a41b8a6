"""Wise: a balance's statement, one signed column, days as 29-09-2025.

Source: Wise's statement: TransferWise ID,Date,Amount,Currency,Description,Payment Reference,Running Balance,Exchange From,
Exchange To,Exchange Rate,Payer Name,Payee Name,Payee Account Number,Merchant,…,Total fees. The amount has its fees within it,
or they are rows of their own.
"""

from collections.abc import Iterator

from budget.imports.days import Order
from budget.imports.layouts import Cells, Layout, columns
from budget.imports.rows import Flow, Left, RawRow, joined


def _read(cells: Cells) -> Iterator[RawRow]:
    description = cells["description"]
    note = joined(cells.first("merchant", "payee name", "description"), cells.first("payment reference", "note"))
    moved = description.casefold().startswith("converted ") or cells["transferwise id"].startswith("BALANCE-")
    yield RawRow(
        cells.line,
        cells["date"],
        cells["amount"],
        Flow.SIGNED,
        note,
        "",
        cells["currency"],
        f"wise:{cells['transferwise id']}" if cells["transferwise id"] else "",
        Left.TRANSFER if moved else None,
    )


WISE = Layout(
    "Wise",
    (columns("transferwise id,date,amount,currency,description"),),
    _read,
    decimal=".",
    order=Order.DAY_FIRST,
)
