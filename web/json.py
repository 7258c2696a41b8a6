"""The shared summary as JSON."""

import json
from datetime import UTC

from budget.money import Money
from budget.summary import Line, PayPeriod, Summary


def summary_json(summary: Summary, *, totals: bool = False) -> str:
    """Return a summary as JSON: amounts as decimal strings, days in ISO 8601.

    Keys are only ever added. A link for ``totals`` names no bill.
    """
    week = summary.week
    content = {
        "currency": summary.money.currency.code,
        "as_of": summary.as_of.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "week": {"start": week.start.isoformat(), "end": week.last.isoformat(), "days_left": summary.days_left},
        "categories": [
            {"key": line.category.key, "name": line.category.name, **_amounts_of(line, summary.money)}
            for line in summary.lines
        ],
        "total": _amounts(summary, summary.money),
        "pay_period": _pay_period(summary.pay_period, summary),
        "bills": None if totals else _bills(summary),
        "bills_paid": summary.money.plain(summary.bills_paid),
    }
    return json.dumps(content, ensure_ascii=False)


def _amounts(of: Line | Summary, money: Money) -> dict[str, str | None]:
    return {
        "spent": money.plain(of.spent),
        "limit": money.plain(of.limit),
        "remaining": money.plain(of.remaining),
    }


def _amounts_of(line: Line, money: Money) -> dict[str, str | None]:
    """Return a category's amounts; those of one that is only watched are null, but for what was spent."""
    amounts = _amounts(line, money) | {"carried": money.plain(line.carried), "available": money.plain(line.available)}
    return {name: amount if name == "spent" or not line.is_watched else None for name, amount in amounts.items()}


def _bills(summary: Summary) -> list[dict[str, str | bool | None]]:
    """Return what is to be paid until the payday."""
    keys = {line.category.number: line.category.key for line in summary.lines}
    return [
        {
            "name": due.bill.name,
            "amount": summary.money.plain(due.amount),
            "about": due.about,
            "due_on": due.day.isoformat(),
            "state": due.state.value,
            "category": keys.get(due.bill.category) if due.bill.category is not None else None,
        }
        for due in (summary.bills.dues if summary.bills is not None else ())
    ]


def _pay_period(period: PayPeriod | None, summary: Summary) -> dict[str, str] | None:
    if period is None:
        return None
    money = summary.money.plain
    return {
        "paid_on": period.paid_on.isoformat(),
        "paycheck": money(period.paycheck),
        "extra": money(period.extra),
        "spent": money(period.spent),
        "remaining": money(period.remaining),
        "next_payday": period.next_payday.isoformat(),
        "per_day": money(period.per_day(summary.today)),
        "next_payday_from": period.source.value,
        "bills_due": money(period.bills_due),
        "remaining_after_bills": money(period.remaining_after_bills),
        "per_day_after_bills": money(period.per_day_after_bills(summary.today)),
    }
