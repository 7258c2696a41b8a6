"""An entry whose parts are given apart, by a program: nothing in its note is taken for an amount, a day or a way of the money."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from budget.categories import Category, category_called
from budget.entries import LONGEST_NOTE, Entry, Kind
from budget.errors import NotFound, Refused, Why
from budget.grammar.dated_lines import as_question
from budget.grammar.notes import Naming, Writer
from budget.grammar.parts import Part
from budget.grammar.readings import About, Choice, Label, Offer, Question, Reading, Scope, Understood, Unreadable
from budget.grammar.words import split_words
from budget.money import Amount, Money, Number, clean

KINDS = (Kind.EXPENSE, Kind.REFUND, Kind.PAYCHECK, Kind.EXTRA)
"""The kinds that can be given. A bill has its schedule from the chat."""

_DECIMAL = re.compile(r"([0-9]{1,15})(?:\.([0-9]{1,15}))?")


@dataclass(frozen=True, slots=True)
class Given:
    """The parts of an entry. ``decimal`` is whether the point of the amount can only be the decimal one, as in JSON."""

    amount: str
    note: str = ""
    category: str = ""
    kind: Kind = Kind.EXPENSE
    decimal: bool = False


def read_given(given: Given, day: date, scope: Scope) -> Reading:
    """Read an entry of a day. Never raises.

    An amount that did not come, or is zero, is told with the note: it was to be one. A category that there is not is asked about.
    """
    note = " ".join(given.note.split())
    try:
        number = _number_of(given, scope.money)
        if not any(amount.minor for amount in number.amounts):
            return Unreadable(Why.NO_AMOUNT_CAME if note else Why.NOTHING_CAME, note)
        if len(note) > LONGEST_NOTE:
            raise Refused(Why.LONG_NOTE, str(len(note)))
        for amount in number.amounts:
            scope.money.checked(amount)
        return _read(given, number, (note, day), scope)
    except Refused as refused:
        return Unreadable(refused.why, refused.word)


def _read(given: Given, number: Number, said: tuple[str, date], scope: Scope) -> Reading:
    note, day = said
    naming, known = _naming(given, note, day, scope)
    category = naming.likeliest.number if given.kind.is_spending else None
    entries = [Entry(given.kind, amount.minor, day, category, note, amount.working) for amount in number.amounts]
    if len(entries) > 1 or number.unsure:  # of dollars `3.456` has one way, for three decimals are too many
        return Question(About.AMOUNT, tuple(Choice(Label.AMOUNT, (entry,)) for entry in entries))
    understood = Understood(entries[0], naming.offer if given.kind.is_spending else Offer.NOTHING)
    return understood if known else as_question(understood, scope)


def is_of_unknown_category(given: Given, categories: Iterable[Category]) -> bool:
    """Whether a category is given that there is not."""
    if not given.category or not given.kind.is_spending:
        return False
    try:
        category_called(given.category, tuple(one for one in categories if not one.removed))
    except NotFound:
        return True
    return False


def _naming(given: Given, note: str, day: date, scope: Scope) -> tuple[Naming, bool]:
    """Return what is known of the category, by what is given and else by the note; False for one that there is not."""
    by_note = naming_by_note(note, day, scope)
    if not given.category or not given.kind.is_spending:
        return by_note, True
    try:
        found = category_called(given.category, tuple(one for one in scope.categories if not one.removed))
    except NotFound:
        return by_note, False
    return by_note._replace(otherwise=found.number, categories=(), offer=Offer.NOTHING), True


def naming_by_note(note: str, day: date, scope: Scope, *, prefixes: bool = True) -> Naming:
    """Return what a note alone says of the category; with ``prefixes`` a word that begins one's name does, too."""
    # The amount stands before the note, as where somebody writes both.
    words = split_words(note, scope.money, scope.vocabulary)
    return Writer(note, day, scope, prefixes).named(Part(words, -1, Amount(0)))


def _number_of(given: Given, money: Money) -> Number:
    """Read an amount: one number token. None at all is zero. Raises `Refused`."""
    token = clean(given.amount).strip()
    if not token:
        return _sure(Amount(0))
    if token[0] in "+-":
        raise Refused(Why.GIVEN_SIGN, token)
    if given.decimal:
        return _sure(_decimal(token, money))
    number = money.read(token)
    if number is None:
        raise Refused(Why.UNIT, token)
    return number


def _sure(amount: Amount) -> Number:
    return Number((amount,), unsure=False, marked=False)


def _decimal(token: str, money: Money) -> Amount:
    found = _DECIMAL.fullmatch(token)
    if found is None:
        raise Refused(Why.EXPONENT if "e" in token.lower() else Why.TOO_LONG, token)
    decimals = (found[2] or "").rstrip("0")
    if len(decimals) > money.currency.exponent:
        raise Refused(Why.MORE_DECIMALS, token)
    return Amount(int(found[1] + decimals.ljust(money.currency.exponent, "0")))
