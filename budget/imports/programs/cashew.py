"""Cashew: the column ``income`` says where the money went, whichever sign the amount has.

Source: Cashew's export (lib/widgets/exportCSV.dart): account,amount,currency,title,note,date,income,type,category name,
subcategory name,color,icon,emoji,budget,objective (since 2026 also amount unpaid, extra). Its transfers between accounts bear
the category "Balance Correction".
"""

from collections.abc import Iterator

from budget.imports.layouts import Cells, Layout, columns
from budget.imports.rows import Flow, Left, RawRow, joined


def _read(cells: Cells) -> Iterator[RawRow]:
    came_in = cells["income"].casefold() in {"true", "1"}
    yield RawRow(
        cells.line,
        cells["date"],
        cells["amount"].removeprefix("-"),
        Flow.IN if came_in else Flow.OUT,
        joined(cells["title"], cells["note"]),
        cells.first("subcategory name", "category name"),
        cells["currency"],
        left=Left.TRANSFER if cells["category name"].casefold() == "balance correction" else None,
    )


CASHEW = Layout(
    "Cashew", (columns("account,amount,currency,title,note,date,income,type,category name"),), _read, decimal="."
)
