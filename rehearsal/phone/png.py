"""Makes a screenshot small: at most 256 colours, so that a pixel is a byte. Text on a few plain grounds needs no more."""

import struct
import zlib
from collections import Counter

_BEGIN = b"\x89PNG\r\n\x1a\n"


def small(png: bytes) -> bytes:
    """Return a picture with its 256 commonest colours, every other one replaced by the nearest of them."""
    width, height, pixels = read(png)
    counted = Counter(pixels)
    palette = [colour for colour, _ in counted.most_common(256)]
    index = {colour: n for n, colour in enumerate(palette)}
    nearest = {colour: index[min(palette, key=lambda kept: _apart(kept, colour))] for colour in counted.keys() - index}
    known = index | nearest
    row = bytes(known[pixel] for pixel in pixels)
    lines = b"".join(b"\0" + row[start : start + width] for start in range(0, width * height, width))
    return b"".join((
        _BEGIN,
        _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
        _chunk(b"PLTE", b"".join(palette)),
        _chunk(b"IDAT", zlib.compress(lines, 9)),
        _chunk(b"IEND", b""),
    ))  # fmt: skip


def read(png: bytes) -> tuple[int, int, list[bytes]]:
    """Return the width, the height and the pixels (three bytes each) of a picture as Chromium writes it."""
    width, height, depth, kind, _, _, interlaced = struct.unpack(">IIBBBBB", png[16:29])
    size = {2: 3, 6: 4}.get(kind, 0)
    if png[:8] != _BEGIN or depth != 8 or interlaced or not size:
        raise ValueError("a PNG of another kind")
    packed, at = b"", 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            packed += png[at + 8 : at + 8 + length]
        at += length + 12
    data, stride = zlib.decompress(packed), width * size
    above = bytearray(stride)
    pixels: list[bytes] = []
    for start in range(0, len(data), stride + 1):
        line = bytearray(data[start + 1 : start + 1 + stride])
        _unfilter(data[start], line, above, size)
        pixels += (bytes(line[x : x + 3]) for x in range(0, stride, size))
        above = line
    return width, height, pixels


def _unfilter(how: int, line: bytearray, above: bytearray, size: int) -> None:
    """Undo a line's filter, in place."""
    for x in range(len(line) if how else 0):
        left = line[x - size] if x >= size else 0
        up = above[x]
        match how:
            case 1:
                guess = left
            case 2:
                guess = up
            case 3:
                guess = (left + up) // 2
            case _:
                guess = _paeth(left, up, above[x - size] if x >= size else 0)
        line[x] = (line[x] + guess) & 255


def _paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    return min((left, up, corner), key=lambda near: abs(guess - near))


def _apart(one: bytes, other: bytes) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
