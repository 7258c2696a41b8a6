"""The plan in a book of our own: limits and carry-over with their days, spread expenses, paydays and bills."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

from budget.bills import MOST_BILLS, MOST_BILLS_EVER, Bill, Decision, Freed, Payment, Rate
from budget.categories import LONGEST_NAME
from budget.characters import is_clean
from budget.entries import RecordedEntry
from budget.exports.books import Address, Plan
from budget.imports.values import (
    amount_of,
    day_of,
    each,
    flag_of,
    limit_of,
    list_of,
    member_of,
    object_of,
    objects_of,
    refuse,
    some_day_of,
    text_of,
    whole_of,
)
from budget.limits import Carry, DatedCarry, DatedLimit
from budget.money import Money
from budget.schedules import schedule_from
from budget.spreads import MOST_WEEKS

PLAN = frozenset({"limits", "carries", "spreads", "payday", "bills", "decisions"})
_LIMIT = frozenset({"category", "since", "amount"})
_LIMIT_ADDED = frozenset({"removed"})
_CARRY = frozenset({"category", "since", "carry"})
_SPREAD = frozenset({"message", "line", "weeks"})
_BILL = frozenset({"number", "name", "schedule", "since", "rates", "category", "ahead", "removed"})
_BILL_ADDED = frozenset({"freed"})
_FREED = frozenset({"day", "used", "free"})
_RATE = frozenset({"since", "amount", "about"})
_DECISION = frozenset({"bill", "planned", "paid_by", "moved_to", "skipped"})
_PAID_BY = frozenset({"message", "line"})
_LONGEST_SCHEDULE = 200
_MOST_PLANNED = 10_000
"""Dated limits, carry-over, what bills cost and what was decided, and spread expenses: more than decades of a plan come to.

A budget is read with most of them at once, and is in memory so.
"""
_MOST_FREED = 10**15  # minor units: more than all occurrences of two months come to


def plan_of(value: object, money: Money, numbers: Mapping[str, int], entries: Mapping[Address, RecordedEntry]) -> Plan:
    """Return the plan; ``numbers`` are the categories' by key. Raises `Refused`, ValueError, KeyError or TypeError."""
    whole = object_of(value, PLAN)
    _check_number(whole)
    found = each(".bills", objects_of(whole["bills"], _BILL, _BILL_ADDED), lambda one: _bill(one, money, numbers))
    bills = tuple(_with_room(found))
    known = {bill.number for bill in bills}
    decided = objects_of(whole["decisions"], _DECISION)
    decisions = tuple(each(".decisions", decided, lambda one: _decision(one, known, entries)))
    if len(bills) > MOST_BILLS_EVER or len(known) < len(bills):
        refuse()
    if len({(one.bill, one.planned) for one in decisions}) < len(decisions):
        refuse()
    payday = whole["payday"]
    return Plan(
        _limits(objects_of(whole["limits"], _LIMIT, _LIMIT_ADDED), money, numbers),
        _carries(objects_of(whole["carries"], _CARRY), numbers),
        dict(each(".spreads", objects_of(whole["spreads"], _SPREAD), lambda one: _spread(one, entries))),
        None if payday is None else schedule_from(text_of(payday, _LONGEST_SCHEDULE)),
        bills,
        decisions,
    )


def _check_number(whole: Mapping[str, Any]) -> None:
    """Raise `Refused` for more than a plan has."""
    rates = sum(len(list_of(bill["rates"])) for bill in objects_of(whole["bills"], _BILL, _BILL_ADDED))
    if rates + sum(len(list_of(whole[name])) for name in ("limits", "carries", "spreads", "decisions")) > _MOST_PLANNED:
        refuse()


def _limits(
    values: Iterable[Mapping[str, Any]], money: Money, numbers: Mapping[str, int]
) -> dict[int, tuple[DatedLimit, ...]]:
    limits: dict[int, list[DatedLimit]] = {}
    for number, limit in each(".limits", values, lambda one: _limit(one, money, numbers)):
        limits.setdefault(number, []).append(limit)
    for dated in limits.values():
        _check_ascending([one.since for one in dated])
    return {number: tuple(dated) for number, dated in limits.items()}


