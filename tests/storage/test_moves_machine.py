"""However chats move and whatever is written and tapped meanwhile: one budget, nothing relabelled, nothing lost, no wrong entry."""

import asyncio
import itertools
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
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
from budget.errors import NotFound
from budget.ledger import MessageTransaction
from budget.locales import locale_named
from budget.money import Money
from budget.states import Submission, Version
from storage.engine import make_engine
from storage.tables import entries, metadata
from tests.ledgers import NOON, WEEK, Book, expense, spent

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


class Moving(RuleBasedStateMachine):
    """Chats open budgets, write, tap, and move, in any order."""

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
        if not said.apart:
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
        others = sorted(self.purses[said.chat].chats)
        # Under a receipt the number of then, in its own chat alone; under /recent the number of now.
        is_of_now = self.runner.run(self.ledger.number_of(said.chat, said.number)) == said.kept
        chat = others[pick % len(others)] if elsewhere and is_of_now and not said.apart else said.chat
        with suppress(NotFound):
            act = f"tap {next(self.acts)}"
            done = self.runner.run(self.ledger.set_undone(chat, said.kept, None, act, undone=undone))
            assert not said.apart, "what was set apart is no entry of this budget"
            assert [held.entry.amount for held in done.entries] == [said.amount], "another message was tapped"
            said.undone = undone

    @precondition(lambda self: any(True for _ in self.all_said()))
    @rule(pick=st.integers(0, 999))
    def list_again(self, pick: int) -> None:
        """Show /recent: its buttons bear the numbers of now."""
        chat = self.pick(pick).chat
        recent = self.runner.run(self.ledger.recent(chat, 100))
        by_amount: dict[tuple[int, int], list[Said]] = {}
        for held in recent:
            by_amount.setdefault((held.entry.amount, held.message), [])
        for said in self.purses[chat].said:
            number = self.runner.run(self.ledger.number_of(said.chat, said.number))
            if not said.apart and (said.amount, number) in by_amount:
                said.kept = number

    @rule(chat=st.sampled_from(CHATS), to=st.sampled_from(CHATS))
    def move(self, chat: int, to: int) -> None:
        one, two = self.purses[chat], self.purses[to]
        apart = self.runner.run(self.ledger.move(chat, to))
        if one is two:
            assert apart is None
            return
        stays, goes = one, two
        if one.currency is None or (two.currency is not None and two.born < one.born):
            stays, goes = two, one
        lost = goes.currency is not None and goes.currency != stays.currency
        if lost:
            counted = [said for said in goes.said if not said.undone and not said.apart]
            assert (apart.number if apart is not None else 0) == len(counted)
            assert apart is None or apart.money.currency.code == goes.currency
        for said in goes.said:
            said.apart = said.apart or lost
        stays.chats |= goes.chats
        stays.said += goes.said
        for each in stays.chats:
            self.purses[each] = stays

    # --- what must be true ---

    @invariant()
    def every_chat_has_its_budget(self) -> None:
        if not hasattr(self, "ledger"):
            return
        for chat, purse in self.purses.items():
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
        return (said for purse in {id(each): each for each in self.purses.values()}.values() for said in purse.said)

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


@pytest.mark.no_cover
def test_moves_in_any_order_on_sqlite(migrated_file: Path, tmp_path: Path) -> None:
    def fresh() -> str:
        shutil.copy(migrated_file, tmp_path / "book.db")
        return f"sqlite:///{tmp_path}/book.db"

    run(fresh, 120)


@pytest.mark.no_cover
def test_moves_in_any_order_on_postgresql(postgresql_url: str) -> None:
    def fresh() -> str:
        engine = make_engine(postgresql_url)
        with engine.begin() as db:
            for table in reversed([one for one in metadata.sorted_tables if one.name != "schema_info"]):
                db.execute(table.delete())
        engine.dispose()
        return postgresql_url

    run(fresh, 30)
