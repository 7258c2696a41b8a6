"""A whole book as JSON, to be restored into an empty chat by `budget.imports.own_json`.

    {"budgetbot": 1, "settings": {…}, "categories": […], "lessons": […], "plan": {…}, "memory": {…}, "entries": […]}

``budgetbot`` is the version of this shape: it rises when an older program would misread a newer file. A section more does not raise
it: an older program refuses what it does not know, so nothing is lost in silence, and a newer one reads a file without it. Money is
a decimal string, days are ISO dates, moments ISO instants in UTC, categories are named by key, their order is the budget's. Undone
entries are there, too, with whatever undid them. Of share links their extent stands in it alone, no token. What an entry has not is
left out.
"""

import json
from collections.abc import Iterable, Iterator, Mapping

from budget.bills import Bill, Decision, Freed
from budget.budgets import Budget
from budget.entries import RecordedEntry
from budget.exports.books import Book, FileRow, Plan, WholeEntry
from budget.exports.own_memory import instant, memory_of
from budget.money import Money

VERSION = 1


def lines(book: Book, held: Iterable[RecordedEntry]) -> Iterator[str]:
    """Yield the book as lines of JSON, an entry a line, so that the largest needs no memory."""
    budget = book.budget
    keys = {category.number: category.key for category in budget.categories}
    settings = {
        "currency": budget.money.currency.code,
        "exponent": budget.money.currency.exponent,
        "locale": budget.money.locale.name,
        "time_zone": budget.time_zone,
        "week_starts_on": budget.week_starts_on,
        "language": budget.language,
        "name": budget.called,
    }
    categories = [
        {
            "key": category.key,
            "name": category.name,
            "keywords": list(category.keywords),
            "limit": budget.money.plain(category.limit),
            "removed": category.removed,
        }
        for category in budget.categories
    ]
    lessons = [{"note": one.note, "category": keys[one.category], "taught": one.taught} for one in book.lessons]
    yield f'{{"budgetbot": {VERSION},\n"settings": {_json(settings)},\n'
    yield f'"categories": [\n{_list(categories)}],\n"lessons": [\n{_list(lessons)}],\n"plan": {{'
    yield ",\n".join(
        f"{_json(name)}: {_json(section)}" for name, section in _plan(book.plan, budget.money, keys).items()
    )
    yield '},\n"memory": {'
    yield ",\n".join(
        f"{_json(name)}: {_json(section)}" for name, section in memory_of(book.memory, budget.money, keys).items()
    )
    yield '},\n"entries": ['
    separator = "\n"
    for one in held:
        yield separator + _json(_entry(budget, keys, one))
        separator = ",\n"
    yield "\n]}\n"


def _entry(budget: Budget, keys: Mapping[int, str], one: RecordedEntry) -> dict[str, object]:
    entry = one.entry
    found: dict[str, object] = {
        "message": one.message,
        "line": one.line,
        "author": one.author,
        "kind": entry.kind.value,
        "amount": one.money_in(budget.money).plain(entry.amount),
        "day": entry.day.isoformat(),
        "note": entry.note,
    }
    if one.currency is not None:
        found["currency"] = one.currency
    if entry.category is not None:
        found["category"] = keys[entry.category]
    if entry.working:
        found["working"] = entry.working
    if one.undone:
        found["undone"] = True
    if one.removed_by is not None:
        found["removed_by"] = one.removed_by
    if one.author_name:
        found["name"] = one.author_name
    if isinstance(one, WholeEntry) and one.sent_at is not None:
        found["sent_at"] = instant(one.sent_at)
    if isinstance(one, WholeEntry) and one.row is not None:
        found["row"] = _row(one.row, budget.money)
    return found


def _row(row: FileRow, money: Money) -> dict[str, object]:
    return {
        "kind": row.kind.value,
        "amount": money.plain(row.amount),
        "day": row.day.isoformat(),
        "note": row.note,
        "bank_id": row.bank_id,
    }


def _plan(plan: Plan, money: Money, keys: Mapping[int, str]) -> dict[str, object]:
    def plain(minor: int | None) -> str | None:
        return None if minor is None else money.plain(minor)

    return {
        "limits": [
            {
                "category": keys[number],
                "since": one.since.isoformat(),
                "amount": plain(one.amount),
                "removed": one.removed,
            }
            for number, dated in plan.limits.items()
            for one in dated
        ],
        "carries": [
            {"category": keys[number], "since": one.since.isoformat(), "carry": one.carry.value}
            for number, dated in plan.carries.items()
            for one in dated
        ],
        "spreads": [
            {"message": message, "line": line, "weeks": weeks} for (message, line), weeks in plan.spreads.items()
        ],
        "payday": None if plan.payday is None else plan.payday.code,
        "bills": [_bill(bill, money, keys) for bill in plan.bills],
        "decisions": [_decision(one) for one in plan.decisions],
    }


def _bill(bill: Bill, money: Money, keys: Mapping[int, str]) -> dict[str, object]:
    return {
        "number": bill.number,
        "name": bill.name,
        "schedule": bill.schedule.code,
        "since": bill.since.isoformat(),
        "rates": [
            {"since": rate.since.isoformat(), "amount": money.plain(rate.amount), "about": rate.about}
            for rate in bill.rates
        ],
        "category": None if bill.category is None else keys[bill.category],
        "ahead": None if bill.ahead is None else bill.ahead.isoformat(),
        "removed": bill.removed,
        "freed": None if bill.freed is None else _freed(bill.freed, money),
    }


def _freed(freed: Freed, money: Money) -> dict[str, object]:
    return {"day": freed.day.isoformat(), "used": money.plain(freed.used), "free": money.plain(freed.free)}


def _decision(one: Decision) -> dict[str, object]:
    return {
        "bill": one.bill,
        "planned": one.planned.isoformat(),
        "paid_by": None if one.payment is None else {"message": one.payment.message, "line": one.payment.line},
        "moved_to": None if one.moved_to is None else one.moved_to.isoformat(),
        "skipped": one.skipped,
    }


def _list(values: Iterable[object]) -> str:
    return ",\n".join(map(_json, values)) + "\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
