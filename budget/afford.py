"""Whether an amount can be afforded: what would be left after the bills, and of a category's limit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from budget.budgets import Budget
from budget.categories import category_called
from budget.errors import Refused, Why
from budget.grammar import Afford, Scope, Understood, read_line
from budget.money import Amount, clean
from budget.summary import Line, Summary

_ASKS = "afford"
_NOTHING_TAUGHT = dict[str, int]().get


@dataclass(frozen=True, slots=True)
class Affordable:
    """The answer; amounts in minor units. ``left`` is what would be left after the bills, below zero where they leave less.

    Before the first paycheck it is what the week's limits would leave, and ``until`` is None. What is a day's is None then, on the
    payday ``until``, and where that is past: nobody knows for how many days it is.
    """

    amount: int
    left: int
    until: date | None = None
    per_day: int | None = None
    per_day_now: int | None = None
    line: Line | None = None
    """The category with the amount spent, where one was named."""

    @property
    def fits(self) -> bool:
        """Whether it can be afforded; exactly all that is left can."""
        return self.left >= 0

    @property
    def missing(self) -> int:
        """What it is more than there is."""
        return max(0, -self.left)


def in_words(words: Sequence[str], budget: Budget, today: date) -> tuple[int, int | None]:
    """Return the amount that words say, in minor units, and the number of the category beside it, None where none is.

    They are read as those of a question are: `80 fun`, `fun 80`, `about 20 bucks`. Other words beside the amount must name a
    category. Raises `Refused` for the amount, `NotFound` for the category.
    """
    if not words:
        raise Refused(Why.NO_AMOUNT)
    scope = budget.scope(today, _NOTHING_TAUGHT)
    asked = read_line(" ".join([_ASKS, *words]), scope)
    taken_back = any(word.startswith("-") and word != "-" for word in map(clean, words))  # refused below
    if isinstance(asked, Afford) and not taken_back and (asked.category is not None or _is_amount_alone(words, scope)):
        return asked.amount, asked.category
    if any(letter.isdecimal() for letter in words[-1]) and not any(letter.isdecimal() for letter in words[0]):
        words = (words[-1], *words[:-1])
    called = " ".join(words[1:])
    category = category_called(called, budget.categories).number if called else None
    return budget.money.checked(Amount(budget.limit_said(words[0]))).minor, category


def _is_amount_alone(words: Sequence[str], scope: Scope) -> bool:
    reading = read_line(" ".join(words), scope)
    return isinstance(reading, Understood) and not reading.entry.note


def affordable(summary: Summary, amount: int, category: int | None = None) -> Affordable:
    """Return whether an amount can be afforded, for a category by its number; ``summary`` is that of the current week."""
    line = next((one for one in summary.lines if one.category.number == category and not one.category.removed), None)
    spent = replace(line, spent=line.spent + amount) if line is not None else None
    period, today = summary.pay_period, summary.today
    if period is None:
        limited = spent if spent is not None and not spent.is_watched else None
        return Affordable(amount, limited.left if limited is not None else summary.left - amount, line=spent)
    left, days = period.remaining_after_bills - amount, period.days_left(today)
    if period.next_payday <= today:
        return Affordable(amount, left, period.next_payday, line=spent)
    return Affordable(amount, left, period.next_payday, left // days, period.per_day_after_bills(today), spent)
