"""What shows and changes what is really left: bills, paydays, whether something can be afforded."""

from dataclasses import replace

from bot import buttons, replies
from bot.events import Answer
from bot.handlers.context import Call, Dependencies, Tap, TapHandlers
from bot.handlers.looks import shown_week
from bot.handlers.offers import beside, shown
from bot.handlers.paying import AsItIs, as_it_is, paid
from bot.reply import Reply
from budget.bills import Bill, Bills
from budget.bookkeeper import Message, Receipt
from budget.budgets import Budget
from budget.errors import NotFound, Refused, Why
from budget.grammar import NameAlone
from budget.grammar.command_tables import compared
from budget.grammar.commands import LEFT_OUT, bill_words, without_word
from budget.grammar.orders import BillSaid
from budget.grammar.slots import SWITCHED_OFF
from budget.named_entries import named_note
from budget.payments import bill_among, bill_called, bill_named
from budget.removals import restored_name
from budget.schedules import MOST_EVERY, every_days
from words.plan import bills_blurb
from words.voice import Voice


async def afford(deps: Dependencies, call: Call) -> Reply:
    """Say whether something can be afforded; nothing is recorded."""
    try:
        answer, summary = await deps.bookkeeper.afford_said(call.owner, call.words, call.now)
    except Refused as problem:
        if problem.why in {Why.NO_AMOUNT, Why.NO_LIMIT}:
            return replies.usage_afford(call.voice, await deps.bookkeeper.shown_budget(call.owner))
        raise
    return replies.afford(call.voice, answer, summary)


async def bill(deps: Dependencies, call: Call) -> Reply:
    """Make a bill, change one, or switch it off."""
    if not call.rest:
        return replies.usage_bill(call.voice, await deps.bookkeeper.shown_budget(call.owner))
    try:
        said = await deps.planner.bill_said(call.owner, call.rest, call.now)
    except Refused as problem:
        if problem.why not in {Why.NO_AMOUNT, Why.NO_WHEN}:
            raise
        return await _bill_asked(deps, call, problem)
    try:
        if said.word == "skip":
            return await _next_skipped(deps, call, said.name)
        change = await deps.planner.set_bill(call.owner, said, call.now)
    except Refused as problem:
        off = await _off(deps, call, said.name) if problem.why in {Why.UNKNOWN_BILL, Why.NO_WHEN} else None
        if off is not None:
            return off
        if problem.why is Why.UNKNOWN_BILL and _may_hold_amount(said):
            return replies.usage_bill(call.voice, await deps.bookkeeper.shown_budget(call.owner))
        raise
    return replies.bill_changed(call.voice, change, await deps.bookkeeper.summary(call.owner, call.now), said)


async def _off(deps: Dependencies, call: Call, name: str) -> Reply | None:
    """Say of a bill that is off that it is, with the button that restores it; None where none of that name is off."""
    look = await deps.planner.bills(call.owner, call.now)
    found = bill_called(name, (one for one in reversed(look.bills.bills) if one.removed)) if look is not None else None
    return replies.bill_off(call.voice, found) if found is not None else None


def _may_hold_amount(said: BillSaid) -> bool:
    """Whether an amount may stand in a name, with words behind it that are none: `rent 900 foo on the 1st`."""
    return bool(said.schedules) and any(word[0].isdecimal() for word in said.name.split()[1:])


async def _next_skipped(deps: Dependencies, call: Call, name: str) -> Reply:
    """Skip the next occurrence of a bill, and say which one comes then."""
    number, author = call.message.number, call.message.author
    try:
        decided = await deps.planner.skip_next(call.owner, number, author, name, call.now)
    except NotFound:
        return replies.never_due(call.voice)
    look = await deps.planner.bills(call.owner, call.now)
    following = look.bills.next_open(decided.due.bill, decided.budget.day_of(call.now)) if look is not None else None
    return replies.bill_skipped(call.voice, decided, call.now, following)


