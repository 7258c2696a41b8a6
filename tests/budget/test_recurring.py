"""Notes that come again: a table of days and amounts, and on which day of the month a bill of them would be due."""

from dataclasses import replace
from datetime import date

import pytest

from budget.bills import Bill, Rate
from budget.entries import Entry, Kind, RecordedEntry
from budget.receipts import Receipt
from budget.recurring import RecurringNotes, candidate, recurs
from budget.schedules import monthly
from budget.states import MessageState, Status
from tests.ledgers import BEGINNINGS, MONDAY, OWNER, Book, expense, number_of, slip

pytest_plugins = ["tests.databases"]


@pytest.mark.parametrize(
    ("days", "amounts", "when"),
    [
        (["2026-11-22", "2026-12-22", "2027-01-22"], [1549, 1549, 1549], "monthly 22"),
        (["2026-11-20", "2026-12-22", "2027-01-21"], [1549, 1649, 1599], "monthly 21"),
        (["2026-12-31", "2027-01-31", "2027-02-28"], [900, 900, 900], "monthly 31"),
        (["2027-01-30", "2027-02-28", "2027-03-30"], [900, 900, 900], "monthly 30"),
        (["2028-01-31", "2028-02-29", "2028-03-31"], [900, 900, 900], "monthly 31"),
        (["2026-10-01", "2026-11-01", "2026-12-01", "2027-01-01"], [1, 900, 900, 900], "monthly 1"),  # the last three
        (["2026-12-22", "2027-01-22"], [1549, 1549], None),  # twice
        (["2026-11-22", "2026-12-29", "2027-01-22"], [1549, 1549, 1549], None),  # 37 days
        (["2026-11-22", "2026-12-15", "2027-01-22"], [1549, 1549, 1549], None),  # 23 days
        (["2026-11-22", "2026-12-22", "2027-01-10", "2027-01-22"], [9, 9, 9, 9], None),  # one more in between
        (["2026-11-22", "2026-12-22", "2027-01-22"], [1300, 1549, 1549], None),  # another amount
        (["2026-11-22", "2026-12-22", "2027-01-22"], [1100, 1000, 1000], "monthly 22"),
        (["2026-11-22", "2026-12-22", "2027-01-22"], [1101, 1000, 1000], None),
    ],
)
def test_what_comes_three_times_a_month_apart_comes_again(
    days: list[str], amounts: list[int], when: str | None
) -> None:
    held = [expense(amount, 1, "netflix", date.fromisoformat(day)) for day, amount in zip(days, amounts, strict=True)]
    *earlier, latest = held
    found = recurs(latest, earlier[::-1])
    assert (found.code if found is not None else None) == when


async def receipt(book: Book, *entries: Entry) -> Receipt:
    """The receipt of a message of a new budget."""
    budget = await book.open_budget(OWNER, BEGINNINGS)
    held = tuple(RecordedEntry(1, line, entry, 7) for line, entry in enumerate(entries))
    return Receipt(budget, 1, MONDAY, MessageState(Status.DONE, held))


async def test_only_a_single_expense_whose_note_could_be_a_bill_is_looked_up(ledger: Book) -> None:
    fun = await number_of_new(ledger)
    rent = expense(900, fun, "gym")
    found_in = await receipt(ledger, rent)
    found = candidate(found_in)
    assert found is not None
    assert found.entry == rent
    for one in (
        replace(rent, note=""),
        replace(rent, note="fun"),  # a category
        replace(rent, note="5 gyms"),
        replace(rent, note="the gym  twice"),
        replace(rent, kind=Kind.REFUND),
        Entry(Kind.PAYCHECK, 900, MONDAY, None, "gym"),
    ):
        assert candidate(await receipt(ledger, one)) is None, one
    off = Bill(0, "Gym", monthly(1), MONDAY, (Rate(MONDAY, 900),), removed=True)
    assert candidate(found_in._replace(budget=replace(found_in.budget, bills=(off,)))) is None
    assert candidate(await receipt(ledger, rent, rent)) is None


async def recorded(book: Book, number: int) -> Receipt:
    """The receipt of a message that is recorded."""
    return (await receipt(book))._replace(state=await book.message(OWNER, await book.number_of(OWNER, number)))


async def number_of_new(book: Book) -> int:
    await book.open_budget(OWNER, BEGINNINGS)
    return await number_of(book, "fun")


async def test_a_note_is_suggested_once_whatever_replica_asks(ledger: Book) -> None:
    fun = await number_of_new(ledger)
    days = [date(2026, 9, 16), date(2026, 10, 16), MONDAY]
    for number, day in enumerate(days, 1):
        await ledger.record(slip(number, expense(1549, fun, "Netflix" if number == 2 else "netflix", day)))
        await ledger.record(slip(100 + number, expense(1549, fun, "hulu", day)))
    await ledger.record(slip(4, expense(1549, fun, "gym", MONDAY)))
    last = await recorded(ledger, 3)

    found = [await RecurringNotes(ledger).suggest(OWNER, last) for _ in range(2)]

    assert [one.code if one is not None else None for one in found] == ["monthly 16", None]
    for number in (1, 4):
        assert await RecurringNotes(ledger).suggest(OWNER, await recorded(ledger, number)) is None


async def test_at_the_edge_of_the_calendar_nothing_comes_again(ledger: Book) -> None:
    fun = await number_of_new(ledger)
    for number, day in enumerate((date(1, 1, 1), date(1, 2, 28), date(1, 3, 30)), 1):
        await ledger.record(slip(number, expense(900, fun, "gym", day)))
    assert await RecurringNotes(ledger).suggest(OWNER, await recorded(ledger, 3)) is None


async def test_a_young_budget_is_looked_up_once(ledger: Book) -> None:
    fun = await number_of_new(ledger)
    notes = RecurringNotes(ledger, most_young=1)
    for number, day in enumerate((date(2026, 9, 16), date(2026, 10, 16), MONDAY), 1):
        await ledger.record(slip(number, expense(900, fun, "gym", day)))
        assert await notes.suggest(OWNER, await recorded(ledger, number)) is None or number == 3
    held = await recorded(ledger, 3)
    other = held._replace(budget=replace(held.budget, owner=1))
    assert await notes.suggest(1, other) is None  # of a budget that there is not, and the first is forgotten
    assert await notes.suggest(OWNER, held) is None  # it was suggested
