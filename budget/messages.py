"""The grammar: what a text means, line by line (rules 1 to 11).

`read` is a pure function of the text, the budget's words and marks, and the day on which the message was sent. Every line becomes
exactly one reading:

    Understood(entry, offer)    record it; the receipt may offer a tap
    Question(about, choices)    record nothing until one of the choices is tapped
    Unreadable(why, word)       record nothing, say why
    NameAlone(category)         a category's name alone: show where it stands

The reader never takes what it can and leaves the rest: a number that could also be the amount makes a question.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum, auto
from functools import partial
from itertools import pairwise

from budget.categories import (
    LAST_RESORT,
    MOST_CATEGORIES,
    Category,
    folded,
    named_at,
    short_for,
    without_brackets,
    without_punctuation,
)
from budget.currencies import changes_number, currency_named, is_currency_name, is_minor_unit, mark_of
from budget.entries import LONGEST_NOTE, Entry, Kind
from budget.errors import Refused, Why
from budget.locales import locale_named
from budget.money import RAISED, Amount, Money, Number, clean
from budget.periods import WEEKDAYS
from budget.vocabulary import (
    DAY_WORDS,
    DAYS_IN,
    GOT,
    INCOME,
    MONTH_NAMED,
    NO_NUMBER,
    ON,
    ONE,
    OPERATORS,
    PERCENTS,
    REFUND,
    SMALL_NUMBERS,
    THOUSAND,
    UNCLEAR_SPANS,
    WEEKDAY_NAMED,
)

MOST_LINES = 20

Taught = Callable[[str], int | None]
"""What this budget's own corrections taught: a folded note -> the category's number, or None."""


class Offer(StrEnum):
    """What a receipt offers beside Undo, because the reading was the best of several."""

    NOTHING = auto()
    CATEGORIES = auto()  # no word named a category: one button for each
    TAUGHT = auto()  # the category comes from an earlier tap
    INCOME = auto()  # it began with `paid`: one tap makes it income


class About(StrEnum):
    """What a question is about."""

    AMOUNT = auto()  # which number, or which value of it
    INCOME = auto()  # a paycheck, or spent
    REFUND = auto()  # a refund, or spent
    EXTRA = auto()  # extra cash, or a refund
    CATEGORY = auto()  # two categories were named
    DAY = auto()  # which words are the day
    SPENDING = auto()  # whether it is an expense at all, and then in which category


@dataclass(frozen=True, slots=True)
class Understood:
    """A line that is one entry."""

    entry: Entry
    offer: Offer = Offer.NOTHING


@dataclass(frozen=True, slots=True)
class Question:
    """A line with several readings; nothing is recorded until one is tapped."""

    about: About
    choices: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A line that is no entry, with the reason and the word that it stumbled over."""

    why: Why
    word: str = ""


@dataclass(frozen=True, slots=True)
class NameAlone:
    """A category's name alone."""

    category: Category


Reading = Understood | Question | Unreadable | NameAlone


@dataclass(frozen=True, slots=True)
class Scope:
    """What a text is read against: the budget's money and categories, the local day of the message, and what was taught."""

    money: Money
    categories: tuple[Category, ...]
    today: date
    taught: Taught = lambda _note: None

    @property
    def last_resort(self) -> int:
        """The number of the category for what names none."""
        return next(category.number for category in self.categories if category.key == LAST_RESORT)


def split_lines(text: str) -> list[str]:
    """Return the entries of a text: its lines, parted by ``;`` too, without the empty ones (rule 9)."""
    return [part.strip() for line in text.splitlines() for part in _SEMICOLON.split(line) if part.strip()]


def read(text: str, scope: Scope) -> list[tuple[str, Reading]]:
    """Read a whole text: each line with its reading. Never raises.

    More than 20 lines are refused together, so that no one has to find out where the reader stopped.
    """
    lines = split_lines(text)
    if len(lines) > MOST_LINES:
        return [("", Unreadable(Why.TOO_MANY_LINES, str(len(lines))))]
    return [(line, read_line(line, scope)) for line in lines]


def read_line(line: str, scope: Scope) -> Reading:
    """Read one line. Never raises: a refusal is a reading."""
    try:
        if len(line) > _LONGEST_LINE and len(" ".join(line.split())) > _LONGEST_LINE:
            # No note may be so long. Said before any work is done: reading is linear in what may be an entry.
            raise Refused(Why.LONG_NOTE if any(letter.isdecimal() for letter in line) else Why.NO_AMOUNT)
        return _LineReader(line, scope).read(_words(line))
    except Refused as refused:
        return Unreadable(refused.why, refused.word)


