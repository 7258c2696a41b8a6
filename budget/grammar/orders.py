"""What is said of bills and paydays: `/bill rent 900 in fun on the 1st`, `/bill rent off`, `/payday 25 before weekends`."""

from collections.abc import Sequence
from dataclasses import dataclass

from budget.categories import category_called
from budget.errors import NotFound, Refused, Why
from budget.grammar.readings import Scope
from budget.grammar.recurrence import schedules_said, starters, starts_schedule
from budget.grammar.roles import Reader
from budget.grammar.spans import Calendar
from budget.grammar.thousands import scaled_number
from budget.grammar.unspaced import spaced
from budget.grammar.words import Kind, Word, split_words
from budget.money import Number, clean
from budget.schedules import Schedule, Step

_ABOUT_MARKS = "~≈"


@dataclass(frozen=True, slots=True)
class BillSaid:
    """What was said of a bill: its name, and whatever else was given.

    ``amount`` is in minor units, None where none was said. ``schedules`` has two where the first day is to be asked about. ``word``
    is `off`, `ahead` or empty.
    """

    name: str
    amount: int | None = None
    about: bool = False
    category: int | None = None
    schedules: tuple[Schedule, ...] = ()
    word: str = ""

    @property
    def is_new(self) -> bool:
        """Whether enough was said for a bill that is not there yet."""
        return self.amount is not None and bool(self.schedules)


def bill_said(text: str, scope: Scope) -> BillSaid:
    """Read what stands behind `/bill`: a name, then an amount, a category and when it is due, or `off`, or `ahead`.

    Raises `Refused`, for each part with its own reason.
    """
    words = split_words(text, scope.money, scope.vocabulary)
    if not words or not words[0].raw[:1].isalpha() or starts_schedule(words[0], scope.vocabulary):
        raise Refused(Why.NO_BILL_NAME)
    if len(words) == 1:
        raise Refused(Why.NO_AMOUNT)
    if words[-1].folded in {"off", "ahead"}:
        return BillSaid(_written(text, words[:-1]), word=words[-1].folded)
    at, schedules = _when(words, scope)
    head, category = _without_category(words[:at], scope)
    named = _amount(text, head, scope)
    if named is None:
        if not schedules and any(word.kind is Kind.NUMBER for word in head[1:]):
            raise Refused(Why.NO_WHEN)  # `gym 30 fridays`
        if not schedules or category is not None:
            raise Refused(Why.NO_AMOUNT)
        return BillSaid(_written(text, head), schedules=schedules)
    name, amount, about = named
    return BillSaid(name, amount, about, category, schedules)


def bill_offered(line: str, scope: Scope) -> BillSaid | None:
    """Return the bill that an entry's line speaks of: `rent 900 on the 1st`, `netflix 15.49 monthly`; None for any other line."""
    words = (
        spaced(line, scope.vocabulary).lower().split()[1:]
    )  # most lines say no schedule, and need not be read for one
    if not any(word in starters(scope.vocabulary) or (word[0].isdigit() and word[-1].isalpha()) for word in words):
        return None
    try:
        said = bill_said(line, scope)
    except Refused:
        return None
    return said if said.is_new and said.schedules[0].step is not Step.ONCE else None


def payday_said(text: str, scope: Scope) -> tuple[Schedule, ...]:
    """Read what stands behind `/payday`; nothing is `auto`, two schedules differ in their first day. Raises `Refused`.

    `every 2 weeks` counts from the last paycheck, where there is one.
    """
    words = split_words(text, scope.money, scope.vocabulary)
    if [word.folded for word in words] == ["auto"]:
        return ()
    return schedules_said(words, _calendar(scope), scope.last_paycheck)


def _calendar(scope: Scope) -> Calendar:
    return Calendar(scope.today, scope.money.locale, scope.vocabulary, scope.names)


def _when(words: Sequence[Word], scope: Scope) -> tuple[int, tuple[Schedule, ...]]:
    """Return where the words begin that say when something is due, and what they say. Raises `Refused`.

    The longest such words that end the line count. None there is nothing wrong: an amount alone changes a bill.
    """
    refusal: Refused | None = None
    for at in range(1, len(words)):
        if starts_schedule(words[at], scope.vocabulary):
            try:
                return at, schedules_said(words[at:], _calendar(scope))
            except Refused as refused:
                named = all(word.kind <= Kind.WORD for word in words[:at])  # `on` may belong to the name
                if refused.why is not Why.UNKNOWN_WHEN or not named:
                    raise
                refusal = refusal or refused
    if refusal is not None:
        raise refusal
    return len(words), ()


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


def _amount(text: str, words: Sequence[Word], scope: Scope) -> tuple[str, int, bool] | None:
    """Return the name, the amount at the end of the words, and whether it is an estimate; None where there is no number.

    Raises `Refused` for a number that is no amount, or that can be read in two ways.
    """
    refusal: Refused | None = None
    for at in range(1, len(words)):
        try:
            number = _number(words[at:], scope)
        except Refused as refused:
            refusal = refused
            continue
        if number is None:
            continue
        about = words[at].raw[0] in _ABOUT_MARKS
        name = words[:at]
        if len(name) > 1 and (name[-1].folded in scope.vocabulary.about_words or name[-1].raw in _ABOUT_MARKS):
            about, name = True, name[:-1]
        return _written(text, name), _certain(number, scope), about
    if refusal is not None:
        raise refusal
    return None


def _number(words: Sequence[Word], scope: Scope) -> Number | None:
    """Return what all of some words are as an amount, `900 rb` too. Raises `Refused`."""
    if len(words) > 1 and words[0].kind is Kind.NUMBER:
        scaled = scaled_number(tuple(words), 0, words[0].plain, 1, Reader(scope.money, scope.vocabulary, scope.names))
        if scaled is not None and scaled.end == len(words):
            return scaled.number
    return scope.money.read(clean(" ".join(word.raw for word in words).lstrip(_ABOUT_MARKS)))


def _certain(number: Number, scope: Scope) -> int:
    if number.unsure or len(number.amounts) != 1:
        raise Refused(Why.TWO_WAYS)
    return scope.money.checked(number.amounts[0]).minor


def _written(text: str, words: Sequence[Word]) -> str:
    return text[words[0].start : words[-1].end].strip()
