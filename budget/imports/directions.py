"""Columns whose words say of each row which way the money went, or that it is a transfer between own accounts.

Sources: statements of Volksbanken (`S`, `H`), ING (`Af`, `Bij`), Baltic banks (`D`, `K`), BCA (`DB`, `CR`), exports of Spendee,
Wallet, Money Manager (`Exp.`, `Income`, `Transfer-Out`) and MoneyForward, and what programs write in the other languages.
"""

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
_FLAGS = frozenset({"transfer", "is transfer", "is_transfer", "振替"})
"""What headings call a column that is true for transfers."""
_TRUE = frozenset({"1", "true", "yes", "y", "x", "ja", "oui", "sí", "si", "sim", "да", "так"})
_FALSE = frozenset({"0", "false", "no", "n", "nein", "non", "não", "nao", "нет", "ні"})


class Direction(NamedTuple):
    """The column, by its folded cells which way the money went, and which of them say that it was a transfer."""

    column: int
    flows: dict[str, Flow]
    transfers: frozenset[str]


def direction_of(columns: Iterable[tuple[int, Sequence[str]]]) -> Direction | None:
    """Return the first column of which every cell that is not empty says it; None where none does.

    The amounts beside it may have a sign, too: the whole file tells whether a minus belongs to the column.
    """
    for column, cells in columns:
        said = {folded(cell) for cell in cells}
        ways = {cell for cell in said if not cell.startswith(_TRANSFERS)}
        found = next((pair for pair in _PAIRS if ways and ways <= pair[0] | pair[1] and ways & pair[0]), None)
        found = found or next((pair for pair in _PAIRS if ways and ways <= pair[1]), None)
        if found is not None:
            flows = dict.fromkeys(found[1], Flow.CREDIT) | dict.fromkeys(found[0], Flow.DEBIT)
            return Direction(column, flows, frozenset(said - ways))
    return None


def transfer_flags(heading: Sequence[str], columns: Iterable[tuple[int, Sequence[str]]]) -> list[int]:
    """Return the columns that say of each row whether it is a transfer between own accounts."""
    flags = _TRUE | _FALSE
    return [column for column, cells in columns if folded(heading[column]) in _FLAGS and {*map(folded, cells)} <= flags]


def is_true(cell: str) -> bool:
    """Whether a cell of such a column says that it is one."""
    return folded(cell) in _TRUE
