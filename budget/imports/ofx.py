"""OFX and QFX: what banks hand out for Quicken and Money, as SGML (1.x, tags that are never closed) or as XML (2.x).

Source: Open Financial Exchange specification 1.6 and 2.2, §11 (STMTTRN). Tags are read one after another and nothing else:
no document type, no entities but the five of XML, work linear in the size.

A reader of our own, for the file is read in the process that serves everybody: of 5 MiB ofxtools 1.1 makes a tree in 121 MiB, this
takes 34 MiB and stops at the first row too many.

The day is that of DTPOSTED as it is written: banks put noon, midnight or their own hour there. FITID is unique within its account.
An amount has a point or a comma before its decimals, and should have no other mark (§3.2.9.1): a file may have both.
CURRENCY says that the amount itself is in another currency, ORIGCURRENCY that it was converted.
"""

import re
from collections.abc import Iterator
from html import unescape

from budget.imports.rows import Flow, RawRow, joined

NAME = "OFX"
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9.]{0,31})>([^<]*)")
_FIELDS = frozenset("DTPOSTED DTUSER TRNAMT FITID NAME MEMO".split())
_CURRENCIES = frozenset({"CURRENCY", "ORIGCURRENCY"})
_LONGEST_FIELD = 500


def is_ofx(text: str) -> bool:
    """Whether a text is OFX, by its beginning."""
    start = text[:4096].upper()
    return "<OFX>" in start or start.lstrip().startswith("OFXHEADER:")


def read(text: str) -> Iterator[RawRow]:
    """Yield the transactions of all statements in a text."""
    fields: dict[str, str] | None = None
    line, at, began = 1, 0, 1
    account = currency = within = ""
    for tag in _TAG.finditer(text):
        line += text.count("\n", at, tag.start())
        at = tag.start()
        closes, name = tag[1] == "/", tag[2].upper()
        value = unescape(tag[3][: _LONGEST_FIELD * 2]).strip()[:_LONGEST_FIELD]
        if name == "STMTTRN":
            if fields is not None:
                yield _row(began, fields, account, currency)
            fields, began, within = (None if closes else {}), line, ""
        elif closes:
            within = "" if name == within else within
        elif name in _CURRENCIES:
            within = name
        elif name == "CURDEF":
            currency = value.upper()
        elif name == "ACCTID" and fields is None:
            account = value
        elif fields is not None and name == "CURSYM" and within == "CURRENCY":
            fields["CURRENCY"] = value.upper()
        elif fields is not None and name in _FIELDS:
            fields.setdefault(name, value)
    if fields is not None:
        yield _row(began, fields, account, currency)


def _row(line: int, fields: dict[str, str], account: str, currency: str) -> RawRow:
    day = (fields.get("DTPOSTED") or fields.get("DTUSER") or "")[:8]
    number = fields.get("FITID", "")
    return RawRow(
        line,
        day,
        fields.get("TRNAMT", ""),
        Flow.SIGNED,
        joined(fields.get("NAME", ""), fields.get("MEMO", "")),
        "",
        fields.get("CURRENCY", currency),
        f"ofx:{account}:{number}" if number else "",
    )
