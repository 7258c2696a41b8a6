"""Monarch: one signed column, ISO days; newer exports have an id.

Source: Monarch's transaction export, as its importers quote it: Date,Merchant,Category,Account,Original Statement,Notes,
Amount,Tags (since 2025 also Owner,Reviewed,Id). Its categories `Transfer`, `Credit Card Payment` and `Balance Adjustments` are what
it does not count.
"""

from collections.abc import Iterator

from budget.imports.layouts import Cells, Layout, columns
from budget.imports.rows import Flow, Left, RawRow, joined

_LEFT = {"transfer": Left.TRANSFER, "credit card payment": Left.TRANSFER, "balance adjustments": Left.BALANCE}


def _read(cells: Cells) -> Iterator[RawRow]:
    note = joined(cells.first("merchant", "original statement"), cells["notes"])
    bank_id = f"monarch:{cells['id']}" if cells["id"] else ""
    day, category = cells["date"], cells["category"]
    left = _LEFT.get(category.casefold())
    yield RawRow(cells.line, day, cells["amount"], Flow.SIGNED, note, category, bank_id=bank_id, left=left)


MONARCH = Layout(
    "Monarch", (columns("date,merchant,category,account,original statement,notes,amount"),), _read, decimal="."
)
