"""What was decided about the occurrences of bills, as rows."""

from datetime import date

from sqlalchemy import Connection

from budget.bills import Decision, Payment
from storage import plan_statements as plan
from storage.prepared import fetch


def decisions_of(db: Connection, owner: int, since: date) -> list[Decision]:
    """Return what was decided about occurrences that were planned for a day or later: `BudgetView.decisions`."""
    decisions = []
    for row in fetch(db, plan.DECISIONS, {"owner_": owner, "since_": since}):
        payment = Payment(row.message, row.line, row.amount, row.day) if row.amount is not None else None
        decisions.append(Decision(row.bill, row.planned, payment, row.moved_to, row.skipped))
    return decisions
