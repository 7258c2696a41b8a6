"""Which categories are offered for an entry that names none; product page chat, section 1."""

import pytest

from tests.chat import Say, is_recorded


@pytest.fixture
def many(say: Say) -> Say:
    """A budget of ten categories, some of them used lately."""
    for name in ("Pets", "Gym", "Books", "Music", "Travel", "Gifts"):
        say(f"/categories add {name} 40")
    for text in ("5 gifts", "5 gifts", "5 travel", "5 gifts", "5 travel", "5 music"):
        say(text)
    return say


def test_of_many_categories_the_likeliest_are_offered_and_a_way_to_all(many: Say) -> None:
    many("gizmo 14")
    assert many.buttons == ["Gifts", "Travel", "Music", "Fun", "Predictable…", "More…", "Undo", "Change…"]

    many.tap("More…")
    assert many.buttons[:3] == ["Fun", "Predictable…", "Unpredictable…"]
    assert many.buttons[-1] == "‹ Back"
    assert len(many.buttons) == 10
    assert is_recorded(many.tap("Pets"), "$14.00 gizmo · Pets")


def test_they_stay_the_likeliest_after_a_tap(many: Say) -> None:
    many("gizmo 14")
    many.tap("Undo")
    many.tap("Restore")

    assert many.buttons[:3] == ["Gifts", "Travel", "Music"]


def test_a_question_offers_the_likeliest_too(many: Say) -> None:
    many("see you at Gizmo 7")
    assert many.buttons == [
        "Gifts",
        "Travel",
        "Music",
        "Fun",
        "Predictable…",
        "It came in",
        "More…",
        "No, nothing",
    ]

    many.tap("More…")
    assert len(many.buttons) == 13
    assert is_recorded(many.tap("Books"), "$7.00 see you at Gizmo · Books")


def test_few_categories_keep_their_order(say: Say) -> None:
    say("5 other")
    say("gizmo 14")

    assert say.buttons == ["Fun", "Predictable…", "Unpredictable…", "Undo", "Change…"]
