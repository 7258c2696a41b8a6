"""Bills, limits, spread expenses and what is told, whatever people and Telegram do: nothing twice, on both databases."""

import asyncio
from collections import Counter
from collections.abc import Coroutine
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from budget import undoing
from budget.bills import State
from budget.bookkeeper import Bookkeeper, Message
from budget.entries import Kind, RecordedEntry
from budget.errors import NotFound
from budget.grammar.orders import BillSaid
from budget.notifier import Notifier
from budget.planning import Planner
from budget.schedules import every_days, monthly
from budget.states import Version
from storage.notifications import SqlNotifications
from tests.ledgers import BEGINNINGS, Book
from tests.scale import LONG

_T = TypeVar("_T")

pytest_plugins = ["tests.databases"]

SUNDAY = datetime(2026, 11, 22, 10, tzinfo=UTC)
DAY = SUNDAY.date()
WEEKS = 12  # after the first entry: all shares of a spread expense are in them
TEXTS = [
    "rent 900", "rent 450", "rent 100", "rent 900 yesterday", "gym 30", "gym 30\nrent 900", "12 fun", "300 fun tv", "-5 fun",
    "hello",
]  # fmt: skip
OWNERS = count(1)
BOT = 7


@dataclass
class Sent:
    """A message in its latest state."""

    number: int
    text: str
    edited_at: int = 0


