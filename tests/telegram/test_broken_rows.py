"""A budget that can't be read: one chat's trouble, and nobody else's."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.telegram.running import ANN, BOB, held_in
from tests.telegram.simulated import SimulatedTelegram

pytest_plugins = ["tests.telegram.fixtures"]


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("what", ["text", "tap", "file", "picture"])
async def test_a_budget_that_can_not_be_read_stops_no_other(
    telegram: SimulatedTelegram, tmp_path: Path, what: str
) -> None:
    """What went wrong could not be said either: by polling that ended the process, again at each start."""
    telegram.say(ANN, "5 fun")
    await telegram.settled()
    with closing(sqlite3.connect(tmp_path / "budget.db")) as db, db:
        db.execute("UPDATE budgets SET locale = 'xx_XX', revision = revision + 1")
    match what:
        case "text":
            telegram.say(ANN, "6 fun")
        case "tap":
            telegram.tap(ANN, 2, "Undo")
        case "file":
            telegram.send_file(ANN, b"date,amount\n2026-11-22,5\n")
        case _:
            telegram.send_media(ANN, {"sticker": {"file_id": "1"}})
    number = telegram.say(BOB, "7 fun")
    await telegram.until(lambda: telegram.answers_to(BOB, number), 10)
    await telegram.settled(20)

    assert held_in(tmp_path) == {(ANN, 1, 0): 500, (BOB, number, 0): 700}
    assert telegram.answers.count(500) == 0
    assert "went wrong" in telegram.said(ANN)[-1].text or all(telegram.taps.values())
