"""A budget's settings, categories and keywords as one transaction reads and changes them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection

from budget.bills import Bill, Decision
from budget.budgets import Beginnings, Budget
from budget.errors import NotFound
from budget.exports.books import Memory
from budget.ledger_values import Pay
from budget.limits import Carry
from budget.schedules import Schedule
from storage import plan_statements as plan
from storage import rescaling as scaling
from storage import statements as sql
from storage.budgets import read_budget, renew, settings_row
from storage.decisions import decisions_of
from storage.pay import pay_of
from storage.prepared import change, execute_each, fetch, fetch_first

_WEEK = timedelta(days=7)


@dataclass(slots=True)
class Changes:
    """What a transaction has changed so far."""

    numbers: bool = False
    """A number that a card may show."""
    restored: Memory | None = None
    """What a book that was restored remembers."""


class SettingsSheet:
    """The `BudgetTransaction` of a locked budget: a check still holds when the change is made.

    ``bills_changed`` and ``zone_changed`` say whether the moment of the next notification may be another one.
    """

    def __init__(self, db: Connection, budget: Budget) -> None:
        self.budget = budget
        self.bills_changed = self.zone_changed = False
        self.changes = Changes()
        self._db = db
        self._owner = {"owner_": budget.owner}

    def is_empty(self) -> bool:
        standing = scaling.ANY_STANDING, scaling.ANY_QUESTION, scaling.ANY_BILL
        return all(fetch_first(self._db, any_of, self._owner) is None for any_of in standing) and not self.holds_many()

    def holds_many(self) -> bool:
        return fetch_first(self._db, scaling.ONE_TOO_MANY, self._owner) is not None

    def odd_amount(self, by: int) -> int | None:
        parameters = self._owner | {"by_": by}
        odd = [self._db.scalar(statement, parameters) for statement in (scaling.ODD_ENTRY, scaling.ODD_RATE)]
        asked = (amount for row in self._questions() for amount in scaling.amounts_in(row.choices) if amount % by)
        return min((one for one in (*odd, *asked) if one is not None), default=None)

    def largest_amount(self) -> int:
        return max(
            self._db.scalar(scaling.LARGEST, self._owner) or 0,
            max((amount for row in self._questions() for amount in scaling.amounts_in(row.choices)), default=0),
        )

    def leave_undone(self) -> None:
        scaling.leave_undone(self._db, self.budget.owner, self.budget.money.currency.code)

    def rescale(self, times: int, by: int, cap: int) -> None:
        factor = self._owner | {"times_": times, "by_": by}
        for statement in scaling.RESCALE_ENTRIES:
            self._db.execute(statement, factor)
        for statement in scaling.RESCALE_LIMITS:
            self._db.execute(statement, factor | {"cap_": cap})
        for row in self._questions():
            choices = scaling.with_amounts(row.choices, lambda amount: max(1, (amount * times + by // 2) // by))
            at = self._owner | {"message_": row.message, "line_": row.line}
            self._db.execute(scaling.SET_CHOICES, at | {"choices": choices})
        self._changed()

    def _questions(self) -> Sequence[Any]:
        return self._db.execute(scaling.QUESTIONS, self._owner).all()

    def set_settings(self, beginnings: Beginnings) -> None:
        zone, currency = self.budget.time_zone, beginnings.money.currency
        if currency != self.budget.money.currency:
            scaling.take_back(self._db, self.budget.owner, currency.code)
        self._change(sql.CHANGE_BUDGET, settings_row(beginnings))
        self.zone_changed |= self.budget.time_zone != zone

    def set_name(self, name: str) -> None:
        self._change(sql.CHANGE_BUDGET, {"name": name or None})

    def set_title(self, title: str) -> None:
        self._change(sql.CHANGE_BUDGET, {"title": title or None})

    def set_limit(self, category: int, limit: int | None, since: date, *, removed: bool = False) -> None:
        held = next((one for one in self.budget.current if one.number == category), None)
        if held is None:
            raise NotFound(f"category {category}")
        if not held.limits:  # what held until now has no row yet
            self._put_limit(category, held.limit, since - _WEEK)
        fetch(self._db, plan.NO_LIMITS_FROM, self._owner | {"category_": category, "since_": since})
        self._put_limit(category, limit, since, removed=removed)
        self._change(sql.CHANGE_CATEGORY, {"category_": category, "weekly_limit": limit or 0})

    def set_starting_limit(self, category: int, limit: int) -> None:
        self._change(sql.CHANGE_CATEGORY, {"category_": category, "weekly_limit": limit})

    def set_carry(self, category: int, carry: Carry, since: date) -> None:
        self._check_category(category)
        self._db.execute(plan.NO_CARRIES_FROM, self._owner | {"category_": category, "since_": since})
        row = {"owner": self.budget.owner, "category": category, "since": since, "carry": carry.value}
        self._db.execute(plan.NEW_CARRY, row)
        self._changed()

    def set_payday(self, rule: Schedule | None) -> None:
        self._change(sql.CHANGE_BUDGET, {"payday": rule.code if rule is not None else None})

    def add_bill(self, bill: Bill) -> int:
        (made,) = fetch(self._db, plan.NEW_BILL, {"owner": self.budget.owner} | bill_row(bill))
        number = int(made.number)
        self._put_rates(number, bill)
        self._changed()
        self.bills_changed = True
        return number

    def set_bill(self, bill: Bill) -> None:
        self._db.execute(plan.NO_RATES, self._owner | {"bill_": bill.number})
        self._change(plan.CHANGE_BILL, {"bill_": bill.number} | bill_row(bill))
        self._put_rates(bill.number, bill)
        self._changed()
        self.bills_changed = True

    def decide(self, bill: int, planned: date, *, moved_to: date | None = None, skipped: bool = False) -> None:
        row = {"owner": self.budget.owner, "bill": bill, "planned": planned, "message": None, "line": None}
        self._db.execute(plan.DECIDE, row | {"moved_to": moved_to, "skipped": skipped})
        self.bills_changed = True
        self.changes.numbers = True

    def decisions(self, since: date) -> Sequence[Decision]:
        return decisions_of(self._db, self.budget.owner, since)

    def pay(self, today: date) -> Pay | None:
        return pay_of(self._db, self.budget.owner, today)

    def rename_category(self, category: int, name: str) -> None:
        self._change(sql.CHANGE_CATEGORY, {"category_": category, "name": name})

    def remove_category(self, category: int, *, removed: bool = True) -> None:
        self._change(sql.CHANGE_CATEGORY, {"category_": category, "removed": removed})

    def add_category(self, key: str, name: str, limit: int, since: date) -> None:
        held = next((one for one in self.budget.categories if one.key == key), None)
        if held is not None and not held.removed:
            return
        row = {"owner": self.budget.owner, "key": key, "name": name, "weekly_limit": limit, "removed": False}
        self._db.execute(sql.ADD_CATEGORY, row | self._owner)
        self._changed()
        number = next(one.number for one in self.budget.categories if one.key == key)
        if held is None or not held.limits:  # the weeks before keep what they have: no limit, or that of a removed one
            self._put_limit(number, None if held is None else 0, since - _WEEK, removed=held is not None)
            self._put_limit(number, limit, since)
            self._changed()
        else:
            self.set_limit(number, limit, since)

    def set_keywords(self, category: int, words: Mapping[str, bool]) -> None:
        self._check_category(category)
        row = {"owner": self.budget.owner, "category": category}
        for word, means in words.items():
            if means:
                fetch(self._db, sql.NEW_KEYWORD, row | {"word": word})
            else:
                fetch(self._db, sql.NO_KEYWORD, self._owner | {"word_": word, "category_": category})
        self._changed()

    def forget_rule(self, taught: int) -> None:
        self._db.execute(sql.NO_LESSON, self._owner | {"taught_": taught})

    def _put_limit(self, category: int, limit: int | None, since: date, *, removed: bool = False) -> None:
        row = {"owner": self.budget.owner, "category": category, "since": since, "amount": limit, "removed": removed}
        fetch(self._db, plan.NEW_LIMIT, row)

    def _put_rates(self, number: int, bill: Bill) -> None:
        rows = [{"owner": self.budget.owner, "bill": number} | rate._asdict() for rate in bill.rates]
        execute_each(self._db, plan.NEW_RATE, rows)

    def _check_category(self, category: int) -> None:
        if category not in {one.number for one in self.budget.current}:
            raise NotFound(f"category {category}")

    def _change(self, statement: Any, values: dict[str, Any]) -> None:
        if change(self._db, statement, self._owner | values) == 0:
            raise NotFound
        self._changed()

    def _changed(self) -> None:
        self.changes.numbers = True
        renew(self._db, self.budget.owner)
        self.budget = read_budget(self._db, self.budget.owner)


def bill_row(bill: Bill) -> dict[str, Any]:
    """Return a bill as columns."""
    freed_on, freed_used, freed = bill.freed if bill.freed is not None else (None, None, None)
    return {
        "name": bill.name,
        "schedule": bill.schedule.code,
        "since": bill.since,
        "category": bill.category,
        "ahead": bill.ahead,
        "removed": bill.removed,
        "freed_on": freed_on,
        "freed_used": freed_used,
        "freed": freed,
    }
