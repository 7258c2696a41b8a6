"""What is said of bills and paydays: `/bill rent 900 in fun on the 1st`, `/bill rent off`, `/payday 25 before weekends`."""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from budget.categories import category_called, folded, named_at
from budget.errors import NotFound, Refused, Why
from budget.grammar.days import day_ways
from budget.grammar.every import markers, starts_schedule
from budget.grammar.lines import read_line
from budget.grammar.rates import with_month_ends, with_rates_as_schedules
from budget.grammar.readings import About, Question, Scope, Understood
from budget.grammar.recurrence import schedules_said
from budget.grammar.roles import Reader
from budget.grammar.scale_words import scaled_number
from budget.grammar.spans import Calendar
from budget.grammar.unspaced import spaced
from budget.grammar.words import NO_BREAK, Kind, Word, split_words
from budget.money import Number, clean
from budget.paydays import LONGEST_AHEAD
from budget.periods import later
from budget.schedules import Schedule, Step
from languages.vocabulary import Vocabulary

_ABOUT_MARKS = "~≈"
_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
"""Characters around the parts of a sentence in Arabic, which come along where it is copied."""
_OUTSIDE = "outside"
_MOST_UNITS = 24
"""Units after which something is said to come again, where the number may as well be what it costs."""
_LONGEST_WHEN = 16
"""Words that say when something is due, where others follow them."""
_LONGEST_CALLED = 8
"""Words of a category's name that are looked at."""
_DAY_OF_MONTH = re.compile(r"\d{1,2}-?([^\W\d_]+)")
_LONGEST_ENDING = 3  # of an ordinal: `1er`, `21ste`


@dataclass(frozen=True, slots=True)
class BillSaid:
    """What was said of a bill: its name, and whatever else was given.

    ``amount`` is in minor units of ``currency``, None where none was said. ``schedules`` has two where the first day is to be asked
    about. ``word`` is `off`, `ahead`, `not ahead`, `skip` or empty.
    """

    name: str
    amount: int | None = None
    about: bool = False
    category: int | None = None
    schedules: tuple[Schedule, ...] = ()
    word: str = ""
    outside: bool = False
    """Whether its payments shall stand outside the weekly limits."""
    currency: str = field(default="", compare=False)
    """The code of the budget's currency when the amount was read; empty where it is read in the act itself."""

    @property
    def is_new(self) -> bool:
        """Whether enough was said for a bill that is not there yet."""
        return self.amount is not None and bool(self.schedules)


def bill_said(text: str, scope: Scope) -> BillSaid:
    """Read what stands behind `/bill`: a name, an amount, a category and when it is due, or `off`, or `ahead`.

    The parts may stand in any order: `in fun gym 30 fridays`, `gym on the 1st in fun 30`. `outside`, that its payments stand
    outside the weekly limits, comes last. Raises `Refused`, for each part with its own reason.
    """
    text = text.translate(_ISOLATES)
    words: Sequence[Word] = with_rates_as_schedules(split_words(text, scope.money, scope.vocabulary), scope.vocabulary)
    words = with_month_ends(words, scope.vocabulary)
    outside = len(words) > 1 and words[-1].folded == _OUTSIDE
    words = words[:-1] if outside else words
    rest, category = _without_named_category(words, scope)
    try:
        said = _in_order(text, rest, scope)
    except Refused:
        found = _in_any_order(text, rest, scope) or _stands(text, words, scope, outside=outside)
        if found is None:
            raise
        said = found
    said = said if category is None else replace(said, category=category)
    return replace(said, category=None, outside=True) if outside else said


def _stands(text: str, words: Sequence[Word], scope: Scope, *, outside: bool) -> BillSaid | None:
    """Return what says of a bill where its payments count, and nothing else: `gym in fun`, `gym outside`; None for more."""
    if not (words and words[0].raw[:1].isalpha()) or any(word.kind is Kind.NUMBER for word in words):
        return None
    if outside:
        return BillSaid(written(text, words))
    for at in range(1, len(words) - 1):
        if words[at].folded in scope.vocabulary.in_words:
            with suppress(NotFound):
                called = " ".join(word.raw for word in words[at + 1 :])
                return BillSaid(written(text, words[:at]), category=category_called(called, scope.categories).number)
    return None


