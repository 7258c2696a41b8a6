"""The tables of the book, declared once; ``migrations/`` builds them, and a test holds the two together.

    budgets ─┬─ categories ─┬─ keywords        a word that means a category
             │              ├─ lessons         a note that a tap taught
             │              └─ limit_notices   which message told that a limit is passed
             ├─ messages ───┬─ entries         one for each line that was understood
             │              └─ questions       one for each line that waits for a tap
             └─ applied_acts                   the taps and commands that were carried out

    guests      who was let in by a code, beside those whom the settings name
    invitations codes that let one person in, by their hash
    admissions  who was in before: older invitations let nobody in a second time
    answers     which message of the bot's answered a person's; there may be none
    moves       chats whose messages belong to another chat's budget
    bots        which bots write to this database
    forget_requests who asks for a budget to be forgotten
    waiting_updates  updates of Telegram that could not be done yet, to be tried again
    suspects    updates of Telegram that may have ended the process
    share_links who may look at a budget without the chat, by the hash of a secret
    schema_info which programs may use this schema

Primary keys are the natural ones: what must not happen twice cannot be written twice. Nothing cascades: a row that others
point at cannot be deleted.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    UniqueConstraint,
    func,
)
from sqlmodel import Field, SQLModel

# Chat, user and message numbers need 64 bits. SQLite numbers rows by itself only where the type is exactly INTEGER.
_ROW_NUMBER = BigInteger().with_variant(Integer, "sqlite")
# The rules know no clock, so the database notes when a row was made, for whoever prunes or wonders.
_WHEN_MADE: dict[str, Any] = {"server_default": func.current_timestamp()}


def _big(*, key: bool = False, of: str | None = None) -> Any:
    """Declare a 64-bit number. Only a row's own number may be handed out by the database, never an owner's."""
    numbers: dict[str, Any] = {"autoincrement": False}
    if of is None:
        return Field(sa_type=BigInteger, primary_key=key, sa_column_kwargs=numbers)
    return Field(sa_type=BigInteger, primary_key=key, foreign_key=of, ondelete="RESTRICT", sa_column_kwargs=numbers)


def _of_message() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["owner", "message"], ["messages.owner", "messages.message"], ondelete="RESTRICT")


def _of_category() -> ForeignKeyConstraint:
    # The owner is part of the key: without it, deleting a category would scan the rows of all chats for references to it.
    return ForeignKeyConstraint(["owner", "category"], ["categories.owner", "categories.number"], ondelete="RESTRICT")


class Table(SQLModel):
    """What all tables share: constraints with names, so that a migration on any database can change them."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        }
    )


class BudgetRow(Table, table=True):
    """A chat's budget. It keeps the exponent it began with, whatever a later list of currencies says.

    ``revision`` is another number after every change of the budget, its categories or its keywords: whoever remembers them
    asks for it alone. ``forget_at`` is there once its chat wants it forgotten: until then nothing is written or shown.
    """

    __tablename__ = "budgets"
    __table_args__ = (Index(None, "forget_at"),)

    owner: int = _big(key=True)
    currency: str
    exponent: int
    locale: str
    time_zone: str
    week_starts_on: int
    created_at: datetime = Field(sa_column_kwargs=_WHEN_MADE)
    revision: int = Field(sa_type=BigInteger, sa_column_kwargs={"server_default": "0"})
    forget_at: datetime | None


class CategoryRow(Table, table=True):
    """A category; a removed one stays for the entries that it holds."""

    __tablename__ = "categories"
    __table_args__ = (UniqueConstraint("owner", "key"), UniqueConstraint("owner", "number"))

    number: int = Field(sa_type=_ROW_NUMBER, primary_key=True)
    owner: int = _big(of="budgets.owner")
    key: str
    name: str
    weekly_limit: int = _big()
    position: int
    removed: bool


class KeywordRow(Table, table=True):
    """A word that means a category; within a budget it means only one."""

    __tablename__ = "keywords"
    __table_args__ = (_of_category(),)

    owner: int = _big(key=True, of="budgets.owner")
    word: str = Field(primary_key=True)
    category: int = _big()


class LessonRow(Table, table=True):
    """What a tap taught: entries with this (folded) note belong to that category."""

    __tablename__ = "lessons"
    __table_args__ = (_of_category(),)

    owner: int = _big(key=True, of="budgets.owner")
    note: str = Field(primary_key=True)
    category: int = _big()


