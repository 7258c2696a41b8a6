"""Spending against limits as bars: the figures and labels that the chart and the page's table show."""

from typing import NamedTuple

from budget.money import Money
from budget.summary import Line, Summary
from web.labels import printable


class Bar(NamedTuple):
    """One bar with its labels. ``filled`` is the width of the spent part, in percent of the limit, at most 100.

    A tuple, because the templates unpack it in their loops: looking up each field by name is slower.
    """

    name: str
    spent: str
    limit: str
    left: str
    percent: str
    filled: float
    over: bool


class Pace(NamedTuple):
    """Where spending should stand today: the position in percent of each limit, and that share of all limits as an amount."""

    position: float
    amount: str


class _Rest(NamedTuple):
    """The sum of the lines that have no bar of their own."""

    spent: int
    limit: int

    @property
    def remaining(self) -> int:
        return self.limit - self.spent


def total_bar(summary: Summary) -> Bar:
    """Return the bar of the whole week."""
    return _bar(summary, "Total", summary.money)


def category_bars(summary: Summary, most: int) -> list[Bar]:
    """Return one bar for each category.

    Of more than ``most`` categories, the smallest are added up in the last bar, removed categories before current ones.
    """
    lines, money = summary.lines, summary.money
    if len(lines) <= most:
        return [_bar(line, _name(line), money) for line in lines]
    by_weight = sorted(range(len(lines)), key=lambda n: (lines[n].category.removed, -abs(lines[n].spent)))
    own = [lines[n] for n in sorted(by_weight[: most - 1])]
    others = [lines[n] for n in by_weight[most - 1 :]]
    rest = _Rest(sum(line.spent for line in others), sum(line.limit for line in others))
    return [
        *(_bar(line, _name(line), money) for line in own),
        _bar(rest, f"{len(others)} more categories", money),
    ]


def pace(summary: Summary) -> Pace | None:
    """Return the pace of the current week: the share of its days up to and including today. None for any other week."""
    if summary.today not in summary.week or summary.limit <= 0:
        return None
    days = (summary.today - summary.week.start).days + 1
    return Pace(days * 1000 // 7 / 10, summary.money.written(summary.limit * days // 7))


def _bar(of: Line | Summary | _Rest, name: str, money: Money) -> Bar:
    filled = min(1000, max(0, of.spent * 1000 // of.limit)) / 10 if of.limit > 0 else 100.0 * (of.spent > 0)
    return Bar(
        name,
        money.written(of.spent),
        money.written(of.limit, short=True),
        _left(of.remaining, money),
        f"{max(0, of.spent * 100 // of.limit)} %" if of.limit > 0 else "",
        filled,
        of.spent > of.limit,
    )


def _left(remaining: int, money: Money) -> str:
    if remaining < 0:
        return f"{money.written(-remaining)} over"
    return f"{money.written(remaining)} left" if remaining else "nothing left"


def _name(line: Line) -> str:
    return printable(line.category.name) + (" (removed)" if line.category.removed else "")
