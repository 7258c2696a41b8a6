"""Where categories stand in their weeks, and the state of a message that an act returns."""

from collections.abc import Iterable, Sequence
from datetime import date

from budget.entries import Entry
from budget.ledger import MessageTransaction
from budget.limits import carry_in
from budget.periods import Week
from budget.settling import matched
from budget.spreads import Spread
from budget.states import MessageState, Standing, Status, StoredMessage
from budget.summary import Line as SummaryLine
from budget.sums import balances, sums_and_told

_MOST_WEEKS = 40
"""Weeks whose standings an act tells: no text has more. A file may have thousands, and nobody reads of them."""

Place = tuple[int, Week]
"""A category's number and a week: what has a standing."""


def places(tx: MessageTransaction, entries: Iterable[Entry]) -> list[Place]:
    """Return the category and week of each entry that has a category."""
    return [(entry.category, tx.budget.week_of(entry.day)) for entry in entries if entry.category is not None]


def counting(tx: MessageTransaction, stored: StoredMessage) -> list[Place]:
    """Return the category and week of each entry of a message that counts."""
    return places(tx, (one.entry for one in stored.entries if not one.undone))


def state(
    tx: MessageTransaction,
    stored: StoredMessage,
    status: Status,
    *,
    also: Iterable[Place] = (),
    tells: bool = False,
    removed_by: int | None = None,
) -> MessageState:
    """Return the message after an act.

    Its standings are those of the categories and weeks where it spends, and of those that the act moved money out of (``also``, and
    the lines that the update ``removed_by`` took out). Only an act that records something ``tells`` of a passed limit.
    """
    removed = [one for one in stored.entries if removed_by is not None and one.removed_by == removed_by]
    here = counting(tx, stored)
    gone = [*also, *places(tx, (one.entry for one in removed))]
    latest = stored.version.update if stored.version is not None else None
    spreads = tx.spreads() if tx.budget.has_spreads else ()
    bills = matched(tx, stored.entries)
    return MessageState(
        status,
        tuple(one for one in stored.entries if one.removed_by in {None, latest}),
        stored.questions,
        _standings(tx, here, gone, spreads, tells=tells),
        frozenset(one.line for one in removed),
        stored.layout.addresses if stored.layout is not None else (),
        bills.matches,
        {one.line: one.weeks for one in spreads if one.message == tx.message and one.weeks > 1},
        stored.instead,
        bills.before,
    )


def with_this_week(tx: MessageTransaction, state: MessageState, today: date) -> MessageState:
    """Return the state with where categories stand this week that carry what an earlier week of it has left or is missing."""
    week = tx.budget.week_of(today)
    earlier = {one.category: one.week for one in state.standings if one.week.start < week.start}
    shown = {one.category for one in state.standings if one.week == week}
    carried = [(one, carry_in(one.carries, week)) for one in tx.budget.current if one.number in earlier.keys() - shown]
    chosen = [
        (one.number, week)
        for one, carry in carried
        if carry is not None and carry.since < min(week.start, earlier[one.number].end)
    ]
    if not chosen:
        return state
    spreads = tx.spreads() if tx.budget.has_spreads else ()
    return state._replace(standings=(*state.standings, *_standings(tx, [], chosen, spreads, tells=False)))


def _standings(
    tx: MessageTransaction, here: list[Place], gone: list[Place], spreads: Sequence[Spread], *, tells: bool
) -> tuple[Standing, ...]:
    weeks = sorted({week for _, week in here + gone}, key=lambda week: week.start)[-_MOST_WEEKS:]
    # What no standing needs is not read: of 50 bills, 20 categories that carry and a card a record costs a seventh more,
    # not two fifths.
    numbers = {category for category, _ in here + gone}
    sums = {week: sums_and_told(tx, week, spreads, numbers) for week in weeks}
    carried = {week: balances(tx, week, numbers) for week in weeks}
    categories = {one.number: one for one in tx.budget.categories}
    standings = []
    for category, week in dict.fromkeys(here + gone):
        if week not in sums:
            continue
        spent, balance = sums[week].get(category), carried[week].get(category, 0)
        if spent is None:
            standings.append(Standing(category, week, 0, tell_over=False, balance=balance))
            continue
        held = categories[category]
        over = SummaryLine(held, spent.amount, week, balance).over and not held.removed and (category, week) in here
        told = over and _tells(tx, category, week, spent.told_by, tells=tells)
        standings.append(Standing(category, week, spent.amount, told, balance))
    return tuple(standings)


def _tells(tx: MessageTransaction, category: int, week: Week, told_by: int | None, *, tells: bool) -> bool:
    """Whether this message tells of a passed limit: the first that could, and whenever it is repeated."""
    if told_by is not None or not tells:
        return told_by == tx.message
    return tx.tell_limit(category, week)
