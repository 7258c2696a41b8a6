"""HTML by hand: every text of a person goes through `text` or `name`; the rest are our own words and figures."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from words.voice import Voice

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


def figure(voice: Voice, of: str) -> str:
    """Return an amount that stands alone: in a language written from the right, apart from that direction (`-5` is no `5-`)."""
    return text(of) if voice.direction == "ltr" else f'<span dir="auto">{escape(of)}</span>'


class Document(NamedTuple):
    """A whole page, and the entity tag of what it shows, whenever that is."""

    content: bytes
    tag: str


def document(
    voice: Voice, title: str, body: str, head: str = "", foot: str = "", *, refreshes: bool = False
) -> Document:
    """Return a page; ``body``, ``head`` and ``foot`` are HTML. One that ``refreshes`` is loaded again once its body is another.

    Each part is encoded by itself: one letter of another script would make all of the style sheet wide.
    """
    shown = body.encode()
    tag = tag_of(shown)
    script = f'<script data-tag="{escape(tag)}">{_inline("refresh.js")[0]}</script>\n' if refreshes else ""
    top = f"<title>{escape(title)}</title>\n{head}</head>\n<body>\n".encode()
    return Document(b"".join((_opening(voice), top, shown, f"{foot}{script}</body>\n</html>\n".encode())), tag)


@cache
def _opening(voice: Voice) -> bytes:
    return (
        f'<!doctype html>\n<html lang="{escape(voice.language)}" dir="{voice.direction}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="robots" content="noindex, nofollow">\n'
        f'<link rel="icon" href="{_ICON}">\n<style>{style()}</style>\n'
    ).encode()


def tag_of(body: bytes) -> str:
    """Return the entity tag of a page's body. It is to tell apart what one budget shows, so a checksum is enough."""
    return f'W/"{crc32(body):08x}{len(body):x}"'


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
