"""The tables of the book, declared once; ``migrations/`` builds them, and a test compares the two.

    budgets ─┬─ categories ─┬─ keywords        a word that means a category
             │              ├─ lessons         a note that a tap taught
             │              ├─ limit_notices   which message told that a limit is passed
             │              ├─ limits          what it may spend a week, from a day on
             │              └─ carries         what it takes along from week to week, from a day on
             ├─ bills ──────┬─ bill_rates      what a bill costs, from an occurrence on
             │              └─ bill_decisions  occurrences that were paid, skipped or moved
             ├─ notifications                  what its chat is told without being asked, and when
             ├─ quiet_days                     days of which somebody said that nothing was spent
             ├─ cards                          the message that is kept true in a chat
             ├─ entry_changes                  the history: what somebody changed of an entry
             ├─ import_headings                what was said about files of a heading
             ├─ write_doors                    who may record entries without the chat, by the hash of a secret
             ├─ door_posts                     what came in through them, and how it was answered
             ├─ messages ───┬─ entries         one for each line that was understood
             │              ├─ imports         messages whose entries came from a file
             │              ├─ import_rows     those entries as they were first recorded
             │              ├─ spreads         expenses that count over several weeks
             │              └─ questions       one for each line that waits for a tap
             └─ applied_acts                   the taps and commands that were carried out

    guests      who was let in by a code, beside those whom the settings name
    invitations codes that let one person in, by their hash
    admissions  who was in before: older invitations let nobody in a second time
    answers     which message of the bot's answered a person's; there may be none
    offered_files    files that wait a day for a tap to be imported, and what was said about them
    moves       chats whose messages belong to another chat's budget
    bots        which bots write to this database
    forget_requests who asks for a budget to be forgotten
    waiting_updates  updates of Telegram that could not be done yet, to be tried again
    suspects    updates of Telegram that may have ended the process
    share_links who may look at a budget without the chat, by the hash of a secret
    schema_info which programs may use this schema

Primary keys are the natural ones: what must not happen twice cannot be stored twice. Nothing cascades: a row that others
reference cannot be deleted.
"""

from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, Index, UniqueConstraint, false
from sqlmodel import Field

from storage import door_tables, import_tables, people_tables, plan_tables, work_tables
from storage.columns import ROW_NUMBER, WHEN_MADE, Table, big, of_category, of_message


class BudgetRow(Table, table=True):
    """A chat's budget. It keeps the exponent it began with, even if a later list of currencies has another.

    ``revision`` changes with every change of the budget, its categories or its keywords: a cache compares it alone.
    ``forget_at`` is set when its chat wants it forgotten: until that moment nothing is written or shown, then it is deleted.
    """

    __tablename__ = "budgets"
    __table_args__ = (Index(None, "forget_at"),)

    owner: int = big(key=True)
    currency: str
    exponent: int
    locale: str
    time_zone: str
    week_starts_on: int
    created_at: datetime = Field(sa_column_kwargs=WHEN_MADE)
    revision: int = Field(sa_type=BigInteger, sa_column_kwargs={"server_default": "0"})
    forget_at: datetime | None
    language: str = Field(sa_column_kwargs={"server_default": "en"})
    """The tag of a language of `languages`."""
    payday: str | None
    """The code of the `Schedule` that was said for paydays."""
    name: str | None
    title: str | None
    """The title of the group; a ``name`` that was said goes before it."""
    digest_offered: bool = Field(sa_column_kwargs={"server_default": false()})
    """Whether the digest was offered, or somebody set when it comes."""


class CategoryRow(Table, table=True):
    """A category; a removed one stays for the entries that it holds.

    ``weekly_limit`` is the latest of its `limits`, 0 for none; without a row there it holds in every week.
    """

    __tablename__ = "categories"
    __table_args__ = (UniqueConstraint("owner", "key"), UniqueConstraint("owner", "number"))

    number: int = Field(sa_type=ROW_NUMBER, primary_key=True)
    owner: int = big(of="budgets.owner")
    key: str
    name: str
    weekly_limit: int = big()
    position: int
    removed: bool


