"""Which of the bundled fonts has a letter.

Pictures are drawn with these fonts alone, so that they are the same on every machine and no system font is looked for. Each is a
subset (`web/fonts/OFL.txt`), read when a letter asks for it.
"""

import struct
from functools import cache, lru_cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "fonts"
LATIN = tuple(str(_FOLDER / f"Inter-{weight}.ttf") for weight in ("Regular", "SemiBold"))
SCRIPTS = str(_FOLDER / "NotoSansScripts-Regular.ttf")
SYMBOLS = str(_FOLDER / "NotoSansSymbols-Regular.ttf")
EMOJI = str(_FOLDER / "NotoEmoji-Regular.ttf")
OTHERS = (
    str(_FOLDER / "NotoSansArabic-Regular.ttf"),
    str(_FOLDER / "NotoSansJP-Regular.otf"),
    SCRIPTS,
    str(_FOLDER / "NotoSansKR-Regular.otf"),
    str(_FOLDER / "NotoSansSC-Regular.otf"),
    SYMBOLS,
    EMOJI,
)
"""In the order in which they are asked: kanji are drawn as in Japan, the other Chinese characters as in China."""


@lru_cache(maxsize=4096)
def font_of(letter: str) -> str | None:
    """Return the first font that has a letter, None where none has it."""
    for font in (LATIN[0], *OTHERS):
        if ord(letter) in letters_of(font):
            return font
    return None


@cache
def letters_of(font: str) -> frozenset[int]:
    """Return the code points that a font draws, by its Unicode tables of the formats 4 and 12 (OpenType, `cmap`)."""
    data = Path(font).read_bytes()
    (tables,) = struct.unpack_from(">H", data, 4)
    records = [struct.unpack_from(">4sIII", data, 12 + 16 * n) for n in range(tables)]
    (start,) = (offset for tag, _, offset, _ in records if tag == b"cmap")
    (many,) = struct.unpack_from(">H", data, start + 2)
    found: set[int] = set()
    for n in range(many):
        _, _, offset = struct.unpack_from(">HHI", data, start + 4 + 8 * n)
        (kind,) = struct.unpack_from(">H", data, start + offset)
        if kind == 4:
            found |= _of_segments(data, start + offset)
        elif kind == 12:
            found |= _of_groups(data, start + offset)
    return frozenset(found)


def _of_segments(data: bytes, at: int) -> set[int]:
    """Read format 4: segments with a delta, or with a list of glyphs in which 0 is none."""
    (size,) = struct.unpack_from(">H", data, at + 6)
    many, found = size // 2, set[int]()
    ends, starts, deltas, offsets = (
        struct.unpack_from(f">{many}H", data, at + place) for place in (14, 16 + size, 16 + 2 * size, 16 + 3 * size)
    )
    for n, (first, last, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        letters = range(first, min(last, 0xFFFE) + 1)
        if offset:
            glyphs = struct.unpack_from(f">{len(letters)}H", data, at + 16 + 3 * size + 2 * n + offset)
            found.update(letter for letter, glyph in zip(letters, glyphs, strict=True) if glyph)
        else:
            found.update(letter for letter in letters if (letter + delta) & 0xFFFF)
    return found


def _of_groups(data: bytes, at: int) -> set[int]:
    """Read format 12: ranges of letters."""
    (many,) = struct.unpack_from(">I", data, at + 12)
    groups = struct.iter_unpack(">III", data[at + 16 : at + 16 + 12 * many])
    return {letter for first, last, _ in groups for letter in range(first, last + 1)}
