"""Monarch: one signed column, ISO days; newer exports have an id.

Source: Monarch's transaction export, as its importers quote it: Date,Merchant,Category,Account,Original Statement,Notes,
Amount,Tags (since 2025 also Owner,Reviewed,Id).
"""

from collections.abc import Iterator

from budget.imports.layouts import Cells, Layout, columns
from budget.imports.rows import Flow, RawRow, joined


def _read(cells: Cells) -> Iterator[RawRow]:
    note = joined(cells.first("merchant", "original statement"), cells["notes"])
    bank_id = f"monarch:{cells['id']}" if cells["id"] else ""
    yield RawRow(cells.line, cells["date"], cells["amount"], Flow.SIGNED, note, cells["category"], bank_id=bank_id)


MONARCH = Layout(
    "Monarch", (columns("date,merchant,category,account,original statement,notes,amount"),), _read, decimal="."
)
