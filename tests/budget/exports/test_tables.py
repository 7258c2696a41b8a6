"""Tables for other programs: their headings, their signs, nothing undone, and nothing that a spreadsheet takes for a formula."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budget.budgets import Budget
from budget.categories import STARTERS, Category
from budget.currencies import currency_named
from budget.entries import Entry, Kind, RecordedEntry
from budget.exports import tables
from budget.exports.texts import guarded
from budget.locales import locale_named
from budget.money import Money

DAY = date(2026, 11, 22)
PREDICTABLE = "Predictable Necessities"
CATEGORIES = tuple(Category(n, new.key, new.name, (), 0) for n, new in enumerate(STARTERS, 1))
BUDGET = Budget(1, Money(currency_named("USD"), locale_named("en_US")), "UTC", 0, CATEGORIES)
HELD = [
    RecordedEntry(12, 0, Entry(Kind.EXPENSE, 1250, DAY, 1, 'tacos, "al pastor"'), 7),
    RecordedEntry(12, 1, Entry(Kind.REFUND, 399, DAY, 2), 7),
    RecordedEntry(13, 0, Entry(Kind.PAYCHECK, 150_000, DAY), 7),
    RecordedEntry(14, 0, Entry(Kind.EXTRA, 4000, DAY, None, "=found"), 7),
    RecordedEntry(16, 0, Entry(Kind.BILL, 90_000, DAY, None, "rent"), 7),
    RecordedEntry(15, 0, Entry(Kind.EXPENSE, 1, DAY, 1, "undone"), 7, undone=True),
]
Table = Callable[[Budget, Iterable[RecordedEntry]], Iterator[str]]


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        (
            tables.ynab,
            [
                "Date,Payee,Category,Memo,Outflow,Inflow",
                '2026-11-22,"tacos, ""al pastor""",Fun,,12.50,',
                "2026-11-22,Predictable Necessities,Predictable Necessities,,,3.99",
                "2026-11-22,paycheck,,,,1500.00",
                "2026-11-22,'=found,,,,40.00",
                "2026-11-22,rent,Bills,,900.00,",
            ],
        ),
        (
            tables.actual,
            [
                "Account,Date,Payee,Notes,Category,Amount,Cleared",
                'Wallet,2026-11-22,"tacos, ""al pastor""",,Fun,-12.50,Cleared',
                "Wallet,2026-11-22,Predictable Necessities,,Predictable Necessities,3.99,Cleared",
                "Wallet,2026-11-22,paycheck,,,1500.00,Cleared",
                "Wallet,2026-11-22,'=found,,,40.00,Cleared",
                "Wallet,2026-11-22,rent,,Bills,-900.00,Cleared",
            ],
        ),
        (
            tables.firefly,
            [
                "type,amount,currency_code,description,date,source_name,destination_name,category,external_id",
                'Withdrawal,-12.50,USD,"tacos, ""al pastor""",2026-11-22,Wallet,Fun,Fun,12.0',
                f"Deposit,3.99,USD,{PREDICTABLE},2026-11-22,{PREDICTABLE},Wallet,{PREDICTABLE},12.1",
                "Deposit,1500.00,USD,paycheck,2026-11-22,paycheck,Wallet,,13.0",
                "Deposit,40.00,USD,'=found,2026-11-22,extra,Wallet,,14.0",
                "Withdrawal,-900.00,USD,rent,2026-11-22,Wallet,Bills,Bills,16.0",
            ],
        ),
        (
            tables.lunchmoney,
            [
                "date,payee,amount,currency,category,notes",
                '2026-11-22,"tacos, ""al pastor""",-12.50,USD,Fun,',
                "2026-11-22,Predictable Necessities,3.99,USD,Predictable Necessities,",
                "2026-11-22,paycheck,1500.00,USD,,",
                "2026-11-22,'=found,40.00,USD,,",
                "2026-11-22,rent,-900.00,USD,Bills,",
            ],
        ),
    ],
)
def test_each_program_gets_its_own_table(table: Table, lines: list[str]) -> None:
    assert "".join(table(BUDGET, HELD)).split("\r\n") == [*lines, ""]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("tacos", "tacos"),
        ("=1+1", "'=1+1"),
        ("＝1", "'＝1"),
        (" -5 off", "'-5 off"),
        ("\t@SUM(A1)", "'@SUM(A1)"),
        ("x;=HYPERLINK(1)", "x;'=HYPERLINK(1)"),
        ('x; "=1"', 'x; "\'=1"'),
        ("x|+1;-2", "x|'+1;'-2"),
        ("x\n=1", "x =1"),
        ("x；＋1", "x；'＋1"),
        ("a-b 3 + 4", "a-b 3 + 4"),
        ("'=1", "'=1"),
        ("", ""),
    ],
)
def test_a_spreadsheet_takes_no_cell_for_a_formula(text: str, cell: str) -> None:
    assert guarded(text) == cell


_PIECES = st.lists(
    st.sampled_from(["=1", "+", "-", "@", "＝", ";", "|", "；", " ", '"', "'", "\n", "\t", "a", ","]), max_size=30
)


@given(
    text=_PIECES.map("".join), table=st.sampled_from([tables.ynab, tables.actual, tables.firefly, tables.lunchmoney])
)
def test_no_program_that_splits_elsewhere_finds_a_formula(text: str, table: Table) -> None:
    held = [RecordedEntry(1, 0, Entry(Kind.EXPENSE, 1, DAY, 1, text), 7)]
    _, row = csv.reader(io.StringIO("".join(table(BUDGET, held))))

    cells = [cell for whole in row for cell in re.split(r"[;|；\t\r\n]", whole)]

    assert not [cell for cell in cells if cell.strip(' "')[:1] in set("=+@＝＋－＠") or re.match(r'[ "]*-[^0-9]', cell)]


def test_a_long_note_of_breaks_costs_nothing() -> None:
    assert guarded(";" * 100_000 + "=") == ";" * 100_000 + "'="
