"""Labels of days and weeks, and people's words made safe for a page and for an SVG."""

from datetime import date

import pytest

from budget.periods import Week
from web.labels import chart_label, printable, short_day_label, short_week_label, week_label

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("start", "label", "short"),
    [
        (date(2026, 11, 16), "16 – 22 November", "16 – 22 Nov"),
        (date(2026, 9, 28), "28 September – 4 October", "28 Sep – 4 Oct"),
        (date(2025, 12, 29), "29 December – 4 January", "29 Dec – 4 Jan"),
        (date(2025, 11, 17), "17 – 23 November 2025", "17 – 23 Nov"),
    ],
)
def test_a_week_names_its_month_once_and_another_year(start: date, label: str, short: str) -> None:
    assert week_label(Week(start), TODAY) == label
    assert short_week_label(Week(start)) == short


def test_a_day_of_another_year_has_its_year() -> None:
    assert short_day_label(date(2026, 1, 5), TODAY) == "Mon 5 Jan"
    assert short_day_label(date(2025, 1, 6), TODAY) == "Mon 6 Jan 2025"


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
def test_a_chart_label_is_plain_and_fits_beside_a_percentage(text: str, label: str) -> None:
    assert chart_label(text) == label
