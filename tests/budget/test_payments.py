"""Which expense pays which bill, and what the payments say about an estimate."""

from dataclasses import replace
from datetime import date

import pytest

from budget.bills import Bills
from budget.entries import Entry, Kind
from budget.grammar.commands import without_word
from budget.payments import as_payment, better_estimate, bill_among, bill_named, match, payment_of
from budget.schedules import every_days, monthly, once
from tests.budget.bill_values import SUNDAY, bill, book, day, moved, paid, skipped

RENT = bill(since=day("10-01"))


def expense(amount: int = 90000, on: str = "11-30", note: str = "rent") -> Entry:
    return Entry(Kind.EXPENSE, amount, day(on), 2, note)


def paid_day(entry: Entry, bills: Bills) -> str | None:
    found = match(entry, bills)
    return found.due.day.isoformat()[5:] if found is not None else None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("paid rent", True), ("rent paid", True), ("Paid RENT!", True), ("paid", False), ("rent", False), ("paid rent 900", False),
        ("paid gym", False), ("", False), ("Rent bezahlt", True), ("the rent is paid", True), ("Rent ist schon bezahlt", True),
    ],
)  # fmt: skip
def test_a_bill_is_said_to_be_paid(text: str, said: bool) -> None:
    assert bill_among(without_word(text, "paid", "de"), book(RENT), {"the"}) == (RENT if said else None)


@pytest.mark.parametrize(
    ("amount", "fits"),
    [(90000, True), (45000, True), (44999, False), (180000, True), (180001, False), (1, False), (100_000_000, False)],
)
def test_an_amount_fits_between_half_and_twice_the_bill(amount: int, fits: bool) -> None:
    found = match(expense(amount), book(RENT))

    assert found is not None
    assert found.fits is fits


def test_an_odd_amount_has_an_exact_half() -> None:
    odd = book(bill(amount=99, since=day("10-01")))

    assert [found.fits for amount in (49, 50, 198, 199) if (found := match(expense(amount), odd))] == [
        False,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize("note", ["rent", "Rent", "RENT", " rent ", "Rent!"])
def test_the_note_is_the_name_of_the_bill(note: str) -> None:
    assert match(expense(note=note), book(RENT)) is not None


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("rent paid", True), ("paid rent", True), ("Rent bill, paid", True), ("paid bill rent paid bill", True),
        ("rent paid paid paid", False), ("paid", False), ("bill paid", False), ("rent paid late", False), ("", False),
    ],
)  # fmt: skip
def test_words_that_add_nothing_may_stand_beside_the_name(note: str, found: bool) -> None:
    assert (match(expense(note=note), book(RENT), beside={"paid", "bill"}) is not None) is found


def test_a_name_that_holds_such_a_word_is_found_too() -> None:
    power = bill(since=day("10-01"), name="Power bill")
    for note in ("power bill", "power bill paid"):
        assert match(expense(note=note), book(power), beside={"paid", "bill"}) is not None


@pytest.mark.parametrize("note", ["", "rent for november", "the rent", "rents", "!"])
def test_another_note_pays_nothing(note: str) -> None:
    assert match(expense(note=note), book(RENT)) is None
    assert bill_named(note, book(RENT)) is None


@pytest.mark.parametrize(
    ("on", "pays"),
    [
        ("11-22", "12-01"),
        ("11-16", "11-01"),  # 15 days from both: the earlier
        ("11-15", "11-01"),
        ("11-17", "12-01"),
        ("12-16", "12-01"),  # 15 days, where half a step is 15 1/2
        ("12-17", "01-01"),
        ("12-01", "12-01"),
    ],
)
def test_the_nearest_occurrence_is_paid(on: str, pays: str) -> None:
    assert paid_day(expense(on=on), book(RENT)) == pays


