"""With the writer's lock held elsewhere a chat may look as often as it likes: no look waits for the one before."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.build import App
from tests.telegram.running import ANN, tables_in
from tests.telegram.simulated import SimulatedTelegram

pytest_plugins = ["tests.telegram.fixtures"]

LOOKS = ("/week", "/recent", "/chart", "/help", "fun", "/members", "what did I spend on fun?", "/week last")


async def test_one_look_after_another_is_answered_while_another_program_writes(
    telegram: SimulatedTelegram, bot: App, tmp_path: Path
) -> None:
    """The number of a look's answer was stored before the next update of the chat: that waited for the lock."""
    telegram.say(ANN, "12.50 fun tacos")
    await telegram.settled()

    with closing(sqlite3.connect(tmp_path / "budget.db", isolation_level=None, timeout=0)) as other:
        other.execute("BEGIN IMMEDIATE")
        before = len(telegram.said(ANN))
        for text in LOOKS:
            telegram.say(ANN, text)
        await telegram.until(lambda: len(telegram.said(ANN)) == before + len(LOOKS), 60)
        other.execute("ROLLBACK")
    await telegram.settled()
    assert bot.metrics.oldest_open() == 0


@pytest.mark.usefixtures("polling")
async def test_the_answer_to_a_look_is_edited_as_before_and_an_edit_to_an_entry_keeps_it(
    telegram: SimulatedTelegram, tmp_path: Path
) -> None:
    number = telegram.say(ANN, "/week")
    await telegram.settled()
    assert tables_in(tmp_path)["answers"] == []

    telegram.edit(ANN, number, "12.50 fun tacos")
    await telegram.settled()
    (shown,) = telegram.answers_to(ANN, number)
    assert shown.text.startswith("✓ $12.50 tacos")
    assert len(tables_in(tmp_path)["answers"]) == 1
