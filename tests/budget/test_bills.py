"""What is due when, and in which state."""

from dataclasses import replace
from datetime import timedelta

import pytest

from budget.bills import (
    Bill,
    Bills,
    Decision,
    Rate,
    State,
    checked_bill_name,
    repriced,
    rescheduled,
)
from budget.categories import STARTERS, Category
from budget.currencies import currency_named
from budget.errors import InvalidChoice, Why
from budget.locales import locale_named
from budget.money import Money
from budget.schedules import Schedule, every_days, every_months, monthly, once
from tests.budget.bill_values import PAYDAY, SUNDAY, bill, book, day, moved, paid, skipped

MONEY = Money(currency_named("USD"), locale_named("en_US"))
CATEGORIES = tuple(Category(n, new.key, new.name, new.keywords, new.limit * 100) for n, new in enumerate(STARTERS, 1))


def states(bills: Bills, start: str, end: str, today: str) -> dict[str, str]:
    return {due.day.isoformat()[5:]: due.state.value for due in bills.dues(day(start), day(end), day(today))}


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("11-30", {"12-01": "open", "12-15": "paid", "01-01": "skipped", "01-18": "moved", "02-01": "open"}),
        ("2027-01-01", {"12-01": "open", "12-15": "paid", "01-01": "skipped", "01-18": "moved", "02-01": "open"}),
    ],
)
def test_the_states_of_occurrences(today: str, expected: dict[str, str]) -> None:
    decisions = (paid(1, "12-15"), skipped(1, "2027-01-01"), moved(1, "2027-01-15", "2027-01-18"))
    rent = bill(schedule=monthly(1, 15))
    late = (day(today) - day("12-01")).days

    found = states(book(rent, decisions=decisions), "11-22", "2027-02-02", today)

    assert found == expected | {"12-01": "let_go" if late >= 31 else "open"}


@pytest.mark.parametrize(
    ("late", "state"),
    [
        (-1, State.OPEN),
        (0, State.OPEN),
        (1, State.OVERDUE),
        (30, State.OVERDUE),
        (31, State.LET_GO),
        (400, State.LET_GO),
    ],
)
def test_an_open_bill_is_overdue_and_after_31_days_let_go(late: int, state: State) -> None:
    today = day("12-01") + timedelta(days=late)
    (due,) = book(bill()).dues(day("12-01"), day("12-02"), today)

    assert due.state is state
    assert due.state.is_open == (late < 31)


def test_a_moved_occurrence_is_due_on_its_new_day_alone() -> None:
    bills = book(bill(), decisions=(moved(1, "12-01", "12-03"),))

    assert states(bills, "12-01", "12-03", "11-22") == {}
    assert states(bills, "12-03", "12-04", "11-22") == {"12-03": "moved"}
    assert states(bills, "12-03", "12-04", "12-04") == {"12-03": "overdue"}
    assert (
        states(book(bill(schedule=monthly(2)), decisions=(moved(1, "12-01", "12-03"),)), "12-03", "12-09", "11-22")
        == {}
    )
    old = book(bill(since=day("12-02")), decisions=(moved(1, "12-01", "12-03"),))
    assert states(old, "11-22", "12-09", "11-22") == {}


def test_nothing_is_due_before_a_bill_began_nor_once_it_is_off() -> None:
    assert states(book(bill(since=day("12-02"))), "11-22", "2027-01-02", "11-22") == {"01-01": "open"}
    assert states(book(bill(removed=True)), "11-22", "2027-01-02", "11-22") == {}


def test_dues_of_several_bills_stand_in_the_order_of_their_days() -> None:
    netflix = bill("Netflix", 1549, monthly(28), number=2)
    gym = bill("Gym", 3000, every_days(7, day("11-24")), number=3)

    found = book(bill(), netflix, gym).open_before(PAYDAY, SUNDAY)

    assert [(due.bill.name, due.day.isoformat()[5:], due.amount, due.about) for due in found] == [
        ("Gym", "11-24", 3000, False),
        ("Netflix", "11-28", 1549, False),
        ("Rent", "12-01", 90000, False),
        ("Gym", "12-01", 3000, False),
    ]


def test_what_paid_a_bill_is_listed_in_the_order_of_its_occurrences() -> None:
    bills = book(bill(), decisions=(paid(1, "12-01", 2), paid(1, "11-01", 1), skipped(1, "10-01"), paid(2, "11-01", 3)))

    assert [payment.amount for payment in bills.payments_of(bill())] == [1, 2]


def test_the_next_open_occurrence() -> None:
    yearly = bill(schedule=every_months(12, day("2027-03-14")))
    rare = bill(schedule=every_months(400, day("12-01")), since=day("12-02"))

    def next_of(one: Bill, *decisions: Decision, today: str = "11-22") -> str | None:
        bills = book(one, decisions=decisions)
        due = bills.next_open(one, day(today))
        return due.day.isoformat() if due else None

    assert next_of(bill()) == "2026-12-01"
    assert next_of(bill(), today="12-20") == "2026-12-01"  # overdue, and still to be paid
    assert next_of(bill(), paid(1, "12-01"), today="12-20") == "2027-01-01"
    assert next_of(yearly) == "2027-03-14"
    assert next_of(rare) == "2060-04-01"
    assert next_of(bill(schedule=once(day("2099-01-01")))) is None
    assert next_of(bill(schedule=once(day("9999-12-31"))), today="9999-12-01") is None


# --- changes ---


