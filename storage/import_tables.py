"""The tables of what came from files; `storage.tables` has them all."""

from sqlalchemy import Index, Table

from storage.columns import big, day, metadata, moment, of_message, text, whole

imports = Table(
    "imports",
    metadata,
    big("owner", key=True),
    big("message", key=True),
    text("format"),
    whole("rows"),
    day("first_day"),
    day("last_day"),
    moment("recorded_at"),
    of_message(),
    Index(None, "owner", "recorded_at"),
)
"""A file that was recorded: the message that brought it, which has its entries."""

import_rows = Table(
    "import_rows",
    metadata,
    big("owner", key=True),
    big("message", key=True),
    whole("line", key=True),
    text("kind"),
    big("amount"),
    day("day"),
    text("note"),
    text("bank_id", null=True),
    of_message(),
    Index(None, "owner", "day"),
    Index(None, "owner", "bank_id"),
)
"""An entry that came from a file, as it was first recorded, whatever was corrected since: so its row is known again.

``bank_id`` is the bank's own identity of the payment.
"""

import_headings = Table(
    "import_headings",
    metadata,
    big("owner", key=True, of="budgets.owner"),
    text("heading", key=True),
    text("answers"),
    moment("used_at"),
)
"""What was said about a file (JSON), kept by the digest of its heading for the next one of its kind."""
