"""Splitwise: a group's expenses. Each person's column is what they paid less their share, so one payer's share can be told.

Source: Splitwise's "Export as spreadsheet": Date,Description,Category,Cost,Currency,<a column for each person>; an empty line
follows the heading, and the last row is "Total balance". Payments between people have the category "Payment".

Whose share it is has to be asked: the whole cost, or one person's. Where several paid a part, where nobody did (all columns are
empty or zero), and where the parts do not add up to zero, the shares cannot be told.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from budget.errors import Why
from budget.imports.layouts import Cells, Layout, columns
from budget.imports.rows import Flow, Left, RawRow, joined

_COST = "cost"
_OWN = columns("date,description,category,cost,currency")
_ROUNDED = 10
"""Thousandths that each part may be rounded by: a cent."""


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
    """Yield a row with one person's share of the cost, as exactly as Splitwise writes it."""
    if raw.left is not None:
        yield raw
        return
    parts = {}
    for name in (_COST, *people_of(cells.names)):
        try:
            parts[name] = _thousandths(cells[name])
        except ValueError:
            yield replace(raw, amount=cells[name], refused=Why.NO_AMOUNT)
            return
    cost = parts.pop(_COST)
    share = _share(cost, parts, person)
    if share is None:
        yield replace(raw, refused=Why.NO_SHARE)
        return
    yield replace(raw, amount=_written(share), left=None if share else Left.OTHERS_SHARE)


def _share(cost: int, parts: Mapping[str, int], person: str) -> int | None:
    """Return a person's share of a cost, or of what came back; None where parts do not tell it."""
    if abs(sum(parts.values())) > _ROUNDED * len(parts):
        return None
    payers = [name for name, part in parts.items() if part * cost > 0]
    if len(payers) != 1:
        return cost if len(parts) == 1 else None
    return cost - parts[person] if person in payers else -parts[person]


def _thousandths(cell: str) -> int:
    """Return a cell such as -21.28 in thousandths; raise ValueError for any other."""
    whole, _, decimals = (cell.removeprefix("-") or "0").partition(".")
    if not (whole + decimals).isascii() or not (whole + decimals).isdecimal() or len(decimals) > 3 or len(whole) > 12:
        raise ValueError(cell)
    return (-1 if cell.startswith("-") else 1) * int(whole + decimals.ljust(3, "0"))


def _written(thousandths: int) -> str:
    """Return thousandths with two decimals, and with a third one where that is not zero."""
    whole, rest = divmod(abs(thousandths), 1000)
    decimals = f"{rest:03d}"
    return f"{'-' if thousandths < 0 else ''}{whole}.{decimals if rest % 10 else decimals[:2]}"


SPLITWISE = Layout("Splitwise", (_OWN,), _read, decimal=".", people=people_of, share=share_of)
