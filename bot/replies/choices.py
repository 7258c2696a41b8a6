"""Limits and categories: what they are, and how they are changed."""

from datetime import date

from bot import buttons
from bot.replies.wording import LONGEST, with_own_examples
from bot.reply import Button, Reply, are_longer, escape, in_fitting_rows, in_rows, quoted, units
from budget.budgets import Budget
from budget.categories import LONGEST_NAME, Category
from budget.changes import LimitChange
from budget.examples import amount_like, in_budget
from budget.limits import Carry, carry_in, limit_since
from budget.money import Money
from budget.summary import Line, Summary
from words import choices as say
from words import days, labels, setting_labels
from words.entries import available
from words.markup import BETWEEN
from words.setup import not_begun
from words.voice import Voice


def limits(voice: Voice, budget: Budget, summary: Summary) -> Reply:
    """Show the weekly limits, since when each holds, and what each carries; a button for each."""
    said = [say.limits(voice)]
    lines = {line.category.number: line for line in summary.lines}
    said += [_limit_said(voice, budget, one, lines.get(one.number), summary.today) for one in budget.current]
    if not budget.is_begun:
        return Reply("\n".join([*said, not_begun(voice)]))
    said += [
        say.how_to_change_a_limit(voice, escape(in_budget(budget, "fun 150"))),
        with_own_examples(budget, say.what_a_limit_can_be(voice)),
    ]
    shown = [Button(budget.button_name(one.number), buttons.LimitOf(one.number)) for one in budget.current]
    return Reply("\n".join(said), tuple(in_fitting_rows(shown, 3)), menu=True)


def _limit_said(voice: Voice, budget: Budget, category: Category, line: Line | None, today: date) -> str:
    """Say what a category's limit is, since when, from which day on it is another one, and what it carries."""
    week = budget.week_of(today)
    since = limit_since(category.limits, week)
    carry = carry_in(category.carries, week)
    return BETWEEN.join(
        [
            _limit_and_next(voice, budget, category, line, today),
            *([say.since(voice, days.day(voice, since, today))] if since is not None else []),
            *([_CARRIES[carry.carry](voice)] if carry is not None else []),
        ]
    )


_CARRIES = {Carry.BOTH: say.carries_both, Carry.UP: say.carries_up, Carry.DOWN: say.carries_down}


def _limit_and_next(voice: Voice, budget: Budget, category: Category, line: Line | None, today: date) -> str:
    name, week = escape(category.name), budget.week_of(today)
    now = _amount(voice, category.limit_in(week), budget.money)
    if line is not None and line.carried:
        now = available(voice, budget.money, line)
    if not category.limits or category.limits[-1].since < week.end:
        return say.limit(voice, name, now)
    since, later, _ = category.limits[-1]
    if later == category.limit_in(week):
        return say.limit(voice, name, now)
    return say.limit_and_next(voice, name, now, _amount(voice, later, budget.money), days.day(voice, since, today))


def _amount(voice: Voice, limit: int | None, money: Money) -> str:
    return say.no_limit(voice) if limit is None else money.written(limit, short=True)


