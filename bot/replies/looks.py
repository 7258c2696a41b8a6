"""What only shows something: a week, its picture, the pay period, a category, the latest entries."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot import buttons
from bot.replies.receipt_buttons import undo_button
from bot.replies.wording import entry_written, left_to_spend
from bot.reply import Button, Picture, Reply, Row, escape, in_rows, quoted
from budget.budgets import Budget
from budget.categories import Category
from budget.entries import RecordedEntry
from budget.examples import spent_in
from budget.money import Money
from budget.summary import Line, PayPeriod, Summary
from words import days, labels
from words import looks as say
from words.entries import left_of, spent_of
from words.entries import standing as say_standing
from words.voice import Voice

_BAR = 10


def bar(line: Line) -> str:
    """Draw what is spent of a limit as text: ten cells, and the percentage rounded down (so 100 % is never early)."""
    if line.available <= 0:
        return "▓" * _BAR if line.spent > 0 else "░" * _BAR
    percent = max(0, line.spent * 100 // line.available)
    filled = min(_BAR, percent * _BAR // 100 + (0 < percent < _BAR))
    return f"{'▓' * filled}{'░' * (_BAR - filled)} {percent} %"


def week(voice: Voice, summary: Summary) -> Reply:
    """Show a week: each category against its limit, the total, the days left, and the pay period in the current week."""
    money, today = summary.money, summary.today
    current = today in summary.week
    shown_week = days.week(voice, summary.week, today)
    heading = say.current_week(voice, shown_week, summary.days_left) if current else say.other_week(voice, shown_week)
    said = [heading, ""]
    for line in summary.lines:
        name = escape(line.category.name)
        shown = say.removed(voice, name) if line.category.removed else name
        said.append(say.category(voice, shown, spent_of(voice, money, line)))
        if not line.is_watched:
            said.append(bar(line))
    said += ["", say.total(voice, spent_of(voice, money, summary))]
    if current:
        said += ["", pay_period(voice, summary.pay_period, money, today)]
    fresh = [one for one in summary.lines if current and one.carried < 0]
    rows = in_rows(
        [
            Button(labels.fresh_start(voice, one.category.name), buttons.FreshStart(one.category.number))
            for one in fresh
        ],
        2,
    )
    return Reply("\n".join(said), (*rows, *_other_weeks(voice, summary)))


def _other_weeks(voice: Voice, summary: Summary) -> tuple[Row, ...]:
    shown = []
    if summary.week.previous.start.year >= 1970:  # before that there are no days to record on
        shown.append(Button(labels.week_before(voice), buttons.Week(summary.week.previous.start)))
    if summary.week.end <= summary.today:
        shown.append(Button(labels.week_after(voice), buttons.Week(summary.week.end)))
    return (tuple(shown),) if shown else ()


def pay_period(voice: Voice, period: PayPeriod | None, money: Money, today: date) -> str:
    """Say what came in with the latest paycheck, what is spent since, and what is left."""
    if period is None:
        return say.no_paycheck(voice)
    day, paycheck = days.day(voice, period.paid_on, today), money.written(period.paycheck)
    if period.extra:
        came_in = say.paycheck_and_extra(voice, day, paycheck, money.written(period.extra))
    else:
        came_in = say.paycheck(voice, day, paycheck)
    spent = say.spent_since(voice, money.written(period.spent))
    return f"{came_in}\n{spent}\n{left_to_spend(voice, period, money, today)}"


def period(voice: Voice, summary: Summary) -> Reply:
    """Show the pay period alone."""
    return Reply(pay_period(voice, summary.pay_period, summary.money, summary.today))


def standing(voice: Voice, summary: Summary, category: Category) -> Reply:
    """Show where one category stands this week."""
    line = next(line for line in summary.lines if line.category.number == category.number)
    said = say_standing(voice, left_of(voice, summary.money, line), escape(category.name))
    return Reply(said if line.is_watched else f"{said}\n{bar(line)}")


def unknown_week(voice: Voice, command: str, word: str) -> Reply:
    """Say how a week is asked for."""
    return Reply(say.unknown_week(voice, f"/{command}", quoted(word)))


def earlier_period(voice: Voice, period: PayPeriod | None, money: Money, today: date) -> Reply:
    """Show the pay period before the present one; ``next_payday`` of it is the day on which it ended."""
    if period is None:
        return Reply(say.no_earlier_period(voice))
    first, last = (days.day(voice, day, today) for day in (period.paid_on, period.next_payday - timedelta(days=1)))
    paycheck, rest = money.written(period.paycheck), period.remaining
    extra = money.written(period.extra) if period.extra else ""
    came_in = say.came_in_with_extra(voice, paycheck, extra) if extra else say.came_in(voice, paycheck)
    left = say.left_at_end(voice, money.written(rest)) if rest >= 0 else say.more_spent(voice, money.written(-rest))
    spent = say.spent(voice, money.written(period.spent))
    return Reply("\n".join([say.earlier_period(voice, first, last), came_in, spent, left]))


def unknown_period(voice: Voice, word: str) -> Reply:
    """Say how a pay period is asked for."""
    return Reply(say.unknown_period(voice, quoted(word)))


def usage_recent(voice: Voice, most: int) -> Reply:
    """Say how many entries can be shown."""
    return Reply(say.usage_recent(voice, most))


_MOST_WHOLE = 20  # entries with the whole of their notes


def recent(
    voice: Voice, budget: Budget, held: Sequence[RecordedEntry], today: date, category: Category | None = None
) -> Reply:
    """Show the latest entries, of one category where it is given, each with a button to undo it."""
    if not held and category is not None:
        return Reply(say.nothing_recorded_in(voice, escape(category.name)))
    if not held:
        return Reply(say.nothing_recorded(voice, escape(spent_in(budget))))
    numbered, short = list(enumerate(held, 1)), len(held) > _MOST_WHOLE
    heading = say.recent(voice) if category is None else say.recent_in(voice, escape(category.name))
    said = [say.numbered(voice, n, entry_written(voice, one.entry, budget, today, short=short)) for n, one in numbered]
    shown = [undo_button(voice, one, n) for n, one in numbered]
    return Reply("\n".join([heading, *said]), tuple(in_rows(shown, 4)))


def chart(voice: Voice, summary: Summary, png: bytes | None) -> Reply:
    """Show the week as a picture, with a caption that says the same numbers; without one, as text."""
    said = week(voice, summary).text.split("\n")
    words = "\n".join([*said, "", say.where_the_picture_is(voice)])
    if png is None:
        return Reply(words)
    caption = [line for line in said if line[:1] not in {"▓", "░"}]
    return Reply("\n".join(caption), picture=Picture(png, words))
