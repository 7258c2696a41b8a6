"""Columns whose words say of each row which way the money went, or that it is a transfer between own accounts.

Sources: statements of Volksbanken (`S`, `H`), ING (`Af`, `Bij`), Baltic banks (`D`, `K`), BCA (`DB`, `CR`), exports of Spendee,
Wallet, Money Manager (`Exp.`, `Income`, `Transfer-Out`) and MoneyForward, and what programs write in the other languages.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from budget.categories import folded
from budget.imports.rows import Flow

_PAIRS: tuple[tuple[frozenset[str], frozenset[str]], ...] = tuple(
    (frozenset(out.split("|")), frozenset(into.split("|")))
    for out, into in (
        ("s|soll", "h|haben"),
        ("d|dr|db|dbit|debit|debits", "c|cr|k|crdt|credit|credits"),
        ("d|debe|cargo|cargos", "h|haber|abono|abonos"),
        ("out|outgoing|money out|outflow|paid out", "in|incoming|money in|inflow|paid in"),
        ("expense|expenses|exp|exp.", "income|inc|inc."),
        ("withdrawal|withdrawals", "deposit|deposits"),
        ("spent|sent", "received"),
        ("ausgabe|ausgaben|ausgang|belastung|lastschrift", "einnahme|einnahmen|eingang|gutschrift"),
        ("af|uit|uitgave|uitgaven|debet", "bij|inkomst|inkomsten|credit"),
        ("débit|dépense|dépenses", "crédit|revenu|revenus|recette"),
        ("gasto|gastos|egreso|egresos", "ingreso|ingresos"),
        ("dare|uscita|uscite|addebito|spesa", "avere|entrata|entrate|accredito"),
        ("débito|débitos|saída|saídas|despesa|despesas", "crédito|créditos|entrada|entradas|receita|receitas"),
        ("wydatek|wydatki|obciążenie|wn", "przychód|przychody|wpływ|uznanie|ma"),
        ("расход|расходы|списание|дебет", "доход|доходы|приход|зачисление|пополнение|кредит"),
        ("витрата|витрати|видаток|списання", "дохід|доходи|надходження|зарахування"),
        ("utgift|utgifter|ut|uttag", "inkomst|inkomster|in|insättning"),
        ("udgift|utgift|ud", "indtægt|inntekt|ind"),
        ("gider|borç", "gelir|alacak"),
        ("pengeluaran|keluar|db|debet", "pemasukan|masuk|cr|kredit"),
        ("支出|出金", "収入|入金"),
        ("مصروف|مدين|سحب", "دخل|دائن|إيداع"),
    )
)
"""What programs write for money out, and for money in beside it."""
_TRANSFERS = (
    "transfer", "umbuchung", "übertrag", "virement interne", "transferencia", "trasferimento", "振替", "перевод", "переказ",
)  # fmt: skip
"""How what they write for a transfer between own accounts begins."""
_OWN = frozenset({"pot transfer", "internal transfer", "own account transfer", "transfer between own accounts"})
"""What a kind of payment is called in whole that is a transfer between own accounts. `Transfer` alone may be to anybody."""
_FLAGS = frozenset({"transfer", "is transfer", "is_transfer", "振替"})
"""What headings call a column that is true for transfers."""
_TRUE = frozenset({"1", "true", "yes", "y", "x", "ja", "oui", "sí", "si", "sim", "да", "так"})
_FALSE = frozenset({"0", "false", "no", "n", "nein", "non", "não", "nao", "нет", "ні"})


_SAYS_WAY = re.compile(
    r"^$|^[0-9]+$|type|^(?:transaction|txn)s?$|^typ\b|^typ|^tipo|direction|^kind|^sign$|flow|indicator|indikator|income|expense|"
    r"credit|debit|haben|soll|[dsci]\w* ?[/-] ?[chdkro]|^dc$|^crdr$|^drcr$|^af|bij|^art$|art$|richtung|vorzeichen|sens|nature|"
    r"natura|movimento|movimiento|mutati|soort|rodzaj|strona|kierunek|typ operacji|тип|вид|направл|напрям|jenis|mutasi|tür|işlem|"
    r"収支|区分|種別|نوع|الحركة|\+ ?/ ?-"
)
"""What headings call a column that says the way of the money, or nothing. A city, a payment method, or who paid is none."""
_OF_ANOTHER = re.compile(
    r"card|account|payment|method|karte|konto|zahlung|carte|compte|tarjeta|cuenta|cartão|conta|карт|счет|счёт"
)
_LONGEST_LETTERS = 2


class Direction(NamedTuple):
    """The column, by its folded cells which way the money went, and which of them say that it was a transfer."""

    column: int
    flows: dict[str, Flow]
    transfers: frozenset[str]


def direction_of(heading: Sequence[str], columns: Iterable[tuple[int, Sequence[str]]]) -> Direction | None:
    """Return the first column of which every cell that is not empty says it, and whose heading allows it; None where none does.

    Letters say it where both ways are there: a column of `c` alone says that rows are cleared. The amounts beside it may have a
    sign, too: the whole file tells whether a minus belongs to the column.
    """
    for column, cells in columns:
        name = folded(heading[column])
        if _SAYS_WAY.search(name) is None or _OF_ANOTHER.search(name) is not None:
            continue
        said = {folded(cell) for cell in cells}
        ways = {cell for cell in said if not cell.startswith(_TRANSFERS)}
        found = next((pair for pair in _PAIRS if ways and ways <= pair[0] | pair[1] and ways & pair[0]), None)
        found = found or next((pair for pair in _PAIRS if ways and ways <= pair[1]), None)
        if found is not None and (len(ways) > 1 or len(next(iter(ways))) > _LONGEST_LETTERS):
            flows = dict.fromkeys(found[1], Flow.CREDIT) | dict.fromkeys(found[0], Flow.DEBIT)
            return Direction(column, flows, frozenset(said - ways))
    return None


def transfer_flags(heading: Sequence[str], columns: Iterable[tuple[int, Sequence[str]]]) -> list[int]:
    """Return the columns that say of each row whether it is a transfer between own accounts."""
    flags = _TRUE | _FALSE
    return [column for column, cells in columns if folded(heading[column]) in _FLAGS and {*map(folded, cells)} <= flags]


def is_own_transfer(kind: str) -> bool:
    """Whether a kind of payment says that it was moved between own accounts."""
    return folded(kind) in _OWN


def is_true(cell: str) -> bool:
    """Whether a cell of such a column says that it is one."""
    return folded(cell) in _TRUE
