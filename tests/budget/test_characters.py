"""Characters that steer, hide or reorder text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budget.characters import MOST_MARKS, REPLACEMENT, bounded_name, is_clean, is_unseen, isolated, visible

BAD = "\x00\x07\x1b\x7f\x85\x9b\u00ad\u061c\u200b\u200e\u200f\u2028\u2029\u202a\u202e\u2060\u2066\u2069\ufeff\ufff9\ue000\u3164"


@pytest.mark.parametrize("character", BAD)
def test_an_unseen_character_is_shown_as_one(character: str) -> None:
    assert not is_clean(f"a{character}b")
    assert visible(f"a{character}b") == f"a{REPLACEMENT}b"


@pytest.mark.parametrize("text", ["", "Fun", "Pets & Plants", "旅行", "e\u0301", "❤\ufe0f", "🎈", "a\u00a0b", "१२"])
def test_what_is_seen_stays(text: str) -> None:
    assert is_clean(text)
    assert visible(text) == text


@pytest.mark.parametrize(
    "text", ["❤\ufe0f", "1\ufe0f\u20e3", "\u2139\ufe0f Tips", "‼\ufe0f", "🕵\ufe0f\u200d♂\ufe0f", "☎\ufe0e"]
)
def test_a_picture_has_its_variants(text: str) -> None:
    assert is_clean(text)


@pytest.mark.parametrize("text", ["Pe\ufe00ts", "Fun\ufe0f", "1\ufe0f", "\ufe0fFun", "e\u0301\ufe0e"])
def test_a_variant_of_a_letter_hides_in_it(text: str) -> None:
    """Two categories that look the same could be had by it."""
    assert not is_clean(text)


def test_joiners_stay_where_they_are_wanted() -> None:
    family = "👨\u200d👩\u200d👧"

    assert visible(f"{family}\u202e", joiners=True) == family + REPLACEMENT
    assert visible(family) == family, "an emoji hides nothing"
    assert visible("a\u200db").count(REPLACEMENT) == 1


def test_a_tower_of_marks_is_cut() -> None:
    assert visible("a" + "\u0301" * 99 + "b") == "a" + "\u0301" * MOST_MARKS + "b"


def test_a_letter_bears_four_marks_at_most() -> None:
    assert MOST_MARKS == 4
    assert is_clean("a" + "\u0301" * 4 + "b" + "\u0301" * 4)
    assert not is_clean("a" + "\u0301" * 5 + "b")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann", "Ann"),
        ("  Ann \n Lee\x1b ", "Ann Lee"),
        ("\u202eAnn", "Ann"),
        ("x" * 50, "x" * 10),
        ("\u200b", ""),
        ("abcdefghi jk", "abcdefghi"),
    ],
)
def test_a_persons_name_is_one_short_line(text: str, name: str) -> None:
    assert bounded_name(text, 10) == name


@given(st.text(st.characters()), st.booleans())
def test_whatever_is_shown_is_clean(text: str, joiners: bool) -> None:
    shown = visible(text, joiners=joiners)

    assert is_clean(shown.replace("\u200c", "").replace("\u200d", "") if joiners else shown) or joiners
    assert not any(is_unseen(each) for each in shown if each not in "\u200c\u200d")
    assert visible(shown, joiners=joiners) == shown
    assert len(bounded_name(text, 10)) <= 10
    assert all(unicodedata.category(each) != "Cc" for each in bounded_name(text, 10))


@pytest.mark.parametrize("text", ["", "tacos", "Éclairs & Co", "旅行", "🎉 Fun", "user\u200d"])
def test_what_turns_no_line_stays(text: str) -> None:
    assert isolated(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("שלום", "\u2068שלום\u2069"),
        ("قهوة 12", "\u2068قهوة 12\u2069"),
        ("\u202eabc", "\u2068abc\u2069"),
        ("a\u2069 b\u2067c", "\u2068a bc\u2069"),
    ],
)
def test_what_could_turn_a_line_stands_apart(text: str, shown: str) -> None:
    assert isolated(text) == shown
