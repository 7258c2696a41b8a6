"""The format of an answer: by the suffix of the request's path, otherwise by its `Accept` header (RFC 9110 §12.5.1)."""

import re
from enum import StrEnum


class Format(StrEnum):
    """The formats of an answer, by suffix. The first is used if a request has no preference."""

    JSON = "json"
    HTML = "html"
    TEXT = "txt"
    PNG = "png"

    @property
    def media_type(self) -> str:
        """The format's media type."""
        return _MEDIA_TYPES[self]


ERROR_FORMATS = (Format.JSON, Format.HTML, Format.TEXT)
"""The formats of an error."""

_MEDIA_TYPES = {
    Format.JSON: "application/json",
    Format.HTML: "text/html",
    Format.TEXT: "text/plain",
    Format.PNG: "image/png",
}
_MOST_LENGTH = 2000  # characters of an Accept header that are read; browsers send 200
_MOST_RANGES = 32  # media ranges of an Accept header that are read; browsers send 8
_QUALITY = re.compile(r"[01](\.\d{0,3})?")

_Rank = tuple[float, int, int]
_NOT_ACCEPTED: _Rank = (0.0, 0, 0)


def preferred_format(accept: str, formats: tuple[Format, ...] = tuple(Format)) -> Format:
    """Return the format that an `Accept` header prefers, or the first of ``formats`` if it accepts none of them.

    Among formats of equal quality an exact media type goes before a wildcard, and an earlier range before a later one.
    """
    parts = accept[:_MOST_LENGTH].split(",", _MOST_RANGES)[:_MOST_RANGES]
    ranges = [_media_range(part) for part in parts if part.strip()] or [("*/*", 1.0)]
    return max(formats, key=lambda each: _rank(each.media_type, ranges))


def _rank(media_type: str, ranges: list[tuple[str, float]]) -> _Rank:
    """Return a media type's quality, the specificity of the range that sets it, and that range's place, negated."""
    names = ("*/*", f"{media_type.partition('/')[0]}/*", media_type)
    matches = [(names.index(name), quality, -place) for place, (name, quality) in enumerate(ranges) if name in names]
    if not matches:
        return _NOT_ACCEPTED
    specificity, quality, place = max(matches)  # the most specific range sets the quality
    return (quality, specificity, place) if quality else _NOT_ACCEPTED


def _media_range(part: str) -> tuple[str, float]:
    """Return a media range and its quality. A quality that cannot be read counts as 0."""
    name, *parameters = (each.strip().lower() for each in part.split(";"))
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip() == "q":
            return name, float(value) if _QUALITY.fullmatch(value.strip()) else 0.0
    return name, 1.0
