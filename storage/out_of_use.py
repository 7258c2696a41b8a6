"""What two budgets that become one hold together and one has no room for: it is closed, or the oldest of what is off goes.

Of open links and doors the latest stay open. As a move knows no moment, the stored end of the others is when they were made.
"""

from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, delete, exists, func, select, update

from budget.bills import MOST_BILLS_EVER
from budget.share_links import MOST_LINKS
from budget.write_doors import MOST_DOORS
from storage.tables import bill_decisions, bill_rates, bills, share_links, write_doors

_OWNER: BindParameter[int] = bindparam("owner_")


def _close_beyond(table: Any, ended: Any, last: Any, most: int) -> Any:
    """Return the statement that closes what is open of a budget beyond so many, those whose ``last`` is least."""
    is_open = table.c.owner == _OWNER, ended.is_(None)
    beyond = select(table.c.number).where(*is_open).order_by(last.desc(), table.c.number.desc()).offset(most)
    return update(table).where(*is_open, table.c.number.in_(beyond)).values({ended.name: table.c.sent_at})


_CLOSE_LINKS = _close_beyond(share_links, share_links.c.revoked_at, share_links.c.expires_at, MOST_LINKS)
_CLOSE_DOORS = _close_beyond(write_doors, write_doors.c.closed_at, write_doors.c.sent_at, MOST_DOORS)

_DECIDED = exists().where(bill_decisions.c.owner == _OWNER, bill_decisions.c.bill == bills.c.number)
_OFF = select(bills.c.number).where(bills.c.owner == _OWNER, bills.c.removed).order_by(_DECIDED, bills.c.number)
_NUMBER = select(func.count()).select_from(bills).where(bills.c.owner == _OWNER)


def close_what_is_over(db: Connection, owner: int) -> int:
    """Close links and doors for which a budget has no room; return how many were open."""
    return sum(db.execute(statement, {"owner_": owner}).rowcount for statement in (_CLOSE_LINKS, _CLOSE_DOORS))


def drop_bills_that_are_over(db: Connection, owner: int) -> None:
    """Delete the oldest bills that are off and for which a budget has no room. What paid them stays, as it was recorded."""
    off = db.scalars(_OFF, {"owner_": owner}).all()
    over = max(0, (db.scalar(_NUMBER, {"owner_": owner}) or 0) - MOST_BILLS_EVER)
    numbers = off[:over]
    for table, bill in (
        (bill_decisions, bill_decisions.c.bill),
        (bill_rates, bill_rates.c.bill),
        (bills, bills.c.number),
    ):
        db.execute(delete(table).where(table.c.owner == owner, bill.in_(numbers)))
