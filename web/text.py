"""The shared summary as plain text, for terminals and programs: English in every language, as JSON is."""

from datetime import date

from budget.summary import Summary
from languages.en.calendar import CALENDAR as ENGLISH_CALENDAR


def summary_text(summary: Summary) -> str:
    """Return a summary with one line for the total and one for each category."""
    money = summary.money
    rows: list[tuple[str, int, int | None]] = [("total", summary.spent, summary.limit)]
    rows += [(line.category.key, line.spent, None if line.is_watched else line.limit) for line in summary.lines]
    lines = [f"Amounts spent {_since(summary)}"]
    for name, spent, limit in rows:
        against = f" / {money.written(limit, short=True)}" if limit is not None else ""  # a watched category has none
        lines.append(f"{name}: {money.written(spent)}{against}")
    return "\n".join(lines) + "\n"


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