class KeywordRow(Table, table=True):
    """A word that means a category; within a budget it means only one."""

    __tablename__ = "keywords"
    __table_args__ = (of_category(),)

    owner: int = big(key=True, of="budgets.owner")
    word: str = Field(primary_key=True)
    category: int = big()


class LessonRow(Table, table=True):
    """A lesson that a tap taught: entries with this (folded) note belong to this category.

    All notes of one tap have the same number (``taught``). Later taps have greater ones; a merge negates
    those of the budget that goes.
    """

    __tablename__ = "lessons"
    __table_args__ = (of_category(), Index(None, "owner", "taught"))

    owner: int = big(key=True, of="budgets.owner")
    note: str = Field(primary_key=True)
    category: int = big()
    taught: int = Field(sa_type=BigInteger, sa_column_kwargs={"server_default": "0"})


class MessageRow(Table, table=True):
    """A message that held an entry or a question once. Its row stays, so that a repeat finds it.

    ``edited_at`` and ``update_number`` are the `Version` of the text that the entries and questions come from, ``layout`` is its
    `Layout` (see storage/rows.py for how it is written); messages of before and files have none. ``author_name`` is the author's
    first name as the platform told it then, in groups alone.
    """

    __tablename__ = "messages"
    __table_args__ = (Index(None, "owner", "sent_at", "message"),)

    owner: int = big(key=True, of="budgets.owner")
    message: int = big(key=True)
    author: int = big()
    sent_at: datetime
    edited_at: int = big()
    update_number: int = big()
    layout: str | None
    author_name: str | None


class EntryRow(Table, table=True):
    """The entry of one line of a message. It is never deleted, only undone.

    ``removed_by`` is the update that undid it by removing its line from the message, None if a person undid it. Only an entry
    that an update undid comes back with its line. ``currency`` is that of an amount that was undone before the budget got another
    one, None for the budget's own.
    """

    __tablename__ = "entries"
    __table_args__ = (
        of_message(),
        of_category(),
        CheckConstraint("amount > 0", "amount"),
        CheckConstraint("kind IN ('expense', 'refund', 'paycheck', 'extra', 'bill')", "kind"),
        CheckConstraint("(category IS NULL) = (kind IN ('paycheck', 'extra', 'bill'))", "category"),
        # Holds all that the sums of weeks and pay periods ask for: they read this index and never the table.
        Index("ix_entries_sums", "owner", "undone", "kind", "day", "category", "amount"),
    )

    owner: int = big(key=True)
    message: int = big(key=True)
    line: int = Field(primary_key=True)
    kind: str
    amount: int = big()
    day: date
    category: int | None = Field(sa_type=BigInteger)
    note: str
    working: str
    undone: bool
    removed_by: int | None = Field(sa_type=BigInteger)
    currency: str | None


class EntryChangeRow(Table, table=True):
    """What somebody changed of an entry: as it was, as it became, who did it and when.

    Changes are numbered on; ``place`` is the number modulo `MOST_KEPT`, so that a budget never has more rows than that.
    ``name`` is the person's as the platform told it then; ``currency`` is that of the amounts, None for the budget's. No message is
    referenced: a deletion would look for it here.
    """

    __tablename__ = "entry_changes"
    __table_args__ = (UniqueConstraint("owner", "number"),)

    owner: int = big(key=True, of="budgets.owner")
    place: int = Field(primary_key=True)
    number: int = big()
    message: int = big()
    line: int
    author: int = big()
    name: str
    changed_at: datetime
    was_kind: str
    was_amount: int = big()
    was_day: date
    was_category: int | None = Field(sa_type=BigInteger)
    was_note: str
    was_undone: bool
    kind: str
    amount: int = big()
    day: date
    category: int | None = Field(sa_type=BigInteger)
    note: str
    undone: bool
    was_weeks: int | None
    weeks: int | None
    currency: str | None


class QuestionRow(Table, table=True):
    """An open question about one line, with the entries to choose from as JSON; gone once it is answered."""

    __tablename__ = "questions"
    __table_args__ = (of_message(),)

    owner: int = big(key=True)
    message: int = big(key=True)
    line: int = Field(primary_key=True)
    about: str
    choices: str


