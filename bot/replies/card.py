"""The card, and what is said of it."""

from collections.abc import Iterator
from typing import NamedTuple

from bot import buttons
from bot.reply import Button, Reply, escape, in_fitting_rows
from budget.bills import Due, State
from budget.card import CELLS, FIRST_LINE, Card, digest_of, filled, percent_left, percent_left_of_week
from budget.cards import CardChange
from budget.categories import short_name
from budget.pay_period import PayPeriod
from budget.summary import Line, Summary
from words import card as say
from words import days, plan_labels
from words.markup import plain
from words.plan import about
from words.voice import Voice

_MOST_SHOWN = 25
"""Categories that a card shows: with these, the longest names and the largest amounts it is one message."""


_BESIDE_AN_AMOUNT = 12
"""Characters of a category's name that stand on one line of a phone, beside a bar and what is left."""


class Face(NamedTuple):
    """What a card shows. Two faces with the same ``digest`` differ in nothing but the time of the day."""

    text: str
    digest: str


def card(voice: Voice, shown: Card, *, bars: bool) -> Face:
    """Draw a card, with amounts or with ``bars`` alone."""
    summary = shown.summary
    lines = [_first_line(voice, summary, bars=bars), "", *_categories(voice, summary, bars=bars)]
    due = [
        _bill(voice, summary, one, bars=bars, after=after)
        for one, after in ((shown.next_bill, False), (shown.after_payday, True))
        if one is not None
    ]
    lines += ["", *due] if due else []
    content = "\n".join(lines)
    time = f"{shown.drawn_at:%H:%M}"
    as_of = say.as_of(voice, days.day(voice, summary.today, summary.today), time)
    return Face(f"{content}\n\n{as_of}", digest_of(f"{summary.today}\n{content}"))


def _first_line(voice: Voice, summary: Summary, *, bars: bool) -> str:
    """Return the fullest form of the first line that is short enough, else the shortest."""
    forms = list(_first_lines(voice, summary, bars=bars))
    return next((line for line in forms if len(plain(line)) <= FIRST_LINE), forms[-1])


def _first_lines(voice: Voice, summary: Summary, *, bars: bool) -> Iterator[str]:
    """Yield forms of the first line, the fullest first."""
    period = summary.pay_period
    if period is None:
        yield from _percent_of_week(voice, summary) if bars else _left_of_week(voice, summary)
    elif bars:
        yield from _percent_of_period(voice, summary, period)
    else:
        yield from _left_of_period(voice, summary, period)


def _left_of_period(voice: Voice, summary: Summary, period: PayPeriod) -> Iterator[str]:
    money, today = summary.money, summary.today
    left, day = money.written(period.remaining_after_bills), days.short_day(voice, period.next_payday)
    if period.remaining_after_bills < 0:
        missing = money.written(-period.remaining_after_bills)
        yield say.bills_take_more(voice, missing) if period.bills_due else say.more_spent(voice, missing)
        yield say.nothing_left(voice)
    elif period.is_overdue(today):
        yield say.left_since(voice, left, day)
        yield say.left(voice, left)
    else:
        if period.next_payday > today:  # on the payday itself nothing is a day's
            per_day = money.written(period.per_day_after_bills(today))
            yield say.left_until(voice, left, per_day, day)
            yield say.left_a_day(voice, left, per_day)
        yield say.left(voice, left)


def _left_of_week(voice: Voice, summary: Summary) -> Iterator[str]:
    if summary.is_watched:
        yield say.spent_this_week(voice, summary.money.written(summary.spent))
    elif summary.left < 0:
        yield say.over_this_week(voice, summary.money.written(-summary.left))
    else:
        left = summary.money.written(summary.left)
        yield say.left_this_week(voice, left, summary.days_left)
        yield say.left_in_week(voice, left)