@pytest.mark.parametrize(
    ("on", "pays", "late"),
    [("11-24", "11-27", "11-20"), ("11-23", "11-20", "11-13"), ("11-20", "11-20", "11-13")],
)
def test_half_a_step_of_a_week_is_three_days(on: str, pays: str, late: str) -> None:
    weekly = bill(schedule=every_days(7, day("11-13")), since=day("10-01"))

    assert paid_day(expense(on=on), book(weekly)) == pays
    taken = book(weekly, decisions=(paid(1, pays),))
    may_pay = match(
        expense(on=on), taken
    )  # the next one is more than half a step away, and what is late waits for a tap
    assert may_pay is not None
    assert (may_pay.due.planned, may_pay.fits) == (day(late), False)
    none_late = book(replace(weekly, since=day(pays)), decisions=(paid(1, pays),))
    assert match(expense(on=on), none_late) is None


def test_a_year_is_no_nearer_than_15_days() -> None:
    yearly = book(bill(schedule=once(day("12-24"))))

    assert paid_day(expense(on="12-09"), yearly) == "12-24"
    assert paid_day(expense(on="12-08"), yearly) is None


def test_only_an_open_occurrence_is_paid() -> None:
    assert paid_day(expense(), book(RENT, decisions=(paid(1, "12-01"),))) is None
    assert paid_day(expense(), book(RENT, decisions=(skipped(1, "12-01"),))) is None
    assert paid_day(expense(), book(RENT, decisions=(moved(1, "12-01", "12-05"),))) == "12-05"
    assert paid_day(expense(), book(replace(RENT, removed=True))) is None
    mine = match(expense(), book(RENT, decisions=(paid(1, "12-01"),)), paying=(1, day("12-01")))
    assert mine is not None  # an edit is matched again, against its own payment too


def test_a_late_record_of_an_earlier_day_pays_what_was_open_then() -> None:
    assert paid_day(expense(on="10-01"), book(RENT)) == "10-01"


@pytest.mark.parametrize("kind", [Kind.REFUND, Kind.PAYCHECK, Kind.EXTRA])
def test_only_money_out_pays_a_bill(kind: Kind) -> None:
    entry = Entry(kind, 90000, day("11-30"), 2 if kind is Kind.REFUND else None, "rent")

    assert match(entry, book(RENT)) is None


@pytest.mark.parametrize("on", ["0001-01-01", "9999-12-31"])
def test_the_calendar_ends_without_an_error(on: str) -> None:
    assert match(Entry(Kind.EXPENSE, 90000, date.fromisoformat(on), 2, "rent"), book(RENT)) is None or on > "9"


def test_a_payment_is_outside_the_weekly_limits_or_an_expense_of_the_category() -> None:
    assert as_payment(expense(), None) == Entry(Kind.BILL, 90000, day("11-30"), None, "rent")
    assert as_payment(expense(), 1) == Entry(Kind.EXPENSE, 90000, day("11-30"), 1, "rent")
    bill_entry = as_payment(expense(), None)
    assert as_payment(bill_entry, 1).category == 1
    assert match(bill_entry, book(RENT)) is not None


def test_a_tap_pays_with_an_entry_that_bears_the_name() -> None:
    (due,) = book(RENT).dues(day("12-01"), day("12-02"), SUNDAY)

    entry = payment_of(due, 90000, day("12-01"), None)

    assert entry == Entry(Kind.BILL, 90000, day("12-01"), None, "Rent")
    assert match(entry, book(RENT)) is not None


@pytest.mark.parametrize(
    ("amounts", "offered"),
    [
        ((9000, 9500), None),
        ((8500, 8925, 9000), None),  # exactly 5 %
        ((8500, 8926, 9000), 8926),
        ((9000, 8000, 8074), 8074),
        ((8075, 8075, 1), None),
        ((1, 1, 9500, 9600, 9700), 9600),  # the last three
    ],
)
def test_an_estimate_is_mended_after_three_payments(amounts: tuple[int, ...], offered: int | None) -> None:
    power = bill("Power", 8500, monthly(1), about=True)
    decisions = tuple(paid(1, f"{month:02}-01", amount) for month, amount in enumerate(amounts, 1))

    assert better_estimate(book(power, decisions=decisions), power) == offered
    assert better_estimate(book(RENT, decisions=decisions), RENT) is None
