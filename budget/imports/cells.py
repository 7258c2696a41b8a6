"""What the cells of a table look like: days, amounts, and amounts that a comma within them tore apart."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from budget.imports.bounds import MOST_COLUMNS
from budget.imports.currency_columns import is_currency
from budget.imports.days import Order, Parts, day_of, in_order
from budget.imports.numbers import figure_of

_ANY_DAY = date(2000, 1, 1)  # which century a year of two digits is in makes no cell a day
_THOUSANDS = re.compile(r" ?[^\w\s]{0,2}[0-9]{1,3}")
_DECIMALS = re.compile(r"[0-9][.,][0-9]{1,2}$")
_REST = re.compile(r"[0-9]{3}(?:\.[0-9]{1,3})?[^\w\s]? ?")


def is_day(cell: str) -> bool:
    """Whether a cell may be a day."""
    found = day_of(cell, lambda moment: moment.date(), _ANY_DAY)
    if not isinstance(found, Parts):
        return found is not None
    return any(in_order(found, order, _ANY_DAY) is not None for order in Order)  # a sort code (`30-00-00`) is none


def is_amount(cell: str) -> bool:
    """Whether a cell may be an amount, and no day."""
    figure = figure_of(cell)
    named = figure is not None and (not figure.mark or is_currency(figure.mark))
    return named and not is_day(cell)


class Torn(NamedTuple):
    """Which columns may hold amounts that a comma within them tore apart."""

    apart: frozenset[int] = frozenset()
    """Columns with a number beside the number of the next column: those are two."""
    money: frozenset[int] = frozenset()
    """Columns with decimals: those are no branch's or card's number."""

    @classmethod
    def by(cls, rows: Iterable[Sequence[str]]) -> "Torn":
        """Tell it by the first rows."""
        found = [(column, pair) for cells in rows for column, pair in enumerate(pairwise(cells[:MOST_COLUMNS]))]
        apart = (column for column, pair in found if all(map(is_amount, pair)) and not _may_be_one(*pair))
        return cls(frozenset(apart), frozenset(column for column, pair in found if _DECIMALS.search(pair[0])))

    def is_in(self, cells: Sequence[str]) -> bool:
        """Whether a row may have such an amount."""
        return any(
            column not in self.apart and _may_be_one(*pair) and ("." in pair[1] or column in self.money)
            for column, pair in enumerate(pairwise(cells))
        )


def _may_be_one(cell: str, following: str) -> bool:
    return _THOUSANDS.fullmatch(cell) is not None and _REST.fullmatch(following) is not None
