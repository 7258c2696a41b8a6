"""Arabic in pictures: drawn whole beside amounts, and from the right."""

import pytest

from web.chart import png
from web.shaping import drawable

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40"><text x="5" y="30">{}</text></svg>'


@pytest.mark.parametrize(
    ("text", "shaped"),
    [
        ("كل الأيام", "\u2067كل ا\ufef7يام\u2069"),
        ("سلامتك", "\u2067س\u200d\ufefcمتك\u2069"),
        ("إجمالًا", "\u2067إجما\ufefb\u2069"),  # vowels are left out
        ("\u2068EGP 5\u2069 من", "\u2067\u2068EGP 5\u2069 من\u2069"),
        ("\u200f\u2068EGP 5\u2069 من", "\u2067\u200f\u2068EGP 5\u2069 من\u2069"),
        ("Week of لا", "Week of \ufefb"),  # written from the left
        ("Week", "Week"),
    ],
)
def test_a_text_is_as_the_picture_needs_it(text: str, shaped: str) -> None:
    assert drawable(SVG.format(text)) == SVG.format(shaped)


def test_a_ligature_hides_no_letters_beside_an_amount() -> None:
    amount, whole = (png(SVG.format(text), exact=True) for text in ("EGP 5", "كل الأيام EGP 5"))

    assert len(whole) > 1.5 * len(amount)
