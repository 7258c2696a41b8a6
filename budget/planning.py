"""What people say of bills, paydays and limits that remember: one transaction each, over the ledger.

It knows no sentence. Moments come in as arguments (aware UTC instants). Every method may raise `LedgerUnavailable`.
"""

from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import NamedTuple, TypeVar

from budget import plan_acts
from budget.bill_changes import (
    BillChange,
    BillDone,
    bill_change,
    bill_changed,
    bill_of,
    bill_set,
    check_currency,
    check_room,
)
from budget.bills import (
    Bills,
    checked_bill_name,
)
from budget.budgets import Beginnings, Budget
from budget.categories import Category, category_called
from budget.entry_changes import Actor
from budget.errors import NotFound, Refused, Why
from budget.grammar.orders import BillSaid, bill_said, payday_said
from budget.keeping import done_by
from budget.ledger import BudgetTransaction, BudgetView, Ledger, MessageTransaction
from budget.limits import Carry, DatedCarry
from budget.looks import PaydaysLook, as_read, budget_begun, paydays_of
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
            return bill_said(text, budget.scope(budget.day_of(now), _NOTHING_TAUGHT))

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
        change = await self._change(owner, partial(bill_set, said, now=now, paid_on=paid_on))
        if earlier is None:
            return change

        def act(tx: MessageTransaction) -> BillChange:
            paid = plan_acts.pay_by_earlier(tx, earlier.line, now)
            return bill_change(tx, change.bill, change.done, now)._replace(paid=paid)

        return await self._ledger.tap(owner, earlier.message, done_by(self._actor, act))

    async def add_bill(self, owner: int, said: BillSaid, now: datetime, paid_on: date) -> BillChange:
        """Add the bill that an entry of a day says; one that has its name stays as it is, so that a repeat changes nothing.

        It begins with that day where that is the latest on which it was due. Raises `Refused`.
        """

        def act(tx: BudgetTransaction) -> BillChange:
            check_currency(said, tx.budget)
            held = bill_named(said.name, Bills(tx.budget.bills))
            return bill_set(said, tx, now, paid_on) if held is None else bill_change(tx, held, BillDone.ADDED, now)

        return await self._ledger.change(owner, act)

    async def estimate(self, owner: int, number: int, amount: int, currency: str, now: datetime) -> BillChange:
        """Let a bill cost about an amount, minor units of ``currency``, from its next open occurrence on.

        Raises `NotFound`, also where the budget has another currency by now.
        """

        def act(tx: BudgetTransaction) -> BillChange:
            if tx.budget.money.currency.code != currency:
                raise NotFound(currency)
            bill = bill_of(tx.budget, number)
            return bill_changed(tx, bill, BillSaid(bill.name, amount, about=True), now)

        return await self._ledger.change(owner, act)

    async def restore_bill(self, owner: int, number: int, now: datetime) -> BillChange:
        """Switch a bill on again. Raises `NotFound`, and `Refused` where its name is taken or there are too many."""

        def act(tx: BudgetTransaction) -> BillChange:
            bill = bill_of(tx.budget, number)
            if bill.removed:
                check_room(tx.budget, 0)
                checked_bill_name(bill.name, tx.budget.bills, tx.budget.categories, tx.budget.money, of=bill)
                plan_acts.restore_bill(tx, bill, now)
                bill = bill_of(tx.budget, number)
            return bill_change(tx, bill, BillDone.BACK, now)

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
            return bill_change(tx, bill, BillDone.ADDED, now)._replace(paid=paid)

        return await self._ledger.tap(owner, message, done_by(self._actor, count))

    async def bills(self, owner: int, now: datetime, read: Budget | None = None) -> BillsLook | None:
        """Return a budget's bills; None before there is a budget. With that against which a message was ``read``: `as_read`."""
        look = partial(_bills_seen, now=now)
        return await self._ledger.read(owner, look if read is None else partial(as_read, read, look))

    # --- paydays ---

    async def set_payday(self, owner: int, text: str, now: datetime) -> tuple[Budget, tuple[Schedule, ...]]:
        """Set when paychecks come; of two schedules nothing is set, for the first day has to be asked. Raises `Refused`."""
        last = await self._ledger.read(owner, lambda view: view.pay(view.budget.day_of(now)))

        def act(tx: BudgetTransaction) -> tuple[Budget, tuple[Schedule, ...]]:
            scope = tx.budget.scope(tx.budget.day_of(now), _NOTHING_TAUGHT)
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
            since = tx.budget.week_of(tx.budget.day_of(now)).start
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


def _bills_seen(view: BudgetView, now: datetime) -> BillsLook:
    today = view.budget.day_of(now)
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
