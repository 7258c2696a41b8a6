"""Columns that say in which currency an amount is: by their cells alone, or by what the heading calls them.

One cell that is no code (`usd`, `€`, points of a card) must not hide such a column: its rows in other currencies would be recorded.
"""

import re
from collections.abc import Iterable, Sequence

from budget.categories import folded
from budget.currencies import CURRENCIES, mark_of

_NAMED = re.compile(
    r"currency|\bccy\b|währung|waehrung|devise|divisa|moneda|moeda|\bmunt\b|\bvaluta\b|waluta|валюта|通貨|para birimi|döviz|"
    r"mata uang|العملة"
)
"""What headings call such a column in the languages here. A column of days (the German `Valuta`) is none."""
_CODE = re.compile(r"[A-Za-z]{3}")
_ANY = CURRENCIES["USD"]


def currency_columns(heading: Sequence[str], columns: Iterable[tuple[int, Sequence[str]]]) -> list[int]:
    """Return the columns with the currencies of amounts, of some columns with their cells that are not empty."""
    return [
        column
        for column, cells in columns
        if all(cell in CURRENCIES for cell in cells)
        or (_NAMED.search(folded(heading[column])) and sum(map(_may_be_currency, cells)) * 2 > len(cells))
    ]


def _may_be_currency(cell: str) -> bool:
    return _CODE.fullmatch(cell) is not None or mark_of(cell, _ANY) is not None