def looks_meant(line: str) -> bool:
    """Whether a line that does not read was still meant as an entry: it begins with a number, a sign, a mark or a verb."""
    words = _words(line)
    if not words:
        return False
    first = words[0]
    return first.plain[0].isdecimal() or first.plain[0] in "+-$€£¥" or first.folded in INCOME | REFUND


def means_only(name: str) -> bool:
    """Whether a category of this name is what `5 name` and `name 5` are recorded to, in a budget of any currency.

    A longer name stands beside it, so that only the whole name counts, and not what happens to begin like no other.
    """
    category, longer = Category(1, "1", name, (), 0), Category(2, "2", f"{name} and more", (), 0)
    categories = (category, longer, Category(3, LAST_RESORT, "3", (), 0))
    for money in _MONEYS:
        scope = Scope(money, categories, _ANY_DAY)
        recorded = Understood(Entry(Kind.EXPENSE, 5 * 10**money.currency.exponent, _ANY_DAY, category.number))
        if not all(read_line(line, scope) == recorded for line in (f"5 {name}", f"{name} 5")):
            return False
    return True


# The currencies of which a word may be the mark in their own budgets alone, and one of which American dollars are another.
_MONEYS = tuple(Money(currency_named(code), locale_named("en_US")) for code in ("USD", "EUR", "GBP", "HUF", "ZAR"))
_ANY_DAY = date(2026, 1, 1)


# --- words ----------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Word:
    """A word as written (``raw``, with its place), as plain characters, as it is compared, and how the one before it ends."""

    index: int
    raw: str
    start: int
    plain: str  # cleaned, without the punctuation around a word
    folded: str
    joined: bool  # a no-break space stands before it

    @property
    def end(self) -> int:
        return self.start + len(self.raw)


_Words = tuple[_Word, ...]

_SEMICOLON = re.compile("[;\uff1b\u037e\ufe54]")
_WORD = re.compile(r"\S+")
_NO_BREAK = frozenset("\xa0\u202f\u2007\u2009")
_SENTENCE_END = re.compile(r"(.*[0-9][.,][0-9]{2})\.")  # `12.50.`
_NO_CENTS = re.compile(r"([0-9])[.,:][-–—]+$")  # `5.-`, as it is written in Switzerland, Germany and Sweden
_LONGEST_LINE = 600  # characters: a note, its amount and its day, generously


def _words(line: str) -> _Words:
    words: list[_Word] = []
    end = 0
    for found in _WORD.finditer(line):
        raw, start = found.group(), found.start()
        plain = clean(raw)
        if not plain:
            continue  # invisible: it stays in a note between its neighbours
        if len(plain) > 1:
            plain = _NO_CENTS.sub(r"\1", plain)
            plain = without_brackets(plain)
        if (sentence_end := _SENTENCE_END.fullmatch(plain)) is not None and not _may_be_day(plain):
            plain = sentence_end[1]
        joined = line[end:start] in _NO_BREAK
        words.append(_Word(len(words), raw, start, plain, without_punctuation(folded(plain)), joined))
        end = found.end()
    return tuple(words)


# --- days (rule 6) --------------------------------------------------------------------------------------------------------

_SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})(?:/([0-9]{4}|[0-9]{2}))?")
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4}|[0-9]{2})?")
_ISO = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_NEARLY_DAY = re.compile(r"(?:0?[1-9]|1[0-9]|2[0-9]|3[01])-(?:0?[1-9]|1[0-9]|2[0-9]|3[01])")
_DASHED = re.compile(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})")
_ORDINAL = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|\.)?")
_LONGEST_DAY = 3  # words: 3 days ago, 14 march 2026
_EARLIEST = 1970


def _may_be_day(word: str) -> bool:
    """Whether ``14.03.`` may be a day, and not an amount that ends a sentence."""
    found = _DOTTED.fullmatch(word)
    return found is not None and 1 <= int(found[1]) <= 31 and 1 <= int(found[2]) <= 12


def _calendar_day(year: str | None, month: int, day: int, today: date, written: str) -> date:
    """Return a day of the calendar, without a year the latest that is past or today. Raises `Refused`."""
    if year is None:
        # Eight years hold a 29 February even around 2100.
        for candidate in range(today.year, today.year - 9, -1):
            try:
                found = date(candidate, month, day)
            except ValueError:
                continue
            if found <= today:
                return found
        raise Refused(Why.IMPOSSIBLE_DAY, written)
    try:
        found = date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    except ValueError:
        raise Refused(Why.IMPOSSIBLE_DAY, written) from None
    if found > today:
        raise Refused(Why.FUTURE_DAY, written)
    if found.year < _EARLIEST:
        raise Refused(Why.LONG_AGO, written)
    return found


