"""What setting and changing a bill do, over an open transaction."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum, auto
from typing import NamedTuple

from budget import plan_acts
from budget.bills import (
    MOST_BILLS,
    MOST_BILLS_EVER,
    Bill,
    Bills,
    Due,
    Rate,
    checked_bill_name,
    repriced,
    rescheduled,
)
from budget.budgets import Budget
from budget.entries import RecordedEntry
from budget.errors import InvalidChoice, LedgerUnavailable, NotFound, Refused, Why
from budget.grammar.orders import BillSaid
from budget.ledger import BudgetTransaction, MessageTransaction
from budget.payments import bill_named
from budget.sums import bills_of


class BillDone(StrEnum):
    """What became of a bill."""

    ADDED = auto()
    REPRICED = auto()
    RESCHEDULED = auto()
    AHEAD = auto()
    NOT_AHEAD = auto()
    OFF = auto()
    BACK = auto()


class BillChange(NamedTuple):
    """A bill after a change, and its next open occurrence, None where there is none."""

    budget: Budget
    bill: Bill
    done: BillDone
    due: Due | None
    paid: RecordedEntry | None = None
    """An entry that stood there before the bill, and pays an occurrence of it now."""
    freed: int = 0
    """What was set aside for it and is left to spend again, minor units."""


def bill_of(budget: Budget, number: int) -> Bill:
    for bill in budget.bills:
        if bill.number == number:
            return bill
    raise NotFound(f"bill {number}")


def check_room(budget: Budget, more: int) -> None:
    in_use = sum(not bill.removed for bill in budget.bills)
    if in_use >= MOST_BILLS:
        raise InvalidChoice(Why.TOO_MANY_BILLS, str(in_use))
    if len(budget.bills) + more > MOST_BILLS_EVER:
        raise InvalidChoice(Why.TOO_MANY_BILLS_EVER, str(len(budget.bills)))


def check_currency(said: BillSaid, budget: Budget) -> None:
    """Raise `LedgerUnavailable` where the budget got another currency since an amount was read: a repeat reads it in that one."""
    if said.currency not in {"", budget.money.currency.code}:
        raise LedgerUnavailable("the budget has another currency by now")


def as_bill_name(said: str) -> str:
    """Return how a bill is called that is ``said`` in small letters: `rent` makes Rent."""
    return said[0].upper() + said[1:] if said.islower() else said


def bill_set(said: BillSaid, tx: BudgetTransaction, now: datetime, paid_on: date | None = None) -> BillChange:
    check_currency(said, tx.budget)
    today = tx.budget.day_of(now)
    held = bill_named(said.name, Bills(tx.budget.bills))
    if held is not None:
        return bill_changed(tx, held, said, now)
    if not said.is_new:
        raise Refused(Why.UNKNOWN_BILL if said.amount is None else Why.NO_WHEN, said.name)
    check_room(tx.budget, 1)
    name = as_bill_name(checked_bill_name(said.name, tx.budget.bills, tx.budget.categories, tx.budget.money))
    schedule = said.schedules[0]
    since = schedule.planned_from(today)
    if paid_on is not None and paid_on < today:
        due = list(schedule.occurrences(paid_on, today + timedelta(days=1)))
        since = due[0].planned if [one.day for one in due] == [paid_on] else since
    rate = Rate(since, said.amount or 0, said.about)
    bill = Bill(0, name, schedule, since, (rate,), said.category)
    bill = replace(bill, number=tx.add_bill(bill))
    return bill_change(tx, bill, BillDone.ADDED, now)


def bill_changed(tx: BudgetTransaction, held: Bill, said: BillSaid, now: datetime) -> BillChange:
    """Change a bill by what was said of it; a repeat changes nothing."""
    today = tx.budget.day_of(now)
    bills, bill, done = bills_of(tx, date.min), held, BillDone.REPRICED
    match said.word:
        case "off":
            bill, done = replace(held, removed=True), BillDone.OFF
        case "ahead":
            bill, done = replace(held, ahead=held.ahead or today), BillDone.AHEAD
        case "not ahead":
            bill, done = replace(held, ahead=None), BillDone.NOT_AHEAD
        case _:
            if said.schedules and said.schedules[0] != held.schedule:
                bill, done = rescheduled(bills, bill, said.schedules[0], today), BillDone.RESCHEDULED
            if said.amount is not None and (said.amount, said.about) != (held.rate.amount, held.rate.about):
                bill = repriced(bills, bill, said.amount, today, about=said.about)
            if said.category is not None or said.outside:
                bill = replace(bill, category=said.category)
    freed = plan_acts.store_bill(tx, bills, bill, now) if bill != held else 0
    return bill_change(tx, bill, done, now)._replace(freed=max(0, freed))


def bill_change(tx: BudgetTransaction | MessageTransaction, bill: Bill, done: BillDone, now: datetime) -> BillChange:
    due = bills_of(tx, date.min).next_open(bill, tx.budget.day_of(now)) if not bill.removed else None
    return BillChange(tx.budget, bill, done, due)
