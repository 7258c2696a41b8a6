"""The answer to a question about what was spent over some days: `how much did I spend yesterday?`."""

from datetime import timedelta
from itertools import groupby

from bot.replies.looks import category_left, week_left
from bot.replies.wording import entry_listed
from bot.reply import Reply, escape
from budget.asked_spending import AskedSpending, EntriesAsked
from budget.budgets import Budget
from budget.categories import Category, short_name
from budget.examples import amount_like
from budget.grammar import Asked, Stretch
from budget.grammar.listing import Listed
from budget.periods import Days, Week
from budget.summary import Summary
from words import days as days_written
from words import labels
from words import looks as say
from words.entries import spent_alone, standing, standing_in
from words.markup import BETWEEN, plain
from words.plan import all_bills
from words.voice import Voice


def spent_over(voice: Voice, asked: Asked, seen: AskedSpending) -> Reply:
    """Say first what was spent over the days that were asked about, and which these are.

    Where today is among them, what is left of the week is said below: `how much is left this month?` asks for it. Below a keyword
    stands its category: `what did I spend on groceries?` may ask for either.
    """
    summary, days = seen.summary, seen.days
    if days is None:
        return Reply(say.no_paycheck(voice, amount_like(summary.money, "1500")))
    when = _days_said(voice, asked, days, summary)
    current = days.start <= summary.today < days.end
    if seen.bill is not None:
        spent = spent_alone(voice, summary.money.written(seen.bills))
        return Reply(standing_in(voice, spent, escape(seen.bill.name), when))
    if asked.earned:
        return Reply(standing(voice, say.came_in(voice, summary.money.written(seen.earned)), when))
    said = []
    if seen.of_thing is not None:
        spent = spent_alone(voice, summary.money.written(seen.of_thing))
        said.append(standing_in(voice, spent, escape(asked.thing), when))
    if asked.category is not None:
        said += _spent_of(voice, seen, asked.category, when, current=current)
    elif not said:
        said = [*_all_spent(voice, seen, when), *([week_left(voice, summary)] if current else [])]
    return Reply("\n".join(said))


def entries_over(voice: Voice, listed: Listed, seen: EntriesAsked, budget: Budget) -> Reply:
    """Say the sum of the entries that were asked for, and list them below it: by day, or, chosen by amount, each with its day."""
    asked, (spending, held, more, today) = listed.asked, seen
    if spending.days is None:
        return Reply(say.no_paycheck(voice, amount_like(budget.money, "1500")))
    when = _days_said(voice, asked, spending.days, spending.summary)
    chosen = listed.largest or listed.over is not None
    head = _head_of(voice, listed, seen, when, budget)
    named = asked.category is None
    one_day = spending.days.end - spending.days.start == timedelta(days=1)
    said = []
    for day, of_day in groupby(held, key=lambda one: one.entry.day):
        lines = [entry_listed(voice, one, budget, short=True, named=named) for one in of_day]
        if chosen and not one_day:
            said += [f"{line}{BETWEEN}{days_written.day(voice, day, today)}" for line in lines]
        else:
            said += [*([] if one_day else [f"<b>{days_written.near_day(voice, day, today)}</b>"]), *lines]
    return Reply("\n".join([head, *said, *(["…"] if more else [])]), look=True)


def _head_of(voice: Voice, listed: Listed, seen: EntriesAsked, when: str, budget: Budget) -> str:
    """Say over which days entries are listed; what they come to, where all of them are, and how many exceed an amount."""
    category, spent = listed.asked.category, seen.spending.spent
    if listed.over is not None and not seen.more:
        total = budget.money.written(sum(one.entry.amount for one in seen.held))
        return standing(voice, f"<b>{plain(labels.entries(voice, len(seen.held), total))}</b>", when)
    if listed.largest or listed.over is not None:
        return f"<b>{when}</b>"
    if category is not None:
        of_category = spent_alone(voice, budget.money.written(spent.get(category.number, 0)))
        return standing_in(voice, of_category, escape(category.name), when)
    return standing(voice, spent_alone(voice, budget.money.written(sum(spent.values()) + seen.spending.bills)), when)


def days_unclear(voice: Voice) -> Reply:
    """Say that the days of a question can't be told, and of which days the bot says what was spent."""
    return Reply(say.days_unclear(voice, say.days_asked(voice)), look=True)


def _days_said(voice: Voice, asked: Asked, days: Days, summary: Summary) -> str:
    match asked.stretch:
        case Stretch.MONTH:
            return days_written.month(voice, days.start)
        case Stretch.LAST_WEEK | None:
            return days_written.short_week(voice, Week(days.start), summary.today)
        case Stretch.PERIOD | Stretch.DAYS:
            last = min(summary.today, days.end - timedelta(days=1))
            return days_written.span(voice, days.start, last, summary.today)
        case _:
            return days_written.day(voice, days.start, summary.today)


def _all_spent(voice: Voice, seen: AskedSpending, when: str) -> list[str]:
    """Say what was spent in all, and below it on what, the most first."""
    money = seen.summary.money
    categories = sorted(seen.categories, key=lambda one: -seen.spent.get(one.number, 0))
    parts = [
        say.limit_of(voice, money.written(spent), escape(short_name(category, seen.categories)))
        for category in categories
        if (spent := seen.spent.get(category.number, 0))
    ]
    if seen.bills:
        parts.append(say.limit_of(voice, money.written(seen.bills), plain(all_bills(voice))))
    head = standing(voice, spent_alone(voice, money.written(sum(seen.spent.values()) + seen.bills)), when)
    return [head, *([BETWEEN.join(parts)] if parts else [])]


def _spent_of(voice: Voice, seen: AskedSpending, category: Category, when: str, *, current: bool) -> list[str]:
    summary = seen.summary
    spent = spent_alone(voice, summary.money.written(seen.spent.get(category.number, 0)))
    head = standing_in(voice, spent, escape(category.name), when)
    line = next((line for line in summary.lines if line.category.number == category.number), None)
    shown = current and line is not None and not line.is_watched
    return [head, category_left(voice, summary, line)] if shown and line is not None else [head]
