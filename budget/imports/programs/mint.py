"""Mint (closed in 2024; its exports live on, and Quicken for Mac writes the same): amounts without a sign, the type has it.

Source: Mint's export, as FIRE and reconcile tools quote it: "Date","Description","Original Description","Amount",
"Transaction Type","Category","Account Name","Labels","Notes"; days are 9/26/2026. What is of its categories `Transfer` and
`Credit Card Payment` it does not count.
"""

from collections.abc import Iterator

from budget.imports.days import Order
from budget.imports.layouts import Cells, Layout, columns
from budget.imports.rows import Flow, Left, RawRow, joined

_FLOWS = {"debit": Flow.OUT, "credit": Flow.IN}
_MOVES = frozenset({"transfer", "credit card payment"})


def _read(cells: Cells) -> Iterator[RawRow]:
    flow = _FLOWS.get(cells["transaction type"].lower(), Flow.UNSURE)
    note = joined(cells.first("description", "original description"), cells["notes"])
    left = Left.TRANSFER if cells["category"].casefold() in _MOVES else None
    yield RawRow(cells.line, cells["date"], cells["amount"], flow, note, cells["category"], left=left)


MINT = Layout(
    "Mint",
    (columns("date,description,original description,amount,transaction type,category"),),
    _read,
    decimal=".",
    order=Order.MONTH_FIRST,
)
