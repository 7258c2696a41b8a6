"""What people say of bills, paydays and limits that remember: one transaction each, over the ledger.

It knows no sentence. Moments come in as arguments (aware UTC instants). Every method may raise `LedgerUnavailable`.
"""

from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum, auto
from functools import partial
from typing import NamedTuple, TypeVar

from budget import plan_acts
from budget.bills import (
    MOST_BILLS,
    MOST_BILLS_EVER,
    Bill,
    Bills,
    Due,
    Rate,
    checked_bill_name,
    repriced,
    rescheduled,
)
from budget.budgets import Beginnings, Budget
from budget.categories import Category, category_called
from budget.entries import RecordedEntry
from budget.entry_changes import Actor
from budget.errors import InvalidChoice, LedgerUnavailable, NotFound, Refused, Why
from budget.grammar.orders import BillSaid, bill_said, payday_said
from budget.keeping import done_by
from budget.ledger import BudgetTransaction, BudgetView, Ledger, MessageTransaction
from budget.limits import Carry, DatedCarry
from budget.looks import PaydaysLook, budget_begun, paydays_of
from budget.offering import Answerable, decline
from budget.paydays import next_payday
from budget.payments import bill_named
from budget.schedules import Schedule
from budget.set_aside import BillsDue, due_before
from budget.settling import next_payer
from budget.states import MessageState
from budget.sums import bills_of

_T = TypeVar("_T")

_NOTHING_TAUGHT = dict[str, int]().get


class BillDone(StrEnum):
    """What became of a bill."""

    ADDED = auto()
    REPRICED = auto()
    RESCHEDULED = auto()
    AHEAD = auto()
    NOT_AHEAD = auto()
    OFF = auto()
    BACK = auto()


class BillChange(NamedTuple):
    """A bill after a change, and its next open occurrence, None where there is none."""

    budget: Budget
    bill: Bill
    done: BillDone
    due: Due | None
    paid: RecordedEntry | None = None
    """An entry that stood there before the bill, and pays an occurrence of it now."""
    freed: int = 0
    """What was set aside for it and is left to spend again, minor units."""


class BillsLook(NamedTuple):
    """A budget's bills as of a day: all of them, and what is due before the payday.

    Before the first paycheck ``until`` is None, and ``due`` has the next occurrence of each.
    """

    budget: Budget
    bills: Bills
    until: date | None
    due: BillsDue


