"""The week's chart as SVG, and as PNG, for chats. resvg is imported with the first PNG."""

import re
from collections import OrderedDict
from collections.abc import Sequence
from hashlib import sha256
from threading import Lock
from typing import NamedTuple

from budget.history import History
from budget.overview import Overview, Span
from budget.summary import Summary
from web.bars import MOST_BARS, Bar, Pace, category_bars, pace, total_bar, week_bars
from web.labels import chart_label
from web.markup import text
from web.shaping import drawable
from web.typefaces import LATIN, OTHERS, font_of
from words import days
from words import page as say
from words.voice import Voice

_ZOOM = 1.8
"""720 pixels wide: two thirds of a phone, as Telegram shows a picture in a chat, in less than half of the instructions of 1,200."""
_MOST_HEIGHT = 1280  # pixels; Telegram scales higher pictures down
_SVG_HEIGHT = re.compile(r'<svg [^>]*height="(\d+)"')
_BACKGROUND = "#fbfaf7"
_MOST_CACHED = 32
_HEAD = 104
"""Pixels above the first bar."""
_HERO = 28.0  # pixels, at most
WIDEST = 0.62
"""The width of a letter, in heights, at most: of the digits and letters that money is written with."""
ROW = 58
"""Pixels of a bar with its words."""
_WARN = " warn"
STRIPED = "stroke-width:10;stroke-opacity:.55;stroke-dasharray:4.2 5.7"
"""How a line is drawn as the stripes of a bar."""
_STYLE = (
    "text{font-family:Inter,sans-serif;font-size:14px;fill:#1f1e1b}"
    ".name,.hero{font-weight:600}.quiet{font-size:12.5px;fill:#5d5b54}.warn{fill:#9c3312;font-weight:600}"
    ".track{fill:#e6e2d8}.bar{fill:#1f6f5c}.bar.over{fill:#b4421c}"
    f".stripe{{stroke:#fbfaf7;{STRIPED}}}"
    ".pace{stroke:#1f1e1b;stroke-width:2}.halo{stroke:#fbfaf7;stroke-width:6}.end{text-anchor:end}"
)
_cache: OrderedDict[bytes, bytes] = OrderedDict()
_cache_lock = Lock()


class Side(NamedTuple):
    """Where a picture begins. The renderer anchors a text by its place alone, whatever direction it is written in.

    ``near`` and ``far`` end the class of a text and give it its place, where the picture begins and where it ends.
    """

    is_right: bool
    near: str
    far: str

    def x(self, percent: float, width: float = 0.0) -> str:
        """Return where something of a width begins, counted from where the picture begins; both in percent."""
        if self.is_right:
            return f"{round(100 - percent, 1):g}%"
        return f"{round(percent - width, 1):g}%"


_LEFT = Side(False, '" x="0"', ' end" x="100%"')
_RIGHT = Side(True, ' end" x="100%"', '" x="0"')

Pictured = Summary | Overview | History
"""What a picture shows."""


def week_svg(voice: Voice, shown: Pictured) -> str:
    """Return the chart as a complete SVG file, with its own heading and colours."""
    if isinstance(shown, History):
        bars = week_bars(voice, shown)
        return _picture(
            voice, say.category_by_week(voice, chart_label(shown.latest.category.name)), bars[-1], bars, None
        )
    bars = category_bars(voice, shown, MOST_BARS)
    return _picture(voice, heading_of(voice, shown), total_bar(voice, shown), bars, pace(shown))


def side_of(voice: Voice) -> Side:
    """Return where pictures begin in a language."""
    return _RIGHT if voice.direction == "rtl" else _LEFT


def _picture(voice: Voice, heading: str, total: Bar, bars: list[Bar], aim: Pace | None) -> str:
    """Draw a heading and the bars below. Widths are in percent, so that they follow the picture's."""
    height = _HEAD + len(bars) * ROW + (34 if aim else 6) + 8
    side = side_of(voice)
    rows = "".join(drawn_bar(bar, side, _HEAD + n * ROW) for n, bar in enumerate(bars))
    left = total.left or total.spent
    size = min(_HERO, 360 / (WIDEST * len(left)))
    below = "" if total.is_watched else f'<text class="quiet{side.near} y="86">{text(total.against)}</text>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="400" height="{height}"><style>{_STYLE}</style>'
        f'<svg x="20" width="360" height="{height}" overflow="visible">'
        f'<text class="quiet{side.near} y="30">{text(heading)}</text>'
        f'<text class="hero{side.near} y="64" style="font-size:{size:.1f}px">{text(left)}</text>'
        f"{below}{rows}{drawn_marks(voice, aim, side, bars, _HEAD) if aim else ''}</svg></svg>"
    )


