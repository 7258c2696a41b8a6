"""HTML by hand: every text of a person goes through `text` or `name`; the rest are our own words and figures."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from zlib import crc32

PAPER, DARK_PAPER = "#fbfaf7", "#171815"
"""The background's colours, as in the style sheet."""
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


def document(language: str, title: str, body: str, head: str = "", foot: str = "") -> str:
    """Return a whole page; ``body``, ``head`` and ``foot`` are HTML."""
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="robots" content="noindex, nofollow">\n'
        f'<title>{escape(title)}</title>\n<link rel="icon" href="{_ICON}">\n{head}<style>{style()}</style>\n</head>\n'
        f"<body>\n{body}{foot}</body>\n</html>\n"
    )


def refreshing(body: str) -> str:
    """Return the script that loads a page again once its body is another one. Without scripts a page works as it is."""
    return f'<script data-tag="{text(tag_of(body))}">{_inline("refresh.js")[0]}</script>\n'


def tag_of(body: str) -> str:
    """Return the entity tag of a page's body. It is to tell apart what one budget shows, so a checksum is enough."""
    content = body.encode()
    return f'W/"{crc32(content):08x}{len(content):x}"'


def style() -> str:
    """Return the pages' style sheet."""
    return _inline("style.css")[0]


def policy() -> str:
    """Return what a page may use beyond nothing: its own style sheet and script, and what stands beside it."""
    return (
        f"style-src 'sha256-{_inline('style.css')[1]}'; script-src 'sha256-{_inline('refresh.js')[1]}'; "
        "connect-src 'self'; manifest-src 'self'; img-src 'self' data:"
    )


@cache
def _inline(file: str) -> tuple[str, str]:
    """Return a file of this folder, and its SHA-256 in base64 as a Content-Security-Policy names it."""
    content = (Path(__file__).parent / file).read_text(encoding="utf-8").strip()
    return content, b64encode(sha256(content.encode()).digest()).decode()
