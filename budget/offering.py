"""What a receipt offers because of what was recorded: each offer is made by one message, so that nobody is asked twice.

It stands there until it is answered, whatever else is tapped. Offers only look; what a tap on them does stands in
`budget.planning`.
"""

from datetime import date, timedelta
from enum import StrEnum, auto
from typing import NamedTuple

from budget.bills import Bill
from budget.entries import Kind
from budget.errors import NotFound
from budget.ledger import BudgetView, MessageTransaction
from budget.ledger_values import Pay
from budget.paydays import rhythm, rule_offered
from budget.payments import better_estimate
from budget.periods import Days
from budget.schedules import Schedule
from budget.set_aside import set_aside
from budget.states import MessageState
from budget.sums import bills_of

_START = 1000
"""More than the length of a note."""


class Answerable(StrEnum):
    """What an offer is about that can be answered with No."""

    PAYDAY = auto()
    ESTIMATE = auto()
    BILL = auto()
    DIGEST = auto()


class Estimate(NamedTuple):
    """What a bill whose amount is an estimate came to in the end, minor units."""

    bill: Bill
    usual: int


class BillOffer(NamedTuple):
    """An entry that may become a bill: its line, the place of the bill's name in its note (`name_at`), and when that is due.

    ``suggested``: its note has come again, which a sentence says. ``about``: its amount is an estimate.
    """

    line: int
    place: int
    when: Schedule
    suggested: bool = False
    about: bool = False


def place_of(name: str, note: str) -> int | None:
    """Return one number for where a name stands in a note; None where it does not. It is its length where it begins the note."""
    at = f" {note} ".find(f" {name} ")
    return at * _START + len(name) if at >= 0 and name else None


def name_at(note: str, place: int) -> str:
    """Return the name at a place in a note: `place_of`."""
    start, length = divmod(place, _START)
    return note[start : start + length]


class Offers(NamedTuple):
    """What is offered under a receipt; nothing by itself."""

    left_over: int | None = None
    """What was left of the pay period that a paycheck has ended, minor units."""
    payday: Schedule | None = None
    """The rule that the last paychecks follow."""
    estimates: tuple[Estimate, ...] = ()
    bills: tuple[BillOffer, ...] = ()
    """What its text said comes again, as the buttons under it say: the text is not kept."""
    income: frozenset[int] = frozenset()
    """Lines that may have been income, as the buttons say."""
    tags: frozenset[int] = frozenset()
    """Lines with a tag that may become a category, as the buttons say."""


NOTHING = Offers()


def offers_of(tx: MessageTransaction, state: MessageState, *, begins: bool = False) -> Offers:
    """Return what stands offered under the receipt of a message: what it has offered, and nobody has answered.

    Where it ``begins`` them, it offers what no other message has.
    """
    paid = [one.entry.day for one in state.entries if one.entry.kind is Kind.PAYCHECK and not one.undone]
    left, rule = _of_paycheck(tx, max(paid), begins=begins) if paid else (None, None)
    estimated = {due.bill.number: due.bill for due, fits in state.matches.values() if fits and due.bill.rate.about}
    estimates = _estimates(tx, estimated, begins=begins) if estimated else ()
    return Offers(left, rule, estimates)


def _of_paycheck(tx: MessageTransaction, paid_on: date, *, begins: bool) -> tuple[int | None, Schedule | None]:
    before = tx.pay(paid_on - timedelta(days=1))
    if before is None:
        return None, None
    left = _left_of(tx, before, paid_on)
    offered = left > 0 and _offers(tx, f"offer left {paid_on.isoformat()}", carry_act(paid_on), begins=begins)
    rule = rule_offered((*before.paydays, paid_on)) if tx.budget.payday is None else None
    no = no_act(Answerable.PAYDAY, tx.message)
    expected = rule is not None and _offers(tx, f"offer payday {rhythm(rule)}", no, begins=begins)
    return left if offered else None, rule if expected else None


def _estimates(tx: MessageTransaction, bills: dict[int, Bill], *, begins: bool) -> tuple[Estimate, ...]:
    held = bills_of(tx, date.min)
    found = []
    for number, bill in bills.items():
        usual = better_estimate(held, bill)
        no = no_act(Answerable.ESTIMATE, tx.message, number)
        if usual is not None and _offers(tx, f"offer estimate {number} {usual}", no, begins=begins):
            found.append(Estimate(bill, usual))
    return tuple(found)


def _offers(tx: MessageTransaction, offer: str, answer: str, *, begins: bool) -> bool:
    """Whether the message makes an offer that has no ``answer`` yet. One that ``begins`` it notes that, unless another one did."""
    made = (begins and tx.note_act(offer)) or tx.message_of(offer) == tx.message
    return made and tx.message_of(answer) is None


def carry_act(paid_on: date) -> str:
    """Return the name of the act that carries over what was left before the paycheck of a day."""
    return f"carry {paid_on.isoformat()}"


def no_act(offer: Answerable, message: int, bill: int = 0) -> str:
    """Return the name of the act that is No to what a message offers. ``bill`` is the bill whose estimate is offered, else 0."""
    return f"no {offer} {message} {bill}"


def decline(tx: MessageTransaction, offer: Answerable, bill: int) -> None:
    """Note that somebody said No to what a message offers. Raises `NotFound` for a message that there is not."""
    if tx.stored().version is None:
        raise NotFound(f"message {tx.message}")
    tx.note_act(no_act(offer, tx.message, bill))


def left_before(view: BudgetView, paid_on: date) -> int | None:
    """Return what was left of the pay period before the paycheck of a day, minor units; None where nothing was."""
    pay = view.pay(paid_on - timedelta(days=1))
    left = _left_of(view, pay, paid_on) if pay is not None else 0
    return left if left > 0 else None


def _left_of(view: BudgetView, pay: Pay, end: date) -> int:
    """Return what was left of a pay period at its end, minor units, without what it has set aside for bills."""
    left, start = pay.paycheck + pay.extra - pay.spent, pay.paydays[-1]
    if all(bill.freed is None and (bill.ahead is None or bill.removed) for bill in view.budget.bills):
        return left
    bills = bills_of(view, start)
    return left - sum(set_aside(bills, bill, Days(start, end), end, pay.first) for bill in bills.bills)