def test_another_amount_holds_from_the_next_open_occurrence_on() -> None:
    rent = bill(since=day("10-01"))
    bills = book(rent, decisions=(paid(1, "10-01"), paid(1, "11-01")))

    changed = repriced(bills, rent, 95000, SUNDAY)

    assert changed.rates == (Rate(day("10-01"), 90000), Rate(day("12-01"), 95000))
    assert [changed.rate_of(day(one)).amount for one in ("11-01", "12-01", "2027-01-01")] == [90000, 95000, 95000]
    assert changed.rate_of(day("2025-01-01")).amount == 90000
    again = repriced(book(changed), changed, 8500, SUNDAY, about=True)
    assert again.rate == Rate(day("11-01"), 8500, about=True)  # November is open there
    over = bill(schedule=once(day("10-01")), since=day("10-01"))
    assert repriced(book(over, decisions=(paid(1, "10-01"),)), over, 1, SUNDAY).rates[-1] == Rate(SUNDAY, 1)


@pytest.mark.parametrize(
    ("decisions", "schedule", "today", "due"),
    [
        ((), monthly(3), "11-22", "2026-12-03"),
        ((paid(1, "12-01", on="11-28"),), monthly(3), "11-28", "2027-01-03"),  # December is paid by the old schedule
        ((paid(1, "11-01"),), monthly(28), "11-05", "2026-11-28"),
        ((skipped(1, "11-01"),), monthly(3), "11-05", "2026-12-03"),
        ((), monthly(28), "11-22", "2026-11-28"),
        ((), every_days(14, day("12-04")), "11-22", "2026-12-04"),
    ],
)
def test_another_schedule_asks_for_nothing_twice(
    decisions: tuple[Decision, ...], schedule: Schedule, today: str, due: str
) -> None:
    rent = bill(since=day("10-15" if decisions else "11-22"))
    bills = book(rent, decisions=decisions)

    changed = rescheduled(bills, rent, schedule, day(today))

    found = Bills((changed,), bills.decisions).next_open(changed, day(today))
    assert found is not None
    assert found.day.isoformat() == due


@pytest.mark.parametrize(
    ("rates", "schedule", "expected"),
    [
        (["12-01 950"], monthly(25), ["11-25 950"]),  # the only one
        (["10-01 900", "12-01 950"], monthly(25), ["10-01 900", "11-25 950"]),
        (["10-01 900", "12-01 950", "2027-01-01 980"], monthly(25), ["10-01 900", "11-25 980"]),
        (["10-01 900", "11-25 920", "12-01 950"], monthly(25), ["10-01 900", "11-25 950"]),
        (["10-01 900", "11-25 950"], monthly(25), ["10-01 900", "11-25 950"]),
        (["10-01 900", "12-01 950"], monthly(3), ["10-01 900", "12-01 950"]),  # it holds for that one already
        (["10-01 900", "12-01 950"], once(day("11-01")), ["10-01 900", "12-01 950"]),  # nothing is open any more
    ],
)
def test_an_amount_holds_from_the_first_open_occurrence_of_another_schedule(
    rates: list[str], schedule: Schedule, expected: list[str]
) -> None:
    held = tuple(Rate(day(since), int(amount)) for since, amount in map(str.split, rates))
    rent = replace(bill(since=SUNDAY), rates=held)

    changed = rescheduled(book(rent), rent, schedule, SUNDAY)

    assert changed.rates == tuple(Rate(day(since), int(amount)) for since, amount in map(str.split, expected))


def test_an_overdue_occurrence_stays_due_by_another_schedule() -> None:
    rent = bill(since=day("11-01"))
    changed = rescheduled(book(rent), rent, monthly(3), day("11-05"))

    due = book(changed).next_open(changed, day("11-05"))

    assert due is not None
    assert (due.day, due.state) == (day("11-03"), State.OVERDUE)
    done = bill(schedule=once(day("11-01")), since=day("10-15"))
    again = rescheduled(book(done, decisions=(paid(1, "11-01"),)), done, once(day("12-24")), SUNDAY)
    assert again.since == SUNDAY


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Rent", "Rent"),
        ("  car   insurance ", "car insurance"),
        ("netflix", "netflix"),
        ("groceries", "groceries"),
        ("Miete", "Miete"),
    ],
)
def test_a_bill_may_be_named_by_a_keyword(name: str, said: str) -> None:
    assert checked_bill_name(name, (), CATEGORIES, MONEY) == said


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", Why.BAD_NAME), ("x" * 41, Why.BAD_NAME), ("5th floor", Why.BAD_BILL_NAME), ("rent2", Why.BAD_BILL_NAME),
        ("netflix 4k", Why.BAD_BILL_NAME), ("a/b", Why.BAD_NAME), ("salary", Why.BAD_NAME),
        ("rent yesterday", Why.BAD_NAME), ("Fun", Why.NAME_TAKEN), ("predictable_necessities", Why.NAME_TAKEN),
        ("fun club", Why.BAD_NAME), ("gym\u202e", Why.BAD_NAME), ("RENT", Why.BILL_TAKEN),
    ],
)  # fmt: skip
def test_a_name_that_no_bill_can_have(name: str, why: Why) -> None:
    with pytest.raises(InvalidChoice) as refused:
        checked_bill_name(name, (bill(), bill("Gym", number=2, removed=True)), CATEGORIES, MONEY)
    assert refused.value.why is why


def test_a_name_is_free_once_its_bill_is_off_and_a_bill_may_keep_its_own() -> None:
    gym = bill("Gym", number=2, removed=True)

    assert checked_bill_name("gym", (bill(), gym), CATEGORIES, MONEY) == "gym"
    assert checked_bill_name("RENT", (bill(), gym), CATEGORIES, MONEY, of=bill()) == "RENT"
