"""What shows and changes what is really left: bills, paydays, whether something can be afforded."""

from dataclasses import replace

from bot import buttons, replies
from bot.events import Answer
from bot.handlers.context import Call, Dependencies, Tap, TapHandlers
from bot.reply import Reply
from budget.errors import NotFound, Refused, Why
from budget.grammar.orders import BillSaid


async def afford(deps: Dependencies, call: Call) -> Reply:
    """Say whether something can be afforded; nothing is recorded."""
    try:
        answer, summary = await deps.bookkeeper.afford_said(call.owner, call.words, call.now)
    except Refused as problem:
        if problem.why in {Why.NO_AMOUNT, Why.NO_LIMIT}:
            return replies.usage_afford(call.voice)
        raise
    return replies.afford(call.voice, answer, summary)


async def bill(deps: Dependencies, call: Call) -> Reply:
    """Make a bill, change one, or switch it off."""
    if not call.rest:
        return replies.usage_bill(call.voice)
    said = await deps.planner.bill_said(call.owner, call.rest, call.now)
    change = await deps.planner.set_bill(call.owner, said, call.now)
    return replies.bill_changed(call.voice, change, await deps.bookkeeper.summary(call.owner, call.now), said)


async def bills(deps: Dependencies, call: Call) -> Reply:
    """Show the bills until the payday, or all of them."""
    look = await deps.planner.bills(call.owner, call.now)
    if look is None:
        return replies.no_bills(call.voice)
    shown = replies.all_bills if call.rest.lower() == "all" else replies.bills
    return shown(call.voice, look, look.budget.day_of(call.now))


async def _restore_bill(deps: Dependencies, button: buttons.RestoreBill, tap: Tap) -> Answer:
    change = await deps.planner.restore_bill(tap.owner, button.bill, tap.now)
    return Answer(replies.bill_changed(tap.voice, change, await deps.bookkeeper.summary(tap.owner, tap.now)))


async def _bill_from(deps: Dependencies, button: buttons.BillFrom, tap: Tap) -> Answer:
    """Let a bill begin on another day. Raises `NotFound` where its schedule has no first day any more."""
    held = {one.number: one for one in (await deps.bookkeeper.budget_of_tap(tap.owner)).bills if not one.removed}
    found = held.get(button.bill)
    if found is None or found.schedule.anchor is None:
        raise NotFound(f"bill {button.bill}")
    said = BillSaid(found.name, schedules=(replace(found.schedule, anchor=button.day),))
    change = await deps.planner.set_bill(tap.owner, said, tap.now)
    return Answer(replies.bill_changed(tap.voice, change, await deps.bookkeeper.summary(tap.owner, tap.now)))


TAPS: TapHandlers = {
    buttons.RestoreBill: _restore_bill,
    buttons.BillFrom: _bill_from,
}
