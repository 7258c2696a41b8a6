"""muety's Telegram expense bot: nothing is quoted, so a comma in a description makes a cell more; the instant is exact.

Source: muety/telegram-expense-bot, handlers/export.js: amount,description,category,date,timestamp, joined by commas; the date is
JavaScript's, the timestamp milliseconds since 1970. Releases since 2019 pack it into a ZIP.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from budget.imports.layouts import Cells, Layout, columns
from budget.imports.rows import Flow, RawRow, joined

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _read(cells: Cells) -> Iterator[RawRow]:
    note, category = joined(cells["description"]), cells["category"].removeprefix("#")
    day = _instant(cells["timestamp"]) or cells["date"]
    yield RawRow(cells.line, day, cells["amount"], Flow.OUT, note, category)


def _instant(cell: str) -> str:
    """Return milliseconds as an instant in UTC; nothing for any other text."""
    if not (cell.isascii() and cell.isdecimal() and len(cell) <= 14):
        return ""
    moment = _EPOCH + timedelta(milliseconds=int(cell))
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%f").removesuffix(".000000") + "Z"


MUETY = Layout(
    "telegram-expense-bot",
    (columns("amount,description,category,date,timestamp"),),
    _read,
    decimal=".",
    bare=True,
    absorbs="description",
    exact=True,
)