def _in_order(text: str, words: Sequence[Word], scope: Scope) -> BillSaid:
    """Read a name, then an amount, a category and when it is due. Raises `Refused`."""
    if not words or words[0].kind is Kind.NUMBER or starts_schedule(words, 0, scope.vocabulary):
        raise Refused(Why.NO_BILL_NAME)
    if not words[0].raw[:1].isalpha():
        raise Refused(Why.BAD_BILL_NAME, words[0].raw)
    if len(words) == 1:
        raise Refused(Why.NO_AMOUNT)
    if len(words) > 2 and [word.folded for word in words[-2:]] == ["ahead", "off"]:
        return BillSaid(written(text, words[:-2]), word="not ahead")
    if words[-1].folded in {"off", "ahead", "skip"}:
        return BillSaid(written(text, words[:-1]), word=words[-1].folded)
    at, schedules = _when(words, scope)
    head, category = _without_category(words[:at], scope)
    named = _amount(head, scope)
    if named is None:
        if not schedules and any(word.kind is Kind.NUMBER for word in head[1:]):
            raise Refused(Why.NO_WHEN)  # `gym 30 fridays`
        if not schedules or category is not None:
            raise Refused(Why.NO_AMOUNT)
        return BillSaid(written(text, head), schedules=schedules)
    name, amount, about = named
    return BillSaid(written(text, name), amount, about, category, schedules, currency=scope.money.currency.code)


def _without_named_category(words: Sequence[Word], scope: Scope) -> tuple[Sequence[Word], int | None]:
    """Return the words without `in fun`, wherever that stands, and the category's number; only where its whole name stands there.

    At the line's end it may be called in other ways, too, and must be one: that is left where no whole name stands there.
    """
    for at, word in enumerate(words):
        if word.folded not in scope.vocabulary.in_words:
            continue
        said = [one.folded for one in words[at + 1 : at + 1 + _LONGEST_CALLED]]
        found = named_at(said, scope.categories)
        if found is not None and 1 + found.words < len(words):
            return (*words[:at], *words[at + 1 + found.words :]), found.category.number
    return words, None


def _in_any_order(text: str, words: Sequence[Word], scope: Scope) -> BillSaid | None:
    """Return the bill whose name, amount and day stand in another order; None where it is not plain which word is what.

    Raises `Refused` for a category that there is not.
    """
    for start in range(len(words)):
        if not starts_schedule(words, start, scope.vocabulary):
            continue
        for end in range(min(len(words), start + _LONGEST_WHEN), start, -1):
            rest = (*words[:start], *words[end:])
            if any(starts_schedule(rest, n, scope.vocabulary) for n in range(len(rest))):
                continue
            try:
                schedules = schedules_said(words[start:end], _calendar(scope))
            except Refused:
                continue
            head, category = _without_category(rest, scope)
            named = amount_at_either_end(head, scope)
            if named is not None:
                name, amount, about = named
                return BillSaid(
                    written(text, name), amount, about, category, schedules, currency=scope.money.currency.code
                )
    return None


def amount_at_either_end(words: Sequence[Word], scope: Scope) -> tuple[Sequence[Word], int, bool] | None:
    """Return name, amount and whether it is an estimate, where one number stands before a name or behind it."""
    if sum(word.kind > Kind.WORD for word in words) != 1:
        return None
    try:
        named = _amount(words, scope) or _amount((*words[1:], words[0]), scope)
    except Refused:
        return None
    if named is None or not named[0][0].raw[:1].isalpha():
        return None
    return named if all(after.place == before.place + 1 for before, after in pairwise(named[0])) else None


def bill_offered(line: str, scope: Scope, note: str | None = None) -> BillSaid | None:
    """Return the bill that an entry's line speaks of: `rent 900 on the 1st`, `30 fun gym fridays`; None for any other line.

    Its name begins the entry's ``note``, where that is given.
    """
    words = spaced(line, scope.vocabulary).lower().split()  # most lines say no schedule, and need not be read for one
    known = markers(scope.vocabulary)
    if not any(word in known or "/" in word or _may_be_a_day(word, scope.vocabulary) for word in words):
        return None
    spoken = [word for word in split_words(line, scope.money, scope.vocabulary) if word.raw[0] != "#"]
    spoken = list(with_month_ends(with_rates_as_schedules(spoken, scope.vocabulary), scope.vocabulary))
    told = _without_teller(spoken, scope.vocabulary)
    for some in (told, spoken, _without_category_name(spoken, scope), _without_day(told, scope)):
        said = comes_again(line, some, scope)
        if said is not None and (note is None or f" {said.name} " in f" {note} "):
            return said
    return None


