"""A look waits for no writer: with the writer's lock held elsewhere it asks for nothing that is locked."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event

from bot import buttons
from bot.commands import COMMANDS
from tests.chat import Say
from tests.web.visitors import BROWSER, share, visitor


@contextmanager
def written_elsewhere(book: Path) -> Iterator[None]:
    """Hold the writer's lock on a book, as another program does in the middle of a transaction."""
    with closing(sqlite3.connect(book, isolation_level=None, timeout=0)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE budgets SET revision = revision + 1")
        yield
        other.execute("ROLLBACK")


@contextmanager
def statements_of(say: Say) -> Iterator[list[str]]:
    """Collect the statements that the program sends to its database."""
    sent: list[str] = []

    def note(_db: object, _cursor: object, statement: str, *_: object) -> None:
        sent.append(statement)

    event.listen(say.app.database.engine, "before_cursor_execute", note)
    yield sent
    event.remove(say.app.database.engine, "before_cursor_execute", note)


@pytest.mark.parametrize(
    "look", [".json", ".png", ".txt", "", "?period=pay", "?month=2026-11", "?category=fun", "/week"]
)
def test_a_look_takes_no_lock_and_sends_the_same_statements(say: Say, tmp_path: Path, look: str) -> None:
    say("paid 1500\n12.50 fun tacos")
    path, somebody = share(say), visitor(say)

    def looked() -> str:
        if look == "/week":
            return say(look)
        answer = somebody.get(f"{path}{look}", headers={"Accept": BROWSER})
        assert answer.status_code == 200
        return answer.text

    free = looked()
    with statements_of(say) as alone:
        looked()
    with written_elsewhere(tmp_path / "budget.db"), statements_of(say) as beside:
        assert looked() == free

    assert beside == alone
    assert beside[0] == "BEGIN"
    assert {statement.split()[0] for statement in beside} <= {"BEGIN", "SELECT"}


ASKED = (
    "how much is left?",
    "what did I spend on tacos?",
    "what did i spend on fun last week",
    "is rent paid?",
    "can i afford 50?",
    "fun",
    "nice weather",
)
"""Texts that ask for a look, or for nothing."""
SHOWS = ("/help bills", "/week last", "/recent fun")
"""Commands that show something, and are no looks in the table."""


@pytest.mark.parametrize(
    "text", [*(f"/{name}" for name, one in COMMANDS.items() if one.only_looks("")), *SHOWS, *ASKED]
)
def test_what_only_looks_in_the_chat_takes_no_lock(say: Say, tmp_path: Path, text: str) -> None:
    say("paid 1500\n12.50 fun tacos")
    say("/bill rent 900 on the 1st")

    free = say(text)
    with written_elsewhere(tmp_path / "budget.db"), statements_of(say) as beside:
        assert say(text) == free

    assert {statement.split()[0] for statement in beside} <= {"BEGIN", "SELECT"}


@pytest.mark.parametrize("title", ["Home", f"Home {'x' * 40}", "Home\u202e", "\u200b"])
def test_a_group_waits_for_no_writer_whatever_its_title(say: Say, tmp_path: Path, title: str) -> None:
    """A title is kept without what is not seen, and cut: such a group was noted anew by each message."""
    say.group, say.title, say.app.bot.name = True, title, "budgetbot"
    say("12.50 fun tacos")

    free = say("@budgetbot fun")
    assert free.startswith("$137.50 left · Fun")
    with written_elsewhere(tmp_path / "budget.db"), statements_of(say) as beside:
        assert say("@budgetbot fun") == free

    assert {statement.split()[0] for statement in beside} <= {"BEGIN", "SELECT"}


def test_a_tap_that_only_shows_takes_no_lock(say: Say, tmp_path: Path) -> None:
    say("12.50 fun tacos")
    message, line = 1, 0

    taps = (buttons.ChangeLine(message, line), buttons.PickCategory(message, line), buttons.ShowLine(message, line))
    for button in taps:
        free = say.tap_data(buttons.encode(button), "first")
        with written_elsewhere(tmp_path / "budget.db"), statements_of(say) as beside:
            assert say.tap_data(buttons.encode(button), "second") == free
        assert {statement.split()[0] for statement in beside} <= {"BEGIN", "SELECT"}, button


def test_an_opening_is_counted_beside_the_look_and_written_later(say: Say, tmp_path: Path) -> None:
    say("12.50 fun tacos")
    path, somebody = share(say), visitor(say)

    with written_elsewhere(tmp_path / "budget.db"):
        for _ in range(3):
            assert somebody.get(path, headers={"Accept": BROWSER}).status_code == 200
        assert "opened on 1 day" in say("/links")
    say.runner.run(say.app.sharing.write_openings())

    with closing(sqlite3.connect(tmp_path / "budget.db")) as book:
        assert book.execute("SELECT opened FROM share_links").fetchall() == [(3,)]
