"""What the driver is given directly comes to what SQLAlchemy's execution comes to, on both databases."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, event, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.sql.selectable import ExecutableReturnsRows

from storage import plan_statements as plan
from storage import statements as sql
from storage.engine import make_engine
from storage.prepared import change, execute_each, fetch, fetch_first
from storage.tables import entries, entry_changes, messages
from tests.ledgers import MONDAY, NOON, OWNER, Book, expense, extra, paycheck, slip

pytest_plugins = ["tests.databases"]

WHOSE = {"owner_": OWNER}
WEEK = WHOSE | {"start_": MONDAY, "end_": MONDAY + timedelta(days=7)}
MESSAGE: dict[str, Any] = {
    "owner": OWNER,
    "author": 7,
    "sent_at": NOON,
    "edited_at": 0,
    "update_number": 1,
    "layout": None,
}
ENTRY: dict[str, Any] = {
    "owner": OWNER,
    "line": 0,
    "kind": "expense",
    "amount": 1250,
    "day": MONDAY,
    "note": "50 % off tacos: 'x' \N{TACO}",
    "working": "",
    "undone": True,
    "removed_by": None,
}
CHANGE: dict[str, Any] = {
    "owner": OWNER,
    "message": 1,
    "line": 0,
    "author": 7,
    "name": "Ann",
    "changed_at": NOON,
    "was_kind": "expense",
    "was_amount": 1,
    "was_day": MONDAY,
    "was_category": None,
    "was_note": "",
    "was_undone": False,
    "kind": "expense",
    "amount": 2,
    "day": MONDAY,
    "category": None,
    "note": "",
    "undone": True,
}

LOOKS: dict[str, tuple[ExecutableReturnsRows, dict[str, Any]]] = {
    "numbers": (sql.REVISION, WHOSE),
    "text of many kinds": (sql.BUDGET, WHOSE),
    "sums": (plan.WEEK_SUMS, WEEK),
    "a day or none": (sql.FIRST_DAY, WHOSE),
    "days and a limit of the statement's own": (sql.PAYDAYS, WHOSE | {"today_": MONDAY}),
    "entries with days and truths": (sql.ENTRIES_IN, WEEK | {"most_": 10}),
    "entries by their amounts": (sql.EXPENSES_IN, WEEK | {"most_": 10, "over_": 100}),
    "a union of nulls": (sql.MESSAGE, WHOSE | {"message_": 1}),
    "moments": (sql.CHANGES, WHOSE | {"most_": 10}),
    "no rows": (sql.MOVE_OF, {"chat_": 1}),
    "as many parameters as values": (sql.LESSONS, WHOSE | {"notes_": ["tacos", "milk"]}),
    "weeks in a row": (plan.spent_in(2), WEEK | {"end0_": MONDAY, "end1_": MONDAY + timedelta(days=7)}),
}


@pytest.fixture
async def filled(ledger: Book, fun: int) -> None:
    """A budget with entries of several kinds, one of them undone, and a change."""
    await ledger.record(slip(1, expense(1250, fun, "50 % off"), paycheck(150_000), extra(99)))
    await ledger.set_undone(OWNER, 1, 2, "undo", undone=True)
    await ledger.database.write(lambda db: fetch(db, sql.NEW_CHANGE, WHOSE | CHANGE))


@contextmanager
def watched(engine: Engine) -> Iterator[list[str]]:
    """Collect the statements that SQLAlchemy tells of."""
    seen: list[str] = []

    def note(_db: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        seen.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("what", LOOKS)
def test_the_rows_are_those_of_sqlalchemy(engine: Engine, what: str) -> None:
    statement, values = LOOKS[what]
    with engine.begin() as db:
        expected = db.execute(statement, values).all()
        found = fetch(db, statement, values)
        again = fetch(db, statement, values)

    assert [tuple(row) for row in found] == [tuple(row) for row in again] == [tuple(row) for row in expected]
    assert [type(value) for row in found for value in row] == [type(value) for row in expected for value in row]
    if expected:
        assert found[0]._fields == expected[0]._fields
    assert bool(expected) is (what not in {"no rows", "as many parameters as values"})


@pytest.mark.usefixtures("filled")
def test_what_is_written_is_what_sqlalchemy_writes(engine: Engine) -> None:
    with engine.begin() as db:
        for number in (2, 3, 4):
            assert [tuple(row) for row in fetch(db, sql.NEW_MESSAGE, MESSAGE | {"message": number})] == [(OWNER,)]
        assert fetch(db, sql.NEW_MESSAGE, MESSAGE | {"message": 2}) == [], "it is there"
        category = db.scalar(select(entries.c.category).where(entries.c.message == 1, entries.c.line == 0))
        rows = [ENTRY | {"message": number, "category": category} for number in (2, 3, 4)]
        execute_each(db, sql.PUT_ENTRY, rows[:1])
        execute_each(db, sql.PUT_ENTRY, [])
        execute_each(db, sql.PUT_ENTRY, rows[1:2] * 2)
        db.execute(sql.PUT_ENTRY, rows[2:])
    with engine.begin() as db:
        written = db.execute(select(entries).where(entries.c.message > 1).order_by(entries.c.message)).mappings().all()
        sent = db.scalars(select(messages.c.sent_at).order_by(messages.c.message)).all()
        (changed,) = db.scalars(select(entry_changes.c.changed_at)).all()

    assert [dict(row) | {"message": 0} for row in written] == [dict(written[2]) | {"message": 0}] * 3
    assert written[0]["note"] == ENTRY["note"]
    assert written[0]["day"] == MONDAY
    assert len(set(sent[1:])) == 1
    assert changed.replace(tzinfo=None) == NOON.replace(tzinfo=None)


@pytest.mark.usefixtures("filled")
def test_the_first_rows_are_read_and_the_connection_is_free_again(engine: Engine) -> None:
    where = WEEK | {"most_": 10}
    with engine.begin() as db, watched(engine):
        asked = fetch(db, sql.ENTRIES_IN, where, 1)  # by SQLAlchemy
    with engine.begin() as db:
        assert fetch(db, sql.ENTRIES_IN, where, 1) == asked == fetch(db, sql.ENTRIES_IN, where)[:1]
        fetch(db, sql.NEW_REVISION, WHOSE | {"revision": 5})


@pytest.mark.usefixtures("filled")
def test_how_many_rows_a_change_changed_is_told(engine: Engine) -> None:
    title = {"title": "Home"}
    with engine.begin() as db, watched(engine):
        assert change(db, sql.CHANGE_BUDGET, WHOSE | title) == 1, "by SQLAlchemy"
    with engine.begin() as db:
        assert change(db, sql.CHANGE_BUDGET, WHOSE | title) == 1
        assert change(db, sql.CHANGE_BUDGET, {"owner_": 404} | title) == 0
    with pytest.raises(DBAPIError), engine.begin() as db:
        change(db, sql.CHANGE_BUDGET, WHOSE | {"currency": None})


def test_a_refused_row_of_several_is_told_as_sqlalchemy_tells(engine: Engine) -> None:
    row = ENTRY | {"category": None, "owner": 404}
    with pytest.raises(IntegrityError) as told, engine.begin() as db:
        execute_each(db, sql.PUT_ENTRY, [row | {"message": 1}, row | {"message": 2}])
    assert told.value.params is None, "values are not told"


@pytest.mark.usefixtures("filled")
def test_who_watches_the_engine_is_told(engine: Engine) -> None:
    with watched(engine) as seen, engine.begin() as db:
        row = fetch_first(db, sql.REVISION, WHOSE)
        assert row is not None
        assert row.forget_at is None
    assert [statement for statement in seen if "revision" in statement]


def test_a_refused_row_is_told_as_sqlalchemy_tells(engine: Engine) -> None:
    with pytest.raises(IntegrityError) as told, engine.begin() as db:
        fetch(db, sql.PUT_ENTRY, ENTRY | {"message": 1, "category": None, "owner": 404})
    assert told.value.params is None, "values are not told"


def test_a_file_that_another_program_holds_is_told_too(sqlite_url: str) -> None:
    engine = make_engine(sqlite_url, timeout=0)
    with engine.begin() as holding:
        fetch(holding, sql.NEW_REVISION, WHOSE | {"revision": 5})
        other = make_engine(sqlite_url, timeout=0)
        with pytest.raises(DBAPIError, match="locked"), other.begin():
            pass
        other.dispose()
    engine.dispose()


def test_a_lost_connection_is_not_used_again(postgresql_url: str) -> None:
    engine = make_engine(postgresql_url)
    own = text("SELECT pg_backend_pid()")
    with engine.connect() as db:
        first = db.scalar(own)
        with engine.connect() as other:
            other.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": first})
        with pytest.raises(DBAPIError) as lost:
            fetch(db, sql.REVISION, WHOSE)
    assert lost.value.connection_invalidated
    with engine.begin() as db:
        assert fetch(db, sql.REVISION, WHOSE) == []
        assert db.scalar(own) != first
    engine.dispose()
