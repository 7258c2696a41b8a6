"""Arabic in pictures, as resvg can draw it.

resvg looks in another font for letters that the first one lacks only where both give a text as many glyphs (usvg, `shape_text`): a
ligature of lam and alef, or a vowel, hides all Arabic of its text. It takes every text as written from the left, too.
"""

import re
import unicodedata

_MARKS = re.compile("[\u064b-\u0652\u0670]")
_ARABIC_TEXT = re.compile("(?<=>)([^<>]*[\u0600-\u06ff][^<>]*)(?=</text>)")
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
_FROM_THE_RIGHT, _END = "\u2067", "\u2069"  # right-to-left isolate, pop directional isolate


def drawable(svg: str) -> str:
    """Return a picture whose Arabic texts resvg draws whole, and from the right where they begin with Arabic (UAX #9, P2)."""
    return _ARABIC_TEXT.sub(_shaped, svg)


def _shaped(found: "re.Match[str]") -> str:
    shaped = _LAM_ALEF.sub(_ligature, _MARKS.sub("", found[1]))
    outside = map(unicodedata.bidirectional, _ISOLATED.sub("", found[1]))
    first = next((kind for kind in outside if kind in {"L", "R", "AL"}), "")
    return shaped if first == "L" else f"{_FROM_THE_RIGHT}{shaped}{_END}"


def _ligature(found: "re.Match[str]") -> str:
    alone, joined = _LIGATURES[found["alef"]]
    return f"{found['before']}{_JOINER}{joined}" if found["before"] else alone
