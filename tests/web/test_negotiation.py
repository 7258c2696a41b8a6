"""The format that an `Accept` header prefers, for the headers of browsers and for malformed ones."""

import pytest

from tests.web.visitors import BROWSERS
from web.negotiation import Format, preferred_format


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        *((accept, Format.HTML) for accept in BROWSERS.values()),
        ("", Format.JSON),
        ("*/*", Format.JSON),
        ("application/json", Format.JSON),
        ("application/json, text/javascript, */*; q=0.01", Format.JSON),
        ("text/plain", Format.TEXT),
        ("TEXT/PLAIN;charset=utf-8", Format.TEXT),
        ("text/html, */*", Format.HTML),
        ("text/html;q=0.5, */*", Format.JSON),
        ("text/html;q=0.8, text/plain;q=0.9", Format.TEXT),
        ("text/plain, text/html", Format.TEXT),
        ("text/*", Format.HTML),
        ("text/html;q=0, text/*", Format.TEXT),
        ("application/json;q=0, */*", Format.HTML),
        ("image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8", Format.PNG),
        ("image/png", Format.PNG),
        ("application/xml", Format.JSON),
        ("application/json;q=0", Format.JSON),
        ("text/html;q=nonsense", Format.JSON),
        (",;=/,", Format.JSON),
        ("x" * 100_000, Format.JSON),
    ],
)
def test_the_format_is_the_preferred_one(accept: str, expected: Format) -> None:
    assert preferred_format(accept) is expected


@pytest.mark.parametrize(("before", "expected"), [(31, Format.TEXT), (32, Format.JSON)])
def test_thirty_two_media_types_are_read(before: int, expected: Format) -> None:
    assert preferred_format("a/b," * before + "text/plain") is expected


@pytest.mark.parametrize(("length", "expected"), [(2000, Format.TEXT), (2001, Format.JSON)])
def test_the_first_two_thousand_characters_are_read(length: int, expected: Format) -> None:
    assert preferred_format(",text/plain".rjust(length, "x")) is expected
