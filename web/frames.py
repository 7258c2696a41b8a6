"""A week's chart in a size of one's own, for screens that stand somewhere: `?size=800x480`, and `&ink=1` in black and white.

A screen of electronic ink has no greys: nothing is smoothed, and there are no stripes, which a renderer smooths.
"""

import re
from functools import partial
from typing import NamedTuple

from starlette.datastructures import QueryParams

from budget.history import History
from web.bars import Bar, Pace, category_bars, pace, total_bar, week_bars
from web.chart import ROW, STRIPED, WIDEST, Pictured, Side, drawn_bar, drawn_marks, heading_of, side_of
from web.errors import Problem
from web.labels import chart_label
from web.markup import text
from words import errors
from words import page as say
from words.looks import without_limit
from words.markup import BETWEEN
from words.voice import Voice

LEAST, MOST = 100, 1600
"""Pixels of a side."""
_USUAL = "800x480"
_SIZE = re.compile(r"([0-9]{3,4})x([0-9]{3,4})")
_WIDE = 640, 384  # the units that a wide picture has at least; what is larger is drawn larger
_HIGH = 384, 560
_EDGE, _HEAD, _FOOT, _COLUMN = 24, 56, 44, 208
_HERO = 136  # units of a high picture's head
_LARGEST = 40  # units of a letter's height


class Frame(NamedTuple):
    """The size of a picture in pixels, and whether it is for electronic ink."""

    width: int
    height: int
    ink: bool


def wanted_frame(query: QueryParams) -> Frame | None:
    """Return what `?size=` and `&ink=` ask for; None where chats' own picture is. Raises `Problem` for what can't be read."""
    sizes, inks = query.getlist("size"), query.getlist("ink")
    if not sizes and inks in ([], ["0"]):
        return None
    sizes = sizes or [_USUAL]
    size = _SIZE.fullmatch(sizes[0]) if len(sizes) == 1 else None
    if size is None or len(inks) > 1 or not {*inks} <= {"0", "1"}:
        raise _no_such_size()
    width, height = int(size[1]), int(size[2])
    if not LEAST <= min(width, height) <= max(width, height) <= MOST:
        raise _no_such_size()
    return Frame(width, height, inks == ["1"])


def _no_such_size() -> Problem:
    return Problem(400, errors.no_such_size, partial(errors.how_to_write_a_size, least=LEAST, most=MOST))


_COLOURS = (
    "text{fill:#1f1e1b}.quiet{fill:#5d5b54}.warn{fill:#9c3312;font-weight:600}.track{fill:#e6e2d8}.bar{fill:#1f6f5c}.bar.over{fill:#b4421c}"
    f".stripe,.halo{{stroke:#fbfaf7}}.pace{{stroke:#1f1e1b}}.stripe{{{STRIPED}}}"
)
_INK = (
    ".warn{font-weight:600}.track{fill:#fff;stroke:#000;stroke-width:1}.bar{fill:#000}.stripe{display:none}.halo{stroke:#fff}.pace{stroke:#000}"
    "text{fill:#000;text-rendering:optimizeSpeed}*{shape-rendering:crispEdges}"
)
_FONT = (
    "text{font-family:Inter,sans-serif;font-size:14px}.name,.hero{font-weight:600}.quiet{font-size:13px}"
    ".pace{stroke-width:2}.halo{stroke-width:6}.end{text-anchor:end}"
)


def framed_svg(voice: Voice, shown: Pictured, frame: Frame) -> str:
    """Return the chart as a complete SVG file of the frame's size: where that is wide, with the bars beside the head."""
    is_wide = frame.width * 5 >= frame.height * 6
    units = _WIDE if is_wide else _HIGH
    scale = min(frame.width / units[0], frame.height / units[1])
    width, height = frame.width / scale - 2 * _EDGE, frame.height / scale
    top = _HEAD if is_wide else _HERO
    side, column = side_of(voice), width - _COLUMN if is_wide else width
    heading, total, bars, aim = _content(voice, shown, max(1, int((height - top - _FOOT) // ROW)))
    drawn = "".join(drawn_bar(bar, side, top + n * ROW) for n, bar in enumerate(bars))
    marks = drawn_marks(voice, aim, side, bars, top) if aim else ""
    hero = _hero(voice, total, side, (_COLUMN if is_wide else width) - _EDGE, is_wide=is_wide)
    size = f'height="{height:.1f}" overflow="visible"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{frame.width}" height="{frame.height}">'
        f"<style>{_FONT}{_INK if frame.ink else _COLOURS}</style>"
        f'<rect width="100%" height="100%" fill="{"#fff" if frame.ink else "#fbfaf7"}"/>'
        f'<g transform="scale({scale:.4f})"><svg x="{_EDGE}" width="{width:.1f}" {size}>'
        f'<text class="quiet{side.near} y="36">{text(heading)}</text>{hero}'
        f'<svg x="{0 if side.is_right else width - column:.1f}" width="{column:.1f}" {size}>{drawn}{marks}</svg>'
        "</svg></g></svg>"
    )


def _content(voice: Voice, shown: Pictured, rows: int) -> tuple[str, Bar, list[Bar], Pace | None]:
    """Return the heading, the bar of all, the bars that there is room for, and where today should be."""
    if isinstance(shown, History):
        bars = week_bars(voice, shown)
        name = chart_label(shown.latest.category.name)
        return say.category_by_week(voice, name), bars[-1], bars[-rows:], None
    return heading_of(voice, shown), total_bar(voice, shown), category_bars(voice, shown, rows), pace(shown)


def _hero(voice: Voice, total: Bar, side: Side, width: float, *, is_wide: bool) -> str:
    """Draw what is left, as large as there is room for, with what was spent of what below, and without a limit."""
    y, left = 108 if is_wide else 88, total.left or total.spent
    size = min(_LARGEST, width / (WIDEST * len(left)))
    said = [total.spent if total.is_watched else say.amount_of(voice, total.spent, total.limit)]
    said += [without_limit(voice, total.unlimited)] if total.unlimited else []
    lines = said if is_wide else [BETWEEN.join(said)]
    below = "".join(
        f'<text class="quiet{side.near} y="{y + 24 + 18 * n:.1f}">{text(one)}</text>' for n, one in enumerate(lines)
    )
    return f'<text class="hero{side.near} y="{y:.1f}" style="font-size:{size:.1f}px">{text(left)}</text>{below}'
