"""Spliit: a group's expenses. Each person's column is their share, below zero for those who did not pay.

Source: spliit-app/spliit, src/app/groups/[groupId]/expenses/export/csv/route.ts: Date, Description, Category, Currency, Cost
(later also Original cost, Original currency, Conversion rate), Is Reimbursement, Split mode, <a column for each person>.
The currency is the group's sign, such as ₹.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from budget.imports.layouts import Cells, Layout, columns
from budget.imports.rows import Flow, Left, RawRow, joined

_OWN = columns("date,description,category,currency,cost,is reimbursement,split mode")
_MORE = columns("original cost,original currency,conversion rate")


def _read(cells: Cells) -> Iterator[RawRow]:
    left = Left.TRANSFER if cells["is reimbursement"].casefold() == "yes" else None
    note, currency = joined(cells["description"]), cells["currency"]
    yield RawRow(cells.line, cells["date"], cells["cost"], Flow.OUT, note, cells["category"], currency, left=left)


def people_of(names: Sequence[str]) -> tuple[str, ...]:
    """Return the columns of a heading that are people."""
    return tuple(name for name in names if name not in _OWN | _MORE and name)


def share_of(raw: RawRow, cells: Cells, person: str) -> Iterator[RawRow]:
    """Yield a row with one person's share of the cost."""
    share = cells[person].removeprefix("-")
    nothing = not share.strip("0.")
    share = f"-{share}" if raw.amount.startswith("-") else share  # what came back is below zero for who was paid
    yield replace(raw, amount=share, left=Left.OTHERS_SHARE) if nothing else replace(raw, amount=share)


SPLIIT = Layout("Spliit", (_OWN,), _read, decimal=".", people=people_of, share=share_of)
