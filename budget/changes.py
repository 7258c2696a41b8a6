"""What a person changes about a budget, over an open transaction: limits, categories, keywords, settings."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple, TypedDict

from budget.budgets import Beginnings, Budget
from budget.categories import (
    LAST_RESORT,
    MOST_KEYWORDS,
    Category,
    as_compared,
    category_called,
    checked_keyword,
    checked_name,
    folded,
    new_category,
    starters_in,
    with_icon,
)
from budget.characters import is_clean
from budget.errors import InvalidChoice, NotFound, Why
from budget.ledger import BudgetTransaction
from budget.message_readings import storable
from budget.money import Money
from budget.periods import Week
from budget.recording import LONGEST_TITLE
from budget.rescaling import begin_again
from budget.settings_said import currency_said, language_said, locale_said, weekday_said
from budget.zones import zone_said

Changed = tuple[Budget, Category]
"""The budget and the category after the change."""
_NEXT_WEEK = (("from", "next", "week"), ("next", "week"))


class LaterLimit(NamedTuple):
    """A limit that was to hold from this week on and is to hold from the next one, minor units, None for no limit.

    ``since`` is that week's first day; what held ``before`` holds until then.
    """

    category: int
    limit: int | None
    before: int | None
    since: date


class LimitChange(NamedTuple):
    """A limit that holds from a week's first day on; ``before`` held in this week until then, minor units, None for no limit."""

    budget: Budget
    category: Category
    since: date
    before: int | None


def set_limit(words: Sequence[str], now: datetime, tx: BudgetTransaction) -> LimitChange:
    """Set the weekly limit of a category: its name, then the amount or `none`, each of one word or more.

    It holds from this week on; `next week` or `from next week` at the end: from the next one. Raises `NotFound` for the name,
    `Refused` for the amount.
    """
    said, this_week = without_next_week(words), _week(tx.budget, now)
    category, limit = _limit_said(said, tx.budget)
    week = this_week.next if len(said) < len(words) else this_week
    done = _limit_set(tx, category.number, _limit_read(limit, tx.budget), week)
    return done._replace(before=category.limit_in(this_week))


