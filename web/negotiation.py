"""Which form of an answer a request asks for: by the suffix of its path, else by `Accept` (RFC 9110 §12.5.1)."""

import re
from enum import StrEnum


class Form(StrEnum):
    """The forms of an answer, by suffix; the first is preferred where a request does not care."""

    JSON = "json"
    HTML = "html"
    TEXT = "txt"
    PNG = "png"

    @property
    def media_type(self) -> str:
        """The form's media type."""
        return _MEDIA_TYPES[self]


_MEDIA_TYPES = {Form.JSON: "application/json", Form.HTML: "text/html", Form.TEXT: "text/plain", Form.PNG: "image/png"}
_LONGEST = 2000  # characters of an Accept header that are read; browsers send 200
_MOST_RANGES = 32  # ... and media types in them; browsers send 8

WORDS = (Form.JSON, Form.HTML, Form.TEXT)
"""The forms that an error can have."""


def asked_for(accept: str, forms: tuple[Form, ...] = tuple(Form)) -> Form:
    """Return the form that an `Accept` header likes best; the first of ``forms`` where it likes none.

    Of equal quality, what it names exactly goes before what a wildcard takes in, and what it names first goes first.
    """
    ranges = [_range(part) for part in accept[:_LONGEST].split(",", _MOST_RANGES)[:_MOST_RANGES] if part.strip()] or [
        ("*/*", 1.0)
    ]
    best, liking = forms[0], (0.0, 0, 0)
    for form in forms:
        exact, group = form.media_type, f"{form.media_type.partition('/')[0]}/*"
        matches = [
            (specificity, quality, -n)
            for n, (media, quality) in enumerate(ranges)
            for specificity, name in enumerate(("*/*", group, exact))
            if media == name
        ]
        if matches:
            specificity, quality, place = max(matches)  # the most specific range says the quality
            if (
                quality
                and (quality, specificity, place) > liking
                and (liking == (0.0, 0, 0) or specificity or quality > liking[0])
            ):
                best, liking = form, (quality, specificity, place)
    return best


def _range(part: str) -> tuple[str, float]:
    media, *parameters = (each.strip().lower() for each in part.split(";"))
    for each in parameters:
        name, _, value = each.partition("=")
        if name.strip() == "q":
            return media, float(value) if re.fullmatch(r"[01](\.\d{0,3})?", value.strip()) else 0.0
    return media, 1.0