class Planner:
    """Bills, paydays and limits that remember, for any chat; ``beginnings`` are what a new budget starts with."""

    def __init__(self, ledger: Ledger, beginnings: Beginnings) -> None:
        self._ledger = ledger
        self._beginnings = beginnings
        self._actor: Actor | None = None

    def by(self, actor: Actor, begin: Beginnings) -> "Planner":
        """Return the same use cases, done by somebody: the history of an entry names them, a new budget begins as theirs."""
        named = copy(self)
        named._actor = actor  # noqa: SLF001 - one of its own kind
        named._beginnings = begin  # noqa: SLF001 - as above
        return named

    # --- bills ---

    async def bill_said(self, owner: int, text: str, now: datetime) -> BillSaid:
        """Read what stands behind `/bill`. Raises `Refused`."""

        def read(budget: Budget) -> BillSaid:
            return bill_said(text, budget.scope(_today(budget, now), _NOTHING_TAUGHT))

        held = await self._ledger.budget(owner)
        if held is not None:
            return read(held)
        said = read(budget_begun(owner, self._beginnings))
        if not said.is_new:  # there is no bill to change, which `set_bill` refuses: that begins no budget
            return said
        return read(await self._ledger.open_budget(owner, self._beginnings))

    async def set_bill(self, owner: int, said: BillSaid, now: datetime) -> BillChange:
        """Add the bill that was said, or change the one of its name. Of two schedules the first counts.

        An entry of its name and amount that was there before pays the open occurrence that is near: `plan_acts.pay_by_earlier`.
        Raises `Refused`: for a name that cannot be, for a bill that there is not, and for more than a budget holds.
        """
        earlier = (
            await self._ledger.read(owner, partial(plan_acts.earlier_payment, said, now=now)) if said.is_new else None
        )
        paid_on = earlier.entry.day if earlier is not None else None
        change = await self._change(owner, partial(_bill_set, said, now=now, paid_on=paid_on))
        if earlier is None:
            return change

        def act(tx: MessageTransaction) -> BillChange:
            paid = plan_acts.pay_by_earlier(tx, earlier.line, now)
            return _changed(tx, change.bill, change.done, now)._replace(paid=paid)

        return await self._ledger.tap(owner, earlier.message, done_by(self._actor, act))

    async def add_bill(self, owner: int, said: BillSaid, now: datetime, paid_on: date) -> BillChange:
        """Add the bill that an entry of a day says; one that has its name stays as it is, so that a repeat changes nothing.

        It begins with that day where that is the latest on which it was due. Raises `Refused`.
        """

        def act(tx: BudgetTransaction) -> BillChange:
            _check_currency(said, tx.budget)
            held = bill_named(said.name, Bills(tx.budget.bills))
            return _bill_set(said, tx, now, paid_on) if held is None else _changed(tx, held, BillDone.ADDED, now)

        return await self._ledger.change(owner, act)

    async def estimate(self, owner: int, number: int, amount: int, currency: str, now: datetime) -> BillChange:
        """Let a bill cost about an amount, minor units of ``currency``, from its next open occurrence on.

        Raises `NotFound`, also where the budget has another currency by now.
        """

        def act(tx: BudgetTransaction) -> BillChange:
            if tx.budget.money.currency.code != currency:
                raise NotFound(currency)
            bill = _bill_of(tx.budget, number)
            return _bill_changed(tx, bill, BillSaid(bill.name, amount, about=True), now)

        return await self._ledger.change(owner, act)

    async def restore_bill(self, owner: int, number: int, now: datetime) -> BillChange:
        """Switch a bill on again. Raises `NotFound`, and `Refused` where its name is taken or there are too many."""

        def act(tx: BudgetTransaction) -> BillChange:
            bill = _bill_of(tx.budget, number)
            if bill.removed:
                _check_room(tx.budget, 0)
                checked_bill_name(bill.name, tx.budget.bills, tx.budget.categories, tx.budget.money, of=bill)
                plan_acts.restore_bill(tx, bill, now)
                bill = _bill_of(tx.budget, number)
            return _changed(tx, bill, BillDone.BACK, now)

        return await self._ledger.change(owner, act)

    async def decide(
        self, owner: int, number: int, planned: date, now: datetime, *, to: date | None = None, skipped: bool = False
    ) -> plan_acts.Decided:
        """Skip an occurrence of a bill, or let it fall due on a day (None: that of its schedule).

        One that was skipped is paid by what was written meanwhile and would have paid it. Raises `NotFound`, also where it is paid.
        """
        act = partial(plan_acts.decide, occurrence=(number, planned), now=now, to=to, skipped=skipped)
        decided = await self._ledger.change(owner, act)
        if not decided.reopened:
            return decided
        paying = await self._ledger.read(owner, lambda view: next_payer(view, number, planned))
        if paying is None:
            return decided

        def pay(tx: MessageTransaction) -> plan_acts.Decided:
            return plan_acts.reopened_and_paid(tx, paying.line, decided, now)

        return await self._ledger.tap(owner, paying.message, done_by(self._actor, pay))

    async def skip_next(self, owner: int, message: int, author: int, name: str, now: datetime) -> plan_acts.Decided:
        """Skip the next open occurrence of a bill because a message says so, which skips no further one when it comes again.

        Raises `Refused` for a bill that there is not, `NotFound` where nothing of it is open.
        """
        act = partial(plan_acts.skip_next, author=author, name=name, now=now)
        return await self._ledger.write(owner, message, done_by(self._actor, act), self._beginnings)

    async def pay(
        self,
        owner: int,
        message: int,
        author: int,
        occurrence: tuple[int, date],
        now: datetime,
        amount: int | None = None,
    ) -> MessageState:
        """Record the payment of an occurrence under a message of the bot's, as the chat numbers it; a repeat records nothing more.

        The ``occurrence`` is known by the bill's number and the planned day; ``amount`` (minor units) is what was shown, None where
        that is not known. Raises `NotFound` where the occurrence is not to be paid, or not for that: `plan_acts.pay_due`.
        """
        bill, planned = occurrence
        act = partial(plan_acts.pay_due, author=author, now=now, bill=bill, planned=planned, amount=amount)
        return await self._ledger.write(owner, message, done_by(self._actor, act))

    async def it_was(self, owner: int, message: int, line: int, bill: int, planned: date, act: str) -> MessageState:
        """Let an expense pay an occurrence whatever its amount is. Raises `NotFound`."""

        def it_was(tx: MessageTransaction) -> MessageState:
            return plan_acts.it_was(tx, line, bill, planned, act)

        return await self._ledger.tap(owner, message, done_by(self._actor, it_was))

    async def count_with_bill(self, owner: int, message: int, line: int, act: str, now: datetime) -> BillChange:
        """Let a payment count where its bill does. Raises `NotFound` where the line pays none."""

        def count(tx: MessageTransaction) -> BillChange:
            bill, paid = plan_acts.count_with_bill(tx, line, act)
            return _changed(tx, bill, BillDone.ADDED, now)._replace(paid=paid)

        return await self._ledger.tap(owner, message, done_by(self._actor, count))

    async def bills(self, owner: int, now: datetime) -> BillsLook | None:
        """Return a budget's bills; None before there is a budget."""
        return await self._ledger.read(owner, partial(_bills_seen, now=now))

    # --- paydays ---

    async def set_payday(self, owner: int, text: str, now: datetime) -> tuple[Budget, tuple[Schedule, ...]]:
        """Set when paychecks come; of two schedules nothing is set, for the first day has to be asked. Raises `Refused`."""
        last = await self._ledger.read(owner, lambda view: view.pay(_today(view.budget, now)))

        def act(tx: BudgetTransaction) -> tuple[Budget, tuple[Schedule, ...]]:
            scope = tx.budget.scope(_today(tx.budget, now), _NOTHING_TAUGHT)
            rules = payday_said(text, replace(scope, last_paycheck=last.paydays[-1] if last is not None else None))
            if len(rules) < 2:
                tx.set_payday(rules[0] if rules else None)
            return tx.budget, rules

        return await self._change(owner, act)

    async def paydays(self, owner: int, now: datetime) -> PaydaysLook | None:
        """Return when paychecks are expected; None before there is a budget."""
        return await self._ledger.read(owner, partial(paydays_of, now=now))

    async def set_payday_rule(self, owner: int, rule: Schedule) -> Budget:
        """Set when paychecks come, because a tap chose it. Raises `NotFound` where the chat has no budget."""

        def act(tx: BudgetTransaction) -> Budget:
            tx.set_payday(rule)
            return tx.budget

        return await self._ledger.change(owner, act)

    async def carry_over(self, owner: int, message: int, author: int, paid_on: date, now: datetime) -> MessageState:
        """Record what was left before the paycheck of a day as extra cash of that day, under a message as the chat numbers it.

        A repeat records nothing more. Raises `NotFound` where nothing was left.
        """
        act = partial(plan_acts.carry_over, author=author, now=now, paid_on=paid_on)
        return await self._ledger.write(owner, message, done_by(self._actor, act))

    # --- limits that remember ---

    async def set_carry(self, owner: int, words: Sequence[str], now: datetime) -> tuple[Budget, Category]:
        """Set what a category carries: its name, then `carry`, `carry up`, `carry down`, `carry off` or `fresh`.

        Raises `NotFound` for the name, `Refused` for other words.
        """

        def act(tx: BudgetTransaction) -> tuple[Budget, Category]:
            name, carry = _carry_said(words)
            category = category_called(name, tx.budget.categories)
            carry = carry or (category.carries[-1].carry if category.carries else Carry.OFF)
            since = tx.budget.week_of(_today(tx.budget, now)).start
            if not (category.carries and category.carries[-1] == DatedCarry(since, carry)):
                tx.set_carry(category.number, carry, since)
            return tx.budget, tx.budget.category(category.number)

        return await self._change(owner, act)

    async def decline(self, owner: int, message: int, offer: Answerable, bill: int) -> None:
        """Note that what a message offers is declined; of a ``bill``, where it is about one. Raises `NotFound`."""
        await self._ledger.tap(owner, message, lambda tx: decline(tx, offer, bill))

    async def spread(self, owner: int, message: int, line: int, weeks: int | None, act: str) -> MessageState:
        """Let an expense count over several weeks, or in its own again (None). Raises `NotFound`."""

        def spread(tx: MessageTransaction) -> MessageState:
            return plan_acts.spread(tx, line, weeks, act)

        return await self._ledger.tap(owner, message, done_by(self._actor, spread))

    async def _change(self, owner: int, act: Callable[[BudgetTransaction], _T]) -> _T:
        return await self._ledger.change(owner, act, self._beginnings)


