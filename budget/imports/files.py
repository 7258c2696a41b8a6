"""The door of the imports: the bytes of a file become a preview. Nothing is recorded here, and nothing is opened.

What a file is, its content says: OFX, CAMT, QIF and MT940 by their beginning, a table by its heading.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from budget.budgets import Budget
from budget.imports import camt, mt940, ofx, qif
from budget.imports.conventions import Settled, Usual, settled
from budget.imports.headings import day_order_of, is_of_card
from budget.imports.layouts import Cells, Layout
from budget.imports.programs.catalogue import LAYOUTS
from budget.imports.rows import WHOLE_COST, Answers, ImportQuestion, Option, Preview, RawRow, Topic
from budget.imports.tables import Record, Table, table_of
from budget.imports.texts import Text, text_of
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


def preview_of(
    content: bytes, budget: Budget, today: date, answers: Answers = _NOTHING, *, anew: bool = False
) -> Preview:
    """Read a file. Raises `Refused` for what is no such file, or more than one may be.

    ``answers`` are what the person said about this file, or about an earlier one of the same heading. With ``anew`` the person
    wants to say which column is which.
    """
    text = text_of(content, budget.money.locale.name.partition("_")[0])
    for one in _STATEMENTS:
        if one.tells(text.text):
            return _preview(one.name, text, settled(one.read(text.text), budget, today, answers, one.usual))
    table = table_of(text.text, LAYOUTS)
    if table.layout is not None:
        return _known(text, table, table.layout, budget, today, answers)
    records = list(table.rows)
    columns = Columns(table.heading, records, answers, budget.money.currency.code, anew=anew)
    return _unknown(text, table, columns, budget, today, answers)


def _preview(name: str, text: Text, read: Settled, heading: tuple[str, ...] = ()) -> Preview:
    return Preview(name, text.encoding, read.rows, read.refused, read.left_out, read.questions, heading, sign=read.sign)


def _known(text: Text, table: Table, layout: Layout, budget: Budget, today: date, answers: Answers) -> Preview:
    people = layout.people(table.names) if layout.people is not None else ()
    people = people if len(set(people)) == len(people) else ()  # of two with one name nobody can tell the parts
    whose = answers.get(Topic.SHARE, "")
    if people and whose not in {WHOLE_COST, *people}:
        return _asked_for_share(text, table, layout, people)
    person = whose if whose in people else ""
    read = settled(_raws(table, layout, person), budget, today, answers, Usual(layout.decimal, layout.order))
    return _preview(layout.name, text, read, table.heading)


def _asked_for_share(text: Text, table: Table, layout: Layout, people: tuple[str, ...]) -> Preview:
    shown: Mapping[str, str] = dict(zip(table.names, table.heading, strict=True))
    first = next((record for record in table.rows if record.cells), Record(0, []))
    options = (Option(WHOLE_COST, WHOLE_COST), *(Option(person, shown[person]) for person in people))
    example = " | ".join(first.cells)[:200]
    question = ImportQuestion(Topic.SHARE, first.line, example, options)
    return Preview(layout.name, text.encoding, questions=(question,), heading=table.heading)


def _raws(table: Table, layout: Layout, person: str) -> Iterator[RawRow]:
    """Yield the rows of a known table; with a person, their parts alone."""
    names = table.names
    for record in table.rows:
        if record.refused is not None:
            yield RawRow(record.line, "", "", refused=record.refused)
            continue
        cells = Cells(record.line, names, record.cells)
        for raw in layout.read(cells):
            if person and layout.share is not None:
                yield from layout.share(raw, cells, person)
            else:
                yield raw


def _unknown(text: Text, table: Table, columns: Columns, budget: Budget, today: date, answers: Answers) -> Preview:
    question = columns.question()
    if question is not None:
        asked = Preview("", text.encoding, questions=(question,), heading=table.heading)
        return replace(asked, samples=columns.samples(), shape=columns.shape)
    usual = Usual(hint=day_order_of(table.heading), card=is_of_card(table.heading))
    read = settled([*columns.rows(), *columns.refused()], budget, today, answers, usual)
    return replace(_preview("", text, read, table.heading), samples=columns.samples(), shape=columns.shape)
