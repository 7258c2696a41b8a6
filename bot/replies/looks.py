"""What only shows something: a week, its picture, the pay period, a category."""

from collections.abc import Callable
from datetime import date, timedelta

from bot import buttons
from bot.replies.wording import left_to_spend
from bot.reply import Button, Drawn, Picture, Reply, Row, escape, fits_among, in_fitting_rows, in_rows, quoted
from budget.categories import Category, short_name
from budget.examples import amount_like
from budget.money import Money
from budget.pace import pace_on, per_day
from budget.pay_period import PayPeriod
from budget.periods import Week
from budget.summary import Line, Summary
from words import days, labels, plan_labels
from words import looks as say
from words.card import spent_this_week
from words.entries import left_alone, left_of, spent_and_limit, standing_in
from words.entries import standing as say_standing
from words.markup import BETWEEN, plain
from words.page import pace_label
from words.voice import Voice

_BAR = 10


def bar(line: Line) -> str:
    """Draw what is spent of a limit as text: ten cells, the last one filled only when all of it is spent."""
    if line.available <= 0:
        filled = _BAR if line.spent > 0 else 0
    else:
        tenths = max(0, line.spent * _BAR // line.available)
        filled = min(_BAR, tenths + (tenths == 0 and line.spent > 0))
    return "▰" * filled + "▱" * (_BAR - filled)


def week(voice: Voice, summary: Summary, first_day: date | None = None) -> Reply:
    """Show a week: first what is left of it, then each category against its limit, and in the current week the pay period.

    ``first_day`` is that of the book's earliest entry: the week before it is not led to.
    """
    money, today = summary.money, summary.today
    current = today in summary.week
    said = [*_headline(voice, summary), ""]
    blocks = [block for line in summary.lines if not _is_untouched(line) for block in _block(voice, line, money)]
    categories = [one.category for one in summary.lines]
    untouched = [
        say.limit_of(voice, money.written(one.limit, short=True), escape(short_name(one.category, categories)))
        for one in summary.lines
        if _is_untouched(one)
    ]
    said += [*blocks, *([say.untouched(voice, untouched)] if untouched else [])]
    if current:
        said += ["", left_of_paycheck(voice, summary.pay_period, money, today)]
    fresh = [one for one in summary.lines if current and one.carried < 0]
    rows = in_rows(
        [
            Button(plan_labels.fresh_start(voice, one.category.name), buttons.FreshStart(one.category.number))
            for one in fresh
        ],
        2,
    )
    return Reply("\n".join(said), (*rows, *_other_weeks(voice, summary, first_day)))


def _headline(voice: Voice, summary: Summary) -> list[str]:
    """Say what is left of the week, and how its days and its pace are."""
    money, today = summary.money, summary.today
    apart = []
    if summary.unlimited and not summary.is_watched:
        apart = [say.without_limit(voice, money.written(summary.unlimited))]
    if today not in summary.week:
        head = say_standing(voice, left_of(voice, money, summary), days.short_week(voice, summary.week, today))
        return [BETWEEN.join([head, *apart])]
    return [week_left(voice, summary), BETWEEN.join([*_days_and_pace(voice, summary), *apart])]


def week_left(voice: Voice, summary: Summary) -> str:
    """Say what is left of this week; what is spent, where nothing limits it."""
    money, left = summary.money, summary.left
    if summary.is_watched:
        return spent_this_week(voice, money.written(summary.spent))
    if left < 0:
        return say.over_this_week(voice, money.written(-left))
    return say.left_this_week(voice, money.written(left)) if left else say.nothing_left_this_week(voice)


def _days_and_pace(voice: Voice, summary: Summary) -> list[str]:
    """Say for how long what is left has to last; on the last day nothing more is to be said of it."""
    money, week, n = summary.money, summary.week, summary.days_left
    if n == 1:
        return [say.last_day(voice)]
    daily = per_day(summary.left, n)
    rest = say.days_left(voice, n) if daily is None else say.days_and_daily(voice, n, money.written(daily))
    pace = pace_on(summary.today, week.start, week.end, summary.available, summary.left)
    return [rest, pace_label(voice, pace, money)] if pace is not None and pace.spent else [rest]


def _is_untouched(line: Line) -> bool:
    return not line.spent and not line.is_watched and not line.carried


def _block(voice: Voice, line: Line, money: Money) -> list[str]:
    """Say what a category has left, and below it what is spent of its limit, with a bar."""
    name = escape(line.category.name)
    shown = say.removed(voice, name) if line.category.removed else name
    head = say_standing(voice, left_alone(voice, money, line), shown)
    return (
        [head] if line.is_watched else [head, say.bar_and_sums(voice, bar(line), spent_and_limit(voice, money, line))]
    )


def left_of_paycheck(voice: Voice, period: PayPeriod | None, money: Money, today: date) -> str:
    """Say what is left of the latest paycheck, and for how many days."""
    if period is None:
        return say.no_paycheck(voice, amount_like(money, "1500"))
    left = period.remaining_after_bills
    if left < 0 or period.next_payday <= today:
        return left_to_spend(voice, period, money, today)
    bills = money.written(period.bills_due)
    written = money.written(left)
    head = say.left_after_bills(voice, written, bills) if period.bills_due > 0 else say.left_of_paycheck(voice, written)
    payday, daily = days.day(voice, period.next_payday, today), money.written(period.per_day_after_bills(today))
    return f"{head}\n{say.days_to_payday(voice, period.days_left(today), payday, daily)}"


def with_page(voice: Voice, shown: Reply, start: date, address: str = "") -> Reply:
    """Add what leads to the page of a week that begins on a day: its ``address``, or a button that gives it."""
    if not shown.buttons or not shown.buttons[-1]:
        return shown
    label = labels.page(voice)
    page = Button(label, url=address, inside=True) if address else Button(label, buttons.WeekPage(start))
    return shown._replace(buttons=(*shown.buttons[:-1], *in_fitting_rows([*shown.buttons[-1], page], 3)))


def with_page_opened(voice: Voice, shown: Reply, address: str) -> Reply:
    """Add the address of a week's page, which a tap asked for."""
    return shown._replace(buttons=(*shown.buttons, (Button(labels.open_page(voice), url=address, inside=True),)))


def _other_weeks(voice: Voice, summary: Summary, first_day: date | None) -> tuple[Row, ...]:
    shown = []
    before = summary.week.previous
    if first_day is not None and first_day < before.end:
        shown.append(Button(_to_week(voice, labels.week_before, before), buttons.Week(before.start)))
    if summary.week.end <= summary.today:
        shown.append(Button(_to_week(voice, labels.week_after, summary.week.next), buttons.Week(summary.week.end)))
    if summary.week.start.year >= 1970:
        shown.append(Button(labels.picture(voice), buttons.WeekPicture(summary.week.start)))
    return (tuple(shown),)


def _to_week(voice: Voice, label: Callable[[Voice, str], str], week: Week) -> str:
    """Name the week that a button leads to, with as many of its months as a row of three has room for."""
    written = [label(voice, week) for week in (days.short_week(voice, week), *days.narrow_weeks(voice, week))]
    return next((one for one in written if fits_among(one, 3)), written[-1])


def pay_period(voice: Voice, period: PayPeriod | None, money: Money, today: date) -> str:
    """Say what came in with the latest paycheck, what is spent since, and what is left."""
    if period is None:
        return say.no_paycheck(voice, amount_like(money, "1500"))
    day, paycheck = days.day(voice, period.paid_on, today), money.written(period.paycheck)
    if period.extra:
        came_in = say.paycheck_and_extra(voice, day, paycheck, money.written(period.extra))
    else:
        came_in = say.paycheck(voice, day, paycheck)
    lines = [came_in, say.spent_since(voice, money.written(period.spent))]
    if period.set_aside_before:
        lines.append(say.set_aside_before(voice, money.written(period.set_aside_before)))
    return "\n".join([*lines, left_to_spend(voice, period, money, today)])


def period(voice: Voice, summary: Summary) -> Reply:
    """Show the pay period alone."""
    return Reply(pay_period(voice, summary.pay_period, summary.money, summary.today))


def standing(voice: Voice, summary: Summary, category: Category, *, of_week: bool = False) -> Reply:
    """Show where one category stands this week; ``of_week`` says which days these are."""
    line = next(line for line in summary.lines if line.category.number == category.number)
    shown = _block(voice, line, summary.money)
    return Reply("\n".join([category_left(voice, summary, line), *shown[1:]] if of_week else shown))


def category_left(voice: Voice, summary: Summary, line: Line) -> str:
    """Say what a category has left, and of which week."""
    week = days.short_week(voice, summary.week, summary.today)
    return standing_in(voice, left_alone(voice, summary.money, line), escape(line.category.name), week)


def unknown_week(voice: Voice, command: str, word: str) -> Reply:
    """Say how a week is asked for."""
    return Reply(say.unknown_week(voice, f"/{command}", quoted(word)))


def earlier_period(voice: Voice, period: PayPeriod | None, money: Money, today: date) -> Reply:
    """Show the pay period before the present one; ``next_payday`` of it is the day on which it ended."""
    if period is None:
        return Reply(say.no_earlier_period(voice))
    of_days = days.day_span(voice, period.paid_on, period.next_payday - timedelta(days=1), today)
    paycheck, rest = money.written(period.paycheck), period.remaining
    extra = money.written(period.extra) if period.extra else ""
    came_in = say.came_in_with_extra(voice, paycheck, extra) if extra else say.came_in(voice, paycheck)
    left = say.left_at_end(voice, money.written(rest)) if rest >= 0 else say.more_spent(voice, money.written(-rest))
    spent = say.spent(voice, money.written(period.spent))
    return Reply("\n".join([say.earlier_period(voice, of_days), came_in, spent, left]))


def unknown_period(voice: Voice, word: str) -> Reply:
    """Say how a pay period is asked for."""
    return Reply(say.unknown_period(voice, quoted(word)))


def chart(voice: Voice, summary: Summary, drawn: Drawn | None) -> Reply:
    """Show the week as a picture that says what is left, and with the text where it lacks a name; without one, as text."""
    said = week(voice, summary).text.split("\n")
    words = "\n".join([*said, "", say.where_the_picture_is(voice)])
    if drawn is None:
        return Reply(words)
    picture = Picture(drawn.png, plain(words))
    if not drawn.has_all_names:
        return Reply("\n".join(said), picture=picture)
    money = summary.money
    caption = left_alone(voice, money, summary)
    if not summary.is_watched:
        caption = say_standing(voice, caption, spent_and_limit(voice, money, summary))
    return Reply(caption, picture=picture)
