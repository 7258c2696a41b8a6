"""Columns of money that are no amount beside another one, columns of the same days, and the one that says what was paid."""

import pytest

from budget.imports.rows import Answers, Topic
from tests.budget.imports.reading import budget_in, lines_of, preview

ONE = ["2: expense -5.00 2026-11-18 tea", "3: expense -6.00 2026-11-19 bus", "4: extra 90.00 2026-11-20 pay"]
SAID: Answers = {Topic.SIGN: "came in"}


def table(heading: str, *more: str) -> str:
    """Return three payments with more cells behind each."""
    rows = ("2026-11-18,tea,-5.00", "2026-11-19,bus,-6.00", "2026-11-20,pay,90.00")
    return "\n".join([heading, *(f"{row},{cells}" for row, cells in zip(rows, more, strict=True)), ""])


@pytest.mark.parametrize(
    "content",
    [
        table("Day,What,Amount,Tax", "0", "0", "0"),
        table("Day,What,Amount,Counts", "1", "0", "1"),
        table("Day,What,Amount,In USD", "-5", "-6.0", "90.00"),
        table("Day,What,Amount,After", "95.00", "89.00", "179.00"),
        table("Day,What,Amount,After", "-95.00", "-90", "-84.00"),  # the latest first, and what is owed
    ],
)
def test_a_column_of_other_numbers_is_not_asked_about(content: str) -> None:
    assert lines_of(preview(content, answers=SAID)) == ONE


@pytest.mark.parametrize(
    "content",
    [
        table("Day,What,Amount,Other", "-5.00", "-6.00", "91.00"),
        table("Day,What,Amount,Other", "95.00", "89.00", "178.00"),
        "Day,What,Amount,Other\n2026-11-18,tea,-5.00,95.00\n2026-11-19,bus,-6.00,89.00\n",  # one step may be chance
        table("Day,What,Amount,Other", "-5.00", "-6.000", "90.00"),
        "Day,What,Amount,Tip\n2026-11-18,tea,1,2\n",  # a single 1 is no flag
    ],
)
def test_two_columns_that_may_be_the_amount_are_asked_about(content: str) -> None:
    assert [one.topic for one in preview(content, answers=SAID).questions] == [Topic.AMOUNT_COLUMN]


def test_of_columns_with_the_same_days_the_first_is_taken() -> None:
    content = "Abschluss,Tag,What,Amount\n2026-11-18 10:00,2026-11-18,tea,-5.00\n2026-11-19 09:00,{},bus,-6.00\n"

    assert [one.topic for one in preview(content.format("2026-11-19")).questions] == []
    assert [one.topic for one in preview(content.format("2026-11-20")).questions] == [Topic.DAY_COLUMN]


def test_a_balance_without_a_name_tells_the_sign() -> None:
    content = (
        '18/11/2026,"12.50","COLES",+987.50\n13/11/2026,"-2100.00","ACME",+1000.00\n'
        '03/11/2026,"450.00","RENT",-1100.00\n02/11/2026,"20.00","BUS",-650.00\n'
    )

    assert lines_of(preview(content, budget_in("AUD", "en_AU"))) == [
        "1: expense -12.50 2026-11-18 COLES",
        "2: extra 2100.00 2026-11-13 ACME",
        "3: expense -450.00 2026-11-03 RENT",
        "4: expense -20.00 2026-11-02 BUS",
    ]


@pytest.mark.parametrize(
    ("heading", "note"),
    [
        ("Merchant,Description,Type", "a"), ("Type,Description,Details", "b"),
        ("Beguenstigter/Zahlungspflichtiger,Verwendungszweck,x", "a"),
        ("Libellé,Catégorie parente,x", "a"), ("#Opis operacji,#Rachunek,x", "a"), ("摘要,店名,x", "b"), ("Memo,x,y", "a"),
        ("Name,Payee,Description", None), ("x,y,z", None),
    ],
)  # fmt: skip
def test_a_heading_names_what_was_paid(heading: str, note: str | None) -> None:
    read = preview(f"Day,{heading},Amount\n2026-11-18,a,b,c,-5.00\n2026-11-19,a2,b2,c2,-6.00\n")

    assert [row.note for row in read.rows] == ([] if note is None else [note, f"{note}2"])
    assert [one.topic for one in read.questions] == ([Topic.NOTE_COLUMN] if note is None else [])


def test_a_name_that_few_rows_have_is_no_note() -> None:
    read = preview("Day,Merchant,Description,Amount\n2026-11-18,,fee,-5.00\n2026-11-19,Spar,card,-6.00\n")

    assert [row.note for row in read.rows] == ["fee", "card"]


def test_a_note_may_be_empty_where_nothing_else_is_called_so() -> None:
    read = preview(
        "Day,Kind,Category name,Note,Amount\n2026-11-18,x,Food,,-5.00\n2026-11-19,y,Car,oil,-6.00\n2026-11-20,y,Car,,-6.00\n"
    )

    assert [(row.category, row.note) for row in read.rows] == [("Food", ""), ("Car", "oil"), ("Car", "")]


def test_a_currencys_own_mark_is_no_part_of_a_name() -> None:
    content = "Data;Histórico;Crédito (R$);Débito (R$);Saldo (R$);\n13/11/2026;CAFE;;-25,50;4,00;\n14/11/2026;TED;3.200,00;;5,00;\n"
    budget = budget_in("BRL", "pt_BR")

    assert lines_of(preview(content, budget), budget) == [
        "2: expense -25.50 2026-11-13 CAFE",
        "3: extra 3200.00 2026-11-14 TED",
    ]


def test_an_amount_in_another_currencys_column_is_none() -> None:
    content = "Day,What,CAD$,USD$\n2026-11-18,tea,-5.00,\n2026-11-19,bus,,-6.00\n"
    read = preview(content, budget_in("CAD", "en_CA"), {Topic.AMOUNT_COLUMN: "2", **SAID})

    assert lines_of(read)[0] == "2: expense -5.00 2026-11-18 tea"
    assert len(read.rows) == 1
