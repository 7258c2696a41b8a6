"""Zenmoney: money out and money in each have an account, an amount and a currency; a transfer has both.

Source: Zenmoney's CSV export: date;categoryName;payee;comment;outcomeAccountName;outcome;outcomeCurrencyShortTitle;
incomeAccountName;income;incomeCurrencyShortTitle;createdDate;changedDate, after lines such as zm_dump_2011.
"""

from collections.abc import Iterator

from budget.imports.layouts import Cells, Layout, columns
from budget.imports.numbers import is_some
from budget.imports.rows import Flow, Left, RawRow, joined


def _read(cells: Cells) -> Iterator[RawRow]:
    line, day, note = cells.line, cells["date"], joined(cells["payee"], cells["comment"])
    out, into = cells["outcome"], cells["income"]
    if is_some(out) and is_some(into):
        yield RawRow(line, day, out, left=Left.TRANSFER)
    elif is_some(into):
        yield RawRow(line, day, into, Flow.IN, note, cells["categoryname"], cells["incomecurrencyshorttitle"])
    else:
        yield RawRow(line, day, out, Flow.OUT, note, cells["categoryname"], cells["outcomecurrencyshorttitle"])


ZENMONEY = Layout(
    "Zenmoney",
    (columns("date,categoryname,payee,comment,outcome,outcomecurrencyshorttitle,income,incomecurrencyshorttitle"),),
    _read,
)
