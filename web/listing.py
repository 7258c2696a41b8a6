"""The entries of a page, by day: as many as the page has room for, older days folded."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from budget.budgets import Budget
from budget.entries import Kind, RecordedEntry
from budget.examples import spent_in
from budget.shared import MOST_ENTRIES
from web.labels import printable
from web.markup import figure, name, text
from words import days as say_days
from words import page as say
from words.entries import spent_by
from words.markup import BETWEEN, NO_BREAK
from words.plan_labels import nothing_spent
from words.voice import Voice

MOST_BYTES = 18_000
"""Bytes of the entries, of the page's 40 KB."""
_OPEN_ROWS = 12
"""Entries that are shown without unfolding a day; so a page of 100 entries stays short."""


class Listing(NamedTuple):
    """Entries, the latest first, None where a link shows none; ``out_on`` says what went out on a day.

    A list of one ``category`` does not repeat its name. On ``quiet`` days somebody said that nothing was spent.
    """

    budget: Budget
    recorded: Sequence[RecordedEntry] | None
    out_on: Callable[[date], int | None]
    today: date
    category: int | None = None
    quiet: Sequence[date] = ()


def entries(voice: Voice, of: Listing) -> str:
    """Return the section of entries; nothing where the link shows none."""
    if of.recorded is None:
        return ""
    fixed, budget = say.fixed(voice), of.budget
    fit = _that_fit([(each.entry.day, _row(voice, each, budget, of.category)) for each in of.recorded[:MOST_ENTRIES]])
    is_cut = len(fit) < len(of.recorded)
    oldest = fit[-1][0] if fit and is_cut else date.min
    quiet = [(day, _quiet_row(voice)) for day in of.quiet if day >= oldest]
    shown = sorted([*fit, *quiet], key=lambda row: row[0], reverse=True)
    if not shown:
        return _section(fixed["entries"], f'<p class="quiet">{text(fixed["nothing_recorded"])}</p>')
    parts, seen = [], 0
    for day, of_day in groupby(shown, key=lambda row: row[0]):
        items = [row for _, row in of_day]
        is_open = seen < _OPEN_ROWS
        rest = items[_OPEN_ROWS - seen :] if is_open else []
        out = of.out_on(day)
        sum_ = figure(voice, budget.money.written(out)) if out else ""
        head = _head(say_days.near_day(voice, day, of.today), day, sum_)
        parts.append(_day(voice, head, items[: len(items) - len(rest)], rest, is_open=is_open))
        seen += len(items)
    cut = f'<p class="quiet">{text(say.latest_listed(voice, len(fit)))}</p>' if is_cut else ""
    return _section(fixed["entries"], f"{''.join(parts)}{cut}")


def _section(head: str, content: str) -> str:
    return f'<section id="entries" tabindex="-1"><h2>{text(head)}</h2>\n{content}</section>\n'


def no_entries(voice: Voice, budget: Budget) -> str:
    """Return the section of a book without any entry: how the first one is written."""
    return _section(say.fixed(voice)["entries"], f"<p>{text(say.first_entry(voice, spent_in(budget)))}</p>")


def _head(label: str, day: date, out: str) -> str:
    """Return the line above a day's entries, with what went out on it, which is HTML."""
    return f'<summary><time datetime="{day}">{text(label)}</time><span class="sum">{out}</span></summary>'


def _day(voice: Voice, head: str, items: Sequence[str], rest: Sequence[str], *, is_open: bool) -> str:
    more = text(say.more_entries(voice, len(rest)))
    folded = f"<details><summary>{more}</summary><ul>{''.join(rest)}</ul></details>" if rest else ""
    shown = " open" if is_open else ""
    return f'<details class="day"{shown}>{head}<ul>{"".join(items)}</ul>{folded}</details>\n'


def _row(voice: Voice, recorded: RecordedEntry, budget: Budget, listed_category: int | None) -> str:
    entry = recorded.entry
    kind = say.kind(voice, entry.kind)
    of = [text(kind)] if kind else []
    if entry.category is not None and (entry.category != listed_category or not (entry.note or kind)):
        of.append(name(printable(budget.category(entry.category).name)))
    # Without a note there is a category or a kind: what has neither is no entry.
    first = name(printable(entry.note)) if entry.note else of.pop()
    if recorded.author_name:
        first = spent_by(voice, first, name(printable(recorded.author_name)))
    if entry.working:
        of.append(text(entry.working))
    amount = budget.money.written(-entry.amount if entry.kind is Kind.REFUND else entry.amount)
    more = f'{NO_BREAK}<span class="quiet">· {BETWEEN.join(of)}</span>' if of else ""
    sign = "+" if entry.kind.is_money_in else ""
    return f'<li><span class="what">{first}{more}</span><span class="sum">{figure(voice, sign + amount)}</span></li>'


def _quiet_row(voice: Voice) -> str:
    """Return the row of a day on which nothing was spent; a day without a row was forgotten, perhaps."""
    return f'<li class="quiet">{text(nothing_spent(voice))}</li>'


def _that_fit(rows: list[tuple[date, str]]) -> list[tuple[date, str]]:
    """Return the latest rows, as many as the page has room for."""
    room = MOST_BYTES
    for n, (_, row) in enumerate(rows):
        room -= len(row.encode())
        if room < 0:
            return rows[:n]
    return rows
