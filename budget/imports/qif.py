"""QIF: Quicken's old format, a field a line, a record up to ``^``. Numbers and days are those of the computer that wrote it.

Source: the Quicken Interchange Format as Quicken 98's help has it: D day (3/14'26 since 2000), T and U amount, P payee, M memo,
L category (an account in brackets is a transfer), S/E/$ the parts of a split, ^ the end. Only registers of money are read (Bank,
Cash, CCard, Oth A, Oth L); lists of categories and investments are passed over.
"""

import io
import re
from collections.abc import Iterator

from budget.imports.rows import Flow, Left, RawRow, joined

NAME = "QIF"
_LONGEST_LINE = 500
_REGISTERS = frozenset({"!type:bank", "!type:cash", "!type:ccard", "!type:oth a", "!type:oth l"})
_STARTS = ("!type:", "!account", "!option:", "!clear:")
_FIELDS = frozenset("DTUPML")
_TRANSFER = re.compile(r"\[.*\]")


def is_qif(text: str) -> bool:
    """Whether a text is QIF, by its first line."""
    return text[:200].lstrip().casefold().startswith(_STARTS)


def read(text: str) -> Iterator[RawRow]:
    """Yield the records of all registers in a text."""
    fields: dict[str, str] = {}
    began, in_register = 0, False
    for number, whole in enumerate(io.StringIO(text, newline=None), 1):
        line = whole[:_LONGEST_LINE].strip()
        if line.startswith("!"):
            in_register, fields = line.casefold() in _REGISTERS, {}
        elif line.startswith("^"):
            if in_register and fields:
                yield _row(began, fields)
            fields = {}
        elif line and line[0] in _FIELDS:
            began = began if fields else number
            fields.setdefault(line[0], line[1:].strip())
    if in_register and fields:
        yield _row(began, fields)


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
