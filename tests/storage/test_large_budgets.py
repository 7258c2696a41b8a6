"""A budget of many entries, rules or bills costs other chats nothing: neither time, while it holds a writer's lock, nor memory."""

import gc
import re
import tracemalloc
from datetime import date, timedelta

from sqlalchemy import CompoundSelect, Select, insert
from sqlalchemy.dialects import sqlite

from storage.tables import entries, limits
from tests.chat import Say
from tests.storage.test_plans import declared

ALL_OF_A_BUDGET = frozenset({
    "audit._COUNT", "audit._SOME", "cards._HOW_MANY", "imports._HELD", "rescaling.ANY_STANDING", "rescaling.LARGEST",
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


def with_limits(say: Say, most: int) -> None:
    """Give the chat a budget with so many dated limits."""
    say("/start")
    budget = say.runner.run(say.app.bookkeeper.budget(say.owner))
    one = {"owner": say.owner, "category": budget.categories[0].number, "amount": 100, "removed": False}
    rows = [{**one, "since": date(1990, 1, 1) + timedelta(days=n)} for n in range(most)]
    say.runner.run(say.app.database.write(lambda db: db.execute(insert(limits), rows)))


def test_budgets_with_many_dated_rows_are_not_all_in_memory(say: Say) -> None:
    """A thousand budgets are remembered: twelve with 80,000 rows each took 140 MiB."""
    for say.owner in range(1, 13):
        with_limits(say, 9_999)
        assert "Other: $90" in say("/limits other 90"), "it has another revision now"
        say("/limits")
    held = say.app.database.budgets.remembered
    say.owner = 1
    assert "Other: $90" in say("/limits"), "what is not in memory is read again"

    assert held == [4, 5, 6, 7, 8, 9, 10, 11, 12]


def test_a_question_adds_up_all_entries_however_many_there_are(say: Say) -> None:
    """It read the latest 10,000 entries and said their sum."""
    say("/bill rent 900 on the 1st")
    say("3.50 fun tacos 2026-01-05")
    say("paid 20.25 2026-01-05")
    say("rent 700 2026-01-06")
    held = say.runner.run(say.app.bookkeeper.recent(say.owner, 1))[1][0]
    one = {"owner": say.owner, "message": held.message, "kind": "expense", "amount": 100, "category": 1, "working": ""}
    rows = [
        {**one, "line": n, "day": date(2026, 1, 7) + timedelta(days=n % 300), "note": f"lunch {n}", "undone": False}
        for n in range(1, 10_001)
    ]
    say.runner.run(say.app.database.write(lambda db: db.execute(insert(entries), rows)))

    assert say("how much did I spend on tacos this year?") == "$3.50 spent · tacos, 1 Jan – 22 Nov"
    assert say("how much did I spend on lunches this year?") == "$10,000.00 spent · lunches, 1 Jan – 22 Nov"
    assert say("how much did I spend on rent this year?") == "$700.00 spent · Rent, 1 Jan – 22 Nov"
    assert say("how much did I earn this year?") == "Came in: $20.25 · 1 Jan – 22 Nov"


def test_of_a_large_budget_few_states_are_in_memory(say: Say) -> None:
    """Each change of a limit left all others in memory once more: 150 messages in one chat took 200 MiB."""
    with_limits(say, 4_000)
    say("/limits other 10")
    tracemalloc.start()
    try:
        for n in range(26):
            say(f"/limits other {n + 11}")
            say("3 coffee")
            if n == 17:
                before = tracemalloc.get_traced_memory()[0]
        gc.collect()
        assert tracemalloc.get_traced_memory()[0] - before < 2 * 2**20
    finally:
        tracemalloc.stop()
