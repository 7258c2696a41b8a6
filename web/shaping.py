"""Texts of pictures as resvg can draw them.

resvg looks in another font for letters that the first one lacks only where both give a text as many glyphs, or where the other font
has all of it (usvg, `shape_text`). So a ligature of lam and alef, or a vowel, hides all Arabic of its text, a family of emoji what
is beside it; and a vowel of Hindi comes behind its letter. It takes every text as written from the left, too. What no font has is
a gap.
"""

import re
import unicodedata

from web.typefaces import EMOJI, OTHERS, SCRIPTS, SYMBOLS, font_of

UNDRAWN = "\u25a1"
"""Stands for what no bundled font has: a white square."""
_TEXT = re.compile("(?<=>)([^<>]*[^\x00-\x7f<>][^<>]*)(?=</text>)")
_MARKS = re.compile("[\u0591-\u05bd\u05bf\u05c1-\u05c7\u064b-\u0652\u0670]")  # points of Hebrew, vowels of Arabic
_FROM_THE_RIGHT_LETTER = re.compile("[\u0590-\u06ff]")
_ISOLATED = re.compile("[\u2066-\u2068].*?\u2069")
_LAM_ALEF = re.compile(
    "(?P<before>[\u0626\u0628\u062a-\u062e\u0633-\u063a\u0641-\u0647\u064a]?)\u0644(?P<alef>[\u0622\u0623\u0625\u0627])"
)
_LIGATURES = {
    "\u0622": ("\ufef5", "\ufef6"),
    "\u0623": ("\ufef7", "\ufef8"),
    "\u0625": ("\ufef9", "\ufefa"),
    "\u0627": ("\ufefb", "\ufefc"),
}
"""By the alef: the ligature alone, and behind a letter that joins it (Arabic Presentation Forms-B)."""
_JOINER = "\u200d"  # the letter before a ligature keeps its joining form
_FROM_THE_LEFT, _FROM_THE_RIGHT, _END = "\u2066", "\u2067", "\u2069"  # isolates, and their end
_PICTOGRAPH = "[\u2190-\u2bff\U0001f000-\U0001faff]"
_BESIDE_PICTOGRAPH = re.compile(
    f"[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]|(?<={_PICTOGRAPH})\u200d{_PICTOGRAPH}"
)
"""What makes one emoji of several letters (UTS #51): variations, keys, skins, tags, and what is joined to the first."""
_FLAG_LETTERS = {0x1F1E6 + n: chr(ord("A") + n) for n in range(26)}
_CLUSTERED = "\u0900-\u109f\u1780-\u17ff"
"""Scripts of India, Thai, Lao, Burmese and Khmer, whose vowels move and join."""
_CLUSTERS = re.compile(f"[{_CLUSTERED}][{_CLUSTERED}\u200c\u200d ]*(?<! )")


def drawable(svg: str) -> str:
    """Return a picture whose texts resvg draws whole, and from the right where they begin so (UAX #9, P2)."""
    return _TEXT.sub(lambda found: _shaped(found[1]), svg)


def can_be_drawn(text: str) -> bool:
    """Whether a text is drawn whole, without a square."""
    return text.isascii() or UNDRAWN not in _shaped(text)


def _shaped(text: str) -> str:
    text = _with_squares(_simple(text))
    if _CLUSTERS.search(text):
        text = _with_clusters(text)
    if not _FROM_THE_RIGHT_LETTER.search(text):
        return text
    shaped = _LAM_ALEF.sub(_ligature, _MARKS.sub("", text))
    outside = map(unicodedata.bidirectional, _ISOLATED.sub("", text))
    first = next((kind for kind in outside if kind in {"L", "R", "AL"}), "")
    return shaped if first == "L" else f"{_FROM_THE_RIGHT}{shaped}{_END}"


def _simple(text: str) -> str:
    """Return a text in which each emoji is one letter, and a flag the letters of its country."""
    composed = unicodedata.normalize("NFC", text).translate(_FLAG_LETTERS)
    while composed != (composed := _BESIDE_PICTOGRAPH.sub("", composed)):
        pass
    return composed


def _with_squares(text: str) -> str:
    """Return a text with a square for each letter that no font has."""
    return "".join(UNDRAWN if _is_undrawn(letter) else letter for letter in text)


def _is_undrawn(letter: str) -> bool:
    return not letter.isascii() and unicodedata.category(letter) not in {"Cf", "Zs"} and font_of(letter) is None


def _with_clusters(text: str) -> str:
    """Return a text of one font, with what moves and joins apart. Emoji and symbols go; beside other letters it is a square."""
    fonts = {letter: font_of(letter) for letter in set(text)}
    if UNDRAWN in fonts or any(font in OTHERS and font not in {SCRIPTS, SYMBOLS, EMOJI} for font in fonts.values()):
        return _CLUSTERS.sub(UNDRAWN, text)
    plain = "".join(letter for letter in text if fonts[letter] not in {SYMBOLS, EMOJI}).strip()
    return _CLUSTERS.sub(lambda found: f"{_FROM_THE_LEFT}{found[0]}{_END}", plain)


def _ligature(found: "re.Match[str]") -> str:
    alone, joined = _LIGATURES[found["alef"]]
    return f"{found['before']}{_JOINER}{joined}" if found["before"] else alone