def _day(words: Sequence[_Word], scope: Scope) -> date | None:
    """Return the day that these words mean together, None where they mean none. Raises `Refused` for one that cannot be."""
    folded_words = [word.folded for word in words]
    if DAY_WORDS.isdisjoint(folded_words):
        return _numeric_day(words[0].plain, scope) if len(words) == 1 else None
    today = scope.today
    written = " ".join(word.raw for word in words)
    match folded_words:
        case ["today"]:
            return today
        case ["yesterday"]:
            return today - timedelta(days=1)
        case ["tomorrow"]:
            raise Refused(Why.FUTURE_DAY, written)
        case ["next", name] if name in WEEKDAY_NAMED:
            raise Refused(Why.FUTURE_DAY, written)
        case ["in", number, unit] if unit in DAYS_IN and number.isdecimal():
            raise Refused(Why.FUTURE_DAY, written)
        case [number, unit, "ago"] if unit in DAYS_IN and number.isdecimal() and number.isascii():
            days = int(number[:9]) * DAYS_IN[unit]
            if days >= (today - date(_EARLIEST, 1, 1)).days:
                raise Refused(Why.LONG_AGO, written)
            return today - timedelta(days=days)
        case [number, ("day" | "week") as unit, "ago"] if number in ONE:
            return today - timedelta(days=DAYS_IN[unit])
        case [number, ("days" | "weeks") as unit, "ago"] if number in SMALL_NUMBERS:
            return today - timedelta(days=SMALL_NUMBERS[number] * DAYS_IN[unit])
        case [_, _, "ago"]:
            raise Refused(Why.UNCLEAR_DAY, written)
        case ["last", span] if span in UNCLEAR_SPANS:
            raise Refused(Why.UNCLEAR_DAY, written)
        case ["last", name] if (weekday := WEEKDAY_NAMED.get(name)) is not None:
            return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
        case [name] if (weekday := WEEKDAY_NAMED.get(name)) is not None:
            return today - timedelta(days=(today.weekday() - weekday) % 7)
        case [first, second, *year] if len(year) <= 1:
            year_written = year[0] if year else None
            if year_written is not None and not re.fullmatch("[12][0-9]{3}", year_written):
                return None
            for number, name in ((first, second), (second, first)):
                month, numeral = MONTH_NAMED.get(name), _ORDINAL.fullmatch(number)
                if month is not None and numeral is not None:
                    return _calendar_day(year_written, month, int(numeral[1]), today, written)
            return None
        case _:
            return None


def _numeric_day(word: str, scope: Scope) -> date | None:
    if not word[0].isdecimal():
        return None
    ended = word.removesuffix(".")
    if found := _ISO.fullmatch(ended):
        return _calendar_day(found[1], int(found[3]), int(found[4]), scope.today, word)
    if found := _SLASHED.fullmatch(ended) or _DASHED.fullmatch(ended):
        first, second = int(found[1]), int(found[2])
        month, day = (first, second) if scope.money.locale.month_first else (second, first)
        return _calendar_day(found[3], month, day, scope.today, word)
    if found := _DOTTED.fullmatch(word):
        return _calendar_day(found[3], int(found[2]), int(found[1]), scope.today, word)
    return None


# --- amounts in a line (rule 4) -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Words from ``first`` up to ``end`` that are a number: with its reading, or the refusal that it met."""

    first: int
    end: int
    sign: str
    number: Number | None
    refused: Refused | None
    part_of_more: bool = False
    """Whether the refusal is for what stands beside the number: `12.50 - 3`."""

    @property
    def stands_in_the_way(self) -> bool:
        """Whether the line cannot be read around it, as it can around a share, a range or a film in a note."""
        return self.refused is not None and (self.part_of_more or self.refused.why not in _HARMLESS)

    @property
    def marked(self) -> bool:
        return self.number is not None and self.number.marked


_SIGNED = re.compile(r"([+\-])(.*)", re.DOTALL)
_HEAD = re.compile(r"[^0-9.,'’]{0,4}[1-9][0-9]{0,2}")
_GROUP = re.compile(r"[0-9]{3}")
_LAST_GROUP = re.compile(r"([0-9]{3})([.,][0-9]{1,3})?([^0-9.,\s]{0,9})")
_STARTS_NUMBER = re.compile(r"[.,]?[0-9]")
_STARTS_PRICE = re.compile(r"[$€£¥₹]?[.,]?[0-9]")
_TIMES_ALONE = re.compile(r"[xX×*]([1-9][0-9]?)|([1-9][0-9]?)[xX×*]")
_TWO_ENTRIES = re.compile(r"[^\W\d_]{2}[,+&][0-9]|[0-9],[^\W\d_]")
_OPERATOR_FIRST = re.compile(r"[xX*×+][$€£¥₹]?[.,]?[0-9]")
_SIGNS = frozenset("+-")
_MINUSES = frozenset("-–—")
_MINUS_FIRST = re.compile(r"-[.,]?[0-9]")
_DIVIDES = frozenset("/÷:")
_MOST_NUMBERS = 8  # in one line: more buttons than that help nobody
# A number in a note may be a share, a range or a film: these never stand in the way of an amount that is plain.
_HARMLESS = frozenset({Why.PERCENT, Why.SUBTRACTION, Why.DIVISION, Why.LEADING_ZERO, Why.ZERO})


