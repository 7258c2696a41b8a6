"""What a receipt offers because of what was recorded, and the buttons for it."""

from collections.abc import Iterable, Iterator
from datetime import date

from bot import buttons
from bot.replies.refusals import refusal
from bot.replies.shown_lines import Shown, to_receipt
from bot.reply import Button, Reply, Row, escape, quoted
from budget.bill_changes import as_bill_name
from budget.bills import Bills, checked_bill_name
from budget.budgets import Budget
from budget.categories import Category, new_category
from budget.entries import Kind, RecordedEntry
from budget.errors import InvalidChoice, Why
from budget.grammar import About, tag_in
from budget.grammar.dues import bill_stated, bills_due, name_due
from budget.grammar.orders import BillSaid, bill_offered
from budget.money import Money
from budget.offering import Answerable, BillOffer, name_at, place_of
from budget.payments import bill_named
from budget.receipts import Receipt
from budget.schedules import LAST_DAY, Schedule, monthly
from budget.states import OpenQuestion
from words import labels, plan_labels
from words import offers as say
from words.plan import about
from words.schedules import schedule
from words.voice import Voice


def offers_said(voice: Voice, receipt: Receipt) -> list[str]:
    """Say what is offered, each in a sentence."""
    offers, money = receipt.offers, receipt.budget.money
    said = []
    if offers.left_over is not None:
        said.append(say.left_over(voice, money.written(offers.left_over)))
    if offers.payday is not None:
        said.append(say.paychecks_come(voice, schedule(voice, offers.payday, receipt.today)))
    return said + [say.came_to(voice, escape(one.bill.name), money.written(one.usual)) for one in offers.estimates]


def offer_buttons(voice: Voice, receipt: Receipt) -> Iterator[Row]:
    """Yield the buttons for `offers_said`."""
    offers, message = receipt.offers, receipt.message
    for entry in (one.entry for one in receipt.state.entries if one.entry.kind is Kind.PAYCHECK):
        if offers.left_over is not None:
            yield (Button(plan_labels.carry_over(voice), buttons.CarryOver(message, entry.day)),)
            break
    if offers.payday is not None:
        when = schedule(voice, offers.payday, receipt.today)
        yes = Button(plan_labels.expect(voice, when), buttons.PaydayBy(message, offers.payday.code))
        yield (yes, no(voice, message, Answerable.PAYDAY))
    for one in offers.estimates:
        money = receipt.budget.money
        label = plan_labels.estimate(voice, one.bill.name, money.written(one.usual))
        yes = Button(label, buttons.EstimateBill(message, one.bill.number, one.usual, money.currency.code))
        yield (yes, no(voice, message, Answerable.ESTIMATE, one.bill.number))


def no(voice: Voice, message: int, offer: Answerable, bill: int = 0) -> Button:
    """Return the button that declines what a message offers."""
    return Button(plan_labels.not_paid(voice), buttons.DeclineOffer(message, offer, bill))


def bill_button(voice: Voice, text: str, held: RecordedEntry, receipt: Receipt, line: int | None) -> list[Row]:
    """Return the button that makes an entry a bill, where its line says when it comes again: `rent 900 on the 1st`."""
    entry = held.entry
    if not _pays_no_bill(held, receipt):
        return []
    scope = receipt.budget.scope(
        entry.day, lambda _note: None
    )  # `every other friday` counts from the Friday of the entry
    said = bill_offered(text, scope, entry.note)
    if said is None or said.amount != entry.amount:
        return []
    if not may_be_bill(held, said.name, receipt):
        return []
    place = place_of(said.name, entry.note)
    if place is None:
        return []
    offer = BillOffer(held.line, place, said.schedules[0], about=said.about)
    return [_make_bill(voice, held, line, offer)]


