"""What shows and changes limits and categories."""

from bot import buttons, replies
from bot.events import Answer
from bot.handlers.context import Call, Dependencies, Tap, TapHandlers
from bot.reply import Reply
from budget.budgets import Budget
from budget.categories import Category, category_called, is_icon
from budget.changes import LaterLimit, without_next_week
from budget.errors import NotFound

CARRIES = frozenset({"carry", "fresh"})
"""Words of `/limits fun carry up` and `/limits fun fresh`, of which one stands at the end or before it."""


async def limits(deps: Dependencies, call: Call) -> Reply:
    """Show all limits, offer others for the one that is named, or set what is written. Raises `NotFound`, `Refused`."""
    words, budget = call.words, await deps.bookkeeper.shown_budget(call.owner, call.message.language)
    named_alone = without_next_week(words)  # `fun next week` names no limit yet
    if not named_alone:
        return replies.limits(call.voice, budget, await deps.bookkeeper.summary(call.owner, call.now))
    try:
        named = category_called(" ".join(named_alone), budget.current)
        if not budget.is_begun:  # what is offered can be tapped
            budget, _ = await deps.bookkeeper.begin(call.owner, call.message.language)
            named = category_called(" ".join(named_alone), budget.current)
        return replies.limit_choices(call.voice, budget, named, budget.day_of(call.now))
    except NotFound:
        if len(named_alone) == 1:
            raise
    # What is carried begins this week, never the next.
    if {one.lower() for one in (*words[-2:], *named_alone[-2:])} & CARRIES:
        _, category = await deps.planner.set_carry(call.owner, words, call.now)
        return replies.carry_set(call.voice, category)
    change = await deps.bookkeeper.set_limit(call.owner, words, call.now)
    return replies.limit_set(call.voice, change, change.budget.day_of(call.now))


async def categories(deps: Dependencies, call: Call) -> Reply:
    """Show the categories or one of them, or change one."""
    owner, desk = call.owner, deps.bookkeeper
    match call.words:
        case []:
            return replies.categories(call.voice, await desk.shown_budget(owner, call.message.language))
        case ["add", *name, limit] if name:
            budget, category = await desk.add_category(owner, " ".join(name), limit, call.now)
        case ["add", *name]:
            return replies.usage_add_category(call.voice, " ".join(name), await desk.money(owner))
        case ["rename", *both] if "=" in both[1:-1]:
            at = both.index("=")
            budget, category = await desk.rename_category(owner, " ".join(both[:at]), " ".join(both[at + 1 :]))
        case ["rename", old, *new] if new:
            budget, category = await desk.rename_category(owner, old, " ".join(new))
        case ["remove", *name] if name:
            return replies.category_removed(call.voice, await desk.remove_category(owner, " ".join(name), call.now))
        case [*name, icon] if name and is_icon(icon):
            budget, category = await desk.set_icon(owner, " ".join(name), icon)
        case [*name, last] if name and _is_change(last):
            return await _keywords(deps, call, [*name, last])
        case name:
            return await _category_alone(deps, call, " ".join(name))
    return replies.category_changed(call.voice, category, budget, budget.day_of(call.now))


def _is_change(word: str) -> bool:
    return word[0] in "+-" and len(word) > 1


async def _keywords(deps: Dependencies, call: Call, words: list[str]) -> Reply:
    """Add and remove keywords, which stand last, each with its sign."""
    name, changes = words[:-1], words[-1:]
    while name and name[-1][0] in "+-":
        changes.insert(0, name.pop())
    if not name:
        return replies.usage_categories(call.voice)
    budget, category = await deps.bookkeeper.set_keywords(call.owner, " ".join(name), changes)
    return replies.category_changed(call.voice, category, budget, budget.day_of(call.now))


async def _category_alone(deps: Dependencies, call: Call, name: str) -> Reply:
    budget = await deps.bookkeeper.shown_budget(call.owner, call.message.language)
    try:
        named = category_called(name, budget.categories)
        return replies.category_changed(call.voice, named, budget, budget.day_of(call.now))
    except NotFound:
        return replies.usage_categories(call.voice, name)


async def _limit_of(deps: Dependencies, button: buttons.LimitOf, tap: Tap) -> Answer:
    budget = await deps.bookkeeper.budget_of_tap(tap.owner)
    category = _category(budget, button.category)
    return Answer(replies.limit_choices(tap.voice, budget, category, budget.day_of(tap.now)))


async def _restore(deps: Dependencies, button: buttons.RestoreCategory, tap: Tap) -> Answer:
    of = button.category, button.limit, button.currency
    budget, category = await deps.bookkeeper.restore_category(tap.owner, *of, tap.now)
    return Answer(replies.category_changed(tap.voice, category, budget, budget.day_of(tap.now)))


async def _set_limit(deps: Dependencies, button: buttons.SetLimit, tap: Tap) -> Answer:
    done = await deps.bookkeeper.set_limit_of(tap.owner, button.category, button.limit, button.currency, tap.now)
    if done is None:  # its minor units are others by now
        return await _limit_of(deps, buttons.LimitOf(button.category), tap)
    return Answer(replies.limit_set(tap.voice, done, done.budget.day_of(tap.now)))


async def _set_later(deps: Dependencies, button: buttons.LaterLimit, tap: Tap) -> Answer:
    later = LaterLimit(button.category, button.limit, button.before, button.since)
    done = await deps.bookkeeper.limit_from_next_week(tap.owner, later, button.currency, tap.now)
    if done is None:  # its minor units are others by now, or the next week has begun
        return await _limit_of(deps, buttons.LimitOf(button.category), tap)
    return Answer(replies.limit_set(tap.voice, done, done.budget.day_of(tap.now)))


async def _set_written_limit(deps: Dependencies, button: buttons.WrittenLimit, tap: Tap) -> Answer:
    money = (await deps.bookkeeper.budget_of_tap(tap.owner)).money
    try:
        limit = money.read_plain(button.limit)
    except ValueError:  # made in a currency with other decimals, or by nobody
        return await _limit_of(deps, buttons.LimitOf(button.category), tap)
    return await _set_limit(deps, buttons.SetLimit(button.category, limit, money.currency.code), tap)


def _category(budget: Budget, number: int) -> Category:
    for category in budget.current:
        if category.number == number:
            return category
    raise NotFound(str(number))


TAPS: TapHandlers = {
    buttons.LimitOf: _limit_of,
    buttons.RestoreCategory: _restore,
    buttons.SetLimit: _set_limit,
    buttons.LaterLimit: _set_later,
    buttons.WrittenLimit: _set_written_limit,
}
