"""The tables of what is left: limits with a date, what is carried, bills with their decisions, spread expenses, notifications."""

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, Table, UniqueConstraint

from storage.columns import big, day, flag, metadata, moment, of_category, of_message, row_number, text, whole


def _of_bill() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["owner", "bill"], ["bills.owner", "bills.number"], ondelete="RESTRICT")


limits = Table(
    "limits",
    metadata,
    big("owner", key=True),
    big("category", key=True),
    day("since", key=True),
    big("amount", null=True),
    of_category(),
)
"""What a category may spend a week from a day on, minor units; NULL: it is watched. Past weeks are judged by it."""

carries = Table(
    "carries",
    metadata,
    big("owner", key=True),
    big("category", key=True),
    day("since", key=True),
    text("carry"),
    of_category(),
    CheckConstraint("carry IN ('both', 'up', 'down', 'off')", "carry"),
)
"""What a category takes along from week to week, from a day on."""

bills = Table(
    "bills",
    metadata,
    row_number("number"),
    big("owner", of="budgets.owner"),
    text("name"),
    text("schedule"),
    day("since"),
    big("category", null=True),
    day("ahead", null=True),
    flag("removed"),
    of_category(),
    UniqueConstraint("owner", "number"),
)
"""A bill; one that is off stays for its history. ``schedule`` is the code of a `Schedule`."""

bill_rates = Table(
    "bill_rates",
    metadata,
    big("owner", key=True),
    big("bill", key=True),
    day("since", key=True),
    big("amount"),
    flag("about"),
    _of_bill(),
    CheckConstraint("amount > 0", "amount"),
)
"""What a bill costs from the occurrence of a planned day on."""

bill_decisions = Table(
    "bill_decisions",
    metadata,
    big("owner", key=True),
    big("bill", key=True),
    day("planned", key=True),
    big("message", null=True),
    whole("line", null=True),
    day("moved_to", null=True),
    flag("skipped"),
    _of_bill(),
    of_message(),
    UniqueConstraint("owner", "message", "line"),
)
"""What was decided about a bill's occurrence: it was paid by the entry of a message's line, moved, or skipped.

Where the entry is undone the occurrence is open again.
"""

spreads = Table(
    "spreads",
    metadata,
    big("owner", key=True),
    big("message", key=True),
    whole("line", key=True),
    whole("weeks"),
    of_message(),
    CheckConstraint("weeks BETWEEN 1 AND 52", "weeks"),
)
"""An expense that counts over several weeks."""

notifications = Table(
    "notifications",
    metadata,
    big("owner", key=True, of="budgets.owner"),
    big("bot"),
    big("chat"),
    moment("next_at", null=True),
    whole("digest_weekday", null=True),
    whole("digest_minutes", null=True),
    whole("reminder_minutes", null=True),
    whole("empty_digests"),
    whole("unanswered"),
    day("last_said", null=True),
    day("last_digest", null=True),
    day("nothing_spent", null=True),
    flag("stopped"),
    Index(None, "bot", "next_at"),
)
"""What a chat is told without being asked: a row for each budget that has bills, a digest or a reminder.

``bot`` says it in ``chat``. A tick looks at the row from ``next_at`` on; NULL: there is nothing to say. Local times are minutes
after midnight. The row is the claim, too: the transaction that decides what is said writes ``last_said``.
"""

quiet_days = Table(
    "quiet_days",
    metadata,
    big("owner", key=True, of="budgets.owner"),
    day("day", key=True),
)
"""A local day of which somebody said that nothing was spent."""

cards = Table(
    "cards",
    metadata,
    big("owner", key=True, of="budgets.owner"),
    big("bot"),
    big("chat"),
    big("card", null=True),
    big("before", null=True),
    flag("bars"),
    flag("off"),
    big("asked", null=True),
    text("drawn"),
    moment("draw_at", null=True),
    moment("free_at"),
    Index(None, "bot", "draw_at"),
)
"""The message that ``bot`` keeps true in ``chat``: ``card`` is the chat's own number of it, NULL until it is sent.

``before`` is a message that was the card before, and is to be taken down; ``asked`` the message, as it is stored, that asked
for the card last. The card is drawn from ``draw_at`` on (NULL: not until an act marks it) and not before ``free_at``: a process
that draws it sets both to the end of its claim. ``drawn`` is a digest of what it shows. A row that is ``off`` only keeps the
card from being offered again.
"""
