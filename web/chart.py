"""The week's chart as SVG, for the page, and as PNG, for chats. resvg is imported with the first PNG."""

import re
from collections import OrderedDict
from hashlib import sha256
from pathlib import Path
from threading import Lock

from budget.summary import Summary
from web.bars import Bar, category_bars, pace, total_bar
from web.jinja import render
from words import days
from words import page as say
from words.voice import Voice

MOST_BARS = 20
"""Bars of a chart. Of more categories, the smallest are added up in the last bar."""

_FONTS = [str(Path(__file__).parent / "fonts" / f"Inter-{weight}.ttf") for weight in ("Regular", "SemiBold")]
_ZOOM = 3  # 1,200 pixels wide: as sharp as a phone's screen
_MOST_HEIGHT = 1280  # pixels; Telegram scales higher pictures down
_SVG_HEIGHT = re.compile(r'<svg [^>]*height="(\d+)"')
_BACKGROUND = "#fbfaf7"
_MOST_CACHED = 32

_cache: OrderedDict[bytes, bytes] = OrderedDict()
_cache_lock = Lock()


def week_svg(voice: Voice, summary: Summary) -> str:
    """Return the week's chart as a complete SVG file, with its own heading and colours."""
    return _svg(voice, summary, total_bar(voice, summary), category_bars(voice, summary, MOST_BARS), standalone=True)


def inline_week_svg(voice: Voice, summary: Summary, total: Bar, bars: list[Bar]) -> str:
    """Return the week's chart as an SVG element for the page, which brings heading and colours."""
    return _svg(voice, summary, total, bars, standalone=False)


def _svg(voice: Voice, summary: Summary, total: Bar, bars: list[Bar], *, standalone: bool) -> str:
    aim = pace(summary)
    return render(
        "week.svg",
        standalone=standalone,
        text=say.fixed(voice),
        heading=_heading(voice, summary),
        total=total,
        of_limit=say.of_limit(voice, total.limit),
        bars=bars,
        pace=aim,
        pace_label=say.pace(voice, aim.amount) if aim is not None else "",
    )


def _heading(voice: Voice, summary: Summary) -> str:
    week = days.long_week(voice, summary.week, summary.today)
    if summary.today in summary.week:
        return say.picture_heading(voice, week, summary.days_left)
    return say.picture_heading_of_other_week(voice, week)


def week_png(voice: Voice, summary: Summary) -> bytes:
    """Return the week's chart as PNG. Drawing takes about 50 ms and blocks the interpreter, so the PNG is cached by content."""
    return png(week_svg(voice, summary))


def cached_png(svg: str) -> bytes | None:
    """Return the PNG of an SVG if it is cached, otherwise None."""
    key = _key(svg)
    with _cache_lock:
        if key in _cache:
            _cache.move_to_end(key)
        return _cache.get(key)


def png(svg: str) -> bytes:
    """Return the PNG of an SVG, from the cache or newly drawn."""
    found = cached_png(svg)
    if found is None:
        found = _draw(svg)
        with _cache_lock:
            _cache[_key(svg)] = found
            if len(_cache) > _MOST_CACHED:
                _cache.popitem(last=False)
    return found


def _key(svg: str) -> bytes:
    return sha256(svg.encode()).digest()


def _draw(svg: str) -> bytes:
    import resvg_py

    height = _SVG_HEIGHT.search(svg)
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            zoom=min(_ZOOM, _MOST_HEIGHT / int(height[1])) if height else 1,
            background=_BACKGROUND,
            font_files=_FONTS,
            # Letters of scripts that Inter does not have are drawn with a system font. Loading the system fonts takes time.
            skip_system_fonts=all(ord(letter) < 0x530 or 0x1E00 <= ord(letter) < 0x2300 for letter in svg),
            font_family="Inter",
            sans_serif_family="Inter",
        )
    )
