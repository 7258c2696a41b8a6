"""What one transaction shows of a budget, and the sheet that a message is written on. Synchronous, inside that transaction."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import Connection

from budget.entries import Held, Kind
from budget.ledger import Budget, Pay, Slip, Status, Written
from budget.periods import Week
from storage import statements as sql
from storage.page import Page, days_of, held_of


class Sheet:
    """The `Sheet` of a message in a budget; without a message, a `View`."""

    def __init__(self, db: Connection, budget: Budget, message: int = 0) -> None:
        self.budget = budget
        self.message = message
        self._db = db
        self._owner = {"owner_": budget.owner}
        self._page = Page(db, budget.owner, message, budget.week_of)

    # --- what there is ---

    def spent(self, week: Week) -> Mapping[int, int]:
        return {row.category: row.spent for row in self._db.execute(sql.SPENT, self._owner | days_of(week))}

    def pay(self, today: date) -> Pay | None:
        return pay_of(self._db, self.budget.owner, today)

    def spent_by_week(self, weeks: Sequence[Week]) -> Sequence[int]:
        ends = {f"end{n}_": week.end for n, week in enumerate(weeks[:-1])}
        where = self._owner | {"start_": weeks[0].start, "end_": weeks[-1].end} | ends
        spent = {row.week: row.spent for row in self._db.execute(sql.spent_by_week(len(weeks)), where)}
        return [spent.get(n, 0) for n in range(len(weeks))]

    def entries_in(self, week: Week, most: int) -> Sequence[Held]:
        rows = self._db.execute(sql.ENTRIES_IN, self._owner | days_of(week) | {"most_": most})
        return [held_of(row.message, row) for row in rows]

    # --- what a message is read against, and held on ---

    def taught(self, notes: Iterable[str]) -> Mapping[str, int]:
        return {row.note: row.category for row in self._db.execute(sql.LESSONS, self._owner | {"notes_": list(notes)})}

    def held(self) -> Written:
        return self._page.written(Status.REPEATED)

    def hold(self, slip: Slip) -> Written:
        return self._page.record(slip)


def pay_of(db: Connection, owner: int, today: date) -> Pay | None:
    """Return the pay period of a day: `View.pay`."""
    paydays = tuple(reversed(db.scalars(sql.PAYDAYS, {"owner_": owner, "today_": today}).all()))
    if not paydays:
        return None
    period = {"owner_": owner, "today_": today, "start_": paydays[-1], "never_": date.max}
    sums = {Kind(kind): total for kind, total in db.execute(sql.PAY_PERIOD, period)}
    spent = sums.get(Kind.EXPENSE, 0) + sums.get(Kind.REFUND, 0)
    return Pay(paydays, sums[Kind.PAYCHECK], sums.get(Kind.EXTRA, 0), spent)
