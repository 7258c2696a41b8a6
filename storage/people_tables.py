"""The tables of who may use the bot, and of what they ask for outside their budgets; `storage.tables` has them all."""

from sqlalchemy import Index, Table, UniqueConstraint

from storage.columns import big, flag, metadata, moment, text, whole

guests = Table(
    "guests",
    metadata,
    big("user", key=True),
    whole("seat", null=True),
    big("invited_by", null=True),
    moment("since"),
    text("name", default=""),
    UniqueConstraint("seat"),
    Index(None, "invited_by"),
)
"""A Telegram user who was let in by a code. The first, who claimed the bot, has seat 1; the others have none."""

invitations = Table(
    "invitations",
    metadata,
    text("code_hash", key=True),
    big("made_by"),
    moment("expires_at"),
    big("taken_by", null=True),
    big("number", default="0"),
    moment("withdrawn_at", null=True),
    Index(None, "made_by"),
    Index(None, "number"),
    Index(None, "expires_at"),
)
"""A code that lets one person in until it expires; only its hash is kept. Later ones have greater numbers."""

admissions = Table(
    "admissions",
    metadata,
    big("user", key=True),
    big("after"),
    Index(None, "after"),
)
"""A user whom the settings named, or a removed guest. Only an invitation with a number greater than ``after`` lets them in.

Numbers and not times, because the clocks of two replicas differ.
"""

forget_requests = Table(
    "forget_requests",
    metadata,
    big("owner", key=True),
    text("nonce"),
    big("asker"),
    moment("asked_at"),
    flag("confirmed"),
)
"""A chat's latest question whether its budget is to be forgotten; ``nonce`` is in the data of its buttons."""
