"""The pay period of a day, from a budget's entries."""

from datetime import date

from sqlalchemy import Connection

from budget.entries import Kind
from budget.ledger_values import Pay
from storage import statements as sql
from storage.prepared import fetch


def pay_of(db: Connection, owner: int, today: date) -> Pay | None:
    """Return the pay period of a day: `BudgetView.pay`."""
    paydays = tuple(day for (day,) in reversed(fetch(db, sql.PAYDAYS, {"owner_": owner, "today_": today})))
    if not paydays:
        return None
    period = {"owner_": owner, "today_": today, "start_": paydays[-1], "never_": date.max}
    sums = {Kind(kind): total for kind, total in fetch(db, sql.PAY_PERIOD, period)}
    spent = sum(sums.get(kind, 0) for kind in (Kind.EXPENSE, Kind.REFUND, Kind.BILL))
    return Pay(paydays, sums[Kind.PAYCHECK], sums.get(Kind.EXTRA, 0), spent)
