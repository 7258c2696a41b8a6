"""The statements of limits with a date, of what is carried, of bills and of spread expenses."""

from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Date,
    and_,
    bindparam,
    case,
    cast,
    delete,
    exists,
    func,
    literal_column,
    null,
    select,
    update,
)

from budget.entries import Kind
from storage.statements import COUNTS, IS_NO_INCOME, IS_SPENDING, SIGNED, TOTAL, replacing
from storage.tables import bill_decisions, bill_rates, bills, carries, entries, limits, quiet_days, spreads
from storage.upserts import insert

_OWNER: BindParameter[int] = bindparam("owner_")
_MESSAGE: BindParameter[int] = bindparam("message_")
_LINES: BindParameter[int] = bindparam("lines_", expanding=True)
_CATEGORY: BindParameter[int] = bindparam("category_")
_BILL: BindParameter[int] = bindparam("bill_")
_SINCE: BindParameter[date] = bindparam("since_", type_=Date)

# --- categories: the limits and what is carried, in one statement ---------------------------------------------------------

DATED = (
    select(*limits.c["category", "since", "amount", "removed"], cast(null(), carries.c.carry.type).label("carry"))
    .where(limits.c.owner == _OWNER)
    .union_all(
        select(
            *carries.c["category", "since"],
            cast(null(), limits.c.amount.type),
            cast(null(), limits.c.removed.type),
            carries.c.carry,
        ).where(carries.c.owner == _OWNER)
    )
    .order_by("since")
)
_from_then_on = and_(limits.c.owner == _OWNER, limits.c.category == _CATEGORY, limits.c.since >= _SINCE)
NO_LIMITS_FROM = delete(limits).where(_from_then_on)
NEW_LIMIT = insert(limits)
NO_CARRIES_FROM = delete(carries).where(
    carries.c.owner == _OWNER, carries.c.category == _CATEGORY, carries.c.since >= _SINCE
)
NEW_CARRY = insert(carries)

# --- bills ----------------------------------------------------------------------------------------------------------------

_BILL_COLUMNS = bills.c[
    "number", "name", "schedule", "since", "category", "ahead", "removed", "freed_on", "freed_used", "freed"
]
BILLS = (
    select(*_BILL_COLUMNS, bill_rates.c.since.label("rate_since"), *bill_rates.c["amount", "about"])
    .join_from(bills, bill_rates, and_(bill_rates.c.owner == _OWNER, bill_rates.c.bill == bills.c.number))
    .where(bills.c.owner == _OWNER)
    .order_by(bills.c.number, bill_rates.c.since)
)
NEW_BILL = insert(bills).returning(bills.c.number)
CHANGE_BILL = update(bills).where(bills.c.owner == _OWNER, bills.c.number == _BILL)
NO_RATES = delete(bill_rates).where(bill_rates.c.owner == _OWNER, bill_rates.c.bill == _BILL)
NEW_RATE = insert(bill_rates)

DECISIONS = (
    select(*bill_decisions.c["bill", "planned", "message", "line", "moved_to", "skipped"], *entries.c["amount", "day"])
    .join_from(
        bill_decisions,
        entries,
        and_(
            entries.c.owner == _OWNER,
            entries.c.message == bill_decisions.c.message,
            entries.c.line == bill_decisions.c.line,
            ~entries.c.undone,
            entries.c.kind.in_([literal_column(f"'{kind}'") for kind in (Kind.EXPENSE, Kind.BILL)]),
        ),
        isouter=True,
    )
    .where(bill_decisions.c.owner == _OWNER, bill_decisions.c.planned >= _SINCE)
)
_decision = insert(bill_decisions)
DECIDE = _decision.on_conflict_do_update(
    index_elements=["owner", "bill", "planned"],
    set_={name: _decision.excluded[name] for name in ("moved_to", "skipped")},
)
PAY_BILL = _decision.on_conflict_do_update(
    index_elements=["owner", "bill", "planned"],
    set_={name: _decision.excluded[name] for name in ("message", "line", "skipped")},
)
PAY_NOTHING = (
    update(bill_decisions)
    .where(
        bill_decisions.c.owner == _OWNER,
        bill_decisions.c.message == _MESSAGE,
        bill_decisions.c.line.in_(_LINES),
    )
    .values(message=null(), line=null())
)

