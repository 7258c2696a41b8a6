"""ExpenseOwl: since version 4 expenses are below zero, before that nothing was; income had its own category all along.

Source: Tanq16/ExpenseOwl, internal/api/import-export.go: ID,Name,Category,Amount,Date,Tags; days are instants in RFC 3339.
"""

from collections.abc import Iterator

from budget.imports.layouts import Cells, Layout, columns
from budget.imports.rows import Flow, RawRow, joined


def _read(cells: Cells) -> Iterator[RawRow]:
    flow = Flow.IN if cells["category"].casefold() == "income" else Flow.UNSURE
    yield RawRow(
        cells.line,
        cells["date"],
        cells["amount"],
        flow,
        joined(cells["name"]),
        cells["category"],
        cells["currency"],
        f"expenseowl:{cells['id']}" if cells["id"] else "",
    )


EXPENSEOWL = Layout("ExpenseOwl", (columns("id,name,category,amount,date"),), _read, decimal=".")
