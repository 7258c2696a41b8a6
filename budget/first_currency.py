"""The first amount of an empty budget: where it is in another currency, the budget may be meant to be in that one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from budget.currencies import Currency
from budget.errors import InvalidChoice, Why
from budget.grammar import About, Choice, Label, Question, Reading, Understood, Unreadable
from budget.locales import Locale
from budget.settings_said import currency_said

_Read = Sequence[tuple[str, Reading]]
_PARTS_OF_NUMBERS = re.compile(r"[\d\s.,'’+\-*×]+")


def other_currency(readings: _Read, own: Locale) -> Currency | None:
    """Return the one currency of a text that is refused for it, None where it has several, or amounts without one."""
    if any(isinstance(one, Understood | Question) for _, one in readings):
        return None
    marks = {mark for _, one in readings for mark in _marks(one)}
    try:
        currencies = {currency_said(mark, own) for mark in marks}
    except InvalidChoice:
        return None
    return currencies.pop() if len(currencies) == 1 else None


def _marks(reading: Reading) -> Iterable[str]:
    """Return what stands for a currency in a refused amount: `€` of `€12`, `mexican pesos` of `100 mexican pesos`."""
    if not isinstance(reading, Unreadable) or reading.why is not Why.OTHER_CURRENCY:
        return ()
    marks = dict.fromkeys(_PARTS_OF_NUMBERS.sub(" ", reading.word).split())
    return (" ".join(marks),)


def in_other_currency(readings: _Read, currency: Currency) -> _Read:
    """Return the readings of a text in another currency, each a question whose choices bring the budget into it."""
    return [(text, _asked(one, currency.code)) for text, one in readings]


def _asked(reading: Reading, code: str) -> Reading:
    match reading:
        case Understood(entry, evidence=evidence):
            return Question(About.CURRENCY, (Choice(Label.CURRENCY, (entry,), code),), evidence)
        case Question(choices=choices, evidence=evidence):
            kept = tuple(replace(one, currency=code) for one in choices if one.entries)
            return Question(About.CURRENCY, kept, evidence)
        case _:
            return reading
