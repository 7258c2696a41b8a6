"""What a preview says and does: sums, signs turned round, paychecks, days, notes."""

from datetime import date

import pytest

from budget.entries import Kind
from budget.imports.conventions import identity
from budget.imports.rows import ImportedRow, Preview, as_note, joined, unguarded
from tests.budget.imports.reading import line_of

DAY = date(2026, 11, 22)
ROWS = (
    ImportedRow(2, Kind.EXPENSE, -1250, DAY, "USD", "tacos"),
    ImportedRow(3, Kind.REFUND, 399, date(2026, 11, 20), "USD"),
    ImportedRow(4, Kind.EXTRA, 150_000, date(2026, 11, 1), "USD", "pay"),
    ImportedRow(5, Kind.EXTRA, 4_000, DAY, "USD"),
)
READ = Preview("Mint", rows=ROWS)


def test_it_says_what_is_spent_and_what_comes_in() -> None:
    assert (READ.spent, READ.money_in) == (851, 154_000)
    assert READ.days == (date(2026, 11, 1), DAY)
    assert Preview("Mint").days is None


def test_signs_can_be_turned_round() -> None:
    assert [line_of(row) for row in READ.turned().rows] == [
        "2: extra 12.50 2026-11-22 tacos",
        "3: expense -3.99 2026-11-20",
        "4: expense -1500.00 2026-11-01 pay",
        "5: expense -40.00 2026-11-22",
    ]
    assert READ.turned().money_in == 1250


def test_the_person_says_which_rows_are_paychecks_since_when_and_without_which() -> None:
    assert [row.kind for row in READ.with_paychecks(frozenset({4})).rows] == [
        Kind.EXPENSE,
        Kind.REFUND,
        Kind.PAYCHECK,
        Kind.EXTRA,
    ]
    assert [row.line for row in READ.since(date(2026, 11, 20)).rows] == [2, 3, 5]
    assert [row.line for row in READ.without(frozenset({2, 4})).rows] == [3, 5]


@pytest.mark.parametrize(("kind", "amount"), [(Kind.EXPENSE, 1), (Kind.EXTRA, -1), (Kind.REFUND, 0)])
def test_a_wrong_row_cannot_be_held(kind: Kind, amount: int) -> None:
    with pytest.raises(ValueError, match="ImportedRow"):
        ImportedRow(1, kind, amount, DAY, "USD")


def test_texts_become_notes() -> None:
    assert joined("ACME ", "", "acme\r\n pay", "ACME") == "ACME · acme pay"
    assert as_note("a\u202eb\x1b[31m\n c") == "a\ufffdb\ufffd[31m c"
    assert as_note("x" * 201) == "x" * 199 + "…"
    assert [unguarded(cell) for cell in ("'=1", "' -5", "'n' Roll", "'", "x", "")] == [
        "=1",
        " -5",
        "'n' Roll",
        "'",
        "x",
        "",
    ]


def test_a_long_identity_is_kept_as_its_hash() -> None:
    assert identity("") is None
    assert identity(" ofx:1:2 ") == "ofx:1:2"
    long = identity("ofx:" + "x" * 100)
    assert long is not None
    assert long.startswith("sha256:")
    assert len(long) == 55
    assert long != identity("ofx:" + "x" * 99 + "y")