def _may_be_a_day(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word may be a day of the month: `1st`, `1dec`, but not `7-eleven`."""
    found = _DAY_OF_MONTH.fullmatch(word)
    return found is not None and (len(found[1]) <= _LONGEST_ENDING or found[1] in vocabulary.months)


def _without_teller(words: list[Word], vocabulary: Vocabulary) -> list[Word]:
    """Return the words without those that say who pays: of `I pay 900 rent on the 1st` without `I pay`."""
    own = vocabulary.self_words | vocabulary.owners | vocabulary.pay_verbs
    if not words or (words[0].folded not in own and words[-1].folded not in vocabulary.pay_verbs):
        return words
    gone = own | vocabulary.bill_words | vocabulary.paid | vocabulary.price_verbs | vocabulary.for_words
    return [word for word in words if word.folded not in gone or word.kind is not Kind.WORD]


def _without_day(words: Sequence[Word], scope: Scope) -> Sequence[Word]:
    """Return the words without the day on which it was paid: of `yesterday netflix 15 monthly` without `yesterday`."""
    with suppress(Refused):
        way = day_ways(tuple(words), _calendar(scope))[0]
        return way.words if way.said and not way.doubtful else ()
    return ()


def comes_again(line: str, words: Sequence[Word], scope: Scope) -> BillSaid | None:
    """Return the new bill that the words of a line say, where it comes again, and is not called as a category; else None."""
    said = bill_in(line, words, scope)
    if said is None or said.schedules[0].step is Step.ONCE or _is_category(said.name, scope):
        return None
    return said


def _without_category_name(words: Sequence[Word], scope: Scope) -> Sequence[Word]:
    """Return the words without the first category's name among them: of `30 fun gym every friday` without `fun`."""
    said = [word.folded for word in words]
    for at in range(len(words)):
        found = named_at(said[at : at + _LONGEST_CALLED], scope.categories)
        if found is not None and found.by_name:
            return (*words[:at], *words[at + found.words :])
    return ()


def _is_category(name: str, scope: Scope) -> bool:
    """Whether a name is a category's, which no bill can have: of `12.50 fun on the 3rd`."""
    words = folded(name).split()
    found = named_at(words, scope.categories)
    return found is not None and found.by_name and found.words == len(words)


def bill_in(line: str, words: Sequence[Word], scope: Scope) -> BillSaid | None:
    """Return the new bill that the words of a line say, its parts in any order; None where they say none."""
    for read in (_in_order, _in_any_order):
        with suppress(Refused):
            said = read(line, words, scope)
            if said is not None and said.is_new:
                return said
    return None


def payday_said(text: str, scope: Scope) -> tuple[Schedule, ...]:
    """Read what stands behind `/payday`; nothing is `auto`, two schedules differ in their first day. Raises `Refused`.

    `every 2 weeks` counts from the last paycheck, where there is one.
    """
    words = with_month_ends(split_words(text.translate(_ISOLATES), scope.money, scope.vocabulary), scope.vocabulary)
    if [word.folded for word in words] == ["auto"]:
        return ()
    said = schedules_said(words, _calendar(scope), scope.last_paycheck)
    if any(_comes_seldom(rule, scope.today) for rule in said):
        raise Refused(Why.FAR_PAYDAY, text)
    return said


def _comes_seldom(rule: Schedule, today: date) -> bool:
    """Whether a rule names no payday within a year, or then none for longer than that."""
    first = next(rule.occurrences(today, later(today, LONGEST_AHEAD)), None)
    _, second = rule.neighbours(first.planned) if first is not None else (None, None)
    return first is None or (second is not None and second - first.planned > LONGEST_AHEAD)


def _calendar(scope: Scope) -> Calendar:
    return Calendar(scope.today, scope.money.locale, scope.vocabulary, scope.names)


def _when(words: Sequence[Word], scope: Scope) -> tuple[int, tuple[Schedule, ...]]:
    """Return where the words begin that say when something is due, and what they say. Raises `Refused`.

    The longest such words that end the line count. None there is nothing wrong: an amount alone changes a bill.
    """
    refusal: Refused | None = None
    for at in range(1, len(words)):
        if starts_schedule(words, at, scope.vocabulary) and not _is_amount(words, at, scope.vocabulary):
            try:
                return at, schedules_said(words[at:], _calendar(scope))
            except Refused as refused:
                named = all(word.kind <= Kind.WORD for word in words[:at])  # `on` may belong to the name
                if refused.why not in {Why.UNKNOWN_WHEN, Why.WEEKDAY_OF_MONTH} or not named:
                    raise
                refusal = refusal or refused
    if refusal is not None:
        raise refusal
    return len(words), ()


def _is_amount(words: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a number is too large to count units, and the line's only one: `netflix 150 ayda bir`."""
    only = words[at].kind is Kind.NUMBER and sum(word.kind > Kind.WORD for word in words) == 1
    many = only and not (words[at].plain.isdecimal() and int(words[at].plain[:9]) <= _MOST_UNITS)
    return many and at + 1 < len(words) and starts_schedule(words, at + 1, vocabulary)


def _without_category(words: Sequence[Word], scope: Scope) -> tuple[Sequence[Word], int | None]:
    """Return the words before `in fun`, and the category's number. Raises `Refused` for one that there is not."""
    numbers = [n for n, word in enumerate(words) if word.kind > Kind.WORD]
    for at in range(len(words) - 1, 0, -1):
        if words[at].folded in scope.vocabulary.in_words and numbers and at > numbers[-1]:
            called = " ".join(word.raw for word in words[at + 1 :])
            try:
                return words[:at], category_called(called, scope.categories).number
            except NotFound:
                raise Refused(Why.UNKNOWN_CATEGORY, called) from None
    return words, None


def _amount(words: Sequence[Word], scope: Scope) -> tuple[Sequence[Word], int, bool] | None:
    """Return the name, the amount at the end of the words, and whether it is an estimate; None where there is no number.

    Of several numbers the amount is the one that an entry of these words would have: `route 66 120`. Raises `Refused` for a number
    that is no amount, or that can be read in two ways, and where either of two may be the amount: `studio 54 900`, unless the
    locale groups by spaces.
    """
    refusal: Refused | None = None
    amounts = _amounts_of_entry(words, scope) if sum(word.kind > Kind.WORD for word in words) > 1 else None
    for at in range(1, len(words)):
        glued = words[at].start == words[at - 1].end
        if glued and at + 1 < len(words) and words[at + 1].kind is Kind.NUMBER:
            continue  # the number of `visa1 250` is the name's
        try:
            number = _number(words[at:], scope)
        except Refused as refused:
            refusal = refused
            continue
        if number is None or (amounts and amounts.isdisjoint(one.minor for one in number.amounts)):
            continue
        joined = sum(word.kind > Kind.WORD for word in words[at:]) > 1
        if joined and amounts and len(amounts) > 1 and scope.money.locale.group not in NO_BREAK:
            raise Refused(Why.TWO_WAYS, " ".join(word.raw for word in words[at:]))
        about = words[at].raw[0] in _ABOUT_MARKS
        name = words[:at]
        if len(name) > 1 and (name[-1].folded in scope.vocabulary.about_words or name[-1].raw in _ABOUT_MARKS):
            about, name = True, name[:-1]
        return name, _certain(number, scope), about
    if refusal is not None:
        raise refusal
    return None


def _amounts_of_entry(words: Sequence[Word], scope: Scope) -> set[int]:
    """Return the amounts, in minor units, that an entry of some words may have: several where it would be asked about."""
    line = "".join(f"{' ' * (word.start > before.end)}{word.raw}" for before, word in pairwise([words[0], *words]))
    match read_line(line, scope):
        case Understood(entry):
            return {entry.amount}
        case Question(About.AMOUNT | About.ENTRIES, choices):
            return {entry.amount for choice in choices for entry in choice.entries}
        case _:
            return set()


def _number(words: Sequence[Word], scope: Scope) -> Number | None:
    """Return what all of some words are as an amount, `900 rb` too. Raises `Refused`."""
    if len(words) > 1 and words[0].kind is Kind.NUMBER:
        scaled = scaled_number(tuple(words), 0, words[0].plain, 1, Reader(scope.money, scope.vocabulary, scope.names))
        if scaled is not None and scaled.end == len(words):
            return scaled.number
    said = clean(" ".join(word.raw for word in words).lstrip(_ABOUT_MARKS))
    number = scope.money.read(said)
    if number is None and len(words) == 1 and any(map(str.isalpha, said)):
        return scope.money.read(words[0].plain)  # `8万円`, but not `30/-`
    return number


def _certain(number: Number, scope: Scope) -> int:
    if number.unsure or len(number.amounts) != 1:
        raise Refused(Why.TWO_WAYS)
    return scope.money.checked(number.amounts[0]).minor


def written(text: str, words: Sequence[Word]) -> str:
    """Return words as they were written; what stood between them and is another part is left out."""
    if words[-1].place - words[0].place >= len(words):
        return " ".join(word.raw for word in words)
    return text[words[0].start : words[-1].end].strip()
