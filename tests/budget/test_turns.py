"""Turns at work that takes much memory or time."""

import pytest

from app.watchdog import LIMIT
from bot.telegram.files import LONGEST_DOWNLOAD, LONGEST_WAIT
from budget.errors import Busy, LedgerUnavailable
from budget.turns import LONGEST_TURN, Turns
from tests.loops import SetLoop, crowded, on


def test_who_waits_too_long_for_a_turn_is_asked_to_come_again() -> None:
    found: list[object] = []

    async def test(loop: SetLoop) -> None:
        found.extend(await crowded(loop, Turns(2).turn, 10, LONGEST_TURN))

    on(test)
    assert found == [[Busy] * 8, 2]


async def test_work_that_fails_gives_its_turn_back() -> None:
    turns = Turns(1, longest=0)
    for _ in range(3):
        with pytest.raises(ValueError, match="work"):
            async with turns.turn():
                raise ValueError("work")
    async with turns.turn():
        with pytest.raises(LedgerUnavailable):  # a repeat can cure it
            async with turns.turn():
                raise AssertionError


def test_an_update_ends_before_it_counts_as_hanging() -> None:
    """A file waits for its place and its fetch, and for two turns where a tap answers a question; then it is read."""
    assert LONGEST_DOWNLOAD + LONGEST_WAIT + 2 * LONGEST_TURN <= LIMIT - 30
