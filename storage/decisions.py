"""What was decided about the occurrences of bills, as rows."""

from datetime import date
from typing import Any

from sqlalchemy import Connection

from budget.bills import Decision, Payment
from storage import plan_statements as plan
from storage.prepared import fetch


def decisions_of(db: Connection, owner: int, since: date) -> list[Decision]:
    """Return what was decided about occurrences that were planned for a day or later: `BudgetView.decisions`."""
    return [decision_of(row, row.bill) for row in fetch(db, plan.DECISIONS, {"owner_": owner, "since_": since})]


def decision_of(row: Any, bill: int) -> Decision:
    """Return the decision of a row about an occurrence of a bill, by the number that the bill has for the caller."""
    payment = Payment(row.message, row.line, row.amount, row.day) if row.amount is not None else None
    return Decision(bill, row.planned, payment, row.moved_to, row.skipped)
