"""What taps on offers do: make an entry's bill, expect paychecks by a rule, carry over what was left, correct an estimate."""

from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from bot import buttons, replies
from bot.events import Answer
from bot.handlers.context import Dependencies, Tap, TapHandlers
from bot.reply import Reply
from budget.budgets import Budget
from budget.entries import Kind, RecordedEntry
from budget.errors import LedgerUnavailable, NotFound
from budget.grammar.orders import BillSaid
from budget.offering import NOTHING, Answerable, BillOffer, name_at
from budget.payments import may_pay
from budget.receipts import Receipt
from budget.schedules import monthly, schedule_from
from words.voice import Voice

_OfEntry = buttons.MakeBill | buttons.BillOutside | buttons.BillInside
_Restores = buttons.RestoreOffering | buttons.RestoreSuggesting
_BearsBill = buttons.MakeBill | buttons.BillOutside | _Restores
_OfLine = buttons.MakeIncome | buttons.MoveToTag
_Saying = buttons.RestoreSaying


async def _entry_of(deps: Dependencies, button: _OfEntry, tap: Tap) -> tuple[Receipt, RecordedEntry]:
    """Return the entry that is to be a bill. Raises `NotFound`."""
    receipt = await deps.bookkeeper.receipt(tap.owner, button.message, tap.now)
    for one in receipt.state.entries:
        if one.line == button.line and not one.undone and one.entry.kind in {Kind.EXPENSE, Kind.BILL}:
            return receipt, one
    raise NotFound(f"line {button.line}")


async def with_bill_suggested(deps: Dependencies, voice: Voice, owner: int, receipt: Receipt, reply: Reply) -> Reply:
    """Return a receipt that suggests a bill where its note comes again, once for each note; else as it is."""
    if deps.recurring is None or receipt.offers != NOTHING or len(receipt.readings) != 1:
        return reply
    with suppress(LedgerUnavailable):
        when = await deps.recurring.suggest(owner, receipt)
        if when is not None:
            return replies.with_bill_suggested(voice, reply, receipt.state.entries[0], when)
    return reply


def shown(tap: Tap, receipt: Receipt) -> Reply:
    """Return a receipt after a tap, with the offers that stood under it and that this tap did not answer.

    What a paycheck or an estimate offers is stored. The others stand in the tapped message's buttons alone.
    """
    under = _Under.of(tap)
    receipt = under.offering(receipt)
    return _with_others(tap, under, receipt, replies.receipt(tap.voice, receipt))


def beside(tap: Tap, receipt: Receipt, asks: Reply) -> Reply:
    """Return a question in place of a receipt with the offers that stood under that: what leads back finds them there."""
    under = _Under.of(tap)
    receipt = under.offering(receipt)
    return _with_others(tap, under, receipt, replies.with_offers_standing(tap.voice, asks, receipt))


def _with_others(tap: Tap, under: "_Under", receipt: Receipt, reply: Reply) -> Reply:
    """Return a reply with what else stood offered under a receipt: a bill that comes again or is due, the card, the digest."""
    whens = {one.line: one.when for one in under.bills(receipt)} if under.suggests else {}
    for held in (one for one in receipt.state.entries if one.line in whens and not one.undone):
        reply = replies.with_bill_suggested(tap.voice, reply, held, whens[held.line])
    for one in under.buttons:
        match one:
            case buttons.MakeCard(message) if message == receipt.message and not receipt.budget.card:
                reply = replies.with_card_offered(tap.voice, reply, message)
            case buttons.TakeDigest(message, weekday) if message == receipt.message:
                if Answerable.DIGEST in under.declinable:
                    reply = replies.with_digest_offered(tap.voice, reply, message, weekday)
            case buttons.AddBill():
                reply = replies.with_due_bill(tap.voice, reply, receipt, one)
            case _:
                pass  # the receipt has its own
    return reply