def drawn_bar(bar: Bar, side: Side, y: int) -> str:
    """Draw a bar with its words, `ROW` pixels high and as wide as the picture around it."""
    warn = _WARN if bar.over else ""
    drawn = (
        f'<text class="name{side.near} y="{y + 14}">{text(chart_label(bar.name))}</text>'
        f'<text class="quiet{warn}{side.far} y="{y + 14}">{text(bar.brief)}</text>'
        f'<rect class="track" x="0" y="{y + 21}" width="100%" height="10" rx="5"/>'
        f'<text class="quiet{side.near} y="{y + 46}">{text(bar.against)}</text>'
    )
    filled = bar.filled
    if not filled:
        return drawn
    at = f'x="{side.x(filled, filled)}" y="{y + 21}" width="{filled}%" height="10"'
    stripes = _stripes(side, filled, y + 26) if bar.over else ""
    return f'{drawn}<rect class="bar{" over" if bar.over else ""}" {at} rx="{5 if filled > 3 else 2}"/>{stripes}'


def _stripes(side: Side, filled: float, y: int) -> str:
    """Draw the stripes of a bar that is over its limit: a dashed line that leans, in a third of the instructions of a pattern."""
    ends = f'x1="{side.x(0)}" x2="{side.x(filled)}"'
    return f'<line class="stripe" {ends} y1="{y}" y2="{y}" transform="translate({y}) skewX(-45)"/>'


def drawn_marks(voice: Voice, aim: Pace, side: Side, bars: Sequence[Bar], top: int = _HEAD) -> str:
    """Draw where today should be, on each bar of a limit, and say what the mark means."""
    marks, x = [], side.x(aim.position)
    for n in (n for n, bar in enumerate(bars) if not bar.is_watched):
        y = top + n * ROW
        at = f'x1="{x}" x2="{x}" y1="{y + 18}" y2="{y + 33}"'
        marks.append(f'<line class="halo" {at}/><line class="pace" {at}/>')
    y = top + len(bars) * ROW + 16
    edge, beside, anchor = ("359", "350", " end") if side.is_right else ("1", "10", "")
    key = f'<line class="pace" x1="{edge}" x2="{edge}" y1="{y - 12}" y2="{y + 3}"/>'
    return f'{"".join(marks)}{key}<text class="quiet{anchor}" x="{beside}" y="{y}">{text(say.pace(voice, aim.amount))}</text>'


def heading_of(voice: Voice, shown: Summary | Overview) -> str:
    """Name what a picture shows, with the days left."""
    if isinstance(shown, Overview):
        return overview_label(voice, shown)
    week = days.long_week(voice, shown.week, shown.today)
    if shown.today in shown.week:
        return say.picture_heading(voice, week, shown.days_left)
    return say.picture_heading_of_other_week(voice, week)


def overview_label(voice: Voice, overview: Overview) -> str:
    """Name the days of an overview."""
    start = overview.days.start
    if overview.span is Span.MONTH:
        return days.month(voice, start)
    return say.since_paycheck(voice, days.day(voice, start, overview.today))


def week_png(voice: Voice, summary: Pictured) -> bytes:
    """Return the week's chart as PNG. Drawing takes about 50 ms and blocks the interpreter, so the PNG is cached by content."""
    return png(week_svg(voice, summary))


def cached_png(svg: str) -> bytes | None:
    """Return the PNG of an SVG if it is cached, otherwise None."""
    key = _key(svg)
    with _cache_lock:
        if key in _cache:
            _cache.move_to_end(key)
        return _cache.get(key)


def png(svg: str, *, exact: bool = False) -> bytes:
    """Return the PNG of an SVG, from the cache or newly drawn: an ``exact`` one in the SVG's own size."""
    found = cached_png(svg)
    if found is None:
        found = _draw(svg, exact=exact)
        with _cache_lock:
            _cache[_key(svg)] = found
            if len(_cache) > _MOST_CACHED:
                _cache.popitem(last=False)
    return found


def _key(svg: str) -> bytes:
    return sha256(svg.encode()).digest()


def _draw(svg: str, *, exact: bool) -> bytes:
    import resvg_py

    height, shaped = _SVG_HEIGHT.search(svg), drawable(svg)
    fonts = {font_of(letter) for letter in set(shaped) if not letter.isascii()}
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=shaped,
            zoom=min(_ZOOM, _MOST_HEIGHT / int(height[1])) if height and not exact else 1,
            background=_BACKGROUND,
            font_files=[*LATIN, *(font for font in OTHERS if font in fonts)],
            skip_system_fonts=True,
            font_family="Inter",
            sans_serif_family="Inter",
        )
    )