async def _bill_asked(deps: Dependencies, call: Call, problem: Refused) -> Reply:
    """Answer what lacks an amount or a day: a bill's name says when it is due, other words how a bill is written.

    Raises `Refused` where only the day is missing.
    """
    look = await deps.planner.bills(call.owner, call.now)
    if look is None:
        if problem.why is Why.NO_WHEN:
            raise problem
        return replies.usage_bill(call.voice, await deps.bookkeeper.shown_budget(call.owner))
    today, held = look.budget.day_of(call.now), bill_named(call.rest, look.bills)
    if held is not None:
        due = look.bills.next_open(held, today)
        return (
            replies.due_now(call.voice, due, look.budget.money, today)
            if due is not None
            else replies.all_bills(call.voice, look, today)
        )
    off = await _off(deps, call, call.rest)
    if off is not None:
        return off
    begins = (bill_named(" ".join(call.words[:end]), look.bills) for end in range(1, len(call.words)))
    if problem.why is Why.NO_WHEN or any(one is not None for one in begins):
        raise Refused(Why.NO_WHEN, problem.word)
    return replies.usage_bill(call.voice, look.budget)


async def bills(deps: Dependencies, call: Call) -> Reply:
    """Show the bills until the payday, or all of them."""
    if call.rest not in {"", "all"}:
        return replies.takes_nothing(call.voice, call.name, call.rest, bills_blurb(call.voice))
    look = await deps.planner.bills(call.owner, call.now)
    if look is None:
        return replies.no_bills(call.voice, await deps.bookkeeper.shown_budget(call.owner))
    shown = replies.all_bills if call.rest == "all" else replies.bills
    return shown(call.voice, look, look.budget.day_of(call.now))


async def _restore_bill(deps: Dependencies, button: buttons.RestoreBill, tap: Tap) -> Answer:
    change = await deps.planner.restore_bill(tap.owner, button.bill, tap.now)
    return Answer(replies.bill_changed(tap.voice, change, await deps.bookkeeper.summary(tap.owner, tap.now)))


async def _bill_from(deps: Dependencies, button: buttons.BillFrom, tap: Tap) -> Answer:
    """Let a bill begin on another day. Raises `NotFound` where its schedule has no first day any more."""
    found = _bill_in_use(await deps.bookkeeper.budget_of_tap(tap.owner), button.bill)
    if found.schedule.anchor is None:
        raise NotFound(f"bill {button.bill}")
    said = BillSaid(found.name, schedules=(replace(found.schedule, anchor=button.day),))
    change = await deps.planner.set_bill(tap.owner, said, tap.now)
    return Answer(replies.bill_changed(tap.voice, change, await deps.bookkeeper.summary(tap.owner, tap.now)))


async def _bill_counts(deps: Dependencies, button: buttons.BillCounts, tap: Tap) -> Answer:
    """Let a bill count in a category or outside. Raises `NotFound` where either is not in use any more."""
    budget = await deps.bookkeeper.budget_of_tap(tap.owner)
    held = _bill_in_use(budget, button.bill)
    if button.category is not None and button.category not in {one.number for one in budget.current}:
        raise NotFound(f"category {button.category}")
    said = BillSaid(held.name, category=button.category, outside=button.category is None)
    change = await deps.planner.set_bill(tap.owner, said, tap.now)
    summary = await deps.bookkeeper.summary(tap.owner, tap.now)
    return Answer(replies.bill_changed(tap.voice, change, summary, was_in=budget.category_of(held)))


def _bill_in_use(budget: Budget, number: int) -> Bill:
    """Return the bill of a number. Raises `NotFound` where it is off, or there is none."""
    for bill in budget.bills:
        if bill.number == number and not bill.removed:
            return bill
    raise NotFound(f"bill {number}")


