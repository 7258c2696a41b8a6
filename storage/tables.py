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

from sqlalchemy import CheckConstraint, Index, Table, UniqueConstraint, false

from storage.columns import NOW, big, day, flag, metadata, moment, of_category, of_message, raw, row_number, text, whole
from storage.door_tables import door_posts, write_doors
from storage.import_tables import import_headings, import_rows, imports
from storage.people_tables import admissions, forget_requests, guests, invitations
from storage.plan_tables import (
    bill_decisions,
    bill_rates,
    bills,
    cards,
    carries,
    limits,
    notifications,
    quiet_days,
    spreads,
)
from storage.work_tables import bots, duties, moves, schema_info, suspects, waiting_updates

budgets = Table(
    "budgets",
    metadata,
    big("owner", key=True),
    text("currency"),
    whole("exponent"),
    text("locale"),
    text("time_zone"),
    whole("week_starts_on"),
    moment("created_at", default=NOW),
    big("revision", default="0"),
    moment("forget_at", null=True),
    # The tag of a language of `languages`.
    text("language", default="en"),
    # The code of the `Schedule` that was said for paydays.
    text("payday", null=True),
    text("name", null=True),
    # The title of the group; a ``name`` that was said goes before it.
    text("title", null=True),
    # Whether the digest was offered, or somebody set when it comes.
    flag("digest_offered", default=false()),
    Index(None, "forget_at"),
)
"""A chat's budget. It keeps the exponent it began with, even if a later list of currencies has another.

``revision`` changes with every change of the budget, its categories or its keywords: a cache compares it alone.
``forget_at`` is set when its chat wants it forgotten: until that moment nothing is written or shown, then it is deleted.
"""

categories = Table(
    "categories",
    metadata,
    row_number("number"),
    big("owner", of="budgets.owner"),
    text("key"),
    text("name"),
    big("weekly_limit"),
    whole("position"),
    flag("removed"),
    UniqueConstraint("owner", "key"),
    UniqueConstraint("owner", "number"),
)
"""A category; a removed one stays for the entries that it holds.

``weekly_limit`` is the latest of its `limits`, 0 for none; without a row there it holds in every week.
"""

keywords = Table(
    "keywords",
    metadata,
    big("owner", key=True, of="budgets.owner"),
    text("word", key=True),
    big("category"),
    of_category(),
)
"""A word that means a category; within a budget it means only one."""

lessons = Table(
    "lessons",
    metadata,
    big("owner", key=True, of="budgets.owner"),
    text("note", key=True),
    big("category"),
    big("taught", default="0"),
    of_category(),
    Index(None, "owner", "taught"),
)
"""A lesson that a tap taught: entries with this (folded) note belong to this category.

All notes of one tap have the same number (``taught``). Later taps have greater ones; a merge negates
those of the budget that goes.
"""

messages = Table(
    "messages",
    metadata,
    big("owner", key=True, of="budgets.owner"),
    big("message", key=True),
    big("author"),
    moment("sent_at"),
    big("edited_at"),
    big("update_number"),
    text("layout", null=True),
    text("author_name", null=True),
    Index(None, "owner", "sent_at", "message"),
)
"""A message that held an entry or a question once. Its row stays, so that a repeat finds it.

``edited_at`` and ``update_number`` are the `Version` of the text that the entries and questions come from, ``layout`` is its
`Layout` (see storage/rows.py for how it is written); messages of before and files have none. ``author_name`` is the author's
first name as the platform told it then, in groups alone.
"""

entries = Table(
    "entries",
    metadata,
    big("owner", key=True),
    big("message", key=True),
    whole("line", key=True),
    text("kind"),
    big("amount"),
    day("day"),
    big("category", null=True),
    text("note"),
    text("working"),
    flag("undone"),
    big("removed_by", null=True),
    of_message(),
    of_category(),
    CheckConstraint("amount > 0", "amount"),
    CheckConstraint("kind IN ('expense', 'refund', 'paycheck', 'extra', 'bill')", "kind"),
    CheckConstraint("(category IS NULL) = (kind IN ('paycheck', 'extra', 'bill'))", "category"),
    # Holds all that the sums of weeks and pay periods ask for: they read this index and never the table.
    Index("ix_entries_sums", "owner", "undone", "kind", "day", "category", "amount"),
)
"""The entry of one line of a message. It is never deleted, only undone.

``removed_by`` is the update that undid it by removing its line from the message, None if a person undid it. Only an entry
that an update undid comes back with its line.
"""

