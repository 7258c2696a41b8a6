"""However chats move and whatever is written, tapped, closed and restored meanwhile: one budget, nothing relabelled, nothing lost.

What is closed goes on its day, not before, and takes nothing else along.
"""

import asyncio
import itertools
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import func, select, text

from budget import acts
from budget.budgets import Beginnings
from budget.currencies import currency_named
from budget.errors import BeingForgotten, NotFound
from budget.forgetting import GRACE, Forgetting
from budget.ledger import MessageTransaction
from budget.locales import locale_named
from budget.money import Money
from budget.states import OutOfUse, Submission, Version
from storage.engine import make_engine
from storage.forgetting import SqlForgetting
from storage.tables import entries, metadata
from tests.ledgers import NOON, WEEK, Book, expense, spent
from tests.scale import LONG

pytest_plugins = ["tests.databases"]

CHATS = (-11, -12, -13, -14)
BEGINNINGS = {
    code: Beginnings(Money(currency_named(code), locale_named("en_US")), "UTC", 0) for code in ("EUR", "USD", "JPY")
}


@dataclass(eq=False)
class Said:
    """A message as the model holds it: its chat, its number there, the number in its buttons, and whether it counts."""

    chat: int
    number: int
    amount: int
    kept: int
    undone: bool = False
    apart: bool = False


@dataclass(eq=False)
class Purse:
    """A budget of the model, with the chats whose messages belong to it."""

    chats: set[int]
    currency: str | None = None
    born: int = 0
    said: list[Said] = field(default_factory=list)
    due: datetime | None = None
    """When it is deleted, where it is closed."""
    beside: list["Purse"] = field(default_factory=list)
    """Closed ones that a move left beside it."""