class LimitNoticeRow(Table, table=True):
    """Which message told that a category went over its limit in a week. It is told once."""

    __tablename__ = "limit_notices"
    __table_args__ = (of_message(), of_category())

    owner: int = big(key=True)
    category: int = big(key=True)
    week_start: date = Field(primary_key=True)
    message: int = big()


class AppliedActRow(Table, table=True):
    """A tap or a command that was applied, and to which message."""

    __tablename__ = "applied_acts"
    __table_args__ = (Index(None, "owner", "message"),)

    owner: int = big(key=True, of="budgets.owner")
    act: str = Field(primary_key=True)
    message: int | None = Field(sa_type=BigInteger)
    done_at: datetime = Field(sa_column_kwargs=WHEN_MADE)


class AnswerRow(Table, table=True):
    """The message by which the bot answered a person's message: replaced when that is edited, and found when it is replied to."""

    __tablename__ = "answers"
    __table_args__ = (Index(None, "owner", "answer"),)

    owner: int = big(key=True)
    message: int = big(key=True)
    answer: int = big()


class OfferedFileRow(Table, table=True):
    """A file that somebody sent and was asked about: Telegram's id of it, for a day, and what was said about it (JSON)."""

    __tablename__ = "offered_files"
    __table_args__ = (Index(None, "offered_at"),)

    owner: int = big(key=True)
    message: int = big(key=True)
    file: str
    offered_at: datetime
    said: str = Field(sa_column_kwargs={"server_default": "{}"})


class ShareLinkRow(Table, table=True):
    """A link to a budget's summary. Only its token's hash is kept, and the salt that makes the token with a key from elsewhere.

    A message makes one link. Terminals number their messages from 1 at each start, so ``sent_at`` is part of the key.
    """

    __tablename__ = "share_links"
    __table_args__ = (
        UniqueConstraint("token_hash"),
        UniqueConstraint("owner", "message", "sent_at"),
        CheckConstraint("extent IN ('full', 'totals')", "extent"),
    )

    number: int = Field(sa_type=ROW_NUMBER, primary_key=True)
    owner: int = big(of="budgets.owner")
    message: int = big()
    sent_at: datetime
    token_hash: str
    salt: bytes
    extent: str
    expires_at: datetime
    revoked_at: datetime | None
    opened: int = big()
    opened_days: int = Field(sa_type=BigInteger, sa_column_kwargs={"server_default": "0"})
    last_opened_at: datetime | None
    polled_at: datetime | None


ELSEWHERE = door_tables, import_tables, people_tables, plan_tables, work_tables
"""Modules that declare more of the tables, so that ``metadata`` has them."""

metadata = Table.metadata
budgets = metadata.tables["budgets"]
categories = metadata.tables["categories"]
limits = metadata.tables["limits"]
carries = metadata.tables["carries"]
keywords = metadata.tables["keywords"]
lessons = metadata.tables["lessons"]
messages = metadata.tables["messages"]
entries = metadata.tables["entries"]
spreads = metadata.tables["spreads"]
entry_changes = metadata.tables["entry_changes"]
imports = metadata.tables["imports"]
import_rows = metadata.tables["import_rows"]
import_headings = metadata.tables["import_headings"]
questions = metadata.tables["questions"]
bills = metadata.tables["bills"]
bill_rates = metadata.tables["bill_rates"]
bill_decisions = metadata.tables["bill_decisions"]
notifications = metadata.tables["notifications"]
quiet_days = metadata.tables["quiet_days"]
cards = metadata.tables["cards"]
limit_notices = metadata.tables["limit_notices"]
applied_acts = metadata.tables["applied_acts"]
guests = metadata.tables["guests"]
invitations = metadata.tables["invitations"]
admissions = metadata.tables["admissions"]
forget_requests = metadata.tables["forget_requests"]
answers = metadata.tables["answers"]
offered_files = metadata.tables["offered_files"]
share_links = metadata.tables["share_links"]
write_doors = metadata.tables["write_doors"]
door_posts = metadata.tables["door_posts"]
duties = metadata.tables["duties"]
moves = metadata.tables["moves"]
bots = metadata.tables["bots"]
waiting_updates = metadata.tables["waiting_updates"]
suspects = metadata.tables["suspects"]
schema_info = metadata.tables["schema_info"]