@dataclass(frozen=True, slots=True)
class _DaySpan:
    """Words from ``first`` up to ``end`` that are a day."""

    first: int
    end: int
    day: date


@dataclass(frozen=True, slots=True)
class _Day:
    """The day of an entry, and the words that said it: none where it is the day of the message."""

    day: date
    said: str = ""


@dataclass(frozen=True, slots=True)
class _Named:
    """A category that the line names, and the words of it that the note leaves out."""

    category: Category
    left_out: _Words


@dataclass(frozen=True, slots=True)
class _Verb:
    """The word that a line begins with and that says which way money went: ``got paid`` and ``salary`` can only be income."""

    income: bool = False
    surely: bool = False
    refund: bool = False


@dataclass(frozen=True, slots=True)
class _LineReader:
    """Reads one line; a class only to keep the line and its scope at hand.

    It is frozen, and all that a way to read the line depends on is an argument: no way is coloured by one that was tried before.
    """

    _line: str
    _scope: Scope

    @property
    def _money(self) -> Money:
        return self._scope.money

    # --- the day, at the start or at the end ---

    def read(self, words: _Words) -> Reading:
        """Take the day off, and read what is left."""
        start, end = self._leading_day(words), self._trailing_day(words)
        if start is None or end is None:
            found = start or end
            if found is None:
                return self._way_of_money(words, None)
            rest = _without(words, found)
            if rest and (self._leading_day(rest) if start else self._trailing_day(rest)) is not None:
                raise Refused(Why.TWO_DAYS)
            return self._way_of_money(rest, _day_of(words, found))
        if start.end <= end.first:
            raise Refused(Why.TWO_DAYS)
        if start == end:
            return self._way_of_money((), _Day(start.day, self._line))
        # `12 march 20`: $20 on the 12th, or $12 on the 20th.
        return _either(
            About.DAY,
            [partial(self._way_of_money, _without(words, span), _day_of(words, span)) for span in (start, end)],
        )

    def _leading_day(self, words: _Words) -> _DaySpan | None:
        skip = 1 if len(words) > 1 and words[0].folded == ON else 0
        for length in range(_LONGEST_DAY, 0, -1):
            some = words[skip : skip + length]
            if len(some) == length and (day := _day(some, self._scope)) is not None:
                return _DaySpan(0, skip + length, day)
        return None

    def _trailing_day(self, words: _Words) -> _DaySpan | None:
        ends = [len(words)]
        named = named_at([word.folded for word in words], self._scope.categories, backwards=True)
        if named is not None:
            ends.append(len(words) - named.words)  # `12.50 yesterday fun`
        for end in ends:
            for length in range(_LONGEST_DAY, 0, -1):
                first = end - length
                if first >= 0 and (day := _day(words[first:end], self._scope)) is not None:
                    return _DaySpan(first - (first > 0 and words[first - 1].folded == ON), end, day)
        if len(words) > 1 and _NEARLY_DAY.fullmatch(words[-1].plain):
            raise Refused(Why.UNCLEAR_DAY, words[-1].raw)
        return None

    # --- which way the money went, by the word that the line begins with ---

    def _way_of_money(self, words: _Words, day: _Day | None) -> Reading:
        match [word.folded for word in words[:2]]:
            case [first, "paid"] if first == GOT:
                words, verb = words[2:], _Verb(income=True, surely=True)
            case [first, *_] if first in INCOME:
                words, verb = words[1:], _Verb(income=True, surely=first != "paid")
            case [first, *_] if first in REFUND:
                words, verb = words[1:], _Verb(refund=True)
            case _:
                verb = _Verb()
        if day is None:
            span = self._leading_day(words) if verb != _Verb() else None  # `paid yesterday 1500`
            words, day = (_without(words, span), _Day(span.day)) if span else (words, _Day(self._scope.today))
        for word in words:
            if _TWO_ENTRIES.search(word.plain):
                raise Refused(Why.TWO_ENTRIES, word.raw)
        numbers, doubtful = self._candidates(words, doubtful_groups=True)
        if not doubtful:
            return self._choose(words, numbers, verb, day)
        # `bus 42 300` in a locale that does not group by spaces: one number, or two.
        for number in numbers:
            for amount in (
                number.number.amounts if number.number is not None and len(number.number.amounts) == 1 else ()
            ):
                self._money.checked(amount)
        apart, _ = self._candidates(words, doubtful_groups=False)
        return _either(About.AMOUNT, [partial(self._choose, words, some, verb, day) for some in (numbers, apart)])

    # --- which number is the amount (rule 4) ---

    def _candidates(self, words: _Words, *, doubtful_groups: bool) -> tuple[list[_Candidate], bool]:
        """Return all numbers of the line in their order, and whether one was put together from words that may be two."""
        found: list[_Candidate] = []
        doubtful = False
        at = 0
        while at < len(words):
            candidate, doubt = self._candidate(words, at, doubtful_groups=doubtful_groups)
            if candidate is None:
                at += 1
            else:
                found.append(candidate)
                if len(found) > _MOST_NUMBERS:
                    raise Refused(Why.TOO_MANY_NUMBERS)
                doubtful |= doubt
                at = candidate.end
        return found, doubtful

    def _candidate(self, words: _Words, first: int, *, doubtful_groups: bool) -> tuple[_Candidate | None, bool]:
        """Return the number that begins with a word, however many words it takes."""
        text, end, sign = words[first].plain, first + 1, ""
        if text[0] in "+-":
            sign, text = text[0], text[1:]
            if not text and first == 0 and end < len(words):  # `- 5 fun`
                text, end = words[end].plain, end + 1
        if end < len(words) and _is_mark(text, self._money) and _STARTS_NUMBER.match(words[end].plain):
            text, end = f"{text} {words[end].plain}", end + 1
        if not any(letter.isdecimal() for letter in text) and RAISED not in text:
            return None, False
        grouped, doubt = self._grouped_by_spaces(words, first, end, text)
        if grouped is not None and (doubtful_groups or not doubt):
            text, end = grouped
        else:
            doubt = False
        following = words[end].plain if end < len(words) else ""
        if following.lower() == THOUSAND:
            text, end = text + THOUSAND, end + 1
        elif following and _is_mark(following, self._money):
            text, end = f"{text} {following}", end + 1
        text, end = self._with_operators(words, text, end)
        changed = self._changed_by_what_follows(words, first, text, end)
        if changed is not None:
            return changed, False
        try:
            if sign and (text[0] in "+-" or (sign == "-" and "+" in text)):
                raise Refused(Why.TWO_SIGNS, sign + text)
            number = self._money.read(text)
            if number is None:
                return None, False
            if not any(amount.minor for amount in number.amounts):
                raise Refused(Why.ZERO, text)
        except Refused as refused:
            return _Candidate(first, end, sign, None, refused), False
        return _Candidate(first, end, sign, number, None), doubt

    def _with_operators(self, words: _Words, text: str, end: int) -> tuple[str, int]:
        """Return a number with the sum that spaces keep apart from it: ``2 x 3.50``, ``3.50+ 4.20``, ``3.50 x2``."""
        while end < len(words):
            word = words[end].plain
            after = words[end + 1].plain if end + 1 < len(words) else ""
            if word in OPERATORS and _STARTS_PRICE.match(after):
                text, end = text + word + after, end + 2
            elif (text[-1] in OPERATORS and _STARTS_PRICE.match(word)) or _OPERATOR_FIRST.match(word):
                text, end = text + word, end + 1
            else:
                break
        return text, end

    def _changed_by_what_follows(self, words: _Words, first: int, text: str, end: int) -> _Candidate | None:
        """Return a refusal where what follows makes the number another: ``12.50 - 3``, ``12.50 / 2``, ``5 %``, ``50 cents``."""
        if end == len(words) or not any(letter.isdecimal() for letter in text):
            return None
        own, word, next_word = self._money.currency, words[end], words[end + 1] if end + 1 < len(words) else None
        after = next_word.plain if next_word is not None else ""
        written = f"{text} {word.raw}"
        why, more = None, _STARTS_NUMBER.match(after) is not None
        if _MINUS_FIRST.match(word.plain):
            why, more = Why.SUBTRACTION, True
        elif more and word.plain in _MINUSES:
            why = Why.SUBTRACTION
        elif more and word.plain in _DIVIDES:
            why = Why.DIVISION
        elif word.plain in PERCENTS or word.folded in PERCENTS:
            why, more = Why.PERCENT, False
        elif changes_number(word.folded, own) or changes_number(word.plain, own):
            why, more = Why.UNIT, False
        elif next_word is not None and len(word.folded) <= 3 and is_minor_unit(next_word.folded, own):
            why, more = Why.UNIT, False  # `50 US cents`
        elif (
            next_word is not None
            and word.plain.isalpha()
            and is_currency_name(next_word.folded)
            and not (word.folded in {"us", "american"} and own.code == "USD")
        ):
            why, more = Why.OTHER_CURRENCY, False  # `100 mexican pesos`
            written = f"{written} {next_word.raw}"
        return None if why is None else _Candidate(first, end + 1, "", None, Refused(why, written), more)

    def _grouped_by_spaces(self, words: _Words, first: int, end: int, text: str) -> tuple[tuple[str, int] | None, bool]:
        """Return ``1 234,50`` put together and where it ends, and whether it may as well be two numbers.

        Plain where the spaces do not break, and at the line's start for a number with decimals or a locale that groups so.
        """
        if end >= len(words) or not _HEAD.fullmatch(text):
            return None, False
        last, decimals = end, False
        while last < len(words) and _GROUP.fullmatch(words[last].plain):
            last += 1
        if last < len(words) and (tail := _LAST_GROUP.fullmatch(words[last].plain)) is not None:
            decimals = tail[2] is not None
            last += 1
        if last == end:
            return None, False
        plain = all(word.joined for word in words[end:last]) or (
            first == 0 and (decimals or self._money.locale.group in _NO_BREAK)
        )
        return (" ".join([text, *(word.plain for word in words[end:last])]), last), not plain

    def _choose(self, words: _Words, numbers: list[_Candidate], verb: _Verb, day: _Day) -> Reading:
        """Choose the number that is the amount, or make a question of the equally good ones."""
        good = [number for number in numbers if number.refused is None]
        bad = [number for number in numbers if number.refused is not None]
        marked = [number for number in good if number.marked]
        if not good:
            return self._no_amount(words, bad, verb, day)
        leading = numbers[0] if numbers[0].first == 0 else None
        if leading is not None and leading.refused is not None and (leading.stands_in_the_way or not marked):
            raise leading.refused
        if leading is not None and leading.refused is None:
            rivals = [
                number
                for number in good[1:]
                if number.marked
                or self._may_be_cents(words, leading, number)
                or (not leading.marked and self._may_be_it(words, leading, number))
            ]
            best = [leading, *rivals]
        else:
            beside = [number for number in good if self._is_beside_category(words, number)]
            # `rent 900`; `coffee 4 for 2` is 4 or 2; where no word tells, `dinner 45 at 7` is 45 or 7.
            best = marked or ([number for number in good if number in beside or number is good[-1]] if beside else good)
        if not (best[0] is leading and leading.marked):
            for number in bad:
                if number.refused is not None and number.stands_in_the_way:
                    raise number.refused
        ways = [partial(self._on_its_day, words, number, verb, day) for number in best]
        return _either(About.AMOUNT, ways) if len(ways) > 1 else ways[0]()

    def _on_its_day(self, words: _Words, number: _Candidate, verb: _Verb, day: _Day) -> Reading:
        """Read the line with this number as its amount, and ask for the day where a word beside it may say that.

        `12 yesterday fun`: the day is neither first nor last, so the word may belong to the note.
        """
        as_note = partial(self._reading, words, number, verb, day)
        near = None if day.said else _day_beside(words, number)
        that_day = _day([words[near]], self._scope) if near is not None else None
        if near is None or that_day is None:
            return as_note()
        before = near < number.first
        moved = replace(number, first=number.first - before, end=number.end - before)
        rest = words[:near] + words[near + 1 :]
        return _either(About.DAY, [as_note, partial(self._reading, rest, moved, verb, _Day(that_day, words[near].raw))])

    @staticmethod
    def _may_be_cents(words: _Words, leading: _Candidate, number: _Candidate) -> bool:
        """Whether two digits follow an amount whose mark stands after it, as prices are said: `5$ 50`."""
        follows = number.first == leading.end and number.end == number.first + 1
        return follows and len(words[number.first].plain) == 2 and not words[leading.end - 1].plain[-1].isdecimal()

    def _may_be_it(self, words: _Words, leading: _Candidate, number: _Candidate) -> bool:
        """Whether a later bare number may be the amount rather than the bare one that begins the line.

        It may where it is last or before a category; and anywhere where the first one counts something (`3 beers 18 each`),
        but for `with 3 friends`.
        """
        after = [word.folded for word in words[number.end : number.end + 4]]
        if not after or after[0].startswith("#") or named_at(after, self._scope.categories) is not None:
            return True
        counted = [word.folded for word in words[leading.end : leading.end + 4]]
        counts = counted[0] not in _LITTLE_WORDS and named_at(counted, self._scope.categories) is None
        return counts and words[number.first - 1].folded not in {"with", "of"}

    def _is_beside_category(self, words: _Words, number: _Candidate) -> bool:
        before = [word.folded for word in words[max(0, number.first - 4) : number.first]]
        after = [word.folded for word in words[number.end : number.end + 4]]
        categories = self._scope.categories
        return named_at(before, categories, backwards=True) is not None or named_at(after, categories) is not None

    def _no_amount(self, words: _Words, bad: list[_Candidate], verb: _Verb, day: _Day) -> Reading:
        if bad and (worst := max(bad, key=lambda number: number.stands_in_the_way).refused) is not None:
            raise worst
        if day.said:
            raise Refused(Why.ONLY_A_DAY, day.said)
        first = words[0].folded.lstrip("+-") if words else ""
        if first in NO_NUMBER:
            raise Refused(Why.NOT_A_NUMBER, words[0].raw)
        named = named_at([word.folded.removeprefix("#") for word in words], self._scope.categories)
        if named is not None and named.words == len(words) and verb == _Verb():
            return NameAlone(named.category)
        raise Refused(Why.NO_AMOUNT)

    # --- what the line is, once the amount is known (rules 5, 7, 8) ---

    def _reading(self, words: _Words, number: _Candidate, verb: _Verb, day: _Day) -> Reading:
        """Read the line with this number as its amount; every way to read the number is a choice."""
        assert number.number is not None  # noqa: S101 - `_choose` passes good candidates only
        amounts, unsure = number.number.amounts, number.number.unsure
        if len(amounts) > 1:
            amounts = tuple(amount for amount in amounts if 0 < amount.minor <= self._money.cap) or amounts[:1]
        ways = [partial(self._with_amount, words, number, verb, day, self._money.checked(amount)) for amount in amounts]
        return _either(About.AMOUNT, ways) if unsure else ways[0]()

    def _with_amount(self, words: _Words, number: _Candidate, verb: _Verb, day: _Day, amount: Amount) -> Reading:
        others = words[: number.first] + words[number.end :]
        refund_words = [word for word in others if word.folded in REFUND]
        beside = words[number.end : number.end + 1] + words[-1:] + words[max(0, number.first - 1) : number.first]
        plain_refund = [word for word in refund_words if word in beside]
        others = tuple(word for word in others if word not in plain_refund)
        before = tuple(word for word in others if word.index < words[number.first].index)
        after = others[len(before) :]
        named = self._named(before, after)
        taught = None if named else self._taught(others)
        otherwise = self._scope.last_resort if taught is None else taught
        refund = number.sign == "-" or verb.refund or bool(plain_refund)
        spending = Kind.REFUND if refund else Kind.EXPENSE

        def entry(kind: Kind, category: _Named | int | None = None) -> Entry:
            if isinstance(category, _Named):
                note = self._note([word for word in others if word not in category.left_out])
                return Entry(kind, amount.minor, day.day, category.category.number, note, amount.working)
            return Entry(kind, amount.minor, day.day, category, self._note(others), amount.working)

        if len(named) > 1:
            return Question(About.CATEGORY, tuple(entry(spending, one) for one in named))
        category: _Named | int = named[0] if named else otherwise
        if verb.income:
            if number.sign or refund:
                raise Refused(Why.INCOME_SIGNED, self._line[:40])
            if not others:
                return Understood(entry(Kind.PAYCHECK))
            if named and not verb.surely:
                return Understood(entry(Kind.EXPENSE, category), Offer.INCOME)
            return Question(About.INCOME, (entry(Kind.PAYCHECK), entry(Kind.EXPENSE, category)))
        bare = not number.marked and number.first > 0 and not verb.refund and not named and taught is None
        cash = number.sign == "+" and not refund
        if not named and not refund and _speaks_of_income(before, after):
            return Question(
                About.INCOME, (entry(Kind.PAYCHECK), entry(Kind.EXTRA) if cash else entry(Kind.EXPENSE, category))
            )
        if cash and named:
            return Understood(entry(Kind.REFUND, category))
        if cash and (bare or taught is not None):
            refunded = () if taught is None else (entry(Kind.REFUND, taught),)
            return Question(About.EXTRA, (entry(Kind.EXTRA), *refunded))
        if cash:
            return Understood(entry(Kind.EXTRA))
        if not refund and (refund_words or _has_loose_sign(words, number)):
            return Question(About.REFUND, (entry(Kind.EXPENSE, category), entry(Kind.REFUND, category)))
        if bare:
            last = self._scope.last_resort
            offered = [one.number for one in self._scope.categories if not one.removed and one.number != last]
            return Question(About.SPENDING, tuple(entry(spending, one) for one in (*offered, last)))
        offer = Offer.NOTHING if named else Offer.CATEGORIES if taught is None else Offer.TAUGHT
        return Understood(entry(spending, category), offer)

    def _named(self, before: _Words, after: _Words) -> list[_Named]:
        """Return the category that the words name (rule 5): by ``#word``, right after the amount, right before it, or last.

        A word that names one whole goes before any that is only short for one. Two tags for two categories give both.
        """
        categories = self._scope.categories
        tagged: dict[int, _Named] = {}
        for word in before + after:
            if word.plain.startswith("#") and len(word.plain) > 1:
                tag = word.folded.removeprefix("#")
                match = named_at([tag], categories) or short_for(tag, categories)
                if match is not None:
                    known = tagged.get(match.category.number, _Named(match.category, ()))
                    left_out = (*known.left_out, word) if match.by_name else known.left_out
                    tagged[match.category.number] = _Named(match.category, left_out)
        if tagged:
            return list(tagged.values())
        before = before[: -_income_words(before) or None]  # `rent paid 900`
        for words, backwards in ((after, False), (before, True), (after, True)):
            match = named_at([word.folded for word in words], categories, backwards=backwards)
            if match is not None:
                part = words[len(words) - match.words :] if backwards else words[: match.words]
                return [_Named(match.category, part if match.by_name else ())]
        for words, shortest in ((after[:1], 1), (before[-1:], 2), (after[-1:], 2)):
            alone = len(before) + len(after) == 1
            if words and len(words[0].folded) >= shortest and (alone or words[0].folded not in _LITTLE_WORDS):
                match = short_for(words[0].folded, categories)
                if match is not None:
                    return [_Named(match.category, words if match.by_name else ())]
        return []

    def _taught(self, others: _Words) -> int | None:
        note = folded(self._note(others))
        return self._scope.taught(note) if note else None

    def _note(self, words: Sequence[_Word]) -> str:
        """Return words verbatim: what stood between neighbours stays, one space stands for what was taken out."""
        note = "".join(word.raw for word in words[:1])
        for before, word in pairwise(words):
            note += (self._line[before.end : word.start] if word.index == before.index + 1 else " ") + word.raw
        if len(note) > LONGEST_NOTE:
            raise Refused(Why.LONG_NOTE, str(len(note)))
        return note


