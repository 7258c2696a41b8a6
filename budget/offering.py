"""What a receipt offers because of what was recorded: each offer is made by one message, so that nobody is asked twice.

Offers only look; what a tap on them does stands in `budget.planning`.
"""

from datetime import date, timedelta
from typing import NamedTuple

from budget.bills import Bill
from budget.entries import Kind
from budget.ledger import BudgetView, MessageTransaction, Pay
from budget.paydays import rhythm, rule_offered
from budget.payments import better_estimate
from budget.periods import Days
from budget.schedules import Schedule
from budget.set_aside import set_aside
from budget.states import MessageState
from budget.sums import bills_of


class Estimate(NamedTuple):
    """What a bill whose amount is an estimate came to in the end, minor units."""

    bill: Bill
    usual: int


class Offers(NamedTuple):
    """What is offered under a receipt; nothing by itself."""

    left_over: int | None = None
    """What was left of the pay period that a paycheck has ended, minor units."""
    payday: Schedule | None = None
    """The rule that the last paychecks follow."""
    estimates: tuple[Estimate, ...] = ()


NOTHING = Offers()


def offers_of(tx: MessageTransaction, state: MessageState) -> Offers:
    """Return what is offered under the receipt of a message, the same for a repeat; what another message offered is not."""
    paid = [one.entry.day for one in state.entries if one.entry.kind is Kind.PAYCHECK and not one.undone]
    left, rule = _of_paycheck(tx, max(paid)) if paid else (None, None)
    estimated = {due.bill.number: due.bill for due, fits in state.matches.values() if fits and due.bill.rate.about}
    estimates = _estimates(tx, estimated) if estimated else ()
    return Offers(left, rule, estimates)


def _of_paycheck(tx: MessageTransaction, paid_on: date) -> tuple[int | None, Schedule | None]:
    before = tx.pay(paid_on - timedelta(days=1))
    if before is None:
        return None, None
    left = _left_of(tx, before, paid_on)
    offered = left if left > 0 and _is_first(tx, f"offer left {paid_on.isoformat()}") else None
    rule = rule_offered((*before.paydays, paid_on)) if tx.budget.payday is None else None
    return offered, rule if rule is not None and _is_first(tx, f"offer payday {rhythm(rule)}") else None


def _estimates(tx: MessageTransaction, bills: dict[int, Bill]) -> tuple[Estimate, ...]:
    held = bills_of(tx, date.min)
    found = []
    for number, bill in bills.items():
        usual = better_estimate(held, bill)
        if usual is not None and _is_first(tx, f"offer estimate {number} {usual}"):
            found.append(Estimate(bill, usual))
    return tuple(found)


def _is_first(tx: MessageTransaction, offer: str) -> bool:
    """Note that the message makes an offer; False where another one did."""
    return tx.note_act(offer) or tx.message_of(offer) == tx.message


def left_before(view: BudgetView, paid_on: date) -> int | None:
    """Return what was left of the pay period before the paycheck of a day, minor units; None where nothing was."""
    pay = view.pay(paid_on - timedelta(days=1))
    left = _left_of(view, pay, paid_on) if pay is not None else 0
    return left if left > 0 else None


def _left_of(view: BudgetView, pay: Pay, end: date) -> int:
    """Return what was left of a pay period at its end, minor units, without what it has set aside for bills."""
    left, start = pay.paycheck + pay.extra - pay.spent, pay.paydays[-1]
    if all(bill.ahead is None or bill.removed for bill in view.budget.bills):
        return left
    bills = bills_of(view, start)
    return left - sum(set_aside(bills, bill, Days(start, end), end, pay.first) for bill in bills.current)
