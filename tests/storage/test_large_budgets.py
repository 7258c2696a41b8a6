"""A budget of many entries, rules or bills costs other chats nothing: neither time, while it holds a writer's lock, nor memory."""

import re
from datetime import date, timedelta
from functools import partial

from sqlalchemy import CompoundSelect, Connection, Select, insert
from sqlalchemy.dialects import sqlite

from budget.budgets import Budget
from storage.tables import limits
from tests.chat import Say
from tests.storage.test_plans import declared

ALL_OF_A_BUDGET = frozenset({
    "adding_up._COUNT", "adding_up._SOME", "cards._HOW_MANY", "imports._HELD", "rescaling.ANY_STANDING", "rescaling.LARGEST",
    "rescaling.ODD_ENTRY", "rescaling.ONE_TOO_MANY",
})  # fmt: skip
"""Statements that are to look through what counts in a budget: they count or compare all of it, or stop at the first."""


def test_what_asks_for_some_entries_looks_through_no_others(say: Say) -> None:
    """SQLite chose the index of sums by the owner and what is undone alone: `/undo` looked through all for each message."""
    found = set()
    with say.app.database.engine.connect() as db:
        for name, statement in declared().items():
            if not isinstance(statement, Select | CompoundSelect):
                continue
            text = re.sub(r"\(__\[POSTCOMPILE_\w+\]\)", "(1)", str(statement.compile(dialect=sqlite.dialect())))
            if "pg_advisory" not in text:
                plan = db.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", (1,) * text.count("?")).all()
                through = [
                    row[3] for row in plan if re.search(r"entries USING .*\(owner=\?( AND undone=\?)?\)$", row[3])
                ]
                found |= {name} if through else set()

    assert found == ALL_OF_A_BUDGET


def test_budgets_with_many_dated_rows_are_not_all_in_memory(say: Say) -> None:
    """A thousand budgets are remembered: twelve with 80,000 rows each took 140 MiB."""
    days = [date(1990, 1, 1) + timedelta(days=n) for n in range(9_999)]
    chats = range(1, 8)

    def fill(budget: Budget, db: Connection) -> None:
        fun = budget.categories[0].number
        rows = [{"owner": budget.owner, "category": fun, "since": day, "amount": 100, "removed": False} for day in days]
        db.execute(insert(limits), rows)

    for say.owner in chats:
        say("/start")
        budget = say.runner.run(say.app.bookkeeper.budget(say.owner))
        say.runner.run(say.app.database.write(partial(fill, budget)))
        assert "Other: $90" in say("/limits other 90"), "it has another revision now"
        say("/limits")
    held = say.app.database.budgets.remembered
    say.owner = 1
    assert "Other: $90" in say("/limits"), "what is not in memory is read again"

    assert held == [4, 5, 6, 7]
