"""Entries from CSV: a table is taken whole or not at all."""

from datetime import date

import pytest

from budget.budgets import Budget
from budget.entries import Entry, Kind
from budget.errors import Refused, Why
from budget.imports.bounds import LARGEST_TABLE, LONGEST_ROW, RowRefused
from budget.imports.own_csv import read
from tests.tables import DAY, HEADING, TODAY, budget_in


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("day,amount\n2026-03-14,12.5", Entry(Kind.EXPENSE, 1250, date(2026, 3, 14), 4)),
        (
            "\ufeffDate,Amount,Category,Description\n2026-03-14,12,Coffee,x",
            Entry(Kind.EXPENSE, 1200, date(2026, 3, 14), 1, "x"),
        ),
        ("day,amount,category\n2026-03-14,-3.00,fun", Entry(Kind.REFUND, 300, date(2026, 3, 14), 1)),
        ("day,amount,kind\n2026-03-14,40,Extra", Entry(Kind.EXTRA, 4000, date(2026, 3, 14))),
    ],
)
def test_tables_of_other_programs_read_where_they_are_plain(table: str, expected: Entry) -> None:
    assert read(table, budget_in(), TODAY) == (expected,)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("14.03.2026,1,,,", Why.IMPOSSIBLE_DAY),
        ("2027-01-01,1,,,", Why.FUTURE_DAY),
        ("1969-12-31,1,,,", Why.LONG_AGO),
        ('2026-03-14,"1,250",,,', Why.NO_CELL),
        ("2026-03-14,1.255,,,", Why.MORE_DECIMALS),
        ("2026-03-14,0,,,", Why.ZERO),
        ("2026-03-14,1000000.01,,,", Why.OVER_CAP),
        ("2026-03-14,1,gift,,", Why.UNKNOWN_KIND),
        ("2026-03-14,-1,expense,,", Why.UNKNOWN_KIND),
        ("2026-03-14,1,,pets,", Why.UNKNOWN_CATEGORY),
        ("2026-03-14,1,,," + "x" * 201, Why.LONG_NOTE),
    ],
)
def test_a_row_that_is_no_entry_refuses_the_table(row: str, why: Why) -> None:
    with pytest.raises(RowRefused) as refused:
        read(f"day,amount,kind,category,note\n2026-03-14,1,,,\n{row}\n", budget_in(), TODAY)

    assert (refused.value.line, refused.value.why) == (3, why)


def test_another_currency_is_refused() -> None:
    with pytest.raises(RowRefused, match="EUR"):
        read("day,amount,currency\n2026-03-14,1,EUR", budget_in(), TODAY)


@pytest.mark.parametrize("text", ["", "day,amount\n", "when,what\n1,2\n"])
def test_what_is_no_table_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        read(text, budget_in(), TODAY)

    assert refused.value.why is Why.NO_TABLE


# --- files that would harm ------------------------------------------------------------------------------------------------


def refusal_of(table: str | bytes, budget: Budget | None = None) -> tuple[int | None, Why]:
    """Return the line and the reason with which a table is refused."""
    with pytest.raises(Refused) as refused:
        read(table, budget or budget_in(), TODAY)
    return (refused.value.line if isinstance(refused.value, RowRefused) else None), refused.value.why


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (",".join(f"c{n}" for n in range(3600)) + "\n" + "1\n" * 22930, (1, Why.TOO_MANY_COLUMNS)),
        (b"\0" * 100, (1, Why.NO_TEXT)),
        (f"{HEADING}{DAY},1,a\0b", (2, Why.NO_TEXT)),
        (f"{HEADING}{DAY},1,a\n{DAY},1,a\ud800b", (3, Why.NO_TEXT)),
        (f"{HEADING}{DAY},1,x\r\n{DAY},1,Müller".encode("cp1252"), (3, Why.NO_TEXT)),
        (f"{HEADING}{DAY},1,x".encode("utf-16-le"), (1, Why.NO_TEXT)),
        (f"{HEADING}{DAY},1,x".encode("utf-16") + b"\0", (2, Why.NO_TEXT)),
        (f"{HEADING}{DAY},1,x".encode("utf-32"), (1, Why.NO_TEXT)),
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", (2, Why.NO_TEXT)),
        (b"PK\x03\x04\x14\0\0\0\x08\0" + b"\xff" * 99, (1, Why.NO_TEXT)),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", (1, Why.NO_TEXT)),
        ("<html>\n<body>", (1, Why.NO_TABLE)),
        ("day;amount\n2026-03-14;1", (1, Why.NO_TABLE)),
        (f"day,amount,amount\n{DAY},1,2", (1, Why.COLUMN_TWICE)),
        (f"\n\nday,Date,amount\n{DAY},{DAY},2", (3, Why.COLUMN_TWICE)),
        (f"day,amount,memo,description\n{DAY},1,a,b", (1, Why.COLUMN_TWICE)),
        (f"day,amount\n{DAY},1\n\n{DAY},1,234.50\n", (4, Why.MORE_CELLS)),
        (f'{HEADING}{DAY},1,"two\nlines"\n{DAY},x,\n', (4, Why.NO_CELL)),
        (f'{HEADING}{DAY},1,"open\n' + f"{DAY},1,x\n" * 3, (2, Why.QUOTES)),
        (f'{HEADING}{DAY},1,"open\n' + f"{DAY},1,x\n" * 9_000, (2, Why.QUOTES)),
        (f'{HEADING}{DAY},1,"a"b', (2, Why.QUOTES)),
        (f"{HEADING}{DAY},1," + "x" * 200_000, (2, Why.LONG_ROW)),
        (f"{HEADING}{DAY},{'9' * 4301},x", (2, Why.LONG_CELL)),
        (f"{HEADING}{DAY},{'9' * 499},x", (2, Why.NO_CELL)),
        (f"{HEADING}{'9' * 499},1,x", (2, Why.IMPOSSIBLE_DAY)),
        (f"{HEADING}0000-01-01,1,x", (2, Why.IMPOSSIBLE_DAY)),
        (f"{HEADING}0001-01-01,1,x", (2, Why.LONG_AGO)),
        (f"{HEADING}9999-12-31,1,x", (2, Why.FUTURE_DAY)),
        (f"{HEADING},1,x", (2, Why.NO_DAY)),
        (f"{HEADING}{DAY}", (2, Why.NO_CELL)),
        (f"{HEADING}{DAY},١٢,x", (2, Why.NO_CELL)),
        ("\n" * 2_000_000, (None, Why.TOO_MANY_ROWS)),
        ("\r" * 2_000_000, (None, Why.TOO_MANY_ROWS)),
        (",\n" * 2_000_000, (None, Why.TOO_MANY_ROWS)),
        ("day,amount\n" + f"{DAY},1\n" * 400_000, (None, Why.TOO_MANY_ROWS)),
    ],
    ids=range(35),
)
def test_a_file_that_is_no_good_table_is_refused_by_its_own_line(
    table: str | bytes, expected: tuple[int | None, Why]
) -> None:
    assert refusal_of(table) == expected


