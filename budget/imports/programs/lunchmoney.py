"""Lunch Money: what the sign means is a setting of its user, so it is decided over the file, or asked.

Source: the transactions of https://lunchmoney.dev (date, payee, amount, currency, category_name, notes, external_id …), and the
table that it imports: date,payee,amount,category,notes.
"""

from collections.abc import Iterator

from budget.imports.layouts import Cells, Layout, columns
from budget.imports.rows import Flow, RawRow, joined


def _read(cells: Cells) -> Iterator[RawRow]:
    yield RawRow(
        cells.line,
        cells["date"],
        cells["amount"],
        Flow.UNSURE,
        joined(cells.first("payee", "original_name", "original name"), cells["notes"]),
        cells.first("category_name", "category"),
        cells["currency"],
        f"lunchmoney:{cells['id']}" if cells["id"] else "",
    )


LUNCHMONEY = Layout(
    "Lunch Money",
    (
        columns("date,payee,amount,category,notes"),
        columns("date,payee,amount,category_name,notes"),
        columns("date,payee,amount,currency,category_name,notes"),
    ),
    _read,
    decimal=".",
)
