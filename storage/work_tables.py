"""The tables by which replicas share their work, and find the budget of a chat; `storage.tables` has them all."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from storage.columns import Table, big


class DutyRow(Table, table=True):
    """What one of all replicas has to do; the first to claim it does it. ``what`` says exactly what is to be done."""

    __tablename__ = "duties"

    name: str = Field(primary_key=True)
    what: str
    claimed_at: datetime
    done_at: datetime | None


class MoveRow(Table, table=True):
    """A chat whose messages belong to another chat's budget: its group became a supergroup.

    The budget keeps its owner. ``shift`` is added to the numbers of the chat's messages, which begin again at 1 in a new chat. The
    row stays, so that a late update of either chat finds the budget. ``merged`` is the greatest message number that the chat used
    while it had its own budget (0: it never had one), ``delta`` what was added to those numbers when that budget was merged.
    """

    __tablename__ = "moves"
    __table_args__ = (Index(None, "owner"),)

    chat: int = big(key=True)
    owner: int = big()
    shift: int = big()
    merged: int = big()
    delta: int = big()


class BotRow(Table, table=True):
    """A bot that writes to this database. Each numbers its messages from 1, so each has a slot of message numbers of its own."""

    __tablename__ = "bots"
    __table_args__ = (UniqueConstraint("slot"),)

    bot: int = big(key=True)
    slot: int


class WaitingUpdateRow(Table, table=True):
    """An update of Telegram that could not be done yet, as Telegram sent it, and those of its chat that came after it.

    ``owner`` is its chat. The update is acknowledged to Telegram after its row is committed; the row is deleted when it is done.
    """

    __tablename__ = "waiting_updates"
    __table_args__ = (Index(None, "bot", "update_number"),)

    owner: int = big(key=True)
    bot: int = big(key=True)
    update_number: int = big(key=True)
    body: str
    since: datetime
    tries: int
    next_at: datetime


class SuspectRow(Table, table=True):
    """An update of Telegram that was being handled when the process ended; ``begun`` is how often it was begun and did not end."""

    __tablename__ = "suspects"

    bot: int = big(key=True)
    update_number: int = big(key=True)
    begun: int
    since: datetime


class SchemaInfoRow(Table, table=True):
    """Which programs may use a revision of the schema: those that know ``compatible_from`` or a later one. It has one row."""

    __tablename__ = "schema_info"

    revision: str = Field(primary_key=True)
    compatible_from: str
