"""Columns that say in which currency an amount is: by their cells alone, or by what the heading calls them.

One cell that is no code (`usd`, `€`, points of a card) must not hide such a column: its rows in other currencies would be recorded.
Neither must words (`Euro`, `US dollar`); a word that nobody knows is another currency than the budget's.
"""

import re
from collections.abc import Iterable, Sequence

from budget.categories import folded
from budget.currencies import CURRENCIES, codes_called, glued_mark, is_currency_name, mark_of
from budget.errors import InvalidChoice
from budget.money import Money
from budget.settings_said import currency_said
from budget.territories import CALLED

_PARTS = "currency|währung|waehrung|devise|divisa|moneda|moeda|waluta|валюта|通貨|para birimi|döviz|mata uang|العملة"
_NAMED = re.compile(rf"{_PARTS}|\b(?:ccy|munt|valuta)\b")
"""What headings call such a column in the languages here. A column of days (the German `Valuta`) is none."""
_WHOLE = frozenset({*_PARTS.split("|"), "ccy", "munt"})
"""Those that are nothing else: there every word is a currency."""
_SHORT = {
    "ج.م": "EGP", "ر.س": "SAR", "د.إ": "AED", "د.ك": "KWD", "د.ب": "BHD", "ر.ق": "QAR", "ر.ع": "OMR", "د.أ": "JOD", "د.ع": "IQD",
    "د.م": "MAD", "د.ج": "DZD", "د.ت": "TND", "د.ل": "LYD", "ل.ل": "LBP", "ل.س": "SYP", "ر.ي": "YER", "ج.س": "SDG",
}  # fmt: skip
"""How currencies are shortened in Arabic (Unicode CLDR), without the last point."""
_WORD = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"[A-Za-z]{3}")
_ANY = CURRENCIES["USD"]


def currency_columns(heading: Sequence[str], columns: Iterable[tuple[int, Sequence[str]]]) -> list[int]:
    """Return the columns with the currencies of amounts, of some columns with their cells that are not empty."""
    return [column for column, cells in columns if _says_currencies(folded(heading[column]), cells)]


def _says_currencies(name: str, cells: Sequence[str]) -> bool:
    if all(cell in CURRENCIES for cell in cells):
        return True
    fits = _may_be_word if name.strip("# ") in _WHOLE else _may_be_currency
    return _NAMED.search(name) is not None and sum(map(fits, cells)) * 2 > len(cells)


def _may_be_currency(cell: str) -> bool:
    return _CODE.fullmatch(cell) is not None or mark_of(cell, _ANY) is not None or _is_called(cell)


def _may_be_word(cell: str) -> bool:
    return _may_be_currency(cell) or not any(letter.isdecimal() for letter in cell)


def _is_called(cell: str) -> bool:
    """Whether the last word of a cell is what a currency is called: `US dollar`, `Pound sterling`."""
    return bool(codes_called(cell.casefold().replace("-", " ").rpartition(" ")[2]))


def is_currency(said: str) -> bool:
    """Whether what stands beside a number may be a currency."""
    return mark_of(said, _ANY) is not None or said.rstrip(".") in _SHORT or _is_called(said)


def currency_in_words(name: str) -> str:
    """Return the currency that a heading ends with in words: `Betrag in Euro`, `Amount (US dollars)`; an empty text for none."""
    words = _WORD.findall(folded(name))
    if not words or not is_currency_name(words[-1]):
        return ""
    whose = words[-2:-1] if CALLED.keys() & set(words[-2:-1]) else []
    return " ".join([*whose, words[-1]])


def is_own_currency(said: str, money: Money) -> bool | None:
    """Tell what a cell, or what stands beside an amount, says: the budget's currency, another one, or none at all (None).

    It may be a code, a sign, or words: `euros`, `US dollar`, `US-Dollar`.
    """
    own = money.currency
    short = _SHORT.get(said.rstrip("."))
    known = short == own.code if short is not None else True if glued_mark(said, own) else mark_of(said, own)
    if known is not None:
        return known
    words = said.replace("-", " ")
    if not _is_called(words):
        return None
    codes = [codes_called(word) for word in words.casefold().split()]
    if all(own.code in of_word for of_word in codes):  # `Pound sterling`
        return True
    try:
        return currency_said(words, money.locale).code == own.code
    except InvalidChoice:
        return False