def test_reading_ends_where_the_answer_is_known() -> None:
    rows = f"day,amount\n{DAY},1\n{DAY},no\n".encode()
    spoilt = rows + b"\xff" * (LARGEST_TABLE - len(rows))

    assert refusal_of(rows + b" " * (LARGEST_TABLE - len(rows))) == (3, Why.NO_CELL)
    assert refusal_of(spoilt)[1] is Why.NO_TEXT


ROW = f"{DAY},1\n"
BLANK = " " * (LONGEST_ROW - 1) + "\n"
FILLED = ("day,amount\n" + ROW + BLANK * 80)[:LARGEST_TABLE]


@pytest.mark.parametrize(
    ("at", "over", "why"),
    [
        (FILLED, FILLED + " ", Why.LARGE_TABLE),
        ("day,amount\n" + ROW * 5000, "day,amount\n" + ROW * 5001, Why.TOO_MANY_ROWS),
        ("day,amount\n" + "\n" * 5000 + ROW, "day,amount\n" + "\n" * 5001 + ROW, Why.TOO_MANY_ROWS),
        ("day,amount" + ",c" * 48 + "\n" + ROW, "day,amount" + ",c" * 49 + "\n" + ROW, Why.TOO_MANY_COLUMNS),
        (f"day,amount,x\n{DAY},1,{'y' * 500}", f"day,amount,x\n{DAY},1,{'y' * 501}", Why.LONG_CELL),
        (f"{HEADING}{DAY},1,{'x' * 200}", f"{HEADING}{DAY},1,{'x' * 201}", Why.LONG_NOTE),
        ("day,amount\n" + ROW + BLANK, "day,amount\n" + ROW + " " + BLANK, Why.LONG_ROW),
    ],
    ids=["bytes", "rows", "empty rows", "columns", "cell", "note", "row"],
)
def test_each_bound_takes_what_is_at_it_and_refuses_what_is_over(at: str, over: str, why: Why) -> None:
    assert read(at, budget_in(), TODAY)
    assert refusal_of(over)[1] is why


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_with_a_mark_and_all_line_ends_are_read(encoding: str, end: str) -> None:
    table = end.join(["", "Day,Amount,Note", "", f'{DAY},12.50,"Müller {end}💥"', ",,", f"{DAY},1,", ""]).encode(
        encoding
    )

    assert [(one.amount, one.note) for one in read(table, budget_in(), TODAY)] == [
        (1250, f"Müller {end}💥"),
        (100, ""),
    ]


def test_a_column_that_stands_there_twice_is_named() -> None:
    with pytest.raises(RowRefused, match="amount"):
        read(f"day,amount,Amount\n{DAY},1,2", budget_in(), TODAY)
    with pytest.raises(RowRefused, match="date, day"):
        read(f"date,day,amount\n{DAY},{DAY},2", budget_in(), TODAY)
    assert len(read(f"day,amount,x,x,,\n{DAY},1,2,3,4,5", budget_in(), TODAY)) == 1, (
        "what is not read may be there twice"
    )


@pytest.mark.parametrize(
    ("cell", "note"),
    [("' hello", "' hello"), ("'", "'"), ("''", "'"), ("' ", "'"), ("' x;=1", "' x;=1"), ("'tis", "'tis")],
)
def test_apostrophes_of_other_programs_stay(cell: str, note: str) -> None:
    assert read(f"{HEADING}{DAY},1,{cell}", budget_in(), TODAY)[0].note == note
