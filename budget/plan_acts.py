"""What paying, skipping and moving a bill by a tap and spreading an expense do, over an open transaction: one function an act.

They are as idempotent as those of `budget.acts`.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import NamedTuple

from budget.acts import state_of
from budget.bills import LET_GO_AFTER, Bill, Bills, Decision, Due, State
from budget.budgets import Budget
from budget.categories import as_compared
from budget.entries import Entry, Kind, RecordedEntry
from budget.entry_changes import EntryChange, Stand
from budget.errors import NotFound, Refused, Why
from budget.grammar.orders import BillSaid
from budget.keeping import keep_changes
from budget.ledger import BudgetTransaction, BudgetView, MessageTransaction
from budget.offering import carry_act, left_before
from budget.paydays import next_payday
from budget.payments import FARTHEST, as_payment, bill_named, payment_of
from budget.periods import Days, days_until_payday
from budget.set_aside import freed_by, restored
from budget.settling import matches_of, told_act
from budget.spreads import MOST_WEEKS
from budget.states import MessageState, Status, Submission, Version
from budget.sums import bills_of

_STEP = timedelta(days=LET_GO_AFTER)  # behind which an entry pays no bill that is made now
_MOST_EARLIER = 500  # entries that are looked through


class Decided(NamedTuple):
    """An occurrence after a decision, and the day on which it fell due before."""

    budget: Budget
    due: Due
    before: date
    freed: int = 0
    """What was set aside for it and is left to spend again, minor units."""
    reopened: bool = False
    """Whether it was skipped until now, and is to be paid again."""


def store_bill(tx: BudgetTransaction, bills: Bills, bill: Bill, now: datetime) -> int:
    """Store a bill in place of the one of its number among ``bills``, with all that was decided about them.

    Return how much was set aside for it that is left to spend again, minor units; below zero what more is set aside at once.
    """
    changed = tuple(bill if one.number == bill.number else one for one in bills.bills)
    return _store_with_freed(tx, bills, replace(bills, bills=changed), bill.number, now)


def restore_bill(tx: BudgetTransaction, bill: Bill, now: datetime) -> None:
    """Store a bill that was off in use again."""
    today = tx.budget.day_of(now)
    pay = tx.pay(today) if bill.ahead is not None else None
    store_bill(tx, bills_of(tx, date.min), restored(bill, pay.paydays[-1] if pay is not None else date.min, today), now)


def _store_with_freed(tx: BudgetTransaction, before: Bills, after: Bills, number: int, now: datetime) -> int:
    today = tx.budget.day_of(now)
    held, bill = (next(one for one in bills.bills if one.number == number) for bills in (before, after))
    pay = tx.pay(today) if held.ahead is not None or bill.ahead is not None else None
    left = 0
    if pay is not None:
        days = days_until_payday(pay.paydays[-1], next_payday(pay.paydays, tx.budget.payday).day, today)
        freed, left = freed_by(before, after, number, days, today, pay.first)
        bill = replace(bill, freed=freed)
    if bill != held:
        tx.set_bill(bill)
    return left


def decide(
    tx: BudgetTransaction, *, occurrence: tuple[int, date], now: datetime, to: date | None = None, skipped: bool = False
) -> Decided:
    """Skip an occurrence (bill, planned day), or let it fall due on a day (None: that of its schedule).

    What is skipped stays where it was moved to. Raises `NotFound`, also where it is paid.
    """
    today, held = tx.budget.day_of(now), bills_of(tx, date.min)
    before = held.occurrence(*occurrence, today)
    scheduled = Bills(tx.budget.bills).occurrence(*occurrence, today)
    if before is None or scheduled is None or before.state is State.PAID:
        raise NotFound(f"bill {occurrence[0]} on {occurrence[1]} to pay")
    to = before.day if skipped else to or scheduled.day
    decision = Decision(*occurrence, moved_to=to if to != scheduled.day else None, skipped=skipped)
    tx.decide(*occurrence, moved_to=decision.moved_to, skipped=skipped)
    decided = replace(held, decisions={**held.decisions, occurrence: decision})
    freed = _store_with_freed(tx, held, decided, occurrence[0], now)
    after = Bills(tx.budget.bills, {occurrence: decision}).occurrence(*occurrence, today) or before
    # A repeat finds it on its new day: what takes that back leads to the day of its schedule.
    was = before.day if skipped or before.day != to else scheduled.day
    return Decided(tx.budget, after, was, freed, reopened=before.state is State.SKIPPED and not skipped)


def reopened_and_paid(tx: MessageTransaction, line: int, decided: Decided, now: datetime) -> Decided:
    """Let an entry pay the occurrence that was reopened just now; return that as it is then.

    Raises `NotFound` where something else has paid it meanwhile.
    """
    bill, planned = decided.due.bill, decided.due.planned
    it_was(tx, line, bill.number, planned, f"reopened {tx.message} {line} {planned.isoformat()} {now.isoformat()}")
    return decided._replace(due=bills_of(tx, planned).planned(bill, planned, tx.budget.day_of(now)))


def skip_next(tx: MessageTransaction, *, author: int, name: str, now: datetime) -> Decided:
    """Skip the next open occurrence of a bill; a repeat of the message finds what it has skipped, as that is now.

    Raises `Refused` for a bill that there is not, `NotFound` where nothing of it is open.
    """
    bills, today = bills_of(tx, date.min), tx.budget.day_of(now)
    bill = bill_named(name, bills)
    if bill is None:
        raise Refused(Why.UNKNOWN_BILL, name)
    acts = {
        planned: f"skip {tx.message} {number} {planned}" for number, planned in bills.decisions if number == bill.number
    }
    if not tx.add(Submission(author, Version(0, 0), now, ())):
        done = next((planned for planned, act in acts.items() if tx.message_of(act) is not None), None)
        was = bills.occurrence(bill.number, done, today) if done is not None else None
        if was is not None:
            return Decided(tx.budget, was, was.day)
    due = bills.next_open(bill, today)
    if due is None:
        raise NotFound(f"an open occurrence of bill {bill.number}")
    tx.note_act(f"skip {tx.message} {bill.number} {due.planned}")
    return tx.change(partial(decide, occurrence=(bill.number, due.planned), now=now, skipped=True))


def pay_due(
    tx: MessageTransaction, *, author: int, now: datetime, bill: int, planned: date, amount: int | None
) -> MessageState:
    """Record the payment of an occurrence under the message that asks about it. What was let go can still be paid.

    Raises `NotFound` where it is not to be paid, and where it costs another ``amount`` by now than was shown; without one,
    where its bill has ever cost something else.

    Of several occurrences that one message asks about, each payment has a line of its own. A repeat changes nothing.
    """
    today = tx.budget.day_of(now)
    act = f"pay {tx.message} {bill} {planned.isoformat()}"
    if tx.message_of(act) is not None:
        return state_of(tx)
    due = bills_of(tx, planned).occurrence(bill, planned, today)
    if due is None or not (due.state.is_open or due.state is State.LET_GO):
        raise NotFound(f"bill {bill} on {planned}")
    if due.amount != amount and (amount is not None or len(due.bill.rates) > 1):
        raise NotFound(f"bill {bill} on {planned} for {amount}")
    entry = payment_of(due, due.amount, today, tx.budget.category_of(due.bill))
    line = 1 + max((one.line for one in tx.stored().entries), default=-1)
    _add(tx, entry, author, now, line)
    tx.pay_bill(line, bill, planned)
    tx.note_act(act)
    return state_of(tx)._replace(status=Status.DONE)


def carry_over(tx: MessageTransaction, *, author: int, now: datetime, paid_on: date) -> MessageState:
    """Record what was left before the paycheck of a day as extra cash of that day, under a message that holds nothing yet.

    It is done once, whatever message asks for it. Raises `NotFound` where nothing was left.
    """
    act = carry_act(paid_on)
    done = tx.message_of(act)
    if done is not None:
        return state_of(tx.at(done))
    left = left_before(tx, paid_on)
    if left is None or tx.stored().version is not None:
        raise NotFound(f"anything left before {paid_on}")
    entry = Entry(Kind.EXTRA, left, paid_on)
    _add(tx, entry, author, now)
    tx.note_act(act)
    return state_of(tx)._replace(status=Status.DONE)


def _add(tx: MessageTransaction, entry: Entry, author: int, now: datetime, line: int = 0) -> None:
    """Record an entry under a message that somebody tapped, in a line that holds nothing yet."""
    name = tx.budget.author_name(tx.actor.name) if tx.actor is not None else ""
    tx.add(Submission(author, Version(0, 0), now, (entry,), author_name=name))
    tx.put_entries({line: RecordedEntry(tx.message, line, entry, author, author_name=name)})


def it_was(
    tx: MessageTransaction, line: int, bill: int, planned: date, act: str, *, stays: bool = False
) -> MessageState:
    """Let an expense pay an occurrence, whatever its amount is. Raises `NotFound`.

    It counts where the bill does then; one that ``stays`` counts where it did.
    """
    found = _expense(tx, line)
    if not tx.note_act(act):
        return state_of(tx)
    due = _open(tx, bill, planned, found.entry.day)
    if not stays:
        _count_with(tx, due.bill, found)
    tx.pay_bill(line, bill, planned)
    tx.note_act(told_act(tx.message, line))
    return state_of(tx)._replace(status=Status.DONE)


def count_with_bill(tx: MessageTransaction, line: int, act: str) -> tuple[Bill, RecordedEntry]:
    """Let a payment count where its bill does; return both. Raises `NotFound` where the line pays none."""
    found, paid = _expense(tx, line), matches_of(tx, tx.stored().entries).get(line)
    if paid is None or paid.due.state is not State.PAID:
        raise NotFound(f"a payment in line {line}")
    if tx.note_act(act):
        found = _count_with(tx, paid.due.bill, found)
    return paid.due.bill, found


def _count_with(tx: MessageTransaction, bill: Bill, found: RecordedEntry) -> RecordedEntry:
    paying = replace(found, entry=as_payment(found.entry, tx.budget.category_of(bill)))
    tx.put_entries({found.line: paying})
    keep_changes(tx, [found], [paying])
    return paying


def earlier_payment(said: BillSaid, view: BudgetView, now: datetime) -> RecordedEntry | None:
    """Return the latest entry that may have paid a bill before it was made; None where anything was decided about the bill."""
    held = bill_named(said.name, Bills(view.budget.bills))
    if held is not None and any(one.bill == held.number for one in view.decisions(date.min)):
        return None
    today, name = view.budget.day_of(now), as_compared(said.name)
    for one in view.entries_in(Days(today - _STEP, today + FARTHEST), _MOST_EARLIER):
        entry = one.entry
        if entry.kind in {Kind.EXPENSE, Kind.BILL} and as_compared(entry.note) == name:
            return one if said.about or entry.amount == said.amount else None
    return None


def pay_by_earlier(tx: MessageTransaction, line: int, now: datetime) -> RecordedEntry | None:
    """Let an entry pay the open occurrence that it would pay, were it written now; None where it pays none.

    One of a week that is over counts where it did: a bill that is made changes no such week.
    """
    found = matches_of(tx, tx.stored().entries).get(line)
    if found is None or not found.fits or not found.due.state.is_open:
        return None
    due = found.due
    act = f"earlier {due.bill.number} {due.planned.isoformat()}"
    is_over = tx.budget.week_of(_expense(tx, line).entry.day).end <= tx.budget.day_of(now)
    it_was(tx, line, due.bill.number, due.planned, act, stays=is_over)
    return _expense(tx, line)


def spread(tx: MessageTransaction, line: int, weeks: int | None, act: str) -> MessageState:
    """Let an expense count over several weeks, or in its own again. Raises `NotFound`: bills and refunds are not spread.

    One that was spread and then became the payment of a bill can be put into its own week.
    """
    found = _expense(tx, line)
    paying = state_of(tx).matches.get(line)
    if weeks is not None and (not 2 <= weeks <= MOST_WEEKS or (paying is not None and paying.fits)):
        raise NotFound(f"an expense to spread in line {line}")
    before = state_of(tx).spreads.get(line)
    if not tx.note_act(act):
        return state_of(tx)
    tx.set_spread(found.line, weeks)
    if tx.actor is not None and weeks != before:
        stands = Stand(found.entry, found.undone, before), Stand(found.entry, found.undone, weeks)
        tx.note_changes([EntryChange(tx.message, line, *stands, tx.actor)])
    return state_of(tx)._replace(status=Status.DONE)


def _expense(tx: MessageTransaction, line: int) -> RecordedEntry:
    for one in tx.stored().entries:
        if one.line == line and one.entry.kind in {Kind.EXPENSE, Kind.BILL}:
            return one
    raise NotFound(f"an expense in line {line}")


def _open(tx: MessageTransaction, number: int, planned: date, today: date) -> Due:
    """Return an occurrence that is to be paid. Raises `NotFound`."""
    due = bills_of(tx, planned).occurrence(number, planned, today)
    if due is None or not due.state.is_open:
        raise NotFound(f"bill {number} on {planned}")
    return due