def _percent_of_period(voice: Voice, summary: Summary, period: PayPeriod) -> Iterator[str]:
    day, percent = days.short_day(voice, period.next_payday), percent_left(period)
    if period.remaining_after_bills < 0:
        yield say.nothing_left(voice)
    elif period.is_overdue(summary.today):
        yield say.percent_left_since(voice, percent, day)
    elif period.next_payday == summary.today:
        yield say.percent_left_on_payday(voice, percent)
    else:
        yield say.percent_left(voice, percent, period.days_left(summary.today), day)


def _percent_of_week(voice: Voice, summary: Summary) -> Iterator[str]:
    if summary.is_watched:
        yield say.no_limits(voice)
    elif summary.left < 0:
        yield say.limits_passed(voice)
    else:
        yield say.percent_left_this_week(voice, percent_left_of_week(summary), summary.days_left)


def _categories(voice: Voice, summary: Summary, *, bars: bool) -> list[str]:
    shown = [line for line in summary.lines if not (bars and line.is_watched)]
    said = [_category(voice, summary, line, bars=bars) for line in shown[:_MOST_SHOWN]]
    more = len(shown) - len(said)
    return [*said, say.more_categories(voice, more)] if more > 0 else said


def _category(voice: Voice, summary: Summary, line: Line, *, bars: bool) -> str:
    money, name = summary.money, escape(_name(summary, line, bars=bars))
    if line.is_watched:
        return say.category_watched(voice, name, money.written(line.spent))
    cells = filled(line)
    bar = "▰" * cells + "▱" * (CELLS - cells)
    if bars:
        return say.category_passed(voice, bar, name) if line.over else say.category(voice, bar, name)
    if line.over:
        return say.category_over(voice, bar, name, money.written(-line.left))
    return say.category_left(voice, bar, name, money.written(line.left))


def _name(summary: Summary, line: Line, *, bars: bool) -> str:
    """Return what a category is called in one line of a phone: beside an amount by the first words of its name."""
    if bars:
        return line.category.name
    return short_name(line.category, [one.category for one in summary.lines], _BESIDE_AN_AMOUNT)


def _bill(voice: Voice, summary: Summary, due: Due, *, bars: bool, after: bool) -> str:
    name, day = escape(due.bill.name), days.day(voice, due.day, summary.today)
    overdue = due.state is State.OVERDUE
    if bars:
        named = say.after_payday_named if after else say.overdue_bill_named if overdue else say.next_bill_named
        return named(voice, name, day)
    amount = summary.money.written(due.amount)
    whole = say.after_payday if after else say.overdue_bill if overdue else say.next_bill
    return whole(voice, name, about(voice, amount) if due.about else amount, day)


_CHANGES = {
    CardChange.MADE: say.made,
    CardChange.KNOWN: say.made,
    CardChange.MOVED: say.moved,
    CardChange.BARS: say.without_amounts,
    CardChange.AMOUNTS: say.with_amounts,
    CardChange.OFF: say.switched_off,
    CardChange.NONE: say.is_off,
}


def card_changed(voice: Voice, change: CardChange) -> Reply:
    """Say what becomes of the card."""
    return Reply(_CHANGES[change](voice))


def usage_card(voice: Voice) -> Reply:
    """Say what may follow the command."""
    return Reply(say.usage(voice))


def card_gone(voice: Voice) -> Reply:
    """Say once that the card was deleted, or can't be edited any more."""
    return Reply(say.gone(voice))


def card_taken_down(voice: Voice, *, off: bool) -> Reply:
    """Stand in place of a card that is switched ``off``, or has moved."""
    return Reply(say.was_here(voice) if off else say.further_down(voice))


def with_card_offered(voice: Voice, reply: Reply, message: int) -> Reply:
    """Return the receipt of a message with a button that makes a card."""
    offer = Button(plan_labels.make_card(voice), buttons.MakeCard(message))
    *rows, last = reply.buttons or ((),)
    return reply._replace(buttons=(*rows, *in_fitting_rows([*last, offer], max(len(last) + 1, 3))))
