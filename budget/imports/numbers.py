"""Amounts in the cells of a file. Which mark is the decimal one is decided over all of them.

A cell may hold a sign on either side or brackets for it, a currency's mark, and grouped digits: ``$12.50``, ``1,234.50``,
``-110.7 €``, ``(12.50)``, ``12.50-``, ``1'234.50``. A mark is ruled out by any amount that it would give more decimals than the
currency has, or groups that are not of three. ``1.080`` rules out none: as long as no other row does, the person is asked.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from budget.currencies import Currency, mark_of
from budget.errors import Refused, Why
from budget.money import RAISED, clean

MARKS = (".", ",")
_LONGEST = 48  # characters of an amount's cell, and work stays linear
_MARK = r"[^\W\d_]{1,3}\.|[^\d\s.,'()+\-]{1,5}"
_CELL = re.compile(
    rf"(\()? ?([+-])? ?({_MARK})? ?([+-])? ?([0-9][0-9., ']*|[.,][0-9]+) ?([+-])? ?({_MARK})? ?(\))?",
)
_THREE_AT_END = re.compile(r"[0-9]+[.,][0-9]{3}")
_INDIAN = re.compile(r"[1-9][0-9]?(?:,[0-9]{2})*,[0-9]{3}")
_GROUPED = {mark: re.compile(rf"[1-9][0-9]{{0,2}}(?:{re.escape(mark)}[0-9]{{3}})+") for mark in (".", ",", " ", "'")}


class Figure(NamedTuple):
    """An amount's cell taken apart; ``mark`` is what names a currency in it."""

    negative: bool
    digits: str
    mark: str = ""


def figure_of(cell: str) -> Figure | None:
    """Take an amount's cell apart; None for one that holds no amount."""
    text = " ".join(clean(cell.replace("’", "'")).split()).replace("- ", "-").replace("–", "-")
    found = _CELL.fullmatch(text) if 0 < len(text) <= _LONGEST else None
    if found is None or RAISED in text:
        return None
    opened, before, first, between, digits, after, last, closed = found.groups()
    signs = [sign for sign in (before, between, after) if sign]
    if len(signs) + bool(opened) > 1 or bool(opened) != bool(closed) or (first and last):
        return None
    mark = first or last or ""
    side = mark.upper().rstrip(".") if last else ""
    if side in {"CR", "DR"} and not signs and not opened:  # what Indian and British banks write for the sign
        return Figure(side == "DR", digits.strip())
    return Figure(bool(opened) or "-" in signs, digits.strip(), mark)


def value_of(digits: str, mark: str, currency: Currency, *, indian: bool = False) -> int:
    """Return digits with their separators as minor units, by one decimal mark. Raises `Refused`."""
    whole, _, decimals = digits.partition(mark)
    decimals = decimals.rstrip("0")
    separators = {letter for letter in whole if not letter.isdecimal()}
    if (decimals and not decimals.isdecimal()) or len(separators) > 1:
        raise Refused(Why.GROUPING, digits)
    if separators:
        (separator,) = separators
        grouped = _GROUPED[separator].fullmatch(whole)
        if grouped is None and not (indian and _INDIAN.fullmatch(whole)):
            raise Refused(Why.GROUPING, digits)
        whole = whole.replace(separator, "")
    if len(decimals) > currency.exponent:
        raise Refused(Why.MORE_DECIMALS, digits)
    return int((whole or "0") + decimals.ljust(currency.exponent, "0"))


class MarkChoice(NamedTuple):
    """The decimal mark of a file. ``mark`` is empty where it has to be asked about, with that ``doubt`` as the example.

    ``mixed``: rows contradict each other, so what can be read in two ways stays unread.
    """

    mark: str
    mixed: bool = False
    doubt: tuple[int, str] | None = None


def possible_values(digits: str, currency: Currency, *, indian: bool) -> dict[str, int]:
    """Return the values that digits have, by decimal mark; none for those that cannot be read."""
    values = {}
    for mark in MARKS:
        try:
            values[mark] = value_of(digits, mark, currency, indian=indian)
        except Refused:
            continue
    return values


def decimal_mark(
    figures: Iterable[tuple[int, str]], currency: Currency, *, indian: bool = False, known: str = "", usual: str = ""
) -> MarkChoice:
    """Decide the decimal mark over the digits of all amounts, each with its line.

    An amount such as ``1.234`` counts only where no other settles it: it may as well be a mistake. ``known`` is what the person
    or a standard says. ``usual`` is what the program writes as a rule: it counts where no row
    says otherwise.
    """
    if known:
        return MarkChoice(known)
    votes = {mark: [0, 0] for mark in MARKS}
    doubts: list[tuple[int, str]] = []
    settled: list[tuple[int, str]] = []
    for line, digits in figures:
        values = possible_values(digits, currency, indian=indian)
        if len(values) == 1:
            votes[next(iter(values))][_THREE_AT_END.fullmatch(digits) is not None] += 1
            settled.append((line, digits))
        elif len(set(values.values())) > 1:
            doubts.append((line, digits))
    points, commas = votes["."], votes[","]
    mixed = any(points) and any(commas)
    if points != commas:
        return MarkChoice("." if points > commas else ",", mixed)
    if usual or not (doubts or settled):
        return MarkChoice(usual or ".", mixed)
    return MarkChoice("", mixed, (doubts or settled)[0])


def is_other_currency(code: str, own: Currency) -> bool:
    """Whether what a row's own column says is another currency than the budget's; points and miles are, too."""
    return bool(code) and not mark_of(code, own)


def is_some(cell: str) -> bool:
    """Whether a cell holds an amount other than zero; what is no amount at all is left to be refused."""
    figure = figure_of(cell)
    return bool(cell) if figure is None else bool(figure.digits.strip("0.,"))