def _today(budget: Budget, now: datetime) -> date:
    return budget.day_of(now)


def _bill_of(budget: Budget, number: int) -> Bill:
    for bill in budget.bills:
        if bill.number == number:
            return bill
    raise NotFound(f"bill {number}")


def _check_room(budget: Budget, more: int) -> None:
    in_use = sum(not bill.removed for bill in budget.bills)
    if in_use >= MOST_BILLS or len(budget.bills) + more > MOST_BILLS_EVER:
        raise InvalidChoice(Why.TOO_MANY_BILLS, str(in_use))


def _check_currency(said: BillSaid, budget: Budget) -> None:
    """Raise `LedgerUnavailable` where the budget got another currency since an amount was read: a repeat reads it in that one."""
    if said.currency not in {"", budget.money.currency.code}:
        raise LedgerUnavailable("the budget has another currency by now")


def _bill_set(said: BillSaid, tx: BudgetTransaction, now: datetime, paid_on: date | None = None) -> BillChange:
    _check_currency(said, tx.budget)
    today = _today(tx.budget, now)
    held = bill_named(said.name, Bills(tx.budget.bills))
    if held is not None:
        return _bill_changed(tx, held, said, now)
    if not said.is_new:
        raise Refused(Why.UNKNOWN_BILL if said.amount is None else Why.NO_WHEN, said.name)
    _check_room(tx.budget, 1)
    name = checked_bill_name(said.name, tx.budget.bills, tx.budget.categories, tx.budget.money)
    name = name[0].upper() + name[1:] if name.islower() else name  # `/bill rent 900 ...` makes Rent
    since = today
    if paid_on is not None and paid_on < today:
        due = list(said.schedules[0].occurrences(paid_on, today + timedelta(days=1)))
        since = paid_on if [one.planned for one in due] == [paid_on] else today
    rate = Rate(since, said.amount or 0, said.about)
    bill = Bill(0, name, said.schedules[0], since, (rate,), said.category)
    bill = replace(bill, number=tx.add_bill(bill))
    return _changed(tx, bill, BillDone.ADDED, now)


