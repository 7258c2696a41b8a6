"""YNAB's register: two columns of money, in the budget's own formats of numbers and days.

Source: the register in YNAB's export (two files in one ZIP), and
https://docs.youneedabudget.com/article/173-file-based-import for the table that it reads: Account, Flag, Date, Payee,
Category Group/Category, Category Group, Category, Memo, Outflow, Inflow, Cleared.
"""

from collections.abc import Iterator

from budget.errors import Why
from budget.imports.layouts import Cells, Layout, columns
from budget.imports.numbers import is_some
from budget.imports.rows import Flow, Left, RawRow, joined


def _read(cells: Cells) -> Iterator[RawRow]:
    payee, line, day = cells["payee"], cells.line, cells["date"]
    note = joined(payee, cells["memo"])
    category = cells.first("category", "category group/category")
    left = None
    if payee.casefold().startswith("transfer :"):
        left = Left.TRANSFER
    elif payee.casefold() in {"starting balance", "manual balance adjustment", "reconciliation balance adjustment"}:
        left = Left.BALANCE
    out, into = cells["outflow"], cells["inflow"]
    if is_some(out) and is_some(into):
        yield RawRow(line, day, f"{out} | {into}", refused=Why.BOTH_WAYS)
    elif is_some(into):
        yield RawRow(line, day, into, Flow.IN, note, "", left=left)
    else:
        yield RawRow(line, day, out or into, Flow.OUT, note, category, left=left)


YNAB = Layout(
    "YNAB",
    (
        columns("account,date,payee,category group/category,memo,outflow,inflow"),
        columns("date,payee,category,memo,outflow,inflow"),
        columns("date,payee,memo,outflow,inflow"),
    ),
    _read,
)
