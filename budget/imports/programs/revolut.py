"""Revolut: one signed column; a fee is charged beside the amount, and becomes a row of its own.

Source: Revolut's account statement: Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance, and
the same ten columns in the language of the app (German, French, Spanish, Italian, Portuguese, Dutch and Polish statements in the
tests of public importers; `State` stays English in some). The day is when it was paid, not when it was booked. Only completed
payments moved money. What an exchange or a transfer between own accounts cost is spent.
"""

from collections.abc import Iterator

from budget.imports.layouts import Cells, Layout, columns, heading_of
from budget.imports.numbers import is_some
from budget.imports.rows import Flow, Left, RawRow, joined

_HEADINGS = tuple(
    heading_of(line.split(","))
    for line in """
Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance
Art,Produkt,Datum des Beginns,Datum des Abschlusses,Beschreibung,Betrag,Gebühr,Währung,State,Kontostand
Art,Produkt,Datum des Beginns,Datum des Abschlusses,Beschreibung,Betrag,Gebühr,Währung,Status,Kontostand
Typ,Produkt,Startdatum,Datum des Abschlusses,Beschreibung,Betrag,Gebühr,Währung,Status,Guthaben
Type,Produit,Date de début,Date de fin,Description,Montant,Frais,Devise,État,Solde
Tipo,Producto,Fecha de inicio,Fecha de finalización,Descripción,Importe,Comisión,Divisa,State,Saldo
Tipo,Producto,Fecha de inicio,Fecha de finalización,Descripción,Importe,Comisión,Divisa,Estado,Saldo
Tipo,Producto,Fecha de inicio,Fecha de finalización,Descripción,Importe,Comisión,Moneda,Estado,Saldo
Tipo,Prodotto,Data di inizio,Data di completamento,Descrizione,Importo,Costo,Valuta,State,Saldo
Tipo,Prodotto,Data di inizio,Data di completamento,Descrizione,Importo,Costo,Valuta,Stato,Saldo
Tipo,Produto,Data de início,Data de Conclusão,Descrição,Montante,Comissão,Moeda,Estado,Saldo
Tipo,Produto,Data de início,Data de conclusão,Descrição,Montante,Taxa,Moeda,Estado,Saldo
Type,Product,Startdatum,Datum voltooid,Beschrijving,Bedrag,Kosten,Valuta,Status,Saldo
Rodzaj,Produkt,Data rozpoczęcia,Data zrealizowania,Opis,Kwota,Opłata,Waluta,State,Saldo
""".split("\n")
    if line
)
_NEEDED = 9
"""Columns that tell it: all but the balance."""
_NAMES = {name: tuple(dict.fromkeys(one[place] for one in _HEADINGS)) for place, name in enumerate(_HEADINGS[0])}
"""What each column is called in all languages, by its English name."""
_MOVES = frozenset(
    "exchange|transfer to pocket|savings|pocket transfer|umtausch|wechsel|change|échange|cambio|cambia valuta|cambio valuta|câmbio|"
    "wisselen|wymiana".split("|")
)
_COMPLETED = frozenset(
    "completed|abgeschlossen|terminé|terminée|completado|completato|concluída|concluído|voltooid|zakończono".split("|")
)


def _read(cells: Cells) -> Iterator[RawRow]:
    def of(name: str) -> str:
        return cells.first(*_NAMES[name])

    day, note, currency = of("started date") or of("completed date"), joined(of("description")), of("currency")
    left = None
    if of("state").casefold() not in _COMPLETED:
        left = Left.PENDING
    elif of("type").casefold() in _MOVES:
        left = Left.TRANSFER
    yield RawRow(cells.line, day, of("amount"), Flow.SIGNED, note, "", currency, left=left)
    if left is not Left.PENDING and is_some(of("fee")):
        yield RawRow(cells.line, day, of("fee"), Flow.OUT, joined(of("description"), "fee"), "", currency)


REVOLUT = Layout("Revolut", tuple(columns(",".join(one[:_NEEDED])) for one in _HEADINGS), _read, decimal=".")
