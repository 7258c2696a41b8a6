"""The few tags of Telegram's HTML that sentences hold, and a sentence without them."""

import re
from html import unescape

_TAG = re.compile(r"</?(?:b|i|s|code|pre)>")


def plain(html: str) -> str:
    """Return a text without its tags, as a terminal, a notice or a program shows it; what is escaped is written out."""
    return unescape(_TAG.sub("", html))
