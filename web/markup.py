"""HTML by hand: every text of a person goes through `text`; the rest are our own words and figures.

Templates took three times as long as all queries of a page together (docs/performance.md).
"""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path

_STYLE = Path(__file__).parent / "style.css"
_ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M2 5h12M2 11h7' "
    "stroke='%231f6f5c' stroke-width='3' stroke-linecap='round'/%3E%3C/svg%3E"
)


def text(of: str) -> str:
    """Escape a text for HTML, inside of an element or of a quoted attribute."""
    return escape(of)


def name(of: str) -> str:
    """Return words of a person, apart from the writing direction around them."""
    return f"<bdi>{escape(of)}</bdi>"


def document(language: str, title: str, body: str, head: str = "") -> str:
    """Return a whole page; ``body`` and ``head`` are HTML."""
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="robots" content="noindex, nofollow">\n'
        f'<title>{escape(title)}</title>\n<link rel="icon" href="{_ICON}">\n{head}<style>{style()}</style>\n</head>\n'
        f"<body>\n{body}</body>\n</html>\n"
    )


def style() -> str:
    """Return the pages' style sheet."""
    return _style()[0]


def style_hash() -> str:
    """Return the style sheet's SHA-256 in base64, as a Content-Security-Policy names it."""
    return _style()[1]


@cache
def _style() -> tuple[str, str]:
    css = _STYLE.read_text(encoding="utf-8").strip()
    return css, b64encode(sha256(css.encode()).digest()).decode()