# --- spread expenses ------------------------------------------------------------------------------------------------------

SPREADS = (
    select(*entries.c["category", "amount", "day"], *spreads.c["weeks", "message", "line"])
    .join_from(
        spreads,
        entries,
        and_(entries.c.owner == _OWNER, entries.c.message == spreads.c.message, entries.c.line == spreads.c.line),
    )
    .where(spreads.c.owner == _OWNER, ~entries.c.undone, entries.c.kind == literal_column(f"'{Kind.EXPENSE}'"))
)
SET_SPREAD = replacing(insert(spreads), "owner", "message", "line")
NO_SPREAD = delete(spreads).where(
    spreads.c.owner == _OWNER, spreads.c.message == _MESSAGE, spreads.c.line == bindparam("line_")
)

# --- days without spending ------------------------------------------------------------------------------------------------

NEW_QUIET_DAY = insert(quiet_days).on_conflict_do_nothing()

# --- sums -----------------------------------------------------------------------------------------------------------------


# Days of which somebody said that nothing was spent. One on which something was recorded after all is none.
_QUIET = (
    quiet_days.c.owner == _OWNER,
    quiet_days.c.day >= bindparam("start_"),
    quiet_days.c.day < bindparam("end_"),
    ~exists().where(
        COUNTS,
        entries.c.kind.in_([literal_column(f"'{kind}'") for kind in (Kind.EXPENSE, Kind.BILL)]),
        entries.c.day == quiet_days.c.day,
    ),
)
QUIET_DAYS = select(quiet_days.c.day).where(*_QUIET).order_by(quiet_days.c.day)

# What a week shows, in one statement. A bill outside the limits has no category, and nothing else that is spent has none.
WEEK_SUMS = (
    select(entries.c.category, TOTAL.label("spent"), cast(null(), quiet_days.c.day.type).label("quiet"))
    .where(
        COUNTS,
        IS_NO_INCOME,
        entries.c.day >= bindparam("start_"),
        entries.c.day < bindparam("end_"),
    )
    .group_by(entries.c.category)
    .union_all(
        select(cast(null(), entries.c.category.type), cast(null(), entries.c.amount.type), quiet_days.c.day).where(
            *_QUIET
        )
    )
)

_OF_DAYS = COUNTS, entries.c.day >= bindparam("start_"), entries.c.day < bindparam("end_")
_INCOME: list[ColumnElement[str]] = [literal_column(f"'{kind}'") for kind in Kind if kind.is_money_in]
CAME_IN = select(func.coalesce(TOTAL, 0).label("total")).where(*_OF_DAYS, entries.c.kind.in_(_INCOME))
# Not grouped by the note, and not in any order: both would sort all entries of a year.
SPENDINGS = select(*entries.c["message", "line"], SIGNED.label("amount"), entries.c.note).where(*_OF_DAYS, IS_NO_INCOME)


@cache
def spent_in(weeks: int) -> Any:
    """Build the sum of each category over some weeks in a row: one pass over the index of sums."""
    ends = (entries.c.day < bindparam(f"end{n}_", type_=Date) for n in range(weeks))
    week = case(*((before, literal_column(str(n))) for n, before in enumerate(ends)))
    return (
        select(entries.c.category, week.label("week"), TOTAL.label("spent"))
        .where(COUNTS, IS_SPENDING, entries.c.day >= bindparam("start_"), entries.c.day < bindparam("end_"))
        .group_by(entries.c.category, week)
    )
