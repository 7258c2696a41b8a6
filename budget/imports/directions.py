"""Columns whose words say of each row which way the money went, or that it is a transfer between own accounts."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from budget.categories import folded
from budget.imports.rows import Flow
from budget.imports.ways import CAME_IN, NAMES, SPENT, WAYS, is_word

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


_SIGNS = frozenset("+-–−")
_WHOLE = frozenset("transaction|transactions|txn|txns|dc|crdr|drcr|i/o|+/-|+ / -".split("|"))
"""What a whole heading is where its column may say the way of the money. One without a name, or with a number for one, may, too."""
_BEGINNINGS = tuple(
    "type typ tipo kind sign direction flow indicator indikator vorzeichen richtung sens natur movimento movimiento mutati soort "
    "rodzaj strona kierunek тип вид направл напрям jenis mutasi tür işlem art 収支 区分 種別 نوع الحركة".split()
)
"""How words begin that such headings have."""
_ENDINGS = tuple("typ type art soort richtung vorzeichen flow indikator indicator 収支 区分 種別".split())
"""How compounds end: `Buchungsart`, `Umsatztyp`."""
_WORD = re.compile(r"[^\W_]+")
_OF_ANOTHER = re.compile(
    r"card|account|payment|method|karte|konto|zahlung|carte|compte|tarjeta|cuenta|cartão|conta|карт|счет|счёт"
)


class Direction(NamedTuple):
    """The column, by its folded cells which way the money went, and which of them say that it was a transfer."""

    column: int
    flows: dict[str, Flow]
    transfers: frozenset[str]


class Words(NamedTuple):
    """A column in which one of two words stands in every row, and what they are: one may be money out, the other money in."""

    column: int
    words: tuple[str, ...]

    def direction(self, out: str) -> Direction:
        """Return what the column says where one of its words is money out."""
        return Direction(
            self.column,
            {one: Flow.DEBIT if one == out else Flow.CREDIT for one in map(folded, self.words)},
            frozenset(),
        )


def are_signs(cells: Sequence[str]) -> bool:
    """Whether every cell is a sign alone, and both stand there: elsewhere a dash says nothing."""
    return "+" in cells and len(set(cells)) > 1 and _SIGNS.issuperset(cells)


def says_way(name: str) -> bool:
    """Whether a folded heading may be that of a column that says the way of the money, or says nothing.

    A city, a payment method, or who paid is none.
    """
    if _OF_ANOTHER.search(name) is not None:
        return False
    if not name or name.isdecimal() or name in _WHOLE:
        return True
    words = _WORD.findall(name)
    if any(word.startswith(_BEGINNINGS) or word.endswith(_ENDINGS) for word in words):
        return True
    if any(is_word(word) and word in NAMES for word in (name, *words)):
        return True
    return any(not way.out.isdisjoint(words) and not way.into.isdisjoint(words) for way in WAYS)


def direction_of(
    heading: Sequence[str], columns: Sequence[tuple[int, Sequence[str]]], *, signed: bool = True
) -> Direction | None:
    """Return the first column of which every cell that is not empty says it, and whose heading allows it; None where none does.

    Letters say it where both ways are there: a column of `c` alone says that rows are cleared. The amounts beside it may have a
    sign, too: the whole file tells whether a minus belongs to the column. Where they have none (not ``signed``), nothing else
    tells, and most cells are enough: rows of other words (`Fee`) are unsure, and the others are not asked about with them.
    """
    allowed = [one for one in columns if says_way(folded(heading[one[0]]))]
    whole = _whole_direction(allowed)
    return whole if whole is not None or signed else _most_direction(allowed)


_TWO = 2
_LONGEST_WORD = 40


def words_of(heading: Sequence[str], columns: Iterable[tuple[int, Sequence[str]]], rows: int) -> Words | None:
    """Return the first column with two words, of which nobody knows that both say the same, where a heading allows it.

    Amounts beside it have no sign: nothing else tells which of the rows were spent.
    """
    for column, cells in columns:
        name = folded(heading[column])
        words = {folded(cell): cell for cell in cells}
        known = words.keys() <= SPENT or words.keys() <= CAME_IN
        is_pair = len(words) == _TWO and not known and max(map(len, words)) <= _LONGEST_WORD
        if is_pair and len(cells) == rows and name and not name.isdecimal() and says_way(name):
            return Words(column, tuple(words.values()))
    return None


def _whole_direction(columns: Iterable[tuple[int, Sequence[str]]]) -> Direction | None:
    for column, cells in columns:
        said = {folded(cell) for cell in cells}
        ways = {cell for cell in said if not cell.startswith(_TRANSFERS)}
        found = next((way for way in WAYS if ways and ways <= way.out | way.into and ways & way.out), None)
        found = found or next((way for way in WAYS if ways and ways <= way.into), None)
        if found is not None and (len(ways) > 1 or is_word(next(iter(ways)))):
            flows = dict.fromkeys(found.into, Flow.CREDIT) | dict.fromkeys(found.out, Flow.DEBIT)
            return Direction(column, flows, frozenset(said - ways))
    return None


def _most_direction(columns: Iterable[tuple[int, Sequence[str]]]) -> Direction | None:
    """Return the first column of which most cells say it, of both ways."""
    for column, cells in columns:
        said = list(map(folded, cells))
        transfers = {cell for cell in said if cell.startswith(_TRANSFERS)}
        for way in WAYS:
            known = [cell for cell in said if cell in way.out | way.into]
            if len(known) * 2 > len(said) and not way.out.isdisjoint(known) and not way.into.isdisjoint(known):
                into, out = way.into | way.came, way.out | way.spent
                return Direction(
                    column, dict.fromkeys(into, Flow.CREDIT) | dict.fromkeys(out, Flow.DEBIT), frozenset(transfers)
                )
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