class Planned(RuleBasedStateMachine):
    """One chat with a rent outside the limits, a gym in Fun, and a Fun that carries."""

    book: Book
    runner: asyncio.Runner

    def __init__(self) -> None:
        super().__init__()
        self.owner = next(OWNERS)
        self.keeper, self.planner = Bookkeeper(self.book, BEGINNINGS), Planner(self.book, BEGINNINGS)
        self.sent: list[Sent] = []
        self.acts = count()
        self.notifier = Notifier(SqlNotifications(self.book.database, BOT), BEGINNINGS)
        self.told: list[tuple[int, date]] = []
        self.shown: list[tuple[int, date]] = []
        self.skipped = False
        fun = next(one.number for one in self.run(self.keeper.budget(self.owner)).current if one.key == "fun")
        for said in (
            BillSaid("Rent", 90000, schedules=(monthly(1),)),
            BillSaid("Gym", 3000, category=fun, schedules=(every_days(7, DAY),)),
        ):
            self.run(self.planner.set_bill(self.owner, said, SUNDAY))
        self.run(self.notifier.set_digest(self.owner, "monday 8:00"))
        self.run(self.notifier.set_reminder(self.owner, "20:00"))

    def run(self, awaited: Coroutine[Any, Any, _T]) -> _T:
        return self.runner.run(awaited)

    def deliver(self, one: Sent) -> None:
        version = Version(one.edited_at, one.number * 100 + one.edited_at)
        self.run(self.keeper.record(Message(self.owner, one.number, self.owner, one.text, SUNDAY, version)))

    @rule(text=st.sampled_from(TEXTS))
    def say(self, text: str) -> None:
        self.sent.append(Sent(len(self.sent) + 1, text))
        self.deliver(self.sent[-1])

    @precondition(lambda self: self.sent)
    @rule(data=st.data(), text=st.sampled_from(TEXTS))
    def edit(self, data: st.DataObject, text: str) -> None:
        one = data.draw(st.sampled_from(self.sent))
        one.text, one.edited_at = text, one.edited_at + 1
        self.deliver(one)

    @precondition(lambda self: self.sent)
    @rule(data=st.data())
    def deliver_again(self, data: st.DataObject) -> None:
        self.deliver(data.draw(st.sampled_from(self.sent)))

    @precondition(lambda self: self.sent)
    @rule(data=st.data(), undone=st.booleans(), twice=st.booleans())
    def undo_or_restore(self, data: st.DataObject, undone: bool, twice: bool) -> None:
        number, act = data.draw(st.sampled_from(self.sent)).number, f"undo {next(self.acts)}"
        for _ in range(1 + twice):
            try:
                self.run(
                    self.keeper.tap(
                        self.owner, number, SUNDAY, lambda tx: undoing.set_undone(tx, None, act, undone=undone)
                    )
                )
            except NotFound:
                return

    @precondition(lambda self: self.sent)
    @rule(data=st.data(), weeks=st.sampled_from([None, 4, 6]))
    def spread(self, data: st.DataObject, weeks: int | None) -> None:
        number = data.draw(st.sampled_from(self.sent)).number
        try:
            self.run(self.planner.spread(self.owner, number, 0, weeks, f"spread {next(self.acts)}"))
        except NotFound:
            return

    @rule(words=st.sampled_from([["fun", "carry"], ["fun", "carry", "up"], ["fun", "fresh"], ["fun", "carry", "off"]]))
    def carry(self, words: list[str]) -> None:
        self.run(self.planner.set_carry(self.owner, words, SUNDAY))

    @rule(limit=st.sampled_from(["100", "0", "none"]))
    def limit(self, limit: str) -> None:
        self.run(self.keeper.set_limit(self.owner, ["fun", limit], SUNDAY))

    @rule(days=st.integers(0, 10), hours=st.sampled_from([-30, 0, 9, 20]))
    def tick(self, days: int, hours: int) -> None:
        """Two replicas tick at the same moment, whatever their clock says."""
        now = SUNDAY + timedelta(days=days, hours=hours)
        for notifier in (self.notifier, Notifier(SqlNotifications(self.book.database, BOT), BEGINNINGS)):
            for owner in self.run(notifier.due(now)):
                told = self.run(notifier.decide(owner, now))
                if told is not None and owner == self.owner:
                    self.told.append((told.owner, told.today))
                    self.shown += [(due.bill.number, due.planned) for due in told.notification.due]

    @precondition(lambda self: self.shown)
    @rule(data=st.data(), how=st.sampled_from(["pay", "pay", "tomorrow", "skip", "reopen"]))
    def tap_a_due_bill(self, data: st.DataObject, how: str) -> None:
        """A double tap under a due bill, at any time: its message holds one payment at most."""
        at = data.draw(st.integers(0, len(self.shown) - 1))
        bill, planned = self.shown[at]
        self.skipped |= how == "skip"
        for _ in range(2):
            try:
                if how == "pay":
                    self.run(self.planner.pay(self.owner, 900 + at, self.owner, (bill, planned), SUNDAY))
                else:
                    moved = DAY + timedelta(days=1) if how == "tomorrow" else None
                    self.run(self.planner.decide(self.owner, bill, planned, SUNDAY, to=moved, skipped=how == "skip"))
            except NotFound:
                return

    @invariant()
    def nothing_is_told_twice_a_day(self) -> None:
        assert len(self.told) == len(set(self.told))

    @property
    def counting(self) -> list[RecordedEntry]:
        return list(self.run(self.keeper.recent(self.owner, 1000))[1])

    @invariant()
    def nothing_is_paid_twice(self) -> None:
        look = self.run(self.planner.bills(self.owner, SUNDAY))
        assert look is not None
        counting = {(one.message, one.line): one.entry for one in self.counting}
        paid = [due for due in look.bills.dues(date(2026, 11, 1), date(2027, 2, 1), DAY) if due.state is State.PAID]
        payments = [due.payment for due in paid if due.payment is not None]
        assert len(payments) == len(paid)
        by = Counter((payment.message, payment.line) for payment in payments)
        assert all(number == 1 for number in by.values())
        for due, payment in zip(paid, payments, strict=True):
            entry = counting[payment.message, payment.line]
            assert entry.note.lower() == due.bill.name.lower()
            assert entry.kind is (Kind.BILL if due.bill.category is None else Kind.EXPENSE)
            assert entry.amount == payment.amount
        # The only occurrence of the rent near is that of December: whoever pays it pays it alone.
        assert sum(due.bill.name == "Rent" for due in paid) <= 1

    @invariant()
    def what_is_open_has_no_entry_that_pays_it(self) -> None:
        """Whatever was undone, edited and restored before, in whatever order."""
        if self.skipped:  # what was written while it was skipped pays it by a tap alone
            return
        says_so = [one.entry for one in self.counting if one.entry.note.lower() == "rent" and one.entry.amount >= 45000]
        assert any(entry.kind is Kind.BILL for entry in says_so) or not says_so

    @invariant()
    def all_money_is_counted_once(self) -> None:
        spent = bills = 0
        for n in range(-2, WEEKS):
            day = DAY + timedelta(days=7 * n)
            summary = self.run(self.keeper.summary(self.owner, SUNDAY, day=day))
            spent, bills = spent + summary.spent, bills + summary.bills_paid
            for line in summary.lines:
                assert -(line.limit // 2) <= line.carried <= line.limit
        entries = [one.entry for one in self.counting]
        signs = {Kind.EXPENSE: 1, Kind.REFUND: -1}
        assert spent == sum(signs.get(entry.kind, 0) * entry.amount for entry in entries)
        assert bills == sum(entry.amount for entry in entries if entry.kind is Kind.BILL)


@pytest.mark.slow
def test_nothing_is_paid_or_counted_twice_whatever_happens(url: str) -> None:
    with asyncio.Runner() as runner:
        book = Book(url, bot=BOT)
        runner.run(book.__aenter__())
        try:
            run_state_machine_as_test(
                type("PlannedBook", (Planned,), {"book": book, "runner": runner}),
                settings=settings(
                    max_examples=60 if LONG else 10,
                    stateful_step_count=30 if LONG else 12,
                    deadline=None,
                    suppress_health_check=[HealthCheck.too_slow],
                ),
            )
        finally:
            runner.run(book.__aexit__(None, None, None))
