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
    assert many.buttons == ["Gifts", "Travel", "Music", "Fun", "Predictable", "More…", "Undo", "Change…"]

    many.tap("More…")
    assert many.buttons[:3] == ["Fun", "Predictable", "Unpredictable"]
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
        "Predictable",
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

    assert say.buttons == ["Fun", "Predictable", "Unpredictable", "Undo", "Change…"]


def test_the_usual_categories_are_one_row_of_buttons(say: Say) -> None:
    """A receipt with them takes three rows of 42 px less one."""
    say("gizmo 14")
    assert say.reply is not None
    assert [len(row) for row in say.reply.buttons] == [3, 2]

    say("see you at 7")
    assert [[button.label for button in row] for row in say.reply.buttons] == [
        ["Fun", "Predictable", "Unpredictable"],
        ["Other", "It came in", "No, nothing"],
    ]


def test_what_a_line_offers_beside_no_category_shares_a_row(say: Say) -> None:
    say("rent 900 on the 1st")

    assert say.reply is not None
    assert [[button.label for button in row] for row in say.reply.buttons] == [
        ["Make it a bill…", "Spread over weeks…"],
        ["Undo", "Change…"],
    ]
