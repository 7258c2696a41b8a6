"""The shared summary as JSON."""

import json
from datetime import UTC, timedelta
from typing import Any

from budget.history import History
from budget.money import Money
from budget.overview import Overview, Part
from budget.pay_period import PayPeriod
from budget.summary import Line, Summary

_DAY = timedelta(days=1)


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
        "nothing_spent_on": [day.isoformat() for day in summary.nothing_spent_on],
    }
    return json.dumps(content, ensure_ascii=False)


def overview_json(overview: Overview, *, totals: bool = False) -> str:
    """Return a pay period or a month as JSON. Limits are the share of the weekly limits for its days."""
    money, days = overview.money, overview.days
    last = days.end - _DAY
    content = _head(overview) | {
        "period": {
            "kind": overview.span.value,
            "start": days.start.isoformat(),
            "end": last.isoformat(),
            "days_left": overview.days_left,
        },
        "categories": [
            {"key": part.category.key, "name": part.category.name, **_amounts_of(part, money)}
            for part in overview.lines
        ],
        "total": _amounts(overview, money),
        "days": [
            {"day": (days.start + n * _DAY).isoformat(), "spent": money.plain(spent)}
            for n, spent in enumerate(overview.each_day)
        ],
        "pay_period": _pay_period(overview.pay_period, overview),
        "bills": None if totals else _bills(overview),
        "bills_paid": money.plain(overview.bills_paid),
    }
    return json.dumps(content, ensure_ascii=False)


def history_json(history: History) -> str:
    """Return a category's weeks as JSON, the oldest first."""
    category = history.latest.category
    content = _head(history) | {
        "category": {"key": category.key, "name": category.name},
        "weeks": [
            {
                "start": line.week.start.isoformat(),
                "end": line.week.last.isoformat(),
                **_amounts_of(line, history.money),
            }
            for line in history.lines
            if line.week is not None
        ],
    }
    return json.dumps(content, ensure_ascii=False)


def _head(of: Overview | History) -> dict[str, Any]:
    return {
        "currency": of.money.currency.code,
        "as_of": of.as_of.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    }


def _amounts(of: Line | Part | Summary | Overview, money: Money) -> dict[str, str | None]:
    return {
        "spent": money.plain(of.spent),
        "limit": money.plain(of.limit),
        "remaining": money.plain(of.remaining),
    }


def _amounts_of(line: Line | Part, money: Money) -> dict[str, str | None]:
    """Return a category's amounts; those of one that is only watched are null, but for what was spent."""
    amounts = _amounts(line, money) | {"carried": money.plain(line.carried), "available": money.plain(line.available)}
    return {name: amount if name == "spent" or not line.is_watched else None for name, amount in amounts.items()}


def _bills(summary: Summary | Overview) -> list[dict[str, str | bool | None]]:
    """Return what is to be paid until the payday."""
    if summary.bills is None:
        return []
    keys = {line.category.number: line.category.key for line in summary.lines if not line.category.removed}
    takes = {(one.due.bill.number, one.due.planned): one.amount for one in summary.bills.taken}
    return [
        {
            "name": due.bill.name,
            "amount": summary.money.plain(due.amount),
            "takes": summary.money.plain(takes[due.bill.number, due.planned]),
            "about": due.about,
            "ahead": due.is_borne,
            "due_on": due.day.isoformat(),
            "state": due.state.value,
            "category": keys.get(due.bill.category) if due.bill.category is not None else None,
        }
        for due in summary.bills.dues
    ]


def _pay_period(period: PayPeriod | None, summary: Summary | Overview) -> dict[str, str | bool] | None:
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
        "overdue": period.is_overdue(summary.today),
        "set_aside": money(summary.bills.set_aside if summary.bills is not None else 0),
        "set_aside_before": money(period.set_aside_before),
    }
