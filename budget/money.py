"""Reading amounts whole, and writing them so that they read back the same.

Money is an ``int`` of minor units (cents). A number that can be read in two ways keeps both values, one that cannot be read is
refused with the reason, and nothing is rounded. Rules 1 to 3 of the grammar are here: digits and separators, marks, sums.
"""

import re
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import product

from budget.currencies import Currency, cap_of, is_minor_unit, is_own_minor_unit, mark_of
from budget.errors import Refused, Why
from budget.locales import Locale

_LONGEST = 64  # characters of one amount, working included: nothing longer is money, and work stays linear


@dataclass(frozen=True, slots=True)
class Amount:
    """One way to read a number: ``minor`` units, and for a sum its ``working`` (terms of factors, minor units or counts)."""

    minor: int
    working: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A token read as money: every possible ``amounts`` (asked about where ``unsure``), ``marked`` by a currency or decimals."""

    amounts: tuple[Amount, ...]
    unsure: bool
    marked: bool


@dataclass(frozen=True, slots=True)
class Money:
    """The currency and the locale of a budget: all that is needed to read an amount or to write one."""

    currency: Currency
    locale: Locale
    _unit: int = field(init=False, repr=False, compare=False)
    _before: str = field(init=False, repr=False, compare=False)
    _after: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        symbol, first = self.currency.symbol, self.locale.symbol_first
        # A code or a word is never glued to its number: `KWD 1.250`, but `$5`.
        space = "\xa0" if self.locale.symbol_spaced or symbol[-1 if first else 0].isalpha() else ""
        object.__setattr__(self, "_unit", 10**self.currency.exponent)
        object.__setattr__(self, "_before", f"{symbol}{space}" if first else "")
        object.__setattr__(self, "_after", "" if first else f"{space}{symbol}")

    @property
    def is_indian(self) -> bool:
        """Whether it is counted in lakhs, and may be grouped by two above the thousands (`1,50,000`)."""
        return self.locale.name.endswith("_IN")

    @property
    def cap(self) -> int:
        """The largest amount of one entry, in minor units."""
        return cap_of(self.currency) * int(10**self.currency.exponent)

    def written(self, minor: int, *, bare: bool = False, short: bool = False) -> str:
        """Write minor units for people: ``$1,234.50``, ``1.234,50 €``; `read` gives the same back for every positive amount.

        ``bare`` leaves the symbol out, ``short`` leaves empty decimals out.
        """
        units, cents = divmod(abs(minor), self._unit)
        digits = f"{units:,}".replace(",", self.locale.group) if units >= 1000 else str(units)
        if self._unit > 1 and (cents or not short):
            digits = f"{digits}{self.locale.decimal}{str(cents).zfill(self.currency.exponent)}"
        sign = "-" if minor < 0 else ""
        return sign + digits if bare else f"{sign}{self._before}{digits}{self._after}"

    def brief(self, minor: int, *, up: bool = False) -> str:
        """Write an amount of at least zero for a headline: ``$332``, whole units from ten on, rounded down unless ``up``."""
        unit = self._unit
        if minor >= 10 * unit:
            minor = -(-minor // unit) * unit if up else minor // unit * unit
        return self.written(minor, short=True)

    def plain(self, minor: int) -> str:
        """Write minor units as a decimal string for programs: ``1234.50``, with all decimals of the currency."""
        units, cents = divmod(abs(minor), self._unit)
        decimals = f".{str(cents).zfill(self.currency.exponent)}" if self._unit > 1 else ""
        return f"{'-' if minor < 0 else ''}{units}{decimals}"

    def read_plain(self, text: str) -> int:
        """Return the minor units that `plain` wrote so, in any locale; raise ValueError for any other text."""
        digits = text.replace(".", "", 1)
        minor = int(digits) if digits.isascii() and digits.isdecimal() and len(digits) <= _LONGEST else -1
        if minor < 0 or self.plain(minor) != text:
            raise ValueError(text)
        return minor

    def read(self, token: str) -> Number | None:
        """Read one cleaned token (see `clean`) as an unsigned amount: all its ways, or None where it is a word.

        Raises `Refused` for what is a number but cannot be an amount. Zero and the cap are left to `checked`, for a number
        in a note may be anything.
        """
        if len(token) > _LONGEST:
            if not _PARTS_OF_NUMBERS.issuperset(token):
                return None
            raise Refused(Why.TOO_LONG, token[:20])
        if _BARE.fullmatch(token):  # nine of ten amounts: 12, 12.50
            number = self._numeral(token)
            return Number(tuple(Amount(value) for value in number.values), number.unsure, number.marked)
        if RAISED in token:
            if any(letter.isdecimal() for letter in token) or token.strip(RAISED) == "":
                raise Refused(Why.RAISED_DIGITS)
            return None
        if not any(letter.isdecimal() for letter in token):
            return None
        if _PERCENT.fullmatch(token):
            raise Refused(Why.PERCENT, token)
        if _EXPONENT.fullmatch(token):
            raise Refused(Why.EXPONENT, token)
        if _FRACTION.fullmatch(token):
            raise Refused(Why.DIVISION, token)
        if _DIFFERENCE.fullmatch(token):
            raise Refused(Why.SUBTRACTION, token)
        return self._sum(token)

    def checked(self, amount: Amount) -> Amount:
        """Return an amount that an entry may have; raise `Refused` for zero and for more than the cap."""
        if amount.minor <= 0:
            raise Refused(Why.ZERO)
        if amount.minor > self.cap:
            raise Refused(Why.OVER_CAP, self.written(self.cap))
        return amount

    def read_limit(self, token: str) -> int:
        """Read a weekly limit in minor units; zero is allowed. Raises `Refused`, for two ways to read it too."""
        number = None if token[:1] in {"+", "-"} else self.read(clean(token))
        if number is None:
            raise Refused(Why.NO_LIMIT, token)
        if number.unsure or len(number.amounts) != 1:
            raise Refused(Why.TWO_WAYS, token)
        (amount,) = number.amounts
        return self.checked_limit(amount.minor)

    def checked_limit(self, minor: int) -> int:
        """Return a weekly limit; zero is allowed. Raises `Refused` for more than the cap."""
        return self.checked(Amount(minor)).minor if minor else 0

    def _sum(self, token: str) -> Number | None:
        """Read ``2x3.50+4``: terms joined by ``+`` of factors joined by ``x * ×``; None where some part is a word."""
        terms = [_TIMES.split(term) for term in token.split("+")]
        parts = [part for term in terms for part in term]
        if "" in parts:
            if _NUMBER_LIKE.fullmatch(token) and _TIMES.search(token[-1]) is None:
                raise Refused(Why.UNFINISHED_SUM, token)
            return None
        read = [self._marked_numeral(part) for part in parts]
        numerals = [numeral for numeral in read if numeral is not None]
        if len(numerals) < len(read):
            return None
        exponent = self.currency.exponent
        if len(numerals) == 1:
            (one,) = numerals
            return Number(tuple(Amount(value) for value in one.values), one.unsure, one.marked)
        unsure = any(numeral.unsure for numeral in numerals)
        if sum(numeral.unsure for numeral in numerals) > 2:
            raise Refused(Why.GROUPING, token)  # eight buttons would not help
        marked = any(numeral.marked for numeral in numerals)
        amounts = []
        for values in product(*(numeral.values for numeral in numerals)):
            left, total, working = iter(zip(values, numerals, strict=True)), 0, []
            for term in terms:
                result, shown, priced = 1, [], 0
                for value, numeral in [next(left) for _ in term]:
                    result *= value
                    priced += 1
                    # A factor without mark or decimals that is not the only price is a count: 2 x $3.50.
                    shown.append(self.written(value) if numeral.marked else str(value // 10**exponent))
                scale = 10 ** (exponent * (priced - 1))
                if result % scale:
                    raise Refused(Why.MORE_DECIMALS, token)
                total += result // scale
                if len(term) == 1:
                    shown = [self.written(result)]
                working.append(" × ".join(shown))
            amounts.append(Amount(total, " + ".join(working)))
        return Number(tuple(dict.fromkeys(amounts)), unsure, marked)

    def _marked_numeral(self, part: str) -> "_Numeral | None":
        """Read a numeral that may bear a currency mark on one side (``$5``, ``5usd``) and ``k`` for thousands."""
        embedded = _EMBEDDED.fullmatch(part)
        if embedded is not None and self.currency.exponent == 2 and mark_of(embedded[2], self.currency):
            return _Numeral((int(embedded[1] + embedded[3]),), marked=True)  # 2€50
        if embedded is not None and mark_of(embedded[2], self.currency) is False:
            raise Refused(Why.OTHER_CURRENCY, part)
        match = _MARKED.fullmatch(part)
        if match is None:
            if _NUMBER_LIKE.fullmatch(part):
                raise Refused(Why.SUBTRACTION if "-" in part else Why.GROUPING, part)
            return None
        before, digits, thousand, after = match.groups()
        glued = thousand + (after or "")
        if (
            thousand
            and after
            and (mark_of(glued, self.currency) is not None or is_minor_unit(glued.lower(), self.currency))
        ):
            thousand, after = "", glued  # 5kr are five kronor, 50коп half a ruble
        marks = [mark for mark in (before, after) if mark]
        if any(is_minor_unit(mark.lower(), self.currency) for mark in marks):
            return self._minor_units(digits, marks, part)
        for mark in marks:
            own = mark_of(mark, self.currency)
            if own is None and not any(unicodedata.category(letter) == "Sc" for letter in mark):
                return None
            if not own:
                twice = own is None and self.currency.symbol in mark  # `$$5`
                raise Refused(Why.NOT_A_NUMBER if twice else Why.OTHER_CURRENCY, part)
        numeral = self._numeral(digits, thousand=bool(thousand))
        return _Numeral(numeral.values, numeral.unsure, numeral.marked or bool(marks))

    def _minor_units(self, digits: str, marks: list[str], part: str) -> "_Numeral":
        """Read `50p`: whole hundredth parts of the budget's own currency. Raises `Refused` for any other's."""
        if len(marks) > 1 or not digits.isdecimal() or not is_own_minor_unit(marks[0].lower(), self.currency):
            raise Refused(Why.UNIT, part)
        return _Numeral((int(digits),), marked=True)

    def _numeral(self, digits: str, *, thousand: bool = False) -> "_Numeral":
        """Read digits and separators: the possible values in minor units. Raises `Refused`.

        With two kinds of separator the last is the decimal one and the others group by three. One separator before exactly
        three digits groups thousands where it is the locale's own grouping mark, and is asked about otherwise; except that
        the locale's own decimal mark is plain in a currency that has three decimals.
        """
        digits = digits.replace("’", "'")
        separators = [letter for letter in digits if not letter.isdecimal()]
        kinds = list(dict.fromkeys(separators))
        scale = self.currency.exponent + (3 if thousand else 0)

        def value(whole: str, decimals: str = "") -> int:
            if len(decimals) > scale:
                raise Refused(Why.MORE_DECIMALS, digits)
            return int((whole or "0") + decimals.ljust(scale, "0"))

        if not kinds:
            return _Numeral((value(_plain_whole(digits)),))
        last = separators[-1]
        whole, _, tail = digits.rpartition(last)
        if len(kinds) > 1:
            if len(kinds) > 2 or separators.count(last) > 1 or last in _ONLY_GROUP or _ONLY_DECIMAL in separators[:-1]:
                raise Refused(Why.GROUPING, digits)
            return _Numeral((value(self._ungrouped(whole, kinds[0]), tail),), marked=bool(tail))
        # `12'50`, as it is written by hand in Spain and Italy
        cents = last == "'" and len(tail) == self.currency.exponent == 2 and self.locale.decimal == ","
        if len(separators) > 1 or (last in _ONLY_GROUP and not cents):
            if last == _ONLY_DECIMAL:
                raise Refused(Why.GROUPING, digits)
            return _Numeral((value(self._ungrouped(digits, last)),))
        if len(tail) != 3 or last == _ONLY_DECIMAL:
            if len(tail) > 3 and last == self.locale.group:
                raise Refused(Why.GROUPING, digits)
            return _Numeral((value(whole if tail else _plain_whole(whole), tail),), marked=bool(tail))
        if last == self.locale.group:
            return _Numeral((value(self._ungrouped(digits, last)),))
        if self.currency.exponent == 3 and last == self.locale.decimal and not thousand:
            return _Numeral((value(whole, tail),), marked=True)
        return self._decimals_or_thousands(digits, last, value)

    def _decimals_or_thousands(self, digits: str, mark: str, value: Callable[[str, str], int]) -> "_Numeral":
        """Read digits with one mark before the last three: as decimals, as thousands, or both. Raises `Refused` for neither."""
        whole, _, tail = digits.rpartition(mark)
        ways: list[int] = []
        with suppress(Refused):
            ways.append(value(_plain_whole(whole) if whole else "", tail.rstrip("0")))
        with suppress(Refused):
            ways.append(value(self._ungrouped(digits, mark), ""))
        if not ways:
            raise Refused(Why.MORE_DECIMALS, digits)
        return _Numeral(tuple(ways), unsure=True, marked=True)

    def _ungrouped(self, digits: str, mark: str) -> str:
        """Return the digits without their grouping marks; India groups by two above the thousands (`1,50,000`)."""
        if self.is_indian and mark == "," and _INDIAN_GROUPS.fullmatch(digits):
            return digits.replace(mark, "")
        return _ungrouped(digits, mark)


@dataclass(frozen=True, slots=True)
class _Numeral:
    values: tuple[int, ...]
    unsure: bool = False
    marked: bool = False


RAISED = "\ue000"
"""Stands in a cleaned word for a character that only looks like a digit; private use, so nobody types it."""

_SPACE = " "
_ONLY_GROUP = frozenset({"'", _SPACE, "\u066c"})
_ONLY_DECIMAL = "\u066b"  # the Arabic decimal separator; U+066C above groups thousands
_SEPARATORS = r"[.,'’ \u066b\u066c]"
_BARE = re.compile(r"[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+")
_NUMERAL = rf"(?:[0-9]|{_SEPARATORS}[0-9])(?:{_SEPARATORS}?[0-9])*[.,]?"
_MARK = r"[^0-9\s.,'’+\-*×]{1,9}(?:(?<=[^\W\d_])\.)?"
_MARKED = re.compile(rf"(?:({_MARK}) ?)?({_NUMERAL})([kк]?)(?: ?({_MARK}))?", re.IGNORECASE)
_NUMBER_LIKE = re.compile(rf"[+\-]*(?:[0-9]|{_SEPARATORS}|[+*×\-])*[0-9](?:[0-9]|{_SEPARATORS}|[+*×xX\-])*")
_EMBEDDED = re.compile(r"([0-9]+)([^\w\s.,'’+\-*×/%:]|[Rr]\$)([0-9]{2})")
_INDIAN_GROUPS = re.compile(r"[1-9][0-9]?(?:,[0-9]{2})*,[0-9]{3}")
_PERCENT = re.compile(r"[0-9][0-9.,]*[%‰٪]|[%‰٪][0-9.,]+")
_EXPONENT = re.compile(r"[0-9][0-9.,]*[eE][+\-]?[0-9]+")
_FRACTION = re.compile(r"[0-9][0-9.,]*(?:[/÷⁄][0-9][0-9.,]*)+|[0-9][0-9.,]*/[0-9.,/]*")
_DIFFERENCE = re.compile(r"[0-9][0-9.,]*(?:-[0-9.,]*)+")
# The x of `2x3.50`, but not that of MXN or XAF.
_TIMES = re.compile(r"(?<![A-JL-WYZa-jl-wyz])[xX](?![A-Za-z])|[*×]")
_PARTS_OF_NUMBERS = frozenset("0123456789.,'’ \u066b\u066c+-*×xX")


def divided(minor: int, by: int) -> int:
    """Return minor units divided and rounded to whole ones, a half up; both at least zero, ``by`` above it."""
    return (2 * minor + by) // (2 * by)


def clean(word: str) -> str:
    """Bring one word to plain characters (rule 1): NFKC, digits of any script to 0-9, signs and dashes before digits to ``-``.

    A character that only looks like a digit (``²``, ``½``, ``①``) would become one by NFKC and turn 5² into 52: it becomes
    `RAISED`, which no number holds. Invisible format characters are dropped.
    """
    if word.isascii():
        return word
    letters = []
    for letter in word:
        kind = unicodedata.category(letter)
        if kind == "Cf":
            continue
        if kind == "Nd":
            letters.append(str(unicodedata.decimal(letter)))
        elif kind == "No" or (kind != "Nd" and any(part.isdecimal() for part in unicodedata.normalize("NFKC", letter))):
            letters.append(RAISED)
        else:
            letters.append(letter)
    text = _NUMERO.sub("n°", "".join(letters))
    plain = unicodedata.normalize("NFKC", text).replace("\u2212", "-")
    if "х" in plain or "Х" in plain:
        plain = _CYRILLIC_TIMES.sub("x", plain)
    if plain[:1] in _DASHES and plain[1:2].isdecimal():
        plain = "-" + plain[1:]
    return plain


_NUMERO = re.compile(r"№|^[nN]\.?º")  # NFKC makes them `no`, which denies
_CYRILLIC_TIMES = re.compile(r"(?<=[0-9])[хХ](?=[0-9]|$)|^[хХ](?=[0-9]|$)")  # `3х120`, `3 х 120`
_DASHES = frozenset("\u2010\u2011\u2012\u2013\u2014\u2015")


def _plain_whole(digits: str) -> str:
    """Return the digits of a whole number; raise `Refused` for a leading zero, which money does not have."""
    if len(digits) > 1 and digits[0] == "0":
        raise Refused(Why.LEADING_ZERO, digits)
    return digits


def _ungrouped(digits: str, mark: str) -> str:
    """Return the digits without their grouping marks; raise `Refused` unless they are grouped by three."""
    first, *rest = digits.split(mark)
    if (
        not 1 <= len(first) <= 3
        or first[0] == "0"
        or not rest
        or any(len(group) != 3 or not group.isdecimal() for group in rest)
    ):
        raise Refused(Why.GROUPING, digits)
    return first + "".join(rest)
