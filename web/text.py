"""The shared summary as plain text, for terminals and programs: English in every language, as JSON is."""

from datetime import date

from budget.history import History
from budget.money import Money
from budget.overview import Overview, Part, Span
from budget.summary import Line, Summary
from languages.en.calendar import CALENDAR as ENGLISH_CALENDAR


def summary_text(summary: Summary) -> str:
    """Return a summary with one line for the total and one for each category."""
    return _lines(f"Amounts spent {_since(summary)}", summary)


def overview_text(overview: Overview) -> str:
    """Return a pay period or a month with one line for the total and one for each category."""
    start = overview.days.start
    if overview.span is Span.MONTH:
        return _lines(f"Amounts spent in {ENGLISH_CALENDAR.months[start.month - 1]} {start.year}", overview)
    return _lines(f"Amounts spent since the paycheck of {_weekday(start)}, {_dated(start)}", overview)


def history_text(history: History) -> str:
    """Return a category with one line for each week, by its first day."""
    lines = [f"Amounts spent on {history.latest.category.key} by week"]
    lines += [
        _row(line.week.start.isoformat(), line.spent, line, history.money)
        for line in history.lines
        if line.week is not None
    ]
    return "\n".join(lines) + "\n"


def _lines(heading: str, of: Summary | Overview) -> str:
    lines = [heading, _row("total", of.spent, of, of.money)]
    lines += [_row(line.category.key, line.spent, line, of.money) for line in of.lines]
    return "\n".join(lines) + "\n"


def _row(name: str, spent: int, of: Line | Part | Summary | Overview, money: Money) -> str:
    against = "" if of.is_watched else f" / {money.written(of.limit, short=True)}"  # a watched category has no limit
    return f"{name}: {money.written(spent)}{against}"


def _since(summary: Summary) -> str:
    week, today = summary.week, summary.today
    weekday = _weekday(week.start)
    if today == week.start:
        return f"since today, {weekday}"
    if today in week:
        return f"since last {weekday}"
    return f"from {weekday}, {_dated(week.start)}, to {_weekday(week.last)}, {_dated(week.last)}"


def _weekday(day: date) -> str:
    return ENGLISH_CALENDAR.weekdays[day.weekday()]


def _dated(day: date) -> str:
    return f"{day.day} {ENGLISH_CALENDAR.months[day.month - 1]} {day.year}"
