"""A page at home on a phone: its icon, and the manifest that says what to open."""

import json
from functools import cache
from pathlib import Path

from web.icon_sizes import ICON_SIZES
from web.markup import DARK_PAPER, PAPER, text
from words import page as say
from words.voice import Voice


@cache
def icon(size: int) -> bytes:
    """Return the icon as PNG."""
    return (Path(__file__).parent / "icons" / f"icon-{size}.png").read_bytes()


def photo() -> bytes:
    """Return the icon as JPEG, as the bot's photo has to be."""
    return (Path(__file__).parent / "icons" / "photo-640.jpg").read_bytes()


def manifest(voice: Voice, token: str, budget: str) -> str:
    """Return the manifest of a link's page, called as the budget is. It stands beside the page, so its addresses are relative."""
    title = budget or say.short_title(voice)
    content = {
        "name": title,
        "short_name": title,
        "start_url": token,
        "scope": ".",
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [
            {"src": f"../icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"} for size in ICON_SIZES
        ],
    }
    return json.dumps(content, ensure_ascii=False)


def head(voice: Voice, token: str, budget: str) -> str:
    """Return what a page's head says for a home screen, where it is called as the budget is."""
    title = text(budget or say.short_title(voice))
    return (
        f'<link rel="manifest" href="{token}.webmanifest">\n<link rel="apple-touch-icon" href="../icon-180.png">\n'
        f'<meta name="application-name" content="{title}">\n<meta name="apple-mobile-web-app-title" content="{title}">\n'
        f'<meta name="theme-color" content="{PAPER}" media="(prefers-color-scheme:light)">\n'
        f'<meta name="theme-color" content="{DARK_PAPER}" media="(prefers-color-scheme:dark)">\n'
    )
