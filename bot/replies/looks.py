"""What only shows something: a week, its picture, the pay period, a category, the latest entries."""

from collections.abc import Sequence
from datetime import date

from bot import buttons
from bot.replies.receipts import undo_button
from bot.replies.wording import EXAMPLE, count, day_written, entry_written, left_to_spend, spent_of, week_written
from bot.reply import Button, Picture, Reply, escape, in_rows
from budget.budgets import Budget
from budget.categories import Category
from budget.entries import RecordedEntry
from budget.money import Money
from budget.summary import Line, PayPeriod, Summary

_BAR = 10


def bar(line: Line) -> str:
    """Draw what is spent of a limit as text: ten cells, and the percentage rounded down (so 100 % is never early)."""
    if line.limit <= 0:
        return "▓" * _BAR if line.spent > 0 else "░" * _BAR
    percent = max(0, line.spent * 100 // line.limit)
    filled = min(_BAR, percent * _BAR // 100 + (0 < percent < _BAR))
    return f"{'▓' * filled}{'░' * (_BAR - filled)} {percent} %"


def week(summary: Summary) -> Reply:
    """Show a week: each category against its limit, the total, the days left, and the pay period in the current week."""
    money, today = summary.money, summary.today
    current = today in summary.week
    head = "This week" if current else "Week"
    left = f" · {count(summary.days_left, 'day')} left" if current else ""
    said = [f"<b>{head}</b> · {week_written(summary.week, today)}{left}", ""]
    for line in summary.lines:
        removed = " (removed)" if line.category.removed else ""
        said.append(f"{escape(line.category.name)}{removed}: {spent_of(line, money)}")
        said.append(bar(line))
    said += ["", f"<b>Total</b>: {_total(summary)}"]
    if current:
        said += ["", pay_period(summary.pay_period, money, today)]
    shown = []
    if summary.week.previous.start.year >= 1970:  # before that there are no days to record on
        shown.append(Button("‹ Week before", buttons.Week(summary.week.previous.start)))
    if not current and summary.week.end <= today:
        shown.append(Button("Week after ›", buttons.Week(summary.week.end)))
    return Reply("\n".join(said), (tuple(shown),) if shown else ())


def _total(summary: Summary) -> str:
    money = summary.money
    said = f"{money.written(summary.spent)} of {money.written(summary.limit, short=True)}"
    if summary.remaining < 0:
        return f"{said}, {money.written(-summary.remaining)} over"
    return f"{said}, {money.written(summary.remaining)} left"


def pay_period(period: PayPeriod | None, money: Money, today: date) -> str:
    """Say what came in with the latest paycheck, what is spent since, and what is left."""
    if period is None:
        return "No paycheck yet. <code>paid 1500</code> starts a pay period, and shows what is left of it."
    extra = f" + {money.written(period.extra)} extra" if period.extra else ""
    return (
        f"<b>Since the paycheck</b> of {day_written(period.paid_on, today)}: {money.written(period.paycheck)}{extra}\n"
        f"Spent since: {money.written(period.spent)}\n{left_to_spend(period, money, today)}"
    )


def period(summary: Summary) -> Reply:
    """Show the pay period alone."""
    return Reply(pay_period(summary.pay_period, summary.money, summary.today))


def standing(summary: Summary, category: Category) -> Reply:
    """Show where one category stands this week."""
    line = next(line for line in summary.lines if line.category.number == category.number)
    return Reply(f"{escape(category.name)} this week: {spent_of(line, summary.money)}\n{bar(line)}")


def recent(budget: Budget, held: Sequence[RecordedEntry], today: date) -> Reply:
    """Show the latest entries, each with a button to undo it."""
    if not held:
        return Reply(f"Nothing is recorded yet. Write your first one: <code>{EXAMPLE}</code>")
    said = ["<b>Recent</b>"]
    said += [f"{n}. {entry_written(one.entry, budget, today)}" for n, one in enumerate(held, 1)]
    return Reply("\n".join(said), tuple(in_rows([undo_button(f"Undo {n}", one) for n, one in enumerate(held, 1)], 4)))


def chart(summary: Summary, png: bytes | None) -> Reply:
    """Show the week as a picture, with a caption that says the same numbers; without one, as text."""
    said = week(summary).text.split("\n")
    if png is None:
        return Reply("\n".join([*said, "", _WHERE_THE_PICTURE_IS]))
    words = "\n".join([*said, "", _WHERE_THE_PICTURE_IS])
    caption = [line for line in said if line[:1] not in {"▓", "░"}]
    return Reply("\n".join(caption), picture=Picture(png, words))


_WHERE_THE_PICTURE_IS = "The picture is on the web: /share gives a link; open it, or with <code>.png</code> at its end."
