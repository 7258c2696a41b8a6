"""Never twice: the same file again records nothing, an overlapping one only what is new, and two equal coffees stay two."""

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from budget.entries import Entry, Kind
from budget.imports.duplicates import HeldEntry, compare
from budget.imports.recording import entries_of
from budget.imports.rows import ImportedRow
from budget.imports.transfers import transfers_in
from tests.budget.imports.reading import USD

DAY = date(2026, 11, 22)


def row(
    line: int, amount: int = -350, note: str = "coffee", bank_id: str | None = None, day: date = DAY
) -> ImportedRow:
    kind = Kind.EXPENSE if amount < 0 else Kind.EXTRA
    return ImportedRow(line, kind, amount, day, "USD", note, None, bank_id)


def recorded(rows: Sequence[ImportedRow]) -> list[HeldEntry]:
    """The book after these rows were recorded."""
    return [HeldEntry(entry, True, one.bank_id) for one, entry in zip(rows, entries_of(rows, USD), strict=True)]


_ROWS = st.lists(
    st.builds(
        lambda amount, note, day, number: row(1, amount, note, number, DAY - timedelta(day)),
        st.sampled_from([-350, -100, 350]),
        st.sampled_from(["coffee", "Coffee ", "bus"]),
        st.integers(0, 2),
        st.none() | st.sampled_from(["a", "b", "c", "d"]),
    ),
    max_size=12,
)


@given(_ROWS)
def test_the_same_file_again_records_nothing(rows: list[ImportedRow]) -> None:
    new = compare(rows, []).new

    again = compare(rows, recorded(new))

    assert (again.new, again.known) == ((), tuple(rows))


@given(st.lists(st.sampled_from(["coffee", "bus", "rent"]), max_size=12), st.integers(0, 12), st.integers(0, 12))
def test_files_that_overlap_record_each_row_once(notes: list[str], first: int, second: int) -> None:
    """Two exports of one account, the later one from a day on that the earlier one holds already."""
    rows = [row(n, note=note, day=DAY - timedelta(30 - n)) for n, note in enumerate(notes)]
    earlier, later = rows[: max(first, second)], rows[min(first, second) :]

    new = compare(later, recorded(earlier)).new

    assert [*earlier, *new] == rows


def test_two_equal_coffees_stay_two() -> None:
    rows = [row(2), row(3), row(4, note="COFFEE")]

    assert compare(rows, []).new == tuple(rows)
    assert [one.line for one in compare(rows, recorded(rows[:2])).new] == [4]


def test_a_banks_identity_counts_whatever_the_rest_says() -> None:
    held = recorded([row(2, bank_id="a")])

    assert compare([row(2, note="COFFEE SHOP 12", bank_id="a")], held).new == ()
    assert [one.line for one in compare([row(2, bank_id="a"), row(3, bank_id="b")], held).new] == [3]


def test_a_bank_that_gives_one_identity_to_several_payments_is_not_believed() -> None:
    rows = [row(2, bank_id="0"), row(3, -100, bank_id="0"), row(4, bank_id="0")]

    assert compare(rows, []).new == tuple(rows)
    assert compare(rows, recorded(rows)).new == ()


def test_equal_payments_of_one_identity_are_two() -> None:
    rows = [row(2, bank_id="0"), row(3, bank_id="0")]

    assert compare(rows, []).new == tuple(rows)
    assert compare(rows, recorded(rows)).new == ()
    assert compare(rows, recorded(rows[:1])).new == (rows[1],)
    assert compare(rows[:1], recorded(rows)).new == ()


def test_rows_whose_signs_were_turned_round_are_known_by_the_other_direction() -> None:
    held = recorded([row(2), row(3), row(4, 150_000, "pay")])
    turned = [row(2, 350), row(3, 350), row(4, -150_000, "pay"), row(5, 350)]

    assert [one.line for one in compare(turned, held, either_way=True).new] == [5]
    assert compare(turned, held).known == ()


def test_files_of_two_formats_know_each_other() -> None:
    plain, numbered = [row(2), row(3)], [row(2, bank_id="a"), row(3, bank_id="b"), row(4, bank_id="c")]

    assert [one.line for one in compare(numbered, recorded(plain)).new] == [4]
    assert compare(plain, recorded(numbered)).new == ()
    assert [one.line for one in compare([row(2), row(3, bank_id="b")], recorded(plain[:1])).new] == [3]


def test_money_in_that_became_a_paycheck_is_known() -> None:
    entry = Entry(Kind.PAYCHECK, 150_000, DAY, None, "pay")

    assert compare([row(2, 150_000, "pay")], [HeldEntry(entry, True)]).new == ()


def test_an_expense_that_paid_a_bill_is_known() -> None:
    entry = Entry(Kind.BILL, 350, DAY, None, "coffee")

    assert compare([row(2)], [HeldEntry(entry, True)]).new == ()


def test_a_refund_is_no_expense() -> None:
    refund = ImportedRow(2, Kind.REFUND, 350, DAY, "USD", "coffee")

    assert compare([refund], recorded([row(2)])).new == (refund,)


def test_what_was_typed_is_shown_and_never_decided_about() -> None:
    typed = [
        HeldEntry(Entry(Kind.EXPENSE, 350, DAY - timedelta(3), 1, "espresso")),
        HeldEntry(Entry(Kind.EXPENSE, 350, DAY, 1, "latte")),
        HeldEntry(Entry(Kind.EXPENSE, 100, DAY - timedelta(4), 1, "too early")),
        HeldEntry(Entry(Kind.EXTRA, 350, DAY, None, "money in")),
    ]
    rows = [row(2), row(3), row(4), row(5, -100)]

    compared = compare(rows, typed)

    assert compared.new == tuple(rows)
    assert [(twin.row.line, twin.entry.note) for twin in compared.twins] == [(2, "latte"), (3, "espresso")]


def test_transfers_are_pairs_of_opposite_sign() -> None:
    rows = [
        row(2, -10_000, "to savings"),
        row(3, 10_000, "from checking", day=DAY + timedelta(2)),
        row(4, 10_000, "another", day=DAY + timedelta(3)),
        row(5, -500),
        row(6, 500, day=DAY - timedelta(4)),
        row(7, 900),
    ]

    assert [(pair.out.line, pair.into.line) for pair in transfers_in(rows)] == [(2, 3)]


def test_thousands_of_equal_rows_cost_no_square() -> None:
    rows = [row(n) for n in range(5_000)]
    typed = [HeldEntry(Entry(Kind.EXPENSE, 350, DAY, 1, "x")) for _ in range(5_000)]

    assert len(compare(rows, [*recorded(rows[:2_500]), *typed]).twins) == 2_500
    assert len(list(transfers_in([*rows, *(row(n, 350) for n in range(5_000))]))) == 5_000
