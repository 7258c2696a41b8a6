"""QIF: Quicken's old format, a field a line, a record up to ``^``. Numbers and days are those of the computer that wrote it.

Source: the Quicken Interchange Format as Quicken 98's help has it: D day (3/14'26 since 2000), T and U amount, P payee, M memo,
L category (an account in brackets is a transfer), S/E/$ the parts of a split, ^ the end. The parts of a split are rows of their
own where they come to its amount, for each has a category. Only registers of money are read (Bank, Cash, CCard, Oth A, Oth L);
lists of categories and investments are passed over.
"""

import io
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from budget.imports.numbers import hundredths_of
from budget.imports.rows import Flow, Left, RawRow, joined

NAME = "QIF"
_LONGEST_LINE = 500
_REGISTERS = frozenset({"!type:bank", "!type:cash", "!type:ccard", "!type:oth a", "!type:oth l"})
_STARTS = ("!type:", "!account", "!option:", "!clear:")
_FIELDS = frozenset("DTUPML")
_PARTS = frozenset("SE$")
_MOST_PARTS = 100
"""Quicken takes 30."""
_TRANSFER = re.compile(r"\[.*\]")


class _Part(NamedTuple):
    """A part of a split: the line where it begins, and its fields."""

    line: int
    fields: dict[str, str]


def is_qif(text: str) -> bool:
    """Whether a text is QIF, by its first line."""
    return text[:200].lstrip().casefold().startswith(_STARTS)


def read(text: str) -> Iterator[RawRow]:
    """Yield the records of all registers in a text."""
    fields: dict[str, str] = {}
    parts: list[_Part] = []
    began, in_register = 0, False
    for number, whole in enumerate(io.StringIO(text, newline=None), 1):
        line = whole[:_LONGEST_LINE].strip()
        if line.startswith("!"):
            in_register, fields, parts = line.casefold() in _REGISTERS, {}, []
        elif line.startswith("^"):
            if in_register and fields:
                yield from _rows(began, fields, parts)
            fields, parts = {}, []
        elif line and line[0] in _PARTS and fields:
            _add(parts, number, line)
        elif line and line[0] in _FIELDS:
            began = began if fields else number
            fields.setdefault(line[0], line[1:].strip())
    if in_register and fields:
        yield from _rows(began, fields, parts)


def _add(parts: list[_Part], number: int, line: str) -> None:
    """Add a line of a split to its parts: each begins with its category. Beyond the most of them none is added."""
    if (line[0] == "S" or not parts) and len(parts) <= _MOST_PARTS:
        parts.append(_Part(number, {}))
    parts[-1].fields.setdefault(line[0], line[1:].strip())


def _rows(line: int, fields: dict[str, str], parts: Sequence[_Part]) -> Iterator[RawRow]:
    """Yield a record's row, or those of its parts where they come to its amount."""
    whole = _row(line, fields)
    amounts = [hundredths_of(part.fields.get("$", "")) for part in parts]
    known = [amount for amount in amounts if amount is not None]
    is_split = whole.left is not Left.BALANCE and 1 < len(amounts) == len(known) <= _MOST_PARTS
    if not is_split or sum(known) != hundredths_of(whole.amount):
        yield whole
        return
    for part in parts:
        note = fields.get("P", ""), part.fields.get("E") or fields.get("M", "")
        more = {"L": part.fields.get("S", ""), "T": part.fields["$"], "P": joined(*note), "M": ""}
        yield _row(part.line, fields | more)


def _row(line: int, fields: dict[str, str]) -> RawRow:
    category = fields.get("L", "")
    left = None
    if fields.get("P", "").casefold() == "opening balance":
        left = Left.BALANCE
    elif _TRANSFER.fullmatch(category):
        left = Left.TRANSFER
    day = fields.get("D", "").replace("' ", "'0")  # 1/ 5' 5 is in 2005
    return RawRow(
        line,
        day,
        fields.get("T") or fields.get("U", ""),
        Flow.SIGNED,
        joined(fields.get("P", ""), fields.get("M", "")),
        "" if category.startswith("--") else category.partition("/")[0],
        left=left,
    )
