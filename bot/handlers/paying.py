"""What a tap does that says that a bill is paid."""

from datetime import date
from typing import NamedTuple

from bot import replies
from bot.handlers.context import Dependencies, Tap
from bot.reply import Reply
from budget.bills import Bill, Payment, State
from budget.errors import NotFound
from budget.plan_acts import Decided
from budget.planning import BillsLook
from budget.states import MessageState
from words.voice import Voice


class NotPaid(NamedTuple):
    """What is so of an occurrence that a tap could not pay; ``is_open`` where it costs something else than was shown."""

    said: Reply
    is_open: bool = False


async def paid(
    deps: Dependencies, tap: Tap, message: int, occurrence: tuple[int, date], amount: int | None
) -> MessageState | NotPaid:
    """Record under a message that an occurrence (bill, planned day) is paid, with the amount that was shown.

    Raises `NotFound` where it is paid already, or there is no such bill.
    """
    try:
        return await deps.planner.pay(tap.owner, message, tap.author, occurrence, tap.now, amount)
    except NotFound:
        return await _not_paid(deps, tap, message, *occurrence)


async def _not_paid(deps: Dependencies, tap: Tap, message: int, number: int, planned: date) -> NotPaid:
    look = await deps.planner.bills(tap.owner, tap.now)
    bill = next((one for one in look.bills.bills if one.number == number), None) if look is not None else None
    if look is None or bill is None:
        raise NotFound(f"bill {number}")
    if bill.removed:
        return NotPaid(replies.bill_off(tap.voice, bill))
    money, today = look.budget.money, look.budget.day_of(tap.now)
    due = look.bills.occurrence(number, planned, today)
    if due is not None and due.state is State.SKIPPED:
        return NotPaid(replies.bill_skipped(tap.voice, Decided(look.budget, due, due.day), tap.now))
    if due is not None and due.payment is not None:
        raise NotFound(f"bill {number} on {planned}")
    if due is not None:
        return NotPaid(replies.due_now(tap.voice, due, money, today, message), is_open=True)
    return NotPaid(as_it_is(tap.voice, look, bill, None, today))


def as_it_is(voice: Voice, look: BillsLook, bill: Bill, paid: Payment | None, today: date) -> Reply:
    """Say what has ``paid`` a bill, and when it is due next."""
    return replies.bill_asked(voice, bill, paid, look.bills.next_open(bill, today), look.budget.money, today)
