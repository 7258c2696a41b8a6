"""Splitwise: a group's expenses. Each person's column is what they paid less their share, so one payer's share can be told.

Source: Splitwise's "Export as spreadsheet": Date,Description,Category,Cost,Currency,<a column for each person>; an empty line
follows the heading, and the last row is "Total balance". Payments between people have the category "Payment".

Whose share it is has to be asked: the whole cost, or one person's. Where several paid a part, the shares cannot be told.
"""

from collections.abc import Iterator, Sequence

from budget.errors import Why
from budget.imports.layouts import Cells, Layout, columns
from budget.imports.rows import Flow, Left, RawRow, joined

_OWN = columns("date,description,category,cost,currency")


def _read(cells: Cells) -> Iterator[RawRow]:
    note, left = joined(cells["description"]), None
    if cells["description"].casefold() == "total balance":
        left = Left.BALANCE
    elif cells["category"].casefold() == "payment":
        left = Left.TRANSFER
    yield RawRow(
        cells.line, cells["date"], cells["cost"], Flow.OUT, note, cells["category"], cells["currency"], left=left
    )


def people_of(names: Sequence[str]) -> tuple[str, ...]:
    """Return the columns of a heading that are people."""
    return tuple(name for name in names if name not in _OWN and name)


def share_of(raw: RawRow, cells: Cells, person: str) -> Iterator[RawRow]:
    """Yield a row with one person's share of the cost, in whole hundredths as Splitwise writes it."""
    if raw.left is not None:
        yield raw
        return
    try:
        cost = _hundredths(cells["cost"])
        parts = {name: _hundredths(cells[name]) for name in people_of(cells.names)}
    except ValueError:
        yield RawRow(raw.line, raw.day, "", refused=Why.NO_AMOUNT)
        return
    payers = [name for name, part in parts.items() if part > 0]
    if len(payers) != 1:
        yield RawRow(raw.line, raw.day, cells["cost"], refused=Why.TWO_WAYS)
        return
    share = cost - parts[person] if person in payers else -parts[person]
    shared = f"{share // 100}.{share % 100:02d}"
    left = None if share else Left.OTHERS_SHARE
    yield RawRow(raw.line, raw.day, shared, Flow.OUT, raw.note, raw.category, raw.currency, left=left)


def _hundredths(cell: str) -> int:
    """Return a cell such as -21.28 in hundredths; raise ValueError for any other."""
    whole, _, decimals = (cell.removeprefix("-") or "0").partition(".")
    if not (whole + decimals).isascii() or not (whole + decimals).isdecimal() or len(decimals) > 2 or len(whole) > 12:
        raise ValueError(cell)
    return (-1 if cell.startswith("-") else 1) * int(whole + decimals.ljust(2, "0"))


SPLITWISE = Layout("Splitwise", (_OWN,), _read, decimal=".", people=people_of, share=share_of)
