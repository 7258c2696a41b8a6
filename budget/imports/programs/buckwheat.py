"""Buckwheat: spends alone, without a sign; days in the short form of the phone's language, with the time.

Source: danilkinkin/buckwheat, wallet/rememberExportCSV.kt: amount,comment,commit_time (`FormatStyle.SHORT`); up to version 1.3
SpendsViewModel.kt: amount,comment,date.
"""

from collections.abc import Iterator

from budget.imports.layouts import Cells, Layout, columns
from budget.imports.rows import Flow, RawRow, joined


def _read(cells: Cells) -> Iterator[RawRow]:
    yield RawRow(cells.line, cells.first("commit_time", "date"), cells["amount"], Flow.OUT, joined(cells["comment"]))


BUCKWHEAT = Layout(
    "Buckwheat", (columns("amount,comment,commit_time"), columns("amount,comment,date")), _read, decimal=".", exact=True
)