def limit_choices(voice: Voice, budget: Budget, category: Category, today: date) -> Reply:
    """Offer round limits around the present one."""
    now = category.limit_in(budget.week_of(today))
    limit, unit = now or 0, 10**budget.money.currency.exponent
    step = max(1, 10 ** max(0, len(str(limit // unit)) - 2)) * 5 * unit
    base = limit // step * step
    around = [value for value in (base + n * step for n in range(-4, 8)) if value > 0 and value != limit][:8]
    shown = [
        Button(
            budget.money.written(value, short=True),
            buttons.SetLimit(category.number, value, budget.money.currency.code),
        )
        for value in around
    ]
    present = _amount(voice, now, budget.money)
    said = say.limit_now(
        voice, escape(category.name), present, escape(category.name.lower()), amount_like(budget.money, "150")
    )
    return Reply(said, tuple(in_rows(shown, 4)), question=True)


def limit_set(voice: Voice, change: LimitChange, today: date) -> Reply:
    """Say what a category's limit is from which week on; one of this week may begin with the next one."""
    money, category = change.budget.money, change.category
    name, limit = escape(category.name), category.limits[-1].amount
    if change.since > today and limit != change.before:
        day, before = days.day(voice, change.since, today), _amount(voice, change.before, money)
        if limit is None:
            return Reply(say.limit_removed_from(voice, name, day, before))
        return Reply(say.limit_set_from(voice, name, money.written(limit, short=True), day, before))
    said = (
        say.limit_removed(voice, name)
        if limit is None
        else say.limit_set(voice, name, money.written(limit, short=True))
    )
    if limit == change.before:
        return Reply(said)
    next_week = change.budget.week_of(today).end
    later = buttons.LaterLimit(category.number, limit, change.before, next_week, money.currency.code)
    return Reply(said, ((Button(setting_labels.from_next_week(voice), later),),))


def categories(voice: Voice, budget: Budget) -> Reply:
    """Show the categories, their keywords, and how to change them; of keywords that are too many in all, the first."""
    end = ["", with_own_examples(budget, say.category_examples(voice))]
    said = [_keywords_of(voice, one, LONGEST) for one in budget.current]
    if are_longer([*said, *end], LONGEST):
        room = (LONGEST - units(end)) // len(said) - 2 * LONGEST_NAME - _LONGEST_REST
        said = [_keywords_of(voice, one, room) for one in budget.current]
        end.insert(0, with_own_examples(budget, say.keywords_of_one(voice)))
    return Reply("\n".join([say.categories(voice), *said, *end]))


_LONGEST_REST = 20  # units: `, and 50 more`


def _keywords_of(voice: Voice, category: Category, room: int) -> str:
    return say.keywords_of(voice, escape(category.name), _keywords(voice, category, room))


def _keywords(voice: Voice, category: Category, room: int) -> str:
    """Return a category's keywords, those that there is room for, and how many more there are."""
    fits, words = 0, category.keywords
    while fits < len(words) and (size := units([words[fits]]) + 1) <= room:
        room -= size
        fits += 1
    if not words:
        return say.no_keywords(voice)
    shown = escape(voice.listed(words[:fits]))
    return say.and_more(voice, shown, len(words) - fits) if fits < len(words) else shown


def category_removed(voice: Voice, change: LimitChange) -> Reply:
    """Say that a category is removed, and what becomes of its limit, with a button to restore both."""
    money, category, before = change.budget.money, change.category, change.before
    name = escape(category.name)
    said = (
        say.category_removed(voice, name)
        if before is None
        else say.category_removed_with_limit(voice, name, money.written(before, short=True))
    )
    restore = buttons.RestoreCategory(category.number, before, money.currency.code)
    return Reply(said, ((Button(labels.restore(voice), restore),),))


def category_changed(voice: Voice, category: Category, budget: Budget, today: date) -> Reply:
    """Say how a category is now."""
    name = escape(category.name)
    limit = _amount(voice, category.limit_in(budget.week_of(today)), budget.money)
    return Reply(say.category_changed(voice, name, limit, _keywords(voice, category, _LONGEST_KEYWORDS)))


_LONGEST_KEYWORDS = 3_500  # units, in one line


def usage_add_category(voice: Voice, name: str, money: Money) -> Reply:
    """Say that a new category needs a weekly limit."""
    return Reply(say.usage_add_category(voice, quoted(name or "Pets"), amount_like(money, "40")))


def usage_categories(voice: Voice, called: str = "") -> Reply:
    """Say how categories are changed, and that there is none ``called`` so."""
    usage = say.usage_categories(voice)
    return Reply(voice.sentences(say.no_category_and_no_change(voice, quoted(called)), usage) if called else usage)
