"""Files that are made to kill: read one of them in a process of its own, and print the most memory that the process had.

python tests/budget/imports/attacks.py NAME
"""

import io
import re
import sys
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from budget.errors import Refused
from budget.exporting import LARGEST_EXPORT
from budget.imports.bounds import LARGEST_TABLE, MOST_ROWS
from budget.imports.files import open_file
from budget.imports.own_json import read
from tests.budget.imports.reading import USD

_DAY = date(2026, 11, 25)
_CAMT = '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><Ntry>'


def _filled(piece: str, start: str = "") -> bytes:
    """A text of as many pieces as the largest file has room for."""
    return (start + piece * ((LARGEST_TABLE - len(start.encode())) // len(piece.encode()))).encode()


def _zip_bomb() -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("a.csv", "w", force_zip64=True) as member,
    ):
        for _ in range(256):
            member.write(b"0" * 1024 * 1024)
    return out.getvalue()


def _long_list() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(20_000):
            archive.writestr(f"{number}.csv", b"")
    return out.getvalue()


def _zip_in_zip() -> bytes:
    inner = _zip_bomb()
    for _ in range(8):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.zip", inner)
        inner = out.getvalue()
    return inner


def _book(entry: str) -> bytes:
    """A whole budget that reads well, with as many entries as the largest file has room for."""
    categories = ",".join(
        f'{{"key": "{key}", "name": "{key}", "keywords": [], "limit": "0.00", "removed": false}}'
        for key in ("other", "fun")
    )
    start = (
        '{"budgetbot": 1, "settings": {"currency": "USD", "exponent": 2, "locale": "en_US", "time_zone": "UTC", '
        f'"week_starts_on": 0, "language": "en"}}, "categories": [{categories}], "lessons": [], "plan": {{"limits": [], '
        '"carries": [], "spreads": [], '
        '"payday": null, "bills": [], "decisions": []}, "entries": ['
    )
    room = LARGEST_TABLE - len(start) - 2
    rows = [entry.format(n=n) for n in range(room // (len(entry) + 4))]
    return (start + ",".join(rows) + "]}").encode()


_ENTRY = (
    '{{"message": {n}, "line": 0, "author": 7, "kind": "expense", "amount": "1.00", "day": "2026-11-22", "note": "", '
    '"category": "fun"}}'
)


def _packed(start: str, piece: str, end: str = "") -> bytes:
    """A whole budget in a ZIP, with as many pieces as an unpacked one has room for, and some more."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a.json", "w") as member:
        member.write(start.encode())
        for n in range(LARGEST_EXPORT // len(piece.format(n=0)) + 1):
            member.write(piece.format(n=n).encode())
        member.write(end.encode())
    return out.getvalue()


def _large_book(piece: str) -> bytes:
    start = _book("x").decode().partition('"entries": [')[0]
    return _packed(f'{start}\n"entries": [\n', piece, "\n]}")


def _numbered(piece: str, most: int, start: str) -> bytes:
    """Return a file of pieces that are all different."""
    return (start + "".join(piece.format(n) for n in range(most))).encode()


def _rows(row: str, heading: str) -> bytes:
    """A table with as many rows as one may have."""
    return (f"{heading}\n" + f"{row}\n" * MOST_ROWS).encode()


_HEADING = "Account,Date,Payee,Notes,Category,Amount,Cleared"
ATTACKS: dict[str, Callable[[], bytes]] = {
    "table: columns": (",".join(f"c{n}" for n in range(3_600)) + "\n" + "1\n" * 22_930).encode,
    "table: columns of a known heading": (_HEADING + ",x" * 3_600 + "\n" + "1\n" * 22_930).encode,
    "table: one line": lambda: _filled("x"),
    "table: one line of digits": lambda: _filled("1,", f"{_HEADING}\n"),
    "table: quotes": lambda: _filled('"'),
    "table: quotes after a heading": lambda: _filled('"\n', f"{_HEADING}\n2026-11-22,"),
    "table: commas": lambda: _filled(","),
    "table: empty lines": lambda: _filled("\n"),
    "table: empty lines after a heading": lambda: _filled("\n", f"{_HEADING}\n"),
    "table: short rows": lambda: _filled("1\n", "day,amount\n2026-11-22,1\n"),
    "table: wide rows": lambda: _filled(
        "2026-11-22," + ",".join(["9" * 18] * 49) + "\n", ",".join(map(str, range(50))) + "\n"
    ),
    "table: blanks": lambda: _filled("2026-11-22," + " " * 400 + ",1\n", "day,note,amount\n"),
    "table: almost numbers": lambda: _filled("2026-11-22,x," + "9 9," * 11 + "\n", "day,note,amount\n"),
    "table: almost days": lambda: _filled("1 / 1 / 1 1 1,x,1\n", "day,note,amount\n2026-11-22,x,1\n"),
    "table: bars and semicolons": lambda: _filled(";|\t,"),
    "table: unquoted commas": lambda: _filled(
        "1," + "," * 30_000 + "fun,x,1\n", "amount,description,category,date,timestamp\n"
    ),
    "table: emoji": lambda: _filled("2026-11-22,🍕🍕🍕🍕🍕🍕,-1\n", "day,note,amount\n"),
    "table: utf-16": lambda: ("day,amount\n" + "2026-11-22,1\n" * 200_000)[: LARGEST_TABLE // 2 - 2].encode("utf-16"),
    "zip": _zip_bomb,
    "zip of many": _long_list,
    "zip in zip": _zip_in_zip,
    "table: marks": lambda: _rows("2026-11-22,'1.00" + ",'🍕🍕🍕🍕🍕" * 40, "day,amount" + ",x" * 40),
    "table: currencies in words": lambda: _rows(
        "2026-11-22,1 aa bb dollars,cc dd dollars" + ",ee ff dollars" * 40, "day,amount,currency" + ",x" * 40
    ),
    "table: comments": lambda: _filled("<!---->"),
    "table: instants": lambda: _rows("1795000000," + "1795000000," * 40 + "1", "timestamp" + ",x" * 40 + ",amount"),
    "table: zeros": lambda: _filled("\0", "day,amount\n"),
    "table: huge numbers": lambda: _filled("2026-11-22," + "9" * 480 + "\n", "day,amount\n"),
    "table: a million columns": (",".join("a" for _ in range(1_000_000)) + "\n1\n").encode,
    "ofx tags": lambda: _filled("<A>", "<OFX>"),
    "ofx brackets": lambda: _filled("<", "<OFX>"),
    "ofx entities": lambda: _filled("&amp;", "<OFX><STMTTRN><NAME>"),
    "ofx transactions": lambda: _filled("<STMTTRN>", "<OFX>"),
    "camt elements": lambda: _filled("<a/>", _CAMT),
    "camt depth": lambda: _filled("<a>", _CAMT),
    "camt text": lambda: _filled("x", _CAMT + "<AddtlNtryInf>"),
    "camt names": lambda: _filled("<b/>", f"{_CAMT}<{'a' * 2_000_000}>"),
    "camt many names": lambda: _numbered("<n{}/>", 500_000, _CAMT),
    "camt attributes": lambda: _numbered("a{}='1' ", 360_000, f"{_CAMT}<a "),
    "camt transactions": lambda: _filled("<TxDtls/>", f"{_CAMT}<NtryDtls>"),
    "camt entities": (
        '<!DOCTYPE x [<!ENTITY a "xxxxxxxxxx">'
        + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
        + f"]>{_CAMT}&i;"
    ).encode,
    "qif fields": lambda: _filled("Px\n", "!Type:Bank\n"),
    "qif one line": lambda: _filled("x", "!Type:Bank\nP"),
    "mt940 text": lambda: _filled("x\n", ":20:x\n:61:2611221122D5,00NMSC\n:86:"),
    "mt940 fields": lambda: _filled("?20", ":20:x\n:61:2611221122D5,00NMSC\n:86:166"),
    "mt940 entries": lambda: _filled(":61:2611221122D5,00NMSC\n", ":20:x\n"),
    "json lists": lambda: _filled("[],", '{"budgetbot": 1, "entries": ['),
    "json depth": lambda: _filled("[", '{"budgetbot": '),
    "json entries": lambda: _book(_ENTRY),
    "json rows of files": lambda: _book(
        _ENTRY.replace(
            "}}", ', "row": {{"kind": "expense", "amount": "1.00", "day": "2026-11-22", "note": "", "bank_id": null}}}}'
        )
    ),
    "json zip": lambda: _large_book(f"{_ENTRY},\n"),
    "json zip, notes": lambda: _large_book(_ENTRY.replace('"note": ""', f'"note": "{"🍕" * 200}"') + ",\n"),
    "json zip, one line": lambda: _packed('{"budgetbot": 1, "entries": "', "x" * 1000),
    "json zip, one entry": lambda: _large_book("x" * 1000),
    "json zip, one head": lambda: _packed('{"budgetbot": 1,\n', "x" * 1000 + "\n"),
    "json zip, empty lines": lambda: _large_book("\n" * 1000),
    "json objects": lambda: _filled('{"a":0},', '{"budgetbot": 1, "entries": ['),
    "json numbers": lambda: _filled("9" * 4_000 + ",", '{"budgetbot": 1, "entries": ['),
    "json one number": lambda: _filled("9", '{"budgetbot": 1, "entries": '),
    "json zeros": lambda: _filled("\0", '{"budgetbot": 1, "entries": "'),
    "json names": lambda: _filled('"a":0,', '{"budgetbot": 1,'),
    "json texts": lambda: _filled('"ab",', '{"budgetbot": 1, "entries": ['),
}


def main(kind: str) -> None:
    """Read the attacks whose names begin so, and say how much memory the process had at most after each, in KiB."""
    for name, made in ATTACKS.items():
        if name.startswith(kind):
            content = made()
            with suppress(Refused):
                if kind == "json":
                    read(content, 1)
                else:
                    open_file(content, USD).preview(USD, _DAY)
            peak = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"))
            sys.stdout.write(f"{peak[1] if peak is not None else ''} {name}\n")


if __name__ == "__main__":
    main(sys.argv[1])
