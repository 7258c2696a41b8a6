"""What an import knows of a file: raw rows, what became of each of them, what has to be asked, and the preview of it all.

    RawRow        a row as its format gives it: texts, and which way the money went
    ImportedRow   a row that can be recorded
    RefusedRow    a row that cannot be read, with the reason
    LeftOut       a row that reads well and is nothing to record: a transfer, a total, another currency

Line numbers are the file's, counted from 1.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, StrEnum, auto
from typing import NamedTuple

from budget.characters import visible
from budget.entries import LONGEST_NOTE, Kind
from budget.errors import Why

NOTHING = "-–—"
"""What some write into a cell that has nothing to say."""
OWN_FORMAT = "our own CSV"
"""The format of the table that `/export` writes."""
SPENT, CAME_IN = "spent", "came in"
UNSURE = "unsure"
"""The answer about signs that has them asked about, whatever the rows tell."""
"""The answers to the question what amounts without a minus are."""
WHOLE_COST = "*"
"""The answer that the whole cost of a shared expense counts, not one person's part."""
TWO_COLUMNS = "two"
"""The answer that money out and money in have a column each."""
NO_NOTE = "none"
"""The answer that no column is the note."""
NO_WAY = "-"
"""The answer that none of the words of a column is money out."""


class Flow(Enum):
    """What the sign of an amount means."""

    SIGNED = auto()  # below zero it is spent
    UNSURE = auto()  # decided over the whole file, or asked
    OUT = auto()  # spent; below zero it came back
    DEBIT = auto()  # spent, in a column of its own; the whole file tells whether the minus belongs to that
    IN = auto()  # money in; below zero it was taken back
    CREDIT = auto()  # money in, in a column of its own; the whole file tells whether the minus belongs to that


class Left(StrEnum):
    """Why a row that reads well is not recorded."""

    TRANSFER = "a transfer between own accounts"
    BALANCE = "a balance or a total"
    PENDING = "a payment that was not carried out, or not yet"
    OTHER_CURRENCY = "another currency than the budget's"
    ZERO = "an amount of zero"
    OTHERS_SHARE = "a payment of others alone"


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row as its format gives it. ``bank_id`` is unique within its account; empty texts are not there.

    ``kind`` is there where the file says it: then the note is a note already, and stays as it is. Of a row that is ``refused``
    ``amount`` is what cannot be read. ``balance`` is what the account held after it, where its file says that, ``types`` what it
    says of the kind of the payment, and ``texts`` whatever it says beside.
    """

    line: int
    day: str
    amount: str
    flow: Flow = Flow.SIGNED
    note: str = ""
    category: str = ""
    currency: str = ""
    bank_id: str = ""
    left: Left | None = None
    refused: Why | None = None
    kind: Kind | None = None
    balance: str = ""
    types: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """A row that can be recorded: ``amount`` in minor units, below zero for what went out."""

    line: int
    kind: Kind
    amount: int
    day: date
    currency: str
    note: str = ""
    category: str | None = None
    bank_id: str | None = None

    def __post_init__(self) -> None:
        """Raise ValueError for a row whose sign contradicts its kind: a wrong value is never held."""
        if self.amount == 0 or (self.amount < 0) != self.kind.is_money_out or len(self.note) > LONGEST_NOTE:
            raise ValueError(self)


class RefusedRow(NamedTuple):
    """A row that cannot be read: the reason, and the word that it stumbled over."""

    line: int
    why: Why
    word: str = ""


class LeftOut(NamedTuple):
    """A row that is nothing to record; ``currency`` says which other one it is in."""

    line: int
    why: Left
    currency: str = ""


class Topic(StrEnum):
    """What only the person can say about a file. Topics and answers are texts, so that they can be kept."""

    DAY_COLUMN = "day column"
    AMOUNT_COLUMN = "amount column"
    OUT_COLUMN = "column of money out"
    IN_COLUMN = "column of money in"
    NOTE_COLUMN = "note column"
    SHARE = "whose share"
    DECIMAL_MARK = "decimal mark"
    DAY_ORDER = "day order"
    SIGN = "sign"
    WAY = "way"


class Option(NamedTuple):
    """One answer to a question, and what the example means with it: minor units, a day, a column's name, or a way to write."""

    answer: str
    means: int | date | str


