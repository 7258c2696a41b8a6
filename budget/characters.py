"""Characters that a name must not hold and a terminal must not get: those that steer, hide, reorder or pile up.

Unicode's general categories say which: controls (Cc, among them ESC and C1), formats (Cf: bidirectional marks, embeddings and
isolates, zero-width characters, tags), surrogates, private and unassigned ones, and the separators of lines and paragraphs.
"""

import unicodedata

REPLACEMENT = "\ufffd"
MOST_MARKS = 4
"""Combining marks on one letter: what living scripts need, and no tower."""

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Drawn as nothing, though they are letters, marks or symbols: a grapheme joiner, the fillers of Hangul and Khmer, Mongolian
# selectors, the empty Braille cell, and the supplementary variation selectors.
_BLANK = frozenset(
    map(chr, (0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x2800, 0x3164, 0xFFA0))
) | frozenset(map(chr, range(0xE0100, 0xE01F0)))
_JOINERS = frozenset("\u200c\u200d")
_EMOJI = frozenset({"So", "Sk"})  # pictures, and the tones of their skin
_INFORMATION = "\u2139"
"""The one letter that is a picture, too."""
ISOLATE, END = "\u2068", "\u2069"
"""Around a piece of text whose own first strong letter gives its direction: first strong isolate, pop directional isolate."""
FROM_THE_RIGHT = "\u200f"
"""The right-to-left mark: a strong letter that is not seen."""
_STEERING = frozenset("LRE RLE LRO RLO PDF LRI RLI FSI PDI".split())
_TURNING = frozenset("R AL AN".split()) | _STEERING
_MARKS = frozenset({"Mn", "Me"})


def is_unseen(character: str) -> bool:
    """Whether a character steers, hides or reorders text instead of being seen in it."""
    return unicodedata.category(character) in _UNSEEN or character in _BLANK


def is_clean(text: str) -> bool:
    """Whether every character of a text is seen where it stands, with few marks on each."""
    if text.isascii():
        return text.isprintable()
    marks = 0
    for n, character in enumerate(text):
        if (is_unseen(character) and not _joins_emoji(text, n)) or _varies_nothing(text, n):
            return False
        marks = marks + 1 if unicodedata.category(character) in _MARKS else 0
        if marks > MOST_MARKS:
            return False
    return True


def _joins_emoji(text: str, place: int) -> bool:
    """Whether a zero-width joiner makes one emoji of two, as in a family: it hides nothing there."""
    if text[place] != "\u200d" or not 0 < place < len(text) - 1:
        return False
    before, after = unicodedata.category(text[place - 1]), unicodedata.category(text[place + 1])
    return (before in _EMOJI or text[place - 1] == "\ufe0f") and after in _EMOJI


def _varies_nothing(text: str, place: int) -> bool:
    """Whether a variation selector stands where no picture is in front of it: on a letter nobody sees it."""
    if not "\ufe00" <= text[place] <= "\ufe0f":
        return False
    before = text[place - 1] if place else ""
    is_key = text[place + 1 : place + 2] == "\u20e3"  # 1️⃣
    return not (is_key or before == _INFORMATION or (before and unicodedata.category(before)[0] in "SP"))


def visible(text: str, *, joiners: bool = False) -> str:
    """Return a text with a replacement character for each unseen one, and without marks beyond what one letter bears.

    ``joiners`` stay where asked for: notes hold them in emoji, and in Persian.
    """
    if is_clean(text):
        return text
    shown: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.category(character) in _MARKS else 0
        if marks <= MOST_MARKS:
            shown.append(REPLACEMENT if is_unseen(character) and not (joiners and character in _JOINERS) else character)
    return "".join(shown)


def isolated(text: str) -> str:
    """Return a text that does not turn the line around it: one with letters of a right-to-left script stands in an isolate.

    What steers the direction within it goes, for it could end the isolate.
    """
    if text.isascii() or not any(unicodedata.bidirectional(character) in _TURNING for character in text):
        return text
    return f"{ISOLATE}{''.join(one for one in text if unicodedata.bidirectional(one) not in _STEERING)}{END}"


def undirected(text: str) -> str:
    """Return a text without the isolates and marks that sentences bear: for terminals, and for what is to be typed."""
    return text if text.isascii() else text.translate(_NO_DIRECTION)


_NO_DIRECTION = dict.fromkeys(map(ord, (ISOLATE, END, FROM_THE_RIGHT)))


def bounded_name(text: str, most: int) -> str:
    """Return a person's name as it is kept: one line of seen characters, at most ``most`` of them."""
    seen = "".join(character for character in text if not is_unseen(character) or character.isspace())
    return visible(" ".join(seen.split()))[:most].strip()
