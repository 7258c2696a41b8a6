"""Rows of a table that are no payments: rules between its parts, and totals and balances at its end.

Sources: statements of HDFC (asterisks around the heading, a summary), ICICI, Capital One, ZKB and Austrian banks, Banco do Brasil
(`Saldo Anterior`, `S A L D O`), Volksbanken (`Anfangssaldo`) and Swedbank (`Opening balance`, `Turnover`), and what others call a
total in their language.
"""

import re
from collections.abc import Sequence

from budget.categories import folded
from budget.imports.cells import is_day

_FEWEST = 2  # rows below a summary that tell its shape from theirs
_YEAR = 3  # digits of a number that is no day and no month
_DIGITS = re.compile("[0-9]+")
_TOTAL = re.compile(
    r"^(?:sub|grand |sub-)?totals?\b|^totale\b|^totaal\b|^toplam\b|^sum(?:me|men|ma|a)?\b|^som(?:a|me)\b|^gesamt|^zwischensumme|"
    r"^saldo\b|^solde\b|\b(?:opening|closing|ending|beginning|available|running) bal|^balance\b|^kontostand|"
    r"^итого|^всего|^разом|^усього|^合計|^小計|^残高|^الإجمالي|^المجموع"
)
"""How cells begin that name a total or a balance."""


def is_total(cells: Sequence[str]) -> bool:
    """Whether a row without a day names a total or a balance."""
    return any(_TOTAL.search(folded(cell)) for cell in cells)


_BALANCE = re.compile(
    r"(?:opening|closing|beginning|ending|starting|previous|prior|available|current|running|ledger|statement) balance|"
    r"balance (?:b|c)/?f(?:wd)?|(?:balance )?(?:brought|carried) (?:forward|down)|balance forward|turnover|"
    r"(?:anfangs|end|schlu(?:ss|ß)|start|eröffnungs|abschluss)saldo|saldovortrag|"
    r"(?:(?:alter|neuer|aktueller) )?kontostand|(?:alter|neuer|aktueller) saldo|"
    r"(?:ancien|nouveau) solde|solde (?:initial|final|précédent|antérieur|créditeur|débiteur|comptable)|"
    r"saldo (?:anterior|inicial|final|actual|disponible|contable|do dia|atual|disponível|parcial|iniziale|finale|contabile|"
    r"disponibile|precedente|attuale|początkowe|końcowe|poprzednie|awal|akhir)|s a l d o|"
    r"(?:begin|eind|start)saldo|(?:oud|nieuw|vorig) saldo|(?:ingående|utgående|inngående) (?:saldo|balans)|slutsaldo|"
    r"(?:primo|ultimo|alg|lõpp)saldo|käive|(?:sākuma|beigu) atlikums|apgrozījums|likutis (?:pradžiai|pabaigai)|apyvarta|"
    r"(?:входящий|исходящий|начальный|конечный) (?:остаток|баланс)|входящее сальдо|исходящее сальдо|"
    r"(?:вхідний|вихідний|початковий|кінцевий) (?:залишок|баланс)|вхідне сальдо|вихідне сальдо|"
    r"(?:devreden|açiliş|kapaniş|önceki) bakiye(?:si)?|(?:前月|前回|前期)?繰越(?:残高|金)?|(?:前月|前回|期首|期末)残高|"
    r"الرصيد (?:الافتتاحي|الختامي|السابق|الحالي)"
)
"""What a whole cell says of a row that has a day and is a balance. `TOTAL` and `New Balance` are shops, `Saldo` pays a phone."""
_LONGEST_NAMED = 60  # characters of what names a balance and its day: matching is quadratic in them
_OF_A_DAY = frozenset({"saldo", "solde", "balance", "bakiye", "остаток", "залишок", "баланс", "残高", "الرصيد"})
"""What says so where the day of the balance stands behind it."""
_DAYS, _MONTHS, _ALWAYS = 31, 12, [24, 7]
_AS_OF = re.compile(
    r"[ :]*(?:\b(?:as of|as at|of|on|per|pr|am|vom|zum|au|du|al|del|em|op|na|на) ?)?[0-9]{1,4}(?:[./-][0-9]{1,4}){1,2}\.?$|:$"
)
"""The day behind it: ``as of 11/01/2026``, ``au 01.11.2026``."""


def _without_day(found: re.Match[str]) -> str:
    """Return nothing for a day behind what names a balance, and what stands there else: `saldo 50.000`, `balance 24/7`."""
    numbers = [int(one) for one in re.findall(r"[0-9]+", found[0])]
    parts = 3  # a day's
    of_month = len(numbers) == parts - 1 and all(0 < one <= _DAYS for one in numbers) and min(numbers) <= _MONTHS
    is_day = not numbers or len(numbers) == parts or (of_month and numbers != _ALWAYS)
    return "" if is_day else found[0]


def is_balance(cells: Sequence[str]) -> bool:
    """Whether a cell of a row says nothing but that its amount is a balance, or a sum of the payments around it."""
    for cell in (folded(cell) for cell in cells if len(cell) <= _LONGEST_NAMED):
        named = _AS_OF.sub(_without_day, cell)
        if _BALANCE.fullmatch(named) or (named != cell and named in _OF_A_DAY):
            return True
    return False


def is_summary(cells: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row of a table without a heading says what the ``rows`` below it come to: its cells have other shapes.

    Santander Bank Polska begins its file with the account, the day as `2026-11-25` and two balances; payments have `25-11-2026`.
    A column counts where all rows below have days, written alike.
    """
    if len(rows) < _FEWEST:
        return False
    for column in range(min(map(len, rows))):
        shapes = {_shape(row[column]) for row in rows}
        own = cells[column] if column < len(cells) else ""
        if len(shapes) == 1 and all(is_day(row[column].strip()) for row in rows) and _shape(own) not in shapes:
            return True
    return False


def _shape(cell: str) -> str:
    """Return how a day is written: with its marks, and a 9 for a day or a month, four for a year."""
    return _DIGITS.sub(lambda found: "9" if len(found[0]) < _YEAR else "9999", cell.strip())


def is_rule(cells: Sequence[str]) -> bool:
    """Whether a row is nothing but lines drawn with asterisks, hyphens and the like."""
    return not any(letter.isalnum() for cell in cells for letter in cell)
