"""PayPal: one signed column after fees, in the numbers and days of the account's country.

Source: PayPal's activity report: "Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net",
"From Email Address","To Email Address","Transaction ID", …; in German "Datum","Uhrzeit","Zeitzone","Name","Typ","Status",
"Währung","Brutto","Gebühr"/"Entgelt","Netto", …,"Transaktionscode". What was not completed moved no money, and rows whose
balance impact is a memo neither. Money between PayPal and a bank or a card
is no spending, and no money in: a payment that a card pays has a row `General Credit Card Deposit` beside it.
"""

from collections.abc import Iterator

from budget.imports.layouts import Cells, Layout, columns
from budget.imports.rows import Flow, Left, RawRow, joined

_DONE = frozenset({"completed", "abgeschlossen"})
_MOVES = (
    "withdrawal",
    "bank deposit to pp account",
    "transfer to bank",
    "transfer from bank",
    "card deposit",
    "bankgutschrift auf paypal",
    "abbuchung",
)
_HOLDS = ("hold", "authorization", "einbehaltung", "autorisierung")


def _read(cells: Cells) -> Iterator[RawRow]:
    sort = cells.first("type", "typ").casefold()
    memo = cells.first("balance impact", "auswirkung auf guthaben").casefold() == "memo"
    left = None
    if memo or cells["status"].casefold() not in _DONE or any(word in sort for word in _HOLDS):
        left = Left.PENDING
    elif any(word in sort for word in _MOVES):
        left = Left.TRANSFER
    number = cells.first("transaction id", "transaktionscode")
    yield RawRow(
        cells.line,
        cells.first("date", "datum"),
        cells.first("net", "netto"),
        Flow.SIGNED,
        joined(
            cells.first("name", "type", "typ"), cells.first("item title", "subject", "artikelbezeichnung", "betreff")
        ),
        "",
        cells.first("currency", "währung"),
        f"paypal:{number}" if number else "",
        left,
    )


PAYPAL = Layout(
    "PayPal",
    (
        columns("date,time,timezone,name,type,status,currency,gross,fee,net"),
        columns("datum,uhrzeit,zeitzone,name,typ,status,währung,brutto,netto"),
    ),
    _read,
)
