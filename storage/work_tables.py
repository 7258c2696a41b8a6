"""The tables by which replicas share their work, and find the budget of a chat; `storage.tables` has them all."""

from sqlalchemy import Index, Table, UniqueConstraint

from storage.columns import big, metadata, moment, text, whole

duties = Table(
    "duties",
    metadata,
    text("name", key=True),
    text("what"),
    moment("claimed_at"),
    moment("done_at", null=True),
)
"""What one of all replicas has to do; the first to claim it does it. ``what`` says exactly what is to be done."""

moves = Table(
    "moves",
    metadata,
    big("chat", key=True),
    big("owner"),
    big("shift"),
    big("merged"),
    big("delta"),
    Index(None, "owner"),
)
"""A chat whose messages belong to another chat's budget: its group became a supergroup.

The budget keeps its owner. ``shift`` is added to the numbers of the chat's messages, which begin again at 1 in a new chat. The
row stays, so that a late update of either chat finds the budget. ``merged`` is the greatest message number that the chat used
while it had its own budget (0: it never had one), ``delta`` what was added to those numbers when that budget was merged.
"""

bots = Table(
    "bots",
    metadata,
    big("bot", key=True),
    whole("slot"),
    UniqueConstraint("slot"),
)
"""A bot that writes to this database. Each numbers its messages from 1, so each has a slot of message numbers of its own."""

waiting_updates = Table(
    "waiting_updates",
    metadata,
    big("owner", key=True),
    big("bot", key=True),
    big("update_number", key=True),
    text("body"),
    moment("since"),
    whole("tries"),
    moment("next_at"),
    Index(None, "bot", "update_number"),
)
"""An update of Telegram that could not be done yet, as Telegram sent it, and those of its chat that came after it.

``owner`` is its chat. The update is acknowledged to Telegram after its row is committed; the row is deleted when it is done.
"""

suspects = Table(
    "suspects",
    metadata,
    big("bot", key=True),
    big("update_number", key=True),
    whole("begun"),
    moment("since"),
)
"""An update of Telegram that was being handled when the process ended; ``begun`` is how often it was begun and did not end."""

schema_info = Table(
    "schema_info",
    metadata,
    text("revision", key=True),
    text("compatible_from"),
)
"""Which programs may use a revision of the schema: those that know ``compatible_from`` or a later one. It has one row."""
