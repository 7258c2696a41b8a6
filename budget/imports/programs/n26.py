"""N26: one signed column in euros, ISO days; three headings over the years, English and German.

Source: N26's CSV export, as importers quote it: Booking Date,Value Date,Partner Name,Partner Iban,Type,Payment Reference,
Account Name,Amount (EUR),Original Amount,Original Currency,Exchange Rate; before 2024 Date,Payee,Account number,Transaction type,
Payment reference,(Category,)Amount (EUR); in German Datum,Empfänger,Kontonummer,Transaktionstyp,Verwendungszweck,(Kategorie,)
Betrag (EUR).
"""

from collections.abc import Iterator

from budget.imports.layouts import Cells, Layout, columns
from budget.imports.rows import Flow, RawRow, joined


def _read(cells: Cells) -> Iterator[RawRow]:
    note = joined(
        cells.first("partner name", "payee", "empfänger"), cells.first("payment reference", "verwendungszweck")
    )
    yield RawRow(
        cells.line,
        cells.first("booking date", "date", "datum"),
        cells.first("amount (eur)", "betrag (eur)"),
        Flow.SIGNED,
        note,
        cells.first("category", "kategorie"),
        "EUR",
    )


N26 = Layout(
    "N26",
    (
        columns("booking date,partner name,type,payment reference,account name,amount (eur)"),
        columns("date,payee,account number,transaction type,payment reference,amount (eur)"),
        columns("datum,empfänger,kontonummer,transaktionstyp,verwendungszweck,betrag (eur)"),
    ),
    _read,
    decimal=".",
)
