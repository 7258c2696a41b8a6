"""CAMT.052/053: ISO 20022 statements in XML, what European banks hand out instead of MT940.

Source: ISO 20022, camt.053.001.02 to .13: Ntry with Amt/@Ccy, CdtDbtInd, Sts, BookgDt, AcctSvcrRef, NtryDtls/TxDtls. The amount is
the entry's own; a collection of several transactions stays one row, with the names of all. Expat reads it without keeping a tree,
and a document type, which no statement has, ends the reading: no entities, no bombs.
"""

from collections.abc import Iterator
from xml.parsers import expat

from budget.errors import Refused, Why
from budget.imports.bounds import MOST_ROWS
from budget.imports.rows import Flow, Left, RawRow, joined

NAME = "CAMT"
_DEEPEST = 40  # elements within each other; a statement has about twelve
_LONGEST_TEXT = 500
_LONGEST_NAME = 60  # characters of an element's name: paths stay short
_MOST_NAMES = 1000  # different ones of elements and attributes: the parser keeps each; a statement has some two hundred
_CHUNK = 64 * 1024  # characters given to the parser at once
_LONGEST_TAG = 8 * _CHUNK  # bytes that wait for the end of a tag, which the parser keeps with all attributes
_FIELDS = {
    "Amt": "amount",
    "CdtDbtInd": "mark",
    "Sts/Cd": "state",
    "Sts": "state",
    "BookgDt/Dt": "day",
    "BookgDt/DtTm": "day",
    "ValDt/Dt": "value day",
    "ValDt/DtTm": "value day",
    "AcctSvcrRef": "number",
    "AddtlNtryInf": "more",
}
_DETAILS = {
    "RltdPties/Cdtr/Nm": "creditor",
    "RltdPties/Cdtr/Pty/Nm": "creditor",
    "RltdPties/Dbtr/Nm": "debtor",
    "RltdPties/Dbtr/Pty/Nm": "debtor",
    "RmtInf/Ustrd": "purpose",
}
_TRANSACTION = "NtryDtls/TxDtls"


def is_camt(text: str) -> bool:
    """Whether a text is an ISO 20022 statement, by its beginning."""
    start = text[:4096].lstrip()
    return start.startswith("<") and ("camt.05" in start or "BkToCstmr" in start)


class _Statement:
    """Collects the entries of a statement, one at a time."""

    def __init__(self) -> None:
        self._path: list[str] = []
        self._text: list[str] = []
        self._size = 0
        self._entry: dict[str, str] | None = None
        self._depth = 0
        self._line = 0
        self._account = ""
        self._names: set[str] = set()
        self.rows: list[RawRow] = []
        self.parser = expat.ParserCreate("utf-8")  # the text is decoded, whatever its first line says
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.StartDoctypeDeclHandler = _refuse

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._path.append(name[:_LONGEST_NAME].rpartition(":")[2])
        self._names.update((name, *attributes))
        if len(self._path) > _DEEPEST or len(self._names) > _MOST_NAMES:
            raise Refused(Why.NO_TABLE)
        self._text, self._size = [], 0
        if self._path[-1] == "Ntry" and self._entry is None:
            self._entry, self._depth, self._line = {}, len(self._path), self.parser.CurrentLineNumber
        elif self._entry is not None and self._within == "Amt":
            self._entry["currency"] = attributes.get("Ccy", "")
        elif self._entry is not None and self._within == _TRANSACTION:
            if "transactions" in self._entry:  # what the first one was for says nothing of them all
                self._entry.pop("purpose", None)
            self._entry["transactions"] = "several" if "transactions" in self._entry else "one"

    @property
    def _within(self) -> str:
        """The path within the entry."""
        return "/".join(self._path[self._depth :])

    def _characters(self, text: str) -> None:
        if self._size < _LONGEST_TEXT:
            self._text.append(text[:_LONGEST_TEXT])
            self._size += len(text)

    def _end(self, _name: str) -> None:
        text = " ".join("".join(self._text).split())[:_LONGEST_TEXT]
        self._text, self._size = [], 0
        if self._entry is not None and len(self._path) == self._depth:
            if len(self.rows) == MOST_ROWS:
                raise Refused(Why.TOO_MANY_ROWS)
            self.rows.append(_row(self._line, self._entry, self._account))
            self._entry = None
        elif self._entry is not None and text:
            self._keep(text)
        elif self._entry is None and self._path[-3:] in (["Acct", "Id", "IBAN"], ["Id", "Othr", "Id"]):
            self._account = text
        self._path.pop()

    def _keep(self, text: str) -> None:
        entry, within = self._entry or {}, self._within
        if (field := _FIELDS.get(within)) is not None:
            entry.setdefault(field, text)
        elif (detail := _DETAILS.get(within.removeprefix(f"{_TRANSACTION}/"))) is not None:
            before = entry.get(detail, "")
            if entry.get("transactions") == "one":
                entry[detail] = f"{before} {text}"[:_LONGEST_TEXT]
            elif detail != "purpose" and text not in before.strip().split(", "):
                entry[detail] = f"{before}, {text}".removeprefix(", ")[:_LONGEST_TEXT]


def _refuse(*_doctype: object) -> None:
    raise Refused(Why.NO_TABLE)


def read(text: str) -> Iterator[RawRow]:
    """Yield the entries of all statements in a text. Raises `Refused` for what is no such document."""
    statement, given = _Statement(), 0
    try:
        for at in range(0, len(text), _CHUNK):
            piece = text[at : at + _CHUNK].encode("utf-8", "replace")
            given += len(piece)
            statement.parser.Parse(piece, False)
            if given - statement.parser.CurrentByteIndex > _LONGEST_TAG:
                raise Refused(Why.NO_TABLE)
        statement.parser.Parse(b"", True)
    except expat.ExpatError:
        raise Refused(Why.NO_TABLE) from None
    finally:
        del statement.parser  # it holds what it calls, and would be held by that until both are looked for
    yield from statement.rows


def _row(line: int, entry: dict[str, str], account: str) -> RawRow:
    spent = entry.get("mark") == "DBIT"
    party = entry.get("creditor" if spent else "debtor", "")
    number = entry.get("number", "")
    return RawRow(
        line,
        entry.get("day") or entry.get("value day", ""),
        f"{'-' if spent else ''}{entry.get('amount', '')}" if entry.get("mark") in {"DBIT", "CRDT"} else "",
        Flow.SIGNED,
        joined(party, entry.get("purpose", "") or entry.get("more", "")),
        "",
        entry.get("currency", ""),
        f"camt:{account}:{number}" if number else "",
        None if entry.get("state", "BOOK") == "BOOK" else Left.PENDING,
    )
