"""An edit of what was asked about, by webhook and by polling: one answer, without a button that records the words of before."""

from pathlib import Path

import pytest

from tests.telegram.running import ANN, held_in
from tests.telegram.simulated import SimulatedTelegram

pytest_plugins = ["tests.telegram.fixtures"]

pytestmark = pytest.mark.usefixtures("bot")


@pytest.mark.parametrize(
    ("before", "edits", "holds"),
    [
        ("3 beers 18", ["hello"], {}),
        ("coffee 8", ["see you at 9", "hello"], {0: 800}),
        ("lunch 12", ["lunch 12 50", "lunch twelve"], {0: 1200}),
    ],
)
async def test_a_question_goes_with_its_words(
    telegram: SimulatedTelegram, tmp_path: Path, before: str, edits: list[str], holds: dict[int, int]
) -> None:
    number = telegram.say(ANN, before)
    await telegram.settled()
    asked = {}
    for text in edits:
        (answer,) = telegram.said(ANN)
        asked = {label: data for label, data in answer.buttons.items() if label not in {"Undo", "Change…"}}
        telegram.edit(ANN, number, text)
        await telegram.settled()
    (answer,) = telegram.said(ANN)
    assert asked
    assert set(answer.buttons) <= {"Undo", "Change…"}
    for data in asked.values():
        telegram.tap_data(ANN, answer.number, data)
    await telegram.settled()
    assert held_in(tmp_path) == {(ANN, number, line): amount for line, amount in holds.items()}


async def test_an_edit_asks_under_the_entry_that_counts(telegram: SimulatedTelegram, tmp_path: Path) -> None:
    number = telegram.say(ANN, "lunch 12")
    await telegram.settled()
    telegram.edit(ANN, number, "lunch 12 50")
    await telegram.settled()
    (answer,) = telegram.said(ANN)
    assert "Until then this counts: ✓ $12.00 lunch" in answer.text
    assert held_in(tmp_path) == {(ANN, number, 0): 1200}

    telegram.tap(ANN, answer.number, "$12.50")
    await telegram.settled()
    (answer,) = telegram.said(ANN)
    assert answer.text.startswith("✓ $12.50 lunch")
    assert held_in(tmp_path) == {(ANN, number, 0): 1250}