def standing_bill(voice: Voice, held: RecordedEntry, receipt: Receipt, line: int | None) -> list[Row]:
    """Return the button that makes an entry a bill, where its line said so: `Offers.bills`."""
    said = (one for one in receipt.offers.bills if one.line == held.line and not one.suggested)
    return [_make_bill(voice, held, line, one) for one in said]


def due_bills(voice: Voice, text: str, receipt: Receipt, line: int | None) -> list[Row]:
    """Return the buttons that make bills of a line which says when something is due: `rent 900 due 12/1`."""
    return _add_bills(voice, bills_due(text, receipt.budget.scope(receipt.today, lambda _note: None)), receipt, line)


def _add_bills(voice: Voice, bills: Iterable[BillSaid], receipt: Receipt, line: int | None) -> list[Row]:
    rows: list[Row] = []
    for one in bills:
        when = buttons.when_of(one.schedules[0], about=one.about)
        button = buttons.AddBill(one.amount or 0, one.currency, when, one.name)
        if buttons.fits(button) and _may_be_called(one.name, receipt):
            rows.append((_add_bill(voice, button, receipt.today, line),))
    return rows


def with_due_bill(voice: Voice, reply: Reply, receipt: Receipt, button: buttons.AddBill) -> Reply:
    """Return a receipt with a button that stood under it: of a line that is read no more, as its text is not kept."""
    if not _may_be_called(button.name, receipt):
        return reply
    return reply._replace(buttons=(*reply.buttons, (_add_bill(voice, button, receipt.today),)))


def _add_bill(voice: Voice, button: buttons.AddBill, today: date, line: int | None = None) -> Button:
    label = plan_labels.of_bill(voice, button.name, schedule(voice, button.schedule, today))
    return Button(labels.of_line(voice, line, label), button)


def due_bill_asked(voice: Voice, asked: OpenQuestion, text: str, receipt: Receipt, line: int | None) -> list[Row]:
    """Return the button that makes a bill of a question about what is due: `rent due 40`, `my rent is 900 on the 1st`."""
    entries = asked.choices[0].entries
    if asked.about is not About.SPENDING or not entries:
        return []
    scope = receipt.budget.scope(receipt.today, lambda _note: None)
    stated = bill_stated(text, scope)
    if stated is not None:
        return _add_bills(voice, [stated], receipt, line)
    name = name_due(entries[0].note, scope)
    if not name or not _may_be_called(name, receipt):
        return []
    button = buttons.AskWhenDue(entries[0].amount, receipt.budget.money.currency.code, name)
    label = labels.of_line(voice, line, plan_labels.make_bill(voice))
    return [(Button(label, button),)] if buttons.fits(button) else []


def _may_be_called(name: str, receipt: Receipt) -> bool:
    """Whether a new bill may have a name."""
    budget = receipt.budget
    try:
        return bool(checked_bill_name(name, budget.bills, budget.categories, budget.money))
    except InvalidChoice:
        return False


def when_due(voice: Voice, button: buttons.AskWhenDue, money: Money, today: date) -> Reply:
    """Ask when a bill is due: on a day of each month, by a tap, or as it is written behind `/bill`."""
    whens = dict.fromkeys(monthly(day).code for day in (1, 15, LAST_DAY, today.day))
    adds = (buttons.AddBill(button.amount, button.currency, when, button.name) for when in whens)
    rows = tuple((_add_bill(voice, one, today),) for one in adds if buttons.fits(one))
    return Reply(refusal(voice, Why.NO_WHEN, "", money), rows, question=True)


def income_button(voice: Voice, held: RecordedEntry, line: int | None) -> list[Row]:
    """Return the button that makes an expense a paycheck."""
    if held.entry.kind is not Kind.EXPENSE:
        return []
    label = labels.of_line(voice, line, labels.was_income(voice))
    return [(Button(label, buttons.MakeIncome(held.message, held.line)),)]