entry_changes = Table(
    "entry_changes",
    metadata,
    big("owner", key=True, of="budgets.owner"),
    whole("place", key=True),
    big("number"),
    big("message"),
    whole("line"),
    big("author"),
    text("name"),
    moment("changed_at"),
    text("was_kind"),
    big("was_amount"),
    day("was_day"),
    big("was_category", null=True),
    text("was_note"),
    flag("was_undone"),
    text("kind"),
    big("amount"),
    day("day"),
    big("category", null=True),
    text("note"),
    flag("undone"),
    UniqueConstraint("owner", "number"),
)
"""What somebody changed of an entry: as it was, as it became, who did it and when.

Changes are numbered on; ``place`` is the number modulo `MOST_KEPT`, so that a budget never has more rows than that.
``name`` is the person's as the platform told it then. No message is referenced: a deletion would look for it here.
"""

questions = Table(
    "questions",
    metadata,
    big("owner", key=True),
    big("message", key=True),
    whole("line", key=True),
    text("about"),
    text("choices"),
    of_message(),
)
"""An open question about one line, with the entries to choose from as JSON; gone once it is answered."""

limit_notices = Table(
    "limit_notices",
    metadata,
    big("owner", key=True),
    big("category", key=True),
    day("week_start", key=True),
    big("message"),
    of_message(),
    of_category(),
)
"""Which message told that a category went over its limit in a week. It is told once."""

applied_acts = Table(
    "applied_acts",
    metadata,
    big("owner", key=True, of="budgets.owner"),
    text("act", key=True),
    big("message", null=True),
    moment("done_at", default=NOW),
    Index(None, "owner", "message"),
)
"""A tap or a command that was applied, and to which message."""

answers = Table(
    "answers",
    metadata,
    big("owner", key=True),
    big("message", key=True),
    big("answer"),
    Index(None, "owner", "answer"),
)
"""The message by which the bot answered a person's message: replaced when that is edited, and found when it is replied to."""

offered_files = Table(
    "offered_files",
    metadata,
    big("owner", key=True),
    big("message", key=True),
    text("file"),
    moment("offered_at"),
    text("said", default="{}"),
    Index(None, "offered_at"),
)
"""A file that somebody sent and was asked about: Telegram's id of it, for a day, and what was said about it (JSON)."""

share_links = Table(
    "share_links",
    metadata,
    row_number("number"),
    big("owner", of="budgets.owner"),
    big("message"),
    moment("sent_at"),
    text("token_hash"),
    raw("salt"),
    text("extent"),
    moment("expires_at"),
    moment("revoked_at", null=True),
    big("opened"),
    big("opened_days", default="0"),
    moment("last_opened_at", null=True),
    moment("polled_at", null=True),
    UniqueConstraint("token_hash"),
    UniqueConstraint("owner", "message", "sent_at"),
    CheckConstraint("extent IN ('full', 'totals')", "extent"),
)
"""A link to a budget's summary. Only its token's hash is kept, and the salt that makes the token with a key from elsewhere.

A message makes one link. Terminals number their messages from 1 at each start, so ``sent_at`` is part of the key.
"""

__all__ = [
    "admissions",
    "answers",
    "applied_acts",
    "bill_decisions",
    "bill_rates",
    "bills",
    "bots",
    "budgets",
    "cards",
    "carries",
    "categories",
    "door_posts",
    "duties",
    "entries",
    "entry_changes",
    "forget_requests",
    "guests",
    "import_headings",
    "import_rows",
    "imports",
    "invitations",
    "keywords",
    "lessons",
    "limit_notices",
    "limits",
    "messages",
    "metadata",
    "moves",
    "notifications",
    "offered_files",
    "questions",
    "quiet_days",
    "schema_info",
    "share_links",
    "spreads",
    "suspects",
    "waiting_updates",
    "write_doors",
]
"""All tables, of this module and of others."""
