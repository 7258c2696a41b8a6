"""Actual: one signed column, ISO days. A split is one row of zero, marked as such, and a row for each of its parts.

Source: actualbudget/actual, packages/loot-core/src/server/transactions/export/export-to-csv.ts: Account, Date, Payee, Notes,
Category, Amount, Split_Amount, Cleared (older ones write the category as "Group: Name").
"""

from collections.abc import Iterator

from budget.imports.layouts import Cells, Layout, columns
from budget.imports.rows import Flow, Left, RawRow, joined


def _read(cells: Cells) -> Iterator[RawRow]:
    note = joined(cells["payee"], cells["notes"])
    left = Left.BALANCE if cells["payee"].casefold() == "starting balance" else None
    yield RawRow(cells.line, cells["date"], cells["amount"], Flow.SIGNED, note, cells["category"], left=left)


ACTUAL = Layout("Actual", (columns("account,date,payee,notes,category,amount,cleared"),), _read, decimal=".")