def tag_button(voice: Voice, held: RecordedEntry, budget: Budget, line: int | None) -> list[Row]:
    """Return the button that makes the `#tag` of an entry, which names no category, a new one, where that could be."""
    tag = tag_in(held.entry.note)
    if not tag or not held.entry.kind.is_spending:
        return []
    try:
        new_category(tag, budget.categories, budget.money, budget.bill_names)
    except InvalidChoice:
        return []
    label = labels.of_line(voice, line, labels.tag_as_category(voice, tag))
    return [(Button(label, buttons.MoveToTag(held.message, held.line)),)]


def standing_offers(voice: Voice, held: RecordedEntry, receipt: Receipt, line: int | None) -> list[Row]:
    """Return the buttons of what the line of an entry said, where it is not read again."""
    return [
        *(tag_button(voice, held, receipt.budget, line) if held.line in receipt.offers.tags else []),
        *standing_bill(voice, held, receipt, line),
        *(income_button(voice, held, line) if held.line in receipt.offers.income else []),
    ]


def with_offers_standing(voice: Voice, reply: Reply, receipt: Receipt) -> Reply:
    """Return a question that stands in place of a receipt, with the buttons of what was offered there."""
    shown = Shown.of(receipt)
    counting = [held for held in shown.held.values() if not held.undone]
    rows = [row for held in counting for row in standing_offers(voice, held, receipt, shown.number_of(held.line))]
    return reply._replace(buttons=(*reply.buttons, *rows))


def may_be_bill(held: RecordedEntry, name: str, receipt: Receipt) -> bool:
    """Whether an entry can be made a bill of a name: an expense that pays none, and no bill is called so."""
    return _pays_no_bill(held, receipt) and bill_named(name, Bills(receipt.budget.bills)) is None


def _pays_no_bill(held: RecordedEntry, receipt: Receipt) -> bool:
    return held.entry.kind is Kind.EXPENSE and held.line not in receipt.state.matches


def _make_bill(voice: Voice, held: RecordedEntry, line: int | None, offer: BillOffer) -> Row:
    button = buttons.MakeBill(held.message, held.line, offer.place, buttons.when_of(offer.when, about=offer.about))
    return (Button(labels.of_line(voice, line, plan_labels.make_bill(voice)), button),)


def with_bill_suggested(voice: Voice, reply: Reply, held: RecordedEntry, when: Schedule) -> Reply:
    """Return a receipt that asks whether its entry, which comes again, is to be a bill."""
    make = buttons.MakeBill(held.message, held.line, len(held.entry.note), when.code)
    row = (Button(plan_labels.make_bill(voice), make), no(voice, held.message, Answerable.BILL))
    said = say.has_come_again(voice, quoted(held.entry.note))
    return reply._replace(text=f"{reply.text}\n{said}", buttons=(*reply.buttons, row))


def where_bill_stands(
    voice: Voice, receipt: Receipt, held: RecordedEntry, button: buttons.MakeBill, *, suggested: bool
) -> Reply:
    """Ask whether the payments of a bill count in the weekly limits; one that was ``suggested`` can still be declined."""
    at = button.message, button.line, button.name_place, button.when
    amount = receipt.budget.money.written(held.entry.amount)
    amount = about(voice, amount) if button.about else amount
    when = schedule(voice, button.schedule, receipt.today)
    name = as_bill_name(name_at(held.entry.note, button.name_place))
    said = say.where_bill_stands(voice, escape(name), amount, when)
    choices = [Button(plan_labels.outside(voice), buttons.BillOutside(*at))]
    category = _category_of(held, receipt)
    if category is not None:
        choices.append(Button(plan_labels.inside(voice, category.name), buttons.BillInside(*at)))
    last = (to_receipt(voice, receipt), *([no(voice, held.message, Answerable.BILL)] if suggested else []))
    return Reply(said, (tuple(choices), last), question=True)


def _category_of(held: RecordedEntry, receipt: Receipt) -> Category | None:
    return next((one for one in receipt.budget.current if one.number == held.entry.category), None)
