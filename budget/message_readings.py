"""What the lines of a message mean in its budget: with what was taught, its paydays, and what a group hears of them."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from budget.budgets import Budget
from budget.currencies import Currency
from budget.entries import Kind
from budget.errors import Why
from budget.first_currency import in_other_currency, other_currency
from budget.grammar import Question, Reading, Scope, Treatment, Understood, Unreadable, as_question, read, text_in_group
from budget.grammar.limit_said import limit_said
from budget.grammar.numbered import asked_of_command, names_command, sets_to
from budget.ledger import BudgetView, MessageTransaction
from budget.messages import Message
from budget.paydays import Source, next_payday
from budget.periods import Days

Readings = tuple[tuple[str, Reading], ...]
"""The lines of a message, and what each means."""
_Read = tuple[Readings, tuple[Treatment, ...]]
_MOST_ON_A_DAY = 500
"""Entries of a day that are looked through for paychecks of other messages; of more it is not known whose they are."""


def scope_of(message: Message, budget: Budget) -> Scope:
    return budget.scope(budget.day_of(message.sent_at), lambda _note: None)


def in_first_currency(message: Message, tx: MessageTransaction, readings: Readings) -> _Read | None:
    """Read a message that is in another currency in that one, as questions, where nothing stands in the budget."""
    currency = other_currency(readings, tx.budget.money.locale)
    if currency is None or not tx.change(lambda settings: settings.is_empty()):
        return None
    return in_currency(message, tx, currency)


def in_currency(message: Message, view: BudgetView, currency: Currency) -> _Read | None:
    """Read a message in another currency, as questions; None where it asks none."""
    money = replace(view.budget.money, currency=currency)
    read, treatments = read_message(message, view, replace(view.budget, money=money))
    asked = tuple(in_other_currency(read, currency))
    return (asked, treatments) if any(isinstance(one, Question) for _, one in asked) else None


def read_message(message: Message, view: BudgetView, budget: Budget, edits: int | None = None) -> _Read:
    """Read a message, first without what was taught; its notes are looked up where that could tell more.

    ``edits`` is the number of the message that it is the new text of: its own paychecks are no others.
    In a group each line is treated by what shows that money is meant; what only gets a reaction is read as nothing.
    """
    text = storable(message.text)
    today = budget.day_of(message.sent_at)
    notes: set[str] = set()
    scope = budget.scope(today, notes.add, forwarded=message.forwarded, shared=message.may_be_talk)
    readings = read(text, scope)
    lessons = view.taught(notes) if notes else {}
    paid = any(isinstance(one, Understood) and one.entry.kind is Kind.PAYCHECK for _, one in readings)
    if lessons or paid or message.may_be_talk:
        scope = budget.scope(today, lessons.get, forwarded=message.forwarded, shared=message.may_be_talk)
    if lessons or paid:
        scope = _with_paydays(scope, view, today, edits) if paid else scope
        readings = read(text, scope)
    language = budget.language
    is_command = partial(_asks_for_command, budget, among_others=message.may_be_talk or len(readings) > 1)
    readings = [
        (line, asked_of_command(line, one, scope, language) if is_command(line) else one) for line, one in readings
    ]
    if not message.may_be_talk:
        return tuple(readings), ()
    treatments = tuple(text_in_group(readings, scope))
    treated = (
        (line, _treated(reading, treatment, scope))
        for (line, reading), treatment in zip(readings, treatments, strict=True)
    )
    return tuple(treated), treatments


def _asks_for_command(budget: Budget, line: str, *, among_others: bool) -> bool:
    """Whether a line asks for a command, which is not done ``among_others`` or in a group's talk."""
    language = budget.language
    if names_command(line, language, budget.has_name) or sets_to(line, language):
        return True
    return among_others and limit_said(line, language, budget.money, budget.category_called) is not None


def _with_paydays(scope: Scope, view: BudgetView, today: date, edits: int | None) -> Scope:
    """Return the scope with what tells a second paycheck from a new one; a message that it ``edits`` tells nothing."""
    pay = view.pay(today)
    paydays = list(pay.paydays) if pay is not None else []
    while edits is not None and paydays and _is_payday_of(edits, view, paydays[-1]):
        del paydays[-1]
    if not paydays:
        return scope
    last = paydays[-1]
    expected = next_payday(paydays, view.budget.payday)
    gap = (expected.day - last).days if expected.source is not Source.TWO_WEEKS else None
    return replace(scope, last_paycheck=last, usual_gap=gap)


def _is_payday_of(message: int, view: BudgetView, day: date) -> bool:
    """Whether all paychecks of a day are a message's own."""
    of_day = view.entries_in(Days(day, day + timedelta(days=1)), _MOST_ON_A_DAY)
    paid_by = {one.message for one in of_day if one.entry.kind is Kind.PAYCHECK}
    return paid_by <= {message} and len(of_day) < _MOST_ON_A_DAY


def _treated(reading: Reading, treatment: Treatment, scope: Scope) -> Reading:
    match reading, treatment:
        case ((Understood() | Question()), Treatment.REACT):
            return Unreadable(Why.TALK)
        case _, Treatment.SILENT:
            return Unreadable(Why.NO_AMOUNT)
        case Understood(), Treatment.ASK:
            return as_question(reading, scope)
        case _:
            return reading


def storable(text: str) -> str:
    """Return a text that every database takes: no NUL, and a question mark for half a surrogate pair."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()
