"""Firefly III: the type says where the money went; a withdrawal is below zero.

Source: firefly-iii/firefly-iii, app/Support/Export/ExportDataGenerator.php, `exportTransactions`. Days are instants with the
offset of the installation's own time zone (2024-06-27T00:00:00+02:00): the day is the one that is written.
"""

from collections.abc import Iterator

from budget.imports.layouts import Cells, Layout, columns
from budget.imports.rows import Flow, Left, RawRow, joined

_LEFT = {"transfer": Left.TRANSFER, "opening balance": Left.BALANCE, "reconciliation": Left.BALANCE}


def _read(cells: Cells) -> Iterator[RawRow]:
    kind = cells["type"].casefold()
    flow = {"withdrawal": Flow.OUT, "deposit": Flow.IN}.get(kind, Flow.SIGNED)
    yield RawRow(
        cells.line,
        cells["date"],
        cells["amount"].removeprefix("-") if flow is Flow.OUT else cells["amount"],
        flow,
        joined(cells["description"], cells["notes"]),
        cells["category"],
        cells["currency_code"],
        f"firefly:{cells['journal_id']}" if cells["journal_id"] else "",
        _LEFT.get(kind),
    )


FIREFLY = Layout(
    "Firefly III",
    (
        columns("journal_id,type,amount,currency_code,description,date,source_name,destination_name,category"),
        columns("type,amount,currency_code,description,date,source_name,destination_name,category"),
    ),
    _read,
    decimal=".",
)
