"""The few tags of Telegram's HTML that sentences hold, and a sentence without them."""

import re
from html import unescape

NO_BREAK = "\xa0"
BETWEEN = f"{NO_BREAK}· "
"""Between the parts of a line: the dot stands at no line's beginning."""

_TAG = re.compile(r"</?(?:b|i|s|code|pre)>")


def plain(html: str) -> str:
    """Return a text without its tags, as a terminal, a notice or a program shows it; what is escaped is written out."""
    return unescape(_TAG.sub("", html))


def unbroken(sentence: str) -> str:
    """Return a sentence in which no line begins with a dot, a dash or a percent sign: the space before one does not break."""
    return _LOOSE.sub(rf"{NO_BREAK}\1", sentence)


_LOOSE = re.compile(" ([·–—%])")
