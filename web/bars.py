"""Spending against limits as bars: the figures and labels that the chart and the page's table show."""

from typing import NamedTuple

from budget.history import History
from budget.money import Money
from budget.overview import Overview, Part
from budget.pace import pace_on
from budget.summary import Line, Summary
from web.labels import printable
from words import days
from words import page as say
from words.entries import Standing, available, with_unlimited
from words.voice import Voice

Shown = Summary | Overview
"""Categories over some days: a week, a pay period or a month."""


MOST_ROWS = 200
"""Rows of a table of categories. Of more categories, the smallest are added up in the last row."""
MOST_BARS = 20
"""Bars of a page and of a picture, likewise."""


class Bar:
    """One bar and what it says. A page and a picture ask for different labels, so each is written when it is asked for."""

    __slots__ = (
        "_available",
        "_left",
        "_money",
        "_of",
        "_voice",
        "is_watched",
        "key",
        "name",
        "over",
        "spent",
        "unlimited",
    )

    def __init__(self, voice: Voice, of: Standing, name: str, money: Money, key: str = "") -> None:
        """``key`` is the category's; empty for a sum of several.

        ``spent`` is what is spent of the limit, ``unlimited`` what is beside it; empty for nothing.
        """
        self.name, self.key = name, key
        self.is_watched = of.is_watched
        self._available, self._left = of.available, of.left
        against = of.spent if of.is_watched else of.available - of.left  # what is only watched takes nothing of a limit
        self.spent = money.written(against)
        self.unlimited = money.written(of.spent - against) if of.spent != against else ""
        self.over = not of.is_watched and self._left < 0
        self._voice, self._of, self._money = voice, of, money

    @property
    def limit(self) -> str:
        """What may be spent."""
        return say.no_limit(self._voice) if self.is_watched else self._money.written(self._available, short=True)

    @property
    def left(self) -> str:
        """What is left, as a phrase; empty without a limit."""
        if self.is_watched:
            return ""
        if self._left == 0:
            return say.nothing_left(self._voice)
        return self.rest if self._left < 0 else say.left(self._voice, self.rest)

    @property
    def rest(self) -> str:
        """What is left, in a column that is headed so; empty without a limit."""
        if self.is_watched:
            return ""
        if self._left == 0:
            return say.nothing(self._voice)
        amount = self._money.written(abs(self._left))
        return say.over(self._voice, amount) if self._left < 0 else amount

    @property
    def brief(self) -> str:
        """What is left in round figures; without a limit what is spent."""
        return self.spent if self.is_watched else say.headline(self._voice, self._left, self._money)

    @property
    def against(self) -> str:
        """What is spent of what may be, beside what is left; without a limit that there is none."""
        if self.is_watched:
            return say.no_limit(self._voice)
        sums = say.amount_of(self._voice, self.spent, available(self._voice, self._money, self._of))
        return with_unlimited(self._voice, self._money, self._of, sums)

    @property
    def filled(self) -> float:
        """The width of the spent part, in percent of the limit, at most 100."""
        if self.is_watched:
            return 0.0
        if self._available <= 0:
            return 100.0 * (self._against > 0)
        return min(1000, max(0, self._against * 1000 // self._available)) / 10

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was spent of a limit."""
        return not self.is_watched and self._of.spent == 0 and self._left > 0

    @property
    def _against(self) -> int:
        """What is spent of the limit: what is only watched takes nothing of one."""
        return self._available - self._left


class Pace(NamedTuple):
    """Where spending should stand today: the position in percent of each limit, and that share of all limits as an amount."""

    position: float
    amount: str


class _Rest(NamedTuple):
    """The sum of the lines that have no bar of their own."""

    spent: int
    limit: int
    carried: int
    available: int
    left: int
    is_watched: bool


def total_bar(voice: Voice, summary: Shown) -> Bar:
    """Return the bar of all categories together."""
    return Bar(voice, summary, say.fixed(voice)["total"], summary.money)


def category_bars(voice: Voice, summary: Shown, most: int) -> list[Bar]:
    """Return one bar for each category.

    Of more than ``most`` categories, the smallest are added up in the last bar, removed categories before current ones.
    """
    lines: tuple[Line | Part, ...] = summary.lines
    money = summary.money
    if len(lines) <= most:
        return [Bar(voice, line, _name(voice, line), money, line.category.key) for line in lines]
    by_weight = sorted(range(len(lines)), key=lambda n: (lines[n].category.removed, -abs(lines[n].spent)))
    own = [lines[n] for n in sorted(by_weight[: most - 1])]
    others = [lines[n] for n in by_weight[most - 1 :]]
    limited = [line for line in others if not line.is_watched]
    rest = _Rest(
        sum(line.spent for line in others),
        sum(line.limit for line in limited),
        sum(line.carried for line in limited),
        sum(line.available for line in limited),
        sum(line.left for line in limited),
        is_watched=not limited,
    )
    return [
        *(Bar(voice, line, _name(voice, line), money, line.category.key) for line in own),
        Bar(voice, rest, say.more_categories(voice, len(others)), money),
    ]


def all_bars(voice: Voice, summary: Shown, bars: list[Bar]) -> list[Bar]:
    """Return the rows of a table of all categories beside their ``bars``, of which there may be fewer."""
    return bars if len(summary.lines) <= MOST_BARS else category_bars(voice, summary, MOST_ROWS)


def week_bars(voice: Voice, history: History) -> list[Bar]:
    """Return one bar for each week of a category."""
    return [
        Bar(voice, line, days.short_week(voice, line.week) if line.week is not None else "", history.money)
        for line in history.lines
    ]


def pace(shown: Shown) -> Pace | None:
    """Return where today should be, in percent and of all limits; None on a day outside of the period."""
    position = even_share(shown)
    even = pace_on(shown.today, shown.days.start, shown.days.end, shown.available, 0)
    if position is None or even is None:
        return None
    return Pace(position, shown.money.written(even.expected))


def even_share(shown: Shown) -> float | None:
    """Return where today should be, in percent of each bar; None on a day outside of the period."""
    start, end = shown.days
    if not start <= shown.today < end:
        return None
    return ((shown.today - start).days + 1) * 1000 // (end - start).days / 10


def _name(voice: Voice, line: Line | Part) -> str:
    name = printable(line.category.name)
    return say.removed(voice, name) if line.category.removed else name
