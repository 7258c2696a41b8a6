"""The shared summary as plain text, for terminals."""

from budget.summary import Summary
from web.labels import dated_label, weekday_name


def summary_text(summary: Summary) -> str:
    """Return a summary with one line for the total and one for each category."""
    money = summary.money
    rows = [("total", summary.spent, summary.limit)]
    rows += [(line.category.key, line.spent, line.limit) for line in summary.lines]
    lines = [f"Amounts spent {_since(summary)}"]
    lines += [f"{name}: {money.written(spent)} / {money.written(limit, short=True)}" for name, spent, limit in rows]
    return "\n".join(lines) + "\n"


def _since(summary: Summary) -> str:
    week, today = summary.week, summary.today
    weekday = weekday_name(week.start)
    if today == week.start:
        return f"since today, {weekday}"
    if today in week:
        return f"since last {weekday}"
    return f"from {weekday}, {dated_label(week.start)}, to {weekday_name(week.last)}, {dated_label(week.last)}"
