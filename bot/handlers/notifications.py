"""What the bot says by itself: when it comes, and the buttons under it."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from functools import partial

from bot import buttons, replies
from bot.events import EMPTY_LINE, Answer
from bot.handlers.context import Call, Dependencies, Tap, TapHandlers
from bot.handlers.offers import shown
from bot.handlers.paying import AsItIs, as_it_is, as_it_stands, paid
from bot.reply import Reply
from budget.bills import Due, State
from budget.bookkeeper import Message, Receipt
from budget.errors import LedgerUnavailable, NotFound
from budget.grammar.commands import says_no
from budget.notifier import Notifier, offers_digest
from budget.planning import BillsLook
from words.markup import plain
from words.voice import Voice

_OfBill = (
    buttons.PayDue
    | buttons.OldPayDue
    | buttons.PayAnother
    | buttons.MoveToTomorrow
    | buttons.SkipBill
    | buttons.ReopenBill
)


async def digest(deps: Dependencies, call: Call) -> Reply:
    """Show when the digest comes, or set it."""
    if deps.notifier is None:
        return replies.not_told_here(call.voice)
    if not call.rest:
        return await _shown(deps, call, replies.digest_wanted(call.voice, await deps.notifier.wanted(call.owner)))
    return replies.digest_wanted(call.voice, await deps.notifier.set_digest(call.owner, call.rest))


async def remind(deps: Dependencies, call: Call) -> Reply:
    """Show when the reminder comes, or set it."""
    if deps.notifier is None:
        return replies.not_told_here(call.voice)
    if not call.rest:
        return await _shown(deps, call, replies.reminder_wanted(call.voice, await deps.notifier.wanted(call.owner)))
    return replies.reminder_wanted(call.voice, await deps.notifier.set_reminder(call.owner, call.rest))


async def _shown(deps: Dependencies, call: Call, reply: Reply) -> Reply:
    """Return what a look shows: without buttons where there is no budget yet, for a tap begins none."""
    return reply if await deps.bookkeeper.known(call.owner) is not None else reply._replace(buttons=())


def _notifier(deps: Dependencies) -> Notifier:
    """Return what tells chats. Raises `NotFound` where nobody is told: no such button was made there."""
    if deps.notifier is None:
        raise NotFound("notifications")
    return deps.notifier


async def _set_digest(deps: Dependencies, button: buttons.SetDigest | buttons.NoDigest, tap: Tap) -> Answer:
    await deps.bookkeeper.budget_of_tap(tap.owner)
    at = replies.digest_typed(button) if isinstance(button, buttons.SetDigest) else "off"
    return Answer(replies.digest_wanted(tap.voice, await _notifier(deps).set_digest(tap.owner, at)))


async def _take_digest(deps: Dependencies, button: buttons.TakeDigest, tap: Tap) -> Answer:
    """Let the digest come that a receipt offers. The receipt offers it no more."""
    receipt = await deps.bookkeeper.receipt(tap.owner, button.message, tap.now)
    at = replies.digest_typed(replies.usual_digest(button.weekday))
    wanted = await _notifier(deps).set_digest(tap.owner, at)
    return Answer(shown(tap, receipt), before=replies.digest_wanted(tap.voice, wanted))


async def with_digest_offered(
    deps: Dependencies, voice: Voice, message: Message, receipt: Receipt, reply: Reply
) -> Reply:
    """Return a receipt that offers the digest, once, after the first full week. Without an answer of the store it offers none."""
    notifier, budget = deps.notifier, receipt.budget
    one_entry = len(receipt.readings) == len(receipt.state.entries) == 1
    if notifier is None or not one_entry or not notifier.may_offer_digest(budget, receipt.today):
        return reply
    with suppress(LedgerUnavailable):
        due = await deps.bookkeeper.seen(message.owner, partial(offers_digest, now=message.sent_at))
        if due and await notifier.offer_digest(message.owner):
            return replies.with_digest_offered(voice, reply, receipt.message, budget.week_starts_on)
    return reply


async def _set_reminder(deps: Dependencies, button: buttons.SetReminder | buttons.NoReminder, tap: Tap) -> Answer:
    await deps.bookkeeper.budget_of_tap(tap.owner)
    at = replies.time_typed(button.minutes) if isinstance(button, buttons.SetReminder) else "off"
    return Answer(replies.reminder_wanted(tap.voice, await _notifier(deps).set_reminder(tap.owner, at)))


async def _nothing_spent(deps: Dependencies, button: buttons.NothingSpent, tap: Tap) -> Answer:
    """Note that nothing was spent on a day. What else the reminder's message says stays, and so do its open bills' buttons."""
    await _notifier(deps).answer_reminder(tap.owner, button.day)
    today = (await deps.bookkeeper.budget_of_tap(tap.owner)).day_of(tap.now)
    noted, above = replies.answered_reminder(tap.voice, button.day, today), tap.tapped.above
    look = await deps.planner.bills(tap.owner, tap.now) if above else None
    if look is None:
        return Answer(noted)
    still = _still_open(look, dict.fromkeys(_occurrences(tap.tapped.buttons)), today)
    return Answer(replies.quiet_beside(tap.voice, still, look.budget.money, above, noted.text))


async def nothing_spent_said(deps: Dependencies, voice: Voice, receipt: Receipt, message: Message) -> Reply | None:
    """Note that nothing was spent on a day, where a message says so or answers a reminder by no; None for any other message."""
    if deps.notifier is None or receipt.holds or message.may_be_talk or message.forwarded:
        return None
    asked, words = _quiet_day(message.reply_buttons), receipt.budget.words
    day = replies.day_of_nothing_spent(voice, message.text, words, asked or receipt.today)
    if day is None and asked is not None and says_no(message.text, words):
        day = asked
    if day is None:
        return None
    try:
        await deps.notifier.answer_reminder(message.owner, day)
    except NotFound:  # there is no budget yet
        return None
    return replies.answered_reminder(voice, day, receipt.today)


async def _remind_later(deps: Dependencies, _button: buttons.RemindLater, tap: Tap) -> Answer:
    wanted = await _notifier(deps).answer_reminder(tap.owner)
    later = (
        replies.reminder_wanted(tap.voice, wanted) if wanted.reminder is None else replies.answered_reminder(tap.voice)
    )
    return Answer(later)


async def _pay(deps: Dependencies, button: buttons.PayDue | buttons.OldPayDue, tap: Tap) -> Answer:
    if tap.tapped.message is None:
        raise NotFound("message")
    amount = button.amount if isinstance(button, buttons.PayDue) else None
    state = await paid(deps, tap, tap.tapped.message, (button.bill, button.planned), amount)
    if isinstance(state, AsItIs):
        return await _answered(deps, button, tap, state)
    done = await deps.bookkeeper.receipt(tap.owner, state.entries[0].message, tap.now)
    recorded = max(held.entry.day for held in done.state.entries)
    return await _beside_open_ones(deps, button, tap, replies.receipt(tap.voice, done), recorded)


async def _answered(deps: Dependencies, button: _OfBill, tap: Tap, state: AsItIs) -> Answer:
    """Say what is so of a bill of which a tap could not do what its button says."""
    if state.notice:
        return Answer(notice=state.notice)
    return await _beside_open_ones(deps, button, tap, None if state.is_open else state.said)


async def _beside_open_ones(
    deps: Dependencies, button: _OfBill, tap: Tap, said: Reply | None, recorded: date | None = None
) -> Answer:
    """Say what became of a bill: in place of the message, or ahead of it where it asks about others or holds the digest, too.

    Where nothing is ``said`` of it, it is asked about again, as it is now. A reminder of the message goes where something is
    ``recorded`` of its day.
    """
    asked, below = dict.fromkeys(_occurrences(tap.tapped.buttons)), tap.tapped.below
    quiet = _quiet_day(tap.tapped.buttons)
    at = button.bill, button.planned
    if at not in asked and said is not None and (asked or below or quiet is not None):
        # The message tells of others by now, and keeps its text.
        return Answer(notice=plain(said.text).partition("\n")[0])
    if quiet is not None and quiet == recorded:
        quiet, below = None, below.rpartition(EMPTY_LINE)[0]
    asked.pop(at, None)
    look = await deps.planner.bills(tap.owner, tap.now) if asked or below or said is None else None
    if look is None:
        return Answer(said)
    today = look.budget.day_of(tap.now)
    still = _still_open(look, asked, today)
    again = look.bills.occurrence(*at, today) if said is None else None
    if again is not None:
        still.insert(0, again)
    if not still and not below:
        return Answer(said)
    return Answer(replies.still_due(tap.voice, still, look.budget.money, today, below, quiet), before=said)


def _still_open(look: BillsLook, asked: Iterable[tuple[int, date]], today: date) -> list[Due]:
    dues = (look.bills.occurrence(*one, today) for one in asked)
    return [due for due in dues if due is not None and due.state.is_open]


def _occurrences(data: Iterable[str]) -> Iterator[tuple[int, date]]:
    """Yield the occurrences that a message's buttons are about."""
    for button in buttons.decoded(data):
        if isinstance(button, _OfBill):
            yield button.bill, button.planned


