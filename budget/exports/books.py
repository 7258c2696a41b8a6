"""A whole book as a value: what is exported to be restored, beside its entries."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from budget.bills import Bill, Decision
from budget.budgets import Budget
from budget.limits import DatedCarry, DatedLimit
from budget.schedules import Schedule

Address = tuple[int, int]
"""The message and the line of an entry."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a budget plans with: limits and carry-over by category, each ascending, expenses that count over several weeks,
    the rule of its paydays, and its bills with what was decided about their occurrences.
    """

    limits: Mapping[int, tuple[DatedLimit, ...]] = field(default_factory=dict)
    carries: Mapping[int, tuple[DatedCarry, ...]] = field(default_factory=dict)
    spreads: Mapping[Address, int] = field(default_factory=dict)
    """The weeks of spread expenses, by their addresses."""
    payday: Schedule | None = None
    bills: tuple[Bill, ...] = ()
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """A budget with what belongs to it: ``lessons`` are the categories that folded notes were taught, by number."""

    budget: Budget
    lessons: Mapping[str, int] = field(default_factory=dict)
    plan: Plan = field(default_factory=Plan)