class Moving(RuleBasedStateMachine):
    """Chats open budgets, write, tap, move, close budgets and restore them, in any order."""

    fresh: Callable[[], str]

    @initialize()
    def open(self) -> None:
        self.runner = asyncio.Runner()
        self.ledgers = [Book(type(self).fresh()) for _ in range(1)]
        self.ledger = self.ledgers[0]
        self.runner.run(self.ledger.__aenter__())
        self.purses = {chat: Purse({chat}) for chat in CHATS}
        self.numbers = itertools.count(1)
        self.births = itertools.count(1)
        self.acts = itertools.count(1)
        self.now = NOON
        self.forgetting = Forgetting(SqlForgetting(self.ledger.database))

    def teardown(self) -> None:
        if hasattr(self, "ledger"):
            self.runner.run(self.ledger.__aexit__(None, None, None))
            self.runner.close()

    # --- what happens ---

    @rule(
        chat=st.sampled_from(CHATS),
        code=st.sampled_from(sorted(BEGINNINGS)),
        low=st.booleans(),
        amount=st.integers(1, 999),
    )
    def write(self, chat: int, code: str, amount: int, *, low: bool) -> None:
        """Write an expense; chats number their messages each for itself, so numbers are met again in other chats."""
        purse = self.purses[chat]
        used = {said.number for said in self.all_said() if said.chat == chat}
        number = next(n for n in (itertools.count(1) if low else self.numbers) if n not in used)
        if purse.due is not None:
            with pytest.raises(BeingForgotten):
                self.runner.run(self.ledger.write_down(chat, number, BEGINNINGS[code], written(number, amount)))
            return
        self.born(chat, code)
        kept = self.runner.run(self.ledger.write_down(chat, number, BEGINNINGS[code], written(number, amount)))
        purse.said.append(Said(chat, number, amount, kept))

    def born(self, chat: int, code: str) -> None:
        """Open a budget where there is none, each a second after the one before."""
        purse = self.purses[chat]
        if purse.currency is not None:
            return
        budget = self.runner.run(self.ledger.open_budget(chat, BEGINNINGS[code]))
        purse.currency, purse.born = code, next(self.births)
        at = (NOON + timedelta(seconds=purse.born)).isoformat(" ")
        statement = text("UPDATE budgets SET created_at = :at WHERE owner = :owner")
        if self.runner.run(self.ledger.database.read(lambda db: db.dialect.name)) == "postgresql":
            statement = text("UPDATE budgets SET created_at = CAST(:at AS timestamptz) WHERE owner = :owner")
        self.runner.run(self.ledger.database.write(lambda db: db.execute(statement, {"at": at, "owner": budget.owner})))

    @precondition(lambda self: any(True for _ in self.all_said()))
    @rule(pick=st.integers(0, 999))
    def deliver_again(self, pick: int) -> None:
        said = self.pick(pick)
        if not said.apart and self.is_open(said):
            code = self.purses[said.chat].currency
            assert code is not None
            self.runner.run(
                self.ledger.write_down(said.chat, said.number, BEGINNINGS[code], written(said.number, said.amount))
            )

    @precondition(lambda self: any(True for _ in self.all_said()))
    @rule(pick=st.integers(0, 999), undone=st.booleans(), elsewhere=st.booleans())
    def tap(self, pick: int, *, undone: bool, elsewhere: bool) -> None:
        """Tap a button under a receipt, or under /recent in another chat of the same budget."""
        said = self.pick(pick)
        if self.purses[said.chat].due is not None:
            with pytest.raises(BeingForgotten):
                self.runner.run(self.ledger.set_undone(said.chat, said.kept, None, "tap", undone=undone))
            return
        others = sorted(self.purses[said.chat].chats)
        # Under a receipt the number of then, in its own chat alone; under /recent the number of now.
        is_of_now = self.is_open(said) and self.number_of(said) == said.kept
        chat = others[pick % len(others)] if elsewhere and is_of_now and not said.apart else said.chat
        with suppress(NotFound):
            act = f"tap {next(self.acts)}"
            done = self.runner.run(self.ledger.set_undone(chat, said.kept, None, act, undone=undone))
            assert not said.apart, "what was set apart is no entry of this budget"
            assert self.is_open(said), "what is closed can't be tapped"
            assert [held.entry.amount for held in done.entries] == [said.amount], "another message was tapped"
            said.undone = undone

    @precondition(lambda self: any(True for _ in self.all_said()))
    @rule(pick=st.integers(0, 999))
    def list_again(self, pick: int) -> None:
        """Show /recent: its buttons bear the numbers of now."""
        chat = self.pick(pick).chat
        if self.purses[chat].due is not None or self.purses[chat].currency is None:
            return
        recent = self.runner.run(self.ledger.recent(chat, 100))
        by_amount: dict[tuple[int, int], list[Said]] = {}
        for held in recent:
            by_amount.setdefault((held.entry.amount, held.message), [])
        for said in self.purses[chat].said:
            number = self.number_of(said)
            if not said.apart and (said.amount, number) in by_amount:
                said.kept = number

    @rule(chat=st.sampled_from(CHATS), to=st.sampled_from(CHATS))
    def move(self, chat: int, to: int) -> None:
        one, two = self.purses[chat], self.purses[to]
        apart = self.runner.run(self.ledger.move(chat, to))
        if one is two:
            counted = [said for said in one.said if said.apart and not said.undone]
            assert apart is None or (chat != to and counted), "a repeat tells again what is set apart, and nothing else"
            return
        stays, goes = one, two
        if one.currency is None or (
            two.currency is not None and (two.due is not None, two.born) < (one.due is not None, one.born)
        ):
            stays, goes = two, one
        stays.chats |= goes.chats
        stays.beside += goes.beside
        for each in stays.chats:
            self.purses[each] = stays
        if goes.currency is not None and goes.due is not None:
            assert apart is None
            stays.beside.append(Purse(set(), goes.currency, goes.born, goes.said, goes.due))
            return
        lost = goes.currency is not None and goes.currency != stays.currency
        assert not isinstance(apart, OutOfUse), "each holds little"
        if lost:
            counted = [said for said in goes.said if not said.undone and not said.apart]
            assert (apart.number if apart is not None else 0) == len(counted)
            assert apart is None or apart.money.currency.code == goes.currency
        for said in goes.said:
            said.apart = said.apart or lost
        stays.said += goes.said

    @rule(chat=st.sampled_from(CHATS))
    def close(self, chat: int) -> None:
        purse = self.purses[chat]
        if purse.currency is None or purse.due is not None:
            return
        nonce = f"nonce {next(self.acts)}"
        self.runner.run(self.forgetting.ask(chat, nonce, 7, self.now))
        self.runner.run(self.forgetting.answer(chat, nonce, 7, self.now, group=False, administrates=False))
        purse.due = self.now + GRACE

    @rule(
        chat=st.sampled_from(CHATS),
        to=st.sampled_from(CHATS),
        code=st.sampled_from(sorted(BEGINNINGS)),
        same=st.booleans(),
        back=st.booleans(),
    )
    def close_and_move(self, chat: int, to: int, code: str, *, same: bool, back: bool) -> None:
        """Close a budget and let its chat become another that is used: by chance alone that is rare."""
        self.write(chat, code, 7, low=True)
        self.close(chat)
        self.write(to, self.purses[chat].currency or code if same else code, 11, low=True)
        self.move(*((to, chat) if back else (chat, to)))

    @rule(chat=st.sampled_from(CHATS))
    def restore(self, chat: int) -> None:
        purse = self.purses[chat]
        live = [each for each in purse.beside if each.due is not None and each.due > self.now]
        if purse.due is not None:
            if self.restored(chat) is not None:
                assert purse.due > self.now
                purse.due = None
            else:
                assert purse.due <= self.now
            return
        if purse.currency is None and len(live) > 1:
            return  # which of them the others become part of is not the model's to say
        apart = self.restored(chat)
        assert (apart is not None) == bool(live)
        for each in live:
            purse.beside.remove(each)
            if purse.currency is None:
                purse.currency, purse.born = each.currency, each.born
            for said in each.said:
                said.apart = said.apart or each.currency != purse.currency
            purse.said += each.said

    def restored(self, chat: int) -> object:
        try:
            return self.runner.run(self.forgetting.restore(chat, self.now))
        except NotFound:
            return None

    @rule(hours=st.sampled_from([1, 12, 30]))
    def sweep(self, hours: int) -> None:
        self.now += timedelta(hours=hours)
        due = 0
        for purse in {id(each): each for each in self.purses.values()}.values():
            due += len(purse.beside)
            purse.beside = [each for each in purse.beside if each.due is not None and each.due > self.now]
            due -= len(purse.beside)
            if purse.due is not None and purse.due <= self.now:
                purse.currency, purse.due, purse.said = None, None, []
                due += 1
        assert self.runner.run(self.forgetting.sweep(self.now)) == due

    # --- what must be true ---

    @invariant()
    def every_chat_has_its_budget(self) -> None:
        if not hasattr(self, "ledger"):
            return
        for chat, purse in self.purses.items():
            if purse.due is not None:
                with pytest.raises(BeingForgotten):
                    self.runner.run(self.ledger.budget(chat))
                continue
            budget = self.runner.run(self.ledger.budget(chat))
            assert (budget.money.currency.code if budget else None) == purse.currency
            counts = sum(said.amount for said in purse.said if not said.undone and not said.apart)
            assert sum((self.runner.run(spent(self.ledger, chat, WEEK)) or {}).values()) == counts

    @invariant()
    def no_entry_is_lost(self) -> None:
        if hasattr(self, "ledger"):
            count = self.runner.run(
                self.ledger.database.read(lambda db: db.scalar(select(func.count()).select_from(entries)))
            )
            assert count == len(list(self.all_said()))

    def all_said(self) -> Any:
        purses = {id(each): each for each in self.purses.values()}.values()
        return (said for purse in purses for each in (purse, *purse.beside) for said in each.said)

    def is_open(self, said: Said) -> bool:
        """Whether a message is in a budget that is not closed."""
        purse = self.purses[said.chat]
        return purse.due is None and said in purse.said

    def number_of(self, said: Said) -> int:
        return self.runner.run(self.ledger.number_of(said.chat, said.number))

    def pick(self, number: int) -> Said:
        said = list(self.all_said())
        found: Said = said[number % len(said)]
        return found


