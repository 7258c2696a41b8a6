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
from words.entries import spent_of
from words.voice import Voice

Shown = Summary | Overview
"""Categories over some days: a week, a pay period or a month."""


MOST_ROWS = 200
"""Rows of a table of categories. Of more categories, the smallest are added up in the last row."""
MOST_BARS = 20
"""Bars of a page and of a picture, likewise."""


class Bar(NamedTuple):
    """One bar with its labels. ``filled`` is the width of the spent part, in percent of the limit, at most 100.

    ``left`` says what is left; ``rest`` says the same in a column that is headed so, and ``sums`` says all three amounts.
    """

    name: str
    spent: str
    limit: str
    left: str
    rest: str
    sums: str
    percent: str
    filled: float
    over: bool
    key: str = ""
    """The category's key; empty for a sum of several."""
    brief: str = ""
    """What is left in round figures."""
    is_watched: bool = False
    is_untouched: bool = False
    """Whether nothing was spent of a limit."""


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
    return _bar(voice, summary, say.fixed(voice)["total"], summary.money)


def category_bars(voice: Voice, summary: Shown, most: int) -> list[Bar]:
    """Return one bar for each category.

    Of more than ``most`` categories, the smallest are added up in the last bar, removed categories before current ones.
    """
    lines: tuple[Line | Part, ...] = summary.lines
    money = summary.money
    if len(lines) <= most:
        return [_bar(voice, line, _name(voice, line), money, line.category.key) for line in lines]
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
        *(_bar(voice, line, _name(voice, line), money, line.category.key) for line in own),
        _bar(voice, rest, say.more_categories(voice, len(others)), money),
    ]


def week_bars(voice: Voice, history: History) -> list[Bar]:
    """Return one bar for each week of a category."""
    return [
        _bar(voice, line, days.short_week(voice, line.week) if line.week is not None else "", history.money)
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


def _bar(voice: Voice, of: Line | Part | Shown | _Rest, name: str, money: Money, key: str = "") -> Bar:
    if of.is_watched:
        spent = money.written(of.spent)
        return Bar(name, spent, say.no_limit(voice), "", "", spent, "", 0.0, False, key, spent, is_watched=True)
    limit, against = of.available, of.available - of.left  # what is only watched takes nothing of a limit
    filled = min(1000, max(0, against * 1000 // limit)) / 10 if limit > 0 else 100.0 * (against > 0)
    return Bar(
        name,
        money.written(of.spent),
        money.written(limit, short=True),
        *_left(voice, of.left, money),
        spent_of(voice, money, of),
        f"{max(0, against * 100 // limit)} %" if limit > 0 else "",
        filled,
        of.left < 0,
        key,
        say.headline(voice, of.left, money),
        is_untouched=of.spent == 0 and of.left > 0,
    )


def _left(voice: Voice, remaining: int, money: Money) -> tuple[str, str]:
    """Return what is left as a phrase, and as it stands in a column."""
    if remaining < 0:
        over = say.over(voice, money.written(-remaining))
        return over, over
    if remaining == 0:
        return say.nothing_left(voice), say.nothing(voice)
    left = money.written(remaining)
    return say.left(voice, left), left


def _name(voice: Voice, line: Line | Part) -> str:
    name = printable(line.category.name)
    return say.removed(voice, name) if line.category.removed else name
