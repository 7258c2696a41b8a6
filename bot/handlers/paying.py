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


class AsItIs(NamedTuple):
    """What is so of an occurrence of which a tap could not do what its button says.

    ``is_open`` where it costs something else than was shown. What is paid already has a ``notice``, for the message with the
    button stays as it is: its button may be an old one.
    """

    said: Reply | None
    is_open: bool = False
    notice: str = ""


async def paid(
    deps: Dependencies, tap: Tap, message: int, occurrence: tuple[int, date], amount: int | None
) -> MessageState | AsItIs:
    """Record under a message that an occurrence (bill, planned day) is paid, with the amount that was shown.

    Raises `NotFound` where there is no such bill.
    """
    try:
        return await deps.planner.pay(tap.owner, message, tap.author, occurrence, tap.now, amount)
    except NotFound:
        return await as_it_stands(deps, tap, message, *occurrence)


async def as_it_stands(deps: Dependencies, tap: Tap, message: int, number: int, planned: date) -> AsItIs:
    """Return what is so of an occurrence of a bill. Raises `NotFound` where there is no such bill."""
    look = await deps.planner.bills(tap.owner, tap.now)
    bill = next((one for one in look.bills.bills if one.number == number), None) if look is not None else None
    if look is None or bill is None:
        raise NotFound(f"bill {number}")
    if bill.removed:
        return AsItIs(replies.bill_off(tap.voice, bill))
    money, today = look.budget.money, look.budget.day_of(tap.now)
    due = look.bills.occurrence(number, planned, today)
    if due is not None and due.state is State.SKIPPED:
        return AsItIs(replies.bill_skipped(tap.voice, Decided(look.budget, due, due.day), tap.now))
    if due is not None and due.payment is not None:
        return AsItIs(None, notice=replies.paid_notice(tap.voice, bill, due.payment, money, today))
    if due is not None:
        return AsItIs(replies.due_now(tap.voice, due, money, today, message), is_open=True)
    return AsItIs(as_it_is(tap.voice, look, bill, None, today))


def as_it_is(voice: Voice, look: BillsLook, bill: Bill, paid: Payment | None, today: date) -> Reply:
    """Say what has ``paid`` a bill, and when it is due next."""
    return replies.bill_asked(voice, bill, paid, look.bills.next_open(bill, today), look.budget.money, today)
