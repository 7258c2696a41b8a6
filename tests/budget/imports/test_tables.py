"""Tables: delimiters, lines before the heading, quotes, line numbers and bounds."""

import pytest

from budget.errors import Refused, Why
from budget.imports.bounds import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, RowRefused
from budget.imports.rows import Topic
from budget.imports.tables import records_of
from tests.budget.imports.reading import EUR, lines_of, preview

HEADING = "Date,Payee,Amount"
ROWS = "2026-03-14,tacos,-12.50\n2026-03-15,pay,1500.00\n"
IN = {Topic.SIGN: "came in"}
READ = ["2: expense -12.50 2026-03-14 tacos", "3: extra 1500.00 2026-03-15 pay"]


@pytest.mark.parametrize(
    "content",
    [
        f"{HEADING}\n{ROWS}",
        f"\ufeff{HEADING}\n{ROWS}".replace("\n", "\r\n"),
        f"{HEADING}\n{ROWS}".replace("\n", "\r"),
        f"{HEADING}\n{ROWS}".replace(",", ";"),
        f"{HEADING}\n{ROWS}".replace(",", "\t"),
        f"{HEADING}\n{ROWS}".replace(",", "|"),
        f"{HEADING}\n{ROWS}".encode("utf-16"),
        '"Date","Payee","Amount"\n"2026-03-14","tacos","-12.50"\n"2026-03-15","pay","1,500.00"',
        f"{HEADING},\n2026-03-14,tacos,-12.50,\n2026-03-15,pay,1500.00,,,\n",
    ],
)
def test_tables_come_in_many_shapes(content: str | bytes) -> None:
    assert lines_of(preview(content, answers=IN)) == READ


def test_a_bank_writes_lines_before_the_heading() -> None:
    content = (
        "Umsatzanzeige;Stand: 26.09.2026\n\n"
        "Kontonummer:;DE02 1203 0000 0000 2020 51\nKontostand vom 26.09.2026:;1.234,56 €\n\n"
        "Buchungstag;Empfänger;Betrag (€)\n"
        "26.09.2026;REWE;-12,50\n\n\n25.09.2026;GEHALT;2.500,00\n"
    )

    assert lines_of(preview(content.encode("cp1252"), EUR, IN)) == [
        "7: expense -12.50 2026-09-26 REWE",
        "10: extra 2500.00 2026-09-25 GEHALT",
    ]
    assert preview(content.encode("cp1252"), EUR).encoding == "cp1252"


def test_a_table_without_a_heading_has_numbers_for_names() -> None:
    read = preview('"2026-03-14","-12.50","tacos"\n"2026-03-15","1500.00","pay"\n', answers=IN)

    assert read.heading == ("1", "2", "3")
    assert lines_of(read) == ["1: expense -12.50 2026-03-14 tacos", "2: extra 1500.00 2026-03-15 pay"]


def test_a_table_of_bad_rows_alone_asks_nothing() -> None:
    assert lines_of(preview(f"{HEADING}\n2026-03-14,sofa,1,234.50\n")) == ["2: refused, MORE_CELLS"]
    assert lines_of(preview(f"{HEADING}\n2026-03-14,sofa,1,234.50\nx,y,z\n")) == [
        "2: refused, MORE_CELLS",
        "3: refused, NO_AMOUNT",
    ]


def test_an_amount_that_lost_its_quotes_is_not_cut() -> None:
    monarch = "Date,Merchant,Category,Account,Original Statement,Notes,Amount,Tags\n"
    rows = "2026-03-14,sofa,Home,Visa,S,,-1,234.50\n2026-03-15,bus,Bus,Visa,S,,-2.00,\n"

    assert lines_of(preview(monarch + rows)) == ["3: expense -2.00 2026-03-15 bus [Bus]", "2: refused, TWO_WAYS"]


def test_one_row_alone_is_not_cut_either() -> None:
    content = (
        "Date,Merchant,Category,Account,Original Statement,Notes,Amount,Tags\n2026-03-14,sofa,Home,Visa,S,,-1,234.50\n"
    )

    assert lines_of(preview(content)) == ["2: refused, TWO_WAYS"]


def test_numbers_of_branches_are_no_amounts() -> None:
    content = "Branch,Account,Date,Payee,Amount\n20,123,2026-03-14,tacos,-12.50\n20,123,2026-03-15,pay,1500.00\n"

    assert lines_of(preview(content, answers={Topic.AMOUNT_COLUMN: "4", **IN})) == READ


def test_two_numbers_that_stand_apart_elsewhere_are_two() -> None:
    content = "Date,Payee,Amount,Balance\n2026-03-14,sofa,-1,234.50\n2026-03-15,bus,-2.00,1234.50\n"

    assert lines_of(preview(content, answers={Topic.AMOUNT_COLUMN: "2"})) == [
        "2: expense -1.00 2026-03-14 sofa",
        "3: expense -2.00 2026-03-15 bus",
    ]


def test_a_title_is_no_heading() -> None:
    read = preview("My account\n2026-03-14,tacos,-12.50\n")

    assert (read.heading, lines_of(read)) == (("1", "2", "3"), ["2: expense -12.50 2026-03-14 tacos"])


