"""Amounts in the cells of a file. Which mark is the decimal one is decided over all of them.

A cell may hold a sign on either side or brackets for it, a currency's mark, and grouped digits: ``$12.50``, ``1,234.50``,
``-110.7 €``, ``(12.50)``, ``12.50-``, ``1'234.50``, ``3 US dollars``, ``١٬٢٣٤٫٥٠``. A mark is ruled out by any amount that it would
give more decimals than the currency has, or groups that are not of three. ``1.080`` rules out none: as long as no other row does,
the person is asked.
``1.234`` rules out one in a currency of two decimals, and may be a mistake: it settles nothing for the other rows.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from budget.currencies import Currency, mark_of
from budget.errors import Refused, Why
from budget.imports.apostrophes import plain
from budget.money import RAISED, Money, clean

MARKS = (".", ",")
_OTHER = {".": ",", ",": "."}
_LONGEST = 48  # characters of an amount's cell, and work stays linear
_WORDS = r"[^\W\d_]{2,20}(?:[ \-][^\W\d_]{2,20}){0,2}"
_MARK = rf"(?:[^\W\d_]{{1,3}}\.){{1,3}}|[^\d\s.,'()+\-]{{1,5}}|{_WORDS}"
_CELL = re.compile(
    rf"(\()? ?([+-])? ?({_MARK})? ?([+-])? ?([0-9][0-9., ']*|[.,][0-9]+) ?([+-])? ?({_MARK})? ?(\))?",
)
_SIDES = {"CR": "CR", "DR": "DR", "DB": "DR"}
"""What Indian, British and Indonesian banks write behind an amount for the sign."""
_MINUS = re.compile("^[▲△] ?")
"""What Japanese tables write for a minus."""
_ARABIC_THOUSANDS, _ARABIC_DECIMALS = "\u066c", "\u066b"
_ARABIC = re.compile(rf"([0-9]{{1,3}}(?:{_ARABIC_THOUSANDS}[0-9]{{3}})+|[0-9]+)(?:{_ARABIC_DECIMALS}([0-9]*))?")
_AT_END = re.compile(r"[.,]([0-9]{1,2})$")
_SURE = 4
"""As many decimals are no group of thousands."""
_THREE_AT_END = re.compile(r"[0-9]+[.,][0-9]{3}")
_INDIAN = re.compile(r"[1-9][0-9]?(?:,[0-9]{2})*,[0-9]{3}")
_GROUPED = {mark: re.compile(rf"[1-9][0-9]{{0,2}}(?:{re.escape(mark)}[0-9]{{3}})+") for mark in (".", ",", " ", "'")}


class Figure(NamedTuple):
    """An amount's cell taken apart; ``mark`` is what names a currency in it.

    ``side`` is ``+`` where a plus stands there, and ``CR`` or ``DR`` where those say which way the money went.
    """

    negative: bool
    digits: str
    mark: str = ""
    side: str = ""


def figure_of(cell: str) -> Figure | None:
    """Take an amount's cell apart; None for one that holds no amount."""
    text = " ".join(clean(plain(cell).replace("’", "'")).split()).replace("- ", "-").replace("–", "-")
    text = _MINUS.sub("-", text)
    text = _ARABIC.sub(_by_a_point, text.replace("،", ","))
    found = _CELL.fullmatch(text) if 0 < len(text) <= _LONGEST else None
    if found is None or RAISED in text:
        return None
    opened, before, first, between, digits, after, last, closed = found.groups()
    signs = [sign for sign in (before, between, after) if sign]
    if len(signs) + bool(opened) > 1 or bool(opened) != bool(closed) or (first and last):
        return None
    mark = first or last or ""
    side = mark.upper().rstrip(".") if last else ""
    if side in _SIDES and not signs and not opened:
        return Figure(_SIDES[side] == "DR", digits.strip(), side=_SIDES[side])
    return Figure(bool(opened) or "-" in signs, digits.strip(), mark, "+" if "+" in signs else "")


def hundredths_of(cell: str) -> int | None:
    """Return an amount in hundredths by its last mark, to be compared with others; None for none, or for one with more decimals."""
    figure = figure_of(cell)
    if figure is None:
        return None
    decimals = _AT_END.search(figure.digits)
    whole = figure.digits[: decimals.start()] if decimals is not None else figure.digits
    number = "".join(letter for letter in whole if letter.isdecimal()) or "0"
    value = int(number + (decimals[1] if decimals is not None else "").ljust(2, "0"))
    return -value if figure.negative else value