def written(number: int, amount: int) -> Callable[[MessageTransaction], int]:
    """Return the act that holds one expense, and returns the number under which it is kept."""

    def act(tx: MessageTransaction) -> int:
        line = expense(amount, tx.budget.categories[0].number)
        acts.record(tx, Submission(7, Version(0, number), NOON, (line,)))
        return tx.message

    return act


def run(fresh: Callable[[], str], examples: int) -> None:
    run_state_machine_as_test(
        type("MovingHere", (Moving,), {"fresh": staticmethod(fresh)}),
        settings=settings(
            max_examples=examples,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.slow
def test_moves_in_any_order_on_sqlite(migrated_file: Path, tmp_path: Path) -> None:
    def fresh() -> str:
        shutil.copy(migrated_file, tmp_path / "book.db")
        return f"sqlite:///{tmp_path}/book.db"

    run(fresh, 400 if LONG else 40)


@pytest.mark.slow
def test_moves_in_any_order_on_postgresql(postgresql_url: str) -> None:
    def fresh() -> str:
        engine = make_engine(postgresql_url)
        with engine.begin() as db:
            for table in reversed([one for one in metadata.sorted_tables if one.name != "schema_info"]):
                db.execute(table.delete())
        engine.dispose()
        return postgresql_url

    run(fresh, 80 if LONG else 10)
