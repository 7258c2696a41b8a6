"""People's words made safe for a page and for an SVG."""

import pytest

from web.labels import chart_label, printable


@pytest.mark.parametrize(
    ("text", "shown"), [("a\x00b\x9f", "a\ufffdb\ufffd"), ("\ud83d", "\ufffd"), ("tab\t", "tab\ufffd")]
)
def test_control_characters_and_lone_surrogates_are_made_visible(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("C\u202egnp", "Cgnp"),  # names recorded before such characters were refused
        ("👩\u200d👧", "👩\u200d👧"),
        ("a\ufffe\uffff\x07", "a\ufffd"),
        ("x" * 30, "x" * 30),
        ("x" * 31, "x" * 30 + "…"),
        ("m" * 16, "m" * 16),
        ("m" * 17, "m" * 16 + "…"),
        ("E" * 25, "E" * 25),
        ("E" * 26, "E" * 25 + "…"),
        ("好" * 15, "好" * 15),
        ("好" * 16, "好" * 15 + "…"),
    ],
)
def test_a_chart_label_is_plain_and_fits_beside_what_is_left(text: str, label: str) -> None:
    assert chart_label(text) == label