class Total(NamedTuple):
    """What the amounts of a file come to by one answer, in minor units, and the lines of those that can't be read then."""

    minor: int
    refused: tuple[int, ...] = ()


class ImportQuestion(NamedTuple):
    """Something that no row settles, with an example from the file and its line.

    ``totals`` stand beside ``options`` where those change amounts.
    """

    topic: Topic
    line: int
    example: str
    options: tuple[Option, ...]
    totals: tuple[Total, ...] = ()


Answers = Mapping[Topic, str]
"""What the person said about a file. Kept by heading, it holds for the next file of the same kind."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file holds, before anything is recorded. While ``questions`` are open there are no rows.

    ``encoding`` is said where it was guessed (cp1252). ``heading`` is there for tables, ``samples`` for those whose heading is
    unknown, ``shape`` for those that have none: what each of their columns looks like. ``sign`` is the answer to the question of
    signs that holds for every row, whether it was asked or not.
    """

    format: str
    encoding: str = "utf-8"
    rows: tuple[ImportedRow, ...] = ()
    refused: tuple[RefusedRow, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    questions: tuple[ImportQuestion, ...] = ()
    heading: tuple[str, ...] = ()
    samples: tuple[tuple[str, ...], ...] = ()
    sign: str = ""
    shape: tuple[str, ...] = ()

    @property
    def known_by(self) -> tuple[str, ...]:
        """Return by what a table of the same program is known again: its heading, or what its columns look like."""
        return self.shape or self.heading

    @property
    def spent(self) -> int:
        """What the rows spend, in minor units; refunds lower it."""
        return -sum(row.amount for row in self.rows if not row.kind.is_money_in)

    @property
    def money_in(self) -> int:
        """What comes in by the rows, in minor units."""
        return sum(row.amount for row in self.rows if row.kind.is_money_in)

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day; None without rows."""
        days = [row.day for row in self.rows]
        return (min(days), max(days)) if days else None

    def turned(self) -> "Preview":
        """Return the preview with every sign turned round: what was spent came in, what came in or back was spent."""
        turned = (
            replace(row, amount=-row.amount, kind=Kind.EXTRA if row.amount < 0 else Kind.EXPENSE) for row in self.rows
        )
        return replace(self, rows=tuple(turned))

    def since(self, day: date) -> "Preview":
        """Return the preview without the rows before a day."""
        return replace(self, rows=tuple(row for row in self.rows if row.day >= day))

    def with_paychecks(self, lines: frozenset[int]) -> "Preview":
        """Return the preview with the money in of some lines as paychecks."""
        chosen = (
            replace(row, kind=Kind.PAYCHECK) if row.kind is Kind.EXTRA and row.line in lines else row
            for row in self.rows
        )
        return replace(self, rows=tuple(chosen))

    def without(self, lines: frozenset[int]) -> "Preview":
        """Return the preview without the rows of some lines."""
        return replace(self, rows=tuple(row for row in self.rows if row.line not in lines))


def joined(*parts: str) -> str:
    """Return texts as one note: each once, in their order, without line breaks. A dash alone says nothing (N26)."""
    plain = (" ".join(part.split()) for part in parts)
    return " · ".join(dict.fromkeys(part for part in plain if part.strip(NOTHING)))


def as_note(text: str) -> str:
    """Return a text as a note: one line of seen characters, cut at the longest that a note may be."""
    note = visible(" ".join(text.split()), joiners=True)
    return note if len(note) <= LONGEST_NOTE else note[: LONGEST_NOTE - 1].rstrip() + "…"


def unguarded(cell: str) -> str:
    """Return a cell without the apostrophe that programs put before what a spreadsheet would take for a formula."""
    return cell[1:] if len(cell) > 1 and cell[0] == "'" and cell[1:].lstrip()[:1] in set("=+-@") else cell