class MessageRow(Table, table=True):
    """A message that held something once. Its row never goes, so whatever comes again finds it.

    ``edited_at`` and ``update_number`` are the `Version` of the text that the entries and questions come from.
    """

    __tablename__ = "messages"
    __table_args__ = (Index(None, "owner", "sent_at", "message"),)

    owner: int = _big(key=True, of="budgets.owner")
    message: int = _big(key=True)
    author: int = _big()
    sent_at: datetime
    edited_at: int = _big()
    update_number: int = _big()


class EntryRow(Table, table=True):
    """The entry of one line of a message. It is never deleted, only undone.

    ``removed_by`` is the update that undid it by taking its line out of the message, None where a person undid it: only
    the former comes back with its line.
    """

    __tablename__ = "entries"
    __table_args__ = (
        _of_message(),
        _of_category(),
        CheckConstraint("amount > 0", "amount"),
        CheckConstraint("kind IN ('expense', 'refund', 'paycheck', 'extra')", "kind"),
        CheckConstraint("(category IS NULL) = (kind IN ('paycheck', 'extra'))", "category"),
        # Holds all that the sums of weeks and pay periods ask for: they read this index and never the table.
        Index("ix_entries_sums", "owner", "undone", "kind", "day", "category", "amount"),
    )

    owner: int = _big(key=True)
    message: int = _big(key=True)
    line: int = Field(primary_key=True)
    kind: str
    amount: int = _big()
    day: date
    category: int | None = Field(sa_type=BigInteger)
    note: str
    working: str
    undone: bool
    removed_by: int | None = Field(sa_type=BigInteger)


class QuestionRow(Table, table=True):
    """An open question about one line, with the entries to choose from as JSON; gone once it is answered."""

    __tablename__ = "questions"
    __table_args__ = (_of_message(),)

    owner: int = _big(key=True)
    message: int = _big(key=True)
    line: int = Field(primary_key=True)
    about: str
    choices: str


class LimitNoticeRow(Table, table=True):
    """Which message told that a category went over its limit in a week; there is never a second one."""

    __tablename__ = "limit_notices"
    __table_args__ = (_of_message(), _of_category())

    owner: int = _big(key=True)
    category: int = _big(key=True)
    week_start: date = Field(primary_key=True)
    message: int = _big()


class AppliedActRow(Table, table=True):
    """A tap or a command that was carried out, and on which message."""

    __tablename__ = "applied_acts"

    owner: int = _big(key=True, of="budgets.owner")
    act: str = Field(primary_key=True)
    message: int | None = Field(sa_type=BigInteger)
    done_at: datetime = Field(sa_column_kwargs=_WHEN_MADE)


class GuestRow(Table, table=True):
    """A Telegram user who was let in by a code. The first, who claimed the bot, has seat 1; the others have none."""

    __tablename__ = "guests"
    __table_args__ = (UniqueConstraint("seat"), Index(None, "invited_by"))

    user: int = _big(key=True)
    seat: int | None
    invited_by: int | None = Field(sa_type=BigInteger)
    since: datetime
    name: str = Field(sa_column_kwargs={"server_default": ""})


class InvitationRow(Table, table=True):
    """A code that lets one person in until it expires; only its hash is kept. Later ones have greater numbers."""

    __tablename__ = "invitations"
    __table_args__ = (Index(None, "made_by"), Index(None, "number"), Index(None, "expires_at"))

    code_hash: str = Field(primary_key=True)
    made_by: int = _big()
    expires_at: datetime
    taken_by: int | None = Field(sa_type=BigInteger)
    number: int = Field(sa_type=BigInteger, sa_column_kwargs={"server_default": "0"})
    withdrawn_at: datetime | None


class AdmissionRow(Table, table=True):
    """A user whom the settings named, or a guest who was removed: only an invitation ``after`` this number lets that one in.

    Numbers and not moments, because the clocks of two replicas differ.
    """

    __tablename__ = "admissions"
    __table_args__ = (Index(None, "after"),)

    user: int = _big(key=True)
    after: int = _big()


class ForgetRequestRow(Table, table=True):
    """A chat's latest question whether all of it shall be forgotten; ``nonce`` is what its buttons bear."""

    __tablename__ = "forget_requests"

    owner: int = _big(key=True)
    nonce: str
    asker: int = _big()
    asked_at: datetime
    confirmed: bool