async def _pay_bill(deps: Dependencies, button: buttons.PayBill | buttons.OldPayBill, tap: Tap) -> Answer:
    amount = button.amount if isinstance(button, buttons.PayBill) else None
    done = await paid(deps, tap, button.message, (button.bill, button.planned), amount)
    if isinstance(done, AsItIs):
        return Answer(done.said, notice=done.notice)
    stored = done.entries[0].message
    return Answer(replies.receipt(tap.voice, await deps.bookkeeper.receipt(tap.owner, stored, tap.now)))


async def _leave_bill(_deps: Dependencies, _button: buttons.LeaveBill, tap: Tap) -> Answer:
    return Answer(replies.declined(tap.voice))


async def _it_was_bill(deps: Dependencies, button: buttons.ItWasBill, tap: Tap) -> Answer:
    """Pay what an expense may pay by now: the occurrence is looked for again. Raises `NotFound` where there is none."""
    before = await deps.bookkeeper.receipt(tap.owner, button.message, tap.now)
    found = before.state.matches.get(button.line)
    if found is None:
        raise NotFound(f"line {button.line}")
    due = found.due
    await deps.planner.it_was(tap.owner, button.message, button.line, due.bill.number, due.planned, tap.act)
    return Answer(shown(tap, await deps.bookkeeper.receipt(tap.owner, button.message, tap.now)))


async def _count_with_bill(deps: Dependencies, button: buttons.CountWithBill, tap: Tap) -> Answer:
    change = await deps.planner.count_with_bill(tap.owner, button.message, button.line, tap.act, tap.now)
    return Answer(replies.bill_changed(tap.voice, change, await deps.bookkeeper.summary(tap.owner, tap.now)))


async def bill_named_in(deps: Dependencies, voice: Voice, receipt: Receipt, message: Message) -> Reply | None:
    """Answer a text that names a bill and no amount: `rent` says when it is due, `paid rent` asks whether it is paid.

    None for any other text. Nothing is recorded.
    """
    if not receipt.budget.bills or receipt.holds or len(receipt.readings) != 1:
        return None
    look = await deps.planner.bills(message.owner, message.sent_at, receipt.budget)
    held = look.bills if look is not None else Bills()
    text, reading = message.text.strip(), receipt.readings[0][1]
    vocabulary = receipt.budget.words
    beside = vocabulary.self_words | vocabulary.articles
    paid, named = bill_among(without_word(text, "paid", receipt.budget.language), held, beside), bill_named(text, held)
    found = paid or named
    if message.may_be_talk and paid is None and not isinstance(reading, NameAlone):
        return None  # others talk there
    due = held.next_open(found, receipt.today) if found is not None else None
    if due is None:
        return None
    asked_in, payments = (message.number, held.payments_of(due.bill)) if paid is not None else (None, ())
    last = payments[-1] if payments else None
    said = replies.due_now(voice, due, receipt.budget.money, receipt.today, asked_in, last)
    if isinstance(reading, NameAlone):
        summary = await deps.bookkeeper.summary_as_read(message.owner, receipt.budget, message.sent_at)
        return said._replace(text=f"{replies.standing(voice, summary, reading.category).text}\n{said.text}")
    return said


async def bill_left_out(deps: Dependencies, call: Call, receipt: Receipt) -> Reply | None:
    """Do what a message without a slash says of a bill: `skip rent`, `cancel netflix`; None for any other one."""
    if not receipt.budget.bill_names:
        return None
    held, text, words = Bills(receipt.budget.bills), call.message.text.strip(), receipt.budget.words
    beside = words.self_words | words.articles | words.little_words | words.unclear_periods | words.please_words
    called = bill_words(receipt.budget.language)
    bare = " ".join(word for word in text.split() if compared(word) not in called)
    orders = LEFT_OUT if bare == text else {**LEFT_OUT, "remove": LEFT_OUT[SWITCHED_OFF]}  # `delete the gym bill`
    for word, typed in orders.items():
        said = (one for some in (text, bare) for one in without_word(some, word, receipt.budget.language))
        found = bill_among(said, held, beside)
        if found is not None:
            return await bill(deps, replace(call, rest=f"{found.name} {typed}"))
    return None


