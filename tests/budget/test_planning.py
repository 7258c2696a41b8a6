"""Bills, paydays, limits that remember and spread expenses, through the ledger on both databases."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from budget import acts, undoing
from budget.bill_changes import BillDone
from budget.bills import State
from budget.bookkeeper import Bookkeeper, Message, Receipt
from budget.daily import daily_sums
from budget.entries import Entry, Kind
from budget.errors import NotFound, Refused, Why
from budget.grammar.orders import BillSaid
from budget.limits import Carry
from budget.periods import Days, Week
from budget.planning import Planner
from budget.schedules import monthly
from budget.states import Status, Version
from budget.summary import Summary
from tests.ledgers import BEGINNINGS, Book

pytest_plugins = ["tests.databases"]

OWNER = 7
SUNDAY = datetime(2026, 11, 22, 10, tzinfo=UTC)  # of the week from Monday 16


class Desk:
    """A chat with its book: what is said and tapped, by one call each."""

    def __init__(self, ledger: Book) -> None:
        self.ledger = ledger
        self.keeper = Bookkeeper(ledger, BEGINNINGS)
        self.planner = Planner(ledger, BEGINNINGS)
        self.now = SUNDAY
        self.number = 0

    async def says(self, text: str, *, number: int | None = None, edited_at: int = 0) -> Receipt:
        if number is None:
            self.number += 1
            number = self.number
        version = Version(edited_at, 100 + number + edited_at)
        return await self.keeper.record(Message(OWNER, number, OWNER, text, self.now, version))

    async def bill(self, text: str) -> str:
        """Say something behind `/bill`; return what was done and when it is due."""
        change = await self.planner.set_bill(OWNER, await self.planner.bill_said(OWNER, text, self.now), self.now)
        return f"{change.done} {change.due.day if change.due is not None else 'never'}"

    async def summary(self, weeks_back: int = 0) -> Summary:
        return await self.keeper.summary(OWNER, self.now, weeks_back=weeks_back)

    async def states(self) -> list[str]:
        look = await self.planner.bills(OWNER, self.now)
        assert look is not None
        dues = look.bills.dues(date(2026, 11, 1), date(2027, 2, 2), self.now.date())
        return [f"{due.bill.name} {due.day} {due.state}" for due in dues]

    async def number_of(self, name: str = "Rent") -> int:
        look = await self.planner.bills(OWNER, self.now)
        assert look is not None
        return next(bill.number for bill in look.bills.bills if bill.name.lower() == name.lower())

    def at(self, day: str) -> None:
        self.now = datetime.fromisoformat(f"{day}T10:00:00+00:00")


@pytest.fixture
async def desk(url: str) -> AsyncIterator[Desk]:
    async with Book(url) as ledger:
        yield Desk(ledger)


async def refusal(desk: Desk, text: str) -> Why:
    with pytest.raises(Refused) as refused:
        await desk.bill(text)
    return refused.value.why


# --- bills ---


async def test_what_is_left_is_net_of_the_rent(desk: Desk) -> None:
    """A whole dialogue, figure for figure."""
    await desk.says("paid 1500")
    await desk.says("12.50 fun tacos")

    assert await desk.bill("rent 900 on the 1st") == "added 2026-12-01"
    period = (await desk.summary()).pay_period
    assert period is not None
    assert (period.bills_due, period.remaining_after_bills, period.per_day_after_bills(SUNDAY.date())) == (
        90000,
        58750,
        4196,
    )
    assert (period.remaining, period.per_day(SUNDAY.date()), period.source) == (148750, 10625, "two_weeks")

    await desk.bill("netflix 15.49 on the 28th")
    answer, _ = await desk.keeper.afford_said(OWNER, ["80", "fun"], desk.now)
    assert (answer.fits, answer.left, answer.per_day, answer.per_day_now) == (True, 49201, 3514, 4085)
    answer, _ = await desk.keeper.afford_said(OWNER, ["600"], desk.now)
    assert (answer.fits, answer.missing) == (False, 2799)


async def test_an_expense_with_its_name_pays_a_bill(desk: Desk) -> None:
    await desk.says("paid 1500")
    await desk.bill("rent 900 on the 1st")

    receipt = await desk.says("rent 900")

    (held,) = receipt.state.entries
    assert held.entry == Entry(Kind.BILL, 90000, date(2026, 11, 22), None, "rent")
    (match,) = receipt.state.matches.values()
    assert (match.due.state, match.due.day, match.fits) == (State.PAID, date(2026, 12, 1), True)
    assert receipt.state.standings == ()
    summary = await desk.summary()
    assert summary.spent == 0
    assert summary.bills_paid == 90000
    assert summary.pay_period is not None
    assert (summary.pay_period.spent, summary.pay_period.bills_due, summary.pay_period.remaining) == (90000, 0, 60000)
    assert await desk.states() == ["Rent 2026-12-01 paid", "Rent 2027-01-01 open", "Rent 2027-02-01 open"]


async def test_a_bill_in_a_category_is_paid_by_its_expenses(desk: Desk) -> None:
    await desk.bill("gym 30 in fun every friday")

    receipt = await desk.says("gym 30")

    (held,) = receipt.state.entries
    assert (held.entry.kind, held.entry.note) == (Kind.EXPENSE, "gym")
    assert [(one.spent, one.category) for one in receipt.state.standings] == [(3000, held.entry.category)]


async def test_of_undo_edit_and_redelivery_one_paid_occurrence_is_left(desk: Desk) -> None:
    await desk.bill("rent 900 on the 1st")
    first = await desk.says("rent 900")
    message = first.message
    paid = ["Rent 2026-12-01 paid", "Rent 2027-01-01 open", "Rent 2027-02-01 open"]
    opened = [paid[0].replace("paid", "open"), *paid[1:]]

    again = await desk.says("rent 900", number=1)
    assert again.state == first.state._replace(status=Status.REPEATED)
    assert await desk.states() == paid
    await desk.keeper.tap(OWNER, message, desk.now, lambda tx: undoing.set_undone(tx, None, "undo", undone=True))
    assert await desk.states() == opened
    await desk.keeper.tap(OWNER, message, desk.now, lambda tx: undoing.set_undone(tx, None, "restore", undone=False))
    assert await desk.states() == paid

    note = await desk.says("groceries 900", number=1, edited_at=5)
    assert [one.entry.kind for one in note.state.entries] == [Kind.EXPENSE]
    assert await desk.states() == opened
    await desk.says("rent 910", number=1, edited_at=6)
    assert await desk.states() == paid
    await desk.says("rent 910 yesterday", number=1, edited_at=7)
    assert await desk.states() == paid
    await desk.says("rent 50", number=1, edited_at=8)  # less than half
    assert await desk.states() == opened
    await desk.says("rent 900", number=1, edited_at=9)
    await desk.says("rent 900", number=1, edited_at=8)  # an older state comes late
    assert await desk.states() == paid

    second = await desk.says("rent 900")
    assert [one.entry.kind for one in second.state.entries] == [Kind.EXPENSE]  # nothing near is open
    assert await desk.states() == paid


async def test_an_undone_payment_leaves_room_for_another(desk: Desk) -> None:
    await desk.bill("rent 900 on the 1st")
    first = await desk.says("rent 900")
    await desk.keeper.tap(OWNER, first.message, desk.now, lambda tx: undoing.set_undone(tx, None, "undo", undone=True))
    await desk.says("rent 905")

    await desk.keeper.tap(
        OWNER, first.message, desk.now, lambda tx: undoing.set_undone(tx, None, "restore", undone=False)
    )

    assert (await desk.states())[0] == "Rent 2026-12-01 paid"
    look = await desk.planner.bills(OWNER, desk.now)
    assert look is not None
    assert [payment.amount for payment in look.bills.payments_of(look.bills.bills[0])] == [90500]
    edited = await desk.says("rent 901", number=1, edited_at=5)
    assert edited.state.matches == {}  # the other one has paid it


async def test_two_lines_do_not_pay_the_same_occurrence(desk: Desk) -> None:
    await desk.bill("rent 900 on the 1st")

    receipt = await desk.says("rent 900\nrent 900\n12 fun")

    assert [one.entry.kind for one in receipt.state.entries] == [Kind.BILL, Kind.EXPENSE, Kind.EXPENSE]
    assert (await desk.states())[0] == "Rent 2026-12-01 paid"


async def test_another_amount_is_recorded_as_ever_and_a_tap_says_that_it_was_the_rent(desk: Desk) -> None:
    await desk.bill("rent 900 on the 1st")
    receipt = await desk.says("rent 100")
    (match,) = receipt.state.matches.values()
    assert (match.fits, receipt.state.entries[0].entry.kind) == (False, Kind.EXPENSE)
    number, planned = match.due.bill.number, match.due.planned

    for _ in range(2):
        state = await desk.planner.it_was(OWNER, receipt.message, 0, number, planned, "tap")
        assert state.entries[0].entry == Entry(Kind.BILL, 10000, date(2026, 11, 22), None, "rent")
    assert (await desk.states())[0] == "Rent 2026-12-01 paid"
    edited = await desk.says("Rent 100", number=1, edited_at=5)
    assert edited.state.entries[0].entry.kind is Kind.BILL  # what was tapped holds
    for n, text in enumerate(("Rent 101", "rent 900", "rent for november 50", "rent 100 11/1"), 6):
        edited = await desk.says(text, number=1, edited_at=n)
        assert edited.state.entries[0].entry.kind is Kind.BILL, text
        assert [(one.due.state, one.due.planned) for one in edited.state.matches.values()] == [(State.PAID, planned)]
    for n, text in enumerate(("Sofa 101", "rent 102"), 20):
        edited = await desk.says(text, number=1, edited_at=n)
        assert edited.state.entries[0].entry.kind is Kind.EXPENSE, text
    await desk.planner.it_was(OWNER, receipt.message, 0, number, planned, "again")
    with pytest.raises(NotFound):
        await desk.planner.it_was(OWNER, receipt.message, 1, number, planned, "other")
    with pytest.raises(NotFound):
        await desk.planner.it_was(OWNER, receipt.message, 0, number, planned, "another")  # it is paid


async def test_what_was_written_before_a_bill_of_another_amount_stays_what_it_was(desk: Desk) -> None:
    receipt = await desk.says("rent 850")
    await desk.bill("rent 900 on the 1st")
    number = receipt.budget.categories[0].number

    state = (
        await desk.keeper.tap(OWNER, receipt.message, desk.now, lambda tx: acts.recategorise(tx, 0, number, "tap"))
    ).state

    assert [(one.entry.kind, one.entry.category) for one in state.entries] == [(Kind.EXPENSE, number)]
    assert [(one.due.state, one.fits) for one in state.matches.values()] == [(State.OPEN, True)]  # a tap may say so


async def test_a_question_that_is_answered_pays_a_bill(desk: Desk) -> None:
    await desk.bill("rent 1250 on the 1st")
    asked = await desk.says("1.250 rent")
    assert asked.state.questions

    state = (await desk.keeper.tap(OWNER, asked.message, desk.now, lambda tx: acts.answer(tx, 0, 1, "tap"))).state

    assert [(one.entry.kind, one.entry.amount) for one in state.entries] == [(Kind.BILL, 125000)]


async def test_a_tap_pays_what_is_due_once(desk: Desk) -> None:
    await desk.bill("rent 900 on the 1st")
    await desk.bill("gym 30 in fun on the 1st")
    desk.at("2026-12-01")
    rent, gym, planned = await desk.number_of(), await desk.number_of("gym"), date(2026, 12, 1)

    states = [await desk.planner.pay(OWNER, 900, OWNER, (rent, planned), desk.now) for _ in range(2)]

    assert [one.status for one in states] == [Status.DONE, Status.REPEATED]
    assert states[0].entries == states[1].entries
    assert [one.entry for one in states[0].entries] == [Entry(Kind.BILL, 90000, planned, None, "Rent")]
    with pytest.raises(NotFound):
        await desk.planner.pay(OWNER, 901, OWNER, (gym, planned), desk.now, 2500)
    other = await desk.planner.pay(OWNER, 901, OWNER, (gym, planned), desk.now, 3000)
    assert [(one.entry.kind, one.entry.amount) for one in other.entries] == [(Kind.EXPENSE, 3000)]
    with pytest.raises(NotFound):
        await desk.planner.pay(OWNER, 902, OWNER, (rent, planned), desk.now)
    for to, skipped in ((date(2026, 12, 3), False), (None, True), (None, False)):
        with pytest.raises(NotFound):
            await desk.planner.decide(OWNER, rent, planned, desk.now, to=to, skipped=skipped)
    with pytest.raises(NotFound):
        await desk.planner.pay(OWNER, 902, OWNER, (99, planned), desk.now)
    with pytest.raises(NotFound):
        await desk.planner.pay(OWNER, 902, OWNER, (rent, date(2026, 12, 2)), desk.now)


async def test_each_payment_under_one_message_has_its_own_line(desk: Desk) -> None:
    await desk.bill("rent 900 on the 1st")
    await desk.bill("phone 20 on the 1st")
    desk.at("2026-12-01")
    planned = date(2026, 12, 1)

    for name in ("rent", "phone", "rent"):
        at = await desk.number_of(name), planned
        state = await desk.planner.pay(OWNER, 900, OWNER, at, desk.now)

    assert [(one.line, one.entry.amount) for one in state.entries] == [(0, 90000), (1, 2000)]


async def test_an_occurrence_is_moved_and_skipped_and_opened_again(desk: Desk) -> None:
    await desk.bill("rent 900 on the 1st")
    number, planned = await desk.number_of(), date(2026, 12, 1)

    moved = [await desk.planner.decide(OWNER, number, planned, desk.now, to=date(2026, 12, 3)) for _ in range(2)]
    assert [one.before for one in moved] == [planned, planned]  # what takes it back
    assert (await desk.states())[0] == "Rent 2026-12-03 moved"
    desk.at("2026-12-04")
    await desk.planner.pay(OWNER, 900, OWNER, (number, planned), desk.now)
    assert (await desk.states())[0] == "Rent 2026-12-03 paid"
    await desk.keeper.tap(OWNER, 900, desk.now, lambda tx: undoing.set_undone(tx, None, "undo", undone=True))
    assert (await desk.states())[0] == "Rent 2026-12-03 overdue"
    skipped = [await desk.planner.decide(OWNER, number, planned, desk.now, skipped=True) for _ in range(2)]
    assert [one.before for one in skipped] == [date(2026, 12, 3), date(2026, 12, 3)]
    assert (await desk.states())[0] == "Rent 2026-12-03 skipped"
    await desk.planner.decide(OWNER, number, planned, desk.now, to=skipped[0].before)
    assert (await desk.states())[0] == "Rent 2026-12-03 overdue"
    await desk.planner.decide(OWNER, number, planned, desk.now)
    assert (await desk.states())[0] == "Rent 2026-12-01 overdue"
    for wrong in ((number, date(2026, 12, 2)), (99, planned)):
        with pytest.raises(NotFound):
            await desk.planner.decide(OWNER, *wrong, desk.now)


async def test_a_message_that_was_another_one_skips_once_too(desk: Desk) -> None:
    await desk.bill("rent 900 on the 1st")
    await desk.says("12 fun", number=1)

    for _ in range(2):
        decided = await desk.planner.skip_next(OWNER, 1, OWNER, "rent", desk.now)
        assert decided.due.planned == date(2026, 12, 1)
    assert (await desk.states())[:2] == ["Rent 2026-12-01 skipped", "Rent 2027-01-01 open"]


async def test_a_bill_is_changed_switched_off_and_restored(desk: Desk) -> None:
    await desk.bill("rent 900 on the 1st")
    await desk.says("rent 900")
    number = await desk.number_of()

    assert await desk.bill("rent 950") == "repriced 2027-01-01"
    assert await desk.bill("rent on the 3rd") == "rescheduled 2027-01-03"
    assert await desk.bill("rent 950") == "repriced 2027-01-03"
    assert await desk.bill("rent ~960 in fun on the 3rd") == "repriced 2027-01-03"
    assert await desk.bill("rent ahead") == "ahead 2027-01-03"
    assert await desk.bill("rent ahead") == "ahead 2027-01-03"
    assert await desk.bill("RENT off") == "off never"
    assert await desk.states() == []
    assert await refusal(desk, "rent off") is Why.UNKNOWN_BILL
    await desk.says("rent 950")  # pays nothing now
    change = await desk.planner.restore_bill(OWNER, number, desk.now)
    assert (change.done, change.due and change.due.day, change.bill.rate.about) == (
        BillDone.BACK,
        date(2027, 1, 3),
        True,
    )
    again = await desk.planner.restore_bill(OWNER, number, desk.now)
    assert again == change
    look = await desk.planner.bills(OWNER, desk.now)
    assert look is not None
    assert [payment.amount for payment in look.bills.payments_of(look.bills.bills[0])] == [90000]  # its history stays
    assert (look.until, [due.day for due in look.due.dues]) == (None, [date(2027, 1, 3)])
    with pytest.raises(NotFound):
        await desk.planner.restore_bill(OWNER, 99, desk.now)


async def test_what_cannot_be_a_bill(desk: Desk) -> None:
    assert await refusal(desk, "rent 900") is Why.NO_WHEN
    assert await refusal(desk, "rent on the 3rd") is Why.UNKNOWN_BILL
    assert await refusal(desk, "fun 900 on the 1st") is Why.NAME_TAKEN
    await desk.bill("rent 900 on the 1st")
    number = await desk.number_of()
    await desk.bill("rent off")
    await desk.bill("rent 800 on the 1st")
    with pytest.raises(Refused, match="another bill"):
        await desk.planner.restore_bill(OWNER, number, desk.now)
    said = BillSaid("", 100, schedules=(monthly(1),))
    for n in range(49):
        await desk.planner.set_bill(OWNER, replace(said, name=f"Den {'v' * (n % 25 + 3)}{'w' * (n // 25)}"), desk.now)
    assert await refusal(desk, "one more 5 on the 1st") is Why.TOO_MANY_BILLS
    with pytest.raises(Refused, match="more bills"):
        await desk.planner.restore_bill(OWNER, number, desk.now)


async def test_a_currency_stays_once_there_is_a_bill(desk: Desk) -> None:
    await desk.bill("rent 900 on the 1st")

    with pytest.raises(Refused, match="currency"):
        await desk.keeper.change_settings(OWNER, currency="JPY")


async def test_before_there_is_a_budget_nothing_is_due(desk: Desk) -> None:
    assert await desk.planner.bills(OWNER, desk.now) is None
    summary = await desk.summary()
    assert (summary.bills, summary.bills_paid, summary.carried, summary.left) == (None, 0, 0, 40000)


# --- paydays ---


async def test_paydays_are_said_or_told_by_gaps(desk: Desk) -> None:
    for day in ("2026-10-25", "2026-11-08", "2026-11-22"):
        desk.at(day)
        last = await desk.says("paid 1500")

    async def expected() -> str:
        period = (await desk.summary()).pay_period
        assert period is not None
        return f"{period.next_payday} {period.source}"

    assert await expected() == "2026-12-06 gaps"
    offered = last.offers.payday
    assert offered is not None
    assert offered.code == "days 14 2026-10-25"
    budget, rules = await desk.planner.set_payday(OWNER, "every 10 days", desk.now)
    assert (budget.payday, [rule.code for rule in rules]) == (rules[0], ["days 10 2026-11-22"])
    assert await expected() == "2026-12-02 said"
    await desk.planner.set_payday(OWNER, "1st and 15th", desk.now)
    assert await expected() == "2026-12-01 said"
    assert (await desk.planner.set_payday(OWNER, "auto", desk.now))[0].payday is None
    assert await expected() == "2026-12-06 gaps"
    assert (await desk.planner.set_payday_rule(OWNER, offered)).payday == offered
    assert await expected() == "2026-12-06 said"
    look = await desk.planner.bills(OWNER, desk.now)
    assert look is not None
    assert look.until == date(2026, 12, 6)
    with pytest.raises(Refused):
        await desk.planner.set_payday(OWNER, "soon", desk.now)


async def test_without_a_paycheck_two_paydays_are_asked_about(desk: Desk) -> None:
    budget, rules = await desk.planner.set_payday(OWNER, "every 2 weeks", desk.now)

    assert budget.payday is None
    assert [rule.code for rule in rules] == ["days 14 2026-11-22", "days 14 2026-11-29"]


async def test_what_was_left_of_the_last_period(desk: Desk) -> None:
    desk.at("2026-11-08")
    assert (await desk.says("paid 1500")).offers.left_over is None
    await desk.says("1287.60 fun")
    desk.at("2026-11-22")
    assert (await desk.says("paid 1500")).offers.left_over == 21240  # $212.40 were left of the last period
    assert (await desk.says("paid 20")).offers.left_over is None  # it was offered


async def test_what_was_left_is_carried_over_once(desk: Desk) -> None:
    desk.at("2026-11-08")
    await desk.says("paid 1500")
    await desk.says("1287.60 fun")
    desk.at("2026-11-22")
    await desk.says("paid 1500")
    paid_on = date(2026, 11, 22)

    for message in (900, 900, 901):
        state = await desk.planner.carry_over(OWNER, message, OWNER, paid_on, desk.now)
        assert [(one.entry.kind, one.entry.amount, one.message) for one in state.entries] == [(Kind.EXTRA, 21240, 900)]
    await desk.keeper.tap(OWNER, 900, desk.now, lambda tx: undoing.set_undone(tx, None, "undo", undone=True))
    assert (await desk.planner.carry_over(OWNER, 902, OWNER, paid_on, desk.now)).entries[0].undone
    with pytest.raises(NotFound):
        await desk.planner.carry_over(OWNER, 903, OWNER, date(2026, 11, 8), desk.now)


# --- limits that remember ---


async def limits_of_fun(desk: Desk, weeks_back: int = 0) -> tuple[int, int, int, bool]:
    line = (await desk.summary(weeks_back=weeks_back)).lines[0]
    return line.limit, line.carried, line.left, line.over


async def test_a_limit_holds_from_its_week_on(desk: Desk) -> None:
    desk.at("2026-11-11")
    await desk.says("120 fun")
    desk.at("2026-11-18")
    await desk.says("120 fun")

    await desk.keeper.set_limit(OWNER, ["fun", "100"], desk.now)

    assert await limits_of_fun(desk) == (10000, 0, -2000, True)
    assert await limits_of_fun(desk, 1) == (15000, 0, 3000, False)  # past weeks are judged by what held then
    await desk.keeper.set_limit(OWNER, ["fun", "200"], desk.now)
    assert await limits_of_fun(desk) == (20000, 0, 8000, False)
    await desk.keeper.set_limit(OWNER, ["fun", "100"], desk.now)
    budget, fun, *_ = await desk.keeper.set_limit(OWNER, ["fun", "300", "next", "week"], desk.now)
    assert await limits_of_fun(desk) == (10000, 0, -2000, True)
    desk.at("2026-11-23")
    assert await limits_of_fun(desk) == (30000, 0, 30000, False)
    assert budget.category(fun.number).limit_in(Week(date(2026, 11, 9))) == 15000


async def test_a_watched_category_is_out_of_the_weeks_limit_and_in_what_was_spent(desk: Desk) -> None:
    await desk.says("5 fun\n20 groceries")
    _, fun, *_ = await desk.keeper.set_limit(OWNER, ["fun", "none"], desk.now)

    summary = await desk.summary()

    assert fun.is_watched
    assert (summary.lines[0].is_watched, summary.lines[0].over) == (True, False)
    assert (summary.spent, summary.limit, summary.remaining) == (2500, 25000, 23000)
    receipt = await desk.says("9999 fun")
    assert [one.tell_over for one in receipt.state.standings] == [False]
    _, fun, *_ = await desk.keeper.set_limit(OWNER, ["fun", "0"], desk.now)
    assert not fun.is_watched  # a limit of 0 stays a limit
    await desk.keeper.set_limit(OWNER, ["fun", "none"], desk.now)


async def test_a_new_currency_keeps_what_is_watched(desk: Desk) -> None:
    await desk.keeper.set_limit(OWNER, ["fun", "none"], desk.now)

    budget = await desk.keeper.change_settings(OWNER, currency="JPY")

    assert [one.limit for one in budget.current] == [0, 10000, 5000, 10000]
    assert budget.current[0].is_watched


async def test_a_week_makes_up_for_the_one_before(desk: Desk) -> None:
    desk.at("2026-11-11")
    _, fun = await desk.planner.set_carry(OWNER, ["fun", "carry"], desk.now)
    await desk.says("190 fun")
    desk.at("2026-11-18")

    assert await limits_of_fun(desk) == (15000, -4000, 11000, False)  # $0.00 of $110 ($150 - $40 made up)
    summary = await desk.summary()
    assert (summary.carried, summary.available, summary.left, summary.remaining) == (-4000, 36000, 36000, 40000)
    receipt = await desk.says("110 fun")
    assert [(one.balance, one.tell_over) for one in receipt.state.standings] == [(-4000, False)]
    receipt = await desk.says("0.01 fun")
    assert [(one.balance, one.tell_over) for one in receipt.state.standings] == [(-4000, True)]
    late = await desk.says("10 fun 2026-11-10")  # a late entry changes this week's number
    assert late.state.standings[0].balance == 0
    assert await limits_of_fun(desk) == (15000, -5000, -1001, True)
    await desk.planner.set_carry(OWNER, ["fun", "fresh"], desk.now)
    assert await limits_of_fun(desk) == (15000, 0, 3999, False)
    desk.at("2026-11-25")
    assert await limits_of_fun(desk, 1) == (15000, 0, 3999, False)
    assert await limits_of_fun(desk) == (15000, 3999, 18999, False)
    assert (await desk.planner.set_carry(OWNER, ["fun", "carry", "down"], desk.now))[1].carries[-1].carry is Carry.DOWN
    await desk.planner.set_carry(OWNER, ["fun", "carry", "down"], desk.now)
    await desk.planner.set_carry(OWNER, ["fun", "CARRY", "off"], desk.now)
    assert await limits_of_fun(desk) == (15000, 0, 15000, False)
    assert (await desk.planner.set_carry(OWNER, ["groceries", "fresh"], desk.now))[1].carries[-1].carry is Carry.OFF
    for words in (["fun"], ["carry"], ["fun", "carry", "sideways"]):
        with pytest.raises(Refused, match="what is carried"):
            await desk.planner.set_carry(OWNER, words, desk.now)
    assert fun.key == "fun"


async def test_what_held_in_a_closed_week_holds_for_ever(desk: Desk) -> None:
    desk.at("2026-11-11")
    await desk.planner.set_carry(OWNER, ["fun", "carry"], desk.now)
    await desk.says("190 fun")
    desk.at("2026-11-18")
    await desk.says("100 fun")
    desk.at("2026-11-25")
    before = [(await desk.summary(weeks_back=n)).lines for n in (1, 2)]

    await desk.keeper.set_limit(OWNER, ["fun", "10"], desk.now)
    await desk.planner.set_carry(OWNER, ["fun", "carry", "up"], desk.now)
    await desk.keeper.set_limit(OWNER, ["groceries", "none"], desk.now)

    after = [(await desk.summary(weeks_back=n)).lines for n in (1, 2)]
    shown = [[(one.spent, one.limit, one.carried, one.left, one.over) for one in lines] for lines in (*before, *after)]
    assert shown[:2] == shown[2:]


# --- spread expenses ---


async def test_one_purchase_counts_over_several_weeks(desk: Desk) -> None:
    desk.at("2026-11-18")
    await desk.says("paid 1500")
    receipt = await desk.says("600 fun tires")

    for _ in range(2):
        state = await desk.planner.spread(OWNER, receipt.message, 0, 4, "spread")
        assert [one.spent for one in state.standings] == [15000]
    assert [(await desk.summary(weeks_back=n)).spent for n in (1, 0)] == [0, 15000]
    weeks = [Week(date(2026, 11, 9) + timedelta(days=7 * n)) for n in range(7)]
    days = Days(weeks[0].start, weeks[-1].end)
    sums = await desk.ledger.look(OWNER, lambda view: daily_sums(view, days))
    assert sums is not None
    assert [sums.weeks_back(week.start).get(0, 0) for week in weeks] == [0, *[15000] * 4, 0, 0]
    period = (await desk.summary()).pay_period
    assert period is not None
    assert period.spent == 60000  # all of it on its day
    for day, spent in (("2026-12-09", 15000), ("2026-12-16", 0)):
        desk.at(day)
        assert (await desk.summary()).spent == spent
    shown = await desk.says("1 fun 2026-12-08")
    assert [(one.spent, one.tell_over) for one in shown.state.standings] == [(15100, True)]
    desk.at("2026-11-18")
    edited = await desk.says("800 groceries tires", number=2, edited_at=4)
    assert {one.spent for one in edited.state.standings} == {20000, 0}  # all shares follow an edit
    await desk.keeper.tap(
        OWNER, receipt.message, desk.now, lambda tx: undoing.set_undone(tx, None, "undo", undone=True)
    )
    desk.at("2026-11-25")
    assert (await desk.summary()).spent == 0
    await desk.keeper.tap(
        OWNER, receipt.message, desk.now, lambda tx: undoing.set_undone(tx, None, "restore", undone=False)
    )
    assert (await desk.summary()).spent == 20000
    await desk.planner.spread(OWNER, receipt.message, 0, None, "whole")
    assert [(await desk.summary(weeks_back=n)).spent for n in (1, 0)] == [80000, 0]


async def test_a_spread_expense_is_carried_by_its_shares(desk: Desk) -> None:
    desk.at("2026-11-11")
    await desk.planner.set_carry(OWNER, ["fun", "carry"], desk.now)
    receipt = await desk.says("600 fun tires")
    await desk.planner.spread(OWNER, receipt.message, 0, 4, "spread")
    desk.at("2026-11-18")

    assert await limits_of_fun(desk) == (15000, 0, 0, False)
    assert (await desk.summary()).lines[0].spent == 15000


async def test_what_is_not_spread(desk: Desk) -> None:
    await desk.bill("gym 30 in fun every sunday")
    refund = await desk.says("-12 fun")
    gym = await desk.says("gym 30")
    fun = await desk.says("12 fun")
    for message, weeks in ((refund.message, 4), (gym.message, 4), (fun.message, 53), (fun.message, 1), (99, 4)):
        with pytest.raises(NotFound):
            await desk.planner.spread(OWNER, message, 0, weeks, f"spread {message}")


async def test_weeks_are_consecutive_whatever_day_they_begin(desk: Desk) -> None:
    desk.at("2026-11-11")
    receipt = await desk.says("600 fun tires")
    await desk.planner.spread(OWNER, receipt.message, 0, 4, "spread")

    await desk.keeper.change_settings(OWNER, week_starts_on="sunday")

    spent = 0
    for n in range(6):
        desk.now = datetime(2026, 11, 11, 10, tzinfo=UTC) + timedelta(days=7 * n)
        spent += (await desk.summary()).spent
    assert spent == 60000
