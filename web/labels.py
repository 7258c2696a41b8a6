"""People's words made safe to show, on the page and in the chart."""

import re
import unicodedata

_CHART_LABEL_WIDTH = 30  # in letters of usual width; leaves room for what is left beside the label
_WIDEST_LETTER = 2
_NOT_PRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")  # Unicode's categories Cc and Cs


def printable(text: str) -> str:
    """Return the text with each control character and each lone surrogate replaced by U+FFFD."""
    return _NOT_PRINTABLE.sub("\ufffd", text)


def chart_label(text: str) -> str:
    """Return the text for an SVG: without characters that turn the writing direction, and cut to the label's width."""
    # Category Cf holds the direction marks. The zero-width joiner is in it too, but emoji and some scripts need it.
    plain = "".join(letter for letter in printable(text) if unicodedata.category(letter) != "Cf" or letter == "\u200d")
    plain = plain.replace("\ufffe", "").replace("\uffff", "")  # XML does not allow these two
    if len(plain) * _WIDEST_LETTER <= _CHART_LABEL_WIDTH:
        return plain
    width = 0.0
    for n, letter in enumerate(plain):
        width += _letter_width(letter)
        if width > _CHART_LABEL_WIDTH:
            return f"{plain[:n]}…"
    return plain


def _letter_width(letter: str) -> float:
    """Return about how wide a letter is drawn; 1 is the usual width."""
    if unicodedata.east_asian_width(letter) in "WF":
        return _WIDEST_LETTER
    if letter in "mwMW@%":
        return 1.8
    return 1.2 if letter.isupper() else 1