def _limit(one: Mapping[str, Any], money: Money, numbers: Mapping[str, int]) -> tuple[int, DatedLimit]:
    amount = None if one["amount"] is None else member_of(one, "amount", lambda value: limit_of(value, money))
    removed = flag_of(one.get("removed", False))
    return numbers[one["category"]], DatedLimit(member_of(one, "since", day_of), amount, removed)


def _carries(values: Iterable[Mapping[str, Any]], numbers: Mapping[str, int]) -> dict[int, tuple[DatedCarry, ...]]:
    carries: dict[int, list[DatedCarry]] = {}
    for number, carry in each(".carries", values, lambda one: _carry(one, numbers)):
        carries.setdefault(number, []).append(carry)
    for dated in carries.values():
        _check_ascending([one.since for one in dated])
    return {number: tuple(dated) for number, dated in carries.items()}


def _carry(one: Mapping[str, Any], numbers: Mapping[str, int]) -> tuple[int, DatedCarry]:
    return numbers[one["category"]], DatedCarry(member_of(one, "since", day_of), Carry(one["carry"]))


def _check_ascending(days: Sequence[date]) -> None:
    if any(first >= second for first, second in pairwise(days)):
        refuse()


def _spread(one: Mapping[str, Any], entries: Mapping[Address, RecordedEntry]) -> tuple[Address, int]:
    address, weeks = (whole_of(one["message"]), whole_of(one["line"])), whole_of(one["weeks"])
    if not 2 <= weeks <= MOST_WEEKS or address not in entries:
        refuse()
    return address, weeks


def _bill(one: Mapping[str, Any], money: Money, numbers: Mapping[str, int]) -> Bill:
    rates = tuple(each(".rates", objects_of(one["rates"], _RATE), lambda rate: _rate(rate, money)))
    _check_ascending([rate.since for rate in rates])
    name = text_of(one["name"], LONGEST_NAME)
    if not rates or not name or not is_clean(name):
        refuse()
    return Bill(
        whole_of(one["number"]),
        name,
        schedule_from(text_of(one["schedule"], _LONGEST_SCHEDULE)),
        day_of(one["since"]),
        rates,
        None if one["category"] is None else numbers[one["category"]],
        some_day_of(one["ahead"]),
        flag_of(one["removed"]),
        None if one.get("freed") is None else _freed(object_of(one["freed"], _FREED), money),
    )


def _freed(one: Mapping[str, Any], money: Money) -> Freed:
    used, free = (text_of(one[name], LONGEST_NAME) for name in ("used", "free"))
    amounts = money.read_plain(used), money.read_plain(free.removeprefix("-"))
    if max(amounts) > _MOST_FREED:
        refuse()
    return Freed(day_of(one["day"]), amounts[0], -amounts[1] if free.startswith("-") else amounts[1])


def _with_room(bills: Iterable[Bill]) -> Iterator[Bill]:
    """Yield bills with no more in use than a budget has: the last ones are off, as where two budgets came together."""
    left = MOST_BILLS
    for bill in bills:
        left -= not bill.removed
        yield bill if left >= 0 else replace(bill, removed=True)


def _rate(one: Mapping[str, Any], money: Money) -> Rate:
    amount = member_of(one, "amount", lambda value: amount_of(value, money))
    return Rate(member_of(one, "since", day_of), amount, flag_of(one["about"]))


def _decision(one: Mapping[str, Any], bills: Iterable[int], entries: Mapping[Address, RecordedEntry]) -> Decision:
    bill = whole_of(one["bill"])
    if bill not in bills:
        refuse()
    payment = None
    if one["paid_by"] is not None:
        paid_by = object_of(one["paid_by"], _PAID_BY)
        address = whole_of(paid_by["message"]), whole_of(paid_by["line"])
        entry = entries[address].entry
        payment = Payment(*address, entry.amount, entry.day)
    return Decision(bill, day_of(one["planned"]), payment, some_day_of(one["moved_to"]), flag_of(one["skipped"]))
