"""The week's picture: one SVG template, inline in the page and drawn as PNG for chats. What draws it is imported only then."""

import re
from collections import OrderedDict
from hashlib import sha256
from pathlib import Path
from threading import Lock

from budget.summary import Summary
from web import pages

_FONTS = [str(Path(__file__).parent / "fonts" / f"Inter-{weight}.ttf") for weight in ("Regular", "SemiBold")]
_ZOOM = 3  # 1,200 pixels: as sharp as a phone shows it
_HIGHEST = 1280  # pixels; Telegram makes higher ones smaller by itself
_HEIGHT = re.compile(r'<svg [^>]*height="(\d+)"')
_BACKGROUND = "#fbfaf7"
_MOST = 32

_drawn: OrderedDict[bytes, bytes] = OrderedDict()
_one_at_a_time = Lock()


def png(summary: Summary) -> bytes:
    """Draw the week's picture. Drawing takes some 50 ms and holds up the program, so a picture is kept by its content."""
    return draw(pages.week_svg(summary))


def kept(svg: str) -> bytes | None:
    """Return the picture of an SVG where it has been drawn lately."""
    key = _key(svg)
    with _one_at_a_time:
        if key in _drawn:
            _drawn.move_to_end(key)
        return _drawn.get(key)


def draw(svg: str) -> bytes:
    """Return the picture of an SVG, drawn where it is not kept."""
    found = kept(svg)
    if found is None:
        found = _draw(svg)
        with _one_at_a_time:
            _drawn[_key(svg)] = found
            if len(_drawn) > _MOST:
                _drawn.popitem(last=False)
    return found


def _key(svg: str) -> bytes:
    return sha256(svg.encode()).digest()


def _draw(svg: str) -> bytes:
    import resvg_py

    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            zoom=min(_ZOOM, _HIGHEST / int(height[1])) if (height := _HEIGHT.search(svg)) else 1,
            background=_BACKGROUND,
            font_files=_FONTS,
            # Scripts that Inter lacks are drawn by whatever font the machine has; looking for one takes time.
            skip_system_fonts=all(ord(letter) < 0x530 or 0x1E00 <= ord(letter) < 0x2300 for letter in svg),
            font_family="Inter",
            sans_serif_family="Inter",
        )
    )
