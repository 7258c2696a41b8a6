"""What bills take from a pay period, and what it sets aside for those that are borne ahead."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budget.bills import Bills, Decision, repriced, rescheduled
from budget.periods import Days
from budget.schedules import Schedule, Weekends, every_days, every_months, monthly, once
from budget.set_aside import due_before, freed_by, restored, set_aside
from tests.budget.bill_values import PAYDAY, SUNDAY, bill, book, day, moved, paid, skipped


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


def test_a_pay_period_bears_the_share_of_its_days() -> None:
    insurance = bill("Insurance", 36500, every_months(12, day("2027-11-22")), ahead=day("11-23"))
    bills = book(insurance)

    assert set_aside(bills, insurance, Days(day("11-23"), day("12-07")), SUNDAY) == 1400  # 14 of 365 days
    assert due_before(bills, day("11-23"), day("12-07"), day("11-25")).amount == 1400
    assert set_aside(bills, insurance, Days(day("12-07"), day("12-07")), SUNDAY) == 0
    assert set_aside(bills, bill(), Days(SUNDAY, PAYDAY), SUNDAY) == 0


def test_what_was_borne_before_is_given_back_when_the_bill_is_paid() -> None:
    insurance = bill("Insurance", 36500, every_months(12, day("2027-11-22")), ahead=day("11-23"))
    bills = book(insurance, decisions=(paid(1, "2027-11-22", 36500),))

    # The period bears 8 days up to the bill and 6 of the next year; all of the payment is in what it spent.
    due = due_before(bills, day("2027-11-15"), day("2027-11-29"), day("2027-11-23"))

    assert due.amount == 36500 * 6 // 366
    assert [(one.used, one.free) for one in due.back] == [(35700, 0)]
    skip = book(insurance, decisions=(skipped(1, "2027-11-22"),))
    assert set_aside(skip, insurance, Days(day("11-23"), day("2027-11-23")), SUNDAY) == 0


def test_what_is_set_aside_stands_beside_what_is_paid_whole() -> None:
    water = bill("Water", 6000, monthly(5), number=2, ahead=SUNDAY)
    power = bill("Power", 5000, monthly(3), number=3, ahead=SUNDAY)
    bills = book(bill(), water, power, decisions=(paid(3, "12-03", 5000, on="12-07"),))

    due = due_before(bills, PAYDAY, day("12-20"), day("12-07"))

    assert [one.bill.name for one in due.dues] == ["Rent", "Water"]
    assert [(one.due.bill.name, one.due.day, one.amount) for one in due.taken] == [
        ("Rent", day("12-01"), 90000),
        ("Water", day("12-05"), 0),  # all of 5 Dec was set aside before 6 Dec
        ("Power", day("2027-01-03"), 5000 * 16 // 31 - 5000 * 2 // 31),
        ("Water", day("2027-01-05"), 6000 * 14 // 31),
    ]
    assert due.set_aside == sum(one.amount for one in due.taken[1:])
    assert due.amount == 90000 + due.set_aside
    assert [(one.bill.name, one.used, one.free) for one in due.back] == [("Power", 5000, 0)]
    assert due.set_aside_before == 5000


def test_what_was_due_before_it_is_borne_ahead_counts_whole() -> None:
    rent = bill(since=day("11-01"), ahead=day("12-02"))

    due = due_before(book(rent), SUNDAY, PAYDAY, day("12-02"))

    assert [(one.planned, one.is_borne) for one in due.dues] == [(day("12-01"), False)]
    assert due.amount == 90000 + set_aside(book(rent), rent, Days(SUNDAY, PAYDAY), SUNDAY)


def test_a_bill_that_is_due_today_is_borne_today() -> None:
    rent = bill(ahead=day("12-01"))

    assert set_aside(book(rent), rent, Days(day("12-01"), day("12-02")), SUNDAY) == 90000
    assert set_aside(book(rent), rent, Days(day("12-02"), day("2027-01-02")), SUNDAY) == 90000


SCHEDULES = st.one_of(
    st.builds(lambda days: monthly(*days), st.sets(st.integers(1, 31), min_size=1, max_size=4)),
    st.builds(
        every_days, st.integers(1, 60), st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.sampled_from(Weekends)
    ),
    st.builds(every_months, st.integers(1, 14), st.dates(date(2026, 1, 1), date(2026, 12, 31))),
    st.builds(once, st.dates(date(2026, 1, 1), date(2028, 12, 31))),
)


@pytest.mark.slow
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

    shares = [set_aside(book(one), one, Days(first, last), start) for first, last in pairwise(ends)]

    assert all(share >= 0 for share in shares)
    assert sum(shares) == set_aside(book(one), one, Days(start, end), start)
    for planned in whole[:5]:  # by each planned day all that was due is borne
        after = planned + timedelta(days=1)
        assert set_aside(book(one), one, Days(start, after), start) == amount * sum(other <= planned for other in whole)


# --- paid early, late, and not at all ---

INSURANCE = bill("Insurance", 36500, every_months(12, day("2027-11-22")), ahead=day("11-23"))
"""A dollar a day."""


def taken(bills: Bills, start: str, end: str, today: str) -> int:
    """Return what the bills take from a pay period, minor units, as of a day."""
    due = due_before(bills, day(start), day(end), day(today))
    return due.amount - due.set_aside_before


def test_what_was_not_set_aside_is_not_given_back() -> None:
    early = book(INSURANCE, decisions=(paid(1, "2027-11-22", 36500, on="11-25"),))

    # The payment is in what the first period spent, and nothing was set aside before it; nobody bears it after that.
    assert taken(book(INSURANCE), "11-23", "12-07", "11-24") == 1400
    assert taken(early, "11-23", "12-07", "11-25") == 0
    assert taken(early, "12-07", "12-21", "12-07") == 0
    assert taken(early, "2027-11-15", "2027-11-29", "2027-11-20") == 36500 * 6 // 366  # the next year's share alone


def test_a_bill_paid_before_its_day_gives_back_what_the_periods_before_set_aside() -> None:
    second = book(INSURANCE, decisions=(paid(1, "2027-11-22", 36500, on="12-10"),))

    assert taken(second, "11-23", "12-07", "12-06") == 1400
    assert taken(second, "12-07", "12-21", "12-09") == -1400
    assert taken(second, "12-21", "2027-01-04", "12-21") == 0


def test_a_bill_that_costs_another_amount_gives_back_what_was_set_aside_for_it() -> None:
    for amount in (100, 36500, 99999):  # what was paid is in what is spent
        late = book(INSURANCE, decisions=(paid(1, "2027-11-22", amount, on="2027-12-01"),))
        before, after = 36500 * 8 // 366, 36500 * 22 // 366
        assert taken(late, "2027-11-30", "2027-12-14", "2027-12-01") == after - before - 36500


def test_what_was_set_aside_for_a_bill_that_is_let_go_is_given_back() -> None:
    gone = bill("Fine", 31000, once(day("12-31")), ahead=day("12-01"))

    assert taken(book(gone), "12-28", "2027-01-11", "2027-01-10") == 4000
    assert taken(book(gone), "2027-01-25", "2027-02-08", "2027-01-30") == 0  # it may be paid still
    assert taken(book(gone), "2027-01-25", "2027-02-08", "2027-01-31") == -31000
    assert taken(book(gone), "2027-02-08", "2027-02-22", "2027-02-08") == 0


@pytest.mark.slow
@given(
    SCHEDULES,
    st.integers(1, 100_000_000),
    st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    st.lists(st.tuples(st.integers(0, 12), st.integers(-40, 45), st.integers(1, 200_000_000)), max_size=8),
    st.sets(st.dates(date(2026, 1, 2), date(2028, 12, 31)), max_size=40),
)
def test_only_what_was_set_aside_is_ever_given_back(
    schedule: Schedule,
    amount: int,
    ahead: date,
    payments: list[tuple[int, int, int]],
    paydays: set[date],
) -> None:
    one = bill(schedule=schedule, amount=amount, since=ahead, ahead=ahead)
    occurrences = list(islice(schedule.occurrences(ahead, date(2029, 1, 1)), 13))
    decisions = tuple(
        paid(1, occurrences[n].planned.isoformat(), cost, on=(occurrences[n].planned + timedelta(days=off)).isoformat())
        for n, off, cost in payments
        if n < len(occurrences)
    )
    bills, jar = book(one, decisions=decisions), 0

    for start, end in pairwise([date(2026, 1, 1), *sorted(paydays), date(2029, 1, 1)]):
        jar += set_aside(bills, one, Days(start, end), end)
        assert jar == in_jar(bills, end)


def in_jar(bills: Bills, before: date) -> int:
    """Return what somebody holds who puts away an equal part of each occurrence a day, and pays it out of that; minor units."""
    (one,) = bills.bills
    if one.ahead is None or one.removed:
        return 0
    held = 0
    for occurrence in one.schedule.occurrences(date(2024, 1, 1), date(2031, 1, 1)):
        planned, decision = (
            occurrence.planned,
            bills.decisions.get((one.number, occurrence.planned), Decision(1, date.min)),
        )
        gone_on = decision.payment.day if decision.payment is not None else occurrence.day + timedelta(days=31)
        last = one.schedule.neighbours(planned)[0] or date.min
        begun = max(last + timedelta(days=1), one.ahead)
        if max(one.ahead, one.since) <= planned and begun < before <= gone_on and not decision.skipped:
            days, past = (planned - begun).days + 1, (before - begun).days
            held += one.rate_of(planned).amount * min(days, past) // days
    return held


# --- changes ---


def changed(bills: Bills, how: str, amount: int, days: Days, today: date) -> Bills:
    """Return a book of one bill after a change in a pay period."""
    (one,), decisions = bills.bills, dict(bills.decisions)
    match how:
        case "amount":
            after = one if one.removed else repriced(bills, one, amount, today)
        case "schedule":
            after = one if one.removed else rescheduled(bills, one, monthly(amount % 31 + 1), today)
        case "off":
            after = replace(one, removed=True)
        case "ahead":
            after = replace(one, ahead=one.ahead or today)
        case "not ahead":
            after = replace(one, ahead=None)
        case "back":
            after = restored(one, days.start, today) if one.removed else one
        case _:
            due, after = bills.next_open(one, today), one
            if due is not None:
                decisions[1, due.planned] = Decision(1, due.planned, skipped=True)
    freed, _ = freed_by(bills, Bills((after,), decisions), 1, days, today)
    return Bills((replace(after, freed=freed),), decisions)


@pytest.mark.slow
@given(
    SCHEDULES,
    st.integers(1, 100_000_000),
    st.lists(
        st.tuples(
            st.sampled_from(["amount", "schedule", "off", "ahead", "not ahead", "back", "skip"]),
            st.integers(0, 600),
            st.integers(1, 10**8),
        ),
        max_size=12,
    ),
    st.sets(st.integers(1, 600), max_size=20),
)
def test_no_change_of_a_bill_makes_money_or_loses_any(
    schedule: Schedule, amount: int, changes: list[tuple[str, int, int]], paydays: set[int]
) -> None:
    begun = date(2026, 1, 1)
    bills, jar = book(bill(schedule=schedule, amount=amount, since=begun, ahead=begun)), 0

    for first, last in pairwise(sorted({0, *paydays, 601})):
        days = Days(begun + timedelta(days=first), begun + timedelta(days=last))
        for how, on, other in sorted(changes, key=lambda change: change[1]):
            if first <= on < last:
                bills = changed(bills, how, other, days, begun + timedelta(days=on))
        (one,) = bills.bills
        due = due_before(bills, days.start, days.end, days.end - timedelta(days=1))
        assert due.set_aside - due.set_aside_before == set_aside(bills, one, days, days.end - timedelta(days=1))
        assert all(each.amount > 0 or not each.due.is_borne or each.due in due.dues for each in due.taken)
        jar += set_aside(bills, one, days, days.end)
        assert jar == in_jar(bills, days.end)


def test_what_an_earlier_period_set_aside_stays_so_after_a_change_in_a_later_one() -> None:
    water = bill("Water", 6000, once(day("12-31")), ahead=day("12-02"))
    december, later = Days(day("12-02"), day("12-12")), Days(day("12-12"), day("12-26"))
    off = changed(book(water), "off", 0, later, day("12-14"))
    (gone,) = off.bills

    assert set_aside(book(water), water, december, later.start) == 2000
    assert set_aside(off, gone, december, later.start) == 2000
    assert gone.freed == (day("12-14"), 0, 2000)
    assert [(one.used, one.free) for one in due_before(off, *later, day("12-14")).back] == [(0, 2000)]
    assert due_before(off, later.end, day("2027-01-09"), later.end).back == ()


def test_what_was_used_for_a_payment_is_told_apart_from_what_a_change_frees() -> None:
    water = bill("Water", 6000, monthly(11), ahead=day("11-12"))
    december = Days(day("12-07"), day("12-21"))
    paid_now = book(water, decisions=(paid(1, "12-11", 6000),))
    off = changed(paid_now, "off", 0, december, day("12-12"))

    assert [(one.used, one.free) for one in due_before(paid_now, *december, day("12-12")).back] == [(5000, 0)]
    assert [(one.used, one.free) for one in due_before(off, *december, day("12-12")).back] == [(5000, 0)]


def test_what_a_greater_amount_was_not_set_aside_for_is_set_aside_at_once() -> None:
    water = bill("Water", 6000, monthly(11), ahead=day("11-12"))
    december = Days(day("12-07"), day("12-21"))
    dearer = changed(book(water), "amount", 12000, december, day("12-08"))
    late = Bills(dearer.bills, {(1, day("12-11")): paid(1, "12-11", 9000, on="12-12")})

    assert [(one.due.planned, one.amount) for one in due_before(dearer, *december, day("12-08")).taken] == [
        (day("12-11"), 2000 + 5000),
        (day("2027-01-11"), 12000 * 9 // 31),
    ]
    assert [(one.used, one.free) for one in due_before(late, *december, day("12-12")).back] == [(5000, 0)]


def test_nothing_is_set_aside_before_the_first_paycheck() -> None:
    water = bill("Water", 6000, monthly(5, 6), ahead=SUNDAY)
    monday, friday = PAYDAY + timedelta(days=1), day("12-11")

    due = due_before(book(water), PAYDAY, friday, PAYDAY, PAYDAY)

    # What fell due before it is borne by its day alone, as is what falls due on it.
    assert [(one.due.day, one.amount) for one in due.taken] == [
        (day("12-05"), 6000),
        (PAYDAY, 6000),
        (day("2027-01-05"), 6000 * 4 // 30),
    ]
    late = book(water, decisions=(paid(1, "12-05", 6000, on="12-12"),))
    assert taken(late, "12-11", "12-25", "12-12") == 6000 * (18 - 4) // 30 - 6000
    assert set_aside(book(water), water, Days(PAYDAY, monday), PAYDAY, PAYDAY) == 12000
    early = book(water, decisions=(paid(1, "12-05", 6000, on="12-06"), paid(1, "12-06", 6000, on="12-06")))
    assert due_before(early, PAYDAY, friday, PAYDAY, PAYDAY).set_aside_before == 0


def test_of_a_long_pay_period_what_is_open_counts_wherever_it_was_planned() -> None:
    gym = bill("Gym", 2000, every_days(7, day("01-02")), since=day("01-01"), ahead=day("01-01"))
    far = (moved(1, "03-06", "12-20"), moved(1, "03-07", "12-20"))  # the second is no day of the bill

    due = due_before(book(gym, decisions=far), day("01-01"), day("12-24"), day("12-22"))

    open_days = ("11-27", "12-04", "12-11", "12-18", "12-20")
    assert [(one.due.day, one.amount) for one in due.taken] == [
        *((day(one), 2000) for one in open_days),
        (day("12-25"), 2000 * 5 // 7),
    ]
    ended = bill("Fine", 2000, once(day("01-02")), since=day("01-01"), ahead=day("01-01"))
    assert due_before(book(ended), day("01-01"), day("12-24"), day("12-22")).taken == ()
