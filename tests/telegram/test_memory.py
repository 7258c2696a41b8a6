"""What a process remembers between updates, and for how long."""

from datetime import UTC, datetime, timedelta

from bot.events import Tapped
from bot.telegram.memory import Memory

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_two_taps_within_three_seconds_are_meant_as_one() -> None:
    memory, nearly, three = Memory(), timedelta(microseconds=2_999_999), timedelta(seconds=3)
    first, second, third = (Tapped(1, 7, "w:0", tap) for tap in "abc")

    assert not memory.is_double(first, NOON)
    assert not memory.is_double(first, NOON + nearly), "a repeat"
    assert memory.is_double(second, NOON + nearly + nearly)
    assert not memory.is_double(third, NOON + nearly + three)


def test_a_thousand_groups_are_remembered() -> None:
    memory = Memory()

    assert all(memory.is_first_faceless(-chat, 1) for chat in range(1000))
    assert not memory.is_first_faceless(0, 2)
    assert memory.is_first_faceless(-1000, 3)
    assert memory.is_first_faceless(0, 4), "the oldest is forgotten first"


def test_a_button_that_is_tapped_again_is_not_forgotten_before_older_ones() -> None:
    memory = Memory()
    often = Tapped(1, 7, "w:0", "a")
    memory.is_double(often, NOON)
    for number in range(999):
        memory.is_double(Tapped(1, 8 + number, "w:0", f"{number}"), NOON)
    again = NOON + timedelta(seconds=10)

    assert not memory.is_double(Tapped(1, 7, "w:0", "b"), again)
    memory.is_double(Tapped(1, 5000, "w:0", "c"), again)
    assert memory.is_double(Tapped(1, 7, "w:0", "d"), again)
