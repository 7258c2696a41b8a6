"""The tables of what is left: limits with a date, what is carried, bills with their decisions, spread expenses, notifications."""

from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, false
from sqlmodel import Field

from storage.columns import ROW_NUMBER, Table, big, of_category, of_message


def _of_bill() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["owner", "bill"], ["bills.owner", "bills.number"], ondelete="RESTRICT")


class LimitRow(Table, table=True):
    """What a category may spend a week from a day on, minor units; NULL: it is watched. Past weeks are judged by it.

    From the day of one that is ``removed`` on the category is out of use, until the next one.
    """

    __tablename__ = "limits"
    __table_args__ = (of_category(),)

    owner: int = big(key=True)
    category: int = big(key=True)
    since: date = Field(primary_key=True)
    amount: int | None = Field(sa_type=BigInteger)
    removed: bool = Field(sa_column_kwargs={"server_default": false()})


class CarryRow(Table, table=True):
    """What a category takes along from week to week, from a day on."""

    __tablename__ = "carries"
    __table_args__ = (of_category(), CheckConstraint("carry IN ('both', 'up', 'down', 'off')", "carry"))

    owner: int = big(key=True)
    category: int = big(key=True)
    since: date = Field(primary_key=True)
    carry: str


class BillRow(Table, table=True):
    """A bill; one that is off stays for its history. ``schedule`` is the code of a `Schedule`.

    What changes of it have freed of what was set aside for it stands in three columns, all or none of them NULL: `Freed`.
    """

    __tablename__ = "bills"
    __table_args__ = (of_category(), UniqueConstraint("owner", "number"))

    number: int = Field(sa_type=ROW_NUMBER, primary_key=True)
    owner: int = big(of="budgets.owner")
    name: str
    schedule: str
    since: date
    category: int | None = Field(sa_type=BigInteger)
    ahead: date | None
    removed: bool
    freed_on: date | None
    freed_used: int | None = Field(sa_type=BigInteger)
    freed: int | None = Field(sa_type=BigInteger)


class BillRateRow(Table, table=True):
    """What a bill costs from the occurrence of a planned day on."""

    __tablename__ = "bill_rates"
    __table_args__ = (_of_bill(), CheckConstraint("amount > 0", "amount"))

    owner: int = big(key=True)
    bill: int = big(key=True)
    since: date = Field(primary_key=True)
    amount: int = big()
    about: bool


class BillDecisionRow(Table, table=True):
    """What was decided about a bill's occurrence: it was paid by the entry of a message's line, moved, or skipped.

    Where the entry is undone the occurrence is open again.
    """

    __tablename__ = "bill_decisions"
    __table_args__ = (_of_bill(), of_message(), UniqueConstraint("owner", "message", "line"))

    owner: int = big(key=True)
    bill: int = big(key=True)
    planned: date = Field(primary_key=True)
    message: int | None = Field(sa_type=BigInteger)
    line: int | None
    moved_to: date | None
    skipped: bool


class SpreadRow(Table, table=True):
    """An expense that counts over several weeks."""

    __tablename__ = "spreads"
    __table_args__ = (of_message(), CheckConstraint("weeks BETWEEN 1 AND 52", "weeks"))

    owner: int = big(key=True)
    message: int = big(key=True)
    line: int = Field(primary_key=True)
    weeks: int


class NotificationRow(Table, table=True):
    """What a chat is told without being asked: a row for each budget that has bills, a digest or a reminder.

    ``bot`` says it in ``chat``. A tick looks at the row from ``next_at`` on; NULL: there is nothing to say. Local times are minutes
    after midnight. The row is the claim, too: the transaction that decides what is said writes ``last_said``.
    """

    __tablename__ = "notifications"
    __table_args__ = (Index(None, "bot", "next_at"),)

    owner: int = big(key=True, of="budgets.owner")
    bot: int = big()
    chat: int = big()
    next_at: datetime | None
    digest_weekday: int | None
    digest_minutes: int | None
    reminder_minutes: int | None
    empty_digests: int
    unanswered: int
    last_said: date | None
    last_digest: date | None
    nothing_spent: date | None
    stopped: bool


class QuietDayRow(Table, table=True):
    """A local day of which somebody said that nothing was spent."""

    __tablename__ = "quiet_days"

    owner: int = big(key=True, of="budgets.owner")
    day: date = Field(primary_key=True)


class CardRow(Table, table=True):
    """The message that ``bot`` keeps true in ``chat``: ``card`` is the chat's own number of it, NULL until it is sent.

    ``before`` is a message that was the card before, and is to be taken down; ``asked`` the message, as it is stored, that asked
    for the card last. The card is drawn from ``draw_at`` on (NULL: not until an act marks it) and not before ``free_at``: a process
    that draws it sets both to the end of its claim. ``drawn`` is a digest of what it shows. A row that is ``off`` only keeps the
    card from being offered again.
    """

    __tablename__ = "cards"
    __table_args__ = (Index(None, "bot", "draw_at"),)

    owner: int = big(key=True, of="budgets.owner")
    bot: int = big()
    chat: int = big()
    card: int | None = Field(sa_type=BigInteger)
    before: int | None = Field(sa_type=BigInteger)
    bars: bool
    off: bool
    asked: int | None = Field(sa_type=BigInteger)
    drawn: str
    draw_at: datetime | None
    free_at: datetime