class _Under(NamedTuple):
    """The buttons under a tapped message without the tapped one, and the offers that one of them declines."""

    buttons: tuple[buttons.Button, ...]
    declinable: frozenset[Answerable]
    tapped: buttons.Button

    @classmethod
    def of(cls, tap: Tap) -> "_Under":
        tapped = buttons.decode(tap.tapped.data)
        under = buttons.decoded(tap.tapped.buttons)
        found = [one for one in under if one != tapped and not _answers(tapped, one)]
        declinable = frozenset(one.offer for one in found if isinstance(one, buttons.DeclineOffer))
        return cls(tuple(found), declinable, tapped)

    @property
    def suggests(self) -> bool:
        """Whether a bill is suggested, which has a sentence and a No."""
        restores = (self.tapped, *self.buttons)
        return Answerable.BILL in self.declinable or any(isinstance(one, buttons.RestoreSuggesting) for one in restores)

    def offering(self, receipt: Receipt) -> Receipt:
        """Return a receipt with what the buttons offer for its lines."""
        bills, restored = self.bills(receipt), self._restored(receipt)
        income = self._lines(receipt, buttons.MakeIncome) | {one.line for one in restored if one.income}
        tags = self._lines(receipt, buttons.MoveToTag) | {one.line for one in restored if one.tag}
        return receipt._replace(offers=receipt.offers._replace(bills=bills, income=income, tags=tags))

    def _lines(self, receipt: Receipt, kind: type[_OfLine]) -> frozenset[int]:
        return frozenset(one.line for one in self.buttons if isinstance(one, kind) and one.message == receipt.message)

    def _restored(self, receipt: Receipt) -> list[_Saying]:
        """Return what offers more of an undone entry once it is restored, the tapped button among that."""
        of_message = (one for one in (self.tapped, *self.buttons) if isinstance(one, _Saying))
        return [one for one in of_message if one.message == receipt.message]

    def bills(self, receipt: Receipt) -> tuple[BillOffer, ...]:
        """Return which entries of a receipt could be made bills, as buttons say that are under it, or lead on from that."""
        held, found = {one.line: one for one in receipt.state.entries}, []
        for one in self._bearing_bills():
            entry = held.get(one.line) if one.message == receipt.message else None
            if entry is not None and replies.may_be_bill(entry, name_at(entry.entry.note, one.name_place), receipt):
                if isinstance(one, buttons.RestoreSuggesting):
                    found.append(BillOffer(one.line, one.name_place, monthly(one.day), suggested=True))
                else:
                    found.append(BillOffer(one.line, one.name_place, one.schedule, self.suggests, one.about))
        return tuple(found)

    def _bearing_bills(self) -> Iterator[_BearsBill]:
        leads_back = isinstance(self.tapped, buttons.ShowLine)
        for one in self.buttons:
            is_left = isinstance(one, buttons.BillOutside) and not leads_back
            if isinstance(one, _BearsBill) and not is_left:
                yield one
        if isinstance(self.tapped, _Restores):
            yield self.tapped


def _answers(tapped: buttons.Button, other: buttons.Button) -> bool:
    """Whether a tapped button answers what another one beside it is about."""
    match tapped, other:
        case buttons.TakeDigest(), buttons.DeclineOffer(_, Answerable.DIGEST):
            return True
        case buttons.DeclineOffer(_, Answerable.BILL), buttons.MakeBill():
            return True
        case _:
            return False


async def _decline(deps: Dependencies, button: buttons.DeclineOffer, tap: Tap) -> Answer:
    await deps.planner.decline(tap.owner, button.message, button.offer, button.bill)
    return Answer(await _receipt(deps, button.message, tap))


async def _make_bill(deps: Dependencies, button: buttons.MakeBill, tap: Tap) -> Answer:
    receipt, held = await _entry_of(deps, button, tap)
    asks = replies.where_bill_stands(tap.voice, receipt, held, button, suggested=_Under.of(tap).suggests)
    return Answer(beside(tap, receipt, asks))