def test_lines_are_those_of_the_file() -> None:
    content = (
        f'{HEADING}\n\n2026-03-14,"two\r\nlines, ""quoted""",-12.50\n\n2026-03-15,sofa,1,234.50\n2026-03-16,x,-1.00\n'
    )

    assert lines_of(preview(content)) == [
        '3: expense -12.50 2026-03-14 two lines, "quoted"',
        "7: expense -1.00 2026-03-16 x",
        "6: refused, MORE_CELLS",
    ]


def test_a_row_that_is_no_row_is_refused_by_its_line() -> None:
    content = f'{HEADING}\n2026-03-14,"x" y,-1.00\n2026-03-14,{"x" * 501},-1.00\n2026-03-14\n,,-3\n{ROWS}'

    assert lines_of(preview(content, answers=IN)) == [
        "6: expense -12.50 2026-03-14 tacos",
        "7: extra 1500.00 2026-03-15 pay",
        "2: refused, QUOTES",
        "3: refused, LONG_CELL",
        "4: refused, NO_AMOUNT",
        "5: refused, NO_DAY",
    ]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (f'{HEADING}\n{ROWS}2026-03-16,"never closed,-1\n' + ROWS * 5, 4),
        (f'{HEADING}\n{ROWS}2026-03-16,"never closed,-1\n' + ROWS * 3_000, 4),
        ('Day,What,Sum\n2026-03-16,"never closed,-1\n' + ROWS, 2),
    ],
)
def test_a_quote_that_is_never_closed_ends_the_reading(content: str, line: int) -> None:
    with pytest.raises(RowRefused) as refused:
        preview(content)

    assert (refused.value.line, refused.value.why) == (line, Why.QUOTES)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", Why.NO_TABLE),
        ("\n\n\n", Why.NO_TABLE),
        ("<!DOCTYPE html>\n<html><table><tr><td>2026-11-18</td><td>5.00</td></tr></table></html>", Why.OTHER_FORM),
        ("\n<table border=1><tr><td>2026-11-18,5.00", Why.OTHER_FORM),
        ('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook>', Why.OTHER_FORM),
        ('<?xml version="1.0"?><note/>', Why.OTHER_FORM),
        ('[{"date": "2026-11-18", "amount": 5}]', Why.OTHER_FORM),
        (
            (
                '"Month","Category Group/Category","Category Group","Category","Assigned","Activity","Available"\n'
                '"Nov 2026","Bills: Rent","Bills","Rent",$900.00,-$900.00,$0.00\n'
            ),
            Why.PLAN_FILE,
        ),
        (
            '"Month","Category","Master Category","Sub Category","Budgeted","Outflows","Category Balance"\n',
            Why.PLAN_FILE,
        ),
        ("Dear diary,\ntoday, 12 tacos.\n", Why.NO_TABLE),
        (f"{HEADING}\n", Why.NO_TABLE),
        ("Date,Description,Original Description,Amount,Transaction Type,Category,Category\n", Why.COLUMN_TWICE),
        (f"{HEADING}{',x' * MOST_COLUMNS}\n2026-03-14,x,1{',1' * MOST_COLUMNS}", Why.TOO_MANY_COLUMNS),
        (f"{HEADING}\n{ROWS}" + "x" * 70_000, Why.LONG_ROW),
        (f"{HEADING}\n" + ROWS * (MOST_ROWS // 2) + "2026-03-14,x,-1", Why.TOO_MANY_ROWS),
        (f"{HEADING}\n{ROWS}" + "\n" * (MOST_ROWS + 1), Why.TOO_MANY_ROWS),
        ("\n" * (MOST_ROWS + 1) + f"{HEADING}\n{ROWS}", Why.NO_TABLE),
    ],
)
def test_what_is_no_table_or_too_large_is_refused(content: str, why: Why) -> None:
    with pytest.raises(Refused) as refused:
        preview(content)

    assert refused.value.why is why


@pytest.mark.slow
def test_the_bounds_themselves_are_read() -> None:
    note = "x" * LONGEST_CELL
    content = f"{HEADING}\n" + f"2026-03-14,{note},-1\n" + "2026-03-14,y,-1\n" * (MOST_ROWS - 1)

    read = preview(content, answers={Topic.NOTE_COLUMN: "1"})

    assert len(read.rows) == MOST_ROWS
    assert read.rows[0].note == "x" * 199 + "…"


def test_as_many_empty_rows_and_columns_as_there_may_be_are_read() -> None:
    empty = preview(f"{HEADING}\n{ROWS}" + "\n" * MOST_ROWS)
    more = MOST_COLUMNS - len(HEADING.split(","))
    wide = preview(f"{HEADING}{''.join(f',x{n}' for n in range(more))}\n2026-03-14,x,-1{',1' * more}\n")

    assert lines_of(empty) == lines_of(preview(f"{HEADING}\n{ROWS}"))
    assert wide.questions


def test_a_known_tables_bad_rows_are_refused_by_line() -> None:
    content = "Date,Payee,Category,Memo,Outflow,Inflow\n11/22/2026,a,b,c,1,234.50,5\n11/22/2026,a,b,c,1.50,\n"

    assert lines_of(preview(content)) == ["3: expense -1.50 2026-11-22 a · c [b]", "2: refused, MORE_CELLS"]


def test_bare_rows_have_no_quotes() -> None:
    assert [record.cells for record in records_of('a,"b\nc",d\n', ",", bare=True)] == [["a", '"b'], ['c"', "d"]]
