"""What a message reads does not grow with what its chat holds: counted in steps of SQLite's virtual machine, not in time."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event, insert, text

from storage.tables import entries, messages
from tests.chat import SUNDAY, Say, chat

FEW, MANY = 200, 8_000
_AT_ONCE = 20
"""Steps of the virtual machine between two calls of its progress handler."""


@contextmanager
def counted_steps() -> Iterator[list[int]]:
    """Count the steps of all connections that are made meanwhile."""
    steps = [0]

    def count() -> None:
        steps[0] += _AT_ONCE

    def watch(connection: Any, _record: object) -> None:
        connection.set_progress_handler(count, _AT_ONCE)

    event.listen(Engine, "connect", watch)
    try:
        yield steps
    finally:
        event.remove(Engine, "connect", watch)


def fill(say: Say, number: int) -> None:
    """Give the chat messages of the year before this week, an expense each: the same category, many notes and amounts."""
    fun = say.runner.run(say.app.bookkeeper.budget(say.owner)).current[0].number
    where = {"owner": say.owner}
    sent = [SUNDAY - timedelta(days=8 + n % 350, minutes=n) for n in range(number)]
    of_message = {"author": say.owner, "edited_at": 0, "update_number": 1, "layout": None}
    of_entry = {"line": 0, "kind": "expense", "category": fun, "working": "", "undone": False, "removed_by": None}
    with say.app.database.engine.begin() as db:
        numbers = range(1_000_000, 1_000_000 + number)
        db.execute(
            insert(messages),
            [where | of_message | {"message": n, "sent_at": at} for n, at in zip(numbers, sent, strict=True)],
        )
        db.execute(
            insert(entries),
            [
                where | of_entry | {"message": n, "day": at.date(), "amount": 100 + n % 5000, "note": f"tacos {n % 97}"}
                for n, at in zip(numbers, sent, strict=True)
            ],
        )
        db.execute(text("ANALYZE"))


def steps_of(folder: Path, number: int, said: str) -> int:
    folder.mkdir()
    with counted_steps() as steps, chat(folder) as say:
        say("1 fun")
        fill(say, number)
        say("2 fun beer")
        before = steps[0]
        assert say(said)
        return steps[0] - before


@pytest.mark.slow  # fills books
@pytest.mark.parametrize(
    "said",
    [
        "12.50 fun tacos",
        "30.11 fun tacos 5",
        "delete the beer",
        "undo",
        "/week",
        "/recent",
        "change it to 5",
        "paid 1500",
    ],
)
def test_a_message_reads_no_more_where_its_chat_holds_more(tmp_path: Path, said: str) -> None:
    few, many = (steps_of(tmp_path / f"{number}", number, said) for number in (FEW, MANY))
    assert many < 2 * few + 4000, f"{few} steps became {many}"