def _quiet_day(data: Iterable[str]) -> date | None:
    """Return the day of the reminder that a message's buttons belong to, None without one."""
    return next((button.day for button in buttons.decoded(data) if isinstance(button, buttons.NothingSpent)), None)


async def _pay_another(deps: Dependencies, button: buttons.PayAnother, tap: Tap) -> Answer:
    look = await deps.planner.bills(tap.owner, tap.now)
    if look is None:
        raise NotFound(str(button.bill))
    due = look.bills.occurrence(button.bill, button.planned, look.budget.day_of(tap.now))
    if due is None or due.state is State.PAID:
        return await _as_it_stands(deps, button, tap)
    return Answer(before=replies.pay_another(tap.voice, due, look.budget.money))


async def _move(deps: Dependencies, button: buttons.MoveToTomorrow, tap: Tap) -> Answer:
    to = (await deps.bookkeeper.budget_of_tap(tap.owner)).day_of(tap.now) + timedelta(days=1)
    try:
        decided = await deps.planner.decide(tap.owner, button.bill, button.planned, tap.now, to=to)
    except NotFound:
        return await _as_it_stands(deps, button, tap)
    return await _beside_open_ones(deps, button, tap, replies.bill_moved(tap.voice, decided, tap.now))


async def _skip(deps: Dependencies, button: buttons.SkipBill, tap: Tap) -> Answer:
    try:
        decided = await deps.planner.decide(tap.owner, button.bill, button.planned, tap.now, skipped=True)
    except NotFound:
        return await _as_it_stands(deps, button, tap)
    return await _beside_open_ones(deps, button, tap, replies.bill_skipped(tap.voice, decided, tap.now))


