"""The door of the imports: the bytes of a file become a preview. Nothing is recorded here, and nothing is opened.

What a file is, its content says: OFX, CAMT, QIF and MT940 by their beginning, a table by its heading.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from budget.budgets import Budget
from budget.errors import Refused, Why
from budget.imports import camt, mt940, ofx, qif
from budget.imports.apostrophes import without_marks
from budget.imports.bounds import MOST_ROWS
from budget.imports.conventions import Settled, Usual, settled
from budget.imports.foreign import is_plan, text_form
from budget.imports.headings import day_order_of, is_of_card
from budget.imports.layouts import Cells, Layout
from budget.imports.programs.catalogue import LAYOUTS
from budget.imports.rows import WHOLE_COST, Answers, ImportQuestion, Option, Preview, RawRow, Topic
from budget.imports.tables import Record, Table, table_of
from budget.imports.texts import text_of
from budget.imports.unknown import Columns

_NOTHING: Answers = MappingProxyType({})


class _Statement(NamedTuple):
    """A format that is told by its beginning, and what is settled about its numbers."""

    name: str
    tells: Callable[[str], bool]
    read: Callable[[str], Iterator[RawRow]]
    usual: Usual


_STATEMENTS = (
    _Statement(ofx.NAME, ofx.is_ofx, ofx.read, Usual(".", each=True)),
    _Statement(camt.NAME, camt.is_camt, camt.read, Usual(".", fixed=True)),
    _Statement(qif.NAME, qif.is_qif, qif.read, Usual()),
    _Statement(mt940.NAME, mt940.is_mt940, mt940.read, Usual(",", fixed=True)),
)


class OpenStatement(NamedTuple):
    """A file that is told by its beginning, with its rows: what is answered about it decides what they mean."""

    encoding: str
    form: _Statement
    raws: Sequence[RawRow]

    def preview(self, budget: Budget, today: date, answers: Answers = _NOTHING, *, anew: bool = False) -> Preview:
        """Return what the file holds: `OpenTable.preview`."""
        del anew  # it has no columns
        return _preview(self.form.name, self.encoding, settled(self.raws, budget, today, answers, self.form.usual))


class OpenTable(NamedTuple):
    """A table with its rows, which are read once: what is answered about it decides what they mean."""

    encoding: str
    table: Table
    records: Sequence[Record]

    def preview(self, budget: Budget, today: date, answers: Answers = _NOTHING, *, anew: bool = False) -> Preview:
        """Return what the file holds. Raises `Refused` for more rows than it may have.

        ``answers`` are what the person said about this file, or about an earlier one of the same heading. With ``anew`` the person
        wants to say which column is which.
        """
        if self.table.layout is not None:
            return _known(self, self.table.layout, budget, today, answers)
        columns = Columns(self.table.heading, self.records, answers, budget.money.currency.code, anew=anew)
        return _unknown(self, columns, budget, today, answers)


OpenFile = OpenStatement | OpenTable


def open_file(content: bytes, budget: Budget) -> OpenFile:
    """Tell what a file is, and its rows apart. Raises `Refused` for what is no such file, or more than one may be."""
    text = text_of(content, budget.money.locale.name.partition("_")[0])
    for form in _STATEMENTS:
        if form.tells(text.text):
            return OpenStatement(text.encoding, form, list(islice(form.read(text.text), MOST_ROWS + 1)))
    table = _table(text.text)
    return OpenTable(text.encoding, table, _rows(table))


def _table(text: str) -> Table:
    """Find the table in a text. Raises `Refused`, and says what the text is where that is known."""
    if form := text_form(text):
        raise Refused(Why.OTHER_FORM, form)
    if is_plan(text):
        raise Refused(Why.PLAN_FILE)
    return table_of(text, LAYOUTS)


def _rows(table: Table) -> list[Record]:
    """Return the rows of a table. Programs that are known put no mark before a text; our own table may have a note with one."""
    rows = list(table.rows)
    if table.layout is not None:
        return rows
    return [
        row._replace(cells=cells) for row, cells in zip(rows, without_marks([row.cells for row in rows]), strict=True)
    ]


def _preview(name: str, encoding: str, read: Settled, heading: tuple[str, ...] = ()) -> Preview:
    return Preview(name, encoding, read.rows, read.refused, read.left_out, read.questions, heading, sign=read.sign)


def _known(file: OpenTable, layout: Layout, budget: Budget, today: date, answers: Answers) -> Preview:
    people = layout.people(file.table.names) if layout.people is not None else ()
    people = people if len(set(people)) == len(people) else ()  # of two with one name nobody can tell the parts
    whose = answers.get(Topic.SHARE, "")
    if people and whose not in {WHOLE_COST, *people}:
        return _asked_for_share(file, layout, people)
    person = whose if whose in people else ""
    read = settled(_raws(file, layout, person), budget, today, answers, Usual(layout.decimal, layout.order))
    return _preview(layout.name, file.encoding, read, file.table.heading)


def _asked_for_share(file: OpenTable, layout: Layout, people: tuple[str, ...]) -> Preview:
    shown: Mapping[str, str] = dict(zip(file.table.names, file.table.heading, strict=True))
    first = next((record for record in file.records if record.cells), Record(0, []))
    options = (Option(WHOLE_COST, WHOLE_COST), *(Option(person, shown[person]) for person in people))
    example = " | ".join(first.cells)[:200]
    question = ImportQuestion(Topic.SHARE, first.line, example, options)
    return Preview(layout.name, file.encoding, questions=(question,), heading=file.table.heading)


def _raws(file: OpenTable, layout: Layout, person: str) -> Iterator[RawRow]:
    """Yield the rows of a known table; with a person, their parts alone."""
    names = file.table.names
    for record in file.records:
        if record.refused is not None:
            yield RawRow(record.line, "", "", refused=record.refused)
            continue
        cells = Cells(record.line, names, record.cells)
        for raw in layout.read(cells):
            if person and layout.share is not None:
                yield from layout.share(raw, cells, person)
            else:
                yield raw


def _unknown(file: OpenTable, columns: Columns, budget: Budget, today: date, answers: Answers) -> Preview:
    heading = file.table.heading
    question = columns.question()
    if question is not None:
        asked = Preview("", file.encoding, questions=(question,), heading=heading)
        return replace(asked, samples=columns.samples(), shape=columns.shape)
    usual = Usual(hint=day_order_of(heading), card=is_of_card(heading))
    read = settled([*columns.rows(), *columns.refused()], budget, today, answers, usual)
    return replace(_preview("", file.encoding, read, heading), samples=columns.samples(), shape=columns.shape)
