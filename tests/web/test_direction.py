"""A page and a picture in a language that is written from the right: what has a direction is mirrored, and names are not."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from budget.currencies import currency_named
from budget.locales import locale_named
from budget.money import Money
from budget.pace import pace_on
from budget.shared import SharedView
from languages import ENGLISH
from tests.chat import Say, chat
from tests.web.visitors import share
from tests.words.pseudo import FROM_THE_RIGHT
from web.chart import week_svg
from web.line import Spending, line
from web.page import page_html
from words.voice import Voice, voice_of

THURSDAY = datetime(2026, 11, 26, 20, 10, tzinfo=UTC)
FROM_THE_LEFT = voice_of(ENGLISH)
USD = Money(currency_named("USD"), locale_named("en_US"))


@pytest.fixture
def view(tmp_path: Path) -> Iterator[SharedView]:
    with chat(tmp_path, THURSDAY) as say:
        say("30 groceries 2026-11-23\n22 fun 2026-11-24\n45 fun dinner")
        yield view_of(say)


def view_of(say: Say) -> SharedView:
    token = share(say).removeprefix("/s/")
    found = say.runner.run(say.app.sharing.look(token, say.now, count=False, page=True))
    assert isinstance(found, SharedView)
    return found


def points(page: str, shape: str) -> list[tuple[float, float]]:
    """Return the points of a path of the line, as they are drawn."""
    found = re.search(rf'<path class="{shape}" d="M([^"]+?)Z?"', page)
    assert found is not None
    pairs = [pair.split() for pair in found[1].partition("V")[0].split("L")]
    return [(float(x), float(y)) for x, y in pairs]


def test_the_line_of_a_page_begins_where_reading_begins(view: SharedView) -> None:
    left, right = (page_html(each, view, "x" * 43).content.decode() for each in (FROM_THE_LEFT, FROM_THE_RIGHT))

    assert (' dir="ltr">' in left, ' dir="rtl">' in right) == (True, True)
    for shape in ("even", "spent", "area"):
        mirrored = [(round(100 - x, 1), y) for x, y in points(left, shape)]
        assert points(right, shape) == mirrored
        assert mirrored[0][0] == 100
    assert re.findall(r'class="axis[^"]*" x="([^"]+)"', left) == ["0%", "100%", "57.1%"]
    assert re.findall(r'class="axis[^"]*" x="([^"]+)"', right) == ["100%", "0%", "42.9%"]
    (dot,), (label,) = (
        re.findall(r'cx="([^"]+)"', right),
        re.findall(r'class="pace" x="([^"]+)" y="[^"]+" dx="([^"]+)"', right),
    )
    assert (dot, label) == ("42.9%", ("42.9%", "-12"))


@pytest.mark.parametrize(
    ("voice", "each", "label"),
    [
        (FROM_THE_LEFT, [0, 0, 30_000], ('"pace end"', "42.9%", "-12")),
        (FROM_THE_LEFT, [0, 0, 1_000], ('"pace"', "42.9%", "12")),
        (FROM_THE_LEFT, [30_000], ('"pace"', "14.3%", "12")),
        (FROM_THE_RIGHT, [0, 0, 30_000], ('"pace end"', "57.1%", "12")),
    ],
)
def test_over_the_pace_the_label_stands_before_the_end_where_it_has_room(
    voice: Voice, each: list[int], label: tuple[str, str, str]
) -> None:
    """Behind it the line of the even pace would rise through the label."""
    start, spent = date(2026, 11, 23), sum(each)
    today = start + timedelta(days=len(each) - 1)
    pace = pace_on(today, start, start + timedelta(days=7), 40_000, 40_000 - spent)

    drawn = line(voice, Spending(start, [*each, *[0] * (7 - len(each))], 40_000), today, USD, pace)

    assert re.findall(r'class=("pace(?: end)?") x="([^"]+)" y="[^"]+" dx="([^"]+)"', drawn) == [label]


@pytest.mark.parametrize(
    ("voice", "spent", "is_beside"),
    [
        (FROM_THE_LEFT, 5_000, False),  # before the end it would cross the pace, behind it has no room
        (FROM_THE_LEFT, 1_000, True),  # there the pace is left of it
        (FROM_THE_RIGHT, 5_000, False),
    ],
)
def test_a_label_that_would_cross_the_pace_stands_below(voice: Voice, spent: int, is_beside: bool) -> None:
    start, today = date(2026, 11, 23), date(2026, 11, 28)
    each = [0, 0, 0, 0, 0, spent, 0]
    pace = pace_on(today, start, start + timedelta(days=7), 7_000, 7_000 - spent)

    drawn = line(voice, Spending(start, each, 7_000), today, USD, pace)

    assert ('class="pace end"' in drawn) == is_beside
    assert f'<p class="pace-below{" beside" if is_beside else ""}">' in drawn


def test_an_amount_that_stands_alone_keeps_its_direction(view: SharedView) -> None:
    left, right = (page_html(each, view, "x" * 43).content.decode() for each in (FROM_THE_LEFT, FROM_THE_RIGHT))

    assert '<span class="sum">$22.00</span>' in left
    assert '<span class="sum"><span dir="auto">$22.00</span></span>' in right
    assert '<span><span dir="auto">$50</span></span>' in right, "what is untouched: `500 EGP · other` runs on"
    assert 'dir="auto"' not in left


def test_the_bars_of_a_page_are_mirrored_by_the_style_sheet(view: SharedView) -> None:
    page = page_html(FROM_THE_RIGHT, view, "x" * 43).content.decode()

    assert "[dir=rtl] :is(.b,.w){transform:scaleX(-1)}" in page
    assert page.count('<svg class="b"') == 2
    assert "left:-99rem" not in page, "what is hidden on the left makes a page from the right wider"


def test_the_bars_of_a_picture_begin_on_the_right(view: SharedView) -> None:
    left, right = (week_svg(each, view.summary) for each in (FROM_THE_LEFT, FROM_THE_RIGHT))
    filled = r'<rect class="bar" x="([^"]+)" y="[^"]+" width="([^"]+)%"'

    from_left, from_right = re.findall(filled, left), re.findall(filled, right)

    assert [x for x, _ in from_left] == ["0%", "0%"]
    assert [(x, width) for x, width in from_right] == [(f"{100 - float(width):g}%", width) for _, width in from_left]
    assert re.findall(r'class="name[^"]*" x="([^"]+)"', right) == ["100%"] * 4
    assert re.findall(r'class="pace" x1="(\d+\.\d+%)"', left)[0] == "57.1%"
    assert re.findall(r'class="pace" x1="(\d+\.\d+%)"', right)[0] == "42.9%"
