"""Which rows of money in are offered as paychecks."""

from datetime import date, timedelta

import pytest

from budget.entries import Kind
from budget.imports.paychecks import paychecks_in
from budget.imports.rows import ImportedRow

DAY = date(2026, 11, 1)


def row(line: int, amount: int, note: str = "", category: str | None = None) -> ImportedRow:
    kind = Kind.EXTRA if amount > 0 else Kind.EXPENSE
    return ImportedRow(line, kind, amount, DAY + timedelta(days=line), "USD", note, category)


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ([], []),
        ([row(2, -500, "salary of a nanny")], []),
        # what is called a salary, whatever its amount
        ([row(2, 150_000, "ACME DES:PAYROLL"), row(3, 180_000, "sold the car")], [2]),
        ([row(2, 200_000, "LOHN / GEHALT 10/26"), row(3, 210_000, "Gehaltszahlung"), row(4, 100, "Lohnsteuer")], [2, 3]),
        ([row(2, 9_000, "ﾃﾞﾝｷ"), row(3, 8_000, "ｷﾕｳﾖ ｶ)ｱｸﾒ")], [3]),
        ([row(2, 8_000, "acme", "Income: Salary"), row(3, 9_000, "mum")], [2]),
        # what comes in again: one amount, or one sender
        ([row(2, 150_000, "a"), row(3, 150_000, "b"), row(4, 200_000, "c")], [2, 3]),
        ([row(2, 150_000, "ACME 10/26"), row(3, 163_000, "ACME 11/26"), row(4, 300_000, "sold")], [2, 3]),
        ([row(2, 150_000), row(3, 9_000, "x"), row(4, 150_000, "4711")], [2, 4]),
        # a single row that is large
        ([row(2, 150_000, "acme"), row(3, 2_000, "mum"), row(4, -90_000, "rent")], [2]),
        ([row(2, 41_200, "tax office"), row(4, -90_000, "rent")], []),
        ([row(2, 500, "a"), row(3, 600, "b"), row(4, 700, "c")], []),
        # what is no income
        ([row(2, 32_000, "PAYMENT THANK YOU"), row(3, 20_000, "Top-Up by *1234"), row(4, 150_000, "CAPITAL ONE PYMT")], []),
    ],
)  # fmt: skip
def test_the_likeliest_paychecks_are_offered(rows: list[ImportedRow], lines: list[int]) -> None:
    assert [one.line for one in paychecks_in(rows)] == lines
