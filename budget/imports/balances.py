"""Reads from a column of balances which way the money went: each balance is the one before it and an amount.

What a card owes grows by what is spent, what an account holds shrinks. So it tells only where it makes more of the payments spent
than received, as they are on any statement that is not a card's.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from budget.imports.rows import Flow


class Step(NamedTuple):
    """A row by its place in the file: its amount (below zero where it has a minus) and its balance, minor units."""

    place: int
    amount: int
    balance: int


class Told(NamedTuple):
    """What balances tell: whether every amount without a minus is ``spent``; where none has one, the flow of each place."""

    spent: bool | None
    flows: Mapping[int, Flow]


def told_by(steps: Sequence[Step], *, latest_first: bool | None) -> Told | None:
    """Return what the balances of a file tell, None where they do not add up, or tell two things.

    ``latest_first`` is how its days stand, None where they do not tell.
    """
    orders = [latest_first] if latest_first is not None else [False, True]
    found = [_changes(reversed(steps) if backwards else steps) for backwards in orders]
    verdicts = [_verdict(steps, changes) for changes in found if changes]
    return verdicts[0] if verdicts and all(one == verdicts[0] for one in verdicts) else None


def _changes(steps: Iterable[Step]) -> dict[int, int] | None:
    """Return by how much the balance changed at each place; None where an amount is another one than that."""
    changes = {}
    for before, after in pairwise(steps):
        if abs(after.place - before.place) != 1:  # the row between them can't be read
            continue
        changes[after.place] = after.balance - before.balance
        if abs(changes[after.place]) != abs(after.amount):
            return None
    return changes


def _verdict(steps: Sequence[Step], changes: Mapping[int, int]) -> Told | None:
    gone = sum(change < 0 for change in changes.values())
    if gone * 2 <= len(changes):
        return None
    if all(one.amount >= 0 for one in steps):
        return Told(None, {place: Flow.DEBIT if change < 0 else Flow.IN for place, change in changes.items()})
    amounts = {one.place: one.amount for one in steps if one.place in changes}
    if amounts == changes:
        return Told(False, {})
    return Told(True, {}) if all(amounts[place] == -change for place, change in changes.items()) else None