def without_next_week(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words behind `/limits` without `next week` or `from next week`, with which they may end."""
    said = tuple(words)
    for later in _NEXT_WEEK:
        if tuple(folded(word) for word in said[-len(later) :]) == later:
            return said[: -len(later)]
    return said


def set_limit_of(category: int, limit: int, currency: str, now: datetime, tx: BudgetTransaction) -> LimitChange | None:
    """Set the weekly limit of a category by its number, in minor units of ``currency``, from this week on.

    None where the budget has another currency by now. Raises `NotFound` for a category that is not in use, `Refused` for more
    than the cap.
    """
    if tx.budget.money.currency.code != currency:
        return None
    return _limit_set(tx, category, tx.budget.money.checked_limit(limit), _week(tx.budget, now))


def limit_from_next_week(later: LaterLimit, currency: str, now: datetime, tx: BudgetTransaction) -> LimitChange | None:
    """Let a limit that holds from this week on hold from the next one, and this week what held before. A repeat changes nothing.

    None where the budget has another currency by now, or the week is over. Raises `NotFound` and `Refused` as `set_limit_of`.
    """
    money, this_week = tx.budget.money, _week(tx.budget, now)
    if money.currency.code != currency or this_week.end != later.since:
        return None
    limit, before = (money.checked_limit(one) if one is not None else None for one in (later.limit, later.before))
    _limit_set(tx, later.category, before, this_week)
    return _limit_set(tx, later.category, limit, this_week.next)


def _limit_set(
    tx: BudgetTransaction, number: int, limit: int | None, week: Week, *, removed: bool = False
) -> LimitChange:
    held = next((one for one in tx.budget.current if one.number == number), None)
    if held is None:
        raise NotFound(str(number))
    tx.set_limit(number, limit, week.start, removed=removed)
    return LimitChange(tx.budget, tx.budget.category(number), week.start, held.limit_in(week))


def add_category(name: str, limit: str, now: datetime, tx: BudgetTransaction) -> Changed:
    """Add a category, or take one of that name into use again. Raises `InvalidChoice` for the name, `Refused` for the limit."""
    budget = tx.budget
    most = budget.limit_said(limit)  # before the name: where no limit is said, a part of the name stands in its place
    called, key = new_category(storable(name), budget.categories, budget.money, budget.bill_names)
    tx.add_category(key, called, most, _week(budget, now).start)
    return tx.budget, next(one for one in tx.budget.categories if one.key == key)


def rename_category(category: str, name: str, tx: BudgetTransaction) -> Changed:
    """Rename a category; its key stays. Raises `NotFound`, `InvalidChoice`."""
    budget = tx.budget
    one = category_called(category, budget.categories)
    called = checked_name(storable(name), budget.categories, of=one, money=budget.money, bills=budget.bill_names)
    tx.rename_category(one.number, called)
    return tx.budget, tx.budget.category(one.number)


def set_icon(category: str, icon: str, tx: BudgetTransaction) -> Changed:
    """Put a picture before a category's name, in place of one that stands there. Raises `NotFound`, `InvalidChoice`."""
    return rename_category(category, with_icon(category_called(category, tx.budget.categories).name, icon), tx)


def remove_category(category: str, now: datetime, tx: BudgetTransaction) -> LimitChange:
    """Take a category out of use, and its limit from this week on; its entries stay.

    Raises `NotFound`, and `InvalidChoice` for the last resort.
    """
    one = category_called(category, tx.budget.categories)
    if one.key == LAST_RESORT:
        raise InvalidChoice(Why.LAST_RESORT, one.name)
    done = _limit_set(tx, one.number, 0, _week(tx.budget, now), removed=True)
    tx.remove_category(one.number)
    return done._replace(budget=tx.budget, category=tx.budget.category(one.number))


def restore_category(number: int, limit: int | None, currency: str, now: datetime, tx: BudgetTransaction) -> Changed:
    """Take a removed category into use again, with the limit that it had, minor units of ``currency``. A repeat changes nothing.

    Where the budget has another currency by now, it has no limit. Raises `NotFound`, `Refused`, and `InvalidChoice` where its name
    is taken or there are too many.
    """
    one = next((each for each in tx.budget.categories if each.number == number), None)
    if one is None:
        raise NotFound(str(number))
    if one.removed:
        known = limit is not None and tx.budget.money.currency.code == currency
        new_category(one.name, tx.budget.categories, tx.budget.money, tx.budget.bill_names)
        tx.remove_category(number, removed=False)
        tx.set_limit(number, tx.budget.money.checked_limit(limit or 0) if known else None, _week(tx.budget, now).start)
    return tx.budget, tx.budget.category(number)


def set_keywords(category: str, changes: Sequence[str], tx: BudgetTransaction) -> Changed:
    """Let words mean a category (``+cinema``) or no longer (``-bar``): all of them, or none.

    Raises `NotFound` for the category, `InvalidChoice` for a word.
    """
    one = category_called(category, tx.budget.categories)
    tx.set_keywords(one.number, _words_changed(one, changes, tx.budget))
    return tx.budget, tx.budget.category(one.number)


class Settings(TypedDict, total=False):
    """Settings as people say them (`budget.settings_said`); those that are left out stay as they are."""

    currency: str
    locale: str
    time_zone: str
    week_starts_on: str
    language: str
    name: str


NAMELESS = frozenset({"none", "off", "-"})
"""Words that take a budget's name away."""


def budget_name_said(text: str) -> str:
    """Return a budget's name as it is kept, empty for `none`. Raises `InvalidChoice` for one that is long or hides something."""
    name = " ".join(text.split())
    if folded(name) in NAMELESS:
        return ""
    if len(name) > LONGEST_TITLE or not is_clean(name):
        raise InvalidChoice(Why.BAD_BUDGET_NAME, name[: 2 * LONGEST_TITLE])
    return name


def change_settings(settings: Settings, tx: BudgetTransaction) -> Budget:
    """Change what is given. Days of entries stay, and so does the currency while anything stands in it.

    Raises `InvalidChoice` for a value that does not exist.
    """
    budget = tx.budget
    own = budget.money.locale
    money = Money(
        currency_said(settings["currency"], own) if "currency" in settings else budget.money.currency,
        locale_said(settings["locale"], own, budget.language) if "locale" in settings else own,
    )
    # In the same transaction: an entry that is recorded at this moment comes before or after, in one currency.
    if money.currency != budget.money.currency and not tx.is_empty():
        raise InvalidChoice(Why.CURRENCY_IN_USE, budget.money.currency.code)
    zone = zone_said(settings["time_zone"], budget.language) if "time_zone" in settings else budget.time_zone
    week = weekday_said(settings["week_starts_on"]) if "week_starts_on" in settings else budget.week_starts_on
    language = language_said(settings["language"]) if "language" in settings else budget.language
    begin_again(Beginnings(money, zone, week, language), tx)
    if "name" in settings:
        tx.set_name(budget_name_said(storable(settings["name"])))
    if language != budget.language:
        _rename_starters(budget.language, language, tx)
    return tx.budget


def _rename_starters(old: str, new: str, tx: BudgetTransaction) -> None:
    """Name the categories that a budget began with in its new language, where nobody has named them otherwise."""
    fresh = {one.key: one for one in starters_in(new)}
    for was in starters_in(old):
        held = next((one for one in tx.budget.current if one.key == was.key), None)
        if held is None:
            continue
        others = [one for one in tx.budget.current if one.number != held.number]
        taken = {word for one in others for word in (folded(one.name), as_compared(one.name), *one.keywords)}
        name, words = fresh[was.key].name, fresh[was.key].keywords
        if held.name == was.name and folded(name) not in taken:
            tx.rename_category(held.number, name)
        if set(held.keywords) == set(was.keywords):
            gone = dict.fromkeys(held.keywords, False)
            tx.set_keywords(held.number, gone | dict.fromkeys((one for one in words if one not in taken), True))


def _limit_read(text: str, budget: Budget) -> int | None:
    """Return a limit in minor units; None for `none`: the category is watched. Raises `Refused`."""
    return None if folded(text) == "none" else budget.limit_said(text)


def _week(budget: Budget, now: datetime) -> Week:
    """Return the budget week of a moment."""
    return budget.week_of(budget.day_of(now))


def _limit_said(words: Sequence[str], budget: Budget) -> tuple[Category, str]:
    """Return the category that some words name, and the rest; of several names the longest. Raises `NotFound`."""
    for end in range(len(words) - 1, 0, -1):
        try:
            return category_called(" ".join(words[:end]), budget.categories), " ".join(words[end:])
        except NotFound:
            continue
    raise NotFound(" ".join(words[:-1]))


def _words_changed(category: Category, changes: Sequence[str], budget: Budget) -> dict[str, bool]:
    """Return the keywords that ``+word`` adds (True) and ``-word`` takes away (False). Raises `InvalidChoice`."""
    words: dict[str, bool] = {}
    if len(changes) > 2 * MOST_KEYWORDS:  # all out and as many in
        raise InvalidChoice(Why.TOO_MANY, changes[0])
    for change in changes:
        word = change[1:].casefold()
        word = word if word in category.keywords else as_compared(word)
        if change[0] == "+":
            words[checked_keyword(storable(change[1:]), budget.categories, of=category, money=budget.money)] = True
        elif word in category.keywords:
            words[word] = False
        else:
            raise InvalidChoice(Why.UNKNOWN_KEYWORD, change[1:])
    if len(set(category.keywords) | {word for word, means in words.items() if means}) > MOST_KEYWORDS:
        raise InvalidChoice(Why.TOO_MANY, changes[0])
    return words