# Words too common to be short for a category, whatever its name: `12 in town` is no Insurance.
_LITTLE_WORDS = frozenset(
    "a an and as at be by de do el en for from go he i in is it la le me my no of on or our she so the to un up us we "
    "with you".split()
)


def _speaks_of_income(before: _Words, after: _Words) -> bool:
    """Whether a word beside the amount says that it may be income: `my salary 1500`, `1500 got paid`."""
    if any(word.folded in INCOME for word in (*before, *after[:1])):
        return True
    folded_after = [word.folded for word in after]
    return folded_after[:2] == [GOT, "paid"] or (bool(after) and folded_after[-1] in INCOME - {"paid"})


def _income_words(words: _Words) -> int:
    """Count the words at the end that say `paid` or the like."""
    return next((n for n, word in enumerate(reversed(words)) if word.folded not in INCOME), len(words))


def _has_loose_sign(words: _Words, number: _Candidate) -> bool:
    """Whether a sign stands apart from its number (`- fun 12.50`, `fun - 12.50`): it may be a list's dash as well."""
    if number.sign or number.first == 0:
        return False
    return words[0].plain[0] in _SIGNS or words[number.first - 1].plain in _SIGNS


def _day_of(words: _Words, span: _DaySpan) -> _Day:
    return _Day(span.day, " ".join(word.raw for word in words[span.first : span.end]))


