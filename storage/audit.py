"""Adds up a budget entry by entry, beside the sums that people are shown."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from sqlalchemy import BindParameter, Connection, and_, bindparam, func, select

from budget.entries import Kind
from budget.ledger_values import Audit
from budget.periods import week_of
from storage import statements as sql
from storage.pay import pay_of
from storage.sheet import days_of
from storage.tables import categories, entries, entry_changes

_OWNER: BindParameter[int] = bindparam("owner_")
_ADDRESS = "message", "line"

_SOME = select(entries.c.line).where(entries.c.owner == _OWNER, ~entries.c.undone).limit(bindparam("most_"))
_COUNT = select(func.count()).select_from(_SOME.subquery())


def audit(db: Connection, owner: int, starts_on: int, most: int) -> Audit | None:
    """Compare a budget's entries with its sums; None where there are more than ``most`` entries."""
    number = db.scalar(_COUNT, {"owner_": owner, "most_": most + 1}) or 0
    if number > most:
        return None
    wrong = [*wrong_weeks(db, owner, starts_on), *wrong_pay_period(db, owner)]
    return Audit(number, len(wrong))


def wrong_weeks(db: Connection, owner: int, starts_on: int) -> Iterator[str]:
    """Compare each week of a budget with its summary."""
    rows = db.execute(
        select(*entries.c["kind", "amount", "day", "category"])
        .where(entries.c.owner == owner, ~entries.c.undone, entries.c.category.is_not(None))
        .order_by(entries.c.day)
        .execution_options(yield_per=1000)
    )
    for week, of_week in groupby(rows, key=lambda row: week_of(row.day, starts_on)):
        added: dict[int, int] = {}
        for row in of_week:
            amount = -row.amount if row.kind == Kind.REFUND else row.amount
            added[row.category] = added.get(row.category, 0) + amount
        shown = {row.category: row.spent for row in db.execute(sql.SPENT, {"owner_": owner} | days_of(week))}
        if added != shown:
            yield f"chat {owner}, week of {week.start}: the entries add up to {added}, the summary says {shown}"


def wrong_pay_period(db: Connection, owner: int) -> Iterator[str]:
    """Compare the latest pay period of a budget with its summary."""
    last = func.max(entries.c.day).filter(entries.c.kind == Kind.PAYCHECK.value)
    of_owner = entries.c.owner == owner, ~entries.c.undone
    payday = db.scalar(select(last).where(*of_owner))
    added = dict.fromkeys(Kind, 0)
    if payday is not None:
        rows = select(*entries.c["kind", "amount"]).where(*of_owner, entries.c.day >= payday)
        for kind, amount in db.execute(rows.execution_options(yield_per=1000)):
            added[Kind(kind)] += amount
    pay = pay_of(db, owner, date.max)
    shown = (None, 0, 0, 0) if pay is None else (pay.paydays[-1], *pay[1:])
    spent = added[Kind.EXPENSE] + added[Kind.BILL] - added[Kind.REFUND]
    if shown != (payday, added[Kind.PAYCHECK], added[Kind.EXTRA], spent):
        yield f"chat {owner}, pay period of {payday}: the entries add up to {added}, the summary says {shown}"


def wrong_history(db: Connection, owner: int) -> Iterator[str]:
    """Return the changes of a budget's history that are of no entry, or name a category that the budget never had."""
    change, of_entry = (
        entry_changes.c,
        and_(entries.c.owner == owner, *(entries.c[name] == entry_changes.c[name] for name in _ADDRESS)),
    )
    rows = (
        select(*change["number", "message", "line", "was_category", "category"], entries.c.line.label("held"))
        .join_from(entry_changes, entries, of_entry, isouter=True)
        .where(change.owner == owner)
        .order_by(change.number)
    )
    known = {None, *db.scalars(select(categories.c.number).where(categories.c.owner == owner))}
    for row in db.execute(rows.execution_options(yield_per=1000)):
        said = f"chat {owner}, change {row.number} of the history"
        if row.held is None:
            yield f"{said}: there is no entry {row.line} of message {row.message}"
        if not {row.was_category, row.category} <= known:
            yield f"{said}: it names a category that the chat has not"
