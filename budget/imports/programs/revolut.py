"""Revolut: one signed column; a fee is charged beside the amount, and becomes a row of its own.

Source: Revolut's account statement: Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance. The
day is when it was paid, not when it was booked. Only completed payments moved money. What an exchange or a transfer between own
accounts cost is spent.
"""

from collections.abc import Iterator

from budget.imports.layouts import Cells, Layout, columns
from budget.imports.numbers import is_some
from budget.imports.rows import Flow, Left, RawRow, joined

_MOVES = frozenset({"exchange", "transfer to pocket", "savings", "pocket transfer"})


def _read(cells: Cells) -> Iterator[RawRow]:
    day, note, currency = cells.first("started date", "completed date"), joined(cells["description"]), cells["currency"]
    left = None
    if cells["state"].casefold() != "completed":
        left = Left.PENDING
    elif cells["type"].casefold() in _MOVES:
        left = Left.TRANSFER
    yield RawRow(cells.line, day, cells["amount"], Flow.SIGNED, note, "", currency, left=left)
    if left is not Left.PENDING and is_some(cells["fee"]):
        yield RawRow(cells.line, day, cells["fee"], Flow.OUT, joined(cells["description"], "fee"), "", currency)


REVOLUT = Layout(
    "Revolut",
    (columns("type,product,started date,completed date,description,amount,fee,currency,state"),),
    _read,
    decimal=".",
)