async def _add_bill(deps: Dependencies, button: buttons.BillOutside | buttons.BillInside, tap: Tap) -> Answer:
    """Make the bill, and let its entry pay the first occurrence where that is near: `rent 900 on the last` is of another day."""
    receipt, held = await _entry_of(deps, button, tap)
    category = held.entry.category if isinstance(button, buttons.BillInside) else None
    name, currency = name_at(held.entry.note, button.name_place), receipt.budget.money.currency.code
    said = BillSaid(name, held.entry.amount, button.about, category, (button.schedule,), currency=currency)
    change = await deps.planner.add_bill(tap.owner, said, tap.now, held.entry.day)
    due = change.due
    if due is not None and may_pay(due, held.entry.day):
        await deps.planner.it_was(tap.owner, button.message, button.line, due.bill.number, due.planned, tap.act)
        change = await deps.planner.add_bill(tap.owner, said, tap.now, held.entry.day)
    summary = await deps.bookkeeper.summary(tap.owner, tap.now)
    return Answer(await _receipt(deps, button.message, tap), before=replies.bill_changed(tap.voice, change, summary))


async def _ask_when_due(deps: Dependencies, button: buttons.AskWhenDue, tap: Tap) -> Answer:
    budget = await _in_currency(deps, button, tap)
    return Answer(before=replies.when_due(tap.voice, button, budget.money, budget.day_of(tap.now)))


async def _add_due(deps: Dependencies, button: buttons.AddBill, tap: Tap) -> Answer:
    """Make a bill that a line said is due. What says only that, and offers it, is replaced by what the bill is."""
    budget = await _in_currency(deps, button, tap)
    currency = budget.money.currency.code
    said = BillSaid(button.name, button.amount, button.about, schedules=(button.schedule,), currency=currency)
    change = await deps.planner.add_bill(tap.owner, said, tap.now, budget.day_of(tap.now))
    added = replies.bill_changed(tap.voice, change, await deps.bookkeeper.summary(tap.owner, tap.now))
    alone = all(isinstance(one, buttons.AddBill) for one in buttons.decoded(tap.tapped.buttons))
    return Answer(added) if alone else Answer(before=added)


async def _in_currency(deps: Dependencies, button: buttons.AddBill | buttons.AskWhenDue, tap: Tap) -> Budget:
    """Return the budget of a tap. Raises `NotFound` where a button's amount is in another currency than it has by now."""
    budget = await deps.bookkeeper.budget_of_tap(tap.owner)
    if budget.money.currency.code != button.currency:
        raise NotFound(button.currency)
    return budget


async def _estimate(deps: Dependencies, button: buttons.EstimateBill, tap: Tap) -> Answer:
    change = await deps.planner.estimate(tap.owner, button.bill, button.amount, button.currency, tap.now)
    summary = await deps.bookkeeper.summary(tap.owner, tap.now)
    return Answer(await _receipt(deps, button.message, tap), before=replies.bill_changed(tap.voice, change, summary))


async def _old_estimate(_deps: Dependencies, _button: buttons.OldEstimate, tap: Tap) -> Answer:
    return Answer(notice=replies.settled(tap.voice))


async def _payday_by(deps: Dependencies, button: buttons.PaydayBy, tap: Tap) -> Answer:
    rule = schedule_from(button.when)
    budget = await deps.planner.set_payday_rule(tap.owner, rule)
    said = replies.payday(tap.voice, (rule,), budget.day_of(tap.now))
    return Answer(await _receipt(deps, button.message, tap), before=said)


async def _carry_over(deps: Dependencies, button: buttons.CarryOver, tap: Tap) -> Answer:
    if tap.tapped.message is None:
        raise NotFound("message")
    state = await deps.planner.carry_over(tap.owner, tap.tapped.message, tap.author, button.paid_on, tap.now)
    carried = await deps.bookkeeper.receipt(tap.owner, state.entries[0].message, tap.now)
    return Answer(await _receipt(deps, button.message, tap), before=replies.receipt(tap.voice, carried))


async def _receipt(deps: Dependencies, message: int, tap: Tap) -> Reply:
    return shown(tap, await deps.bookkeeper.receipt(tap.owner, message, tap.now))


TAPS: TapHandlers = {
    buttons.MakeBill: _make_bill,
    buttons.BillOutside: _add_bill,
    buttons.BillInside: _add_bill,
    buttons.AddBill: _add_due,
    buttons.AskWhenDue: _ask_when_due,
    buttons.EstimateBill: _estimate,
    buttons.OldEstimate: _old_estimate,
    buttons.PaydayBy: _payday_by,
    buttons.CarryOver: _carry_over,
    buttons.DeclineOffer: _decline,
}
