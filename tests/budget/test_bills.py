"""What is due when, in which state, and what is due before the payday."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budget.bills import (
    Bill,
    Bills,
    Decision,
    Rate,
    State,
    borne,
    checked_bill_name,
    due_before,
    repriced,
    rescheduled,
)
from budget.categories import STARTERS, Category
from budget.currencies import currency_named
from budget.errors import InvalidChoice, Why
from budget.locales import locale_named
from budget.money import Money
from budget.schedules import Schedule, Weekends, every_days, every_months, monthly, once
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


@pytest.mark.parametrize(
    ("bills", "today", "amount", "after"),
    [
        (book(), "11-22", 0, None),
        (book(bill()), "11-22", 90000, "2027-01-01"),  # $587.50 = 1500 - 12.50 - 900
        (book(bill(), bill("Netflix", 1549, monthly(28), number=2)), "11-22", 91549, "2026-12-28"),
        (book(bill(about=True)), "11-22", 90000, "2027-01-01"),  # an estimate counts in full
        (book(bill(), decisions=(paid(1, "12-01"),)), "12-01", 0, "2027-01-01"),
        (book(bill(), decisions=(skipped(1, "12-01"),)), "11-22", 0, "2027-01-01"),
        (book(bill(), decisions=(moved(1, "12-01", "12-05"),)), "11-22", 90000, "2027-01-01"),
        (book(bill(), decisions=(moved(1, "12-01", "12-06"),)), "11-22", 0, "2026-12-06"),  # of the next pay period
        (book(bill(schedule=monthly(6))), "11-22", 0, "2026-12-06"),
        (book(bill(schedule=monthly(6))), "12-06", 90000, "2027-01-06"),  # the paycheck is late, the bill is due today
        (book(bill()), "12-05", 90000, "2027-01-01"),  # overdue
        (book(bill(schedule=once(day("12-24")))), "11-22", 0, "2026-12-24"),
        (book(bill(schedule=once(day("11-24")))), "11-22", 90000, None),
        (book(bill(removed=True)), "11-22", 0, None),
    ],
)  # fmt: skip
def test_what_is_due_before_the_payday(bills: Bills, today: str, amount: int, after: str | None) -> None:
    due = due_before(bills, SUNDAY, PAYDAY, day(today))

    assert due.amount == amount
    assert (due.after and due.after.day.isoformat()) == after
    assert all(one.state.is_open for one in due.dues)


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
        ("", Why.BAD_NAME), ("x" * 41, Why.BAD_NAME), ("5th floor", Why.BAD_NAME), ("a/b", Why.BAD_NAME), ("salary", Why.BAD_NAME),
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


# --- shares that are borne ahead ---


def test_a_pay_period_bears_the_share_of_its_days() -> None:
    insurance = bill("Insurance", 36500, every_months(12, day("2027-11-22")), ahead=day("11-23"))
    bills = book(insurance)

    assert borne(bills, insurance, day("11-23"), day("12-07")) == 1400  # 14 of 365 days
    assert due_before(bills, day("11-23"), day("12-07"), day("11-25")).amount == 1400
    assert borne(bills, insurance, day("12-07"), day("12-07")) == 0
    assert borne(bills, bill(), SUNDAY, PAYDAY) == 0


def test_what_was_borne_before_is_given_back_when_the_bill_is_paid() -> None:
    insurance = bill("Insurance", 36500, every_months(12, day("2027-11-22")), ahead=day("11-23"))
    bills = book(insurance, decisions=(paid(1, "2027-11-22", 36500),))

    # The period bears 8 days up to the bill and 6 of the next year; all of the payment is in what it spent.
    due = due_before(bills, day("2027-11-15"), day("2027-11-29"), day("2027-11-23"))

    assert due.amount == 800 + 36500 * 6 // 366 - 36500
    skip = book(insurance, decisions=(skipped(1, "2027-11-22"),))
    assert borne(skip, insurance, day("11-23"), day("2027-11-23")) == 0


def test_what_is_set_aside_stands_beside_what_is_paid_whole() -> None:
    water = bill("Water", 6000, monthly(5), number=2, ahead=SUNDAY)
    power = bill("Power", 5000, monthly(3), number=3, ahead=SUNDAY)
    bills = book(bill(), water, power, decisions=(paid(3, "12-03", 5000, on="12-07"),))

    due = due_before(bills, PAYDAY, day("12-20"), day("12-07"))

    assert [one.bill.name for one in due.dues] == ["Rent", "Water"]
    assert [one.bill.name for one in due.whole] == ["Rent"]
    assert [one.bill.name for one in due.covered] == ["Water"]  # all of 5 Dec was set aside before 6 Dec
    assert [(one.bill.name, one.amount, one.due and one.due.day) for one in due.aside] == [
        ("Water", 6000 * 14 // 31 - 0, day("2027-01-05")),
        ("Power", 5000 * 16 // 31 - 5000 * 2 // 31 - 5000, day("2027-01-03")),
    ]
    assert due.amount == 90000 + sum(one.amount for one in due.aside)
    assert due.taken == 90000 + due.aside[0].amount


def test_what_was_due_before_it_is_borne_ahead_counts_whole() -> None:
    rent = bill(since=day("11-01"), ahead=day("12-02"))

    due = due_before(book(rent), SUNDAY, PAYDAY, day("12-02"))

    assert [(one.planned, one.is_borne) for one in due.dues] == [(day("12-01"), False)]
    assert due.amount == 90000 + borne(book(rent), rent, SUNDAY, PAYDAY)


def test_a_bill_that_is_due_today_is_borne_today() -> None:
    rent = bill(ahead=day("12-01"))

    assert borne(book(rent), rent, day("12-01"), day("12-02")) == 90000
    assert borne(book(rent), rent, day("12-02"), day("2027-01-02")) == 90000


SCHEDULES = st.one_of(
    st.builds(lambda days: monthly(*days), st.sets(st.integers(1, 31), min_size=1, max_size=4)),
    st.builds(
        every_days, st.integers(1, 60), st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.sampled_from(Weekends)
    ),
    st.builds(every_months, st.integers(1, 14), st.dates(date(2026, 1, 1), date(2026, 12, 31))),
    st.builds(once, st.dates(date(2026, 1, 1), date(2028, 12, 31))),
)


@given(
    SCHEDULES,
    st.integers(1, 100_000_000),
    st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    st.lists(st.dates(date(2026, 1, 1), date(2029, 12, 31)), max_size=30),
)
def test_shares_add_up_to_the_amount_whatever_the_paydays_turn_out_to_be(
    schedule: Schedule, amount: int, ahead: date, paydays: list[date]
) -> None:
    start, end = date(2026, 1, 1), date(2030, 1, 1)
    one = bill(schedule=schedule, amount=amount, since=ahead, ahead=ahead)
    ends = [start, *sorted(paydays), end]
    whole = [planned.planned for planned in schedule.occurrences(start, date(2032, 1, 1)) if planned.planned >= ahead]

    shares = [borne(book(one), one, first, last) for first, last in pairwise(ends)]

    assert all(share >= 0 for share in shares)
    assert sum(shares) == borne(book(one), one, start, end)
    for planned in whole[:5]:  # by each planned day all that was due is borne
        after = planned + timedelta(days=1)
        assert borne(book(one), one, start, after) == amount * sum(other <= planned for other in whole)