class AnswerRow(Table, table=True):
    """The message of the bot's that answered a person's: it is changed when that one is edited."""

    __tablename__ = "answers"

    owner: int = _big(key=True)
    message: int = _big(key=True)
    answer: int = _big()


class ShareLinkRow(Table, table=True):
    """A link to a budget's summary. Only its token's hash is kept, and the salt that makes the token with a key from elsewhere.

    A message makes one link: terminals number their messages anew, so the moment belongs to its name.
    """

    __tablename__ = "share_links"
    __table_args__ = (
        UniqueConstraint("token_hash"),
        UniqueConstraint("owner", "message", "sent_at"),
        CheckConstraint("extent IN ('full', 'totals')", "extent"),
    )

    number: int = Field(sa_type=_ROW_NUMBER, primary_key=True)
    owner: int = _big(of="budgets.owner")
    message: int = _big()
    sent_at: datetime
    token_hash: str
    salt: bytes
    extent: str
    expires_at: datetime
    revoked_at: datetime | None
    opened: int = _big()
    last_opened_at: datetime | None


class DutyRow(Table, table=True):
    """What one of all replicas has to do, and who does it: whoever claims it first. ``what`` says exactly what is to be done."""

    __tablename__ = "duties"

    name: str = Field(primary_key=True)
    what: str
    claimed_at: datetime
    done_at: datetime | None


class MoveRow(Table, table=True):
    """A chat whose messages belong to another chat's budget: its group became a supergroup.

    The budget keeps its owner. ``shift`` is added to the numbers of the chat's messages, which begin again at 1 in a new chat. A
    row never goes, so that a late update of either chat finds the budget. ``merged`` is the greatest message number that the chat
    used while it had a budget of its own (0: it never had one), ``delta`` what was added to those when that budget was merged.
    """

    __tablename__ = "moves"
    __table_args__ = (Index(None, "owner"),)

    chat: int = _big(key=True)
    owner: int = _big()
    shift: int = _big()
    merged: int = _big()
    delta: int = _big()


class BotRow(Table, table=True):
    """A bot that writes to this database. Each numbers its messages from 1, so each has a slot of message numbers of its own."""

    __tablename__ = "bots"
    __table_args__ = (UniqueConstraint("slot"),)

    bot: int = _big(key=True)
    slot: int


class WaitingUpdateRow(Table, table=True):
    """An update of Telegram that could not be done yet, as Telegram sent it, and those of its chat that came after it.

    ``owner`` is its chat. Telegram is told that the update is done with once its row is committed; the row goes when it is done.
    """

    __tablename__ = "waiting_updates"
    __table_args__ = (Index(None, "bot", "update_number"),)

    owner: int = _big(key=True)
    bot: int = _big(key=True)
    update_number: int = _big(key=True)
    body: str
    since: datetime
    tries: int
    next_at: datetime


class SuspectRow(Table, table=True):
    """An update of Telegram that was being handled when the process ended, and how often it was begun without an end."""

    __tablename__ = "suspects"

    bot: int = _big(key=True)
    update_number: int = _big(key=True)
    begun: int
    since: datetime


class SchemaInfoRow(Table, table=True):
    """Which programs may use a revision of the schema: those that know ``compatible_from`` or a later one. There is one row."""

    __tablename__ = "schema_info"

    revision: str = Field(primary_key=True)
    compatible_from: str


metadata = Table.metadata
budgets = metadata.tables["budgets"]
categories = metadata.tables["categories"]
keywords = metadata.tables["keywords"]
lessons = metadata.tables["lessons"]
messages = metadata.tables["messages"]
entries = metadata.tables["entries"]
questions = metadata.tables["questions"]
limit_notices = metadata.tables["limit_notices"]
applied_acts = metadata.tables["applied_acts"]
guests = metadata.tables["guests"]
invitations = metadata.tables["invitations"]
admissions = metadata.tables["admissions"]
forget_requests = metadata.tables["forget_requests"]
answers = metadata.tables["answers"]
share_links = metadata.tables["share_links"]
duties = metadata.tables["duties"]
moves = metadata.tables["moves"]
bots = metadata.tables["bots"]
waiting_updates = metadata.tables["waiting_updates"]
suspects = metadata.tables["suspects"]
schema_info = metadata.tables["schema_info"]
