"""The Telegram bot expense-bot: expenses alone, without a sign, texts guarded by an apostrophe.

Source: yelinaung/expense-bot, internal/bot/csv_generator.go: ID,Date,Amount,Currency,Description,Merchant,Category.
Its numbers are each person's own, so they tell no two people's expenses apart and are not used.
"""

from collections.abc import Iterator

from budget.imports.layouts import Cells, Layout, columns
from budget.imports.rows import Flow, RawRow, joined, unguarded


def _read(cells: Cells) -> Iterator[RawRow]:
    category = unguarded(cells["category"])
    yield RawRow(
        cells.line,
        cells["date"],
        cells["amount"],
        Flow.OUT,
        joined(unguarded(cells["description"]), unguarded(cells["merchant"])),
        "" if category == "Uncategorized" else category,
        cells["currency"],
    )


EXPENSE_BOT = Layout(
    "expense-bot", (columns("id,date,amount,currency,description,merchant,category"),), _read, decimal="."
)
