"""The tables of what came from files; `storage.tables` has them all."""

from datetime import date, datetime

from sqlalchemy import Index
from sqlmodel import Field

from storage.columns import Table, big, of_message


class ImportRow(Table, table=True):
    """A file that was recorded: the message that brought it, which has its entries."""

    __tablename__ = "imports"
    __table_args__ = (of_message(), Index(None, "owner", "recorded_at"))

    owner: int = big(key=True)
    message: int = big(key=True)
    format: str
    rows: int
    first_day: date
    last_day: date
    recorded_at: datetime


class ImportedEntryRow(Table, table=True):
    """An entry that came from a file, as it was first recorded, whatever was corrected since: so its row is known again.

    ``bank_id`` is the bank's own identity of the payment.
    """

    __tablename__ = "import_rows"
    __table_args__ = (of_message(), Index(None, "owner", "day"), Index(None, "owner", "bank_id"))

    owner: int = big(key=True)
    message: int = big(key=True)
    line: int = Field(primary_key=True)
    kind: str
    amount: int = big()
    day: date
    note: str
    bank_id: str | None


class ImportHeadingRow(Table, table=True):
    """What was said about a file (JSON), kept by the digest of its heading for the next one of its kind."""

    __tablename__ = "import_headings"

    owner: int = big(key=True, of="budgets.owner")
    heading: str = Field(primary_key=True)
    answers: str
    used_at: datetime
