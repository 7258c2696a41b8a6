"""A picture before a category's name: on buttons, in lines and on the page."""

import pytest

from budget.categories import is_icon, with_icon


@pytest.mark.parametrize(
    ("text", "icon"),
    [
        ("🎉", True),
        ("✈️", True),
        ("👨‍👩‍👧‍👦", True),
        ("🇩🇪", True),
        ("☕🏽", True),
        ("", False),
        ("🎉x", False),
        ("x", False),
        ("+", False),
        ("👨🏽‍👩🏽‍👧🏽‍👦🏽", True),  # eleven characters
        ("🎉" * 12, False),
        ("1️⃣", False),
    ],
)
def test_an_icon_is_one_picture(text: str, icon: bool) -> None:
    assert is_icon(text) is icon


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("Fun", "🎉 Fun"),
        ("🍕 Fun", "🎉 Fun"),
        ("Fun 🍕", "🎉 Fun 🍕"),
        ("🍕x Fun", "🎉 🍕x Fun"),
        ("2nd car", "🎉 2nd car"),
    ],
)
def test_an_icon_goes_in_place_of_another(name: str, named: str) -> None:
    assert with_icon(name, "🎉") == named
