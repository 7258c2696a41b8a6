"""Files that hold no table as text: what they are is said, so that a person knows what to save instead.

Sources: the signatures of the formats (ECMA-376 for XLSX, OASIS OpenDocument, MS-CFB for XLS, ISO 32000 for PDF, RFC 1952 and
RFC 8259).
"""

import re
from collections.abc import Sequence

from budget.categories import folded

_BEGINNINGS = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Excel (XLS)"),
    (b"%PDF", "PDF"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"SQLite format 3\0", "SQLite"),
    (b"\x1f\x8b", "GZIP"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "RAR"),
)
_PACKED = (
    ("xl/", "Excel (XLSX)"),
    ("word/", "Word (DOCX)"),
    ("Index/", "Numbers"),
    ("Index.zip", "Numbers"),
    ("content.xml", "OpenDocument (ODS)"),
)
"""Programs whose files are ZIPs, by what one of the files in them begins with."""
_TEXTS = (
    (
        re.compile(
            r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype html|html|table)\b", re.IGNORECASE | re.DOTALL
        ),
        "HTML",
    ),
    (re.compile(r"\s*<\?xml[^>]*>\s*(?:<\?mso-application[^>]*>\s*)?<(?:\w+:)?Workbook\b"), "Excel (XML)"),
    (re.compile(r"\s*<\?xml\b"), "XML"),
    (re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[{\[\]])"), "JSON"),
)
_LOOKED_AT = 2_000
"""Characters of a text that tell it."""
_PLANS = ({"month", "category", "assigned"}, {"month", "category", "budgeted"})
"""Columns of YNAB's plan (https://support.ynab.com/en_us/exporting-plan-data-an-overview-Sy_SjdUmS), and of that of YNAB 4."""


def form_of(content: bytes) -> str:
    """Return the name of the format of a file that is no text, by its first bytes; an empty text for any other."""
    return next((name for beginning, name in _BEGINNINGS if content.startswith(beginning)), "")


def packed_form(names: Sequence[str]) -> str:
    """Return the name of the program whose file is a ZIP with files of these names; an empty text for any other ZIP."""
    return next((program for beginning, program in _PACKED if any(one.startswith(beginning) for one in names)), "")


def text_form(text: str) -> str:
    """Return the name of the format of a text that is no table; an empty text where it may be one."""
    return next((name for pattern, name in _TEXTS if pattern.match(text[:_LOOKED_AT])), "")


def is_plan(text: str) -> bool:
    """Whether a text is YNAB's plan: what was set aside for each category in each month, without a payment."""
    names = {folded(name.strip('" ')) for name in text[:_LOOKED_AT].partition("\n")[0].split(",")}
    return any(plan <= names for plan in _PLANS)