async def _reopen(deps: Dependencies, button: buttons.ReopenBill, tap: Tap) -> Answer:
    """Take back that a bill was skipped or moved, and ask about it again."""
    try:
        decided = await deps.planner.decide(tap.owner, button.bill, button.planned, tap.now, to=button.day)
    except NotFound:
        return await _as_it_stands(deps, button, tap)
    budget = decided.budget
    if decided.due.payment is not None:  # what was written meanwhile pays it
        return await _paid_meanwhile(deps, decided.due, tap)
    about, quiet = tap.tapped, _quiet_day(tap.tapped.buttons)
    asked = replies.still_due(tap.voice, [decided.due], budget.money, budget.day_of(tap.now), about.below, quiet)
    return Answer(asked)


async def _as_it_stands(deps: Dependencies, button: _OfBill, tap: Tap) -> Answer:
    """Say what is so of an occurrence that is not open any more. Raises `NotFound` where there is no such bill."""
    return await _answered(deps, button, tap, await as_it_stands(deps, tap, 0, button.bill, button.planned))


async def _paid_meanwhile(deps: Dependencies, due: Due, tap: Tap) -> Answer:
    look = await deps.planner.bills(tap.owner, tap.now)
    if look is None:
        raise NotFound(str(due.bill.number))
    today = look.budget.day_of(tap.now)
    return Answer(as_it_is(tap.voice, look, due.bill, due.payment, today))


TAPS: TapHandlers = {
    buttons.SetDigest: _set_digest,
    buttons.TakeDigest: _take_digest,
    buttons.NoDigest: _set_digest,
    buttons.SetReminder: _set_reminder,
    buttons.NoReminder: _set_reminder,
    buttons.NothingSpent: _nothing_spent,
    buttons.RemindLater: _remind_later,
    buttons.PayDue: _pay,
    buttons.OldPayDue: _pay,
    buttons.PayAnother: _pay_another,
    buttons.MoveToTomorrow: _move,
    buttons.SkipBill: _skip,
    buttons.ReopenBill: _reopen,
}
