"""What the words of a heading tell: in which order its days are written, which column is the day, and that it is a card's.

Sources: Unicode CLDR for the order of days (of the languages here English alone has a month before the day), and the headings that
banks write, as in `tests/budget/imports/test_banks.py`.
"""

import re
from collections.abc import Sequence

from budget.categories import folded
from budget.imports.days import Order

_WORD = re.compile(r"[^\W\d_]+")
_DAY_FIRST = frozenset(
    "datum buchung buchungstag buchungsdatum wertstellung wertstellungsdatum valutadatum betrag umsatz verwendungszweck empfänger "
    "auftraggeber buchungstext beschreibung kategorie bedrag omschrijving rekening tegenrekening boekdatum libellé libelle montant "
    "débit crédit solde opération fecha importe concepto saldo cargo abono monto importo descrizione causale entrate uscite dare "
    "avere accrediti addebiti valor descrição histórico lançamento kwota opis belopp bokföringsdag beløb beløp dato částka päivä "
    "määrä дата сумма сума описание опис tarih tutar açıklama tanggal jumlah keterangan التاريخ المبلغ".split()
)
"""Words of headings in languages that write the day before the month."""
_DAYS = frozenset(
    "date day datum tag buchungstag buchungsdatum jour fecha día data giorno dia dzień дата день tarih gün tanggal hari التاريخ "
    "اليوم 日付 日時 利用日 取引日 dato dag timestamp datetime zeitstempel horodatage epoch unixtime".split()
)
"""What headings call a day."""
_LATER_DAYS = re.compile(
    r"valuta|wertstell|^wert$|\bvalue\b|valeur|dateval|valor|rentedat|waarde|post(?:ed|ing)|^post date|clearing|settle|completed|"
    r"waluty|bokföringsdag|платежа|валютирования|проведения"
)
"""What headings call the day when money was booked or counts: beside another column of days it is not when something was paid."""
_BOOKED = re.compile(r"buchung|booking|booked|boek|comptab|contab|księgow|kirjaus|reskontra|bokför|bokfør|bogfør")
_PAID = re.compile(
    r"transa|umsatz|kauf|beleg|op[ée]ra|purchase|aankoop|achat|compra|acquist|zakup|köp|kjøp|køb|покупк|операц"
)
"""What headings call the day of the booking, and that of the payment itself: beside this one that one is not when it was paid."""
_CARDS = frozenset(
    "card member|cardmember|card holder|cardholder|karteninhaber|karteninhaber/in|titulaire|titular de la tarjeta|titolare|"
    "kaarthouder".split("|")
)
"""What the heading of a card's statement calls a column: there an amount without a minus may be what was spent."""

CATEGORIES = frozenset(
    "category|category name|kategorie|catégorie|categoría|categoria|categorie|kategoria|kategori|категория|категорія|カテゴリ|"
    "カテゴリー|الفئة".split("|")
)
"""What headings call a category."""
ABROAD = re.compile(r"local|original|foreign|origen|origine|fremd")
"""What headings call the currency of a payment before it became the account's."""
BALANCE = re.compile(
    r"balance|running bal|^bal$|saldo|kontostand|guthaben|solde|zůstatek|zostatok|egyenleg|"
    r"disponible|баланс|остаток|залишок|残高|^現在.*高$|bakiye|الرصيد"
)
"""What headings call a column of balances: it is never the amount."""
BESIDE = re.compile(r"cash ?back|кешб[еэ]к|кэшб[еэ]к")
"""What headings call what is given back beside the amount (Monobank). A fee may belong to it: that is asked about."""


def day_order_of(heading: Sequence[str]) -> Order | None:
    """Return the order in which the language of a heading writes days; None where its words do not tell."""
    said = {word for name in heading for word in _WORD.findall(folded(name))}
    return Order.DAY_FIRST if said & _DAY_FIRST else None


def paid_on(heading: Sequence[str], days: Sequence[int]) -> list[int]:
    """Return of some columns of days those that may be the day of a payment: all where every one is the day of a booking."""
    named = {column: folded(heading[column]) for column in days}
    kept = [column for column in days if not _LATER_DAYS.search(named[column])] or list(days)
    own = [column for column in kept if not _BOOKED.search(named[column])]
    return own if own and all(_PAID.search(named[column]) for column in own) else kept


def days_named(heading: Sequence[str]) -> list[int]:
    """Return the columns that a heading calls a day."""
    return [column for column, name in enumerate(heading) if not _DAYS.isdisjoint(_WORD.findall(folded(name)))]


def is_of_card(heading: Sequence[str]) -> bool:
    """Whether a heading is that of a card's statement."""
    return not _CARDS.isdisjoint(map(folded, heading))
