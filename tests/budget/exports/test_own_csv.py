"""Entries as CSV: what is written reads back the same, and no spreadsheet takes a note for a formula."""

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budget.entries import Kind, RecordedEntry
from budget.exports.own_csv import written
from budget.imports.own_csv import read
from tests.tables import DAY, HEADING, TODAY, budget_in, entry


def test_a_file_is_plain() -> None:
    held = [
        RecordedEntry(1, 0, entry(1250, 'tacos, "al pastor"'), 7),
        RecordedEntry(1, 1, entry(150000, kind=Kind.PAYCHECK), 7),
    ]

    assert "".join(written(budget_in(), held)) == (
        "day,kind,amount,currency,category,note\r\n"
        '2026-11-22,expense,12.50,USD,fun,"tacos, ""al pastor"""\r\n'
        "2026-11-22,paycheck,1500.00,USD,,\r\n"
    )


@pytest.mark.slow
@given(
    kind=st.sampled_from(Kind),
    amount=st.integers(1, 10**8),
    note=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=199).map(str.strip),
    category=st.integers(1, 4),
    currency=st.sampled_from(["USD", "JPY", "KWD"]),
)
def test_what_is_written_reads_back(kind: Kind, amount: int, note: str, category: int, currency: str) -> None:
    budget = budget_in(currency)
    amount = min(amount, budget.money.cap)
    one = entry(amount, note, kind, category)

    assert read("".join(written(budget, [RecordedEntry(1, 0, one, 7)])), budget, TODAY) == (one,)


@pytest.mark.parametrize("note", ["=1+1", "+40", "-5", "@SUM(A1)", "'quoted", "\tx"])
def test_a_spreadsheet_takes_no_note_for_a_formula(note: str) -> None:
    heading, line = written(budget_in(), [RecordedEntry(1, 0, entry(1, note), 7)])

    assert line.split(",")[-1].lstrip('"').startswith("'")
    assert read(heading + line, budget_in(), TODAY)[0].note == note


NOTES = st.text(
    st.one_of(
        st.sampled_from("=+-@＝＋－＠|;；\t\r\n'\" ,x1"),
        st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
    ),
    max_size=200,
)


@given(note=NOTES)
def test_any_note_reads_back_unchanged(note: str) -> None:
    one = entry(1, note)

    assert read("".join(written(budget_in(), [RecordedEntry(1, 0, one, 7)])).encode(), budget_in(), TODAY) == (one,)


@given(note=NOTES)
def test_no_program_that_splits_otherwise_begins_a_cell_with_a_formula(note: str) -> None:
    line = "".join(written(budget_in(), [RecordedEntry(1, 0, entry(1, note), 7)], heading=False))

    for cell in re.split("[;；|\t\r\n]", line):
        assert cell.lstrip(' "\x0b\x0c')[:1] not in set("=+-@＝＋－＠"), line


@given(note=NOTES.map(str.strip))
def test_what_was_exported_before_notes_were_guarded_within_reads_back_unchanged(note: str) -> None:
    guarded = f"'{note}" if note.startswith(("=", "+", "-", "@", "\t", "\r", "'")) else note
    out = io.StringIO()
    csv.writer(out).writerow((DAY, "1", guarded))

    assert read(HEADING + out.getvalue(), budget_in(), TODAY)[0].note == note


@pytest.mark.parametrize(
    ("note", "cell"),
    [
        ("x;=HYPERLINK(1)", "' x;'=HYPERLINK(1)"),
        ("x;'=1;=2", "' x;''=1;'=2"),
        ("x;\t =1", "' x;\t '=1"),
        ("＝1", "'＝1"),
        ("|calc", "'|calc"),
        (" =1", "'  =1"),
        ("=1+1", "'=1+1"),
        ("\tx", "'\tx"),
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("a; b", "a; b"),
        ("x;'=1", "x;'=1"),
        ("Tom's - 5 = 3 + 2 @ home|bar", "Tom's - 5 = 3 + 2 @ home|bar"),
    ],
)
def test_notes_are_written_in_one_of_three_forms(note: str, cell: str) -> None:
    (line,) = written(budget_in(), [RecordedEntry(1, 0, entry(1, note), 7)], heading=False)

    assert next(csv.reader([line]))[-1] == cell
