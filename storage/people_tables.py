"""The tables of who may use the bot, and of what they ask for outside their budgets; `storage.tables` has them all."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, UniqueConstraint
from sqlmodel import Field

from storage.columns import Table, big


class GuestRow(Table, table=True):
    """A Telegram user who was let in by a code. The first, who claimed the bot, has seat 1; the others have none."""

    __tablename__ = "guests"
    __table_args__ = (UniqueConstraint("seat"), Index(None, "invited_by"))

    user: int = big(key=True)
    seat: int | None
    invited_by: int | None = Field(sa_type=BigInteger)
    since: datetime
    name: str = Field(sa_column_kwargs={"server_default": ""})


class InvitationRow(Table, table=True):
    """A code that lets one person in until it expires; only its hash is kept. Later ones have greater numbers."""

    __tablename__ = "invitations"
    __table_args__ = (Index(None, "made_by"), Index(None, "number"), Index(None, "expires_at"))

    code_hash: str = Field(primary_key=True)
    made_by: int = big()
    expires_at: datetime
    taken_by: int | None = Field(sa_type=BigInteger)
    number: int = Field(sa_type=BigInteger, sa_column_kwargs={"server_default": "0"})
    withdrawn_at: datetime | None


class AdmissionRow(Table, table=True):
    """A user whom the settings named, or a removed guest. Only an invitation with a number greater than ``after`` lets them in.

    Numbers and not times, because the clocks of two replicas differ.
    """

    __tablename__ = "admissions"
    __table_args__ = (Index(None, "after"),)

    user: int = big(key=True)
    after: int = big()


class ForgetRequestRow(Table, table=True):
    """A chat's latest question whether its budget is to be forgotten; ``nonce`` is in the data of its buttons."""

    __tablename__ = "forget_requests"

    owner: int = big(key=True)
    nonce: str
    asker: int = big()
    asked_at: datetime
    confirmed: bool
