"""The shared summary as JSON."""

import json
from datetime import UTC

from budget.money import Money
from budget.summary import Line, PayPeriod, Summary


def summary_json(summary: Summary) -> str:
    """Return a summary as JSON: amounts as decimal strings, days in ISO 8601."""
    week = summary.week
    content = {
        "currency": summary.money.currency.code,
        "as_of": summary.as_of.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "week": {"start": week.start.isoformat(), "end": week.last.isoformat(), "days_left": summary.days_left},
        "categories": [
            {"key": line.category.key, "name": line.category.name, **_amounts(line, summary.money)}
            for line in summary.lines
        ],
        "total": _amounts(summary, summary.money),
        "pay_period": _pay_period(summary.pay_period, summary),
    }
    return json.dumps(content, ensure_ascii=False)


def _amounts(of: Line | Summary, money: Money) -> dict[str, str]:
    return {"spent": money.plain(of.spent), "limit": money.plain(of.limit), "remaining": money.plain(of.remaining)}


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
    }