def _by_a_point(found: re.Match[str]) -> str:
    """Return a number with Arabic marks, of which each has one meaning, with a point and as many decimals as leave it one."""
    if found[2] is None and _ARABIC_THOUSANDS not in found[1]:
        return found[0]
    whole = found[1].replace(_ARABIC_THOUSANDS, "")
    return f"{whole}.{(found[2] or '').ljust(_SURE, '0')}"


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

    ``mixed``: rows contradict each other, so what can be read in two ways stays unread. ``each``: the others are read by their own
    mark then, for the format allows both.
    """

    mark: str
    mixed: bool = False
    doubt: tuple[int, str] | None = None
    each: bool = False

    def of(self, digits: str, currency: Currency, *, indian: bool) -> str:
        """Return the decimal mark of an amount. Raises `Refused` for one that can be read in two ways."""
        if not self.mixed:
            return self.mark
        values = possible_values(digits, currency, indian=indian)
        if len(set(values.values())) > 1 or (self.each and _THREE_AT_END.fullmatch(digits)):
            raise Refused(Why.TWO_WAYS, digits)
        return next(iter(values), self.mark) if self.each else self.mark


def written_by(mark: str, currency: Currency) -> str:
    """Return an amount as it is written with a decimal mark; in a currency without decimals one that the other mark groups."""
    group, decimals = _OTHER[mark], "567"[: currency.exponent]
    return f"1{group}234{mark}{decimals}" if decimals else f"1{group}234{group}567"


def possible_values(digits: str, currency: Currency, *, indian: bool) -> dict[str, int]:
    """Return the values that digits have, by decimal mark; none for those that cannot be read."""
    values = {}
    for mark in MARKS:
        try:
            values[mark] = value_of(digits, mark, currency, indian=indian)
        except Refused:
            continue
    return values


class _Evidence:
    """What the amounts of a file say about its decimal mark."""

    def __init__(self, figures: Iterable[tuple[int, str]], currency: Currency, *, indian: bool) -> None:
        self.exact = dict.fromkeys(MARKS, 0)
        """By mark, how many amounts have no other one: ``12.50``, ``1.234,50``, ``1.234.567``."""
        self.thousands: dict[str, list[tuple[int, str]]] = {mark: [] for mark in MARKS}
        """By mark, the amounts that can only have it because of their third decimal: ``1.234`` by the comma."""
        self.grouped = dict.fromkeys(MARKS, False)
        """By mark, whether an amount shows how the file groups: ``1.234,50``, ``1.234.567``."""
        self.doubts: list[tuple[int, str]] = []
        """The amounts that can have either: ``1.080``."""
        self._settled: list[tuple[int, str]] = []
        for line, digits in figures:
            values = possible_values(digits, currency, indian=indian)
            if len(values) == 1:
                self._settle(next(iter(values)), line, digits)
            elif len(set(values.values())) > 1:
                self.doubts.append((line, digits))

    def _settle(self, mark: str, line: int, digits: str) -> None:
        self._settled.append((line, digits))
        if _THREE_AT_END.fullmatch(digits) and mark not in digits:
            self.thousands[mark].append((line, digits))
            return
        self.exact[mark] += 1
        self.grouped[mark] |= sum(digits.count(one) for one in MARKS) > 1

    @property
    def example(self) -> tuple[int, str]:
        """The amount that it is asked about with."""
        return next(iter((*self.doubts, *self.thousands["."], *self.thousands[","], *self._settled)))

    def are_all_grouped_by(self, mark: str) -> bool:
        """Whether every amount in doubt has this mark, as it has where it groups."""
        return all(mark in digits for _, digits in self.doubts)


def decimal_mark(
    figures: Iterable[tuple[int, str]], money: Money, *, known: str = "", usual: str = "", each: bool = False
) -> MarkChoice:
    """Decide the decimal mark over the digits of all amounts, each with its line.

    Thousands such as ``1.234`` never settle it alone, but by the budget's own grouping. ``known`` is what the person or a
    standard says. ``usual`` is what the program writes as a rule: it counts where no row says otherwise. ``each``: the format lets
    each amount have either mark, so amounts of both need no answer.
    """
    if known:
        return MarkChoice(known)
    grouping = money.locale.group
    found = _Evidence(figures, money.currency, indian=money.is_indian)
    exact, thousands = found.exact, found.thousands
    mark = max(MARKS, key=lambda one: (exact[one], len(thousands[one])))
    other = _OTHER[mark]
    mixed = bool((exact[mark] or thousands[mark]) and (exact[other] or thousands[other]))
    if each and exact[mark] and exact[other]:
        return MarkChoice(mark, mixed=True, each=True)
    if exact[mark]:
        is_clear = not thousands[mark] or found.grouped[mark] or mark == usual or other == grouping
        is_clear = is_clear and exact[mark] > exact[other]
    elif thousands[mark]:
        is_own = not usual and other == grouping and found.are_all_grouped_by(other)
        is_clear = not mixed and (mark == usual or is_own)
    else:
        mark = usual or "."
        is_clear = bool(usual) or not found.doubts
    return MarkChoice(mark, mixed) if is_clear else MarkChoice("", mixed, found.example)


def is_other_currency(code: str, own: Currency) -> bool:
    """Whether what a row's own column says is another currency than the budget's; points and miles are, too.

    There a code in small letters is no everyday word.
    """
    return bool(code) and not mark_of(code, own) and code.upper() != own.code


def is_some(cell: str) -> bool:
    """Whether a cell holds an amount other than zero; what is no amount at all is left to be refused."""
    figure = figure_of(cell)
    return bool(cell) if figure is None else bool(figure.digits.strip("0.,"))


def is_below_zero(cell: str) -> bool:
    """Whether a cell holds an amount with a minus, or in brackets."""
    figure = figure_of(cell)
    return figure is not None and figure.negative
