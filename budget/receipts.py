"""The answer to a message, an edit or a reply, before it is put in words."""

from collections import Counter
from datetime import date, datetime
from typing import NamedTuple

from budget import acts
from budget.budgets import Budget
from budget.categories import last_resort
from budget.errors import Why
from budget.following import is_about_an_entry
from budget.grammar import (
    About,
    Asked,
    Reading,
    Treatment,
    Unreadable,
    asked_of,
)
from budget.ledger import BudgetView, MessageTransaction
from budget.offering import NOTHING, Offers, offers_of
from budget.pay_period import PayPeriod
from budget.paydays import next_payday
from budget.set_aside import BillsDue, due_before
from budget.standings import with_this_week
from budget.states import MessageState
from budget.sums import bills_of

MOST_LIKELY = 5
"""Categories that a receipt offers for an entry that names none; where there are more, the likeliest."""


_LOOKS = frozenset({Why.PLAN, Why.NO_AMOUNT, Why.UNCLEAR_DAY, Why.ONLY_A_DAY, Why.TALK, Why.FUTURE_DAY})
"""Why a text is refused that may ask for a look."""
_LATEST = 50  # entries that tell which categories are likely


class Receipt(NamedTuple):
    """The result of a message or of a tap: its lines as they were read, and the state of the message in the ledger."""

    budget: Budget
    message: int
    today: date
    state: MessageState
    readings: tuple[tuple[str, Reading], ...] = ()
    treatments: tuple[Treatment, ...] = ()
    """What becomes of each line in a group."""
    edited: bool = False
    pay_period: PayPeriod | None = None
    """The pay period now, where the message holds money that came in."""
    unchanged: bool = False
    """Whether an edit left every entry and question of the message as it was."""
    begins: bool = True
    """Whether no entry of the message was there before, so that an edit of it corrects none."""
    likely: tuple[int, ...] = ()
    """Categories by how often the latest entries have them, where there are more than a receipt has room for."""
    corrects: int | None = None
    """The message (as it is stored) that a reply has changed."""
    corrected: bool = False
    """Whether an entry says something else now, because of a reply."""
    problem: Unreadable | None = None
    """Why a reply has changed nothing, or an edit of which nothing reads."""
    which: bool = False
    """A reply has changed nothing because several entries or choices could be meant."""
    closed: bool = False
    """Whether an edit of which nothing reads has closed what the message asked."""
    command: str = ""
    """The command, with its slash, that the message asks for instead of being an entry: then nothing was done."""
    offers: Offers = NOTHING
    """What is offered because of what the message says."""
    follows: bool = False
    """Whether the message corrects the one before it, and is no entry of its own."""

    @property
    def holds(self) -> bool:
        """Whether anything of the message is recorded, or asked about."""
        return bool(self.state.entries or self.state.questions)


def receipt_of(tx: MessageTransaction, state: MessageState, now: datetime) -> Receipt:
    """Return the receipt of an act."""
    message = state.entries[0].message if state.entries else tx.message
    pay_period, today = pay_period_of(tx, state, now), tx.budget.day_of(now)
    state = with_this_week(tx, state, today)
    offers = offers_of(tx if message == tx.message else tx.at(message), state)
    return Receipt(
        tx.budget, message, today, state, pay_period=pay_period, likely=likely_categories(tx, state), offers=offers
    )


def likely_categories(tx: MessageTransaction, state: MessageState) -> tuple[int, ...]:
    """Return the categories of the latest entries, the most frequent first; nothing where all of them are offered anyway."""
    if len(tx.budget.current) <= MOST_LIKELY + 1:
        return ()
    other = last_resort(tx.budget.categories).number
    asks = any(one.about is About.SPENDING for one in state.questions)
    if not asks and all(one.undone or one.entry.category != other for one in state.entries):
        return ()
    used = Counter(tx.latest_categories(_LATEST))
    numbers = (one.number for one in tx.budget.current)
    return tuple(sorted(numbers, key=lambda number: -used[number]))


def undone_by(tx: MessageTransaction, state: MessageState, now: datetime) -> Receipt:
    """Return the receipt of what `/undo` took back, or of what stands where it closed a question; it corrects that answer."""
    receipt = receipt_of(tx, state, now)
    done = acts.replied_to(tx)
    undone = done.message if done is not None else receipt.message
    return receipt._replace(message=receipt.message if state.entries else undone, corrects=undone)


def pay_period_of(tx: MessageTransaction, state: MessageState, now: datetime) -> PayPeriod | None:
    """Return the pay period of now, where the message holds money that came in."""
    if all(one.entry.kind.is_spending for one in state.entries):
        return None
    return pay_period(tx, tx.budget.day_of(now))[0]


def pay_period(view: BudgetView, today: date) -> tuple[PayPeriod | None, BillsDue | None]:
    """Return the pay period of a day and the bills that are due in it; neither before the first paycheck."""
    pay = view.pay(today)
    if pay is None:
        return None, None
    paid_on, (payday, source) = pay.paydays[-1], next_payday(pay.paydays, view.budget.payday)
    due = due_before(bills_of(view, paid_on), paid_on, payday, today, pay.first)
    bills = due.amount, due.set_aside_before
    return PayPeriod(paid_on, pay.paycheck, pay.extra, pay.spent, payday, source, *bills), due


def asked_in(receipt: Receipt) -> Asked | None:
    """Return what a message asks that records nothing; None for any other one."""
    match receipt.readings:
        case [(text, Unreadable(why))] if why in _LOOKS and not receipt.holds:
            scope = receipt.budget.scope(receipt.today, lambda _note: None)
            return asked_of(text, scope, receipt.budget.bill_names)
        case _:
            return None


def is_unread(receipt: Receipt) -> bool:
    """Whether a message is one line that could not be read, and no number of it may be meant as an amount."""
    match receipt.readings:
        case [(line, Unreadable(why=why))]:
            return why is Why.ONLY_A_DAY or not any(map(str.isdecimal, line))
        case _:
            return False


def corrects_something(receipt: Receipt) -> bool:
    """Whether a message that records nothing says that something is wrong with an entry."""
    match receipt.readings:
        case [(text, Unreadable(Why.NO_AMOUNT))] if not receipt.holds:
            return is_about_an_entry(text, receipt.budget.scope(receipt.today, lambda _note: None))
        case _:
            return False


def is_chatter(receipt: Receipt) -> bool:
    """Whether a group's message was not meant for the bot: no line of it asks for an answer."""
    if receipt.holds or receipt.closed:
        return False
    return not any(one in {Treatment.RECORD, Treatment.ASK} for one in receipt.treatments)