def _bill_changed(tx: BudgetTransaction, held: Bill, said: BillSaid, now: datetime) -> BillChange:
    """Change a bill by what was said of it; a repeat changes nothing."""
    today = _today(tx.budget, now)
    bills, bill, done = bills_of(tx, date.min), held, BillDone.REPRICED
    match said.word:
        case "off":
            bill, done = replace(held, removed=True), BillDone.OFF
        case "ahead":
            bill, done = replace(held, ahead=held.ahead or today), BillDone.AHEAD
        case "not ahead":
            bill, done = replace(held, ahead=None), BillDone.NOT_AHEAD
        case _:
            if said.schedules and said.schedules[0] != held.schedule:
                bill, done = rescheduled(bills, bill, said.schedules[0], today), BillDone.RESCHEDULED
            if said.amount is not None and (said.amount, said.about) != (held.rate.amount, held.rate.about):
                bill = repriced(bills, bill, said.amount, today, about=said.about)
            if said.category is not None or said.outside:
                bill = replace(bill, category=said.category)
    freed = plan_acts.store_bill(tx, bills, bill, now) if bill != held else 0
    return _changed(tx, bill, done, now)._replace(freed=max(0, freed))


def _changed(tx: BudgetTransaction | MessageTransaction, bill: Bill, done: BillDone, now: datetime) -> BillChange:
    due = bills_of(tx, date.min).next_open(bill, _today(tx.budget, now)) if not bill.removed else None
    return BillChange(tx.budget, bill, done, due)


def _bills_seen(view: BudgetView, now: datetime) -> BillsLook:
    today = _today(view.budget, now)
    bills = bills_of(view, date.min)  # with its history
    pay = view.pay(today)
    if pay is None:
        found = (bills.next_open(bill, today) for bill in bills.current)
        dues = sorted((due for due in found if due is not None), key=lambda due: (due.day, due.bill.number))
        return BillsLook(view.budget, bills, None, BillsDue(tuple(dues)))
    until = next_payday(pay.paydays, view.budget.payday).day
    return BillsLook(view.budget, bills, until, due_before(bills, pay.paydays[-1], until, today, pay.first))


_CARRIES = {"carry": Carry.BOTH, "carry up": Carry.UP, "carry down": Carry.DOWN, "carry off": Carry.OFF, "fresh": None}


def _carry_said(words: Sequence[str]) -> tuple[str, Carry | None]:
    """Return a category's name and what it carries, None for what it carried before. Raises `Refused`."""
    for length in (2, 1):
        said = " ".join(words[-length:]).lower()
        if said in _CARRIES and len(words) > length:
            return " ".join(words[:-length]), _CARRIES[said]
    raise Refused(Why.UNKNOWN_CARRY, " ".join(words))
