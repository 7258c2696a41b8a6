"""Rows of a table that are no payments: rules between its parts, and totals and balances at its end.

Sources: statements of HDFC (asterisks around the heading, a summary), ICICI, Capital One, ZKB and Austrian banks, and what others
call a total in their language.
"""

import re
from collections.abc import Sequence

from budget.categories import folded

_TOTAL = re.compile(
    r"^(?:sub|grand |sub-)?totals?\b|^totale\b|^totaal\b|^toplam\b|^sum(?:me|men|ma|a)?\b|^som(?:a|me)\b|^gesamt|^zwischensumme|"
    r"^saldo\b|^solde\b|\b(?:opening|closing|ending|beginning|available|running) bal|^balance\b|^kontostand|"
    r"^итого|^всего|^разом|^усього|^合計|^小計|^残高|^الإجمالي|^المجموع"
)
"""How cells begin that name a total or a balance."""


def is_total(cells: Sequence[str]) -> bool:
    """Whether a row without a day names a total or a balance."""
    return any(_TOTAL.search(folded(cell)) for cell in cells)


def is_rule(cells: Sequence[str]) -> bool:
    """Whether a row is nothing but lines drawn with asterisks, hyphens and the like."""
    return not any(letter.isalnum() for cell in cells for letter in cell)
