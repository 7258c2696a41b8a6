"""Never twice: the same file again records nothing, an overlapping one only what is new, and two equal coffees stay two."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budget.entries import Entry, Kind
from budget.imports.duplicates import Address, HeldEntry, compare
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
    return [
        HeldEntry(entry, True, one.bank_id, (7, place))
        for place, (one, entry) in enumerate(zip(rows, entries_of(rows, USD), strict=True))
    ]


def after(rows: Sequence[ImportedRow], held: Sequence[HeldEntry]) -> tuple[list[int], list[HeldEntry]]:
    """Record a file: the lines that are new, and the book after it."""
    compared = compare(rows, held)
    named: dict[Address | None, str] = dict(compared.identities.items())
    known = [one._replace(bank_id=named.get(one.address) or one.bank_id) for one in held]
    new = [one._replace(address=(8, place)) for place, one in enumerate(recorded(compared.new))]
    return [one.line for one in compared.new], known + new


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


@pytest.mark.parametrize(
    ("files", "new"),
    [
        # each file is the identities of coffees of one day and price; of each the lines that are new
        pytest.param([[None], ["ofx:1"], ["ofx:2"]], [[1], [], [1]], id="the first one is the second file's"),
        pytest.param([[None], ["ofx:1", "ofx:2"], ["ofx:3"]], [[1], [2], [1]], id="after a new one"),
        pytest.param([[None, None], ["ofx:1"], ["ofx:2", "ofx:3"]], [[1, 2], [], [2]], id="two without identity"),
        pytest.param([[None], ["ofx:1"], [None]], [[1], [], []], id="back to the format without"),
        pytest.param([["camt:1"], ["mt940:1"]], [[1], []], id="two formats with identities"),
        pytest.param([["camt:1"], ["mt940:1"], ["mt940:2"]], [[1], [], [1]], id="and a new one of the second"),
        pytest.param([["camt:1"], ["mt940:1"], ["camt:1"]], [[1], [], []], id="back to the first"),
        pytest.param([["ofx:a:1"], ["ofx:b:1"]], [[1], [1]], id="two accounts of one format"),
        pytest.param([["sha256:1"], ["ofx:1"]], [[1], [1]], id="a long identity may be of any source"),
    ],
)
def test_a_new_identity_is_known_only_by_what_has_none_of_its_source(
    files: list[list[str | None]], new: list[list[int]]
) -> None:
    """A second coffee of a day was taken for the first, which an earlier file had named by its own identity."""
    held: list[HeldEntry] = []
    found = []
    for ids in files:
        lines, held = after([row(n, bank_id=one) for n, one in enumerate(ids, 1)], held)
        found.append(lines)

    assert found == new


def test_identities_that_begin_anew_in_each_file_are_not_believed() -> None:
    """Some banks number the payments of each file from 1: then all of the next file was taken for the first one's."""
    first = [row(1, -350, "coffee", "ofx:1"), row(2, -1200, "cinema", "ofx:2"), row(3, -220, "bus", "ofx:3")]
    later = DAY + timedelta(20)
    second = [
        row(1, -900, "books", "ofx:1", later),
        row(2, -1200, "cinema", "ofx:2", later),
        row(3, -4000, "shoes", "ofx:3", later),
        row(4, -350, "coffee", "ofx:4"),
    ]

    assert [one.line for one in compare(second, recorded(first)).new] == [1, 2, 3]
    assert compare(first, recorded([*first, *second[:3]])).new == ()


def test_one_identity_for_all_is_not_believed() -> None:
    held = recorded([row(1, -350, bank_id="ofx:0")])

    assert [one.line for one in compare([row(1, -990, "tea", "ofx:0", DAY + timedelta(9))], held).new] == [1]


@pytest.mark.parametrize(
    ("amount", "note", "days", "known"),
    [(-400, "coffee", 2, True), (-350, "Café 12", 20, True), (-400, "Café 12", 0, False), (350, "coffee", 5, False)],
)
def test_an_identity_stays_where_the_amount_or_the_day_and_the_note_do(
    amount: int, note: str, days: int, known: bool
) -> None:
    held = recorded([row(1, bank_id="ofx:1"), row(2, -5, "a", "ofx:2"), row(3, -6, "b", "ofx:3")])
    rows = [
        row(1, amount, note, "ofx:1", DAY + timedelta(days)),
        row(2, -5, "a", "ofx:2"),
        row(3, -6, "b", "ofx:3"),
    ]

    assert [one.line for one in compare(rows, held).new] == ([] if known else [1])


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


@pytest.mark.parametrize(("later", "same"), [(3, True), (4, False)])
def test_a_payment_whose_amount_is_settled_later_is_known_for_three_days(later: int, same: bool) -> None:
    held = recorded([row(1, -350, "coffee", "a")])

    compared = compare([row(1, -400, "coffee", "a", DAY + timedelta(later))], held)

    assert (bool(compared.known), bool(compared.new)) == (same, not same)