async def bill_brought_back(deps: Dependencies, call: Call, receipt: Receipt) -> Reply | None:
    """Switch on again the bill that a message without a slash names: `bring netflix back`; None for any other one."""
    named = restored_name(call.message.text, receipt.budget.words)
    off = [one for one in receipt.budget.bills if one.removed]
    place = named_note(named, [one.name for one in off], receipt.budget.words) if named and off else None
    if place is None or compared(off[place].name) in map(compared, receipt.budget.bill_names):
        return None
    change = await deps.planner.restore_bill(call.owner, off[place].number, call.now)
    return replies.bill_changed(call.voice, change, await deps.bookkeeper.summary(call.owner, call.now))


async def asked_about_bill(deps: Dependencies, voice: Voice, message: Message, name: str) -> Reply | None:
    """Say whether a bill is paid, and when it is due next; None where there is none of that name."""
    look = await deps.planner.bills(message.owner, message.sent_at)
    held = bill_named(name, look.bills) if look is not None else None
    if look is None or held is None:
        return None
    today = look.budget.day_of(message.sent_at)
    paid = look.bills.payments_of(held)
    return as_it_is(voice, look, held, paid[-1] if paid else None, today)


async def payday(deps: Dependencies, call: Call) -> Reply:
    """Show when paychecks are expected, or set it."""
    if not call.rest:
        return replies.paydays(call.voice, await deps.planner.paydays(call.owner, call.now))
    budget, rules = await deps.planner.set_payday(call.owner, call.rest, call.now)
    return replies.payday(call.voice, rules, budget.day_of(call.now))


async def _payday_from(deps: Dependencies, button: buttons.PaydayFrom, tap: Tap) -> Answer:
    """Set when paychecks come. Raises `NotFound` for an interval that cannot be."""
    if not 1 <= button.every <= MOST_EVERY:
        raise NotFound(f"{button.every}")
    rule = every_days(button.every, button.day)
    budget = await deps.planner.set_payday_rule(tap.owner, rule)
    return Answer(replies.payday(tap.voice, (rule,), budget.day_of(tap.now)))


async def _fresh_start(deps: Dependencies, button: buttons.FreshStart, tap: Tap) -> Answer:
    budget = await deps.bookkeeper.budget_of_tap(tap.owner)
    names = {one.number: one.name for one in budget.current}
    if button.category not in names:
        raise NotFound(f"{button.category}")
    await deps.planner.set_carry(tap.owner, [*names[button.category].split(), "fresh"], tap.now)
    look = await deps.bookkeeper.week(tap.owner, tap.now)
    return Answer(await shown_week(deps, tap.voice, look, tap.owner, tap.now, group=tap.group))


async def _pick_weeks(deps: Dependencies, button: buttons.PickWeeks, tap: Tap) -> Answer:
    receipt = await deps.bookkeeper.receipt(tap.owner, button.message, tap.now)
    return Answer(beside(tap, receipt, replies.pick_weeks(tap.voice, receipt, button.line)))


async def _spread_over(deps: Dependencies, button: buttons.SpreadOver, tap: Tap) -> Answer:
    await deps.planner.spread(tap.owner, button.message, button.line, button.weeks, tap.act)
    return Answer(shown(tap, await deps.bookkeeper.receipt(tap.owner, button.message, tap.now)))


TAPS: TapHandlers = {
    buttons.RestoreBill: _restore_bill,
    buttons.BillFrom: _bill_from,
    buttons.PaydayFrom: _payday_from,
    buttons.FreshStart: _fresh_start,
    buttons.PickWeeks: _pick_weeks,
    buttons.SpreadOver: _spread_over,
    buttons.BillCounts: _bill_counts,
    buttons.PayBill: _pay_bill,
    buttons.OldPayBill: _pay_bill,
    buttons.LeaveBill: _leave_bill,
    buttons.ItWasBill: _it_was_bill,
    buttons.CountWithBill: _count_with_bill,
}
