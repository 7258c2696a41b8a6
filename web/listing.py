"""The entries of a page, by day: as many as the page has room for, older days folded."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from budget.budgets import Budget
from budget.daily import DailySums
from budget.entries import Kind, RecordedEntry
from web.labels import printable
from web.markup import name, text
from words import days as say_days
from words import page as say
from words.voice import Voice

MOST_BYTES = 18_000
"""Bytes of the entries, of the page's 40 KB."""
_OPEN_ROWS = 12
"""Entries that are shown without unfolding a day; so a page of 100 entries stays short."""


class Listing(NamedTuple):
    """Entries, the latest first, with what went out on their days."""

    budget: Budget
    entries: Sequence[RecordedEntry]
    sums: DailySums
    today: date
    authors: dict[int, str]
    """Names of who recorded the entries, where several people do."""


def listed(voice: Voice, listing: Listing, most: int) -> str:
    """Return the section of entries."""
    fixed = say.fixed(voice)
    rows = [(each.entry.day, _row(voice, each, listing)) for each in listing.entries[:most]]
    shown = _that_fit(rows)
    if not shown:
        return _section(fixed["entries"], f'<p class="quiet">{text(fixed["nothing_recorded"])}</p>')
    parts, seen = [], 0
    for day, of_day in groupby(shown, key=lambda row: row[0]):
        items = [row for _, row in of_day]
        is_open = seen < _OPEN_ROWS
        rest = items[_OPEN_ROWS - seen :] if is_open else []
        parts.append(_day(voice, day, items[: len(items) - len(rest)], rest, listing, is_open=is_open))
        seen += len(items)
    cut = (
        f'<p class="quiet">{text(say.latest_listed(voice, len(shown)))}</p>'
        if len(shown) < len(listing.entries)
        else ""
    )
    return _section(fixed["entries"], f"{''.join(parts)}{cut}")


def _section(head: str, content: str) -> str:
    return f'<section id="entries" tabindex="-1"><h2>{text(head)}</h2>\n{content}</section>\n'


def _day(voice: Voice, day: date, items: Sequence[str], rest: Sequence[str], listing: Listing, *, is_open: bool) -> str:
    label, out = say_days.near_day(voice, day, listing.today), listing.sums.out_on(day)
    sum_ = listing.budget.money.written(out) if out else ""
    folded = (
        f"<details><summary>{text(say.more_entries(voice, len(rest)))}</summary><ul>{''.join(rest)}</ul></details>"
        if rest
        else ""
    )
    return (
        f'<details class="day"{" open" if is_open else ""}><summary><time datetime="{day}">{text(label)}</time>'
        f'<span class="sum">{text(sum_)}</span></summary><ul>{"".join(items)}</ul>{folded}</details>\n'
    )


def _row(voice: Voice, recorded: RecordedEntry, listing: Listing) -> str:
    entry, budget = recorded.entry, listing.budget
    kind = say.kind(voice, entry.kind)
    of = [text(kind)] if kind else []
    if entry.category is not None:
        of.append(name(printable(budget.category(entry.category).name)))
    first = name(printable(entry.note)) if entry.note else of.pop()
    if entry.working:
        of.append(text(entry.working))
    if recorded.author in listing.authors:
        of.append(name(printable(listing.authors[recorded.author])))
    amount = budget.money.written(-entry.amount if entry.kind is Kind.REFUND else entry.amount)
    more = f' <span class="quiet">· {" · ".join(of)}</span>' if of else ""
    sign = "+" if entry.kind.is_money_in else ""
    return f'<li><span class="what">{first}{more}</span><span class="sum">{sign}{text(amount)}</span></li>'


def _that_fit(rows: list[tuple[date, str]]) -> list[tuple[date, str]]:
    """Return the latest rows, as many as the page has room for."""
    room = MOST_BYTES
    for n, (_, row) in enumerate(rows):
        room -= len(row.encode())
        if room < 0:
            return rows[:n]
    return rows
