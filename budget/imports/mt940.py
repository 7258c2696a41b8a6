"""MT940: what SWIFT's banks hand out, a tag a line; German banks put structure into the text of a transaction.

Source: SWIFT's Standards MT, category 9, MT940 (tags 20, 25, 28C, 60F, 61, 86, 62F); the subfields ?20…?33 of tag 86: Die Deutsche
Kreditwirtschaft, Anlage 3 of the DFÜ agreement; the code words /CNTP/, /NAME/, /REMI/ … of Dutch banks: ING, Format description
MT940 and MT942 Structured, Rabobank, ABN AMRO. Amounts have a decimal comma. The day is the value date. RC takes money back that
came in, RD gives money back that went out.

A reader of our own, for the file is read in the process that serves everybody: of 5 MiB mt-940 5.1 makes 158,875 objects in
255 MiB, this takes 54 MiB and stops at the first row too many.
"""

import io
import re
from collections.abc import Iterator, Sequence

from budget.imports.rows import Flow, RawRow, joined

NAME = "MT940"
_LONGEST_LINE = 500
_MOST_TEXT = 4_000  # characters of one transaction's text
_TAG = re.compile(r":([0-9]{2}[A-Z]?):(.*)")
_ENTRY = re.compile(r"([0-9]{6})([0-9]{4})?(R?[CD])([A-Z])?([0-9]{1,12},[0-9]{0,4})(?:[A-Z][A-Z0-9]{3}(.*))?")
_BALANCE = re.compile(r"[CD][0-9]{6}([A-Z]{3})")
# What SEPA puts before the words of a purpose (SVWZ) and between them: references, identities, other names.
_PAYMENT = re.compile(r"(?:^.*?SVWZ\+)|(?:(?:EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|ABWA|ABWE|IBAN|BIC)\+.*$)")
_SUBFIELD = re.compile(r"\?([0-9]{2})([^?]*)")
_MARKED = re.compile(r"[0-9]{3}\?")
_CODED = re.compile(
    r" ?/(TRCD|TRTP|EREF|PREF|MARF|CSID|CNTP|REMI|PURP|ULTC|ULTD|ORDP|BENM|NAME|IBAN|BIC|ISDT|RTRN|ADDR|ID)/"
)
_OF_TEXT = re.compile(r"^(?:USTD/|STRD/[A-Z]*)/")
"""What stands before the words of a purpose, or before its reference."""
_WIDTH = 27  # characters of a subfield
_PURPOSE = frozenset({*range(20, 30), *range(60, 64)})
_NAME = frozenset({32, 33})


def is_mt940(text: str) -> bool:
    """Whether a text is MT940: a reference, and balances or transactions after it."""
    start = "\n" + text[:4096].replace("\r", "\n")
    return "\n:20:" in start and ("\n:60" in start or "\n:61:" in start)


def read(text: str) -> Iterator[RawRow]:
    """Yield the transactions of all statements in a text."""
    account = currency = ""
    entry: tuple[int, str] | None = None
    about = ""
    tag = ""
    for number, whole in enumerate(io.StringIO(text, newline=None), 1):
        line = whole[:_LONGEST_LINE].rstrip("\n")
        found = _TAG.match(line)
        if found is None:
            if line.startswith("-"):  # the end of a statement
                tag = ""
            elif tag == "86" and len(about) < _MOST_TEXT:
                about += line if _MARKED.match(about) or _CODED.match(about) else f" {line}"
            continue
        tag, value = found[1], found[2]
        if entry is not None and tag != "86":
            yield _row(entry, about, account, currency)
            entry = None
        if tag == "25":
            account = value.strip()
        elif tag.startswith("60") and (balance := _BALANCE.match(value)) is not None:
            currency = balance[1]
        elif tag == "61":
            entry, about = (number, value), ""
        elif tag == "86":
            about = value
    if entry is not None:
        yield _row(entry, about, account, currency)


def _row(entry: tuple[int, str], about: str, account: str, currency: str) -> RawRow:
    line, value = entry
    found = _ENTRY.match(value)
    if found is None:
        return RawRow(line, "", "")
    day, mark, amount = found[1], found[3], found[5]
    bank = (found[6] or "").partition("//")[2].strip()
    spent = mark in {"D", "RC"}
    return RawRow(
        line,
        f"20{day[:2]}-{day[2:4]}-{day[4:]}",
        f"{'-' if spent else ''}{amount}",
        Flow.SIGNED,
        note_of(about),
        "",
        currency,
        f"mt940:{account}:{day}:{bank}" if bank else "",
    )


def note_of(about: str) -> str:
    """Return the text of tag 86 as a note: the name, then the purpose, where they are marked."""
    if _CODED.match(about) is not None:
        return _coded_note(about)
    if _MARKED.match(about) is None:
        return joined(about)
    names, purposes = [], []
    for field in _SUBFIELD.finditer(about):
        number = int(field[1])
        if number in _NAME:
            names.append(field[2])
        elif number in _PURPOSE:
            purposes.append(field[2])
    return joined(_run_on(names), _PAYMENT.sub("", _run_on(purposes)))


def _run_on(fields: Sequence[str]) -> str:
    """Return subfields as one text: a full one runs on in the next, and behind a shorter one a word ends."""
    return "".join(field if len(field) >= _WIDTH else f"{field} " for field in fields).strip()


def _coded_note(about: str) -> str:
    """Return the text of tag 86 with code words as a note: the other party's name, then the purpose."""
    _, *parts = _CODED.split(about)
    fields = dict(zip(parts[::2], parts[1::2], strict=True))
    party = f"{fields.get('CNTP', '')}//".split("/")[2]  # behind the account and the bank
    purpose = _OF_TEXT.sub("", fields.get("REMI", ""))
    note = joined(fields.get("NAME", party).strip("/ "), purpose.strip("/ "))
    return note or joined(about)
