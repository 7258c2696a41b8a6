"""What several replies have in common: an entry on a line, and where a category and the pay period stand."""

import html
import re
from collections.abc import Iterable, Sequence
from datetime import date

from bot.reply import escape, quoted
from bot.reply import named as name_said
from budget.budgets import Budget
from budget.categories import SHORT_NAME
from budget.characters import undirected
from budget.entries import Entry, RecordedEntry
from budget.examples import in_budget
from budget.money import Money
from budget.pay_period import PayPeriod
from budget.states import Standing
from budget.summary import Line
from words import days
from words import entries as say
from words.looks import left_after_bills as paycheck_after_bills
from words.looks import left_of_paycheck
from words.markup import BETWEEN, plain
from words.page import payday_in
from words.voice import Voice

LONGEST = 7_400
"""UTF-16 units of a reply: two messages of 4,096, parted at a line end."""


_MOST_NAMED = 10
"""Names that a reply lists."""
_ONE_LINE = 32
"""Characters of what is left and of a category's name that stand on one line of a phone, beside the time."""
_SHORTEST_NAME = 4


_TYPED = re.compile("<code>(.*?)</code>")


def with_own_examples(budget: Budget, said: str) -> str:
    """Return a sentence with what it says to type in a budget's own category, and in sizes that are usual in its currency."""

    def own(typed: re.Match[str]) -> str:
        return f"<code>{html.escape(in_budget(budget, html.unescape(typed[1])), quote=False)}</code>"

    return _TYPED.sub(own, said)


def entry_said(
    voice: Voice, held: RecordedEntry, budget: Budget, today: date, *, short: bool = False, named: bool = True
) -> str:
    """Say that an entry is recorded or undone; its category is not ``named`` where it is said below."""
    what = _what(voice, held.entry, held.money_in(budget.money), short=short, bold=not held.undone)
    what = with_author(voice, what, held.author_name)
    written = BETWEEN.join([what, *_where(voice, held.entry, budget, today, named=named)])
    return say.undone(voice, written) if held.undone else say.recorded(voice, written)


def entry_written(
    voice: Voice, entry: Entry, budget: Budget, today: date, *, short: bool = False, author_name: str = ""
) -> str:
    """Write an entry on one line: kind, amount with its working, note, author, category, and the day unless it is today."""
    what = with_author(voice, _what(voice, entry, budget.money, short=short), author_name)
    return BETWEEN.join([what, *_where(voice, entry, budget, today)])


def item_written(voice: Voice, held: RecordedEntry, budget: Budget, today: date, *, short: bool = False) -> str:
    """Write an entry among others of its message: as `entry_written`, with the first words of its category's name."""
    entry = held.entry
    category = [escape(budget.short_name(entry.category))] if entry.category is not None else []
    where = _where(voice, entry, budget, today, named=False)
    return BETWEEN.join([_what(voice, entry, held.money_in(budget.money), short=short), *category, *where])


def entry_listed(voice: Voice, held: RecordedEntry, budget: Budget, *, short: bool, named: bool) -> str:
    """Write an entry on a line of a list that says its day; its category where it is ``named``."""
    what = with_author(voice, _what(voice, held.entry, held.money_in(budget.money), short=short), held.author_name)
    category = held.entry.category
    return what if category is None or not named else f"{what}{BETWEEN}{escape(budget.short_name(category))}"


def with_author(voice: Voice, entry: str, name: str) -> str:
    """Say who wrote an entry, where a ``name`` is kept with its message."""
    return say.spent_by(voice, entry, name_said(name)) if name else entry


def _what(voice: Voice, entry: Entry, money: Money, *, short: bool, bold: bool = False) -> str:
    amount = money.written(entry.amount)
    if entry.working:
        amount = f"{entry.working} = {amount}"
    written = say.amount(voice, entry.kind, f"<b>{amount}</b>" if bold else amount)
    if not entry.note:
        return written
    return say.with_note(voice, written, quoted(entry.note) if short else escape(entry.note))


def _where(voice: Voice, entry: Entry, budget: Budget, today: date, *, named: bool = True) -> list[str]:
    category = [escape(budget.category(entry.category).name)] if named and entry.category is not None else []
    return [*category, days.day(voice, entry.day, today)] if entry.day != today else category


def line_of(standing: Standing, budget: Budget) -> Line:
    """Return a category in the week where it stands."""
    return Line(budget.category(standing.category), standing.spent, standing.week, standing.balance)


def standing_said(voice: Voice, standing: Standing, budget: Budget, today: date) -> str:
    """Say what a category has left in the week of an entry."""
    line = line_of(standing, budget)
    sums = say.left_of(voice, budget.money, line)
    room = _ONE_LINE - len(undirected(plain(sums)))
    name = escape(budget.short_name(standing.category, max(_SHORTEST_NAME, min(room, SHORT_NAME))))
    if standing.week == budget.week_of(today):
        return say.standing(voice, sums, name)
    return say.standing_in(voice, sums, name, days.short_week(voice, standing.week, today))


def standings_said(voice: Voice, standings: Sequence[Standing], budget: Budget, today: date) -> list[str]:
    """Return a line for each standing, and one more sentence where a limit was passed just now."""
    said = [standing_said(voice, one, budget, today) for one in standings]
    return [*said, say.over_now(voice)] if any(one.tell_over for one in standings) else said


def left_to_spend(voice: Voice, period: PayPeriod, money: Money, today: date) -> str:
    """Say what is left of a pay period, after the bills that are due in it; on the payday itself nothing is a day's.

    A bill that was set aside for may give back more than is spent beyond what came in: what is left after bills decides.
    """
    payday = days.day(voice, period.next_payday, today)
    if period.remaining_after_bills < 0:
        missing = money.written(-period.remaining_after_bills)
        if not period.bills_due:
            return say.nothing_left_to_spend(voice, missing)
        return say.bills_take_more(voice, missing, payday, late=period.is_overdue(today))
    left, bills = money.written(period.remaining_after_bills), money.written(period.bills_due)
    if period.next_payday == today:
        head = paycheck_after_bills(voice, left, bills) if period.bills_due > 0 else left_of_paycheck(voice, left)
        return f"{head}\n{payday_in(voice, 0)}"
    per_day = money.written(period.per_day_after_bills(today))
    match period.bills_due > 0, period.is_overdue(today):
        case True, True:
            return say.left_after_bills_and_payday(voice, left, bills, payday)
        case True, False:
            return say.left_after_bills(voice, left, bills, per_day, payday)
        case False, True:
            return say.left_after_payday(voice, left, payday)
        case _:
            return say.left_to_spend(voice, left, per_day, payday)


def some_of(voice: Voice, names: Iterable[str]) -> str:
    """List the first few names."""
    listed = list(names)
    return voice.listed([*listed[:_MOST_NAMED], *(["…"] if len(listed) > _MOST_NAMED else [])])