def _day_beside(words: _Words, number: _Candidate) -> int | None:
    """Return the place of the word beside a number that names a day: right after it, or right before."""
    beside = [place for place in (number.end, number.first - 1) if 0 <= place < len(words)]
    return next((at for at in beside if words[at].folded == "yesterday" or words[at].folded in WEEKDAYS), None)


def _without(words: _Words, span: _DaySpan) -> _Words:
    return words[: span.first] + words[span.end :]


def _is_mark(word: str, money: Money) -> bool:
    return mark_of(word, money.currency) is not None or (len(word) == 1 and unicodedata.category(word) == "Sc")


def _either(about: About, ways: Sequence[Callable[[], Reading]]) -> Reading:
    """Make one question of several ways to read a line. Raises the first refusal where no way can be read."""
    choices: dict[Entry, None] = {}
    refusals: list[Refused] = []
    for way in ways:
        try:
            reading = way()
        except Refused as refused:
            refusals.append(refused)
            continue
        match reading:
            case Understood(entry):
                choices[entry] = None
            case Question(About.SPENDING, (*_, in_last_resort)) if len(ways) > 1:
                choices[in_last_resort] = None  # one button for each number; the receipt then offers the categories
            case Question(_, entries):
                choices |= dict.fromkeys(entries)
            case _:
                pass  # without this day or this group there is no amount left
    if not choices:
        raise refusals[0] if refusals else Refused(Why.NO_AMOUNT)
    if len(choices) > MOST_CATEGORIES:
        raise Refused(Why.TOO_MANY_NUMBERS)  # as many buttons as a question for the category may have, and no more
    return Question(about, tuple(choices))
