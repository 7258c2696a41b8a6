"""Texts in pictures: drawn whole beside amounts, from the right, in every script, and never as a gap."""

import pytest

from web.chart import png
from web.shaping import UNDRAWN, can_be_drawn, drawable
from web.typefaces import LATIN, OTHERS, font_of, letters_of

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
        ("שָׁלוֹם 5", "\u2067שלום 5\u2069"),  # points are left out
        ("Week of किराया 12", "Week of \u2066किराया\u2069 12"),  # each script is shaped by itself
        ("🏠 किराया", "\u2066किराया\u2069"),
        ("★ किराया", "\u2066किराया\u2069"),
        ("किराया ཁ", "□ □"),
        ("किराया 房租", "□ 房租"),  # no font has both
        ("👨‍👩‍👧 ❤️ 👍🏽 1️⃣", "👨 ❤ 👍 1"),
        ("🇩🇪 Reise", "DE Reise"),
        ("cafe\u0301", "caf\u00e9"),
        ("ཁ་ཟས 5", "□□□□ 5"),
        ("a\u00a0b", "a\u00a0b"),
    ],
)
def test_a_text_is_as_the_picture_needs_it(text: str, shaped: str) -> None:
    assert drawable(SVG.format(text)) == SVG.format(shaped)


def test_a_ligature_hides_no_letters_beside_an_amount() -> None:
    amount, whole = (png(SVG.format(text), exact=True) for text in ("EGP 5", "كل الأيام EGP 5"))

    assert len(whole) > 1.5 * len(amount)


@pytest.mark.parametrize(
    "name",
    [
        *("집세 뷁", "杂货 购物", "雜貨 購物", "食料品", "שכר דירה", "ค่าเช่า น้ำ", "किराया क्षति", "🍣 스시", "★ ☂ ✈ → ₿"),
        *(
            "Սնունդ",
            "საჭმელი",
            "ক্ষতি",
            "ਭੋਜਨ",
            "ભોજન",
            "விளையாட்டு",
            "తిండి",
            "ತಿಂಡಿ",
            "ഭക്ഷണം",
            "අහර",
            "မြန်မာ",
            "ຄ່າເຊົ່າ",
            "ម្ហូប",
            "አበባ",
        ),
    ],
)
@pytest.mark.parametrize("text", ["{}", "Week of {} 12", "Неделя {}"])
def test_a_name_in_any_common_script_is_drawn_alone_and_in_a_sentence(name: str, text: str) -> None:
    gap = "".join(letter if letter.isspace() else "\u2003" for letter in name)
    drawn, blank, marked = (
        png(SVG.format(text.format(shown)), exact=True) for shown in (name, gap, UNDRAWN * len(name))
    )

    assert can_be_drawn(name)
    assert drawn not in {blank, marked}
    assert len(drawn) > len(blank) + 100


def test_a_letter_without_a_font_is_a_square_and_no_gap() -> None:
    square, gap = (png(SVG.format(letter), exact=True) for letter in ("ཁ", "\u2003"))

    assert not can_be_drawn("ཁ་ཟས")
    assert square == png(SVG.format(UNDRAWN), exact=True)
    assert len(square) > len(gap) + 30


@pytest.mark.parametrize("font", [*LATIN, *OTHERS])
def test_each_font_has_the_letters_that_it_is_asked_for(font: str) -> None:
    assert 0x20 in letters_of(font), "resvg leaves letters out where a font without a space stands in"
    assert len(letters_of(font)) > 900


def test_a_letter_is_drawn_with_the_first_font_that_has_it() -> None:
    found = {letter: (font_of(letter) or "").rpartition("/")[2] for letter in "a食货집ค🍣★ཁ"}

    assert list(found.values()) == [
        *("Inter-Regular.ttf", "NotoSansJP-Regular.otf", "NotoSansSC-Regular.otf", "NotoSansKR-Regular.otf"),
        *("NotoSansScripts-Regular.ttf", "NotoEmoji-Regular.ttf", "NotoSansSymbols-Regular.ttf", ""),
    ]
