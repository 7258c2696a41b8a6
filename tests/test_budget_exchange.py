"""Entries as CSV: what is written reads back the same, and a table is taken whole or not at all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budget.categories import STARTERS, Category
from budget.currencies import currency_named
from budget.entries import Entry, Held, Kind
from budget.errors import Refused, Why
from budget.exchange import RowRefused, read, written
from budget.ledger import Budget
from budget.locales import locale_named
from budget.money import Money

TODAY = date(2026, 11, 22)


def budget_in(currency: str = "USD") -> Budget:
    categories = tuple(
        Category(number, new.key, new.name, new.keywords, new.limit * 100) for number, new in enumerate(STARTERS, 1)
    )
    return Budget(1, Money(currency_named(currency), locale_named("de_DE")), "UTC", 0, categories)


def entry(amount: int, note: str = "", kind: Kind = Kind.EXPENSE, category: int | None = 1) -> Entry:
    return Entry(kind, amount, TODAY, category if kind.is_spending else None, note)


def test_a_file_is_plain() -> None:
    held = [Held(1, 0, entry(1250, 'tacos, "al pastor"'), 7), Held(1, 1, entry(150000, kind=Kind.PAYCHECK), 7)]

    assert "".join(written(budget_in(), held)) == (
        "day,kind,amount,currency,category,note\r\n"
        '2026-11-22,expense,12.50,USD,fun,"tacos, ""al pastor"""\r\n'
        "2026-11-22,paycheck,1500.00,USD,,\r\n"
    )


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

    assert read("".join(written(budget, [Held(1, 0, one, 7)])), budget, TODAY) == (one,)


@pytest.mark.parametrize("note", ["=1+1", "+40", "-5", "@SUM(A1)", "'quoted", "\tx"])
def test_a_spreadsheet_takes_no_note_for_a_formula(note: str) -> None:
    heading, line = written(budget_in(), [Held(1, 0, entry(1, note), 7)])

    assert line.split(",")[-1].lstrip('"').startswith("'")
    assert read(heading + line, budget_in(), TODAY)[0].note == note


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
        ('2026-03-14,"1,250",,,', Why.NO_AMOUNT),
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

    assert (refused.value.row, refused.value.why) == (2, why)


def test_another_currency_is_refused() -> None:
    with pytest.raises(RowRefused, match="EUR"):
        read("day,amount,currency\n2026-03-14,1,EUR", budget_in(), TODAY)


@pytest.mark.parametrize("text", ["", "day,amount\n", "when,what\n1,2\n", 'day,amount\n"2026', "\0"])
def test_what_is_no_table_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        read(text, budget_in(), TODAY)

    assert refused.value.why is Why.NO_TABLE


def test_five_thousand_rows_are_the_most() -> None:
    with pytest.raises(Refused) as refused:
        read("day,amount\n" + "2026-03-14,1\n" * 5001, budget_in(), TODAY)

    assert refused.value.why is Why.TOO_MANY_ROWS
